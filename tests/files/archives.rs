//! Archives as Finder, Explorer, 7-Zip and a Chinese Windows make them, and those that are not read.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vitrine::files::PackSource;
use vitrine::model::{Lang, OpenError, PackPlace, ReadError};
use vitrine::text::{self, Say};

use crate::{SMALL, open_path, shown};

/// An entry of an archive, byte by byte.
#[derive(Clone, Default)]
pub struct Raw<'a> {
    pub name: &'a [u8],
    pub data: &'a [u8],
    pub flags: u16,
    pub method: u16,
    /// The size that is claimed, where it is not that of the data.
    pub size: Option<u32>,
    pub extra: Vec<u8>,
    /// The attributes of Unix.
    pub mode: u32,
    /// Stands at the place of this other entry.
    pub shares: Option<usize>,
}

impl<'a> Raw<'a> {
    pub fn new(name: &'a (impl AsRef<[u8]> + ?Sized), data: &'a [u8]) -> Self {
        Self { name: name.as_ref(), data, ..Self::default() }
    }
}

fn put(into: &mut Vec<u8>, numbers: &[(u32, usize)]) {
    for (number, bytes) in numbers {
        into.extend(&number.to_le_bytes()[..*bytes]);
    }
}

/// An archive, after some bytes that are none of it.
pub fn zip(before: &[u8], entries: &[Raw<'_>]) -> Vec<u8> {
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("small");
    let (mut file, mut directory, mut starts) = (before.to_vec(), Vec::new(), Vec::new());
    for entry in entries {
        let (crc, packed) = (crc32fast::hash(entry.data), length(entry.data));
        let common = [
            (u32::from(entry.flags), 2),
            (u32::from(entry.method), 2),
            (0, 2),
            (0x21, 2),
            (crc, 4),
            (packed, 4),
            (entry.size.unwrap_or(packed), 4),
            (length(entry.name), 2),
            (length(&entry.extra), 2),
        ];
        let start = entry.shares.map_or(length(&file) - length(before), |other| starts[other]);
        starts.push(start);
        if entry.shares.is_none() {
            put(&mut file, &[(0x0403_4b50, 4), (20, 2)]);
            put(&mut file, &common);
            file.extend([entry.name, &entry.extra, entry.data].concat());
        }
        put(&mut directory, &[(0x0201_4b50, 4), (0x0314, 2), (20, 2)]);
        put(&mut directory, &common);
        put(&mut directory, &[(0, 2), (0, 2), (0, 2), (entry.mode << 16, 4), (start, 4)]);
        directory.extend([entry.name, &entry.extra].concat());
    }
    let (at, count) = (length(&file) - length(before), u32::try_from(entries.len()).expect("few"));
    file.extend(&directory);
    put(&mut file, &[(0x0605_4b50, 4), (0, 4), (count, 2), (count, 2), (length(&directory), 4), (at, 4), (0, 2)]);
    file
}

pub fn written(folder: &TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("x.vitrine");
    fs::write(&path, bytes).expect("written");
    path
}

/// What the window and the command line say.
fn said(path: &Path) -> [String; 2] {
    let why = open_path(path).expect_err("it cannot be opened");
    [Lang::En, Lang::Zh].map(|lang| text::say(lang, Say::CannotOpen("x", &why)))
}

/// The names of an archive of these entries.
fn names(entries: &[Raw<'_>]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(&folder, &zip(b"", entries));
    let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
    source.names().into_iter().collect()
}

const EXHIBITION: &str = r#"{"format": 1, "title": {"en": "Small"}, "photos": [
    {"id": "a", "file": "图片/拉萨小学.jpg", "title": {"en": "A"}, "caption": {"en": "A"}, "alt": {"en": "A"}},
    {"id": "b", "file": "图片/\u00e9cole.jpg", "title": {"en": "B"}, "caption": {"en": "B"}, "alt": {"en": "B"}}]}"#;

