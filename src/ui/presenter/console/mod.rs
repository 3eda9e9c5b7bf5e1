//! The speaker's console: time and pace, notes, the audience's picture, the next stop, the buttons.
//!
//! Clock, pace and notes stand out; everything else is quieter. The console is always dark and the audience's theme light by
//! default, so that the windows are easy to tell apart.

mod band;
mod buttons;
mod end;
mod find;
mod keys;
mod live;
mod next;
mod notes;
mod overview;
mod time;
mod top;
mod track;

pub(super) use buttons::held_by_pointer;
pub use find::field_id;
pub(super) use top::filling;

use egui::{Rect, Ui, vec2};

use super::pen::{HEIGHT, Pen};
use crate::state::talk::{ConsoleOverlay, TalkCommand, Windows};
use crate::state::{Action, Theme};
use crate::ui::Cx;
use crate::ui::theme::stage::console;

/// The margin, and the gap between two panels.
pub(super) const MARGIN: f32 = 32.0;
pub(super) const GAP: f32 = 24.0;
/// The middle of the top row.
const ROW_MIDDLE: f32 = 46.0;
/// The buttons: their distance from the lower edge, and that of their top in one row and in two.
const BUTTONS_BOTTOM: f32 = 24.0;
const BUTTONS_TOP: f32 = 92.0;
const BUTTONS_TWO_ROWS: f32 = 172.0;

/// Windows narrower than these, in points, are laid out upright, or in the middle layout.
const UPRIGHT_BELOW: f32 = 800.0;
const MIDDLE_BELOW: f32 = 1200.0;
/// The widths that the middle and the wide layout are drawn for, in measures.
const MIDDLE_WIDTH: f32 = 1440.0;
const WIDE_WIDTH: f32 = 1920.0;

/// The strip of time, the top of what is below it, and that of the picture under its heading.
const STRIP_TOP: f32 = 90.0;
const STRIP_BOTTOM: f32 = 262.0;
const STRIP_BOTTOM_UPRIGHT: f32 = 412.0;
const BODY_TOP: f32 = 286.0;
const LIVE_TOP: f32 = 328.0;
/// The gap between the picture and what comes next.
const LIVE_GAP: f32 = 18.0;
/// The height of what comes next.
const NEXT_HEIGHT: f32 = 168.0;
const NEXT_HEIGHT_UPRIGHT: f32 = 292.0;
/// The lowest end of the picture in the middle layout, and its greatest size in the upright one.
const LIVE_BOTTOM_MIDDLE: f32 = 700.0;
const LIVE_WIDTH_UPRIGHT: f32 = 420.0;
const LIVE_HEIGHT_UPRIGHT: f32 = 250.0;
/// With one screen: the strip and the picture, the notes under the strip, what comes next, the least width of the notes.
const SOLO_TOP: f32 = 102.0;
const SOLO_STRIP_BOTTOM: f32 = 364.0;
const SOLO_NOTES_TOP: f32 = 388.0;
const SOLO_NEXT_HEIGHT: f32 = 154.0;
const SOLO_NOTES_LEAST: f32 = 560.0;

/// How the console is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConsoleLayout {
    /// Notes left, the audience's picture right.
    Wide,
    /// The picture left, notes right, fewer buttons.
    Middle,
    /// All in one column.
    Upright,
}

/// The areas of the console, in measures.
#[derive(Clone, Copy, Debug)]
struct Areas {
    strip: Rect,
    notes: Rect,
    live: Rect,
    next: Rect,
    buttons: Rect,
    /// Where an overlay lies: over notes, picture and the next stop.
    body: Rect,
}

/// Sends a command to the talk.
pub(super) fn send(cx: &Cx<'_>, command: TalkCommand) {
    cx.send(Action::Talk(command));
}

/// The layout that fits a window of this size in points, and the points per measure.
fn form(size: egui::Vec2) -> (ConsoleLayout, f32) {
    if size.y > size.x || size.x < UPRIGHT_BELOW {
        (ConsoleLayout::Upright, size.x / HEIGHT)
    } else if size.x < MIDDLE_BELOW {
        (ConsoleLayout::Middle, (size.y / HEIGHT).min(size.x / MIDDLE_WIDTH))
    } else {
        (ConsoleLayout::Wide, (size.y / HEIGHT).min(size.x / WIDE_WIDTH))
    }
}

/// Whether a sheet over a window of this size is laid out upright, and its points per measure.
pub(super) fn form_of(size: egui::Vec2) -> (bool, f32) {
    let (form, scale) = form(size);
    (form == ConsoleLayout::Upright, scale)
}

