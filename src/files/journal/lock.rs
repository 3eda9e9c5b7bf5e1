//! Holds a folder for one program at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file that is locked.
const NAME: &str = "lock";
/// How often another program may remove the file just before it is locked.
const ATTEMPTS: usize = 16;

/// A folder that is held. Let go on drop, or when the program ends in any way; removed if nothing is in it then.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: Option<File>,
}

impl Lock {
    /// Holds a folder; `None` if somebody else does. Where the file system has no locks, nobody is kept out.
    ///
    /// # Errors
    /// If nothing can be written there.
    pub fn of(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join(NAME);
        for _ in 0..ATTEMPTS {
            let file = match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path) {
                Ok(file) => file,
                Err(why) if why.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir_all(folder)?;
                    continue;
                }
                Err(why) => return Err(why),
            };
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => return Ok(Some(Self { path, file: Some(file) })),
                // Its holder has just gone, and the file with it.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(_)) => return Ok(Some(Self { path, file: Some(file) })),
            }
        }
        Ok(None)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is still locked, so that nobody's lock is taken away.
        let _ = fs::remove_file(&self.path);
        self.file = None;
        // Only where nothing else is in it.
        let _ = self.path.parent().map(fs::remove_dir);
    }
}

/// Returns true if an open file is still the one at its path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let of = |meta: fs::Metadata| (meta.dev(), meta.ino());
    file.metadata().ok().zip(fs::metadata(path).ok()).is_some_and(|(own, there)| of(own) == of(there))
}

/// Elsewhere an open file keeps its name.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Lock;

    #[test]
    fn a_folder_is_held_once_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let held = Lock::of(folder.path()).expect("written").expect("free");
        assert!(Lock::of(folder.path()).expect("written").is_none());
        drop(held);
        assert!(!folder.path().exists());
        std::fs::create_dir(folder.path()).expect("a folder");
        std::fs::write(folder.path().join("journal"), "").expect("written");
        assert!(Lock::of(folder.path()).expect("written").is_some());
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn of_many_at_once_one_holds_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let (inside, times) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..200 {
                        if let Ok(Some(held)) = Lock::of(folder.path()) {
                            assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0, "two hold it");
                            times.fetch_add(1, Ordering::SeqCst);
                            inside.fetch_sub(1, Ordering::SeqCst);
                            drop(held);
                        }
                    }
                });
            }
        });
        assert!(times.load(Ordering::SeqCst) > 0);
    }
}
