//! The files of a `.vitrine` archive: a ZIP made by this program, Finder, Explorer, 7-Zip or their Chinese versions.

mod directory;
mod kinds;
mod standing;
mod text;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::folder::MAX_FILES;
use super::look::ReadSeek;
use super::names::Names;
use super::pack_source::bounded;
use super::{ContentKey, ReadError, regular, renditions, root};
use crate::model::is_inside;
use directory::Metered;

pub use kinds::other_kind;
pub use standing::Standing;

/// The most bytes of an entry that are hashed for a content key.
const MAX_KEYED: u64 = 512 << 20;
/// An entry of more bytes than this …
const LARGE: u64 = 16 << 20;
/// … compressed by more than this factor is no photograph, but an attack on readers.
const MAX_RATIO: u64 = 200;

type Zip = ZipArchive<BufReader<Metered>>;

/// An archive and its names.
pub struct Archive {
    zip: Mutex<Zip>,
    /// Names relative to the pack's root folder, with indices into the archive's directory.
    names: Names<usize>,
    /// Content keys of compressed entries.
    keys: Mutex<HashMap<usize, ContentKey>>,
}

impl Archive {
    /// Opens an archive, and reads its directory.
    ///
    /// # Errors
    /// If it cannot be read, is of another kind, has a path out of it, or has overlapping entries.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let mut file = regular::open(path)?;
        if let Some(kind) = kinds::of(&mut file).map_err(|e| ReadError::of_file(&e))? {
            return Err(ReadError::OtherArchive(kind));
        }
        let (file, meter) = Metered::new(file).map_err(|e| ReadError::of_file(&e))?;
        let zip = ZipArchive::new(BufReader::new(file));
        let zip = zip.map_err(|e| if meter.is_used_up() { ReadError::TooMany(MAX_FILES) } else { of_zip(&e) })?;
        meter.release();
        if zip.len() > MAX_FILES {
            return Err(ReadError::TooMany(MAX_FILES));
        }
        if directory::overlaps(&zip)? {
            return Err(ReadError::Overlapping);
        }
        let names = names(&zip)?;
        Ok(Self { zip: Mutex::new(zip), names, keys: Mutex::default() })
    }

    /// Returns the names of the files.
    pub fn names(&self) -> &Names<usize> {
        &self.names
    }

    /// Returns why a file cannot be read, judging by the archive's directory; `None` if it seems readable.
    pub fn fault(&self, name: &str) -> Option<ReadError> {
        self.at(name).and_then(|at| kinds::readable(&self.zip(), at)).err()
    }

    /// Gives `look` random access to a file, if it is uncompressed.
    pub fn look_into(&self, name: &str, look: &mut dyn FnMut(&mut dyn ReadSeek)) {
        let Ok(at) = self.at(name) else { return };
        let mut zip = self.zip();
        if kinds::readable(&zip, at).is_ok_and(|entry| entry.is_stored)
            && let Ok(mut file) = zip.by_index_seek(at)
        {
            look(&mut file);
        }
    }

    /// Returns the claimed size of a file in bytes.
    ///
    /// # Errors
    /// If it is missing or cannot be read.
    pub fn length(&self, name: &str) -> Result<u64, ReadError> {
        let at = self.at(name)?;
        kinds::readable(&self.zip(), at).map(|entry| entry.size)
    }

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// If it is missing, cannot be read, or is larger.
    pub fn read(&self, name: &str, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        let at = self.at(name)?;
        let mut zip = self.zip();
        let entry = unpack(&mut zip, at)?;
        let claimed = entry.size();
        bounded(entry, claimed, limit, ReadError::of_archive)
    }

    /// Reads at most the first `count` bytes of a file.
    ///
    /// # Errors
    /// If it is missing or cannot be read.
    pub fn head(&self, name: &str, count: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        let at = self.at(name)?;
        let mut bytes = Vec::new();
        let read = unpack(&mut self.zip(), at)?.take(count).read_to_end(&mut bytes);
        read.map(|_| Cow::Owned(bytes)).map_err(|e| ReadError::of_archive(&e))
    }

    /// Returns the content key of a file. An uncompressed entry is read in a few places, a compressed one unpacked once,
    /// without holding it in memory.
    ///
    /// # Errors
    /// If it is missing or cannot be read.
    pub fn key(&self, name: &str) -> Result<ContentKey, ReadError> {
        let at = self.at(name)?;
        let known = |keys: &Mutex<HashMap<usize, ContentKey>>| {
            keys.lock().unwrap_or_else(PoisonError::into_inner).get(&at).copied()
        };
        if let Some(key) = known(&self.keys) {
            return Ok(key);
        }
        let mut zip = self.zip();
        let entry = kinds::readable(&zip, at)?;
        if entry.size > MAX_KEYED {
            return Err(ReadError::TooLarge);
        }
        let key = if entry.is_stored {
            let mut stored = zip.by_index_seek(at).map_err(|e| of_zip(&e))?;
            let mut read_at = |at: u64, into: &mut [u8]| {
                stored.seek(SeekFrom::Start(at))?;
                stored.read_exact(into)
            };
            ContentKey::of(&mut read_at, entry.size)
        } else {
            let (mut packed, mut done) = (unpack(&mut zip, at)?, 0);
            let mut read_at = |at: u64, into: &mut [u8]| {
                // Offsets ascend; adjacent pieces may touch.
                io::copy(&mut (&mut packed).take(at.saturating_sub(done)), &mut io::sink())?;
                packed.read_exact(into)?;
                done = at + into.len() as u64;
                Ok(())
            };
            ContentKey::of(&mut read_at, entry.size)
        };
        let key = key.map_err(|e| ReadError::of_archive(&e))?;
        self.keys.lock().unwrap_or_else(PoisonError::into_inner).insert(at, key);
        Ok(key)
    }

    /// Returns the smallest rendition of a picture with at least `long_side` pixels on its long side.
    pub fn carried(&self, name: &str, long_side: u32) -> Option<Vec<u8>> {
        let mut zip = self.zip();
        let at = self.rendition(&zip, name, long_side)?;
        renditions::read(&mut zip, at)
    }

    /// Returns true if [`Archive::carried`] finds one.
    pub fn carries(&self, name: &str, long_side: u32) -> bool {
        self.rendition(&self.zip(), name, long_side).is_some()
    }

    fn rendition(&self, zip: &Zip, name: &str, long_side: u32) -> Option<usize> {
        let entry = zip.by_index_data(self.at(name).ok()?).ok()?;
        let find = |name: &str| self.names.find(name).map(|(_, at)| *at);
        renditions::find(&find, entry.crc32(), entry.size(), long_side)
    }

    /// Returns a file's index in the archive's directory.
    fn at(&self, name: &str) -> Result<usize, ReadError> {
        match self.names.find(name) {
            Some((_, at)) => Ok(*at),
            None if !is_inside(name) => Err(ReadError::Escaping(name.to_owned())),
            None => Err(ReadError::NotThere),
        }
    }

    fn zip(&self) -> MutexGuard<'_, Zip> {
        // A panic while holding the lock leaves no partial state: every read seeks first.
        self.zip.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns a reader that unpacks a file.
