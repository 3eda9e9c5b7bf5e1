//! The strip of time: how long, how much is left, the pace, the time of day.

use egui::{Align, Color32, Rect, Shape, Stroke, vec2};

use super::{ConsoleLayout, track};
use crate::state::talk::Pace;
use crate::text::{self, Say, Talk};
use crate::ui::presenter::console_widgets::{digits, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

pub(super) fn strip_ui(pen: &Pen<'_>, area: Rect, form: ConsoleLayout, solo: bool) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let (left, top, right) = (area.left() + 28.0, area.top(), area.right() - 28.0);
    match form {
        ConsoleLayout::Wide if solo => {
            elapsed_ui(pen, left, top, 120.0);
            left_ui(pen, left + 348.0, top, 72.0);
            pace_ui(pen, (left, top + 184.0), (right - 110.0, 44.0));
            clock_ui(pen, right, top + 190.0, 28.0, false);
        }
        ConsoleLayout::Wide => {
            elapsed_ui(pen, left, top, 138.0);
            left_ui(pen, left + 392.0, top, 80.0);
            let divider = pen.at(area.left() + 690.0, top + 24.0);
            let stroke = Stroke::new(pen.px(2.0).max(1.0), console::LINE);
            pen.ui.painter().vline(divider.x, divider.y..=divider.y + pen.px(124.0), stroke);
            let side = if pen.cx.state.talk().wall.is_some() { 252.0 } else { 28.0 };
            pace_and_track_ui(pen, area.left() + 726.0, right - side, top);
            clock_ui(pen, right, top + 12.0, 80.0, true);
        }
        ConsoleLayout::Middle => {
            elapsed_ui(pen, left, top, 120.0);
            left_ui(pen, left + 340.0, top, 64.0);
            pace_and_track_ui(pen, left + 590.0, right, top);
        }
        ConsoleLayout::Upright => {
            elapsed_ui(pen, left, top, 138.0);
            left_ui(pen, left + 400.0, top, 80.0);
            clock_ui(pen, right, top + 12.0, 56.0, true);
            pace_and_track_ui(pen, left, right, top + 156.0);
        }
    }
}

/// Soft where the clock stands.
fn ink(pen: &Pen<'_>) -> Color32 {
    if pen.cx.state.talk().clock.runs() { console::CREAM } else { console::SOFT }
}

fn elapsed_ui(pen: &Pen<'_>, x: f32, top: f32, size: f32) {
    let words = pen.cx.say(Say::Talk(Talk::Elapsed));
    pen.line(pen.label(&words, tight(22.0, false), console::SOFT), Align::Min, x, top + 14.0);
    let elapsed = pen.cx.state.talk().elapsed();
    digits(pen, &text::time(elapsed, true), (size, true), ink(pen), Align::Min, x - 4.0, top + 106.0 - size * 0.62);
}

fn left_ui(pen: &Pen<'_>, x: f32, top: f32, size: f32) {
    let talk = pen.cx.state.talk();
    let total = talk.plan.total();
    let words = pen.cx.say(Say::Talk(Talk::LeftOf(&text::time(total, false))));
    pen.line(pen.label(&words, tight(22.0, false), console::SOFT), Align::Min, x, top + 14.0);
    let left = total - talk.elapsed();
    let y = top + 92.0 - size * 0.5;
    if left < 0.0 {
        let words = pen.cx.say(Say::Talk(Talk::Over(&text::time(-left, false))));
        let kind = pen.fitting(&words, tight(size, true), vec2(280.0, 120.0), &[size, size * 0.75, size * 0.6]);
        pen.put(pen.label(&words, kind, console::ACCENT), x, y, 300.0);
    } else {
        // What is left and what has passed add up: both are cut, not rounded, so this one is lifted.
        digits(pen, &text::time(left.ceil(), true), (size, true), ink(pen), Align::Min, x, y);
    }
}

fn clock_ui(pen: &Pen<'_>, right: f32, top: f32, size: f32, headed: bool) {
    let Some(minutes) = pen.cx.state.talk().wall else { return };
    let mut y = top;
    if headed {
        let words = pen.cx.say(Say::Talk(Talk::Clock));
        pen.line(pen.label(&words, tight(22.0, false), console::SOFT), Align::Max, right, y + 2.0);
        y += 80.0 - size * 0.5;
    }
    digits(pen, &text::time_of_day(minutes), (size, false), console::SOFT, Align::Max, right, y);
}

/// The words, shape and colour of a pace: they always go together.
pub(super) fn pace(pen: &Pen<'_>) -> (Color32, String) {
    let say = |talk: Talk<'_>| pen.cx.say(Say::Talk(talk));
    let time = |secs: f64| text::time(secs, false);
    match pen.cx.state.talk().pace() {
        Pace::Ready => (console::SOFT, say(Talk::Ready)),
        Pace::Paused => (console::SOFT, say(Talk::Paused)),
        Pace::OnPace(_) => (console::TEAL, say(Talk::OnPace)),
        Pace::Ahead(secs) => (console::GOLD, say(Talk::Ahead(&time(secs)))),
        Pace::Behind(secs) => (console::ACCENT, say(Talk::Behind(&time(secs)))),
        // What is left already says by how much the end is past.
        Pace::Over(_) => (console::ACCENT, say(Talk::Behind(&time(late(pen))))),
    }
}

/// How long after its planned end this stop still is, in seconds.
fn late(pen: &Pen<'_>) -> f64 {
    let talk = pen.cx.state.talk();
    talk.elapsed() - talk.plan.span(talk.spot.stop).1
}

/// The sign of the pace around a point.
pub(super) fn sign_ui(pen: &Pen<'_>, x: f32, middle: f32, size: f32, color: Color32) {
    let center = pen.at(x, middle);
    let at = |x: f32, y: f32| center + vec2(x, y) * pen.px(size);
    let painter = pen.ui.painter();
    let triangle = |points: Vec<egui::Pos2>| {
        painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
    };
    match pen.cx.state.talk().pace() {
        Pace::OnPace(_) | Pace::Ready => {
            painter.circle_filled(center, pen.px(size * 0.46), color);
        }
        Pace::Ahead(_) => triangle(vec![at(0.0, -0.5), at(0.54, 0.45), at(-0.54, 0.45)]),
        Pace::Behind(_) | Pace::Over(_) => triangle(vec![at(-0.54, -0.45), at(0.54, -0.45), at(0.0, 0.5)]),
        Pace::Paused => {
            for x in [-0.38, 0.12] {
                painter.rect_filled(Rect::from_min_max(at(x, -0.48), at(x + 0.26, 0.48)), 0.0, color);
            }
        }
    }
}

/// The word of the pace with its sign; gives its right end.
fn pace_ui(pen: &Pen<'_>, (x, y): (f32, f32), (right, size): (f32, f32)) -> f32 {
    let (color, words) = pace(pen);
    let kind = pen.fitting(&words, tight(size, true), vec2(right - x - size, 200.0), &[size, size * 0.84, size * 0.7]);
    let label = pen.label(&words, kind, color);
    let height = pen.size(&label).y;
    sign_ui(pen, x + size * 0.32, y + height / 2.0, size * 0.62, color);
    let width = pen.size(&label).x;
    pen.put(label, x + size * 0.9, y, right - x);
    x + size * 0.9 + width
}

fn pace_and_track_ui(pen: &Pen<'_>, left: f32, right: f32, top: f32) {
    let talk = pen.cx.state.talk();
    let end = pace_ui(pen, (left, top + 12.0), (right, 52.0));
    let (_, ends) = talk.plan.span(talk.spot.stop);
    let here = ends - talk.elapsed();
    let words = match talk.pace() {
        Pace::Ready => pen.cx.say(Say::Talk(Talk::StartsOnMove)),
        _ if here < 0.0 => pen.cx.say(Say::Talk(Talk::OverHere(&text::time(-here, false)))),
        _ => pen.cx.say(Say::Talk(Talk::LeftHere(&text::time(here.ceil(), false)))),
    };
    let width = right - end - 24.0;
    if width > 120.0 {
        let kind = pen.fitting(&words, tight(28.0, false), vec2(width, 60.0), &[28.0, 26.0, 24.0, 22.0, 20.0]);
        let label = pen.label(&words, kind, console::SOFT);
        if pen.size(&label).x <= width {
            pen.line(label, Align::Max, right, top + 30.0);
        }
    }
    let (color, _) = pace(pen);
    track::track_ui(
        pen,
        egui::Rect::from_min_max(egui::pos2(left, top + 102.0), egui::pos2(right, top + 132.0)),
        color,
    );
}
