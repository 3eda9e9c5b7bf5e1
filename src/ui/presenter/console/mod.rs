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
use crate::state::talk::{Layer, TalkAct, Windows};
use crate::state::{Action, Theme};
use crate::ui::Cx;
use crate::ui::theme::stage::console;

/// The margin, and the gap between two panels.
pub(super) const MARGIN: f32 = 32.0;
pub(super) const GAP: f32 = 24.0;

/// How the console is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Notes left, the audience's picture right.
    Wide,
    /// The picture left, notes right, fewer buttons.
    Middle,
    /// One under the other.
    Upright,
}

/// The rooms of the console, in measures.
#[derive(Clone, Copy, Debug)]
struct Rooms {
    strip: Rect,
    notes: Rect,
    live: Rect,
    next: Rect,
    buttons: Rect,
    /// Where a layer lies: over notes, picture and what comes next.
    body: Rect,
}

/// Lets something happen to the talk.
pub(super) fn send(cx: &Cx<'_>, act: TalkAct) {
    cx.send(Action::Talk(act));
}

/// A pen over the speaker's window, in their language, and the form that fits it.
fn form(size: egui::Vec2) -> (Form, f32) {
    if size.y > size.x || size.x < 800.0 {
        (Form::Upright, size.x / HEIGHT)
    } else if size.x < 1200.0 {
        (Form::Middle, (size.y / HEIGHT).min(size.x / 1440.0))
    } else {
        (Form::Wide, (size.y / HEIGHT).min(size.x / 1920.0))
    }
}

/// Whether a sheet over a window of this size stands upright, and how large it is drawn.
pub(super) fn form_of(size: egui::Vec2) -> (bool, f32) {
    let (form, scale) = form(size);
    (form == Form::Upright, scale)
}

/// Draws the console over the whole window.
pub fn console_ui(ui: &mut Ui, cx: &Cx<'_>, room: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    ui.painter().rect_filled(room, 0.0, console::BG);
    let (form, scale) = form(room.size());
    if matches!(cx.state.talk().layer, Some(Layer::Overview(_))) {
        overview::overview_ui(ui, cx, room, scale, form);
        return;
    }
    let solo = matches!(cx.state.talk().windows(), Windows::One { .. });
    let rooms = {
        let pen = Pen { ui, cx, room, scale, named: true };
        let rooms = rooms(&pen, form, solo);
        if !band::band_ui(&pen) {
            top::top_ui(&pen, form);
        }
        time::strip_ui(&pen, rooms.strip, form, solo);
        buttons::buttons_ui(&pen, rooms.buttons, form);
        rooms
    };
    let layer = cx.state.talk().layer.clone();
    let covers = matches!(layer, Some(Layer::Keys | Layer::More | Layer::End));
    if covers {
        let pen = Pen { ui, cx, room, scale, named: true };
        match layer {
            Some(Layer::End) => end::end_ui(&pen, rooms.body),
            Some(Layer::More) => buttons::more_ui(&pen, rooms.body),
            _ => keys::keys_ui(&pen, rooms.body),
        }
        return;
    }
    if matches!(layer, Some(Layer::Find(..))) {
        find::find_ui(ui, cx, (room, scale), rooms.notes);
    } else {
        notes::notes_ui(ui, cx, (room, scale), rooms.notes);
    }
    live::live_ui(ui, cx, (room, scale), rooms.live);
    next::next_ui(ui, cx, (room, scale), rooms.next, solo && form == Form::Wide);
}

/// The shape of the audience's screen: width for a height of one.
pub(super) fn hall_shape(cx: &Cx<'_>) -> f32 {
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

/// The largest room of the hall's shape in the upper left of a room.
fn shaped(room: Rect, shape: f32) -> Rect {
    let width = room.width().min(room.height() * shape);
    Rect::from_min_size(room.min, vec2(width, width / shape))
}

fn rooms(pen: &Pen<'_>, form: Form, solo: bool) -> Rooms {
    let (width, height) = (pen.width(), pen.height());
    let shape = hall_shape(pen.cx);
    let (left, right) = (MARGIN, width - MARGIN);
    match form {
        Form::Wide if solo => {
            let split = right - (width * 0.3208).max(560.0);
            let buttons = at(left, height - 92.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let next = at(left, bottom - 154.0, split - GAP, bottom);
            let live = shaped(at(left, 102.0, split - GAP, next.top() - GAP), shape);
            let strip = at(split, 102.0, right, 364.0);
            let notes = at(split, 388.0, right, bottom);
            Rooms { strip, notes, live, next, buttons, body: at(left, 388.0, right, bottom) }
        }
        Form::Wide => {
            let strip = at(left, 90.0, right, 262.0);
            let buttons = at(left, height - 92.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let split = left + width * 0.5375;
            let side = split + GAP;
            let next = at(side, bottom - 168.0, right, bottom);
            let live = shaped(at(side, 328.0, right, next.top() - 18.0), shape);
            let notes = at(left, 286.0, split, bottom);
            Rooms { strip, notes, live, next, buttons, body: at(left, 286.0, right, bottom) }
        }
        Form::Middle => {
            let strip = at(left, 90.0, right, 262.0);
            let buttons = at(left, height - 92.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let split = left + (width - 2.0 * MARGIN) * 0.4;
            let live = shaped(at(left, 328.0, split, 700.0), shape);
            let next = at(left, live.bottom() + 18.0, split, bottom);
            let notes = at(split + GAP, 286.0, right, bottom);
            Rooms { strip, notes, live, next, buttons, body: at(left, 286.0, right, bottom) }
        }
        Form::Upright => {
            let strip = at(left, 90.0, right, 412.0);
            let buttons = at(left, height - 172.0, right, height - 24.0);
            let bottom = buttons.top() - GAP;
            let live = shaped(at(left, bottom - 250.0, left + 420.0, bottom), shape);
            let next = at(live.right() + GAP, bottom - 292.0, right, bottom);
            let notes = at(left, strip.bottom() + GAP, right, next.top() - GAP);
            Rooms { strip, notes, live, next, buttons, body: at(left, strip.bottom() + GAP, right, bottom) }
        }
    }
}
