//! Cleans a picture file for a pack: pixels unchanged, metadata written anew from the fields this program understands. This
//! is an allow list: anything unknown is dropped.

mod blanked;
mod bmp;
mod gif;
mod jpeg;
mod png;
mod tiff;
mod webp;
mod written;

use super::captions::{Description, Parts};
use super::{DecodeError, Format, GoOn, container, encode_jpeg, encode_png, position, shrink};
pub use jpeg::bare;
use written::Written;

/// JPEG quality when a file has to be re-encoded.
const QUALITY: f32 = 95.0;
/// The most pixels on the long side of a picture of a newer kind, which every version of the program is to open.
const MAX_SIDE: u32 = 8192;

/// A cleaned picture file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForPack {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// The new file extension, without the dot, if the format changed.
    pub ending: Option<&'static str>,
    /// True if the original contained a camera position. The new file never does.
    pub had_position: bool,
    /// How the file was cleaned.
    pub how: How,
}

/// How a file was cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Unchanged: there was nothing to remove.
    AsItWas,
    /// Unchanged but for the position, which is blank.
    Blanked,
    /// New container and metadata, same pixels.
    Rewritten,
    /// The preview inside a camera raw file, as a JPEG of its own.
    Preview,
    /// Decoded and re-encoded.
    Reencoded,
}

/// Removes all that this program does not understand, camera positions above all.
///
/// # Errors
/// If the file can neither be cleaned nor decoded.
pub fn for_pack(bytes: &[u8], go_on: GoOn<'_>) -> Result<ForPack, DecodeError> {
    cleaned(bytes, written::of, go_on)
}

/// The same, with these captions in place of those that the file has.
///
/// # Errors
/// If the file can neither be cleaned nor decoded.
pub fn for_pack_saying(
    bytes: &[u8],
    (said, parts): (&Description, &Parts),
    go_on: GoOn<'_>,
) -> Result<ForPack, DecodeError> {
    cleaned(bytes, |bytes| written::saying(bytes, said, parts), go_on)
}

fn cleaned(bytes: &[u8], written: impl Fn(&[u8]) -> Written, go_on: GoOn<'_>) -> Result<ForPack, DecodeError> {
    let format = match container::format(bytes) {
        None => return Err(DecodeError::UnknownFormat),
        Some(Format::Unread(name)) => return Err(DecodeError::Unread(name)),
        Some(format) => format,
    };
    let written = written(bytes);
    let had_position = written.had_position || position::tells_position(bytes);
    let nothing = Written { exif: None, xmp: None, had_position: false };
    // A position hidden in the parts that stay forces re-encoding.
    let is_clean = |bare: &Vec<u8>| !position::tells_position(bare);
    if rewritten(bytes, format, &nothing).as_ref().is_some_and(is_clean)
        && let Some(new) = rewritten(bytes, format, &written)
    {
        let (how, ending) = match format {
            Format::Raw => (How::Preview, Some("jpg")),
            _ if new == bytes => (How::AsItWas, None),
            _ => (How::Rewritten, None),
        };
        return Ok(ForPack { bytes: new, ending, had_position, how });
    }
    let (bytes, ending) = reencoded(bytes, format, &written, go_on)?;
    let how = if format == Format::Raw { How::Preview } else { How::Reencoded };
    Ok(ForPack { bytes, ending, had_position, how })
}

/// Removes the position that a camera recorded, and leaves everything else as it is, byte for byte. Where the position cannot be
/// followed, the file is cleaned as by [`for_pack`].
///
/// # Errors
/// If the file tells a position and can neither be cleaned nor decoded.
pub fn without_position(bytes: &[u8], go_on: GoOn<'_>) -> Result<ForPack, DecodeError> {
    if !position::tells_position(bytes) {
        return Ok(ForPack { bytes: bytes.to_vec(), ending: None, had_position: false, how: How::AsItWas });
    }
    match blanked::blanked(bytes).filter(|new| !position::tells_position(new)) {
        Some(bytes) => Ok(ForPack { bytes, ending: None, had_position: true, how: How::Blanked }),
        None => for_pack(bytes, go_on).map(|cleaned| ForPack { had_position: true, ..cleaned }),
    }
}

/// Rebuilds the container around the same pixels; `None` if it cannot be parsed to its end.
fn rewritten(bytes: &[u8], format: Format, written: &Written) -> Option<Vec<u8>> {
    let (exif, xmp) = (written.exif.as_deref(), written.xmp.as_deref());
    match format {
        Format::Jpeg => jpeg::bare(bytes).map(|bare| bare.file(exif, xmp)),
        Format::Png => png::file(bytes, exif, xmp),
        Format::WebP => webp::file(bytes, exif, xmp),
        Format::Gif => gif::file(bytes, xmp),
        Format::Bmp => bmp::file(bytes),
        // The orientation is among the tags that stay.
        Format::Tiff => tiff::file(bytes, xmp),
        // A JPEG whose colours are told outside of it is encoded anew.
        Format::Raw if container::raw::space(bytes).is_none() => {
            let preview = container::raw::preview(bytes)?;
            let is_its_own = container::blocks(bytes).icc == container::blocks(preview).icc;
            jpeg::bare(preview).filter(|_| is_its_own).map(|bare| bare.file(exif, xmp))
        }
        // Their pixels are encoded anew, so that what opens a pack need not read them.
        Format::Heif | Format::Jxl | Format::Jp2 | Format::Raw | Format::Unread(_) => None,
    }
}

/// Re-encodes the pixels, upright and in sRGB, and returns the extension if the format changed.
fn reencoded(
    bytes: &[u8],
    format: Format,
    written: &Written,
    go_on: GoOn<'_>,
) -> Result<(Vec<u8>, Option<&'static str>), DecodeError> {
    let is_new = matches!(format, Format::Heif | Format::Jxl | Format::Jp2 | Format::Raw);
    let pixels = shrink::rendition(bytes, if is_new { MAX_SIDE } else { u32::MAX / 4 }, go_on)?;
    let (new, to) = if format == Format::Jpeg || (is_new && pixels.is_opaque()) {
        (encode_jpeg(&pixels, QUALITY).map_err(|_memory| DecodeError::TooLarge)?, Format::Jpeg)
    } else {
        (encode_png(&pixels).ok_or(DecodeError::TooLarge)?, Format::Png)
    };
    let upright = Written { exif: None, xmp: written.xmp.clone(), had_position: false };
    let new = rewritten(&new, to, &upright).ok_or(DecodeError::Damaged)?;
    Ok((new, (to != format).then_some(if to == Format::Jpeg { "jpg" } else { "png" })))
}

#[cfg(test)]
mod tests;
