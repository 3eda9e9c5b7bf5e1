//! The formats that are decoded whole, within limits: WebP, GIF (its first picture), TIFF, BMP.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom};

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::rows::{Inks, Sink};
use super::{DecodeError, Format, GoOn, limits};

/// How many bytes are handed to the decoder before it is asked whether to go on.
const FEED_BYTES: usize = 64 << 10;

/// Reads the rows.
pub fn rows(bytes: &[u8], format: Format, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let format = match format {
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
        Format::Tiff => ImageFormat::Tiff,
        Format::Bmp => ImageFormat::Bmp,
        Format::Jpeg | Format::Png | Format::Unread(_) => return Err(DecodeError::UnknownFormat),
    };
    let stopped = |_why| if go_on() { DecodeError::Damaged } else { DecodeError::Stopped };
    let feed = Feed { inner: Cursor::new(bytes), go_on };
    let reader = ImageReader::with_format(feed, format);
    let mut decoder = reader.into_decoder().map_err(stopped)?;
    let (width, height) = decoder.dimensions();
    limits::check([width, height])?;
    // What comes out, and what it becomes: four bytes a pixel.
    let pixels = u64::from(width) * u64::from(height);
    limits::check_whole(decoder.total_bytes().max(pixels * 4))?;
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(limits::MAX_WHOLE_BYTES);
    decoder.set_limits(bounds).map_err(|_why| DecodeError::TooLarge)?;
    let image = DynamicImage::from_decoder(decoder).map_err(stopped)?;
    let inks = if image.color().has_alpha() { Inks::Rgba } else { Inks::Rgb };
    let rgba = image.into_rgba8();
    sink.begin([width, height], inks)?;
    rgba.chunks_exact(width as usize * 4).for_each(|row| sink.row(row));
    Ok(())
}

/// Hands the file over in small portions, so that a decoder that reads on and on can be stopped.
struct Feed<'a> {
    inner: Cursor<&'a [u8]>,
    go_on: GoOn<'a>,
}

impl BufRead for Feed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if !(self.go_on)() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let rest = self.inner.fill_buf()?;
        Ok(&rest[..rest.len().min(FEED_BYTES)])
    }

    fn consume(&mut self, amount: usize) {
        self.inner.consume(amount);
    }
}

impl Read for Feed<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if (self.go_on)() { self.inner.read(into) } else { Err(io::ErrorKind::TimedOut.into()) }
    }
}

impl Seek for Feed<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
