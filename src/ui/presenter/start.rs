//! The start sheet: screens, languages, planned time and checks. Enter starts the talk.

mod checks;
mod screens;

use egui::{Align, Id, Rect, Ui};

use super::console::{form_of, send};
use super::console_widgets::{ButtonLook, CAPTION, FIELD_RADIUS, LARGE_BUTTON, button, digits, segment};
use super::pen::{LINE_SLACK, Pen, tight};
use crate::model::Lang;
use crate::state::talk::TalkCommand;
use crate::state::{Action, Scrollable, Theme};
use crate::text::{self, Say, Talk};
use crate::ui::theme::stage::console;
use crate::ui::{Cx, scrolling};

/// The least heights of the sheet: in a lower window it scrolls.
const LEAST: f32 = 960.0;
const LEAST_UPRIGHT: f32 = 1600.0;
/// The margin of the sheet.
const MARGIN: f32 = 72.0;
/// The margin in an upright window, and the gap between its two parts.
const UPRIGHT_MARGIN: f32 = 40.0;
const UPRIGHT_GAP: f32 = 24.0;
/// The gap between the columns of a wide window.
const COLUMN_GAP: f32 = 40.0;
/// The header: its height, the top of its line, the middle of the title, the gap between its parts.
const HEADER: f32 = 148.0;
const HEADER_TOP: f32 = 52.0;
const TITLE_MIDDLE: f32 = 82.0;
const HEADER_GAP: f32 = 24.0;
/// The height of the button that closes the sheet, and of the words beside the title with their least width.
const CLOSE_HEIGHT: f32 = 60.0;
const SUBTITLE_HEIGHT: f32 = 64.0;
const SUBTITLE_LEAST: f32 = 10.0;
/// Text sizes.
const TITLE: f32 = 52.0;
const SUBTITLE: f32 = 27.0;
const HEADING: f32 = 25.0;
const STARTS: f32 = 23.0;
const MINUTES: f32 = 50.0;
const MINUTES_UNIT: f32 = 27.0;
/// The height of a line of words, the gap after a heading, and the least width of what follows it.
const LINE: f32 = 38.0;
const HEADING_GAP: f32 = 18.0;
const HEADING_MORE_LEAST: f32 = 40.0;
/// A choice of language: from its heading to its switch, the switch, from one choice to the next.
const SWITCH_TOP: f32 = 44.0;
const SWITCH_HEIGHT: f32 = 68.0;
const SWITCH_GAP: f32 = 6.0;
const SWITCH_PITCH: f32 = 138.0;
/// The planned time: from its heading to its field, and to the line after it.
const TIME_TOP: f32 = 46.0;
const TIME_PITCH: f32 = 142.0;
/// The field of the minutes, its buttons, and the gap between them.
const TIME_HEIGHT: f32 = 80.0;
const TIME_BUTTON: f32 = 92.0;
const TIME_GAP: f32 = 16.0;
/// In that field: the top of the digits, the middle of the unit, the gap between the centre and the unit.
const MINUTES_TOP: f32 = 10.0;
const UNIT_MIDDLE: f32 = 42.0;
const UNIT_GAP: f32 = 14.0;
/// From the line on the start of the clock to the checks, and from these to the buttons.
const STARTS_PITCH: f32 = 54.0;
const CHECKS_GAP: f32 = 12.0;
/// The start button where it is the only one, and the pitch of the two buttons otherwise.
const START_HEIGHT: f32 = 112.0;
const WAYS_PITCH: f32 = 100.0;

/// Draws the sheet over the whole window.
pub fn start_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    ui.painter().rect_filled(area, 0.0, console::BG);
    let (upright, scale) = form_of(area.size());
    let least = scale * if upright { LEAST_UPRIGHT } else { LEAST };
    if area.height() >= least {
        sheet_ui(ui, cx, (area, scale), upright);
    } else {
        scrolling::area(ui, cx, Scrollable::TalkStart, (area, least), |ui, place| {
            sheet_ui(ui, cx, (place, scale), upright);
        });
    }
}

