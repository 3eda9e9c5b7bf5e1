//! Folders as they are: names of every kind, links, and what is no file.

use std::fs;
use std::path::Path;

use vitrine::files::{self, PackSource};
use vitrine::model::{Lang, OpenError, Pack, PackPlace, PassedOver, ReadError, Trouble};
use vitrine::state::{Action, State};
use vitrine::text::{self, Say};

use crate::{SMALL, open_path};

fn folder_of(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, file.as_bytes()).expect("written");
    }
    folder
}

/// Every picture of a folder, as it is named and read.
fn shown(path: &Path) -> Vec<(String, Result<String, ReadError>)> {
    let (pack, source) = files::open(&PackPlace::Folder(path.to_owned())).expect("opens");
    let read = |file: &str| source.read(file, 1000).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let mut all: Vec<_> =
        crate::shown(&pack).into_iter().filter_map(|s| s.file).map(|file| (file.clone(), read(&file))).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// The file of the picture that is opened with a pack.
fn first(pack: &Pack) -> Option<&str> {
    pack.shown(pack.first?)?.file.as_deref()
}

fn passed(path: &Path) -> Vec<(PassedOver, usize)> {
    let pack = open_path(path).expect("opens");
    let passed = pack.problems.iter().filter_map(|problem| match problem.trouble {
        Trouble::PassedOver { what, count } => Some((what, count)),
        _ => None,
    });
    passed.collect()
}

#[test]
fn a_name_is_found_in_either_unicode_form() {
    for (written, said) in
        [("e\u{301}cole", "\u{e9}cole"), ("\u{e9}cole", "e\u{301}cole"), ("\u{ac00}", "\u{1100}\u{1161}")]
    {
        let folder = folder_of(&[&format!("photographs/{written}.jpg")]);
        let json = SMALL.replace("photographs/a", &format!("photographs/{said}"));
        fs::write(folder.path().join("exhibition.json"), json).expect("written");
        let (pack, source) = files::open(&PackPlace::Folder(folder.path().to_owned())).expect("opens");
        let file = crate::shown(&pack)[0].file.clone().unwrap_or_else(|| panic!("{written} is {said}"));
        assert!(!crate::shown(&pack)[0].stands_in, "{written} is {said}");
        assert!(source.read(&file, 100).is_ok() && source.read(&format!("photographs/{said}.jpg"), 100).is_ok());
        let problems = vitrine::diagnostics::problems(&PackPlace::Folder(folder.path().to_owned())).expect("checked");
        let missing = problems.iter().any(|p| matches!(p.trouble, Trouble::MissingFile { .. }));
        assert!(!missing, "{problems:?}");
    }
}

#[test]
fn a_folder_that_holds_only_the_folder_of_an_exhibition_is_that_one() {
    let folder = folder_of(&["show/drawn/a.jpg", ".DS_Store"]);
    fs::write(folder.path().join("show/Exhibition.JSON"), SMALL).expect("written");
    let pack = open_path(folder.path()).expect("opens");
    assert_eq!(crate::shown(&pack)[0].file.as_deref(), Some("drawn/a.jpg"));
    assert!(open_path(&folder.path().join("show/Exhibition.JSON")).is_ok());
    fs::write(folder.path().join("b.jpg"), b"x").expect("written");
    assert!(
        open_path(folder.path()).expect("opens").photo_folder,
        "with a picture beside it, it is a folder of pictures"
    );
}

#[test]
fn what_is_not_shown_is_told() {
    let files = [
        "a.jpg",
        "a.CR3",
        "a.crw",
        "b.crw",
        "c.mrw",
        "film.mp4",
        "a.mov",
        "d.psd",
        "notes.txt",
        ".git/x.svg",
        "s/e.X3F",
    ];
    let folder = folder_of(&files);
    let expected = [(PassedOver::Raw, 3), (PassedOver::Film, 1), (PassedOver::OtherKind, 1)];
    assert_eq!(passed(folder.path()), expected);
    // The window tells it where the folder is opened.
    let mut state = State::default();
    state.update(Action::PackOpened(Box::new(open_path(folder.path()).expect("opens"))));
    let notice = state.notice().expect("a notice");
    let [en, zh] = [Lang::En, Lang::Zh].map(|lang| text::say(lang, Say::Notice(notice)));
    assert!(en.contains("Not shown: 3 camera raw files, 1 film, 1 picture of a kind"), "{en}");
    assert!(zh.contains("未显示：3 个相机 RAW 文件、1 个视频文件"), "{zh}");
    let deep = folder_of(&["a.jpg", &format!("{}b.jpg", "d/".repeat(14))]);
    assert_eq!(passed(deep.path()), [(PassedOver::TooDeep, 1)]);
    let raw = folder_of(&["a.crw", "b.crw"]);
    assert_eq!(open_path(raw.path()).err(), Some(OpenError::NoPictures(vec![(PassedOver::Raw, 2)])));
    let none = folder_of(&["notes.txt"]);
    assert_eq!(open_path(none.path()).err(), Some(OpenError::NoExhibition));
    assert_eq!(open_path(&none.path().join("gone")).err(), Some(OpenError::Read(ReadError::NotThere)));
}

#[cfg(unix)]
#[test]
fn a_name_that_this_system_allows_is_shown() {
    let names = [
        "2024-05-01 12:30:15.jpg",
        "C:photo.jpg",
        "a\\b.jpg",
        "q?*<>|.jpg",
        " lead.jpg",
        "trail.jpg ",
        "dot.jpg.",
        "..\\up.jpg",
    ];
    let folder = folder_of(&names);
    let all = shown(folder.path());
    let mut expected: Vec<_> = names.iter().map(|&name| (name.to_owned(), Ok(name.to_owned()))).collect();
    expected.sort_by(|a: &(String, Result<String, ReadError>), b| a.0.cmp(&b.0));
    assert_eq!(all, expected);
    let source = PackSource::open(&PackPlace::Folder(folder.path().to_owned())).expect("opens");
    for name in ["../x.jpg", "a/../../x", "/etc/hostname", "c:\\x", "a\\..\\b"] {
        assert!(matches!(source.read(name, 10), Err(ReadError::Escaping(_))), "{name}");
    }
    let pack = open_path(&folder.path().join("C:photo.jpg")).expect("opens");
    assert_eq!(first(&pack), Some("C:photo.jpg"));
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_utf8_are_read_and_told_apart() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let at = |bytes: &[u8]| folder.path().join(OsStr::from_bytes(bytes));
    let (gbk, _, _) = encoding_rs::GBK.encode("照片");
    fs::create_dir(at(&gbk)).expect("a folder");
    let inside = [&gbk[..], b"/", &encoding_rs::GBK.encode("布达拉宫.jpg").0].concat();
    for (bytes, holds) in
        [(&inside[..], "1"), (b"caf\xe9.jpg", "2"), ("café.jpg".as_bytes(), "3"), (b"S\xfc\xdfe.png", "4")]
    {
        fs::write(at(bytes), holds).expect("written");
    }
    let of = |name: &str, holds: &str| (name.to_owned(), Ok(holds.to_owned()));
    let expected = [of("Süße.png", "4"), of("café (2).jpg", "2"), of("café.jpg", "3"), of("照片/布达拉宫.jpg", "1")];
    assert_eq!(shown(folder.path()), expected);
    // One of them opened by itself, with those beside it.
    let pack = open_path(&at(b"caf\xe9.jpg")).expect("opens");
    assert_eq!(first(&pack), Some("café (2).jpg"));
    // The folder's own name is its title.
    let inner = open_path(&at(&gbk)).expect("opens");
    assert_eq!(inner.exhibition.title.zh, "照片");
}

#[cfg(unix)]
#[test]
fn only_regular_files_are_opened_and_nothing_waits() {
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    let folder = folder_of(&["a.jpg"]);
    let at = |name: &str| folder.path().join(name);
    let pipe = |path: &Path| Command::new("mkfifo").arg(path).status().expect("mkfifo runs").success();
    assert!(pipe(&at("m.jpg")));
    let _socket = UnixListener::bind(at("s.jpg")).expect("a socket");
    for (target, link) in
        [("m.jpg", "l.jpg"), ("/dev/zero", "z.jpg"), ("gone.jpg", "d.jpg"), ("o.jpg", "o.jpg"), (".", "loop")]
    {
        std::os::unix::fs::symlink(target, at(link)).expect("a link");
    }
    let why = |name: &str| shown(folder.path()).into_iter().find(|(n, _)| n == name).map(|(_, read)| read);
    assert_eq!(why("a.jpg"), Some(Ok("a.jpg".to_owned())));
    for name in ["m.jpg", "s.jpg", "l.jpg"] {
        assert_eq!(why(name), Some(Err(ReadError::NotAFile)), "{name}");
    }
    assert_eq!(why("z.jpg"), Some(Err(ReadError::LeadsOut)));
    assert_eq!((why("d.jpg"), why("o.jpg")), (Some(Err(ReadError::NotThere)), Some(Err(ReadError::NotThere))));
    assert_eq!(passed(folder.path()), [(PassedOver::LinkedFolder, 1)], "a folder is not walked in a circle");
    let source = PackSource::open(&PackPlace::Folder(folder.path().to_owned())).expect("opens");
    assert_eq!((source.head("m.jpg", 10), source.key("m.jpg")), (Err(ReadError::NotAFile), Err(ReadError::NotAFile)));

    // A pipe in place of a pack, of a picture, of an archive and of an exhibition.
    for name in ["m.jpg", "l.jpg", "s.jpg"] {
        assert_eq!(open_path(&at(name)).err(), Some(OpenError::Read(ReadError::NotAFile)), "{name}");
    }
    assert!(pipe(&at("p.vitrine")) && pipe(&at("exhibition.json")));
    for name in ["p.vitrine", "exhibition.json"] {
        assert_eq!(open_path(&at(name)).err(), Some(OpenError::Read(ReadError::NotAFile)), "{name}");
    }
    assert_eq!(open_path(folder.path()).err(), Some(OpenError::Exhibition(ReadError::NotAFile)));
    assert_eq!(open_path(Path::new("/dev/null")).err(), Some(OpenError::Read(ReadError::NotAFile)));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder_of(&["a.jpg", "sub/b.jpg"]);
    let forbid = |name: &str, mode: u32| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).expect("set");
    };
    forbid("a.jpg", 0);
    forbid("sub", 0);
    if fs::read(folder.path().join("a.jpg")).is_ok() {
        return eprintln!("skipped: this user may read everything");
    }
    assert_eq!(shown(folder.path()), [("a.jpg".to_owned(), Err(ReadError::NotAllowed))]);
    assert_eq!(passed(folder.path()), [(PassedOver::Unreadable, 1)]);
    assert_eq!(open_path(&folder.path().join("sub")).err(), Some(OpenError::Read(ReadError::NotAllowed)));
    forbid("sub", 0o755);
}

