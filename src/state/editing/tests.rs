//! An exhibition follows its document, whatever is changed.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{BeginCommand, Begun, Chosen, Edit, EditCommand, Origin, Record, Surface};
use crate::model::{Change, FieldPath, Lang, List, Pack, PackFiles, PackPlace, TextState, Tree, read};
use crate::state::{Action, Effect, Mode, Overlay, State, Subject, View};

const TEXT: &str = r#"{ "format": 1, "title": { "en": "A" },
  "provinces": [ { "id": "CN-JS", "name": { "en": "Jiangsu" }, "kind": "province" } ],
  "batches": [ { "number": 1, "arrive": { "date": "1995" }, "figure": { "state": "reported", "value": 622, "sources": ["s"] } },
               { "number": 2, "arrive": { "date": "1998" }, "figure": { "state": "not_published" } } ],
  "photos": [ { "id": "a", "file": "a.jpg", "title": { "en": "One" }, "caption": {}, "alt": {} },
              { "id": "b", "file": "b.jpg", "title": { "en": "Two" }, "caption": {}, "alt": {} },
              { "id": "c", "file": "c.jpg", "title": { "en": "Three" }, "caption": {}, "alt": {} } ],
  "sources": [ { "id": "s", "publisher": { "en": "P" }, "language": "en", "hosting": "publisher", "how_read": "full" } ] }
"#;

pub(super) fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

pub(super) fn begun(text: &str, records: Vec<Record>) -> State {
    let (exhibition, problems) = read(text).expect("read");
    let names: BTreeSet<String> = ["a.jpg", "b.jpg", "new.jpg"].map(str::to_owned).into();
    let pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |name| names.contains(name));
    let files = PackFiles { names, ..PackFiles::default() };
    let tree = Tree::of_text(text).expect("a tree");
    let begun = Begun { pack, tree, files, records, target: None, is_older: false };
    let mut state = State::default();
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))));
    state
}

fn edit(state: &mut State, changes: Vec<Change>) -> Vec<Effect> {
    state.update(Action::Edit(EditCommand::Edit(Edit::step(changes))))
}

fn text(state: &State) -> String {
    state.editing().expect("editing").tree().text().expect("text")
}

/// What is shown is what the document says.
fn assert_follows(state: &State) {
    let (read, _) = read(&text(state)).expect("read");
    assert_eq!(state.pack().document(), &read);
    let editing = state.editing().expect("editing");
    for (at, key) in state.pack().keys().iter().enumerate() {
        assert_eq!(state.pack().position(*key), Some(at));
        let entry = editing.entry_of(*key).expect("an entry");
        assert_eq!(editing.photo_of(entry), Some(*key));
    }
}

#[test]
fn a_key_in_a_caption_is_shown_and_kept_and_a_run_of_typing_is_one_step() {
    let mut state = begun(TEXT, Vec::new());
    assert_eq!(state.mode(), Mode::Editing);
    let at = path("photos[1].caption.en");
    for typed in ["W", "Wo", "Wor"] {
        let effects = state.update(Action::Edit(EditCommand::Edit(Edit::typed(at.clone(), typed))));
        assert!(matches!(effects.as_slice(), [Effect::Keep(_)]));
        assert_eq!(state.pack().exhibition.photos[1].caption.en, typed);
    }
    assert_eq!(state.editing().expect("editing").history().undoable(), 1);
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(text(&state), TEXT, "byte for byte");
    state.update(Action::Edit(EditCommand::Redo));
    assert_eq!(state.pack().exhibition.photos[1].caption.en, "Wor");
    assert_follows(&state);
}

#[test]
fn what_is_touched_in_a_view_is_edited_and_a_preview_shows_what_visitors_see() {
    let mut state = begun(TEXT, Vec::new());
    let second = state.pack().keys()[1];
    state.update(Action::OpenPhoto(second));
    assert_eq!(state.photo(), None);
    let chosen = state.editing().expect("editing").chosen();
    assert!(matches!(chosen, Some(Chosen::Entry(List::Photos, _))));
    state.update(Action::Sheet(Subject::Batch(2)));
    assert_eq!(state.editing().expect("editing").chosen_path(), Some(path("batches[1]")));
    state.update(Action::Edit(EditCommand::Preview(true)));
    state.update(Action::OpenPhoto(second));
    assert_eq!(state.photo(), Some(second));
}

