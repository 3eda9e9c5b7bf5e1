//! For the staff: the pad for the PIN, and the sheet behind it.

use egui::accesskit::Role as Access;
use egui::{Align, Id, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::parts::{self, Look, button, named_button, unit};
use crate::state::kiosk::{KioskCommand, PIN_DIGITS, Phase, PinAnswer, PinPad, Staff, StaffCommand, StaffPage};
use crate::state::{Action, Kiosk};
use crate::text::{Kiosk as Words, Say};
use crate::ui::Cx;
use crate::ui::presenter::{Pen, running, tight};
use crate::ui::sheet::code;
use crate::ui::theme::stage::console;

/// The pad, and the sheet; what both keep free around them, and their padding.
const PAD_SIZE: Vec2 = vec2(720.0, 948.0);
const SHEET: Vec2 = vec2(1400.0, 948.0);
const SHEET_UPRIGHT: Vec2 = vec2(960.0, 1500.0);
const AROUND: f32 = 40.0;
const PAD: f32 = 56.0;
/// Headings, and what stands under that of the pad.
const HEADINGS: [f32; 4] = [46.0, 40.0, 34.0, 30.0];
const HEADING: f32 = 68.0;
const ANSWER_TOP: f32 = 212.0;
const ANSWERS: [f32; 3] = [30.0, 27.0, 24.0];
const ANSWER: f32 = 80.0;
/// The dots of the digits: their middle, radius and distance.
const DOTS: f32 = 168.0;
const DOT: f32 = 13.0;
const DOT_STEP: f32 = 56.0;
/// The keys: their top, size, gap, and the sizes of digits and words.
const KEYS: f32 = 304.0;
const KEY: Vec2 = vec2(190.0, 132.0);
const GAP: f32 = 19.0;
const DIGIT: f32 = 60.0;
const WORD: f32 = 36.0;
/// The buttons of the sheet: their top, height and gap; the width of their column beside the health.
const ROWS: f32 = 152.0;
const ROW: f32 = 88.0;
const ROW_GAP: f32 = 14.0;
const COLUMN: f32 = 620.0;
const COLUMN_GAP: f32 = 52.0;
const ROW_TEXT: f32 = 34.0;
/// The health: its sizes of text, and the most letters of its code, which a phone still reads.
const HEALTH: [f32; 6] = [30.0, 27.0, 24.0, 21.0, 18.0, 15.0];
const MOST_CODE: usize = 900;
const CODE: f32 = 560.0;
const CAPTIONS: [f32; 3] = [30.0, 26.0, 22.0];

pub fn staff_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, (kiosk, staff): (&Kiosk, &Staff)) {
    parts::over(ui, "kiosk staff", area, |ui| {
        ui.painter().rect_filled(area, 0.0, console::SHADE);
        let size = match staff {
            Staff::Pin(_) => PAD_SIZE,
            Staff::Sheet(_) if area.height() > area.width() => SHEET_UPRIGHT,
            Staff::Sheet(_) => SHEET,
        };
        let scale = unit(ui, cx, area, size + Vec2::splat(AROUND));
        let card = Rect::from_center_size(area.center(), size * scale);
        let pen = Pen { ui, cx, area: card, scale, named: true };
        parts::card(&pen, card);
        match staff {
            Staff::Pin(pad) => pad_ui(&pen, pad),
            Staff::Sheet(StaffPage::Start) => start_ui(&pen, kiosk),
            Staff::Sheet(StaffPage::Health) => health_ui(&pen, kiosk),
        }
    });
}

fn send(cx: &Cx<'_>, command: KioskCommand) {
    cx.send(Action::Kiosk(command));
}

fn heading_ui(pen: &Pen<'_>, words: Words) {
    let words = pen.cx.say(Say::Kiosk(words));
    let area = Rect::from_min_size(egui::pos2(PAD, PAD), vec2(pen.width() - 2.0 * PAD, HEADING));
    pen.fit((pen.cx.lang(), &words), tight(HEADINGS[0], true), &HEADINGS, area, pen.cx.colors.text);
}

