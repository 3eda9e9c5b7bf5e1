//! The file of a kiosk's set-up. Its content is `state::KioskSetup`. Unlike other files of the program it is written by people
//! too, so a damaged one stays where it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::places::StandardFolder;
use super::replace;
use super::write::{Leads, leads};

/// The name of the file in the settings folder.
const NAME: &str = "kiosk.json";
/// The name of that of a trial, in the state folder.
const TRIAL: &str = "kiosk-trial.json";
/// The largest file read, in bytes.
const MOST: u64 = 1 << 20;

/// Returns the path of the set-up if none is named; `None` if the system has no place for it.
#[must_use]
pub fn path() -> Option<PathBuf> {
    Some(StandardFolder::Settings.folder()?.join(NAME))
}

/// Returns the path of the set-up that is being tried; `None` if the system has no place for it.
#[must_use]
pub fn trial_path() -> Option<PathBuf> {
    Some(StandardFolder::State.folder()?.join(TRIAL))
}

/// Reads a set-up; `None` if there is no file.
///
/// # Errors
/// If there is one that cannot be read.
pub fn read(path: &Path) -> io::Result<Option<String>> {
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(why) => return Err(why),
    };
    // Opening a pipe would block.
    if !meta.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if meta.len() > MOST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read_to_string(path).map(Some)
}

/// Writes a set-up.
///
/// # Errors
/// If it cannot be written; an older one is then as it was.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let Leads::File(..) = leads(path)? else { return Err(io::ErrorKind::Unsupported.into()) };
    replace(path, text.as_bytes())
}

/// Returns the path of the table with the counts of a month, by a date of it: `2026-11-30`.
fn counts_path(date: &str) -> Option<PathBuf> {
    let month = date.get(..7)?;
    Some(StandardFolder::State.folder()?.join(format!("kiosk-counts-{month}.csv")))
}

/// Reads the counts of a month.
#[must_use]
pub fn counts(date: &str) -> Option<String> {
    read(&counts_path(date)?).ok().flatten()
}

/// Writes the counts of a month.
///
/// # Errors
/// If they cannot be written.
pub fn write_counts(date: &str, table: &str) -> io::Result<()> {
    write(&counts_path(date).ok_or(io::ErrorKind::NotFound)?, table)
}

/// Removes a file; `false` if there is none.
///
/// # Errors
/// If it cannot be removed.
pub fn remove(path: &Path) -> io::Result<bool> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(why) => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_up_is_written_whole_and_what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path().join("new/kiosk.json");
        assert_eq!(read(&at).expect("none"), None);
        write(&at, "{}").expect("written");
        assert_eq!(read(&at).expect("read").as_deref(), Some("{}"));
        fs::write(&at, b"\xff").expect("written");
        assert!(read(&at).is_err() && read(folder.path()).is_err());
        assert!(at.exists(), "a damaged one stays");
    }
}
