//! The start sheet: screens, languages, planned time, and what was looked after. One press of Enter begins.

mod checks;
mod screens;

use egui::{Align, Id, Rect, Ui};

use super::console::{form_of, send};
use super::console_widgets::{ButtonLook, button, digits, segment};
use super::pen::{Pen, tight};
use crate::model::Lang;
use crate::state::talk::TalkCommand;
use crate::state::{Action, Theme};
use crate::text::{self, Say, Talk};
use crate::ui::Cx;
use crate::ui::theme::stage::console;

/// The margin of the sheet.
const MARGIN: f32 = 72.0;

/// Draws the sheet over the whole window.
pub fn start_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let cx = &cx.dressed(cx.state.talk().notes_lang, Theme::Dark);
    ui.painter().rect_filled(area, 0.0, console::BG);
    let (upright, scale) = form_of(area.size());
    let (left, right) = {
        let pen = Pen { ui, cx, area, scale, named: true };
        let header = header_ui(&pen);
        let (width, height) = (pen.width(), pen.height());
        if upright {
            let middle = header + (height - header) * 0.46;
            (
                Rect::from_min_max(egui::pos2(40.0, header), egui::pos2(width - 40.0, middle - 24.0)),
                Rect::from_min_max(egui::pos2(40.0, middle), egui::pos2(width - 40.0, height - 40.0)),
            )
        } else {
            let split = MARGIN + (width - 2.0 * MARGIN) * 0.62;
            (
                Rect::from_min_max(egui::pos2(MARGIN, header), egui::pos2(split, height - MARGIN)),
                Rect::from_min_max(egui::pos2(split + 40.0, header), egui::pos2(width - MARGIN, height - MARGIN)),
            )
        }
    };
    screens::screens_ui(ui, cx, (area, scale), left);
    choices_ui(&Pen { ui, cx, area, scale, named: true }, right);
}

/// What this is, of which exhibition; gives where the sheet begins.
fn header_ui(pen: &Pen<'_>) -> f32 {
    let cx = pen.cx;
    let words = cx.say(Say::Talk(Talk::Present));
    let label = pen.label(&words, tight(52.0, true), console::CREAM);
    let size = pen.size(&label);
    pen.put(label, MARGIN.min(pen.width() * 0.04), 82.0 - size.y / 2.0, size.x + 4.0);
    let close = cx.say(Say::Close);
    let width = super::console_widgets::button_width(pen, &close, "Esc");
    let right = pen.width() - MARGIN.min(pen.width() * 0.04);
    let place = pen.rect(right - width, 52.0, width, 60.0);
    if button(pen, place, Id::unique("close start"), (&close, "Esc"), ButtonLook::Plain, true).clicked() {
        send(cx, TalkCommand::Close);
    }
    let title = cx.localized(&cx.x().title);
    let stops = cx.say(Say::Talk(Talk::Stops(cx.state.talk().stops.len())));
    let words = text::list(cx.lang(), &[&title, &stops]);
    let left = MARGIN.min(pen.width() * 0.04) + size.x + 24.0;
    let area = pen.rect(left, 52.0, (right - width - 24.0 - left).max(10.0), 64.0);
    pen.inside(pen.label(&words, tight(27.0, false), console::SOFT), Align::Min, area);
    148.0
}

/// Languages, time, what was looked after, and the way on.
fn choices_ui(pen: &Pen<'_>, area: Rect) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let mut y = area.top();
    for (which, say, now) in [(0, Talk::LangAudience, cx.state.lang()), (1, Talk::LangNotes, talk.notes_lang)] {
        heading(pen, area, y, say, "");
        if let Some(lang) = languages_ui(
            pen,
            Rect::from_min_size(egui::pos2(area.left(), y + 44.0), egui::vec2(area.width(), 68.0)),
            which,
            now,
        ) {
            match which {
                0 => cx.send(Action::Lang(lang)),
                _ => send(cx, TalkCommand::NotesLang(lang)),
            }
        }
        y += 138.0;
    }
    let sum: f64 = talk.stops.planned_secs();
    let add_up = cx.say(Say::Talk(Talk::AddUp(&text::time(sum, false))));
    heading(pen, area, y, Talk::PlannedTime, &add_up);
    time_ui(pen, area, y + 46.0);
    y += 142.0;
    let starts = cx.say(Say::Talk(Talk::StartsOnMove));
    pen.inside(
        pen.label(&starts, tight(23.0, false), console::SOFT),
        Align::Min,
        pen.rect(area.left(), y, area.width(), 38.0),
    );
    y += 54.0;
    let ways = ways_ui(pen, area);
    checks::checks_ui(pen, Rect::from_min_max(egui::pos2(area.left(), y), egui::pos2(area.right(), ways - 12.0)));
}

