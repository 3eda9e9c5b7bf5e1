//! Whether the talk is to end.

use egui::{Id, Rect};

use super::send;
use crate::state::talk::{Does, TalkAct};
use crate::text::{Say, Talk};
use crate::ui::presenter::desk::{Look, button, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

pub(super) fn end_ui(pen: &Pen<'_>, room: Rect) {
    panel(pen, pen.rect(room.left(), room.top(), room.width(), room.height()));
    let say = |talk| pen.cx.say(Say::Talk(talk));
    let width = (room.width() - 160.0).min(900.0);
    let left = room.center().x - width / 2.0;
    let mut y = room.top() + room.height() * 0.2;
    let ask = say(Talk::EndAsk);
    y += pen.put(pen.label(&ask, tight(52.0, true), console::CREAM), left, y, width) + 14.0;
    let hold = say(Talk::EndHold);
    y += pen.put(pen.label(&hold, tight(26.0, false), console::SOFT), left, y, width) + 44.0;
    let half = (width - 24.0) / 2.0;
    let go_on = say(Talk::GoOn);
    if button(pen, pen.rect(left, y, half, 92.0), Id::unique("go on"), (&go_on, "Esc"), Look::On, true).clicked() {
        send(pen.cx, TalkAct::Do(Does::Back));
    }
    let end = say(Talk::EndNow);
    let place = pen.rect(left + half + 24.0, y, half, 92.0);
    if button(pen, place, Id::unique("end the talk"), (&end, ""), Look::Alert, true).clicked() {
        send(pen.cx, TalkAct::End);
    }
}
