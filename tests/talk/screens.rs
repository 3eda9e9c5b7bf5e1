//! Screens that are chosen, swapped, plugged in and unplugged.

use vitrine::state::talk::{Solo, TalkAct, Windows};
use vitrine::state::{Action, Effect, State};

use crate::hall::{before_a_talk, hold, in_a_talk, laptop, monitor, press, projector, talk, two};

#[test]
fn the_audience_gets_the_screen_that_the_window_is_not_on() {
    let state = in_a_talk(two());
    assert_eq!(state.talk.windows(), Windows::Two { audience: 1, console: 0 });
    let alone = in_a_talk(vec![laptop()]);
    assert_eq!(alone.talk.windows(), Windows::One(Solo::Audience), "one screen begins as the audience's");
}

#[test]
fn a_choice_of_screens_is_remembered_by_name_and_size() {
    let mut state = before_a_talk(two());
    talk(&mut state, TalkAct::Swap);
    let effects = talk(&mut state, TalkAct::Start);
    let pairs = effects.into_iter().find_map(|e| match e {
        Effect::RememberScreens(pairs) => Some(pairs),
        _ => None,
    });
    let mut later = State::default();
    later.update(Action::Talk(TalkAct::Remembered(pairs.expect("remembered"))));
    // The system lists them the other way round this time.
    let list = vec![monitor("Hall projector", [1920, 1080], 0), monitor("Laptop", [1366, 768], 1920)];
    talk(&mut later, TalkAct::Monitors(list, None));
    let pair = later.talk.screens.pair.clone().expect("a pair");
    assert_eq!((pair.audience.name.as_str(), pair.console.name.as_str()), ("Laptop", "Hall projector"));
}

#[test]
fn a_screen_that_goes_away_comes_back_to_the_same_stop() {
    let mut state = in_a_talk(two());
    for _ in 0..4 {
        press(&mut state, "PageDown");
    }
    talk(&mut state, TalkAct::Monitors(vec![laptop()], None));
    assert_eq!(state.talk.windows(), Windows::One(Solo::Both), "the talk goes on here");
    assert_eq!(state.talk.screens.lost, Some(projector().id));
    assert!(state.talk.screens.covered, "until somebody says whose screen this is");
    press(&mut state, "PageDown");
    assert!(state.talk.screens.covered, "a clicker says nothing of the kind");
    press(&mut state, "M");
    assert!(!state.talk.screens.covered);
    talk(&mut state, TalkAct::Monitors(two(), None));
    assert_eq!(state.talk.windows(), Windows::Two { audience: 1, console: 0 });
    assert_eq!((state.talk.screens.lost.as_ref(), state.talk.spot.stop), (None, 5));
    assert!(state.talk.screens.covered);
}

#[test]
fn where_only_the_audiences_screen_is_left_it_shows_nothing_else() {
    let mut state = in_a_talk(two());
    press(&mut state, "G");
    talk(&mut state, TalkAct::Monitors(vec![projector()], None));
    assert_eq!(state.talk.windows(), Windows::One(Solo::Audience));
    assert_eq!(state.talk.layer, None);
    press(&mut state, "G");
    press(&mut state, "Slash");
    assert_eq!(state.talk.layer, None, "no overview in the hall");
    press(&mut state, "PageDown");
    assert_eq!(state.talk.spot.stop, 1);
}

#[test]
fn a_screen_that_comes_during_the_talk_is_offered_not_taken() {
    let mut state = in_a_talk(vec![laptop()]);
    talk(&mut state, TalkAct::Monitors(two(), None));
    assert_eq!(state.talk.windows(), Windows::One(Solo::Audience));
    assert_eq!(state.talk.screens.offered, Some(projector().id));
    talk(&mut state, TalkAct::TakeOffered);
    assert_eq!(state.talk.windows(), Windows::Two { audience: 1, console: 0 });
    assert!(state.talk.screens.covered);
}

#[test]
fn swapping_takes_a_hold_and_covers_the_notes() {
    let mut state = in_a_talk(two());
    hold(&mut state, "S", false, 0.5);
    assert_eq!(state.talk.windows(), Windows::Two { audience: 1, console: 0 });
    hold(&mut state, "S", false, 1.2);
    assert_eq!(state.talk.windows(), Windows::Two { audience: 0, console: 1 });
    assert!(state.talk.screens.covered);
}

#[test]
fn two_screens_that_look_alike_stay_apart() {
    let twin = |x| monitor("Display", [1920, 1080], x);
    let state = in_a_talk(vec![twin(0), twin(1920)]);
    assert!(matches!(state.talk.windows(), Windows::Two { .. }));
}
