//! An archive that stays open while its stick or share comes and goes, and while another takes its place.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Archive, Names};
use crate::files::look::ReadSeek;
use crate::files::{ContentKey, ReadError, Stamp};

/// An archive under its name: whatever lies there when something is read. What was listed at first stays listed.
pub struct Standing {
    path: PathBuf,
    first: Arc<Archive>,
    now: Mutex<Now>,
}

struct Now {
    archive: Arc<Archive>,
    /// What the file was like when it was last opened, whether that went well or not.
    stamp: Option<Stamp>,
}

impl Standing {
    /// Opens an archive.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let stamp = stamp(path).ok();
        let first = Arc::new(Archive::open(path)?);
        // The program may go on in another folder.
        let path = std::path::absolute(path).unwrap_or_else(|_io| path.to_owned());
        let now = Mutex::new(Now { archive: Arc::clone(&first), stamp });
        Ok(Self { path, first, now })
    }

    /// The names of the files that were there at first.
    pub fn names(&self) -> &Names<usize> {
        self.first.names()
    }

    /// What the archive's file is like from outside.
    ///
    /// # Errors
    /// Where it is away.
    pub fn stamp(&self) -> Result<Stamp, ReadError> {
        stamp(&self.path)
    }

    /// The archive that lies there now. One that is away, or cannot be opened yet, does not put away the one before: what was opened may
    /// well be read to its end.
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

    /// Reads; where the file that is open fails, as one does whose stick was pulled, once more from the one that lies there.
    fn read_with<T>(&self, read: impl Fn(&Archive) -> Result<T, ReadError>) -> Result<T, ReadError> {
        match read(&self.now(false)) {
            Err(ReadError::Failed) => {
                // Away, rather than failing, where it is no more.
                self.stamp()?;
                read(&self.now(true))
            }
            done => done,
        }
    }

    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    /// Where it is not there, cannot be read, or is larger.
    pub fn read(&self, name: &str, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        self.read_with(|archive| archive.read(name, limit))
    }

    /// The first bytes of a file, at most `count` of them.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
    pub fn head(&self, name: &str, count: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        self.read_with(|archive| archive.head(name, count))
    }

    /// Lets `look` read a file here and there, where it lies in the archive as it is.
    pub fn look_into(&self, name: &str, look: &mut dyn FnMut(&mut dyn ReadSeek)) {
        self.now(false).look_into(name, look);
    }

    /// How many bytes a file claims to hold.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
    pub fn length(&self, name: &str) -> Result<u64, ReadError> {
        self.read_with(|archive| archive.length(name))
    }

    /// What names the content of a file.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
    pub fn key(&self, name: &str) -> Result<ContentKey, ReadError> {
        self.read_with(|archive| archive.key(name))
    }

    /// Why a file cannot be read, as far as the archive's directory tells; `None` where nothing speaks against it.
    pub fn fault(&self, name: &str) -> Option<ReadError> {
        self.now(false).fault(name)
    }

    /// The smallest rendition of a picture with at least so many pixels on its long side.
    pub fn carried(&self, name: &str, long_side: u32) -> Option<Vec<u8>> {
        self.now(false).carried(name, long_side)
    }

    /// True where [`Standing::carried`] finds one.
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

        // Another one is moved over it, in which things lie elsewhere.
        let next = folder.path().join("next");
        archive(&next, &[("b.jpg", "moved"), ("a.jpg", "new")]);
        fs::rename(&next, &path).expect("moved over it");
        assert_ne!(standing.stamp(), before);
        assert_eq!(read(&standing, "a.jpg").as_deref(), Ok("new"));
        assert_eq!(read(&standing, "b.jpg").as_deref(), Ok("moved"));

        // One that is being copied there cannot be opened yet.
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
