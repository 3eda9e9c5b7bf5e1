//! JPEG XL decoder. It is fed in portions, so that it can be cancelled, and fills a picture of four bytes a pixel.

mod frames;

use std::io::{Error, IoSliceMut};
use std::panic::{AssertUnwindSafe, catch_unwind};

use jxl::api::{
    AlphaMode, Event, JxlBasicInfo, JxlBitstreamInput, JxlColorType, JxlDataFormat, JxlDecoder, JxlDecoderOptions,
    JxlOutputBuffer, JxlPixelFormat, ProfileLevel,
};

use frames::Canvas;

use super::feed::{PORTION, share};
use super::rows::{PixelFormat, Sink};
use super::{DecodeError, GoOn, container, limits};

/// The most samples of a picture: those of its pixels and of what else it has.
const MAX_SAMPLES: usize = 160 << 20;
/// Bytes held for a pixel while decoding: the picture, and the numbers of its blocks; and those of each further channel.
const PER_PIXEL: u64 = 8;
const PER_CHANNEL: u64 = 4;
/// Bytes read at a time where frames may be hidden, of each of which a few make a whole picture.
const SMALL_PORTION: usize = 64;
/// The most numbers in a palette.
const MAX_PALETTE: usize = 1 << 20;
/// Where the first frame begins at the latest: profiles come before it.
const MAX_HEAD: usize = 4 << 20;

/// Decodes the rows of the first picture.
pub fn rows(bytes: &[u8], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let size = container::size(bytes).ok_or(DecodeError::Damaged)?;
    limits::check(size)?;
    limits::check_whole(memory(bytes))?;
    catch_unwind(AssertUnwindSafe(|| read(bytes, size, go_on, sink))).unwrap_or(Err(DecodeError::Damaged))
}

/// Returns the bytes held while decoding.
pub fn memory(bytes: &[u8]) -> u64 {
    container::size(bytes).map_or(0, |[width, height]| u64::from(width) * u64::from(height) * PER_PIXEL)
}

/// Returns the profile of the colours that are decoded.
pub fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let work = || {
        let (decoder, _) = decoder(bytes, &|_| true).ok()?;
        decoder.output_color_profile()?.try_as_icc().map(std::borrow::Cow::into_owned)
    };
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

/// Decodes the head.
fn decoder<'a>(bytes: &'a [u8], go_on: GoOn<'a>) -> Result<(JxlDecoder, Input<'a>), DecodeError> {
    limited(bytes, go_on, MAX_SAMPLES)
}

/// Decodes the head, and no frame of more samples.
fn limited<'a>(bytes: &'a [u8], go_on: GoOn<'a>, most: usize) -> Result<(JxlDecoder, Input<'a>), DecodeError> {
    let mut options = JxlDecoderOptions::default();
    options.adjust_orientation = false;
    options.sample_limit = Some(most);
    options.alpha_mode = AlphaMode::Unpremultiplied;
    options.max_profile_level = ProfileLevel::Main10;
    let mut decoder = JxlDecoder::new(options);
    let mut input = Input { bytes, at: 0, portion: PORTION, go_on };
    match decoder.process(&mut input, None, None) {
        Ok(Event::BasicInfo) => Ok((decoder, input)),
        Ok(_) | Err(_) => Err(DecodeError::Damaged),
    }
}

