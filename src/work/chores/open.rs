//! Opens the pack at a place, or says why that failed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Opened;
use crate::files::{self, PackSource};
use crate::model::{OpenError, Pack, PackPlace, Photo, PhotoKey, is_inside};
use crate::state::Action;
use crate::work::Done;
use crate::work::pictures::{NamedFile, survey};

/// Opens the pack at a place, and probes the pictures that are seen first.
///
/// # Errors
/// If there is nothing to show.
pub fn open_pack(place: &PackPlace) -> Result<(Pack, Arc<PackSource>), OpenError> {
    let (mut pack, source) = files::open(place)?;
    survey::begin(&mut pack, &source);
    Ok((pack, source))
}

/// Probes all pictures that [`open_pack`] left for later.
pub fn fill_in_all(pack: &mut Pack, source: &PackSource) {
    for (photo, file) in survey::left(pack) {
        if let Some(probed) = survey::fill_in(source, &file) {
            pack.fill_in(photo, probed);
        }
    }
}

/// Returns the pictures of a pack with a file, those still to be probed, and those whose own files are missing.
#[must_use]
pub fn photos_of(pack: &Pack) -> [Vec<NamedFile>; 3] {
    let file = |(key, _): (PhotoKey, &Photo)| Some((key, pack.shown(key)?.file.clone()?));
    let files = pack.photos().filter_map(file).collect();
    let is_absent = |key: PhotoKey| !pack.has_file(key) || pack.stands_in(key);
    let absent = pack.photos().filter(|(key, photo)| is_absent(*key) && is_inside(&photo.file));
    let absent = if pack.place == PackPlace::BuiltIn {
        Vec::new()
    } else {
        absent.map(|(key, photo)| (key, photo.file.clone())).collect()
    };
    [files, survey::left(pack), absent]
}

/// Opens the pack at a path, for the window.
pub fn open_path(path: &Path) -> Done {
    match files::place_of(path) {
        Ok(place) => open(&place),
        Err(why) => Done::Action(Action::PackFailed(path.to_owned(), why)),
    }
}

/// The same for a place whose kind is known.
pub fn open(place: &PackPlace) -> Done {
    let path = match place {
        PackPlace::BuiltIn => PathBuf::new(),
        PackPlace::Folder(path) | PackPlace::Archive(path) | PackPlace::Picture(path) => path.clone(),
    };
    opened(path, open_pack(place))
}

/// Converts the result of opening into an answer.
pub(super) fn opened(path: PathBuf, opened: Opened) -> Done {
    match opened {
        Ok((pack, source)) => Done::Opened(source, Action::PackOpened(Box::new(pack))),
        Err(why) => Done::Action(Action::PackFailed(path, why)),
    }
}
