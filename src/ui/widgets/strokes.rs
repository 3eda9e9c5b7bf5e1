//! Strokes that egui lacks: dashes that meet at corners, and hatching that ends at its outline.

use egui::{Pos2, Rect, pos2};

use crate::ui::marks::{Line, Shape};

/// Dashes along a line of many points; a dash goes on round its bends.
#[must_use]
pub fn dashed_line<I>(points: &[Pos2], on: f32, off: f32, line: Line<I>) -> Shape<I> {
    let mut dashes = Vec::new();
    if on > 0.0 && off > 0.0 {
        // Where the next dash begins or ends, from the last point on.
        let (mut along, mut draws) = (0.0, false);
        for ends in points.windows(2) {
            let (from, to) = (ends[0], ends[1]);
            let length = (to - from).length();
            let mut start = from;
            while along < length {
                let here = from + (to - from) * (along / length);
                if draws {
                    dashes.push([start, here]);
                } else {
                    start = here;
                }
                along += if draws { off } else { on };
                draws = !draws;
            }
            if draws {
                dashes.push([start, to]);
            }
            along -= length;
        }
    }
    Shape::Segments(dashes, line)
}

/// A dashed outline that lies inside an area. Each side begins and ends with half a dash or more, so that the corners are
/// closed; the gaps give way for it.
#[must_use]
pub fn dashed_rect<I>(area: Rect, on: f32, off: f32, line: Line<I>) -> Shape<I> {
    let area = area.shrink(line.width / 2.0);
    let mut dashes = Vec::new();
    if area.is_positive() && on > 0.0 && off > 0.0 {
        let corners = [area.left_top(), area.right_top(), area.right_bottom(), area.left_bottom(), area.left_top()];
        for side in corners.windows(2) {
            dashed_side(&mut dashes, [side[0], side[1]], (on, off), line.width);
        }
    }
    Shape::Segments(dashes, line)
}

/// One side: half a dash at each end, and whole dashes between.
fn dashed_side(dashes: &mut Vec<[Pos2; 2]>, [from, to]: [Pos2; 2], (on, off): (f32, f32), width: f32) {
    let length = from.distance(to);
    let periods = (length / (on + off)).round().max(1.0);
    let period = length / periods;
    let gap = (off * period / (on + off)).min(period);
    let dash = period - gap;
    let along = (to - from) / length;
    // Half the stroke further at both ends: two sides close their corner.
    let mut start = -width / 2.0;
    let mut end = dash / 2.0;
    while start < length {
        let stop = if end + gap > length { length + width / 2.0 } else { end };
        dashes.push([from + along * start, from + along * stop]);
        start = end + gap;
        end = start + dash;
    }
}

/// Lines at 45°, rising to the right, `pitch` apart, inside an area.
#[must_use]
pub fn hatch<I>(area: Rect, pitch: f32, line: Line<I>) -> Shape<I> {
    let mut lines = Vec::new();
    if area.is_positive() && pitch >= 1.0 {
        let step = pitch * std::f32::consts::SQRT_2;
        let mut offset = step / 2.0;
        while offset < area.width() + area.height() {
            // The line on which the distances from the left and from the bottom differ by a constant.
            let low = pos2(area.left() + (offset - area.height()).max(0.0), area.top() + offset.min(area.height()));
            let high = pos2(area.left() + offset.min(area.width()), area.top() + (offset - area.width()).max(0.0));
            lines.push([low, high]);
            offset += step;
        }
    }
    Shape::Segments(lines, line)
}
