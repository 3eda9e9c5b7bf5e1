//! The marks of a text's state, told apart by their shapes: a disc with a tick, half a disc, a diamond, a dashed ring.

use egui::{Painter, Pos2, Shape, Stroke, pos2, vec2};

use crate::state::editing::table::Progress;
use crate::ui::theme::{Colors, measure};

/// The radius of a mark.
const RADIUS: f32 = 8.0;
/// How many points an arc has, and how many dashes the ring.
const POINTS: u8 = 24;
const DASHES: u8 = 8;

/// Draws the mark of a state around a centre.
pub fn paint(painter: &Painter, state: Progress, center: Pos2, colors: &Colors) {
    match state {
        Progress::Checked => {
            painter.circle_filled(center, RADIUS, colors.bar);
            let tick = [vec2(-3.6, 0.2), vec2(-1.0, 2.9), vec2(3.8, -2.8)].map(|at| center + at);
            painter.add(Shape::line(tick.to_vec(), Stroke::new(measure::AXIS, colors.card)));
        }
        Progress::Draft => {
            let line = Stroke::new(measure::CONTROL, colors.text);
            painter.circle_stroke(center, RADIUS - 1.0, line);
            let half =
                (0..=POINTS / 2).map(|i| on_circle(center, RADIUS - 1.0, 0.5 + f32::from(i) / f32::from(POINTS)));
            painter.add(Shape::convex_polygon(half.collect(), colors.text, Stroke::NONE));
        }
        Progress::Outdated => {
            let corners = [vec2(0.0, -1.0), vec2(1.0, 0.0), vec2(0.0, 1.0), vec2(-1.0, 0.0)];
            let corners = corners.map(|at| center + at * (RADIUS + 0.5));
            painter.add(Shape::convex_polygon(corners.to_vec(), colors.text, Stroke::NONE));
            let line = Stroke::new(measure::AXIS, colors.card);
            painter.line_segment([center - vec2(0.0, 4.0), center + vec2(0.0, 1.0)], line);
            painter.line_segment([center + vec2(0.0, 2.6), center + vec2(0.0, 4.4)], line);
        }
        Progress::Missing => {
            let line = Stroke::new(measure::CONTROL, colors.text);
            for dash in 0..DASHES {
                let [from, middle, to] = [0.0, 0.3, 0.6].map(|along| (f32::from(dash) + along) / f32::from(DASHES));
                let points = [from, middle, to].map(|turn| on_circle(center, RADIUS - 1.0, turn));
                painter.add(Shape::line(points.to_vec(), line));
            }
        }
    }
}

/// A point of a circle, by the share of a turn from the top to the right.
fn on_circle(center: Pos2, radius: f32, turn: f32) -> Pos2 {
    let (sin, cos) = (turn * std::f32::consts::TAU).sin_cos();
    pos2(center.x + radius * sin, center.y - radius * cos)
}
