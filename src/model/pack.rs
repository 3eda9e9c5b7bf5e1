//! An exhibition and where it came from.

mod edited;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{
    Exhibition, FileNews, Photo, PhotoId, PhotoKey, PhotoKind, Probed, Problem, StandIn, Trouble, Weight, Words,
    fill_in, size_in,
};

pub use edited::{PackFiles, PhotoEntries};

/// The location of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PackPlace {
    /// In the binary.
    #[default]
    BuiltIn,
    /// A folder that holds `exhibition.json`.
    Folder(PathBuf),
    /// A `.vitrine` archive.
    Archive(PathBuf),
    /// A picture, shown with those beside it.
    Picture(PathBuf),
}

impl PackPlace {
    /// Its path; `None` for the built-in exhibition.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::BuiltIn => None,
            Self::Folder(path) | Self::Archive(path) | Self::Picture(path) => Some(path),
        }
    }

    /// The name that a visitor would recognise: that of the file or folder. Empty for the built-in exhibition.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::BuiltIn => String::new(),
            Self::Folder(path) | Self::Archive(path) | Self::Picture(path) => {
                path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
            }
        }
    }
}

/// What is shown for one entry of [`Exhibition::photos`]: the file itself, or its stand-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The file in the pack; `None` if neither exists.
    pub file: Option<String>,
    /// What that file is.
    pub kind: PhotoKind,
    /// Whether the stand-in is shown instead of the entry's own picture.
    pub stands_in: bool,
}

/// A picture of an opened pack, besides its entry.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    /// The index of its entry; `None` once removed.
    at: Option<usize>,
    shown: Shown,
    /// What its file says, as far as it has been read.
    probed: Option<Probed>,
}

/// An opened pack. Its pictures are identified by a [`PhotoKey`], whatever happens to their list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// Its location.
    pub place: PackPlace,
    /// What is shown: the document, merged with what its pictures' files say.
    pub exhibition: Exhibition,
    /// The document, once what is shown differs from it.
    document: Option<Arc<Exhibition>>,
    /// The keys of the exhibition's photos, in order.
    keys: Vec<PhotoKey>,
    /// Every picture that was ever in the list, by its key.
    held: Vec<Held>,
    /// Its problems.
    pub problems: Vec<Problem>,
    /// Whether it has no `exhibition.json`: then every picture gets a card, with the reason if it cannot be shown.
    pub photo_folder: bool,
    /// Whether it was made of a presentation: its titles are those of the slides, whatever the pictures' files say.
    pub of_slides: bool,
    /// The picture to open with it.
    pub first: Option<PhotoKey>,
}

impl Pack {
    /// The content of `exhibition.json`, or what was made of a folder's names: without what the pictures' files say.
    #[must_use]
    pub fn document(&self) -> &Exhibition {
        self.document.as_deref().unwrap_or(&self.exhibition)
    }

    /// The pictures' entries as shown, in list order.
    pub fn photos(&self) -> impl Iterator<Item = (PhotoKey, &Photo)> {
        self.keys.iter().copied().zip(&self.exhibition.photos)
    }

    /// A picture's entry as shown; `None` once removed.
    #[must_use]
    pub fn photo(&self, key: PhotoKey) -> Option<&Photo> {
        self.exhibition.photos.get(self.position(key)?)
    }

    /// A picture's current index in the list, from which its number follows.
    #[must_use]
    pub fn position(&self, key: PhotoKey) -> Option<usize> {
        self.held(key)?.at
    }

    /// The pictures' keys, in list order.
    #[must_use]
    pub fn keys(&self) -> &[PhotoKey] {
        &self.keys
    }

    /// The first picture with this id.
    #[must_use]
    pub fn find(&self, id: &PhotoId) -> Option<PhotoKey> {
        self.photos().find(|(_, photo)| photo.id == *id).map(|(key, _)| key)
    }

    /// What is shown for a picture.
    #[must_use]
    pub fn shown(&self, key: PhotoKey) -> Option<&Shown> {
        self.held(key).map(|held| &held.shown)
    }

    /// Returns `true` if there is a file to show for a picture, its own or its stand-in's.
    #[must_use]
    pub fn has_file(&self, key: PhotoKey) -> bool {
        self.shown(key).is_some_and(|shown| shown.file.is_some())
    }

    /// Returns `true` if what is shown is an illustration, which is labelled as such.
    #[must_use]
    pub fn is_drawn(&self, key: PhotoKey) -> bool {
        self.shown(key).is_some_and(|shown| shown.kind == PhotoKind::Illustration)
    }

