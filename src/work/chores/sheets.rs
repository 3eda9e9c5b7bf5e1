//! Spreadsheets whose rows are taken into what is edited: asked for, read, and held against the document, on threads of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::save::SEEN_AT_LEAST;
use crate::files;
use crate::import::{self, Guess};
use crate::model::Tree;
use crate::state::editing::spreadsheet::judge;
use crate::state::editing::{ReadSheet, SheetCommand, SheetFault};
use crate::state::{Action, EditCommand};
use crate::work::{Done, Work, spawn};
use crate::workbook::Unread;

/// The endings of spreadsheets.
const ENDINGS: [&str; 5] = ["xlsx", "xlsm", "ods", "csv", "tsv"];

/// Whether a file is a spreadsheet, by its name.
#[must_use]
pub fn is_spreadsheet(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn command(command: SheetCommand) -> Done {
    Done::Action(Action::Edit(EditCommand::Sheet(command)))
}

fn done(name: String, read: Result<ReadSheet, SheetFault>) -> Done {
    command(SheetCommand::Done(name, Box::new(read)))
}

impl Work {
    /// Asks for a spreadsheet with the system's dialog, and reads it.
    pub fn pick_sheet(&self, document: (Tree, u64)) {
        let outbox = self.outbox.clone();
        spawn("dialog", move || {
            let asked = Instant::now();
            let chosen = rfd::FileDialog::new().add_filter("Excel, OpenDocument, CSV", &ENDINGS).pick_file();
            match chosen {
                // A dialog that ends sooner than anyone can cancel it was never shown.
                None if asked.elapsed() < SEEN_AT_LEAST => {
                    outbox.send(command(SheetCommand::Reading(String::new())));
                    outbox.send(done(String::new(), Err(SheetFault::NoDialog)));
                }
                None => return,
                Some(path) => {
                    outbox.send(command(SheetCommand::Reading(name_of(&path))));
                    outbox.wake(Duration::ZERO);
                    outbox.send(done(name_of(&path), read(&path, &document)));
                }
            }
            outbox.wake(Duration::ZERO);
        });
    }

    /// Reads a spreadsheet.
    pub fn read_sheet(&self, path: PathBuf, document: (Tree, u64)) {
        let outbox = self.outbox.clone();
        outbox.send(command(SheetCommand::Reading(name_of(&path))));
        outbox.wake(Duration::ZERO);
        spawn("dialog", move || {
            outbox.send(done(name_of(&path), read(&path, &document)));
            outbox.wake(Duration::ZERO);
        });
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read(path: &Path, document: &(Tree, u64)) -> Result<ReadSheet, SheetFault> {
    let bytes = files::read_file(path, import::MOST_BYTES).map_err(|_unreadable| SheetFault::NotASpreadsheet)?;
    sheet_of(&bytes, document)
}

/// Reads a spreadsheet, finds out what its columns are, and holds its rows against a document of a revision.
///
/// # Errors
/// If it is none, cannot be read, or has no column that is known.
pub fn sheet_of(bytes: &[u8], (tree, revision): &(Tree, u64)) -> Result<ReadSheet, SheetFault> {
    let mut sheets = import::read(bytes).map_err(|why| match why {
        Unread::NotAWorkbook => SheetFault::NotASpreadsheet,
        Unread::Old => SheetFault::Old,
        Unread::Damaged => SheetFault::Damaged,
        Unread::TooLarge => SheetFault::TooLarge,
        Unread::Encoding => SheetFault::Encoding,
    })?;
    let Guess { sheet, mapping, is_sure } = import::guess(&sheets, None);
    if !is_sure || sheet >= sheets.len() {
        return Err(SheetFault::NoColumns);
    }
    let cells = sheets.swap_remove(sheet);
    let heads = import::head_texts(&cells, &mapping).into_iter().collect();
    let preview = Arc::new(judge(tree, &cells, &mapping));
    Ok(ReadSheet { cells: Arc::new(cells), heads, mapping, preview, revision: *revision, is_stale: false })
}

/// Holds the rows of a sheet that was read against a document anew.
#[must_use]
pub fn judged(tree: &Tree, revision: u64, name: String, read: ReadSheet) -> Action {
    let preview = Arc::new(judge(tree, &read.cells, &read.mapping));
    let read = ReadSheet { preview, revision, is_stale: false, ..read };
    Action::Edit(EditCommand::Sheet(SheetCommand::Done(name, Box::new(Ok(read)))))
}