fn heading(pen: &Pen<'_>, area: Rect, y: f32, say: Talk<'_>, more: &str) {
    let words = pen.cx.say(Say::Talk(say));
    let label = pen.label(&words, tight(25.0, true), console::CREAM);
    let width = pen.size(&label).x;
    pen.inside(label, Align::Min, pen.rect(area.left(), y, area.width(), 38.0));
    let left = area.left() + width + 18.0;
    if !more.is_empty() && left < area.right() - 40.0 {
        let place = pen.rect(left, y, area.right() - left, 38.0);
        pen.inside(pen.label(more, tight(22.0, false), console::SOFT), Align::Min, place);
    }
}

fn languages_ui(pen: &Pen<'_>, area: Rect, which: usize, now: Lang) -> Option<Lang> {
    let part = (area.width() + 6.0) / 3.0;
    let mut chosen = None;
    for (lang, i) in Lang::ALL.into_iter().zip(0_u8..) {
        let place = pen.rect(area.left() + f32::from(i) * part, area.top(), part - 6.0, area.height());
        let id = Id::unique(("talk language", which, lang.code()));
        let own = (lang, lang.own_name());
        if segment(pen, place, id, own, lang == now).clicked() {
            chosen = Some(lang);
        }
    }
    chosen
}

/// The planned minutes, with less and more.
fn time_ui(pen: &Pen<'_>, area: Rect, y: f32) {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a planned time, at most hours")]
    let minutes = (talk.plan.total() / 60.0).round() as u32;
    let side = 92.0;
    let middle = pen.rect(area.left() + side + 16.0, y, area.width() - 2.0 * (side + 16.0), 80.0);
    pen.ui.painter().rect_filled(middle, super::console_widgets::corners(pen, 12.0), console::CARD);
    let center = area.center().x;
    digits(pen, &minutes.to_string(), (50.0, true), console::CREAM, Align::Max, center, y + 10.0);
    let words = cx.say(Say::Talk(Talk::Minutes(minutes)));
    let label = pen.label(&words, tight(27.0, false), console::SOFT);
    let height = pen.size(&label).y;
    pen.line(label, Align::Min, center + 14.0, y + 42.0 - height / 2.0);
    let ends = [
        (area.left(), "−", minutes.saturating_sub(1), Talk::Less),
        (area.right() - side, "+", minutes + 1, Talk::More),
    ];
    for (x, sign, to, name) in ends {
        let name = format!("{}: {}", cx.say(Say::Talk(Talk::PlannedTime)), cx.say(Say::Talk(name)));
        let response =
            button(pen, pen.rect(x, y, side, 80.0), Id::unique(("minutes", sign)), (sign, ""), ButtonLook::Plain, true);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
        if response.clicked() {
            send(cx, TalkCommand::Plan(to));
        }
    }
}

/// The way on, and with a talk that was cut off the way back into it; gives where they begin.
fn ways_ui(pen: &Pen<'_>, area: Rect) -> f32 {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let words = cx.say(Say::Talk(Talk::Start));
    let height = if talk.offer.is_some() { 84.0 } else { 112.0 };
    let mut y = area.bottom() - height;
    let place = pen.rect(area.left(), y, area.width(), height);
    let look = if talk.offer.is_some() { ButtonLook::Plain } else { ButtonLook::Alert };
    // Whoever was cut off wants to go on, in haste.
    let key = if talk.offer.is_some() { "" } else { "Enter" };
    if button(pen, place, Id::unique("start talk"), (&words, key), look, true).clicked() {
        send(cx, TalkCommand::Start);
    }
    if let Some(record) = &talk.offer {
        y -= 100.0;
        let secs = std::time::Duration::from_millis(record.elapsed_ms).as_secs_f64();
        let words = cx.say(Say::Talk(Talk::Resume(record.stop + 1, &text::time(secs, false))));
        let place = pen.rect(area.left(), y, area.width(), 84.0);
        if button(pen, place, Id::unique("resume talk"), (&words, "Enter"), ButtonLook::Alert, true).clicked() {
            send(cx, TalkCommand::Resume);
        }
    }
    y
}
