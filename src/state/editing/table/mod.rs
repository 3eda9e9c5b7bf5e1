//! Tables of an exhibition's entries: one row an entry, one column a field. What a cell holds, what a typed or pasted text makes
//! of it, and where the cursor is.
//!
//! Clearing a reported number never makes a zero: its figure says then that the number is not published, in words. A figure that is
//! worked out shows its sum, and takes no number.

mod amount;
mod cell;
mod column;
mod command;
mod names;
mod paste;
mod put;
mod rows;
mod spelling;
#[cfg(test)]
mod tests;
mod tsv;
mod update;
mod view;

pub use amount::{number_in, read_amount, read_date};
pub use cell::{Cell, cell};
pub use column::{Choices, Column, Kind, Named, Passage, columns, passages};
pub use command::{CellCommand, Go};
pub use names::{find_entry, leads_to, names_of};
pub use paste::{Block, Refused, Report, can_add, pasted};
pub use put::{Refusal, put};
pub use rows::{Counts, Progress, Row, RowFilter, progress};
pub use spelling::{Said, spelt};
pub use tsv::{parsed, written};
pub use view::{At, Question, TableView, Writing};
