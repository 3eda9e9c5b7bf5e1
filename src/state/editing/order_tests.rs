//! Stops, their times, and what a view as it stands becomes.

use serde_json::json;

use super::order::{parse_time, planned, shows_now, span, stop_now, stops_of_pictures, times_taken};
use super::tests::{begun, path};
use super::{Chosen, Edit, EditCommand, OrderCommand, Surface};
use crate::model::{Change, List, ProvinceId, Tree};
use crate::state::talk::{KeyCommand, Phase};
use crate::state::{Action, ChartMode, State, TalkCommand, View, Zoom};

const TEXT: &str = r#"{ "format": 1, "title": { "en": "A" },
  "divisions": [ { "id": "lhasa", "name": { "en": "Lhasa" }, "kind": "city" } ],
  "provinces": [ { "id": "CN-JS", "name": { "en": "Jiangsu" }, "kind": "province" } ],
  "pairings": [ { "province": "CN-JS", "division": "lhasa", "since": "1995", "told": {}, "sources": [] } ],
  "pairing_stops": [ { "year": 1995, "change": {}, "sources": [] }, { "year": 2002, "change": {}, "sources": [] } ],
  "batches": [ { "number": 1, "arrive": { "date": "1995" }, "figure": { "state": "not_published" } },
               { "number": 2, "arrive": { "date": "1998" }, "figure": { "state": "not_published" } } ],
  "milestones": [ { "id": "start", "date": "1994", "title": { "en": "Start" }, "text": {}, "sources": [] } ],
  "photos": [ { "id": "a", "file": "a.jpg", "title": { "en": "One" }, "caption": {}, "alt": {} },
              { "id": "b", "file": "b.jpg", "title": { "en": "Two" }, "caption": {}, "alt": {} } ],
  "running_order": [ { "shows": { "photo": "a" }, "secs": 75 }, { "shows": { "chart": {} } },
                     { "shows": { "photo": "b" }, "secs": 30 } ] }
"#;

fn edit(state: &mut State, command: EditCommand) {
    state.update(Action::Edit(command));
}

#[test]
fn a_time_is_typed_as_minutes_and_seconds_or_as_minutes() {
    for (text, secs) in [
        ("1:15", Some(75)),
        (" 0:40 ", Some(40)),
        (":30", Some(30)),
        ("2", Some(120)),
        ("1：05", Some(65)),
        ("1:", None),
        ("1:60", None),
        ("0:00", None),
        ("", None),
        ("a", None),
        ("-1", None),
        ("1:5", Some(65)),
        ("99999", None),
    ] {
        assert_eq!(parse_time(text), secs, "{text}");
    }
}

#[test]
fn planned_times_add_up() {
    let tree = Tree::of_text(TEXT).expect("a tree");
    assert_eq!(planned(&tree), [75, 60, 30]);
    assert_eq!((span(&tree, 0), span(&tree, 2)), ([0, 75, 165], [135, 165, 165]));
}

#[test]
fn the_view_as_it_stands_becomes_a_stop() {
    let mut state = begun(TEXT, Vec::new());
    assert_eq!(shows_now(&state), None, "the whole wall is no stop");
    state.update(Action::Province(Some(ProvinceId::from("CN-JS"))));
    assert_eq!(shows_now(&state), Some(json!({ "province": "CN-JS" })));
    let second = state.pack().keys()[1];
    state.update(Action::OpenPhoto(second));
    // It is still what is seen once the running order is before it.
    edit(&mut state, EditCommand::Surface(Surface::RunningOrder));
    assert_eq!(shows_now(&state), Some(json!({ "photo": "b" })));
    edit(&mut state, EditCommand::Surface(Surface::Views));
    for (action, expected) in [
        (Action::View(View::Personnel), json!({ "chart": { "form": "bars" } })),
        (Action::Chart(ChartMode::Running), json!({ "chart": { "form": "running" } })),
        (Action::View(View::Pairings), json!({ "pairings": { "lit": "CN-JS" } })),
        (Action::Step(2002), json!({ "pairings": { "year": 2002, "lit": "CN-JS" } })),
    ] {
        state.update(action);
        assert_eq!(shows_now(&state), Some(expected));
    }
    state.update(Action::View(View::Timeline));
    assert_eq!(shows_now(&state), None);
    state.update(Action::Milestone("start".into()));
    assert_eq!(shows_now(&state), Some(json!({ "milestone": "start" })));
    state.update(Action::View(View::Personnel));
    let batch = state.editing().and_then(|editing| editing.entry_with(List::Batches, "number", &json!(2)));
    edit(&mut state, EditCommand::Choose(Some(Chosen::Entry(List::Batches, batch.expect("a batch")))));
    assert_eq!(shows_now(&state), Some(json!({ "chart": { "form": "running", "lit": [2] } })));
}