    /// Returns `true` if a stand-in is shown instead of the entry's own picture.
    #[must_use]
    pub fn stands_in(&self, key: PhotoKey) -> bool {
        self.shown(key).is_some_and(|shown| shown.stands_in)
    }

    /// A picture that is in the list.
    fn held(&self, key: PhotoKey) -> Option<&Held> {
        self.held.get(key.0 as usize).filter(|held| held.at.is_some())
    }

    /// Reorders the pictures, and removes those not in `order`. Each keeps its key and all that is known of it.
    pub fn arrange(&mut self, order: &[PhotoKey]) {
        let take = |&key: &PhotoKey| Some((key, self.held.get_mut(key.0 as usize)?.at.take()?));
        let kept: Vec<(PhotoKey, usize)> = order.iter().filter_map(take).collect();
        let document = self.document.as_mut().map(Arc::make_mut);
        for x in document.into_iter().chain([&mut self.exhibition]) {
            x.photos = kept.iter().filter_map(|&(_, at)| x.photos.get(at).cloned()).collect();
        }
        self.keys = kept.into_iter().map(|(key, _)| key).collect();
        self.held.iter_mut().for_each(|held| held.at = None);
        for (at, key) in self.keys.iter().enumerate() {
            self.held[key.0 as usize].at = Some(at);
        }
    }

    /// What a picture's file says, once it has been read.
    #[must_use]
    pub fn probed(&self, key: PhotoKey) -> Option<&Probed> {
        self.held(key)?.probed.as_ref()
    }

    /// Stores what a picture's file says, replacing what an earlier file of that name said.
    pub fn fill_in(&mut self, key: PhotoKey, probed: Probed) {
        if self.position(key).is_some() {
            self.document.get_or_insert_with(|| Arc::new(self.exhibition.clone()));
            self.held[key.0 as usize].probed = Some(probed);
            self.join(key);
        }
    }

    /// Updates a picture whose file has changed, appeared or returned.
    pub fn file_changed(&mut self, news: &FileNews) {
        let (Some(probed), Some(photo)) = (&news.probed, self.photo(news.photo)) else { return };
        let kind = photo.kind;
        let shown = &mut self.held[news.photo.0 as usize].shown;
        if shown.file.as_ref() != Some(&news.file) {
            // The picture's own file has appeared, and replaces a stand-in or nothing.
            *shown = Shown { file: Some(news.file.clone()), kind, stands_in: false };
        }
        self.fill_in(news.photo, probed.clone());
    }

    /// Merges an entry of the document with what its file says.
    fn join(&mut self, key: PhotoKey) {
        let Some(Held { at: Some(at), shown, probed: Some(probed) }) = self.held(key) else { return };
        let Some(mut entry) = self.document().photos.get(*at).cloned() else { return };
        match entry.stand_in.as_mut().filter(|_| shown.stands_in) {
            Some(drawn) => drawn.size = probed.size.or(drawn.size),
            None if self.photo_folder && !self.of_slides => fill_in(&mut entry, probed),
            None => size_in(&mut entry, probed),
        }
        let at = *at;
        if let Some(shown) = self.exhibition.photos.get_mut(at) {
            *shown = entry;
        }
    }

