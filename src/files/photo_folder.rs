//! Makes an exhibition of a photo folder without `exhibition.json`.
//!
//! Not here: dates and places in the pictures' files. They are added later, by [`crate::model::fill_in`].

use std::collections::{BTreeMap, BTreeSet};

use super::natural;
use crate::model::{Exhibition, FORMAT, PassedOver, Photo, PhotoId, PhotoKind, Words};

/// Extensions of pictures, the last ones of camera raw files, of which the camera's own preview is shown.
pub const ENDINGS: [&str; 43] = [
    "jpg", "jpeg", "jpe", "jfif", "mpo", "png", "webp", "gif", "tif", "tiff", "bmp", "heic", "heif", "hif", "avif",
    "jxl", "jp2", "jpf", "jpx", "j2k", "j2c", "jpc", "3fr", "arw", "cr2", "cr3", "dcr", "dng", "erf", "fff", "iiq",
    "kdc", "mef", "mos", "nef", "nrw", "orf", "pef", "raf", "rw2", "rwl", "sr2", "srw",
];
/// The first of [`ENDINGS`] that is one of camera raw files.
const FIRST_RAW: usize = 22;
/// Extensions of camera raw files that are not read: their structures are of their own kinds.
const RAW: [&str; 5] = ["crw", "k25", "mrw", "srf", "x3f"];
/// Extensions of videos.
const FILMS: [&str; 13] =
    ["3gp", "avi", "flv", "m2ts", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "mts", "webm", "wmv"];
/// Extensions of other image formats, drawings, and image editors' own files.
const OTHERS: [&str; 33] = [
    "afphoto", "ai", "cdr", "dcm", "dds", "djvu", "dwg", "emf", "eps", "exr", "fits", "hdp", "hdr", "icns", "ico",
    "jxr", "kra", "pam", "pbm", "pcx", "pgm", "pict", "pnm", "ppm", "psb", "psd", "qoi", "svg", "svgz", "tga", "wdp",
    "wmf", "xcf",
];
/// Folders of previews and deleted files, made by cameras, systems and network drives. Hidden folders are skipped anyway.
const PASSED_OVER: [&str; 7] =
    ["@eadir", "__macosx", "#recycle", "@recycle", "$recycle.bin", "system volume information", "lost+found"];

/// Selects the pictures by extension, in [`natural`] order.
///
/// Hidden folders, and those of previews and deleted files, are skipped. So is a camera raw file beside another picture of the
/// same name: cameras write both of one photograph.
#[must_use]
pub fn pictures(names: &BTreeSet<String>) -> Vec<String> {
    let is_shown = |name: &&String| is_picture(name) && !is_passed_over(folder_of(name));
    let (raw, mut pictures): (Vec<String>, Vec<String>) =
        names.iter().filter(is_shown).cloned().partition(|name| is_raw(name));
    let others: BTreeSet<String> = pictures.iter().map(|name| stem(name)).collect();
    pictures.extend(raw.into_iter().filter(|name| !others.contains(&stem(name))));
    pictures.sort_by(|a, b| natural(a, b));
    pictures
}

/// Returns true if the last component of a path has a picture's extension.
///
/// Hidden pictures (`.hidden.jpg`) are pictures. The `._a.jpg` that macOS leaves on foreign file systems are not, despite
/// their extension.
#[must_use]
pub fn is_picture(path: &str) -> bool {
    let file = path.rsplit(std::path::is_separator).next().unwrap_or(path);
    !file.starts_with("._") && has_ending(file, &ENDINGS)
}

/// Returns true if a name is that of a camera raw file, of which a small part is shown.
#[must_use]
pub fn is_raw(path: &str) -> bool {
    has_ending(path, &ENDINGS[FIRST_RAW..])
}

/// Returns true if a name has one of these extensions, perhaps followed by spaces and dots.
fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.trim_end_matches([' ', '.']).rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| endings.iter().any(|e| ending.eq_ignore_ascii_case(e)))
}

/// Counts the files in a photo folder that are not shown, though visitors may expect them. A raw file next to a picture of
/// the same name counts as that picture.
#[must_use]
pub fn passed(names: &BTreeSet<String>) -> BTreeMap<PassedOver, usize> {
    let shown: BTreeSet<String> = names.iter().filter(|name| is_picture(name)).map(|name| stem(name)).collect();
    let mut passed = BTreeMap::new();
    let kinds = [(PassedOver::Raw, &RAW[..]), (PassedOver::Film, &FILMS), (PassedOver::OtherKind, &OTHERS)];
    for name in names.iter().filter(|name| !is_passed_over(folder_of(name)) && !is_hidden(name)) {
        let kind = kinds.iter().find(|(_, endings)| has_ending(name, endings)).map(|(what, _)| *what);
        if let Some(what) = kind.filter(|_| !shown.contains(&stem(name))) {
            *passed.entry(what).or_default() += 1;
        }
    }
    passed
}

