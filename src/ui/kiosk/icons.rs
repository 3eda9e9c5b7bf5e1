//! The signs of the sheet for easier seeing and reaching, as strokes on a 24 × 24 grid.

use egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A person in a circle, whom all people know.
    Person,
    /// A circle, one half of it filled.
    Contrast,
    /// A wave that becomes a line.
    Still,
    /// A screen whose lower part is filled.
    Low,
    /// A tick.
    Tick,
}

/// Draws a sign of a size in points around a point.
pub fn sign(painter: &Painter, sign: Sign, center: Pos2, size: f32, color: Color32) {
    let unit = size / 24.0;
    let at = |x: f32, y: f32| center + vec2(x - 12.0, y - 12.0) * unit;
    let thin = Stroke::new(1.8 * unit, color);
    let lines = |points: &[(f32, f32)], stroke: Stroke| {
        painter.line(points.iter().map(|&(x, y)| at(x, y)).collect(), stroke);
    };
    match sign {
        Sign::Person => {
            painter.circle_stroke(center, 11.0 * unit, Stroke::new(1.6 * unit, color));
            painter.circle_filled(at(12.0, 6.3), 1.8 * unit, color);
            lines(&[(6.2, 9.2), (10.2, 10.2), (13.8, 10.2), (17.8, 9.2)], thin);
            lines(&[(12.0, 10.2), (12.0, 13.6)], Stroke::new(3.6 * unit, color));
            lines(&[(8.8, 19.0), (10.8, 14.0), (13.2, 14.0), (15.2, 19.0)], thin);
        }
        Sign::Contrast => {
            painter.circle_stroke(center, 10.0 * unit, thin);
            let half = Rect::from_min_max(at(12.0, 1.0), at(23.0, 23.0));
            painter.with_clip_rect(half.intersect(painter.clip_rect())).circle_filled(center, 10.0 * unit, color);
        }
        Sign::Still => {
            let wave: Vec<(f32, f32)> =
                (0_u8..21).map(f32::from).map(|i| (2.0 + i, 9.0 - (i * 0.314).sin() * 3.6)).collect();
            for dash in wave.chunks(3).step_by(2) {
                lines(dash, thin);
            }
            lines(&[(2.0, 18.0), (22.0, 18.0)], Stroke::new(2.2 * unit, color));
        }
        Sign::Low => {
            let screen = Rect::from_min_max(at(2.0, 3.0), at(22.0, 21.0));
            painter.rect_stroke(screen, 2.0 * unit, thin, StrokeKind::Inside);
            painter.rect_filled(Rect::from_min_max(at(4.6, 15.0), at(19.4, 18.6)), 0.0, color);
            lines(&[(12.0, 5.6), (12.0, 12.0)], thin);
            lines(&[(9.2, 9.6), (12.0, 12.6), (14.8, 9.6)], thin);
        }
        Sign::Tick => lines(&[(4.0, 12.5), (10.0, 18.0), (20.0, 6.0)], Stroke::new(3.0 * unit, color)),
    }
}

/// Where a sign of a size stands at the left of an area, in the middle of its height.
pub fn at_left(area: Rect, inset: f32, size: f32) -> Pos2 {
    pos2(area.left() + inset + size / 2.0, area.center().y)
}
