//! BMP decoder, row by row unless run-length encoded; then the indices are unpacked whole: 1 byte a pixel, 3 at 24 bits.

use super::feed::share;
use super::rows::{PixelFormat, Scale, Sink};
use super::{DecodeError, Format, GoOn, container, jpeg, limits, png};

/// Bytes between two calls of `go_on`.
const PORTION: usize = 1 << 20;

/// Decodes the rows into `sink`.
pub fn rows(bytes: &[u8], scale: Scale, go_on: GoOn<'_>, sink: &mut dyn Sink) -> Result<(), DecodeError> {
    let head = Head::read(bytes)?;
    limits::check(head.size)?;
    limits::check_whole(head.memory())?;
    if let Packing::Inside(name) = head.packing {
        let inside = bytes.get(head.offset..).unwrap_or_default();
        return match container::format(inside).filter(|_| container::size(inside) == Some(head.size)) {
            Some(Format::Jpeg) => jpeg::rows(inside, scale, go_on, sink),
            Some(Format::Png) => png::rows(inside, go_on, sink),
            _ => Err(DecodeError::Variant(name)),
        };
    }
    let unpacked = match head.packing {
        Packing::Runs => head.unpack(bytes, go_on)?,
        _ => Vec::new(),
    };
    let body = if unpacked.is_empty() { bytes.get(head.offset..).unwrap_or_default() } else { &unpacked[..] };
    let painter = Painter::new(bytes, &head)?;
    let (width, height) = (head.size[0] as usize, head.size[1] as usize);
    let length = (width * painter.bits).div_ceil(8);
    let stride = if unpacked.is_empty() { length.next_multiple_of(4) } else { length };
    let row = |y: usize| {
        let y = if head.is_upwards { height - 1 - y } else { y };
        body.get(y.checked_mul(stride)?..)?.get(..length)
    };
    // Some programs declare an alpha mask and leave the channel zero.
    let with_alpha = painter.masks[3] != 0 && (0..height).filter_map(&row).any(|row| painter.shows(row));
    sink.begin(head.size, if with_alpha { PixelFormat::Rgba } else { PixelFormat::Rgb })?;
    let mut pixels = vec![0; width * 4];
    let mut since = PORTION;
    for y in 0..height {
        since += length;
        if since >= PORTION {
            since = 0;
            if !go_on(share(y, height)) {
                return Err(DecodeError::Cancelled);
            }
        }
        painter.paint(row(y).ok_or(DecodeError::Damaged)?, &mut pixels, with_alpha);
        sink.row(&pixels);
    }
    Ok(())
}

/// Returns the bytes held while decoding.
pub fn memory(bytes: &[u8]) -> u64 {
    let Ok(head) = Head::read(bytes) else { return 0 };
    match head.packing {
        Packing::Inside(_) => {
            let inside = bytes.get(head.offset..).unwrap_or_default();
            super::memory(inside.strip_prefix(b"BM").map_or(inside, |_| &[]))
        }
        _ => head.memory(),
    }
}

/// Pixel storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Runs,
    /// An embedded file of another format, and the variant's name where it is not supported.
    Inside(&'static str),
}

/// The parsed headers (Windows BITMAPINFOHEADER and its successors, both of OS/2).
struct Head {
    size: [u32; 2],
    is_upwards: bool,
    bits: usize,
    packing: Packing,
    offset: usize,
    /// Offset and count of the red, green, blue and alpha masks.
    masks: Option<(usize, usize)>,
    /// Offset, bytes per entry and number of entries of the palette.
    palette: (usize, usize, usize),
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn short(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 2)?.try_into().ok().map(|pair| u32::from(u16::from_le_bytes(pair)))
}

