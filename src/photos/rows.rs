//! Decodes a picture of any format row by row into a sink.

use std::cell::Cell;

use super::{DecodeError, Format, GoOn, bmp, container, gif, heif, jp2, jpeg, jxl, png, tiff, webp};

/// The meaning of a pixel's four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PixelFormat {
    /// Red, green, blue; opaque.
    Rgb,
    /// Red, green, blue, straight alpha.
    Rgba,
    /// Cyan, magenta, yellow, black: 255 is no ink.
    Cmyk,
}

/// Receives the rows of a picture as stored: not oriented, in the file's own colour space.
pub trait Sink {
    /// Called before the first row, with the size in pixels and the meaning of the bytes.
    ///
    /// # Errors
    /// If that is too large for the sink.
    fn begin(&mut self, size: [u32; 2], inks: PixelFormat) -> Result<(), DecodeError>;
    /// Receives the next row: four bytes a pixel.
    fn row(&mut self, pixels: &[u8]);
}

/// The requested scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// At least this many pixels on the long side, from formats that can decode at a reduced scale.
    AtLeast(u32),
    /// Every pixel.
    Full,
}

/// Decodes all rows.
///
/// # Errors
/// If the picture cannot be decoded, or is cancelled.
pub fn read(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    // A stopped decoder only reports failure, so a cancellation is remembered here.
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
        Some(Format::Heif) => heif::rows(bytes, scale, go_on, sink),
        Some(Format::Jxl) => jxl::rows(bytes, go_on, sink),
        Some(Format::Jp2) => jp2::rows(bytes, scale, go_on, sink),
        Some(Format::Raw) => match container::raw::preview(bytes) {
            Some(preview) => jpeg::rows(preview, scale, go_on, sink),
            None => Err(DecodeError::NoPreview),
        },
        Some(Format::Unread(name)) => Err(DecodeError::Unread(name)),
        Some(Format::Bmp) => bmp::rows(bytes, scale, go_on, sink),
        None => Err(DecodeError::UnknownFormat),
    };
    if cancelled.get() { Err(DecodeError::Cancelled) } else { done }
}
