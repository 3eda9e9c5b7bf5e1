//! Captions that stand in pictures: read from a folder, written into a pack, and never before what a curator wrote.

use std::collections::BTreeSet;
use std::process::Command;

use vitrine::model::{Known, Lang, PackPlace, Trouble, Words, check};
use vitrine::photos::{self, Pixels};
use vitrine::state::{Start, State};
use vitrine::work;

use super::photograph;

/// An XMP packet with a title in two languages, and in none.
fn packet() -> Vec<u8> {
    "<x><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:d='http://purl.org/dc/elements/1.1/'>\
     <r:Description><d:title><r:Alt><r:li xml:lang='x-default'>A school</r:li><r:li xml:lang='zh-CN'>学校</r:li><r:li \
     xml:lang='bo'>སློབ་གྲྭ།</r:li></r:Alt></d:title><d:description>拉萨市第一中学</d:description></r:Description></r:RDF></x>"
        .as_bytes()
        .to_vec()
}

/// A PNG that says at its end what it shows, and that it lies on its side.
fn at_the_end() -> Vec<u8> {
    let noise = |i: u32| i.wrapping_mul(2_654_435_761).wrapping_add(i.wrapping_mul(i)).to_le_bytes();
    let rgba = (0..300 * 200_u32).flat_map(noise).collect();
    let png = photos::encode_png(&Pixels { width: 300, height: 200, rgba }).expect("encoded");
    let chunk = |kind: &[u8], data: &[u8]| {
        let body = [kind, data].concat();
        [&u32::try_from(data.len()).expect("short").to_be_bytes()[..], &body, &crc32fast::hash(&body).to_be_bytes()]
            .concat()
    };
    let exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let (front, end) = png.split_at(png.len() - 12);
    assert!(front.len() > 100_000, "the head of a file ends before");
    let text = [b"XML:com.adobe.xmp\0\0\0\0\0", &packet()[..]].concat();
    [front, &chunk(b"eXIf", exif), &chunk(b"iTXt", &text), end].concat()
}

#[test]
fn captions_of_a_folder_saved_as_a_pack_stand_in_their_own_language_as_drafts() {
    let folder = tempfile::tempdir().expect("a folder");
    let pictures = folder.path().join("西藏");
    std::fs::create_dir(&pictures).expect("a folder");
    std::fs::write(pictures.join("a.png"), at_the_end()).expect("written");
    std::fs::write(pictures.join("b 布达拉宫.jpg"), photograph(90, 60, 20)).expect("written");
    std::fs::write(pictures.join("c ལྷ་ས།.jpg"), photograph(90, 60, 90)).expect("written");
    let out = folder.path().join("a.vitrine");
    let (mut pack, source) = work::open_pack(&PackPlace::Folder(pictures)).expect("it opens");
    assert_eq!(pack.exhibition.photos[0].size, Some([200, 300]), "upright at first sight");
    // Nobody said that these are Chinese: they are shown without saying so.
    assert_eq!(pack.exhibition.photos[1].title.resolve(Lang::En).lang, Lang::En);
    work::save_pack(&mut pack, &source, (&out, work::Written::Shown), &|_, _| true).expect("saved");

    let (pack, _) = work::open_pack(&PackPlace::Archive(out)).expect("it opens");
    let x = &pack.exhibition;
    let all = |words: &Words| [words.en.clone(), words.zh.clone(), words.bo.clone()];
    assert_eq!(all(&x.title), ["", "西藏", ""]);
    assert_eq!(all(&x.photos[0].title), ["A school", "学校", "སློབ་གྲྭ།"]);
    assert_eq!(all(&x.photos[0].caption), ["", "拉萨市第一中学", ""]);
    assert_eq!(all(&x.photos[1].title), ["", "b 布达拉宫", ""]);
    assert_eq!(all(&x.photos[2].title), ["", "", "c ལྷ་ས།"]);
    assert!(x.photos.iter().all(|photo| photo.title.reviewed.is_empty() && photo.caption.reviewed.is_empty()));
    assert_eq!(x.photos[0].size, Some([200, 300]));
    // Whoever checks the pack is told of each of them.
    let known = Known { files: &BTreeSet::new(), has_glyph: &|_| true };
    let drafts: Vec<_> = check(x, &known)
        .into_iter()
        .filter_map(|problem| match problem.trouble {
            Trouble::Unreviewed { lang, count } => Some((lang, count)),
            _ => None,
        })
        .collect();
    assert_eq!(drafts, [(Lang::En, 1), (Lang::Zh, 4), (Lang::Bo, 2)]);
}

