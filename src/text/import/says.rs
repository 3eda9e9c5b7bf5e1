//! The heads of columns, and what becomes of a row in words.

use serde_json::Value;

use super::{Import, import};
use crate::model::{Lang, TEXT_LIMIT, Tree};
use crate::state::editing::Table;
use crate::state::editing::fields::{self, Called};
use crate::state::editing::spreadsheet::{CellChange, Field, Judged, Preview, Refused, Verdict};
use crate::state::editing::table::{Cell, Choices, Kind, Named, read_cell};
use crate::text::cells::{Cells, cell_shown, cells, row_name};
use crate::text::{field, list};

/// A text is shown up to so many letters.
const LONGEST: usize = 120;

fn called(table: Table, path: &str) -> Option<Called> {
    fields::field(Some(table.list()), path).map(|field| field.called)
}

/// The head of a column in a language.
#[must_use]
pub fn import_head(lang: Lang, table: Table, of: Field) -> String {
    let named = |named: Named| cells(lang, Cells::Column(named));
    match of {
        Field::Id => field::name(lang, Called::Id).to_owned(),
        Field::File => field::name(lang, Called::File).to_owned(),
        Field::Precision => field::name(lang, Called::Precision).to_owned(),
        Field::At(path, Kind::Words(text, _)) => {
            let name = called(table, path).map_or(path, |called| field::name(lang, called));
            import(lang, Import::InLanguage(name, text))
        }
        Field::At(path, _) => match path {
            "figure" => named(Named::People),
            "figure.sources" => named(Named::PeopleSources),
            "title" => named(Named::OwnTitle),
            "number" => named(Named::Number),
            "years_sources" => named(Named::YearsSources),
            "inferred" => named(Named::Inferred),
            _ => called(table, path).map_or(path, |called| field::name(lang, called)).to_owned(),
        },
    }
}

/// What a column takes, in one line.
#[must_use]
pub fn import_help(lang: Lang, table: Table, of: Field) -> String {
    let say = |words| import(lang, words);
    match of {
        Field::Id => say(Import::IdHelp),
        Field::File => say(Import::FileHelp),
        Field::At("figure", _) | Field::Precision => say(Import::FigureHelp),
        Field::At(_, Kind::Date) => say(Import::DateHelp),
        Field::At(_, Kind::Ref(_) | Kind::Refs(_)) => say(Import::NamesHelp),
        Field::At(_, Kind::Choice(choices)) => say(Import::OneOf(&words_of(lang, choices))),
        Field::At(_, Kind::YesNo) => {
            let yes_no = [true, false].map(|yes| cells(lang, Cells::YesNo(yes)));
            say(Import::OneOf(&list(lang, &yes_no.each_ref().map(String::as_str))))
        }
        Field::At(path, Kind::Words(..) | Kind::Line | Kind::Whole | Kind::Figure) => {
            called(table, path).map_or("", |called| field::help(lang, called)).to_owned()
        }
    }
}

fn words_of(lang: Lang, choices: Choices) -> String {
    let words: Vec<String> = choices.all().iter().map(|name| cells(lang, Cells::Choice(choices, name))).collect();
    list(lang, &words.iter().map(String::as_str).collect::<Vec<_>>())
}

