//! A folder of photographs: opened, looked at, zoomed, with damage in it.

use std::fs;
use std::path::Path;

use egui::{Key, vec2};
use vitrine::model::{Lang, PackPlace, PhotoKey, Unavailable};
use vitrine::photos::{Pixels, encode_jpeg};
use vitrine::text::Say;

use crate::support::{Visitor, shared};

/// A photograph that is told by its colours from any other.
fn photo(width: u32, height: u32, red: u8) -> Vec<u8> {
    let row = (0..width).flat_map(|x| [red, u8::try_from(x % 256).expect("a byte"), 90, 255]);
    let rgba = row.collect::<Vec<u8>>().repeat(height as usize);
    encode_jpeg(&Pixels { width, height, rgba }, 90.0).expect("a picture")
}

/// A camera raw file with nothing but a preview in it.
fn raw(preview: &[u8]) -> Vec<u8> {
    let length = u32::try_from(preview.len()).expect("small").to_le_bytes();
    // A directory of one entry: JpgFromRaw, bytes, so many, behind it.
    [b"IIU\0\x08\0\0\0\x01\0\x2E\0\x07\0", &length[..], &26_u32.to_le_bytes(), &[0; 4], preview].concat()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("written");
    write("morning_2.jpg", &photo(3000, 2000, 40));
    write("morning_10.jpg", &photo(900, 1200, 200));
    write("broken.jpg", &photo(900, 600, 10)[..4000]);
    write("notes.jpg", b"this is a list of names, not a picture, whatever its ending says");
    write("layers.heic", b"8BPS\0\x01");
    folder
}

fn opened(lang: Lang, path: &Path) -> Visitor {
    let mut visitor = Visitor::before(lang, vec2(1280.0, 800.0), &PackPlace::Folder(path.to_owned()));
    visitor.wait();
    visitor
}

fn at(visitor: &Visitor, file: &str) -> PhotoKey {
    let found = visitor.state().pack().photos().find(|(_, photo)| photo.file.ends_with(file));
    found.unwrap_or_else(|| panic!("{file} is there")).0
}

#[test]
fn nothing_is_searched_where_there_are_no_provinces() {
    let folder = folder();
    let mut visitor = Visitor::before(Lang::En, vec2(600.0, 900.0), &PackPlace::Folder(folder.path().to_owned()));
    visitor.wait();
    visitor.press(Key::Slash);
    assert_eq!(visitor.state().overlay(), None);
}

#[test]
fn a_folder_is_a_wall_in_natural_order_that_says_what_it_cannot_show() {
    let folder = folder();
    for lang in [Lang::En, Lang::Zh, Lang::Bo] {
        let visitor = opened(lang, folder.path());
        let photos = &visitor.state().pack().exhibition.photos;
        let files: Vec<&str> = photos.iter().map(|p| p.file.as_str()).collect();
        assert_eq!(files, ["broken.jpg", "layers.heic", "morning_2.jpg", "morning_10.jpg", "notes.jpg"]);
        assert_eq!(visitor.state().wall().len(), 5, "a curator misses no file");
        let why = |file: &str| visitor.state().unavailable().get(&at(&visitor, file)).copied();
        assert_eq!(why("broken.jpg"), Some(Unavailable::Damaged));
        assert_eq!(why("notes.jpg"), Some(Unavailable::NotAPicture));
        assert!(
            matches!(why("layers.heic"), Some(Unavailable::Format(name)) if name.contains("PSD")),
            "{:?}",
            why("layers.heic")
        );
        assert_eq!(why("morning_2.jpg"), None);
        assert!(visitor.sees_containing("morning 2"), "the name serves as title: {:#?}", visitor.names());
    }
}

