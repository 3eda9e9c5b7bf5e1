//! Why an exhibition could not be opened.

use std::error::Error;
use std::fmt;

use super::{PassedOver, ReadError, Unreadable};

/// Why a pack could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Its files could not be read.
    Read(ReadError),
    /// Its `exhibition.json` is there, and its bytes could not be read.
    Exhibition(ReadError),
    /// It has neither an `exhibition.json` nor pictures.
    NoExhibition,
    /// It has none of them, but something that somebody may have meant to show.
    NoPictures(Vec<(PassedOver, usize)>),
    /// Its `exhibition.json` is not UTF-8.
    NotText,
    /// Its `exhibition.json` could not be read.
    Unreadable(Unreadable),
    /// What lies there is no pack.
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

/// For the log and for whoever joins it to an error of their own; the words for visitors are those of `text`.
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
