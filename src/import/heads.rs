//! What the columns of a sheet are: by the hidden keys of a template, else by their heads; and which table their rows go into.

use std::collections::BTreeMap;

use super::KEY;
use super::known::{Heads, Meant};
use crate::model::{Lang, SheetCell, SheetCells};
use crate::state::editing::Table;
use crate::state::editing::spreadsheet::{Field, Mapping, TABLES, table_name};

/// So many rows are looked at for heads.
const LOOKED_AT: usize = 60;
/// So many cells of a column are looked at for the language of its texts.
const TEXTS: usize = 60;

/// A sheet among others, and what its columns are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guess {
    /// The index of the sheet.
    pub sheet: usize,
    /// Its columns. No field at all where nothing is known.
    pub mapping: Mapping,
    /// Whether the table was known by its columns; else it is the first one there is.
    pub is_sure: bool,
}

/// The sheet whose columns are best known, as rows of the wanted table, or of the likeliest.
#[must_use]
pub fn guess(sheets: &[SheetCells], wanted: Option<Table>) -> Guess {
    let visible = |(_, sheet): &(usize, &SheetCells)| !sheet.is_hidden && !sheet.rows.is_empty();
    let of = |(index, sheet): (usize, &SheetCells)| (index, guess_in(sheet, wanted));
    let mut best: Option<(usize, (Mapping, usize))> = None;
    for (index, found) in sheets.iter().enumerate().filter(visible).map(of) {
        if best.as_ref().is_none_or(|(_, (_, score))| found.1 > *score) {
            best = Some((index, found));
        }
    }
    let (sheet, (mapping, score)) = best.unwrap_or_default();
    Guess { sheet, mapping, is_sure: score > 0 }
}

/// The columns of a sheet as fields of the wanted table, or of the likeliest one, and how sure that is; 0 if it is not.
#[must_use]
pub fn guess_in(sheet: &SheetCells, wanted: Option<Table>) -> (Mapping, usize) {
    if let Some((mapping, count)) = by_keys(sheet)
        && wanted.is_none_or(|wanted| wanted == mapping.table)
    {
        return (mapping, 1_000 + count);
    }
    let mut best: Option<(Mapping, usize)> = None;
    for table in TABLES.into_iter().filter(|table| wanted.is_none_or(|wanted| wanted == *table)) {
        let mapping = by_heads(sheet, table);
        let score = if wanted.is_some() { mapping.fields.len() } else { score(&mapping) };
        if best.as_ref().is_none_or(|(_, most)| score > *most) {
            best = Some((mapping, score));
        }
    }
    best.unwrap_or_default()
}

/// The columns by the hidden row of a template.
fn by_keys(sheet: &SheetCells) -> Option<(Mapping, usize)> {
    let key = |cell: &SheetCell| {
        let (table, field) = cell.text()?.trim().strip_prefix(KEY)?.split_once('/')?;
        let table = TABLES.into_iter().find(|of| table_name(*of) == table)?;
        Some((table, Field::named(table, field)?))
    };
    let mut mapping = Mapping::default();
    for (row, cells) in sheet.rows.iter().take(LOOKED_AT) {
        for (column, cell) in cells {
            let Some((table, field)) = key(cell) else { continue };
            (mapping.table, mapping.heads) = (table, Some(*row));
            mapping.fields.entry(*column).or_insert(field);
        }
        if !mapping.fields.is_empty() {
            break;
        }
    }
    let row = mapping.heads?;
    // The heads that people see stand below.
    let heads = Heads::of(mapping.table);
    let below = sheet.rows.get(&(row + 1));
    let known =
        below.into_iter().flatten().filter(|(_, cell)| cell.text().is_some_and(|head| heads.meant(head).is_some()));
    if known.count() >= mapping.fields.len().min(2) {
        mapping.heads = Some(row + 1);
    }
    let count = mapping.fields.len();
    Some((mapping, count))
}

