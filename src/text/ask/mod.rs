//! The words of opening and saving where the system does not help, of what was asked for and is not there, and of what is wrong in the
//! exhibition that is shown.

mod bo;
mod en;
mod zh;

use crate::model::Lang;

/// What somebody asked for by its id, number or name.
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

/// A text of these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ask<'a> {
    /// It is not there, and which are, in one line; empty where there are none.
    NotThere(Sought, &'a str, &'a str),
    /// “Open an exhibition”, over the ways.
    Open,
    /// Opens a file by the system's dialog.
    File,
    /// What kinds of files.
    FileIs,
    /// Opens a folder by the system's dialog.
    Folder,
    /// What kinds of folders.
    FolderIs,
    /// Over the field for a path.
    Path,
    /// The hint in it.
    PathHint,
    /// Opens what is typed.
    OpenIt,
    /// The system has no dialog; the path can be typed.
    NoDialog,
    /// Over the field for the path of a file that is to be saved, with what is saved.
    SaveTo(&'a str),
    /// Saves it there.
    SaveIt,
    /// A button of a notice: leads to the list of problems.
    ShowProblems,
    /// Over the list of problems, with their number.
    Problems(usize),
    /// Over them: how many entries could not be read and are missing, how many other problems there are.
    LeftOut(usize, usize),
    /// Copies the list.
    CopyProblems,
    /// Another start of the program wants an exhibition of this name opened, while somebody presents.
    OpenInTalk(&'a str),
    /// Ends the talk and opens it.
    EndAndOpen,
    /// Goes on with the talk; it is not opened.
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
