//! The keys of a talk, taken before any control sees them: in a talk nothing is reached by Tab, pressed by Enter or typed into but
//! the search.

use std::cell::RefCell;

use egui::{Context, Event, Key, ViewportId};

use super::console::field_id;
use crate::state::talk::{Does, Hold, Layer, Phase, TalkAct, keys};
use crate::state::{Action, State};
use crate::ui::{Motion, press};

/// Takes the keys that mean something to a talk, its start sheet or what is told after it.
pub fn take(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<Action> {
    let acts = match state.talk().phase {
        Phase::Off => Vec::new(),
        Phase::Sheet => sheet(ctx, state, motion),
        Phase::After => after(ctx),
        Phase::On => talk(ctx, state, motion),
    };
    acts.into_iter().map(Action::Talk).collect()
}

fn talk(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<TalkAct> {
    let typing = matches!(state.talk().layer, Some(Layer::Find(..)));
    let mut acts = typed_elsewhere(ctx, state).into_iter().collect::<Vec<_>>();
    let new = press::struck(motion);
    ctx.input_mut(|input| {
        let mut kept = Vec::with_capacity(input.events.len());
        for event in std::mem::take(&mut input.events) {
            match &event {
                Event::Key { key, pressed, repeat, modifiers, .. } => {
                    let others = modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd;
                    let does = keys::does(key.name(), modifiers.shift, others);
                    if typing && !passes(*key) {
                        kept.push(event);
                    } else if *pressed {
                        let is_new = |does| if moves_windows(does) { new.contains(key) } else { !*repeat };
                        acts.extend(does.filter(|does| is_new(*does) || may_repeat(*does)).map(TalkAct::Do));
                    } else if let Some(Does::Hold(_)) = does {
                        acts.push(TalkAct::Release);
                    }
                }
                // The stroke that opens the search is not searched for, and nothing is pasted into nothing.
                Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) if !typing => {}
                _ => kept.push(event),
            }
        }
        input.events = kept;
    });
    acts.extend(still_held(ctx, state, motion, &acts));
    let focused = ctx.memory(egui::Memory::focused);
    if let Some(focused) = focused.filter(|id| !typing || *id != field_id()) {
        ctx.memory_mut(|m| m.surrender_focus(focused));
    }
    acts
}

/// What was typed while the search is open, in a window that has no field for it: not every system lets a window hand the keys on.
fn typed_elsewhere(ctx: &Context, state: &State) -> Option<TalkAct> {
    let Some(Layer::Find(typed, _)) = &state.talk().layer else { return None };
    if ctx.viewport_id() == ViewportId::ROOT {
        return None;
    }
    let mut words = typed.clone();
    ctx.input(|input| {
        for event in &input.events {
            match event {
                Event::Text(more) => words.push_str(more),
                Event::Key { key: Key::Backspace, pressed: true, .. } => drop(words.pop()),
                _ => {}
            }
        }
    });
    (words != *typed).then_some(TalkAct::Type(words))
}

/// True for the keys that are not typed into the search: those that clickers send, and those that choose among the hits.
fn passes(key: Key) -> bool {
    keys::moves_while_typing(key.name())
        || matches!(key, Key::Escape | Key::Enter | Key::ArrowUp | Key::ArrowDown | Key::Tab)
}

/// True for what another window comes to the front by, which knows nothing of the stroke: there a held key looks like a new one.
fn moves_windows(does: Does) -> bool {
    matches!(does, Does::Hold(_) | Does::AudienceOnly)
}

/// A held button of a clicker repeats its key: it goes one stop, as it does when it is pressed.
fn may_repeat(does: Does) -> bool {
    matches!(does, Does::NotesUp | Does::NotesDown | Does::NotesLarger | Does::NotesSmaller)
}

/// Whether what is being held still is. A release that never came, since another window took the keys, counts as one.
fn still_held(ctx: &Context, state: &State, motion: &RefCell<Motion>, acts: &[TalkAct]) -> Option<TalkAct> {
    let mut motion = motion.borrow_mut();
    if acts.iter().any(|act| matches!(act, TalkAct::Do(Does::Hold(_)))) {
        motion.holds_in = Some(ctx.viewport_id());
        return None;
    }
    let (hold, _) = state.talk().held?;
    if motion.held.is_some() || motion.holds_in != Some(ctx.viewport_id()) {
        return None;
    }
    let key = match hold {
        Hold::End => Key::Q,
        Hold::Swap => Key::S,
        Hold::Reset => Key::T,
    };
    let down = ctx.input(|i| i.focused && i.keys_down.contains(&key));
    Some(if down { TalkAct::Still } else { TalkAct::Release })
}

/// The start sheet: its controls are reached by Tab as everywhere; these keys besides.
fn sheet(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<TalkAct> {
    let press = |key: Key| press::once(ctx, motion, egui::Modifiers::NONE, key);
    let mut acts = Vec::new();
    let on_a_control = ctx.memory(egui::Memory::focused).is_some();
    if press(Key::Escape) {
        acts.push(TalkAct::Close);
    }
    if (!on_a_control && press(Key::Enter)) || press(Key::F5) {
        acts.push(if state.talk().offer.is_some() { TalkAct::Resume } else { TalkAct::Start });
    }
    if press(Key::S) {
        acts.push(TalkAct::Swap);
    }
    if press(Key::I) {
        acts.push(TalkAct::Identify(!state.talk().identify));
    }
    if press(Key::O) {
        let screens = &state.talk().screens;
        let one = screens.list.len() < 2;
        acts.push(if one {
            TalkAct::Beside(screens.solo == crate::state::talk::Solo::Audience)
        } else {
            TalkAct::Single(!screens.single)
        });
    }
    acts
}

fn after(ctx: &Context) -> Vec<TalkAct> {
    let press = |key: Key| ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, key));
    if press(Key::Escape) { vec![TalkAct::Close] } else { Vec::new() }
}
