//! The files of a `.vitrine` archive: a ZIP, as this program, Finder, Explorer, 7-Zip and their Chinese versions make it.

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

/// The most bytes of an entry for which a key is made.
const MAX_KEYED: u64 = 512 << 20;
/// An entry of more bytes than this …
const LARGE: u64 = 16 << 20;
/// … that is packed so many times smaller is no picture that anybody took, but made to keep readers busy.
const MAX_RATIO: u64 = 200;

type Zip = ZipArchive<BufReader<Metered>>;

/// An archive, and what lies in it.
pub struct Archive {
    zip: Mutex<Zip>,
    /// The names of the files below the folder in which the pack begins, each with its place in the archive's directory.
    names: Names<usize>,
    /// What names the content of a file that had to be unpacked for it.
    keys: Mutex<HashMap<usize, ContentKey>>,
}

impl Archive {
    /// Opens an archive, and reads its directory.
    ///
    /// # Errors
    /// Where it cannot be read, is of another kind, holds a name that leads out of it, or claims bytes twice.
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

    /// The names of the files.
    pub fn names(&self) -> &Names<usize> {
        &self.names
    }

    /// Why a file cannot be read, as far as the archive's directory tells; `None` where nothing speaks against it.
    pub fn fault(&self, name: &str) -> Option<ReadError> {
        self.at(name).and_then(|at| kinds::readable(&self.zip(), at)).err()
    }

    /// Lets `look` read a file here and there, where it lies in the archive as it is.
    pub fn look_into(&self, name: &str, look: &mut dyn FnMut(&mut dyn ReadSeek)) {
        let Ok(at) = self.at(name) else { return };
        let mut zip = self.zip();
        if kinds::readable(&zip, at).is_ok_and(|entry| entry.is_stored)
            && let Ok(mut file) = zip.by_index_seek(at)
        {
            look(&mut file);
        }
    }

    /// How many bytes a file claims to hold.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
    pub fn length(&self, name: &str) -> Result<u64, ReadError> {
        let at = self.at(name)?;
        kinds::readable(&self.zip(), at).map(|entry| entry.size)
    }

    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    /// Where it is not there, cannot be read, or is larger.
    pub fn read(&self, name: &str, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        let at = self.at(name)?;
        let mut zip = self.zip();
        let entry = unpack(&mut zip, at)?;
        let claimed = entry.size();
        bounded(entry, claimed, limit, ReadError::of_archive)
    }

    /// The first bytes of a file, at most `count` of them.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
    pub fn head(&self, name: &str, count: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        let at = self.at(name)?;
        let mut bytes = Vec::new();
        let read = unpack(&mut self.zip(), at)?.take(count).read_to_end(&mut bytes);
        read.map(|_| Cow::Owned(bytes)).map_err(|e| ReadError::of_archive(&e))
    }

    /// What names the content of a file. What is stored as it is, is read in a few places; what is packed is unpacked once, and
    /// never held.
    ///
    /// # Errors
    /// Where it is not there, or cannot be read.
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
                // The places come in order, and may overlap by nothing.
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

    /// The smallest rendition of a picture with at least so many pixels on its long side.
    pub fn carried(&self, name: &str, long_side: u32) -> Option<Vec<u8>> {
        let mut zip = self.zip();
        let at = self.rendition(&zip, name, long_side)?;
        renditions::read(&mut zip, at)
    }

    /// True where [`Archive::carried`] finds one.
    pub fn carries(&self, name: &str, long_side: u32) -> bool {
        self.rendition(&self.zip(), name, long_side).is_some()
    }

    fn rendition(&self, zip: &Zip, name: &str, long_side: u32) -> Option<usize> {
        let entry = zip.by_index_data(self.at(name).ok()?).ok()?;
        let find = |name: &str| self.names.find(name).map(|(_, at)| *at);
        renditions::find(&find, entry.crc32(), entry.size(), long_side)
    }

    /// A file's place in the archive's directory.
    fn at(&self, name: &str) -> Result<usize, ReadError> {
        match self.names.find(name) {
            Some((_, at)) => Ok(*at),
            None if !is_inside(name) => Err(ReadError::Escaping(name.to_owned())),
            None => Err(ReadError::NotThere),
        }
    }

    fn zip(&self) -> MutexGuard<'_, Zip> {
        // A decoder that panicked has left nothing half done in it: every reading begins at its own place.
        self.zip.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file, as it is unpacked.
fn unpack(zip: &mut Zip, at: usize) -> Result<ZipFile<'_, BufReader<Metered>>, ReadError> {
    let entry = kinds::readable(zip, at)?;
    if entry.size > LARGE && entry.size / MAX_RATIO > entry.packed {
        return Err(ReadError::TooLarge);
    }
    zip.by_index(at).map_err(|e| of_zip(&e))
}

/// The names of the files of an archive, from where its pack begins.
fn names(zip: &Zip) -> Result<Names<usize>, ReadError> {
    let mut files = Vec::new();
    for (at, name) in text::names(zip)?.into_iter().enumerate() {
        if !is_inside(name.trim_end_matches('/')) {
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

/// What the archive's reader says.
fn of_zip(error: &ZipError) -> ReadError {
    match error {
        ZipError::FileNotFound => ReadError::NotThere,
        ZipError::Io(why) => ReadError::of_archive(why),
        _ => ReadError::Damaged,
    }
}
