//! The pairings view: a diagram of who is paired with whom in a year, and the card of the chosen province. No map.

mod diagram;
mod groups;
mod notes;
pub(super) mod print;
mod years;

use egui::{Pos2, Rect, Ui, pos2, vec2};

use crate::state::View;
use crate::text::Say;

use super::flow::Way;
use super::heading::heading_ui;
use super::theme::Role;
use super::{Cx, card};
use notes::Notes;
use years::Years;

/// Between the diagram and what stands beside or below it.
const GAP: f32 = 40.0;
/// Kept free at the window's foot.
const FOOT: f32 = 20.0;
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

/// Draws the view into its room, heading included.
pub fn pairings_ui(ui: &mut Ui, cx: &Cx<'_>, room: Rect) {
    let stop = years::stop(cx);
    let remark = stop.map_or_else(String::new, |stop| cx.say(Say::InYear(&years::label(stop))));
    let below = heading_ui(ui, cx, room, &cx.say(Say::View(View::Pairings)), &remark);
    let year = year_shown(cx);
    let low = room.height() < LOW;
    let body = below.room.with_min_y(below.room.top() - if low { 14.0 } else { 0.0 });
    if cx.layout.portrait || room.height() < DIAGRAM_LEAST {
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
        side.max.y -= FOOT;
    }
    let under = side_ui(ui, cx, side, year);
    diagram::diagram_ui(ui, cx, main, year, under);
}

/// The year whose pairings the diagram shows; all that last in an exhibition without stops.
pub(super) fn year_shown(cx: &Cx<'_>) -> u16 {
    years::stop(cx).map_or(u16::MAX, |stop| stop.year)
}

/// The year shown, as it is printed; `None` in an exhibition without stops.
pub(super) fn label_shown(cx: &Cx<'_>) -> Option<String> {
    years::stop(cx).map(years::label)
}

/// Draws the year control at the foot of a room, and gives what is left above it.
fn years_ui(ui: &Ui, cx: &Cx<'_>, room: Rect, low: bool) -> Rect {
    let Some(years) = Years::of(ui, cx, room.width(), low) else { return room.with_max_y(room.bottom() - FOOT) };
    let top = room.bottom() - years.height;
    years.draw(ui, room.with_min_y(top));
    room.with_max_y(top - if low { 4.0 } else { 12.0 })
}

/// The room of the diagram, and the room beside it.
fn beside(cx: &Cx<'_>, room: Rect) -> (Rect, Rect) {
    let width = if card_in_sidebar(cx) { ASIDE } else { (room.width() * 0.27).clamp(300.0, CARD) };
    let gap = if cx.layout.narrow { 24.0 } else { GAP };
    let side = room.with_min_x(room.right() - width);
    (room.with_max_x(side.left() - gap), side)
}

fn card_in_sidebar(cx: &Cx<'_>) -> bool {
    cx.layout.narrow && !cx.layout.folded
}

/// The card, or the words that ask for a choice; the notes on the diagram under it. True when there was no room for the
/// notes: they go under the diagram.
fn side_ui(ui: &mut Ui, cx: &Cx<'_>, room: Rect, year: u16) -> bool {
    let notes = Notes::of(cx, year, room.width(), true);
    let height = notes.set(ui, cx, Way::Measure, Pos2::ZERO);
    let chosen = cx.state.filter().province.is_some();
    let bottom = if card_in_sidebar(cx) {
        if chosen { room.top() } else { plain_choose_ui(ui, cx, room) + 20.0 }
    } else if chosen {
        let card_room = room.with_max_y(room.bottom() - height - 24.0);
        if card_room.height() < CARD_LEAST {
            card::province_card_ui(ui, cx, room);
            return true;
        }
        card::province_card_ui(ui, cx, card_room).bottom() + 24.0
    } else {
        choose_ui(ui, cx, room).bottom() + 24.0
    };
    if bottom + height > room.bottom() {
        return true;
    }
    notes.set(ui, cx, Way::Name, pos2(room.left(), bottom));
    false
}

/// In the card's place while no province is chosen.
fn choose_ui(ui: &Ui, cx: &Cx<'_>, room: Rect) -> Rect {
    let words = cx.say(Say::ChooseProvince);
    let pad = card::padding(room.width());
    let label = cx.label(&words, Role::Body).width(room.width() - 2.0 * pad);
    let height = label.size(ui.ctx()).y + 2.0 * pad;
    let place = Rect::from_min_size(room.min, vec2(room.width(), height));
    card::frame(ui, cx, place);
    label.at(ui, place.min + vec2(pad, pad));
    place
}

fn plain_choose_ui(ui: &Ui, cx: &Cx<'_>, room: Rect) -> f32 {
    let words = cx.say(Say::ChooseProvince);
    cx.label(&words, Role::Label).width(room.width()).at(ui, room.min).bottom()
}
