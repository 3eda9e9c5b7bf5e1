//! The sheet of keys, from the one table of them.

use egui::{Align, Id, Rect};

use super::send;
use crate::state::talk::TalkCommand;
use crate::state::talk::keys::TABLE;
use crate::text::{Control, Say, Talk};
use crate::ui::presenter::console_widgets::{ButtonLook, button, key_ui, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

pub(super) fn keys_ui(pen: &Pen<'_>, area: Rect) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let columns = if area.width() > 1300.0 { 2 } else { 1 };
    let footer = 84.0;
    let rows = TABLE.len().div_ceil(columns);
    #[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
    let (pitch, width) =
        (((area.height() - footer - 40.0) / rows as f32).min(56.0), (area.width() - 80.0) / columns as f32);
    let size = (pitch * 0.5).min(24.0);
    for (i, line) in TABLE.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
        let (column, row) = ((i / rows) as f32, (i % rows) as f32);
        let (x, y) = (area.left() + 40.0 + column * width, area.top() + 24.0 + row * pitch);
        let middle = pen.at(0.0, y + pitch / 2.0).y;
        let mut right = pen.at(x + width * 0.5, 0.0).x;
        for key in line.printed.iter().rev() {
            right = key_ui(pen, right, middle, key, [console::CREAM, console::EDGE]) - pen.px(8.0);
        }
        let words = pen.cx.say(Say::Talk(Talk::Key(line.help)));
        let left = x + width * 0.5 + 20.0;
        let place = pen.rect(left, y, width * 0.5 - 40.0, pitch);
        let kind = pen.fitting(&words, tight(size, false), place.size() / pen.scale, &[size, size * 0.9, size * 0.8]);
        let label = pen.label(&words, kind, console::CREAM).width(place.width());
        let height = label.size(pen.ui.ctx()).y;
        label.align(Align::Min).at(pen.ui, egui::pos2(place.left(), place.center().y - height / 2.0));
    }
    let words = pen.cx.say(Say::Talk(Talk::Control(Control::End)));
    let place = pen.rect(area.right() - 380.0, area.bottom() - footer, 340.0, 60.0);
    if button(pen, place, Id::unique("ask to end"), (&words, "Q"), ButtonLook::Plain, true).clicked() {
        send(pen.cx, TalkCommand::AskEnd);
    }
    let close = pen.cx.say(Say::Close);
    let place = pen.rect(area.right() - 640.0, area.bottom() - footer, 240.0, 60.0);
    if button(pen, place, Id::unique("close keys"), (&close, "Esc"), ButtonLook::Plain, true).clicked() {
        send(pen.cx, TalkCommand::Do(crate::state::talk::KeyCommand::Back));
    }
}
