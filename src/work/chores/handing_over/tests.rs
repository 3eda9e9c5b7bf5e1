//! Saving: what is there afterwards, byte for byte, and what is there when it was stopped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::{HandedOver, other_names, save_exhibition};
use crate::files::{Growing, PackSource, open};
use crate::model::{PackPlace, Pixels, Tree, Unavailable};
use crate::photos::encode_jpeg;

fn jpeg(shade: u8) -> Vec<u8> {
    let rgba = (0..80 * 60_u32).flat_map(|i| [(i % 251) as u8, shade, 90, 255]).collect();
    encode_jpeg(&Pixels { width: 80, height: 60, rgba }, 90.0).expect("encoded")
}

/// The same with a comment that nothing needs, and a position.
fn located(shade: u8) -> Vec<u8> {
    let plain = jpeg(shade);
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let gps = [&1_u16.to_le_bytes()[..], &entry(2, 2, 7, 44), &[0; 4]].concat();
    let exif = [b"II*\0\x08\0\0\0\x01\0", &entry(0x8825, 4, 1, 26)[..], &[0; 4], &gps, b"29.6500"].concat();
    let segment = |marker: u8, data: &[u8]| {
        [&[0xFF, marker], &u16::try_from(data.len() + 2).expect("short").to_be_bytes()[..], data].concat()
    };
    let parts = [segment(0xE1, &[b"Exif\0\0", &exif[..]].concat()), segment(0xFE, b"a camera's own")];
    [&plain[..2], &parts.concat(), &plain[2..]].concat()
}

fn text(files: &[&str]) -> String {
    let photo = |file: &&str| {
        format!(r#"{{ "id": "{file}", "file": "{file}", "title": {{ "en": "A" }}, "caption": {{}}, "alt": {{}} }}"#)
    };
    let photos: Vec<String> = files.iter().map(photo).collect();
    format!("{{ \"format\": 1,  \"title\": {{ \"en\": \"T\" }}, \"mine\": 7, \"photos\": [{}] }}\n", photos.join(", "))
}

/// A pack in a folder: two pictures, and something of somebody's own.
fn pack(folder: &Path) -> Arc<PackSource> {
    fs::create_dir_all(folder.join("p")).expect("a folder");
    fs::write(folder.join("p/a.jpg"), located(10)).expect("written");
    fs::write(folder.join("b.jpg"), jpeg(20)).expect("written");
    fs::write(folder.join("notes.txt"), "somebody's own").expect("written");
    fs::write(folder.join("exhibition.json"), text(&["p/a.jpg", "b.jpg"])).expect("written");
    open(&PackPlace::Folder(folder.to_owned())).expect("it opens").1
}

/// The pack with one more picture from elsewhere.
fn with_new(pack: Arc<PackSource>, home: &Path) -> PackSource {
    fs::write(home.join("new picture.jpg"), located(30)).expect("written");
    let growing = Growing::new(pack);
    growing.add("p/c.jpg".to_owned(), home.join("new picture.jpg"));
    PackSource::Growing(Box::new(growing))
}

fn always(_done: usize, _all: usize) -> bool {
    true
}

fn below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            files.extend(below(&entry.path()).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
    files
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    memchr::memmem::find(bytes, what).is_some()
}

#[test]
fn a_new_folder_and_a_new_archive_hold_it_byte_for_byte_without_positions() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name);
    let source = with_new(pack(&at("old")), home.path());
    let text = text(&["p/c.jpg", "p/a.jpg", "b.jpg"]);
    for place in [PackPlace::Folder(at("new")), PackPlace::Archive(at("new.vitrine"))] {
        let saved = save_exhibition((&text, &source), &place, &always).expect("saved");
        assert_eq!(saved.text, text, "word for word");
        assert_eq!((saved.packed.pictures, saved.packed.positions), (3, 2));
        assert!(saved.packed.left_out.is_empty() && saved.packed.renamed.is_empty());
        let (opened, files) = open(&saved.place).expect("it opens");
        assert_eq!((opened.problems.len(), opened.exhibition.photos.len()), (1, 3), "a field of somebody's own");
        let read = |name: &str| files.read(name, 1 << 20).expect("there").into_owned();
        assert_eq!(read("exhibition.json"), text.as_bytes());
        assert_eq!(read("b.jpg"), jpeg(20));
        for (name, shade) in [("p/a.jpg", 10), ("p/c.jpg", 30)] {
            let (new, old) = (read(name), located(shade));
            assert!(!holds(&new, b"29.6500") && holds(&new, b"a camera's own"), "{name}");
            assert_eq!(new.len(), old.len());
            assert!(new.iter().zip(&old).filter(|(new, old)| new != old).count() < 40, "{name}");
        }
        assert!(files.read("notes.txt", 100).is_err(), "a folder may hold anything: it is not handed on");
    }
    let names: Vec<String> = fs::read_dir(home.path())
        .expect("there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 4, "nothing else is left: {names:?}");
}

#[test]
fn saved_where_it_is_open_it_has_what_is_new_and_everything_else_is_untouched() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name);
    let source = with_new(pack(&at("pack")), home.path());
    let before = below(&at("pack"));
    let text = text(&["p/c.jpg", "b.jpg"]);
    let saved = save_exhibition((&text, &source), &PackPlace::Folder(at("pack")), &always).expect("saved");
    assert_eq!((saved.packed.pictures, saved.packed.positions), (2, 1));
    let mut after = below(&at("pack"));
    assert!(!holds(&after.remove("p/c.jpg").expect("it is new"), b"29.6500"));
    assert_eq!(after.get("exhibition.json").map(Vec::as_slice), Some(text.as_bytes()));
    for (name, bytes) in before.iter().filter(|(name, _)| *name != "exhibition.json") {
        assert_eq!(after.get(name), Some(bytes), "{name}: the picture that was taken out, too");
    }
    assert_eq!(after.len(), before.len());

    // The same as an archive, saved over itself.
    let archive = PackPlace::Archive(at("a.vitrine"));
    save_exhibition((&text, &source), &archive, &always).expect("saved");
    let (_, opened) = open(&archive).expect("it opens");
    let again = with_new(opened, home.path());
    let saved = save_exhibition((&text, &again), &archive, &always).expect("saved over itself");
    assert_eq!((saved.packed.pictures, saved.packed.left_out.len()), (2, 0));
    assert_eq!(open(&archive).expect("it opens").0.exhibition.photos.len(), 2);
}

