//! Files that a person asked for.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file: beside its place first, then into it, so that it is never half there and an older one stays until then.
///
/// # Errors
/// Where it cannot be written; nothing is left behind.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = beside(path);
    let fill = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&part)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    let done = fill().and_then(|()| fs::rename(&part, path));
    if done.is_err() {
        // What made it fail is told; that it left nothing is the best that can be done about it.
        let _ = fs::remove_file(&part);
    }
    done
}

/// A name of its own in the same folder.
pub(super) fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::replace;

    #[test]
    fn a_file_is_there_whole_or_not_at_all() {
        let folder = std::env::temp_dir().join(format!("vitrine-write-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("table.csv");
        replace(&path, b"old").expect("written");
        replace(&path, b"new").expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"new");
        assert!(replace(&folder, b"a folder is in the way").is_err());
        assert!(replace(&folder.join("none/table.csv"), b"no such folder").is_err());
        assert_eq!(fs::read_dir(&folder).expect("its names").count(), 1, "nothing is left behind");
        fs::remove_dir_all(&folder).expect("removed");
    }
}
