//! A whole picture at a given size: box-averaged while decoding, then resized with the Lanczos filter.

use fast_image_resize as fir;

use super::rows::{self, PixelFormat, Scale, Sink};
use super::{DecodeError, GoOn, Pixels, colour, container, heif, limits, turn};

/// How much larger than requested the input of the filter is: less would look soft.
const SPARE: u32 = 2;
/// The most bytes held for the filter if fewer will do.
const MAX_KEPT: u64 = 96 << 20;

/// Decodes a picture, upright, at most `long_side` pixels on its long side. Never enlarges.
///
/// # Errors
/// If it is unknown, too large (detected before allocating), damaged, or cancelled.
pub fn rendition(bytes: &[u8], long_side: u32, go_on: GoOn<'_>) -> Result<Pixels, DecodeError> {
    let mut whole = Whole { long_side, ..Whole::default() };
    rows::read(bytes, Scale::AtLeast(long_side), go_on, &mut whole)?;
    let (pixels, inks) = whole.finish()?;
    let small = shrunk(&pixels, long_side).unwrap_or(pixels);
    Ok(finished(small, inks, bytes))
}

/// Decodes the thumbnail of a HEIF picture as it is stored, if the head has all of it.
pub fn thumbnail(head: &[u8], long_side: u32, go_on: GoOn<'_>) -> Option<Pixels> {
    let mut whole = Whole { long_side, ..Whole::default() };
    heif::thumbnail(head, go_on, &mut whole)?;
    let (pixels, inks) = whole.finish().ok()?;
    let mut small = shrunk(&pixels, long_side).unwrap_or(pixels);
    colour::to_srgb(&mut small.rgba, inks, head);
    Some(small)
}

/// Applies colour, alpha and orientation to stored pixels.
pub fn finished(mut pixels: Pixels, inks: PixelFormat, bytes: &[u8]) -> Pixels {
    if inks == PixelFormat::Rgba {
        // Averaging needs premultiplied colours, profiles straight ones.
        unmultiply(&mut pixels.rgba);
        colour::to_srgb(&mut pixels.rgba, inks, bytes);
        premultiply(&mut pixels.rgba);
    } else {
        colour::to_srgb(&mut pixels.rgba, inks, bytes);
    }
    turn::upright(pixels, container::orientation(bytes))
}

/// Receives all rows and averages squares of them, to save memory.
#[derive(Default)]
struct Whole {
    long_side: u32,
    average: Option<Average>,
    inks: Option<PixelFormat>,
}

impl Whole {
    fn finish(self) -> Result<(Pixels, PixelFormat), DecodeError> {
        let average = self.average.ok_or(DecodeError::Damaged)?;
        Ok((average.finish(), self.inks.unwrap_or(PixelFormat::Rgb)))
    }
}

impl Sink for Whole {
    fn begin(&mut self, [width, height]: [u32; 2], inks: PixelFormat) -> Result<(), DecodeError> {
        let long_side = self.long_side.max(1);
        let mut side = (width.max(height) / long_side.saturating_mul(SPARE)).max(1);
        let kept = |side: u32| Average::new([0, 0, width, height], side);
        while kept(side).bytes() > MAX_KEPT && width.max(height) / (side + 1) >= long_side {
            side += 1;
        }
        let average = kept(side);
        limits::check_whole(average.bytes())?;
        self.average = Some(average);
        self.inks = Some(inks);
        Ok(())
    }

    fn row(&mut self, pixels: &[u8]) {
        let premultiplied = self.inks == Some(PixelFormat::Rgba);
        if let Some(average) = &mut self.average {
            average.row(pixels, premultiplied);
        }
    }
}

/// Averages squares of a part of a picture, row by row.
pub struct Average {
    /// Left, top, width, height of the part.
    part: [u32; 4],
    /// The side of a square.
    side: u32,
    /// The row that comes next.
    y: u32,
    sums: Vec<u32>,
    rgba: Vec<u8>,
}

impl Average {
    /// Averages squares of `side` pixels of the part `[left, top, width, height]`.
    pub fn new(part: [u32; 4], side: u32) -> Self {
        Self { part, side, y: 0, sums: Vec::new(), rgba: Vec::new() }
    }

    fn size(&self) -> [u32; 2] {
        [self.part[2].div_ceil(self.side), self.part[3].div_ceil(self.side)]
    }

    /// Returns the bytes that will be held.
    pub fn bytes(&self) -> u64 {
        let [width, height] = self.size();
        u64::from(width) * u64::from(height) * 4
    }

    /// Adds the next row of the whole picture.
    pub fn row(&mut self, pixels: &[u8], with_alpha: bool) {
        let [left, top, width, height] = self.part;
        let y = self.y;
        self.y += 1;
        if y < top || y >= top + height {
            return;
        }
        if self.rgba.capacity() == 0 {
            self.rgba.reserve_exact(usize::try_from(self.bytes()).unwrap_or_default());
        }
        let Some(pixels) = pixels.get(left as usize * 4..(left + width) as usize * 4) else { return };
        if self.side == 1 {
            let from = self.rgba.len();
            self.rgba.extend_from_slice(pixels);
            if with_alpha {
                premultiply(&mut self.rgba[from..]);
            }
            return;
        }
        self.sums.resize(self.size()[0] as usize * 4, 0);
        self.add(pixels, with_alpha);
        let rows = (y - top) % self.side + 1;
        if rows == self.side || y + 1 == top + height {
            self.close(rows);
        }
    }

