//! Data persisted between starts: the state of a talk, the assignment of screens, a failed start.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::places::StandardFolder;
use super::replace;
use super::write::{Leads, leads};

/// The largest file read back, in bytes.
const MOST: u64 = 1 << 20;
/// The most damaged files set aside of each kind.
const MOST_ASIDE: u32 = 8;

/// A persisted item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persisted {
    /// The current talk, to resume it after a power cut.
    Talk,
    /// The assignment of screens.
    Screens,
    /// A failed start.
    Start,
    /// The wrong PINs at a kiosk, so that a restart gives no new tries.
    PinAttempts,
    /// How often a kiosk was started anew.
    KioskRuns,
    /// How a kiosk was a short while ago, as text.
    KioskHealth,
    /// The user's choices; read by `settings`.
    Settings,
}

impl Persisted {
    fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk.json",
            Self::Screens => "screens.json",
            Self::Start => "start.json",
            Self::PinAttempts => "kiosk-pin.json",
            Self::KioskRuns => "kiosk-runs.json",
            Self::KioskHealth => "kiosk-health.txt",
            Self::Settings => "settings.json",
        }
    }

    /// Returns the path of its file; `None` if the system has no place for it.
    pub(super) fn path(self) -> Option<PathBuf> {
        let place = if self == Self::Settings { StandardFolder::Settings } else { StandardFolder::State };
        Some(place.folder()?.join(self.name()))
    }

    /// Reads and parses an item; `None` if it is missing, unreadable or damaged. A damaged file is set aside, so that the
    /// next write does not destroy it.
    #[must_use]
    pub fn read<T>(self, understand: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        match self.found(understand) {
            Found::Understood(it) => Some(it),
            Found::Nothing | Found::Damaged(_) => None,
        }
    }

    /// Reads and parses an item, telling the cases apart.
    pub(super) fn found<T>(self, understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
        self.path().map_or(Found::Nothing, |path| read_at(&path, understand))
    }

    /// Replaces the text of an item, or removes it. Failure is only logged and returned as false: a read-only stick must not
    /// prevent a talk.
    pub fn write(self, text: Option<&str>) -> bool {
        // Logged once per start, not at every step of a talk.
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

/// The result of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// No file, or an unreadable one.
    Nothing,
    /// The parsed content.
    Understood(T),
    /// A damaged file, now set aside at this path.
    Damaged(PathBuf),
}

fn read_at<T>(path: &Path, understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    // Opening a pipe would block, and a folder has no text.
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
    // The user has replaced it by something else: persist nothing.
    let Leads::File(file, _) = leads(path)? else { return Err(io::ErrorKind::Unsupported.into()) };
    match text {
        Some(text) => replace(path, text.as_bytes()),
        // A link stays for the next write.
        None => fs::remove_file(file),
    }
}

/// Renames a damaged file, and returns its path, unchanged if that fails. Earlier ones stay, up to a limit; then the last one
/// is replaced.
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
        // The link stays, and the file moves to the folder of the link.
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
        // Equal files are set aside once, and only up to the limit.
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
