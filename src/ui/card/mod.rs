//! The card of the chosen province: what it is paired with, since when, and its own personnel figures.

mod content;

use egui::{CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2};

use crate::model::Province;
use crate::state::{Action, Scrollable, Subject, claims};
use crate::text::Say;
use crate::ui::scrolling;

use super::marks::{Line, paint_shapes};
use super::theme::{Role, measure};
use super::typeset::Label;
use super::widgets;
use super::{Cx, sheet};
use content::{Content, Key, Piece, Text, TextColor};

/// Draws the card at the top of an area, and gives the area it took. Where it would be taller than the area its middle
/// scrolls; the link to the sources stays in sight.
pub fn province_card_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) -> Rect {
    let chosen = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
    let Some(province) = chosen else { return Rect::from_min_size(area.min, vec2(area.width(), 0.0)) };
    let pad = padding(area.width());
    let content = content::content(ui, cx, province, inner_width(area.width()));
    let footer = footer_height(cx);
    let height = (content.height + footer + 2.0 * pad).min(area.height());
    let card = Rect::from_min_size(area.min, vec2(area.width(), height));
    sheet::keep_highlighted(ui, cx, &Subject::Province(province.id.clone()), card);
    frame(ui, cx, card);
    let inner = card.shrink(pad);
    let top = inner.with_max_y(inner.bottom() - footer);
    if content.height <= top.height() + 0.5 {
        pieces_ui(ui, cx, province, &content, inner.min);
    } else {
        // Reaches to the card's edges, so that the figures' hover and focus have room and the handle stands outside.
        let seen =
            Rect::from_min_max(pos2(card.left() + 1.0, top.top()), pos2(card.right() - 3.0, top.bottom() + 10.0));
        scrolling::area(ui, cx, Scrollable::ProvinceCard, (seen, content.height + 12.0), |ui, place| {
            pieces_ui(ui, cx, province, &content, pos2(inner.left(), place.top()));
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
        content::content(ui, cx, province, inner_width(width)).height + footer_height(cx) + 2.0 * padding(width)
    })
}

/// The ground and outline of a card.
pub fn frame(ui: &Ui, cx: &Cx<'_>, card: Rect) {
    let radius = CornerRadius::same(measure::RADIUS_CARD);
    ui.painter().rect_filled(card, radius, cx.colors.card);
    ui.painter().rect_stroke(card, radius, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
}

/// The area between a card's edge and what stands on it.
#[must_use]
pub fn padding(width: f32) -> f32 {
    if width < 340.0 { 20.0 } else { 28.0 }
}

fn inner_width(width: f32) -> f32 {
    (width - 2.0 * padding(width)).max(1.0)
}

fn footer_height(cx: &Cx<'_>) -> f32 {
    18.0 + 18.0 + cx.style(Role::Label).line
}

/// A rule, and the link to the sources.
fn footer_ui(ui: &Ui, cx: &Cx<'_>, province: &Province, inner: Rect, height: f32) {
    let y = inner.bottom() - height + 18.0;
    widgets::rule(ui, inner.left(), inner.right(), y, Stroke::new(measure::RULE, cx.colors.line));
    let subject = Subject::Province(province.id.clone());
    let sources = claims(cx.x(), &subject).len();
    let at = pos2(inner.left(), y + 18.0);
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

fn pieces_ui(ui: &Ui, cx: &Cx<'_>, province: &Province, content: &Content, origin: Pos2) {
    let offset = origin.to_vec2();
    for (i, piece) in content.pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => {
                label(cx, text).at(ui, text.at + offset);
            }
            Piece::Underline(at) => {
                let line = Rect::from_min_size(*at + offset, vec2(48.0, measure::UNDERLINE));
                ui.painter().rect_filled(line, 2.0, cx.colors.accent);
            }
            Piece::Rule(y) => {
                let stroke = Stroke::new(measure::RULE, cx.colors.line);
                widgets::rule(ui, origin.x, origin.x + content.width, origin.y + y, stroke);
            }
            Piece::Swatch { area, key } => swatch(ui, cx, area.translate(offset), *key),
            Piece::Figure { area, name, claim, texts } => {
                let id = Id::unique(("figure of the province", i, ui.layer_id()));
                let response = ui.interact(area.translate(offset), id, Sense::click());
                response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, name));
                figure_ui(ui, cx, &response, texts, offset);
                if response.clicked() {
                    cx.send(Action::Sheet(Subject::Province(province.id.clone())));
                    claim.clone().into_iter().for_each(|claim| cx.send(Action::SheetPage(claim)));
                }
            }
        }
    }
}

/// A figure that opens its source.
fn figure_ui(ui: &Ui, cx: &Cx<'_>, response: &egui::Response, texts: &[Text], offset: Vec2) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(response.rect, radius, cx.touched(cx.colors.card, response));
    for text in texts {
        label(cx, text).paint(ui, text.at + offset);
    }
    if response.has_focus() {
        // Inside its area: other figures stand close above and below.
        let stroke = Stroke::new(measure::STRONG, cx.colors.text);
        ui.painter().rect_stroke(response.rect, radius, stroke, StrokeKind::Inside);
    }
}

/// The key to a ribbon of the pairing diagram.
fn swatch(ui: &Ui, cx: &Cx<'_>, area: Rect, key: Key) {
    match key {
        Key::Held => {
            ui.painter().rect_filled(area, 0.0, cx.colors.accent);
        }
        Key::Over => paint_shapes(ui.painter(), [widgets::dashed_rect(area, 5.0, 4.0, Line::new(2.0, cx.colors.text))]),
        Key::NotYet => {}
    }
}

fn label<'t>(cx: &Cx<'_>, text: &'t Text) -> Label<'t> {
    let color = match text.text_color {
        TextColor::Text => cx.colors.text,
        TextColor::Dim => cx.colors.dim,
    };
    cx.label(&text.words, text.role).color(color).width(text.width)
}
