//! Spreadsheets whose rows are taken into what is edited: asked for, read, and held against the document, on threads of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::presenting::today;
use super::save::SEEN_AT_LEAST;
use crate::files;
use crate::import::{self, Guess};
use crate::model::{Date, Lang, ReadError, Tree};
use crate::review;
use crate::state::editing::spreadsheet::judge;
use crate::state::editing::{
    Editing, ReadAnswers, ReadSheet, SheetCommand, SheetFault, SheetFile, Stale, Surface, Table,
};
use crate::state::{Action, EditCommand};
use crate::work::outbox::Outbox;
use crate::work::{Done, Work, spawn};
use crate::workbook::Unread;

/// A document that rows are held against.
pub struct Document {
    /// What it says.
    pub tree: Tree,
    /// Counts its changes.
    pub revision: u64,
    /// The table that is being looked at.
    pub table: Option<Table>,
}

impl Document {
    /// What is being edited.
    #[must_use]
    pub fn of(editing: &Editing) -> Self {
        let table = (editing.surface() == Surface::Tables).then(|| editing.table());
        Self { tree: editing.tree().clone(), revision: editing.revision(), table }
    }
}

/// The endings of spreadsheets, and of what holds a reader's answers: saved by a page, or an e-mail.
const ENDINGS: [&str; 10] = ["xlsx", "xlsm", "ods", "csv", "tsv", "json", "html", "htm", "txt", "eml"];

/// Whether a file is a spreadsheet or may have answers, by its name.
#[must_use]
pub fn is_spreadsheet(path: &Path) -> bool {
    has_ending(path, &ENDINGS)
}

fn command(command: SheetCommand) -> Done {
    Done::Action(Action::Edit(EditCommand::Sheet(command)))
}

/// The endings of files that have answers or nothing.
const TEXTS: [&str; 4] = ["json", "html", "htm", "eml"];

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Reads a file: answers of a native reader, or a spreadsheet.
fn read(path: &Path, document: &Document) -> Result<SheetFile, SheetFault> {
    let bytes = files::read_file(path, import::MOST_BYTES).map_err(|why| match why {
        ReadError::TooLarge => SheetFault::TooLarge,
        why => SheetFault::Unreadable(why),
    })?;
    match answers_of(&bytes, document) {
        Some(answers) => answers,
        None if has_ending(path, &TEXTS) => Err(SheetFault::NotASpreadsheet),
        None => sheet_of(&bytes, document),
    }
}

impl Work {
    /// Asks for a spreadsheet with the system's dialog, and reads it.
    pub fn pick_sheet(&self, document: Document) {
        let outbox = self.outbox.clone();
        spawn("dialog", move || {
            let asked = Instant::now();
            let chosen =
                rfd::FileDialog::new().add_filter("Excel, OpenDocument, CSV, HTML, JSON", &ENDINGS).pick_file();
            match chosen {
                // A dialog that ends sooner than anyone can cancel it was never shown.
                None if asked.elapsed() < SEEN_AT_LEAST => {
                    outbox.send(command(SheetCommand::Reading(PathBuf::new())));
                    outbox.send(command(SheetCommand::Done(PathBuf::new(), Err(SheetFault::NoDialog))));
                }
                None => return,
                Some(path) => read_into(&outbox, path, &document),
            }
            outbox.wake(Duration::ZERO);
        });
    }

    /// Reads a spreadsheet.
    pub fn read_sheet(&self, path: PathBuf, document: Document) {
        let outbox = self.outbox.clone();
        spawn("spreadsheet", move || read_into(&outbox, path, &document));
    }
}

fn read_into(outbox: &Outbox, path: PathBuf, document: &Document) {
    outbox.send(command(SheetCommand::Reading(path.clone())));
    outbox.wake(Duration::ZERO);
    let read = read(&path, document);
    outbox.send(command(SheetCommand::Done(path, read)));
    outbox.wake(Duration::ZERO);
}

