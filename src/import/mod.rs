//! Rows of spreadsheets on their way into an exhibition, and templates to fill in. Pure: bytes go in and out, which
//! [`crate::files`] reads and writes. What a row changes is judged in [`crate::state::editing::spreadsheet`].

mod heads;
mod known;
mod template;

use crate::export::unguarded;
use crate::model::{SheetCell, SheetCells};
use crate::workbook::{self, Unread};

pub use heads::{Guess, guess, guess_in, head_of, head_texts};
pub use template::{Template, Unmade, csv, xlsx};

/// The most bytes of a file.
pub const MOST_BYTES: u64 = workbook::MOST_BYTES;

/// Before the name of a field in the hidden row of a template: `vitrine:captions/caption.zh`.
const KEY: &str = "vitrine:";

/// Reads the sheets of a spreadsheet. Separated values lose the apostrophes that keep formulas from being run.
///
/// # Errors
/// If it is none, damaged, or too large.
pub fn read(bytes: &[u8]) -> Result<Vec<SheetCells>, Unread> {
    let mut sheets = workbook::read(bytes)?;
    for cell in sheets.iter_mut().filter(|sheet| sheet.name.is_empty()).flat_map(|sheet| sheet.rows.values_mut()) {
        for cell in cell.values_mut() {
            if let SheetCell::Text(text) = cell
                && text.contains('\'')
            {
                *text = unguarded(text);
            }
        }
    }
    Ok(sheets)
}
