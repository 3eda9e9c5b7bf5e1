//! JPEG 2000 decoder, at the smallest resolution that suffices.

mod stream;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_jpeg2000::{ColorSpace, ComponentData, DecodeSettings, DecoderContext, Image};

use super::feed::share;
use super::rows::{PixelFormat, Scale, Sink};
use super::{DecodeError, GoOn, limits};
use stream::Stream;

/// Rows emitted between two calls of `go_on`.
const ROWS_AT_ONCE: usize = 32;

/// Decodes the rows at the smallest resolution that suffices.
pub fn rows(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let stream = Stream::of(bytes).ok_or(DecodeError::Damaged)?;
    limits::check(stream.size)?;
    limits::check_whole(stream.memory(stream.target(scale)))?;
    if !go_on(0.0) {
        return Err(DecodeError::Cancelled);
    }
    catch_unwind(AssertUnwindSafe(|| read(&stream, scale, go_on, sink))).unwrap_or(Err(DecodeError::Damaged))
}

/// Returns the bytes held while decoding for a screen.
pub fn memory(bytes: &[u8]) -> u64 {
    Stream::of(bytes).map_or(0, |stream| stream.memory(stream.size).min(limits::MAX_WHOLE_BYTES))
}

fn read(stream: &Stream<'_>, scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let [width, height] = stream.target(scale);
    let settings = DecodeSettings { target_resolution: Some((width, height)), ..DecodeSettings::default() };
    let image = Image::new(stream.file, &settings).map_err(|_why| DecodeError::Damaged)?;
    let size = [image.width(), image.height()];
    limits::check(size)?;
    // It may have found a reason to decode more than was asked for, such as a palette.
    limits::check_whole(stream.memory(size))?;
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
