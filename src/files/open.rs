//! Opens a pack: reads `exhibition.json` leniently and finds out which pictures are there.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::{PackSource, ReadError, album};
use crate::model::{Exhibition, Pack, PackPlace, Problem, Unreadable, read};

/// The name of the exhibition's file in a pack.
pub const EXHIBITION: &str = "exhibition.json";
/// The most bytes of an `exhibition.json` that are read.
const MAX_JSON: u64 = 64 << 20;

/// Why a pack could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenFailure {
    /// Its files could not be read.
    Read(ReadError),
    /// It has no `exhibition.json`.
    NoExhibition,
    /// Its `exhibition.json` is not UTF-8.
    NotText,
    /// Its `exhibition.json` could not be read.
    Unreadable(Unreadable),
    /// What lies there is no pack.
    NotAPack,
}

/// Which pack lies at a path: a folder, an archive, the folder around an `exhibition.json`, or a picture.
///
/// # Errors
/// Where nothing lies there, or something else.
pub fn place_of(path: &Path) -> Result<PackPlace, OpenFailure> {
    let is_exhibition = path.file_name().is_some_and(|n| n == EXHIBITION);
    let is_archive =
        path.extension().is_some_and(|e| e.eq_ignore_ascii_case("vitrine") || e.eq_ignore_ascii_case("zip"));
    match path.metadata() {
        Err(_) => Err(OpenFailure::Read(ReadError::NotThere)),
        Ok(meta) if meta.is_dir() => Ok(PackPlace::Folder(path.to_owned())),
        Ok(_) if is_exhibition => {
            let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Ok(PackPlace::Folder(parent.to_owned()))
        }
        Ok(_) if is_archive => Ok(PackPlace::Archive(path.to_owned())),
        Ok(_) if album::is_picture(&path.to_string_lossy()) => Ok(PackPlace::Picture(path.to_owned())),
        Ok(_) => Err(OpenFailure::NotAPack),
    }
}

/// Opens a pack. What is wrong inside an exhibition that can be read is named in the pack's problems. Where there is no
/// exhibition but there are pictures, those are shown.
///
/// # Errors
/// Only where there is nothing to show.
pub fn open(place: &PackPlace) -> Result<(Pack, Arc<PackSource>), OpenFailure> {
    let source = PackSource::open(place).map_err(OpenFailure::Read)?;
    let names = source.names();
    let has_file = |name: &str| names.contains(name);
    let mut pack = match exhibition(&source) {
        Ok((exhibition, problems, _)) => Pack::new(place.clone(), exhibition, problems, has_file),
        Err(OpenFailure::NoExhibition) => album(place, &names).ok_or(OpenFailure::NoExhibition)?,
        Err(why) => return Err(why),
    };
    if let PackPlace::Picture(path) = place {
        let name = path.file_name().map(|name| name.to_string_lossy());
        pack.first = pack.shown.iter().position(|shown| shown.file.as_deref() == name.as_deref());
    }
    Ok((pack, Arc::new(source)))
}

/// Pictures without an exhibition, under the name of where they lie.
fn album(place: &PackPlace, names: &BTreeSet<String>) -> Option<Pack> {
    let pictures = album::pictures(names);
    let title = match place {
        PackPlace::Picture(path) => PackPlace::Folder(path.parent()?.canonicalize().ok()?).name(),
        PackPlace::Folder(path) => PackPlace::Folder(path.canonicalize().ok()?).name(),
        other => other.name(),
    };
    if pictures.is_empty() {
        return None;
    }
    let exhibition = album::exhibition(&title, &pictures);
    Some(Pack { album: true, ..Pack::new(place.clone(), exhibition, Vec::new(), |name| names.contains(name)) })
}

/// The exhibition of a pack, its problems of reading, and its text, for finding the lines of other problems.
///
/// # Errors
/// Only where there is nothing to show.
pub fn exhibition(source: &PackSource) -> Result<(Exhibition, Vec<Problem>, String), OpenFailure> {
    let bytes = source.read(EXHIBITION, MAX_JSON).map_err(|e| match e {
        ReadError::NotThere => OpenFailure::NoExhibition,
        other => OpenFailure::Read(other),
    })?;
    let text = text(bytes.into_owned()).ok_or(OpenFailure::NotText)?;
    let (exhibition, problems) = read(&text).map_err(OpenFailure::Unreadable)?;
    Ok((exhibition, problems, text))
}

/// The text of a file: UTF-8, or UTF-16 as Notepad once wrote it, with its mark at the front.
fn text(bytes: Vec<u8>) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| {
        let units = bytes.get(2..)?.chunks(2).map(|pair| Some(of(pair.try_into().ok()?)));
        String::from_utf16(&units.collect::<Option<Vec<u16>>>()?).ok()
    };
    match bytes.get(..2) {
        Some([0xFF, 0xFE]) => units(u16::from_le_bytes),
        Some([0xFE, 0xFF]) => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}
