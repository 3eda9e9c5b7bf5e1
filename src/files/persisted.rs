//! What the program keeps for itself from one start to the next: where a talk is, who looked at which screen, and a
//! start that failed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::places::StandardFolder;
use super::replace;
use super::write::{Leads, leads};

/// The longest file that is read back, in bytes.
const MOST: u64 = 1 << 20;
/// The most damaged files that are set aside of each.
const MOST_ASIDE: u32 = 8;

/// One thing that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persisted {
    /// The talk that is being given, so that it can go on after a power cut.
    Talk,
    /// The choices of screens.
    Screens,
    /// A start that failed.
    Start,
    /// What a person has chosen; read by `settings`.
    Settings,
}

impl Persisted {
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
        let place = if self == Self::Settings { StandardFolder::Settings } else { StandardFolder::State };
        Some(place.folder()?.join(self.name()))
    }

    /// What a text of it means; `None` where there is none, or none that can be read. One that cannot be understood is set aside, so that
    /// nothing in it is lost when another is kept.
    #[must_use]
    pub fn read<T>(self, understand: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        match self.found(understand) {
            Found::Understood(it) => Some(it),
            Found::Nothing | Found::Damaged(_) => None,
        }
    }

    /// The same, told apart.
    pub(super) fn found<T>(self, understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
        self.path().map_or(Found::Nothing, |path| read_at(&path, understand))
    }

    /// Keeps a text in place of the one before, or nothing. Where nothing can be written, nothing is kept: a stick that cannot be
    /// written is no reason not to give a talk. True where it was done.
    pub fn write(self, text: Option<&str>) -> bool {
        // Once a start, and not with every step of a talk.
        static IS_LOGGED: AtomicBool = AtomicBool::new(false);
        let Some(path) = self.path() else { return false };
        let written = write_at(&path, text);
        if let Err(why) = &written
            && !IS_LOGGED.swap(true, Ordering::Relaxed)
        {
            log::warn!("{} is not kept: {why}", self.name());
        }
        written.is_ok()
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// No file, or none that may be read.
    Nothing,
    /// What it means.
    Understood(T),
    /// A file that means nothing; it now has this name, so that nothing in it is lost.
    Damaged(PathBuf),
}

fn read_at<T>(path: &Path, understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    // A pipe would wait for a writer, and a folder has no text.
    let Some(meta) = fs::metadata(path).ok().filter(fs::Metadata::is_file) else { return Found::Nothing };
    let bytes = if meta.len() <= MOST { fs::read(path) } else { Ok(Vec::new()) };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why) => {
            log::warn!("{} cannot be read, as if it were not there: {why}", path.display());
            return Found::Nothing;
        }
    };
    match std::str::from_utf8(&bytes).ok().and_then(understand) {
        Some(it) => Found::Understood(it),
        None => Found::Damaged(set_aside(path, meta.len())),
    }
}

fn write_at(path: &Path, text: Option<&str>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Whoever made something else of it wants nothing kept.
    let Leads::File(file, _) = leads(path)? else { return Err(io::ErrorKind::Unsupported.into()) };
    match text {
        Some(text) => replace(path, text.as_bytes()),
        // A link stays for the next one.
        None => fs::remove_file(file),
    }
}

/// Gives a damaged file a name of its own, and tells it; one that cannot be moved stays where it is. Earlier ones keep theirs, until there are
/// too many: then the last one goes.
fn set_aside(path: &Path, length: u64) -> PathBuf {
    let named = |number: u32| {
        path.with_extension(if number > 1 { format!("json.damaged-{number}") } else { "json.damaged".to_owned() })
    };
    let same = |other: &Path| {
        let is_as_long = fs::metadata(other).is_ok_and(|meta| meta.is_file() && meta.len() == length && length <= MOST);
        is_as_long && fs::read(other).ok() == fs::read(path).ok()
    };
    let is_free = |name: &PathBuf| fs::symlink_metadata(name).is_err() || same(name);
    let aside = (1..=MOST_ASIDE).map(named).find(is_free).unwrap_or_else(|| named(MOST_ASIDE));
    let moved = match leads(path) {
        // The link stays, and so does the folder that somebody keeps such files in.
        Ok(Leads::File(file, _)) if path.is_symlink() => {
            fs::copy(&file, &aside).and_then(|_size| fs::remove_file(file))
        }
        _ => fs::rename(path, &aside),
    };
    if moved.is_ok() { aside } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<u32> {
        text.parse().ok()
    }

    #[test]
    fn damaged_files_are_set_aside_and_nothing_in_them_is_lost() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.json");
        assert_eq!(read_at(&path, number), Found::Nothing);
        write_at(&path, Some("12")).expect("written");
        assert_eq!(read_at(&path, number), Found::Understood(12));
        let mut set_aside = Vec::new();
        for damaged in [&b"12, or"[..], b"\xff\xfe", b"", &vec![b'1'; 2 << 20]] {
            fs::write(&path, damaged).expect("written");
            let Found::Damaged(aside) = read_at(&path, number) else { panic!("it is damaged") };
            assert_eq!(read_at(&path, number), Found::Nothing, "the next start is not told again");
            set_aside.push((aside, damaged.to_owned()));
        }
        for (aside, damaged) in &set_aside {
            assert_eq!(&fs::read(aside).expect("kept"), damaged, "{}", aside.display());
        }
        // The same fault at every start is kept once, and many of them not for ever.
        for text in (0..30).map(|i| format!("damaged {}", i / 2)) {
            fs::write(&path, text).expect("written");
            assert!(matches!(read_at(&path, number), Found::Damaged(_)));
        }
        assert_eq!(fs::read_dir(folder.path()).expect("its files").count(), MOST_ASIDE as usize);
        assert_eq!(fs::read(&set_aside[0].0).expect("kept"), set_aside[0].1, "the first of all is still there");
        let newest = path.with_extension(format!("json.damaged-{MOST_ASIDE}"));
        assert_eq!(fs::read(newest).expect("kept"), b"damaged 14");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_what_is_no_file_makes_nobody_wait() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        symlink("real.json", at("settings.json")).expect("a link");
        write_at(&at("settings.json"), Some("12")).expect("written");
        assert_eq!(fs::read(at("real.json")).expect("there"), b"12");
        fs::write(at("real.json"), "damaged").expect("written");
        let Found::Damaged(aside) = read_at(&at("settings.json"), number) else { panic!("it is damaged") };
        assert_eq!(fs::read(aside).expect("kept"), b"damaged");
        assert_eq!(read_at(&at("settings.json"), number), Found::Nothing);
        write_at(&at("settings.json"), Some("13")).expect("written");
        write_at(&at("settings.json"), None).expect("removed");
        write_at(&at("settings.json"), Some("14")).expect("written");
        assert!(at("settings.json").is_symlink());
        assert_eq!(fs::read(at("real.json")).expect("there"), b"14");

        assert!(std::process::Command::new("mkfifo").arg(at("pipe.json")).status().expect("mkfifo").success());
        fs::create_dir(at("folder.json")).expect("a folder");
        symlink("/dev/zero", at("zero.json")).expect("a link");
        for name in ["pipe.json", "folder.json", "zero.json"] {
            assert_eq!(read_at(&at(name), number), Found::Nothing, "{name}");
            assert!(write_at(&at(name), Some("12")).is_err(), "{name}");
            assert!(fs::symlink_metadata(at(name)).is_ok(), "{name}");
        }
    }
}
