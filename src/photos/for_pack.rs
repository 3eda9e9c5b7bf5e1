//! A picture's file as it is handed on in a pack: its pixels as they are, and of all that was written beside them only what
//! this program understands, written anew. What may stay is known, not what must go.

mod bmp;
mod gif;
mod jpeg;
mod png;
mod tiff;
mod webp;
mod written;

use super::{DecodeError, Format, GoOn, container, encode_jpeg, encode_png, position, shrink};
pub use jpeg::bare;
use written::Written;

/// The quality at which a JPEG is encoded whose file cannot be followed.
const QUALITY: f32 = 95.0;

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
pub fn for_pack(bytes: &[u8], go_on: GoOn<'_>) -> Result<ForPack, DecodeError> {
    let format = match container::format(bytes) {
        None => return Err(DecodeError::UnknownFormat),
        Some(Format::Unread(name)) => return Err(DecodeError::Unread(name)),
        Some(format) => format,
    };
    let written = written::of(bytes);
    let had_position = written.had_position || position::tells_position(bytes);
    let nothing = Written { exif: None, xmp: None, had_position: false };
    // Whatever hides in the parts that stay: then only the pixels go along.
    let is_clean = |bare: &Vec<u8>| !position::tells_position(bare);
    if rewritten(bytes, format, &nothing).as_ref().is_some_and(is_clean)
        && let Some(new) = rewritten(bytes, format, &written)
    {
        let how = if new == bytes { How::AsItWas } else { How::Rewritten };
        return Ok(ForPack { bytes: new, ending: None, had_position, how });
    }
    let (bytes, ending) = reencoded(bytes, format, &written, go_on)?;
    Ok(ForPack { bytes, ending, had_position, how: How::Reencoded })
}

/// The container anew, with the pixels as they are; `None` where it cannot be followed to its end.
fn rewritten(bytes: &[u8], format: Format, written: &Written) -> Option<Vec<u8>> {
    let (exif, xmp) = (written.exif.as_deref(), written.xmp.as_deref());
    match format {
        Format::Jpeg => jpeg::bare(bytes).map(|bare| bare.file(exif, xmp)),
        Format::Png => png::file(bytes, exif, xmp),
        Format::WebP => webp::file(bytes, exif, xmp),
        Format::Gif => gif::file(bytes, xmp),
        Format::Bmp => bmp::file(bytes),
        // How it is turned stands among the tags that stay.
        Format::Tiff => tiff::file(bytes, xmp),
        Format::Unread(_) => None,
    }
}

/// The pixels anew, upright and in sRGB, and the ending of the new format.
fn reencoded(
    bytes: &[u8],
    format: Format,
    written: &Written,
    go_on: GoOn<'_>,
) -> Result<(Vec<u8>, Option<&'static str>), DecodeError> {
    let pixels = shrink::rendition(bytes, u32::MAX / 4, go_on)?;
    let (new, to) = if format == Format::Jpeg {
        (encode_jpeg(&pixels, QUALITY).map_err(|_memory| DecodeError::TooLarge)?, Format::Jpeg)
    } else {
        (encode_png(&pixels).ok_or(DecodeError::TooLarge)?, Format::Png)
    };
    let upright = Written { exif: None, xmp: written.xmp.clone(), had_position: false };
    let new = rewritten(&new, to, &upright).ok_or(DecodeError::Damaged)?;
    Ok((new, (to != format).then_some("png")))
}

#[cfg(test)]
mod tests;
