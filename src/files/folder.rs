//! The files below a folder.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};

use super::names::{self, Names};
use super::{ReadError, Stamp, photo_folder, regular, root};
use crate::model::{PassedOver, is_inside};

/// The most files listed.
pub const MAX_FILES: usize = 200_000;
/// The most bytes of all their names.
const MAX_NAMES: usize = 64 << 20;
/// The deepest level of folders listed.
const MAX_DEPTH: u8 = 12;

/// A folder and the files below it.
#[derive(Debug)]
pub struct Folder {
    /// Canonical, without links.
    base: PathBuf,
    /// Names of the files, with a path if the name alone does not lead to it.
    names: Names<Option<PathBuf>>,
    passed: BTreeMap<PassedOver, usize>,
}

impl Folder {
    /// Lists a folder recursively. If it only contains a folder with an exhibition, as some unpackers leave it, that folder
    /// is used.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let outer = Self::list(path, MAX_DEPTH)?;
        let inner = root::only_folder(outer.names.all()).map(str::to_owned);
        let exhibition = inner.filter(|inner| root::exhibition(outer.names.all(), inner).is_some());
        match exhibition {
            Some(inner) if root::exhibition(outer.names.all(), "").is_none() => {
                Self::list(&path.join(inner), MAX_DEPTH)
            }
            _ => Ok(outer),
        }
    }

    /// Lists a folder, but not its subfolders.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn alone(path: &Path) -> Result<Self, ReadError> {
        Self::list(path, 0)
    }

    fn list(path: &Path, depth: u8) -> Result<Self, ReadError> {
        let base = path.canonicalize().map_err(|e| ReadError::of_file(&e))?;
        let mut listing = Listing { base: &base, names: Names::default(), count: 0, bytes: 0, passed: BTreeMap::new() };
        listing.folder(&base, "", depth, depth > 0)?;
        let Listing { names, passed, .. } = listing;
        Ok(Self { base, names, passed })
    }

    /// Returns its path, without links.
    pub fn path_of_all(&self) -> &Path {
        &self.base
    }

    /// Returns the names of the files.
    pub fn names(&self) -> &Names<Option<PathBuf>> {
        &self.names
    }

    /// Returns what was skipped.
    pub fn passed(&self) -> &BTreeMap<PassedOver, usize> {
        &self.passed
    }

    /// Returns the listed name of a direct child, given its name in the file system.
    pub fn name_of(&self, file: &std::ffi::OsStr) -> Option<String> {
        let path = self.base.join(file);
        let by_path = self.names.iter().find(|(_, real)| real.as_ref() == Some(&path)).map(|(name, _)| name);
        by_path.or_else(|| Some(self.names.find(file.to_str()?)?.0)).map(str::to_owned)
    }

    /// Opens a file.
    ///
    /// # Errors
    /// If it cannot be opened, is not a regular file, or leads out of the folder.
    pub fn file(&self, name: &str) -> Result<File, ReadError> {
        let real = self.path(name)?.canonicalize().map_err(|e| ReadError::of_file(&e))?;
        // A reinserted volume may be mounted elsewhere, where the folder's own path now leads.
        let is_below =
            real.starts_with(&self.base) || self.base.canonicalize().is_ok_and(|base| real.starts_with(base));
        if is_below { regular::open(&real) } else { Err(ReadError::LeadsOut) }
    }

    /// Returns the stamp of a file, without opening it.
    ///
    /// # Errors
    /// If it is missing.
    pub fn stamp(&self, name: &str) -> Result<Stamp, ReadError> {
        fs::metadata(self.path(name)?).map(|meta| Stamp::of(&meta)).map_err(|e| ReadError::of_file(&e))
    }

    /// Returns a file's path.
    fn path(&self, name: &str) -> Result<PathBuf, ReadError> {
        match self.names.find(name) {
            Some((_, Some(path))) => Ok(path.clone()),
            Some((listed, None)) => Ok(self.base.join(listed)),
            None if !is_inside(name) => Err(ReadError::Escaping(name.to_owned())),
            None => Ok(self.base.join(name)),
        }
    }
}

/// A listing in progress.
struct Listing<'a> {
    base: &'a Path,
    names: Names<Option<PathBuf>>,
    count: usize,
    bytes: usize,
    passed: BTreeMap<PassedOver, usize>,
}

impl Listing<'_> {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: u8, below: bool) -> Result<(), ReadError> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(|e| ReadError::of_file(&e))? {
            match entry {
                Ok(entry) if self.count + entries.len() < MAX_FILES => entries.push(entry),
                Ok(_) => {
                    self.pass(PassedOver::TooMany);
                    break;
                }
                Err(_) => {
                    self.pass(PassedOver::Unreadable);
                    break;
                }
            }
        }
        // A fixed order, so that names that decode alike are always numbered in the same way.
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let system = entry.file_name();
            let name = format!("{prefix}{}", names::of_system(&system));
            let path = entry.path();
            let kind = entry.file_type().ok();
            if kind.is_some_and(|kind| kind.is_dir()) {
                self.below(&path, &name, depth, below);
            } else if kind.is_some_and(|kind| kind.is_symlink()) && self.is_linked_folder(&path) {
                self.pass(PassedOver::LinkedFolder);
            } else {
                self.file(name, path);
            }
        }
        Ok(())
    }

    fn below(&mut self, path: &Path, name: &str, depth: u8, below: bool) {
        let is_missed = !photo_folder::is_passed_over(name);
        if below && depth == 0 && is_missed {
            self.pass(PassedOver::TooDeep);
        } else if below && depth > 0 && self.folder(path, &format!("{name}/"), depth - 1, below).is_err() && is_missed {
            self.pass(PassedOver::Unreadable);
        }
    }

    fn file(&mut self, name: String, path: PathBuf) {
        if self.count >= MAX_FILES || self.bytes > MAX_NAMES {
            self.passed.insert(PassedOver::TooMany, 1);
            return;
        }
        self.count += 1;
        self.bytes += name.len();
        let leads_there = !self.names.contains(&name) && self.base.join(&name) == path;
        self.names.insert(name, (!leads_there).then_some(path));
    }

    /// Returns true for a link to a folder inside the pack, and for one to the outside whose name is not a file's. Targets
    /// outside are not accessed: they may be on an unresponsive share.
    fn is_linked_folder(&self, link: &Path) -> bool {
        let Ok(target) = fs::read_link(link) else { return false };
        let target = without_dots(&link.parent().unwrap_or(self.base).join(target));
        if target.starts_with(self.base) {
            return fs::metadata(&target).is_ok_and(|meta| meta.is_dir());
        }
        link.extension().is_none()
    }

    fn pass(&mut self, what: PassedOver) {
        *self.passed.entry(what).or_default() += 1;
    }
}

/// Resolves `.` and `..` lexically.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
