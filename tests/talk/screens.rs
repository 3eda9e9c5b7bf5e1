//! Screens that are chosen, swapped, plugged in and unplugged.

use vitrine::model::Lang;
use vitrine::state::talk::{Pair, Solo, TalkCommand, Windows};
use vitrine::state::{Action, Effect, State};

use crate::audience::{before_a_talk, hold, in_a_talk, laptop, monitor, press, projector, show, talk, two};

#[test]
fn the_audience_gets_the_screen_that_the_window_is_not_on() {
    let state = in_a_talk(two());
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    let alone = in_a_talk(vec![laptop()]);
    assert_eq!(
        alone.talk().windows(),
        Windows::One { shows: Solo::Audience, on: None },
        "one screen begins as the audience's"
    );
}

#[test]
fn a_choice_of_screens_is_remembered_by_name_and_size() {
    let mut state = before_a_talk(two());
    talk(&mut state, TalkCommand::Swap);
    let effects = talk(&mut state, TalkCommand::Start);
    let pairs = effects.into_iter().find_map(|e| match e {
        Effect::RememberScreens(pairs) => Some(pairs),
        _ => None,
    });
    let mut later = State::default();
    later.update(Action::Talk(TalkCommand::Remembered(pairs.expect("remembered"))));
    // The system lists them the other way round this time.
    let list = vec![monitor("Hall projector", [1920, 1080], 0), monitor("Laptop", [1366, 768], 1920)];
    talk(&mut later, TalkCommand::Monitors(list, None));
    let pair = later.talk().screens.pair.clone().expect("a pair");
    assert_eq!((pair.audience.name.as_str(), pair.console.name.as_str()), ("Laptop", "Hall projector"));
}

#[test]
fn a_screen_that_goes_away_comes_back_to_the_same_stop() {
    let mut state = in_a_talk(two());
    for _ in 0..4 {
        press(&mut state, "PageDown");
    }
    talk(&mut state, TalkCommand::Monitors(vec![laptop()], None));
    assert_eq!(state.talk().windows(), Windows::One { shows: Solo::Both, on: Some(0) }, "the talk goes on here");
    assert_eq!(state.talk().screens.lost, Some(projector().id));
    assert!(state.talk().screens.covered, "until somebody says whose screen this is");
    press(&mut state, "PageDown");
    assert!(state.talk().screens.covered, "a clicker says nothing of the kind");
    press(&mut state, "M");
    assert!(!state.talk().screens.covered);
    talk(&mut state, TalkCommand::Monitors(two(), None));
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    assert_eq!((state.talk().screens.lost.as_ref(), state.talk().position()), (None, 5));
    assert!(state.talk().screens.covered);
}

#[test]
fn where_only_the_audiences_screen_is_left_it_shows_nothing_else() {
    let mut state = in_a_talk(two());
    press(&mut state, "G");
    talk(&mut state, TalkCommand::Monitors(vec![projector()], None));
    assert_eq!(state.talk().windows(), Windows::One { shows: Solo::Audience, on: Some(0) });
    assert_eq!(state.talk().overlay, None);
    press(&mut state, "G");
    press(&mut state, "Slash");
    assert_eq!(state.talk().overlay, None, "no overview in the hall");
    press(&mut state, "PageDown");
    assert_eq!(state.talk().position(), 1);
}

#[test]
fn a_screen_that_comes_during_the_talk_is_offered_not_taken() {
    let mut state = in_a_talk(vec![laptop()]);
    talk(&mut state, TalkCommand::Monitors(two(), None));
    assert_eq!(state.talk().windows(), Windows::One { shows: Solo::Audience, on: None });
    assert_eq!(state.talk().screens.offered, Some(projector().id));
    talk(&mut state, TalkCommand::TakeOffered);
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    assert!(state.talk().screens.covered);
}

#[test]
fn swapping_takes_a_hold_and_covers_the_notes() {
    let mut state = in_a_talk(two());
    hold(&mut state, "S", false, 0.5);
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    hold(&mut state, "S", false, 1.2);
    assert_eq!(state.talk().windows(), Windows::Two { audience: 0, console: 1 });
    assert!(state.talk().screens.covered);
}

#[test]
fn two_screens_that_look_alike_stay_apart() {
    let twin = |x| monitor("Display", [1920, 1080], x);
    let state = in_a_talk(vec![twin(0), twin(1920)]);
    assert!(matches!(state.talk().windows(), Windows::Two { .. }));
}

#[test]
fn of_three_screens_each_keeps_its_use_when_one_goes_away() {
    let television = || monitor("Television", [3840, 2160], 3286);
    let three = || vec![laptop(), projector(), television()];
    let mut state = in_a_talk(three());
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    talk(&mut state, TalkCommand::Monitors(vec![laptop(), projector()], Some(laptop().id)));
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 }, "one that nobody looked at");
    assert!(state.talk().screens.covered);
    talk(&mut state, TalkCommand::Monitors(three(), Some(laptop().id)));
    assert_eq!(state.talk().screens.offered, None, "nobody asks while both are there");
    talk(&mut state, TalkCommand::Monitors(vec![laptop(), television()], Some(laptop().id)));
    let own = Windows::One { shows: Solo::Both, on: Some(0) };
    assert_eq!(
        state.talk().windows(),
        own,
        "the audience's: the talk goes on at the speaker's, and nothing is put on the third"
    );
    talk(&mut state, TalkCommand::Monitors(three(), Some(laptop().id)));
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    let left = vec![monitor("Hall projector", [1920, 1080], 0), monitor("Television", [3840, 2160], 1920)];
    talk(&mut state, TalkCommand::Monitors(left, Some(television().id)));
    let audience = Windows::One { shows: Solo::Audience, on: Some(0) };
    assert_eq!(state.talk().windows(), audience, "the speaker's: what the audience sees stays where it looks");
    press(&mut state, "A");
    press(&mut state, "M");
    assert_eq!(state.talk().windows(), audience, "no key brings notes there");
}

