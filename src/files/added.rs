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
    /// Other names of its files at first.
    names: RwLock<BTreeMap<String, String>>,
}

impl Growing {
    /// The files of `base`.
    #[must_use]
    pub fn new(base: Arc<PackSource>) -> Self {
        Self { base, added: RwLock::default(), names: RwLock::default() }
    }

    /// Adds a file under a name in the pack.
    pub fn add(&self, name: String, path: PathBuf) {
        self.added.write().unwrap_or_else(PoisonError::into_inner).insert(name, path);
    }

    /// Gives a file another name besides.
    pub fn name(&self, name: &str, also: String) {
        if let Some(path) = self.path(name) {
            self.add(also, path);
            return;
        }
        let own = self.in_base(name);
        self.names.write().unwrap_or_else(PoisonError::into_inner).insert(also, own);
    }

    /// The name that a file had at first.
    pub(super) fn in_base(&self, name: &str) -> String {
        let names = self.names.read().unwrap_or_else(PoisonError::into_inner);
        names.get(name).map_or(name, String::as_str).to_owned()
    }

    /// The other names of files.
    pub(super) fn other_names(&self) -> Vec<String> {
        self.names.read().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
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