#[test]
fn other_files_of_an_archive_go_along() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.vitrine");
    let mut archive = crate::files::ArchiveWriter::create(&path).expect("begun");
    let json = text(&["b.jpg"]);
    for (name, bytes) in [
        ("exhibition.json", json.as_bytes()),
        ("b.jpg", &jpeg(20)),
        ("unused.jpg", &jpeg(30)),
        ("LICENCE.txt", b"CC BY"),
        ("renditions/1.jpg", b"old"),
    ] {
        archive.add(name, bytes, false).expect("added");
    }
    archive.finish().expect("finished");
    let place = PackPlace::Archive(path);
    let (_, source) = open(&place).expect("it opens");
    save_exhibition((&json, &source), &place, &always).expect("saved");
    let names = open(&place).expect("it opens").1.names();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["LICENCE.txt", "b.jpg", "exhibition.json"]);
}

#[test]
fn names_that_are_taken_or_forbidden_become_others_in_the_text_too() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name);
    let source = with_new(pack(&at("old")), home.path());
    fs::create_dir_all(at("other")).expect("a folder");
    fs::write(at("other/b.jpg"), "another picture").expect("written");
    fs::write(at("other/A.JPG"), "and one more").expect("written");
    let text = text(&["p/c.jpg", "b.jpg"]);
    let save = || save_exhibition((&text, &source), &PackPlace::Folder(at("other")), &always).expect("saved");
    let HandedOver { text: new, packed, .. } = save();
    assert_eq!(packed.renamed, [("b.jpg".to_owned(), "b (2).jpg".to_owned())]);
    assert!(new.contains("\"file\": \"b (2).jpg\"") && new.contains("\"mine\": 7"), "{new}");
    assert_eq!(fs::read(at("other/b.jpg")).expect("there"), b"another picture");
    let first = below(&at("other"));
    assert_eq!(first.len(), 5);
    assert_eq!(first.get("b (2).jpg"), Some(&jpeg(20)));
    assert_eq!((save().text, below(&at("other"))), (new.clone(), first.clone()), "once more it is the same");
    // What is edited takes these names over, and can be saved with them.
    let (own, saved) = (Tree::of_text(&text).expect("a tree"), Tree::of_text(&new).expect("a tree"));
    let names = other_names(&own, &saved);
    assert_eq!(names, packed.renamed);
    let PackSource::Growing(growing) = &source else { panic!("it grows") };
    for (name, also) in names {
        growing.name(&name, also);
    }
    assert_eq!(&*source.read("b (2).jpg", 1 << 20).expect("read"), jpeg(20));
    assert!(source.names().contains("b (2).jpg"));
    let again = save_exhibition((&new, &source), &PackPlace::Folder(at("other")), &always).expect("saved");
    assert_eq!((again.text, below(&at("other"))), (new, first), "nothing is there twice");
}

#[test]
fn stopped_or_failed_everything_is_as_it_was() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name);
    let source = with_new(pack(&at("pack")), home.path());
    let text = text(&["p/c.jpg", "p/a.jpg", "b.jpg"]);
    let new = PackPlace::Archive(at("a.vitrine"));
    save_exhibition((&text, &source), &new, &always).expect("saved");
    let before = below(home.path());
    for place in [new, PackPlace::Folder(at("pack")), PackPlace::Folder(at("new"))] {
        for stop in 0..=3 {
            let watch = |done: usize, _all: usize| done < stop;
            if let Err(why) = save_exhibition((&text, &source), &place, &watch) {
                assert_eq!(why.kind(), std::io::ErrorKind::Interrupted);
                assert_eq!(below(home.path()), before, "{place:?} stopped at {stop}");
            } else {
                assert!(place == PackPlace::Folder(at("pack")) && stop >= 2, "only one picture is new");
                fs::write(at("pack/exhibition.json"), &before["pack/exhibition.json"]).expect("written");
                fs::remove_file(at("pack/p/c.jpg")).expect("removed");
            }
        }
        assert!(save_exhibition(("no exhibition", &source), &place, &always).is_err());
        assert_eq!(below(home.path()), before);
    }
    let nowhere = PackPlace::Folder(at("pack/b.jpg"));
    assert!(save_exhibition((&text, &source), &nowhere, &always).is_err(), "a file is there");
    assert_eq!(below(home.path()), before);
}

#[test]
fn a_picture_that_is_missing_is_named_and_stops_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let source = pack(&home.path().join("pack"));
    let text = text(&["gone.jpg", "b.jpg"]);
    for place in ["new", "new.vitrine"] {
        let path = home.path().join(place);
        let place = if place == "new" { PackPlace::Folder(path) } else { PackPlace::Archive(path) };
        let saved = save_exhibition((&text, &source), &place, &always).expect("saved");
        assert_eq!(saved.packed.left_out, [("gone.jpg".to_owned(), Unavailable::Missing)]);
        assert_eq!((saved.packed.pictures, saved.text.as_str()), (1, text.as_str()));
    }
}
