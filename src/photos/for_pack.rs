//! A picture's file as it is handed on in a pack: its pixels as they are, and of all that was written beside them only what
//! this program understands, written anew. What may stay is known, not what must go.

use super::{DecodeError, Format, GoOn, envelope, position};

/// A picture's file that may be handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForPack {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// The ending that its name must have, without the dot, where it is of another format than before.
    pub ending: Option<&'static str>,
    /// True where the file told where the camera stood. The new one never does.
    pub had_position: bool,
    /// What was done to it.
    pub how: How,
}

/// What was done to a file before it is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Nothing: there was nothing in it that must not go along.
    AsItWas,
    /// Its container and what is written in it are new, its pixels are as they were.
    Rewritten,
    /// It was decoded and encoded anew.
    Reencoded,
}

/// A picture's file without anything that this program does not understand, positions of cameras above all.
///
/// # Errors
/// Where it can neither be cleaned nor be decoded: it cannot be handed on.
pub fn for_pack(bytes: &[u8], _go_on: GoOn<'_>) -> Result<ForPack, DecodeError> {
    match envelope::format(bytes) {
        None => Err(DecodeError::UnknownFormat),
        Some(Format::Unread(name)) => Err(DecodeError::Unread(name)),
        Some(_) => {
            let clean = position::without_position(bytes);
            let (had_position, how) = (clean.is_some(), if clean.is_some() { How::Rewritten } else { How::AsItWas });
            Ok(ForPack { bytes: clean.unwrap_or_else(|| bytes.to_vec()), ending: None, had_position, how })
        }
    }
}
