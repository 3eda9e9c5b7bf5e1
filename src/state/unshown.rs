//! Pictures that cannot be shown, and files that change under the exhibition.

use std::sync::Arc;

use super::State;
use crate::model::{FileNews, Shown, Unshown};

impl State {
    /// True for a picture that can be shown, or that may be shown again: its file was there, and is away for now.
    pub(super) fn keeps_its_place(&self, photo: usize) -> bool {
        self.unshown.get(&photo).is_none_or(|why| self.may_come_back(photo, *why))
    }

    fn may_come_back(&self, photo: usize, why: Unshown) -> bool {
        why.is_passing() && self.pack.shown.get(photo).is_some_and(|shown| shown.file.is_some())
    }

    /// A picture turned out not to be one that can be shown. A visitor who has it open sees the next one, unless it may come back.
    pub(super) fn note_unshown(&mut self, generation: u64, photo: usize, why: Unshown) {
        if generation != self.generation {
            return;
        }
        if self.session.photo == Some(photo) && !self.pack.album && !self.may_come_back(photo, why) {
            let wall = self.wall();
            let at = wall.iter().position(|&p| p == photo);
            self.step_photo(1);
            if self.session.photo == Some(photo) {
                self.session.photo = at.and_then(|at| at.checked_sub(1)).and_then(|before| wall.get(before).copied());
                self.session.zoom = None;
            }
        }
        self.unshown.insert(photo, why);
    }

    /// Files are others than they were, have come, or are back: they are asked for anew, and what was known of them counts no more.
    pub(super) fn files_changed(&mut self, generation: u64, news: &[FileNews]) {
        if generation == self.generation {
            for news in news {
                self.take_news(news);
            }
        }
    }

    fn take_news(&mut self, news: &FileNews) {
        self.unshown.remove(&news.photo);
        let Some(learned) = &news.learned else { return };
        let pack = Arc::make_mut(&mut self.pack);
        let entry = pack.exhibition.photos.get_mut(news.photo).zip(pack.shown.get_mut(news.photo));
        let Some((photo, shown)) = entry else { return };
        if shown.file.as_ref() != Some(&news.file) {
            // The picture's own file has come, for which another stood in, or none.
            *shown = Shown { file: Some(news.file.clone()), kind: photo.kind, stands_in: false };
        }
        match photo.stand_in.as_mut().filter(|_| shown.stands_in) {
            Some(stand_in) => stand_in.size = learned.size.or(stand_in.size),
            None => photo.learn_anew(learned),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Exhibition, FileNews, Learned, Pack, PackPlace, Photo, Unshown, Wording};
    use crate::state::{Action, State};

    fn photo(id: &str, file: &str) -> Photo {
        let text = format!(
            r#"{{ "id": "{id}", "file": "{file}", "title": {{ "en": "{id}" }}, "caption": {{ "en": "old" }}, "alt": {{}}, "size": [3, 2] }}"#
        );
        serde_json::from_str(&text).expect("a photo")
    }

    fn state(album: bool, there: &[&str]) -> State {
        let photos = ["a.jpg", "b.jpg", "c.jpg"].map(|file| photo(if album { file } else { &file[..1] }, file));
        let exhibition = Exhibition { photos: photos.to_vec(), ..Exhibition::default() };
        let place = PackPlace::Folder("/stick".into());
        let pack = Pack::new(place, exhibition, Vec::new(), |name| there.contains(&name));
        State::showing(Pack { album, ..pack })
    }

    fn news(photo: usize, file: &str, learned: Option<Learned>) -> Action {
        Action::FilesChanged(0, vec![FileNews { photo, file: file.to_owned(), learned }])
    }

    #[test]
    fn what_is_away_keeps_its_place_and_what_cannot_be_shown_does_not() {
        let mut state = state(false, &["a.jpg", "b.jpg", "c.jpg"]);
        state.update(Action::OpenPhoto(1));
        for why in [Unshown::Missing, Unshown::Failed] {
            state.update(Action::Unshown(0, 1, why));
            assert_eq!((state.photo(), state.wall().len()), (Some(1), 3), "{why:?}");
        }
        state.update(news(1, "b.jpg", None));
        assert!(state.unshown().is_empty());
        for why in [Unshown::Damaged, Unshown::NotAllowed, Unshown::Encrypted, Unshown::TooLarge] {
            state.update(Action::OpenPhoto(1));
            state.update(Action::Unshown(0, 1, why));
            assert_eq!((state.photo(), state.wall().len()), (Some(2), 2), "{why:?}: a visitor sees the next one");
            state.update(news(1, "b.jpg", Some(Learned::default())));
            assert_eq!(state.wall().len(), 3, "its file is another: it is on the wall again");
        }
    }

    #[test]
    fn what_was_never_there_has_no_place_until_it_comes() {
        let mut state = state(false, &["a.jpg", "c.jpg"]);
        state.update(Action::Unshown(0, 1, Unshown::Missing));
        assert_eq!(state.wall(), [0, 2]);
        state.update(news(1, "b.jpg", Some(Learned { size: Some([5, 4]), ..Learned::default() })));
        assert_eq!(state.wall(), [0, 1, 2]);
        assert_eq!(state.pack().shown[1].file.as_deref(), Some("b.jpg"));
        assert_eq!(state.pack().size(1), Some([5, 4]));
    }

    #[test]
    fn another_file_tells_its_own_and_a_curators_words_stay() {
        let learned = Learned {
            size: Some([2, 3]),
            title: Wording { plain: "new".to_owned(), in_languages: Vec::new() },
            ..Learned::default()
        };
        let mut album = state(true, &["a.jpg", "b.jpg", "c.jpg"]);
        album.update(news(0, "a.jpg", Some(learned.clone())));
        let entry = &album.pack.exhibition.photos[0];
        assert_eq!((entry.title.en.as_str(), entry.caption.en.as_str(), entry.size), ("new", "", Some([2, 3])));
        let mut curated = state(false, &["a.jpg", "b.jpg", "c.jpg"]);
        curated.update(news(0, "a.jpg", Some(learned)));
        let entry = &curated.pack.exhibition.photos[0];
        assert_eq!((entry.title.en.as_str(), entry.caption.en.as_str(), entry.size), ("a", "old", Some([2, 3])));
        curated.update(Action::FilesChanged(7, vec![]));
    }
}
