//! English: where a file is written.

use std::io::ErrorKind;

use super::{Out, Separator, bare};

/// The words in English.
pub fn en(out: Out<'_>) -> String {
    match out {
        Out::Folder(path) => format!("“{path}” is a folder: name a file in it."),
        Out::Ending { ending, can, or_form } => {
            let form = if or_form { ", or ask for a form with --format" } else { "" };
            format!("This cannot be written as “{ending}”: end the name with {can}{form}.")
        }
        Out::PartOfPack(path) => {
            format!("“{path}” belongs to the exhibition that is read, so it is not written over: choose another name.")
        }
        Out::PackItself(path) => format!(
            "“{path}” is the pack that is read: choose another name, or say --force to put the new one in its place once it is whole."
        ),
        Out::BeingEdited(path) => format!(
            "Nothing was written: “{path}” is open in the editor, or has changes there that are not saved. Save or discard them there and close it, and run this again; or add --out instead of --apply to save a copy."
        ),
        Out::Foreign(path) => format!(
            "“{path}” is there already, and is no such file written by this program: choose another name, or say --force to replace it."
        ),
        Out::Separated(path, separator) => format!("Saved as “{path}”. {}", separated(separator)),
        Out::SeparatedBy(separator) => separated(separator).to_owned(),
        Out::NotWritten(path, kind, word) => not_written(path, kind, bare(word)),
    }
}

fn separated(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => {
            "Commas separate the values. A spreadsheet set to German or French expects semicolons: there, choose the comma when it opens the file, or write it with `vitrine export table --separator semicolon`."
        }
        Separator::Semicolon => "Semicolons separate the values.",
        Separator::Tab => "Tabs separate the values.",
    }
}

fn not_written(path: &str, kind: ErrorKind, word: &str) -> String {
    let (why, what_to_do) = reason(kind, word);
    format!("“{path}” could not be written: {why}. {what_to_do}")
}

/// Why a file was not written, and what to do.
pub fn reason(kind: ErrorKind, word: &str) -> (&str, &'static str) {
    match kind {
        ErrorKind::NotFound => ("its folder is not there", "Choose another place, or make the folder."),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
            "writing is not allowed there",
            "Choose another place, or see whether the file is write-protected or open in another program.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("there is no room left", "Choose another place, or make room.")
        }
        ErrorKind::FileTooLarge => {
            ("it is larger than a file may be there", "Choose another disk: a FAT stick takes 4 GB at most.")
        }
        ErrorKind::InvalidFilename => ("the name is too long or not allowed there", "Choose a shorter name."),
        ErrorKind::IsADirectory => ("it is a folder", "Name a file in it."),
        ErrorKind::NotADirectory => ("a part of the path is no folder", "Correct the path."),
        ErrorKind::BrokenPipe => ("whoever was to read it has stopped", "Try again."),
        _ => (word, "Choose another place, or see whether the disk is full or write-protected."),
    }
}
