//! A hall for the tests: its screens, and what a speaker does there.

use vitrine::files;
use vitrine::model::{PackPlace, Shows};
use vitrine::state::talk::{Monitor, ScreenId, Spot, TalkCommand, keys};
use vitrine::state::{Action, Effect, State};

pub fn monitor(name: &str, size: [u32; 2], x: i32) -> Monitor {
    Monitor { id: ScreenId { name: name.into(), size }, position: [x, 0], number: 0 }
}

pub fn laptop() -> Monitor {
    monitor("Laptop", [1366, 768], 0)
}

pub fn projector() -> Monitor {
    monitor("Hall projector", [1920, 1080], 1366)
}

pub fn before_a_talk(list: Vec<Monitor>) -> State {
    let (pack, _) = files::open(&PackPlace::BuiltIn).expect("the built-in exhibition opens");
    let mut state = State::showing(pack);
    state.update(Action::Tick(1.0));
    talk(&mut state, TalkCommand::Monitors(list, Some(laptop().id)));
    talk(&mut state, TalkCommand::Open);
    state
}

pub fn in_a_talk(list: Vec<Monitor>) -> State {
    let mut state = before_a_talk(list);
    talk(&mut state, TalkCommand::Start);
    assert!(state.talk().is_on());
    state
}

pub fn two() -> Vec<Monitor> {
    vec![laptop(), projector()]
}

pub fn talk(state: &mut State, command: TalkCommand) -> Vec<Effect> {
    state.update(Action::Talk(command))
}

/// Presses a key and lets it go, as the window does.
pub fn press(state: &mut State, key: &str) -> Vec<Effect> {
    press_with(state, key, false, false)
}

pub fn press_with(state: &mut State, key: &str, shift: bool, others: bool) -> Vec<Effect> {
    let mut effects = keys::key_command(key, shift, others)
        .map_or_else(Vec::new, |key_command| talk(state, TalkCommand::Do(key_command)));
    effects.extend(talk(state, TalkCommand::Release));
    effects
}

pub fn wait(state: &mut State, secs: f64) -> Vec<Effect> {
    state.update(Action::Tick(state.now() + secs))
}

/// Holds a key so long, in frames of a twentieth of a second.
pub fn hold(state: &mut State, key: &str, shift: bool, secs: f64) -> Vec<Effect> {
    let mut effects = keys::key_command(key, shift, false)
        .map_or_else(Vec::new, |key_command| talk(state, TalkCommand::Do(key_command)));
    let mut left = secs;
    while left > 0.0 {
        effects.extend(wait(state, 0.05));
        effects.extend(talk(state, TalkCommand::Still));
        left -= 0.05;
    }
    effects.extend(talk(state, TalkCommand::Release));
    effects
}

/// Shows the stop at a place in the order, from 0.
pub fn show(state: &mut State, position: usize) -> Vec<Effect> {
    let stop = state.talk().stops.key(position).expect("a stop");
    talk(state, TalkCommand::Show(Spot::at(stop)))
}

pub fn shown(state: &State) -> Option<Shows> {
    state.talk().audience_view(state.lang(), state.theme()).shows
}
