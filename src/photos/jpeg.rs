//! JPEG, with the scaled decoding of libjpeg-turbo (by way of mozjpeg).
//!
//! Scaled decoding is why C code is linked: a 24-megapixel photograph takes half the time of a decoder that must work out
//! every pixel, and a 400-megapixel one a fiftieth of the memory (figures in `benches/README.md`).

use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mozjpeg::{ColorSpace, Compress, Decompress, Marker};

use super::feed::{Feed, share};
use super::rows::{Inks, Scale, Sink};
use super::{DecodeError, GoOn, Pixels, limits};

/// How many rows are read before it is asked whether to go on.
const ROWS_AT_ONCE: u32 = 16;
/// The share of a picture's rows that must be there; of less the rest would be a grey field.
const LEAST_ROWS: f64 = 0.9;
/// The scales at which the inverse transform is vectorised, in eighths; the others are slower than the next larger of these.
const EIGHTHS: [u8; 4] = [1, 2, 4, 8];

/// Reads the rows at the smallest scale that is wanted.
pub fn rows(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let frame = Frame::find(bytes).ok_or(DecodeError::Damaged)?;
    frame.check()?;
    // libjpeg tells of damage by unwinding, without a word on the console.
    catch_unwind(AssertUnwindSafe(|| read(bytes, &frame, scale, go_on, sink))).unwrap_or(Err(DecodeError::Damaged))
}

fn read(bytes: &[u8], frame: &Frame, scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let ran_out = Cell::new(false);
    let feed = Feed::new(bytes, go_on, &ran_out);
    let builder = Decompress::builder().with_markers(&[Marker::APP(14)]);
    let mut decoder = builder.from_reader(feed).map_err(|_none| DecodeError::Damaged)?;
    let long_side = decoder.width().max(decoder.height());
    if let Scale::AtLeast(wanted) = scale {
        let enough = |eighths: &u8| long_side * usize::from(*eighths) >= wanted as usize * 8;
        decoder.scale(EIGHTHS.into_iter().find(enough).unwrap_or(8));
    }
    let is_cmyk = matches!(decoder.color_space(), ColorSpace::JCS_CMYK | ColorSpace::JCS_YCCK);
    // Without Adobe's marker 255 is full ink (ITU-T T.86 section 6.5.3 against what Adobe's programs write).
    let has_adobe = decoder.markers().any(|m| m.data.starts_with(b"Adobe"));
    let space = if is_cmyk { ColorSpace::JCS_CMYK } else { ColorSpace::JCS_EXT_RGBA };
    let mut started = decoder.to_colorspace(space).map_err(|_none| DecodeError::Damaged)?;
    let size = [started.width(), started.height()].map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    sink.begin(size, if is_cmyk { Inks::Cmyk } else { Inks::Rgb })?;
    let [width, height] = size;
    let mut buffer = vec![0_u8; width as usize * 4 * ROWS_AT_ONCE as usize];
    let mut done = 0;
    while done < height {
        if !go_on(share(done as usize, height as usize)) {
            return Err(DecodeError::Stopped);
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

/// How many bytes are held until the last pass of a picture.
pub fn memory(bytes: &[u8]) -> u64 {
    Frame::find(bytes).filter(|frame| frame.in_passes).map_or(0, |frame| frame.coefficient_bytes)
}

/// What the frame header says (ITU-T T.81 section B.2.2), with what follows from it for memory.
struct Frame {
    size: [u32; 2],
    bits: u8,
    /// True where all coefficients are held until the last pass.
    in_passes: bool,
    coefficient_bytes: u64,
}

impl Frame {
    /// Walks the markers up to the first scan.
    fn find(bytes: &[u8]) -> Option<Self> {
        let mut at = 2;
        let mut frame: Option<(Self, u8)> = None;
        loop {
            let marker = *bytes.get(at..at + 2)?.get(1).filter(|_| bytes[at] == 0xFF)?;
            match marker {
                0xFF => {
                    at += 1;
                    continue;
                }
                0x01 | 0xD0..=0xD8 => {
                    at += 2;
                    continue;
                }
                0xD9 => return None,
                _ => {}
            }
            let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
            let segment = bytes.get(at + 4..at.checked_add(2 + length)?)?;
            match marker {
                0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                    let components = *segment.get(5)?;
                    frame = Some((Self::read(segment, marker)?, components));
                }
                0xDA => {
                    let (frame, components) = frame?;
                    let several_scans = *segment.first()? < components;
                    return Some(Self { in_passes: frame.in_passes || several_scans, ..frame });
                }
                _ => {}
            }
            at += 2 + length;
        }
    }

    fn read(segment: &[u8], marker: u8) -> Option<Self> {
        let word = |at: usize| Some(u32::from(u16::from_be_bytes(segment.get(at..at + 2)?.try_into().ok()?)));
        let size = [word(3)?, word(1)?];
        let sampling: Vec<[u64; 2]> = segment
            .get(6..)?
            .chunks_exact(3)
            .map(|c| [u64::from(c[1] >> 4).max(1), u64::from(c[1] & 15).max(1)])
            .collect();
        let most = sampling.iter().fold([1, 1], |most, s| [most[0].max(s[0]), most[1].max(s[1])]);
        let pixels = u64::from(size[0] + 16) * u64::from(size[1] + 16);
        let coefficient_bytes = sampling.iter().map(|s| 2 * pixels * s[0] * s[1] / (most[0] * most[1])).sum();
        let in_passes = matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE);
        Some(Self { size, bits: *segment.first()?, in_passes, coefficient_bytes })
    }

    fn check(&self) -> Result<(), DecodeError> {
        if self.bits != 8 {
            return Err(DecodeError::Variant("12-bit JPEG"));
        }
        limits::check(self.size)?;
        if self.in_passes { limits::check_whole(self.coefficient_bytes) } else { Ok(()) }
    }
}

/// An opaque picture as the bytes of a JPEG file, for the disk cache.
///
/// # Errors
/// Where there is no memory for it.
pub fn encode(pixels: &Pixels, quality: f32) -> io::Result<Vec<u8>> {
    let work = || {
        let mut encoder = Compress::new(ColorSpace::JCS_EXT_RGBA);
        // mozjpeg's own settings halve the size for twenty times the time.
        encoder.set_fastest_defaults();
        encoder.set_size(pixels.width as usize, pixels.height as usize);
        encoder.set_quality(quality);
        let mut started = encoder.start_compress(Vec::new())?;
        started.write_scanlines(&pixels.rgba)?;
        started.finish()
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_what| Err(io::ErrorKind::InvalidInput.into()))
}
