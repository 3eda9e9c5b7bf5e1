//! The card of the chosen province: its pairings with their dates, and its own personnel figures.

mod content;

use egui::{CornerRadius, Id, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::model::Province;
use crate::state::{Action, Scrollable, Subject, claims};
use crate::text::Say;
use crate::ui::scrolling;

use super::flow::FlowMode;
use super::theme::{Role, measure};
use super::widgets;
use super::{Cx, sheet};
use content::content;

/// The scrolling part of a card: its insets from the card's sides, how far it reaches down, and the space after its last line.
const SEEN_INSET: [f32; 2] = [1.0, 3.0];
const SEEN_BELOW: f32 = 10.0;
const CONTENT_END: f32 = 12.0;
/// A card narrower than this, its padding, and that of a wider one.
const SLIM: f32 = 340.0;
const SLIM_PAD: f32 = 20.0;
const PAD: f32 = 28.0;
/// The gap above and below the rule of the footer.
const RULE_GAP: f32 = 18.0;

/// Draws the card at the top of an area, and gives the area it took. Where it would be taller than the area its middle
/// scrolls; the link to the sources stays in sight.
pub fn province_card_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) -> Rect {
    let chosen = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
    let Some(province) = chosen else { return Rect::from_min_size(area.min, vec2(area.width(), 0.0)) };
    let pad = padding(area.width());
    let set = |ui: &Ui, way, at| content(ui, cx, way, province, at, inner_width(area.width()));
    let full = set(ui, FlowMode::Measure, Pos2::ZERO);
    let footer = footer_height(cx);
    let height = (full + footer + 2.0 * pad).min(area.height());
    let card = Rect::from_min_size(area.min, vec2(area.width(), height));
    sheet::keep_highlighted(ui, cx, &Subject::Province(province.id.clone()), card);
    frame(ui, cx, card);
    let inner = card.shrink(pad);
    let top = inner.with_max_y(inner.bottom() - footer);
    if full <= top.height() + 0.5 {
        set(ui, FlowMode::Name, inner.min);
    } else {
        // Reaches to the card's edges, so that the figures' hover and focus fit and the handle stands outside.
        let seen = Rect::from_min_max(
            pos2(card.left() + SEEN_INSET[0], top.top()),
            pos2(card.right() - SEEN_INSET[1], top.bottom() + SEEN_BELOW),
        );
        scrolling::area(ui, cx, Scrollable::ProvinceCard, (seen, full + CONTENT_END), |ui, place| {
            set(ui, FlowMode::Name, pos2(inner.left(), place.top()));
        });
    }
    footer_ui(ui, cx, province, inner, footer);
    card
}

/// The height of the card of the chosen province at a width, where nothing limits it; zero with none chosen.
#[must_use]
pub fn province_card_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let chosen = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
    chosen.map_or(0.0, |province| {
        let content = content(ui, cx, FlowMode::Measure, province, Pos2::ZERO, inner_width(width));
        content + footer_height(cx) + 2.0 * padding(width)
    })
}

/// The ground and outline of a card.
pub fn frame(ui: &Ui, cx: &Cx<'_>, card: Rect) {
    let radius = CornerRadius::same(measure::RADIUS_CARD);
    ui.painter().rect_filled(card, radius, cx.colors.card);
    ui.painter().rect_stroke(card, radius, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
}

/// The padding of a card of this width.
#[must_use]
pub fn padding(width: f32) -> f32 {
    if width < SLIM { SLIM_PAD } else { PAD }
}

fn inner_width(width: f32) -> f32 {
    (width - 2.0 * padding(width)).max(1.0)
}

fn footer_height(cx: &Cx<'_>) -> f32 {
    RULE_GAP + RULE_GAP + cx.style(Role::Label).line
}

/// A rule, and the link to the sources.
fn footer_ui(ui: &Ui, cx: &Cx<'_>, province: &Province, inner: Rect, height: f32) {
    let y = inner.bottom() - height + RULE_GAP;
    widgets::rule(ui, inner.left(), inner.right(), y, Stroke::new(measure::RULE, cx.colors.line));
    let subject = Subject::Province(province.id.clone());
    let sources = claims(cx.x(), &subject).len();
    let at = pos2(inner.left(), y + RULE_GAP);
    if sources == 0 {
        cx.dim(&cx.say(Say::NoSourceGiven), Role::Label).at(ui, at);
        return;
    }
    let words = cx.say(Say::SeeSources(sources));
    // The card may lie in an overlay over a view that shows it too.
    let id = Id::unique(("sources of the province", ui.layer_id()));
    if widgets::link(ui, at, id, &words, &cx.style(Role::Label), &cx.colors, inner.width()).clicked() {
        cx.send(Action::Sheet(subject));
    }
}
