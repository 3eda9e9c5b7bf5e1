//! Files that were added to a pack while it is edited, beside those that it had.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::{PackSource, ReadError, Stamp, regular};

/// A pack whose files may become more.
pub struct Growing {
    /// Its files at first.
    pub base: Arc<PackSource>,
    added: RwLock<BTreeMap<String, PathBuf>>,
}

impl Growing {
    /// The files of `base`.
    #[must_use]
    pub fn new(base: Arc<PackSource>) -> Self {
        Self { base, added: RwLock::default() }
    }

    /// Adds a file under a name in the pack.
    pub fn add(&self, name: String, path: PathBuf) {
        self.added.write().unwrap_or_else(PoisonError::into_inner).insert(name, path);
    }

    /// Where an added file lies.
    #[must_use]
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.added.read().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// The names and places of the added files.
    #[must_use]
    pub fn added(&self) -> Vec<(String, PathBuf)> {
        let added = self.added.read().unwrap_or_else(PoisonError::into_inner);
        added.iter().map(|(name, path)| (name.clone(), path.clone())).collect()
    }

    /// Opens an added file.
    pub(super) fn file(&self, name: &str) -> Option<Result<File, ReadError>> {
        self.path(name).map(|path| regular::open(&path))
    }

    pub(super) fn stamp(path: &Path) -> Result<Stamp, ReadError> {
        path.metadata().map(|meta| Stamp::of(&meta)).map_err(|why| ReadError::of_file(&why))
    }
}
