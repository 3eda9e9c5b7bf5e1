//! One slow look over the whole: over its title and pictures, then over its years, then all of it at rest. Nothing in it changes; only what is near does.

use egui::{Rect, Ui, Vec2, pos2};

use super::Whole;
use crate::ui::Cx;
use crate::ui::theme::duration;

/// How long a part is looked at, and how long it takes to the next one, in seconds.
const REST: f64 = 2.2;
const WAY: f64 = 1.8;
/// The most that a part is enlarged, and what stays around it, as a share of what is seen.
const MOST: f32 = 2.6;
const AROUND: f32 = 0.04;
/// How many slow frames, one after the other, end the look: it would only be a stutter.
const SLOW_FRAMES: u8 = 3;

/// A look that is under way.
#[derive(Clone, Copy, Default)]
pub struct Look {
    /// Since when, in seconds, and the last frame in which it was seen; `None` before its first one.
    since: Option<(f64, u64)>,
    is_over: bool,
    slow_frames: u8,
}

impl Look {
    /// Goes to its end.
    pub fn end(&mut self) {
        self.is_over = true;
    }
}

/// The part of a poster in an area that is seen now: where the whole of it comes to lie, how much larger it ever gets, and whether the look
/// is over. Where nothing may move, it is over at once. `anew` says that it begins anew where it was not seen in the last frame; else it goes on.
pub fn seen(ui: &Ui, cx: &Cx<'_>, whole: &Whole, area: Rect, anew: bool) -> (Rect, f32, bool) {
    let path = path(&whole.parts);
    let (now, frame) = (ui.input(|i| i.time), ui.ctx().cumulative_frame_nr());
    let mut motion = cx.motion.borrow_mut();
    let look = &mut motion.look;
    if look.since.is_none_or(|(_, last)| anew && last + 1 < frame) {
        *look = Look { since: Some((now, frame)), ..Look::default() };
    }
    let (since, last) = look.since.unwrap_or((now, frame));
    // Where time stands still, as for a picture of the screen, it would never end.
    look.is_over |= now <= since && last < frame;
    look.since = Some((since, frame));
    let is_slow = now > since && ui.input(|i| i.unstable_dt) > duration::SLOW_FRAME;
    look.slow_frames = if is_slow { look.slow_frames.saturating_add(1) } else { 0 };
    look.is_over |= !cx.state.moves() || look.slow_frames >= SLOW_FRAMES;
    let most = path.iter().map(|view| 1.0 / view.size().min_elem()).fold(1.0, f32::max);
    let Some(view) = at(&path, now - since).filter(|_| !look.is_over) else {
        look.is_over = true;
        return (area, 1.0, true);
    };
    ui.ctx().request_repaint();
    let scale = 1.0 / view.width();
    let size = area.size() * scale;
    (Rect::from_min_size(area.min - view.min.to_vec2() * size, size), most, false)
}

/// What is looked at, one after the other, each of the poster's proportions, as shares of its size; the whole is not among them.
fn path(parts: &[Rect]) -> Vec<Rect> {
    let view = |part: &Rect| {
        let side = (part.size().max_elem() * (1.0 + AROUND)).clamp(1.0 / MOST, 1.0);
        let half = side / 2.0;
        let center = part.center().clamp(pos2(half, half), pos2(1.0 - half, 1.0 - half));
        Rect::from_center_size(center, Vec2::splat(side))
    };
    parts.iter().map(view).filter(|view| view.width() < 1.0 - AROUND).collect()
}

/// What is seen after so many seconds; `None` once it is the whole.
fn at(path: &[Rect], secs: f64) -> Option<Rect> {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let mut secs = secs.max(0.0);
    for (i, view) in path.iter().enumerate() {
        if secs < REST {
            return Some(*view);
        }
        secs -= REST;
        if secs < WAY {
            #[expect(clippy::cast_possible_truncation, reason = "a share")]
            let share = (secs / WAY) as f32;
            let share = share * share * (3.0 - 2.0 * share);
            return Some(view.lerp_towards(path.get(i + 1).unwrap_or(&whole), share));
        }
        secs -= WAY;
    }
    None
}

#[cfg(test)]
mod tests {
    use egui::{Rect, Vec2, pos2};
    use proptest::prelude::*;

    use super::{REST, WAY, at, path};

    proptest! {
        #[test]
        fn a_look_stays_on_the_poster_goes_over_each_part_and_ends_with_all_of_it(
            parts in prop::collection::vec(([0.0_f32..0.9, 0.0_f32..0.9], [0.02_f32..1.0, 0.02_f32..1.0]), 0..4),
        ) {
            let rect = |(min, size): &([f32; 2], [f32; 2])| {
                let min = pos2(min[0], min[1]);
                Rect::from_min_max(min, (min + Vec2::from(*size)).min(pos2(1.0, 1.0)))
            };
            let parts: Vec<Rect> = parts.iter().map(rect).collect();
            let path = path(&parts);
            let inside = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)).expand(1e-4);
            #[expect(clippy::cast_precision_loss, reason = "a handful")]
            let end = path.len() as f64 * (REST + WAY);
            let mut secs = 0.0;
            while secs < end - 1e-6 {
                let view = at(&path, secs).expect("under way");
                prop_assert!(inside.contains_rect(view), "{view:?} at {secs}");
                prop_assert!((view.width() - view.height()).abs() < 1e-4, "its proportions");
                secs += 0.1;
            }
            prop_assert_eq!(at(&path, end + 1e-6), None);
            for view in &path {
                prop_assert!(parts.iter().any(|part| view.expand(1e-4).contains(part.center())));
            }
        }
    }
}
