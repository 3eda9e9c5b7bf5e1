//! Finds an exhibition next to the program, so that a stick with two files works by itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::places;

/// Returns the archive next to the program with the same name, or the only one there.
#[must_use]
pub fn pack_beside() -> Option<PathBuf> {
    pack_in(&places::beside()?, std::env::current_exe().ok()?.file_stem()?.to_str()?)
}

fn pack_in(folder: &Path, program: &str) -> Option<PathBuf> {
    let is_archive = |path: &PathBuf| {
        // macOS leaves a "._" file on the stick for each file.
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        !is_hidden && path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("vitrine")) && path.is_file()
    };
    let archives: Vec<PathBuf> =
        fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(is_archive).collect();
    let is_named = |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case(program));
    match archives.iter().find(is_named) {
        Some(named) => Some(named.clone()),
        None if archives.len() == 1 => archives.into_iter().next(),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_archive_or_the_one_with_the_programs_name_opens() {
        let folder = std::env::temp_dir().join(format!("vitrine-beside-{}", std::process::id()));
        fs::create_dir_all(folder.join("folder.vitrine")).expect("a folder is no archive");
        let put = |name: &str| fs::write(folder.join(name), b"").expect("written");
        let found = || pack_in(&folder, "vitrine").map(|path| path.file_name().unwrap_or_default().to_owned());
        put("vitrine");
        put("._hall.vitrine");
        assert_eq!(found(), None);
        put("hall.vitrine");
        assert_eq!(found(), Some("hall.vitrine".into()));
        put("other.vitrine");
        assert_eq!(found(), None, "nobody can say which of two");
        put("Vitrine.vitrine");
        assert_eq!(found(), Some("Vitrine.vitrine".into()));
        fs::remove_dir_all(&folder).expect("removed");
    }
}