#[test]
fn a_picture_is_added_with_the_part_of_it_that_is_seen_and_a_talk_shows_that_part_first() {
    let mut state = begun(TEXT, Vec::new());
    let first = state.editing().expect("editing").tree().key("running_order", 0).expect("a stop");
    edit(&mut state, EditCommand::Choose(Some(Chosen::Entry(List::RunningOrder, first))));
    edit(&mut state, EditCommand::Preview(true));
    let second = state.pack().keys()[1];
    state.update(Action::OpenPhoto(second));
    state.update(Action::Zoom(Zoom { scale: 2.5, center: [0.3, 0.6] }));
    let stop = stop_now(&state).expect("a picture is seen");
    assert_eq!(stop, json!({ "shows": { "photo": "b" }, "secs": 60, "zoom": [2.5, 0.3, 0.6] }));
    edit(&mut state, EditCommand::Order(OrderCommand::Add(Some(Box::new(stop)))));
    edit(&mut state, EditCommand::Preview(false));
    state.update(Action::Talk(TalkCommand::Open));
    state.update(Action::Talk(TalkCommand::Start));
    assert_eq!(state.talk().zoom, None);
    state.update(Action::Talk(TalkCommand::Do(KeyCommand::Next)));
    assert_eq!(state.talk().zoom, Some(Zoom { scale: 2.5, center: [0.3, 0.6] }));
    state.update(Action::Talk(TalkCommand::Do(KeyCommand::Next)));
    assert_eq!(state.talk().zoom, None);
}

#[test]
fn a_new_stop_comes_after_the_chosen_one_and_is_chosen() {
    let mut state = begun(TEXT, Vec::new());
    edit(&mut state, EditCommand::Surface(Surface::RunningOrder));
    edit(
        &mut state,
        EditCommand::Order(OrderCommand::Add(Some(Box::new(json!({ "shows": { "milestone": "start" } }))))),
    );
    let editing = state.editing().expect("editing");
    assert_eq!((editing.stop_index(), editing.chosen_path()), (Some(1), Some(path("running_order[1]"))));
    assert_eq!(state.pack().exhibition.running_order.len(), 4);
    edit(&mut state, EditCommand::Order(OrderCommand::Add(None)));
    assert_eq!(state.editing().expect("editing").caret(), Some(&path("running_order[2].title.en")));
    edit(&mut state, EditCommand::Undo);
    edit(&mut state, EditCommand::Undo);
    assert_eq!(state.editing().expect("editing").tree().text().expect("text"), TEXT);
}

#[test]
fn a_typed_time_is_taken_as_soon_as_it_is_one_and_is_one_step() {
    let mut state = begun(TEXT, Vec::new());
    edit(&mut state, EditCommand::Surface(Surface::RunningOrder));
    for typed in ["2", "2:", "2:3", "2:30"] {
        edit(&mut state, EditCommand::Order(OrderCommand::TypeTime(Some(typed.to_owned()))));
        assert_eq!(state.editing().expect("editing").typed_time(), Some(typed));
    }
    edit(&mut state, EditCommand::Order(OrderCommand::TypeTime(None)));
    assert_eq!(state.pack().exhibition.running_order[0].secs, 150);
    assert_eq!(state.editing().expect("editing").history().undoable(), 1);
}

