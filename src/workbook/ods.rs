//! Cells of an ODS workbook. Its reader unfolds repeated cells and rows, so that what they come to is added up first.

use std::io::{BufRead, BufReader, Cursor};

use calamine::{Data, Ods, Reader as _};
use memchr::memmem;
use zip::ZipArchive;

use super::{Counted, Unread, names};
use crate::model::{Date, SheetCell, SheetCells};

/// The most cells, empty ones included, of the areas in which a workbook has any.
const MOST_AREA: usize = 1_000_000;
/// The most rows and columns of a sheet, by the programs that write them.
const MOST_ROWS: usize = 1_048_576;
const MOST_COLUMNS: usize = 16_384;

/// Reads all sheets.
pub fn sheets(bytes: &[u8]) -> Result<Vec<SheetCells>, Unread> {
    measure_areas(bytes)?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|why| match why {
        calamine::OdsError::Password => Unread::Old,
        _ => Unread::Damaged,
    })?;
    let mut counted = Counted::default();
    let mut all = Vec::new();
    for (name, is_hidden) in names(&book) {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = SheetCells { name, is_hidden, ..SheetCells::default() };
        for (row, column, value) in range.used_cells() {
            let Some(cell) = cell(value) else { continue };
            let place = |first: u32, at: usize| u32::try_from(at).map_or(u32::MAX, |at| first.saturating_add(at));
            let row = sheet.rows.entry(place(first_row, row)).or_default();
            counted.count(&cell, row)?;
            row.insert(place(first_column, column), cell);
        }
        make_months(&mut sheet);
        all.push(sheet);
    }
    Ok(all)
}

fn cell(value: &Data) -> Option<SheetCell> {
    Some(match value {
        Data::String(text) if text.is_empty() => return None,
        Data::String(text) => SheetCell::Text(text.clone()),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet counts in the same numbers")]
        Data::Int(number) => SheetCell::Number(*number as f64),
        Data::Float(number) => SheetCell::Number(*number),
        Data::Bool(flag) => SheetCell::Flag(*flag),
        Data::DateTimeIso(text) => dated(text),
        Data::DateTime(_) | Data::DurationIso(_) => SheetCell::Rewritten,
        Data::Error(_) => SheetCell::Error,
        Data::Empty => return None,
    })
}

/// A date as ISO 8601 writes it, whatever the time of day.
pub(super) fn dated(text: &str) -> SheetCell {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    Date::try_from(day.to_owned()).map_or(SheetCell::Rewritten, SheetCell::Date)
}

/// Dates do not say here how they are shown: where all of a column are firsts of months, they were typed as months.
fn make_months(sheet: &mut SheetCells) {
    let mut columns: std::collections::BTreeMap<u32, bool> = std::collections::BTreeMap::new();
    for row in sheet.rows.values() {
        for (column, cell) in row {
            if let SheetCell::Date(date) = cell {
                *columns.entry(*column).or_insert(true) &= date.day == Some(1);
            }
        }
    }
    for row in sheet.rows.values_mut() {
        for (column, cell) in row {
            if let SheetCell::Date(date) = cell
                && columns.get(column) == Some(&true)
            {
                date.day = None;
            }
        }
    }
}

/// Adds up what repeated cells and rows come to, and refuses what is too large.
fn measure_areas(bytes: &[u8]) -> Result<(), Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_no_archive| Unread::NotAWorkbook)?;
    let part = archive.by_name("content.xml").map_err(|_damaged| Unread::Damaged)?;
    let mut part = BufReader::new(part);
    let mut areas = Areas::default();
    let mut tag = Vec::new();
    loop {
        tag.clear();
        // No tag holds this mark within, so that what is between two of them belongs to one tag and the text after it.
        let count = part.read_until(b'<', &mut tag).map_err(|_damaged| Unread::Damaged)?;
        if count == 0 {
            return areas.end_table();
        }
        areas.take(&tag)?;
    }
}

/// What has been unfolded so far.
#[derive(Default)]
struct Areas {
    before: usize,
    rows: usize,
    row_repeats: usize,
    columns: usize,
    width: usize,
    first: Option<usize>,
    last: usize,
    widest: usize,
    pushed: usize,
}

impl Areas {
    fn take(&mut self, tag: &[u8]) -> Result<(), Unread> {
        if tag.starts_with(b"table:table-row") {
            self.end_row()?;
            self.row_repeats = 1;
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let is_filled = ["office:", "calcext:", "table:formula"]
                .iter()
                .any(|word| memmem::find(tag, word.as_bytes()).is_some());
            self.columns = self.columns.saturating_add(1);
            let repeats = repeated(tag, "table:number-columns-repeated")?.unwrap_or(1);
            self.columns = self.columns.saturating_add(repeats - 1).min(MOST_COLUMNS);
            if is_filled || !ends_itself(tag) {
                self.width = self.columns;
            }
            return Ok(());
        } else if tag.starts_with(b"table:table ") || tag.starts_with(b"table:table>") {
            return self.end_table();
        }
        // Wherever else it may stand, it counts for the row.
        if let Some(repeats) = repeated(tag, "table:number-rows-repeated")? {
            self.row_repeats = self.row_repeats.max(repeats);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unread> {
        let before = self.rows;
        self.rows = self.rows.saturating_add(self.row_repeats).min(MOST_ROWS);
        if self.width > 0 {
            self.first.get_or_insert(before);
            self.last = self.rows;
            self.widest = self.widest.max(self.width);
            self.pushed = self.pushed.saturating_add(self.width);
        }
        (self.columns, self.width, self.row_repeats) = (0, 0, 0);
        let area = (self.last - self.first.unwrap_or(self.last)).saturating_mul(self.widest);
        if self.before.saturating_add(area.max(self.pushed)) > MOST_AREA { Err(Unread::TooLarge) } else { Ok(()) }
    }

    fn end_table(&mut self) -> Result<(), Unread> {
        self.end_row()?;
        let area = (self.last - self.first.unwrap_or(self.last)).saturating_mul(self.widest);
        *self = Self { before: self.before.saturating_add(area.max(self.pushed)), ..Self::default() };
        Ok(())
    }
}

fn ends_itself(tag: &[u8]) -> bool {
    memmem::find(tag, b"/>").is_some()
}

/// How often a cell or row is repeated; 1 at least.
fn repeated(tag: &[u8], name: &str) -> Result<Option<usize>, Unread> {
    let mut most = None;
    for at in memmem::find_iter(tag, name) {
        let after = tag.iter().skip(at + name.len());
        let mut value = after.skip_while(|b| !matches!(**b, b'"' | b'\''));
        let quote = value.next();
        let value: Vec<u8> = value.take_while(|b| Some(*b) != quote).copied().take(20).collect();
        let number = std::str::from_utf8(&value).ok().and_then(|text| text.trim().parse::<usize>().ok());
        most = Some(number.ok_or(Unread::Damaged)?.max(most.unwrap_or(1)));
    }
    Ok(most)
}
