//! The files of a pack: in the binary, in a folder, or in a `.vitrine` archive.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use zip::ZipArchive;

use super::built_in;
use crate::model::{PackPlace, is_inside};

/// The most files of a pack that are listed.
const MAX_FILES: usize = 200_000;
/// The deepest folder of a pack that is listed.
const MAX_DEPTH: u8 = 12;

/// Why a file of a pack could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is not there, or may not be read.
    NotThere,
    /// It is larger than what was asked for.
    TooLarge,
    /// The archive is damaged.
    Damaged,
    /// A name in the archive leads out of it.
    Escaping(String),
}

/// The files of a pack. Reading one never leads out of it.
pub enum PackSource {
    /// In the binary.
    BuiltIn,
    /// Below a folder.
    Folder(PathBuf),
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
            PackPlace::Folder(path) if path.is_dir() => Ok(Self::Folder(path.clone())),
            PackPlace::Folder(_) => Err(ReadError::NotThere),
            PackPlace::Archive(path) => {
                let file = File::open(path).map_err(|_e| ReadError::NotThere)?;
                let archive = ZipArchive::new(BufReader::new(file)).map_err(|_e| ReadError::Damaged)?;
                if archive.len() > MAX_FILES {
                    return Err(ReadError::TooLarge);
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
            Self::Folder(base) => {
                let path = base.join(name);
                if !stays_below(base, &path) {
                    return Err(ReadError::Escaping(name.to_owned()));
                }
                let file = File::open(path).map_err(|_e| ReadError::NotThere)?;
                let size = file.metadata().map_or(0, |m| m.len());
                bounded(file, size, limit)
            }
            Self::Archive(archive) => {
                let mut archive = archive.lock().map_err(|_e| ReadError::Damaged)?;
                let entry = archive.by_name(name).map_err(|e| match e {
                    zip::result::ZipError::FileNotFound => ReadError::NotThere,
                    _ => ReadError::Damaged,
                })?;
                let size = entry.size();
                bounded(entry, size, limit)
            }
        }
    }

    /// The names of all files, with `/`, relative to the pack.
    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        match self {
            Self::BuiltIn => built_in::names().map(str::to_owned).collect(),
            Self::Folder(base) => {
                let mut names = BTreeSet::new();
                list(base, "", MAX_DEPTH, &mut names);
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
fn bounded(reader: impl Read, claimed: u64, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
    if claimed > limit {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|_e| ReadError::Damaged)?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(Cow::Owned(bytes)) }
}

/// True where a path, its links followed, lies below `base`, or does not exist.
fn stays_below(base: &Path, path: &Path) -> bool {
    match (base.canonicalize(), path.canonicalize()) {
        (Ok(base), Ok(path)) => path.starts_with(base),
        (Ok(_), Err(_)) => true,
        _ => false,
    }
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
