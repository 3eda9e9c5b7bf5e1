//! What the program keeps for itself from one start to the next: where a talk is, who looked at which screen, and a
//! start that failed.

use std::fs;
use std::path::PathBuf;

use super::places::Place;
use super::replace;

/// The longest file that is read back, in bytes.
const MOST: u64 = 1 << 20;

/// One thing that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The talk that is being given, so that it can go on after a power cut.
    Talk,
    /// The choices of screens.
    Screens,
    /// A start that failed.
    Start,
    /// What a person has chosen; read by `settings`.
    Settings,
}

impl Kept {
    fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk.json",
            Self::Screens => "screens.json",
            Self::Start => "start.json",
            Self::Settings => "settings.json",
        }
    }

    /// The path of its file; `None` where the system has no place for it.
    pub(super) fn path(self) -> Option<PathBuf> {
        let place = if self == Self::Settings { Place::Settings } else { Place::State };
        Some(place.folder()?.join(self.name()))
    }

    /// Its text; `None` where there is none, or none that can be read.
    #[must_use]
    pub fn read(self) -> Option<String> {
        let path = self.path()?;
        let is_short = fs::metadata(&path).ok()?.len() <= MOST;
        is_short.then(|| fs::read_to_string(path).ok()).flatten()
    }

    /// Keeps a text in place of the one before, or nothing. Where nothing can be written, nothing is kept: a stick that cannot be
    /// written is no reason not to give a talk. True where it was done.
    pub fn write(self, text: Option<&str>) -> bool {
        let Some(path) = self.path() else { return false };
        let written = match text {
            Some(text) => {
                path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| replace(&path, text.as_bytes()))
            }
            None => fs::remove_file(path),
        };
        written.is_ok()
    }
}
