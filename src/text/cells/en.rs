//! English: the tables.

use super::Cells;
use crate::model::{HowRead, Lang, List};
use crate::state::editing::Table;
use crate::state::editing::table::{Choices, Named, Passage, Progress, Refusal, RowFilter};
use crate::text::{Say, counted, say};

/// The words in English.
#[expect(clippy::too_many_lines, reason = "one arm for each case")]
pub fn en(words: Cells<'_>) -> String {
    let fixed = match words {
        Cells::TableRow(name, count) => return format!("{name}, {}", rows(count)),
        Cells::Filter(filter, count) => return filtered(filter, count),
        Cells::Row(number, name) => return format!("Row {number}, {name}"),
        Cells::Cell(column, row, says) => return format!("{column}, {}: {says}", lower(row)),
        Cells::Batch(number) => return format!("Batch {number}"),
        Cells::Choice(choices, name) => return choice(choices, name),
        Cells::WorkedOut(sum) => return format!("{sum}, worked out"),
        Cells::Copied(block) => return format!("Copied: {}, {}", rows(block.rows), columns(block.columns)),
        Cells::Changed(0) => "No cell is another than before.",
        Cells::Changed(1) => "1 cell changed.",
        Cells::Changed(count) => return format!("{} cells changed.", counted(count)),
        Cells::LeftAsTheyWere(1) => "1 cell was left as it was:",
        Cells::LeftAsTheyWere(count) => return format!("{} cells were left as they were:", counted(count)),
        Cells::Refused("", why) => return why.to_owned(),
        Cells::Refused(text, why) => return format!("“{text}”: {why}"),
        Cells::Why(why) => return refusal(why),
        Cells::Question(copied, here) if copied.columns != here.columns => {
            let there = if copied.rows == here.rows { String::new() } else { format!("{} and ", rows(here.rows)) };
            return format!(
                "{} and {} copied; here there is room for {there}{}.",
                rows(copied.rows),
                columns(copied.columns),
                columns(here.columns)
            );
        }
        Cells::Question(copied, here) => return format!("{} copied, {} here.", rows(copied.rows), counted(here.rows)),
        Cells::Shown(shown, all) if shown == all => return rows(all),
        Cells::Shown(shown, all) => return format!("{} of {}", counted(shown), rows(all)),
        Cells::Stays(number) => return format!("Row {number} stays in the list until you leave it"),
        Cells::Delete(1) => "Delete this row",
        Cells::Delete(count) => return format!("Delete {count} rows"),
        Cells::Rows(table) => match table {
            Table::Captions => "Picture",
            Table::Batches => "Batch",
            Table::Pairings => "Pairing",
            Table::Milestones => "Milestone",
            Table::Sources => "Source",
            Table::Statements => "Statement",
        },
        Cells::Column(named) => column(named),
        Cells::Passage(passage) => match passage {
            Passage::Title => "Title",
            Passage::Caption => "Caption",
            Passage::Alternative => "Alternative text",
            Passage::Text => "Text",
            Passage::Told => "As it is told",
            Passage::Publisher => "Publisher",
            Passage::Description => "Description",
        },
        Cells::State(state) => match state {
            Progress::Missing => "Missing",
            Progress::Draft => "Draft",
            Progress::Checked => "Checked",
            Progress::Outdated => "Outdated",
        },
        Cells::Tables => "Tables",
        Cells::SourceText => "source text",
        Cells::States => "State",
        Cells::ShowAll => "Show all rows",
        Cells::NotWritten => "Not written yet",
        Cells::NotGiven => "Not given",
        Cells::Unnamed => "without a name",
        Cells::YesNo(true) => "Yes",
        Cells::YesNo(false) => "No",
        Cells::CopiedIs => "Paste it here or in a spreadsheet. Esc lets it go.",
        Cells::PasteAdding(1) => "Add 1 row",
        Cells::PasteAdding(count) => return format!("Add {} rows", counted(count)),
        Cells::PasteFirst => "Add a row, or paste rows from a spreadsheet with Ctrl + V.",
        Cells::PasteHere => "Paste what has room",
        Cells::Leave => "Paste nothing",
        Cells::Keys => {
            "Enter or F2 writes in a cell. Shift + arrows choose a block. Ctrl + C, Ctrl + V: to and from a spreadsheet"
        }
        Cells::WritingKeys(false) => "Enter and Tab go on. Esc leaves the text as it was",
        Cells::WritingKeys(true) => "Enter and Tab go on. Shift + Enter begins a line. Esc leaves the text as it was",
        Cells::NoRows(RowFilter::All) => "Nothing here yet.",
        Cells::NoRows(_) => "No row is left in this list.",
    };
    fixed.to_owned()
}

