//! Cells of an XLSX workbook. No formula is evaluated: its last value counts, and where there is none, the cell is empty.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Style, Xlsx};

use super::{Counted, Unread, names};
use crate::model::{Date, SheetCell, SheetCells, excel_day};

/// Reads all sheets.
pub fn sheets(bytes: &[u8]) -> Result<Vec<SheetCells>, Unread> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|why| match why {
        calamine::XlsxError::Password | calamine::XlsxError::Zip(_) => Unread::NotAWorkbook,
        _ => Unread::Damaged,
    })?;
    let from_1904 = book.has_1904_epoch();
    let mut counted = Counted::default();
    let mut all = Vec::new();
    for (name, is_hidden) in names(&book) {
        let mut sheet = SheetCells { name, is_hidden, from_1904, ..SheetCells::default() };
        // A sheet of charts has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&sheet.name) else { continue };
        while let Some((found, style)) = reader.next_cell_with_style_id().map_err(|_damaged| Unread::Damaged)? {
            let Some(cell) = cell(found.get_value(), || reader.styles().get(style), from_1904) else { continue };
            let (row, column) = found.get_position();
            let row = sheet.rows.entry(row).or_default();
            counted.count(&cell, row)?;
            row.insert(column, cell);
        }
        all.push(sheet);
    }
    Ok(all)
}

fn cell<'s>(value: &DataRef<'_>, style: impl FnOnce() -> Option<&'s Style>, from_1904: bool) -> Option<SheetCell> {
    Some(match value {
        DataRef::String(text) => SheetCell::Text(text.clone()),
        DataRef::SharedString(text) => SheetCell::Text((*text).to_owned()),
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet counts in the same numbers")]
        DataRef::Int(number) => SheetCell::Number(*number as f64),
        DataRef::Float(number) => SheetCell::Number(*number),
        DataRef::Bool(flag) => SheetCell::Flag(*flag),
        DataRef::DateTime(time) if time.is_duration() => SheetCell::Rewritten,
        DataRef::DateTime(time) => {
            excel_day(time.as_f64(), from_1904).map_or(SheetCell::Rewritten, |day| dated(day, style()))
        }
        DataRef::DateTimeIso(text) => super::ods::dated(text),
        DataRef::DurationIso(_) => SheetCell::Rewritten,
        DataRef::Error(_) => SheetCell::Error,
        DataRef::Empty => return None,
    })
}

/// A date as its cell shows it: where there is no day to be seen, nobody has said one.
fn dated(date: Date, style: Option<&Style>) -> SheetCell {
    let format = style.and_then(|style| style.number_format.as_ref());
    match format.map(|format| (parts(&format.format_code), format.format_id)) {
        // What East Asian programs number alone: a month of a year, and a day without one.
        Some(([false, false, false], Some(27 | 36 | 50 | 52 | 57)) | ([true, true, false], _)) => {
            SheetCell::Date(Date { day: None, ..date })
        }
        Some(([false, false, false], Some(28 | 29 | 51 | 53 | 54 | 58))) => SheetCell::Rewritten,
        None | Some(([false, false, false] | [true, _, true], _)) => SheetCell::Date(date),
        Some(([true, false, false], _)) => SheetCell::Date(Date::year(date.year)),
        Some(([false, ..], _)) => SheetCell::Rewritten,
    }
}

/// Whether a format shows year, month and day.
fn parts(code: &str) -> [bool; 3] {
    let (mut is_quoted, mut is_bracketed, mut is_escaped, mut has_time) = (false, false, false, false);
    let mut shown = [false; 3];
    for c in code.chars().flat_map(char::to_lowercase) {
        match c {
            _ if is_escaped => is_escaped = false,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            _ if is_bracketed => {}
            '\\' | '_' | '*' => is_escaped = true,
            ';' => break,
            'y' | 'e' => shown[0] = true,
            'm' => shown[1] = true,
            'd' => shown[2] = true,
            'h' | 's' => has_time = true,
            _ => {}
        }
    }
    // Minutes are written like months.
    if has_time && !shown[0] && !shown[2] {
        shown[1] = false;
    }
    if has_time && shown == [false; 3] { [false, true, false] } else { shown }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_format_says_how_precise_a_date_is() {
        for (code, shown) in [
            ("yyyy-mm-dd", [true, true, true]),
            ("yyyy\"年\"m\"月\"d\"日\";@", [true, true, true]),
            ("yyyy\"年\"m\"月\"", [true, true, false]),
            ("mmm-yy", [true, true, false]),
            ("[$-804]yyyy", [true, false, false]),
            ("d-mmm", [false, true, true]),
            ("m/d/yy h:mm", [true, true, true]),
            ("h:mm:ss", [false, true, false]),
        ] {
            assert_eq!(parts(code), shown, "{code}");
        }
    }
}
