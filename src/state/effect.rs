//! Anything that the state wants from outside, as data.

use crate::model::{Lang, PackPlace};

use super::saving::{Content, FileFormat};
use super::talk::{Pair, Record};

/// Anything that the state wants from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open a pack; answers with `PackOpened` or `PackFailed`.
    Open(PackPlace),
    /// Open whatever lies at a path: a folder, an `exhibition.json` or an archive.
    OpenPath(std::path::PathBuf),
    /// Ask for a pack with the system's dialog, for a folder or a file; answers with `NoDialog` where there is none.
    Pick {
        /// A folder.
        folder: bool,
    },
    /// Ask where to save this with the system's dialog, and save it there; answers with `SaveCommand`.
    Save(Content, FileFormat),
    /// Save this at a path that was typed; answers with `SaveCommand`.
    SaveAt(Content, FileFormat, std::path::PathBuf),
    /// Give up what is being saved; answers with `SaveCommand::Unsaved`, or with `Saved` where it was done before.
    StopSaving,
    /// Forget what widgets remember of themselves: which one has the focus, how far something was scrolled.
    ForgetWidgets,
    /// Set full screen.
    Fullscreen(bool),
    /// Put this text on the clipboard.
    Copy(String),
    /// Hold off sleep and screen saver, or no longer; answers with `TalkCommand::Awake`.
    Awake(bool),
    /// Keep where the talk is, in place of what was kept; nothing after its end.
    PersistTalk(Option<Box<Record>>),
    /// Keep the choices of screens.
    RememberScreens(Vec<Pair>),
    /// Keep these settings, the text of their file.
    PersistSettings(String),
    /// Find out how the program runs; answers with `Status`.
    Diagnose,
    /// Save what a talk showed, as a table in this language; answers with `SaveCommand`.
    SaveReport(Lang),
    /// Close the window.
    Quit,
}
