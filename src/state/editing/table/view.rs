//! Where one is in a table.

use std::sync::Arc;

use super::column::{Column, Passage, columns, passages};
use super::command::Go;
use super::paste::{Block, Report};
use super::rows::{Counts, Row, RowFilter, rows_of};
use crate::model::{EntryKey, Tree};
use crate::state::editing::Table;

/// A cell, by the key of its entry and its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The key of the entry.
    pub key: EntryKey,
    /// The index of the column.
    pub column: usize,
}

/// A cell that is being written in.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The cell.
    pub at: At,
    /// Its text as it stands.
    pub text: String,
    /// Whether something was typed since it began.
    pub is_typed: bool,
    /// Which of the choices below it is highlighted.
    pub choice: Option<usize>,
    /// How many steps could be undone before.
    pub(super) steps: usize,
}

/// A text that has no room where it is to be pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The text.
    pub(super) text: String,
    /// What was copied.
    pub copied: Block,
    /// What has room.
    pub here: Block,
}

/// Where one is in a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableView {
    pub(super) table: Table,
    pub(super) passage: Option<Passage>,
    pub(super) filter: RowFilter,
    pub(super) rows: Arc<Vec<Row>>,
    pub(super) counts: Counts,
    /// The revision whose rows these are.
    pub(super) revision: Option<u64>,
    pub(super) cursor: Option<At>,
    /// The corner of the block that lies across from the cursor.
    pub(super) anchor: Option<At>,
    pub(super) writing: Option<Writing>,
    pub(super) copied: Option<[At; 2]>,
    pub(super) question: Option<Question>,
    pub(super) report: Option<Report>,
    pub(super) scroll: [f32; 2],
    pub(super) reveal: bool,
}

impl TableView {
    /// The view of another table.
    pub(super) fn of(table: Table) -> Self {
        let passage = match table {
            Table::Captions => Some(Passage::Caption),
            _ => passages(table).first().copied(),
        };
        Self { table, passage, ..Self::default() }
    }

    /// Which of the table's texts is shown.
    #[must_use]
    pub fn passage(&self) -> Option<Passage> {
        self.passage
    }

    /// Which rows are shown.
    #[must_use]
    pub fn filter(&self) -> RowFilter {
        self.filter
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many rows each filter shows, in their order.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        columns(self.table, self.passage)
    }

    /// The chosen cell.
    #[must_use]
    pub fn cursor(&self) -> Option<At> {
        self.cursor
    }

    /// The cell that is being written in.
    #[must_use]
    pub fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    /// What does not fit where it is to be pasted.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// What came of what was last pasted, emptied or written.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }

    /// How far it is scrolled, in points to the right and down.
    #[must_use]
    pub fn scroll(&self) -> [f32; 2] {
        self.scroll
    }

    /// Whether the chosen cell is to be brought into view.
    #[must_use]
    pub fn reveal(&self) -> bool {
        self.reveal
    }

    /// The position of an entry among the rows.
    #[must_use]
    pub fn row_of(&self, key: EntryKey) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    /// The rows and columns between two cells, from the first to the last of each.
    fn between(&self, [one, other]: [At; 2]) -> Option<([usize; 2], [usize; 2])> {
        let (a, b) = (self.row_of(one.key)?, self.row_of(other.key)?);
        let columns = [one.column.min(other.column), one.column.max(other.column)];
        Some(([a.min(b), a.max(b)], columns))
    }

    /// The chosen cell as a block of one.
    #[must_use]
    pub fn at_cursor(&self) -> Option<([usize; 2], [usize; 2])> {
        let cursor = self.cursor?;
        self.between([cursor, cursor])
    }

    /// The first and last row and column of the chosen block.
    #[must_use]
    pub fn block(&self) -> Option<([usize; 2], [usize; 2])> {
        let cursor = self.cursor?;
        self.between([self.anchor.unwrap_or(cursor), cursor])
    }

    /// The same of the block that was copied.
    #[must_use]
    pub fn copied(&self) -> Option<([usize; 2], [usize; 2])> {
        self.between(self.copied?)
    }

    /// Finds the rows anew; those of the block stay, whatever they say.
    pub(super) fn find_rows(&mut self, tree: &Tree, revision: u64) {
        let held: Vec<EntryKey> = self
            .block()
            .map(|([from, to], _)| self.rows[from..=to].iter().map(|row| row.key).collect())
            .unwrap_or_default();
        let stays = |key: EntryKey| if held.len() > 1 { held.contains(&key) } else { held.first() == Some(&key) };
        let (rows, counts) = rows_of(tree, (self.table.list(), self.passage), self.filter, stays);
        (self.rows, self.counts, self.revision) = (Arc::new(rows), counts, Some(revision));
        let is_there = |at: &At| self.rows.iter().any(|row| row.key == at.key);
        let cursor = self.cursor.filter(is_there);
        let anchor = self.anchor.filter(is_there);
        (self.cursor, self.anchor) = (cursor, anchor);
        if self.copied.is_some_and(|ends| !ends.iter().all(is_there)) {
            self.copied = None;
        }
        if self.writing.as_ref().is_some_and(|writing| Some(writing.at) != cursor) {
            self.writing = None;
        }
    }

    /// Finds the rows anew where some stay only for the block, which has moved.
    pub(super) fn leave_rows(&mut self, tree: &Tree, revision: u64) {
        let block = self.block();
        let kept = |at: usize| block.is_some_and(|([from, to], _)| (from..=to).contains(&at));
        if self.rows.iter().enumerate().any(|(at, row)| !row.answers && !kept(at)) {
            self.find_rows(tree, revision);
        }
    }

    /// The cell that lies this way from another one.
    pub(super) fn from(&self, at: At, go: Go) -> Option<At> {
        let (row, last) = (self.row_of(at.key)?, self.rows.len().checked_sub(1)?);
        let last_column = self.columns().len().checked_sub(1)?;
        let moved = |from: usize, by: isize, last: usize| from.saturating_add_signed(by).min(last);
        let (row, column) = match go {
            Go::By(down, right) => (moved(row, down, last), moved(at.column, right, last_column)),
            Go::Next(true) if at.column < last_column => (row, at.column + 1),
            Go::Next(true) if row < last => (row + 1, 0),
            Go::Next(false) if at.column > 0 => (row, at.column - 1),
            Go::Next(false) if row > 0 => (row - 1, last_column),
            Go::Next(_) => (row, at.column),
            Go::RowEnd(to_last) => (row, if to_last { last_column } else { 0 }),
            Go::TableEnd(true) => (last, last_column),
            Go::TableEnd(false) => (0, 0),
        };
        Some(At { key: self.rows[row].key, column })
    }

    /// Chooses a cell alone.
    pub(super) fn point(&mut self, at: At) {
        (self.cursor, self.anchor, self.reveal) = (Some(at), None, true);
    }
}
