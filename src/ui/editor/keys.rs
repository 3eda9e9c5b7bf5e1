//! The keys of the editor that mean the same wherever the focus is.

use egui::{Context, Key, Modifiers};

use crate::model::Change;
use crate::state::editing::Edit;
use crate::state::{Action, EditCommand, State};

/// Takes the keys; none while a preview shows what visitors see.
pub fn take(ctx: &Context, state: &State) -> Vec<Action> {
    let is_edited = state.editing().is_some_and(|editing| !editing.preview());
    if !is_edited || state.overlay().is_some() || state.sheet().is_some() {
        return Vec::new();
    }
    let press = |modifiers: Modifiers, key: Key| ctx.input_mut(|i| i.consume_key(modifiers, key));
    let mut commands = Vec::new();
    for (key, by) in [(Key::PageUp, -1), (Key::PageDown, 1)] {
        if press(Modifiers::ALT, key) {
            commands.push(EditCommand::Beside(by));
        }
    }
    let is_composing = ctx.input(|i| i.events.iter().any(|event| matches!(event, egui::Event::Ime(_))));
    if !is_composing {
        let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
        if press(shifted, Key::Z) || press(Modifiers::COMMAND, Key::Y) {
            commands.push(EditCommand::Redo);
        } else if press(Modifiers::COMMAND, Key::Z) {
            commands.push(EditCommand::Undo);
        }
    }
    commands.into_iter().map(Action::Edit).collect()
}

/// Alt and an arrow move the chosen entry, where nothing in the pane has taken them.
pub fn moves(ctx: &Context, state: &State) -> Option<Action> {
    let editing = state.editing()?;
    let at = editing.chosen_path()?;
    let (list, index) = at.list_entry()?;
    let last = editing.tree().len(list).checked_sub(1)?;
    let press = |key: Key| ctx.input_mut(|i| i.consume_key(Modifiers::ALT, key));
    let to = match () {
        () if press(Key::ArrowUp) => index.checked_sub(1)?,
        () if press(Key::ArrowDown) => Some(index + 1).filter(|to| *to <= last)?,
        () => return None,
    };
    Some(Action::Edit(EditCommand::Edit(Edit::step(vec![Change::Move { at, to }]))))
}
