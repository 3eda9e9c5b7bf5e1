//! What decoding a JPEG 2000 takes, from the segments of its codestream (ISO/IEC 15444-1, annex A), before anything is decoded:
//! a few bytes of it can ask for gigabytes of tables.

use crate::photos::container::boxes::boxes;
use crate::photos::container::fields::{be16, be32, index};
use crate::photos::container::{self, jp2};
use crate::photos::rows::Scale;

/// The most channels: four inks and transparency.
const MAX_CHANNELS: u64 = 5;
/// The most tiles.
const MAX_TILES: u64 = 65_535;
/// Bytes held for a sample, and for one of the coefficients that it is computed from.
const SAMPLE: u64 = 4;
/// Bytes held for a block of samples or a precinct of blocks, and for each layer of it, with the room that lists leave.
const PART: u64 = 400;
const LAYER: u64 = 80;
/// Bytes held for a channel of a tile.
const TILE: u64 = 700;

/// A codestream that can be decoded.
pub struct Stream<'a> {
    /// The file up to the end of the codestream.
    pub file: &'a [u8],
    /// Width and height.
    pub size: [u32; 2],
    channels: u64,
    /// Channels that are held once more, put into another order or looked up in a palette.
    copied: u64,
    /// How many times it can be halved.
    halvings: u32,
    /// Bytes of the tables of tiles and blocks.
    tables: u64,
}

impl<'a> Stream<'a> {
    /// Reads the segments; `None` if they are not sound.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let place = jp2::codestream(bytes)?;
        let stream = bytes.get(place.clone())?;
        let size = jp2::stream_size(stream)?;
        if container::size(bytes)? != size {
            return None;
        }
        let number = |at: usize| be32(stream, at).map(u64::from);
        let tiles = |far: usize| {
            let length = number(far)?.checked_sub(number(far + 24)?)?;
            Some(length.div_ceil(number(far + 16)?.max(1)))
        };
        let tiles = tiles(8)?.checked_mul(tiles(12)?)?;
        let channels = u64::from(be16(stream, 40)?);
        let copied = if bytes.starts_with(jp2::BARE) { 0 } else { copied(bytes, channels)? };
        if !(1..=MAX_CHANNELS).contains(&channels) || tiles > MAX_TILES {
            return None;
        }
        let found = Styles::of(stream)?;
        let tile = [number(24)?.min(size[0].into()), number(28)?.min(size[1].into())];
        let parts = found.all.iter().map(|style| style.parts(tile)).max()?;
        let parts = parts.saturating_mul((PART + LAYER * found.layers) * channels);
        let tables = parts.saturating_add(tiles * channels * TILE + 3 * found.packed);
        Some(Self { file: bytes.get(..place.end)?, size, channels, copied, halvings: found.halvings, tables })
    }

    /// Width and height after so many halvings as leave enough.
    pub fn target(&self, scale: Scale) -> [u32; 2] {
        let Scale::AtLeast(wanted) = scale else { return self.size };
        // The decoder asks how often the size of the whole goes into this.
        let halved = |times: u32| self.size.map(|side| side.checked_shr(times).unwrap_or(0).max(1));
        let is_enough = |times: &u32| halved(*times).into_iter().max() >= Some(wanted);
        halved((0..=self.halvings).rev().find(is_enough).unwrap_or(0))
    }

    /// Returns the bytes held while decoding at this size: samples, coefficients and what is made of them, tables.
    pub fn memory(&self, [width, height]: [u32; 2]) -> u64 {
        let planes = self.channels + self.copied + 2;
        (u64::from(width) * u64::from(height) * SAMPLE * planes).saturating_add(self.tables)
    }
}

/// How many channels are held once more: all if they are named (I.5.3.6), those of a palette (I.5.3.5).
fn copied(bytes: &[u8], channels: u64) -> Option<u64> {
    let mut copied = 0;
    for header in boxes(bytes).filter(|piece| piece.kind == *b"jp2h") {
        for piece in boxes(header.data) {
            copied += match &piece.kind {
                b"cdef" => channels.max(copied),
                b"pclr" => u64::from(*piece.data.get(2)?),
                b"cmap" => piece.data.len() as u64 / 4,
                _ => 0,
            };
        }
    }
    (copied <= MAX_CHANNELS * 4).then_some(copied)
}

/// How channels are cut into blocks.
struct Style {
    levels: u32,
    /// Width and height of a block, in binary digits.
    block: [u32; 2],
    /// The same of precincts, one for each level; none if they are as large as can be.
    precincts: Vec<[u32; 2]>,
}

impl Style {
    /// Reads a style from the number of its levels on (tables A.15 and A.20), which has to end where its segment does.
    fn of(data: &[u8], has_precincts: bool) -> Option<Self> {
        let (head, precincts) = data.split_at_checked(5)?;
        let levels = u32::from(head[0]);
        let wanted = if has_precincts { usize::from(head[0]) + 1 } else { 0 };
        let sides = |byte: &u8| [u32::from(byte & 15), u32::from(byte >> 4)];
        (levels <= 32 && precincts.len() == wanted).then(|| Self {
            levels,
            block: [u32::from(head[1]) + 2, u32::from(head[2]) + 2],
            precincts: precincts.iter().map(sides).collect(),
        })
    }

