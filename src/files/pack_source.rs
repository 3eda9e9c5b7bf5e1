//! The files of a pack: in the binary, in a folder, or in a `.vitrine` archive.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::Path;

use super::added::Growing;
use super::archive::Standing;
use super::folder::Folder;
use super::{ContentKey, ReadError, Stamp, built_in, root};
use crate::model::{Exhibition, PackPlace, PassedOver, is_inside};

/// The files of a pack. Reads never lead out of it.
pub enum PackSource {
    /// In the binary.
    BuiltIn,
    /// Below a folder.
    Folder(Folder),
    /// In an archive.
    Archive(Box<Standing>),
    /// Those of a pack that is being edited.
    Growing(Box<Growing>),
    /// None: of a pack that begins empty.
    Nothing,
}

impl PackSource {
    /// Opens the files of a pack.
    ///
    /// # Errors
    /// If nothing is there or it cannot be read, or an archive is damaged or has a path out of it.
    pub fn open(place: &PackPlace) -> Result<Self, ReadError> {
        match place {
            PackPlace::BuiltIn => Ok(Self::BuiltIn),
            PackPlace::Folder(path) => Folder::open(path).map(Self::Folder),
            PackPlace::Picture(path) => {
                let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
                Folder::alone(parent).map(Self::Folder)
            }
            PackPlace::Archive(path) => Standing::open(path).map(|archive| Self::Archive(Box::new(archive))),
        }
    }

