//! Pictures in rows of one width, as equal in height as their order allows.

use egui::{Rect, Vec2, pos2, vec2};

/// The gap between two pictures, and between two rows, in points.
pub const GAP: f32 = 12.0;

/// How much narrower than the room rows may become so that they fill its height.
const LEAST_SHARE: f32 = 0.94;

/// The areas of pictures of these proportions in as few rows as keep within a size, from its upper left corner on, and their height.
/// Rows are as wide as it; where even so they are too high, narrower.
#[must_use]
pub fn rows(aspects: &[f32], room: Vec2) -> (Vec<Rect>, f32) {
    if aspects.is_empty() || room.min_elem() <= 0.0 {
        return (Vec::new(), 0.0);
    }
    // Of rows that fit, or nearly so, those that cover most of the room; else the lowest.
    let share = |height: f32| (room.y / height).min(1.0);
    let rank = |height: f32| {
        let share = share(height);
        if share >= LEAST_SHARE { height * share * share } else { -height }
    };
    let made = (1..=aspects.len()).map(|count| placed(aspects, &shared(aspects, count), room.x));
    let best = made.max_by(|a, b| rank(a.1).total_cmp(&rank(b.1)));
    let (mut areas, height) = best.unwrap_or_default();
    let share = share(height);
    for area in &mut areas {
        *area = Rect::from_min_size((area.min.to_vec2() * share).to_pos2(), area.size() * share);
    }
    (areas, height * share)
}

/// How many pictures each of so many rows has, so that the sums of their proportions differ least (a linear partition).
fn shared(aspects: &[f32], count: usize) -> Vec<usize> {
    let n = aspects.len();
    let mut sums = vec![0.0; n + 1];
    for (i, aspect) in aspects.iter().enumerate() {
        sums[i + 1] = sums[i] + aspect;
    }
    #[expect(clippy::cast_precision_loss, reason = "some rows")]
    let ideal = sums[n] / count as f32;
    let off = |from: usize, to: usize| (sums[to] - sums[from] - ideal).powi(2);
    // The least cost of the first pictures in so many rows, and where the last of these begins.
    let mut cost: Vec<f32> = (0..=n).map(|to| if to == 0 { f32::INFINITY } else { off(0, to) }).collect();
    let mut begins: Vec<Vec<usize>> = vec![vec![0; n + 1]];
    for row in 1..count {
        let (mut next, mut begin) = (vec![f32::INFINITY; n + 1], vec![0; n + 1]);
        for to in row + 1..=n {
            for (from, before) in cost.iter().enumerate().take(to).skip(row) {
                let total = before + off(from, to);
                if total < next[to] {
                    (next[to], begin[to]) = (total, from);
                }
            }
        }
        cost = next;
        begins.push(begin);
    }
    let mut counts = Vec::with_capacity(count);
    let mut to = n;
    for begin in begins.iter().rev() {
        counts.push(to - begin[to]);
        to = begin[to];
    }
    counts.reverse();
    counts
}

fn placed(aspects: &[f32], counts: &[usize], width: f32) -> (Vec<Rect>, f32) {
    let mut areas = Vec::with_capacity(aspects.len());
    let (mut y, mut from) = (0.0, 0);
    for &count in counts {
        let row = &aspects[from..from + count];
        from += count;
        #[expect(clippy::cast_precision_loss, reason = "some pictures")]
        let gaps = GAP * count.saturating_sub(1) as f32;
        let height = (width - gaps).max(1.0) / row.iter().sum::<f32>();
        let mut x = 0.0;
        for aspect in row {
            areas.push(Rect::from_min_size(pos2(x, y), vec2(aspect * height, height)));
            x += aspect * height + GAP;
        }
        y += height + GAP;
    }
    (areas, (y - GAP).max(0.0))
}

#[cfg(test)]
mod tests {
    use egui::vec2;
    use proptest::prelude::*;

    use super::rows;

    proptest! {
        #[test]
        fn no_picture_is_cropped_or_left_out(
            aspects in prop::collection::vec(0.2_f32..5.0, 1..40), width in 200.0_f32..3000.0, height in 100.0_f32..3000.0
        ) {
            let (areas, used) = rows(&aspects, vec2(width, height));
            prop_assert_eq!(areas.len(), aspects.len());
            prop_assert!(used <= height + 0.5);
            for (area, aspect) in areas.iter().zip(&aspects) {
                prop_assert!((area.width() / area.height() - aspect).abs() < 0.01 * aspect);
                prop_assert!(area.right() <= width + 0.5 && area.bottom() <= height + 0.5);
            }
            for pair in areas.windows(2) {
                prop_assert!(!pair[0].shrink(0.1).intersects(pair[1].shrink(0.1)));
            }
        }
    }
}
