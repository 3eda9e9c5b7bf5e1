//! A black screen: outside the hours, as the staff wanted it, and while it is wiped.

use egui::{Align, Rect, Ui};

use super::parts::unit;
use crate::state::Kiosk;
use crate::text::{self, Kiosk as Words, Say};
use crate::ui::Cx;
use crate::ui::presenter::{Pen, tight};
use crate::ui::theme::stage::console;

/// The size of the line about the hours, the lines' distance, and their least size.
const LINE: f32 = 56.0;
const GAP: f32 = 120.0;
const SIZES: [f32; 3] = [LINE, 46.0, 38.0];
/// The number of seconds while the screen is wiped.
const NUMBER: f32 = 280.0;
const WIDTH: f32 = 1000.0;

pub fn black_ui(ui: &Ui, area: Rect) {
    ui.painter().rect_filled(area, 0.0, console::BLACK);
}

/// Says when it opens, in each language, once somebody touched it.
pub fn closed_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, kiosk: &Kiosk, is_asked: bool) {
    black_ui(ui, area);
    if !is_asked {
        return;
    }
    let pen = pen(ui, cx, area);
    let languages = cx.state.languages();
    #[expect(clippy::cast_precision_loss, reason = "three at most")]
    let mut y = pen.height() / 2.0 - languages.len() as f32 * GAP / 2.0;
    for &lang in languages {
        let words = text::say(lang, Say::Kiosk(Words::Closed(kiosk.opens())));
        pen.line(pen.label_in(lang, &words, tight(LINE, false), console::SOFT), Align::Center, pen.width() / 2.0, y);
        y += GAP;
    }
}

pub fn cleaning_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, kiosk: &Kiosk) {
    black_ui(ui, area);
    let pen = pen(ui, cx, area);
    let (middle, top) = (pen.width() / 2.0, pen.height() / 2.0 - NUMBER);
    let seconds = kiosk.seconds_left(cx.state.now()).unwrap_or_default().to_string();
    pen.line(
        pen.label_in(crate::model::Lang::En, &seconds, tight(NUMBER, true), console::CREAM),
        Align::Center,
        middle,
        top,
    );
    let words = cx.say(Say::Kiosk(Words::Cleaning));
    let kind = pen.fitting(&words, tight(LINE, false), egui::vec2(WIDTH, 2.0 * GAP), &SIZES);
    let label = pen.label(&words, kind, console::SOFT).width(pen.px(WIDTH)).align(Align::Center);
    label.at(ui, pen.at(middle, top + NUMBER * 1.3));
}

fn pen<'a>(ui: &'a Ui, cx: &'a Cx<'a>, area: Rect) -> Pen<'a> {
    Pen { ui, cx, area, scale: unit(ui, cx, area, egui::vec2(WIDTH + 80.0, 900.0)), named: true }
}
