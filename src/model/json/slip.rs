//! Slips that make a text invalid JSON.

/// What was written instead of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Nothing at all.
    Empty,
    /// The text ends in the middle.
    CutOff,
    /// The text ends with a bracket still open.
    Unclosed {
        /// The bracket.
        open: char,
        /// Its line.
        opened: usize,
    },
    /// A bracket closed by one of the other kind, or followed by something that belongs behind it.
    WrongBracket {
        /// The bracket that is open.
        open: char,
        /// Its line.
        opened: usize,
    },
    /// A closing bracket without an opening one, or something after the end.
    AfterTheEnd,
    /// No comma between two entries.
    MissingComma {
        /// Whether it belongs at the end of the line, rather than inside it.
        at_end: bool,
    },
    /// A comma after the last entry.
    TrailingComma,
    /// Two commas, or one before the first entry.
    LoneComma,
    /// No colon after a name.
    MissingColon {
        /// The name.
        key: String,
    },
    /// Nothing after a name and its colon.
    MissingValue {
        /// The name.
        key: String,
    },
    /// “Typographic” quotes.
    CurlyQuote(char),
    /// Single quotes.
    SingleQuote,
    /// Punctuation or digits of East Asian typesetting.
    FullWidth {
        /// What was written.
        written: char,
        /// What belongs there instead.
        instead: char,
    },
    /// A comment: `//`, `/*`, `#`.
    Comment,
    /// A name without quotes.
    UnquotedKey(String),
    /// A word without quotes.
    Word {
        /// The word.
        word: String,
        /// What belongs there instead, if that is clear.
        instead: Option<&'static str>,
    },
    /// A number in another notation.
    Number {
        /// What was written.
        written: String,
        /// The number in JSON, if that is clear.
        instead: Option<String>,
    },
    /// A backslash in a text.
    Backslash,
    /// A text whose closing quote is missing.
    OpenText {
        /// The line on which it begins.
        opened: usize,
    },
    /// A quote inside a text.
    QuoteInside,
    /// A tab or another control character inside a text.
    Control(char),
    /// An invisible character.
    Invisible(char),
    /// Thousands of nested brackets.
    TooDeep,
    /// A character without meaning here.
    Strange(char),
}

/// The first slip of a text, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The slip.
    pub slip: Slip,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// That line, or the part of it around the slip.
    pub text: String,
    /// The offset of the slip from the start of that part, in characters.
    pub caret: usize,
    /// The corrected line, if it is clear what was meant.
    pub correct: Option<String>,
}
