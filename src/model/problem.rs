//! A problem in a pack, with its place. Its words are in `text`.

use super::{Lang, Left, PassedOver, SlidePart, Unavailable, Why};

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Worth knowing; the exhibition is complete without fixing it.
    Advice,
    /// Visitors would miss something.
    Fault,
}

/// A location in `exhibition.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The path from the outermost object: `photos[3].caption`.
    pub path: String,
    /// The line, from 1, if known.
    pub line: Option<usize>,
}

impl Location {
    /// A location without a line yet.
    pub fn at(path: impl Into<String>) -> Self {
        Self { path: path.into(), line: None }
    }
}

/// A size at which texts are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeenSize {
    /// On a touch screen.
    Kiosk,
    /// On an upright touch screen, in large text.
    LargeText,
    /// On a wall.
    Wall,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Something could not be read and is not shown.
    Unreadable {
        /// The reason.
        why: Why,
        /// The correct form, if it is clear.
        correct: Option<String>,
        /// What is not shown as a result.
        left: Left,
    },
    /// A field that this version does not know.
    UnknownField {
        /// Its name.
        name: String,
        /// The field that was probably meant.
        meant: Option<String>,
    },
    /// A field that occurs twice in one object; the last one is used.
    DoubledField {
        /// Its name.
        key: String,
    },
    /// An exhibition without pictures.
    NoPictures,
    /// A text longer than is shown.
    LongText {
        /// Its number of characters.
        found: usize,
        /// The number of characters shown.
        limit: usize,
    },
    /// A file name with backslashes, or with the control characters that JSON makes of `\n` and `\t`.
    Backslashes {
        /// The name, with `/`.
        correct: String,
    },
    /// An address and its citation, too long for a QR code.
    LongAddress,
    /// An entry that follows one of a later year or number.
    OutOfOrder {
        /// The year or number before it.
        after: String,
        /// Its own.
        own: String,
    },
    /// A batch that is missing between others.
    NoBatch {
        /// Its number.
        number: u32,
    },
    /// A list longer than the limit; the rest was left out.
    TooMany {
        /// The number of entries.
        found: usize,
        /// The number of entries read.
        taken: usize,
    },
    /// Two entries share an id.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A reference to an id that does not exist.
    DanglingId {
        /// The id.
        id: String,
    },
    /// A reference to a batch that does not exist.
    DanglingBatch {
        /// Its number.
        number: u32,
    },
    /// A reference to a year of the pairings that does not exist.
    DanglingYear {
        /// The year.
        year: u16,
    },
    /// A picture's file is not in the pack.
    MissingFile {
        /// Its name.
        file: String,
    },
    /// A picture's file exists but cannot be shown.
    UnreadablePicture {
        /// Its name.
        file: String,
        /// The reason.
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
    /// A text in a language that exhibitions do not support.
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
        /// Its length: words, or characters in Chinese, or syllables in Tibetan.
        found: usize,
        /// The limit.
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
        /// The number of texts.
        count: usize,
    },
    /// Texts that were checked, and changed since, or the text that they were translated from.
    Outdated {
        /// The language.
        lang: Lang,
        /// The number of texts: one at its place, or all that have been given no place.
        count: usize,
    },
    /// A translation that does not call a term as the glossary does.
    OtherTerm {
        /// The language of the translation.
        lang: Lang,
        /// The term, as its source has it.
        term: String,
        /// What the glossary calls it.
        wanted: String,
    },
    /// More texts of this kind than were reported at their places.
    OtherTerms {
        /// The number of texts.
        count: usize,
    },
    /// A check of a text that cannot be read. It does not count.
    OddReview {
        /// The reason.
        why: Why,
        /// The correct form, if it is clear.
        correct: Option<String>,
    },
    /// A subtotal or pairing whose span ends before it begins.
    Reversed,
    /// Something in the folder is not among the pictures shown.
    PassedOver {
        /// The kind.
        what: PassedOver,
        /// The number.
        count: usize,
    },
    /// A unit's scale that is not a usable factor.
    NoScale,
    /// A picture with fewer pixels than a wall shows.
    SmallPicture {
        /// The pixels of its long side.
        found: u32,
        /// The pixels that a wall shows.
        wanted: u32,
    },
    /// A camera raw file, of which the camera's own preview is shown.
    CameraPreview {
        /// Its name.
        file: String,
        /// Width and height of the preview, upright, in pixels.
        size: [u32; 2],
    },
    /// A title that takes more lines than leave its caption room.
    LongTitle {
        /// The language.
        lang: Lang,
        /// The size at which it is seen.
        at: SeenSize,
        /// Its lines there.
        lines: usize,
        /// The lines that there is room for.
        most: usize,
    },
    /// A caption of which an audience sees only the first sentences.
    CutCaption {
        /// The language.
        lang: Lang,
        /// Whether that is so on upright screens alone.
        upright: bool,
    },
    /// Two pictures have the same file.
    SameFile {
        /// Its name.
        file: String,
    },
    /// Another picture of the same topic leads it already.
    SecondLead,
    /// The same id stands twice in a list of references.
    DoubledReference {
        /// The id.
        id: String,
    },
}

/// A problem in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its location.
    pub place: Location,
    /// What is wrong.
    pub trouble: Trouble,
}

impl Problem {
    /// Creates a problem at a path.
    pub fn new(path: impl Into<String>, trouble: Trouble) -> Self {
        Self { place: Location::at(path), trouble }
    }

    /// Its severity.
    #[must_use]
    pub fn weight(&self) -> Weight {
        match self.trouble {
            Trouble::PassedOver { what: PassedOver::Slide(SlidePart::Unread), .. } => Weight::Fault,
            Trouble::PassedOver {
                what: PassedOver::Raw | PassedOver::Film | PassedOver::OtherKind | PassedOver::Slide(_),
                ..
            }
            | Trouble::Unreviewed { .. }
            | Trouble::Outdated { .. }
            | Trouble::OddReview { .. }
            | Trouble::OtherTerm { .. }
            | Trouble::OtherTerms { .. }
            | Trouble::MissingWords { .. }
            | Trouble::LongAddress
            | Trouble::SmallPicture { .. }
            | Trouble::CameraPreview { .. }
            | Trouble::LongTitle { .. }
            | Trouble::CutCaption { .. }
            | Trouble::SameFile { .. }
            | Trouble::SecondLead
            | Trouble::DoubledReference { .. }
            | Trouble::UnknownField { meant: None, .. } => Weight::Advice,
            Trouble::LongCaption { found, limit, .. } if found <= limit * 2 => Weight::Advice,
            _ => Weight::Fault,
        }
    }
}
