//! A thousand random keys, touches, screens and waits.

use proptest::prelude::*;
use vitrine::model::{Lang, Shows, Stop};
use vitrine::state::talk::{Monitor, Spot, StopKey, Stops, TalkCommand, Windows, keys};
use vitrine::state::{Action, Effect, View, Zoom};

use crate::audience::{hold, in_a_talk, laptop, monitor, press_with, projector, talk, two, wait};

/// What can happen in a talk that nobody wants to end.
#[derive(Clone, Debug)]
enum Event {
    Key(&'static str, bool, bool, f64),
    Act(TalkCommand),
    Other(Action),
    Screens(u8),
    Wait(f64),
}

fn event() -> impl Strategy<Value = Event> {
    let names: Vec<&'static str> = keys::names().chain(["F5", "Tab", "F11", "Mute", "X", "F4"]).collect();
    let key = (proptest::sample::select(names), any::<bool>(), any::<bool>(), 0.0..1.9_f64);
    let number = any::<f32>();
    // Those of a longer talk, too.
    let stop = Stop::showing(Shows::Photo("a".into()));
    let stops: Vec<StopKey> = Stops::from(vec![stop; 40]).keys().collect();
    let command = prop_oneof![
        proptest::sample::select(stops).prop_map(|stop| TalkCommand::Show(Spot::at(stop))),
        "[a-z0-9 昌都]{0,6}".prop_map(TalkCommand::Type),
        (number, any::<f32>()).prop_map(|(x, y)| TalkCommand::Point([x, y])),
        (any::<f32>(), any::<f32>()).prop_map(|(scale, x)| TalkCommand::ZoomTo(Zoom { scale, center: [x, x] })),
        Just(TalkCommand::AskEnd),
        Just(TalkCommand::Still),
        Just(TalkCommand::Release),
        Just(TalkCommand::TakeOffered),
        Just(TalkCommand::LeaveOffered),
        Just(TalkCommand::Open),
        Just(TalkCommand::Start),
        Just(TalkCommand::Resume),
        Just(TalkCommand::Close),
        Just(TalkCommand::Swap),
        any::<u16>().prop_map(TalkCommand::NotesEnd),
        (0..3_usize).prop_map(TalkCommand::Audience),
        Just(TalkCommand::Wall(Some(600))),
    ];
    let photo = in_a_talk(two()).pack().keys()[3];
    let other = prop_oneof![
        Just(Action::Quit),
        Just(Action::Back),
        Just(Action::OpenBuiltIn),
        Just(Action::View(View::Timeline)),
        Just(Action::OpenPhoto(photo)),
        Just(Action::NextPhoto),
        Just(Action::Fullscreen),
        Just(Action::PackOpened(Box::default())),
        Just(Action::Lang(Lang::Zh)),
    ];
    prop_oneof![
        8 => key.prop_map(|(key, shift, others, secs)| Event::Key(key, shift, others, secs)),
        3 => command.prop_map(Event::Act),
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
        let stops = state.talk().stops.len();
        for event in events {
            let before = state.talk().position();
            let elapsed = state.talk().elapsed();
            let ids = |state: &vitrine::state::State| {
                state.talk().screens.list.iter().map(|m| m.id.clone()).collect::<Vec<_>>()
            };
            let screens = ids(&state);
            let is_move = match &event {
                Event::Key(..) => true,
                Event::Act(command) => matches!(command, TalkCommand::Show(_)),
                _ => false,
            };
            let effects = match event {
                Event::Key(key, shift, others, secs) => {
                    if others { press_with(&mut state, key, shift, true) } else { hold(&mut state, key, shift, secs) }
                }
                Event::Act(command) => talk(&mut state, command),
                Event::Other(action) => state.update(action),
                Event::Screens(bits) => {
                    let list = some_screens(bits);
                    let at = list.get(usize::from(bits >> 3 & 3)).map(|m| m.id.clone());
                    talk(&mut state, TalkCommand::Monitors(list, at))
                }
                Event::Wait(secs) => wait(&mut state, secs),
            };
            prop_assert!(state.talk().is_on(), "it never ends");
            prop_assert!(!effects.contains(&Effect::Quit));
            prop_assert!(state.talk().position() < stops);
            prop_assert!(screens == ids(&state) || state.talk().screens.covered, "other screens cover the notes");
            prop_assert!(is_move || state.talk().position() == before, "the place is kept");
            prop_assert!(state.talk().elapsed() >= elapsed || state.talk().clock.is_new());
            prop_assert!(state.talk().audience_view(state.lang(), state.theme()).shows.is_some());
            // Wherever the audience may look there is no layer, and notes are seen only after somebody said whose screen it is.
            if state.talk().shows_audience_alone() {
                prop_assert_eq!(state.talk().overlay.as_ref(), None);
            }
            if let Windows::Two { audience, console } = state.talk().windows() {
                prop_assert_ne!(audience, console);
                let screens = &state.talk().screens;
                prop_assert!(audience < screens.list.len() && console < screens.list.len());
                let stands = screens.at.as_ref() == Some(&screens.list[audience].id);
                prop_assert!(!stands || screens.mine == screens.at || state.talk().hides_notes(), "nor on the wrong screen");
            }
        }
    }
}
