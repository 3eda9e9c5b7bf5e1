//! Rows of a spreadsheet are seen before they are taken in, and are one step to undo.

use std::time::Duration;

use egui::{Key, vec2};
use vitrine::model::{Change, FieldPath, Lang, TextState, Tree};
use vitrine::review;
use vitrine::state::editing::{Edit, SheetCommand, SheetFault, Surface, Table};
use vitrine::state::{Action, EditCommand, Overlay};
use vitrine::text::{Editor, Import, ReviewSheet, Say};
use vitrine::work::{self, Document};

use crate::support::Visitor;
use crate::support::editor::{DRESSES, answered, answers, built_in, draw, editing, editor, spreadsheet};

const EXHIBITION: &str = r#"{ "format": 1, "title": { "en": "Teachers" },
    "sources": [{ "id": "report", "title": { "en": "A report" }, "year": 2019 }],
    "milestones": [
      { "id": "a", "date": "1995", "title": { "en": "Cadres in Lhasa" }, "text": { "en": "They came." }, "sources": [] },
      { "id": "b", "date": "1996", "title": { "en": "Later", "zh": "后来", "reviewed": ["zh"] }, "sources": [] }
    ] }
"#;
/// The second row changes a text that was checked, the third is no date, the fourth is new.
const ROWS: &str = "Id,Date,Title in English,Title in Chinese\na,1995,Cadres came,\nb,1996,,以后\nc,soon,Never,\n,1997-05,A school,学校\n";

fn command(command: SheetCommand) -> Action {
    Action::Edit(EditCommand::Sheet(command))
}

fn titles(visitor: &Visitor, lang: Lang) -> Vec<String> {
    let editing = visitor.state().editing().expect("it is edited");
    let at = |row| format!("milestones[{row}].title.{}", lang.code()).parse::<FieldPath>().expect("a path");
    (0..editing.tree().len("milestones")).map(|row| editing.tree().text_at(&at(row)).to_owned()).collect()
}

/// Hands a file over as the window does.
fn hand(visitor: &mut Visitor, name: &str, bytes: &[u8]) {
    let editing = visitor.state().editing().expect("it is edited");
    let read = work::sheet_of(bytes, &Document::of(editing));
    visitor.apply(command(SheetCommand::Reading(name.into())));
    visitor.apply(command(SheetCommand::Done(name.into(), read)));
}

/// Hands the rows over where no table is being looked at, and says of which they are.
fn hand_as_milestones(visitor: &mut Visitor) {
    hand(visitor, "years.csv", ROWS.as_bytes());
    visitor.activate(&visitor.say(Say::Editor(Editor::Table(Table::Milestones))));
    wait_until_looked_at(visitor);
}

