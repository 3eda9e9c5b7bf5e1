//! The files of a pack: in the binary, in a folder, or in a `.vitrine` archive.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use zip::ZipArchive;

use super::{ContentKey, ReadError, Stamp, built_in, renditions};
use crate::model::{PackPlace, is_inside};

/// The most files of a pack that are listed.
const MAX_FILES: usize = 200_000;
/// The deepest folder of a pack that is listed.
const MAX_DEPTH: u8 = 12;

/// The files of a pack. Reading one never leads out of it.
pub enum PackSource {
    /// In the binary.
    BuiltIn,
    /// Below a folder, given by its canonical path; at most so many folders deep.
    Folder(PathBuf, u8),
    /// In an archive.
    Archive(Mutex<ZipArchive<BufReader<File>>>),
}

impl PackSource {
    /// Opens the files of a pack.
    ///
    /// # Errors
    /// Where nothing lies there, or an archive is damaged or holds a name that leads out of it.
    pub fn open(place: &PackPlace) -> Result<Self, ReadError> {
        match place {
            PackPlace::BuiltIn => Ok(Self::BuiltIn),
            PackPlace::Folder(path) if path.is_dir() => Self::folder(path, MAX_DEPTH),
            PackPlace::Picture(path) => {
                let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
                Self::folder(parent, 0)
            }
            PackPlace::Folder(_) => Err(ReadError::NotThere),
            PackPlace::Archive(path) => {
                let file = File::open(path).map_err(|e| ReadError::of_file(&e))?;
                let archive = ZipArchive::new(BufReader::new(file)).map_err(|e| of_zip(&e))?;
                if archive.len() > MAX_FILES {
                    return Err(ReadError::TooMany(MAX_FILES));
                }
                for name in archive.file_names() {
                    let name = name.map_err(|_e| ReadError::Damaged)?;
                    if !is_inside(name.trim_end_matches('/')) {
                        return Err(ReadError::Escaping(name.chars().take(120).collect()));
                    }
                }
                Ok(Self::Archive(Mutex::new(archive)))
            }
        }
    }

    fn folder(path: &Path, depth: u8) -> Result<Self, ReadError> {
        path.canonicalize().map(|path| Self::Folder(path, depth)).map_err(|e| ReadError::of_file(&e))
    }

    /// The first bytes of a file, at most `count` of them.
    ///
    /// # Errors
    /// Where it is not there, or leads out of the pack.
    pub fn head(&self, name: &str, count: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        match self {
            Self::Folder(..) => {
                let mut bytes = Vec::new();
                self.file(name)?.take(count).read_to_end(&mut bytes).map_err(|e| ReadError::of_file(&e))?;
                Ok(Cow::Owned(bytes))
            }
            Self::BuiltIn => self.read(name, u64::MAX),
            Self::Archive(archive) => {
                let mut archive = archive.lock().map_err(|_poisoned| ReadError::Damaged)?;
                let entry = archive.by_name(name).map_err(|e| of_zip(&e))?;
                let mut bytes = Vec::new();
                entry.take(count).read_to_end(&mut bytes).map_err(|e| ReadError::of_archive(&e))?;
                Ok(Cow::Owned(bytes))
            }
        }
    }