/// An exhibition of two pictures, its files under these names, opens and shows both.
fn opens(exhibition: &[u8], pictures: [&[u8]; 2], flags: u16, more: &[Raw<'_>]) {
    let entry = |name, data| Raw { flags, ..Raw::new(name, data) };
    let mut entries = more.to_vec();
    entries.push(Raw::new(exhibition, EXHIBITION.as_bytes()));
    entries.extend([entry(pictures[0], b"first".as_slice()), entry(pictures[1], b"second")]);
    let folder = tempfile::tempdir().expect("a folder");
    for before in [&b""[..], b"#!/bin/sh\nexit\n"] {
        let path = written(&folder, &zip(before, &entries));
        let pack = open_path(&path).unwrap_or_else(|e| panic!("{}: {e:?}", String::from_utf8_lossy(exhibition)));
        let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
        let read: Vec<_> = shown(&pack).iter().map(|shown| source.read(shown.file.as_deref()?, 100).ok()).collect();
        assert_eq!(read, [Some(b"first".as_slice().into()), Some(b"second".as_slice().into())]);
    }
}

const UTF8: u16 = 1 << 11;

#[test]
fn archives_of_all_shapes_open() {
    let plain: [&[u8]; 2] = ["图片/拉萨小学.jpg".as_bytes(), "图片/\u{e9}cole.jpg".as_bytes()];
    opens(b"exhibition.json", plain, UTF8, &[]);
    opens(b"exhibition.json", plain, 0, &[Raw::new("图片/", b"")]);
    opens(b"EXHIBITION.JSON", plain, UTF8, &[]);
    // As macOS writes names, and with what it leaves.
    let decomposed: [&[u8]; 2] = ["show/图片/拉萨小学.jpg".as_bytes(), "show/图片/e\u{301}cole.jpg".as_bytes()];
    let left = [Raw::new("show/", b""), Raw::new("__MACOSX/show/._exhibition.json", b"x"), Raw::new(".DS_Store", b"x")];
    opens(b"show/exhibition.json", decomposed, UTF8, &left);
    let dotted: [&[u8]; 2] = ["./图片/拉萨小学.jpg".as_bytes(), "./图片//\u{e9}cole.jpg".as_bytes()];
    opens(b"./exhibition.json", dotted, UTF8, &[Raw::new("./", b"")]);
    let backwards: [&[u8]; 2] = ["图片\\拉萨小学.jpg".as_bytes(), "图片\\\u{e9}cole.jpg".as_bytes()];
    opens(b"exhibition.json", backwards, UTF8, &[Raw::new("图片\\", b"")]);
    let both: [&[u8]; 2] = ["show\\图片\\拉萨小学.jpg".as_bytes(), "show\\图片\\\u{e9}cole.jpg".as_bytes()];
    opens(b"show\\Exhibition.json", both, UTF8, &[]);
}

#[test]
fn names_of_a_chinese_windows_are_read() {
    let gbk = |name: &str| encoding_rs::GBK.encode(name).0.into_owned();
    let [exhibition, one, two] = ["展览/exhibition.json", "展览/图片/拉萨小学.jpg", "展览/图片/ecole.jpg"].map(gbk);
    let json = EXHIBITION.replace("\\u00e9", "e");
    let entries = [Raw::new(&exhibition, json.as_bytes()), Raw::new(&one, b"1"), Raw::new(&two, b"2")];
    let folder = tempfile::tempdir().expect("a folder");
    let pack = open_path(&written(&folder, &zip(b"", &entries))).expect("opens");
    let files: Vec<_> = shown(&pack).into_iter().filter_map(|shown| shown.file).collect();
    assert_eq!(files, ["图片/拉萨小学.jpg", "图片/ecole.jpg"]);
}

#[test]
fn names_of_dos_of_a_western_windows_and_with_their_unicode_beside_are_read() {
    assert_eq!(names(&[Raw::new(b"pr\x82s/\x81ber.jpg", b"x"), Raw::new("b.jpg", b"")]), ["b.jpg", "prés/über.jpg"]);
    assert_eq!(names(&[Raw::new(b"\xe9cole.jpg", b"x"), Raw::new(b"S\xfc\xdfe.jpg", b"")]), ["Süße.jpg", "école.jpg"]);
    let unicode = "拉萨.jpg".as_bytes();
    let mut extra = Vec::new();
    put(&mut extra, &[(0x7075, 2), (u32::try_from(unicode.len()).expect("short") + 5, 2), (1, 1)]);
    put(&mut extra, &[(crc32fast::hash(b"__.jpg"), 4)]);
    extra.extend(unicode);
    assert_eq!(names(&[Raw { extra, ..Raw::new("__.jpg", b"x") }]), ["拉萨.jpg"]);
    // What reads the same is told apart, and each is read.
    let twice = [Raw::new(b"\xe9.jpg", b"1"), Raw { flags: UTF8, ..Raw::new("é.jpg", b"2") }];
    assert_eq!(names(&twice), ["é (2).jpg", "é.jpg"]);
    // Where folders are written with `/`, `\` is a letter; and so is a colon.
    assert_eq!(names(&[Raw::new("a\\b.jpg", b""), Raw::new("c/12:30.jpg", b"")]), ["a\\b.jpg", "c/12:30.jpg"]);
}

#[test]
fn an_archive_of_pictures_alone_is_an_album() {
    let folder = tempfile::tempdir().expect("a folder");
    let entries = [Raw::new("Holiday/b.jpg", b"b"), Raw::new("Holiday/10.jpg", b"x"), Raw::new("Holiday/c.CRW", b"x")];
    let mut entries = entries.to_vec();
    entries.extend([Raw::new("Holiday/Thumbs.db", b"x"), Raw::new("__MACOSX/Holiday/._b.jpg", b"x")]);
    let pack = open_path(&written(&folder, &zip(b"", &entries))).expect("opens");
    let files: Vec<_> = pack.exhibition.photos.iter().map(|photo| photo.file.as_str()).collect();
    assert!(pack.photo_folder);
    assert_eq!(files, ["10.jpg", "b.jpg"]);
    assert_eq!(pack.problems.len(), 1, "the raw file is told of: {:?}", pack.problems);
}

#[test]
fn what_is_encrypted_or_packed_in_another_way_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let methods = [
        (1, "Shrink"),
        (6, "Implode"),
        (9, "Deflate64"),
        (12, "bzip2"),
        (14, "LZMA"),
        (93, "zstd"),
        (95, "xz"),
        (98, "PPMd"),
    ];
    for (method, name) in methods {
        // The exhibition itself,
        let entry = Raw { method, size: Some(500), ..Raw::new("exhibition.json", b"xx") };
        let [en, zh] = said(&written(&folder, &zip(b"", std::slice::from_ref(&entry))));
        assert!(en.contains(&format!("exhibition.json is packed by {name}")), "{en}");
        assert!(zh.contains(name) && zh.contains("exhibition.json"), "{zh}");
        // a picture of it,
        let picture = Raw { name: b"photographs/a.jpg", ..entry.clone() };
        let path = written(&folder, &zip(b"", &[Raw::new("exhibition.json", SMALL.as_bytes()), picture.clone()]));
        let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
        assert_eq!(source.read("photographs/a.jpg", 1000), Err(ReadError::Method(name)));
        assert_eq!(source.key("photographs/a.jpg"), Err(ReadError::Method(name)));
        // and all pictures of a photo folder.
        let [en, _] = said(&written(&folder, &zip(b"", &[picture])));
        assert!(en.contains(&format!("It is packed by {name}")), "{en}");
    }
    for entry in [Raw { flags: 1, ..Raw::default() }, Raw { flags: 1, method: 99, ..Raw::default() }] {
        let encrypted = Raw { name: b"exhibition.json", data: b"0123456789abcdef", ..entry };
        let [en, zh] = said(&written(&folder, &zip(b"", std::slice::from_ref(&encrypted))));
        assert!(en.contains("exhibition.json is encrypted: unpack the archive with its password"), "{en}");
        assert!(zh.contains("已加密"), "{zh}");
        let picture = Raw { name: b"photographs/a.jpg", ..encrypted };
        let path = written(&folder, &zip(b"", &[Raw::new("exhibition.json", SMALL.as_bytes()), picture]));
        let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
        assert_eq!(source.read("photographs/a.jpg", 1000), Err(ReadError::Encrypted));
    }
    let link = Raw { mode: 0o120_777, ..Raw::new("a.jpg", b"/etc/hostname") };
    let path = written(&folder, &zip(b"", &[link, Raw::new("b.jpg", b"x")]));
    let source = PackSource::open(&PackPlace::Archive(path)).expect("opens");
    assert_eq!(source.read("a.jpg", 1000), Err(ReadError::LeadsOut));
}