#[test]
fn a_stop_leads_to_what_it_shows() {
    let mut state = begun(TEXT, Vec::new());
    edit(&mut state, EditCommand::Surface(Surface::RunningOrder));
    edit(&mut state, EditCommand::Beside(0));
    edit(&mut state, EditCommand::Order(OrderCommand::Open));
    let editing = state.editing().expect("editing");
    assert_eq!((editing.surface(), editing.chosen_path()), (Surface::Views, Some(path("photos[0]"))));
    assert_eq!(state.view(), View::Photos);
}

#[test]
fn an_exhibition_without_a_running_order_gets_one_of_its_pictures() {
    let mut tree = Tree::of_text(r#"{ "photos": [ {"id": "a"}, {}, {"id": "b"} ] }"#).expect("a tree");
    tree.apply_all(&stops_of_pictures(&tree)).expect("fits");
    let shows = |index| tree.entry("running_order", index).map(|stop| stop["shows"]["photo"].clone());
    assert_eq!([shows(0), shows(1), shows(2)], [Some(json!("a")), Some(json!("b")), None]);
}

#[test]
fn the_times_of_a_run_become_the_planned_ones_and_the_editor_is_where_it_was() {
    let mut state = begun(TEXT, Vec::new());
    edit(&mut state, EditCommand::Surface(Surface::RunningOrder));
    let talk = |state: &mut State, command| drop(state.update(Action::Talk(command)));
    talk(&mut state, TalkCommand::Open);
    talk(&mut state, TalkCommand::Start);
    assert!(state.talk().is_on());
    // Nothing is edited during a talk.
    edit(&mut state, EditCommand::Edit(Edit::step(vec![Change::Remove { at: path("running_order[0]") }])));
    assert_eq!(state.pack().exhibition.running_order.len(), 3);
    talk(&mut state, TalkCommand::Do(KeyCommand::Next));
    for now in [10.0, 22.4] {
        state.update(Action::Tick(now));
    }
    talk(&mut state, TalkCommand::Do(KeyCommand::Next));
    state.update(Action::Tick(62.4));
    talk(&mut state, TalkCommand::End);
    talk(&mut state, TalkCommand::Close);
    assert_eq!(state.talk().phase, Phase::Off);
    let editing = state.editing().expect("a talk does not end editing");
    assert_eq!(editing.surface(), Surface::RunningOrder);
    let changes = times_taken(editing.tree(), state.talk());
    edit(&mut state, EditCommand::Edit(Edit::step(changes)));
    let secs: Vec<u32> = state.pack().exhibition.running_order.iter().map(|stop| stop.secs).collect();
    assert_eq!(secs, [75, 22, 40], "the first one was not shown");
    edit(&mut state, EditCommand::Undo);
    assert_eq!(state.editing().expect("editing").tree().text().expect("text"), TEXT, "one step");
}

#[test]
fn stops_are_added_one_after_the_other_while_one_goes_through_the_views() {
    let mut state = begun(TEXT, Vec::new());
    edit(&mut state, EditCommand::Surface(Surface::RunningOrder));
    edit(&mut state, EditCommand::Order(OrderCommand::Add(None)));
    edit(&mut state, EditCommand::Surface(Surface::Views));
    for at in [0, 1] {
        let photo = state.editing().expect("editing").tree().key("photos", at).expect("a picture");
        edit(&mut state, EditCommand::Choose(Some(Chosen::Entry(List::Photos, photo))));
        assert_eq!(state.editing().expect("editing").next_stop(), 2 + at);
        let stop = stop_now(&state).map(Box::new);
        edit(&mut state, EditCommand::Order(OrderCommand::Add(stop)));
        assert_eq!(state.editing().expect("editing").surface(), Surface::Views, "one goes on there");
    }
    let shows = |at| {
        state.editing().expect("editing").tree().text_at(&path(&format!("running_order[{at}].shows.photo"))).to_owned()
    };
    assert_eq!([shows(0), shows(1), shows(2), shows(3), shows(5)], ["a", "", "a", "b", "b"]);
}
