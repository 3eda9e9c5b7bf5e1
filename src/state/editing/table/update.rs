//! The commands of a table.

use super::column::{Kind, Passage};
use super::command::{CellCommand, Go};
use super::paste::{Block, Overflow, Refused, Report, added, can_add, emptied, pasted, rows_of};
use super::put::{on_one_line, put};
use super::rows::RowFilter;
use super::view::{At, Question, TableView, Writing};
use crate::model::{Change, FieldPath, List};
use crate::state::editing::references::delete;
use crate::state::editing::{Edit, Editing, Surface, Table, new_entry};
use crate::state::{EditCommand, Effect, State};

impl Editing {
    /// Where one is in the table.
    #[must_use]
    pub fn cells(&self) -> &TableView {
        &self.cells
    }

    /// The indices of the entries that are shown.
    fn shown(&self) -> Vec<usize> {
        self.cells.rows.iter().map(|row| row.index).collect()
    }

    /// The text that is being written follows the document: a step may have been undone.
    fn follow_text(&mut self) {
        let columns = self.cells.columns();
        let Some(writing) = &mut self.cells.writing else { return };
        let column = columns.get(writing.at.column).filter(|column| matches!(column.kind, Kind::Words(..)));
        let index = self.tree.position(self.table.list().field(), writing.at.key);
        if let Some((column, index)) = column.zip(index) {
            let text = self.tree.text_at(&column.path(self.table.list(), index));
            if text != writing.text {
                text.clone_into(&mut writing.text);
            }
        }
    }

    /// Puts the cursor where the caret is to be; what is no cell of a table is edited in its view.
    fn go_to_cell(&mut self) {
        let Some(path) = self.caret.take() else { return };
        let entry = path.list_entry().and_then(|(field, index)| Some((List::of_field(field)?, index)));
        let table = entry.and_then(|(list, _)| Table::ALL.into_iter().find(|table| table.list() == list));
        let place = table.zip(entry).and_then(|(table, (_, index))| {
            let current = (table == self.table).then_some(self.cells.passage);
            let all = super::column::passages(table).iter().copied().map(Some).chain([None]);
            current
                .into_iter()
                .chain(all)
                .find_map(|passage| Some((table, passage, column_of(table, passage, index, &path)?)))
        });
        let (Some((table, passage, column)), Some((list, index))) = (place, entry) else {
            (self.surface, self.caret) = (Surface::Views, Some(path));
            return;
        };
        let Some(key) = self.tree.key(list.field(), index) else { return };
        if table != self.table {
            (self.table, self.cells) = (table, TableView::of(table));
        }
        if passage != self.cells.passage && passage.is_some() {
            (self.cells.passage, self.cells.writing) = (passage, None);
        }
        let cell = At { key, column };
        self.cells.find_rows(&self.tree, self.revision);
        if self.cells.row_of(key).is_none() {
            self.cells.filter = RowFilter::All;
            self.cells.find_rows(&self.tree, self.revision);
        }
        self.cells.point(cell);
    }
}

/// The column in which a path lies: of what lies in a cell, of what holds one, and the first one for a whole entry.
fn column_of(table: Table, passage: Option<Passage>, index: usize, path: &FieldPath) -> Option<usize> {
    if path.0.len() <= 2 {
        return Some(0);
    }
    super::column::columns(table, passage).iter().position(|column| {
        let cell = column.path(table.list(), index);
        path.is_within(&cell) || cell.is_within(path)
    })
}

impl State {
    /// Brings the table up to date with whatever has happened.
    pub(in crate::state) fn settle_table(&mut self) {
        let Some(editing) = self.editing.as_deref_mut().filter(|editing| editing.surface == Surface::Tables) else {
            return;
        };
        let fresh = TableView::of(editing.table);
        if editing.cells.table != editing.table || editing.cells.passage.is_none() && fresh.passage.is_some() {
            editing.cells = fresh;
        }
        editing.go_to_cell();
        if editing.surface != Surface::Tables {
            return;
        }
        editing.chosen = None;
        if editing.cells.revision == Some(editing.revision) {
            editing.cells.leave_rows();
        } else {
            editing.cells.find_rows(&editing.tree, editing.revision);
        }
        editing.follow_text();
    }