/// The columns by the row in which most heads are known.
fn by_heads(sheet: &SheetCells, table: Table) -> Mapping {
    let heads = Heads::of(table);
    let meant = |row: &BTreeMap<u32, SheetCell>| -> BTreeMap<u32, Meant> {
        row.iter().filter_map(|(column, cell)| Some((*column, heads.meant(cell.text()?)?))).collect()
    };
    let mut best: Option<(u32, BTreeMap<u32, Meant>)> = None;
    for (row, cells) in sheet.rows.iter().take(LOOKED_AT) {
        let found = meant(cells);
        if found.len() > best.as_ref().map_or(0, |(_, most)| most.len()) {
            best = Some((*row, found));
        }
    }
    let Some((row, found)) = best else { return Mapping { table, ..Mapping::default() } };
    let mut mapping = Mapping { table, heads: Some(row), fields: BTreeMap::new() };
    let mut put = |column: u32, field: Option<Field>| {
        if let Some(field) = field.filter(|field| !mapping.fields.values().any(|other| other == field)) {
            mapping.fields.insert(column, field);
        }
    };
    for (column, meant) in &found {
        if let Meant::Field(field) = meant {
            put(*column, Some(*field));
        }
    }
    // A text whose head names no language is in that of its letters.
    for (column, meant) in &found {
        if let Meant::Text(path) = meant {
            put(*column, heads.field(path, Some(language(sheet, row, *column))));
        }
    }
    mapping
}

fn language(sheet: &SheetCells, heads: u32, column: u32) -> Lang {
    let below = sheet.rows.range(heads.saturating_add(1)..);
    let texts =
        below.filter_map(|(_, row)| row.get(&column)?.text()).filter(|text| text.chars().any(char::is_alphabetic));
    let mut counts = [0_usize; 3];
    for text in texts.take(TEXTS) {
        counts[Lang::of_script(text) as usize] += 1;
    }
    let most = Lang::ALL.into_iter().max_by_key(|lang| (counts[*lang as usize], std::cmp::Reverse(*lang as usize)));
    match most {
        Some(lang) if counts[lang as usize] > 0 => lang,
        _ => sheet.rows.get(&heads).and_then(|row| row.get(&column)?.text()).map_or(Lang::En, Lang::of_script),
    }
}

/// How much columns look like a table; 0 where what every entry needs is not there.
fn score(mapping: &Mapping) -> usize {
    let has = |path: &str| {
        mapping.fields.values().any(|field| match field {
            Field::Id => path == "id",
            Field::File => path == "file",
            Field::Precision => path == "precision",
            Field::At(at, _) => *at == path,
        })
    };
    let count = |paths: &[&str]| paths.iter().filter(|path| has(path)).count();
    let (needed, own) = match mapping.table {
        Table::Captions => (
            (has("file") || has("id")) && (has("caption") || has("title") || has("alt")),
            &["file", "caption", "alt", "credit"][..],
        ),
        Table::Batches => {
            (has("number") && (has("figure") || has("arrive.date")), &["number", "figure", "arrive.date"][..])
        }
        Table::Pairings => (has("province") && has("division"), &["division", "since", "told"][..]),
        Table::Milestones => (has("date") && (has("title") || has("text")), &["text"][..]),
        Table::Sources => (
            has("address") || has("publisher") && (has("title") || has("description")),
            &["publisher", "address", "hosting", "how_read", "language"][..],
        ),
        Table::Statements => (false, &[][..]),
    };
    if needed { mapping.fields.len() + 2 * count(own) } else { 0 }
}

/// The heads of all columns that have cells: what stands over them, or nothing.
#[must_use]
pub fn head_texts(sheet: &SheetCells, mapping: &Mapping) -> BTreeMap<u32, String> {
    let mut columns = BTreeMap::new();
    let below = sheet.rows.range(mapping.first_row()..).take(10_000);
    for column in below.flat_map(|(_, row)| row.keys()).chain(mapping.fields.keys()) {
        columns.entry(*column).or_insert_with(|| head_of(sheet, mapping, *column));
    }
    let row = mapping.heads.and_then(|heads| sheet.rows.get(&heads));
    for column in row.into_iter().flat_map(BTreeMap::keys) {
        columns.entry(*column).or_insert_with(|| head_of(sheet, mapping, *column));
    }
    columns
}

/// What stands over a column; empty if nothing does.
#[must_use]
pub fn head_of(sheet: &SheetCells, mapping: &Mapping, column: u32) -> String {
    let cell = mapping.heads.and_then(|heads| sheet.rows.get(&heads)?.get(&column));
    cell.map(SheetCell::shown).unwrap_or_default()
}
