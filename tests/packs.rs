//! Packs: the broken ones of `tests/packs`, with the right problem, place and hint each from the command `vitrine check`; those
//! that the program saves.

use std::path::{Path, PathBuf};
use std::process::Command;

use vitrine::files::PackSource;
use vitrine::model::PackPlace;
use vitrine::photos::{self, Pixels};
use vitrine::work;

#[test]
fn each_broken_pack_is_named_with_place_and_hint() {
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs");
    let list = std::fs::read_to_string(packs.join("expected.json")).expect("expected.json");
    let expected: Vec<serde_json::Value> = serde_json::from_str(&list).expect("JSON");
    assert!(expected.len() >= 10);
    for entry in expected {
        let name = entry["pack"].as_str().expect("a pack's name");
        let checked =
            Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("check").arg(packs.join(name)).output().expect("runs");
        let said = String::from_utf8_lossy(&checked.stdout).into_owned() + &String::from_utf8_lossy(&checked.stderr);
        assert_eq!(checked.status.code(), Some(1), "{name}: {said}");
        for key in ["place", "says", "hint"] {
            if let Some(words) = entry[key].as_str() {
                if name == "no-glyph" && !vitrine::ui::fonts::are_bundled() {
                    continue;
                }
                assert!(said.contains(words), "{name}: {key} “{words}” in: {said}");
            }
        }
        if entry["place"].is_string() && vitrine::ui::fonts::are_bundled() {
            assert_eq!(said.matches("What to do:").count(), 1, "{name}: one mistake, one message: {said}");
        }
        if let Some(line) = entry["line"].as_u64() {
            assert!(
                said.contains(&format!("exhibition.json:{line}")) || said.contains(&format!("line {line}")),
                "{name}: line {line} in: {said}"
            );
        }
    }
}

#[test]
fn the_built_in_exhibition_passes() {
    if !vitrine::ui::fonts::are_bundled() {
        eprintln!("skipped: the fonts are not in this build, so their characters cannot be checked");
        return;
    }
    let checked = Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("check").output().expect("runs");
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{said}");
}

#[test]
fn a_picture_is_written_without_a_display() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("screen.png");
    let made = Command::new(env!("CARGO_BIN_EXE_vitrine"))
        .args(["picture", "--size", "1280x800", "--lang", "zh", "--view", "pairings", "--theme", "dark"])
        .arg(&out)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(image::image_dimensions(&out).expect("a picture"), (1280, 800));
}

/// A JPEG with stripes, and in its XMP where it was taken.
fn photograph(width: u32, height: u32, tone: u8) -> Vec<u8> {
    let stripe = |i: u32| [tone, u8::try_from(i / 50 % 250).unwrap_or(0), 90, 255];
    let pixels = Pixels { width, height, rgba: (0..width * height).flat_map(stripe).collect() };
    let jpeg = photos::encode_jpeg(&pixels, 80.0).expect("encoded");
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x xmlns:exif='e' exif:GPSLatitude='29,39.1N'/>";
    let length = u16::try_from(xmp.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, xmp, &jpeg[2..]].concat()
}

#[test]
fn a_folder_saved_as_a_pack_opens_at_once_and_keeps_where_it_was_taken_to_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let pictures = folder.path().join("Lhasa");
    std::fs::create_dir(&pictures).expect("a folder");
    std::fs::write(pictures.join("10 河.jpg"), photograph(5200, 3400, 200)).expect("written");
    std::fs::write(pictures.join("2.jpg"), photograph(900, 600, 20)).expect("written");
    let out = folder.path().join("lhasa.vitrine");
    let saved = Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("pack").arg(&pictures).arg("--out").arg(&out).output();
    let saved = saved.expect("runs");
    assert!(saved.status.success(), "{}", String::from_utf8_lossy(&saved.stderr));
    assert!(String::from_utf8_lossy(&saved.stdout).contains("2 pictures"), "{saved:?}");

    let (pack, source) = work::open_pack(&PackPlace::Archive(out.clone())).expect("it opens");
    let x = &pack.exhibition;
    assert_eq!(x.photos.iter().map(|p| p.file.as_str()).collect::<Vec<_>>(), ["2.jpg", "10 河.jpg"], "in their order");
    assert_eq!((x.title.en.as_str(), x.photos[1].size), ("Lhasa", Some([5200, 3400])));
    for photo in &x.photos {
        let bytes = source.read(&photo.file, 1 << 30).expect("it is there");
        assert!(!bytes.windows(7).any(|w| w == b"29,39.1"), "no position in {}", photo.file);
        assert_eq!(photos::rendition(&bytes, 64, &|_| true).expect("it is sound").width, 64);
        assert!(source.carries(&photo.file, 512), "{}", photo.file);
    }
    assert!(source.carries("10 河.jpg", 2560) && !source.carries("2.jpg", 2560), "none that would be larger");
    assert_eq!(std::fs::read_dir(folder.path()).expect("its names").count(), 2, "nothing else was left there");

    // Somebody puts another picture in under the same name: its own rendition is not the old one.
    let other = photograph(900, 600, 250);
    std::fs::write(pictures.join("2.jpg"), &other).expect("written");
    let copied = repacked(&out, "2.jpg", &other);
    let source = PackSource::open(&PackPlace::Archive(copied)).expect("it opens");
    assert!(!source.carries("2.jpg", 512) && source.carries("10 河.jpg", 512));
}

/// The same archive with another file under a name.
fn repacked(archive: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let mut old = zip::ZipArchive::new(std::fs::File::open(archive).expect("there")).expect("an archive");
    let path = archive.with_extension("zip");
    let mut new = zip::ZipWriter::new(std::fs::File::create(&path).expect("created"));
    for i in 0..old.len() {
        let entry = old.by_index_raw(i).expect("an entry");
        if entry.name().expect("a name") != name {
            new.raw_copy_file(entry).expect("copied");
        }
    }
    new.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
    std::io::Write::write_all(&mut new, bytes).expect("written");
    new.finish().expect("finished");
    path
}

#[test]
fn the_built_in_exhibition_saved_as_a_pack_is_the_same_exhibition() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("copy.vitrine");
    let (mut pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
    let packed = work::save_pack(&mut pack, &source, &out, &|_, _| true).expect("saved");
    assert_eq!(packed.missing.len(), 5, "the licensed photographs: {packed:?}");
    let (copy, _) = work::open_pack(&PackPlace::Archive(out.clone())).expect("it opens");
    assert_eq!(copy.exhibition, pack.exhibition);
    assert_eq!(copy.shown, pack.shown);

    let stopped = work::save_pack(&mut pack, &source, &out, &|done, _| done < 4);
    assert_eq!(stopped.map_err(|why| why.kind()), Err(std::io::ErrorKind::Interrupted));
    assert_eq!(std::fs::metadata(&out).expect("the older one stays").len(), packed.bytes);
    assert_eq!(std::fs::read_dir(folder.path()).expect("its names").count(), 1, "nothing half is left");
}
