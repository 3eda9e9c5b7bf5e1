//! Bytes to pixels: formats, limits, orientation, colour, size. No screen, no state, no threads, no disk.
//!
//! A picture is decoded row by row (`rows`) at the smallest scale that the format offers and the request allows, into a sink
//! for a whole view (`shrink`) or for tiles of deep zoom (`tiles`). All pixels are in memory at once only if the format
//! cannot be decoded in parts, and then within `limits`.

mod bmp;
pub mod captions;
mod colour;
pub mod container;
mod feed;
mod for_pack;
mod gif;
mod heif;
mod jp2;
mod jpeg;
mod jpeg_frame;
mod jpeg_index;
mod jpeg_markers;
mod jxl;
mod limits;
mod png;
mod png_colour;
mod position;
mod print;
mod rows;
mod shrink;
mod tiff;
mod tiles;
mod tone;
mod turn;
mod webp;

pub use container::Format;
pub use for_pack::{ForPack, How, for_pack, for_pack_saying, without_position};
pub use jpeg::encode as encode_jpeg;
pub use jpeg_index::{Cut, JpegIndex};
pub use print::for_print;
pub use shrink::{enlarged, rendition, smaller};
pub use tiles::{Deep, levels};

pub use crate::model::{Pixels, TILE, Tile};

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not a picture.
    UnknownFormat,
    /// A known but unsupported format, by name.
    Unread(&'static str),
    /// An unsupported variant of a supported format.
    Variant(&'static str),
    /// A camera raw file without a preview that can be shown.
    NoPreview,
    /// More pixels or bytes than the limits; detected before allocating.
    TooLarge,
    /// Damaged or truncated data.
    Damaged,
    /// Cancelled: the request was dropped or took too long.
    Cancelled,
}

/// Called repeatedly with the progress, from 0 to 1; returning false ends decoding with [`DecodeError::Cancelled`].
pub type GoOn<'a> = &'a (dyn Fn(f32) -> bool + 'a);

/// The most pixels on the long side of a preview.
const PREVIEW: u32 = 320;

/// Decodes the thumbnail embedded by a camera, upright and cropped to the proportions of the picture. The head suffices.
#[must_use]
pub fn preview(head: &[u8], go_on: GoOn<'_>) -> Option<Pixels> {
    let stored = container::size(head)?;
    let pixels = match container::embedded_thumbnail(head) {
        Some(small) => shrink::rendition(small, PREVIEW, go_on).ok()?,
        None => shrink::thumbnail(head, PREVIEW, go_on)?,
    };
    // Cameras pad it with black bars where the proportions differ.
    Some(turn::upright(shrink::cropped(pixels, stored), container::orientation(head)))
}

/// Returns the most bytes that decoding takes, besides the resulting picture.
#[must_use]
pub fn memory(bytes: &[u8]) -> u64 {
    match container::format(bytes) {
        Some(Format::Jpeg) => jpeg::memory(bytes),
        Some(Format::Png) => png::memory(bytes),
        Some(Format::Tiff) => tiff::memory(bytes),
        Some(Format::Gif) => gif::memory(bytes),
        Some(Format::WebP) => webp::memory(bytes),
        Some(Format::Bmp) => bmp::memory(bytes),
        Some(Format::Heif) => heif::memory(bytes),
        Some(Format::Jxl) => jxl::memory(bytes),
        Some(Format::Jp2) => jp2::memory(bytes),
        Some(Format::Raw) => container::raw::preview(bytes).map_or(0, jpeg::memory),
        Some(Format::Unread(_)) | None => 0,
    }
}

/// Encodes a picture and returns the file extension: JPEG, or PNG if not opaque.
#[must_use]
pub fn encode(pixels: &Pixels, quality: f32) -> Option<(&'static str, Vec<u8>)> {
    if pixels.is_opaque() {
        return encode_jpeg(pixels, quality).ok().map(|bytes| ("jpg", bytes));
    }
    encode_png(pixels).map(|bytes| ("png", bytes))
}

/// Encodes a picture as PNG.
#[must_use]
pub fn encode_png(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut straight = pixels.rgba.clone();
    shrink::unmultiply(&mut straight);
    let mut bytes = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    let color = image::ExtendedColorType::Rgba8;
    image::ImageEncoder::write_image(encoder, &straight, pixels.width, pixels.height, color).ok()?;
    Some(bytes)
}

/// Returns width and height in pixels after orientation.
#[must_use]
pub fn upright_size(bytes: &[u8]) -> Option<[u32; 2]> {
    let [width, height] = container::size(bytes)?;
    Some(if turn::swaps(container::orientation(bytes)) { [height, width] } else { [width, height] })
}
