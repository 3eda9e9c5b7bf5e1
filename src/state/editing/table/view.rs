//! Where one is in a table.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::column::{Column, Passage, columns, passages};
use super::command::Go;
use super::paste::{Block, Report};
use super::rows::{Counts, Row, RowFilter, Texts, rows_of, texts_of};
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
    /// How many rows would have to be added; none where rows cannot be.
    pub added: usize,
}

/// Where one is in a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableView {
    pub(super) table: Table,
    pub(super) passage: Option<Passage>,
    pub(super) filter: RowFilter,
    /// All entries, with how far their texts have come.
    pub(super) entries: Arc<Vec<(EntryKey, Texts)>>,
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

    /// Finds the rows of a document.
    pub(super) fn find_rows(&mut self, tree: &Tree, revision: u64) {
        let of = (self.table.list(), self.passage);
        let entry = |(index, key)| (key, texts_of(tree, of, index));
        self.entries = Arc::new(tree.keys(of.0.field()).enumerate().map(entry).collect());
        self.revision = Some(revision);
        self.filter_rows();
    }

    /// Follows what was typed in one entry, without looking at the others.
    pub(super) fn follow_typing(&mut self, tree: &Tree, index: usize, revision: u64) {
        let of = (self.table.list(), self.passage);
        if let Some((_, texts)) = Arc::make_mut(&mut self.entries).get_mut(index) {
            *texts = texts_of(tree, of, index);
            self.revision = Some(revision);
            self.filter_rows();
        }
    }

    /// Finds the rows that are shown; those of the block stay, whatever they say.
    pub(super) fn filter_rows(&mut self) {
        let block = self.block();
        let held: BTreeSet<EntryKey> =
            block.iter().flat_map(|([from, to], _)| &self.rows[*from..=*to]).map(|row| row.key).collect();
        let (rows, counts) = rows_of(&self.entries, self.filter, |key| held.contains(&key));
        (self.rows, self.counts) = (Arc::new(rows), counts);
        let is_there = |at: &At| self.rows.iter().any(|row| row.key == at.key);
        let cursor = self.cursor.filter(is_there);
        let anchor = self.anchor.filter(is_there);
        if self.copied.is_some_and(|ends| !ends.iter().all(is_there)) {
            self.copied = None;
        }
        (self.cursor, self.anchor) = (cursor, anchor);
        if self.writing.as_ref().is_some_and(|writing| Some(writing.at) != cursor) {
            self.writing = None;
        }
    }

    /// Lets go of rows that stay only for the block, which has moved.
    pub(super) fn leave_rows(&mut self) {
        let block = self.block();
        let kept = |at: usize| block.is_some_and(|([from, to], _)| (from..=to).contains(&at));
        if self.rows.iter().enumerate().any(|(at, row)| !row.answers && !kept(at)) {
            self.filter_rows();
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
