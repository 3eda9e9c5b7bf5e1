//! The pairings view: a diagram of who is paired with whom in a year, and the card of the chosen province. No map.

mod diagram;
mod groups;
mod notes;
pub(super) mod poster;
mod years;

use egui::{Pos2, Rect, Ui, pos2, vec2};

use crate::state::View;
use crate::text::Say;

use super::flow::FlowMode;
use super::heading::heading_ui;
use super::theme::Role;
use super::{Cx, card};
use notes::Notes;
use years::Years;

/// Between the diagram and what stands beside or below it.
const GAP: f32 = 40.0;
/// Kept free at the window's footer.
const FOOTER: f32 = 20.0;
/// The widest card of this view.
const CARD: f32 = 400.0;
/// The width of the words beside the diagram where the card stands in the sidebar.
const ASIDE: f32 = 220.0;

/// The lowest room in which the card is still worth its place above the notes.
const CARD_LEAST: f32 = 420.0;
/// The lowest view in which the diagram can be read; in a lower one the groups stand in its place, as on an upright screen.
const DIAGRAM_LEAST: f32 = 460.0;
/// A view lower than this is set closer.
const LOW: f32 = 720.0;

/// Draws the view into its area, heading included.
pub fn pairings_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let step = years::step(cx);
    let remark = step.map_or_else(String::new, |step| cx.say(Say::InYear(&years::label(step))));
    let below = heading_ui(ui, cx, area, &cx.say(Say::View(View::Pairings)), &remark);
    let year = year_shown(cx);
    let low = area.height() < LOW;
    let body = below.area.with_min_y(below.area.top() - if low { 14.0 } else { 0.0 });
    if cx.layout.portrait || area.height() < DIAGRAM_LEAST {
        let upper = years_ui(ui, cx, body, low);
        groups::groups_ui(ui, cx, upper, year);
        return;
    }
    let (mut main, mut side) = beside(cx, body);
    if card_in_sidebar(cx) {
        // Nothing tall stands beside the diagram: the years may be as wide as the view.
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

/// The year whose pairings the diagram shows; all that last in an exhibition without stops.
pub(super) fn year_shown(cx: &Cx<'_>) -> u16 {
    years::step(cx).map_or(u16::MAX, |step| step.year)
}

/// The year shown, as it is printed; `None` in an exhibition without stops.
pub(super) fn label_shown(cx: &Cx<'_>) -> Option<String> {
    years::step(cx).map(years::label)
}

/// Draws the year control at the footer of an area, and gives what is left above it.
fn years_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, low: bool) -> Rect {
    let Some(years) = Years::of(ui, cx, area.width(), low) else { return area.with_max_y(area.bottom() - FOOTER) };
    let top = area.bottom() - years.height;
    years.draw(ui, area.with_min_y(top));
    area.with_max_y(top - if low { 4.0 } else { 12.0 })
}

/// The area of the diagram, and the area beside it.
fn beside(cx: &Cx<'_>, area: Rect) -> (Rect, Rect) {
    let width = if card_in_sidebar(cx) { ASIDE } else { (area.width() * 0.27).clamp(300.0, CARD) };
    let gap = if cx.layout.narrow { 24.0 } else { GAP };
    let side = area.with_min_x(area.right() - width);
    (area.with_max_x(side.left() - gap), side)
}

fn card_in_sidebar(cx: &Cx<'_>) -> bool {
    cx.layout.narrow && !cx.layout.folded
}

/// The card, or the words that ask for a choice; the notes on the diagram under it. True when there was no room for the
/// notes: they go under the diagram.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, year: u16) -> bool {
    let notes = Notes::of(cx, year, area.width(), true);
    let height = notes.set(ui, cx, FlowMode::Measure, Pos2::ZERO);
    let chosen = cx.state.filter().province.is_some();
    let bottom = if card_in_sidebar(cx) {
        if chosen { area.top() } else { plain_choose_ui(ui, cx, area) + 20.0 }
    } else if chosen {
        let card_area = area.with_max_y(area.bottom() - height - 24.0);
        if card_area.height() < CARD_LEAST {
            card::province_card_ui(ui, cx, area);
            return true;
        }
        card::province_card_ui(ui, cx, card_area).bottom() + 24.0
    } else {
        choose_ui(ui, cx, area).bottom() + 24.0
    };
    if bottom + height > area.bottom() {
        return true;
    }
    notes.set(ui, cx, FlowMode::Name, pos2(area.left(), bottom));
    false
}

/// In the card's place while no province is chosen.
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