    /// Returns the folder of its files, without links, whatever has been added.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder.path_of_all()),
            Self::Growing(pack) => pack.base.folder(),
            Self::BuiltIn | Self::Archive(_) | Self::Nothing => None,
        }
    }

    /// Returns the names of all files of an archive, without those that were added; none for a folder.
    #[must_use]
    pub fn archived(&self) -> BTreeSet<String> {
        match self {
            Self::Archive(_) => self.names(),
            Self::Growing(pack) => pack.base.archived(),
            Self::BuiltIn | Self::Folder(_) | Self::Nothing => BTreeSet::new(),
        }
    }

    /// Returns true for a file that is not in the pack yet.
    #[must_use]
    pub fn is_added(&self, name: &str) -> bool {
        matches!(self, Self::Growing(pack) if pack.path(name).is_some())
    }

    /// Reads at most the first `count` bytes of a file.
    ///
    /// # Errors
    /// If it is missing, cannot be read, or leads out of the pack.
    pub fn head(&self, name: &str, count: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        match self {
            Self::BuiltIn => self.read(name, u64::MAX),
            Self::Nothing => Err(ReadError::NotThere),
            Self::Folder(folder) => {
                let mut bytes = Vec::new();
                let read = folder.file(name)?.take(count).read_to_end(&mut bytes);
                read.map(|_| Cow::Owned(bytes)).map_err(|e| ReadError::of_file(&e))
            }
            Self::Archive(archive) => archive.head(name, count),
            Self::Growing(pack) => match pack.file(name) {
                Some(file) => {
                    let mut bytes = Vec::new();
                    let read = file?.take(count).read_to_end(&mut bytes);
                    read.map(|_| Cow::Owned(bytes)).map_err(|e| ReadError::of_file(&e))
                }
                None => pack.base.head(&pack.in_base(name), count),
            },
        }
    }

    /// Returns the content key of a file. Holds no more than a few pieces of it in memory.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn key(&self, name: &str) -> Result<ContentKey, ReadError> {
        match self {
            Self::BuiltIn => self.read(name, u64::MAX).map(|bytes| ContentKey::of_bytes(&bytes)),
            Self::Nothing => Err(ReadError::NotThere),
            Self::Folder(folder) => key_of(folder.file(name)?),
            Self::Archive(archive) => archive.key(name),
            Self::Growing(pack) => {
                pack.file(name).map_or_else(|| pack.base.key(&pack.in_base(name)), |file| key_of(file?))
            }
        }
    }

    /// Returns the stamp of a file, or of its archive. `None` for built-in files, which never change.
    ///
    /// # Errors
    /// If it is missing.
    pub fn stamp(&self, name: &str) -> Result<Option<Stamp>, ReadError> {
        match self {
            Self::BuiltIn => Ok(None),
            Self::Nothing => Err(ReadError::NotThere),
            Self::Folder(folder) => folder.stamp(name).map(Some),
            Self::Archive(archive) => archive.stamp().map(Some),
            Self::Growing(pack) => match pack.path(name) {
                Some(path) => Growing::stamp(&path).map(Some),
                None => pack.base.stamp(&pack.in_base(name)),
            },
        }
    }

    /// Returns the claimed size of a file in bytes; 0 if built in, since that takes no memory of its own.
    ///
    /// # Errors
    /// If it is missing.
    pub fn length(&self, name: &str) -> Result<u64, ReadError> {
        match self {
            Self::BuiltIn => Ok(0),
            Self::Nothing => Err(ReadError::NotThere),
            Self::Folder(folder) => {
                let meta = folder.file(name)?.metadata();
                meta.map(|meta| meta.len()).map_err(|e| ReadError::of_file(&e))
            }
            Self::Archive(archive) => archive.length(name),
            Self::Growing(pack) => match pack.file(name) {
                Some(file) => file?.metadata().map(|meta| meta.len()).map_err(|e| ReadError::of_file(&e)),
                None => pack.base.length(&pack.in_base(name)),
            },
        }
    }

    /// Reads a file of at most `limit` bytes.
    ///
    /// # Errors
    /// If it is missing, cannot be read, leads out of the pack, or is larger.
    pub fn read(&self, name: &str, limit: u64) -> Result<Cow<'static, [u8]>, ReadError> {
        match self {
            Self::Nothing => Err(ReadError::NotThere),
            Self::BuiltIn if !is_inside(name) => Err(ReadError::Escaping(name.to_owned())),
            Self::BuiltIn => built_in::file(name).map(Cow::Borrowed).ok_or(ReadError::NotThere),
            Self::Folder(folder) => {
                let file = folder.file(name)?;
                let size = file.metadata().map_or(0, |m| m.len());
                bounded(file, size, limit, ReadError::of_file)
            }
            Self::Archive(archive) => archive.read(name, limit),
            Self::Growing(pack) => match pack.file(name) {
                Some(file) => {
                    let file = file?;
                    let size = file.metadata().map_or(0, |m| m.len());
                    bounded(file, size, limit, ReadError::of_file)
                }
                None => pack.base.read(&pack.in_base(name), limit),
            },
        }
    }

    /// Returns why a file of an archive cannot be read, judging by its directory; `None` if it seems readable.
    #[must_use]
    pub fn fault(&self, name: &str) -> Option<ReadError> {
        match self {
            Self::Archive(archive) => archive.fault(name),
            Self::Growing(pack) => pack.base.fault(&pack.in_base(name)),
            Self::BuiltIn | Self::Folder(_) | Self::Nothing => None,
        }
    }

    /// Returns the smallest rendition in the pack with at least `long_side` pixels on its long side, as the bytes of a JPEG
    /// or PNG file.
    #[must_use]
    pub fn carried(&self, name: &str, long_side: u32) -> Option<Vec<u8>> {
        match self {
            Self::Archive(archive) => archive.carried(name, long_side),
            Self::Growing(pack) => pack.base.carried(&pack.in_base(name), long_side),
            Self::BuiltIn | Self::Folder(_) | Self::Nothing => None,
        }
    }

    /// Returns true if the pack has such a rendition.
    #[must_use]
    pub fn carries(&self, name: &str, long_side: u32) -> bool {
        match self {
            Self::Archive(archive) => archive.carries(name, long_side),
            Self::Growing(pack) => pack.base.carries(&pack.in_base(name), long_side),
            Self::BuiltIn | Self::Folder(_) | Self::Nothing => false,
        }
    }

    /// Returns the display names of all files, with `/`, relative to the pack.
    #[must_use]
    pub fn names(&self) -> BTreeSet<String> {
        match self {
            Self::Nothing => BTreeSet::new(),
            Self::BuiltIn => built_in::names().map(str::to_owned).collect(),
            Self::Folder(folder) => folder.names().all().map(str::to_owned).collect(),
            Self::Archive(archive) => archive.names().all().map(str::to_owned).collect(),
            Self::Growing(pack) => {
                let mut names = pack.base.names();
                names.extend(pack.added().into_iter().map(|(name, _)| name));
                names.extend(pack.other_names());
                names
            }
        }
    }

    /// Returns the listed name of a file, given in any Unicode form.
    #[must_use]
    pub fn listed(&self, name: &str) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::BuiltIn => built_in::names().find(|known| *known == name),
            Self::Folder(folder) => folder.names().find(name).map(|(name, _)| name),
            Self::Archive(archive) => archive.names().find(name).map(|(name, _)| name),
            Self::Growing(pack) => pack.base.listed(name),
        }
    }

    /// Returns the listed name of a direct child, given its name in the file system.
    #[must_use]
    pub fn name_of(&self, file: &OsStr) -> Option<String> {
        match self {
            Self::Folder(folder) => folder.name_of(file),
            Self::Growing(pack) => pack.base.name_of(file),
            Self::BuiltIn | Self::Archive(_) | Self::Nothing => None,
        }
    }

    /// Returns the name of the exhibition's file, if there is one.
    #[must_use]
    pub fn exhibition(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::BuiltIn => root::exhibition(built_in::names(), ""),
            Self::Folder(folder) => root::exhibition(folder.names().all(), ""),
            Self::Archive(archive) => root::exhibition(archive.names().all(), ""),
            Self::Growing(pack) => pack.base.exhibition(),
        }
    }

    /// Returns what was skipped in a folder, and how often.
    #[must_use]
    pub fn passed(&self) -> BTreeMap<PassedOver, usize> {
        match self {
            Self::Folder(folder) => folder.passed().clone(),
            Self::Growing(pack) => pack.base.passed(),
            Self::BuiltIn | Self::Archive(_) | Self::Nothing => BTreeMap::new(),
        }
    }

    /// Replaces the pictures' names by the listed ones, so that they compare equal from here on.
    pub(super) fn settle(&self, exhibition: &mut Exhibition) {
        let files = exhibition
            .photos
            .iter_mut()
            .flat_map(|photo| [Some(&mut photo.file), photo.stand_in.as_mut().map(|stand_in| &mut stand_in.file)]);
        for file in files.flatten() {
            if let Some(listed) = self.listed(file).filter(|listed| listed != file) {
                *file = listed.to_owned();
            }
        }
    }
}

/// Returns the content key of an open file.
fn key_of(mut file: std::fs::File) -> Result<ContentKey, ReadError> {
    let length = file.metadata().map_err(|e| ReadError::of_file(&e))?.len();
    let mut read_at = |at: u64, into: &mut [u8]| {
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(into)
    };
    ContentKey::of(&mut read_at, length).map_err(|e| ReadError::of_file(&e))
}

/// Reads at most `limit` bytes; the claimed size is not trusted.
pub(super) fn bounded(
    reader: impl Read,
    claimed: u64,
    limit: u64,
    why: fn(&io::Error) -> ReadError,
) -> Result<Cow<'static, [u8]>, ReadError> {
    if claimed > limit {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| why(&e))?;
    if bytes.len() as u64 > limit { Err(ReadError::TooLarge) } else { Ok(Cow::Owned(bytes)) }
}
