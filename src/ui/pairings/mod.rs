//! The pairings view: a diagram of who is paired with whom in a year, and the card of the chosen province. No map.

mod diagram;
mod groups;
mod notes;
pub(super) mod poster;
mod years;

use egui::{Pos2, Rect, Ui, pos2, vec2};

use crate::state::{Scrollable, View};
use crate::text::Say;

use super::flow::FlowMode;
use super::heading::{self, heading_ui};
use super::theme::Role;
use super::{Cx, card, scrolling};
use notes::Notes;
use years::Years;

/// Between the diagram and the area beside it, in a wide window and in a narrow one.
const GAP: f32 = 40.0;
const NARROW_GAP: f32 = 24.0;
/// Kept free at the window's footer.
const FOOTER: f32 = 20.0;
/// The widest and the narrowest card of this view.
const CARD: f32 = 400.0;
const NARROW_CARD: f32 = 300.0;
/// The width of the words beside the diagram where the card stands in the sidebar.
const ASIDE: f32 = 220.0;
/// The least height for a card above the notes.
const CARD_LEAST: f32 = 420.0;
/// The least height of a view with the diagram; a lower one has the groups in its place, as on an upright screen.
const DIAGRAM_LEAST: f32 = 460.0;
/// The least height of an upright view that keeps the year control in sight, and the largest share of it that the control takes.
const YEARS_LEAST: f32 = 620.0;
const YEARS_SHARE: f32 = 0.3;
/// Views lower than this have smaller gaps.
const LOW: f32 = 720.0;
/// How far the content of a low view moves up.
const LOW_RISE: f32 = 14.0;
/// Over the year control, in a low view and in others.
const OVER_YEARS: [f32; 2] = [4.0, 12.0];
/// Over the notes, and under words without a card.
const OVER_NOTES: f32 = 24.0;
const UNDER_WORDS: f32 = 20.0;

/// Draws the view into its area, heading included.
pub fn pairings_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let step = years::step(cx);
    let remark = match cx.year {
        Some(year) => cx.say(Say::InYear(&year.to_string())),
        None => step.map_or_else(String::new, |step| cx.say(Say::InYear(&years::label(step)))),
    };
    let below = heading_ui(ui, cx, area, &cx.say(Say::View(View::Pairings)), (&[&remark], 0.0));
    let year = year_shown(cx);
    if cx.layout.low {
        list_ui(ui, cx, below.area, year);
        return;
    }
    let low = area.height() < LOW;
    let body = below.area.with_min_y(below.area.top() - if low { LOW_RISE } else { 0.0 });
    let years = Years::of(ui, cx, body.width(), low).map_or(0.0, |years| years.height);
    if cx.layout.portrait && (body.height() < YEARS_LEAST || years > body.height() * YEARS_SHARE) {
        let height = list_height(ui, cx, body.width(), year).max(body.height());
        let seen = body.expand2(vec2(cx.layout.margin, 0.0));
        scrolling::area(ui, cx, Scrollable::PairingGroups, (seen, height), |ui, place| {
            list_ui(ui, cx, place.shrink2(vec2(cx.layout.margin, 0.0)), year);
        });
        return;
    }
    if cx.layout.portrait || area.height() < DIAGRAM_LEAST {
        let upper = years_ui(ui, cx, body, low);
        groups::groups_ui(ui, cx, upper, year);
        return;
    }
    let (mut main, mut side) = beside(cx, body);
    if card_in_sidebar(cx) {
        // Nothing tall stands beside the diagram, so the year control may be as wide as the view.
        let upper = years_ui(ui, cx, body, low);
        main.max.y = upper.bottom();
        side.max.y = upper.bottom();
    } else {
        main = years_ui(ui, cx, main, low);
        side.max.y -= FOOTER;
    }
    let under = side_ui(ui, cx, side, year);
    diagram::diagram_ui(ui, cx, main, year, under);
}

/// The height of the view where it scrolls as a whole.
pub fn page_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    heading::taken(cx) + list_height(ui, cx, width, year_shown(cx))
}

