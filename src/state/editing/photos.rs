//! Photographs that are added: at the end of the wall, where they were dropped, or as the file of a picture that lacks it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{AddedPhoto, Edit, Editing, Landing, PhotoCommand, fresh_id, new_entry};
use crate::model::{Change, EntryKey, FieldPath, FileNews, List, PhotoKey, Probed, Tree};
use crate::state::{Effect, Notice, Overlay, State, View};

/// The list of pictures.
const PHOTOS: List = List::Photos;

impl Editing {
    /// Where photographs go whose place is typed.
    #[must_use]
    pub fn landing(&self) -> Landing {
        self.landing
    }
}

impl State {
    pub(super) fn photo_command(&mut self, command: PhotoCommand) -> Vec<Effect> {
        match command {
            PhotoCommand::Pick(landing) if self.no_dialog => self.ask_for_photos(landing),
            PhotoCommand::Pick(landing) => return vec![Effect::PickPhotos(landing)],
            PhotoCommand::NoDialog(landing) => {
                self.no_dialog = true;
                self.ask_for_photos(landing);
            }
            PhotoCommand::Add(paths, landing) => {
                self.session.overlay = None;
                return vec![Effect::AddPhotos(paths, landing)];
            }
            PhotoCommand::Added(added, others, landing) => return self.photos_added(added, &others, landing),
        }
        Vec::new()
    }

    /// Asks for the place of photographs to be typed.
    fn ask_for_photos(&mut self, landing: Landing) {
        self.session.overlay = Some(Overlay::Photographs);
        if let Some(editing) = self.editing.as_deref_mut() {
            editing.landing = landing;
        }
    }

    fn photos_added(&mut self, added: Vec<AddedPhoto>, others: &[String], landing: Landing) -> Vec<Effect> {
        if !others.is_empty() {
            self.notices.push(Notice::NotPictures(others.to_vec()), self.now);
        }
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        editing.files.names.extend(added.iter().map(|photo| photo.file.clone()));
        if let Landing::Instead { entry, stand_in } = landing {
            return added.into_iter().next().map_or_else(Vec::new, |photo| self.file_found(entry, stand_in, photo));
        }
        let (changes, probed) = inserted(&editing.tree, added, landing);
        if changes.is_empty() {
            return Vec::new();
        }
        let effects = self.edit(Edit::step(changes));
        let Some(editing) = self.editing.as_deref() else { return effects };
        let keys: Vec<(PhotoKey, Probed)> = probed
            .into_iter()
            .filter_map(|(at, probed)| {
                let entry = editing.tree.key(PHOTOS.field(), at)?;
                Some((editing.photo_of(entry)?, probed))
            })
            .collect();
        for (photo, probed) in keys {
            Arc::make_mut(&mut self.pack).fill_in(photo, probed);
        }
        self.session.view = View::Photos;
        effects
    }

    /// Takes a file as that of a picture, with its size.
    fn file_found(&mut self, entry: EntryKey, stand_in: bool, photo: AddedPhoto) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref() else { return Vec::new() };
        let Some(at) = editing.path_of(PHOTOS, entry) else { return Vec::new() };
        let at = if stand_in { at.field("stand_in") } else { at };
        let mut changes = vec![Change::set(at.field("file"), photo.file.clone())];
        let has_size = editing.tree.value(&at.field("size")).is_some();
        match photo.size {
            Some(size) => changes.push(Change::set(at.field("size"), json!(size))),
            None if has_size => changes.push(Change::unset(at.field("size"))),
            None => {}
        }
        let key = editing.photo_of(entry);
        let effects = self.edit(Edit::step(changes));
        if let Some(key) = key.filter(|key| self.pack.shown(*key).is_some_and(|s| s.file.as_ref() == Some(&photo.file)))
        {
            let news = FileNews { photo: key, file: photo.file, probed: Some(photo.probed) };
            self.files_changed(self.generation(), &[news]);
        }
        effects
    }
}

