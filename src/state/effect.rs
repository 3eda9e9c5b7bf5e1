//! Anything that the state wants from outside, as data.

use crate::model::{Lang, PackPlace};

use super::saving::{Content, Form};
use super::talk::{Pair, Record};

/// Anything that the state wants from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open a pack; answers with `PackOpened` or `PackFailed`.
    Open(PackPlace),
    /// Open whatever lies at a path: a folder, an `exhibition.json` or an archive.
    OpenPath(std::path::PathBuf),
    /// Ask for a pack with the system's dialog.
    Pick,
    /// Ask where to save this with the system's dialog, and save it there; answers with `SaveAct`.
    Save(Content, Form),
    /// Give up what is being saved; answers with `SaveAct::Unsaved`, or with `Saved` where it was done before.
    StopSaving,
    /// Set full screen.
    Fullscreen(bool),
    /// Put this text on the clipboard.
    Copy(String),
    /// Hold off sleep and screen saver, or no longer; answers with `TalkAct::Awake`.
    Awake(bool),
    /// Keep where the talk is, in place of what was kept; nothing after its end.
    KeepTalk(Option<Box<Record>>),
    /// Keep the choices of screens.
    RememberScreens(Vec<Pair>),
    /// Keep these settings, the text of their file.
    KeepSettings(String),
    /// Find out how the program runs; answers with `Status`.
    Examine,
    /// Save what a talk showed, as a table in this language; answers with `SaveAct`.
    SaveReport(Lang),
    /// Close the window.
    Quit,
}