impl Head {
    fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        let size = container::size(bytes).ok_or(DecodeError::Damaged)?;
        let header = word(bytes, 14).ok_or(DecodeError::Damaged)?;
        let is_core = header == 12;
        let bits = short(bytes, if is_core { 24 } else { 28 }).ok_or(DecodeError::Damaged)? as usize;
        let compression = if header <= 16 { 0 } else { word(bytes, 30).ok_or(DecodeError::Damaged)? };
        let is_os2 = matches!(header, 16 | 64);
        let packing = match (compression, bits) {
            (0, 1 | 2 | 4 | 8 | 16 | 24 | 32) | (3 | 6, 16 | 32) if !(is_os2 && compression == 3) => Packing::Plain,
            (1, 8) | (2, 4) => Packing::Runs,
            (4, 24) if is_os2 => Packing::Runs,
            (3, _) if is_os2 => return Err(DecodeError::Variant("BMP (Huffman)")),
            (4, _) => Packing::Inside("BMP (JPEG)"),
            (5, _) => Packing::Inside("BMP (PNG)"),
            (11..=13, _) => return Err(DecodeError::Variant("BMP (CMYK)")),
            (0 | 3 | 6, 64) => return Err(DecodeError::Variant("BMP (64 bits)")),
            _ => return Err(DecodeError::Damaged),
        };
        let masks = match (compression, header) {
            (6, 40) | (3 | 6, 56 | 108 | 124) => Some((54, 4)),
            (3, 40) | (3 | 6, 52) => Some((54, 3)),
            _ => None,
        };
        let behind = if header == 40 { masks.map_or(0, |(_, count)| count * 4) } else { 0 };
        let used = if header < 40 { 0 } else { word(bytes, 46).unwrap_or(0) as usize };
        let most = if bits <= 8 { 1 << bits } else { 0 };
        let start = 14 + header as usize + behind;
        let colours = if used == 0 || used > most { most } else { used };
        let is_upwards = is_core || word(bytes, 22).is_some_and(|height| height.cast_signed() > 0);
        let offset = word(bytes, 10).ok_or(DecodeError::Damaged)? as usize;
        let palette = (start, if is_core { 3 } else { 4 }, colours);
        Ok(Self { size, is_upwards, bits, packing, offset, masks, palette })
    }

    /// Returns the bytes held besides a row or two.
    fn memory(&self) -> u64 {
        let row = u64::from(self.size[0]) * 8;
        match self.packing {
            Packing::Runs => row + u64::from(self.size[1]) * u64::from(self.size[0]) * self.unit() as u64,
            _ => row,
        }
    }

    /// Unpacks the runs in file order, one byte a pixel or three.
    fn unpack(&self, bytes: &[u8], go_on: GoOn<'_>) -> Result<Vec<u8>, DecodeError> {
        let (width, height) = (self.size[0] as usize, self.size[1] as usize);
        let unit = self.unit();
        let mut out = vec![0_u8; width * height * unit];
        let mut input = bytes.get(self.offset..).unwrap_or_default();
        let (mut x, mut y, mut since) = (0_usize, 0_usize, PORTION);
        while y < height {
            since += 256;
            if since >= PORTION {
                since = 0;
                if !go_on(share(y, height)) {
                    return Err(DecodeError::Cancelled);
                }
            }
            let Some((&[count, second], rest)) = input.split_first_chunk::<2>() else {
                // A missing end marker is tolerated, missing pixels are not.
                return if y + 1 == height && x >= width { Ok(out) } else { Err(DecodeError::Damaged) };
            };
            let place = (y * width + x.min(width)) * unit..(y + 1) * width * unit;
            match (count, second) {
                (0, 0) => (x, y, input) = (0, y + 1, rest),
                (0, 1) => break,
                (0, 2) => {
                    let (&[right, up], rest) = rest.split_first_chunk::<2>().ok_or(DecodeError::Damaged)?;
                    (x, y, input) = (x + usize::from(right), y + usize::from(up), rest);
                }
                (0, count) => {
                    let length = (usize::from(count) * self.bits).div_ceil(8);
                    let data = rest.get(..length).ok_or(DecodeError::Damaged)?;
                    self.put(&mut out[place], count, data);
                    x += usize::from(count);
                    input = rest.get(length.next_multiple_of(2)..).unwrap_or_default();
                }
                (count, _) => {
                    let data = input.get(1..=unit).ok_or(DecodeError::Damaged)?;
                    self.put(&mut out[place], count, data);
                    x += usize::from(count);
                    input = &input[1 + unit..];
                }
            }
        }
        Ok(out)
    }

    /// Returns the bytes of an unpacked pixel.
    fn unit(&self) -> usize {
        if self.bits == 24 { 3 } else { 1 }
    }

    /// Writes up to `count` pixels, clipped to the row, cycling through `data`.
    fn put(&self, out: &mut [u8], count: u8, data: &[u8]) {
        let pixels = out.chunks_exact_mut(self.unit()).take(count.into());
        if self.bits == 4 {
            let halves = data.iter().flat_map(|byte| [byte >> 4, byte & 15]);
            pixels.zip(halves.cycle()).for_each(|(to, number)| to[0] = number);
        } else {
            pixels.zip(data.chunks_exact(self.unit()).cycle()).for_each(|(to, from)| to.copy_from_slice(from));
        }
    }
}

