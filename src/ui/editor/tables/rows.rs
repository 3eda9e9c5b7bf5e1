//! The order of a table's rows: a row is dragged by its number, or moved by keys.

use egui::{Key, Modifiers, Rect, Ui, Vec2, pos2, vec2};

use super::{Frame, cell, send};
use crate::model::{FieldPath, List};
use crate::state::editing::table::CellCommand;
use crate::state::{EditCommand, Landing};
use crate::ui::Cx;
use crate::ui::editor::landing::{Dragged, Places, drag_ui, handle_in_hand, mark_ui, moved};

/// Follows a row that is dragged over the names, of which those that are `seen` are drawn.
pub fn order_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, (names, height, scroll): (Rect, f32, Vec2), seen: &[usize]) {
    let rows = frame.view.rows();
    let Some(in_hand) = handle_in_hand(ui.ctx()) else { return };
    let Some(own) = rows.iter().position(|row| cell::handle(frame.table, row.key) == in_hand) else { return };
    let Some(first) = seen.first().copied() else { return };
    let areas = areas((names, height, scroll), seen);
    let places = Places { areas: &areas, first, across: false, gap: 0.0 };
    match drag_ui(ui, cx, in_hand, own, &places) {
        Some(Dragged::Held(by)) if by != 0.0 => send(cx, CellCommand::Scrolled([scroll.x, scroll.y - by])),
        Some(Dragged::Dropped(before)) => move_row(cx, frame, own, before),
        Some(Dragged::Held(_)) | None => {}
    }
}

/// The areas of the rows that are seen.
fn areas((names, height, scroll): (Rect, f32, Vec2), seen: &[usize]) -> Vec<Rect> {
    let area = |at: &usize| {
        #[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
        let top = names.top() + *at as f32 * height - scroll.y;
        Rect::from_min_size(pos2(names.left(), top), vec2(names.width(), height))
    };
    seen.iter().map(area).collect()
}

/// Shows where photographs that are dragged over the table of captions would land, and notes it for when they are dropped.
pub fn files_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, (names, height, scroll): (Rect, f32, Vec2), seen: &[usize]) {
    let whole = ui.clip_rect();
    if frame.list != List::Photos {
        return;
    }
    let over = cx.motion.borrow().files_at.filter(|at| whole.contains(*at));
    let Some((at, first)) = over.zip(seen.first().copied()) else { return };
    let areas = areas((names.with_max_x(whole.right()), height, scroll), seen);
    let places = Places { areas: &areas, first, across: false, gap: 0.0 };
    let Some(gap) = places.gap_at(at) else { return };
    mark_ui(ui, cx, &gap);
    let next = frame.view.rows().get(gap.before).map(|row| row.key);
    cx.motion.borrow_mut().landing = Some(next.map_or(Landing::End, Landing::Before));
}

/// Moves a row before another one, of those that the filter leaves.
fn move_row(cx: &Cx<'_>, frame: &Frame<'_>, own: usize, before: usize) {
    let rows = frame.view.rows();
    let Some(from) = rows.get(own).map(|row| row.index) else { return };
    let Some(before) = rows.get(before).map(|row| row.index).or(rows.last().map(|row| row.index + 1)) else { return };
    let at = FieldPath::entry(frame.list.field(), from);
    super::super::send(cx, EditCommand::Edit(moved(at, from, before)));
}

/// Alt and an arrow move the row of the chosen cell.
pub fn hear(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>) {
    let press = |key| ui.input_mut(|i| i.consume_key(Modifiers::ALT, key));
    let (up, down) = (press(Key::ArrowUp), press(Key::ArrowDown));
    let Some(own) = frame.view.cursor().and_then(|at| frame.view.row_of(at.key)) else { return };
    if up && own > 0 {
        move_row(cx, frame, own, own - 1);
    } else if down && own + 1 < frame.view.rows().len() {
        move_row(cx, frame, own, own + 2);
    }
}
