//! What can happen in a table.

use super::column::Passage;
use super::rows::RowFilter;
use crate::model::EntryKey;

/// A way to another cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// So many rows down and columns to the right.
    By(isize, isize),
    /// To the next cell in reading order, or the one before.
    Next(bool),
    /// To the first column, or the last.
    RowEnd(bool),
    /// To the first cell, or the last.
    TableEnd(bool),
}

/// A command for the table.
#[derive(Clone, Debug, PartialEq)]
pub enum CellCommand {
    /// Show this of a table's texts.
    Passage(Passage),
    /// Show the rows that a filter takes.
    Filter(RowFilter),
    /// Choose a cell by the key of its entry and its column.
    Point(EntryKey, usize),
    /// Choose the block from the chosen cell to this one.
    StretchTo(EntryKey, usize),
    /// Choose a whole row.
    Row(EntryKey),
    /// Go to another cell.
    Go(Go),
    /// Make the block reach to another cell.
    Stretch(Go),
    /// Choose all cells.
    All,
    /// Begin to write in the chosen cell: with this text, which is what it says, or what was typed in its place.
    Write {
        /// The text.
        text: String,
        /// Whether the text takes the place of the old one.
        instead: bool,
    },
    /// The text that is being written is this.
    Type(String),
    /// Highlight one of the choices below the cell that is being written in.
    Highlight(Option<usize>),
    /// Writing has ended; go on from there.
    Written(Option<Go>),
    /// Leave what is going on: writing, which leaves the cell as it was, a question, what was copied, the block, the cell.
    Leave,
    /// Empty the block.
    Empty,
    /// The block has been copied.
    Copied,
    /// Paste a text of a spreadsheet at the block.
    Paste(String),
    /// Paste what has room.
    PasteHere,
    /// Paste all, with a new row for each one that has no room.
    PasteAdding,
    /// Put a text into the chosen cell.
    Put(String),
    /// Add a row.
    Add,
    /// Delete the rows of the block.
    Delete,
    /// The table is scrolled so far.
    Scrolled([f32; 2]),
    /// The chosen cell has been brought into view.
    Revealed,
}