#[test]
fn a_picture_keeps_its_place_in_the_pane_when_it_moves_and_goes_with_its_entry() {
    let mut state = begun(TEXT, Vec::new());
    let third = state.pack().keys()[2];
    state.update(Action::OpenPhoto(third));
    edit(&mut state, vec![Change::Move { at: path("photos[2]"), to: 0 }]);
    assert_eq!(state.editing().expect("editing").chosen_path(), Some(path("photos[0]")));
    assert_eq!(state.pack().position(third), Some(0));
    edit(&mut state, vec![Change::Remove { at: path("photos[0]") }]);
    assert_eq!((state.editing().expect("editing").chosen(), state.pack().position(third)), (None, None));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(state.pack().position(third), Some(0), "the same picture, with all that is known of it");
    assert_follows(&state);
}

#[test]
fn what_was_kept_is_there_again() {
    let mut state = begun(TEXT, Vec::new());
    let mut kept = Vec::new();
    let mut keep = |effects: Vec<Effect>| {
        kept.extend(effects.into_iter().filter_map(|effect| match effect {
            Effect::Keep(text) => serde_json::from_str::<Record>(&text).ok(),
            _ => None,
        }));
    };
    for typed in ["N", "Ne"] {
        keep(state.update(Action::Edit(EditCommand::Edit(Edit::typed(path("title.en"), typed)))));
    }
    keep(edit(&mut state, vec![Change::Remove { at: path("photos[0]") }]));
    keep(state.update(Action::Edit(EditCommand::Undo)));
    keep(edit(&mut state, vec![Change::set(path("photos[0].file"), "new.jpg")]));
    let again = begun(TEXT, kept);
    assert_eq!(text(&again), text(&state));
    assert_eq!(again.pack().exhibition, state.pack().exhibition);
    assert_eq!(again.editing().expect("editing").history().undoable(), 2, "steps are the same");
}

#[test]
fn a_path_leads_to_its_view_its_entry_and_its_field() {
    let mut state = begun(TEXT, Vec::new());
    state.update(Action::Edit(EditCommand::Surface(Surface::RunningOrder)));
    state.update(Action::Edit(EditCommand::GoTo(path("batches[1].figure"))));
    let editing = state.editing().expect("editing");
    assert_eq!((editing.surface(), editing.chosen_path()), (Surface::Views, Some(path("batches[1]"))));
    assert_eq!((editing.caret(), state.view()), (Some(&path("batches[1].figure")), View::Personnel));
}

#[test]
fn idle_frames_add_nothing_and_problems_are_looked_for_once() {
    let mut state = begun(TEXT, Vec::new());
    let first = state.update(Action::Tick(1.0));
    assert!(matches!(first.as_slice(), [Effect::CheckEdited(0)]), "{first:?}");
    for now in [2.0, 3.0, 4.0] {
        assert_eq!(state.update(Action::Tick(now)), []);
    }
    state.update(Action::Edit(EditCommand::Checked(0, Vec::new())));
    assert_eq!(state.update(Action::Tick(5.0)), []);
    assert_eq!(state.next_deadline(), None);
}

fn any_change() -> impl Strategy<Value = Change> {
    let at = [
        "title.zh",
        "notes.personnel.en",
        "photos[0].caption.bo",
        "photos[2].title",
        "photos[1].file",
        "photos[1]",
        "batches[0].figure",
        "batches[1].number",
        "batches[0]",
        "provinces[0].id",
        "provinces[0].name.bo",
        "provinces[0]",
        "sources[0].title",
        "milestones[0]",
        "photos[3]",
        "photos[1].focus",
        "about[0].en",
        "running_order[0]",
        "photos",
    ];
    let value = prop_oneof![
        Just(json!("new.jpg")),
        Just(json!({ "en": "x" })),
        Just(json!(7)),
        Just(json!([0.5, 0.5])),
        Just(json!({ "state": "worked_out", "terms": [ { "value": 3 }, { "value": -1 } ] })),
        Just(json!({ "id": "n", "file": "new.jpg", "title": {}, "caption": {}, "alt": {} })),
        Just(json!({ "number": 9, "arrive": { "date": "2001" }, "figure": { "state": "not_published" } })),
        Just(Value::Null),
    ];
    let at = proptest::sample::select(at.map(path).to_vec());
    prop_oneof![
        3 => (at.clone(), proptest::option::of(value.clone())).prop_map(|(at, value)| Change::Set { at, value, place: None }),
        2 => (at.clone(), value).prop_map(|(at, value)| Change::insert(at, value)),
        1 => at.clone().prop_map(|at| Change::Remove { at }),
        1 => (at, 0..4_usize).prop_map(|(at, to)| Change::Move { at, to }),
    ]
}