fn sheet_ui(ui: &mut Ui, cx: &Cx<'_>, (area, scale): (Rect, f32), upright: bool) {
    let (left, right) = {
        let pen = Pen { ui, cx, area, scale, named: true };
        let header = header_ui(&pen);
        let (width, height) = (pen.width(), pen.height());
        if upright {
            let middle = header + (height - header) * 0.46;
            (
                Rect::from_min_max(
                    egui::pos2(UPRIGHT_MARGIN, header),
                    egui::pos2(width - UPRIGHT_MARGIN, middle - UPRIGHT_GAP),
                ),
                Rect::from_min_max(
                    egui::pos2(UPRIGHT_MARGIN, middle),
                    egui::pos2(width - UPRIGHT_MARGIN, height - UPRIGHT_MARGIN),
                ),
            )
        } else {
            let split = MARGIN + (width - 2.0 * MARGIN) * 0.62;
            (
                Rect::from_min_max(egui::pos2(MARGIN, header), egui::pos2(split, height - MARGIN)),
                Rect::from_min_max(egui::pos2(split + COLUMN_GAP, header), egui::pos2(width - MARGIN, height - MARGIN)),
            )
        }
    };
    screens::screens_ui(ui, cx, (area, scale), left);
    choices_ui(&Pen { ui, cx, area, scale, named: true }, right);
}

/// The title and the exhibition; returns the top of the sheet's parts.
fn header_ui(pen: &Pen<'_>) -> f32 {
    let cx = pen.cx;
    let words = cx.say(Say::Talk(Talk::Present));
    let label = pen.label(&words, tight(TITLE, true), console::CREAM);
    let size = pen.size(&label);
    pen.put(label, MARGIN.min(pen.width() * 0.04), TITLE_MIDDLE - size.y / 2.0, size.x + LINE_SLACK);
    let close = cx.say(Say::Close);
    let width = super::console_widgets::button_width(pen, &close, "Esc");
    let right = pen.width() - MARGIN.min(pen.width() * 0.04);
    let place = pen.rect(right - width, HEADER_TOP, width, CLOSE_HEIGHT);
    if button(pen, place, Id::unique("close start"), (&close, "Esc"), ButtonLook::Plain, true).clicked() {
        send(cx, TalkCommand::Close);
    }
    let title = cx.localized(&cx.x().title);
    let stops = cx.say(Say::Talk(Talk::Stops(cx.state.talk().stops.len())));
    let words = text::list(cx.lang(), &[&title, &stops]);
    let left = MARGIN.min(pen.width() * 0.04) + size.x + HEADER_GAP;
    let area = pen.rect(left, HEADER_TOP, (right - width - HEADER_GAP - left).max(SUBTITLE_LEAST), SUBTITLE_HEIGHT);
    pen.inside(pen.label(&words, tight(SUBTITLE, false), console::SOFT), Align::Min, area);
    HEADER
}

/// Languages, time, checks and the start button.
fn choices_ui(pen: &Pen<'_>, area: Rect) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let mut y = area.top();
    for (which, say, now) in [(0, Talk::LangAudience, cx.state.lang()), (1, Talk::LangNotes, talk.notes_lang)] {
        heading(pen, area, y, say, "");
        if let Some(lang) = languages_ui(
            pen,
            Rect::from_min_size(egui::pos2(area.left(), y + SWITCH_TOP), egui::vec2(area.width(), SWITCH_HEIGHT)),
            which,
            now,
        ) {
            match which {
                0 => cx.send(Action::Lang(lang)),
                _ => send(cx, TalkCommand::NotesLang(lang)),
            }
        }
        y += SWITCH_PITCH;
    }
    let sum: f64 = talk.stops.planned_secs();
    let add_up = cx.say(Say::Talk(Talk::AddUp(&text::time(sum, false))));
    heading(pen, area, y, Talk::PlannedTime, &add_up);
    time_ui(pen, area, y + TIME_TOP);
    y += TIME_PITCH;
    let starts = cx.say(Say::Talk(Talk::StartsOnMove));
    pen.inside(
        pen.label(&starts, tight(STARTS, false), console::SOFT),
        Align::Min,
        pen.rect(area.left(), y, area.width(), LINE),
    );
    y += STARTS_PITCH;
    let ways = ways_ui(pen, area);
    checks::checks_ui(pen, Rect::from_min_max(egui::pos2(area.left(), y), egui::pos2(area.right(), ways - CHECKS_GAP)));
}