fn read(bytes: &[u8], size: [u32; 2], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let (decoder, _) = decoder(bytes, go_on)?;
    let info = decoder.basic_info().ok_or(DecodeError::Damaged)?;
    let [width, height] = size.map(|side| side as usize);
    if info.size != (width, height) {
        return Err(DecodeError::Damaged);
    }
    let canvas = canvas(size, info);
    let kept = if info.preview_size.is_none() { kept(bytes, &canvas) } else { None };
    let more = u64::from(canvas.extra) * u64::from(size[0]) * u64::from(size[1]) * PER_CHANNEL;
    // As many pictures as a decoder can keep, where nobody knows.
    limits::check_whole(memory(bytes) + more + kept.unwrap_or(4 * canvas.bytes()))?;
    // A little more, for the library rounds up, and palettes count as well.
    let samples = (width + 16).saturating_mul(height + 16).saturating_mul(3 + info.extra_channels.len());
    let (mut decoder, mut input) = limited(bytes, go_on, samples + MAX_PALETTE)?;
    let info = decoder.basic_info().ok_or(DecodeError::Damaged)?;
    if kept != Some(0) {
        input.portion = SMALL_PORTION;
    }
    let extra = vec![None; info.extra_channels.len()];
    let has_alpha = info.extra_channels.iter().any(|channel| channel.ec_type == jxl::api::ExtraChannel::Alpha);
    let is_cmyk = decoder.embedded_color_profile().is_some_and(jxl::api::JxlColorProfile::is_cmyk);
    let (color_type, inks) = match (is_cmyk, has_alpha) {
        (true, _) => (JxlColorType::Cmyk, PixelFormat::Cmyk),
        (_, true) => (JxlColorType::Rgba, PixelFormat::Rgba),
        _ => (JxlColorType::Rgba, PixelFormat::Rgb),
    };
    let format = JxlPixelFormat {
        color_type,
        color_data_format: Some(JxlDataFormat::U8 { bit_depth: 8 }),
        extra_channel_format: extra,
    };
    decoder.set_pixel_format(format).map_err(|_why| DecodeError::Variant("JPEG XL"))?;
    sink.begin(size, inks)?;
    let mut pixels = vec![0; width * height * 4];
    loop {
        let mut buffers = [JxlOutputBuffer::new(&mut pixels, height, width * 4)];
        match decoder.process(&mut input, Some(&mut buffers), None) {
            Ok(Event::FrameComplete { .. }) => break,
            // The one that is seen.
            Ok(Event::FrameHeader) => input.portion = PORTION,
            Ok(Event::BasicInfo) => {}
            Ok(Event::NeedMoreInput { .. } | Event::Complete) | Err(_) => return Err(DecodeError::Damaged),
        }
    }
    pixels.chunks_exact(width * 4).for_each(|row| sink.row(row));
    Ok(())
}

fn canvas(size: [u32; 2], info: &JxlBasicInfo) -> Canvas {
    Canvas {
        size,
        extra: u32::try_from(info.extra_channels.len()).unwrap_or(u32::MAX),
        xyb: !info.uses_original_profile,
        animated: [info.animation.is_some(), info.animation.as_ref().is_some_and(|animation| animation.have_timecodes)],
    }
}

/// Returns the bytes of the frames that are kept and not seen; `None` if they are not known.
fn kept(bytes: &[u8], canvas: &Canvas) -> Option<u64> {
    let stream = container::jxl::whole_codestream(bytes)?;
    let has_head = |length: usize| stream.get(..length).is_some_and(|head| decoder(head, &|_| true).is_ok());
    // The head is what it takes to be read, to the byte.
    let mut most = 16;
    while !has_head(most.min(stream.len())) {
        most = most.checked_mul(2).filter(|most| *most < MAX_HEAD.min(stream.len().saturating_mul(2)))?;
    }
    let (mut least, mut most) = (0, most.min(stream.len()));
    while least + 1 < most {
        let middle = usize::midpoint(least, most);
        if has_head(middle) {
            most = middle;
        } else {
            least = middle;
        }
    }
    frames::hidden(&stream, most, canvas)
}

/// Hands on the file a portion at a time.
struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
    portion: usize,
    go_on: GoOn<'a>,
}

impl Input<'_> {
    fn take(&mut self, most: usize) -> Result<&[u8], Error> {
        if !(self.go_on)(share(self.at, self.bytes.len())) {
            return Err(std::io::ErrorKind::TimedOut.into());
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let part = &rest[..most.min(self.portion).min(rest.len())];
        self.at += part.len();
        Ok(part)
    }
}

impl JxlBitstreamInput for Input<'_> {
    fn available_bytes(&mut self) -> Result<usize, Error> {
        Ok((self.bytes.len() - self.at).min(self.portion))
    }

    fn read(&mut self, buffers: &mut [IoSliceMut<'_>]) -> Result<usize, Error> {
        let mut count = 0;
        for buffer in buffers {
            let part = self.take(buffer.len())?;
            buffer[..part.len()].copy_from_slice(part);
            count += part.len();
        }
        Ok(count)
    }

    fn skip(&mut self, bytes: usize) -> Result<usize, Error> {
        self.take(bytes).map(<[u8]>::len)
    }
}
