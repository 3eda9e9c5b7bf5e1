//! GIF decoder for the first frame, row by row; an interlaced frame is held whole, one byte a pixel.

use std::cell::Cell;
use std::num::NonZeroU64;

use gif::{ColorOutput, DecodeOptions, Decoder, DecodingError, MemoryLimit};

use super::feed::{Feed, share};
use super::rows::{PixelFormat, Sink};
use super::{DecodeError, GoOn, limits};

/// Bytes the decoder may allocate: comments and palettes.
const OWN_BYTES: u64 = 8 << 20;
/// Pixels between two calls of `go_on`.
const PORTION: usize = 1 << 20;

/// Decodes the rows into `sink`.
pub fn rows(bytes: &[u8], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let ran_out = Cell::new(false);
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::Indexed);
    options.set_memory_limit(NonZeroU64::new(OWN_BYTES).map_or(MemoryLimit::Unlimited, MemoryLimit::Bytes));
    let mut decoder = options.read_info(Feed::new(bytes, go_on, &ran_out)).map_err(|error| why(&error))?;
    let size = [decoder.width(), decoder.height()].map(u32::from);
    limits::check(size)?;
    let frame = Frame::next(&mut decoder)?;
    limits::check([frame.width, frame.height].map(|side| u32::try_from(side).unwrap_or(u32::MAX)))?;
    sink.begin(size, if frame.is_opaque(size) { PixelFormat::Rgb } else { PixelFormat::Rgba })?;
    let mut canvas = Canvas { row: vec![0; size[0] as usize * 4], frame, y: 0, height: size[1] as usize };
    canvas.until(canvas.frame.top, go_on, sink)?;
    if canvas.frame.is_interlaced {
        canvas.interlaced(&mut decoder, go_on, sink)?;
    } else {
        canvas.in_order(&mut decoder, go_on, sink)?;
    }
    canvas.until(canvas.height, go_on, sink)
}

/// Returns the bytes held while decoding, from the first image descriptor (GIF89a, 20).
pub fn memory(bytes: &[u8]) -> u64 {
    let no_longer = |_share| true;
    let ran_out = Cell::new(false);
    let mut options = DecodeOptions::new();
    options.set_memory_limit(NonZeroU64::new(OWN_BYTES).map_or(MemoryLimit::Unlimited, MemoryLimit::Bytes));
    let Ok(mut decoder) = options.read_info(Feed::new(bytes, &no_longer, &ran_out)) else { return 0 };
    let own = OWN_BYTES / 8 + u64::from(decoder.width()) * 4;
    match Frame::next(&mut decoder) {
        Ok(frame) if frame.is_interlaced => own + frame.width as u64 * frame.height as u64,
        _ => own,
    }
}

fn why(error: &DecodingError) -> DecodeError {
    match error {
        DecodingError::MemoryLimit | DecodingError::OutOfMemory => DecodeError::TooLarge,
        _ => DecodeError::Damaged,
    }
}

/// The first frame, and its position on the canvas.
struct Frame {
    left: usize,
    top: usize,
    width: usize,
    height: usize,
    is_interlaced: bool,
    /// The colours of all 256 indices.
    palette: Vec<[u8; 4]>,
}

impl Frame {
    fn next(decoder: &mut Decoder<Feed<'_>>) -> Result<Self, DecodeError> {
        let global = decoder.global_palette().map(<[u8]>::to_vec);
        let frame = decoder.next_frame_info().map_err(|error| why(&error))?.ok_or(DecodeError::Damaged)?;
        let colours = frame.palette.as_ref().or(global.as_ref()).ok_or(DecodeError::Damaged)?;
        let mut palette: Vec<[u8; 4]> = colours.as_chunks::<3>().0.iter().map(|&[r, g, b]| [r, g, b, 255]).collect();
        palette.resize(256, [0, 0, 0, 255]);
        if let Some(hole) = frame.transparent {
            palette[usize::from(hole)] = [0; 4];
        }
        Ok(Self {
            left: frame.left.into(),
            top: frame.top.into(),
            width: frame.width.into(),
            height: frame.height.into(),
            is_interlaced: frame.interlaced,
            palette,
        })
    }

    fn is_opaque(&self, [width, height]: [u32; 2]) -> bool {
        let covers = [self.left, self.top] == [0, 0] && self.width >= width as usize && self.height >= height as usize;
        covers && self.palette.iter().all(|colour| colour[3] == 255)
    }
}

/// Emits rows of the whole canvas.
struct Canvas {
    row: Vec<u8>,
    frame: Frame,
    y: usize,
    height: usize,
}

impl Canvas {
    /// Emits empty rows up to `y`.
    fn until(&mut self, y: usize, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
        self.row.fill(0);
        let mut asked = Asked::default();
        while self.y < y.min(self.height) {
            asked.after(self.row.len() / 4, share(self.y, self.height), go_on)?;
            sink.row(&self.row);
            self.y += 1;
        }
        Ok(())
    }

    /// Emits a row of the frame.
    fn put(&mut self, numbers: &[u8], sink: &mut dyn Sink) {
        let pixels = self.row.as_chunks_mut::<4>().0.iter_mut().skip(self.frame.left);
        pixels.zip(numbers).for_each(|(to, number)| *to = self.frame.palette[usize::from(*number)]);
        sink.row(&self.row);
        self.y += 1;
    }

    fn in_order(
        &mut self,
        decoder: &mut Decoder<Feed<'_>>,
        go_on: GoOn<'_>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let mut numbers = vec![0; self.frame.width];
        let mut asked = Asked::default();
        while self.y < self.height.min(self.frame.top + self.frame.height) {
            asked.after(numbers.len(), share(self.y, self.height), go_on)?;
            fill(decoder, &mut numbers)?;
            self.put(&numbers, sink);
        }
        Ok(())
    }

    /// Decodes the four interlace passes (GIF89a, appendix E).
    fn interlaced(
        &mut self,
        decoder: &mut Decoder<Feed<'_>>,
        go_on: GoOn<'_>,
        sink: &mut dyn Sink,
    ) -> Result<(), DecodeError> {
        let (width, height) = (self.frame.width, self.frame.height);
        limits::check_whole((width * height) as u64)?;
        let mut numbers = vec![0; width * height];
        let mut asked = Asked::default();
        for (first, step) in [(0, 8), (4, 8), (2, 4), (1, 2)] {
            for y in (first..height).step_by(step) {
                asked.after(width, share(y, height), go_on)?;
                fill(decoder, &mut numbers[y * width..(y + 1) * width])?;
            }
        }
        let below = self.height.saturating_sub(self.y);
        numbers.chunks_exact(width).take(below).for_each(|row| self.put(row, sink));
        Ok(())
    }
}

/// Pixels since `go_on` was last called.
#[derive(Default)]
struct Asked(usize);

impl Asked {
    fn after(&mut self, pixels: usize, share: f32, go_on: GoOn<'_>) -> Result<(), DecodeError> {
        self.0 += pixels;
        if self.0 < PORTION {
            return Ok(());
        }
        self.0 = 0;
        if go_on(share) { Ok(()) } else { Err(DecodeError::Cancelled) }
    }
}

fn fill(decoder: &mut Decoder<Feed<'_>>, numbers: &mut [u8]) -> Result<(), DecodeError> {
    if decoder.fill_buffer(numbers).map_err(|error| why(&error))? { Ok(()) } else { Err(DecodeError::Damaged) }
}
