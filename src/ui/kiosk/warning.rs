//! Is somebody still there? A countdown in the visitor's language, with a line in another one.

use std::f32::consts::TAU;

use egui::{Align, Id, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::parts::{self, Look, button, unit};
use crate::model::Lang;
use crate::state::kiosk::{KioskCommand, Touch};
use crate::state::{Action, Kiosk};
use crate::text::{self, Kiosk as Words, Say};
use crate::ui::Cx;
use crate::ui::presenter::{Pen, running, tight};
use crate::ui::theme::stage::console;

/// The card, and what it keeps free around it.
const CARD: Vec2 = vec2(1120.0, 756.0);
const AROUND: f32 = 40.0;
/// The ring: its middle, its radius to the middle of its line, that line's width, its parts, and the share of a part that is drawn.
const RING: Pos2 = pos2(236.0, 248.0);
const RADIUS: f32 = 150.0;
const WIDTH: f32 = 22.0;
const PARTS: u16 = 20;
const DRAWN: f32 = 0.72;
/// The number in it, and the word below it.
const NUMBER: f32 = 132.0;
const NUMBER_TOP: f32 = 166.0;
const SECONDS_TOP: f32 = 426.0;
/// The words: heading, what to do, the line in another language.
const HEADING: Rect = Rect { min: pos2(472.0, 84.0), max: pos2(1064.0, 184.0) };
const HEADINGS: [f32; 5] = [80.0, 70.0, 60.0, 50.0, 42.0];
const TO_DO: Rect = Rect { min: pos2(472.0, 200.0), max: pos2(1064.0, 376.0) };
const TO_DO_SIZES: [f32; 5] = [39.0, 36.0, 33.0, 30.0, 27.0];
const OTHER: Rect = Rect { min: pos2(472.0, 392.0), max: pos2(1064.0, 490.0) };
const OTHER_SIZES: [f32; 4] = [34.0, 31.0, 28.0, 25.0];
/// The buttons, and the size of their words.
const KEEP: [f32; 4] = [72.0, 540.0, 568.0, 144.0];
const OVER: [f32; 4] = [664.0, 540.0, 384.0, 144.0];
const BUTTON: f32 = 40.0;

/// The button that goes to the start at once; a touch anywhere else goes on.
pub fn start_over_id() -> Id {
    Id::unique("kiosk start over")
}

pub fn warning_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, kiosk: &Kiosk) {
    parts::over(ui, "kiosk warning", area, |ui| {
        ui.painter().rect_filled(area, 0.0, console::SHADE);
        let scale = unit(ui, cx, area, CARD + Vec2::splat(AROUND));
        let card = Rect::from_center_size(area.center(), CARD * scale);
        card_ui(&Pen { ui, cx, area: card, scale, named: true }, kiosk);
    });
}

fn card_ui(pen: &Pen<'_>, kiosk: &Kiosk) {
    let cx = pen.cx;
    parts::card(pen, pen.area);
    let left = kiosk.seconds_left(cx.state.now()).unwrap_or_default();
    ring_ui(pen, left, kiosk.setup().warning);
    let lang = cx.lang();
    let heading = cx.say(Say::Kiosk(Words::StillLooking));
    pen.fit((lang, &heading), tight(HEADINGS[0], true), &HEADINGS, HEADING, cx.colors.text);
    let to_do = cx.say(Say::Kiosk(Words::TouchToGoOn));
    pen.fit((lang, &to_do), running(TO_DO_SIZES[0]), &TO_DO_SIZES, TO_DO, cx.colors.text);
    if let Some(other) = kiosk.second_lang(lang) {
        let words = text::say(other, Say::Kiosk(Words::StillLookingShort));
        pen.fit((other, &words), running(OTHER_SIZES[0]), &OTHER_SIZES, OTHER, cx.colors.dim);
    }
    let send = |command| cx.send(Action::Kiosk(command));
    let rect = |[x, y, width, height]: [f32; 4]| pen.rect(x, y, width, height);
    let keep = cx.say(Say::Kiosk(Words::KeepLooking));
    if button(pen, rect(KEEP), Id::unique("kiosk keep looking"), (&keep, BUTTON), Look::Filled).clicked() {
        send(KioskCommand::Touched(Touch::Stroke));
    }
    let over = cx.say(Say::Kiosk(Words::StartOver));
    if button(pen, rect(OVER), start_over_id(), (&over, BUTTON), Look::Outlined).clicked() {
        send(KioskCommand::StartOver);
    }
}

/// The seconds that are left, in a ring that empties.
fn ring_ui(pen: &Pen<'_>, left: u32, of: u32) {
    let colors = &pen.cx.colors;
    #[expect(clippy::cast_precision_loss, reason = "a few seconds")]
    let share = left as f32 / of.max(1) as f32;
    let middle = pen.at(RING.x, RING.y);
    for part in 0..PARTS {
        let is_left = f32::from(part) < share * f32::from(PARTS) - 0.01;
        let turn = |along: f32| {
            let angle = (f32::from(part) + 0.5 + (along - 0.5) * DRAWN) / f32::from(PARTS) * TAU - TAU / 4.0;
            middle + Vec2::angled(angle) * pen.px(RADIUS)
        };
        let color = if is_left { colors.accent } else { colors.line };
        let stroke = Stroke::new(pen.px(WIDTH), color);
        pen.ui.painter().line(vec![turn(0.0), turn(0.5), turn(1.0)], stroke);
    }
    let number = left.to_string();
    pen.line(pen.label_in(Lang::En, &number, tight(NUMBER, true), colors.text), Align::Center, RING.x, NUMBER_TOP);
    let seconds = pen.cx.say(Say::Kiosk(Words::Seconds));
    pen.line(pen.label(&seconds, tight(OTHER_SIZES[1], false), colors.dim), Align::Center, RING.x, SECONDS_TOP);
}
