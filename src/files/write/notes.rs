//! Notes of temporary files and their paths, so that the next start can remove those that a killed program left in folders
//! never written to again.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::temporary::{self, is_name};
use crate::files::places::StandardFolder;

/// The folder of the notes, in the program's state.
const FOLDER: &str = "unfinished";
/// The most notes examined.
const MOST: usize = 1_000;
/// The longest note, in bytes.
const LONGEST: u64 = 16 << 10;
/// How long a removed volume is waited for.
const KEPT: Duration = Duration::from_hours(30 * 24);

fn folder() -> Option<PathBuf> {
    Some(StandardFolder::State.folder()?.join(FOLDER))
}

/// The program's own folders are swept anyway.
fn is_own(path: &Path) -> bool {
    [StandardFolder::State, StandardFolder::Settings]
        .into_iter()
        .filter_map(StandardFolder::folder)
        .any(|own| path.parent() == Some(&own))
}

/// Notes that a file is being written; `None` if not needed, or not possible.
pub fn write(path: &Path) -> Option<PathBuf> {
    if is_own(path) {
        return None;
    }
    let folder = folder()?;
    fs::create_dir_all(&folder).ok()?;
    let note = folder.join(path.file_name()?);
    fs::write(&note, path.as_os_str().as_encoded_bytes()).ok()?;
    Some(note)
}

/// Removes a note, and the folders made only for it.
pub fn remove(note: &Path) {
    let _ = fs::remove_file(note);
    for folder in note.ancestors().skip(1).take(2) {
        // Not empty: it stays.
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

/// Removes the note of a file.
pub fn remove_of(path: &Path) {
    if let Some(note) = folder().zip(path.file_name()).map(|(folder, name)| folder.join(name)) {
        remove(&note);
    }
}

/// Removes the temporary files of killed programs, wherever they are.
pub fn sweep() {
    for own in [StandardFolder::State, StandardFolder::Settings].into_iter().filter_map(StandardFolder::folder) {
        temporary::sweep(&own);
    }
    let Some(folder) = folder() else { return };
    for note in fs::read_dir(&folder).into_iter().flatten().take(MOST).flatten() {
        let is_note =
            note.file_name().to_str().is_some_and(is_name) && note.file_type().is_ok_and(|kind| kind.is_file());
        if is_note {
            follow(&note.path());
        }
    }
    // Where the last note was removed, and the program killed before its folder was.
    let _ = fs::remove_dir(folder);
}

fn follow(note: &Path) {
    let meta = fs::metadata(note).ok().filter(|meta| meta.len() <= LONGEST);
    let path = meta.as_ref().and_then(|_| fs::read(note).ok()).map(|bytes| path_of(&bytes));
    // A note may only point to a file of its own name.
    let Some(path) = path.filter(|path| path.file_name() == note.file_name()) else { return remove(note) };
    temporary::sweep_one(&path);
    let is_there = fs::symlink_metadata(&path).is_ok();
    let is_away = path.parent().is_some_and(|folder| !folder.is_dir());
    let is_old = meta.and_then(|meta| meta.modified().ok()?.elapsed().ok()).is_none_or(|age| age > KEPT);
    if !is_there && (!is_away || is_old) {
        remove(note);
    }
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}
