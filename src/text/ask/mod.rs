//! Texts about opening and saving without the system's dialogs, what was requested and not found, and the problems of the
//! exhibition.

mod bo;
mod en;
mod zh;

use crate::model::Lang;

/// A kind of thing requested by its id, number or name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sought {
    /// A province.
    Province,
    /// A picture.
    Picture,
    /// A source sheet.
    Sheet,
    /// A stop of a talk.
    Stop,
    /// A view.
    View,
    /// A screen.
    Screen,
}

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask<'a> {
    /// It was not found; which exist, in one line, empty if there are none.
    NotThere(Sought, &'a str, &'a str),
    /// “Open an exhibition”, over the choices.
    Open,
    /// Opens a file with the system's dialog.
    File,
    /// Which kinds of files.
    FileIs,
    /// Opens a folder with the system's dialog.
    Folder,
    /// Which kinds of folders.
    FolderIs,
    /// Over the field for a path.
    Path,
    /// The hint in that field.
    PathHint,
    /// Opens the typed path.
    OpenIt,
    /// The system has no dialog; the path can be typed.
    NoDialog,
    /// Over the field for the path of a file to save, with what is saved.
    SaveTo(&'a str),
    /// Saves at the typed path.
    SaveIt,
    /// A button of a notice that opens the list of problems.
    ShowProblems,
    /// Over the list of problems, with their number.
    Problems(usize),
    /// Below that: how many entries are missing because they could not be read, and how many other problems there are.
    LeftOut(usize, usize),
    /// Copies the list.
    CopyProblems,
    /// Another start of the program wants to open an exhibition of this name during a talk.
    OpenInTalk(&'a str),
    /// Ends the talk and opens it.
    EndAndOpen,
    /// Continues the talk without opening it.
    NotNow,
}

/// A text in a language.
#[must_use]
pub fn ask(lang: Lang, ask: Ask<'_>) -> String {
    match lang {
        Lang::En => en::en(ask),
        Lang::Zh => zh::zh(ask),
        Lang::Bo => bo::bo(ask),
    }
}

#[cfg(test)]
mod tests {
    use super::{Ask, Sought, ask};
    use crate::model::Lang;

    #[test]
    fn what_is_not_there_is_named_with_what_is() {
        let all = [Sought::Province, Sought::Picture, Sought::Sheet, Sought::Stop, Sought::View, Sought::Screen];
        for lang in Lang::ALL {
            for sought in all {
                let words = ask(lang, Ask::NotThere(sought, "NOSUCH", "one, two"));
                assert!(words.contains("NOSUCH") && words.contains("one, two"), "{lang:?}: {words}");
                let none = ask(lang, Ask::NotThere(sought, "NOSUCH", ""));
                assert!(none.contains("NOSUCH") && none.chars().count() > 20, "{lang:?}: {none}");
            }
        }
    }
}
