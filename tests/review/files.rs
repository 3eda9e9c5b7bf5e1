//! The command itself: what it writes, and what it leaves alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{TITLE, answer, cells_of, exhibition, saved};
use vitrine::files::journal::Journal;
use vitrine::review::Column;

/// A folder with an exhibition in it.
pub struct Desk(tempfile::TempDir);

impl Desk {
    pub fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.at("pack")).expect("a folder");
        fs::write(desk.at("pack/exhibition.json"), exhibition()).expect("written");
        image::RgbImage::from_pixel(400, 300, image::Rgb([90, 120, 160]))
            .save(desk.at("pack/a.png"))
            .expect("a picture");
        fs::rename(desk.at("pack/a.png"), desk.at("pack/a.jpg")).expect("renamed");
        desk
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn review(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.arg("review").args(args).current_dir(self.0.path()).stdin(Stdio::null());
        for home in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env(home, self.at("home"));
        }
        command.output().expect("it runs")
    }

    /// Runs it, expects that it does what it is asked, and gives what it says.
    pub fn done(&self, args: &[&str]) -> String {
        let out = self.review(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    /// Runs it, expects that it refuses, and gives what it says.
    pub fn refused(&self, args: &[&str]) -> String {
        let out = self.review(args);
        assert_eq!(out.status.code(), Some(1), "{args:?}");
        String::from_utf8_lossy(&out.stderr).into_owned()
    }

    /// Everything below the folder of the exhibition.
    pub fn all(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut all: Vec<(PathBuf, Vec<u8>)> = fs::read_dir(self.at("pack"))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .map(|path| (path.clone(), fs::read(path).expect("read")))
            .collect();
        all.sort();
        all
    }

    /// Writes a sheet with an answer to the title of the first picture.
    fn answered(&self, column: Column, text: &str) {
        self.done(&["pack", "--lang", "bo", "--out", "out.xlsx"]);
        let mut cells = cells_of(&fs::read(self.at("out.xlsx")).expect("a sheet"));
        answer(&mut cells, TITLE, column, text);
        fs::write(self.at("back.xlsx"), saved(&cells)).expect("written");
    }
}

#[test]
fn an_untouched_sheet_changes_no_byte_whoever_applies_it() {
    let desk = Desk::new();
    let before = desk.all();
    let said = desk.done(&["pack", "--lang", "bo", "--out", "out.xlsx"]);
    assert!(said.contains("5 Tibetan texts"), "{said}");
    let bytes = fs::read(desk.at("out.xlsx")).expect("a sheet");
    assert!(bytes.windows(9).any(|part| part == b"xl/media/"), "the picture stands beside its texts");
    let said = desk.done(&["--back", "out.xlsx", "pack", "--by", "Tashi", "--apply"]);
    assert!(said.contains("5 untouched") && said.contains("nothing was written"), "{said}");
    assert_eq!(desk.all(), before);
    desk.done(&["--back", "out.xlsx", "pack", "--out", "new.vitrine"]);
    assert!(!desk.at("new.vitrine").exists());
}

#[test]
fn answers_are_shown_first_and_written_when_that_is_asked_for() {
    let desk = Desk::new();
    desk.answered(Column::Better, "ར་བ་གསར་པ།");
    let before = desk.all();
    let said = desk.done(&["--back", "back.xlsx", "pack", "--by", "Tashi"]);
    assert!(
        said.contains("from “ར་བ།” to “ར་བ་གསར་པ།”") && said.contains("1 changed") && said.contains("--apply"),
        "{said}"
    );
    assert_eq!(desk.all(), before, "showing writes nothing");
    assert!(said.contains("checked by Tashi"), "{said}");
    assert!(desk.done(&["--back", "back.xlsx", "pack"]).contains("--by"), "who has checked it is asked for");
    desk.done(&["--back", "back.xlsx", "pack", "--by", "Tashi", "--out", "new.vitrine"]);
    desk.done(&["--back", "back.xlsx", "pack", "--by", "Tashi", "--out", "new-folder"]);
    assert_eq!(desk.all(), before, "a copy leaves the exhibition alone");
    let said = desk.done(&["--back", "back.xlsx", "pack", "--by", "Tashi", "--apply"]);
    assert!(said.contains("checked by Tashi"), "{said}");
    let is_new = |path: &Path| {
        let text = fs::read_to_string(path).expect("a text");
        text.contains("ར་བ་གསར་པ།") && text.contains("\"reader\": \"Tashi\"")
    };
    assert!(is_new(&desk.at("pack/exhibition.json")) && is_new(&desk.at("new-folder/exhibition.json")));
    let picture = |all: &[(PathBuf, Vec<u8>)]| all.iter().find(|(path, _)| path.ends_with("a.jpg")).cloned();
    assert_eq!(picture(&desk.all()), picture(&before), "pictures stay byte for byte");
    let said = desk.done(&["--back", "back.xlsx", "new.vitrine"]);
    assert!(said.contains("1 checked already") && said.contains("0 changed,"), "{said}");
}

#[test]
fn a_sheet_with_answers_is_not_written_over_and_refusals_say_what_to_do() {
    let desk = Desk::new();
    desk.answered(Column::Agreed, "x");
    let before = fs::read(desk.at("back.xlsx")).expect("a sheet");
    let said = desk.refused(&["pack", "--lang", "bo", "--out", "back.xlsx"]);
    assert!(said.contains("--force"), "{said}");
    assert_eq!(fs::read(desk.at("back.xlsx")).expect("a sheet"), before);
    desk.done(&["pack", "--lang", "bo", "--out", "back.xlsx", "--all", "--force"]);
    assert_ne!(fs::read(desk.at("back.xlsx")).expect("a sheet"), before);
    fs::write(desk.at("note.xlsx"), "a letter").expect("written");
    let said = desk.refused(&["--back", "note.xlsx", "pack"]);
    assert!(said.contains(".xlsx") && said.contains("save it"), "{said}");
    assert!(desk.refused(&["--back", "none.xlsx", "pack"]).contains("There is no such"));
    assert!(desk.refused(&["--back", "out.xlsx", "--apply"]).contains("built-in exhibition"));
    assert!(desk.refused(&["pack", "--lang", "bo", "--out", "out.csv"]).contains(".xlsx"));
}

#[test]
fn work_of_an_editor_that_is_not_saved_keeps_answers_out() {
    let desk = Desk::new();
    desk.answered(Column::Agreed, "x");
    let before = desk.all();
    let apply = ["--back", "back.xlsx", "pack", "--by", "Tashi", "--apply"];
    let state = desk.at("home/vitrine");
    let key = desk.at("pack").canonicalize().expect("a folder").display().to_string();
    let open = || Journal::open(&state, &key).expect("writable").expect("nobody has it").0;
    let mut journal = open();
    assert!(desk.refused(&apply).contains("is open in the editor"), "somebody may write at any moment");
    journal.begin("pack", &exhibition(), "2026-11-30").expect("begun");
    journal.append(&["a change".to_owned()]).expect("written");
    drop(journal);
    let said = desk.refused(&apply);
    assert!(said.contains("not saved") && said.contains("--out"), "{said}");
    assert_eq!(desk.all(), before);
    desk.done(&["--back", "back.xlsx", "pack", "--by", "Tashi"]);
    desk.done(&["--back", "back.xlsx", "pack", "--by", "Tashi", "--out", "copy.vitrine"]);
    let mut journal = open();
    assert_eq!(journal.kept(), 1, "no change is lost");
    journal.discard().expect("given up");
    drop(journal);
    desk.done(&apply);
    assert_ne!(desk.all(), before);
}