#[test]
fn checking_a_folder_of_pictures_names_each_that_cannot_be_shown() {
    let folder = folder_of(&["text.jpg", "b.crw"]);
    let pixels = vitrine::photos::Pixels { width: 2, height: 2, rgba: vec![255; 16] };
    fs::write(folder.path().join("good.png"), vitrine::photos::encode_png(&pixels).expect("a picture"))
        .expect("written");
    let problems = vitrine::diagnostics::problems(&PackPlace::Folder(folder.path().to_owned())).expect("checked");
    let said: Vec<_> = problems.iter().map(|p| &p.trouble).collect();
    assert!(
        matches!(said[..], [
            Trouble::UnreadablePicture { file, .. },
            Trouble::PassedOver { what: PassedOver::Raw, count: 1 }
        ] if file == "text.jpg"),
        "{said:?}"
    );
}

#[test]
fn the_names_of_the_test_set_are_shown() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata");
    if !data.is_dir() {
        return eprintln!("skipped: the test set is not there");
    }
    for (folder, count) in [("cases/04-colon-names/colon", 6), ("cases/17-nfd-name/nfd", 1), ("names", 15)] {
        let all = shown(&data.join(folder));
        assert_eq!(
            all.iter().filter(|(_, read)| !matches!(read, Err(e) if *e != ReadError::TooLarge)).count(),
            count,
            "{folder}: {all:?}"
        );
    }
}
