//! Texts about where a file is written: what prevents it, and the outcome.

mod bo;
mod en;
mod zh;

use std::io::ErrorKind;

use crate::model::Lang;

/// A text about where a file is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Out<'a> {
    /// The path is a folder.
    Folder(&'a str),
    /// The content has no format of this extension.
    Ending {
        /// The extension, with its dot.
        ending: &'a str,
        /// Those that it has, listed.
        can: &'a str,
        /// Whether a format can be given independently of the extension.
        or_form: bool,
    },
    /// The path belongs to the exhibition being read.
    PartOfPack(&'a str),
    /// The path is the pack being read, which may be replaced by itself.
    PackItself(&'a str),
    /// The exhibition is open in the editor, or has changes there that are not saved.
    BeingEdited(&'a str),
    /// The existing file was not written by this program.
    Foreign(&'a str),
    /// A table exists at the path, with this separator.
    Separated(&'a str, Separator),
    /// The same, without a path.
    SeparatedBy(Separator),
    /// The system could not write it: the kind of error, and the system's message.
    NotWritten(&'a str, ErrorKind, &'a str),
}

/// The separators of a table's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// A text about where a file is written, in a language.
pub(super) fn out(lang: Lang, out: Out<'_>) -> String {
    match lang {
        Lang::En => en::en(out),
        Lang::Zh => zh::zh(out),
        Lang::Bo => bo::bo(out),
    }
}

/// Why a file was not written, in a few words: the kind of error, and the system's message where there are no better ones.
pub(super) fn reason(lang: Lang, kind: ErrorKind, word: &str) -> &str {
    let word = bare(word);
    match lang {
        Lang::En => en::reason(kind, word).0,
        Lang::Zh => zh::reason(kind, word).0,
        Lang::Bo => bo::reason(kind, word).0,
    }
}

/// The system's message without its error number.
fn bare(word: &str) -> &str {
    word.split(" (os error").next().unwrap_or(word).trim_end_matches('.')
}
