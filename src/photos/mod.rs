//! Bytes to pixels: formats, limits, orientation, size. No screen, no state, no threads.

use std::io::Cursor;

use fast_image_resize as fir;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbaImage};

/// The longest side of a picture that is decoded, in pixels.
const MAX_SIDE: u32 = 32_768;
/// The most pixels of a picture that is decoded.
const MAX_PIXELS: u64 = 120_000_000;

/// Pixels, upright, in sRGB, eight bits each, with straight alpha.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row.
    pub rgba: Vec<u8>,
}

/// Why a picture cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not a format that is read.
    UnknownFormat,
    /// More pixels than are taken.
    TooLarge,
    /// The data are damaged.
    Damaged,
}

/// Decodes a picture, upright, no larger than `long_side` pixels on its long side. Never enlarged.
///
/// # Errors
/// Where the format is not known, the dimensions are over the limits (checked before anything is allocated), or the data
/// are damaged.
pub fn rendition(bytes: &[u8], long_side: u32) -> Result<Pixels, DecodeError> {
    let image = decode(bytes)?;
    let scale = f64::from(long_side) / f64::from(image.width().max(image.height()));
    if scale >= 1.0 {
        return Ok(pixels(image.into_rgba8()));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "smaller than the picture")]
    let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    let size = [scaled(image.width()), scaled(image.height())];
    // A photograph stays at three bytes a pixel until it is small: its full size is the most memory that is ever taken.
    match image {
        DynamicImage::ImageRgb8(rgb) => {
            let small = shrink(rgb.as_raw(), rgb.dimensions(), fir::PixelType::U8x3, size)?;
            let rgba = small.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
            Ok(Pixels { width: size[0], height: size[1], rgba })
        }
        other => {
            let rgba = other.into_rgba8();
            let small = shrink(rgba.as_raw(), rgba.dimensions(), fir::PixelType::U8x4, size)?;
            Ok(Pixels { width: size[0], height: size[1], rgba: small })
        }
    }
}

/// Shrinks pixels with Lanczos's filter.
fn shrink(
    pixels: &[u8],
    (width, height): (u32, u32),
    kind: fir::PixelType,
    [to_width, to_height]: [u32; 2],
) -> Result<Vec<u8>, DecodeError> {
    let view = fir::images::ImageRef::new(width, height, pixels, kind).map_err(|_e| DecodeError::Damaged)?;
    let mut small = fir::images::Image::new(to_width, to_height, kind);
    let options = fir::ResizeOptions::new().resize_alg(fir::ResizeAlg::Convolution(fir::FilterType::Lanczos3));
    fir::Resizer::new().resize(&view, &mut small, &options).map_err(|_e| DecodeError::Damaged)?;
    Ok(small.into_vec())
}

fn decode(bytes: &[u8]) -> Result<DynamicImage, DecodeError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_e| DecodeError::Damaged)?;
    if reader.format().is_none() {
        return Err(DecodeError::UnknownFormat);
    }
    let mut decoder = reader.into_decoder().map_err(|_e| DecodeError::Damaged)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(DecodeError::TooLarge);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 8);
    decoder.set_limits(limits).map_err(|_e| DecodeError::TooLarge)?;
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_e| DecodeError::Damaged)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn pixels(image: RgbaImage) -> Pixels {
    Pixels { width: image.width(), height: image.height(), rgba: image.into_raw() }
}
