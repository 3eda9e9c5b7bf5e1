//! Bytes to pixels: formats, limits, orientation, colour, size. No screen, no state, no threads, no disk.
//!
//! A picture is read row by row (`rows`) at the smallest scale that the format offers and the wish allows, into a sink
//! that keeps only what is wanted: a whole view (`shrink`) or tiles for deep zoom (`tiles`). The full pixels of a
//! picture are in memory only where its format cannot be read in parts, and then within `limits`.

mod bmp;
pub mod captions;
mod colour;
pub mod container;
mod feed;
mod for_pack;
mod gif;
mod jpeg;
mod jpeg_frame;
mod jpeg_index;
mod jpeg_markers;
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
pub use for_pack::{ForPack, How, for_pack};
pub use jpeg::encode as encode_jpeg;
pub use jpeg_index::{Cut, JpegIndex};
pub use print::for_print;
pub use shrink::{rendition, smaller};
pub use tiles::{Deep, levels};

pub use crate::model::{Pixels, TILE, Tile};

/// Why a picture cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// No picture at all.
    UnknownFormat,
    /// A picture in a format that is known by name and not read.
    Unread(&'static str),
    /// A picture in a variant of its format that is not read.
    Variant(&'static str),
    /// More pixels or bytes than are taken; found before anything is allocated for them.
    TooLarge,
    /// The data are damaged, or cut off.
    Damaged,
    /// It was given up: nobody waits for it any more, or it took too long.
    Cancelled,
}

/// Told again and again while decoding how far it has come, from 0 to 1; false ends it with [`DecodeError::Cancelled`].
pub type GoOn<'a> = &'a (dyn Fn(f32) -> bool + 'a);

/// The small picture that cameras put into a file, upright, with the proportions of the whole one; from the head of a file.
#[must_use]
pub fn preview(head: &[u8], go_on: GoOn<'_>) -> Option<Pixels> {
    let small = container::embedded_thumbnail(head)?;
    let stored = container::size(head)?;
    let pixels = shrink::rendition(small, 320, go_on).ok()?;
    // Cameras fill its two bars with black where the proportions differ.
    Some(turn::upright(shrink::cropped(pixels, stored), container::orientation(head)))
}

/// How many bytes decoding a picture takes at most, beside the picture that comes out.
#[must_use]
pub fn memory(bytes: &[u8]) -> u64 {
    match container::format(bytes) {
        Some(Format::Jpeg) => jpeg::memory(bytes),
        Some(Format::Png) => png::memory(bytes),
        Some(Format::Tiff) => tiff::memory(bytes),
        Some(Format::Gif) => gif::memory(bytes),
        Some(Format::WebP) => webp::memory(bytes),
        Some(Format::Bmp) => bmp::memory(bytes),
        Some(Format::Unread(_)) | None => 0,
    }
}

/// A picture as the bytes of a file, and the ending of its name: JPEG, or PNG where something shows through.
#[must_use]
pub fn encode(pixels: &Pixels, quality: f32) -> Option<(&'static str, Vec<u8>)> {
    if pixels.is_opaque() {
        return encode_jpeg(pixels, quality).ok().map(|bytes| ("jpg", bytes));
    }
    encode_png(pixels).map(|bytes| ("png", bytes))
}

/// A picture as the bytes of a PNG file.
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

/// A picture's width and height in pixels as it is seen: after turning.
#[must_use]
pub fn upright_size(bytes: &[u8]) -> Option<[u32; 2]> {
    let [width, height] = container::size(bytes)?;
    Some(if turn::swaps(container::orientation(bytes)) { [height, width] } else { [width, height] })
}
