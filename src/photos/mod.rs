//! Bytes to pixels: formats, limits, orientation, colour, size. No screen, no state, no threads, no disk.
//!
//! A picture is read row by row (`rows`) at the smallest scale that the format offers and the wish allows, into a sink
//! that keeps only what is wanted: a whole view (`shrink`) or tiles for deep zoom (`tiles`). The full pixels of a
//! picture are in memory only where its format cannot be read in parts, and then within `limits`.

mod bmp;
mod colour;
pub mod describe;
pub mod envelope;
mod feed;
mod for_pack;
mod gif;
mod jpeg;
mod jpeg_frame;
mod jpeg_index;
mod limits;
mod paper;
mod png;
mod png_colour;
mod position;
mod rows;
mod shrink;
mod tiff;
mod tiles;
mod tone;
mod turn;
mod webp;

use std::fmt;

pub use envelope::Format;
pub use for_pack::{ForPack, How, for_pack};
pub use jpeg::encode as encode_jpeg;
pub use jpeg_index::{Cut, JpegIndex};
pub use paper::for_paper;
pub use shrink::{rendition, smaller};
pub use tiles::{Deep, TILE, Tile, levels};

/// Pixels, upright, in sRGB, eight bits each, with premultiplied alpha.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row.
    pub rgba: Vec<u8>,
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pixels({} × {})", self.width, self.height)
    }
}

impl Pixels {
    /// True where nothing shows through.
    #[must_use]
    pub fn is_opaque(&self) -> bool {
        self.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255)
    }

    /// The mean colour of the picture, over black where it is transparent.
    #[must_use]
    pub fn mean(&self) -> [u8; 3] {
        // A few thousand pixels tell it as well as all of them.
        let step = (self.rgba.len() / 4 / 4096).max(1) * 4;
        let (mut sum, mut count) = ([0_u64; 3], 0_u64);
        for pixel in self.rgba.chunks_exact(4).step_by(step / 4) {
            for (sum, value) in sum.iter_mut().zip(pixel) {
                *sum += u64::from(*value);
            }
            count += 1;
        }
        sum.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
    }
}

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
    Stopped,
}

/// Told again and again while decoding how far it has come, from 0 to 1; false ends it with [`DecodeError::Stopped`].
pub type GoOn<'a> = &'a (dyn Fn(f32) -> bool + 'a);

/// The small picture that cameras put into a file, upright, with the proportions of the whole one; from the head of a file.
#[must_use]
pub fn preview(head: &[u8], go_on: GoOn<'_>) -> Option<Pixels> {
    let small = envelope::embedded_thumbnail(head)?;
    let stored = envelope::size(head)?;
    let pixels = shrink::rendition(small, 320, go_on).ok()?;
    // Cameras fill its two bars with black where the proportions differ.
    Some(turn::upright(shrink::cropped(pixels, stored), envelope::orientation(head)))
}

/// How many bytes decoding a picture takes at most, beside the picture that comes out.
#[must_use]
pub fn memory(bytes: &[u8]) -> u64 {
    match envelope::format(bytes) {
        Some(Format::Jpeg) => jpeg::memory(bytes),
        Some(Format::Png) => png::memory(bytes),
        Some(Format::Tiff) => tiff::memory(bytes),
        Some(Format::Gif) => gif::memory(bytes),
        Some(Format::WebP) => webp::memory(bytes),
        Some(Format::Bmp) => bmp::memory(bytes),
        Some(Format::Unread(_)) | None => 0,
    }
}

/// A picture as the bytes of a PNG file, for the disk cache.
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
    let [width, height] = envelope::size(bytes)?;
    Some(if turn::swaps(envelope::orientation(bytes)) { [height, width] } else { [width, height] })
}
