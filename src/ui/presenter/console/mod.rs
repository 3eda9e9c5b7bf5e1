//! What the speaker sees: time and pace, notes, the audience's picture, what comes next, the buttons.
//!
//! Three glances: clock, pace, notes. All else is quieter. The console is always dark and the audience's theme light by default, so
//! that one look tells the windows apart.

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

pub use find::field_id;

use egui::{Rect, Ui, vec2};

use super::pen::{HEIGHT, Pen};
use crate::state::talk::{ConsoleOverlay, TalkCommand, Windows};
use crate::state::{Action, Theme};
use crate::ui::Cx;
use crate::ui::theme::stage::console;

/// The margin, and the gap between two panels.
pub(super) const MARGIN: f32 = 32.0;
pub(super) const GAP: f32 = 24.0;

/// How the console is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConsoleLayout {
    /// Notes left, the audience's picture right.
    Wide,
    /// The picture left, notes right, fewer buttons.
    Middle,
    /// One under the other.
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
    /// Where a layer lies: over notes, picture and what comes next.
    body: Rect,
}

/// Lets something happen to the talk.
pub(super) fn send(cx: &Cx<'_>, command: TalkCommand) {
    cx.send(Action::Talk(command));
}

/// A pen over the speaker's window, in their language, and the form that fits it.
fn form(size: egui::Vec2) -> (ConsoleLayout, f32) {
    if size.y > size.x || size.x < 800.0 {
        (ConsoleLayout::Upright, size.x / HEIGHT)
    } else if size.x < 1200.0 {
        (ConsoleLayout::Middle, (size.y / HEIGHT).min(size.x / 1440.0))
    } else {
        (ConsoleLayout::Wide, (size.y / HEIGHT).min(size.x / 1920.0))
    }
}

/// Whether a sheet over a window of this size stands upright, and how large it is drawn.
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

/// The shape of the audience's screen: width for a height of one.
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

/// The largest room of the hall's shape in the upper left of an area.
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
            let split = right - (width * 0.3208).max(560.0);
            let buttons = at(left, height - 92.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let next = at(left, bottom - 154.0, split - GAP, bottom);
            let live = shaped(at(left, 102.0, split - GAP, next.top() - GAP), shape);
            let strip = at(split, 102.0, right, 364.0);
            let notes = at(split, 388.0, right, bottom);
            Areas { strip, notes, live, next, buttons, body: at(left, 388.0, right, bottom) }
        }
        ConsoleLayout::Wide => {
            let strip = at(left, 90.0, right, 262.0);
            let buttons = at(left, height - 92.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let split = left + width * 0.5375;
            let side = split + GAP;
            let next = at(side, bottom - 168.0, right, bottom);
            let live = shaped(at(side, 328.0, right, next.top() - 18.0), shape);
            let notes = at(left, 286.0, split, bottom);
            Areas { strip, notes, live, next, buttons, body: at(left, 286.0, right, bottom) }
        }
        ConsoleLayout::Middle => {
            let strip = at(left, 90.0, right, 262.0);
            let buttons = at(left, height - 92.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let split = left + (width - 2.0 * MARGIN) * 0.4;
            let live = shaped(at(left, 328.0, split, 700.0), shape);
            let next = at(left, live.bottom() + 18.0, split, bottom);
            let notes = at(split + GAP, 286.0, right, bottom);
            Areas { strip, notes, live, next, buttons, body: at(left, 286.0, right, bottom) }
        }
        ConsoleLayout::Upright => {
            let strip = at(left, 90.0, right, 412.0);
            let buttons = at(left, height - 172.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let live = shaped(at(left, bottom - 250.0, left + 420.0, bottom), shape);
            let next = at(live.right() + GAP, bottom - 292.0, right, bottom);
            let notes = at(left, strip.bottom() + GAP, right, next.top() - GAP);
            Areas { strip, notes, live, next, buttons, body: at(left, strip.bottom() + GAP, right, bottom) }
        }
    }
}
