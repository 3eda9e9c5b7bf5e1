//! A talk that is cut off goes on, and nothing else comes in its place.

use vitrine::model::Lang;
use vitrine::state::talk::{Record, TalkCommand};
use vitrine::state::{Action, Effect};

use crate::audience::{before_a_talk, in_a_talk, press, talk, two, wait};

#[test]
fn after_a_power_cut_the_talk_goes_on_at_the_same_stop_with_the_time_that_had_passed() {
    let mut state = in_a_talk(two());
    let mut kept = None;
    let mut keep = |effects: Vec<Effect>| {
        for effect in effects {
            if let Effect::PersistTalk(record) = effect {
                kept = record.map(|r| r.to_text());
            }
        }
    };
    for _ in 0..6 {
        keep(press(&mut state, "PageDown"));
        keep(wait(&mut state, 61.0));
    }
    keep(wait(&mut state, 2.0));
    // Killed here.
    let text = kept.expect("a record");
    let mut again = before_a_talk(two());
    talk(&mut again, TalkCommand::Close);
    talk(&mut again, TalkCommand::Recovered(Box::new(Record::from_text(&text).expect("readable"))));
    talk(&mut again, TalkCommand::Open);
    assert!(again.talk().offer.is_some(), "offered, not forced");
    talk(&mut again, TalkCommand::Resume);
    assert_eq!(again.talk().position(), 6);
    assert!((again.talk().elapsed() - state.talk().elapsed()).abs() <= 5.0);
    let before = again.talk().elapsed();
    wait(&mut again, 20.0);
    assert!((again.talk().elapsed() - before).abs() < 1e-9, "it stands until the next move");
    press(&mut again, "PageDown");
    wait(&mut again, 3.0);
    assert!((again.talk().elapsed() - before - 3.0).abs() < 1e-6);
    let second = again.talk().stops.key(1).expect("a stop");
    assert!(again.talk().shown_secs(second) > 60.0);
    assert_eq!(Record::from_text("{\"pack\": 3"), None);
}

#[test]
fn another_exhibition_is_not_offered_the_record() {
    let mut state = before_a_talk(two());
    talk(&mut state, TalkCommand::Close);
    let record = state.talk().record("elsewhere".into(), Lang::En);
    talk(&mut state, TalkCommand::Recovered(Box::new(record)));
    talk(&mut state, TalkCommand::Open);
    assert_eq!(state.talk().offer, None);
}

#[test]
fn no_other_exhibition_comes_under_a_talk() {
    let mut state = in_a_talk(two());
    press(&mut state, "PageDown");
    for action in [Action::OpenBuiltIn, Action::PickPack, Action::OpenPack("x".into()), Action::Fullscreen] {
        assert_eq!(state.update(action), []);
    }
    let generation = state.generation();
    state.update(Action::PackOpened(Box::default()));
    assert_eq!((state.generation(), state.talk().position()), (generation, 1));
}
