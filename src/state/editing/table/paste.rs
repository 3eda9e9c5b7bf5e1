//! Many cells at once: a block that is pasted or emptied.

use super::column::Column;
use super::put::{Refusal, put};
use super::tsv::parsed;
use crate::model::{Change, FieldPath, List, Tree};
use crate::state::editing::new_entry;

/// The size of a block of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: usize,
}

/// What becomes of rows that have no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// Somebody is asked.
    Ask,
    /// They are left out.
    Cut,
    /// Rows are added for them.
    Add,
}

/// A cell that was left as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The index of the entry.
    pub index: usize,
    /// The column.
    pub column: Column,
    /// The text.
    pub text: String,
    /// Why it cannot be there.
    pub why: Refusal,
}

/// What came of a text that was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What was copied.
    pub copied: Block,
    /// What of it has room here.
    pub here: Block,
    /// How many cells are others than before.
    pub changed: usize,
    /// Those that were left as they were.
    pub refused: Vec<Refused>,
}

impl Report {
    /// Returns `true` if there is no room for all of it.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.here != self.copied
    }
}

/// Returns `true` for a list whose entries can be made without more ado; a picture needs its file.
#[must_use]
pub fn can_add(list: List) -> bool {
    list != List::Photos
}

/// How many rows a text of a spreadsheet has.
#[must_use]
pub fn rows_of(text: &str) -> usize {
    parsed(text).len()
}

/// Adds so many entries at the end of a list; none where they cannot be made.
pub fn added(tree: &mut Tree, list: List, count: usize) -> Vec<Change> {
    let count = if can_add(list) { count } else { 0 };
    let one = |_| {
        let at = FieldPath::entry(list.field(), tree.len(list.field()));
        let change = Change::insert(at, new_entry(tree, list));
        tree.apply(&change).ok()?;
        Some(change)
    };
    (0..count).map_while(one).collect()
}

/// What a text of a spreadsheet changes, pasted at a cell of a table. `rows` are the indices of the entries as they are shown; the
/// chosen block begins at `at`, a row and a column. A block that is a multiple of what was copied is filled with it.
#[must_use]
pub fn pasted(
    tree: &Tree,
    (list, columns, rows): (List, &[Column], &[usize]),
    at: (usize, usize),
    block: Block,
    text: &str,
) -> (Vec<Change>, Report) {
    let cells = parsed(text);
    let copied = Block { rows: cells.len(), columns: cells.iter().map(Vec::len).max().unwrap_or(0) };
    let room = Block { rows: rows.len().saturating_sub(at.0), columns: columns.len().saturating_sub(at.1) };
    let here = Block { rows: copied.rows.min(room.rows), columns: copied.columns.min(room.columns) };
    let times = |block: usize, copied: usize| if copied > 0 && block.is_multiple_of(copied) { block } else { copied };
    let filled = Block { rows: times(block.rows, copied.rows), columns: times(block.columns, copied.columns) };
    let mut report = Report { copied, here, ..Report::default() };
    let mut tree = tree.clone();
    let mut changes = Vec::new();
    for row in 0..filled.rows.min(room.rows) {
        for column in 0..filled.columns.min(room.columns) {
            let Some(text) = cells[row % copied.rows].get(column % copied.columns) else { continue };
            let place = (rows[at.0 + row], &columns[at.1 + column]);
            put_one(&mut tree, list, place, text, (&mut changes, &mut report));
        }
    }
    (changes, report)
}

/// What emptying a block changes.
#[must_use]
pub fn emptied(
    tree: &Tree,
    (list, columns, rows): (List, &[Column], &[usize]),
    at: (usize, usize),
    block: Block,
) -> (Vec<Change>, Report) {
    let mut report = Report { copied: block, here: block, ..Report::default() };
    let mut tree = tree.clone();
    let mut changes = Vec::new();
    for index in rows.iter().skip(at.0).take(block.rows) {
        for column in columns.iter().skip(at.1).take(block.columns) {
            put_one(&mut tree, list, (*index, column), "", (&mut changes, &mut report));
        }
    }
    (changes, report)
}

/// Puts a text into a cell of a tree that has all changes so far: two cells of a row may be of one figure.
fn put_one(
    tree: &mut Tree,
    list: List,
    (index, column): (usize, &Column),
    text: &str,
    (changes, report): (&mut Vec<Change>, &mut Report),
) {
    match put(tree, list, index, column, text) {
        Ok(None) => {}
        Ok(Some(change)) => {
            if tree.apply(&change).is_ok() {
                report.changed += 1;
                changes.push(change);
            }
        }
        Err(why) => report.refused.push(Refused { index, column: *column, text: text.to_owned(), why }),
    }
}
