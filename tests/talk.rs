//! A talk as its state: the streams of clickers, screens that come and go, a power cut, and a thousand random events.

use proptest::prelude::*;
use vitrine::files;
use vitrine::model::{Lang, PackPlace, Shows};
use vitrine::state::talk::{
    Cover, Does, Hold, Layer, Light, Monitor, Pace, Phase, Record, ScreenId, Solo, Spot, TalkAct, Windows, keys,
};
use vitrine::state::{Action, Effect, State, View, Zoom};

fn monitor(name: &str, size: [u32; 2], x: i32) -> Monitor {
    Monitor { id: ScreenId { name: name.into(), size }, position: [x, 0] }
}

fn laptop() -> Monitor {
    monitor("Laptop", [1366, 768], 0)
}

fn projector() -> Monitor {
    monitor("Hall projector", [1920, 1080], 1366)
}

fn before_a_talk(list: Vec<Monitor>) -> State {
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    let mut state = State::showing(pack);
    state.update(Action::Tick(1.0));
    talk(&mut state, TalkAct::Monitors(list, Some(laptop().id)));
    talk(&mut state, TalkAct::Open);
    state
}

fn in_a_talk(list: Vec<Monitor>) -> State {
    let mut state = before_a_talk(list);
    talk(&mut state, TalkAct::Start);
    assert!(state.talk.is_on());
    state
}

fn two() -> Vec<Monitor> {
    vec![laptop(), projector()]
}

fn talk(state: &mut State, act: TalkAct) -> Vec<Effect> {
    state.update(Action::Talk(act))
}

/// Presses a key and lets it go, as the window does.
fn press(state: &mut State, key: &str) -> Vec<Effect> {
    press_with(state, key, false, false)
}

fn press_with(state: &mut State, key: &str, shift: bool, others: bool) -> Vec<Effect> {
    let mut effects = keys::does(key, shift, others).map_or_else(Vec::new, |does| talk(state, TalkAct::Do(does)));
    effects.extend(talk(state, TalkAct::Release));
    effects
}

fn wait(state: &mut State, secs: f64) -> Vec<Effect> {
    state.update(Action::Tick(state.now + secs))
}

/// Holds a key so long, in frames of a twentieth of a second.
fn hold(state: &mut State, key: &str, shift: bool, secs: f64) -> Vec<Effect> {
    let mut effects = keys::does(key, shift, false).map_or_else(Vec::new, |does| talk(state, TalkAct::Do(does)));
    let mut left = secs;
    while left > 0.0 {
        effects.extend(wait(state, 0.05));
        effects.extend(talk(state, TalkAct::Still));
        left -= 0.05;
    }
    effects.extend(talk(state, TalkAct::Release));
    effects
}

fn shown(state: &State) -> Option<Shows> {
    state.talk.picture(state.lang, state.theme).shows
}

