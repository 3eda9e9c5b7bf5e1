//! Opens a pack: reads `exhibition.json` leniently and checks which pictures are there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::{PackSource, archive, names, photo_folder, slides};
use crate::model::{Exhibition, OpenError, Pack, PackPlace, PassedOver, PhotoKey, Problem, ReadError, Trouble, read};

/// The exhibition's file name in a pack.
pub const EXHIBITION: &str = "exhibition.json";
/// The most bytes of an `exhibition.json`.
const MAX_JSON: u64 = 64 << 20;

/// The endings of archives that are opened: packs, and presentations.
pub const ARCHIVES: [&str; 6] = ["vitrine", "zip", "pptx", "pptm", "ppsx", "ppsm"];

/// Detects the pack at a path: a folder, an archive, the folder around an `exhibition.json`, or a picture.
///
/// # Errors
/// If there is nothing, or something else.
pub fn place_of(path: &Path) -> Result<PackPlace, OpenError> {
    let is_exhibition = path.file_name().is_some_and(|n| n.eq_ignore_ascii_case(EXHIBITION));
    let is_archive = path.extension().is_some_and(|ending| ARCHIVES.iter().any(|a| ending.eq_ignore_ascii_case(a)));
    match path.metadata() {
        Err(why) => Err(OpenError::Read(ReadError::of_file(&why))),
        Ok(meta) if meta.is_dir() => Ok(PackPlace::Folder(path.to_owned())),
        Ok(meta) if !meta.is_file() => Err(OpenError::Read(ReadError::NotAFile)),
        Ok(_) if is_exhibition => {
            let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Ok(PackPlace::Folder(parent.to_owned()))
        }
        Ok(_) if is_archive => Ok(PackPlace::Archive(path.to_owned())),
        Ok(_) if photo_folder::is_picture(&path.to_string_lossy()) => Ok(PackPlace::Picture(path.to_owned())),
        Ok(_) => Err(archive::other_kind(path)
            .map_or(OpenError::NotAPack, |kind| OpenError::Read(ReadError::OtherArchive(kind)))),
    }
}

/// Opens a pack. Errors within a readable exhibition become the pack's problems. Without an exhibition, the pictures are
/// shown.
///
/// # Errors
/// Only if there is nothing to show.
pub fn open(place: &PackPlace) -> Result<(Pack, Arc<PackSource>), OpenError> {
    let source = PackSource::open(place).map_err(OpenError::Read)?;
    let names = source.names();
    let has_file = |name: &str| names.contains(name);
    let mut pack = match exhibition(&source) {
        Ok((exhibition, problems, _)) => {
            let mut pack = Pack::new(place.clone(), exhibition, problems, has_file);
            if pack.keys().iter().any(|&photo| !pack.has_file(photo)) {
                // Missing pictures may be in what was skipped.
                pack.problems.extend(passed_over(source.passed()));
            }
            pack
        }
        Err(OpenError::NoExhibition) if slides::is_presentation(&names) => presentation(place, &source, &names)?,
        Err(OpenError::NoExhibition) => photo_folder(place, &source, &names)?,
        Err(why) => return Err(why),
    };
    if let PackPlace::Picture(path) = place {
        let name = path.file_name().and_then(|name| source.name_of(name));
        let is_it = |photo: &PhotoKey| pack.shown(*photo).is_some_and(|shown| shown.file == name);
        pack.first = pack.keys().iter().copied().find(is_it);
    }
    Ok((pack, Arc::new(source)))
}

/// Creates an exhibition from a presentation, titled by the name of its file.
fn presentation(place: &PackPlace, source: &PackSource, names: &BTreeSet<String>) -> Result<Pack, OpenError> {
    let name = title(place);
    let title = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let (exhibition, passed) = slides::exhibition(title, source).map_err(OpenError::Read)?;
    let mut pack = Pack::new(place.clone(), exhibition, passed_over(passed).collect(), |name| names.contains(name));
    (pack.photo_folder, pack.of_slides) = (true, true);
    Ok(pack)
}

/// Creates an exhibition from pictures, titled by their location.
fn photo_folder(place: &PackPlace, source: &PackSource, names: &BTreeSet<String>) -> Result<Pack, OpenError> {
    let pictures = photo_folder::pictures(names);
    let mut passed = source.passed();
    passed.extend(photo_folder::passed(names));
    let Some(first) = pictures.first() else {
        let passed: Vec<_> = passed.into_iter().collect();
        return Err(if passed.is_empty() { OpenError::NoExhibition } else { OpenError::NoPictures(passed) });
    };
    // A completely unreadable archive is reported as such, not picture by picture.
    if let Some(why) = source.fault(first)
        && pictures.iter().all(|picture| source.fault(picture).as_ref() == Some(&why))
    {
        return Err(OpenError::Read(why));
    }
    let exhibition = photo_folder::exhibition(&title(place), &pictures);
    let has_file = |name: &str| names.contains(name);
    let mut pack = Pack::new(place.clone(), exhibition, passed_over(passed).collect(), has_file);
    pack.photo_folder = true;
    Ok(pack)
}

/// Returns the title of a folder or archive without an exhibition: its own name.
fn title(place: &PackPlace) -> String {
    let folder = match place {
        PackPlace::Folder(path) => path.canonicalize().ok(),
        PackPlace::Picture(path) => {
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            parent.unwrap_or(Path::new(".")).canonicalize().ok()
        }
        PackPlace::Archive(path) => Some(path.clone()),
        PackPlace::BuiltIn => None,
    };
    let name = folder.as_deref().and_then(|path| path.file_name().map(names::of_system));
    name.unwrap_or_else(|| place.name())
}

fn passed_over(passed: BTreeMap<PassedOver, usize>) -> impl Iterator<Item = Problem> {
    passed.into_iter().map(|(what, count)| Problem::new("", Trouble::PassedOver { what, count }))
}

/// Reads the exhibition of a pack, with its parsing problems and its text, for locating other problems. Its pictures get the
/// listed names of their files.
///
/// # Errors
/// Only if there is nothing to show.
pub fn exhibition(source: &PackSource) -> Result<(Exhibition, Vec<Problem>, String), OpenError> {
    let name = source.exhibition().ok_or(OpenError::NoExhibition)?;
    let bytes = source.read(name, MAX_JSON).map_err(OpenError::Exhibition)?;
    let text = text(bytes.into_owned()).ok_or(OpenError::NotText)?;
    let (mut exhibition, problems) = read(&text).map_err(OpenError::Unreadable)?;
    source.settle(&mut exhibition);
    Ok((exhibition, problems, text))
}

/// Decodes UTF-8, or UTF-16 with BOM, as from older versions of Notepad.
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
