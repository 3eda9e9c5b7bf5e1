//! Why a JSON value is not what is expected at its place.

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another kind of value is expected.
    Expected {
        /// What is expected.
        kind: ValueKind,
        /// What was found.
        found: Found,
    },
    /// A word that is not among the allowed ones.
    OneOf {
        /// The word.
        word: String,
        /// The allowed words.
        words: Vec<String>,
        /// The one that was probably meant.
        meant: Option<String>,
    },
    /// A required field is missing.
    Missing {
        /// Its name.
        field: String,
    },
    /// A misspelt field, whose value would be lost.
    Misspelt {
        /// The name as written.
        name: String,
        /// The name that was meant.
        meant: String,
    },
    /// A list of the wrong length.
    Length {
        /// Its length.
        found: usize,
        /// The required length.
        wanted: usize,
    },
    /// A number below zero.
    Negative,
    /// A number above the limit.
    TooLarge,
    /// A number out of range.
    Outside {
        /// The minimum.
        least: u32,
        /// The maximum.
        most: u32,
    },
    /// A text that is not a date.
    NotADate {
        /// The text.
        text: String,
    },
    /// A date that does not exist.
    NoSuchDay {
        /// The date.
        text: String,
    },
    /// A text that is not a fingerprint.
    NotAFingerprint {
        /// The text.
        text: String,
    },
    /// A reported figure without a number.
    NoValue,
    /// A number for a figure that has none.
    NeedlessValue,
    /// A worked-out figure without parts.
    NoTerms,
    /// A worked-out figure whose parts have a negative sum.
    NegativeSum,
    /// An unpaired surrogate.
    HalfCharacter,
    /// Too many nested brackets.
    TooDeep,
    /// More values in one entry than the limit.
    TooMuch,
    /// Something else.
    Unclear,
}

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A text.
    Text,
    /// A text in several languages.
    Words,
    /// A date.
    Date,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
    /// An object.
    Object,
}

/// What was found instead of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A text that would be valid without its quotes.
    Quoted(String),
    /// A text.
    Text(String),
    /// A number.
    Number(String),
    /// `true` or `false`.
    Flag(bool),
    /// `null`.
    Null,
    /// A list.
    List,
    /// An object.
    Object,
}

/// What is not shown as a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// An entry of a list.
    Entry,
    /// A figure, or its batch, which is shown as not published.
    Figure,
    /// A field that is not a list.
    Field,
}
