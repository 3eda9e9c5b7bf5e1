//! Picture requests and answers: one vocabulary for views, textures, threads and decoders.

use std::fmt;

use super::{PhotoKey, Unavailable};

/// The long side, in pixels, of the thumbnails cached on disk and stored in packs. Decoding a larger picture also makes one.
pub const THUMBNAIL: u32 = 512;
/// The side of a tile, in pixels of its level.
pub const TILE: u32 = 1024;

/// A part of a picture for deep zoom. Level 0 is full size; each further level halves both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tile {
    /// How often the picture was halved.
    pub level: u8,
    /// Its column, from the left.
    pub column: u32,
    /// Its row, from the top.
    pub row: u32,
}

impl Tile {
    /// The coarsest level.
    pub const COARSEST: u8 = 7;

    /// The part of the upright picture that it covers: left, top, width, height at full size.
    #[must_use]
    pub fn part(self, [width, height]: [u32; 2]) -> Option<[u32; 4]> {
        let side = TILE.checked_shl(u32::from(self.level))?;
        let (x, y) = (self.column.checked_mul(side)?, self.row.checked_mul(side)?);
        (x < width && y < height).then(|| [x, y, side.min(width - x), side.min(height - y)])
    }
}

/// A part of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PicturePart {
    /// Whatever is quickly available, with this many pixels on the long side: a smaller one is enlarged, so that it can be copied.
    Preview(u32),
    /// All of it, with this many pixels on the long side.
    View(u32),
    /// A tile.
    Tile(Tile),
}

/// A request for a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureRequest {
    /// The opening of a pack that it belongs to.
    pub generation: u64,
    /// The picture.
    pub photo: PhotoKey,
    /// The part.
    pub part: PicturePart,
}

/// An answer to a request.
#[derive(Debug)]
pub enum PictureAnswer {
    /// All of it, and the long side up to which it is as good as possible; it may have been enlarged beyond.
    View(u32, Pixels),
    /// The tile.
    Tile(Pixels),
    /// Nothing is quickly available.
    NoPreview,
    /// Progress from 0 to 1; another answer follows.
    Progress(f32),
    /// It cannot be shown.
    Unavailable(Unavailable),
    /// It was cancelled, because it was no longer requested.
    Cancelled,
}

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
    /// Returns `true` if every pixel is opaque.
    #[must_use]
    pub fn is_opaque(&self) -> bool {
        self.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255)
    }

    /// The mean colour of the picture, over black where it is transparent.
    #[must_use]
    pub fn mean(&self) -> [u8; 3] {
        // A sample of a few thousand pixels is enough.
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
