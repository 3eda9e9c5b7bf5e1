//! The words about where a file is written: what stands in the way there, and what became of it.

mod bo;
mod en;
mod zh;

use std::io::ErrorKind;

use crate::model::Lang;

/// A text about where a file is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Out<'a> {
    /// It is a folder.
    Folder(&'a str),
    /// The thing has no form of this ending, but of those.
    Ending {
        /// The ending, with its dot.
        ending: &'a str,
        /// Those that it has, listed.
        can: &'a str,
        /// A form can be asked for, whatever the ending.
        or_form: bool,
    },
    /// It belongs to the exhibition that is read.
    PartOfPack(&'a str),
    /// It is the pack that is read, which may take its own place.
    PackItself(&'a str),
    /// This program did not write what is there.
    Foreign(&'a str),
    /// A table lies there; what separates its values.
    Separated(&'a str, Separator),
    /// The same, without a place.
    SeparatedBy(Separator),
    /// The system could not write it: the kind of its reason, and its own word for it.
    NotWritten(&'a str, ErrorKind, &'a str),
}

/// What separates the values of a table.
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

/// The system's word without its number for it.
fn bare(word: &str) -> &str {
    word.split(" (os error").next().unwrap_or(word).trim_end_matches('.')
}
