//! Where the program may write: settings, state, thumbnails. Each system has its own folders; if a file `portable` is next to
//! the program, all are in the folder `vitrine-data` there.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that enables portable mode.
const PORTABLE: &str = "portable";
/// The folder for everything in portable mode.
const DATA: &str = "vitrine-data";

/// The purpose of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandardFolder {
    /// The user's choices.
    Settings,
    /// The program's state, and its log.
    State,
    /// Thumbnails, which can be recreated.
    Thumbnails,
}

impl StandardFolder {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Settings, Self::State, Self::Thumbnails];

    /// Returns its path, which need not exist; `None` if the system defines none.
    #[must_use]
    pub fn folder(self) -> Option<PathBuf> {
        let portable = beside().filter(|folder| folder.join(PORTABLE).exists()).map(|folder| folder.join(DATA));
        match (portable, self) {
            (Some(folder), Self::Thumbnails) => Some(folder.join("thumbnails")),
            (Some(folder), _) => Some(folder),
            (None, _) => users_place(self, std::env::consts::OS, |name| std::env::var_os(name)),
        }
    }
}

/// Returns the folder of the program: on macOS the one that holds the `.app`.
#[must_use]
pub fn beside() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    let bundle = folder.ancestors().find(|path| path.extension().is_some_and(|ending| ending == "app"));
    bundle.map_or(Some(folder), Path::parent).map(Path::to_owned)
}

/// Returns the system's folder for a purpose.
fn users_place(place: StandardFolder, os: &str, var: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| var(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let below = |name: &str, rest: &str| {
        let home = folder("HOME").map(|home| home.join(rest));
        folder(name).or(home).map(|base| base.join("vitrine"))
    };
    let in_home = |rest: &str| Some(folder("HOME")?.join(rest).join("vitrine"));
    let (base, rest) = match (os, place) {
        ("windows", StandardFolder::Settings) => (folder("APPDATA")?.join("vitrine"), ""),
        ("windows", StandardFolder::State) => (folder("LOCALAPPDATA")?.join("vitrine"), ""),
        ("windows", StandardFolder::Thumbnails) => {
            (folder("LOCALAPPDATA")?.join("vitrine").join("cache"), "thumbnails")
        }
        ("macos", StandardFolder::Settings | StandardFolder::State) => (in_home("Library/Application Support")?, ""),
        ("macos", StandardFolder::Thumbnails) => (in_home("Library/Caches")?, "thumbnails"),
        (_, StandardFolder::Settings) => (below("XDG_CONFIG_HOME", ".config")?, ""),
        (_, StandardFolder::State) => (below("XDG_STATE_HOME", ".local/state")?, ""),
        (_, StandardFolder::Thumbnails) => (below("XDG_CACHE_HOME", ".cache")?, "thumbnails"),
    };
    Some(if rest.is_empty() { base } else { base.join(rest) })
}

/// Returns true if files can be created in a folder, or the folder itself. Leaves nothing behind.
#[must_use]
pub fn is_writable(folder: &Path) -> bool {
    let was_there = folder.is_dir();
    if fs::create_dir_all(folder).is_err() {
        return false;
    }
    let made = tempfile::tempfile_in(folder).is_ok();
    if !was_there {
        let _ = fs::remove_dir(folder);
    }
    made
}

/// Replaces the home folder by `~`, for paths and messages that strangers may see.
#[must_use]
pub fn without_home(text: &str) -> String {
    let homes = ["HOME", "USERPROFILE"].into_iter().filter_map(|name| std::env::var(name).ok());
    homes.filter(|home| home.len() > 1).fold(text.to_owned(), |text, home| text.replace(&home, "~"))
}

/// Interprets a typed or pasted path: strips quotation marks, and resolves `file:` URLs and `~`.
#[must_use]
pub fn typed(path: &Path) -> PathBuf {
    let Some(text) = path.to_str() else { return path.to_owned() };
    let text = text.trim();
    let inner = ['"', '\''].into_iter().find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark));
    let text = inner.unwrap_or(text);
    let text = text.strip_prefix("file://").filter(|rest| rest.starts_with('/')).unwrap_or(text);
    let home = || ["HOME", "USERPROFILE"].into_iter().find_map(std::env::var_os).map(PathBuf::from);
    match text.strip_prefix("~/").and_then(|rest| Some(home()?.join(rest))) {
        // An existing path of this literal name takes precedence.
        Some(at_home) if !Path::new(text).exists() => at_home,
        _ if path.exists() => path.to_owned(),
        _ => PathBuf::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_has_its_places() {
        // Absolute on the system that runs the test.
        let root = std::env::temp_dir();
        let folder = |place, os: &str, names: &[&str]| {
            users_place(place, os, |name| names.contains(&name).then(|| root.join(name).into()))
        };
        let at = |path: &str| Some(root.join(path));
        assert_eq!(folder(StandardFolder::State, "linux", &["HOME"]), at("HOME/.local/state/vitrine"));
        assert_eq!(folder(StandardFolder::State, "linux", &["HOME", "XDG_STATE_HOME"]), at("XDG_STATE_HOME/vitrine"));
        assert_eq!(folder(StandardFolder::Settings, "linux", &["HOME"]), at("HOME/.config/vitrine"));
        assert_eq!(folder(StandardFolder::Settings, "linux", &["XDG_CONFIG_HOME"]), at("XDG_CONFIG_HOME/vitrine"));
        assert_eq!(folder(StandardFolder::Settings, "windows", &["APPDATA"]), at("APPDATA/vitrine"));
        assert_eq!(
            folder(StandardFolder::Settings, "macos", &["HOME"]),
            at("HOME/Library/Application Support/vitrine")
        );
        let thumbnails = |os: &str, names: &[&str]| folder(StandardFolder::Thumbnails, os, names);
        assert_eq!(thumbnails("linux", &["XDG_CACHE_HOME", "HOME"]), at("XDG_CACHE_HOME/vitrine/thumbnails"));
        assert_eq!(thumbnails("linux", &["HOME"]), at("HOME/.cache/vitrine/thumbnails"));
        assert_eq!(thumbnails("macos", &["HOME"]), at("HOME/Library/Caches/vitrine/thumbnails"));
        assert_eq!(thumbnails("windows", &["LOCALAPPDATA"]), at("LOCALAPPDATA/vitrine/cache/thumbnails"));
        assert_eq!(thumbnails("linux", &[]), None);
        assert_eq!(
            users_place(StandardFolder::State, "linux", |_| Some("relative".into())),
            None,
            "a place must be absolute"
        );
    }
}
