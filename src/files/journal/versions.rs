//! Earlier states of an exhibition, as whole texts: each an `exhibition.json` of its own, with a file beside it that says when it
//! was kept, and why.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::read_at_most;
use crate::files::write::replace;
use crate::model::Fingerprint;

/// The folder of the versions.
pub const FOLDER: &str = "versions";
/// How many are kept.
pub const VERSIONS: usize = 10;
/// The extension of what is said about one.
const ABOUT: &str = "about";
/// The largest file of these, in bytes.
const MOST_ABOUT: u64 = 64 << 10;
/// The largest text, in bytes.
const MOST_TEXT: u64 = 256 << 20;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Occasion {
    /// It was saved.
    Saved,
    /// A new day began.
    Day,
}

/// A version, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number: larger ones are newer.
    pub number: u32,
    /// When it was kept, as the caller writes times.
    pub date: String,
    /// Why it was kept.
    pub occasion: Occasion,
    /// The first change since the version before, in words.
    pub first_change: String,
    /// The fingerprint of its text.
    pub text: Fingerprint,
}

fn path(folder: &Path, number: u32, ending: &str) -> PathBuf {
    folder.join(format!("{number:05}.{ending}"))
}

/// All versions in a folder, the newest first. One whose text is missing is left out.
pub fn list(folder: &Path) -> Vec<Version> {
    let about = |path: &Path| {
        let bytes = read_at_most(path, MOST_ABOUT).ok()??;
        let version: Version = serde_json::from_slice(&bytes).ok()?;
        let is_whole = number_of(path) == Some(version.number) && self::path(folder, version.number, "json").is_file();
        is_whole.then_some(version)
    };
    let mut all: Vec<Version> =
        files(folder).filter(|path| has_ending(path, ABOUT)).filter_map(|p| about(&p)).collect();
    all.sort_by_key(|version| std::cmp::Reverse(version.number));
    all
}

/// The text of a version, as it was kept.
///
/// # Errors
/// If it cannot be read, or is not what was kept.
pub fn read(folder: &Path, version: &Version) -> io::Result<String> {
    let bytes = read_at_most(&path(folder, version.number, "json"), MOST_TEXT)?.ok_or(io::ErrorKind::NotFound)?;
    let text = String::from_utf8(bytes).map_err(io::Error::other)?;
    if Fingerprint::of(&text) == version.text { Ok(text) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Keeps a text, unless the newest version is the same, and lets go of the oldest ones. Returns whether it is new.
///
/// # Errors
/// If it cannot be written; then all others are still there.
pub fn keep(folder: &Path, text: &str, (date, occasion, first_change): (&str, Occasion, &str)) -> io::Result<bool> {
    let all = list(folder);
    let print = Fingerprint::of(text);
    if all.first().is_some_and(|newest| newest.text == print) {
        return Ok(false);
    }
    fs::create_dir_all(folder)?;
    let newest = files(folder).filter_map(|path| number_of(&path)).max().unwrap_or(0);
    let number = newest.saturating_add(1);
    let version =
        Version { number, date: date.to_owned(), occasion, first_change: first_change.to_owned(), text: print };
    // The text first: what has nothing said about it is no version yet.
    replace(&path(folder, number, "json"), text.as_bytes())?;
    replace(&path(folder, number, ABOUT), serde_json::to_string(&version)?.as_bytes())?;
    for old in all.iter().skip(VERSIONS - 1) {
        remove(folder, old.number);
    }
    Ok(true)
}

fn remove(folder: &Path, number: u32) {
    let _ = fs::remove_file(path(folder, number, ABOUT));
    let _ = fs::remove_file(path(folder, number, "json"));
}

/// Returns true if there is nothing to sweep.
pub fn is_tidy(folder: &Path) -> bool {
    let ours = files(folder).filter(|path| number_of(path).is_some()).count();
    ours == files(folder).count() && ours.is_multiple_of(2) && ours <= 2 * VERSIONS
}

/// Removes the texts of versions that were never finished, and versions that were to go.
pub fn sweep(folder: &Path) {
    let known: Vec<u32> = list(folder).into_iter().take(VERSIONS).map(|version| version.number).collect();
    for path in files(folder).filter(|path| number_of(path).is_some_and(|number| !known.contains(&number))) {
        let _ = fs::remove_file(path);
    }
}

fn files(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
}

/// The number of a file of ours.
fn number_of(path: &Path) -> Option<u32> {
    if !has_ending(path, ABOUT) && !has_ending(path, "json") {
        return None;
    }
    path.file_stem()?.to_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep_one(folder: &Path, text: &str) -> bool {
        keep(folder, text, ("2026-11-22 10:00", Occasion::Saved, "Title")).expect("kept")
    }

    #[test]
    fn the_newest_ten_are_kept_and_each_can_be_read() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join(FOLDER);
        assert_eq!(list(&folder), []);
        for i in 0..14 {
            assert!(keep_one(&folder, &format!("{{\"n\": {i}}}")));
        }
        assert!(!keep_one(&folder, "{\"n\": 13}"), "it is the same");
        let all = list(&folder);
        let texts: Vec<String> = all.iter().map(|version| read(&folder, version).expect("a text")).collect();
        let wanted: Vec<String> = (4..14).rev().map(|i| format!("{{\"n\": {i}}}")).collect();
        assert_eq!(texts, wanted);
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 2 * VERSIONS);
        assert!(keep_one(&folder, "{\"n\": 4}"), "an earlier state may come back");
    }

    #[test]
    fn what_is_half_there_is_no_version_and_spoils_no_other() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path();
        for text in ["{\"n\": 1}", "{\"n\": 2}", "{\"n\": 3}"] {
            keep_one(folder, text);
        }
        fs::write(path(folder, 9, "json"), "{\"n\": 9}").expect("written");
        fs::remove_file(path(folder, 2, "json")).expect("removed");
        fs::write(path(folder, 3, "json"), "{\"n\": 4}").expect("written");
        fs::write(folder.join("notes.txt"), "somebody's own").expect("written");
        let numbers = |folder: &Path| list(folder).iter().map(|version| version.number).collect::<Vec<_>>();
        assert_eq!(numbers(folder), [3, 1]);
        assert!(read(folder, &list(folder)[0]).is_err(), "it was changed");
        sweep(folder);
        assert_eq!(numbers(folder), [3, 1]);
        assert!(!path(folder, 9, "json").exists() && !path(folder, 2, ABOUT).exists());
        assert!(folder.join("notes.txt").exists());
    }
}
