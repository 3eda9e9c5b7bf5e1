//! Leaving a field: what was typed in it and not written yet, since half of it would mean something else.

use super::{Edit, EditCommand, FormCommand};
use crate::model::Change;
use crate::state::{Effect, State};

impl State {
    /// Writes the date that is being typed into the document, as it stands.
    pub(super) fn write_date(&mut self) -> Vec<Effect> {
        let date = self.editing.as_deref().and_then(|editing| editing.form.date.clone());
        let Some((at, text, above)) = date else { return Vec::new() };
        let change = match above {
            Some(above) if text.is_empty() => Change::unset(above),
            _ if text.is_empty() => Change::unset(at.clone()),
            _ => Change::set(at.clone(), text),
        };
        self.edit(Edit { changes: vec![change], run: Some(at) })
    }

    /// Before a command that leaves the field: what is typed of a date or an id is written, and no longer being typed.
    pub(super) fn leave_typed(&mut self, command: &EditCommand) -> Option<Vec<Effect>> {
        let leaves = match command {
            EditCommand::EndRun
            | EditCommand::Choose(_)
            | EditCommand::Beside(_)
            | EditCommand::GoTo(_)
            | EditCommand::Mark(_)
            | EditCommand::Undo
            | EditCommand::Redo
            | EditCommand::Save
            | EditCommand::SaveAs
            | EditCommand::Leave
            | EditCommand::Preview(_)
            | EditCommand::Surface(_)
            | EditCommand::Table(_)
            | EditCommand::Problem(_) => true,
            EditCommand::Form(command) => {
                !matches!(command, FormCommand::Date(..) | FormCommand::Id(..) | FormCommand::Pick(_))
            }
            EditCommand::Begin(_)
            | EditCommand::Unmark
            | EditCommand::Marking(_)
            | EditCommand::Edit(_)
            | EditCommand::Order(_)
            | EditCommand::CaretPut
            | EditCommand::Checked(..)
            | EditCommand::Versions(_)
            | EditCommand::TextsFound(_)
            | EditCommand::GoBack(_)
            | EditCommand::VersionRead(_)
            | EditCommand::Kept(_)
            | EditCommand::NotKept(_)
            | EditCommand::Photos(_)
            | EditCommand::Sheet(_)
            | EditCommand::Check { .. }
            | EditCommand::Today(_)
            | EditCommand::Cells(_)
            | EditCommand::PreviewAs(_)
            | EditCommand::Saved(..) => false,
        };
        let form = self.editing.as_deref().map(|editing| &editing.form).filter(|_| leaves)?;
        // Undo takes an id back that is typed, rather than writing it first.
        let is_undo = matches!(command, EditCommand::Undo);
        let (has_date, has_id) =
            (form.date.is_some(), form.id.as_ref().is_some_and(|(.., is_left)| !is_left && !is_undo));
        let has_number = self.leaves_number(command);
        if !has_date && !has_id && !has_number {
            return None;
        }
        let mut effects = if has_number { self.follow_number(!is_undo) } else { Vec::new() };
        effects.extend(self.write_date());
        if let Some(editing) = self.editing.as_deref_mut() {
            editing.form.date = None;
        }
        if has_id {
            effects.extend(self.write_id());
        }
        Some(effects)
    }
}