    /// Ends writing before what would leave it behind: a number that is typed is saved too.
    pub(in crate::state) fn end_cell(&mut self, command: &EditCommand) -> Vec<Effect> {
        let leads_away = matches!(
            command,
            EditCommand::Save
                | EditCommand::SaveAs
                | EditCommand::Leave
                | EditCommand::Surface(_)
                | EditCommand::Table(_)
                | EditCommand::Preview(_)
                | EditCommand::GoTo(_)
        );
        let is_here = self.editing.as_deref().is_some_and(|editing| editing.surface == Surface::Tables);
        if leads_away && is_here { self.written(None) } else { Vec::new() }
    }

    /// Takes back what was typed in a cell and is not in the document yet; `false` if there is nothing like that.
    pub(in crate::state) fn undo_in_cell(&mut self) -> bool {
        let Some(editing) = self.editing.as_deref_mut() else { return false };
        let columns = editing.cells.columns();
        let writing = editing.cells.writing.as_ref().filter(|_| editing.surface == Surface::Tables);
        let kind = writing.filter(|writing| writing.is_typed).and_then(|writing| columns.get(writing.at.column));
        if kind.is_none_or(|column| matches!(column.kind, Kind::Words(..))) {
            return false;
        }
        (editing.cells.writing, editing.cells.report, editing.cells.reveal) = (None, None, true);
        true
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each case")]
    pub(in crate::state) fn cell_command(&mut self, command: CellCommand) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let cells = &mut editing.cells;
        match command {
            CellCommand::Passage(passage) => {
                (cells.passage, cells.writing, cells.revision) = (Some(passage), None, None);
            }
            CellCommand::Filter(filter) => {
                (cells.filter, cells.writing, cells.revision) = (filter, None, None);
                (cells.cursor, cells.anchor, cells.copied) = (None, None, None);
                cells.scroll[1] = 0.0;
            }
            CellCommand::Point(key, column) => return self.point(At { key, column }),
            CellCommand::StretchTo(key, column) => cells.stretch_to(At { key, column }),
            CellCommand::Row(key) => {
                let last = cells.columns().len().saturating_sub(1);
                cells.point(At { key, column: 0 });
                cells.anchor = Some(At { key, column: last });
            }
            CellCommand::Go(go) => cells.go(go),
            CellCommand::Stretch(go) => {
                if let Some(at) = cells.cursor.and_then(|at| cells.from(at, go)) {
                    cells.stretch_to(at);
                }
            }
            CellCommand::All => {
                if let (Some(first), Some(last)) = (cells.rows.first(), cells.rows.last()) {
                    let column = cells.columns().len().saturating_sub(1);
                    (cells.cursor, cells.anchor) =
                        (Some(At { key: first.key, column: 0 }), Some(At { key: last.key, column }));
                }
            }
            CellCommand::Write { text, instead } => return self.write(text, instead),
            CellCommand::Type(text) => return self.type_in_cell(text),
            CellCommand::Written(go) => return self.written(go),
            CellCommand::Leave => return self.leave_cell(),
            CellCommand::Empty => return self.empty_block(),
            CellCommand::Copied => {
                let cursor = cells.cursor;
                cells.copied = cursor.map(|cursor| [cells.anchor.unwrap_or(cursor), cursor]);
                cells.report = None;
            }
            CellCommand::Paste(text) => return self.paste(text, Overflow::Ask),
            CellCommand::PasteHere => {
                if let Some(question) = cells.question.take() {
                    return self.paste(question.text, Overflow::Cut);
                }
            }
            CellCommand::PasteAdding => {
                if let Some(question) = cells.question.take() {
                    return self.paste(question.text, Overflow::Add);
                }
            }
            CellCommand::Put(text) => return self.put_in_cell(&text),
            CellCommand::Add => return self.add_row(),
            CellCommand::Delete => return self.delete_rows(),
            CellCommand::Highlight(choice) => {
                if let Some(writing) = &mut cells.writing {
                    writing.choice = choice;
                }
            }
            CellCommand::Scrolled(scroll) => cells.scroll = scroll,
            CellCommand::Revealed => cells.reveal = false,
        }
        Vec::new()
    }

    fn point(&mut self, at: At) -> Vec<Effect> {
        let effects = self.written(None);
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        // What was written last and refused is left as it was.
        editing.cells.writing = None;
        editing.cells.point(at);
        effects
    }

