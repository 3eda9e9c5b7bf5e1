//! English: rows from spreadsheets.

use super::Import;
use crate::model::Lang;
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{FoundBy, Tally};
use crate::text::{counted, date};

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}

fn rows(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{} rows", counted(count)) }
}

/// The words in English.
#[expect(clippy::too_many_lines, reason = "a table")]
pub fn en(words: Import<'_>) -> String {
    let fixed = match words {
        Import::InLanguage(name, lang) => return format!("{name} ({})", language(lang)),
        Import::IdHelp => "leave it as it is; empty in a new row",
        Import::FileHelp => "the picture that is meant; it is not changed",
        Import::FigureHelp => "2,117 or nearly 12,000; not published; empty changes nothing",
        Import::DateHelp => "1994, 1994-07 or 1994-07-12",
        Import::NamesHelp => "names or ids of the second sheet; several with commas",
        Import::OneOf(words) => return format!("one of: {words}"),
        Import::NamesSheet => "Names",
        Import::HowTo => {
            "Fill in what is missing and change what is wrong; new rows go below. An empty cell leaves everything as it is. Rows and columns may be moved or left out."
        }
        Import::Made(path, 0) => return format!("“{path}” is there, with heads and no rows yet."),
        Import::Made(path, count) => return format!("“{path}” is there, with {}.", rows(count)),
        Import::Exists(path) => {
            return format!(
                "“{path}” is there already and may have been filled in. Choose another name, or add --force to replace it."
            );
        }
        Import::TooMany => "The exhibition has more rows than a sheet holds, or there is not enough memory.",
        Import::NotASpreadsheet(path) => {
            return format!(
                "“{path}” is no spreadsheet. Open it in the program it was made with, and save it as .xlsx, .ods or .csv."
            );
        }
        Import::Old(path) => {
            return format!(
                "“{path}” is a file of an old Excel, or has a password. Open it there, and save it as “Excel workbook (.xlsx)” without a password."
            );
        }
        Import::Damaged(path) => {
            return format!(
                "“{path}” is damaged or cut off. Ask for it again, or open it in a spreadsheet and save it anew."
            );
        }
        Import::TooLarge(path) => {
            return format!(
                "“{path}” is far larger than any table of an exhibition, and was not read. Copy the rows that matter to a new file."
            );
        }
        Import::Encoding(path) => {
            return format!(
                "The letters of “{path}” are in an encoding that is not known. Save it as .xlsx, or as “CSV UTF-8”."
            );
        }
        Import::NoExhibition(path) => {
            return format!(
                "“{path}” has no exhibition.json. Save it with “vitrine pack”, which makes one, and take that."
            );
        }
        Import::NoKind(path, kinds) => {
            return format!(
                "What the rows of “{path}” are cannot be told from their heads. Add --kind with one of: {kinds}."
            );
        }
        Import::NoColumns(path) => {
            return format!(
                "No column of “{path}” is known. Say what they are with --map \"Head=field\", once for each."
            );
        }
        Import::NoSheet(name, there) => return format!("There is no sheet “{name}”. There are: {there}."),
        Import::NoHead(head, there) => return format!("There is no column “{head}”. There are: {there}."),
        Import::NoField(field, there) => {
            return format!("There is no field “{field}”. There are: {there}; and - for a column that is not read.");
        }
        Import::Reads("", table) => return format!("Read as {}.", table.to_lowercase()),
        Import::Reads(sheet, table) => return format!("The sheet “{sheet}” is read as {}.", table.to_lowercase()),
        Import::Column(head, field) => return format!("  {head} → {field}"),
        Import::NotRead(heads) => return format!("  Not read: {heads}"),
        Import::Row(line, entry, what) => return format!("Row {line}: {entry}: {what}"),
        Import::RowAlone(line, what) => return format!("Row {line}: {what}"),
        Import::New => "new.",
        Import::Gets(head, value) => return format!("{head}: “{value}”."),
        Import::Becomes(head, was, value) => return format!("{head}: “{was}” becomes “{value}”."),
        Import::Loses(head, was) => return format!("{head}: “{was}” goes."),
        Import::FoundBy(by) => match by {
            FoundBy::Id => "Found by its id.",
            FoundBy::RewrittenId => "Found by its id, which the spreadsheet has rewritten.",
            FoundBy::File => "Found by its file.",
            FoundBy::Number => "Found by its number.",
            FoundBy::Pair => "Found by province, place and year.",
            FoundBy::Title => "Found by its title or text.",
            FoundBy::Address => "Found by its address.",
        },
        Import::NotTaken(why) => return format!("not taken: {why}"),
        Import::ReplacesCheck(reader, when) => {
            let who = if reader.is_empty() { String::new() } else { format!(" by {reader}") };
            let on = when.map(|when| format!(", {}", date(Lang::En, when))).unwrap_or_default();
            return format!("This text was checked{who}{on}; it becomes outdated.");
        }
        Import::Outdates(languages) => return format!("Checked translations become outdated: {languages}."),
        Import::Checked(1) => "1 checked text is touched:",
        Import::Checked(count) => return format!("{} checked texts are touched:", counted(count)),
        Import::Tally(Tally { new, changed, same, refused, .. }) => {
            return format!(
                "{} new, {} changed, {} the same, {} not taken.",
                counted(new),
                counted(changed),
                counted(same),
                counted(refused)
            );
        }
        Import::Cell(head, "", why) => return format!("{head}: {why}"),
        Import::Cell(head, text, why) => return format!("{head}: “{text}”: {why}"),
        Import::NotAText(head) => {
            return format!(
                "{head}: the text has become a date or the like. Format the cell as text, and write it again."
            );
        }
        Import::TooLong(head, most) => return format!("{head}: the text has more than {} letters.", counted(most)),
        Import::NoSource => {
            "a new number needs who reported it: write its source into the column for the sources of the number."
        }
        Import::NoName(table) => match table {
            Table::Captions => "nothing says which picture it is: an id or a file name is needed.",
            Table::Batches => "nothing says which batch it is: its number is needed.",
            Table::Pairings => "nothing says which pairing it is: province, place and year are needed.",
            Table::Milestones => "nothing says which milestone it is: an id, or date and title are needed.",
            Table::Sources | Table::Statements => {
                "nothing says which source it is: an id, an address or a title is needed."
            }
        },
        Import::NoPicture(name) => {
            return format!(
                "no picture is called “{name}”. Add the photograph first, or write its file name as the exhibition has it."
            );
        }
        Import::Rewritten(text) => {
            return format!(
                "“{text}” in the column of ids looks like a number or a date that the spreadsheet has made. Write the id again in a cell formatted as text; leave it empty for a new row."
            );
        }
        Import::Several(name) => return format!("“{name}” is the name of more than one. Write the id beside it."),
        Import::Twice(other) => return format!("row {other} says otherwise of the same. Leave one of them."),
        Import::OtherFile(id) => {
            return format!("the id “{id}” belongs to another picture than the file. Mend one of them.");
        }
        Import::Incomplete(head) => return format!("a new row cannot be without “{head}”."),
        Import::HowToApply => {
            "Nothing was written. Add --apply to write this into the exhibition, or --out with a name to save it elsewhere."
        }
        Import::NothingToApply => "There is nothing to change, and nothing was written.",
        Import::BuiltIn => {
            "The built-in exhibition itself stays as it is. Add --out with a name to save a copy with the rows."
        }
        Import::Applied(path) => return format!("“{path}” has the rows now."),
        Import::NotApplied => {
            "Nothing was written: the rows do not fit the exhibition. Run “vitrine check” on it, and mend what it names."
        }
        Import::Open => "From a spreadsheet …",
        Import::OpenAny => "A spreadsheet or a reader’s answers …",
        Import::DropIt => "Type where the file lies, or drop it on this window: .xlsx, .ods or .csv.",
        Import::AnotherFile => "Another file …",
        Import::Reading(name) => return format!("Reading “{name}” …"),
        Import::Looking => "Looking at what would change …",
        Import::Sheet => "Sheet",
        Import::Table => "The rows are",
        Import::Columns => "Columns",
        Import::ColumnsTaken(taken, all) => return format!("{taken} of {all} are taken"),
        Import::Letters(letters) => return format!("Column {letters}"),
        Import::Leave => "Not taken",
        Import::ChoiceOf(head) => return format!("“{head}” becomes"),
        Import::Rows => "What would change",
        Import::More(count) => return format!("and {} more", rows(count)),
        Import::TakeIn(count) => return format!("Take in {}", rows(count)),
        Import::Nothing => "There is nothing to take in.",
    };
    fixed.to_owned()
}