fn heading(pen: &Pen<'_>, area: Rect, y: f32, say: Talk<'_>, more: &str) {
    let words = pen.cx.say(Say::Talk(say));
    let label = pen.label(&words, tight(HEADING, true), console::CREAM);
    let width = pen.size(&label).x;
    pen.inside(label, Align::Min, pen.rect(area.left(), y, area.width(), LINE));
    let left = area.left() + width + HEADING_GAP;
    if !more.is_empty() && left < area.right() - HEADING_MORE_LEAST {
        let place = pen.rect(left, y, area.right() - left, LINE);
        pen.inside(pen.label(more, tight(CAPTION, false), console::SOFT), Align::Min, place);
    }
}

fn languages_ui(pen: &Pen<'_>, area: Rect, which: usize, now: Lang) -> Option<Lang> {
    let part = (area.width() + SWITCH_GAP) / 3.0;
    let mut chosen = None;
    for (lang, i) in Lang::ALL.into_iter().zip(0_u8..) {
        let place = pen.rect(area.left() + f32::from(i) * part, area.top(), part - SWITCH_GAP, area.height());
        let id = Id::unique(("talk language", which, lang.code()));
        let own = (lang, lang.own_name());
        if segment(pen, place, id, own, lang == now).clicked() {
            chosen = Some(lang);
        }
    }
    chosen
}

/// The planned minutes, with buttons for less and more.
fn time_ui(pen: &Pen<'_>, area: Rect, y: f32) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a planned time, at most hours")]
    let minutes = (talk.plan.total() / 60.0).round() as u32;
    let middle =
        pen.rect(area.left() + TIME_BUTTON + TIME_GAP, y, area.width() - 2.0 * (TIME_BUTTON + TIME_GAP), TIME_HEIGHT);
    pen.ui.painter().rect_filled(middle, super::console_widgets::corners(pen, FIELD_RADIUS), console::CARD);
    let center = area.center().x;
    digits(pen, &minutes.to_string(), (MINUTES, true), console::CREAM, Align::Max, center, y + MINUTES_TOP);
    let words = cx.say(Say::Talk(Talk::Minutes(minutes)));
    let label = pen.label(&words, tight(MINUTES_UNIT, false), console::SOFT);
    let height = pen.size(&label).y;
    pen.line(label, Align::Min, center + UNIT_GAP, y + UNIT_MIDDLE - height / 2.0);
    let ends = [
        (area.left(), "−", minutes.saturating_sub(1), Talk::Less),
        (area.right() - TIME_BUTTON, "+", minutes + 1, Talk::More),
    ];
    for (x, sign, to, name) in ends {
        let name = format!("{}: {}", cx.say(Say::Talk(Talk::PlannedTime)), cx.say(Say::Talk(name)));
        let response = button(
            pen,
            pen.rect(x, y, TIME_BUTTON, TIME_HEIGHT),
            Id::unique(("minutes", sign)),
            (sign, ""),
            ButtonLook::Plain,
            true,
        );
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
        if response.clicked() {
            send(cx, TalkCommand::Plan(to));
        }
    }
}

/// The start button, and above it one that resumes an interrupted talk; returns their top.
fn ways_ui(pen: &Pen<'_>, area: Rect) -> f32 {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let words = cx.say(Say::Talk(Talk::Start));
    let height = if talk.offer.is_some() { LARGE_BUTTON } else { START_HEIGHT };
    let mut y = area.bottom() - height;
    let place = pen.rect(area.left(), y, area.width(), height);
    let look = if talk.offer.is_some() { ButtonLook::Plain } else { ButtonLook::Alert };
    // After an interruption Enter resumes: that is urgent.
    let key = if talk.offer.is_some() { "" } else { "Enter" };
    if button(pen, place, Id::unique("start talk"), (&words, key), look, true).clicked() {
        send(cx, TalkCommand::Start);
    }
    if let Some(record) = &talk.offer {
        y -= WAYS_PITCH;
        let secs = std::time::Duration::from_millis(record.elapsed_ms).as_secs_f64();
        let words = cx.say(Say::Talk(Talk::Resume(record.stop + 1, &text::time(secs, false))));
        let place = pen.rect(area.left(), y, area.width(), LARGE_BUTTON);
        if button(pen, place, Id::unique("resume talk"), (&words, "Enter"), ButtonLook::Alert, true).clicked() {
            send(cx, TalkCommand::Resume);
        }
    }
    y
}
