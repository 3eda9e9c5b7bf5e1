//! Packs: folders and archives, good and hostile.

mod archives;
mod costs;
mod folders;
#[cfg(target_os = "linux")]
mod journal;
mod slides;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use vitrine::files::{self, PackSource};
use vitrine::model::{OpenError, Pack, PackPlace, PhotoKind, ReadError, Shown, Unreadable};
use zip::write::SimpleFileOptions;

const SMALL: &str = r#"{"format": 1, "title": {"en": "Small"}, "photos": [
    {"id": "a", "file": "photographs/a.jpg", "stand_in": {"file": "drawn/a.jpg", "alt": {"en": "Drawn"}}, "title": {"en": "A"}, "caption": {"en": "A"},
     "alt": {"en": "A"}}]}"#;

fn archive(path: &Path, files: &[(&str, &[u8])]) {
    let mut zip = zip::ZipWriter::new(fs::File::create(path).expect("a file"));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive");
}

fn open_path(path: &Path) -> Result<vitrine::model::Pack, OpenError> {
    files::open(&files::place_of(path)?).map(|(pack, _)| pack)
}

/// What is shown for each picture of a pack.
fn shown(pack: &Pack) -> Vec<Shown> {
    pack.keys().iter().filter_map(|&photo| pack.shown(photo).cloned()).collect()
}

#[test]
fn a_folder_its_exhibition_file_and_an_archive_open_alike() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("exhibition.json"), SMALL).expect("written");
    let zipped = folder.path().join("small.vitrine");
    archive(&zipped, &[("exhibition.json", SMALL.as_bytes())]);
    for path in [folder.path().to_owned(), folder.path().join("exhibition.json"), zipped] {
        let pack = open_path(&path).expect("opens");
        assert_eq!(pack.exhibition.title.en, "Small", "{}", path.display());
    }
}

#[test]
fn a_licensed_photograph_takes_its_place_from_the_illustration() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("exhibition.json"), SMALL).expect("written");
    fs::create_dir(folder.path().join("drawn")).expect("a folder");
    fs::write(folder.path().join("drawn/a.jpg"), b"x").expect("written");
    let own = &shown(&open_path(folder.path()).expect("opens"))[0];
    assert_eq!((own.file.as_deref(), own.kind, own.stands_in), (Some("drawn/a.jpg"), PhotoKind::Illustration, true));

    fs::create_dir(folder.path().join("photographs")).expect("a folder");
    fs::write(folder.path().join("photographs/a.jpg"), b"x").expect("written");
    let own = &shown(&open_path(folder.path()).expect("opens"))[0];
    let pack = open_path(folder.path()).expect("opens");
    assert_eq!(pack.alt(pack.keys()[0]).map(|alt| alt.en.as_str()), Some("A"), "the photograph's own alternative text");
    let is = (own.file.as_deref(), own.kind, own.stands_in);
    assert_eq!(is, (Some("photographs/a.jpg"), PhotoKind::Photograph, false));
}

#[test]
fn the_built_in_exhibition_is_a_folder_pack_like_any_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/exhibition");
    let (built_in, _) = files::open(&PackPlace::BuiltIn).expect("opens");
    let (from_disk, _) = files::open(&PackPlace::Folder(folder)).expect("opens");
    assert_eq!(built_in.exhibition, from_disk.exhibition);
    assert_eq!(shown(&built_in), shown(&from_disk));
}

#[test]
fn names_that_lead_out_of_a_pack_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in
        ["../outside.jpg", "/etc/hostname", "a/../../b", "c:\\x", "a\\..\\b", "C:/x.jpg", "\\\\server\\share\\x.jpg"]
    {
        let path = folder.path().join("bad.vitrine");
        archive(&path, &[("exhibition.json", SMALL.as_bytes()), (name, b"x")]);
        let opened = open_path(&path);
        assert!(matches!(opened, Err(OpenError::Read(ReadError::Escaping(_)))), "{name}: {opened:?}");
        let source = PackSource::open(&PackPlace::Folder(folder.path().to_owned())).expect("a folder");
        assert!(matches!(source.read(name, 100), Err(ReadError::Escaping(_))), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_a_folder_is_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("secret"), b"secret").expect("written");
    std::os::unix::fs::symlink(outside.path().join("secret"), folder.path().join("a.jpg")).expect("a link");
    let source = PackSource::open(&PackPlace::Folder(folder.path().to_owned())).expect("a folder");
    assert_eq!(source.read("a.jpg", 100), Err(ReadError::LeadsOut));
}

#[test]
fn an_entry_larger_than_asked_for_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bomb.vitrine");
    archive(&path, &[("exhibition.json", SMALL.as_bytes()), ("zeros", &vec![0; 20 << 20])]);
    assert!(fs::metadata(&path).expect("a file").len() < 200_000, "it is small on disk");
    let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
    assert_eq!(source.read("zeros", 1 << 20), Err(ReadError::TooLarge));
}

#[test]
fn a_broken_pack_is_named_and_nothing_panics() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.vitrine");
    archive(&path, &[("exhibition.json", SMALL.as_bytes())]);
    let whole = fs::read(&path).expect("bytes");
    for end in (0..whole.len()).step_by(7) {
        fs::write(&path, &whole[..end]).expect("written");
        assert!(open_path(&path).is_err(), "cut at {end}");
    }
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x55;
        fs::write(&path, &flipped).expect("written");
        let _ = open_path(&path);
    }
    archive(&path, &[("readme.txt", b"x")]);
    assert_eq!(open_path(&path).err(), Some(OpenError::NoExhibition));
    archive(&path, &[("exhibition.json", b"\xd6\xd0")]);
    assert_eq!(open_path(&path).err(), Some(OpenError::NotText));
    archive(&path, &[("exhibition.json", b"{\"format\": 9}")]);
    let newer = OpenError::Unreadable(Unreadable::OtherFormat { found: "9".into() });
    assert_eq!(open_path(&path).err(), Some(newer));
    assert_eq!(open_path(Path::new("no/such/file")).err(), Some(OpenError::Read(ReadError::NotThere)));
    let text = folder.path().join("notes.txt");
    fs::write(&text, b"x").expect("written");
    assert_eq!(open_path(&text).err(), Some(OpenError::NotAPack));
}