#[test]
fn notes_are_seen_only_where_the_window_stands_on_the_speakers_screen() {
    let mut state = in_a_talk(two());
    assert!(!state.talk().hides_notes());
    talk(&mut state, TalkCommand::Monitors(two(), Some(projector().id)));
    assert!(state.talk().hides_notes() && state.talk().screens.strayed_to_the_audience(), "it was moved there by hand");
    talk(&mut state, TalkCommand::Monitors(two(), Some(laptop().id)));
    assert!(!state.talk().hides_notes(), "and back");
    hold(&mut state, "S", false, 1.2);
    assert!(state.talk().screens.strayed_to_the_audience(), "it is on its way");
    press(&mut state, "M");
    assert!(!state.talk().hides_notes(), "somebody knows better than the system");
    talk(&mut state, TalkCommand::Monitors(two(), Some(projector().id)));
    assert!(!state.talk().hides_notes(), "it has arrived");
    talk(&mut state, TalkCommand::Monitors(two(), None));
    assert!(!state.talk().hides_notes(), "a system that does not tell where it stands");
}

#[test]
fn two_screens_that_show_the_same_count_as_one() {
    let twin = monitor("Hall projector", [1280, 720], 0);
    let state = in_a_talk(vec![laptop(), twin]);
    assert_eq!(state.talk().screens.list, [laptop()], "whoever sees one sees the other");
    assert_eq!(state.talk().windows(), Windows::One { shows: Solo::Audience, on: None });
}

#[test]
fn asked_to_the_talk_begins_at_once_only_where_it_is_plain_who_looks_where() {
    let begins = |list: Vec<vitrine::state::talk::Monitor>, wanted: Option<&str>, before: &[Pair]| {
        let mut state = before_a_talk(Vec::new());
        talk(&mut state, TalkCommand::Screen(wanted.map(Into::into)));
        talk(&mut state, TalkCommand::Remembered(before.to_vec()));
        talk(&mut state, TalkCommand::AtOnce);
        let effects = talk(&mut state, TalkCommand::Monitors(list, Some(laptop().id)));
        assert_eq!(state.talk().is_on(), effects.contains(&Effect::Awake(true)));
        state.talk().is_on().then(|| state.talk().windows())
    };
    let right = Some(Windows::Two { audience: 1, console: 0 });
    assert_eq!(begins(two(), None, &[]), None, "which of the two is the hall's?");
    assert_eq!(begins(two(), Some("projector"), &[]), right);
    assert_eq!(begins(two(), Some("beamer"), &[]), None, "there is no such screen");
    assert_eq!(begins(vec![laptop()], None, &[]), None, "what is one screen to show?");
    let pair = Pair { audience: laptop().id, console: projector().id };
    assert_eq!(begins(two(), None, &[pair]), Some(Windows::Two { audience: 0, console: 1 }), "as the last time");
    let panel = monitor("eDP-1", [1366, 768], 1920);
    assert_eq!(
        begins(vec![monitor("HDMI-1", [1920, 1080], 0), panel], None, &[]),
        Some(Windows::Two { audience: 0, console: 1 })
    );
}

#[test]
fn where_a_talk_was_cut_off_it_goes_on_at_once_when_the_next_start_presents() {
    let resumed = |list: Vec<vitrine::state::talk::Monitor>| {
        let mut before = in_a_talk(two());
        show(&mut before, 6);
        let record = before.talk().record(String::new(), Lang::Bo);
        let mut state = before_a_talk(Vec::new());
        talk(&mut state, TalkCommand::Close);
        talk(&mut state, TalkCommand::Recovered(Box::new(record)));
        talk(&mut state, TalkCommand::Screen(Some("projector".into())));
        talk(&mut state, TalkCommand::Open);
        assert!(!state.talk().is_on(), "not by itself");
        talk(&mut state, TalkCommand::AtOnce);
        talk(&mut state, TalkCommand::Monitors(list, Some(laptop().id)));
        state
    };
    let state = resumed(two());
    assert!(state.talk().is_on() && state.talk().offer.is_none());
    assert_eq!((state.talk().position(), state.lang()), (6, Lang::Bo));
    assert_eq!(state.talk().windows(), Windows::Two { audience: 1, console: 0 });
    let state = resumed(vec![laptop()]);
    assert!(state.talk().is_on());
    assert!(state.talk().shows_audience_alone(), "one screen shows no notes that nobody asked for");
    let twins = vec![laptop(), monitor("Other", [800, 600], 1366)];
    assert!(!resumed(twins).talk().is_on(), "which of the two is the hall's?");
}