    fn write(&mut self, text: String, instead: bool) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        editing.history.end_run();
        let steps = editing.history.undoable();
        let cells = &mut editing.cells;
        let Some(at) = cells.cursor else { return Vec::new() };
        (cells.anchor, cells.report, cells.question, cells.reveal) = (None, None, None, true);
        cells.writing = Some(Writing { at, text: text.clone(), is_typed: false, choice: None, steps });
        if instead { self.type_in_cell(text) } else { Vec::new() }
    }

    /// A text is in the document as it is typed; what must be understood first, once it is written.
    fn type_in_cell(&mut self, text: String) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let columns = editing.cells.columns();
        let Some(writing) = &mut editing.cells.writing else { return Vec::new() };
        let Some(column) = columns.get(writing.at.column) else { return Vec::new() };
        (writing.is_typed, writing.choice) = (true, None);
        writing.text = if column.kind.has_lines() { text } else { on_one_line(&text) };
        if !matches!(column.kind, Kind::Words(..)) {
            return Vec::new();
        }
        let list = editing.table.list();
        let Some(index) = editing.tree.position(list.field(), writing.at.key) else { return Vec::new() };
        let edit = Edit::typed(column.path(list, index), &writing.text);
        let was = editing.cells.revision == Some(editing.revision);
        let effects = self.edit(edit);
        if let Some(editing) = self.editing.as_deref_mut().filter(|_| was) {
            editing.cells.follow_typing(&editing.tree, index, editing.revision);
        }
        effects
    }

    /// Ends writing. What the cell cannot hold goes on being written, with the reason.
    fn written(&mut self, go: Option<Go>) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let Some(writing) = editing.cells.writing.clone() else {
            return Vec::new();
        };
        let effects = self.put_text(writing.at, &writing.text);
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        editing.history.end_run();
        let cells = &mut editing.cells;
        if cells.report.as_ref().is_some_and(|report| !report.refused.is_empty()) {
            return effects;
        }
        (cells.writing, cells.reveal) = (None, true);
        if let Some(go) = go {
            cells.go(go);
        }
        effects
    }

    fn put_in_cell(&mut self, text: &str) -> Vec<Effect> {
        let at = self.editing.as_deref().and_then(|editing| editing.cells.cursor);
        let Some(at) = at else { return Vec::new() };
        let effects = self.put_text(at, text);
        if let Some(editing) = self.editing.as_deref_mut() {
            (editing.cells.writing, editing.cells.reveal) = (None, true);
        }
        effects
    }

    fn put_text(&mut self, at: At, text: &str) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        editing.cells.report = None;
        let list = editing.table.list();
        let columns = editing.cells.columns();
        let (Some(index), Some(column)) = (editing.tree.position(list.field(), at.key), columns.get(at.column)) else {
            return Vec::new();
        };
        match put(&editing.tree, list, index, column, text) {
            Ok(None) => Vec::new(),
            Ok(Some(change)) => self.edit(Edit::step(vec![change])),
            Err(why) => {
                let refused = Refused { index, column: *column, text: text.to_owned(), why };
                editing.cells.report = Some(Report { refused: vec![refused], ..Report::default() });
                Vec::new()
            }
        }
    }

    fn leave_cell(&mut self) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let cells = &mut editing.cells;
        let Some(writing) = cells.writing.take() else {
            let told = cells.report.take().is_some_and(|report| !report.refused.is_empty());
            let asked = cells.question.take().is_some();
            if !told && !asked && cells.copied.take().is_none() && cells.anchor.take().is_none() {
                cells.cursor = None;
            }
            return Vec::new();
        };
        (cells.report, cells.reveal) = (None, true);
        editing.history.end_run();
        let mut effects = Vec::new();
        while self.editing.as_deref().is_some_and(|editing| editing.history.undoable() > writing.steps) {
            effects.extend(self.undo(true));
        }
        if let Some(editing) = self.editing.as_deref_mut() {
            editing.caret = None;
            editing.cells.point(writing.at);
        }
        effects
    }

    fn empty_block(&mut self) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let Some((rows, columns)) = editing.cells.block() else { return Vec::new() };
        let block = Block { rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
        let (all, shown) = (editing.cells.columns(), editing.shown());
        let place = (editing.table.list(), &all[..], &shown[..]);
        let (changes, report) = emptied(&editing.tree, place, (rows[0], columns[0]), block);
        editing.cells.report = Some(report);
        self.edit(Edit::step(changes))
    }

    fn paste(&mut self, text: String, overflow: Overflow) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let (list, all, mut shown) = (editing.table.list(), editing.cells.columns(), editing.shown());
        // A table without rows has no cell that could be chosen: what is pasted makes them.
        let is_first = editing.cells.block().is_none() && editing.tree.len(list.field()) == 0;
        let overflow = if is_first { Overflow::Add } else { overflow };
        let Some((rows, columns)) = editing.cells.block().or(is_first.then_some(([0, 0], [0, 0]))) else {
            return Vec::new();
        };
        let block = Block { rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
        let mut tree = editing.tree.clone();
        let mut changes = Vec::new();
        if overflow == Overflow::Add {
            changes = added(&mut tree, list, rows_of(&text).saturating_sub(shown.len() - rows[0]));
            shown.extend(editing.tree.len(list.field())..tree.len(list.field()));
        }
        let (filled, report) = pasted(&tree, (list, &all[..], &shown[..]), (rows[0], columns[0]), block, &text);
        changes.extend(filled);
        let cells = &mut editing.cells;
        if report.is_cut() && overflow == Overflow::Ask {
            let (copied, here) = (report.copied, report.here);
            let added = if can_add(list) { copied.rows - here.rows } else { 0 };
            cells.question = Some(Question { text, copied, here, added });
            return Vec::new();
        }
        if overflow == Overflow::Add {
            (cells.filter, cells.writing) = (RowFilter::All, None);
        }
        // The block is what was pasted, whose rows stay in sight.
        let filled = [block.rows.max(report.here.rows), block.columns.max(report.here.columns)];
        let ends = [[0, 0], [filled[0] - 1, filled[1] - 1]].map(|[row, column]| {
            let row = (rows[0] + row).min(shown.len().saturating_sub(1));
            shown.get(row).map(|index| (*index, (columns[0] + column).min(all.len() - 1)))
        });
        (cells.copied, cells.question, cells.report, cells.reveal) = (None, None, Some(report), true);
        let effects = self.edit(Edit::step(changes));
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        let ends = ends.map(|end| {
            let (index, column) = end?;
            Some(At { key: editing.tree.key(list.field(), index)?, column })
        });
        (editing.cells.cursor, editing.cells.anchor) = (ends[0], ends[1].filter(|_| filled != [1, 1]));
        editing.cells.find_rows(&editing.tree, editing.revision);
        effects
    }

    fn add_row(&mut self) -> Vec<Effect> {
        let mut effects = self.written(None);
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        let list = editing.table.list();
        let (entry, at) = (new_entry(&editing.tree, list), editing.tree.len(list.field()));
        (editing.cells.filter, editing.cells.writing) = (RowFilter::All, None);
        effects.extend(self.edit(Edit::step(vec![Change::insert(FieldPath::entry(list.field(), at), entry)])));
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        editing.cells.find_rows(&editing.tree, editing.revision);
        if let Some(key) = editing.tree.key(list.field(), at) {
            editing.cells.point(At { key, column: 0 });
        }
        effects
    }

    fn delete_rows(&mut self) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let Some(([from, to], _)) = editing.cells.block() else { return Vec::new() };
        let list = editing.table.list();
        let mut indices: Vec<usize> = editing.cells.rows[from..=to].iter().map(|row| row.index).collect();
        indices.sort_unstable();
        let mut tree = editing.tree.clone();
        let mut changes = Vec::new();
        for index in indices.into_iter().rev() {
            let gone = delete(&tree, list, index);
            if tree.apply_all(&gone).is_ok() {
                changes.extend(gone);
            }
        }
        let rows = &editing.cells.rows;
        let next = rows.get(to + 1).or_else(|| rows.get(from.checked_sub(1)?)).map(|row| row.key);
        let column = editing.cells.cursor.map_or(0, |at| at.column);
        (editing.cells.cursor, editing.cells.anchor, editing.cells.writing) = (None, None, None);
        let effects = self.edit(Edit::step(changes));
        let Some(editing) = self.editing.as_deref_mut() else { return effects };
        editing.cells.find_rows(&editing.tree, editing.revision);
        if let Some(key) = next {
            editing.cells.point(At { key, column });
        }
        effects
    }
}

impl TableView {
    fn go(&mut self, go: Go) {
        let first = self.rows.first().map(|row| At { key: row.key, column: 0 });
        let next = self.cursor.map_or(first, |at| self.from(at, go));
        if let Some(at) = next {
            self.point(at);
        }
    }

    fn stretch_to(&mut self, at: At) {
        let anchor = self.anchor.or(self.cursor);
        (self.cursor, self.reveal) = (Some(at), true);
        self.anchor = anchor.filter(|anchor| *anchor != at);
    }
}
