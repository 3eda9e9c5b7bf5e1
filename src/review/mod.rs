//! The texts of an exhibition on a sheet for a native reader, and what the reader's answers change. Pure: bytes go in and out,
//! which [`crate::files`] reads and writes.
//!
//! A row of the sheet stands for one text in one language. It has an id that no edit of another entry moves, and fingerprints of
//! what was read: an answer holds only while both texts are still the same.

mod answers;
mod glossary;
mod page;
mod rows;
mod saved;
mod says;
mod sheet;
mod workbook;

pub use crate::text::ReviewColumn as Column;
pub use answers::{Answer, Cell, Judged, Outcome, Read, Refusal, Tally, Verdict, judge};
pub use page::{Page, page};
pub use rows::{Row, print_text, rows};
pub use says::lines;
pub use sheet::{Sheet, Unmade, sheet};
pub use workbook::{Answers, Unread};

/// The format version of the sheets that this program writes and reads.
pub const FORMAT: u64 = 1;

/// The most bytes of a workbook, a page or a file of answers.
pub const MOST_BYTES: u64 = crate::workbook::MOST_BYTES;

/// In the first cell of the hidden sheet of a workbook, and the first key of a page's answers.
const MARK: &str = "vitrine-review";

/// The element of a page in which its answers are. No text can look like it: a browser that saves a page escapes angle brackets
/// in texts, and quotation marks in attributes.
const ANSWERS: &str = "<script type=\"application/json\" id=\"vitrine-answers\">";

/// The kinds of files that go out to a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A workbook for Excel or LibreOffice.
    #[default]
    Workbook,
    /// A page for a browser.
    Page,
}

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Workbook, Self::Page];

    /// How the names of its files end, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Page => "html",
        }
    }
}

/// Reads the answers from the bytes of a workbook, of a file that a page has saved, of a text with that in it, or of the page itself.
///
/// # Errors
/// If there are none, they are too many, or from a newer program.
pub fn read(bytes: &[u8]) -> Result<Answers, Unread> {
    let is_archive = bytes.starts_with(b"PK");
    let saved = if is_archive { None } else { saved::read(bytes) };
    saved.unwrap_or_else(|| workbook::read(bytes))
}

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
