//! Reads a picture row by row, whatever its format, into a sink.

use std::cell::Cell;

use super::{DecodeError, Format, GoOn, bmp, container, gif, jpeg, png, tiff, webp};

/// What the four bytes of a pixel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PixelFormat {
    /// Red, green, blue; nothing shows through.
    Rgb,
    /// Red, green, blue, straight alpha.
    Rgba,
    /// Cyan, magenta, yellow, black: 255 is no ink.
    Cmyk,
}

/// Takes in the rows of a picture, as stored: not turned, in the file's own colours.
pub trait Sink {
    /// The size of what is coming, in pixels, and what its bytes are. Before the first row.
    ///
    /// # Errors
    /// Where it does not take so much.
    fn begin(&mut self, size: [u32; 2], inks: PixelFormat) -> Result<(), DecodeError>;
    /// The next row: four bytes a pixel.
    fn row(&mut self, pixels: &[u8]);
}

/// How much of a picture is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// At least so many pixels on the long side; a format that can give less than all gives less.
    AtLeast(u32),
    /// Every pixel.
    Full,
}

/// Reads all rows.
///
/// # Errors
/// Where the picture cannot be read, or is given up.
pub fn read(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    // Decoders that are stopped tell only that they failed. Once it was said that they are not to go on, that holds.
    let cancelled = Cell::new(false);
    let go_on: GoOn<'_> = &|share| {
        cancelled.set(cancelled.get() || !go_on(share));
        !cancelled.get()
    };
    let done = match container::format(bytes) {
        Some(Format::Jpeg) => jpeg::rows(bytes, scale, go_on, sink),
        Some(Format::Png) => png::rows(bytes, go_on, sink),
        Some(Format::Tiff) => tiff::rows(bytes, go_on, sink),
        Some(Format::WebP) => webp::rows(bytes, go_on, sink),
        Some(Format::Gif) => gif::rows(bytes, go_on, sink),
        Some(Format::Unread(name)) => Err(DecodeError::Unread(name)),
        Some(Format::Bmp) => bmp::rows(bytes, scale, go_on, sink),
        None => Err(DecodeError::UnknownFormat),
    };
    if cancelled.get() { Err(DecodeError::Cancelled) } else { done }
}
