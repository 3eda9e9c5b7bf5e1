//! Texts about saving a file: what can be saved, the formats, the progress and the outcome.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::{Content, FileFormat, Unsaved};

/// A text about saving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Save<'a> {
    /// “Save as a file”, over what can be saved.
    Heading,
    /// The language, by its own name, and the colours of the file, and that a place will be asked for.
    Remark(&'a str),
    /// Something that can be saved.
    Content(Content),
    /// What is in it.
    Holds(Content),
    /// A format, on its button.
    FileFormat(FileFormat),
    /// Content in a format, for screen readers, from the words for both.
    As(&'a str, &'a str),
    /// A file of this name is being written.
    Making(&'a str),
    /// The same for screen readers, with the progress in percent.
    MakingSoFar(&'a str, u8),
    /// Cancels it.
    Stop,
    /// It is being cancelled.
    Stops,
    /// The file was saved.
    Saved(&'a str),
    /// The file was saved, without this many pictures that could not be read.
    SavedWithout(&'a str, usize),
    /// The file was not saved, and why.
    Unsaved(&'a str, &'a Unsaved),
}

/// A text about saving, in a language.
#[must_use]
pub fn save(lang: Lang, save: Save<'_>) -> String {
    match lang {
        Lang::En => en::en(save),
        Lang::Zh => zh::zh(save),
        Lang::Bo => bo::bo(save),
    }
}

/// Returns `true` for the name of a table with separated values.
fn is_table(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".csv")
}
