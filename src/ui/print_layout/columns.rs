//! Entries in columns about equally high, in order.

use egui::{Pos2, pos2};

/// How far a column may exceed its limit by rounding, and the step in which limits are tried.
const ROUNDING: f32 = 0.5;
const LIMIT_STEP: f32 = 8.0;

/// Where entries of these heights stand, in so many columns of a width from a point on, and the height of all.
pub fn columns(heights: &[f32], count: f32, at: Pos2, pitch: f32) -> (Vec<Pos2>, f32) {
    let limit = column_height(heights, count);
    let (mut x, mut y, mut bottom) = (at.x, at.y, at.y);
    let mut places = Vec::with_capacity(heights.len());
    for height in heights {
        if y > at.y && y + height > at.y + limit + ROUNDING {
            (x, y) = (x + pitch, at.y);
        }
        places.push(pos2(x, y));
        y += height;
        bottom = bottom.max(y);
    }
    (places, bottom - at.y)
}

/// The least height, in steps, at which entries of these heights fill at most so many columns in order.
fn column_height(heights: &[f32], columns: f32) -> f32 {
    let highest = heights.iter().copied().fold(0.0, f32::max);
    let mut limit = highest.max(heights.iter().sum::<f32>() / columns);
    loop {
        let (mut used, mut y) = (1.0, 0.0);
        for height in heights {
            if y > 0.0 && y + height > limit + ROUNDING {
                (used, y) = (used + 1.0, 0.0);
            }
            y += height;
        }
        if used <= columns {
            return limit;
        }
        limit += LIMIT_STEP;
    }
}
