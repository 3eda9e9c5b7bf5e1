//! What the editor wants from outside.

use std::sync::Arc;

use crate::diagnostics;
use crate::state::{Action, EditCommand, Effect};
use crate::work;

use super::App;

impl App {
    /// Carries out what editing asks for; gives back any other effect.
    pub(super) fn carry_out_editing(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::BeginEditing(origin, shown) => {
                self.work.begin_editing(origin, shown);
                self.state.update(Action::Edit(EditCommand::Today(work::today())));
            }
            Effect::EndEditing | Effect::Keep(_) | Effect::SaveEdited { .. } => {}
            Effect::PickPhotos => self.work.pick_photos(),
            Effect::AddPhotos(paths) => self.work.add_photos(paths),
            Effect::CheckEdited(revision) => {
                let pack = Arc::clone(self.state.pack());
                let files = self.state.editing().map(|editing| editing.files().names.clone()).unwrap_or_default();
                self.work.later(move || {
                    let problems = diagnostics::problems_of(&pack, &files);
                    Action::Edit(EditCommand::Checked(revision, problems))
                });
            }
            other => return Some(other),
        }
        None
    }
}