fn unpack(zip: &mut Zip, at: usize) -> Result<ZipFile<'_, BufReader<Metered>>, ReadError> {
    let entry = kinds::readable(zip, at)?;
    if entry.size > LARGE && entry.size / MAX_RATIO > entry.packed {
        return Err(ReadError::TooLarge);
    }
    zip.by_index(at).map_err(|e| of_zip(&e))
}

/// Collects the names of an archive's files, relative to the pack's root.
fn names(zip: &Zip) -> Result<Names<usize>, ReadError> {
    let mut files = Vec::new();
    for (at, name) in text::names(zip)?.into_iter().enumerate() {
        if !is_inside(name.trim_end_matches('/')) && !matches!(&*name, "/" | "./") {
            return Err(ReadError::Escaping(name.chars().take(120).collect()));
        }
        if !name.ends_with('/') {
            files.push((name, at));
        }
    }
    let all: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let root = root::of_archive(&all);
    let mut names = Names::default();
    for (name, at) in &files {
        if let Some(below) = name.strip_prefix(&root) {
            names.insert(below.to_owned(), *at);
        }
    }
    Ok(names)
}

/// Maps the archive reader's error.
fn of_zip(error: &ZipError) -> ReadError {
    match error {
        ZipError::FileNotFound => ReadError::NotThere,
        ZipError::Io(why) => ReadError::of_archive(why),
        _ => ReadError::Damaged,
    }
}