/// A name without its extension, in small letters.
fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

fn is_hidden(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|file| file.starts_with('.'))
}

fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folders, _)| folders)
}

/// Returns true for a folder that is in, or is, a hidden one or one of previews or deleted files.
#[must_use]
pub fn is_passed_over(folders: &str) -> bool {
    let passed_over =
        |folder: &str| folder.starts_with('.') || PASSED_OVER.iter().any(|p| folder.eq_ignore_ascii_case(p));
    folders.split('/').any(passed_over)
}

/// Creates an exhibition of these pictures in this order, with the folder's name as its title.
///
/// A picture's id is its file name; its title too, without the extension and with spaces for `_`.
#[must_use]
pub fn exhibition(title: &str, pictures: &[String]) -> Exhibition {
    let photos = pictures.iter().map(|name| photo(name)).collect();
    Exhibition { format: FORMAT, title: Words::undeclared(title), photos, ..Exhibition::default() }
}

/// The entry of a picture, by its name.
pub(super) fn photo(name: &str) -> Photo {
    Photo {
        id: PhotoId::from(name),
        file: name.to_owned(),
        kind: PhotoKind::Photograph,
        stand_in: None,
        title: Words::undeclared(&title_of(name)),
        caption: Words::default(),
        // A file name does not describe the picture.
        alt: Words::default(),
        credit: Words::default(),
        licence: Words::default(),
        place: Words::default(),
        date: None,
        provinces: Vec::new(),
        topic: None,
        size: None,
        focus: None,
        lead: false,
        sources: Vec::new(),
        rest: serde_json::Map::new(),
    }
}

fn title_of(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let title = stem.replace('_', " ");
    match title.trim() {
        "" => file.to_owned(),
        title => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|&n| n.to_owned()).collect()
    }

    #[test]
    fn a_folders_pictures_are_found_and_its_leftovers_are_not() {
        let names = set(&[
            "第10张.jpg",
            "第2张.JPG",
            "sub/1.png",
            ".hidden.jpg",
            "new.HEIC",
            "of_two.CR3",
            "Of_Two.jpg",
            "alone.nef",
            "._第2张.jpg",
            "sub/._1.png",
            "Thumbs.db",
            ".DS_Store",
            "notes.txt",
            "jpg",
            "no ending",
            ".git/a.png",
            "sub/@eaDir/1.png/thumb.jpg",
            "__MACOSX/1.jpg",
            "$RECYCLE.BIN/1.jpg",
            ".thumbnails/1.jpg",
        ]);
        assert_eq!(
            pictures(&names),
            [".hidden.jpg", "alone.nef", "new.HEIC", "Of_Two.jpg", "第2张.JPG", "第10张.jpg", "sub/1.png"]
        );
    }

    #[test]
    fn a_picture_that_is_opened_may_lie_in_a_hidden_folder() {
        assert!(is_picture("/stick/.kept/a.JPG") && is_picture("a.webp"));
        assert!(!is_picture("/a.jpg/notes.txt") && !is_picture("/pictures/._a.jpg") && !is_picture(""));
    }

    #[test]
    fn a_title_is_the_files_name_in_the_language_of_its_script() {
        let names: Vec<String> = ["sub/拉萨_学校.a.jpg", "___.jpg", ".jpg", "_x_.png"].map(str::to_owned).to_vec();
        let x = exhibition("My folder", &names);
        let titles: Vec<&str> = x.photos.iter().map(|p| p.title.resolve(Lang::Zh).text).collect();
        assert_eq!(titles, ["拉萨 学校.a", "___.jpg", ".jpg", "x"]);
        assert_eq!((x.format, x.title.en.as_str()), (FORMAT, "My folder"));
        assert_eq!(
            (x.photos[0].id.as_str(), x.photos[0].file.as_str()),
            ("sub/拉萨_学校.a.jpg", "sub/拉萨_学校.a.jpg")
        );
        assert_eq!((x.photos[0].title.zh.as_str(), x.photos[0].title.en.as_str()), ("拉萨 学校.a", ""));
        assert!(x.photos.iter().all(|p| p.title.reviewed.is_empty()));
    }
}
