//! Tiles of a picture for deep zoom.
//!
//! Level 0 has all pixels, and each further level half as many on each side. A baseline JPEG is decoded in parts:
//! [`JpegIndex`] crops to a tile. Any other picture is decoded once for all tiles requested together.

use super::rows::{self, PixelFormat, Scale, Sink};
use super::shrink::{Average, finished};
use super::{DecodeError, Format, GoOn, JpegIndex, Pixels, TILE, Tile, container, turn};

/// Returns the number of levels with more than one tile.
#[must_use]
pub fn levels([width, height]: [u32; 2]) -> u8 {
    let mut levels = 0;
    while levels < Tile::COARSEST && (width.max(height) >> levels) > TILE {
        levels += 1;
    }
    levels
}

/// A picture opened for deep zoom.
pub struct Deep {
    index: Option<JpegIndex>,
    size: [u32; 2],
    orientation: u8,
}

impl Deep {
    /// Indexes the picture if that allows decoding in parts.
    ///
    /// # Errors
    /// If its size is unknown, or it is cancelled.
    pub fn open(bytes: &[u8], go_on: GoOn<'_>) -> Result<Self, DecodeError> {
        let size = container::size(bytes).ok_or(DecodeError::UnknownFormat)?;
        let index = JpegIndex::build(coded(bytes), go_on);
        if !go_on(0.0) {
            return Err(DecodeError::Cancelled);
        }
        Ok(Self { index, size, orientation: container::orientation(bytes) })
    }

    /// Returns true if a tile can be decoded without the rest.
    #[must_use]
    pub fn in_parts(&self) -> bool {
        self.index.is_some()
    }

    /// Width and height of the upright picture, in pixels.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        let [width, height] = self.size;
        if turn::swaps(self.orientation) { [height, width] } else { [width, height] }
    }

    /// Decodes tiles of one level. Those outside the picture are skipped.
    ///
    /// # Errors
    /// If the picture cannot be decoded, or is cancelled.
    pub fn tiles(&self, bytes: &[u8], tiles: &[Tile], go_on: GoOn<'_>) -> Result<Vec<(Tile, Pixels)>, DecodeError> {
        let part = |tile: &Tile| Some((*tile, turn::stored(tile.part(self.size())?, self.orientation, self.size)));
        let parts: Vec<(Tile, [u32; 4])> = tiles.iter().filter_map(part).collect();
        match &self.index {
            Some(index) => parts.into_iter().map(|(tile, part)| cut(index, bytes, tile, part, go_on)).collect(),
            None => read_through(bytes, &parts, go_on),
        }
    }
}

/// Returns what is decoded: of a camera raw file the preview inside.
fn coded(bytes: &[u8]) -> &[u8] {
    let preview = (container::format(bytes) == Some(Format::Raw)).then(|| container::raw::preview(bytes)).flatten();
    preview.unwrap_or(bytes)
}

/// Crops one tile out of a JPEG.
fn cut(
    index: &JpegIndex,
    bytes: &[u8],
    tile: Tile,
    [x, y, width, height]: [u32; 4],
    go_on: GoOn<'_>,
) -> Result<(Tile, Pixels), DecodeError> {
    if !go_on(0.0) {
        return Err(DecodeError::Cancelled);
    }
    let cut = index.cut(coded(bytes), x, y, width, height).ok_or(DecodeError::Damaged)?;
    let mut sink = Parts { cuts: vec![(tile, [cut.left, cut.top, width, height])], ..Parts::default() };
    rows::read(&cut.jpeg, Scale::Full, go_on, &mut sink)?;
    sink.finish(bytes).pop().ok_or(DecodeError::Damaged)
}

/// Decodes the whole picture once for all tiles.
fn read_through(bytes: &[u8], parts: &[(Tile, [u32; 4])], go_on: GoOn<'_>) -> Result<Vec<(Tile, Pixels)>, DecodeError> {
    let mut sink = Parts { cuts: parts.to_vec(), ..Parts::default() };
    rows::read(bytes, Scale::Full, go_on, &mut sink)?;
    Ok(sink.finish(bytes))
}

/// Collects parts of a picture.
#[derive(Default)]
struct Parts {
    cuts: Vec<(Tile, [u32; 4])>,
    averages: Vec<Average>,
    inks: Option<PixelFormat>,
}

impl Parts {
    fn finish(self, bytes: &[u8]) -> Vec<(Tile, Pixels)> {
        let inks = self.inks.unwrap_or(PixelFormat::Rgb);
        let tiles = self.cuts.into_iter().zip(self.averages);
        tiles.map(|((tile, _), average)| (tile, finished(average.finish(), inks, bytes))).collect()
    }
}

impl Sink for Parts {
    fn begin(&mut self, _size: [u32; 2], inks: PixelFormat) -> Result<(), DecodeError> {
        self.inks = Some(inks);
        self.averages =
            self.cuts.iter().map(|(tile, part)| Average::new(*part, 1 << tile.level.min(Tile::COARSEST))).collect();
        Ok(())
    }

    fn row(&mut self, pixels: &[u8]) {
        let with_alpha = self.inks == Some(PixelFormat::Rgba);
        self.averages.iter_mut().for_each(|average| average.row(pixels, with_alpha));
    }
}