/// The changes that add pictures, and what their files say by their places afterwards.
fn inserted(tree: &Tree, added: Vec<AddedPhoto>, landing: Landing) -> (Vec<Change>, Vec<(usize, Probed)>) {
    let mut tree = tree.clone();
    let end = tree.len(PHOTOS.field());
    let first = match landing {
        Landing::Before(entry) => tree.position(PHOTOS.field(), entry).unwrap_or(end),
        Landing::End | Landing::Instead { .. } => end,
    };
    let (mut changes, mut probed) = (Vec::new(), Vec::new());
    for photo in added {
        let at = first + changes.len();
        let change = Change::insert(FieldPath::entry(PHOTOS.field(), at), entry_of(&tree, &photo));
        if tree.apply(&change).is_ok() {
            changes.push(change);
            probed.push((at, photo.probed));
        }
    }
    (changes, probed)
}

/// A new entry for a picture.
fn entry_of(tree: &Tree, photo: &AddedPhoto) -> Value {
    let mut entry = new_entry(tree, PHOTOS);
    let stem = photo.name.rsplit_once('.').map_or(photo.name.as_str(), |(stem, _)| stem);
    entry["id"] = json!(fresh_id(tree, PHOTOS, stem));
    entry["file"] = json!(photo.file);
    if let Some(size) = photo.size {
        entry["size"] = json!(size);
    }
    entry
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Landing;
    use crate::model::{FieldPath, Probed};
    use crate::state::editing::tests::begun;
    use crate::state::editing::{AddedPhoto, EditCommand, PhotoCommand};
    use crate::state::{Action, State};

    const TEXT: &str = r#"{ "format": 1, "title": { "en": "A" },
  "photos": [ { "id": "a", "file": "a.jpg", "title": {}, "caption": {}, "alt": {} },
              { "id": "x", "file": "gone.jpg", "size": [9, 9], "title": {}, "caption": {}, "alt": {} } ] }
"#;

    fn added(names: &[&str], landing: Landing, state: &mut State) {
        let added = names.iter().map(|name| AddedPhoto {
            file: format!("pictures/{name}"),
            name: (*name).to_owned(),
            size: Some([300, 200]),
            probed: Probed { size: Some([300, 200]), ..Probed::default() },
        });
        let command = PhotoCommand::Added(added.collect(), Vec::new(), landing);
        state.update(Action::Edit(EditCommand::Photos(command)));
    }

    fn files(state: &State) -> Vec<String> {
        let tree = state.editing().expect("editing").tree();
        let file = |at| tree.text_at(&FieldPath::entry("photos", at).field("file")).to_owned();
        (0..tree.len("photos")).map(file).collect()
    }

    #[test]
    fn a_file_that_was_found_is_that_of_its_picture_with_its_size() {
        let mut state = begun(TEXT, Vec::new());
        let photo = state.pack().keys()[1];
        assert!(!state.pack().has_file(photo));
        let entry = state.editing().expect("editing").entry_of(photo).expect("an entry");
        added(&["found.jpg", "more.jpg"], Landing::Instead { entry, stand_in: false }, &mut state);
        assert_eq!(files(&state), ["a.jpg", "pictures/found.jpg"]);
        let tree = state.editing().expect("editing").tree();
        assert_eq!(tree.value(&"photos[1].size".parse().expect("a path")), Some(&json!([300, 200])));
        assert!(state.pack().has_file(photo), "it is the same picture");
        state.update(Action::Edit(EditCommand::Undo));
        assert!(state.editing().expect("editing").tree().is_original());
        assert!(!state.pack().has_file(photo));
    }

    #[test]
    fn photographs_go_where_they_were_dropped_in_one_step() {
        let mut state = begun(TEXT, Vec::new());
        let second = state.editing().expect("editing").tree().key("photos", 1).expect("an entry");
        added(&["1.jpg", "2.jpg"], Landing::Before(second), &mut state);
        assert_eq!(files(&state), ["a.jpg", "pictures/1.jpg", "pictures/2.jpg", "gone.jpg"]);
        state.update(Action::Edit(EditCommand::Undo));
        assert!(state.editing().expect("editing").tree().is_original());
        added(&["1.jpg"], Landing::End, &mut state);
        assert_eq!(files(&state).last().map(String::as_str), Some("pictures/1.jpg"));
    }
}
