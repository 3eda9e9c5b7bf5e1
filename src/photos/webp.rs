//! WebP decoder, for the first frame.
//!
//! A lossy picture without alpha is decoded into its planes, one and a half bytes a pixel, and converted row by row. All
//! others are held whole, at the cost that `memory` returns.

use std::cell::Cell;

use image_webp::vp8::{Frame, Vp8Decoder};
use image_webp::{DecodingError, WebPDecoder};

use super::feed::{Feed, share};
use super::rows::{PixelFormat, Sink};
use super::{DecodeError, GoOn, container, limits};

/// The most pixels that are decoded.
const MAX_PIXELS: u64 = 110_000_000;
/// The most nanoseconds of decoders that cannot be cancelled, and the cost of each pixel and byte of a lossy picture, on a
/// slow machine and without optimisation.
const MAX_WORK: u64 = 8_000_000_000;
const PIXEL_WORK: u64 = 12;
const BYTE_WORK: u64 = 46;
/// Rows emitted between two calls of `go_on`.
const ROWS_AT_ONCE: usize = 32;
/// The alpha flag of a simple lossless file: byte offset and bit.
const HAS_ALPHA: (usize, u8) = (24, 0x10);

/// Decodes the rows into `sink`.
pub fn rows(bytes: &[u8], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let Kind { size, lossy, .. } = Kind::of(bytes).ok_or(DecodeError::Damaged)?;
    limits::check(size)?;
    let pixels = u64::from(size[0]) * u64::from(size[1]);
    if pixels > MAX_PIXELS || pixels * PIXEL_WORK + bytes.len() as u64 * BYTE_WORK > MAX_WORK {
        return Err(DecodeError::TooLarge);
    }
    limits::check_whole(memory(bytes))?;
    match lossy {
        Some(data) => planes(data, size, go_on, sink),
        None => whole(bytes, size, go_on, sink),
    }
}

/// Returns the bytes held while decoding.
pub fn memory(bytes: &[u8]) -> u64 {
    let Some(kind) = Kind::of(bytes) else { return 0 };
    let [width, height] = kind.size.map(u64::from);
    let halves = width.next_multiple_of(16) * height.next_multiple_of(16) * kind.halves / 2;
    halves + kind.copies * bytes.len() as u64 + (1 << 20)
}

/// Properties found in the chunks (WebP Container Specification).
struct Kind<'a> {
    size: [u32; 2],
    /// The data of a lossy picture without alpha.
    lossy: Option<&'a [u8]>,
    /// Half bytes held for each pixel.
    halves: u64,
    /// Copies of the file's bytes: lossy pictures are copied twice while partitioning.
    copies: u64,
}

impl<'a> Kind<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let mut chunks = Chunks { rest: bytes.get(12..)? };
        let size = container::size(bytes)?;
        let (first, data) = chunks.next()?;
        match &first {
            b"VP8 " => Some(Self { size: lossy_size(data)?, lossy: Some(data), halves: 3, copies: 2 }),
            b"VP8L" => Some(Self { size, lossy: None, halves: 10, copies: 1 }),
            b"VP8X" => {
                let flags = *data.first()?;
                let find = |name: &[u8]| Chunks { rest: chunks.rest }.find(|(kind, _)| kind == name);
                if flags & 2 != 0 {
                    // Canvas, frame and output; before that, planes and alpha.
                    return Some(Self { size, lossy: None, halves: 26, copies: 2 });
                }
                match find(b"VP8 ") {
                    Some((_, data)) if flags & 0x10 == 0 || find(b"ALPH").is_none() => {
                        Some(Self { size: lossy_size(data)?, lossy: Some(data), halves: 3, copies: 2 })
                    }
                    Some(_) => Some(Self { size, lossy: None, halves: 22, copies: 2 }),
                    None => Some(Self { size, lossy: None, halves: 16, copies: 0 }),
                }
            }
            _ => None,
        }
    }
}

/// Iterates over the chunks of a RIFF file; the last may be truncated.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Chunks<'a> {
    type Item = ([u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, rest) = self.rest.split_first_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let data = &rest[..length.min(rest.len())];
        self.rest = rest.get(length.saturating_add(length % 2)..).unwrap_or_default();
        Some((*kind, data))
    }
}

/// Width and height of a key frame (RFC 6386 section 9.1).
fn lossy_size(data: &[u8]) -> Option<[u32; 2]> {
    let [_, _, _, 0x9D, 0x01, 0x2A, w0, w1, h0, h1, ..] = *data else { return None };
    Some([[w0, w1], [h0, h1]].map(|side| u32::from(u16::from_le_bytes(side) & 0x3FFF)))
}

/// Maps the decoder's error.
fn cause(why: &DecodingError) -> DecodeError {
    match why {
        DecodingError::ImageTooLarge | DecodingError::MemoryLimitExceeded => DecodeError::TooLarge,
        DecodingError::UnsupportedFeature(_) => DecodeError::Variant("WebP"),
        _ => DecodeError::Damaged,
    }
}

