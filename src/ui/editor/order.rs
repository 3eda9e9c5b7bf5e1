//! The running order of a talk: its stops at the left, the one that is edited beside them.

mod empty;
mod field;
mod list;
mod picker;
mod shows;
mod stop;
mod time;

use egui::{Rect, Ui, pos2};

use crate::state::Editing;
use crate::ui::Cx;

/// The width of the list of stops: its own, its share of a narrow window, and the least.
const LIST: f32 = 440.0;
const LIST_SHARE: f32 = 0.34;
const LIST_LEAST: f32 = 250.0;
/// A narrower area shows the stop under the list, which then has this share of the height.
const STACKED: f32 = 620.0;
const STACKED_SHARE: f32 = 0.34;

/// Draws the stops, and the chosen one beside them.
pub fn order_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let Some(index) = editing.stop_index() else {
        empty::empty_ui(ui, cx, editing, area);
        return;
    };
    let (list, stop) = if area.width() < STACKED {
        let split = area.top() + area.height() * STACKED_SHARE;
        (area.with_max_y(split), area.with_min_y(split))
    } else {
        let width = (area.width() * LIST_SHARE).clamp(LIST_LEAST, LIST);
        (area.with_max_x(area.left() + width), Rect::from_min_max(pos2(area.left() + width, area.top()), area.max))
    };
    list::list_ui(ui, cx, editing, list, index);
    stop::stop_ui(ui, cx, editing, stop, index);
    picker::picker_ui(ui, cx, editing, index);
}