    /// The number of entries that are missing because they could not be read.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.problems.iter().filter(|problem| matches!(problem.trouble, Trouble::Unreadable { .. })).count()
    }

    /// The number of faults, which make visitors miss something.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.problems.iter().filter(|problem| problem.weight() == Weight::Fault).count()
    }

    /// The alternative text of a picture as shown now.
    #[must_use]
    pub fn alt(&self, key: PhotoKey) -> Option<&Words> {
        let entry = self.photo(key)?;
        Some(self.stand_in(key).map_or(&entry.alt, |stand_in| &stand_in.alt))
    }

    /// The width and height in pixels that the exhibition gives for a picture as shown now.
    #[must_use]
    pub fn size(&self, key: PhotoKey) -> Option<[u32; 2]> {
        let entry = self.photo(key)?;
        self.stand_in(key).map_or(entry.size, |stand_in| stand_in.size)
    }

    /// The point of interest of a picture as shown now.
    #[must_use]
    pub fn focus(&self, key: PhotoKey) -> Option<[f32; 2]> {
        let entry = self.photo(key)?;
        self.stand_in(key).map_or(entry.focus, |stand_in| stand_in.focus)
    }

    /// The terms on which a picture is shown. With a stand-in they say why its own file is missing; `None` once that is there.
    #[must_use]
    pub fn licence(&self, key: PhotoKey) -> Option<&Words> {
        let entry = self.photo(key)?;
        let is_there = self.has_file(key) && !self.stands_in(key);
        Some(&entry.licence).filter(|words| !words.is_empty() && (entry.stand_in.is_none() || !is_there))
    }

    /// Whether a picture is the preview that a camera put into its raw file, as far as the file has been read.
    #[must_use]
    pub fn is_camera_preview(&self, key: PhotoKey) -> bool {
        self.probed(key).is_some_and(|probed| probed.is_camera_preview)
    }

    /// The stand-in of a picture, if it is shown.
    fn stand_in(&self, key: PhotoKey) -> Option<&StandIn> {
        self.photo(key).filter(|_| self.stands_in(key))?.stand_in.as_ref()
    }

    /// Combines an exhibition with the available files.
    pub fn new(
        place: PackPlace,
        exhibition: Exhibition,
        problems: Vec<Problem>,
        has_file: impl Fn(&str) -> bool,
    ) -> Self {
        let held = |(at, photo)| Held { at: Some(at), shown: edited::shown(photo, &has_file), probed: None };
        let held: Vec<Held> = exhibition.photos.iter().enumerate().map(held).collect();
        let keys = (0..).take(held.len()).map(PhotoKey).collect();
        Self { place, exhibition, keys, held, problems, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pack, PackPlace};
    use crate::model::{Probed, Wording, read};

    #[test]
    fn words_about_a_missing_file_go_when_it_is_there() {
        let text = r#"{ "format": 1, "title": {}, "photos": [
            { "id": "a", "file": "own.jpg", "title": {}, "caption": {}, "alt": {}, "licence": { "en": "not included" },
              "stand_in": { "file": "drawn.jpg", "alt": {} } },
            { "id": "b", "file": "own.jpg", "title": {}, "caption": {}, "alt": {}, "licence": { "en": "CC BY" } }
        ] }"#;
        let (exhibition, ..) = read(text).expect("read");
        let pack = |files: &'static [&'static str]| {
            Pack::new(PackPlace::BuiltIn, exhibition.clone(), Vec::new(), |name| files.contains(&name))
        };
        let licences = |pack: &Pack| [0, 1].map(|at| pack.licence(pack.keys[at]).map(|words| words.en.clone()));
        let [missing, own] = ["not included", "CC BY"].map(|words| Some(words.to_owned()));
        assert_eq!(licences(&pack(&["drawn.jpg"])), [missing.clone(), own.clone()]);
        assert_eq!(licences(&pack(&["own.jpg", "drawn.jpg"])), [None, own.clone()], "the photograph is there");
        assert_eq!(licences(&pack(&[])), [missing, own]);
    }

    #[test]
    fn what_is_known_of_a_picture_stays_with_it_wherever_its_entry_goes() {
        let entry = |id: &str| {
            format!(r#"{{ "id": "{id}", "file": "{id}", "title": {{ "en": "{id}" }}, "caption": {{}}, "alt": {{}} }}"#)
        };
        let text = format!(
            r#"{{ "format": 1, "title": {{}}, "photos": [{}] }}"#,
            ["a.jpg", "b.jpg", "c.jpg"].map(entry).join(", ")
        );
        let (exhibition, ..) = read(&text).expect("read");
        let mut pack = Pack::new(PackPlace::BuiltIn, exhibition, Vec::new(), |name| name != "c.jpg");
        let said = |title: &str| Probed {
            title: Wording { plain: title.to_owned(), ..Wording::default() },
            ..Probed::default()
        };
        let [a, b, c] = pack.keys() else { panic!("three pictures") };
        let [a, b, c] = [*a, *b, *c];
        let title = |pack: &Pack, key| pack.photo(key).map(|photo| photo.title.en.clone());
        pack.photo_folder = true;
        pack.fill_in(b, said("of the second"));
        pack.arrange(&[c, b, b]);
        assert_eq!(pack.keys(), [c, b]);
        assert_eq!([a, b, c].map(|key| pack.position(key)), [None, Some(1), Some(0)]);
        assert_eq!([a, b, c].map(|key| pack.has_file(key)), [false, true, false]);
        assert_eq!(title(&pack, b).as_deref(), Some("of the second"));
        let written: Vec<&str> = pack.document().photos.iter().map(|photo| photo.title.en.as_str()).collect();
        assert_eq!(written, ["c.jpg", "b.jpg"], "the document moves along, and is as it was written");
        pack.fill_in(a, said("too late"));
        pack.fill_in(b, said("anew"));
        assert_eq!([a, b, c].map(|key| title(&pack, key)), [None, Some("anew".into()), Some("c.jpg".into())]);
        // Whatever its id: what stands in an exhibition.json has been written by somebody.
        pack.photo_folder = false;
        pack.fill_in(b, said("of the file"));
        assert_eq!(title(&pack, b).as_deref(), Some("b.jpg"));
    }
}
