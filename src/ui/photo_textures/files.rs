//! Pictures whose files are others than they were.

use super::{Photo, PhotoTextures};
use crate::model::PhotoKey;

impl PhotoTextures {
    /// Notes of which files the pictures are that are shown.
    pub fn note_files(&mut self, files: &[(PhotoKey, String)]) {
        for (photo, file) in files {
            if self.files.get(photo) != Some(file) {
                self.files.insert(*photo, file.clone());
            }
        }
    }

    /// Shows nothing any more of pictures that have another file than they had, as an editor gives them.
    pub fn drop_replaced<'p>(&mut self, file_of: impl Fn(PhotoKey) -> Option<&'p str>) {
        let replaced = self.files.extract_if(|photo, file| file_of(*photo) != Some(file.as_str()));
        for (photo, _) in replaced.collect::<Vec<_>>() {
            self.file_changed(self.generation, photo, true);
        }
    }

    /// The file of a picture is back, or another than before: then nothing of the old one is shown.
    pub fn file_changed(&mut self, generation: u64, photo: PhotoKey, is_another: bool) {
        if generation != self.generation {
            return;
        }
        if is_another {
            let tone = self.photos.remove(&photo).and_then(|known| known.tone);
            self.photos.insert(photo, Photo { tone, ..Photo::default() });
            self.tiles.retain(|(of, _), _| *of != photo);
            self.waiting.retain(|(waiting, _)| waiting.photo != photo);
        } else if let Some(known) = self.photos.get_mut(&photo) {
            (known.hindered, known.no_preview) = (None, false);
        }
    }
}