proptest! {
    #[test]
    fn what_is_shown_is_always_what_the_document_says(
        edits in proptest::collection::vec(proptest::collection::vec(any_change(), 1..4), 1..12)
    ) {
        let mut state = begun(TEXT, Vec::new());
        for changes in edits {
            edit(&mut state, changes);
            assert_follows(&state);
        }
        while state.editing().expect("editing").history().undoable() > 0 {
            state.update(Action::Edit(EditCommand::Undo));
            assert_follows(&state);
        }
        prop_assert_eq!(text(&state), TEXT);
    }
}

#[test]
fn a_check_of_an_older_pack_is_bound_to_its_text_before_that_is_changed() {
    let text = r#"{ "format": 1, "title": { "en": "A", "zh": "甲", "reviewed": ["en", "zh"] }, "photos": [] }"#;
    let mut state = begun(text, Vec::new());
    let title = |state: &State| state.pack().exhibition.title.clone();
    assert!(matches!(title(&state).state(Lang::Zh), TextState::Checked(_)));
    for typed in ["B", "BC"] {
        state.update(Action::Edit(EditCommand::Edit(Edit::typed(path("title.en"), typed))));
    }
    assert!(matches!(title(&state).state(Lang::Zh), TextState::Outdated(_)), "its source is another");
    state.update(Action::Edit(EditCommand::Today("2026-11-30".to_owned())));
    let reader = Some("R".to_owned());
    state.update(Action::Edit(EditCommand::Check { at: path("title"), lang: Lang::Zh, reader }));
    let words = title(&state);
    let TextState::Checked(review) = words.state(Lang::Zh) else { panic!("still right") };
    assert_eq!((review.reader.as_str(), review.date.map(|date| date.year)), ("R", Some(2026)));
    state.update(Action::Edit(EditCommand::Undo));
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(text_of(&state), text, "typing was one step, and the binding went with it");
}

fn text_of(state: &State) -> String {
    text(state)
}

#[test]
fn without_a_dialog_the_folder_to_begin_with_is_typed() {
    let mut state = begun(TEXT, Vec::new());
    state.update(Action::Edit(EditCommand::Leave));
    let ask = || Action::Edit(EditCommand::Begin(BeginCommand::From(Origin::AskFolder)));
    assert!(matches!(state.update(ask())[..], [Effect::BeginEditing(Origin::AskFolder, _)]));
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::NoDialog)));
    assert_eq!(state.session().overlay, Some(Overlay::FirstPhotographs));
    state.update(Action::Overlay(None));
    assert_eq!(state.update(ask()), [], "it is not asked for again");
    assert_eq!(state.session().overlay, Some(Overlay::FirstPhotographs));
    let typed = Action::Edit(EditCommand::Begin(BeginCommand::From(Origin::Path("photos".into()))));
    assert!(matches!(state.update(typed)[..], [Effect::BeginEditing(Origin::Path(_), _)]));
    assert_eq!(state.session().overlay, None);
}

#[test]
fn what_is_undone_after_saving_is_there_again_too() {
    let mut state = begun(TEXT, Vec::new());
    edit(&mut state, vec![Change::set(path("title.en"), "B")]);
    edit(&mut state, vec![Change::set(path("title.zh"), "乙")]);
    let saved = text(&state);
    let mut kept = Vec::new();
    for command in [EditCommand::Undo, EditCommand::Undo, EditCommand::Redo] {
        for effect in state.update(Action::Edit(command)) {
            if let Effect::Keep(text) = effect {
                kept.push(serde_json::from_str::<Record>(&text).expect("a record"));
            }
        }
    }
    assert_eq!(text(&begun(&saved, kept)), text(&state));
    assert_eq!(state.pack().exhibition.title.en, "B");
}
