//! Anything that the state wants from outside, as data.

use crate::model::PackPlace;

/// Anything that the state wants from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open a pack; answers with `PackOpened` or `PackFailed`.
    Open(PackPlace),
    /// Open whatever lies at a path: a folder, an `exhibition.json` or an archive.
    OpenPath(std::path::PathBuf),
    /// Ask for a pack with the system's dialog.
    Pick,
    /// Set full screen.
    Fullscreen(bool),
    /// Put this text on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
}