fn lower(row: &str) -> String {
    row.strip_prefix("Row ").map_or_else(|| row.to_owned(), |rest| format!("row {rest}"))
}

fn rows(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{} rows", counted(count)) }
}

fn columns(count: usize) -> String {
    if count == 1 { "1 column".to_owned() } else { format!("{count} columns") }
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Zh => "Chinese",
        Lang::Bo => "Tibetan",
    }
}

fn filtered(filter: RowFilter, count: usize) -> String {
    match filter {
        RowFilter::All => format!("All {}", counted(count)),
        RowFilter::Missing(lang) => format!("Missing {} ({})", language(lang), counted(count)),
        RowFilter::Drafts => format!("Drafts ({})", counted(count)),
        RowFilter::Outdated => format!("Outdated ({})", counted(count)),
    }
}

fn column(named: Named) -> &'static str {
    match named {
        Named::Number => "Number",
        Named::Arrived => "Arrived",
        Named::Left => "Left",
        Named::People => "People",
        Named::PeopleSources => "Sources of the number",
        Named::YearsSources => "Sources of the years",
        Named::Province => "Province",
        Named::Division => "Place",
        Named::Since => "Since",
        Named::Until => "Until",
        Named::Inferred => "Inferred",
        Named::Date => "Date",
        Named::Picture => "Picture",
        Named::Provinces => "Provinces",
        Named::Sources => "Sources",
        Named::Group => "Heading",
        Named::Figure => "Figure",
        Named::OwnTitle => "Own title",
        Named::Language => "Language",
        Named::Address => "Address",
        Named::Hosting => "Found at",
        Named::HowRead => "Read",
        Named::Text(lang) => language(lang),
    }
}

fn choice(choices: Choices, name: &str) -> String {
    let fixed = match (choices, name) {
        (Choices::Hosting, "publisher") => "The publisher’s site",
        (Choices::Hosting, "reprint") => "A reprint",
        (Choices::Hosting, "mirror") => "Only a copy",
        (Choices::Hosting, _) => "The article",
        (Choices::HowRead, "full") => return say(Lang::En, Say::HowRead(HowRead::Full)),
        (Choices::HowRead, "excerpt") => return say(Lang::En, Say::HowRead(HowRead::Excerpt)),
        (Choices::HowRead, _) => return say(Lang::En, Say::HowRead(HowRead::Data)),
    };
    fixed.to_owned()
}

fn refusal(why: Refusal) -> String {
    let fixed = match why {
        Refusal::NoNumber => "not a number. Write it in digits: 2,117, or nearly 12,000; or “not published”.",
        Refusal::Negative => "less than nothing. A count is 0 or more.",
        Refusal::TooLarge => "larger than can be counted.",
        Refusal::NoWhole => "not a whole number from 1 on.",
        Refusal::NoDate => "not a date. Write 2024, 2024-08 or 2024-08-26.",
        Refusal::NoYesNo => "neither yes nor no.",
        Refusal::NoChoice => "none of the choices of this column.",
        Refusal::Unknown(list) => {
            let what = match list {
                List::Provinces => "province",
                List::Divisions => "place",
                List::Photos => "picture",
                List::Groups => "heading",
                List::Sources => "source",
                _ => "entry",
            };
            return format!("no {what} is known by this name, or more than one.");
        }
        Refusal::Needed => "This cell cannot be empty.",
        Refusal::WorkedOut => "This number is worked out: it follows its terms, and is not typed over.",
        Refusal::NumberFirst => "There is no reported number that these sources could belong to.",
    };
    fixed.to_owned()
}
