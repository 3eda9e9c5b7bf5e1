//! The scale of bars: where they stand or lie and how long they are, for every size and output.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::places::{AxisSlot, Chart, Look};
use crate::model::axis;

/// The share of its slot that a bar takes.
pub const BAR_SHARE: f32 = 0.62;
/// The least length of a bar, in points: a true zero is visible at any size.
const LEAST_BAR: f32 = 3.0;
/// The most that the slot of a figure that is not published takes with its words in it, as a share of the shortest bar.
const VOID_SHARE: f32 = 0.85;
/// Its length where it would take more, in points.
const VOID_SHORT: f32 = 16.0;

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
    /// The length of the slot of a figure that is not published.
    pub void: f32,
    /// The length of one person, in points.
    pub per_person: f64,
}

impl Bars {
    /// Standing bars of a pitch and thickness, with the height of an unpublished figure's slot, before their scale is known.
    #[must_use]
    pub fn standing(plot: Rect, (pitch, thick): (f32, f32), void: f32) -> Self {
        Self { plot, lie: false, pitch, thick, void, per_person: 0.0 }
    }

    /// The middle of a place, across the bars.
    #[must_use]
    pub fn middle(&self, place: usize) -> f32 {
        let start = if self.lie { self.plot.top() } else { self.plot.left() };
        start + (count(place) + 0.5) * self.pitch
    }

    /// The corner and size of the bar around a middle, or of the slot of a figure that is not published.
    #[must_use]
    pub fn bar(&self, middle: f32, look: Look) -> (Pos2, Vec2) {
        let length = match look {
            Look::Reported(value) | Look::WorkedOut(value) => length(value, self.per_person),
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

/// The length of one person, where `free` is the length that each place leaves to its bar.
#[must_use]
pub fn per_person(chart: &Chart, free: impl Fn(usize, &AxisSlot) -> f32) -> f64 {
    let fits = |(i, place): (usize, &AxisSlot)| {
        let value = place.look.value().filter(|value| *value > 0.0)?;
        Some(f64::from(free(i, place)) / value)
    };
    let per_person = chart.places.iter().enumerate().filter_map(fits).fold(f64::INFINITY, f64::min);
    if per_person.is_finite() { per_person } else { 0.0 }
}

/// A number of people as a length, in points.
#[must_use]
pub fn length(value: f64, per_person: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
    let points = (value * per_person) as f32;
    points.max(LEAST_BAR)
}

/// The length of the slot of a figure that is not published: `roomy`, with its words in it, or short and fixed where bars are not
/// much longer than that and a value could be read from it.
#[must_use]
pub fn void_length(chart: &Chart, per_person: f64, roomy: f32) -> f32 {
    let values = chart.places.iter().filter_map(|place| place.look.value()).filter(|value| *value > 0.0);
    let shortest = values.map(|value| length(value, per_person)).fold(f32::INFINITY, f32::min);
    if roomy <= shortest * VOID_SHARE { roomy } else { VOID_SHORT.min(shortest / 3.0).max(2.0 * LEAST_BAR) }
}

/// A count as a float.
#[must_use]
pub fn count(places: usize) -> f32 {
    u16::try_from(places).map_or(f32::MAX, f32::from)
}

/// The values of the grid lines above zero, about `pitch` apart on an axis of this length.
#[must_use]
pub fn grid(highest: f64, length: f32, pitch: f32) -> Vec<f64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 2 to 6")]
    let lines = (length / pitch).ceil().clamp(2.0, 6.0) as u32;
    let step = axis(highest, lines).step;
    (1..=20_u8).map(|i| f64::from(i) * step).take_while(|value| *value <= highest).collect()
}
