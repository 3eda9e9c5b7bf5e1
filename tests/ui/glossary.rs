//! Whoever translates is offered the glossary’s words and what was checked elsewhere, and nothing is filled in unasked.

use egui::vec2;
use vitrine::model::{FieldPath, Lang, List};
use vitrine::state::editing::Chosen;
use vitrine::state::editing::fields::Called;
use vitrine::state::{Action, BeginCommand, EditCommand};
use vitrine::text::{Pane, Say};

use crate::support::Visitor;
use crate::support::editor::{begun, editor};

const EXHIBITION: &str = r#"{ "format": 1, "title": { "en": "Teachers" },
    "divisions": [{ "id": "1", "name": { "en": "Lhasa", "zh": "拉萨市", "bo": "ལྷ་ས།" }, "kind": "city" }],
    "milestones": [
      { "id": "a", "date": "1995", "title": { "en": "Cadres in Lhasa" }, "text": { "en": "They came." }, "sources": [] },
      { "id": "b", "date": "1996", "title": { "en": "Later" },
        "text": { "en": "They came.", "zh": "他们来了。", "reviewed": ["zh"] }, "sources": [] }
    ],
    "glossary": [{ "name": { "en": "cadre", "zh": "干部", "bo": "ལས་བྱེད་པ།" } }] }
"#;

fn text(visitor: &Visitor, at: &str) -> String {
    let path: FieldPath = at.parse().expect("a path");
    visitor.state().editing().expect("it is edited").tree().text_at(&path).to_owned()
}

fn choose_first(visitor: &mut Visitor) {
    let key = visitor.state().editing().expect("it is edited").tree().key("milestones", 0).expect("a milestone");
    visitor.apply(Action::Edit(EditCommand::Choose(Some(Chosen::Entry(List::Milestones, key)))));
}

#[test]
fn a_translator_is_offered_the_terms_of_the_source() {
    for lang in Lang::ALL {
        let mut visitor = editor(EXHIBITION, lang, vec2(1920.0, 1080.0));
        choose_first(&mut visitor);
        let offer = |visitor: &Visitor, word: &str, term: &str| visitor.say(Say::Pane(Pane::Insert(word, term)));
        let (cadre, city) = (offer(&visitor, "干部", "cadre"), offer(&visitor, "拉萨市", "Lhasa"));
        assert!(visitor.sees(&cadre) && visitor.sees(&city), "both are offered");
        assert_eq!(text(&visitor, "milestones[0].title.zh"), "", "nothing is filled in unasked");
        // What is typed without its rank counts as the name.
        visitor.focus(&visitor.say(Say::Pane(Pane::In(Called::Title, Lang::Zh))));
        visitor.type_text("拉萨");
        assert!(visitor.sees(&cadre) && !visitor.sees(&city));
        visitor.activate(&cadre);
        assert_eq!(text(&visitor, "milestones[0].title.zh"), "拉萨干部", "it goes where the caret is");
        assert!(!visitor.sees(&cadre));
        // Tibetan syllables are parted.
        let (cadre, city) = (offer(&visitor, "ལས་བྱེད་པ", "cadre"), offer(&visitor, "ལྷ་ས", "Lhasa"));
        visitor.activate(&city);
        visitor.activate(&cadre);
        assert_eq!(text(&visitor, "milestones[0].title.bo"), "ལྷ་ས་ལས་བྱེད་པ");
        visitor.apply(Action::Edit(EditCommand::Undo));
        assert_eq!(text(&visitor, "milestones[0].title.bo"), "ལྷ་ས");
    }
}

#[test]
fn what_was_checked_for_the_same_source_is_offered() {
    let mut visitor = editor(EXHIBITION, Lang::En, vec2(1920.0, 1080.0));
    choose_first(&mut visitor);
    let offer = format!("{}: 他们来了。", visitor.say(Say::Pane(Pane::CheckedElsewhere)));
    visitor.activate(&offer);
    assert_eq!(text(&visitor, "milestones[0].text.zh"), "他们来了。");
    assert!(!visitor.sees(&offer), "it is there");
    // A draft is nobody’s word.
    assert!(!visitor.sees_containing("They came.: "));
}

#[test]
fn what_was_checked_in_another_exhibition_is_not_offered() {
    let mut visitor = editor(EXHIBITION, Lang::En, vec2(1920.0, 1080.0));
    choose_first(&mut visitor);
    let offer = format!("{}: 他们来了。", visitor.say(Say::Pane(Pane::CheckedElsewhere)));
    assert!(visitor.sees(&offer));
    let other = EXHIBITION.replace("他们来了。", "他们到了。");
    visitor.apply(Action::Edit(EditCommand::Leave));
    visitor.apply(Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun(&other))))));
    choose_first(&mut visitor);
    assert!(!visitor.sees(&offer), "{:?}", visitor.names());
    assert!(visitor.sees_containing("他们到了。"), "{:?}", visitor.names());
}