/// Converts stored pixels to RGBA.
struct Painter {
    bits: usize,
    palette: Vec<[u8; 4]>,
    /// Red, green, blue, alpha.
    masks: [u32; 4],
}

impl Painter {
    fn new(bytes: &[u8], head: &Head) -> Result<Self, DecodeError> {
        let (start, width, count) = head.palette;
        let all = bytes.get(start..).unwrap_or_default().chunks_exact(width).take(count);
        let mut palette: Vec<[u8; 4]> = all.map(|colour| [colour[2], colour[1], colour[0], 255]).collect();
        palette.resize(256, [0, 0, 0, 255]);
        let masks = match head.masks {
            Some((at, count)) => [0, 1, 2, 3].map(|n| if n < count { word(bytes, at + n * 4).unwrap_or(0) } else { 0 }),
            None if head.bits == 16 => [0x7C00, 0x03E0, 0x001F, 0],
            None => [0xFF_0000, 0xFF00, 0xFF, 0],
        };
        // Only contiguous masks are supported.
        if masks.iter().any(|mask| *mask != 0 && (mask >> mask.trailing_zeros()).wrapping_add(1).count_ones() > 1) {
            return Err(DecodeError::Variant("BMP (rare masks)"));
        }
        let bits = if head.packing == Packing::Runs { head.unit() * 8 } else { head.bits };
        Ok(Self { bits, palette, masks })
    }

    /// Returns true if any pixel of the row is not fully transparent.
    fn shows(&self, row: &[u8]) -> bool {
        self.values(row).any(|value| value & self.masks[3] != 0)
    }

    /// Iterates over the pixels of 16 or 32 bits.
    fn values<'a>(&self, row: &'a [u8]) -> impl Iterator<Item = u32> + use<'a> {
        let push = |sum: u32, byte: &u8| sum << 8 | u32::from(*byte);
        row.chunks_exact(self.bits.div_ceil(8)).map(move |pixel| pixel.iter().rev().fold(0, push))
    }

    fn paint(&self, row: &[u8], pixels: &mut [u8], with_alpha: bool) {
        let pixels = pixels.as_chunks_mut::<4>().0;
        match self.bits {
            24 => pixels.iter_mut().zip(row.as_chunks::<3>().0).for_each(|(to, &[b, g, r])| *to = [r, g, b, 255]),
            16 | 32 => {
                for (to, value) in pixels.iter_mut().zip(self.values(row)) {
                    *to = self.masks.map(|mask| part(value, mask));
                    if !with_alpha {
                        to[3] = 255;
                    }
                }
            }
            bits => {
                for (x, to) in pixels.iter_mut().enumerate() {
                    let byte = row.get(x * bits / 8).copied().unwrap_or_default();
                    let number = byte >> (8 - bits - x * bits % 8) & (0xFF >> (8 - bits));
                    *to = self.palette[usize::from(number)];
                }
            }
        }
    }
}

/// Extracts the masked bits, scaled to eight.
fn part(value: u32, mask: u32) -> u8 {
    if mask == 0 {
        return 0;
    }
    let (part, most) = (value >> mask.trailing_zeros() & mask >> mask.trailing_zeros(), mask >> mask.trailing_zeros());
    let scaled = (u64::from(part) * 255 + u64::from(most) / 2) / u64::from(most);
    u8::try_from(scaled).unwrap_or(u8::MAX)
}
