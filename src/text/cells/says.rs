//! What a cell and a row say, on the screen and on the clipboard.

use serde_json::Value;

use super::{Cells, cells};
use crate::model::{Date, Lang, List, Tree};
use crate::state::editing::Table;
use crate::state::editing::table::{Cell, leads_to, names_of};
use crate::text::{Say, amount, date, list, number, say};

fn entry<'t>(tree: &'t Tree, list: List, id: &str) -> Option<&'t Value> {
    let mut entries = (0..tree.len(list.field())).filter_map(|index| tree.entry(list.field(), index));
    entries.find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))
}

/// A text of an entry's field in a language, else in another one.
fn told<'t>(entry: &'t Value, field: &str, lang: Lang) -> &'t str {
    let words = entry.get(field);
    let langs = [lang, Lang::En, Lang::Zh, Lang::Bo];
    let only = |lang: Lang| words?.get(lang.code())?.as_str().map(str::trim).filter(|text| !text.is_empty());
    langs.into_iter().find_map(only).unwrap_or_default()
}

fn text<'t>(entry: &'t Value, field: &str) -> &'t str {
    entry.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// The name of an entry: of a source, its publisher and date.
#[must_use]
pub fn entry_name(lang: Lang, list: List, entry: &Value) -> String {
    if list == List::Sources {
        let when = Date::try_from(text(entry, "date").to_owned()).ok();
        let parts = [told(entry, "publisher", lang).to_owned(), when.map_or_else(String::new, |when| date(lang, when))];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let name = parts.join(if lang == Lang::Zh { "，" } else { ", " });
        return if name.is_empty() { text(entry, "id").to_owned() } else { name };
    }
    names_of(list, entry, lang).next().map_or_else(|| text(entry, "id").to_owned(), str::to_owned)
}

/// What a cell says; empty where it says nothing.
#[must_use]
pub fn cell_shown(lang: Lang, tree: &Tree, cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Date(day) => date(lang, *day),
        Cell::Whole(value) => value.to_string(),
        Cell::Amount(told) => amount(lang, *told),
        Cell::WorkedOut(sum) => {
            let sum = sum.map_or_else(|| "–".to_owned(), |sum| amount(lang, sum));
            cells(lang, Cells::WorkedOut(&sum))
        }
        Cell::NotPublished => say(lang, Say::NotPublished),
        Cell::NotApplicable => say(lang, Say::NotApplicable),
        Cell::YesNo(yes) => cells(lang, Cells::YesNo(*yes)),
        Cell::Choice(choices, name) => cells(lang, Cells::Choice(*choices, name)),
        Cell::Entries(of, ids) => {
            let name =
                |id: &&str| entry(tree, *of, id).map_or_else(|| (*id).to_owned(), |one| entry_name(lang, *of, one));
            let names: Vec<String> = ids.iter().map(name).collect();
            if *of == List::Sources {
                return names.join(if lang == Lang::Zh { "；" } else { "; " });
            }
            list(lang, &names.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Cell::Other(json) => json.clone(),
    }
}

/// What a cell is on the clipboard, and when one begins to write in it: what leads back to what it says.
#[must_use]
pub fn cell_copied(lang: Lang, tree: &Tree, cell: &Cell<'_>) -> String {
    match cell {
        Cell::Date(day) => String::from(*day),
        Cell::WorkedOut(sum) => sum.map_or_else(String::new, |sum| number(sum.value)),
        Cell::YesNo(false) => String::new(),
        Cell::Entries(of, ids) => {
            let name = |id: &&str| {
                let named = entry(tree, *of, id).map(|one| entry_name(lang, *of, one));
                named.filter(|name| leads_to(tree, *of, name, id)).unwrap_or_else(|| (*id).to_owned())
            };
            ids.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        other => cell_shown(lang, tree, other),
    }
}

/// The name of a row.
#[must_use]
pub fn row_name(lang: Lang, tree: &Tree, table: Table, index: usize) -> String {
    let Some(row) = tree.entry(table.list().field(), index) else { return String::new() };
    let named = |list: List, field: &str| {
        let id = text(row, field);
        entry(tree, list, id).map_or_else(|| id.to_owned(), |one| entry_name(lang, list, one))
    };
    let first = |texts: &[&str]| texts.iter().find(|text| !text.is_empty()).copied().unwrap_or_default().to_owned();
    let name = match table {
        Table::Captions => first(&[told(row, "title", lang), text(row, "file")]),
        Table::Batches => match row.get("number").and_then(Value::as_u64) {
            Some(number) => cells(lang, Cells::Batch(number)),
            None => String::new(),
        },
        Table::Pairings => format!("{} – {}", named(List::Provinces, "province"), named(List::Divisions, "division")),
        Table::Milestones => first(&[told(row, "title", lang), text(row, "date")]),
        Table::Sources => first(&[text(row, "title"), told(row, "description", lang), told(row, "publisher", lang)]),
        Table::Statements => first(&[told(row, "text", lang)]),
    };
    if name.is_empty() { cells(lang, Cells::Unnamed) } else { name }
}
