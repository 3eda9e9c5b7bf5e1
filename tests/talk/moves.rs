//! What the keys of a talk do, one by one.

use vitrine::model::{Lang, Shows};
use vitrine::state::talk::{ConsoleOverlay, Hold, KeyCommand, Light, Pace, Phase, TalkCommand};
use vitrine::state::{Action, Effect, Zoom};

use crate::audience::{before_a_talk, hold, in_a_talk, press, show, shown, talk, two, wait};

#[test]
fn a_number_and_enter_jump_and_a_wrong_number_does_nothing() {
    let mut state = in_a_talk(two());
    press(&mut state, "1");
    press(&mut state, "2");
    assert_eq!(state.talk().position(), 0, "nothing moves before Enter");
    press(&mut state, "Enter");
    assert_eq!(state.talk().position(), 11);
    for key in ["9", "9", "Enter"] {
        press(&mut state, key);
    }
    assert_eq!((state.talk().position(), state.talk().typed.as_str()), (11, ""));
    press(&mut state, "3");
    wait(&mut state, 7.0);
    press(&mut state, "Enter");
    assert_eq!(state.talk().position(), 12, "a number that was forgotten is forgotten");
}

#[test]
fn frozen_the_audience_keeps_its_picture_while_the_speaker_moves() {
    let mut state = in_a_talk(two());
    press(&mut state, "PageDown");
    let before = shown(&state);
    press(&mut state, "F");
    for _ in 0..5 {
        press(&mut state, "PageDown");
        assert_eq!(shown(&state), before);
    }
    state.update(Action::Lang(Lang::Bo));
    assert_eq!(state.talk().audience_view(state.lang(), state.theme()).lang, Lang::En, "its language is held too");
    press(&mut state, "F");
    assert_eq!(shown(&state), Some(state.talk().stop().expect("a stop").shows.clone()));
}

#[test]
fn a_light_a_zoom_and_a_cover_go_off_with_the_same_key() {
    let mut state = in_a_talk(two());
    for key in ["L", "D", "Z", "W", "G", "H", "F"] {
        press(&mut state, key);
        press(&mut state, key);
        let t = state.talk();
        assert_eq!(
            (t.light, t.zoom, t.cover, t.overlay.as_ref(), t.frozen.as_ref()),
            (Light::None, None, None, None, None)
        );
    }
    press(&mut state, "Z");
    assert!(state.talk().zoom.is_some_and(|z| z.scale > 1.9));
    press(&mut state, "0");
    assert_eq!(state.talk().zoom, None);
    talk(&mut state, TalkCommand::ZoomTo(Zoom { scale: f32::NAN, center: [f32::NAN, 9.0] }));
    assert_eq!(state.talk().zoom, None);
}

#[test]
fn a_search_is_private_until_enter_and_page_keys_still_move() {
    let mut state = in_a_talk(two());
    let before = shown(&state);
    press(&mut state, "Slash");
    talk(&mut state, TalkCommand::Type("Tianjin".into()));
    press(&mut state, "Down");
    assert_eq!(shown(&state), before);
    press(&mut state, "Enter");
    assert_eq!(shown(&state), Some(Shows::Province("CN-TJ".into())), "what is not in the order can be shown too");
    assert_eq!(state.talk().position(), 0, "the place in the order is kept");
    press(&mut state, "PageUp");
    assert_eq!(shown(&state), before, "back to the stop");
    press(&mut state, "Slash");
    press(&mut state, "PageDown");
    assert_eq!(state.talk().position(), 1);
    assert!(matches!(state.talk().overlay, Some(ConsoleOverlay::Find(..))));
}

#[test]
fn escape_leaves_one_level_and_never_ends() {
    let mut state = in_a_talk(two());
    for key in ["L", "G", "7"] {
        press(&mut state, key);
    }
    press(&mut state, "Escape");
    assert_eq!((state.talk().typed.as_str(), state.talk().overlay.is_some()), ("", true));
    press(&mut state, "Escape");
    assert_eq!((state.talk().overlay.as_ref(), state.talk().light), (None, Light::Spot));
    for _ in 0..50 {
        assert_eq!(press(&mut state, "Escape"), []);
    }
    assert!(state.talk().is_on());
}

#[test]
fn only_a_hold_of_two_seconds_or_a_confirmed_entry_ends_it() {
    let mut state = in_a_talk(two());
    hold(&mut state, "Q", false, 1.8);
    assert!(state.talk().is_on());
    // The key was let go while the program stood still.
    talk(&mut state, TalkCommand::Do(KeyCommand::Hold(Hold::End)));
    wait(&mut state, 30.0);
    talk(&mut state, TalkCommand::Release);
    talk(&mut state, TalkCommand::Still);
    assert!(state.talk().is_on());
    assert_eq!(state.update(Action::Quit), []);
    assert_eq!(state.talk().overlay, Some(ConsoleOverlay::End), "closing the window asks");
    press(&mut state, "Enter");
    assert!(state.talk().is_on(), "Enter goes on");
    let effects = hold(&mut state, "Q", false, 2.2);
    assert_eq!(state.talk().phase, Phase::After);
    assert!(effects.contains(&Effect::Awake(false)) && effects.contains(&Effect::PersistTalk(None)));
    assert!(!effects.contains(&Effect::Quit));
}

