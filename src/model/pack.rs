//! An exhibition together with where it came from.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Exhibition, FileNews, Learned, PhotoKind, Problem, StandIn, Trouble, Weight, Words, learn};

/// Where a pack lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PackPlace {
    /// In the binary.
    #[default]
    BuiltIn,
    /// A folder that holds `exhibition.json`.
    Folder(PathBuf),
    /// A `.vitrine` archive.
    Archive(PathBuf),
    /// A picture: shown with those that lie beside it.
    Picture(PathBuf),
}

impl PackPlace {
    /// The name that a visitor would recognise: the file's or folder's own. Empty for the built-in exhibition.
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
    /// The file in the pack; `None` where neither is there.
    pub file: Option<String>,
    /// What that file holds.
    pub kind: PhotoKind,
    /// True when the stand-in is shown in place of the entry's own picture.
    pub stands_in: bool,
}

/// An opened pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// Where it lies.
    pub place: PackPlace,
    /// What it shows: the document, joined with what its pictures' files say.
    pub exhibition: Exhibition,
    /// The document, where what is shown is another by now.
    document: Option<Arc<Exhibition>>,
    /// What the pictures' files say, by position in the exhibition's list.
    facts: BTreeMap<usize, Learned>,
    /// One for each of the exhibition's photos.
    pub shown: Vec<Shown>,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
    /// True for pictures without an `exhibition.json`: whoever opened them sees every one, and why one cannot be shown.
    pub album: bool,
    /// The picture that is opened with it.
    pub first: Option<usize>,
}

impl Pack {
    /// What stands in `exhibition.json`, or was made of a folder's names: without what the pictures' files say.
    #[must_use]
    pub fn document(&self) -> &Exhibition {
        self.document.as_deref().unwrap_or(&self.exhibition)
    }

    /// What a picture's file says, as far as it was read.
    #[must_use]
    pub fn fact(&self, photo: usize) -> Option<&Learned> {
        self.facts.get(&photo)
    }

    /// Takes in what a picture's file says, in place of what one under its name said before.
    pub fn learn(&mut self, photo: usize, learned: Learned) {
        if photo < self.exhibition.photos.len() {
            self.document.get_or_insert_with(|| Arc::new(self.exhibition.clone()));
            self.facts.insert(photo, learned);
            self.join(photo);
        }
    }

    /// Takes in that a picture's file is another, has come or is back.
    pub fn file_changed(&mut self, news: &FileNews) {
        let Some(learned) = &news.learned else { return };
        let entry = self.exhibition.photos.get(news.photo).zip(self.shown.get_mut(news.photo));
        let Some((photo, shown)) = entry else { return };
        if shown.file.as_ref() != Some(&news.file) {
            // The picture's own file has come, for which another stood in, or none.
            *shown = Shown { file: Some(news.file.clone()), kind: photo.kind, stands_in: false };
        }
        self.learn(news.photo, learned.clone());
    }

    /// An entry of the document, as it is shown.
    fn join(&mut self, photo: usize) {
        let (Some(entry), Some(learned)) = (self.document().photos.get(photo), self.facts.get(&photo)) else { return };
        let mut entry = entry.clone();
        let is_stand_in = self.shown.get(photo).is_some_and(|shown| shown.stands_in);
        match entry.stand_in.as_mut().filter(|_| is_stand_in) {
            Some(drawn) => drawn.size = learned.size.or(drawn.size),
            None => learn(&mut entry, learned),
        }
        self.exhibition.photos[photo] = entry;
    }

    /// How many of its problems are entries that could not be read, and are missing.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.problems.iter().filter(|problem| matches!(problem.trouble, Trouble::Unreadable { .. })).count()
    }

    /// How many of its problems are faults: visitors would miss something.
    #[must_use]
    pub fn faults(&self) -> usize {
        self.problems.iter().filter(|problem| problem.weight() == Weight::Fault).count()
    }

    /// What can be seen of a picture, as it is shown now.
    #[must_use]
    pub fn alt(&self, photo: usize) -> Option<&Words> {
        let entry = self.exhibition.photos.get(photo)?;
        Some(self.stand_in(photo).map_or(&entry.alt, |stand_in| &stand_in.alt))
    }

    /// The width and height in pixels that the exhibition gives for a picture, as it is shown now.
    #[must_use]
    pub fn size(&self, photo: usize) -> Option<[u32; 2]> {
        let entry = self.exhibition.photos.get(photo)?;
        self.stand_in(photo).map_or(entry.size, |stand_in| stand_in.size)
    }

    /// The point of interest of a picture, as it is shown now.
    #[must_use]
    pub fn focus(&self, photo: usize) -> Option<[f32; 2]> {
        let entry = self.exhibition.photos.get(photo)?;
        self.stand_in(photo).map_or(entry.focus, |stand_in| stand_in.focus)
    }

    /// On what terms a picture is shown. Of one with a stand-in the words say why its own file is not there: they go when it is.
    #[must_use]
    pub fn licence(&self, photo: usize) -> Option<&Words> {
        let entry = self.exhibition.photos.get(photo)?;
        let is_there = self.shown.get(photo).is_some_and(|shown| !shown.stands_in && shown.file.is_some());
        Some(&entry.licence).filter(|words| !words.is_empty() && (entry.stand_in.is_none() || !is_there))
    }

    /// The stand-in of a picture, while it is what is shown.
    fn stand_in(&self, photo: usize) -> Option<&StandIn> {
        self.shown.get(photo).filter(|shown| shown.stands_in)?;
        self.exhibition.photos.get(photo)?.stand_in.as_ref()
    }

    /// Joins an exhibition with the files at hand.
    pub fn new(
        place: PackPlace,
        exhibition: Exhibition,
        problems: Vec<Problem>,
        has_file: impl Fn(&str) -> bool,
    ) -> Self {
        let there = |name: &str| has_file(name);
        let shown = exhibition
            .photos
            .iter()
            .map(|photo| match &photo.stand_in {
                _ if there(&photo.file) => Shown { file: Some(photo.file.clone()), kind: photo.kind, stands_in: false },
                Some(stand_in) => Shown {
                    file: there(&stand_in.file).then(|| stand_in.file.clone()),
                    kind: PhotoKind::Illustration,
                    stands_in: true,
                },
                None => Shown { file: None, kind: photo.kind, stands_in: false },
            })
            .collect();
        Self { place, exhibition, shown, problems, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pack, PackPlace};
    use crate::model::read;

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
        let licences = |pack: &Pack| [0, 1].map(|photo| pack.licence(photo).map(|words| words.en.clone()));
        let [missing, own] = ["not included", "CC BY"].map(|words| Some(words.to_owned()));
        assert_eq!(licences(&pack(&["drawn.jpg"])), [missing.clone(), own.clone()]);
        assert_eq!(licences(&pack(&["own.jpg", "drawn.jpg"])), [None, own.clone()], "the photograph is there");
        assert_eq!(licences(&pack(&[])), [missing, own]);
    }
}
