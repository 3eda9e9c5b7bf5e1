//! What the program keeps for itself from one start to the next: where a talk is, and who looked at which screen.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

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
}

impl Kept {
    fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk.json",
            Self::Screens => "screens.json",
        }
    }

    fn path(self) -> Option<PathBuf> {
        Some(users_place(std::env::consts::OS, |name| std::env::var_os(name))?.join(self.name()))
    }

    /// Its text; `None` where there is none, or none that can be read.
    #[must_use]
    pub fn read(self) -> Option<String> {
        let path = self.path()?;
        let is_short = fs::metadata(&path).ok()?.len() <= MOST;
        is_short.then(|| fs::read_to_string(path).ok()).flatten()
    }

    /// Keeps a text in place of the one before, or nothing. Where nothing can be written, nothing is kept: a stick that cannot be
    /// written is no reason not to give a talk.
    pub fn write(self, text: Option<&str>) {
        let Some(path) = self.path() else { return };
        let _ = match text {
            Some(text) => {
                path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| replace(&path, text.as_bytes()))
            }
            None => fs::remove_file(path),
        };
    }
}

/// The folder that the system has for what a program keeps: `vitrine` below `$XDG_STATE_HOME` or `~/.local/state`, on macOS below
/// `~/Library/Application Support`; on Windows `%LOCALAPPDATA%\vitrine`.
fn users_place(os: &str, var: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| var(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = match os {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Application Support")),
        _ => folder("XDG_STATE_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/state"))),
    };
    base.map(|base| base.join("vitrine"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_place() {
        let with = |name: &'static str, value: &'static str| move |asked: &str| (asked == name).then(|| value.into());
        assert_eq!(users_place("linux", with("HOME", "/h")), Some("/h/.local/state/vitrine".into()));
        assert_eq!(users_place("linux", with("XDG_STATE_HOME", "/s")), Some("/s/vitrine".into()));
        assert_eq!(users_place("linux", with("XDG_STATE_HOME", "here")), None, "a place must be absolute");
        assert_eq!(users_place("linux", |_| None), None);
    }
}