/// One press of a clicker's button, as the system tells of it: key, Shift, another modifier.
type Press = (&'static str, bool, bool);

/// Plays a stream and gives the stops that were reached. A held button repeats; the window passes no repeats on.
fn play(state: &mut State, stream: &[Press]) -> Vec<usize> {
    let mut stops = Vec::new();
    for &(key, shift, others) in stream {
        press_with(state, key, shift, others);
        wait(state, 0.4);
        assert!(state.talk.is_on(), "{key} ends no talk");
        stops.push(state.talk.spot.stop);
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
    assert_eq!(state.talk.cover, Some(Cover::Black));
    press(&mut state, "Escape");
    assert_eq!(state.talk.cover, Some(Cover::Black), "its stop button shows nothing that was hidden");
    press(&mut state, "Period");
    assert_eq!(state.talk.cover, None);
}

#[test]
fn logitech_r800_goes_on_under_black() {
    let mut state = in_a_talk(two());
    assert_eq!(play(&mut state, &["PageDown", "PageDown", "PageUp"].map(PLAIN)), [1, 2, 1]);
    assert_eq!(play(&mut state, &["Period", "PageDown", "Period"].map(PLAIN)), [1, 2, 2]);
    assert_eq!(state.talk.cover, None);
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
    assert_eq!(state.talk.cover, None);
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
    assert!(state.talk.clock.is_new(), "what does nothing does not start the clock");
}

#[test]
fn every_key_of_the_table_is_known_to_the_window() {
    for name in keys::names() {
        assert!(egui::Key::from_name(name).is_some(), "{name}");
    }
}

#[test]
fn a_number_and_enter_jump_and_a_wrong_number_does_nothing() {
    let mut state = in_a_talk(two());
    press(&mut state, "1");
    press(&mut state, "2");
    assert_eq!(state.talk.spot.stop, 0, "nothing moves before Enter");
    press(&mut state, "Enter");
    assert_eq!(state.talk.spot.stop, 11);
    for key in ["9", "9", "Enter"] {
        press(&mut state, key);
    }
    assert_eq!((state.talk.spot.stop, state.talk.typed.as_str()), (11, ""));
    press(&mut state, "3");
    wait(&mut state, 7.0);
    press(&mut state, "Enter");
    assert_eq!(state.talk.spot.stop, 12, "a number that was forgotten is forgotten");
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
    assert_eq!(state.talk.picture(state.lang, state.theme).lang, Lang::En, "its language is held too");
    press(&mut state, "F");
    assert_eq!(shown(&state), Some(state.talk.stops[6].shows.clone()));
}

#[test]
fn a_light_a_zoom_and_a_cover_go_off_with_the_same_key() {
    let mut state = in_a_talk(two());
    for key in ["L", "D", "Z", "W", "G", "H", "F"] {
        press(&mut state, key);
        press(&mut state, key);
        let t = &state.talk;
        assert_eq!(
            (t.light, t.zoom, t.cover, t.layer.as_ref(), t.frozen.as_ref()),
            (Light::None, None, None, None, None)
        );
    }
    press(&mut state, "Z");
    assert!(state.talk.zoom.is_some_and(|z| z.scale > 1.9));
    press(&mut state, "0");
    assert_eq!(state.talk.zoom, None);
    talk(&mut state, TalkAct::ZoomTo(Zoom { scale: f32::NAN, center: [f32::NAN, 9.0] }));
    assert_eq!(state.talk.zoom, None);
}

#[test]
fn a_search_is_private_until_enter_and_page_keys_still_move() {
    let mut state = in_a_talk(two());
    let before = shown(&state);
    press(&mut state, "Slash");
    talk(&mut state, TalkAct::Type("Tianjin".into()));
    press(&mut state, "Down");
    assert_eq!(shown(&state), before);
    press(&mut state, "Enter");
    assert_eq!(shown(&state), Some(Shows::Province("CN-TJ".into())), "what is not in the order can be shown too");
    assert_eq!(state.talk.spot.stop, 0, "the place in the order is kept");
    press(&mut state, "PageUp");
    assert_eq!(shown(&state), before, "back to the stop");
    press(&mut state, "Slash");
    press(&mut state, "PageDown");
    assert_eq!(state.talk.spot.stop, 1);
    assert!(matches!(state.talk.layer, Some(Layer::Find(..))));
}

#[test]
fn escape_leaves_one_level_and_never_ends() {
    let mut state = in_a_talk(two());
    for key in ["L", "G", "7"] {
        press(&mut state, key);
    }
    press(&mut state, "Escape");
    assert_eq!((state.talk.typed.as_str(), state.talk.layer.is_some()), ("", true));
    press(&mut state, "Escape");
    assert_eq!((state.talk.layer.as_ref(), state.talk.light), (None, Light::Spot));
    for _ in 0..50 {
        assert_eq!(press(&mut state, "Escape"), []);
    }
    assert!(state.talk.is_on());
}

#[test]
fn only_a_hold_of_two_seconds_or_a_confirmed_entry_ends_it() {
    let mut state = in_a_talk(two());
    hold(&mut state, "Q", false, 1.8);
    assert!(state.talk.is_on());
    // The key was let go while the program stood still.
    talk(&mut state, TalkAct::Do(Does::Hold(Hold::End)));
    wait(&mut state, 30.0);
    talk(&mut state, TalkAct::Release);
    talk(&mut state, TalkAct::Still);
    assert!(state.talk.is_on());
    assert_eq!(state.update(Action::Quit), []);
    assert_eq!(state.talk.layer, Some(Layer::End), "closing the window asks");
    press(&mut state, "Enter");
    assert!(state.talk.is_on(), "Enter goes on");
    let effects = hold(&mut state, "Q", false, 2.2);
    assert_eq!(state.talk.phase, Phase::After);
    assert!(effects.contains(&Effect::Awake(false)) && effects.contains(&Effect::KeepTalk(None)));
    assert!(!effects.contains(&Effect::Quit));
}

#[test]
fn the_clock_starts_on_the_first_move_pauses_and_resets() {
    let mut state = in_a_talk(two());
    wait(&mut state, 100.0);
    assert!(state.talk.elapsed().abs() < 1e-9);
    assert_eq!(state.talk.pace(), Pace::Ready);
    press(&mut state, "PageDown");
    wait(&mut state, 10.0);
    press(&mut state, "T");
    wait(&mut state, 1000.0);
    assert!((state.talk.elapsed() - 10.0).abs() < 1e-6);
    assert_eq!(state.talk.pace(), Pace::Paused);
    press(&mut state, "T");
    wait(&mut state, 5.0);
    state.update(Action::Tick(0.0));
    assert!((state.talk.elapsed() - 15.0).abs() < 1e-6, "time only grows");
    hold(&mut state, "T", true, 0.5);
    assert!(state.talk.elapsed() > 15.0);
    hold(&mut state, "T", true, 1.2);
    assert!(state.talk.clock.is_new());
}

#[test]
fn the_time_of_day_changes_nothing() {
    let mut state = in_a_talk(two());
    press(&mut state, "PageDown");
    wait(&mut state, 30.0);
    let before = (state.talk.elapsed(), state.talk.pace());
    for minutes in [Some(0), None, Some(1439), Some(u16::MAX)] {
        talk(&mut state, TalkAct::Wall(minutes));
        assert_eq!((state.talk.elapsed(), state.talk.pace()), before);
    }
}

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

#[test]
fn after_a_power_cut_the_talk_goes_on_at_the_same_stop_with_the_time_that_had_passed() {
    let mut state = in_a_talk(two());
    let mut kept = None;
    let mut keep = |effects: Vec<Effect>| {
        for effect in effects {
            if let Effect::KeepTalk(record) = effect {
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
    talk(&mut again, TalkAct::Close);
    talk(&mut again, TalkAct::Recovered(Record::from_text(&text).expect("readable")));
    talk(&mut again, TalkAct::Open);
    assert!(again.talk.offer.is_some(), "offered, not forced");
    talk(&mut again, TalkAct::Resume);
    assert_eq!(again.talk.spot.stop, 6);
    assert!((again.talk.elapsed() - state.talk.elapsed()).abs() <= 5.0);
    let before = again.talk.elapsed();
    wait(&mut again, 20.0);
    assert!((again.talk.elapsed() - before).abs() < 1e-9, "it stands until the next move");
    press(&mut again, "PageDown");
    wait(&mut again, 3.0);
    assert!((again.talk.elapsed() - before - 3.0).abs() < 1e-6);
    assert!(again.talk.shown[1] > 60.0);
    assert_eq!(Record::from_text("{\"pack\": 3"), None);
}

#[test]
fn another_exhibition_is_not_offered_the_record() {
    let mut state = before_a_talk(two());
    talk(&mut state, TalkAct::Close);
    let record = state.talk.record("elsewhere".into(), Lang::En);
    talk(&mut state, TalkAct::Recovered(record));
    talk(&mut state, TalkAct::Open);
    assert_eq!(state.talk.offer, None);
}

#[test]
fn no_other_exhibition_comes_under_a_talk() {
    let mut state = in_a_talk(two());
    press(&mut state, "PageDown");
    for action in [Action::OpenBuiltIn, Action::PickPack, Action::OpenPack("x".into()), Action::Fullscreen] {
        assert_eq!(state.update(action), []);
    }
    let generation = state.generation;
    state.update(Action::PackOpened(Box::default()));
    assert_eq!((state.generation, state.talk.spot.stop), (generation, 1));
}

/// What can happen in a talk that nobody wants to end.
#[derive(Clone, Debug)]
enum Event {
    Key(&'static str, bool, bool, f64),
    Act(TalkAct),
    Other(Action),
    Screens(u8),
    Wait(f64),
}

fn event() -> impl Strategy<Value = Event> {
    let names: Vec<&'static str> = keys::names().chain(["F5", "Tab", "F11", "Mute", "X", "F4"]).collect();
    let key = (proptest::sample::select(names), any::<bool>(), any::<bool>(), 0.0..1.9_f64);
    let number = any::<f32>();
    let act = prop_oneof![
        (0..40_usize).prop_map(|stop| TalkAct::Show(Spot::at(stop))),
        (0..40_usize).prop_map(TalkAct::Choose),
        "[a-z0-9 昌都]{0,6}".prop_map(TalkAct::Type),
        (number, any::<f32>()).prop_map(|(x, y)| TalkAct::Point([x, y])),
        (any::<f32>(), any::<f32>()).prop_map(|(scale, x)| TalkAct::ZoomTo(Zoom { scale, center: [x, x] })),
        Just(TalkAct::AskEnd),
        Just(TalkAct::Still),
        Just(TalkAct::Release),
        Just(TalkAct::TakeOffered),
        Just(TalkAct::LeaveOffered),
        Just(TalkAct::Open),
        Just(TalkAct::Start),
        Just(TalkAct::Resume),
        Just(TalkAct::Close),
        Just(TalkAct::Swap),
        any::<u16>().prop_map(TalkAct::NotesEnd),
        (0..3_usize).prop_map(TalkAct::Audience),
        Just(TalkAct::Wall(Some(600))),
    ];
    let other = prop_oneof![
        Just(Action::Quit),
        Just(Action::Back),
        Just(Action::OpenBuiltIn),
        Just(Action::View(View::Timeline)),
        Just(Action::OpenPhoto(3)),
        Just(Action::NextPhoto),
        Just(Action::Fullscreen),
        Just(Action::PackOpened(Box::default())),
        Just(Action::Lang(Lang::Zh)),
    ];
    prop_oneof![
        8 => key.prop_map(|(key, shift, others, secs)| Event::Key(key, shift, others, secs)),
        3 => act.prop_map(Event::Act),
        1 => other.prop_map(Event::Other),
        2 => any::<u8>().prop_map(Event::Screens),
        2 => (0.0..90.0_f64).prop_map(Event::Wait),
    ]
}

/// Some of three screens.
fn some_screens(bits: u8) -> Vec<Monitor> {
    let all = [laptop(), projector(), monitor("Television", [3840, 2160], 3286)];
    all.into_iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1).map(|(_, m)| m).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn a_thousand_random_events_never_end_lose_or_betray_a_talk(
        first in any::<u8>(),
        events in proptest::collection::vec(event(), 1000),
    ) {
        let mut state = in_a_talk(some_screens(first));
        let stops = state.talk.stops.len();
        for event in events {
            let before = state.talk.spot.stop;
            let elapsed = state.talk.elapsed();
            let is_move = match &event {
                Event::Key(..) => true,
                Event::Act(act) => matches!(act, TalkAct::Show(_)),
                _ => false,
            };
            let effects = match event {
                Event::Key(key, shift, others, secs) => {
                    if others { press_with(&mut state, key, shift, true) } else { hold(&mut state, key, shift, secs) }
                }
                Event::Act(act) => talk(&mut state, act),
                Event::Other(action) => state.update(action),
                Event::Screens(bits) => talk(&mut state, TalkAct::Monitors(some_screens(bits), None)),
                Event::Wait(secs) => wait(&mut state, secs),
            };
            prop_assert!(state.talk.is_on(), "it never ends");
            prop_assert!(!effects.contains(&Effect::Quit));
            prop_assert!(state.talk.spot.stop < stops);
            prop_assert!(is_move || state.talk.spot.stop == before, "the place is kept");
            prop_assert!(state.talk.elapsed() >= elapsed || state.talk.clock.is_new());
            prop_assert!(state.talk.picture(state.lang, state.theme).shows.is_some());
            // Wherever the audience may look there is no layer, and notes are seen only after somebody said whose screen it is.
            if state.talk.shows_audience_alone() {
                prop_assert_eq!(state.talk.layer.as_ref(), None);
            }
            if let Windows::Two { audience, console } = state.talk.windows() {
                prop_assert_ne!(audience, console);
                prop_assert!(audience < state.talk.screens.list.len() && console < state.talk.screens.list.len());
            }
        }
    }
}
