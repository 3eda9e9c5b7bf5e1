//! Between which others of its list something would land that is dragged, and the mark there.

use egui::{Pos2, Rect, Stroke, Ui, pos2};

use crate::ui::Cx;

/// The mark where something would land.
const MARK: f32 = 4.0;

/// The entries of a list as they are drawn.
pub struct Places<'a> {
    /// Their areas, in their order.
    pub areas: &'a [Rect],
    /// The number of the first one that is drawn.
    pub first: usize,
    /// Whether they stand beside one another in lines; else below one another.
    pub across: bool,
    /// The gap between two of them, in points.
    pub gap: f32,
}

/// A place between two entries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The number of the entry that follows.
    pub before: usize,
    /// The ends of its mark.
    ends: [Pos2; 2],
}

impl Places<'_> {
    /// The gap nearest to a point; `None` if nothing is drawn.
    #[must_use]
    pub fn gap_at(&self, at: Pos2) -> Option<Gap> {
        if self.across { self.gap_across(at) } else { self.gap_down(at) }
    }

    fn gap_down(&self, at: Pos2) -> Option<Gap> {
        let before = self.areas.partition_point(|area| area.center().y < at.y);
        let (area, y) = match self.areas.get(before) {
            Some(area) => (area, area.top() - self.gap / 2.0),
            None => self.areas.last().map(|area| (area, area.bottom() + self.gap / 2.0))?,
        };
        Some(Gap { before: self.first + before, ends: [pos2(area.left(), y), pos2(area.right(), y)] })
    }

    fn gap_across(&self, at: Pos2) -> Option<Gap> {
        // The last line that begins above the point, else the first one.
        let begun = self.areas.iter().rfind(|area| area.top() <= at.y).or(self.areas.first())?;
        let in_line = |area: &Rect| (area.top() - begun.top()).abs() < 1.0;
        let from = self.areas.iter().position(in_line)?;
        let line = self.areas[from..].iter().take_while(|area| in_line(area));
        let passed = line.clone().take_while(|area| area.center().x < at.x).count();
        let x = match line.clone().nth(passed) {
            Some(area) => area.left() - self.gap / 2.0,
            None => line.clone().last()?.right() + self.gap / 2.0,
        };
        let bottom = line.map(|area| area.bottom()).fold(begun.bottom(), f32::max);
        Some(Gap { before: self.first + from + passed, ends: [pos2(x, begun.top()), pos2(x, bottom)] })
    }
}

/// Draws the mark of a gap.
pub fn mark_ui(ui: &Ui, cx: &Cx<'_>, gap: &Gap) {
    ui.painter().line_segment(gap.ends, Stroke::new(MARK, cx.colors.accent));
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::Places;

    #[test]
    fn a_point_on_a_wall_is_between_two_of_its_line_or_at_the_ends() {
        let at = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(100.0, 80.0));
        let areas = [at(0.0, 0.0), at(110.0, 0.0), at(0.0, 90.0), at(110.0, 90.0), at(0.0, 180.0)];
        let wall = Places { areas: &areas, first: 3, across: true, gap: 10.0 };
        let before = |x: f32, y: f32| wall.gap_at(pos2(x, y)).map(|gap| gap.before - 3);
        assert_eq!(before(10.0, -20.0), Some(0), "above all");
        assert_eq!(before(60.0, 40.0), Some(1));
        assert_eq!(before(400.0, 40.0), Some(2), "behind the last one of a line");
        assert_eq!(before(10.0, 95.0), Some(2), "before the first one of the next line");
        assert_eq!(before(90.0, 400.0), Some(5), "below all");
        let behind = wall.gap_at(pos2(400.0, 40.0)).expect("a gap");
        assert_eq!(behind.ends[0], pos2(215.0, 0.0), "the mark stands in the line that is pointed at");
        assert_eq!(Places { areas: &[], first: 0, across: true, gap: 0.0 }.gap_at(pos2(0.0, 0.0)), None);
    }

    #[test]
    fn a_point_on_a_list_is_between_two_rows_or_at_the_ends() {
        let row = |y: f32| Rect::from_min_size(pos2(0.0, y), vec2(300.0, 40.0));
        let areas = [row(0.0), row(40.0), row(80.0)];
        let list = Places { areas: &areas, first: 0, across: false, gap: 0.0 };
        let before = |y: f32| list.gap_at(pos2(10.0, y)).map(|gap| gap.before);
        assert_eq!([-5.0, 19.0, 21.0, 70.0, 101.0, 900.0].map(before), [0, 0, 1, 2, 3, 3].map(Some));
    }
}
