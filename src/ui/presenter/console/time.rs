//! The strip of time: elapsed and remaining time, the pace, the time of day.

use egui::{Align, Color32, Rect, Shape, Stroke, Vec2, vec2};

use super::{ConsoleLayout, track};
use crate::state::talk::Pace;
use crate::text::{self, Say, Talk};
use crate::ui::presenter::console_widgets::{CAPTION, THIN_STROKE, digits, panel};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::stage::console;

/// The padding at the sides.
const PAD: f32 = 28.0;
/// The text sizes of the elapsed and the remaining time.
const ELAPSED: f32 = 138.0;
const ELAPSED_SMALL: f32 = 120.0;
const LEFT: f32 = 80.0;
const LEFT_SMALL: f32 = 72.0;
const LEFT_SMALLEST: f32 = 64.0;
/// The left end of the remaining time in each layout.
const LEFT_SOLO: f32 = 348.0;
const LEFT_WIDE: f32 = 392.0;
const LEFT_MIDDLE: f32 = 340.0;
const LEFT_UPRIGHT: f32 = 400.0;
/// With one screen: the top of the pace, its text, the space at its right; the top and text of the time of day.
const SOLO_PACE_TOP: f32 = 184.0;
const SOLO_PACE: f32 = 44.0;
const SOLO_PACE_SPACE: f32 = 110.0;
const SOLO_CLOCK_TOP: f32 = 190.0;
const SOLO_CLOCK: f32 = 28.0;
/// The rule before the pace: its place and length.
const RULE_LEFT: f32 = 690.0;
const RULE_TOP: f32 = 24.0;
const RULE: f32 = 124.0;
/// The left end of pace and track; the space at their right with the time of day, and without.
const PACE_WIDE: f32 = 726.0;
const PACE_MIDDLE: f32 = 590.0;
const CLOCK_SPACE: f32 = 252.0;
const NO_CLOCK_SPACE: f32 = 28.0;
/// Upright: the top of pace and track.
const PACE_TOP_UPRIGHT: f32 = 156.0;
/// The time of day: its top and text.
const CLOCK_TOP: f32 = 12.0;
const CLOCK: f32 = 80.0;
const CLOCK_UPRIGHT: f32 = 56.0;
/// The top of a caption, and how much lower that of the time of day begins.
const CAPTION_TOP: f32 = 14.0;
const CLOCK_CAPTION_DROP: f32 = 2.0;
/// The lines on which the digits are placed, by a share of their size; the elapsed time begins a little further left.
const ELAPSED_LINE: f32 = 106.0;
const ELAPSED_OUTDENT: f32 = 4.0;
const LEFT_LINE: f32 = 92.0;
const CLOCK_LINE: f32 = 80.0;
/// The words on a talk past its end: the area they must fit, and where they wrap.
const OVER: Vec2 = vec2(280.0, 120.0);
const OVER_WIDTH: f32 = 300.0;
/// The greatest height of the words of the pace.
const PACE_HEIGHT: f32 = 200.0;
/// Over the track: the top and text of the pace; the time for this stop with its top, gap, least width, height and texts.
const PACE_TOP: f32 = 12.0;
const PACE: f32 = 52.0;
const HERE_TOP: f32 = 30.0;
const HERE_GAP: f32 = 24.0;
const HERE_LEAST: f32 = 120.0;
const HERE_HEIGHT: f32 = 60.0;
const HERE: [f32; 5] = [28.0, 26.0, 24.0, 22.0, 20.0];
/// The track, from the top of the pace.
const TRACK_TOP: f32 = 102.0;
const TRACK_BOTTOM: f32 = 132.0;

pub(super) fn strip_ui(pen: &Pen<'_>, area: Rect, form: ConsoleLayout, solo: bool) {
    panel(pen, pen.rect(area.left(), area.top(), area.width(), area.height()));
    let (left, top, right) = (area.left() + PAD, area.top(), area.right() - PAD);
    match form {
        ConsoleLayout::Wide if solo => {
            elapsed_ui(pen, left, top, ELAPSED_SMALL);
            left_ui(pen, left + LEFT_SOLO, top, LEFT_SMALL);
            pace_ui(pen, (left, top + SOLO_PACE_TOP), (right - SOLO_PACE_SPACE, SOLO_PACE));
            clock_ui(pen, right, top + SOLO_CLOCK_TOP, SOLO_CLOCK, false);
        }
        ConsoleLayout::Wide => {
            elapsed_ui(pen, left, top, ELAPSED);
            left_ui(pen, left + LEFT_WIDE, top, LEFT);
            let divider = pen.at(area.left() + RULE_LEFT, top + RULE_TOP);
            let stroke = Stroke::new(pen.px(THIN_STROKE).max(1.0), console::LINE);
            pen.ui.painter().vline(divider.x, divider.y..=divider.y + pen.px(RULE), stroke);
            let side = if pen.cx.state.talk().wall.is_some() { CLOCK_SPACE } else { NO_CLOCK_SPACE };
            pace_and_track_ui(pen, area.left() + PACE_WIDE, right - side, top);
            clock_ui(pen, right, top + CLOCK_TOP, CLOCK, true);
        }
        ConsoleLayout::Middle => {
            elapsed_ui(pen, left, top, ELAPSED_SMALL);
            left_ui(pen, left + LEFT_MIDDLE, top, LEFT_SMALLEST);
            pace_and_track_ui(pen, left + PACE_MIDDLE, right, top);
        }
        ConsoleLayout::Upright => {
            elapsed_ui(pen, left, top, ELAPSED);
            left_ui(pen, left + LEFT_UPRIGHT, top, LEFT);
            clock_ui(pen, right, top + CLOCK_TOP, CLOCK_UPRIGHT, true);
            pace_and_track_ui(pen, left, right, top + PACE_TOP_UPRIGHT);
        }
    }
}

