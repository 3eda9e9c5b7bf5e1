//! The tables: their list at the left, and the chosen one with its texts, filters and cells.

mod cell;
mod foot;
mod grid;
mod head;
mod keys;
mod options;
mod rows;
mod side;
mod write;

use egui::{Id, Rect, Ui, pos2};

use crate::model::{EntryKey, List};
use crate::state::editing::Table;
use crate::state::editing::table::{CellCommand, Column, TableView};
use crate::state::{EditCommand, Editing};
use crate::text::{Cells, Say};
use crate::ui::Cx;
use crate::ui::theme::measure;

pub use keys::has_keys;

/// The least width with the list of tables beside the table.
const WITH_LIST: f32 = 900.0;
/// Under the table.
const FOOT: f32 = 80.0;

/// What the parts of a table share in a frame.
struct Frame<'f> {
    editing: &'f Editing,
    view: &'f TableView,
    table: Table,
    list: List,
    columns: Vec<Column>,
    /// The first and last row and column of the block, and of what was copied.
    block: Option<Ends>,
    copied: Option<Ends>,
}

/// The first and last row, and the first and last column.
type Ends = ([usize; 2], [usize; 2]);

impl<'f> Frame<'f> {
    fn of(editing: &'f Editing) -> Self {
        let (view, table) = (editing.cells(), editing.table());
        let (block, copied) = (view.block(), view.copied());
        Self { editing, view, table, list: table.list(), columns: view.columns(), block, copied }
    }
}

/// Draws the chosen table, beside the list of tables.
pub fn tables_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let frame = Frame::of(editing);
    let mut main = area;
    if area.width() >= WITH_LIST {
        let side = area.with_max_x(area.left() + measure::SIDEBAR);
        side::side_ui(ui, cx, &frame, side);
        main.min.x = side.right();
    } else {
        let line = area.with_max_y(area.top() + side::LINE);
        side::line_ui(ui, cx, &frame, line);
        main.min.y = line.bottom();
    }
    let main = Rect::from_min_max(
        pos2(main.left() + cx.layout.margin, main.top()),
        main.max - egui::vec2(cx.layout.margin, 0.0),
    );
    let top = head::head_ui(ui, cx, &frame, main);
    let below = main.with_min_y(top);
    let foot = foot::foot_ui(ui, cx, &frame, below);
    grid::grid_ui(ui, cx, &frame, below.with_max_y(foot.max(top + grid::LEAST)));
}

/// Sends a command of the table.
fn send(cx: &Cx<'_>, command: CellCommand) {
    super::send(cx, EditCommand::Cells(command));
}

/// Words of the tables.
fn say(cx: &Cx<'_>, words: Cells<'_>) -> String {
    cx.say(Say::Cells(words))
}

/// The id of a cell, by which it keeps the focus: also of the field in which it is written, so that an input method goes on composing
/// when the field takes its place.
fn cell_id(table: Table, key: EntryKey, column: usize) -> Id {
    Id::unique(("cell of a table", table, key, column))
}
