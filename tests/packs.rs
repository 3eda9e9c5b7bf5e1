//! Packs: the broken ones of `tests/packs`, with the right problem, place and hint each from the command `vitrine check`; those
//! that the program saves.

#[path = "packing/captions.rs"]
mod captions;

use std::path::{Path, PathBuf};
use std::process::Command;

use vitrine::files::PackSource;
use vitrine::model::{Lang, Pack, PackPlace, Trouble, Unavailable};
use vitrine::photos::{self, Pixels};
use vitrine::work::{self, Written};

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
fn the_exhibition_on_the_page_about_files_is_one_and_check_says_what_stands_there() {
    if !vitrine::ui::fonts::are_bundled() {
        eprintln!("skipped: the fonts are not in this build, so their characters cannot be checked");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("assets/EXHIBITION.md")).expect("the page");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README");
    let [page, readme] = [page, readme].map(|text| text.replace("\r\n", "\n"));
    let (_, json) = page.split_once("```json\n").expect("an exhibition");
    let (json, _) = json.split_once("```").expect("its end");
    for kind in ["photo", "chart", "province", "milestone", "pairings", "card"] {
        assert!(json.contains(&format!("\"shows\": {{ \"{kind}\":")), "a stop that shows a {kind}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("pictures")).expect("a folder");
    std::fs::copy(root.join("assets/exhibition/pictures/courtyard.jpg"), folder.path().join("pictures/courtyard.jpg"))
        .expect("a picture");
    let check = |json: &str| {
        std::fs::write(folder.path().join("exhibition.json"), json).expect("written");
        let checked =
            Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("check").arg(folder.path()).output().expect("runs");
        (checked.status.success(), String::from_utf8_lossy(&checked.stdout).into_owned())
    };
    let (is_right, said) = check(json);
    assert!(is_right, "{said}");
    let (is_right, said) = check(&json.replace("\"value\": 622", "\"value\": \"622\""));
    assert!(!is_right, "{said}");
    for line in said.lines() {
        assert!(readme.contains(&format!("\n    {line}\n")), "the README has no line “{line}”");
    }
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

/// A camera raw file with nothing but a preview in it.
fn raw(preview: &[u8]) -> Vec<u8> {
    let length = u32::try_from(preview.len()).expect("small").to_le_bytes();
    // A directory of one entry: JpgFromRaw, bytes, so many, behind it.
    [b"IIU\0\x08\0\0\0\x01\0\x2E\0\x07\0", &length[..], &26_u32.to_le_bytes(), &[0; 4], preview].concat()
}

#[test]
fn a_raw_file_goes_into_a_pack_as_its_preview_and_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let pictures = folder.path().join("raw");
    std::fs::create_dir(&pictures).expect("a folder");
    std::fs::write(pictures.join("a.rw2"), raw(&photograph(90, 60, 20))).expect("written");
    std::fs::write(pictures.join("b.rw2"), raw(b"no picture")).expect("written");
    let place = PackPlace::Folder(pictures);
    let problems = vitrine::diagnostics::problems(&place).expect("checked");
    let named = Trouble::CameraPreview { file: "a.rw2".to_owned(), size: [90, 60] };
    let found = problems.iter().find(|problem| problem.trouble == named).expect("it is named");
    assert!(vitrine::text::problem(Lang::En, found).starts_with("“a.rw2” is a camera raw file"));
    let out = folder.path().join("a.vitrine");
    let (mut pack, source) = work::open_pack(&place).expect("it opens");
    let packed = work::save_pack(&mut pack, &source, (&out, work::Written::Shown), &|_, _| true).expect("saved");
    assert_eq!(packed.previews, [("a.rw2".to_owned(), "a.jpg".to_owned())]);
    assert_eq!(packed.left_out, [("b.rw2".to_owned(), Unavailable::NoPreview)]);
    let (pack, source) = work::open_pack(&PackPlace::Archive(out)).expect("it opens");
    let bytes = source.read("a.jpg", 1 << 20).expect("read");
    assert_eq!((pack.exhibition.photos.len(), photos::upright_size(&bytes)), (1, Some([90, 60])));
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
    let packed = work::save_pack(&mut pack, &source, (&out, Written::Shown), &|_, _| true).expect("saved");
    assert_eq!(packed.left_out.len(), 5, "the licensed photographs: {packed:?}");
    let (copy, _) = work::open_pack(&PackPlace::Archive(out.clone())).expect("it opens");
    assert_eq!(copy.exhibition, pack.exhibition);
    let shown = |pack: &Pack| pack.keys().iter().map(|&photo| pack.shown(photo).cloned()).collect::<Vec<_>>();
    assert_eq!(shown(&copy), shown(&pack));

    let stopped = work::save_pack(&mut pack, &source, (&out, Written::Shown), &|done, _| done < 4);
    assert_eq!(stopped.map_err(|why| why.kind()), Err(std::io::ErrorKind::Interrupted));
    assert_eq!(std::fs::metadata(&out).expect("the older one stays").len(), packed.bytes);
    assert_eq!(std::fs::read_dir(folder.path()).expect("its names").count(), 1, "nothing half is left");
}

#[test]
fn an_exhibition_whose_file_is_gone_meanwhile_is_named_when_it_cannot_be_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let (shown, out) = (folder.path().join("shown"), folder.path().join("copy.vitrine"));
    std::fs::create_dir(&shown).expect("a folder");
    std::fs::write(shown.join("a.jpg"), photograph(90, 60, 20)).expect("written");
    let place = PackPlace::Folder(shown.clone());
    let (photo_folder, _) = work::open_pack(&place).expect("it opens");
    let exhibition = shown.join("exhibition.json");
    std::fs::write(&exhibition, serde_json::to_string(&photo_folder.exhibition).expect("JSON")).expect("written");
    let (mut pack, source) = work::open_pack(&place).expect("it opens");
    assert!(!pack.photo_folder);
    std::fs::remove_file(&exhibition).expect("removed");
    let why =
        work::save_pack(&mut pack, &source, (&out, Written::Shown), &|_, _| true).expect_err("half of it is gone");
    assert_eq!(why.to_string(), "exhibition.json: not found");
    assert!(!out.exists());
}

/// Runs `vitrine pack` and gives what it says.
fn packed(pack: &Path, out: &Path, further: &[&str]) -> String {
    let run =
        Command::new(env!("CARGO_BIN_EXE_vitrine")).arg("pack").arg(pack).arg("--out").arg(out).args(further).output();
    let run = run.expect("runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).into_owned()
}

#[cfg(unix)]
#[test]
fn one_picture_that_cannot_be_read_never_stops_the_others_and_each_is_named_with_its_reason() {
    use std::os::unix::fs::symlink;
    let around = tempfile::tempdir().expect("a folder");
    let folder = around.path().join("photos");
    std::fs::create_dir(&folder).expect("created");
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).expect("written");
    let good = photograph(900, 600, 20);
    std::fs::write(around.path().join("elsewhere.jpg"), &good).expect("written");
    write("good.jpg", &good);
    write("words.jpg", b"this is no picture, whatever its ending says");
    write("cut.jpg", &good[..good.len() / 2]);
    symlink("nowhere.jpg", folder.join("dangling.jpg")).expect("linked");
    symlink("../elsewhere.jpg", folder.join("out.jpg")).expect("linked");
    symlink("good.jpg", folder.join("within.jpg")).expect("linked");
    Command::new("mkfifo").arg(folder.join("pipe.jpg")).status().expect("made");
    let out = around.path().join("photos.vitrine");
    let said = packed(&folder, &out, &[]);
    let says = |name: &str, why: &str| {
        let line = said.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name} in: {said}"));
        assert!(line.contains(why), "{name}: {line}");
    };
    says("dangling.jpg", "Left out: “dangling.jpg”. The file is not there");
    says("out.jpg", "a link that leads out of the folder");
    says("words.jpg", "is no picture");
    says("pipe.jpg", "Left out: “pipe.jpg”. It is a pipe");
    says("cut.jpg", "damaged or cut off");
    assert!(!said.contains("within.jpg") && !said.contains("“good.jpg”"), "{said}");
    for debug in ["NotThere", "LeadsOut", "Err(", "disk", "Disk"] {
        assert!(!said.contains(debug), "{debug} in: {said}");
    }
    let zh = packed(&folder, &out, &["--lang", "zh"]);
    assert!(zh.contains("已略过：“out.jpg”。这是指向文件夹之外的链接"), "{zh}");

    let (pack, source) = work::open_pack(&PackPlace::Archive(out)).expect("it opens");
    let files: Vec<&str> = pack.exhibition.photos.iter().map(|photo| photo.file.as_str()).collect();
    for there in ["good.jpg", "within.jpg"] {
        assert!(files.contains(&there) && work::fault(&source, there).is_none(), "{there} in {files:?}");
    }
    for left_out in ["dangling.jpg", "out.jpg", "words.jpg", "pipe.jpg"] {
        assert!(!files.contains(&left_out), "what does not go along has no place in it: {files:?}");
    }
}

