//! Where bars stand or lie and how long they are, whatever their size and whoever looks at them.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::paint;
use super::places::{AxisSlot, Chart, Look};

/// Bars side by side, or one below the other.
#[derive(Clone, Copy, Debug)]
pub struct Bars {
    /// Where they are drawn: standing ones from its bottom up, lying ones from its left side on.
    pub plot: Rect,
    /// True where they lie.
    pub lie: bool,
    /// From the middle of one place to that of the next.
    pub pitch: f32,
    /// The thickness of a bar.
    pub thick: f32,
    /// The length of the slot of what is not published.
    pub void: f32,
    /// The length of one person.
    pub per_person: f64,
    /// Points on the screen for one of length: a true zero is seen at any size.
    pub points: f32,
}

impl Bars {
    /// The middle of a place, across the bars.
    #[must_use]
    pub fn middle(&self, place: usize) -> f32 {
        let start = if self.lie { self.plot.top() } else { self.plot.left() };
        start + (paint::count(place) + 0.5) * self.pitch
    }

    /// The corner and size of the bar around a middle, or of the slot of what is not published.
    #[must_use]
    pub fn bar(&self, middle: f32, look: Look) -> (Pos2, Vec2) {
        let length = match look {
            Look::Reported(value) | Look::WorkedOut(value) => {
                paint::length(value, self.per_person * f64::from(self.points)) / self.points
            }
            Look::NotPublished => self.void,
            Look::NotApplicable => 0.0,
        };
        let side = middle - self.thick / 2.0;
        if self.lie {
            (pos2(self.plot.left(), side), vec2(length, self.thick))
        } else {
            (pos2(side, self.plot.bottom() - length), vec2(self.thick, length))
        }
    }

    /// The bracket from the bar around one middle to that around another: its line stands at `at`, its ends reach back by `end`.
    #[must_use]
    pub fn bracket(&self, [first, last]: [f32; 2], at: f32, end: f32) -> [Pos2; 4] {
        let (from, to) = (first - self.thick / 2.0, last + self.thick / 2.0);
        if self.lie {
            [pos2(at - end, from), pos2(at, from), pos2(at, to), pos2(at - end, to)]
        } else {
            [pos2(from, at + end), pos2(from, at), pos2(to, at), pos2(to, at + end)]
        }
    }
}

/// The length of one person, where `free` is the room for the bar of each place.
#[must_use]
pub fn per_person(chart: &Chart, free: impl Fn(usize, &AxisSlot) -> f32) -> f64 {
    let fits = |(i, place): (usize, &AxisSlot)| {
        let value = place.look.value().filter(|value| *value > 0.0)?;
        Some(f64::from(free(i, place)) / value)
    };
    let per_person = chart.places.iter().enumerate().filter_map(fits).fold(f64::INFINITY, f64::min);
    if per_person.is_finite() { per_person } else { 0.0 }
}
