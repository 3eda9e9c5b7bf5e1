//! Texts of the tables: names of columns, states and reasons, and what a cell and a row say.

mod bo;
mod en;
mod says;
mod zh;

use crate::model::Lang;
use crate::state::editing::Table;
use crate::state::editing::table::{Block, Choices, Named, Passage, Progress, Refusal, RowFilter};

pub use says::{cell_copied, cell_shown, entry_name, row_name};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cells<'a> {
    /// Over the list of tables.
    Tables,
    /// A table in that list, with the number of its rows, as it is spoken.
    TableRow(&'a str, usize),
    /// Over the column of names.
    Rows(Table),
    /// Over a column.
    Column(Named),
    /// Beside the language that the others are translated from.
    SourceText,
    /// Over the column of states.
    States,
    /// One of a table's texts.
    Passage(Passage),
    /// A filter, with the number of its rows.
    Filter(RowFilter, usize),
    /// Shows all rows again.
    ShowAll,
    /// How far a text has come.
    State(Progress),
    /// In the cell of a text that is not written yet.
    NotWritten,
    /// In another empty cell.
    NotGiven,
    /// A row, by its number and name.
    Row(usize, &'a str),
    /// A cell: its column, row, and what it says.
    Cell(&'a str, &'a str, &'a str),
    /// A batch by its number.
    Batch(u64),
    /// An entry that has no name yet.
    Unnamed,
    /// Yes or no.
    YesNo(bool),
    /// Where a source was found, and the like.
    Choice(Choices, &'a str),
    /// A number that is worked out.
    WorkedOut(&'a str),
    /// So many rows and columns are copied.
    Copied(Block),
    /// What can be done with them.
    CopiedIs,
    /// So many cells are others than before.
    Changed(usize),
    /// So many were left as they were.
    LeftAsTheyWere(usize),
    /// A cell that was left as it was: its text and why.
    Refused(&'a str, &'a str),
    /// Why.
    Why(Refusal),
    /// More was copied than has room.
    Question(Block, Block),
    /// Pastes what has room.
    PasteHere,
    /// Pastes all, with so many new rows.
    PasteAdding(usize),
    /// What an empty table can be filled with.
    PasteFirst,
    /// Pastes nothing.
    Leave,
    /// So many rows of so many are shown.
    Shown(usize, usize),
    /// A row stays although the filter does not take it any more.
    Stays(usize),
    /// The keys.
    Keys,
    /// The keys while something is written.
    WritingKeys(bool),
    /// Deletes so many rows.
    Delete(usize),
    /// No row is there, or none under this filter.
    NoRows(RowFilter),
}

/// A text in a language.
#[must_use]
pub fn cells(lang: Lang, words: Cells<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, cells};
    use crate::model::{Amount, Lang, Precision};
    use crate::state::editing::table::{Choices, Said, read_amount, spelt};
    use crate::text::{Say, amount, say};

    #[test]
    fn what_a_cell_shows_can_be_typed_into_it() {
        for lang in Lang::ALL {
            for precision in [Precision::Exact, Precision::Nearly, Precision::MoreThan, Precision::About] {
                let told = Amount { value: 12_345.5, precision };
                assert_eq!(read_amount(&amount(lang, told)), Ok(told), "{lang:?}");
            }
            for (words, said) in [
                (say(lang, Say::NotPublished), Said::NotPublished),
                (say(lang, Say::NotApplicable), Said::NotApplicable),
                (cells(lang, Cells::YesNo(true)), Said::Yes),
                (cells(lang, Cells::YesNo(false)), Said::No),
            ] {
                assert_eq!(spelt(&words, |_| true), Some(said), "{words}");
            }
            for choices in [Choices::Hosting, Choices::HowRead] {
                for name in choices.all() {
                    let words = cells(lang, Cells::Choice(choices, name));
                    assert_eq!(spelt(&words, |_| true), Some(Said::Choice(choices, name)), "{words}");
                }
            }
        }
    }
}
