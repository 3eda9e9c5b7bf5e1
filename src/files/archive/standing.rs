//! An archive that stays open while its volume is removed and reinserted, or the file is replaced.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Archive, Names};
use crate::files::look::ReadSeek;
use crate::files::{ContentKey, ReadError, Stamp};

/// An archive by its path: reads use whatever file is there now, but the names stay those first listed.
pub struct Standing {
    path: PathBuf,
    first: Arc<Archive>,
    now: Mutex<Now>,
}

struct Now {
    archive: Arc<Archive>,
    /// The stamp of the file when it was last opened, successfully or not.
    stamp: Option<Stamp>,
}

impl Standing {
    /// Opens an archive.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let stamp = stamp(path).ok();
        let first = Arc::new(Archive::open(path)?);
        // The current directory may change.
        let path = std::path::absolute(path).unwrap_or_else(|_io| path.to_owned());
        let now = Mutex::new(Now { archive: Arc::clone(&first), stamp });
        Ok(Self { path, first, now })
    }

    /// Returns the names of the files first listed.
    pub fn names(&self) -> &Names<usize> {
        self.first.names()
    }

    /// Returns the stamp of the archive's file.
    ///
    /// # Errors
    /// If it is unavailable.
    pub fn stamp(&self) -> Result<Stamp, ReadError> {
        stamp(&self.path)
    }

    /// Returns the archive that is there now. If it is unavailable or cannot be opened yet, the previous one stays, since its
    /// open file may still be readable.
    fn now(&self, anew: bool) -> Arc<Archive> {
        let there = self.stamp().ok();
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if there.is_some() && (anew || there != now.stamp) {
            now.stamp = there;
            if let Ok(opened) = Archive::open(&self.path) {
                now.archive = Arc::new(opened);
            }
        }
        Arc::clone(&now.archive)
    }

    /// Reads; if the open file fails, as after its volume was removed, retries with the file that is there now.
    fn read_with<T>(&self, read: impl Fn(&Archive) -> Result<T, ReadError>) -> Result<T, ReadError> {
        match read(&self.now(false)) {
            Err(ReadError::Failed) => {
                // Reports a removed file as unavailable, rather than failed.
                self.stamp()?;
                read(&self.now(true))
            }
            done => done,
        }
    }

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// If it is missing, cannot be read, or is larger.
    pub fn read(&self, name: &str, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        self.read_with(|archive| archive.read(name, limit))
    }

    /// Reads at most the first `count` bytes of a file.
    ///
    /// # Errors
    /// If it is missing or cannot be read.
    pub fn head(&self, name: &str, count: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        self.read_with(|archive| archive.head(name, count))
    }

    /// Gives `look` random access to a file, if it is uncompressed.
    pub fn look_into(&self, name: &str, look: &mut dyn FnMut(&mut dyn ReadSeek)) {
        self.now(false).look_into(name, look);
    }

    /// Returns the claimed size of a file in bytes.
    ///
    /// # Errors
    /// If it is missing or cannot be read.
    pub fn length(&self, name: &str) -> Result<u64, ReadError> {
        self.read_with(|archive| archive.length(name))
    }

    /// Returns the content key of a file.
    ///
    /// # Errors
    /// If it is missing or cannot be read.
    pub fn key(&self, name: &str) -> Result<ContentKey, ReadError> {
        self.read_with(|archive| archive.key(name))
    }

    /// Returns why a file cannot be read, judging by the archive's directory; `None` if it seems readable.
    pub fn fault(&self, name: &str) -> Option<ReadError> {
        self.now(false).fault(name)
    }

    /// Returns the smallest rendition of a picture with at least `long_side` pixels on its long side.
    pub fn carried(&self, name: &str, long_side: u32) -> Option<Vec<u8>> {
        self.now(false).carried(name, long_side)
    }

    /// Returns true if [`Standing::carried`] finds one.
    pub fn carries(&self, name: &str, long_side: u32) -> bool {
        self.now(false).carries(name, long_side)
    }
}

fn stamp(path: &Path) -> Result<Stamp, ReadError> {
    fs::metadata(path).map(|meta| Stamp::of(&meta)).map_err(|e| ReadError::of_file(&e))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::Write as _;
    use std::path::Path;

    use super::Standing;
    use crate::files::ReadError;

    fn archive(path: &Path, files: &[(&str, &str)]) {
        let mut zip = zip::ZipWriter::new(File::create(path).expect("created"));
        for (name, text) in files {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("begun");
            zip.write_all(text.as_bytes()).expect("written");
        }
        zip.finish().expect("finished");
    }

    fn read(standing: &Standing, name: &str) -> Result<String, ReadError> {
        standing.read(name, 99).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    #[test]
    fn whatever_lies_there_is_read_and_what_is_away_for_now_is_not_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.vitrine");
        archive(&path, &[("a.jpg", "old"), ("b.jpg", "other")]);
        let standing = Standing::open(&path).expect("it opens");
        assert_eq!(read(&standing, "a.jpg").as_deref(), Ok("old"));
        let before = standing.stamp();

        // Replaced by another archive with other offsets.
        let next = folder.path().join("next");
        archive(&next, &[("b.jpg", "moved"), ("a.jpg", "new")]);
        fs::rename(&next, &path).expect("moved over it");
        assert_ne!(standing.stamp(), before);
        assert_eq!(read(&standing, "a.jpg").as_deref(), Ok("new"));
        assert_eq!(read(&standing, "b.jpg").as_deref(), Ok("moved"));

        // An archive still being copied cannot be opened yet.
        let whole = fs::read(&path).expect("read");
        fs::rename(&path, &next).expect("moved away");
        assert_eq!(standing.stamp(), Err(ReadError::NotThere));
        #[cfg(unix)]
        assert_eq!(read(&standing, "a.jpg").as_deref(), Ok("new"), "what is open can be read to its end");
        fs::write(&path, &whole[..whole.len() / 2]).expect("written");
        assert_eq!(read(&standing, "a.jpg").as_deref(), Ok("new"));
        archive(&path, &[("a.jpg", "newest")]);
        assert_eq!(read(&standing, "a.jpg").as_deref(), Ok("newest"));
        assert_eq!(read(&standing, "b.jpg"), Err(ReadError::NotThere));
    }
}