#[test]
fn a_visit_among_photographs_zooms_to_their_own_pixels_and_back() {
    let folder = folder();
    let mut visitor = opened(Lang::En, folder.path());
    visitor.click_containing("morning 2");
    assert_eq!(visitor.state().photo(), Some(at(&visitor, "morning_2.jpg")));
    visitor.wait();
    assert!(visitor.sees("morning 2"), "its name stands above it");
    let mut scale = 1.0;
    for _ in 0..12 {
        visitor.click(&visitor.say(Say::ZoomIn));
        assert!(visitor.state().zoom().scale >= scale, "it only grows");
        scale = visitor.state().zoom().scale;
    }
    visitor.wait();
    assert!(scale > 3.9, "four times its whole view, or its own pixels: {scale}");
    visitor.click(&visitor.say(Say::WholePicture));
    assert!((visitor.state().zoom().scale - 1.0).abs() < 1e-3);

    visitor.press(Key::ArrowRight);
    assert_eq!(visitor.state().photo(), Some(at(&visitor, "morning_10.jpg")));
    visitor.press(Key::End);
    visitor.wait();
    assert_eq!(visitor.state().photo(), Some(at(&visitor, "notes.jpg")));
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().photo(), None, "back at the wall");
}

#[test]
fn a_picture_opens_among_those_beside_it() {
    let folder = folder();
    let place = PackPlace::Picture(folder.path().join("morning_10.jpg"));
    let mut visitor = Visitor::before(Lang::En, vec2(1280.0, 800.0), &place);
    assert_eq!(visitor.state().photo(), Some(at(&visitor, "morning_10.jpg")));
    visitor.wait();
    visitor.press(Key::ArrowLeft);
    assert_eq!(visitor.state().photo(), Some(at(&visitor, "morning_2.jpg")));
}

#[test]
fn a_raw_file_shows_what_the_camera_put_into_it_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("street_one.rw2"), raw(&photo(900, 600, 40))).expect("written");
    fs::write(folder.path().join("no_preview.rw2"), raw(b"nothing that is a picture")).expect("written");
    fs::write(folder.path().join("z_square.jpg"), photo(900, 600, 90)).expect("written");
    for lang in [Lang::En, Lang::Zh, Lang::Bo] {
        let mut visitor = opened(lang, folder.path());
        let why = |file: &str| visitor.state().unavailable().get(&at(&visitor, file)).copied();
        assert_eq!([why("street_one.rw2"), why("no_preview.rw2")], [None, Some(Unavailable::NoPreview)]);
        assert_eq!(visitor.state().pack().size(at(&visitor, "street_one.rw2")), Some([900, 600]));
        let words = visitor.say(Say::CameraPreview);
        visitor.click_containing("street one");
        visitor.wait();
        assert_eq!(visitor.state().photo(), Some(at(&visitor, "street_one.rw2")));
        assert!(visitor.sees(&words), "{:#?}", visitor.names());
        visitor.press(Key::ArrowRight);
        visitor.wait();
        assert!(!visitor.sees(&words), "the next one is no raw file");
    }
}

#[test]
fn an_exhibition_passes_over_what_it_cannot_show() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("good.jpg"), photo(900, 600, 40)).expect("written");
    fs::write(folder.path().join("bad.jpg"), &photo(900, 600, 10)[..3000]).expect("written");
    let entry = |id: &str| {
        let words = format!(r#"{{ "en": "The {id} one" }}"#);
        format!(r#"{{ "id": "{id}", "file": "{id}.jpg", "title": {words}, "caption": {words}, "alt": {words} }}"#)
    };
    let text =
        format!(r#"{{ "format": 1, "title": {{ "en": "Two" }}, "photos": [{}, {}] }}"#, entry("good"), entry("bad"));
    fs::write(folder.path().join("exhibition.json"), text).expect("written");
    let visitor = opened(Lang::En, folder.path());
    assert_eq!(visitor.state().unavailable().len(), 1, "{:?}", visitor.state().unavailable());
    assert_eq!(visitor.state().wall().len(), 1, "visitors see only what can be seen");
    assert!(visitor.sees_containing("The good one") && !visitor.sees_containing("The bad one"));
}

#[test]
fn the_whole_test_set_opens_as_one_wall() {
    let Some(set) = shared("testdata") else { return };
    let mut visitor = opened(Lang::En, &set);
    for _ in 0..6 {
        visitor.press(Key::PageDown);
        visitor.wait();
    }
    assert!(visitor.state().wall().len() > 400);
    assert!(!visitor.state().unavailable().is_empty(), "damage is told");
}
