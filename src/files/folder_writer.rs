//! Writes an exhibition into a folder, whole or not at all. Files that are there already stay as they are; the exhibition's own
//! text alone is replaced.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::write::{Staging, sweep_folder};
use super::{EXHIBITION, PackSource};
use crate::model::PackPlace;

/// The largest file that is compared with one that is there, in bytes.
const MOST: u64 = 512 << 20;

/// A folder being written. If dropped before [`FolderWriter::finish`], it leaves nothing behind.
pub struct FolderWriter {
    target: PathBuf,
    /// The files that are there, unless the folder is new.
    there: Option<PackSource>,
    staging: Staging,
}

impl FolderWriter {
    /// Begins a folder, or adds to one that is there.
    ///
    /// # Errors
    /// If nothing can be written there.
    pub fn create(target: &Path) -> io::Result<Self> {
        sweep_folder(target);
        let is_used = match fs::read_dir(target) {
            Ok(mut all) => all.next().is_some(),
            Err(why) if why.kind() == io::ErrorKind::NotFound => false,
            Err(why) => return Err(why),
        };
        if !is_used {
            // With a link followed, so that it stays.
            let target = target.canonicalize().or_else(|_new| std::path::absolute(target))?;
            let parent = target.parent().ok_or(io::ErrorKind::NotFound)?;
            let staging = Staging::create_in(parent)?;
            return Ok(Self { target, there: None, staging });
        }
        let there = PackSource::open(&PackPlace::Folder(target.to_owned())).map_err(io::Error::other)?;
        let target = there.folder().map_or_else(|| target.to_owned(), Path::to_owned);
        let staging = Staging::create_in(&target)?;
        Ok(Self { target, there: Some(there), staging })
    }

    /// Returns true if these files are in the folder itself, and need not be written.
    #[must_use]
    pub fn is_of(&self, source: &PackSource) -> bool {
        self.there.as_ref().is_some_and(|there| there.folder().is_some() && there.folder() == source.folder())
    }

    /// The names that are taken.
    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        self.there.as_ref().map(PackSource::names).unwrap_or_default()
    }

    /// Returns true if exactly this file is there under this name.
    #[must_use]
    pub fn has(&self, name: &str, bytes: &[u8]) -> bool {
        let there = self.there.as_ref().filter(|there| there.length(name).is_ok_and(|size| size == bytes.len() as u64));
        there.is_some_and(|there| there.read(name, MOST).is_ok_and(|read| *read == *bytes))
    }

    /// Adds a file under a name that is free.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.staging.write(name, bytes)
    }

    /// Puts all of it in place with the exhibition's text, and returns the folder.
    ///
    /// # Errors
    /// If that fails; then everything is as it was.
    #[expect(clippy::single_match_else, reason = "either is as likely")]
    pub fn finish(mut self, text: &str) -> io::Result<PathBuf> {
        match &self.there {
            Some(there) => self.staging.join(there.exhibition().unwrap_or(EXHIBITION), text)?,
            None => {
                self.staging.write(EXHIBITION, text.as_bytes())?;
                self.staging.become_folder(&self.target)?;
            }
        }
        Ok(self.target)
    }
}
