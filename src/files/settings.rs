//! The file of settings. What stands in it is `state::Settings`; here is only where it lies, and what happens when it is damaged.

use std::fs;
use std::path::{Path, PathBuf};

use super::Kept;

/// The longest file that is read, in bytes.
const MOST: u64 = 64 << 10;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// No file, or none that may be read.
    Nothing,
    /// Settings.
    Settings(T),
    /// A file that holds none; it now has this name, so that nothing in it is lost.
    Damaged(PathBuf),
}

/// Reads the settings. A file that cannot be understood is set aside.
#[must_use]
pub fn read<T>(understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    Kept::Settings.path().map_or(Found::Nothing, |path| read_at(&path, understand))
}

fn read_at<T>(path: &Path, understand: impl FnOnce(&str) -> Option<T>) -> Found<T> {
    let Ok(meta) = fs::metadata(path) else { return Found::Nothing };
    let text = if meta.len() <= MOST { fs::read(path) } else { Ok(Vec::new()) };
    let Ok(bytes) = text else { return Found::Nothing };
    match std::str::from_utf8(&bytes).ok().and_then(understand) {
        Some(settings) => Found::Settings(settings),
        None => set_aside(path),
    }
}

/// Gives a damaged file another name; one that cannot be moved stays where it is.
fn set_aside<T>(path: &Path) -> Found<T> {
    let aside = path.with_extension("json.damaged");
    match fs::rename(path, &aside) {
        Ok(()) => Found::Damaged(aside),
        Err(_) => Found::Damaged(path.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_is_set_aside_and_nothing_in_it_is_lost() {
        let folder = std::env::temp_dir().join(format!("vitrine-settings-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("settings.json");
        let number = |text: &str| text.parse::<u32>().ok();
        assert_eq!(read_at(&path, number), Found::Nothing);
        fs::write(&path, "12").expect("written");
        assert_eq!(read_at(&path, number), Found::Settings(12));
        for damaged in [&b"12, or"[..], b"\xff\xfe", b""] {
            fs::write(&path, damaged).expect("written");
            let Found::Damaged(aside) = read_at(&path, number) else { panic!("it is damaged") };
            assert_eq!(fs::read(&aside).expect("kept"), damaged);
            assert_eq!(read_at(&path, number), Found::Nothing, "the next start is not told again");
        }
        fs::remove_dir_all(&folder).expect("removed");
    }
}
