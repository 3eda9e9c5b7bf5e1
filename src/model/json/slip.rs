//! Slips of the pen after which a text is no JSON.

/// What was written in place of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Nothing at all.
    Empty,
    /// The text ends in the middle.
    CutOff,
    /// The text ends, and a bracket is still open.
    Unclosed {
        /// The bracket.
        open: char,
        /// The line it stands in.
        opened: usize,
    },
    /// A bracket is closed by one of the other kind, or something follows that belongs behind it.
    WrongBracket {
        /// The bracket that is open.
        open: char,
        /// The line it stands in.
        opened: usize,
    },
    /// A bracket is closed that nobody opened, or something stands after the end.
    AfterTheEnd,
    /// No comma between two entries.
    MissingComma {
        /// True where it belongs at the end of the line, false where it belongs inside.
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
        /// What belongs there.
        instead: char,
    },
    /// A remark: `//`, `/*`, `#`.
    Comment,
    /// A name without quotes.
    UnquotedKey(String),
    /// A word without quotes; what belongs there, where that is plain.
    Word {
        /// The word.
        word: String,
        /// What belongs there.
        instead: Option<&'static str>,
    },
    /// A number in another notation; how JSON writes it, where that is plain.
    Number {
        /// What was written.
        written: String,
        /// The number as JSON has it.
        instead: Option<String>,
    },
    /// A backslash in a text.
    Backslash,
    /// A text whose closing quote is missing.
    OpenText {
        /// The line where it begins.
        opened: usize,
    },
    /// A quote inside a text.
    QuoteInside,
    /// A tab or another control character inside a text.
    Control(char),
    /// A character that nobody sees.
    Invisible(char),
    /// Brackets inside brackets, thousands of them.
    TooDeep,
    /// A character that means nothing here.
    Strange(char),
}

/// The first slip of a text, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What it is.
    pub slip: Slip,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// What stands in that line, or the part of it around the slip.
    pub text: String,
    /// How far the slip is from the beginning of that part, in characters.
    pub caret: usize,
    /// That line without the slip, where it is plain what was meant.
    pub correct: Option<String>,
}
