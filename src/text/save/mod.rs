//! The words of saving a file: what there is, in which forms, how far it is, and what came of it.

mod bo;
mod en;
mod zh;

use crate::model::Lang;
use crate::state::{Content, FileFormat, Unsaved};

/// A text of saving.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Save<'a> {
    /// “Save as a file”, over what can be saved.
    Heading,
    /// In which language and colours, and that the place is asked, by the language's own name.
    Remark(&'a str),
    /// Something that can be saved.
    Content(Content),
    /// What is in it.
    Holds(Content),
    /// A form, on its button.
    FileFormat(FileFormat),
    /// Something in a form, for screen readers, by the words for both.
    As(&'a str, &'a str),
    /// A file of this name is being made.
    Making(&'a str),
    /// The same for screen readers, with how far it is in hundredths.
    MakingSoFar(&'a str, u8),
    /// Gives it up.
    Stop,
    /// It is being given up.
    Stops,
    /// It lies there.
    Saved(&'a str),
    /// It lies there, without so many pictures that could not be read.
    SavedWithout(&'a str, usize),
    /// It does not, and why.
    Unsaved(&'a str, &'a Unsaved),
}

/// A text of saving in a language.
#[must_use]
pub fn save(lang: Lang, save: Save<'_>) -> String {
    match lang {
        Lang::En => en::en(save),
        Lang::Zh => zh::zh(save),
        Lang::Bo => bo::bo(save),
    }
}

/// True where the name is that of a table whose values something separates.
fn is_table(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".csv")
}
