//! PNG decoder, row by row, in the memory of one row for any size, unless interlaced.

use std::cell::Cell;

use png::{ColorType, Decoder, DecodingError, Limits, Reader, Transformations};

use super::feed::{Feed, share};
use super::rows::{PixelFormat, Sink};
use super::{DecodeError, GoOn, container, limits};

/// Bytes the decoder may allocate: text chunks and palettes.
const CHUNK_BYTES: usize = 8 << 20;
/// Rows read between two calls of `go_on`.
const ROWS_AT_ONCE: u32 = 32;

/// Decodes the rows; for an animation, the default image. Apple's `CgBI` variant, made for app bundles, is refused.
pub fn rows(bytes: &[u8], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    if bytes.get(12..16) == Some(b"CgBI") {
        return Err(DecodeError::Variant("PNG (CgBI)"));
    }
    let ran_out = Cell::new(false);
    let mut decoder = Decoder::new_with_limits(Feed::new(bytes, go_on, &ran_out), Limits { bytes: CHUNK_BYTES });
    // Read by `container`, with its own limits.
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_ignore_text_chunk(true);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let info = decoder.read_header_info().map_err(|why| cause(&why))?;
    let size = [info.width, info.height];
    let interlaced = info.interlaced;
    limits::check(size)?;
    let mut reader = decoder.read_info().map_err(|why| cause(&why))?;
    let (color, _) = reader.output_color_type();
    if interlaced { whole(&mut reader, size, color, sink) } else { streamed(&mut reader, size, color, go_on, sink) }
}

/// Maps the decoder's error.
fn cause(why: &DecodingError) -> DecodeError {
    match why {
        DecodingError::LimitsExceeded => DecodeError::TooLarge,
        DecodingError::IoError(_) | DecodingError::Format(_) | DecodingError::Parameter(_) => DecodeError::Damaged,
    }
}

fn streamed(
    reader: &mut Reader<Feed<'_>>,
    size: [u32; 2],
    color: ColorType,
    go_on: GoOn<'_>,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    sink.begin(size, inks(color))?;
    let mut line = vec![0; size[0] as usize * 4];
    for y in 0..size[1] {
        if y % ROWS_AT_ONCE == 0 && !go_on(share(y as usize, size[1] as usize)) {
            return Err(DecodeError::Cancelled);
        }
        let row = reader.next_row().map_err(|why| cause(&why))?.ok_or(DecodeError::Damaged)?;
        expand(row.data(), color, &mut line);
        sink.row(&line);
    }
    // Wrong checksums are reported at the end. A missing end does no harm: all rows were there.
    match reader.finish() {
        Err(DecodingError::Format(_)) => Err(DecodeError::Damaged),
        _ => Ok(()),
    }
}

fn whole(
    reader: &mut Reader<Feed<'_>>,
    size: [u32; 2],
    color: ColorType,
    sink: &mut dyn Sink,
) -> Result<(), DecodeError> {
    let bytes = reader.output_buffer_size().ok_or(DecodeError::TooLarge)?;
    limits::check_whole(bytes as u64)?;
    let mut buffer = vec![0; bytes];
    let frame = reader.next_frame(&mut buffer).map_err(|why| cause(&why))?;
    sink.begin(size, inks(color))?;
    let mut line = vec![0; size[0] as usize * 4];
    for row in buffer.chunks_exact(frame.line_size.max(1)).take(size[1] as usize) {
        expand(row, color, &mut line);
        sink.row(&line);
    }
    Ok(())
}

/// Returns the bytes held whole: none unless interlaced (PNG 1.2 section 4.1.1).
pub fn memory(bytes: &[u8]) -> u64 {
    let (Some([width, height]), Some(&kind), Some(&interlaced)) =
        (container::size(bytes), bytes.get(25), bytes.get(28))
    else {
        return 0;
    };
    let row = u64::from(width) * 8 * 4;
    // A palette may have alpha.
    let samples = match kind {
        0 => 1,
        2 => 3,
        _ => 4,
    };
    let whole = if interlaced == 0 { 0 } else { u64::from(width) * u64::from(height) * samples };
    CHUNK_BYTES as u64 / 8 + row + whole
}

fn inks(color: ColorType) -> PixelFormat {
    if matches!(color, ColorType::Rgba | ColorType::GrayscaleAlpha) { PixelFormat::Rgba } else { PixelFormat::Rgb }
}

/// Expands a row to four bytes a pixel.
fn expand(row: &[u8], color: ColorType, line: &mut [u8]) {
    let line = line.as_chunks_mut::<4>().0.iter_mut();
    match color {
        ColorType::Rgba => line.zip(row.as_chunks::<4>().0).for_each(|(to, from)| *to = *from),
        ColorType::Rgb => line.zip(row.as_chunks::<3>().0).for_each(|(to, &[r, g, b])| *to = [r, g, b, 255]),
        ColorType::GrayscaleAlpha => line.zip(row.as_chunks::<2>().0).for_each(|(to, &[g, a])| *to = [g, g, g, a]),
        ColorType::Grayscale | ColorType::Indexed => line.zip(row).for_each(|(to, &g)| *to = [g, g, g, 255]),
    }
}
