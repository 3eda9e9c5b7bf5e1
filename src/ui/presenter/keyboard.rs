//! The keys of a talk, handled before any control sees them: in a talk nothing but the search can be focused, pressed or typed
//! into.

use std::cell::RefCell;

use egui::{Context, Event, Key, ViewportId};

use super::console::field_id;
use crate::state::talk::{ConsoleOverlay, Hold, KeyCommand, Phase, TalkCommand, keys};
use crate::state::{Action, State};
use crate::ui::{Motion, keystrokes};

/// Consumes the keys of a talk, its start sheet or its report.
pub fn take(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<Action> {
    let commands = match state.talk().phase {
        Phase::Off => Vec::new(),
        Phase::Sheet => sheet(ctx, state, motion),
        Phase::After => after(ctx),
        Phase::On => talk(ctx, state, motion),
    };
    commands.into_iter().map(Action::Talk).collect()
}

fn talk(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<TalkCommand> {
    let typing = matches!(state.talk().overlay, Some(ConsoleOverlay::Find(..)));
    let mut commands = typed_elsewhere(ctx, state).into_iter().collect::<Vec<_>>();
    let new = keystrokes::struck(motion);
    ctx.input_mut(|input| {
        let mut kept = Vec::with_capacity(input.events.len());
        for event in std::mem::take(&mut input.events) {
            match &event {
                Event::Key { key, pressed, repeat, modifiers, .. } => {
                    let others = modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd;
                    let key_command = keys::key_command(key.name(), modifiers.shift, others);
                    if typing && !passes(*key) {
                        kept.push(event);
                    } else if *pressed {
                        let is_new =
                            |key_command| if moves_windows(key_command) { new.contains(key) } else { !*repeat };
                        commands.extend(
                            key_command
                                .filter(|key_command| is_new(*key_command) || may_repeat(*key_command))
                                .map(TalkCommand::Do),
                        );
                    } else if let Some(KeyCommand::Hold(_)) = key_command {
                        commands.push(TalkCommand::Release);
                    }
                }
                // The key that opens the search is not typed into it, and without a field there is nothing to paste into.
                Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) if !typing => {}
                _ => kept.push(event),
            }
        }
        input.events = kept;
    });
    commands.extend(still_held(ctx, state, motion, &commands));
    let focused = ctx.memory(egui::Memory::focused);
    if let Some(focused) = focused.filter(|id| !typing || *id != field_id()) {
        ctx.memory_mut(|m| m.surrender_focus(focused));
    }
    commands
}

/// Text typed for the open search in a window without its field: not every system lets a window pass its keys on.
fn typed_elsewhere(ctx: &Context, state: &State) -> Option<TalkCommand> {
    let Some(ConsoleOverlay::Find(typed, _)) = &state.talk().overlay else { return None };
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
    (words != *typed).then_some(TalkCommand::Type(words))
}

/// True for keys that are not typed into the search: those of clickers, and those that choose among the hits.
fn passes(key: Key) -> bool {
    keys::moves_while_typing(key.name())
        || matches!(key, Key::Escape | Key::Enter | Key::ArrowUp | Key::ArrowDown | Key::Tab)
}

/// True for commands that bring another window to the front: there a held key looks like a new press.
fn moves_windows(key_command: KeyCommand) -> bool {
    matches!(key_command, KeyCommand::Hold(_) | KeyCommand::AudienceOnly)
}

/// Only these commands repeat: a held clicker button repeats its key, but moves by one stop.
fn may_repeat(key_command: KeyCommand) -> bool {
    matches!(
        key_command,
        KeyCommand::NotesUp | KeyCommand::NotesDown | KeyCommand::NotesLarger | KeyCommand::NotesSmaller
    )
}

/// Whether a held command is still held. Counts as released if another window took the keys, so that the release is missing.
fn still_held(ctx: &Context, state: &State, motion: &RefCell<Motion>, commands: &[TalkCommand]) -> Option<TalkCommand> {
    let mut motion = motion.borrow_mut();
    if commands.iter().any(|one| matches!(one, TalkCommand::Do(KeyCommand::Hold(_)))) {
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
    Some(if down { TalkCommand::Still } else { TalkCommand::Release })
}

/// The keys of the start sheet, besides Tab, which works as everywhere.
fn sheet(ctx: &Context, state: &State, motion: &RefCell<Motion>) -> Vec<TalkCommand> {
    let press = |key: Key| keystrokes::once(ctx, motion, egui::Modifiers::NONE, key);
    let mut commands = Vec::new();
    let on_a_control = ctx.memory(egui::Memory::focused).is_some();
    if press(Key::Escape) {
        commands.push(TalkCommand::Close);
    }
    if (!on_a_control && press(Key::Enter)) || press(Key::F5) {
        commands.push(if state.talk().offer.is_some() { TalkCommand::Resume } else { TalkCommand::Start });
    }
    if press(Key::S) {
        commands.push(TalkCommand::Swap);
    }
    if press(Key::I) {
        commands.push(TalkCommand::Identify(!state.talk().identify));
    }
    if press(Key::O) {
        let screens = &state.talk().screens;
        let one = screens.list.len() < 2;
        commands.push(if one {
            TalkCommand::Beside(screens.solo == crate::state::talk::Solo::Audience)
        } else {
            TalkCommand::Single(!screens.single)
        });
    }
    commands
}

fn after(ctx: &Context) -> Vec<TalkCommand> {
    let press = |key: Key| ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, key));
    if press(Key::Escape) { vec![TalkCommand::Close] } else { Vec::new() }
}
