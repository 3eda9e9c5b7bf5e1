//! Tables of an exhibition's entries: one row an entry, one column a field. What a cell holds, what a typed or pasted text makes
//! of it, and where the cursor is.
//!
//! Clearing a reported number never makes a zero: its figure says then that the number is not published, in words. A figure that is
//! worked out shows its sum, and takes no number.

mod amount;
mod cell;
mod column;
mod command;
mod date;
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

pub use amount::{number_in, read_amount, read_count};
pub use cell::{Cell, cell, read as read_cell, sources_of_terms, sum};
pub use column::{Choices, Column, Kind, Named, Passage, columns, passages};
pub use command::{CellCommand, Go};
pub use date::read_date;
pub use names::{SEPARATORS, find_entry, leads_to, names_of};
pub use paste::{Block, Refused, Report, can_add, pasted};
pub(in crate::state::editing) use put::put_figure;
pub use put::{Refusal, on_one_line, put};
pub use rows::{Counts, Progress, Row, RowFilter, progress};
pub use spelling::{Said, is_missing, precision_in, spelt};
pub use tsv::{parsed, separated, written};
pub use view::{At, Question, TableView, Writing};