#[test]
fn archives_of_other_kinds_are_named_whatever_their_ending() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut tar = vec![0; 512];
    tar[257..262].copy_from_slice(b"ustar");
    let kinds: [(&str, &[u8]); 6] = [
        ("7z", b"7z\xbc\xaf\x27\x1c\x00\x04xxxxxxxxxx"),
        ("RAR", b"Rar!\x1a\x07\x01\x00xxxxx"),
        ("gzip", b"\x1f\x8b\x08\x00xxxxxxx"),
        ("xz", b"\xfd7zXZ\0xxxxx"),
        ("zstd", b"\x28\xb5\x2f\xfdxxxx"),
        ("tar", &tar),
    ];
    for (name, bytes) in kinds {
        for ending in ["vitrine", "zip", "7z", "rar", "tar"] {
            let path = folder.path().join(format!("x.{ending}"));
            fs::write(&path, bytes).expect("written");
            let [en, zh] = said(&path);
            assert!(en.contains(&format!("an archive of the kind {name}")) && en.contains("pack it as ZIP"), "{en}");
            assert!(zh.contains(&format!("{name} 格式的压缩包")), "{zh}");
        }
    }
    let cut = zip(b"", &[Raw::new("exhibition.json", SMALL.as_bytes())]);
    let path = written(&folder, &cut[..cut.len() - 30]);
    assert_eq!(open_path(&path).err(), Some(OpenError::Read(ReadError::Damaged)));
}

