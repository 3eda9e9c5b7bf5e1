//! Why an exhibition could not be opened.

use crate::model::PassedOver;

/// Why a pack could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing lies there, or not for now.
    NotThere,
    /// It is there, and cannot be read: all of it, or its `exhibition.json`.
    Unread(Part, ReadFault),
    /// A folder or archive without `exhibition.json` and without pictures.
    NoExhibition,
    /// A folder or archive without both, and what lies there and is not shown.
    NoPictures(Vec<(PassedOver, usize)>),
    /// `exhibition.json` could not be read.
    Unreadable(crate::model::Unreadable),
    /// `exhibition.json` is not text in UTF-8.
    NotText,
    /// The archive holds a name that leads out of it.
    EscapingName(String),
    /// An archive of another kind than ZIP.
    OtherArchive(&'static str),
    /// The archive claims the same bytes for several files.
    Overlapping,
    /// It holds more files than so many.
    TooMany(usize),
    /// Neither a folder nor a `.vitrine` archive nor an `exhibition.json`.
    NotAPack,
}

/// What of a pack could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Pack,
    /// Its `exhibition.json`.
    Exhibition,
}

/// Why the bytes of a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// It was listed, and is not there any more.
    Gone,
    /// The system does not let this user read it.
    NotAllowed,
    /// The device or the network failed.
    Failed,
    /// A pipe, a socket, a device, or a folder in place of a file.
    NotAFile,
    /// A link that leads out of the pack.
    LeadsOut,
    /// Larger than the program takes.
    TooLarge,
    /// Damaged, or cut off.
    Damaged,
    /// Encrypted in its archive.
    Encrypted,
    /// Packed in its archive by this method, which is not read.
    Method(&'static str),
}