#[test]
fn the_clock_starts_on_the_first_move_pauses_and_resets() {
    let mut state = in_a_talk(two());
    wait(&mut state, 100.0);
    assert!(state.talk().elapsed().abs() < 1e-9);
    assert_eq!(state.talk().pace(), Pace::Ready);
    press(&mut state, "PageDown");
    wait(&mut state, 10.0);
    press(&mut state, "T");
    wait(&mut state, 1000.0);
    assert!((state.talk().elapsed() - 10.0).abs() < 1e-6);
    assert_eq!(state.talk().pace(), Pace::Paused);
    press(&mut state, "T");
    wait(&mut state, 5.0);
    state.update(Action::Tick(0.0));
    assert!((state.talk().elapsed() - 15.0).abs() < 1e-6, "time only grows");
    hold(&mut state, "T", true, 0.5);
    assert!(state.talk().elapsed() > 15.0);
    hold(&mut state, "T", true, 1.2);
    assert!(state.talk().clock.is_new());
}

#[test]
fn the_time_of_day_changes_nothing() {
    let mut state = in_a_talk(two());
    press(&mut state, "PageDown");
    wait(&mut state, 30.0);
    let before = (state.talk().elapsed(), state.talk().pace());
    for minutes in [Some(0), None, Some(1439), Some(u16::MAX)] {
        talk(&mut state, TalkCommand::Wall(minutes));
        assert_eq!((state.talk().elapsed(), state.talk().pace()), before);
    }
}

#[test]
fn a_word_of_the_pace_stays_ten_seconds_at_least() {
    let mut state = in_a_talk(two());
    press(&mut state, "PageDown");
    wait(&mut state, 30.0);
    assert!(matches!(state.talk().pace(), Pace::OnPace(_)));
    let jump = |state: &mut vitrine::state::State, stop| show(state, stop);
    jump(&mut state, 9);
    assert!(matches!(state.talk().pace(), Pace::Ahead(secs) if secs > 60.0), "after so long it changes at once");
    for stop in [1, 12, 1, 7, 1] {
        wait(&mut state, 1.5);
        jump(&mut state, stop);
        assert!(matches!(state.talk().pace(), Pace::Ahead(_)), "and then stays");
    }
    wait(&mut state, 3.0);
    assert!(matches!(state.talk().pace(), Pace::OnPace(_)));
    press(&mut state, "T");
    assert_eq!(state.talk().pace(), Pace::Paused, "what somebody does is told at once");
}

#[test]
fn the_machine_stays_awake_from_the_start_sheet_until_the_talk_is_over() {
    let mut state = before_a_talk(two());
    assert_eq!(talk(&mut state, TalkCommand::Close), [Effect::Awake(false)]);
    assert!(talk(&mut state, TalkCommand::Open).contains(&Effect::Awake(true)));
    assert!(talk(&mut state, TalkCommand::Start).contains(&Effect::Awake(true)));
    assert!(hold(&mut state, "Q", false, 2.2).contains(&Effect::Awake(false)));
    assert_eq!(talk(&mut state, TalkCommand::Close), []);
}

#[test]
fn after_the_last_stop_come_the_closing_words_and_back_from_them_the_last_stop() {
    let mut state = in_a_talk(two());
    let last = state.talk().stops.len() - 1;
    let closes = |state: &vitrine::state::State| state.talk().audience_view(state.lang(), state.theme()).closing;
    show(&mut state, last);
    assert!(!closes(&state));
    for _ in 0..3 {
        press(&mut state, "PageDown");
        assert!(closes(&state), "pressing on changes nothing");
    }
    press(&mut state, "PageUp");
    assert_eq!((closes(&state), state.talk().position()), (false, last));
    press(&mut state, "PageDown");
    show(&mut state, 3);
    assert!(!closes(&state), "any stop can be shown again");
    hold(&mut state, "Q", false, 2.2);
    assert!(closes(&state), "the hall sees them until the report is closed");
}

#[test]
fn the_language_of_the_audience_changes_in_mid_talk_but_not_that_of_the_notes_nor_of_a_frozen_view() {
    let mut state = in_a_talk(two());
    let seen = |state: &vitrine::state::State| state.talk().audience_view(state.lang(), state.theme()).lang;
    let notes = state.talk().notes_lang;
    for lang in [Lang::Zh, Lang::Bo, Lang::En, Lang::Zh] {
        let effects = press(&mut state, "V");
        assert_eq!((seen(&state), state.talk().notes_lang), (lang, notes));
        let kept = |effect: &Effect| matches!(effect, Effect::PersistTalk(Some(record)) if record.lang == lang);
        assert!(effects.iter().any(kept), "a talk that is cut off goes on in it");
    }
    press(&mut state, "F");
    press(&mut state, "V");
    assert_eq!((seen(&state), state.lang()), (Lang::Zh, Lang::Bo));
    press(&mut state, "F");
    assert_eq!(seen(&state), Lang::Bo);
}
