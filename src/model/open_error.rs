//! Why an exhibition could not be opened.

use std::error::Error;
use std::fmt;

use super::{PassedOver, ReadError, Unreadable};

/// Why a pack could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Its files could not be read.
    Read(ReadError),
    /// Its `exhibition.json` exists, but its bytes could not be read.
    Exhibition(ReadError),
    /// It has neither an `exhibition.json` nor pictures.
    NoExhibition,
    /// It has neither, but holds something that may have been meant to be shown.
    NoPictures(Vec<(PassedOver, usize)>),
    /// Its `exhibition.json` is not UTF-8.
    NotText,
    /// Its `exhibition.json` could not be read.
    Unreadable(Unreadable),
    /// The path is not a pack.
    NotAPack,
}

impl Error for OpenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Read(why) | Self::Exhibition(why) => Some(why),
            Self::NoExhibition | Self::NoPictures(_) | Self::NotText | Self::Unreadable(_) | Self::NotAPack => None,
        }
    }
}

/// For the log and for wrapping errors; the words for visitors are in `text`.
impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(why) => write!(f, "cannot be read: {why}"),
            Self::Exhibition(why) => write!(f, "exhibition.json: {why}"),
            Self::NoExhibition | Self::NoPictures(_) => write!(f, "no exhibition.json"),
            Self::NotText => write!(f, "exhibition.json: not UTF-8"),
            Self::Unreadable(_) => write!(f, "exhibition.json: not an exhibition"),
            Self::NotAPack => f.write_str("not an exhibition"),
        }
    }
}
