//! The pane's commands: figures that cannot lie, entries made in place, several pictures at once.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::figure::{only_number, sum, typed_number};
use super::form::refer;
use super::several::{self, Common};
use super::{BeginCommand, Begun, Chosen, Edit, EditCommand, FormCommand, Picking, Way};
use crate::model::{Change, FieldPath, FigureState, List, Pack, PackFiles, PackPlace, StateName, Tree, read};
use crate::state::{Action, State, Subject};

const TEXT: &str = r#"{ "format": 1, "title": { "en": "A" },
  "provinces": [ { "id": "CN-JS", "name": { "en": "Jiangsu" }, "kind": "province" } ],
  "batches": [ { "number": 1, "arrive": { "date": "1995" }, "figure": { "state": "reported", "value": 622, "precision": "about", "sources": ["s"] } },
               { "number": 2, "arrive": { "date": "1998" }, "figure": { "state": "not_published", "note": { "en": "n" } } } ],
  "photos": [ { "id": "a", "file": "a.jpg", "title": { "en": "One" }, "caption": { "en": "First." }, "alt": {}, "provinces": ["CN-JS"] },
              { "id": "b", "file": "b.jpg", "title": { "en": "Two" }, "caption": {}, "alt": {} },
              { "id": "c", "file": "c.jpg", "title": { "en": "Three" }, "caption": { "en": "Third." }, "alt": {} } ],
  "sources": [ { "id": "s", "publisher": { "en": "P" }, "language": "en", "hosting": "publisher", "how_read": "full" } ] }
"#;

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

fn begun() -> State {
    let (exhibition, problems) = read(TEXT).expect("read");
    let names: BTreeSet<String> = ["a.jpg", "b.jpg", "c.jpg"].map(str::to_owned).into();
    let pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |name| names.contains(name));
    let files = PackFiles { names, ..PackFiles::default() };
    let tree = Tree::of_text(TEXT).expect("a tree");
    let mut state = State::default();
    let begun = Begun { pack, tree, files, records: Vec::new(), target: None, is_older: false };
    state.update(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))));
    state
}

fn form(state: &mut State, command: FormCommand) {
    state.update(Action::Edit(EditCommand::Form(command)));
}

fn tree(state: &State) -> &Tree {
    state.editing().expect("editing").tree()
}

#[test]
fn a_state_gives_back_what_the_figure_had_in_it_until_the_pane_closes() {
    let mut state = begun();
    state.update(Action::Sheet(Subject::Batch(1)));
    let at = path("batches[0].figure");
    let before = tree(&state).value(&at).cloned();
    form(&mut state, FormCommand::State(at.clone(), StateName::NotPublished));
    assert_eq!(tree(&state).value(&at), Some(&json!({ "state": "not_published" })));
    assert!(matches!(state.pack().exhibition.batches[0].figure.state, FigureState::NotPublished));
    form(&mut state, FormCommand::State(at.clone(), StateName::WorkedOut));
    assert_eq!(tree(&state).value(&at), Some(&json!({ "state": "worked_out", "terms": [{}] })));
    form(&mut state, FormCommand::State(at.clone(), StateName::Reported));
    assert_eq!(tree(&state).value(&at).cloned(), before);
    form(&mut state, FormCommand::State(at.clone(), StateName::NotApplicable));
    state.update(Action::Edit(EditCommand::Choose(None)));
    state.update(Action::Sheet(Subject::Batch(1)));
    form(&mut state, FormCommand::State(at.clone(), StateName::Reported));
    assert_eq!(tree(&state).value(&at), Some(&json!({ "state": "reported" })), "nothing is made up");
}

#[test]
fn a_number_is_typed_digit_by_digit_and_an_empty_one_is_none() {
    let mut state = begun();
    let at = path("batches[0].figure.value");
    let typed = |state: &State| {
        let editing = state.editing().expect("editing");
        editing.form().number(editing.tree(), &at)
    };
    for (text, value) in [("", None), ("6", Some(json!(6))), ("6.", Some(json!(6.0))), ("6.5", Some(json!(6.5)))] {
        form(&mut state, FormCommand::Number(at.clone(), text.to_owned()));
        assert_eq!(tree(&state).value(&at).and_then(Value::as_f64), value.as_ref().and_then(Value::as_f64));
        assert_eq!(typed(&state), text, "as it was typed");
    }
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(typed(&state), "622");
    assert_eq!(only_number("４,766 people", false), "4766");
    assert_eq!(only_number(".5.2", true), "5.2");
    for none in ["", "-", ".", "x"] {
        assert_eq!(typed_number(none), None, "{none}");
    }
    assert_eq!((typed_number("-0"), typed_number("000")), (Some(json!(0)), Some(json!(0))));
}