fn pad_ui(pen: &Pen<'_>, pad: &PinPad) {
    let cx = pen.cx;
    heading_ui(pen, Words::StaffPin);
    dots_ui(pen, pad);
    let answer = match pad.answer(cx.state.now()) {
        _ if pad.typed() == PIN_DIGITS => Some(Words::PinChecking),
        Some(PinAnswer::Wrong { left }) => Some(Words::PinWrong(left)),
        Some(PinAnswer::Locked { seconds }) => Some(Words::PinLocked(seconds)),
        Some(PinAnswer::Right) | None => None,
    };
    if let Some(answer) = answer {
        let words = cx.say(Say::Kiosk(answer));
        let room = vec2(pen.width() - 2.0 * PAD, ANSWER);
        let kind = pen.fitting(&words, running(ANSWERS[0]), room, &ANSWERS);
        let label = pen.label(&words, kind, cx.colors.accent).width(pen.px(room.x)).align(Align::Center);
        label.at(pen.ui, pen.at(pen.width() / 2.0, ANSWER_TOP));
    }
    let left = (pen.width() - 3.0 * KEY.x - 2.0 * GAP) / 2.0;
    let place =
        |column: f32, row: f32| pen.rect(left + column * (KEY.x + GAP), KEYS + row * (KEY.y + GAP), KEY.x, KEY.y);
    for digit in 0_u8..10 {
        let at = if digit == 0 { 10 } else { digit - 1 };
        let words = digit.to_string();
        let key = place(f32::from(at % 3), f32::from(at / 3));
        let id = Id::unique(("kiosk digit", digit));
        if button(pen, key, id, (&words, DIGIT), Look::Outlined).clicked() {
            send(cx, KioskCommand::PinDigit(digit));
        }
    }
    let erase = cx.say(Say::Kiosk(Words::Erase));
    if button(pen, place(0.0, 3.0), Id::unique("kiosk erase"), (&erase, WORD), Look::Outlined).clicked() {
        send(cx, KioskCommand::PinErase);
    }
    let close = cx.say(Say::Close);
    if button(pen, place(2.0, 3.0), Id::unique("kiosk close pad"), (&close, WORD), Look::Outlined).clicked() {
        send(cx, KioskCommand::PinClose);
    }
}

/// How many digits are typed; never which.
fn dots_ui(pen: &Pen<'_>, pad: &PinPad) {
    let colors = &pen.cx.colors;
    #[expect(clippy::cast_precision_loss, reason = "six digits")]
    let width = (PIN_DIGITS - 1) as f32 * DOT_STEP;
    let mut x = (pen.width() - width) / 2.0;
    let area = pen.rect(x - DOT, DOTS - DOT, width + 2.0 * DOT, 2.0 * DOT);
    for at in 0..PIN_DIGITS {
        let middle = pen.at(x, DOTS);
        if at < pad.typed() {
            pen.ui.painter().circle_filled(middle, pen.px(DOT), colors.text);
        } else {
            pen.ui.painter().circle_stroke(middle, pen.px(DOT), Stroke::new(pen.px(3.0), colors.edge));
        }
        x += DOT_STEP;
    }
    let words = pen.cx.say(Say::Kiosk(Words::PinTyped(pad.typed(), PIN_DIGITS)));
    let response = pen.ui.interact(area, Id::unique("kiosk digits"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &words));
}

fn start_ui(pen: &Pen<'_>, kiosk: &Kiosk) {
    let cx = pen.cx;
    heading_ui(pen, Words::Staff);
    let is_upright = pen.height() > pen.width();
    let width = if is_upright { pen.width() - 2.0 * PAD } else { COLUMN };
    let is_dark = matches!(kiosk.phase(), Phase::Black | Phase::Closed(_));
    let dark = if is_dark { (Words::Show, StaffCommand::Show) } else { (Words::Black, StaffCommand::Black) };
    let pack = |folder| (Words::OtherPack { folder }, StaffCommand::OtherPack { folder });
    let rows = [
        (Words::Health, StaffCommand::Page(StaffPage::Health)),
        (Words::Clean, StaffCommand::Clean),
        dark,
        pack(false),
        pack(true),
        (Words::Leave, StaffCommand::Leave),
    ];
    let mut y = ROWS;
    for (words, command) in rows {
        let place = pen.rect(PAD, y, width, ROW);
        let words = cx.say(Say::Kiosk(words));
        let id = Id::unique(("kiosk staff", command));
        if button(pen, place, id, (&words, ROW_TEXT), Look::Outlined).clicked() {
            send(cx, KioskCommand::Staff(command));
        }
        y += ROW + ROW_GAP;
    }
    close_ui(pen, (PAD, width), StaffCommand::Close, &cx.say(Say::Close));
    let beside = if is_upright {
        Rect::from_min_max(egui::pos2(PAD, y + GAP), egui::pos2(PAD + width, pen.height() - PAD - ROW - ROW_GAP))
    } else {
        let left = PAD + COLUMN + COLUMN_GAP;
        Rect::from_min_max(egui::pos2(left, ROWS), egui::pos2(pen.width() - PAD, pen.height() - PAD))
    };
    health_text_ui(pen, kiosk, beside);
}

