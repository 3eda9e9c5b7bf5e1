//! What can happen while an exhibition is being edited.

use std::path::PathBuf;

use super::compare::Formers;
use super::form::FormCommand;
use super::history::{Edit, Record};
use super::importing::SheetCommand;
use super::order::Pick;
use super::preview::PreviewAs;
use super::table::CellCommand;
use crate::model::{EntryKey, FieldPath, Lang, List, OpenError, Pack, PackFiles, Problem, Tree};
use crate::state::Unwritten;

/// With what editing begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The exhibition that is open; of the built-in one, a copy.
    Shown,
    /// A copy of the built-in exhibition.
    BuiltIn,
    /// Nothing.
    Empty,
    /// A pack, or a folder of photographs.
    Path(PathBuf),
    /// A folder of photographs that is asked for with the system's dialog.
    AskFolder,
    /// What was edited under this key and not saved.
    Kept(String),
}

/// What editing begins with, once it has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// The pack.
    pub pack: Pack,
    /// Its document.
    pub tree: Tree,
    /// Its files.
    pub files: PackFiles,
    /// What was kept of an earlier time.
    pub records: Vec<Record>,
    /// Where it is saved without asking: the pack that it was read from.
    pub target: Option<PathBuf>,
    /// Whether the pack was changed elsewhere since, and what was kept starts from what it was before.
    pub is_older: bool,
}

/// Something that was edited and not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The key under which it is kept.
    pub key: String,
    /// Its place, for people.
    pub place: String,
    /// When it was begun, as people write dates.
    pub begun: String,
    /// The number of changes.
    pub changes: usize,
}

/// An earlier state of what is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// Its number: larger ones are newer.
    pub number: u32,
    /// When it was kept, as people write dates.
    pub date: String,
    /// Whether it was kept because it was saved; else because a day began.
    pub is_saved: bool,
    /// The path of the first change in it; empty if it is not known.
    pub first_change: String,
}

/// Where an exhibition is edited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Surface {
    /// In the views, beside what visitors see.
    #[default]
    Views,
    /// In tables.
    Tables,
    /// In the running order of a talk.
    RunningOrder,
}

impl Surface {
    /// All of them, in the order of their switch.
    pub const ALL: [Self; 3] = [Self::Views, Self::Tables, Self::RunningOrder];
}

/// A table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Table {
    /// The pictures' titles, captions and alternative texts in three languages.
    #[default]
    Captions,
    /// Batches and their figures.
    Batches,
    /// Pairings.
    Pairings,
    /// Milestones.
    Milestones,
    /// Sources.
    Sources,
    /// Statements.
    Statements,
}

impl Table {
    /// All of them, in the order of their list.
    pub const ALL: [Self; 6] =
        [Self::Captions, Self::Batches, Self::Pairings, Self::Milestones, Self::Sources, Self::Statements];

    /// The list whose entries are its rows.
    #[must_use]
    pub fn list(self) -> List {
        match self {
            Self::Captions => List::Photos,
            Self::Batches => List::Batches,
            Self::Pairings => List::Pairings,
            Self::Milestones => List::Milestones,
            Self::Sources => List::Sources,
            Self::Statements => List::Statements,
        }
    }
}

/// What the pane is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chosen {
    /// An entry of a list.
    Entry(List, EntryKey),
    /// What concerns the whole exhibition: titles and notes.
    Whole,
}

/// A picture's file that was added.
#[derive(Clone, Debug, PartialEq)]
pub struct AddedPhoto {
    /// Its name in the pack.
    pub file: String,
    /// The name that it had.
    pub name: String,
    /// Its width and height in pixels, upright.
    pub size: Option<[u32; 2]>,
    /// What its file says.
    pub probed: crate::model::Probed,
}

/// Where photographs that are added go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Landing {
    /// After all others.
    #[default]
    End,
    /// Before this one.
    Before(EntryKey),
    /// The first one is the file of a picture that is there, or of its stand-in.
    Instead {
        /// The picture's entry.
        entry: EntryKey,
        /// Whether it is its stand-in's.
        stand_in: bool,
    },
}

/// How safe what was written is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kept {
    /// Nothing has been changed yet.
    #[default]
    Nothing,
    /// Something is on its way to the disk.
    Soon,
    /// All is on disk, since this time in seconds.
    Since(f64),
    /// It cannot be kept, and why.
    Failed(Unwritten),
}

