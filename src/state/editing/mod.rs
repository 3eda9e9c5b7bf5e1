//! An exhibition that is being edited: its document as a tree, the steps that made it so, and what the editor has before it.

mod beside;
mod command;
mod compare;
mod earlier;
mod entries;
pub mod fields;
pub mod figure;
pub mod form;
#[cfg(test)]
mod form_tests;
mod history;
mod ids;
mod importing;
mod leave;
mod mend;
mod numbers;
mod order;
#[cfg(test)]
mod order_tests;
mod photos;
mod preview;
mod problems;
pub mod references;
mod remedy;
mod report;
mod saved;
pub mod several;
pub mod spreadsheet;
pub mod table;
#[cfg(test)]
mod tests;
mod update;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{EntryKey, FieldPath, List, PackFiles, PhotoEntries, PhotoKey, Problem, Tree, Weight};

pub use self::table::CellCommand;
pub use beside::with_checks_kept;
pub use command::{
    AddedPhoto, BeginCommand, Begun, Chosen, EditCommand, Kept, Landing, OrderCommand, Origin, PhotoCommand,
    ProblemCommand, Surface, Table, Unfinished, VersionLine,
};
pub use compare::{Compared, Former, Formers, find_in};
pub use entries::{fresh_id, needs_id, new_entry};
pub use form::{Form, FormCommand, Picking, Way};
pub use history::{Edit, History, Record};
pub use ids::{IdFault, entry_of_id, with_id};
pub use importing::{Importing, ReadAnswers, ReadSheet, SheetCommand, SheetFault, SheetFile, SheetTask, Stale};
pub use mend::{MendKind, mend, mend_all};
pub use order::{
    Pick, parse_time, planned, shows_now, span, stop_now, stop_of, stop_path, stops_of_pictures, times_taken,
};
pub use preview::{PreviewAs, Screen};
pub use problems::{ProblemRow, problem_rows, target};
pub use remedy::{FileWanted, Remedy};
pub use report::{Part, Seen, Sight, report, sights};
pub use update::view_of;

/// How long after the last change problems are looked for, in seconds.
const CHECK_SECS: f64 = 0.3;

/// An exhibition that is being edited.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing")]
pub struct Editing {
    pub(super) tree: Tree,
    pub(super) files: PackFiles,
    pub(super) entries: PhotoEntries,
    pub(super) history: History,
    pub(super) surface: Surface,
    pub(super) table: Table,
    pub(super) cells: table::TableView,
    pub(super) chosen: Option<Chosen>,
    pub(super) marked: BTreeSet<EntryKey>,
    pub(super) marking: bool,
    pub(super) shows_problems: bool,
    pub(super) problems: Arc<Vec<Problem>>,
    pub(super) problem_rows: Arc<Vec<ProblemRow>>,
    /// The field that was gone to from the list of problems, and the row that led to it.
    pub(super) came_from: Option<(FieldPath, usize)>,
    pub(super) row_to_focus: Option<usize>,
    pub(super) shows_report: bool,
    /// What was chosen in the views before another surface.
    pub(super) seen: Option<Chosen>,
    /// The stop that was edited or added last: new ones come after it, also those that are added in the views.
    pub(super) last_stop: Option<EntryKey>,
    /// What is being chosen for a stop, and what was typed to find it.
    pub(super) pick: Option<(Pick, String)>,
    pub(super) typed_time: Option<String>,
    pub(super) caret: Option<FieldPath>,
    /// Where photographs go whose place is typed.
    pub(super) landing: Landing,
    pub(super) preview: bool,
    pub(super) preview_as: PreviewAs,
    pub(super) kept: Kept,
    pub(super) target: Option<PathBuf>,
    pub(super) versions: Vec<VersionLine>,
    pub(super) today: String,
    pub(super) form: Form,
    /// What is known of texts that were checked and are others now.
    pub(super) formers: Formers,
    /// The spreadsheet that somebody wants to take in.
    pub(super) importing: Option<Box<Importing>>,
    /// Counts the changes of the document.
    pub(super) revision: u64,
    /// The revision that was saved.
    pub(super) saved: u64,
    /// The revision whose problems are known, the one that is being looked at, and when to look next.
    pub(super) checked: Option<u64>,
    pub(super) checking: Option<u64>,
    pub(super) check_due: Option<f64>,
    /// The number of records given to be kept.
    pub(super) records: u64,
}