    /// Returns how many precincts and blocks a channel of a tile has at most.
    fn parts(&self, tile: [u64; 2]) -> u64 {
        let mut parts = 0_u64;
        for level in 0..=self.levels {
            let halved = tile.map(|side| (side >> (self.levels - level).min(40)) + 1);
            let largest = self.precincts.get(level as usize).copied().unwrap_or([15, 15]);
            // All but the lowest level have three bands of half its size.
            let (bands, half) = if level == 0 { (1, 0) } else { (3, 1) };
            let precincts = |at: usize| (halved[at] >> largest[at]) + 2;
            let blocks = |at: usize| (halved[at] >> half >> self.block[at].min(largest[at].saturating_sub(half))) + 3;
            let both = (precincts(0).saturating_mul(precincts(1))).saturating_add(blocks(0).saturating_mul(blocks(1)));
            parts = parts.saturating_add(both.saturating_mul(bands));
        }
        parts
    }
}

/// All styles of a codestream, with the most layers and the fewest halvings.
struct Styles {
    all: Vec<Style>,
    layers: u64,
    halvings: u32,
    /// Bytes of packed headers that are copied.
    packed: u64,
}

impl Styles {
    /// Reads the main header and that of every part of a tile.
    fn of(stream: &[u8]) -> Option<Self> {
        let mut found = Self { all: Vec::new(), layers: 0, halvings: 32, packed: 0 };
        let mut at = found.header(stream, 2)?;
        found.halvings = found.all.iter().map(|style| style.levels).min()?;
        while be16(stream, at) == Some(0xFF90) {
            let length = index(be32(stream, at + 6)?)?;
            let end = if length == 0 { stream.len() } else { at.checked_add(length)? };
            let data = found.header(stream, at + 12)?;
            if data > end {
                return None;
            }
            at = end;
        }
        Some(found)
    }

    /// Reads the segments from a place on, until a tile or its data begin, or the codestream ends; returns that place.
    fn header(&mut self, stream: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let Some(marker) = be16(stream, at) else { return Some(stream.len()) };
            if matches!(marker, 0xFF90 | 0xFF93 | 0xFFD9) {
                return Some(at);
            }
            if matches!(marker, 0xFF30..=0xFF3F) {
                at += 2;
                continue;
            }
            let length = usize::from(be16(stream, at + 2)?);
            let data = stream.get(at + 4..at + 2 + length)?;
            let style = match marker {
                0xFF52 => {
                    self.layers = self.layers.max(be16(data, 2)?.into());
                    Some((data.first()?, data.get(5..)?))
                }
                0xFF53 => Some((data.get(1)?, data.get(2..)?)),
                // A region of interest has one length.
                0xFF5E if length != 5 => return None,
                0xFF60 => {
                    self.packed += length as u64;
                    None
                }
                _ => None,
            };
            if let Some((flags, style)) = style {
                self.all.push(Style::of(style, flags & 1 == 1)?);
            }
            at += 2 + length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey codestream of this size in one tile, with its default style from the flags on.
    fn stream(size: [u32; 2], style: &[u8]) -> Vec<u8> {
        let siz: Vec<u8> =
            [size, [0, 0], size, [0, 0]].as_flattened().iter().flat_map(|side| side.to_be_bytes()).collect();
        let length = u8::try_from(style.len() + 2).expect("short");
        [&b"\xFF\x4F\xFF\x51\0\x29\0\0"[..], &siz, b"\0\x01\x07\x01\x01", b"\xFF\x52\0", &[length], style, b"\xFF\xD9"]
            .concat()
    }

    #[test]
    fn halvings_until_it_is_just_enough() {
        let bytes = stream([4000, 3000], b"\0\0\0\x01\0\x05\x04\x04\0\x01");
        let found = Stream::of(&bytes).expect("sound");
        assert_eq!(found.target(Scale::AtLeast(500)), [500, 375]);
        assert_eq!(found.target(Scale::AtLeast(501)), [1000, 750]);
        assert_eq!(found.target(Scale::AtLeast(1)), [125, 93]);
        let (small, whole) = (found.memory([125, 93]), found.memory([4000, 3000]));
        assert!(small < 4 << 20 && (144_000_000..150_000_000).contains(&whole), "{small} and {whole}");
    }

    #[test]
    fn tables_that_a_few_bytes_ask_for_are_counted() {
        // Blocks of 4 × 4, and in them precincts of one sample.
        let blocks = stream([4000, 3000], b"\0\0\0\x01\0\x05\0\0\0\x01");
        assert!(Stream::of(&blocks).expect("sound").memory([125, 93]) > 200 << 20);
        let precincts = stream([4000, 3000], b"\x01\0\0\x20\0\x01\x04\x04\0\x01\0\x11");
        assert!(Stream::of(&precincts).expect("sound").memory([125, 93]) > 10 << 30);
        // A style that does not end where its segment does.
        assert!(Stream::of(&stream([40, 30], b"\x01\0\0\x01\0\x01\x04\x04\0\x01\0")).is_none());
    }
}
