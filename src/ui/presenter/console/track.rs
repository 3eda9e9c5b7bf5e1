//! The track of the talk: one segment for each stop, as wide as its planned time, and a needle at the time that has passed.

use egui::{Align, Color32, Rect, Shape, Stroke, StrokeKind, vec2};

use crate::state::talk::StopKey;
use crate::ui::presenter::console_widgets::{CAPTION, THIN_STROKE, corners};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme;
use crate::ui::theme::stage::console;

/// The share of the pace's colour in segments that are done.
const DONE: f32 = 0.62;
/// Half the gap between two segments, and the same with more than so many stops.
const HALF_GAP: f32 = 1.5;
const HALF_GAP_OF_MANY: f32 = 0.5;
const MANY: usize = 60;
/// How far the current segment extends above and below, and its outline.
const LIFT: f32 = 3.0;
const HERE_STROKE: f32 = 3.0;
const RADIUS: f32 = 6.0;
/// The needle: its edge, its line, how far this reaches over the track and under it.
const NEEDLE_EDGE: f32 = 8.0;
const NEEDLE: f32 = 4.0;
const NEEDLE_OVER: f32 = 12.0;
const NEEDLE_UNDER: f32 = 7.0;
/// The gap above the numbers, and the least distance between two of them.
const NUMBER_GAP: f32 = 10.0;
const NUMBER_APART: f32 = 48.0;

/// Draws the track into an area given in measures; the numbers are below it, and the needle extends above it.
pub(super) fn track_ui(pen: &Pen<'_>, area: Rect, color: Color32) {
    let talk = pen.cx.state.talk();
    let total = talk.plan.total().max(1.0);
    #[expect(clippy::cast_possible_truncation, reason = "a share of a width")]
    let x = |secs: f64| area.left() + (secs / total).clamp(0.0, 1.0) as f32 * area.width();
    let elapsed = talk.elapsed();
    let gap = if talk.stops.len() > MANY { HALF_GAP_OF_MANY } else { HALF_GAP };
    for (at, stop) in talk.stops.keys().enumerate() {
        let (begin, end) = talk.plan.span(stop);
        let here = stop == talk.spot.stop;
        let lift = if here { LIFT } else { 0.0 };
        let width = (x(end) - x(begin) - 2.0 * gap).max(1.0);
        let part = pen.rect(x(begin) + gap, area.top() - lift, width, area.height() + 2.0 * lift);
        let radius = corners(pen, RADIUS);
        let painter = pen.ui.painter();
        if at < talk.position() {
            painter.rect_filled(part, radius, theme::mix(console::PANEL, color, DONE));
        } else if here {
            let stroke = Stroke::new(pen.px(HERE_STROKE).max(1.0), color);
            painter.rect_stroke(part, radius, stroke, StrokeKind::Inside);
            #[expect(clippy::cast_possible_truncation, reason = "a share")]
            let share = ((elapsed - begin) / (end - begin).max(0.1)).clamp(0.0, 1.0) as f32;
            let filled = Rect::from_min_size(part.min, vec2(part.width() * share, part.height()));
            painter.rect_filled(filled, radius, color);
        } else {
            let stroke = Stroke::new(pen.px(THIN_STROKE).max(1.0), console::EDGE);
            painter.rect_filled(part, radius, console::CARD);
            painter.rect_stroke(part, radius, stroke, StrokeKind::Inside);
        }
    }
    needle_ui(pen, x(elapsed), area);
    numbers_ui(pen, area, &|stop| {
        let (begin, end) = talk.plan.span(stop);
        x(f64::midpoint(begin, end))
    });
}

fn needle_ui(pen: &Pen<'_>, x: f32, area: Rect) {
    let at = |dx: f32, y: f32| pen.at(x + dx, y);
    let painter = pen.ui.painter();
    let line = [at(0.0, area.top() - NEEDLE_OVER), at(0.0, area.bottom() + NEEDLE_UNDER)];
    painter.line_segment(line, Stroke::new(pen.px(NEEDLE_EDGE), console::PANEL));
    painter.line_segment(line, Stroke::new(pen.px(NEEDLE), console::CREAM));
    let points = vec![at(-11.0, area.top() - 20.0), at(11.0, area.top() - 20.0), at(0.0, area.top() - 4.0)];
    painter.add(Shape::convex_polygon(points, console::CREAM, Stroke::NONE));
}

/// The numbers of the first, last and current stop; the first two are left out near the current one.
fn numbers_ui(pen: &Pen<'_>, area: Rect, x: &dyn Fn(StopKey) -> f32) {
    let talk = pen.cx.state.talk();
    let here = talk.spot.stop;
    let (first, last) = (talk.stops.keys().next(), talk.stops.keys().next_back());
    for stop in first.into_iter().chain(last).chain([here]) {
        if stop != here && (x(stop) - x(here)).abs() < NUMBER_APART {
            continue;
        }
        let words = (talk.stops.position(stop) + 1).to_string();
        let color = if stop == here { console::CREAM } else { console::SOFT };
        let label = pen.label(&words, tight(CAPTION, stop == here), color).align(Align::Center);
        label.paint(pen.ui, pen.at(x(stop), area.bottom() + NUMBER_GAP));
    }
}
