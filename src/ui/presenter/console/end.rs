//! The question whether to end the talk.

use egui::{Id, Rect};

use super::send;
use crate::state::talk::{KeyCommand, TalkCommand};
use crate::text::{Say, Talk};
use crate::ui::presenter::console_widgets::{ButtonLook, button, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// The margin at the sides, and the greatest width between them.
const MARGIN: f32 = 80.0;
const MOST_WIDTH: f32 = 900.0;
/// Text sizes of the question and of the line under it, and the gaps after them.
const ASK: f32 = 52.0;
const ASK_GAP: f32 = 14.0;
const HOLD: f32 = 26.0;
const HOLD_GAP: f32 = 44.0;
/// The height of the buttons, and the gap between them.
const BUTTON: f32 = 92.0;
const BUTTON_GAP: f32 = 24.0;

pub(super) fn end_ui(pen: &Pen<'_>, area: Rect) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let say = |talk| pen.cx.say(Say::Talk(talk));
    let width = (area.width() - 2.0 * MARGIN).min(MOST_WIDTH);
    let left = area.center().x - width / 2.0;
    let mut y = area.top() + area.height() * 0.2;
    let ask = say(Talk::EndAsk);
    y += pen.put(pen.label(&ask, tight(ASK, true), console::CREAM), left, y, width) + ASK_GAP;
    let hold = say(Talk::EndHold);
    y += pen.put(pen.label(&hold, tight(HOLD, false), console::SOFT), left, y, width) + HOLD_GAP;
    let half = (width - BUTTON_GAP) / 2.0;
    let go_on = say(Talk::GoOn);
    if button(pen, pen.rect(left, y, half, BUTTON), Id::unique("go on"), (&go_on, "Esc"), ButtonLook::On, true)
        .clicked()
    {
        send(pen.cx, TalkCommand::Do(KeyCommand::Back));
    }
    let end = say(Talk::EndNow);
    let place = pen.rect(left + half + BUTTON_GAP, y, half, BUTTON);
    if button(pen, place, Id::unique("end the talk"), (&end, ""), ButtonLook::Alert, true).clicked() {
        send(pen.cx, TalkCommand::End);
    }
}