/// Waits until the rows were looked at anew.
fn wait_until_looked_at(visitor: &mut Visitor) {
    for _ in 0..1000 {
        visitor.settle();
        if !sees(visitor, Import::Looking) {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("the rows were not looked at");
}

fn sees(visitor: &Visitor, words: Import<'_>) -> bool {
    visitor.sees_containing(&visitor.say(Say::Import(words)))
}

#[test]
fn rows_are_seen_first_and_are_one_step_to_undo() {
    for size in [[1920.0, 1080.0], [1280.0, 800.0], [1080.0, 1920.0]] {
        let mut visitor = editor(EXHIBITION, Lang::En, vec2(size[0], size[1]));
        let milestones = Action::Edit(EditCommand::Table(Table::Milestones));
        visitor.arrange([Action::Edit(EditCommand::Surface(Surface::Tables)), milestones]);
        hand(&mut visitor, "years.csv", ROWS.as_bytes());
        assert_eq!(titles(&visitor, Lang::En), ["Cadres in Lhasa", "Later"], "nothing is taken in unasked");
        assert!(visitor.sees_containing("Cadres came") && visitor.sees_containing("soon"), "{:?}", visitor.names());
        assert!(sees(&visitor, Import::Checked(1)), "{:?}", visitor.names());
        visitor.activate(&visitor.say(Say::Import(Import::TakeIn(3))));
        assert_eq!(visitor.state().overlay(), None);
        assert_eq!(titles(&visitor, Lang::En), ["Cadres came", "Later", "A school"]);
        assert_eq!(titles(&visitor, Lang::Zh), ["", "以后", "学校"]);
        visitor.apply(Action::Edit(EditCommand::Undo));
        assert_eq!(titles(&visitor, Lang::En), ["Cadres in Lhasa", "Later"]);
        assert_eq!(titles(&visitor, Lang::Zh), ["", "后来"]);
    }
}

#[test]
fn where_the_system_has_no_dialog_the_place_of_a_spreadsheet_is_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("years.csv");
    std::fs::write(&path, ROWS).expect("a spreadsheet");
    for lang in Lang::ALL {
        for size in [vec2(1280.0, 800.0), vec2(640.0, 480.0)] {
            let mut visitor = editor(EXHIBITION, lang, size);
            let table = Action::Edit(EditCommand::Table(Table::Milestones));
            visitor.arrange([Action::Edit(EditCommand::Surface(Surface::Tables)), table]);
            visitor.apply(command(SheetCommand::Reading("".into())));
            visitor.apply(command(SheetCommand::Done("".into(), Err(SheetFault::NoDialog))));
            assert!(sees(&visitor, Import::DropIt), "{:?}", visitor.names());
            for (typed, is_there) in [("not-there.csv", false), (&*path.to_string_lossy(), true)] {
                visitor.apply(Action::TypePath(String::new()));
                visitor.type_text(typed);
                visitor.press(Key::Enter);
                visitor.wait_until("it was read", |visitor| {
                    let importing = visitor.state().editing().and_then(|editing| editing.importing());
                    importing.is_some_and(|importing| {
                        importing.path.ends_with(typed)
                            && importing.read.as_ref().is_some_and(|read| read.is_ok() == is_there)
                    })
                });
                if !is_there {
                    visitor.apply(command(SheetCommand::Reading("".into())));
                    visitor.apply(command(SheetCommand::Done("".into(), Err(SheetFault::NoDialog))));
                }
            }
            assert!(visitor.sees_containing("Cadres came"), "{lang:?}: {:?}", visitor.names());
        }
    }
}

#[test]
fn another_field_can_be_chosen_for_a_column() {
    let mut visitor = editor(EXHIBITION, Lang::En, vec2(1280.0, 800.0));
    hand_as_milestones(&mut visitor);
    visitor.apply(command(SheetCommand::Columns(true)));
    let choice = visitor.say(Say::Import(Import::ChoiceOf("Title in Chinese")));
    let shown = visitor.names().into_iter().find(|name| name.starts_with(&choice)).expect("the column");
    visitor.activate(&shown);
    visitor.press(Key::Escape);
    assert_eq!(visitor.state().overlay(), Some(Overlay::Spreadsheet), "back to the columns");
    visitor.activate(&shown);
    visitor.activate(&visitor.say(Say::Import(Import::Leave)));
    wait_until_looked_at(&mut visitor);
    assert!(!sees(&visitor, Import::Checked(1)), "the texts that were checked stay");
    visitor.activate(&visitor.say(Say::Import(Import::TakeIn(2))));
    assert_eq!(titles(&visitor, Lang::Zh), ["", "后来", ""]);
}

#[test]
fn what_was_written_meanwhile_is_looked_at_anew_and_late_answers_are_not_taken() {
    let mut visitor = editor(EXHIBITION, Lang::En, vec2(1280.0, 800.0));
    hand_as_milestones(&mut visitor);
    let document = Document::of(visitor.state().editing().expect("it is edited"));
    let late = work::sheet_of(b"Id,Date\na,1999\n", &document);
    visitor.apply(command(SheetCommand::Done("other.csv".into(), late)));
    assert!(sees(&visitor, Import::TakeIn(3)), "an answer about another file comes too late");
    let path: FieldPath = "milestones[0].title.en".parse().expect("a path");
    let change = Change::Set { at: path, value: Some("Cadres came".into()), place: None };
    visitor.apply(Action::Edit(EditCommand::Edit(Edit::step(vec![change]))));
    visitor.activate(&visitor.say(Say::Import(Import::TakeIn(3))));
    assert_eq!(titles(&visitor, Lang::En), ["Cadres came", "Later"], "nothing is taken in that was not seen");
    wait_until_looked_at(&mut visitor);
    visitor.activate(&visitor.say(Say::Import(Import::TakeIn(2))));
    assert_eq!(titles(&visitor, Lang::En), ["Cadres came", "Later", "A school"]);
}

#[test]
fn a_file_that_is_no_spreadsheet_is_refused_in_words_and_another_can_be_chosen() {
    for lang in Lang::ALL {
        let mut visitor = editor(EXHIBITION, lang, vec2(1280.0, 800.0));
        hand(&mut visitor, "notes.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\0");
        let importing = visitor.state().editing().and_then(|editing| editing.importing()).expect("a sheet");
        assert_eq!(importing.read, Some(Err(SheetFault::NotASpreadsheet)));
        assert!(sees(&visitor, Import::NotASpreadsheet("notes.xlsx")), "{:?}", visitor.names());
        assert!(visitor.sees(&visitor.say(Say::Import(Import::AnotherFile))));
        assert_eq!(visitor.state().overlay(), Some(Overlay::Spreadsheet));
        visitor.press(Key::Escape);
        assert_eq!(visitor.state().overlay(), None);
        let editing = visitor.state().editing().expect("it is edited");
        assert!(editing.importing().is_none(), "nothing of it is kept in memory");
    }
}

#[test]
fn answers_of_a_reader_are_seen_first_and_become_checked_in_one_step() {
    let text = built_in();
    let mut visitor = editor(&text, Lang::En, vec2(1920.0, 1080.0));
    let rows = review::rows(&Tree::of_text(&text).expect("a tree"), Lang::Zh);
    let drafts: Vec<_> = rows.iter().filter(|row| !row.text().is_empty() && row.state().is_to_be_checked()).collect();
    let now = |visitor: &Visitor, row: &review::Row| {
        let editing = visitor.state().editing().expect("it is edited");
        let rows = review::rows(editing.tree(), Lang::Zh);
        rows.into_iter().find(|other| other.id == row.id).expect("it is there")
    };
    visitor.arrange(answered(&text));
    let path: FieldPath = "photos[0].credit.en".parse().expect("a path");
    let change = Change::Set { at: path, value: Some("Somebody else".into()), place: None };
    visitor.apply(Action::Edit(EditCommand::Edit(Edit::step(vec![change]))));
    visitor.apply(command(SheetCommand::TakeIn));
    assert_eq!(
        now(&visitor, drafts[2]).text(),
        drafts[2].text(),
        "nothing is taken in that was held against another document"
    );
    visitor.apply(Action::Edit(EditCommand::Undo));
    let editing = visitor.state().editing().expect("it is edited");
    let read = work::answers_of(&answers(&text, "李老师"), &Document::of(editing)).expect("answers");
    let path: std::path::PathBuf = "answers.json".into();
    visitor.apply(command(SheetCommand::Reading(path.clone())));
    visitor.apply(command(SheetCommand::Done(path, read)));
    let said = |words| vitrine::text::say(Lang::En, Say::ReviewSheet(words));
    for words in [said(ReviewSheet::Tally([2, 1, 0, 1, 1, drafts.len() - 5])), said(ReviewSheet::SourceChanged)] {
        assert!(visitor.sees_containing(&words), "{words}: {:?}", visitor.names());
    }
    assert!(visitor.sees_containing("李老师"));
    visitor.activate(&visitor.say(Say::Import(Import::TakeIn(3))));
    for (at, row) in drafts.iter().take(4).enumerate() {
        let now = now(&visitor, row);
        let is_taken = at < 3;
        let reader = match now.state() {
            TextState::Checked(review) => Some(review.reader.clone()),
            _ => None,
        };
        assert_eq!(reader, is_taken.then(|| "李老师".to_owned()), "{}", row.id);
        assert_eq!(now.text().ends_with("（改）"), at == 2, "{}", row.id);
    }
    visitor.apply(Action::Edit(EditCommand::Undo));
    assert_eq!(visitor.state().editing().expect("it is edited").tree().text().expect("a text"), text);
}

#[test]
fn pictures() {
    for (name, lang, theme, size) in DRESSES {
        let mut state = editing(&built_in(), lang);
        state.update(Action::Theme(theme));
        for action in spreadsheet(&built_in(), lang) {
            state.update(action);
        }
        let choosing = state.clone();
        draw(state, &format!("spreadsheet-{name}"), size);
        let mut state = choosing;
        state.update(command(SheetCommand::Columns(true)));
        draw(state, &format!("spreadsheet-column-{name}"), size);
        let mut state = editing(&built_in(), lang);
        state.update(Action::Theme(theme));
        for action in answered(&built_in()) {
            state.update(action);
        }
        draw(state, &format!("spreadsheet-answers-{name}"), size);
    }
}
