//! JPEG 2000 decoder, at the smallest resolution that suffices.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_jpeg2000::{ColorSpace, ComponentData, DecodeSettings, DecoderContext, Image};

use super::container::fields::{be16, be32};
use super::container::jp2;
use super::feed::share;
use super::rows::{PixelFormat, Scale, Sink};
use super::{DecodeError, GoOn, container, limits};

/// The most channels: four inks and transparency.
const MAX_CHANNELS: u64 = 5;
/// The most tiles.
const MAX_TILES: u64 = 65_535;
/// Bytes held for a sample while decoding: a number, its coefficient, and what they are computed from.
const PER_SAMPLE: u64 = 7;
/// Rows emitted between two calls of `go_on`.
const ROWS_AT_ONCE: usize = 32;

/// Decodes the rows at the smallest resolution that suffices.
pub fn rows(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let stream = Stream::of(bytes).ok_or(DecodeError::Damaged)?;
    limits::check(stream.size)?;
    let target = stream.target(scale);
    limits::check_whole(stream.memory(target))?;
    if !go_on(0.0) {
        return Err(DecodeError::Cancelled);
    }
    catch_unwind(AssertUnwindSafe(|| read(bytes, target, go_on, sink))).unwrap_or(Err(DecodeError::Damaged))
}

/// Returns the bytes held while decoding for a screen.
pub fn memory(bytes: &[u8]) -> u64 {
    Stream::of(bytes).map_or(0, |stream| stream.memory(stream.size).min(limits::MAX_WHOLE_BYTES))
}

/// What the codestream says at its start (ISO/IEC 15444-1, A.5).
struct Stream {
    size: [u32; 2],
    channels: u64,
    /// How many times it can be halved.
    halvings: u32,
}

impl Stream {
    fn of(bytes: &[u8]) -> Option<Self> {
        let stream = jp2::codestream(bytes)?;
        let size = jp2::stream_size(stream)?;
        if container::size(bytes)? != size {
            return None;
        }
        let tiles = |far: usize| {
            let (far, near, side) = (be32(stream, far)?, be32(stream, far + 24)?, be32(stream, far + 16)?);
            Some(u64::from(far.checked_sub(near)?.div_ceil(side.max(1))))
        };
        let channels = u64::from(be16(stream, 40)?);
        let is_sound = (1..=MAX_CHANNELS).contains(&channels) && tiles(8)? * tiles(12)? <= MAX_TILES;
        is_sound.then_some(())?;
        // The segments of the head follow, each with its length; the default coding has the number of halvings.
        let mut at = 4 + usize::from(be16(stream, 4)?);
        loop {
            match be16(stream, at)? {
                0xFF52 => {
                    let halvings = u32::from(*stream.get(at + 9)?).min(32);
                    return Some(Self { size, channels, halvings });
                }
                0xFF90 | 0xFFD9 => return None,
                _ => at += 2 + usize::from(be16(stream, at + 2)?),
            }
        }
    }

    /// Width and height after so many halvings as leave enough.
    fn target(&self, scale: Scale) -> [u32; 2] {
        let Scale::AtLeast(wanted) = scale else { return self.size };
        let [width, height] = self.size;
        // The decoder asks how often the size of the whole goes into this.
        let halved = |times: u32| [width, height].map(|side| side.checked_shr(times).unwrap_or(0).max(1));
        let is_enough = |times: &u32| halved(*times).into_iter().max() >= Some(wanted);
        halved((0..=self.halvings).rev().find(is_enough).unwrap_or(0))
    }

    fn memory(&self, [width, height]: [u32; 2]) -> u64 {
        u64::from(width) * u64::from(height) * self.channels * PER_SAMPLE
    }
}

fn read(bytes: &[u8], [width, height]: [u32; 2], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let settings = DecodeSettings { target_resolution: Some((width, height)), ..DecodeSettings::default() };
    let image = Image::new(bytes, &settings).map_err(|_why| DecodeError::Damaged)?;
    let size = [image.width(), image.height()];
    limits::check(size)?;
    let inks = match (image.color_space(), image.has_alpha()) {
        (ColorSpace::CMYK | ColorSpace::Icc { num_channels: 4, .. }, _) => PixelFormat::Cmyk,
        (_, true) => PixelFormat::Rgba,
        (_, false) => PixelFormat::Rgb,
    };
    let colours = image.color_space().num_channels();
    if !matches!(colours, 1 | 3 | 4) {
        return Err(DecodeError::Variant("JPEG 2000"));
    }
    let mut context = DecoderContext::default();
    let decoded = image.decode(&mut context).map_err(|_why| DecodeError::Damaged)?;
    let planes = decoded.components();
    let all = size[0] as usize * size[1] as usize;
    let is_whole = planes.len() >= usize::from(colours) && planes.iter().all(|plane| plane.samples().len() >= all);
    if !is_whole {
        return Err(DecodeError::Damaged);
    }
    sink.begin(size, inks)?;
    let wide = size[0] as usize;
    let mut line = vec![255; wide * 4];
    for y in 0..size[1] as usize {
        if y % ROWS_AT_ONCE == 0 && !go_on(share(y, size[1] as usize)) {
            return Err(DecodeError::Cancelled);
        }
        for channel in 0..4 {
            // Grey is all three colours; transparency comes behind the colours.
            let plane = match (colours, channel) {
                (1, 0..3) => planes.first(),
                (1 | 3, 3) => planes.get(usize::from(colours)).filter(|_| inks == PixelFormat::Rgba),
                _ => planes.get(channel),
            };
            if let Some(plane) = plane {
                copy(plane, y * wide, &mut line, channel, inks == PixelFormat::Cmyk);
            }
        }
        sink.row(&line);
    }
    Ok(())
}

/// Copies a row of a channel; of inks, 255 is none.
fn copy(plane: &ComponentData, from: usize, line: &mut [u8], channel: usize, is_ink: bool) {
    let most = f32::from(u16::try_from((1_u32 << plane.bit_depth().clamp(1, 16)) - 1).unwrap_or(u16::MAX));
    let scale = 255.0 / most;
    let samples = plane.samples().iter().skip(from);
    for (pixel, value) in line.as_chunks_mut::<4>().0.iter_mut().zip(samples) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast that stays within bounds")]
        let value = (value * scale + 0.5) as u8;
        pixel[channel] = if is_ink { 255 - value } else { value };
    }
}