#[test]
fn an_archive_for_large_files_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.ZIP");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).expect("a file"));
    let options = zip::write::SimpleFileOptions::default().large_file(true);
    for (name, bytes) in [("exhibition.json", SMALL.as_bytes()), ("photographs/a.jpg", b"x")] {
        zip.start_file(name, options).expect("an entry");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive");
    assert_eq!(shown(&open_path(&path).expect("opens"))[0].file.as_deref(), Some("photographs/a.jpg"));
}

#[test]
fn no_damage_to_an_archive_does_more_than_spoil_it() {
    let gbk = encoding_rs::GBK.encode("展览\\拉萨.jpg").0.into_owned();
    let seeds = [
        zip(b"", &[Raw::new("exhibition.json", SMALL.as_bytes()), Raw::new("photographs/a.jpg", b"x")]),
        zip(b"before", &[Raw::new(&gbk, b"x"), Raw { method: 9, ..Raw::new("b.jpg", b"yy") }]),
        zip(b"", &[Raw { flags: 1, ..Raw::new("show/./e\u{301}.jpg", b"x") }, Raw::new("show/", b"")]),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("small") % below
    };
    for _ in 0..4_000 {
        let mut bytes = seeds[random(seeds.len())].clone();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            bytes[at] = [0, 0xff, 0x80, b'/', bytes[at] ^ 1, bytes[at].wrapping_add(1)][random(6)];
        }
        bytes.truncate(bytes.len() - if random(4) == 0 { random(60) } else { 0 });
        let Ok(source) = PackSource::open(&PackPlace::Archive(written(&folder, &bytes))) else { continue };
        for name in source.names() {
            let _ =
                (source.read(&name, 1 << 20), source.head(&name, 10), source.key(&name), source.carries(&name, 512));
        }
    }
}

#[test]
fn the_archives_of_the_test_set_open_or_are_named() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata/cases/06-zip-shapes");
    if !folder.is_dir() {
        return eprintln!("skipped: the test set is not there");
    }
    for name in ["backslash", "folder_inside", "upper"] {
        let pack = open_path(&folder.join(format!("{name}.vitrine"))).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        assert_eq!(shown(&pack).iter().filter(|shown| shown.file.is_some()).count(), 2, "{name}");
    }
    let named = [("deflate64", "Deflate64"), ("enc_aes", "encrypted"), ("seven", "the kind 7z"), ("sevenlzma", "LZMA")];
    for (name, word) in named {
        let [en, _] = said(&folder.join(format!("{name}.vitrine")));
        assert!(en.contains(word) && !en.contains("damaged"), "{name}: {en}");
    }
    let source = PackSource::open(&PackPlace::Archive(folder.join("picture_lzma.vitrine"))).expect("opens");
    assert_eq!(source.read("pictures/courtyard.jpg", 1 << 20), Err(ReadError::Method("LZMA")));
    assert!(source.read("pictures/拉萨小学.jpg", 1 << 20).is_ok());
}