/// A command for editing.
#[derive(Clone, Debug, PartialEq)]
pub enum EditCommand {
    /// Beginning to edit, and what comes of it.
    Begin(BeginCommand),
    /// Leave the editor; what was written is kept.
    Leave,
    /// Go to a surface.
    Surface(Surface),
    /// Go to a table.
    Table(Table),
    /// Choose what the pane is about, or close it.
    Choose(Option<Chosen>),
    /// Go to the entry this many places further.
    Beside(isize),
    /// Mark an entry besides, or no longer, to edit several at once.
    Mark(EntryKey),
    /// Mark none.
    Unmark,
    /// Begin or end choosing several pictures.
    Marking(bool),
    /// Change the document.
    Edit(Edit),
    /// A command of the pane.
    Form(FormCommand),
    /// Take back the last step.
    Undo,
    /// Make it again.
    Redo,
    /// Typing has ended: what comes next is another step.
    EndRun,
    /// Go to the field of a path.
    GoTo(FieldPath),
    /// In the list of problems.
    Problem(ProblemCommand),
    /// In the running order.
    Order(OrderCommand),
    /// The caret has been put where it should be.
    CaretPut,
    /// The document of this revision has these problems.
    Checked(u64, Vec<Problem>),
    /// These versions are on disk, the newest first.
    Versions(Vec<VersionLine>),
    /// Texts were looked for in the versions by their fingerprints.
    TextsFound(Formers),
    /// Go back to the version with this number.
    GoBack(u32),
    /// It was read.
    VersionRead(Box<Tree>),
    /// This many records are on disk.
    Kept(u64),
    /// What was written cannot be kept.
    NotKept(Unwritten),
    /// About a spreadsheet whose rows are taken in.
    Sheet(SheetCommand),
    /// About photographs that are added.
    Photos(PhotoCommand),
    /// Say whether a text has been read by somebody: who, and when (the date as `2026-11-22`).
    Check {
        /// The path of the words.
        at: FieldPath,
        /// The language.
        lang: Lang,
        /// Who read it; `None` if nobody has any more.
        reader: Option<String>,
    },
    /// The date of today, as `2026-11-22`.
    Today(String),
    /// See it as visitors will, or go on editing.
    Preview(bool),
    /// In the table.
    Cells(CellCommand),
    /// See it on another screen, in another language, larger.
    PreviewAs(PreviewAs),
    /// Save to the pack that was opened, else ask where.
    Save,
    /// Save to another place.
    SaveAs,
    /// This revision was saved, without this many pictures that could not be read; pictures have other names there than here.
    Saved(PathBuf, u64, usize, Vec<(String, String)>),
}

/// A command about beginning to edit. It needs nothing that is being edited.
#[derive(Clone, Debug, PartialEq)]
pub enum BeginCommand {
    /// Begin with this.
    From(Origin),
    /// It was read.
    Begun(Box<Begun>),
    /// It could not be read.
    NotBegun(PathBuf, OpenError),
    /// The system has no dialog in which to choose a folder.
    NoDialog,
    /// Another window edits what has this name.
    InUse(String),
    /// This was edited and not saved.
    Unfinished(Vec<Unfinished>),
}

/// A command in the list of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemCommand {
    /// Open or close the list.
    Shown(bool),
    /// Show what was seen in every view, or the problems again.
    Report(bool),
    /// Come back to the row that led to where the caret is.
    Back,
    /// Go to the field of the next problem.
    Next,
    /// The row to come back to has the focus.
    RowPut,
}

/// A command about photographs that are added.
#[derive(Clone, Debug, PartialEq)]
pub enum PhotoCommand {
    /// Ask for them with the system's dialog.
    Pick(Landing),
    /// The system has no dialog for choosing photographs: their place is typed.
    NoDialog(Landing),
    /// Add them.
    Add(Vec<PathBuf>, Landing),
    /// They were added: those that are pictures, and the names of the others.
    Added(Vec<AddedPhoto>, Vec<String>, Landing),
}

/// A command in the running order.
#[derive(Clone, Debug, PartialEq)]
pub enum OrderCommand {
    /// Add this stop after the one that is edited; without it, a text.
    Add(Option<Box<serde_json::Value>>),
    /// Go to the view that the stop shows.
    Open,
    /// Open or close a list to choose from for the stop, with what is typed to find something in it.
    Pick(Option<(Pick, String)>),
    /// What is typed as the time of the stop; `None` once it is left.
    TypeTime(Option<String>),
}