/// The button at the foot of the sheet.
fn close_ui(pen: &Pen<'_>, (left, width): (f32, f32), command: StaffCommand, words: &str) {
    let place = pen.rect(left, pen.height() - PAD - ROW, width, ROW);
    let id = Id::unique(("kiosk staff foot", command));
    if named_button(pen, place, id, (words, words, ROW_TEXT), Look::Filled).clicked() {
        send(pen.cx, KioskCommand::Staff(command));
    }
}

fn health_ui(pen: &Pen<'_>, kiosk: &Kiosk) {
    let cx = pen.cx;
    heading_ui(pen, Words::Health);
    let is_upright = pen.height() > pen.width();
    let foot = pen.height() - PAD - ROW - GAP;
    let side = CODE.min(pen.width() - 2.0 * PAD);
    let (text, code_left, code_top) = if is_upright {
        let text =
            Rect::from_min_max(egui::pos2(PAD, ROWS), egui::pos2(pen.width() - PAD, foot - side - 3.0 * GAP - ANSWER));
        (text, (pen.width() - side) / 2.0, foot - side - ANSWER)
    } else {
        let left = pen.width() - PAD - side;
        (Rect::from_min_max(egui::pos2(PAD, ROWS), egui::pos2(left - COLUMN_GAP, foot)), left, ROWS)
    };
    health_text_ui(pen, kiosk, text);
    if let Some(health) = kiosk.health() {
        let caption = cx.say(Say::Kiosk(Words::HealthCode));
        code::code_ui(pen.ui, cx, pen.rect(code_left, code_top, side, side), short(health), &caption);
        let room = vec2(side, ANSWER);
        let kind = pen.fitting(&caption, running(CAPTIONS[0]), room, &CAPTIONS);
        let label = pen.label(&caption, kind, cx.colors.dim).width(pen.px(side));
        label.paint(pen.ui, pen.at(code_left, code_top + side + GAP / 2.0));
    }
    let back = StaffCommand::Page(StaffPage::Start);
    close_ui(pen, (PAD, COLUMN.min(pen.width() - 2.0 * PAD)), back, &cx.say(Say::Kiosk(Words::Back)));
}

/// The first lines of a text that a code holds.
fn short(text: &str) -> &str {
    if text.len() <= MOST_CODE {
        return text;
    }
    let mut end = MOST_CODE;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let whole = text[..end].rfind('\n').unwrap_or(end);
    &text[..whole]
}

/// The health in words, and the last error over it.
fn health_text_ui(pen: &Pen<'_>, kiosk: &Kiosk, mut area: Rect) {
    let cx = pen.cx;
    if let Some(notice) = cx.state.notice() {
        let words = cx.say(Say::Notice(notice));
        let room = vec2(area.width(), area.height() / 3.0);
        let kind = pen.fitting(&words, running(ANSWERS[0]), room, &ANSWERS);
        let label = pen.label(&words, kind, cx.colors.accent);
        area.min.y += pen.put(label, area.left(), area.top(), area.width()) + GAP;
    }
    let comes = cx.say(Say::Kiosk(Words::HealthComes));
    let text = kiosk.health().unwrap_or(&comes);
    let kind = pen.fitting(text, running(HEALTH[0]), area.size(), &HEALTH);
    // What does not fit is left to the code.
    let mut seen = text;
    let fits =
        |seen: &str| pen.size(&pen.label(seen, kind, cx.colors.text).width(pen.px(area.width()))).y <= area.height();
    while !fits(seen) {
        let Some(end) = seen.rfind('\n') else { return };
        seen = &seen[..end];
    }
    pen.put(pen.label(seen, kind, cx.colors.text), area.left(), area.top(), area.width());
}
