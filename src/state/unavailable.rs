//! Unavailable pictures, and files that change while shown.

use std::sync::Arc;

use super::State;
use crate::model::{FileNews, PhotoKey, Unavailable};

impl State {
    /// Returns `true` if a picture can be shown, or may be again: its file existed, and is away for now.
    pub(super) fn keeps_its_place(&self, photo: PhotoKey) -> bool {
        self.unavailable.get(&photo).is_none_or(|why| self.may_come_back(photo, *why))
    }

    fn may_come_back(&self, photo: PhotoKey, why: Unavailable) -> bool {
        why.is_passing() && self.pack.has_file(photo)
    }

    /// Records that a picture is unavailable. If it is open, a visitor sees the next one, unless it may come back.
    pub(super) fn note_unavailable(&mut self, generation: u64, photo: PhotoKey, why: Unavailable) {
        if generation != self.generation {
            return;
        }
        if self.session.photo == Some(photo) && !self.pack.photo_folder && !self.may_come_back(photo, why) {
            let wall = self.wall();
            let at = wall.iter().position(|&p| p == photo);
            self.step_photo(1);
            if self.session.photo == Some(photo) {
                self.session.photo = at.and_then(|at| at.checked_sub(1)).and_then(|before| wall.get(before).copied());
                self.session.zoom = None;
            }
        }
        self.unavailable.insert(photo, why);
    }

    /// Discards what was known of files that have changed, appeared or returned, so that they are requested again.
    pub(super) fn files_changed(&mut self, generation: u64, news: &[FileNews]) {
        if generation == self.generation {
            for news in news {
                self.take_news(news);
            }
        }
    }

    fn take_news(&mut self, news: &FileNews) {
        self.unavailable.remove(&news.photo);
        if news.probed.is_some() {
            Arc::make_mut(&mut self.pack).file_changed(news);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Exhibition, FileNews, Pack, PackPlace, Photo, PhotoKey, Probed, Unavailable, Wording};
    use crate::state::{Action, State};

    fn photo(id: &str, file: &str) -> Photo {
        let text = format!(
            r#"{{ "id": "{id}", "file": "{file}", "title": {{ "en": "{id}" }}, "caption": {{ "en": "old" }}, "alt": {{}}, "size": [3, 2] }}"#
        );
        serde_json::from_str(&text).expect("a photo")
    }

    fn state(photo_folder: bool, there: &[&str]) -> State {
        let photos = ["a.jpg", "b.jpg", "c.jpg"].map(|file| photo(if photo_folder { file } else { &file[..1] }, file));
        let exhibition = Exhibition { photos: photos.to_vec(), ..Exhibition::default() };
        let place = PackPlace::Folder("/stick".into());
        let mut pack = Pack::new(place, exhibition, Vec::new(), |name| there.contains(&name));
        pack.photo_folder = photo_folder;
        State::showing(pack)
    }

    fn keys(state: &State) -> Vec<PhotoKey> {
        state.pack().keys().to_vec()
    }

    fn news(photo: PhotoKey, file: &str, probed: Option<Probed>) -> Action {
        Action::FilesChanged(0, vec![FileNews { photo, file: file.to_owned(), probed }])
    }

    #[test]
    fn what_is_away_keeps_its_place_and_what_cannot_be_shown_does_not() {
        let mut state = state(false, &["a.jpg", "b.jpg", "c.jpg"]);
        let keys = keys(&state);
        state.update(Action::OpenPhoto(keys[1]));
        for why in [Unavailable::Missing, Unavailable::Failed] {
            state.update(Action::Unavailable(0, keys[1], why));
            assert_eq!((state.photo(), state.wall().len()), (Some(keys[1]), 3), "{why:?}");
        }
        state.update(news(keys[1], "b.jpg", None));
        assert!(state.unavailable().is_empty());
        for why in [Unavailable::Damaged, Unavailable::NotAllowed, Unavailable::Encrypted, Unavailable::TooLarge] {
            state.update(Action::OpenPhoto(keys[1]));
            state.update(Action::Unavailable(0, keys[1], why));
            assert_eq!((state.photo(), state.wall().len()), (Some(keys[2]), 2), "{why:?}: a visitor sees the next one");
            state.update(news(keys[1], "b.jpg", Some(Probed::default())));
            assert_eq!(state.wall().len(), 3, "its file is another: it is on the wall again");
        }
    }

    #[test]
    fn what_was_never_there_has_no_place_until_it_comes() {
        let mut state = state(false, &["a.jpg", "c.jpg"]);
        let keys = keys(&state);
        state.update(Action::Unavailable(0, keys[1], Unavailable::Missing));
        assert_eq!(state.wall(), [keys[0], keys[2]]);
        state.update(news(keys[1], "b.jpg", Some(Probed { size: Some([5, 4]), ..Probed::default() })));
        assert_eq!(state.wall(), keys);
        assert_eq!(state.pack().shown(keys[1]).and_then(|shown| shown.file.as_deref()), Some("b.jpg"));
        assert_eq!(state.pack().size(keys[1]), Some([5, 4]));
    }

    #[test]
    fn another_file_tells_its_own_and_a_curators_words_stay() {
        let probed = Probed {
            size: Some([2, 3]),
            title: Wording { plain: "new".to_owned(), in_languages: Vec::new() },
            ..Probed::default()
        };
        let mut photo_folder = state(true, &["a.jpg", "b.jpg", "c.jpg"]);
        let keys = keys(&photo_folder);
        let first = Wording { plain: "of the first".to_owned(), in_languages: Vec::new() };
        let first = Probed { credit: first.plain.clone(), title: first, ..Probed::default() };
        photo_folder.update(Action::Probed(0, vec![(keys[0], first)]));
        assert_eq!(photo_folder.pack.exhibition.photos[0].title.en, "of the first");
        photo_folder.update(news(keys[0], "a.jpg", Some(probed.clone())));
        assert!(photo_folder.pack.exhibition.photos[0].credit.is_empty(), "said of another picture");
        assert_eq!(photo_folder.pack.document().photos[0].title.en, "a.jpg", "the document is as it was written");
        let entry = &photo_folder.pack.exhibition.photos[0];
        assert_eq!((entry.title.en.as_str(), entry.size), ("new", Some([2, 3])));
        let mut curated = state(false, &["a.jpg", "b.jpg", "c.jpg"]);
        curated.update(news(keys[0], "a.jpg", Some(probed)));
        let entry = &curated.pack.exhibition.photos[0];
        assert_eq!((entry.title.en.as_str(), entry.caption.en.as_str(), entry.size), ("a", "old", Some([2, 3])));
        curated.update(Action::FilesChanged(7, vec![]));
    }
}
