//! Texts about rows that come in from a spreadsheet: heads of templates, what is asked, and what becomes of each row.

mod bo;
mod en;
mod says;
mod zh;

use crate::model::{Date, Lang};
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{FoundBy, Tally};

pub use says::{Touched, column_letters, import_head, import_help, import_row, row_becomes, row_refused};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Import<'a> {
    /// A text in a language, as the head of a column: the name of the field, and the language.
    InLanguage(&'a str, Lang),
    /// What the column of ids takes.
    IdHelp,
    /// What the column of files takes.
    FileHelp,
    /// What the column of numbers takes.
    FigureHelp,
    /// What a column of dates takes.
    DateHelp,
    /// What a column with entries of a list takes.
    NamesHelp,
    /// What a column with words to choose from takes, with the words.
    OneOf(&'a str),
    /// The name of the sheet with the names and ids that can be written.
    NamesSheet,
    /// What a template is for, over its columns.
    HowTo,
    /// A template was written, with its path and number of rows.
    Made(&'a str, usize),
    /// A file is there already, which may have been filled in.
    Exists(&'a str),
    /// There are more rows than a sheet holds.
    TooMany,

    /// The file is no spreadsheet that can be read.
    NotASpreadsheet(&'a str),
    /// It is of an older Excel, or has a password.
    Old(&'a str),
    /// It is damaged.
    Damaged(&'a str),
    /// It is too large.
    TooLarge(&'a str),
    /// Its letters are in no known encoding.
    Encoding(&'a str),
    /// The exhibition has no document.
    NoExhibition(&'a str),
    /// What kind of table it is cannot be told; the kinds.
    NoKind(&'a str, &'a str),
    /// No column is known.
    NoColumns(&'a str),
    /// There is no sheet of this name; those that are there.
    NoSheet(&'a str, &'a str),
    /// There is no column with this head; those that are there.
    NoHead(&'a str, &'a str),
    /// There is no field of this name; those that are there.
    NoField(&'a str, &'a str),
    /// What is read: the sheet, and the table that its rows go into.
    Reads(&'a str, &'a str),
    /// A column by its head, and the field that it becomes.
    Column(&'a str, &'a str),
    /// Columns that are not read.
    NotRead(&'a str),

    /// A row: its number, its entry, and what becomes of it.
    Row(u32, &'a str, &'a str),
    /// A row without an entry.
    RowAlone(u32, &'a str),
    /// A new entry.
    New,
    /// A field that gets a value.
    Gets(&'a str, &'a str),
    /// A field that changes its value.
    Becomes(&'a str, &'a str, &'a str),
    /// A field whose value goes.
    Loses(&'a str, &'a str),
    /// How its entry was found.
    FoundBy(FoundBy),
    /// A row is not taken, and why.
    NotTaken(&'a str),
    /// A text that was checked becomes another one: by whom it was checked, and when.
    ReplacesCheck(&'a str, Option<Date>),
    /// Checked texts in these languages were translated from it.
    Outdates(&'a str),
    /// Over the changes of checked texts, with their number.
    Checked(usize),
    /// How many rows became what.
    Tally(Tally),

    /// A cell: its column, its text, and why it cannot be there.
    Cell(&'a str, &'a str, &'a str),
    /// A date or a number stands where a text belongs.
    NotAText(&'a str),
    /// A text is too long, with the most letters.
    TooLong(&'a str, usize),
    /// A number without a source.
    NoSource,
    /// Nothing says which entry is meant.
    NoName(Table),
    /// There is no such picture.
    NoPicture(&'a str),
    /// The id is a number or a date.
    Rewritten(&'a str),
    /// More than one entry has this name.
    Several(&'a str),
    /// Another row says otherwise.
    Twice(u32),
    /// Id and file are of different pictures.
    OtherFile(&'a str),
    /// A new entry lacks this.
    Incomplete(&'a str),

    /// Nothing was written: how to do so.
    HowToApply,
    /// There is nothing to change.
    NothingToApply,
    /// The built-in exhibition stays.
    BuiltIn,
    /// It was written, with the path.
    Applied(&'a str),
    /// It does not fit.
    NotApplied,

    /// Opens the sheet in the editor.
    Open,
    /// Opens it, or the answers of a native reader.
    OpenAny,
    /// There is no dialog: the file is to be dropped on the window.
    DropIt,
    /// Chooses another file.
    AnotherFile,
    /// The file is being read.
    Reading(&'a str),
    /// What the rows change is being looked at.
    Looking,
    /// The label of the choice of a sheet.
    Sheet,
    /// The label of the choice of a table.
    Table,
    /// Over the columns.
    Columns,
    /// Beside that: how many of them are taken, of so many.
    ColumnsTaken(usize, usize),
    /// A column without a head, by its letters.
    Letters(&'a str),
    /// The choice that a column is not taken.
    Leave,
    /// A choice, spoken: the column.
    ChoiceOf(&'a str),
    /// Over the rows.
    Rows,
    /// So many more rows are not listed.
    More(usize),
    /// Takes so many rows in.
    TakeIn(usize),
    /// There is nothing to take in.
    Nothing,
}

/// One of these texts in a language.
pub(super) fn import(lang: Lang, words: Import<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Import, import, import_head, import_help};
    use crate::model::Lang;
    use crate::state::editing::spreadsheet::{TABLES, fields};

    #[test]
    fn heads_are_told_apart_and_each_says_what_it_takes() {
        for lang in Lang::ALL {
            for table in TABLES {
                let all = fields(table);
                let heads: HashSet<String> = all.iter().map(|field| import_head(lang, table, *field)).collect();
                assert_eq!(heads.len(), all.len(), "{lang:?} {table:?}: {heads:?}");
                assert!(all.iter().all(|field| !import_help(lang, table, *field).is_empty()), "{lang:?} {table:?}");
            }
            let name = import(lang, Import::NamesSheet);
            assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
        }
    }
}
