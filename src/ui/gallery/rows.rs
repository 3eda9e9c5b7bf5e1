//! Justified rows of pictures in their own proportions.

use egui::{Rect, Vec2, pos2, vec2};

use super::{END, GAP};

/// How much of a picture may be seen for its cut to be plain, and the factors of the target height that are tried for it.
const CUT: std::ops::RangeInclusive<f32> = 0.2..=0.85;
const CUT_TARGETS: [f32; 6] = [0.94, 1.06, 0.88, 1.12, 0.82, 1.18];
/// Rows for the wall. With few pictures the rows are raised so that they fill the height.
pub fn fill(aspects: &[f32], area: Vec2, target: f32, caption: f32, pixel: f32) -> (Vec<Rect>, f32) {
    let mut best = rows(aspects, area.x, target, caption, pixel);
    let mut raised = target;
    if best.1 >= area.y {
        // Where there is more than is seen, the last row is cut, not the gap before it.
        let others = CUT_TARGETS.map(|factor| rows(aspects, area.x, target * factor, caption, pixel));
        let is_seen = |rows: &(Vec<Rect>, f32)| rows.1 >= area.y && is_cut_seen(&rows.0, area.y + END);
        return if is_seen(&best) { best } else { others.into_iter().find(is_seen).unwrap_or(best) };
    }
    while raised < area.y * 0.85 {
        raised *= 1.04;
        let next = rows(aspects, area.x, raised, caption, pixel);
        if next.1 <= area.y && next.1 > best.1 {
            best = next;
        }
    }
    best
}

/// Justified rows: a row is closed when its justified height falls to the target or under. Gives the areas of the
/// pictures, in whole pixels so that a rendition is shown as it is, and the height of all.
fn rows(aspects: &[f32], width: f32, target: f32, caption: f32, pixel: f32) -> (Vec<Rect>, f32) {
    let mut areas = Vec::with_capacity(aspects.len());
    let mut y = 0.0;
    let mut row: Vec<f32> = Vec::new();
    let whole = |points: f32| (points / pixel).round().max(1.0) * pixel;
    let caption = whole(caption);
    let mut place = |row: &mut Vec<f32>, height: f32, is_full: bool, y: &mut f32| {
        let height = whole(height);
        let taken: f32 = row.iter().map(|aspect| whole(aspect * height)).sum();
        // The gaps take up what rounding leaves.
        #[expect(clippy::cast_precision_loss, reason = "a row holds a few pictures")]
        let gap = if is_full && row.len() > 1 { (width - taken) / (row.len() - 1) as f32 } else { GAP };
        let mut x = 0.0;
        for aspect in row.drain(..) {
            let size = vec2(whole(aspect * height), height);
            areas.push(Rect::from_min_size(pos2((x / pixel).round() * pixel, *y), size));
            x += size.x + gap;
        }
        *y += height + caption;
    };
    #[expect(clippy::cast_precision_loss, reason = "a row holds a few pictures")]
    let justified = |row: &[f32]| (width - GAP * (row.len() - 1) as f32) / row.iter().sum::<f32>();
    for &aspect in aspects {
        row.push(aspect);
        if justified(&row) <= target {
            let height = justified(&row);
            place(&mut row, height, true, &mut y);
        }
    }
    if !row.is_empty() {
        let height = justified(&row);
        let is_full = height <= target * 1.25;
        place(&mut row, if is_full { height } else { target }, is_full, &mut y);
    }
    (areas, y)
}

/// True where the lower end of what is seen cuts a row of pictures so that it shows, or none.
fn is_cut_seen(areas: &[Rect], seen: f32) -> bool {
    let cut = areas.iter().rev().find(|area| area.top() < seen);
    let share = |area: &Rect| (seen - area.top()) / area.height();
    areas.last().is_none_or(|last| last.bottom() <= seen) || cut.is_some_and(|area| CUT.contains(&share(area)))
}

#[cfg(test)]
mod tests {
    use super::super::GAP;
    use super::rows;

    #[test]
    fn rows_fill_the_width_and_keep_proportions() {
        let aspects = [1.5, 0.66, 1.77, 1.5, 0.66, 1.5, 1.5, 2.0, 0.8, 1.5];
        let (areas, _) = rows(&aspects, 1492.0, 283.0, 56.0, 1.0);
        assert_eq!(areas.len(), aspects.len());
        for (area, aspect) in areas.iter().zip(aspects) {
            assert!((area.width() - aspect * area.height()).abs() <= 0.5, "within half a pixel");
            assert!(area.right() <= 1492.5);
            assert!([area.left(), area.top(), area.width(), area.height()].iter().all(|side| side.fract() == 0.0));
        }
        let first: Vec<_> = areas.iter().filter(|r| r.top() == 0.0).collect();
        assert!((first[first.len() - 1].right() - 1492.0).abs() <= 1.0);
        assert!(first.windows(2).all(|two| (two[1].left() - two[0].right() - GAP).abs() < 4.0));
    }
}