    /// What names the content of a file.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn key(&self, name: &str) -> Result<ContentKey, ReadError> {
        if let Self::Folder(..) = self {
            let mut file = self.file(name)?;
            let length = file.metadata().map_err(|e| ReadError::of_file(&e))?.len();
            let mut read_at = |at: u64, into: &mut [u8]| {
                file.seek(SeekFrom::Start(at))?;
                file.read_exact(into)
            };
            return ContentKey::of(&mut read_at, length).map_err(|e| ReadError::of_file(&e));
        }
        self.read(name, u64::MAX >> 1).map(|bytes| ContentKey::of_bytes(&bytes))
    }

    /// What a file is like from outside. `None` in the binary, where nothing changes.
    ///
    /// # Errors
    /// Where it is not there.
    pub fn stamp(&self, name: &str) -> Result<Option<Stamp>, ReadError> {
        let Self::Folder(base, _) = self else { return Ok(None) };
        if !is_inside(name) {
            return Err(ReadError::Escaping(name.to_owned()));
        }
        let meta = fs::metadata(base.join(name)).map_err(|e| ReadError::of_file(&e))?;
        Ok(Some(Stamp::of(&meta)))
    }

    /// How many bytes a file claims to hold; none in the binary, where they take no memory of their own.
    ///
    /// # Errors
    /// Where it is not there.
    pub fn length(&self, name: &str) -> Result<u64, ReadError> {
        match self {
            Self::BuiltIn => Ok(0),
            Self::Folder(..) => {
                let meta = self.file(name)?.metadata();
                meta.map(|meta| meta.len()).map_err(|e| ReadError::of_file(&e))
            }
            Self::Archive(archive) => {
                let mut archive = archive.lock().map_err(|_poisoned| ReadError::Damaged)?;
                archive.by_name(name).map(|entry| entry.size()).map_err(|e| of_zip(&e))
            }
        }
    }

    /// A file of a folder.
    fn file(&self, name: &str) -> Result<File, ReadError> {
        let Self::Folder(base, _) = self else { return Err(ReadError::NotThere) };
        let path = base.join(name);
        if !is_inside(name) {
            return Err(ReadError::Escaping(name.to_owned()));
        }
        if !stays_below(base, &path) {
            return Err(ReadError::LeadsOut);
        }
        let file = File::open(path).map_err(|e| ReadError::of_file(&e))?;
        let meta = file.metadata().map_err(|e| ReadError::of_file(&e))?;
        if meta.is_file() { Ok(file) } else { Err(ReadError::NotAFile) }
    }

    /// The bytes of a file, at most `limit` of them.
    ///
    /// # Errors
    /// Where it is not there, leads out of the pack, or is larger.
    pub fn read(&self, name: &str, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        if !is_inside(name) {
            return Err(ReadError::Escaping(name.to_owned()));
        }
        match self {
            Self::BuiltIn => built_in::file(name).map(Cow::Borrowed).ok_or(ReadError::NotThere),
            Self::Folder(..) => {
                let file = self.file(name)?;
                let size = file.metadata().map_or(0, |m| m.len());
                bounded(file, size, limit, ReadError::of_file)
            }
            Self::Archive(archive) => {
                let mut archive = archive.lock().map_err(|_e| ReadError::Damaged)?;
                let entry = archive.by_name(name).map_err(|e| of_zip(&e))?;
                let size = entry.size();
                bounded(entry, size, limit, ReadError::of_archive)
            }
        }
    }

    /// The smallest rendition of a picture that the pack carries with at least so many pixels on its long side, as the bytes of a
    /// JPEG or PNG file.
    #[must_use]
    pub fn carried(&self, name: &str, long_side: u32) -> Option<Vec<u8>> {
        let Self::Archive(archive) = self else { return None };
        renditions::carried(&mut *archive.lock().ok()?, name, long_side)
    }

    /// True where the pack carries such a rendition.
    #[must_use]
    pub fn carries(&self, name: &str, long_side: u32) -> bool {
        let Self::Archive(archive) = self else { return false };
        archive.lock().is_ok_and(|mut archive| renditions::carries(&mut archive, name, long_side))
    }

    /// The names of all files, with `/`, relative to the pack.
    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        match self {
            Self::BuiltIn => built_in::names().map(str::to_owned).collect(),
            Self::Folder(base, depth) => {
                let mut names = BTreeSet::new();
                list(base, "", *depth, &mut names);
                names
            }
            Self::Archive(archive) => {
                let Ok(archive) = archive.lock() else { return BTreeSet::new() };
                archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
            }
        }
    }
}

/// Reads at most `limit` bytes; what the file claims to hold is not believed.
fn bounded(
    reader: impl Read,
    claimed: u64,
    limit: u64,
    why: fn(&std::io::Error) -> ReadError,
) -> Result<Cow<'static, [u8]>, ReadError> {
    if claimed > limit {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|e| why(&e))?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(Cow::Owned(bytes)) }
}

fn of_zip(error: &zip::result::ZipError) -> ReadError {
    match error {
        zip::result::ZipError::FileNotFound => ReadError::NotThere,
        zip::result::ZipError::Io(io) => ReadError::of_archive(io),
        _ => ReadError::Damaged,
    }
}

/// True where a path, its links followed, lies below the canonical `base`, or does not exist.
fn stays_below(base: &Path, path: &Path) -> bool {
    path.canonicalize().map_or(true, |path| path.starts_with(base))
}

fn list(folder: &Path, prefix: &str, depth: u8, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let name = format!("{prefix}{name}");
        let path = entry.path();
        if names.len() >= MAX_FILES {
            return;
        }
        if !path.is_dir() {
            names.insert(name);
        } else if depth > 0 && !path.is_symlink() {
            list(&path, &format!("{name}/"), depth - 1, names);
        }
    }
}
