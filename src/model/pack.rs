//! An exhibition together with where it came from.

use std::path::PathBuf;

use super::{Exhibition, PhotoKind, Problem, StandIn, Words};

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
    /// What it shows.
    pub exhibition: Exhibition,
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
        Self { place, exhibition, shown, problems, album: false, first: None }
    }
}
