//! Strokes that egui has not: dashes that meet at corners, and hatching that ends at its outline.

use egui::{Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Dashes along a line of many points; a dash goes on round its bends.
pub fn dashed_line(painter: &Painter, points: &[Pos2], on: f32, off: f32, stroke: Stroke) {
    if points.len() >= 2 && on > 0.0 && off > 0.0 {
        painter.extend(Shape::dashed_line(points, stroke, on, off));
    }
}

/// A dashed outline that lies inside a room. Each side begins and ends with half a dash or more, so that the corners are
/// closed; the gaps give way for it.
pub fn dashed_rect(painter: &Painter, room: Rect, on: f32, off: f32, stroke: Stroke) {
    let room = room.shrink(stroke.width / 2.0);
    if !room.is_positive() || on <= 0.0 || off <= 0.0 {
        return;
    }
    let corners = [room.left_top(), room.right_top(), room.right_bottom(), room.left_bottom(), room.left_top()];
    for side in corners.windows(2) {
        if let [from, to] = *side {
            dashed_side(painter, from, to, (on, off), stroke);
        }
    }
}

/// One side: half a dash at each end, and whole dashes between.
fn dashed_side(painter: &Painter, from: Pos2, to: Pos2, (on, off): (f32, f32), stroke: Stroke) {
    let length = from.distance(to);
    let periods = (length / (on + off)).round().max(1.0);
    let period = length / periods;
    let gap = (off * period / (on + off)).min(period);
    let dash = period - gap;
    let along = (to - from) / length;
    // Half the stroke further at both ends: two sides close their corner.
    let mut start = -stroke.width / 2.0;
    let mut end = dash / 2.0;
    while start < length {
        let stop = if end + gap > length { length + stroke.width / 2.0 } else { end };
        painter.line_segment([from + along * start, from + along * stop], stroke);
        start = end + gap;
        end = start + dash;
    }
}

/// Lines at 45°, rising to the right, `pitch` apart, inside a room.
pub fn hatch(painter: &Painter, room: Rect, pitch: f32, stroke: Stroke) {
    if !room.is_positive() || pitch < 1.0 {
        return;
    }
    let step = pitch * std::f32::consts::SQRT_2;
    let mut offset = step / 2.0;
    while offset < room.width() + room.height() {
        // The line on which the distances from the left and from the bottom differ by a constant.
        let low = pos2(room.left() + (offset - room.height()).max(0.0), room.top() + offset.min(room.height()));
        let high = pos2(room.left() + offset.min(room.width()), room.top() + (offset - room.width()).max(0.0));
        painter.line_segment([low, high], stroke);
        offset += step;
    }
}
