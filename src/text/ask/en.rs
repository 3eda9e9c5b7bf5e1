//! English: opening and saving without the system's dialogs, and what was not found.

use super::{Ask, Sought};

/// The words in English.
pub fn en(ask: Ask<'_>) -> String {
    let fixed = match ask {
        Ask::NotThere(sought, wanted, there) => return not_there(sought, wanted, there),
        Ask::Open => "Open an exhibition",
        Ask::File => "A file …",
        Ask::FileIs => "A .vitrine or .zip file, an exhibition.json, or a picture: those beside it are shown too",
        Ask::Folder => "A folder …",
        Ask::FolderIs => "With an exhibition.json, or with pictures alone",
        Ask::Path => "Or type where it lies",
        Ask::PathHint => "Folder or file",
        Ask::OpenIt => "Open",
        Ask::NoDialog => {
            "This system has no dialog in which to choose (xdg-desktop-portal or zenity would bring one). Type the place here."
        }
        Ask::SaveTo(what) => return format!("{what}: where should the file lie?"),
        Ask::SaveIt => "Save",
        Ask::ShowProblems => "Show the list",
        Ask::Problems(1) => "One problem of this exhibition",
        Ask::Problems(n) => return format!("{n} problems of this exhibition"),
        Ask::LeftOut(left_out, others) => return left_out_words(left_out, others),
        Ask::CopyProblems => "Copy the list",
        Ask::OpenInTalk(name) => return format!("“{name}” is to be opened. End the talk?"),
        Ask::EndAndOpen => "End and open",
        Ask::NotNow => "Go on with the talk",
    };
    fixed.to_owned()
}

fn not_there(sought: Sought, wanted: &str, there: &str) -> String {
    let (none, nothing) = match sought {
        Sought::Province => (format!("No province has the id “{wanted}”."), "This exhibition has no provinces."),
        Sought::Picture => (format!("No picture has the id “{wanted}”."), "This exhibition has no pictures."),
        Sought::Sheet => (
            format!("“{wanted}” is no source sheet of this exhibition."),
            "A sheet is written as its kind and its id: batch:10, province:CN-FJ, photo:…, statement:…, milestone:…, source:…",
        ),
        Sought::Stop => (format!("The talk has no stop {wanted}."), "This exhibition has no stops."),
        Sought::View => (format!("The view “{wanted}” has nothing to show."), "This exhibition is empty."),
        Sought::Screen => (format!("No screen is called “{wanted}”."), "No screen was found."),
    };
    if there.is_empty() { format!("{none} {nothing}") } else { format!("{none} There are: {there}.") }
}

fn left_out_words(left_out: usize, others: usize) -> String {
    let left = match left_out {
        0 => String::new(),
        1 => "One entry could not be read and is missing. ".to_owned(),
        n => format!("{n} entries could not be read and are missing. "),
    };
    let more = match others {
        0 => String::new(),
        1 if left_out > 0 => "There is one more problem. ".to_owned(),
        1 => "Everything is shown as far as it goes. ".to_owned(),
        n if left_out > 0 => format!("There are {n} more problems. "),
        _ => "Everything is shown as far as it goes. ".to_owned(),
    };
    format!("{left}{more}For whoever prepares the exhibition: mend these, then open it again.")
}
