//! Rows of a spreadsheet on their way into what is edited: they are seen first, and are one step to undo.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::spreadsheet::{Field, Mapping, Preview};
use super::{Edit, Editing, Table};
use crate::model::{Change, ReadError, SheetCells};
use crate::state::{Effect, Overlay, State};

/// Why a spreadsheet cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// Its file cannot be read.
    Unreadable(ReadError),
    /// It is none.
    NotASpreadsheet,
    /// It is of an older Excel, or has a password.
    Old,
    /// It is damaged.
    Damaged,
    /// It is too large.
    TooLarge,
    /// Its letters are in no known encoding.
    Encoding,
    /// It is a page for a reader, as it was sent out.
    NoAnswers,
    /// A newer program made it.
    Newer,
    /// The system has no dialog: the file is dropped on the window.
    NoDialog,
}

/// Why what was seen of a sheet is no longer true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// Another sheet or table was chosen: its columns are others.
    Columns,
    /// A column is another field, or the document has changed: the rows are held against it anew.
    Rows,
}

/// A sheet that was read, with what its columns are and what its rows would change.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadSheet {
    /// All sheets of the file.
    pub sheets: Arc<Vec<SheetCells>>,
    /// Which of them it is.
    pub sheet: usize,
    /// Its columns by their heads.
    pub heads: Vec<(u32, String)>,
    /// Which columns are which fields.
    pub mapping: Mapping,
    /// What the rows would change.
    pub preview: Arc<Preview>,
    /// The document that they were held against.
    pub revision: u64,
    /// Why it is being looked at anew.
    pub stale: Option<Stale>,
}

/// What the answers of a native reader would change, in words of each language.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAnswers {
    /// The reader, as the sheet names them; may be empty.
    pub reader: String,
    /// Whether the exhibition has been changed since the sheet was made.
    pub is_of_another: bool,
    /// How many were agreed, changed, checked already, changed meanwhile, refused, untouched.
    pub counts: [usize; 6],
    /// A line for each answer, in the order of [`crate::model::Lang::ALL`].
    pub lines: [Vec<String>; 3],
    /// What they change.
    pub changes: Vec<Change>,
    /// The document that they were held against.
    pub revision: u64,
}

/// What a file has.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetFile {
    /// Rows of a table.
    Rows(Box<ReadSheet>),
    /// Answers of a native reader.
    Answers(Arc<ReadAnswers>),
}

/// A spreadsheet that somebody wants to take in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Importing {
    /// Its place; empty where none was chosen.
    pub path: PathBuf,
    /// What was read; `None` while it is being read.
    pub read: Option<Result<SheetFile, SheetFault>>,
    /// Whether the columns are shown, not the rows.
    pub columns: bool,
    /// The column whose field is being chosen.
    pub choosing: Option<u32>,
}

impl Importing {
    /// The name of its file.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The rows that were read.
    #[must_use]
    pub fn rows(&self) -> Option<&ReadSheet> {
        match &self.read {
            Some(Ok(SheetFile::Rows(read))) => Some(read),
            _ => None,
        }
    }

    fn rows_mut(&mut self) -> Option<&mut ReadSheet> {
        match &mut self.read {
            Some(Ok(SheetFile::Rows(read))) => Some(read),
            _ => None,
        }
    }

    /// Whether an answer about this file is still waited for.
    fn awaits(&self, path: &Path) -> bool {
        self.path == path && (self.read.is_none() || self.rows().is_some_and(|read| read.stale.is_some()))
    }
}

/// A command about a spreadsheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCommand {
    /// Ask for one with the system's dialog.
    Pick,
    /// Read the one at this place.
    Read(PathBuf),
    /// It is being read.
    Reading(PathBuf),
    /// The file at this place was read, or looked at anew.
    Done(PathBuf, Result<SheetFile, SheetFault>),
    /// Show the columns, or the rows.
    Columns(bool),
    /// Choose the field of a column, or of none.
    Choose(Option<u32>),
    /// Make a column a field, or none.
    Column(u32, Option<Field>),
    /// Read another sheet.
    Sheet(usize),
    /// Read its rows as those of another table.
    Table(Table),
    /// Take the rows in.
    TakeIn,
}

