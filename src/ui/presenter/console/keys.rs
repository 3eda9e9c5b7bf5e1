//! The sheet of keys, drawn from their table.

use egui::{Align, Id, Rect};

use super::send;
use crate::state::talk::TalkCommand;
use crate::state::talk::keys::TABLE;
use crate::text::{Control, Say, Talk};
use crate::ui::presenter::console_widgets::{ButtonLook, button, key_ui, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// Wider areas have two columns.
const TWO_COLUMNS_ABOVE: f32 = 1300.0;
/// The margin at the sides and above the rows; what the rows leave free above the footer.
const MARGIN: f32 = 40.0;
const TOP: f32 = 24.0;
const ROWS_SPACE: f32 = 40.0;
/// The greatest height and text size of a row.
const MOST_PITCH: f32 = 56.0;
const MOST_TEXT: f32 = 24.0;
/// The gap between two keys, and that before the words; what the words leave free.
const KEY_GAP: f32 = 8.0;
const WORDS_GAP: f32 = 20.0;
const WORDS_SPACE: f32 = 40.0;
/// The footer, and its buttons: height, distance from the right, width.
const FOOTER: f32 = 84.0;
const BUTTON: f32 = 60.0;
const END_RIGHT: f32 = 380.0;
const END_WIDTH: f32 = 340.0;
const CLOSE_RIGHT: f32 = 640.0;
const CLOSE_WIDTH: f32 = 240.0;

pub(super) fn keys_ui(pen: &Pen<'_>, area: Rect) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let columns = if area.width() > TWO_COLUMNS_ABOVE { 2 } else { 1 };
    let rows = TABLE.len().div_ceil(columns);
    #[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
    let (pitch, width) = (
        ((area.height() - FOOTER - ROWS_SPACE) / rows as f32).min(MOST_PITCH),
        (area.width() - 2.0 * MARGIN) / columns as f32,
    );
    let size = (pitch * 0.5).min(MOST_TEXT);
    for (i, line) in TABLE.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
        let (column, row) = ((i / rows) as f32, (i % rows) as f32);
        let (x, y) = (area.left() + MARGIN + column * width, area.top() + TOP + row * pitch);
        let middle = pen.at(0.0, y + pitch / 2.0).y;
        let mut right = pen.at(x + width * 0.5, 0.0).x;
        for key in line.printed.iter().rev() {
            right = key_ui(pen, right, middle, key, [console::CREAM, console::EDGE]) - pen.px(KEY_GAP);
        }
        let words = pen.cx.say(Say::Talk(Talk::Key(line.help)));
        let left = x + width * 0.5 + WORDS_GAP;
        let place = pen.rect(left, y, width * 0.5 - WORDS_SPACE, pitch);
        let kind = pen.fitting(&words, tight(size, false), place.size() / pen.scale, &[size, size * 0.9, size * 0.8]);
        let label = pen.label(&words, kind, console::CREAM).width(place.width());
        let height = label.size(pen.ui.ctx()).y;
        label.align(Align::Min).at(pen.ui, egui::pos2(place.left(), place.center().y - height / 2.0));
    }
    let words = pen.cx.say(Say::Talk(Talk::Control(Control::End)));
    let place = pen.rect(area.right() - END_RIGHT, area.bottom() - FOOTER, END_WIDTH, BUTTON);
    if button(pen, place, Id::unique("ask to end"), (&words, "Q"), ButtonLook::Plain, true).clicked() {
        send(pen.cx, TalkCommand::AskEnd);
    }
    let close = pen.cx.say(Say::Close);
    let place = pen.rect(area.right() - CLOSE_RIGHT, area.bottom() - FOOTER, CLOSE_WIDTH, BUTTON);
    if button(pen, place, Id::unique("close keys"), (&close, "Esc"), ButtonLook::Plain, true).clicked() {
        send(pen.cx, TalkCommand::Do(crate::state::talk::KeyCommand::Back));
    }
}
