//! Cells out of the bytes of a spreadsheet, as Excel, LibreOffice and others save it: XLSX, ODS, and separated values in the
//! encodings that they use. Nothing is evaluated, and what a file may cost is known before a library reads it.

mod ods;
mod separated;
mod unpacked;
mod xlsx;

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Reader, SheetVisible};
use zip::ZipArchive;

use crate::model::{SheetCell, SheetCells, SheetRow};

pub use unpacked::measure;

/// The most bytes of a file.
pub const MOST_BYTES: u64 = 64 << 20;

/// The most cells that are not empty, in all sheets together.
const MOST_CELLS: usize = 1_000_000;
/// The most rows with such cells: each takes more memory than one of its cells.
const MOST_ROWS: usize = 200_000;
/// The most bytes of text in these cells.
const MOST_TEXT: usize = 32 << 20;
/// The most sheets that are looked at.
const MOST_SHEETS: usize = 64;
/// What the files of older programs, and those with a password, begin with.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Why a file has no cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no spreadsheet of these kinds.
    NotAWorkbook,
    /// It is one of an older Excel, or has a password.
    Old,
    /// It is damaged.
    Damaged,
    /// It is larger than any sheet of an exhibition.
    TooLarge,
    /// Its text is in none of the encodings that are known.
    Encoding,
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Xlsx,
    Ods,
    Separated,
}

/// Reads the sheets of a spreadsheet, in their order.
///
/// # Errors
/// If it is none, damaged, or too large.
pub fn read(bytes: &[u8]) -> Result<Vec<SheetCells>, Unread> {
    match form(bytes)? {
        Form::Xlsx => read_xlsx(bytes),
        Form::Ods => {
            measure(bytes)?;
            unharmed(|| ods::sheets(bytes))
        }
        Form::Separated => separated::sheet(bytes).map(|sheet| vec![sheet]),
    }
}

/// Reads the sheets of an XLSX workbook alone.
///
/// # Errors
/// If it is none, damaged, or too large.
pub fn read_xlsx(bytes: &[u8]) -> Result<Vec<SheetCells>, Unread> {
    measure(bytes)?;
    unharmed(|| xlsx::sheets(bytes))
}

/// A mistake in the reader of workbooks must not end the program.
fn unharmed<T>(read: impl FnOnce() -> Result<T, Unread>) -> Result<T, Unread> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Unread::Damaged))
}

fn form(bytes: &[u8]) -> Result<Form, Unread> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    if bytes.starts_with(OLD) {
        return Err(Unread::Old);
    }
    if !bytes.starts_with(b"PK") {
        return Ok(Form::Separated);
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_no_archive| Unread::NotAWorkbook)?;
    let has = |part: &str| archive.file_names().any(|name| name.is_ok_and(|name| name == part));
    match (has("xl/workbook.xml") || has("[Content_Types].xml"), has("content.xml")) {
        (true, _) => Ok(Form::Xlsx),
        (false, true) => Ok(Form::Ods),
        (false, false) => Err(Unread::NotAWorkbook),
    }
}

/// The sheets of a workbook that are looked at: their names, and whether a person would not see them.
fn names<R: Read + Seek, W: Reader<R>>(book: &W) -> Vec<(String, bool)> {
    let named = |sheet: &calamine::Sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible);
    book.sheets_metadata().iter().map(named).take(MOST_SHEETS).collect()
}

/// Counts rows, cells and letters up to what is taken.
#[derive(Default)]
struct Counted {
    rows: usize,
    cells: usize,
    letters: usize,
}

impl Counted {
    /// Counts a cell before it is put into its row.
    fn count(&mut self, cell: &SheetCell, row: &SheetRow) -> Result<(), Unread> {
        self.rows += usize::from(row.is_empty());
        self.cells += 1;
        self.letters += cell.text().map_or(0, str::len);
        let is_too_large = self.rows > MOST_ROWS || self.cells > MOST_CELLS || self.letters > MOST_TEXT;
        if is_too_large { Err(Unread::TooLarge) } else { Ok(()) }
    }
}