#[test]
fn half_a_date_is_written_when_its_field_is_left_and_not_before() {
    let mut state = begun();
    state.update(Action::Sheet(Subject::Batch(1)));
    let at = path("batches[0].leave.date");
    let above = Some(path("batches[0].leave"));
    let typed = |state: &mut State, text: &str| {
        form(state, FormCommand::Date(at.clone(), text.to_owned(), above.clone()));
        let editing = state.editing().expect("editing");
        assert_eq!(editing.form().date(editing.tree(), &at), text, "as it was typed");
        tree(state).value(&at).cloned()
    };
    assert_eq!(typed(&mut state, "199"), None);
    assert_eq!(typed(&mut state, "1998"), Some(json!("1998")));
    assert_eq!(typed(&mut state, "1998-0"), Some(json!("1998")));
    assert_eq!(typed(&mut state, "1998-06"), Some(json!("1998-06")));
    assert_eq!(state.editing().expect("editing").history().undoable(), 1);
    assert_eq!(typed(&mut state, "soon"), Some(json!("1998-06")));
    state.update(Action::Edit(EditCommand::Beside(1)));
    assert_eq!(tree(&state).value(&at), Some(&json!("soon")), "nothing that was typed is lost");
    state.update(Action::Edit(EditCommand::Undo));
    assert_eq!(typed(&mut state, ""), None);
    assert_eq!(tree(&state).value(&path("batches[0].leave")), None, "an end without a date is none");
}

#[test]
fn a_new_source_is_made_in_place_named_and_referred_to_in_one_step() {
    let mut state = begun();
    state.update(Action::Sheet(Subject::Batch(1)));
    let at = path("batches[0].figure.sources");
    form(&mut state, FormCommand::Pick(Some(Picking { at: at.clone(), typed: "Xinhua".to_owned(), row: 0 })));
    form(&mut state, FormCommand::New { at: Some(at.clone()), list: List::Sources, name: "Xinhua".to_owned() });
    assert_eq!(tree(&state).value(&at), Some(&json!(["s", "xinhua"])));
    assert_eq!(tree(&state).text_at(&path("sources[1].publisher.en")), "Xinhua");
    let editing = state.editing().expect("editing");
    assert_eq!(editing.chosen_path(), Some(path("sources[1]")));
    assert!(matches!(editing.form().came_from(), Some(Chosen::Entry(List::Batches, _))));
    assert_eq!((editing.history().undoable(), editing.form().picking()), (1, None));
    form(&mut state, FormCommand::Back);
    assert_eq!(state.editing().expect("editing").chosen_path(), Some(path("batches[0]")));
    form(
        &mut state,
        FormCommand::New { at: Some(path("photos[0].topic")), list: List::Topics, name: "城镇".to_owned() },
    );
    assert_eq!(tree(&state).text_at(&path("photos[0].topic")), "topic");
    assert_eq!(tree(&state).text_at(&path("topics[0].name.zh")), "城镇", "in the language that it is in");
}

#[test]
fn a_reference_is_set_or_added_as_the_field_asks() {
    let tree = Tree::of_text(TEXT).expect("a tree");
    assert_eq!(refer(&tree, &path("photos[0].topic"), "t"), Change::set(path("photos[0].topic"), "t"));
    assert_eq!(refer(&tree, &path("photos[0].provinces"), "t"), Change::insert(path("photos[0].provinces[1]"), "t"));
    let terms = path("batches[0].figure.terms[0].sources");
    assert_eq!(refer(&tree, &terms, "t"), Change::set(terms.clone(), json!(["t"])));
}

#[test]
fn back_closes_a_list_then_the_pane() {
    let mut state = begun();
    state.update(Action::Sheet(Subject::Batch(1)));
    let picking = Picking { at: path("batches[0].figure.sources"), typed: String::new(), row: 0 };
    form(&mut state, FormCommand::Pick(Some(picking)));
    state.update(Action::Back);
    let editing = state.editing().expect("editing");
    assert!(editing.form().picking().is_none() && editing.chosen().is_some());
    state.update(Action::Back);
    assert!(state.editing().expect("editing").chosen().is_none());
}

