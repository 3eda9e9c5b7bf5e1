//! What was saved, and the names that pictures were given there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Change, FieldPath, List, PhotoKey, Probed};
use crate::state::{Effect, Notice, State};

impl State {
    pub(super) fn edited_saved(
        &mut self,
        path: &Path,
        revision: u64,
        left_out: usize,
        renamed: &[(String, String)],
    ) -> Vec<Effect> {
        let name = path.display().to_string();
        self.saving = None;
        let notice = if left_out == 0 { Notice::Saved(name) } else { Notice::SavedWithout(name, left_out) };
        self.notices.push(notice, self.now);
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        editing.saved = revision;
        editing.target = Some(PathBuf::from(path));
        self.take_names(renamed)
    }

    /// Pictures have the names here that they were given where they were saved. That is no step of its own: it is undone with what
    /// came before.
    fn take_names(&mut self, renamed: &[(String, String)]) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        editing.files.names.extend(renamed.iter().map(|(_, name)| name.clone()));
        let tree = &editing.tree;
        let photos = (0..tree.len(List::Photos.field())).map(|index| FieldPath::entry(List::Photos.field(), index));
        let files = photos.flat_map(|at| [at.field("file"), at.field("stand_in").field("file")]);
        let changes: Vec<Change> = files
            .filter_map(|at| {
                let file = tree.value(&at)?.as_str()?;
                let (_, name) = renamed.iter().find(|(old, _)| old == file)?;
                Some(Change::set(at, name.clone()))
            })
            .collect();
        if changes.is_empty() {
            return Vec::new();
        }
        let was_saved = editing.saved == editing.revision;
        // The files are the same: what is known of them stays known.
        let known: Vec<(PhotoKey, Probed)> =
            self.pack.keys().iter().filter_map(|key| Some((*key, self.pack.probed(*key)?.clone()))).collect();
        let effects = self.amend(&changes);
        for (photo, probed) in known {
            if self.pack.probed(photo).is_none() {
                Arc::make_mut(&mut self.pack).fill_in(photo, probed);
            }
        }
        if let Some(editing) = self.editing.as_deref_mut().filter(|_| was_saved) {
            editing.saved = editing.revision;
        }
        effects
    }

    /// Changes what belongs to the last step.
    pub(super) fn amend(&mut self, changes: &[Change]) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let mut before = editing.tree.clone();
        let Some(record) = editing.history.amend(&mut editing.tree, changes.to_vec()) else { return Vec::new() };
        self.follow(&mut before, changes);
        self.keep(&record)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;

    use crate::model::{Change, Probed};
    use crate::state::editing::tests::{begun, path};
    use crate::state::editing::{Edit, EditCommand};
    use crate::state::{Action, Effect, State};

    const TEXT: &str = r#"{ "format": 1, "title": { "en": "A" },
  "photos": [ { "id": "a", "file": "a.jpg", "title": { "en": "One" }, "caption": {}, "alt": {} },
              { "id": "b", "file": "b.jpg", "title": { "en": "Two" }, "caption": {}, "alt": {} } ] }"#;

    fn saved(state: &mut State, revision: u64) -> Vec<Effect> {
        let renamed = vec![("b.jpg".to_owned(), "b_1.jpg".to_owned())];
        state.update(Action::Edit(EditCommand::Saved(PathBuf::from("there"), revision, 0, renamed)))
    }

    fn file(state: &State) -> String {
        state.editing().expect("editing").tree().text_at(&path("photos[1].file")).to_owned()
    }

    #[test]
    fn pictures_have_the_names_that_they_were_given_where_they_were_saved_in_no_step_of_their_own() {
        let mut state = begun(TEXT, Vec::new());
        let photo = state.pack().keys()[1];
        let probed = Probed { size: Some([300, 200]), ..Probed::default() };
        state.update(Action::Probed(state.generation(), vec![(photo, probed)]));
        for title in ["Three", "Four"] {
            let change = Change::set(path("photos[0].title.en"), json!(title));
            state.update(Action::Edit(EditCommand::Edit(Edit::step(vec![change]))));
        }
        state.update(Action::Edit(EditCommand::Undo));
        let revision = state.editing().expect("editing").revision();
        let effects = saved(&mut state, revision);
        assert!(effects.iter().any(|effect| matches!(effect, Effect::Keep(_))), "{effects:?}");
        assert_eq!(file(&state), "b_1.jpg");
        assert!(!state.editing().expect("editing").is_unsaved());
        assert!(state.pack().has_file(photo), "the same picture");
        assert_eq!(state.pack().size(photo), Some([300, 200]), "what is known of it stays known");
        // What was undone can still be made again, and undone the names go with the step before.
        state.update(Action::Edit(EditCommand::Redo));
        assert_eq!(state.editing().expect("editing").tree().text_at(&path("photos[0].title.en")), "Four");
        state.update(Action::Edit(EditCommand::Undo));
        assert_eq!(file(&state), "b_1.jpg");
        state.update(Action::Edit(EditCommand::Undo));
        assert!(state.editing().expect("editing").tree().is_original());
    }

    #[test]
    fn what_was_changed_while_it_was_saved_is_still_to_be_saved() {
        let mut state = begun(TEXT, Vec::new());
        let revision = state.editing().expect("editing").revision();
        let change = Change::set(path("photos[1].title.en"), json!("New"));
        state.update(Action::Edit(EditCommand::Edit(Edit::step(vec![change]))));
        saved(&mut state, revision);
        assert_eq!(file(&state), "b_1.jpg");
        assert!(state.editing().expect("editing").is_unsaved());
    }
}
