//! The formats that are decoded whole, within limits: WebP, GIF (its first picture), TIFF, BMP.

use std::cell::Cell;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::feed::Feed;
use super::rows::{Inks, Sink};
use super::{DecodeError, Format, GoOn, limits};

/// Reads the rows.
pub fn rows(bytes: &[u8], format: Format, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let format = match format {
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
        Format::Tiff => ImageFormat::Tiff,
        Format::Bmp => ImageFormat::Bmp,
        Format::Jpeg | Format::Png | Format::Unread(_) => return Err(DecodeError::UnknownFormat),
    };
    let ran_out = Cell::new(false);
    let reader = ImageReader::with_format(Feed::new(bytes, go_on, &ran_out), format);
    let mut decoder = reader.into_decoder().map_err(|_why| DecodeError::Damaged)?;
    let (width, height) = decoder.dimensions();
    limits::check([width, height])?;
    // What comes out, and what it becomes: four bytes a pixel.
    let pixels = u64::from(width) * u64::from(height);
    limits::check_whole(decoder.total_bytes().max(pixels * 4))?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(limits::MAX_WHOLE_BYTES);
    decoder.set_limits(bounds).map_err(|_why| DecodeError::TooLarge)?;
    let image = DynamicImage::from_decoder(decoder).map_err(|_why| DecodeError::Damaged)?;
    let inks = if image.color().has_alpha() { Inks::Rgba } else { Inks::Rgb };
    let rgba = image.into_rgba8();
    sink.begin([width, height], inks)?;
    rgba.chunks_exact(width as usize * 4).for_each(|row| sink.row(row));
    Ok(())
}
