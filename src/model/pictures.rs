//! Pictures between their files and the screen: what is asked for, and what comes back. One vocabulary for views, textures,
//! threads and decoders.

use std::fmt;

use super::{PhotoKey, Unavailable};

/// The long side, in pixels, of the small pictures that are kept on disk and carried in packs. Whatever decodes a larger one
/// makes one of these too.
pub const THUMBNAIL: u32 = 512;
/// The side of a tile, in pixels of its level.
pub const TILE: u32 = 1024;

/// A part of a picture for deep zoom. Level 0 is the picture pixel by pixel; each level has half the pixels of the one before
/// on each side.
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

    /// The part of the upright picture that it shows: left, top, width, height at full size.
    #[must_use]
    pub fn part(self, [width, height]: [u32; 2]) -> Option<[u32; 4]> {
        let side = TILE.checked_shl(u32::from(self.level))?;
        let (x, y) = (self.column.checked_mul(side)?, self.row.checked_mul(side)?);
        (x < width && y < height).then(|| [x, y, side.min(width - x), side.min(height - y)])
    }
}

/// What of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PicturePart {
    /// Whatever can be had in a moment of a picture with so many pixels on its long side.
    Preview(u32),
    /// All of it, with so many pixels on its long side.
    View(u32),
    /// A part of it.
    Tile(Tile),
}

/// A picture that somebody waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureRequest {
    /// Which opening of a pack it belongs to.
    pub generation: u64,
    /// Which one.
    pub photo: PhotoKey,
    /// What of it.
    pub part: PicturePart,
}

/// What comes of a request.
#[derive(Debug)]
pub enum PictureAnswer {
    /// All of it, and the long side for which it is as good as can be.
    View(u32, Pixels),
    /// The part.
    Tile(Pixels),
    /// There is nothing that can be had in a moment.
    NoPreview,
    /// It has come so far, from 0 to 1; another answer follows.
    Progress(f32),
    /// It cannot be shown.
    Unavailable(Unavailable),
    /// It was given up: nobody waited for it any more.
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
