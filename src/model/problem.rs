//! Something wrong in a pack, with its place. The words for it are in `text`.

use super::{Lang, Left, PassedOver, Unavailable, Why};

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing; the exhibition is complete without mending it.
    Advice,
    /// Visitors would miss something.
    Fault,
}

/// Where in `exhibition.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The way to it, from the outside in: `photos[3].caption`.
    pub path: String,
    /// Its line, from 1, where it is known.
    pub line: Option<usize>,
}

impl Location {
    /// A place without a line yet.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: None }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Something could not be read, and is not shown.
    Unreadable {
        /// Why.
        why: Why,
        /// How it would be written, where that is plain.
        correct: Option<String>,
        /// What is not shown because of it.
        left: Left,
    },
    /// A field that this version does not know.
    UnknownField {
        /// Its name.
        name: String,
        /// The field that was probably meant.
        meant: Option<String>,
    },
    /// A field that stands twice in one object; the last one is taken.
    DoubledField {
        /// Its name.
        key: String,
    },
    /// An exhibition without a single picture.
    NoPictures,
    /// A text longer than is shown.
    LongText {
        /// How many characters it has.
        found: usize,
        /// How many are shown.
        limit: usize,
    },
    /// A file name with backslashes, or with what is left of them: `\n` and `\t` in JSON mean other characters.
    Backslashes {
        /// The name, with `/`.
        correct: String,
    },
    /// An address and its citation, too long for a QR code.
    LongAddress,
    /// An entry that stands before one of an earlier year.
    OutOfOrder {
        /// The year or number before it.
        after: String,
        /// Its own.
        own: String,
    },
    /// A batch that is not there, between others that are.
    NoBatch {
        /// Its number.
        number: u32,
    },
    /// A list is longer than the program takes; the rest was left out.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many were taken.
        taken: usize,
    },
    /// Two entries share an id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An id that nothing has.
    DanglingId {
        /// The id.
        id: String,
    },
    /// A batch that is referred to and not there.
    DanglingBatch {
        /// Its number.
        number: u32,
    },
    /// A year of the pairings that is referred to and not there.
    DanglingYear {
        /// The year.
        year: u16,
    },
    /// A picture's file is not in the pack.
    MissingFile {
        /// Its name.
        file: String,
    },
    /// A picture's file is there and cannot be shown.
    UnreadablePicture {
        /// Its name.
        file: String,
        /// Why.
        why: Unavailable,
    },
    /// A file name that could lead out of the pack.
    EscapingName {
        /// The name.
        file: String,
    },
    /// A text is missing in one language.
    MissingWords {
        /// The language.
        lang: Lang,
    },
    /// A text under a language that an exhibition does not have.
    UnknownLanguage {
        /// The language's code as written.
        code: String,
    },
    /// A figure or statement that names no source.
    NoSource,
    /// A caption longer than visitors read.
    LongCaption {
        /// The language.
        lang: Lang,
        /// How long it is: words, or characters in Chinese, or syllables in Tibetan.
        found: usize,
        /// How long it may be.
        limit: usize,
    },
    /// A character that no bundled font has.
    NoGlyph {
        /// The character.
        character: char,
    },
    /// Texts that no native reader has checked yet.
    Unreviewed {
        /// The language.
        lang: Lang,
        /// How many.
        count: usize,
    },
    /// A subtotal or pairing whose span ends before it begins.
    Reversed,
    /// Something of the folder is not among its pictures.
    PassedOver {
        /// What.
        what: PassedOver,
        /// How many.
        count: usize,
    },
    /// The scale of a unit that no number can be told in.
    NoScale,
}

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Location,
    /// What.
    pub trouble: Trouble,
}

impl Problem {
    /// A problem at a path.
    pub fn new(path: impl Into<String>, trouble: Trouble) -> Self {
        Self { place: Location::at(path), trouble }
    }

    /// How much it matters.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self.trouble {
            Trouble::PassedOver { what: PassedOver::Raw | PassedOver::Film | PassedOver::OtherKind, .. }
            | Trouble::Unreviewed { .. }
            | Trouble::MissingWords { .. }
            | Trouble::LongAddress
            | Trouble::UnknownField { meant: None, .. } => Weight::Advice,
            Trouble::LongCaption { found, limit, .. } if found <= limit * 2 => Weight::Advice,
            _ => Weight::Fault,
        }
    }
}