/// Soft while the clock is stopped.
fn ink(pen: &Pen<'_>) -> Color32 {
    if pen.cx.state.talk().clock.runs() { console::CREAM } else { console::SOFT }
}

fn elapsed_ui(pen: &Pen<'_>, x: f32, top: f32, size: f32) {
    let words = pen.cx.say(Say::Talk(Talk::Elapsed));
    pen.line(pen.label(&words, tight(CAPTION, false), console::SOFT), Align::Min, x, top + CAPTION_TOP);
    let elapsed = pen.cx.state.talk().elapsed();
    digits(
        pen,
        &text::time(elapsed, true),
        (size, true),
        ink(pen),
        Align::Min,
        x - ELAPSED_OUTDENT,
        top + ELAPSED_LINE - size * 0.62,
    );
}

fn left_ui(pen: &Pen<'_>, x: f32, top: f32, size: f32) {
    let talk = pen.cx.state.talk();
    let total = talk.plan.total();
    let words = pen.cx.say(Say::Talk(Talk::LeftOf(&text::time(total, false))));
    pen.line(pen.label(&words, tight(CAPTION, false), console::SOFT), Align::Min, x, top + CAPTION_TOP);
    let left = total - talk.elapsed();
    let y = top + LEFT_LINE - size * 0.5;
    if left < 0.0 {
        let words = pen.cx.say(Say::Talk(Talk::Over(&text::time(-left, false))));
        let kind = pen.fitting(&words, tight(size, true), OVER, &[size, size * 0.75, size * 0.6]);
        pen.put(pen.label(&words, kind, console::ACCENT), x, y, OVER_WIDTH);
    } else {
        // Rounded up, since the elapsed time is rounded down: together they make the planned time.
        digits(pen, &text::time(left.ceil(), true), (size, true), ink(pen), Align::Min, x, y);
    }
}

fn clock_ui(pen: &Pen<'_>, right: f32, top: f32, size: f32, headed: bool) {
    let Some(minutes) = pen.cx.state.talk().wall else { return };
    let mut y = top;
    if headed {
        let words = pen.cx.say(Say::Talk(Talk::Clock));
        pen.line(pen.label(&words, tight(CAPTION, false), console::SOFT), Align::Max, right, y + CLOCK_CAPTION_DROP);
        y += CLOCK_LINE - size * 0.5;
    }
    digits(pen, &text::time_of_day(minutes), (size, false), console::SOFT, Align::Max, right, y);
}

/// The colour and words of the pace; they always go with its sign.
pub(super) fn pace(pen: &Pen<'_>) -> (Color32, String) {
    let say = |talk: Talk<'_>| pen.cx.say(Say::Talk(talk));
    let time = |secs: f64| text::time(secs, false);
    match pen.cx.state.talk().pace() {
        Pace::Ready => (console::SOFT, say(Talk::Ready)),
        Pace::Paused => (console::SOFT, say(Talk::Paused)),
        Pace::OnPace(_) => (console::TEAL, say(Talk::OnPace)),
        Pace::Ahead(secs) => (console::GOLD, say(Talk::Ahead(&time(secs)))),
        Pace::Behind(secs) => (console::ACCENT, say(Talk::Behind(&time(secs)))),
        // The remaining time already shows how far the talk is past its end.
        Pace::Over(_) => (console::ACCENT, say(Talk::Behind(&time(late(pen))))),
    }
}

/// How long this stop is past its planned end, in seconds.
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

/// The words of the pace with its sign; returns their right end.
fn pace_ui(pen: &Pen<'_>, (x, y): (f32, f32), (right, size): (f32, f32)) -> f32 {
    let (color, words) = pace(pen);
    let kind =
        pen.fitting(&words, tight(size, true), vec2(right - x - size, PACE_HEIGHT), &[size, size * 0.84, size * 0.7]);
    let label = pen.label(&words, kind, color);
    let height = pen.size(&label).y;
    sign_ui(pen, x + size * 0.32, y + height / 2.0, size * 0.62, color);
    let width = pen.size(&label).x;
    pen.put(label, x + size * 0.9, y, right - x);
    x + size * 0.9 + width
}

fn pace_and_track_ui(pen: &Pen<'_>, left: f32, right: f32, top: f32) {
    let talk = pen.cx.state.talk();
    let end = pace_ui(pen, (left, top + PACE_TOP), (right, PACE));
    let (_, ends) = talk.plan.span(talk.spot.stop);
    let here = ends - talk.elapsed();
    let words = match talk.pace() {
        Pace::Ready => pen.cx.say(Say::Talk(Talk::StartsOnMove)),
        _ if here < 0.0 => pen.cx.say(Say::Talk(Talk::OverHere(&text::time(-here, false)))),
        _ => pen.cx.say(Say::Talk(Talk::LeftHere(&text::time(here.ceil(), false)))),
    };
    let width = right - end - HERE_GAP;
    if width > HERE_LEAST {
        let kind = pen.fitting(&words, tight(HERE[0], false), vec2(width, HERE_HEIGHT), &HERE);
        let label = pen.label(&words, kind, console::SOFT);
        if pen.size(&label).x <= width {
            pen.line(label, Align::Max, right, top + HERE_TOP);
        }
    }
    let (color, _) = pace(pen);
    track::track_ui(
        pen,
        egui::Rect::from_min_max(egui::pos2(left, top + TRACK_TOP), egui::pos2(right, top + TRACK_BOTTOM)),
        color,
    );
}
