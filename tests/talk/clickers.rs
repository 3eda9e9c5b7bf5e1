//! What five common clickers send, and what becomes of it. The keys are those that their owners report: R400 and R800 send Page Up
//! and Down, a full stop, and F5 and Escape in turn; Spotlight sends arrows; Kensington's send Page Up and Down and B; Norwii's N27
//! sends arrows and Tab; nameless ones send media keys besides.

use vitrine::state::State;
use vitrine::state::talk::{Cover, keys};

use crate::audience::{in_a_talk, press, press_with, shown, two, wait};

/// One press of a clicker's button, as the system tells of it: key, Shift, another modifier.
type Press = (&'static str, bool, bool);

/// Plays a stream and gives the stops that were reached. A held button repeats; the window passes no repeats on.
fn play(state: &mut State, stream: &[Press]) -> Vec<usize> {
    let mut stops = Vec::new();
    for &(key, shift, others) in stream {
        press_with(state, key, shift, others);
        wait(state, 0.4);
        assert!(state.talk().is_on(), "{key} ends no talk");
        stops.push(state.talk().position());
    }
    stops
}

const PLAIN: fn(&'static str) -> Press = |key| (key, false, false);

#[test]
fn logitech_r400_moves_blanks_and_its_start_button_does_nothing() {
    let mut state = in_a_talk(two());
    let stream = ["F5", "PageDown", "PageDown", "PageUp", "Escape", "F5", "Escape", "PageDown"].map(PLAIN);
    assert_eq!(play(&mut state, &stream), [0, 1, 2, 1, 1, 1, 1, 2]);
    press(&mut state, "Period");
    assert_eq!(state.talk().cover, Some(Cover::Black));
    press(&mut state, "Escape");
    assert_eq!(state.talk().cover, Some(Cover::Black), "its stop button shows nothing that was hidden");
    press(&mut state, "Period");
    assert_eq!(state.talk().cover, None);
}

#[test]
fn logitech_r800_goes_on_under_black() {
    let mut state = in_a_talk(two());
    assert_eq!(play(&mut state, &["PageDown", "PageDown", "PageUp"].map(PLAIN)), [1, 2, 1]);
    assert_eq!(play(&mut state, &["Period", "PageDown", "Period"].map(PLAIN)), [1, 2, 2]);
    assert_eq!(state.talk().cover, None);
}

#[test]
fn logitech_spotlight_moves_with_arrows() {
    let mut state = in_a_talk(two());
    assert_eq!(play(&mut state, &["Right", "Right", "Left", "Right"].map(PLAIN)), [1, 2, 1, 2]);
}

#[test]
fn kensington_k33374_moves_and_blanks() {
    let mut state = in_a_talk(two());
    assert_eq!(play(&mut state, &["PageDown", "B", "B", "PageUp", "PageDown"].map(PLAIN)), [1, 1, 1, 0, 1]);
    assert_eq!(state.talk().cover, None);
}

#[test]
fn norwii_n27_and_its_like_switch_no_window_and_change_no_volume() {
    let mut state = in_a_talk(two());
    let stream = [
        PLAIN("Down"),
        PLAIN("Tab"),
        ("Tab", false, true),
        PLAIN("Down"),
        PLAIN("Up"),
        ("F5", true, false),
        PLAIN("Enter"),
        ("Enter", false, true),
    ];
    assert_eq!(play(&mut state, &stream), [1, 1, 1, 2, 1, 1, 2, 2]);
}

#[test]
fn a_nameless_remote_with_media_keys_does_no_harm() {
    let mut state = in_a_talk(two());
    let keys = ["VolumeUp", "VolumeDown", "Mute", "BrowserBack", "F11", "F4", "Delete", "Home", "Insert", "F24", ""];
    let before = shown(&state);
    assert_eq!(play(&mut state, &keys.map(PLAIN)), [0; 11]);
    assert_eq!(shown(&state), before);
    assert!(state.talk().clock.is_new(), "what does nothing does not start the clock");
}

#[test]
fn every_key_of_the_table_is_known_to_the_window() {
    for name in keys::names() {
        assert!(egui::Key::from_name(name).is_some(), "{name}");
    }
}