fn planes(data: &[u8], size: [u32; 2], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let ran_out = Cell::new(false);
    let frame = Vp8Decoder::decode_frame(Feed::new(data, go_on, &ran_out)).map_err(|why| cause(&why))?;
    if [frame.width, frame.height].map(u32::from) != size {
        return Err(DecodeError::Damaged);
    }
    sink.begin(size, PixelFormat::Rgb)?;
    let (width, height) = (usize::from(frame.width), usize::from(frame.height));
    let mut pixels = vec![0; width * 4];
    let mut chroma = [vec![0; width], vec![0; width]];
    for y in 0..height {
        if y % ROWS_AT_ONCE == 0 && !go_on(share(y, height)) {
            return Err(DecodeError::Cancelled);
        }
        row(&frame, y, &mut chroma, &mut pixels).ok_or(DecodeError::Damaged)?;
        sink.row(&pixels);
    }
    Ok(())
}

/// Converts a row. A chroma sample covers four pixels and is interpolated as in libwebp.
fn row(frame: &Frame, y: usize, chroma: &mut [Vec<u8>; 2], pixels: &mut [u8]) -> Option<()> {
    let (width, height) = (usize::from(frame.width), usize::from(frame.height));
    let stride = width.next_multiple_of(16);
    let half = stride / 2;
    let last = height.div_ceil(2) - 1;
    let near = y / 2;
    let far = if y.is_multiple_of(2) { near.saturating_sub(1) } else { (near + 1).min(last) };
    for (plane, out) in [&frame.ubuf, &frame.vbuf].into_iter().zip(chroma.iter_mut()) {
        let line = |n: usize| plane.get(n * half..n * half + width.div_ceil(2));
        upsample(line(near)?, line(far)?, out);
    }
    let luma = frame.ybuf.get(y * stride..y * stride + width)?;
    let [us, vs] = chroma;
    for (((to, &y), &u), &v) in pixels.as_chunks_mut::<4>().0.iter_mut().zip(luma).zip(us.iter()).zip(vs.iter()) {
        let [r, g, b] = rgb(y, u, v);
        *to = [r, g, b, 255];
    }
    Some(())
}

/// Weights: 9/16 for the nearest sample, 3/16 for each beside it, 1/16 diagonally.
fn upsample(near: &[u8], far: &[u8], out: &mut [u8]) {
    let last = near.len() - 1;
    for (x, to) in out.iter_mut().enumerate() {
        let at = x / 2;
        let side = if x % 2 == 0 { at.saturating_sub(1) } else { (at + 1).min(last) };
        let [a, b, c, d] = [near[at], near[side], far[at], far[side]].map(u16::from);
        *to = u8::try_from((9 * a + 3 * b + 3 * c + d + 8) / 16).unwrap_or(u8::MAX);
    }
}

/// ITU-R BT.601 in 14-bit fixed point, with libwebp's constants.
fn rgb(y: u8, u: u8, v: u8) -> [u8; 3] {
    let times = |value: u8, by: i32| (i32::from(value) * by) >> 8;
    let light = times(y, 19_077);
    let red = light + times(v, 26_149) - 14_234;
    let green = light - times(u, 6_419) - times(v, 13_320) + 8_708;
    let blue = light + times(u, 33_050) - 17_685;
    [red, green, blue].map(|value| u8::try_from((value >> 6).clamp(0, 255)).unwrap_or_default())
}

fn whole(bytes: &[u8], size: [u32; 2], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let ran_out = Cell::new(false);
    // Without alpha the decoder would copy all colours from four bytes to three. The alpha flag changes nothing else (WebP
    // Lossless Bitstream Specification, 3).
    let is_opaque = bytes.get(12..16) == Some(b"VP8L") && bytes.get(HAS_ALPHA.0).is_some_and(|b| b & HAS_ALPHA.1 == 0);
    let mut patched = Vec::new();
    if is_opaque {
        patched = bytes.to_vec();
        patched[HAS_ALPHA.0] |= HAS_ALPHA.1;
    }
    let bytes = if is_opaque { &patched } else { bytes };
    let mut decoder = WebPDecoder::new(Feed::new(bytes, go_on, &ran_out)).map_err(|why| cause(&why))?;
    let (width, height) = decoder.dimensions();
    if [width, height] != size {
        return Err(DecodeError::Damaged);
    }
    let with_alpha = decoder.has_alpha();
    let mut buffer = vec![0; decoder.output_buffer_size().ok_or(DecodeError::TooLarge)?];
    decoder.read_image(&mut buffer).map_err(|why| cause(&why))?;
    drop(decoder);
    sink.begin(size, if with_alpha && !is_opaque { PixelFormat::Rgba } else { PixelFormat::Rgb })?;
    if with_alpha {
        for row in buffer.chunks_exact_mut(width as usize * 4) {
            if is_opaque {
                row.iter_mut().skip(3).step_by(4).for_each(|alpha| *alpha = 255);
            }
            sink.row(row);
        }
        return Ok(());
    }
    let mut pixels = vec![255; width as usize * 4];
    for row in buffer.chunks_exact(width as usize * 3) {
        let rgb = row.as_chunks::<3>().0;
        pixels.as_chunks_mut::<4>().0.iter_mut().zip(rgb).for_each(|(to, &[r, g, b])| *to = [r, g, b, 255]);
        sink.row(&pixels);
    }
    Ok(())
}