impl Editing {
    /// The document.
    #[must_use]
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The names of the files in the pack.
    #[must_use]
    pub fn files(&self) -> &PackFiles {
        &self.files
    }

    /// What can be undone and redone.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Where it is edited.
    #[must_use]
    pub fn surface(&self) -> Surface {
        self.surface
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> Table {
        self.table
    }

    /// What the pane is about.
    #[must_use]
    pub fn chosen(&self) -> Option<Chosen> {
        self.chosen
    }

    /// The entries that are edited together, beside the chosen one.
    #[must_use]
    pub fn marked(&self) -> &BTreeSet<EntryKey> {
        &self.marked
    }

    /// Whether a touch on a picture marks it.
    #[must_use]
    pub fn is_marking(&self) -> bool {
        self.marking
    }

    /// The day as the application told it, as `2026-11-30`; empty before that.
    #[must_use]
    pub fn today(&self) -> &str {
        &self.today
    }

    /// Whether the list of problems is open.
    #[must_use]
    pub fn shows_problems(&self) -> bool {
        self.shows_problems
    }

    /// The problems, worst first, as of a moment ago.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The number of problems to mend before opening.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.problems.iter().filter(|problem| problem.weight() == Weight::Fault).count()
    }

    /// The problems at a path and below it.
    pub fn problems_at<'e>(&'e self, path: &FieldPath) -> impl Iterator<Item = &'e Problem> + use<'e> {
        let path = path.to_string();
        self.problems.iter().filter(move |problem| {
            let rest = problem.place.path.strip_prefix(&path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }

    /// The field that the caret is to be put in.
    #[must_use]
    pub fn caret(&self) -> Option<&FieldPath> {
        self.caret.as_ref()
    }

    /// Whether it is seen as visitors will.
    #[must_use]
    pub fn preview(&self) -> bool {
        self.preview
    }

    /// How safe what was written is.
    #[must_use]
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The versions that are kept, the newest first, as of when they were last asked for.
    #[must_use]
    pub fn versions(&self) -> &[VersionLine] {
        &self.versions
    }

    /// Where it is saved without asking.
    #[must_use]
    pub fn target(&self) -> Option<&PathBuf> {
        self.target.as_ref()
    }

    /// Counts the changes of the document.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns `true` if something was changed since it was saved.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// The path of an entry; `None` once removed.
    #[must_use]
    pub fn path_of(&self, list: List, key: EntryKey) -> Option<FieldPath> {
        Some(FieldPath::entry(list.field(), self.tree.position(list.field(), key)?))
    }

    /// The path of what the pane is about.
    #[must_use]
    pub fn chosen_path(&self) -> Option<FieldPath> {
        match self.chosen? {
            Chosen::Entry(list, key) => self.path_of(list, key),
            Chosen::Whole => Some(FieldPath::default()),
        }
    }

    /// The entry of a picture.
    #[must_use]
    pub fn entry_of(&self, photo: PhotoKey) -> Option<EntryKey> {
        let found = self
            .entries
            .iter()
            .find(|(entry, key)| **key == photo && self.tree.position(List::Photos.field(), **entry).is_some());
        found.map(|(entry, _)| *entry)
    }

    /// The picture of an entry.
    #[must_use]
    pub fn photo_of(&self, entry: EntryKey) -> Option<PhotoKey> {
        self.entries.get(&entry).copied()
    }

    /// The first entry of a list with this value in this field.
    #[must_use]
    pub fn entry_with(&self, list: List, field: &str, value: &serde_json::Value) -> Option<EntryKey> {
        let index = (0..self.tree.len(list.field()))
            .find(|index| self.tree.entry(list.field(), *index).and_then(|entry| entry.get(field)) == Some(value))?;
        self.tree.key(list.field(), index)
    }
}
