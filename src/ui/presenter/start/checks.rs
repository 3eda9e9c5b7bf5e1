//! The checks before a talk: screens, notes, pictures, sleep.

use egui::{Align, Rect, Shape, Stroke};

use crate::model::{Stop, TextState};
use crate::text::{Ask, Say, Sought, Talk};
use crate::ui::presenter::console_widgets::THIN_STROKE;
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// The height of a line.
const LINE: f32 = 44.0;
/// From the rule to the first line.
const TOP: f32 = 22.0;
/// How far the last line may reach over the area.
const OVERHANG: f32 = 4.0;
/// The middle of the mark, and the left end of the words.
const MARK_MIDDLE: f32 = 12.0;
const INDENT: f32 = 44.0;
/// The text sizes, the first where it fits.
const TEXTS: [f32; 4] = [23.0, 21.0, 19.0, 17.0];

pub(super) fn checks_ui(pen: &Pen<'_>, area: Rect) {
    let stroke = Stroke::new(pen.px(THIN_STROKE).max(1.0), console::LINE);
    let (left, right) = (pen.at(area.left(), 0.0).x, pen.at(area.right(), 0.0).x);
    pen.ui.painter().hline(left..=right, pen.at(0.0, area.top()).y, stroke);
    let mut y = area.top() + TOP;
    // Problems come first.
    let mut checks = checks(pen);
    checks.sort_by_key(|(fine, _)| *fine);
    for (fine, words) in checks {
        if y + LINE > area.bottom() + OVERHANG {
            break;
        }
        mark_ui(pen, area.left() + MARK_MIDDLE, y + LINE / 2.0, fine);
        let width = area.width() - INDENT;
        let kind = pen.fitting(&words, tight(TEXTS[0], false), egui::vec2(width, LINE), &TEXTS);
        let color = if fine { console::CREAM } else { console::GOLD };
        pen.inside(pen.label(&words, kind, color), Align::Min, pen.rect(area.left() + INDENT, y, width, LINE));
        y += LINE;
    }
}

fn checks(pen: &Pen<'_>) -> Vec<(bool, String)> {
    let (cx, talk) = (pen.cx, pen.cx.state.talk());
    let say = |talk: Talk<'_>| cx.say(Say::Talk(talk));
    let (lang, own) = (talk.notes_lang, talk.notes_lang.own_name());
    let stops = || talk.stops.iter().map(|(_, stop)| stop);
    let has = |stop: &&Stop| !stop.notes.only(lang).trim().is_empty();
    let missing = stops().filter(|stop| !has(stop)).count();
    let drafts = stops().any(|stop| stop.notes.state(lang) == TextState::Draft);
    let outdated = stops().any(|stop| matches!(stop.notes.state(lang), TextState::Outdated(_)));
    let notes = if missing == 0 {
        (true, say(Talk::AllNotes(talk.stops.len(), own)))
    } else {
        (false, say(Talk::MissingNotes(missing, own)))
    };
    let lost = |stop: &&Stop| {
        let spot = crate::state::talk::AudienceView {
            shows: Some(stop.shows.clone()),
            ..talk.audience_view_of(&crate::state::talk::Spot::default(), cx.state.lang(), cx.state.theme())
        };
        let photo = spot.photo(cx.state.pack());
        photo.is_some_and(|photo| !cx.state.pack().has_file(photo) || cx.state.unavailable().contains_key(&photo))
    };
    let lost = stops().filter(lost).count();
    let pictures = if lost == 0 { (true, say(Talk::PicturesThere)) } else { (false, say(Talk::PicturesMissing(lost))) };
    let mut all = vec![notes, pictures, (talk.awake != Some(false), say(Talk::StaysAwake(talk.awake)))];
    if let Some(wanted) = talk.screens.wanted_in_vain() {
        let there: Vec<String> = talk.screens.list.iter().map(|screen| screen.id.name.clone()).collect();
        let there = there.join(if cx.lang() == crate::model::Lang::Zh { "、" } else { ", " });
        all.insert(0, (false, cx.say(Say::Ask(Ask::NotThere(Sought::Screen, wanted, &there)))));
    }
    if drafts {
        all.insert(1, (false, say(Talk::DraftNotes(own))));
    }
    if outdated {
        all.insert(1, (false, say(Talk::OutdatedNotes(own))));
    }
    all
}

/// A tick, or a warning sign.
fn mark_ui(pen: &Pen<'_>, x: f32, y: f32, fine: bool) {
    let at = |dx: f32, dy: f32| pen.at(x + dx, y + dy);
    let painter = pen.ui.painter();
    if fine {
        let stroke = Stroke::new(pen.px(4.0), console::TEAL);
        painter.add(Shape::line(vec![at(-11.0, 0.0), at(-3.0, 9.0), at(12.0, -9.0)], stroke));
    } else {
        let stroke = Stroke::new(pen.px(4.0), console::GOLD);
        painter.line_segment([at(0.0, -11.0), at(0.0, 4.0)], stroke);
        painter.circle_filled(at(0.0, 11.0), pen.px(2.6), console::GOLD);
    }
}
