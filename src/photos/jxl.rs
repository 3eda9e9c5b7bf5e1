//! JPEG XL decoder. It is fed in portions, so that it can be cancelled, and fills a picture of four bytes a pixel.

use std::io::{Error, IoSliceMut};
use std::panic::{AssertUnwindSafe, catch_unwind};

use jxl::api::{
    AlphaMode, Event, JxlBitstreamInput, JxlColorType, JxlDataFormat, JxlDecoder, JxlDecoderOptions, JxlOutputBuffer,
    JxlPixelFormat, ProfileLevel,
};

use super::feed::{PORTION, share};
use super::rows::{PixelFormat, Sink};
use super::{DecodeError, GoOn, container, limits};

/// The most samples of a picture: those of its pixels and of what else it has.
const MAX_SAMPLES: usize = 160 << 20;
/// Bytes held for a pixel while decoding: the picture, and the numbers of its blocks.
const PER_PIXEL: u64 = 8;

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
    let mut options = JxlDecoderOptions::default();
    options.adjust_orientation = false;
    options.sample_limit = Some(MAX_SAMPLES);
    options.alpha_mode = AlphaMode::Unpremultiplied;
    options.max_profile_level = ProfileLevel::Main10;
    let mut decoder = JxlDecoder::new(options);
    let mut input = Input { bytes, at: 0, go_on };
    match decoder.process(&mut input, None, None) {
        Ok(Event::BasicInfo) => Ok((decoder, input)),
        Ok(_) | Err(_) => Err(DecodeError::Damaged),
    }
}

fn read(bytes: &[u8], size: [u32; 2], go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let (mut decoder, mut input) = decoder(bytes, go_on)?;
    let info = decoder.basic_info().ok_or(DecodeError::Damaged)?;
    let [width, height] = size.map(|side| side as usize);
    if info.size != (width, height) {
        return Err(DecodeError::Damaged);
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
            Ok(Event::FrameHeader | Event::BasicInfo) => {}
            Ok(Event::NeedMoreInput { .. } | Event::Complete) | Err(_) => return Err(DecodeError::Damaged),
        }
    }
    pixels.chunks_exact(width * 4).for_each(|row| sink.row(row));
    Ok(())
}

/// Hands on the file a portion at a time.
struct Input<'a> {
    bytes: &'a [u8],
    at: usize,
    go_on: GoOn<'a>,
}

impl Input<'_> {
    fn take(&mut self, most: usize) -> Result<&[u8], Error> {
        if !(self.go_on)(share(self.at, self.bytes.len())) {
            return Err(std::io::ErrorKind::TimedOut.into());
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let part = &rest[..most.min(rest.len())];
        self.at += part.len();
        Ok(part)
    }
}

impl JxlBitstreamInput for Input<'_> {
    fn available_bytes(&mut self) -> Result<usize, Error> {
        Ok((self.bytes.len() - self.at).min(PORTION))
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