/// Draws the console over the whole window.
pub fn console_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    ui.painter().rect_filled(area, 0.0, console::BG);
    let (form, scale) = form(area.size());
    if matches!(cx.state.talk().overlay, Some(ConsoleOverlay::Overview(_))) {
        overview::overview_ui(ui, cx, area, scale, form);
        return;
    }
    let solo = matches!(cx.state.talk().windows(), Windows::One { .. });
    let areas = {
        let pen = Pen { ui, cx, area, scale, named: true };
        let areas = areas(&pen, form, solo);
        if !band::band_ui(&pen) {
            top::top_ui(&pen, form);
        }
        time::strip_ui(&pen, areas.strip, form, solo);
        buttons::buttons_ui(&pen, areas.buttons, form);
        areas
    };
    let overlay = cx.state.talk().overlay.clone();
    let covers = matches!(overlay, Some(ConsoleOverlay::Keys | ConsoleOverlay::More | ConsoleOverlay::End));
    if covers {
        let pen = Pen { ui, cx, area, scale, named: true };
        match overlay {
            Some(ConsoleOverlay::End) => end::end_ui(&pen, areas.body),
            Some(ConsoleOverlay::More) => buttons::more_ui(&pen, areas.body),
            _ => keys::keys_ui(&pen, areas.body),
        }
        return;
    }
    if matches!(overlay, Some(ConsoleOverlay::Find(..))) {
        find::find_ui(ui, cx, (area, scale), areas.notes);
    } else {
        notes::notes_ui(ui, cx, (area, scale), areas.notes);
    }
    live::live_ui(ui, cx, (area, scale), areas.live);
    next::next_ui(ui, cx, (area, scale), areas.next, solo && form == ConsoleLayout::Wide);
}

/// The shape of the audience's screen: its width divided by its height.
pub(super) fn audience_shape(cx: &Cx<'_>) -> f32 {
    let screens = &cx.state.talk().screens;
    let size = match cx.state.talk().windows() {
        Windows::Two { audience, .. } => screens.list.get(audience).map(|m| m.id.size),
        _ => None,
    };
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let shape = size.map_or(16.0 / 9.0, |[w, h]| w.max(1) as f32 / h.max(1) as f32);
    shape.clamp(0.5, 4.0)
}

fn at(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
    Rect::from_min_max(egui::pos2(left, top), egui::pos2(right, bottom))
}

/// The largest rectangle of the audience's shape in the upper left of an area.
fn shaped(area: Rect, shape: f32) -> Rect {
    let width = area.width().min(area.height() * shape);
    Rect::from_min_size(area.min, vec2(width, width / shape))
}

fn areas(pen: &Pen<'_>, form: ConsoleLayout, solo: bool) -> Areas {
    let (width, height) = (pen.width(), pen.height());
    let shape = audience_shape(pen.cx);
    let (left, right) = (MARGIN, width - MARGIN);
    match form {
        ConsoleLayout::Wide if solo => {
            let split = right - (width * 0.3208).max(SOLO_NOTES_LEAST);
            let buttons = at(left, height - BUTTONS_TOP, right, height - BUTTONS_BOTTOM);
            let bottom = buttons.top() - GAP;
            let next = at(left, bottom - SOLO_NEXT_HEIGHT, split - GAP, bottom);
            let live = shaped(at(left, SOLO_TOP, split - GAP, next.top() - GAP), shape);
            let strip = at(split, SOLO_TOP, right, SOLO_STRIP_BOTTOM);
            let notes = at(split, SOLO_NOTES_TOP, right, bottom);
            Areas { strip, notes, live, next, buttons, body: at(left, SOLO_NOTES_TOP, right, bottom) }
        }
        ConsoleLayout::Wide => {
            let strip = at(left, STRIP_TOP, right, STRIP_BOTTOM);
            let buttons = at(left, height - BUTTONS_TOP, right, height - BUTTONS_BOTTOM);
            let bottom = buttons.top() - GAP;
            let split = left + width * 0.5375;
            let side = split + GAP;
            let next = at(side, bottom - NEXT_HEIGHT, right, bottom);
            let live = shaped(at(side, LIVE_TOP, right, next.top() - LIVE_GAP), shape);
            let notes = at(left, BODY_TOP, split, bottom);
            Areas { strip, notes, live, next, buttons, body: at(left, BODY_TOP, right, bottom) }
        }
        ConsoleLayout::Middle => {
            let strip = at(left, STRIP_TOP, right, STRIP_BOTTOM);
            let buttons = at(left, height - BUTTONS_TOP, right, height - BUTTONS_BOTTOM);
            let bottom = buttons.top() - GAP;
            let split = left + (width - 2.0 * MARGIN) * 0.4;
            let live = shaped(at(left, LIVE_TOP, split, LIVE_BOTTOM_MIDDLE), shape);
            let next = at(left, live.bottom() + LIVE_GAP, split, bottom);
            let notes = at(split + GAP, BODY_TOP, right, bottom);
            Areas { strip, notes, live, next, buttons, body: at(left, BODY_TOP, right, bottom) }
        }
        ConsoleLayout::Upright => {
            let strip = at(left, STRIP_TOP, right, STRIP_BOTTOM_UPRIGHT);
            let buttons = at(left, height - BUTTONS_TWO_ROWS, right, height - BUTTONS_BOTTOM);
            let bottom = buttons.top() - GAP;
            let live = shaped(at(left, bottom - LIVE_HEIGHT_UPRIGHT, left + LIVE_WIDTH_UPRIGHT, bottom), shape);
            let next = at(live.right() + GAP, bottom - NEXT_HEIGHT_UPRIGHT, right, bottom);
            let notes = at(left, strip.bottom() + GAP, right, next.top() - GAP);
            Areas { strip, notes, live, next, buttons, body: at(left, strip.bottom() + GAP, right, bottom) }
        }
    }
}
