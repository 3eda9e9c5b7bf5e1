//! Why something that is JSON is not what is expected at its place.

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another kind of value is expected.
    Expected {
        /// What is expected.
        kind: ValueKind,
        /// What stands there.
        found: Found,
    },
    /// A word that is none of those that may stand there.
    OneOf {
        /// The word.
        word: String,
        /// Those that may stand there.
        words: Vec<String>,
        /// The one that was probably meant.
        meant: Option<String>,
    },
    /// A field that must be there is not.
    Missing {
        /// Its name.
        field: String,
    },
    /// A field whose name is misspelt, so that what it says would be lost.
    Misspelt {
        /// The name as written.
        name: String,
        /// The name that was meant.
        meant: String,
    },
    /// A list has more or fewer entries than it must have.
    Length {
        /// How many it has.
        found: usize,
        /// How many it must have.
        wanted: usize,
    },
    /// A number below zero.
    Negative,
    /// A number larger than is taken.
    TooLarge,
    /// A number outside of a span.
    Outside {
        /// The least that may stand there.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A text that is no date.
    NotADate {
        /// The text.
        text: String,
    },
    /// A date that no calendar has.
    NoSuchDay {
        /// The date.
        text: String,
    },
    /// A reported figure without a number.
    NoValue,
    /// A number for a figure that has none.
    NeedlessValue,
    /// A worked-out figure without parts.
    NoTerms,
    /// A worked-out figure whose parts add up to less than nothing.
    NegativeSum,
    /// Half a character.
    HalfCharacter,
    /// Too many brackets inside one another.
    TooDeep,
    /// More values than are taken in one entry.
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
    /// A text in languages.
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

/// What stands in the place of something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A text that could be what is expected, but for its quotes.
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

/// What is not shown because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The entry of a list.
    Entry,
    /// A figure, or the batch that has it: shown as not published.
    Figure,
    /// A field that is no list.
    Field,
}
