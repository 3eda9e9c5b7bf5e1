//! Everything that the state requests from outside, as data.

use crate::model::{Fingerprint, Lang, PackPlace};

use super::editing::{Landing, Origin, SheetTask};
use super::saving::{Content, FileFormat};
use super::talk::{Pair, Record};

/// Everything that the state requests from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open a pack; answers with `PackOpened` or `PackFailed`.
    Open(PackPlace),
    /// Open the path: a folder, an `exhibition.json` or an archive.
    OpenPath(std::path::PathBuf),
    /// Ask for a pack with the system's dialog; answers with `NoDialog` if there is none.
    Pick {
        /// For a folder, not a file.
        folder: bool,
    },
    /// Ask where to save this with the system's dialog and save it there; answers with `SaveCommand`.
    Save(Content, FileFormat),
    /// Save this at a typed path; answers with `SaveCommand`.
    SaveAt(Content, FileFormat, std::path::PathBuf),
    /// Cancel saving; answers with `SaveCommand::Unsaved`, or with `Saved` if it was already done.
    StopSaving,
    /// Clear what widgets remember: focus and scroll offsets.
    ForgetWidgets,
    /// Set full screen.
    Fullscreen(bool),
    /// Copy a text to the clipboard.
    Copy(String),
    /// Inhibit sleep and screen saver, or allow them again; answers with `TalkCommand::Awake`.
    Awake(bool),
    /// Persist where the talk is, replacing the last record; `None` after its end.
    PersistTalk(Option<Box<Record>>),
    /// Persist the choices of screens.
    RememberScreens(Vec<Pair>),
    /// Persist the settings, given as the text of their file.
    PersistSettings(String),
    /// Check the PIN of a kiosk's staff; answers with `KioskCommand::PinChecked`.
    CheckPin(String),
    /// Compile the health of the kiosk; answers with `KioskCommand::Health`.
    Health,
    /// Note in the file of the kiosk's set-up that the staff's way in was gone.
    NoteTried,
    /// Read the set-up of the kiosk of this user; answers with `SetUpCommand::Read`.
    ReadKiosk,
    /// Hash a new PIN; answers with `SetUpCommand::Hashed`.
    HashPin(String),
    /// Try a kiosk with this set-up, given as the text of its file; answers with `SetUpCommand::Said`.
    TryKiosk(String),
    /// Write the set-up of a kiosk; answers with `SetUpCommand::Said`.
    SaveKiosk {
        /// The text of its file.
        text: String,
        /// Where the system's dialog says, not where the kiosk of this user finds it.
        elsewhere: bool,
    },
    /// Persist how the kiosk is set up, given as the text of its file.
    PersistKiosk(String),
    /// Leave the kiosk for the system: nothing starts it again.
    LeaveKiosk,
    /// Read what is to be edited, with what was kept of it; answers with `BeginCommand::Begun` or `NotBegun`.
    BeginEditing(Origin, PackPlace),
    /// Editing has ended.
    EndEditing,
    /// Find what was edited and not saved; answers with `BeginCommand::Unfinished`.
    FindUnfinished,
    /// Keep a record of an edit; answers with `EditCommand::Kept` or `NotKept`.
    Keep(String),
    /// List the versions of what is edited; answers with `EditCommand::Versions`.
    ListVersions,
    /// Find texts in the versions by their fingerprints; answers with `EditCommand::TextsFound`.
    FindTexts(Vec<Fingerprint>),
    /// Read a version; answers with `EditCommand::VersionRead`.
    ReadVersion(u32),
    /// Look for problems of the edited exhibition; answers with `EditCommand::Checked`.
    CheckEdited(u64),
    /// Ask for photographs with the system's dialog, and add them.
    PickPhotos(Landing),
    /// Add photographs to the edited exhibition; answers with `PhotoCommand::Added`.
    AddPhotos(Vec<std::path::PathBuf>, Landing),
    /// Read a spreadsheet whose rows are to be taken in; answers with `SheetCommand`.
    Sheet(SheetTask),
    /// Save the edited exhibition, at a place or at one that is asked for; answers with `EditCommand::Saved` or `SaveCommand`.
    SaveEdited {
        /// What is saved.
        revision: u64,
        /// The place.
        target: Option<std::path::PathBuf>,
        /// Whether that was typed: nothing may be there.
        is_typed: bool,
    },
    /// Compile the status report; answers with `Status`.
    Diagnose,
    /// Save the report of a talk as a table in this language; answers with `SaveCommand`.
    SaveReport(Lang),
    /// Close the window.
    Quit,
}
