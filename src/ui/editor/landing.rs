//! Order by dragging, the same for every list: what is dragged, between which others it would land, and the mark there.

use egui::accesskit::Role as Access;
use egui::{Context, CursorIcon, Id, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Change, FieldPath, List};
use crate::state::editing::Edit;
use crate::ui::Cx;
use crate::ui::theme::measure;

/// The mark where something would land.
const MARK: f32 = 4.0;
/// Nearer to an end of what scrolls, it scrolls on, by so many points a second.
const EDGE: f32 = 44.0;
const SPEED: f32 = 900.0;
/// The lines of a grip: their length, and how far apart they are.
const GRIP_LINE: f32 = 16.0;
const GRIP_PITCH: f32 = 4.0;

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
        let bottom = line.map(Rect::bottom).fold(begun.bottom(), f32::max);
        Some(Gap { before: self.first + from + passed, ends: [pos2(x, begun.top()), pos2(x, bottom)] })
    }
}

/// What becomes of an entry that is dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dragged {
    /// It is still held; the list is to be scrolled by so many points.
    Held(f32),
    /// It was let go before the entry with this number.
    Dropped(usize),
}

/// The handle that is dragged, or was let go in this frame.
#[must_use]
pub fn handle_in_hand(ctx: &Context) -> Option<Id> {
    ctx.dragged_id().or(ctx.drag_stopped_id())
}

/// Takes hold of what can be touched too, with a mouse: a finger that moves scrolls.
pub fn grasp(response: &Response, handle: Id) {
    let ctx = &response.ctx;
    let is_pressed = ctx.input(|i| i.pointer.primary_pressed() && !i.any_touches() && i.modifiers.is_none());
    if is_pressed && response.is_pointer_button_down_on() {
        ctx.set_dragged_id(handle);
    }
}

/// Whether something is on its way, and not merely pressed.
#[must_use]
pub fn is_on_its_way(ctx: &Context, handle: Id) -> bool {
    ctx.is_being_dragged(handle) && ctx.input(|i| i.pointer.is_decidedly_dragging())
}

/// Draws a grip by which any pointer drags.
pub fn grip_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, handle: Id, name: &str) {
    grip_sense(ui, area, handle, name);
    grip_lines(ui, area.center(), Stroke::new(measure::CONTROL, cx.colors.dim));
}

/// Senses a grip.
pub fn grip_sense(ui: &Ui, area: Rect, handle: Id, name: &str) {
    let response = ui.interact(area, handle, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Access::Unknown, true, name));
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
}

/// Draws the lines of a grip.
pub fn grip_lines(ui: &Ui, center: Pos2, line: Stroke) {
    for dy in [-GRIP_PITCH, 0.0, GRIP_PITCH] {
        ui.painter().hline(center.x - GRIP_LINE / 2.0..=center.x + GRIP_LINE / 2.0, center.y + dy, line);
    }
}

/// Follows an entry whose handle is dragged, and marks where it would land; `None` while it is not dragged, and where it lies as it did.
pub fn drag_ui(ui: &Ui, cx: &Cx<'_>, handle: Id, own: usize, places: &Places<'_>) -> Option<Dragged> {
    let ctx = ui.ctx();
    let is_let_go = ctx.drag_stopped_id() == Some(handle);
    if !is_let_go && !is_on_its_way(ctx, handle) {
        return None;
    }
    let at = ctx.input(|i| i.pointer.interact_pos())?;
    let gap = places.gap_at(at)?;
    let stays = gap.before == own || gap.before == own + 1;
    if is_let_go {
        // Esc lets it go where it was.
        let is_dropped = ctx.input(|i| i.pointer.any_released());
        return (is_dropped && !stays).then_some(Dragged::Dropped(gap.before));
    }
    ctx.set_cursor_icon(CursorIcon::Grabbing);
    if !stays {
        mark_ui(ui, cx, &gap);
    }
    let seen = ui.clip_rect();
    let by = match at.y {
        y if y < seen.top() + EDGE => 1.0,
        y if y > seen.bottom() - EDGE => -1.0,
        _ => return Some(Dragged::Held(0.0)),
    };
    ctx.request_repaint();
    Some(Dragged::Held(by * SPEED * ctx.input(|i| i.stable_dt)))
}

/// The same in what scrolls by itself; gives the step that moves an entry of a list.
pub fn order_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    (handle, own): (Id, usize),
    places: &Places<'_>,
    path: impl FnOnce(usize) -> FieldPath,
) -> Option<Edit> {
    match drag_ui(ui, cx, handle, own, places)? {
        Dragged::Held(by) => {
            ui.scroll_with_delta(vec2(0.0, by));
            None
        }
        Dragged::Dropped(before) => Some(moved(path(own), own, before)),
    }
}

/// The step that moves an entry before another one of its list.
#[must_use]
pub fn moved(at: FieldPath, from: usize, before: usize) -> Edit {
    // What is taken out leaves its place to those behind it.
    Edit::step(vec![Change::Move { at, to: before - usize::from(before > from) }])
}

/// The step that moves several entries of a list before another one, together and in their order; `from` holds their positions, ascending.
#[must_use]
pub fn moved_together(list: List, from: &[usize], before: usize) -> Edit {
    let (left, right) = from.split_at(from.partition_point(|at| *at < before));
    // Neither those that are moved from the left, last one first, nor those from the right shift the ones that follow.
    let down = left.iter().rev().zip(1..).map(|(at, count)| (*at, before - count));
    let up = right.iter().zip(before..).map(|(at, to)| (*at, to));
    let moves = down.chain(up).filter(|(at, to)| at != to);
    Edit::step(moves.map(|(at, to)| Change::Move { at: FieldPath::entry(list.field(), at), to }).collect())
}

/// Draws the mark of a gap.
pub fn mark_ui(ui: &Ui, cx: &Cx<'_>, gap: &Gap) {
    ui.painter().line_segment(gap.ends, Stroke::new(MARK, cx.colors.accent));
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::{Places, moved_together};
    use crate::model::{Change, List};

    #[test]
    fn several_land_together_in_their_order_wherever_they_were() {
        for set in 0..64_u8 {
            let from: Vec<usize> = (0..6).filter(|at| set & (1 << at) != 0).collect();
            for before in 0..=6 {
                let mut list: Vec<usize> = (0..6).collect();
                for change in moved_together(List::Photos, &from, before).changes {
                    let Change::Move { at, to } = change else { panic!("a move") };
                    let (_, at) = at.list_entry().expect("an entry");
                    let one = list.remove(at);
                    list.insert(to, one);
                }
                let others = |range: std::ops::Range<usize>| range.filter(|at| !from.contains(at));
                let expected: Vec<usize> =
                    others(0..before).chain(from.iter().copied()).chain(others(before..6)).collect();
                assert_eq!(list, expected, "{from:?} before {before}");
            }
        }
    }

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
