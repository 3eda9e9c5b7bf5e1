//! The keys of the editor that mean the same wherever the caret is.

use egui::{Context, Key, Modifiers};

use crate::model::{Change, List};
use crate::state::editing::{Chosen, Edit, Surface};
use crate::state::{Action, EditCommand, Editing, OrderCommand, ProblemCommand, State};

/// Consumes the editor's keys; `once` ignores what a held key repeats.
pub fn take(ctx: &Context, state: &State, once: &impl Fn(Modifiers, Key) -> bool) -> Vec<Action> {
    let Some(editing) = state.editing() else { return Vec::new() };
    let press = |modifiers: Modifiers, key: Key| ctx.input_mut(|i| i.consume_key(modifiers, key));
    let mut commands = Vec::new();
    if once(Modifiers::NONE, Key::F5) {
        commands.push(EditCommand::Preview(!editing.preview()));
    }
    if once(Modifiers::NONE, Key::F7) {
        commands.push(EditCommand::Problem(ProblemCommand::Shown(!editing.shows_problems())));
    }
    if press(Modifiers::NONE, Key::F8) {
        commands.push(EditCommand::Problem(ProblemCommand::Next));
    }
    if editing.comes_from_problem() && press(Modifiers::ALT, Key::ArrowLeft) {
        commands.push(EditCommand::Problem(ProblemCommand::Back));
    }
    for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
        if editing.surface() == Surface::RunningOrder && press(Modifiers::ALT, key) {
            commands.extend(moved(editing, by));
        }
    }
    if editing.pick().is_some() && press(Modifiers::NONE, Key::Escape) {
        commands.push(EditCommand::Order(OrderCommand::Pick(None)));
    }
    let is_bare = state.photo().is_none() && state.sheet().is_none() && state.overlay().is_none();
    if editing.preview() && is_bare && state.finder().is_none() && press(Modifiers::NONE, Key::Escape) {
        commands.push(EditCommand::Preview(false));
    }
    commands.into_iter().map(Action::Edit).collect()
}

/// Moves the chosen stop by so many places.
#[must_use]
pub fn moved(editing: &Editing, by: isize) -> Option<EditCommand> {
    let at = editing.chosen_path()?;
    let Chosen::Entry(List::RunningOrder, _) = editing.chosen()? else { return None };
    let (_, index) = at.list_entry()?;
    let to = index.checked_add_signed(by).filter(|to| *to < editing.tree().len(List::RunningOrder.field()))?;
    Some(EditCommand::Edit(Edit::step(vec![Change::Move { at, to }])))
}