#[test]
fn several_pictures_are_written_in_one_step_and_only_as_was_asked() {
    let mut state = begun();
    let keys: Vec<_> = (0..3).map(|at| tree(&state).key("photos", at).expect("a key")).collect();
    state.update(Action::Edit(EditCommand::Mark(keys[0])));
    let photo = state.pack().keys()[1];
    state.update(Action::OpenPhoto(photo));
    state.update(Action::Edit(EditCommand::Mark(keys[2])));
    let editing = state.editing().expect("editing");
    assert_eq!(editing.marked().len(), 3, "a touch marks");
    assert_eq!(several::common(editing, "caption.en"), Common::Differing(3));
    assert_eq!(several::common(editing, "credit"), Common::Nothing);
    assert_eq!(several::common(editing, "provinces"), Common::Differing(2));
    let draft = |state: &mut State, field: &str, text: &str| {
        form(state, FormCommand::Draft(path("marked").field(field), text.to_owned()));
    };
    draft(&mut state, "caption.en", "More.");
    assert!(tree(&state).is_original(), "nothing is written until it is asked for");
    form(&mut state, FormCommand::Way(Way::Append));
    form(&mut state, FormCommand::WriteMarked("caption"));
    let captions = |state: &State| {
        (0..3).map(|at| tree(state).text_at(&path(&format!("photos[{at}].caption.en"))).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(captions(&state), ["First. More.", "More.", "Third. More."]);
    assert_eq!(state.editing().expect("editing").history().undoable(), 1);
    state.update(Action::Edit(EditCommand::Undo));
    assert!(tree(&state).is_original());
    let lists = |state: &State| tree(state).entry("photos", 0).and_then(|it| it.get("provinces")).cloned();
    for (way, text) in [(Way::WhereEmpty, "CN-ZJ"), (Way::Append, "CN-JS CN-ZJ")] {
        for key in &keys {
            let marked = state.editing().expect("editing").marked().contains(key);
            if !marked {
                state.update(Action::Edit(EditCommand::Mark(*key)));
            }
        }
        form(&mut state, FormCommand::Way(way));
        draft(&mut state, "provinces", text);
        form(&mut state, FormCommand::WriteMarked("provinces"));
        let wanted = if way == Way::Append { json!(["CN-JS", "CN-ZJ"]) } else { json!(["CN-JS"]) };
        assert_eq!(lists(&state), Some(wanted));
    }
}

#[derive(Clone, Debug)]
enum Move {
    State(StateName),
    Value(String),
    Term(usize, String),
    AddTerm,
    RemoveTerm(usize),
    Undo,
    Redo,
    Choose,
}

fn any_move() -> impl Strategy<Value = Move> {
    let state = proptest::sample::select(vec![
        StateName::Reported,
        StateName::WorkedOut,
        StateName::NotPublished,
        StateName::NotApplicable,
    ]);
    prop_oneof![
        state.prop_map(Move::State),
        "-?[1-9.]{0,3}".prop_map(Move::Value),
        (0..3_usize, "-?[1-9.]{0,3}").prop_map(|(at, text)| Move::Term(at, text)),
        Just(Move::AddTerm),
        (0..3_usize).prop_map(Move::RemoveTerm),
        Just(Move::Undo),
        Just(Move::Redo),
        Just(Move::Choose),
    ]
}

proptest! {
    #[test]
    fn no_sequence_of_edits_of_a_figure_makes_a_zero_that_was_not_typed(moves in proptest::collection::vec(any_move(), 1..30)) {
        let mut state = begun();
        state.update(Action::Sheet(Subject::Batch(2)));
        let at = path("batches[1].figure");
        for one in moves {
            let terms = tree(&state).value(&at.field("terms")).and_then(Value::as_array).map_or(0, Vec::len);
            let step = |change| EditCommand::Edit(Edit::step(vec![change]));
            let command = match one {
                Move::State(name) => EditCommand::Form(FormCommand::State(at.clone(), name)),
                Move::Value(text) => EditCommand::Form(FormCommand::Number(at.field("value"), text)),
                Move::Term(i, text) if i < terms => EditCommand::Form(FormCommand::Number(at.field("terms").index(i).field("value"), text)),
                Move::AddTerm if terms > 0 => step(Change::insert(at.field("terms").index(terms), json!({}))),
                Move::RemoveTerm(i) if i < terms => step(Change::Remove { at: at.field("terms").index(i) }),
                Move::Undo => EditCommand::Undo,
                Move::Redo => EditCommand::Redo,
                Move::Choose => EditCommand::Choose(state.editing().expect("editing").chosen()),
                Move::Term(..) | Move::AddTerm | Move::RemoveTerm(_) => continue,
            };
            state.update(Action::Edit(command));
            let editing = state.editing().expect("editing");
            let is_zero = |at: &FieldPath| editing.tree().value(at).and_then(Value::as_f64) == Some(0.0);
            prop_assert!(!is_zero(&at.field("value")));
            for i in 0..4 {
                prop_assert!(!is_zero(&at.field("terms").index(i).field("value")));
            }
            let has_all = editing.tree().value(&at.field("terms")).and_then(Value::as_array).is_some_and(|terms| {
                !terms.is_empty() && terms.iter().all(|term| term.get("value").is_some())
            });
            prop_assert_eq!(sum(editing.tree(), &at).is_some(), has_all);
            // What is shown has a number only where the document has all of it.
            let shown = state.pack().exhibition.batches.iter().find(|batch| batch.number == 2);
            let amount = shown.and_then(|batch| batch.figure.amount());
            if let Some(amount) = amount {
                let value = editing.tree().value(&at.field("value")).and_then(Value::as_f64);
                prop_assert_eq!(Some(amount.value), value.or(sum(editing.tree(), &at)));
            }
        }
    }
}
