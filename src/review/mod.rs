//! The texts of an exhibition on a sheet for a native reader, and what the reader's answers change. Pure: bytes go in and out,
//! which [`crate::files`] reads and writes.
//!
//! A row of the sheet stands for one text in one language. It has an id that no edit of another entry moves, and fingerprints of
//! what was read: an answer holds only while both texts are still the same.

mod answers;
mod rows;
mod sheet;
mod workbook;

pub use crate::text::ReviewColumn as Column;
pub use answers::{Answer, Cell, Judged, Outcome, Read, Refusal, Tally, Verdict, judge};
pub use rows::{Row, print_text, rows};
pub use sheet::{Sheet, Unmade, sheet};
pub use workbook::{Answers, Unread, read};

/// The format version of the sheets that this program writes and reads.
pub const FORMAT: u64 = 1;

/// The most bytes of a workbook.
pub const MOST_BYTES: u64 = crate::workbook::MOST_BYTES;

/// In the first cell of the hidden sheet, which marks a workbook as one of these.
const MARK: &str = "vitrine-review";

/// The name of a column in the hidden row over the headings, by which it is found wherever it has been moved to.
fn key(column: Column) -> &'static str {
    match column {
        Column::Number => "vitrine:number",
        Column::Picture => "vitrine:picture",
        Column::Place => "vitrine:place",
        Column::Source => "vitrine:source",
        Column::Draft => "vitrine:draft",
        Column::Better => "vitrine:better",
        Column::Agreed => "vitrine:agreed",
        Column::Remark => "vitrine:remark",
        Column::Id => "vitrine:id",
        Column::TextPrint => "vitrine:text",
        Column::SourcePrint => "vitrine:source-print",
    }
}