/// What is to be done about a spreadsheet outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetTask {
    /// Ask for one with the system's dialog, and read it.
    Pick,
    /// Read the one at this place.
    Read(PathBuf),
    /// Look anew at the one that was read.
    Judge,
}

impl Editing {
    /// The spreadsheet that somebody wants to take in.
    #[must_use]
    pub fn importing(&self) -> Option<&Importing> {
        self.importing.as_deref()
    }
}

impl State {
    /// Goes back from the choice of a column's field; `false` if none is being chosen.
    pub(in crate::state) fn leave_column(&mut self) -> bool {
        let importing = self.editing.as_deref_mut().and_then(|editing| editing.importing.as_mut());
        self.session.overlay == Some(Overlay::Spreadsheet)
            && importing.and_then(|importing| importing.choosing.take()).is_some()
    }

    /// Lets go of a spreadsheet that is not looked at any more.
    pub(in crate::state) fn leave_spreadsheet(&mut self) {
        if self.session.overlay != Some(Overlay::Spreadsheet)
            && let Some(editing) = self.editing.as_deref_mut()
        {
            editing.importing = None;
        }
    }

    pub(super) fn sheet_command(&mut self, command: SheetCommand) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        match command {
            SheetCommand::Pick => return vec![Effect::Sheet(SheetTask::Pick)],
            SheetCommand::Read(path) => return vec![Effect::Sheet(SheetTask::Read(path))],
            SheetCommand::Reading(path) => {
                editing.importing = Some(Box::new(Importing { path, ..Importing::default() }));
                self.session.overlay = Some(Overlay::Spreadsheet);
            }
            SheetCommand::Done(path, read) => {
                // An answer about a file that was left for another one comes too late.
                if let Some(importing) = editing.importing.as_mut().filter(|importing| importing.awaits(&path)) {
                    importing.read = Some(read);
                }
            }
            SheetCommand::Columns(columns) => {
                if let Some(importing) = &mut editing.importing {
                    importing.columns = columns;
                }
            }
            SheetCommand::Choose(column) => {
                if let Some(importing) = &mut editing.importing {
                    importing.choosing = column;
                }
            }
            SheetCommand::Column(column, field) => return self.put_column(column, field),
            SheetCommand::Sheet(sheet) => {
                return self.anew(Stale::Columns, |read| read.sheet = sheet.min(read.sheets.len().saturating_sub(1)));
            }
            SheetCommand::Table(table) => return self.anew(Stale::Columns, |read| read.mapping.table = table),
            SheetCommand::TakeIn => return self.take_in(),
        }
        Vec::new()
    }

    /// Makes a column a field, and has the rows looked at anew.
    fn put_column(&mut self, column: u32, field: Option<Field>) -> Vec<Effect> {
        self.anew(Stale::Rows, |read| read.mapping.put(column, field))
    }

    /// Changes how the sheet is read, and has it looked at anew.
    fn anew(&mut self, stale: Stale, change: impl FnOnce(&mut ReadSheet)) -> Vec<Effect> {
        let importing = self.editing.as_deref_mut().and_then(|editing| editing.importing.as_mut());
        let Some(importing) = importing else { return Vec::new() };
        importing.choosing = None;
        let Some(read) = importing.rows_mut() else { return Vec::new() };
        change(read);
        read.stale = Some(stale);
        vec![Effect::Sheet(SheetTask::Judge)]
    }

    /// Takes what was read in as one step. If the document has changed meanwhile, it is looked at anew instead: nobody has seen what
    /// it would change now.
    fn take_in(&mut self) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let revision = editing.revision;
        let Some(importing) = &mut editing.importing else { return Vec::new() };
        let changes = match &mut importing.read {
            Some(Ok(SheetFile::Rows(read))) if read.stale.is_none() => {
                if read.revision != revision {
                    read.stale = Some(Stale::Rows);
                    return vec![Effect::Sheet(SheetTask::Judge)];
                }
                read.preview.changes.clone()
            }
            Some(Ok(SheetFile::Answers(read))) => {
                if read.revision != revision {
                    return vec![Effect::Sheet(SheetTask::Read(importing.path.clone()))];
                }
                read.changes.clone()
            }
            _ => return Vec::new(),
        };
        editing.importing = None;
        self.session.overlay = None;
        if changes.is_empty() { Vec::new() } else { self.edit(Edit::step(changes)) }
    }
}
