//! The editor's keys.

use egui::{Context, Key, Modifiers};

use crate::state::{Action, EditCommand, Editing, State};

/// Takes the keys that mean the same everywhere in the editor, also while somebody types.
pub fn take(ctx: &Context, state: &State, editing: &Editing) -> Vec<Action> {
    let redo = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    let keys = [
        (redo, Key::Z, EditCommand::Redo),
        (Modifiers::COMMAND, Key::Z, EditCommand::Undo),
        (Modifiers::COMMAND, Key::Y, EditCommand::Redo),
        (redo, Key::S, EditCommand::SaveAs),
        (Modifiers::COMMAND, Key::S, EditCommand::Save),
        (Modifiers::NONE, Key::F5, EditCommand::Preview(!editing.preview())),
        (Modifiers::NONE, Key::F7, EditCommand::Problems(!editing.shows_problems())),
        (Modifiers::ALT, Key::PageUp, EditCommand::Beside(-1)),
        (Modifiers::ALT, Key::PageDown, EditCommand::Beside(1)),
    ];
    let is_covered = state.overlay().is_some() || state.sheet().is_some();
    if is_covered {
        return Vec::new();
    }
    let pressed = |modifiers, key| ctx.input_mut(|i| i.consume_key(modifiers, key));
    let mut actions: Vec<Action> = keys
        .into_iter()
        .filter(|(modifiers, key, _)| pressed(*modifiers, *key))
        .map(|(_, _, command)| Action::Edit(command))
        .collect();
    if pressed(Modifiers::NONE, Key::F8)
        && let Some(path) = editing.problem_after_caret()
    {
        actions.push(Action::Edit(EditCommand::GoTo(path)));
    }
    if is_open(editing) && !ctx.text_edit_focused() && pressed(Modifiers::NONE, Key::Escape) {
        actions.push(Action::Edit(EditCommand::Back));
    }
    actions
}

/// Whether Escape has something of the editor's to close.
fn is_open(editing: &Editing) -> bool {
    editing.preview() || editing.shows_problems() || editing.chosen().is_some() || editing.is_marking()
}
