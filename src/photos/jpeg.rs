//! JPEG decoder, with the scaled decoding of libjpeg-turbo (through mozjpeg).
//!
//! Scaled decoding is why C code is linked: a 24-megapixel photograph takes half the time of a decoder that computes every
//! pixel, and a 400-megapixel one a fiftieth of the memory (figures in `benches/README.md`).

use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mozjpeg::{ColorSpace, Compress, Decompress, Marker};

use super::feed::{Feed, PORTION, share};
use super::jpeg_frame::Frame;
use super::rows::{PixelFormat, Scale, Sink};
use super::{DecodeError, GoOn, Pixels, container};

/// Rows read between two calls of `go_on`.
const ROWS_AT_ONCE: u32 = 16;
/// Bytes of a progressive picture read between two calls of `go_on`.
const PASSES_PORTION: usize = 512;
/// The least share of rows that must be present; with fewer, too much of the picture would be grey.
const LEAST_ROWS: f64 = 0.9;
/// Scales with a vectorised inverse transform, in eighths; each of the others is slower than the next larger of these.
const EIGHTHS: [u8; 4] = [1, 2, 4, 8];

/// Decodes the rows at the smallest scale that suffices.
pub fn rows(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let frame = Frame::find(bytes).filter(|_| container::size(bytes).is_some()).ok_or(DecodeError::Damaged)?;
    frame.check()?;
    let bytes = frame.affordable(bytes);
    // libjpeg reports damage by unwinding, without console output.
    catch_unwind(AssertUnwindSafe(|| read(bytes, &frame, scale, go_on, sink))).unwrap_or(Err(DecodeError::Damaged))
}

fn read(bytes: &[u8], frame: &Frame, scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let ran_out = Cell::new(false);
    // All passes are read before the first row, so a few bytes may mean much work.
    let portion = if frame.in_passes { PASSES_PORTION } else { PORTION };
    let feed = Feed::new(bytes, go_on, &ran_out).by(portion);
    let builder = Decompress::builder().with_markers(&[Marker::APP(14)]);
    let mut decoder = builder.from_reader(feed).map_err(|_none| DecodeError::Damaged)?;
    let long_side = decoder.width().max(decoder.height());
    if let Scale::AtLeast(wanted) = scale {
        let enough = |eighths: &u8| long_side * usize::from(*eighths) >= wanted as usize * 8;
        decoder.scale(EIGHTHS.into_iter().find(enough).unwrap_or(8));
    }
    let is_cmyk = matches!(decoder.color_space(), ColorSpace::JCS_CMYK | ColorSpace::JCS_YCCK);
    // Without Adobe's marker, 255 is full ink (ITU-T T.86 section 6.5.3, contrary to what Adobe's programs write).
    let has_adobe = decoder.markers().any(|m| m.data.starts_with(b"Adobe"));
    let space = if is_cmyk { ColorSpace::JCS_CMYK } else { ColorSpace::JCS_EXT_RGBA };
    let mut started = decoder.to_colorspace(space).map_err(|_none| DecodeError::Damaged)?;
    let size = [started.width(), started.height()].map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    sink.begin(size, if is_cmyk { PixelFormat::Cmyk } else { PixelFormat::Rgb })?;
    let [width, height] = size;
    let mut buffer = vec![0_u8; width as usize * 4 * ROWS_AT_ONCE as usize];
    let mut done = 0;
    while done < height {
        if !go_on(share(done as usize, height as usize)) {
            return Err(DecodeError::Cancelled);
        }
        let count = ROWS_AT_ONCE.min(height - done);
        let part = &mut buffer[..width as usize * 4 * count as usize];
        started.read_scanlines_into(part).map_err(|_cut_off| DecodeError::Damaged)?;
        if ran_out.get() && !frame.in_passes && f64::from(done) < f64::from(height) * LEAST_ROWS {
            return Err(DecodeError::Damaged);
        }
        if is_cmyk && !has_adobe {
            for ink in part.iter_mut() {
                *ink = 255 - *ink;
            }
        }
        part.chunks_exact(width as usize * 4).for_each(|row| sink.row(row));
        done += count;
    }
    Ok(())
}

/// Returns the coefficient bytes held until the last pass.
pub fn memory(bytes: &[u8]) -> u64 {
    Frame::find(bytes).map_or(0, |frame| frame.memory())
}

/// Encodes an opaque picture as JPEG, for the disk cache.
///
/// # Errors
/// If there is not enough memory.
pub fn encode(pixels: &Pixels, quality: f32) -> io::Result<Vec<u8>> {
    let work = || {
        let mut encoder = Compress::new(ColorSpace::JCS_EXT_RGBA);
        // mozjpeg's own defaults halve the size for twenty times the time.
        encoder.set_fastest_defaults();
        encoder.set_size(pixels.width as usize, pixels.height as usize);
        encoder.set_quality(quality);
        let mut started = encoder.start_compress(Vec::new())?;
        started.write_scanlines(&pixels.rgba)?;
        started.finish()
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_what| Err(io::ErrorKind::InvalidInput.into()))
}
