//! Texts of the editor's frame: how editing begins, its bar, and what it says of what it keeps.

mod bo;
mod en;
mod zh;

use crate::model::{Lang, List};
use crate::state::editing::{Surface, Table};

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Editor<'a> {
    /// Begins editing, in the menu.
    Prepare,
    /// Under the heading of the choices with which to begin.
    PrepareIs,
    /// Begins with photographs.
    FromPhotographs,
    /// The button that begins with the folder that was typed.
    BeginWithThem,
    /// What that does.
    FromPhotographsIs,
    /// Begins with nothing.
    FromNothing,
    /// What that does.
    FromNothingIs,
    /// Begins with the exhibition that is open.
    FromShown,
    /// What that does, with its title.
    FromShownIs(&'a str),
    /// Begins with the built-in exhibition.
    FromBuiltIn,
    /// What that does.
    FromBuiltInIs,
    /// Goes on with what was not saved, with its place.
    GoOn(&'a str),
    /// When that was begun, and how many changes it has.
    GoOnIs(&'a str, usize),
    /// Leaves the editor.
    Leave,
    /// Where it is edited.
    Surface(Surface),
    /// A table.
    Table(Table),
    /// The name of an entry of a list, with its number: Picture 12 of 20.
    Entry(List, usize, usize),
    /// What concerns the whole exhibition.
    Whole,
    /// Several pictures at once.
    Several(usize),
    /// Nothing has been changed yet.
    NothingKept,
    /// It is on its way to the disk.
    KeptSoon,
    /// All is on disk since this many seconds.
    KeptSince(u64),
    /// It cannot be kept, and why.
    NotKept(std::io::ErrorKind, &'a str),
    /// Takes back the last step.
    Undo,
    /// Makes it again.
    Redo,
    /// The list of problems, with the number of those to mend.
    Problems(usize),
    /// Over the list of problems.
    ProblemsHeading,
    /// Beside that.
    AlwaysUpToDate,
    /// Problems to mend before opening, with their number.
    Mend(usize),
    /// Problems worth a look, with their number.
    WorthALook(usize),
    /// There are none.
    NoProblems,
    /// Shows it as visitors see it.
    Preview,
    /// Back to editing.
    EndPreview,
    /// Saves.
    Save,
    /// Saves elsewhere.
    SaveAs,
    /// Adds photographs.
    AddPhotographs,
    /// Begins to choose several pictures.
    ChooseSeveral,
    /// Ends that.
    ChooseOne,
    /// Asks for the place of photographs, where it is typed.
    WherePhotographs,
    /// Adds those at the typed place.
    AddThem,
    /// Earlier states of what is being edited.
    Versions,
    /// What they are for.
    VersionsAre,
    /// There are none yet.
    NoVersions,
    /// Such a state was saved.
    VersionSaved,
    /// Such a state is that before a day's first change.
    VersionOfDay,
    /// Adds an entry to a list.
    Add(List),
    /// Deletes the entry.
    Delete,
    /// The entry before.
    Previous,
    /// The entry after.
    Next,
    /// Closes the pane.
    Close,
    /// An empty wall, and what to do.
    DropPhotographs,
}

/// A text in a language.
#[must_use]
pub fn editor(lang: Lang, words: Editor<'_>) -> String {
    match lang {
        Lang::En => en::en(words),
        Lang::Zh => zh::zh(words),
        Lang::Bo => bo::bo(words),
    }
}