#[cfg(unix)]
#[test]
fn names_that_other_systems_forbid_are_changed_in_the_pack_and_in_its_exhibition() {
    let around = tempfile::tempdir().expect("a folder");
    let folder = around.path().join("photos");
    std::fs::create_dir_all(folder.join("sub.")).expect("created");
    let names = ["12:30:15.jpg", "q?*<>|.jpg", "CON.jpg", "A.jpg", "a.jpg", "sub./b.jpg", "plain.jpg"];
    for (tone, name) in (0..).zip(names) {
        std::fs::write(folder.join(name), photograph(90, 60, tone)).expect("written");
    }
    let in_pack = ["12-30-15.jpg", "q_____.jpg", "_CON.jpg", "A.jpg", "a (2).jpg", "sub_/b.jpg", "plain.jpg"];
    let is_as_planned = |out: &Path, said: &str| {
        let (pack, source) = work::open_pack(&PackPlace::Archive(out.to_owned())).expect("it opens");
        let mut files: Vec<&str> = pack.exhibition.photos.iter().map(|photo| photo.file.as_str()).collect();
        files.sort_unstable();
        let mut expected = in_pack.to_vec();
        expected.sort_unstable();
        assert_eq!(files, expected);
        assert!(files.iter().all(|file| work::fault(&source, file).is_none()));
        assert!(said.contains("“12:30:15.jpg” is called “12-30-15.jpg” in the pack"), "{said}");
        assert!(said.contains("“sub./b.jpg” is called “sub_/b.jpg”") && !said.contains("“plain.jpg”"), "{said}");
        pack
    };
    let out = around.path().join("album.vitrine");
    let said = packed(&folder, &out, &[]);
    is_as_planned(&out, &said);
    assert!(said.contains("Saved: 7 pictures, "), "{said}");

    // The same as an exhibition: what this version does not know of stays.
    let entry = |name: &&str| {
        format!(
            r#"{{ "id": "id of {name}", "file": "{name}", "title": {{ "en": "T" }}, "caption": {{}}, "alt": {{}}, "mood": 7 }}"#
        )
    };
    let photos: Vec<String> = names.iter().map(entry).collect();
    let text = format!(
        r#"{{ "format": 1, "title": {{ "en": "All" }}, "weather": "fine", "photos": [{}] }}"#,
        photos.join(",")
    );
    std::fs::write(folder.join("exhibition.json"), text).expect("written");
    let said = packed(&folder, &out, &[]);
    let pack = is_as_planned(&out, &said);
    assert_eq!(pack.exhibition.rest.get("weather").and_then(|weather| weather.as_str()), Some("fine"));
    assert!(pack.exhibition.photos.iter().all(|photo| photo.rest.contains_key("mood")));
    assert_eq!(pack.exhibition.photos[0].id.as_str(), "id of 12:30:15.jpg");
}

#[test]
fn the_whole_of_a_picture_goes_along_where_somebody_asks_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let pictures = folder.path().join("one");
    std::fs::create_dir(&pictures).expect("created");
    let photo = photograph(900, 600, 20);
    std::fs::write(pictures.join("a.jpg"), &photo).expect("written");
    let out = folder.path().join("one.vitrine");
    let read = |out: &Path| {
        let source = PackSource::open(&PackPlace::Archive(out.to_owned())).expect("it opens");
        source.read("a.jpg", 1 << 30).expect("read").into_owned()
    };
    let said = packed(&pictures, &out, &["--keep-metadata"]);
    assert!(said.contains("as they were") && said.contains("Saved: 1 picture, "), "{said}");
    assert!(read(&out) == photo, "byte for byte");
    let said = packed(&pictures, &out, &[]);
    assert!(said.contains("taken out of 1 picture."), "{said}");
    assert!(read(&out) != photo);
}
