//! What the editor wants from outside.

use std::sync::Arc;

use crate::diagnostics;
use crate::files;
use crate::state::{Action, Content, EditCommand, Effect};
use crate::work::{self, Keeper};

use super::App;

impl App {
    /// What is written bears the day on which it was: an editor may stay open over midnight.
    pub(super) fn tell_the_day(&mut self) {
        let Some(editing) = self.state.editing() else { return };
        let today = work::today();
        if editing.today() != today {
            self.state.update(Action::Edit(EditCommand::Today(today)));
        }
    }

    /// Carries out what editing asks for; gives back any other effect.
    pub(super) fn carry_out_editing(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::BeginEditing(origin, shown) => {
                self.work.begin_editing(origin, shown);
            }
            Effect::EndEditing => self.work.end_editing(),
            Effect::Keep(record) => self.work.keep(record),
            Effect::ListVersions => self.work.tell_keeper(Keeper::list_versions),
            Effect::ReadVersion(number) => self.work.tell_keeper(|keeper| keeper.read_version(number)),
            Effect::FindTexts(wanted) => self.work.find_texts(wanted),
            Effect::FindUnfinished => self.work.find_unfinished(),
            Effect::SaveEdited { revision, target, is_typed } => {
                let target = target.map(|path| files::places::typed(&path));
                let editing = self.state.editing()?;
                let title = self.state.pack().exhibition.title.resolve(self.state.lang()).text;
                let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
                let name = Some(name.trim_matches('-').to_lowercase()).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(|| Content::Pack.file_name().to_owned());
                self.work.save_edited((target, is_typed), &name, (editing.tree().clone(), revision));
            }
            Effect::PickPhotos(landing) => self.work.pick_photos(landing),
            Effect::AddPhotos(paths, landing) => {
                self.work.add_photos(paths.iter().map(|path| files::places::typed(path)).collect(), landing);
            }
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
