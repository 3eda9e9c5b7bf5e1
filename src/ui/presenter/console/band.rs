//! The band in place of the top row: a covered or frozen view, a request to open a file, screens, who sees the notes.

use egui::{Align, Color32, Id, Shape, Stroke, vec2};

use super::{MARGIN, send};
use crate::state::talk::{Cover, KeyCommand, TalkCommand, Windows};
use crate::text::{Ask, Control, Say, Talk};
use crate::ui::presenter::console_widgets::{BUTTON_HEIGHT, ButtonLook, button, button_width};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// The height of the band.
const HEIGHT: f32 = 78.0;
/// The top of its buttons, and the gap after them and after the words.
const BUTTON_TOP: f32 = 11.0;
const BUTTON_GAP: f32 = 16.0;
/// The middle of the sign, and from the margin to the header.
const SIGN_MIDDLE: f32 = 20.0;
const HEADER_LEFT: f32 = 64.0;
const HEADER: f32 = 32.0;
/// The words after the header: the gap, the least width, the text sizes.
const MORE_GAP: f32 = 24.0;
const MORE_LEAST: f32 = 80.0;
const MORE: [f32; 4] = [26.0, 24.0, 22.0, 20.0];

/// A button of a band: its words, its key, what it does, how it looks.
type Direction = (String, &'static str, TalkCommand, ButtonLook);

struct Band {
    ground: Color32,
    ink: Color32,
    sign: Sign,
    header: String,
    more: String,
    ways: Vec<Direction>,
}

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Frozen,
    Warning,
}

/// Draws the band if there is something to say; returns whether there is.
pub(super) fn band_ui(pen: &Pen<'_>) -> bool {
    let Some(band) = band(pen) else { return false };
    let area = pen.rect(0.0, 0.0, pen.width(), HEIGHT);
    pen.ui.painter().rect_filled(area, 0.0, band.ground);
    let mut right = pen.width() - MARGIN;
    for (i, (words, key, command, look)) in band.ways.iter().enumerate() {
        let width = button_width(pen, words, key).min(pen.width() * 0.3);
        let area = pen.rect(right - width, BUTTON_TOP, width, BUTTON_HEIGHT);
        if button(pen, area, Id::unique(("talk band", i)), (words, key), *look, true).clicked() {
            send(pen.cx, command.clone());
        }
        right -= width + BUTTON_GAP;
    }
    sign_ui(pen, band.sign, band.ink);
    let label = pen.label(&band.header, tight(HEADER, true), band.ink);
    let size = pen.size(&label);
    let left = MARGIN + HEADER_LEFT;
    let header = pen.rect(left, 0.0, size.x.min(right - left), HEIGHT);
    pen.inside(label, Align::Min, header);
    let after = left + size.x + MORE_GAP;
    if right - after > MORE_LEAST {
        let kind = pen.fitting(&band.more, tight(MORE[0], false), vec2(right - after - BUTTON_GAP, HEIGHT), &MORE);
        pen.inside(
            pen.label(&band.more, kind, band.ink),
            Align::Min,
            pen.rect(after, 0.0, right - after - BUTTON_GAP, HEIGHT),
        );
    }
    true
}

fn band(pen: &Pen<'_>) -> Option<Band> {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let alert = |header, more, ways| Band {
        ground: console::MADDER,
        ink: console::WHITE,
        sign: Sign::Frozen,
        header,
        more,
        ways,
    };
    if let Some(cover) = talk.cover {
        let (control, more, key, key_command) = match cover {
            Cover::Black => (Control::Black, Talk::BlackMore, "B", KeyCommand::Black),
            Cover::White => (Control::White, Talk::WhiteMore, "W", KeyCommand::White),
        };
        let back = (say(Talk::ShowAgain), key, TalkCommand::Do(key_command), ButtonLook::White);
        return Some(alert(say(Talk::Control(control)), say(more), vec![back]));
    }
    if talk.frozen.is_some() {
        let back = (say(Talk::Unfreeze), "F", TalkCommand::Do(KeyCommand::Freeze), ButtonLook::White);
        let more = say(Talk::FrozenMore(talk.stops.position(talk.audience_spot().stop) + 1));
        return Some(alert(say(Talk::Frozen), more, vec![back]));
    }
    let screens = &talk.screens;
    let warn =
        |header, more, ways| Band { ground: console::GOLD, ink: console::INK, sign: Sign::Warning, header, more, ways };
    if let Some(id) = &screens.offered {
        let take = (say(Talk::UseIt), "", TalkCommand::TakeOffered, ButtonLook::Dark);
        let leave = (say(Talk::NotNow), "", TalkCommand::LeaveOffered, ButtonLook::White);
        return Some(warn(say(Talk::Offered(&id.name)), say(Talk::OfferedMore), vec![leave, take]));
    }
    if let Some(path) = &talk.asked {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let words = |ask: Ask<'_>| cx.say(Say::Ask(ask));
        let go_on = (words(Ask::NotNow), "", TalkCommand::LeaveAsked, ButtonLook::White);
        let open = (words(Ask::EndAndOpen), "", TalkCommand::EndAndOpen, ButtonLook::Dark);
        return Some(warn(words(Ask::OpenInTalk(&name)), String::new(), vec![go_on, open]));
    }
    let hide = || (say(Talk::HideNotes), "A", TalkCommand::Do(KeyCommand::AudienceOnly), ButtonLook::Dark);
    if let Some(id) = &screens.lost {
        return Some(warn(say(Talk::Lost(&id.name)), say(Talk::LostMore), vec![hide()]));
    }
    if matches!(talk.windows(), Windows::One { .. }) {
        return Some(warn(say(Talk::OneScreen), say(Talk::OneScreenMore), vec![hide()]));
    }
    None
}

fn sign_ui(pen: &Pen<'_>, sign: Sign, ink: Color32) {
    let center = pen.at(MARGIN + SIGN_MIDDLE, HEIGHT / 2.0);
    let painter = pen.ui.painter();
    match sign {
        Sign::Frozen => star_ui(pen, center, 18.0, ink),
        Sign::Warning => {
            let at = |x: f32, y: f32| center + vec2(x, y) * pen.scale;
            let corners = vec![at(0.0, -18.0), at(20.0, 17.0), at(-20.0, 17.0)];
            painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
            let stroke = Stroke::new(pen.px(4.0), console::GOLD);
            painter.line_segment([at(0.0, -6.0), at(0.0, 6.0)], stroke);
            painter.circle_filled(at(0.0, 12.0), pen.px(2.4), console::GOLD);
        }
    }
}

/// Three strokes through a point: the sign of a frozen view.
pub(super) fn star_ui(pen: &Pen<'_>, center: egui::Pos2, size: f32, ink: Color32) {
    for i in 0..3_u8 {
        let angle = std::f32::consts::PI * (0.5 + f32::from(i) / 3.0);
        let along = vec2(angle.cos(), angle.sin()) * pen.px(size);
        pen.ui.painter().line_segment([center - along, center + along], Stroke::new(pen.px(4.0), ink));
    }
}
