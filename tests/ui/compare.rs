//! What was checked beside what stands now: opened from the field, read, and answered.

use egui::vec2;
use vitrine::model::{Change, FieldPath, Lang, List, TextState};
use vitrine::state::editing::{Chosen, Edit, FormCommand};
use vitrine::state::{Action, EditCommand, State};
use vitrine::text::{Pane, Say};

use crate::support::Visitor;
use crate::support::editor::{DRESSES, built_in, check, draw, editing, editor};

const CAPTION: &str = "photos[11].caption";
const NEW: &str = "Three workers beside solar panels on open ground. Zhejiang is paired with Nagqu. The magazine Outlook \
                   reported on 2 December 2024 that it had sent 650 people in ten groups. The drawing shows no particular place.";

fn path(text: &str) -> FieldPath {
    text.parse().expect("a path")
}

/// The Chinese caption was checked, and the English has changed since.
fn outdated() -> [Action; 4] {
    let reader = Some("Reader 2".to_owned());
    let set = Change::set(path(CAPTION).field("en"), NEW);
    [
        Action::Edit(EditCommand::Today("2026-11-22".to_owned())),
        Action::Edit(EditCommand::Check { at: path(CAPTION), lang: Lang::Zh, reader }),
        Action::Edit(EditCommand::Edit(Edit::step(vec![set]))),
        Action::Edit(EditCommand::EndRun),
    ]
}

fn choose(state: &State) -> Action {
    let key = state.editing().expect("editing").tree().key(List::Photos.field(), 11).expect("an entry");
    Action::Edit(EditCommand::Choose(Some(Chosen::Entry(List::Photos, key))))
}

fn is_checked(visitor: &Visitor) -> bool {
    let words = &visitor.state().pack().exhibition.photos[11].caption;
    matches!(words.state(Lang::Zh), TextState::Checked(review) if review.reader == "Reader 2")
}

fn compare_button(visitor: &Visitor) -> String {
    let compare = visitor.say(Say::Pane(Pane::Compare));
    let why = visitor.say(Say::Pane(Pane::SourceChanged(Lang::En)));
    format!("{compare}: {why}")
}

#[test]
fn a_translation_that_is_outdated_is_compared_and_said_to_be_right_still_or_not() {
    for lang in Lang::ALL {
        let mut visitor = editor(&built_in(), lang, vec2(1280.0, 1000.0));
        let old = visitor.state().pack().exhibition.photos[11].caption.en.clone();
        for action in outdated() {
            visitor.apply(action);
        }
        visitor.apply(choose(visitor.state()));
        for (answer, is_right) in [(Pane::StillRight, true), (Pane::ToBeReadAgain, false)] {
            assert!(!is_checked(&visitor));
            let button = compare_button(&visitor);
            assert!(visitor.sees(&button), "{lang:?}: {button} in {:#?}", visitor.names());
            visitor.activate(&button);
            let (was, now) = (visitor.say(Say::Pane(Pane::Was(Lang::En))), visitor.say(Say::Pane(Pane::Now(Lang::En))));
            assert!(visitor.sees(&format!("{was}: {old}")), "{lang:?}: {:#?}", visitor.names());
            assert!(visitor.sees(&format!("{now}: {NEW}")), "{lang:?}");
            let marked = visitor.description(&format!("{now}: {NEW}")).expect("what differs");
            for word in ["Three", "650", "groups"] {
                assert!(marked.contains(word), "{lang:?}: {marked}");
            }
            assert!(!marked.contains("Zhejiang"), "{lang:?}: {marked}");
            let answer = visitor.say(Say::Pane(answer));
            visitor.activate(&answer);
            assert_eq!(is_checked(&visitor), is_right, "{lang:?}");
            assert!(!visitor.sees(&format!("{was}: {old}")), "{lang:?}: it is closed");
            visitor.apply(Action::Edit(EditCommand::Undo));
        }
        visitor.apply(Action::Edit(EditCommand::Undo));
        visitor.apply(Action::Edit(EditCommand::Undo));
        assert!(visitor.state().editing().expect("editing").tree().is_original(), "{lang:?}: to the byte");
    }
}

#[test]
fn what_is_not_kept_any_more_is_said_and_esc_closes_it() {
    let mut value: serde_json::Value = serde_json::from_str(&built_in()).expect("JSON");
    value["photos"][11]["caption"]["reviewed"] =
        serde_json::json!([{ "lang": "zh", "from": "en", "source": "0123456789abcdef" }]);
    let mut visitor = editor(&value.to_string(), Lang::Zh, vec2(1280.0, 1000.0));
    visitor.apply(choose(visitor.state()));
    let button = compare_button(&visitor);
    visitor.activate(&button);
    let gone = visitor.say(Say::Pane(Pane::FormerGone));
    visitor.wait_until("the versions are looked through", |visitor| visitor.sees(&gone));
    visitor.apply(Action::Back);
    assert!(!visitor.sees(&gone));
    assert!(visitor.state().editing().expect("editing").chosen().is_some(), "the pane stays");
}

/// Pictures for those who look: `KEEP_PICTURES=1`.
#[test]
fn pictures_of_a_comparison() {
    for (name, lang, theme, size) in DRESSES {
        let mut state = editing(&built_in(), lang);
        state.update(Action::Theme(theme));
        for action in outdated() {
            state.update(action);
        }
        let zh = Change::set(
            path(CAPTION).field("zh"),
            "空地上，三名工人在太阳能电池板旁。浙江与那曲结对。《瞭望》2024 年 12 月 2 日报道，浙江十批共选派 645 人。画中并非某一具体地点。",
        );
        state.update(Action::Edit(EditCommand::Edit(Edit::step(vec![zh]))));
        check(&mut state);
        let chosen = choose(&state);
        state.update(chosen);
        state.update(Action::Edit(EditCommand::Form(FormCommand::Compare(Some((path(CAPTION), Lang::Zh))))));
        assert_eq!(state.editing().expect("editing").form().comparing(), Some((&path(CAPTION), Lang::Zh)));
        draw(state, &format!("compare-{name}"), [size[0], size[1] + 400]);
    }
}

/// The same, opened by a click in a small window: it comes into sight.
#[test]
fn pictures_of_a_comparison_that_a_click_opened() {
    for (name, lang, theme, _) in DRESSES {
        let mut visitor = editor(&built_in(), lang, vec2(1280.0, 800.0));
        visitor.apply(Action::Theme(theme));
        for action in outdated() {
            visitor.apply(action);
        }
        visitor.apply(choose(visitor.state()));
        let button = compare_button(&visitor);
        visitor.activate(&button);
        visitor.settle();
        let answer = visitor.say(Say::Pane(Pane::StillRight));
        let area = visitor.area(&answer).expect("an answer");
        assert!(visitor.window().contains_rect(area), "{lang:?}: {area:?} is in sight");
        draw(visitor.state().clone(), &format!("compare-opened-{name}"), [1280, 800]);
    }
}
