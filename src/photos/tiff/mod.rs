//! TIFF decoder, row by row, in the memory of a row or of a row of tiles for any size.
//!
//! The `tiff` crate decodes whole strips, which in most files are whole pictures, and supports neither palettes nor reversed
//! bit order. So directory, row order and sample formats are handled here; LZW, zlib and fax codes by libraries. Of several
//! pages the first is read.

mod fax;
mod inks;
mod jpegs;
mod layout;
mod old_jpeg;
mod packed;

use super::feed::share;
use super::rows::Sink;
use super::{DecodeError, GoOn, container};

use inks::Painter;
use layout::{Layout, Predictor};
use packed::Packed;

/// Decompressed bytes between two calls of `go_on`.
const PORTION: usize = 1 << 20;

/// Decodes the rows into `sink`.
pub fn rows(bytes: &[u8], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let layout = Layout::read(bytes)?;
    // The rest of the program must see the same size.
    if container::size(bytes) != Some(layout.size) {
        return Err(DecodeError::Damaged);
    }
    if layout.is_jpeg() {
        return jpegs::rows(&layout, go_on, sink);
    }
    let mut planes: Vec<Plane<'_, '_>> = (0..layout.planes()).map(|number| Plane::new(&layout, number)).collect();
    let mut painter = Painter::new(&layout);
    let mut pixels = vec![0; layout.size[0] as usize * 4];
    sink.begin(layout.size, painter.inks())?;
    let mut since = PORTION;
    for y in 0..layout.size[1] {
        since += layout.row_bytes() * planes.len();
        if since >= PORTION {
            since = 0;
            if !go_on(share(y as usize, layout.size[1] as usize)) {
                return Err(DecodeError::Cancelled);
            }
        }
        for (number, plane) in planes.iter_mut().enumerate() {
            painter.take(&layout, number, plane.row(y, go_on)?);
        }
        painter.paint(&mut pixels);
        sink.row(&pixels);
    }
    Ok(())
}

/// Returns the bytes held while decoding.
pub fn memory(bytes: &[u8]) -> u64 {
    Layout::read(bytes).map_or(0, |layout| layout.memory())
}

/// Rows of all samples, or of one with its own chunks.
struct Plane<'a, 'b> {
    layout: &'a Layout<'b>,
    /// The index of its first chunk.
    first: usize,
    strip: Option<Packed<'b>>,
    /// A row of a strip, or all rows of a row of tiles.
    rows: Vec<u8>,
    /// Scratch space to reorder the bytes of a row.
    spare: Vec<u8>,
}

impl<'a, 'b> Plane<'a, 'b> {
    fn new(layout: &'a Layout<'b>, number: usize) -> Self {
        let chunks = layout.across() * layout.size[1].div_ceil(layout.chunk[1]) as usize;
        let height = if layout.tiled { layout.chunk[1].min(layout.size[1]) as usize } else { 1 };
        let rows = vec![0; layout.row_bytes() * layout.across() * height];
        Self { layout, first: number * chunks, strip: None, rows, spare: Vec::new() }
    }

    /// Decodes the next row.
    fn row(&mut self, y: u32, go_on: GoOn<'_>) -> Result<&[u8], DecodeError> {
        let [chunk, row] = [y / self.layout.chunk[1], y % self.layout.chunk[1]].map(|n| n as usize);
        if self.layout.tiled {
            let length = self.layout.row_bytes() * self.layout.across();
            if row == 0 {
                self.tiles(chunk, y, go_on)?;
            }
            return self.rows.get(row * length..(row + 1) * length).ok_or(DecodeError::Damaged);
        }
        if row == 0 {
            // Drops the previous one first, to free its memory.
            self.strip = None;
            self.strip = Packed::open(self.layout, self.first + chunk);
        }
        let read = self.strip.as_mut().and_then(|strip| strip.read(&mut self.rows));
        read.ok_or(DecodeError::Damaged)?;
        unpredict(self.layout, &mut self.rows, &mut self.spare);
        Ok(&self.rows)
    }

    /// Decompresses a row of tiles.
    fn tiles(&mut self, chunk: usize, y: u32, go_on: GoOn<'_>) -> Result<(), DecodeError> {
        let (across, length) = (self.layout.across(), self.layout.row_bytes());
        for column in 0..across {
            if !go_on(share(y as usize, self.layout.size[1] as usize)) {
                return Err(DecodeError::Cancelled);
            }
            let mut tile =
                Packed::open(self.layout, self.first + chunk * across + column).ok_or(DecodeError::Damaged)?;
            let below = (self.layout.size[1] - y) as usize;
            for row in self.rows.chunks_exact_mut(length * across).take(below) {
                let part = &mut row[column * length..(column + 1) * length];
                tile.read(part).ok_or(DecodeError::Damaged)?;
                unpredict(self.layout, part, &mut self.spare);
            }
        }
        Ok(())
    }
}

/// Undoes the predictor of a row (TIFF 6.0 section 14; Adobe's technical note 3).
fn unpredict(layout: &Layout<'_>, row: &mut [u8], spare: &mut Vec<u8>) {
    let (samples, width) = (layout.together(), layout.bits / 8);
    match layout.predictor {
        Predictor::None => {}
        Predictor::Left if width == 1 => left(row, samples),
        Predictor::Left => {
            // With carry across the bytes of a sample, in the file's order.
            for at in (samples * width..row.len()).step_by(width) {
                add(row, at, samples * width, width, layout.big);
            }
        }
        Predictor::Float => {
            left(row, samples);
            spare.clear();
            spare.extend_from_slice(row);
            let count = row.len() / width;
            for (n, value) in row.chunks_exact_mut(width).enumerate() {
                for (place, byte) in value.iter_mut().enumerate() {
                    // The most significant bytes of all numbers come first.
                    let weight = if layout.big { place } else { width - 1 - place };
                    *byte = spare[weight * count + n];
                }
            }
        }
    }
}

fn left(row: &mut [u8], by: usize) {
    for at in by..row.len() {
        row[at] = row[at].wrapping_add(row[at - by]);
    }
}

/// Adds the number `back` bytes before to the one at `at`.
fn add(row: &mut [u8], at: usize, back: usize, width: usize, big: bool) {
    let mut carry = 0_u16;
    for n in 0..width {
        let place = at + if big { width - 1 - n } else { n };
        if place >= row.len() {
            return;
        }
        let sum = u16::from(row[place]) + u16::from(row[place - back]) + carry;
        row[place] = u8::try_from(sum & 255).unwrap_or_default();
        carry = sum >> 8;
    }
}
