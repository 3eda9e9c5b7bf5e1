//! Whether the talk is to end.

use egui::{Id, Rect};

use super::send;
use crate::state::talk::{KeyCommand, TalkCommand};
use crate::text::{Say, Talk};
use crate::ui::presenter::console_widgets::{ButtonLook, button, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

pub(super) fn end_ui(pen: &Pen<'_>, area: Rect) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let say = |talk| pen.cx.say(Say::Talk(talk));
    let width = (area.width() - 160.0).min(900.0);
    let left = area.center().x - width / 2.0;
    let mut y = area.top() + area.height() * 0.2;
    let ask = say(Talk::EndAsk);
    y += pen.put(pen.label(&ask, tight(52.0, true), console::CREAM), left, y, width) + 14.0;
    let hold = say(Talk::EndHold);
    y += pen.put(pen.label(&hold, tight(26.0, false), console::SOFT), left, y, width) + 44.0;
    let half = (width - 24.0) / 2.0;
    let go_on = say(Talk::GoOn);
    if button(pen, pen.rect(left, y, half, 92.0), Id::unique("go on"), (&go_on, "Esc"), ButtonLook::On, true).clicked()
    {
        send(pen.cx, TalkCommand::Do(KeyCommand::Back));
    }
    let end = say(Talk::EndNow);
    let place = pen.rect(left + half + 24.0, y, half, 92.0);
    if button(pen, place, Id::unique("end the talk"), (&end, ""), ButtonLook::Alert, true).clicked() {
        send(pen.cx, TalkCommand::End);
    }
}
