//! What becomes of the rows of a sheet, before it is done.

use serde_json::Value;

use super::{Field, Table};
use crate::model::{Change, Lang, Review, Tree};
use crate::state::editing::table::Refusal;

/// By what a row was found to be about an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoundBy {
    /// Its id.
    Id,
    /// Its id, which the spreadsheet has made a number or a date of.
    RewrittenId,
    /// The file of the picture.
    File,
    /// The number of the batch.
    Number,
    /// Province, place and year.
    Pair,
    /// Its title or text, with its date.
    Title,
    /// Its address.
    Address,
}

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// What stands in a cell cannot be there.
    Cell(Field, String, Refusal),
    /// A date or the like stands where a text belongs.
    NotAText(Field),
    /// The text is longer than anything that is shown.
    TooLong(Field),
    /// A number without who reported it.
    NoSource,
    /// Nothing says which entry is meant.
    NoName,
    /// There is no picture with this name, and none can be made of a row.
    NoPicture(String),
    /// What stands as id is a number or a date, and was another one once.
    Rewritten(String),
    /// More than one entry has this name.
    Several(String),
    /// Another row, with this number, says otherwise of the same entry.
    Twice(u32),
    /// The id is that of another picture than the file.
    OtherFile(String),
    /// A new entry cannot be without this.
    Incomplete(Field),
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A new entry.
    New,
    /// An entry changes.
    Changed,
    /// The exhibition says so already.
    Same,
    /// It is not taken.
    Refused(Refused),
}

/// A field that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    /// The field.
    pub field: Field,
    /// What it was; `None` where it said nothing.
    pub was: Option<Value>,
    /// What it becomes; `None` where it says nothing.
    pub becomes: Option<Value>,
    /// The check that does not hold any more, of a text that was checked.
    pub check: Option<Review>,
    /// The languages whose checked texts were translated from this one.
    pub outdates: Vec<Lang>,
}

/// A row with what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Its number as a spreadsheet shows it, from 1.
    pub line: u32,
    /// The index of its entry, where it has one.
    pub entry: Option<usize>,
    /// How the entry was found.
    pub found_by: Option<FoundBy>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The fields that change.
    pub cells: Vec<CellChange>,
}

impl CellChange {
    /// Returns `true` if a check does not hold any more afterwards.
    #[must_use]
    pub fn touches_checked(&self) -> bool {
        self.check.is_some() || !self.outdates.is_empty()
    }
}

impl Judged {
    /// The changes after which a check does not hold any more.
    pub fn of_checked(&self) -> impl Iterator<Item = &CellChange> {
        self.cells.iter().filter(|cell| cell.touches_checked())
    }
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// New entries.
    pub new: usize,
    /// Changed ones.
    pub changed: usize,
    /// Those that say what is said already.
    pub same: usize,
    /// Those that are not taken.
    pub refused: usize,
    /// Checked texts that change, or whose source does.
    pub checked: usize,
}

/// What a sheet means for an exhibition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The table.
    pub table: Table,
    /// The rows that say something, in the order of the sheet.
    pub rows: Vec<Judged>,
    /// What they change, in an order in which each fits.
    pub changes: Vec<Change>,
    /// The exhibition with these changes, in which the entries have their places.
    pub after: Tree,
}

impl Preview {
    /// How many rows became what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            *match row.verdict {
                Verdict::New => &mut tally.new,
                Verdict::Changed => &mut tally.changed,
                Verdict::Same => &mut tally.same,
                Verdict::Refused(_) => &mut tally.refused,
            } += 1;
            tally.checked += row.of_checked().count();
        }
        tally
    }
}