/// Reads the answers of a native reader, and holds them against a document; `None` if it is no such file.
#[must_use]
pub fn answers_of(bytes: &[u8], document: &Document) -> Option<Result<SheetFile, SheetFault>> {
    let answers = match review::read(bytes) {
        Ok(answers) => answers,
        Err(review::Unread::NoAnswers) => return Some(Err(SheetFault::NoAnswers)),
        Err(review::Unread::Newer) => return Some(Err(SheetFault::Newer)),
        // Of a workbook that is damaged or too large, nobody knows whether it has answers; it is refused as a spreadsheet.
        Err(review::Unread::Damaged) if !bytes.starts_with(b"PK") => return Some(Err(SheetFault::Damaged)),
        Err(review::Unread::TooLarge) if !bytes.starts_with(b"PK") => return Some(Err(SheetFault::TooLarge)),
        Err(_other) => return None,
    };
    let tree = &document.tree;
    let now = tree.text().ok()?;
    let date = answers.date.or_else(|| Date::try_from(today()).ok());
    let reader = answers.reader.unwrap_or_default().trim().to_owned();
    let outcome = review::judge(tree, &answers.rows, (&reader, date));
    Some(Ok(SheetFile::Answers(Arc::new(ReadAnswers {
        is_of_another: answers.pack.is_some_and(|pack| pack != review::print_text(&now)),
        counts: outcome.counts(answers.silent),
        lines: Lang::ALL.map(|lang| review::lines(lang, tree, &outcome)),
        changes: outcome.changes,
        revision: document.revision,
        reader,
    }))))
}

/// Reads a spreadsheet, finds out what its columns are, and holds its rows against a document. Where the columns could be those of
/// several tables, they are those of the one that is being looked at.
///
/// # Errors
/// If it is none, or cannot be read.
pub fn sheet_of(bytes: &[u8], document: &Document) -> Result<SheetFile, SheetFault> {
    let sheets = import::read(bytes).map_err(|why| match why {
        Unread::NotAWorkbook => SheetFault::NotASpreadsheet,
        Unread::Old => SheetFault::Old,
        Unread::Damaged => SheetFault::Damaged,
        Unread::TooLarge => SheetFault::TooLarge,
        Unread::Encoding => SheetFault::Encoding,
    })?;
    let likely = import::guess(&sheets, None);
    let here = document.table.map(|table| import::guess(&sheets, Some(table)));
    let is_as_good = |here: &Guess| here.mapping.fields.len() >= likely.mapping.fields.len();
    let Guess { sheet, mapping, .. } = here.filter(is_as_good).unwrap_or(likely);
    if sheet >= sheets.len() {
        return Err(SheetFault::NotASpreadsheet);
    }
    let preview = Arc::default();
    let read =
        ReadSheet { sheets: Arc::new(sheets), sheet, heads: Vec::new(), mapping, preview, revision: 0, stale: None };
    Ok(SheetFile::Rows(Box::new(held(document, read))))
}

/// Holds the rows of a sheet against a document.
fn held(Document { tree, revision, .. }: &Document, mut read: ReadSheet) -> ReadSheet {
    let Some(cells) = read.sheets.get(read.sheet) else { return read };
    if read.mapping.fields.is_empty() && read.mapping.heads.is_none() {
        read.mapping.heads = cells.rows.keys().next().copied();
    }
    read.heads = import::head_texts(cells, &read.mapping).into_iter().collect();
    read.preview = Arc::new(judge(tree, cells, &read.mapping));
    ReadSheet { revision: *revision, stale: None, ..read }
}

/// Looks anew at a sheet that was read.
#[must_use]
pub fn judged(document: &Document, path: PathBuf, mut read: ReadSheet) -> Action {
    if let (Some(Stale::Columns), Some(cells)) = (read.stale, read.sheets.get(read.sheet)) {
        let table = read.mapping.table;
        read.mapping = import::guess_in(cells, Some(table)).0;
        read.mapping.table = table;
    }
    let read = SheetFile::Rows(Box::new(held(document, read)));
    Action::Edit(EditCommand::Sheet(SheetCommand::Done(path, Ok(read))))
}
