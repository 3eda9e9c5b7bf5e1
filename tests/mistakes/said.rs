//! `vitrine check` and `vitrine schema` as a person runs them.

use std::path::Path;
use std::process::{Command, Output};

use super::table::GOOD;

fn run(args: &[&str], path: Option<&Path>) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    command.args(args);
    if let Some(path) = path {
        command.arg(path);
    }
    let Output { status, stdout, stderr } = command.output().expect("it runs");
    (status.code(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
}

fn checked(json: &[u8]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("exhibition.json"), json).expect("written");
    run(&["check"], Some(folder.path()))
}

#[test]
fn what_stands_in_a_pack_never_commands_the_terminal() {
    let odd = ["\\u001b]0;PWNED\\u0007\\u001b[2Jx.jpg", "\\u009b31mx.jpg", "gpj.\\u202ex.jpg", "\\u0000x.jpg"];
    for name in odd {
        let fields =
            [("pictures/yard.jpg", name), ("\"yard\"", &format!("\"{name}\"")), ("\"Yard\"", &format!("\"{name}\""))];
        for (was, is) in fields {
            let (status, said) = checked(GOOD.replacen(was, is, 1).as_bytes());
            assert_eq!(status, Some(1), "{said}");
            assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
            assert!(!said.contains('\u{202e}'), "{said:?}");
        }
    }
    let (status, said) = checked(b"{\x1b[31m}");
    assert_eq!(status, Some(1));
    assert!(!said.contains('\u{1b}'), "{said:?}");
    let (_, said) = run(&["check", "no/\u{1b}[31mfolder"], None);
    assert!(!said.contains('\u{1b}') && said.contains("folder"), "{said:?}");
}

#[test]
fn what_draws_nothing_is_no_empty_box() {
    if !vitrine::ui::fonts::are_bundled() {
        eprintln!("skipped: the fonts are not in this build, so their characters cannot be checked");
        return;
    }
    let boxed = |text: &str| {
        let (_, said) = checked(GOOD.replacen("\"Yard\"", &format!("\"{text}\""), 1).as_bytes());
        said.matches("no bundled font").count()
    };
    for quiet in [
        "a\u{fe0f}",
        "a\u{e0100}",
        "a\u{200d}b",
        "\u{200e}a\u{2066}b",
        "a\u{2028}b",
        "a\u{85}b",
        "a\u{ad}b",
        "a\u{feff}b",
    ] {
        assert_eq!(boxed(quiet), 0, "{quiet:?}");
    }
    assert_eq!(boxed("🎉"), 1);
    assert_eq!(boxed("\u{e000}"), 1);
}

#[test]
fn the_line_that_is_no_json_is_shown_with_a_mark_under_the_place() {
    let (status, said) = checked(GOOD.replacen("\"value\": 622", "\"value\": 1,853", 1).as_bytes());
    assert_eq!(status, Some(1));
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].contains("exhibition.json, line 6: write 1853 in place of 1,853"), "{said}");
    let at = lines[1].find("1,853").expect("the line is shown");
    assert_eq!(lines[2].find('^'), Some(at), "{said}");
}

#[test]
fn utf_16_is_read_and_other_bytes_are_named() {
    let units = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let good = checked(GOOD.as_bytes()).1;
    assert_eq!(checked(&[vec![0xFF, 0xFE], units(GOOD)].concat()).1, good);
    assert_eq!(checked(&["\u{feff}".as_bytes(), GOOD.as_bytes()].concat()).1, good);
    let (status, said) = checked(b"{\"format\": 1, \"title\": {\"zh\": \"\xd6\xd0\xb9\xfa\"}}");
    assert_eq!(status, Some(1));
    assert!(said.contains("GB 18030") && said.contains("UTF-8"), "{said}");
}

#[test]
fn a_folder_of_photographs_is_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([9, 90, 200]));
    picture.save(folder.path().join("good.png")).expect("written");
    let (status, said) = run(&["check"], Some(folder.path()));
    assert_eq!((status, said.trim()), (Some(0), "No faults."));
    std::fs::write(folder.path().join("bad.jpg"), b"\xff\xd8\xff\xe0 no picture").expect("written");
    std::fs::write(folder.path().join("text.png"), b"no picture at all").expect("written");
    let (status, said) = run(&["check"], Some(folder.path()));
    assert_eq!(status, Some(1), "{said}");
    for part in ["“bad.jpg” cannot be shown.", "“text.png” cannot be shown.", "2 faults."] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("good.png") && !said.contains("exhibition.json"), "{said}");
}

#[test]
fn an_address_too_long_for_a_code_is_advice() {
    let long = format!("\"title\": \"Thirty years\", \"address\": \"https://example.org/{}\"", "a".repeat(3_000));
    let folder = tempfile::tempdir().expect("a folder");
    let json = GOOD.replacen("\"title\": \"Thirty years\"", &long, 1);
    std::fs::write(folder.path().join("exhibition.json"), json).expect("written");
    let (_, said) = run(&["check", "--advice"], Some(folder.path()));
    assert!(said.contains("sources[0].address: the address is too long for a code"), "{said}");
}

#[test]
fn the_schema_is_written_by_the_program_itself() {
    let kept = include_str!("../../assets/exhibition.schema.json").replace("\r\n", "\n");
    let (status, said) = run(&["schema"], None);
    assert_eq!((status, said.replace("\r\n", "\n")), (Some(0), kept.clone()));
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("schema.json");
    let (status, _) = run(&["schema", "--out"], Some(&out));
    assert_eq!((status, std::fs::read_to_string(&out).expect("written")), (Some(0), kept));
}

#[test]
fn the_cases_at_hand_are_named_in_their_places() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata/cases");
    let place = |case: &str| cases.join(case);
    if !place("12-check-lines").is_dir() {
        eprintln!("skipped: ../shared/testdata/cases is not there");
        return;
    }
    let (_, said) = run(&["check"], Some(&place("12-check-lines/shift")));
    assert!(said.contains("exhibition.json:9 photos[2].file: the file “missing.jpg” is not in the pack"), "{said}");
    assert!(
        said.contains("exhibition.json:5 photos[0].size: a list between [ ] is expected; “wide” is a text"),
        "{said}"
    );
    for case in ["zeros", "objects"] {
        let (status, said) = run(&["check", "--advice"], Some(&place(&format!("21-memory/{case}.vitrine"))));
        assert_eq!(status, Some(1), "{said}");
        assert!(said.contains("larger than this program takes"), "{said}");
    }
}
