//! The list of problems: read, gone to, come back from, mended.

use egui::{Key, Modifiers, vec2};
use vitrine::model::{FieldPath, Lang};
use vitrine::state::editing::{MendKind, Surface};
use vitrine::state::{Action, EditCommand, ProblemCommand, View};
use vitrine::text::{Editor, Mend, Say};

use crate::support::Visitor;
use crate::support::editor::{built_in, editor};

/// The built-in exhibition with a few mistakes.
pub fn broken() -> String {
    let text = built_in();
    let mut value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let id = value["photos"][3]["id"].clone();
    value["photos"][5]["id"] = id;
    value["photos"][2]["file"] = "pictures\\solar.jpg".into();
    value["photos"][4]["size"] = serde_json::json!([1600, 1000]);
    value["photos"][7]["topic"] = "nothing".into();
    for photo in 8..14 {
        value["photos"][photo]["title"].as_object_mut().expect("words").remove("bo");
    }
    value["batches"][6]["figure"]["sources"] = serde_json::json!([]);
    serde_json::to_string_pretty(&value).expect("text")
}

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

fn has(visitor: &Visitor, part: &str) -> bool {
    visitor.names().iter().any(|name| name.contains(part))
}

/// Opens the list, goes to a field and back to the row, mends with one click, takes it back.
fn journey(lang: Lang) {
    let mut visitor = editor(&broken(), lang, vec2(1920.0, 1080.0));
    let faults = visitor.state().editing().expect("editing").faults();
    visitor.click(&visitor.say(Say::Editor(Editor::Problems(faults))));
    assert!(visitor.sees(&visitor.say(Say::Editor(Editor::Mend(faults)))));
    // Six titles without Tibetan are one row, which leads to the first.
    let field = vitrine::text::field_name(lang, "title").expect("a name");
    let row = visitor.say(Say::Mend(Mend::Missing(6, &field, Lang::Bo)));
    assert!(has(&visitor, &row), "{:#?}", visitor.names());
    // Wherever it stands: in Tibetan, further down.
    let name = visitor.names().into_iter().find(|name| name.contains(&row)).expect("the row");
    visitor.activate(&name);
    let editing = visitor.state().editing().expect("editing");
    assert!(!editing.shows_problems());
    assert_eq!(editing.chosen_path(), Some(path("photos[8]")));
    assert_eq!((visitor.state().view(), editing.surface()), (View::Photos, Surface::Views));
    visitor.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert!(visitor.state().editing().expect("editing").shows_problems());
    assert!(visitor.focused().is_some_and(|name| name.contains(&row)), "{:?}", visitor.focused());
    // The second of two pictures with one id.
    visitor.activate(&visitor.say(Say::Mend(Mend::Do(MendKind::Rename))));
    let x = &visitor.state().pack().exhibition;
    assert_eq!(x.photos[5].id.as_str(), format!("{}-2", x.photos[3].id.as_str()));
    visitor.wait_until("the problem is gone", |visitor| {
        visitor.state().editing().is_some_and(|editing| editing.faults() < faults)
    });
    assert!(!visitor.sees(&visitor.say(Say::Mend(Mend::Do(MendKind::Rename)))));
    visitor.apply(Action::Edit(EditCommand::Undo));
    let x = &visitor.state().pack().exhibition;
    assert_eq!(x.photos[5].id, x.photos[3].id);
}

#[test]
fn a_problem_leads_to_its_field_and_back_and_is_mended_with_one_click() {
    for lang in Lang::ALL {
        journey(lang);
    }
}

#[test]
fn keys_open_the_list_and_go_from_problem_to_problem() {
    let mut visitor = editor(&broken(), Lang::En, vec2(1280.0, 800.0));
    visitor.press(Key::F7);
    assert!(visitor.state().editing().expect("editing").shows_problems());
    visitor.press(Key::F8);
    let first = visitor.state().editing().expect("editing").chosen_path();
    visitor.press(Key::F8);
    let second = visitor.state().editing().expect("editing").chosen_path();
    assert!(first.is_some() && second.is_some() && first != second, "{first:?}, {second:?}");
}

#[test]
fn a_check_before_opening_says_what_was_seen_in_every_view_and_language() {
    let mut visitor = editor(&broken(), Lang::En, vec2(1920.0, 1080.0));
    visitor.press(Key::F7);
    visitor.click("Check before opening");
    assert!(visitor.sees("Seen: 6 parts in 3 languages, at 4 sizes."), "{:#?}", visitor.names());
    assert!(visitor.sees("Photos: English: every text is there"));
    visitor.click("Photos: Tibetan: 6 without a text");
    let editing = visitor.state().editing().expect("editing");
    assert_eq!(editing.chosen_path(), Some(path("photos[8]")));
    assert_eq!(visitor.focused().as_deref(), Some("Title, བོད་ཡིག"), "the caret is in the field");
}

#[test]
fn nothing_to_mend_is_said() {
    let text = r#"{ "format": 1, "title": { "en": "A", "zh": "A", "bo": "A", "reviewed": ["en", "zh", "bo"] }, "photos": [] }"#;
    let mut visitor = editor(text, Lang::En, vec2(1280.0, 800.0));
    visitor.apply(Action::Edit(EditCommand::Checked(0, Vec::new())));
    visitor.press(Key::F7);
    assert!(visitor.sees("Nothing to mend."), "{:#?}", visitor.names());
}

/// Pictures of the list, to be looked at.
#[test]
fn the_list_is_drawn() {
    for (name, lang, theme, size) in crate::support::editor::DRESSES {
        let mut state = crate::support::editor::editing(&broken(), lang);
        state.update(Action::Theme(theme));
        state.update(Action::Edit(EditCommand::Problem(ProblemCommand::Shown(true))));
        crate::support::editor::draw(state, &format!("mend-{name}"), size);
    }
}
