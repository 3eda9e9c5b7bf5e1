//! JPEG chunks in a TIFF (Adobe's technical note 2): their tables are in a field of the directory.

use super::layout::{Colours, Layout, Packing};
use super::old_jpeg;
use crate::photos::jpeg_markers::{EOI, SIGNATURE};
use crate::photos::rows::{PixelFormat, Scale, Sink};
use crate::photos::{DecodeError, GoOn, jpeg};

/// Decodes all rows.
pub fn rows(layout: &Layout<'_>, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let mut through = Through { layout, sink, begun: None, rows: 0 };
    if let Some(stream) = (layout.packing == Packing::OldJpeg).then(|| old_jpeg::stream(layout)).flatten() {
        through.rows = layout.size[1];
        return jpeg::rows(stream, Scale::Full, go_on, &mut through).and_then(|()| through.end());
    }
    let chunks = layout.size[1].div_ceil(layout.chunk[1]) as usize;
    for number in 0..chunks {
        if layout.tiled {
            tiles(layout, number, go_on, &mut through)?;
        } else {
            through.rows = layout.chunk[1];
            jpeg::rows(&whole(layout, number)?, Scale::Full, go_on, &mut through)?;
        }
        through.end()?;
    }
    Ok(())
}

/// Passes rows on to the picture's sink, clipped to the picture.
struct Through<'a, 'b> {
    layout: &'a Layout<'b>,
    sink: &'a mut dyn Sink,
    /// The pixel format, and the rows still to come.
    begun: Option<(PixelFormat, u32)>,
    /// Rows of this strip still to come.
    rows: u32,
}

impl Through<'_, '_> {
    fn left(&self) -> u32 {
        self.begun.map_or(self.layout.size[1], |(_, left)| left)
    }

    /// Checks that no rows of the strip are missing.
    fn end(&self) -> Result<(), DecodeError> {
        if self.rows > 0 && self.left() > 0 { Err(DecodeError::Damaged) } else { Ok(()) }
    }

    fn hand_on(&mut self, pixels: &[u8]) {
        if let (Some((_, left @ 1..)), Some(row)) = (&mut self.begun, pixels.get(..self.layout.size[0] as usize * 4)) {
            *left -= 1;
            self.sink.row(row);
        }
    }
}

impl Sink for Through<'_, '_> {
    fn begin(&mut self, [width, _]: [u32; 2], inks: PixelFormat) -> Result<(), DecodeError> {
        if width < self.layout.size[0] && !self.layout.tiled {
            return Err(DecodeError::Damaged);
        }
        match self.begun {
            Some((before, _)) if before == inks => Ok(()),
            Some(_) => Err(DecodeError::Damaged),
            None => {
                self.begun = Some((inks, self.layout.size[1]));
                self.sink.begin(self.layout.size, inks)
            }
        }
    }

    fn row(&mut self, pixels: &[u8]) {
        if self.rows > 0 {
            self.rows -= 1;
            self.hand_on(pixels);
        }
    }
}

/// Decodes a row of tiles.
fn tiles(layout: &Layout<'_>, row: usize, go_on: GoOn<'_>, through: &mut Through<'_, '_>) -> Result<(), DecodeError> {
    let [width, height] = layout.chunk.map(|side| side as usize);
    let across = layout.across();
    let mut band = Band { pixels: vec![0; across * width * height * 4], from: 0, row: across * width * 4, inks: None };
    for column in 0..across {
        band.from = column * width * 4;
        jpeg::rows(&whole(layout, row * across + column)?, Scale::Full, go_on, &mut band)?;
    }
    through.begin(layout.size, band.inks.ok_or(DecodeError::Damaged)?)?;
    band.pixels.chunks_exact(band.row).for_each(|pixels| through.hand_on(pixels));
    Ok(())
}

/// Collects tiles side by side.
struct Band {
    pixels: Vec<u8>,
    /// Where the next row of a tile goes.
    from: usize,
    row: usize,
    inks: Option<PixelFormat>,
}

impl Sink for Band {
    fn begin(&mut self, _size: [u32; 2], inks: PixelFormat) -> Result<(), DecodeError> {
        self.inks = Some(inks);
        Ok(())
    }

    fn row(&mut self, pixels: &[u8]) {
        // An oversized tile is clipped to its row.
        let end = (self.from + pixels.len()).min(self.from / self.row * self.row + self.row);
        if let Some(to) = self.pixels.get_mut(self.from..end) {
            to.copy_from_slice(&pixels[..to.len()]);
        }
        self.from += self.row;
    }
}

/// Builds a complete JPEG: tables, an Adobe segment if needed, and the chunk.
fn whole(layout: &Layout<'_>, chunk: usize) -> Result<Vec<u8>, DecodeError> {
    if layout.packing == Packing::OldJpeg {
        return old_jpeg::strip(layout, chunk);
    }
    let bytes = layout.packed(chunk).ok_or(DecodeError::Damaged)?;
    let rest = bytes.strip_prefix(&SIGNATURE).ok_or(DecodeError::Damaged)?;
    let tables = layout.tables.strip_prefix(&SIGNATURE).unwrap_or_default();
    let tables = tables.strip_suffix(&[0xFF, EOI]).unwrap_or(tables);
    let mut out = SIGNATURE.to_vec();
    // Adobe's segment says whether three components are RGB or YCbCr.
    if let Some(transform) = [(Colours::Rgb, 0), (Colours::Ycc, 1)].iter().find(|(c, _)| *c == layout.colours) {
        out.extend([0xFF, 0xEE, 0, 14]);
        out.extend(b"Adobe\0\x64\0\0\0\0");
        out.push(transform.1);
    }
    out.extend(tables);
    out.extend(rest);
    Ok(out)
}