#[test]
fn captions_that_are_written_into_pictures_come_back_in_their_languages() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = folder.path().join("pack");
    std::fs::create_dir(&pack).expect("a folder");
    std::fs::write(pack.join("a.jpg"), photograph(90, 60, 20)).expect("written");
    std::fs::write(pack.join("b.png"), at_the_end()).expect("written");
    let photo = |file: &str, kind: &str| {
        serde_json::json!({
            "id": file, "file": file, "kind": kind, "alt": {}, "sources": [], "date": "2016-07", "credit": { "en": "Somebody" },
            "title": { "en": "School & yard", "zh": "学校", "bo": "སློབ་གྲྭ།" },
            "caption": { "en": "One.\nTwo.", "bo": "གཅིག" },
        })
    };
    let photos = [photo("a.jpg", "photograph"), photo("b.png", "illustration")];
    let x = serde_json::json!({ "format": 1, "title": { "en": "Two" }, "photos": photos });
    std::fs::write(pack.join("exhibition.json"), x.to_string()).expect("written");
    let out = folder.path().join("a.vitrine");
    let command = Command::new(env!("CARGO_BIN_EXE_vitrine"))
        .args(["pack", "--embed-captions", "--out"])
        .args([&out, &pack])
        .output()
        .expect("runs");
    assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
    let (_, source) = work::open_pack(&PackPlace::Archive(out)).expect("it opens");
    let album = folder.path().join("album");
    std::fs::create_dir(&album).expect("a folder");
    for name in ["a.jpg", "b.png"] {
        let bytes = source.read(name, 1 << 30).expect("it is there");
        assert!(!bytes.windows(7).any(|w| w == b"29,39.1"), "no position in {name}");
        std::fs::write(album.join(name), &*bytes).expect("written");
        let read = Command::new("exiftool").args(["-s3", "-XMP-dc:Title-zh"]).arg(album.join(name)).output();
        match read {
            Ok(read) => assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "学校", "{name}"),
            Err(_) => eprintln!("exiftool is not installed here: it does not read the captions back"),
        }
    }
    let (mut pack, source) = work::open_pack(&PackPlace::Folder(album)).expect("it opens");
    work::fill_in_all(&mut pack, &source);
    let all = |words: &Words| [words.en.clone(), words.zh.clone(), words.bo.clone()];
    let [first, second] = &pack.exhibition.photos[..] else { panic!("two pictures") };
    for photo in [first, second] {
        assert_eq!(all(&photo.title), ["School & yard", "学校", "སློབ་གྲྭ།"]);
        assert_eq!(
            (photo.credit.resolve(Lang::En).text, photo.date.map(|d| (d.year, d.month))),
            ("Somebody", Some((2016, Some(7))))
        );
    }
    assert_eq!(all(&first.caption), ["One.\nTwo.", "", "གཅིག"]);
    assert!(second.caption.en.ends_with("Illustration, not a photograph"), "{}", second.caption.en);
}

#[test]
fn what_a_curator_changes_in_a_pack_of_a_folder_is_what_is_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let pack = folder.path().join("pack");
    std::fs::create_dir(&pack).expect("a folder");
    std::fs::write(pack.join("a.png"), at_the_end()).expect("written");
    let photo = serde_json::json!({
        "id": "a.png", "file": "a.png", "title": { "en": "Written by a curator" }, "caption": {}, "alt": {}, "sources": [],
    });
    let x = serde_json::json!({ "format": 1, "title": { "en": "One" }, "photos": [photo] });
    std::fs::write(pack.join("exhibition.json"), x.to_string()).expect("written");
    let (mut pack, source) = work::open_pack(&PackPlace::Folder(pack)).expect("it opens");
    work::fill_in_all(&mut pack, &source);
    let photo = &pack.exhibition.photos[0];
    assert_eq!((photo.title.en.as_str(), photo.caption.is_empty()), ("Written by a curator", true));
    assert_eq!(photo.size, Some([200, 300]), "its size is the file's");
}

#[test]
fn preparing_a_folder_of_pictures_begins_with_what_their_files_say() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.png"), at_the_end()).expect("written");
    let (pack, _) = work::open_pack(&PackPlace::Folder(folder.path().to_owned())).expect("it opens");
    let mut state = State::begin(pack, Start::default());
    vitrine::screenshot::arrange_editor(&mut state, "captions").expect("it is prepared");
    let tree = state.editing().expect("it is prepared").tree();
    let written = |path: &str| tree.text_at(&path.parse().expect("a path")).to_owned();
    assert_eq!([written("photos[0].title.en"), written("photos[0].title.bo")], ["A school", "སློབ་གྲྭ།"]);
    assert_eq!(written("photos[0].caption.zh"), "拉萨市第一中学");
    assert!(state.pack().exhibition.photos[0].title.reviewed.is_empty(), "drafts");
}