    fn add(&mut self, pixels: &[u8], with_alpha: bool) {
        // The hot loop of gigapixel pictures: sums in registers, no branch for each pixel.
        let squares = pixels.as_chunks::<4>().0.chunks(self.side as usize);
        for (sum, square) in self.sums.as_chunks_mut::<4>().0.iter_mut().zip(squares) {
            let mut total = *sum;
            if with_alpha {
                for &[red, green, blue, alpha] in square {
                    let alpha = u32::from(alpha);
                    let values = [red, green, blue].map(|value| u32::from(value) * alpha / 255);
                    total = [total[0] + values[0], total[1] + values[1], total[2] + values[2], total[3] + alpha];
                }
            } else {
                for &[a, b, c, d] in square {
                    let [a, b, c, d] = [u32::from(a), u32::from(b), u32::from(c), u32::from(d)];
                    total = [total[0] + a, total[1] + b, total[2] + c, total[3] + d];
                }
            }
            *sum = total;
        }
    }

    /// Stores the completed row of squares.
    fn close(&mut self, rows: u32) {
        let last = self.sums.len() / 4 - 1;
        let width_of_last = self.part[2] - u32::try_from(last).unwrap_or_default() * self.side;
        for (i, sum) in self.sums.chunks_exact_mut(4).enumerate() {
            let count = rows * if i == last { width_of_last } else { self.side };
            for sum in sum {
                self.rgba.push(u8::try_from((*sum + count / 2) / count).unwrap_or(u8::MAX));
                *sum = 0;
            }
        }
    }

    /// Returns the averaged picture; missing rows are transparent.
    pub fn finish(mut self) -> Pixels {
        let [width, height] = self.size();
        self.rgba.resize(width as usize * height as usize * 4, 0);
        Pixels { width, height, rgba: self.rgba }
    }
}

/// Crops to the centre, in the proportions of the given size.
pub fn cropped(pixels: Pixels, [width, height]: [u32; 2]) -> Pixels {
    let by = |a: u32, b: u32, c: u32| u32::try_from(u64::from(a) * u64::from(b) / u64::from(c.max(1))).unwrap_or(a);
    let wide = pixels.width.min(by(pixels.height, width, height)).max(1);
    let tall = pixels.height.min(by(pixels.width, height, width)).max(1);
    // A difference of one pixel is rounding, not a bar.
    if pixels.width - wide < 2 && pixels.height - tall < 2 {
        return pixels;
    }
    let part = [(pixels.width - wide) / 2, (pixels.height - tall) / 2, wide, tall];
    let mut average = Average::new(part, 1);
    pixels.rgba.chunks_exact(pixels.width as usize * 4).for_each(|row| average.row(row, false));
    average.finish()
}

/// Resizes a picture to at most `long_side` pixels on its long side.
#[must_use]
pub fn smaller(pixels: &Pixels, long_side: u32) -> Pixels {
    shrunk(pixels, long_side).unwrap_or_else(|| pixels.clone())
}

/// Enlarges a picture smoothly to `long_side` pixels on its long side, for the moment until a better one comes.
#[must_use]
pub fn enlarged(pixels: Pixels, long_side: u32) -> Pixels {
    let is_smaller = pixels.width.max(pixels.height) < long_side;
    is_smaller.then(|| resized(&pixels, long_side, fir::FilterType::Bilinear)).flatten().unwrap_or(pixels)
}

/// Resizes with the Lanczos filter to at most `long_side` pixels; `None` if no larger already.
fn shrunk(pixels: &Pixels, long_side: u32) -> Option<Pixels> {
    let is_larger = pixels.width.max(pixels.height) > long_side;
    is_larger.then(|| resized(pixels, long_side, fir::FilterType::Lanczos3)).flatten()
}

fn resized(pixels: &Pixels, long_side: u32, filter: fir::FilterType) -> Option<Pixels> {
    let scale = f64::from(long_side) / f64::from(pixels.width.max(pixels.height).max(1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as large as a screen's picture")]
    let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    let (width, height) = (scaled(pixels.width), scaled(pixels.height));
    let kind = fir::PixelType::U8x4;
    let view = fir::images::ImageRef::new(pixels.width, pixels.height, &pixels.rgba, kind).ok()?;
    let mut small = fir::images::Image::new(width, height, kind);
    let options = fir::ResizeOptions::new().resize_alg(fir::ResizeAlg::Convolution(filter)).use_alpha(false);
    fir::Resizer::new().resize(&view, &mut small, &options).ok()?;
    Some(Pixels { width, height, rgba: small.into_vec() })
}

fn premultiply(rgba: &mut [u8]) {
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = u16::from(pixel[3]);
        for value in &mut pixel[..3] {
            *value = u8::try_from((u16::from(*value) * alpha + 127) / 255).unwrap_or(u8::MAX);
        }
    }
}

/// Converts premultiplied to straight alpha.
pub fn unmultiply(rgba: &mut [u8]) {
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = u16::from(pixel[3]).max(1);
        for value in &mut pixel[..3] {
            *value = u8::try_from((u16::from(*value) * 255 + alpha / 2) / alpha).unwrap_or(u8::MAX);
        }
    }
}
