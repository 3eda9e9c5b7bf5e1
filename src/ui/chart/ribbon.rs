//! A ribbon: an S-curve of even height between two upright edges, filled or outlined.

use egui::{Color32, Pos2, pos2};

use crate::ui::marks::{Line, Shape};
use crate::ui::widgets;

/// The pieces of a curve: enough for one as wide as a screen to look round.
const PIECES: u16 = 64;
/// A dash of an outline, and a gap.
const DASH: [f32; 2] = [8.0, 6.0];

/// The course of a ribbon: the middles of its two ends, and its thickness.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Course {
    pub from: Pos2,
    pub to: Pos2,
    pub thick: f32,
}

impl Course {
    /// A point of the middle line: a cubic curve that leaves and arrives level.
    fn at(&self, t: f32) -> Pos2 {
        let middle = f32::midpoint(self.from.x, self.to.x);
        let s = 1.0 - t;
        let (ends, inner) = ((s * s * s, t * t * t), (3.0 * s * s * t, 3.0 * s * t * t));
        pos2(
            ends.0 * self.from.x + (inner.0 + inner.1) * middle + ends.1 * self.to.x,
            (ends.0 + inner.0) * self.from.y + (ends.1 + inner.1) * self.to.y,
        )
    }

    /// The line at a distance below the middle line.
    fn edge(&self, below: f32) -> Vec<Pos2> {
        (0..=PIECES).map(|i| self.at(f32::from(i) / f32::from(PIECES)) + egui::vec2(0.0, below)).collect()
    }

    /// True where a point lies on the ribbon.
    pub fn holds(&self, point: Pos2) -> bool {
        if !(self.from.x..=self.to.x).contains(&point.x) {
            return false;
        }
        let middle = self.edge(0.0);
        let right = middle.partition_point(|p| p.x < point.x).clamp(1, middle.len() - 1);
        let (Some(a), Some(b)) = (middle.get(right - 1), middle.get(right)) else { return false };
        let share = if b.x > a.x { (point.x - a.x) / (b.x - a.x) } else { 0.0 };
        (a.y + (b.y - a.y) * share - point.y).abs() <= self.thick / 2.0
    }

    /// Fills it, with lines along its edges, which are smooth at any size: in the ground's colour they keep close ribbons apart.
    pub fn fill(&self, fill: Color32, edge: Line) -> [Shape; 3] {
        let (upper, lower) = (self.edge(-self.thick / 2.0), self.edge(self.thick / 2.0));
        let region = Shape::Ribbon { upper: upper.clone(), lower: lower.clone(), fill };
        [region, Shape::Polyline(upper, edge), Shape::Polyline(lower, edge)]
    }

    /// Its outline in dashes.
    pub fn outline(&self, line: Line) -> Vec<Shape> {
        let [on, off] = DASH;
        let (upper, lower) = (self.edge(-self.thick / 2.0), self.edge(self.thick / 2.0));
        let ends = [(upper.first(), lower.first()), (upper.last(), lower.last())];
        let ends = ends.map(|(top, bottom)| top.into_iter().chain(bottom).copied().collect());
        let dashed = |edge: Vec<Pos2>| widgets::dashed_line(&edge, on, off, line);
        [upper, lower].into_iter().chain(ends).map(dashed).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Course;
    use egui::pos2;

    #[test]
    fn a_ribbon_is_touched_on_its_course_alone() {
        let course = Course { from: pos2(0.0, 0.0), to: pos2(100.0, 80.0), thick: 20.0 };
        assert!(course.holds(pos2(1.0, 5.0)));
        assert!(course.holds(pos2(50.0, 40.0)));
        assert!(course.holds(pos2(99.0, 75.0)));
        assert!(!course.holds(pos2(50.0, 60.0)));
        assert!(!course.holds(pos2(-1.0, 0.0)));
        assert!(!course.holds(pos2(10.0, 70.0)));
    }
}