fn list_height(ui: &Ui, cx: &Cx<'_>, width: f32, year: u16) -> f32 {
    let years = Years::of(ui, cx, width, true).map_or(0.0, |years| years.height);
    groups::Groups::of(ui, cx, width, year).height + years + groups::below_height(ui, cx, width, year) + FOOTER
}

/// In a small window all places come first, then the year control, then the card and the notes.
fn list_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16) {
    let groups = groups::Groups::of(ui, cx, area.width(), year);
    groups.draw(ui, cx, area.min, year);
    let mut top = area.top() + groups.height;
    if let Some(years) = Years::of(ui, cx, area.width(), true) {
        years.draw(ui, Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), years.height)));
        top += years.height;
    }
    groups::below_ui(ui, cx, area.with_min_y(top), year);
}

/// The year whose pairings the diagram shows; without stops, the diagram shows all that last.
pub(super) fn year_shown(cx: &Cx<'_>) -> u16 {
    cx.year.or_else(|| years::step(cx).map(|step| step.year)).unwrap_or(u16::MAX)
}

/// The year shown, as printed; `None` in an exhibition without stops.
pub(super) fn label_shown(cx: &Cx<'_>) -> Option<String> {
    years::step(cx).map(years::label)
}

/// Draws the year control at the bottom of an area; returns the rest of the area.
fn years_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, low: bool) -> Rect {
    let Some(years) = Years::of(ui, cx, area.width(), low) else { return area.with_max_y(area.bottom() - FOOTER) };
    let top = area.bottom() - years.height;
    years.draw(ui, area.with_min_y(top));
    area.with_max_y(top - if low { OVER_YEARS[0] } else { OVER_YEARS[1] })
}

/// The area of the diagram, and the area beside it.
fn beside(cx: &Cx<'_>, area: Rect) -> (Rect, Rect) {
    let width = if card_in_sidebar(cx) { ASIDE } else { (area.width() * 0.27).clamp(NARROW_CARD, CARD) };
    let gap = if cx.layout.narrow { NARROW_GAP } else { GAP };
    let side = area.with_min_x(area.right() - width);
    (area.with_max_x(side.left() - gap), side)
}

fn card_in_sidebar(cx: &Cx<'_>) -> bool {
    cx.layout.narrow && !cx.layout.folded
}

/// Draws the card, or the words that ask for a choice, and the notes under it. Returns true when the notes have no room: they go
/// under the diagram.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16) -> bool {
    let notes = Notes::of(cx, year, area.width(), true);
    let height = notes.set(ui, cx, FlowMode::Measure, Pos2::ZERO);
    let chosen = cx.state.filter().province.is_some();
    let bottom = if card_in_sidebar(cx) {
        if chosen { area.top() } else { plain_choose_ui(ui, cx, area) + UNDER_WORDS }
    } else if chosen {
        let card_area = area.with_max_y(area.bottom() - height - OVER_NOTES);
        if card_area.height() < CARD_LEAST {
            card::province_card_ui(ui, cx, area);
            return true;
        }
        card::province_card_ui(ui, cx, card_area).bottom() + OVER_NOTES
    } else {
        choose_ui(ui, cx, area).bottom() + OVER_NOTES
    };
    if bottom + height > area.bottom() {
        return true;
    }
    notes.set(ui, cx, FlowMode::Name, pos2(area.left(), bottom));
    false
}

/// Draws the words in the card's place while no province is chosen.
fn choose_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> Rect {
    let words = cx.say(Say::ChooseProvince);
    let pad = card::padding(area.width());
    let label = cx.label(&words, Role::Body).width(area.width() - 2.0 * pad);
    let height = label.size(ui.ctx()).y + 2.0 * pad;
    let place = Rect::from_min_size(area.min, vec2(area.width(), height));
    card::frame(ui, cx, place);
    label.at(ui, place.min + vec2(pad, pad));
    place
}

fn plain_choose_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> f32 {
    let words = cx.say(Say::ChooseProvince);
    cx.label(&words, Role::Label).width(area.width()).at(ui, area.min).bottom()
}