fn shown(lang: Lang, tree: &Tree, kind: Kind, value: Option<&Value>) -> String {
    let cell = value.and_then(|value| read_cell(value, kind)).unwrap_or(Cell::Empty);
    let text = cell_shown(lang, tree, &cell).split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// What becomes of a field, in words.
fn cell_becomes(lang: Lang, (tree, table): (&Tree, Table), cell: &CellChange) -> String {
    let Field::At(_, kind) = cell.field else { return String::new() };
    let head = import_head(lang, table, cell.field);
    let text = |value| shown(lang, tree, kind, value);
    let (was, becomes) = (text(cell.was.as_ref()), text(cell.becomes.as_ref()));
    let mut said = vec![match (was.is_empty(), becomes.is_empty()) {
        (_, true) => import(lang, Import::Loses(&head, &was)),
        (true, false) => import(lang, Import::Gets(&head, &becomes)),
        (false, false) => import(lang, Import::Becomes(&head, &was, &becomes)),
    }];
    if let Some(check) = &cell.check {
        said.push(import(lang, Import::ReplacesCheck(&check.reader, check.date)));
    }
    if !cell.outdates.is_empty() {
        let names: Vec<String> = cell.outdates.iter().map(|of| cells(lang, Cells::Column(Named::Text(*of)))).collect();
        let names = list(lang, &names.iter().map(String::as_str).collect::<Vec<_>>());
        said.push(import(lang, Import::Outdates(&names)));
    }
    said.join(if lang == Lang::Zh { "" } else { " " })
}

/// Which fields of a row are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// All.
    All,
    /// Texts that were checked, and those that checked ones were translated from.
    Checked,
    /// The others.
    Others,
}

/// What the fields of a row become, in words.
#[must_use]
pub fn row_becomes(lang: Lang, (tree, table): (&Tree, Table), row: &Judged, which: Touched) -> String {
    let is_wanted = |cell: &&CellChange| match which {
        Touched::All => true,
        Touched::Checked => cell.touches_checked(),
        Touched::Others => !cell.touches_checked(),
    };
    let said: Vec<String> =
        row.cells.iter().filter(is_wanted).map(|cell| cell_becomes(lang, (tree, table), cell)).collect();
    said.join(if lang == Lang::Zh { "" } else { " " })
}

/// A row of a spreadsheet with what becomes of it, in a line; `None` where nothing does.
#[must_use]
pub fn import_row(lang: Lang, preview: &Preview, row: &Judged) -> Option<String> {
    let say = |words: Import<'_>| import(lang, words);
    let what = match &row.verdict {
        Verdict::Same => return None,
        Verdict::Refused(why) => say(Import::NotTaken(&row_refused(lang, preview.table, why))),
        Verdict::New | Verdict::Changed => {
            let is_new = matches!(row.verdict, Verdict::New);
            let becomes = row_becomes(lang, (&preview.after, preview.table), row, Touched::All);
            let parts = is_new.then(|| say(Import::New)).into_iter().chain([becomes]);
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
    };
    let entry = row.entry.map(|index| row_name(lang, &preview.after, preview.table, index));
    let line = match &entry {
        Some(entry) => say(Import::Row(row.line, entry, &what)),
        None => say(Import::RowAlone(row.line, &what)),
    };
    Some(line.replace(['\n', '\r'], " "))
}

/// The letters of a column, from 0, as spreadsheets show them.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
        if rest == 0 {
            break;
        }
        rest -= 1;
    }
    letters.into_iter().rev().collect()
}

/// Why a row is not taken, in words.
#[must_use]
pub fn row_refused(lang: Lang, table: Table, why: &Refused) -> String {
    let head = |of: &Field| import_head(lang, table, *of);
    let say = |words| import(lang, words);
    match why {
        Refused::Cell(of, text, why) => {
            let why = cells(lang, Cells::Why(*why));
            say(Import::Cell(&head(of), text, &why))
        }
        Refused::NotAText(of) => say(Import::NotAText(&head(of))),
        Refused::TooLong(of) => say(Import::TooLong(&head(of), TEXT_LIMIT)),
        Refused::NoSource => say(Import::NoSource),
        Refused::NoName => say(Import::NoName(table)),
        Refused::NoPicture(name) => say(Import::NoPicture(name)),
        Refused::Rewritten(text) => say(Import::Rewritten(text)),
        Refused::Several(name) => say(Import::Several(name)),
        Refused::Twice(other) => say(Import::Twice(*other)),
        Refused::OtherFile(id) => say(Import::OtherFile(id)),
        Refused::Incomplete(of) => say(Import::Incomplete(&head(of))),
    }
}
