//! Size, orientation and metadata boxes of a JPEG XL (ISO/IEC 18181-1, annex D; 18181-2). No pixels are decoded.

use std::borrow::Cow;
use std::io::Read;

use super::boxes::{Piece, boxes};
use super::fields::{be32, index};
use super::{Blocks, MAX_XMP};

/// The first bytes of a file that is no more than its codestream.
pub const BARE: &[u8] = b"\xFF\x0A";
/// The first bytes of a file of boxes.
pub const BOXED: &[u8] = b"\0\0\0\x0CJXL \r\n\x87\n";
/// The longest packed box that is unpacked, in bytes.
const MAX_UNPACKED: usize = 4 << 20;

/// Width and height in pixels, and the orientation in the numbers of Exif.
pub struct Header {
    /// Before orientation.
    pub size: [u32; 2],
    /// From 1 to 8.
    pub orientation: u8,
}

/// Reads the first fields of the codestream.
pub fn header(bytes: &[u8]) -> Option<Header> {
    let stream = codestream(bytes)?.strip_prefix(BARE)?;
    let mut bits = Bits { bytes: stream, at: 0 };
    let is_small = bits.read(1)? == 1;
    let side = |bits: &mut Bits<'_>| {
        if is_small {
            return Some((bits.read(5)? + 1) * 8);
        }
        let width = [9, 13, 18, 30][usize::try_from(bits.read(2)?).ok()?];
        Some(bits.read(width)? + 1)
    };
    let height = side(&mut bits)?;
    let of_height = |over: u64, below: u64| u32::try_from(u64::from(height) * over / below).ok();
    let width = match bits.read(3)? {
        1 => height,
        2 => of_height(12, 10)?,
        3 => of_height(4, 3)?,
        4 => of_height(3, 2)?,
        5 => of_height(16, 9)?,
        6 => of_height(5, 4)?,
        7 => of_height(2, 1)?,
        _ => side(&mut bits)?,
    };
    // Metadata: a bit for "all as usual", one for "more fields", then the orientation.
    let orientation = if bits.read(1)? == 0 && bits.read(1)? == 1 { bits.read(3)? + 1 } else { 1 };
    Some(Header { size: [width, height], orientation: u8::try_from(orientation).ok()? })
}

/// Returns the codestream, put together where it comes in pieces.
pub fn whole_codestream(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let mut pieces = boxes(bytes).filter(|piece| piece.kind == *b"jxlp").filter_map(|piece| piece.data.get(4..));
    let first = codestream(bytes)?;
    if bytes.starts_with(BARE) || pieces.next().is_none() {
        return Some(Cow::Borrowed(first));
    }
    Some(Cow::Owned(pieces.fold(first.to_vec(), |mut all, piece| {
        all.extend_from_slice(piece);
        all
    })))
}

/// Returns the codestream, or its first piece.
fn codestream(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.starts_with(BARE) {
        return Some(bytes);
    }
    boxes(bytes).find_map(|piece| match &piece.kind {
        b"jxlc" => Some(piece.data),
        b"jxlp" => piece.data.get(4..),
        _ => None,
    })
}

/// Reads bits, the lowest of each byte first.
pub struct Bits<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// The number of the next bit.
    pub at: usize,
}

impl Bits<'_> {
    /// Reads one bit.
    pub fn flag(&mut self) -> Option<bool> {
        self.read(1).map(|bit| bit == 1)
    }

    /// Reads a number in one of four ways: an offset, and so many bits to be added (18181-1, B.2.2).
    pub fn number(&mut self, ways: [(u32, usize); 4]) -> Option<u32> {
        let (offset, bits) = *ways.get(usize::try_from(self.read(2)?).ok()?)?;
        self.read(bits)?.checked_add(offset)
    }

    /// Reads a number of up to 64 bits (18181-1, B.2.3).
    pub fn long(&mut self) -> Option<u64> {
        match self.read(2)? {
            0 => return Some(0),
            1 => return Some(u64::from(self.read(4)?) + 1),
            2 => return Some(u64::from(self.read(8)?) + 17),
            _ => {}
        }
        let (mut value, mut shift) = (u64::from(self.read(12)?), 12);
        while self.flag()? {
            let count = if shift == 60 { 4 } else { 8 };
            value |= u64::from(self.read(count)?) << shift;
            if shift == 60 {
                break;
            }
            shift += 8;
        }
        Some(value)
    }

    /// Skips bits.
    pub fn skip(&mut self, count: usize) -> Option<()> {
        self.at = self.at.checked_add(count).filter(|at| *at <= self.bytes.len().saturating_mul(8))?;
        Some(())
    }

    /// Skips to the next byte.
    pub fn skip_to_byte(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }

    /// Reads up to 32 bits.
    pub fn read(&mut self, count: usize) -> Option<u32> {
        let mut value = 0;
        for n in 0..count {
            let byte = *self.bytes.get((self.at + n) / 8)?;
            value |= u32::from(byte >> ((self.at + n) % 8) & 1) << n;
        }
        self.at += count;
        Some(value)
    }
}

/// Collects all metadata blocks. Colours are in the codestream.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut found = Blocks::default();
    if bytes.starts_with(BARE) {
        return found;
    }
    for piece in boxes(bytes).filter(|piece| piece.is_whole) {
        match &kind(&piece) {
            b"Exif" if found.exif.is_none() => found.exif = contents(&piece).and_then(exif),
            b"xml " if found.xmp.is_none() => found.xmp = contents(&piece).filter(|packet| packet.len() <= MAX_XMP),
            _ => {}
        }
    }
    found
}

/// Returns the type of a box, or of what is packed in it.
pub fn kind(piece: &Piece<'_>) -> [u8; 4] {
    let packed = piece.data.first_chunk().copied();
    if piece.kind == *b"brob" { packed.unwrap_or(piece.kind) } else { piece.kind }
}

/// Returns the contents of a box, unpacked (18181-2, 9.8).
pub fn contents<'a>(piece: &Piece<'a>) -> Option<Cow<'a, [u8]>> {
    if piece.kind != *b"brob" {
        return Some(Cow::Borrowed(piece.data));
    }
    let mut unpacked = Vec::new();
    let packed = brotli_decompressor::Decompressor::new(piece.data.get(4..)?, 4096);
    packed.take(MAX_UNPACKED as u64 + 1).read_to_end(&mut unpacked).ok()?;
    (unpacked.len() <= MAX_UNPACKED).then_some(Cow::Owned(unpacked))
}

/// The TIFF structure begins where the first number says.
fn exif(data: Cow<'_, [u8]>) -> Option<Cow<'_, [u8]>> {
    let start = 4_usize.checked_add(index(be32(&data, 0)?)?)?;
    match data {
        Cow::Borrowed(data) => Some(Cow::Borrowed(super::without_exif_mark(data.get(start..)?))),
        Cow::Owned(data) => Some(Cow::Owned(super::without_exif_mark(data.get(start..)?).to_vec())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bits, the first one lowest, behind the signature.
    fn stream(fields: &[(u32, usize)]) -> Vec<u8> {
        let bits: Vec<u32> =
            fields.iter().flat_map(|(value, width)| (0..*width).map(move |n| value >> n & 1)).collect();
        let bytes = bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |sum, bit| sum << 1 | u8::from(*bit == 1)));
        [BARE.to_vec(), bytes.collect()].concat()
    }

    #[test]
    fn sizes_and_turns() {
        // Small: 8 × 16, and the width told; a usual picture.
        let small = header(&stream(&[(1, 1), (0, 5), (0, 3), (1, 5), (1, 1)])).expect("a header");
        assert_eq!((small.size, small.orientation), ([16, 8], 1));
        // 512 rows of nine bits, three to two; with more fields, of which the first is the orientation.
        let turned = header(&stream(&[(0, 1), (0, 2), (511, 9), (4, 3), (0, 1), (1, 1), (5, 3)])).expect("a header");
        assert_eq!((turned.size, turned.orientation), ([768, 512], 6));
        assert!(header(&stream(&[(0, 1), (3, 2), (511, 9)])).is_none(), "cut off");
        let boxed = [BOXED, b"\0\0\0\0jxlp\0\0\0\0", &stream(&[(1, 1), (0, 5), (1, 3), (1, 1)])].concat();
        assert_eq!(header(&boxed).map(|header| header.size), Some([8, 8]));
    }

    #[test]
    fn boxes_that_are_packed() {
        // Eleven bytes in an unpacked piece of a Brotli stream (RFC 7932, 9.2), then its end.
        let text = b"<x>told</x>";
        let packed = [&[0x03 | 0x50, 0x00, 0x80][..], text, &[0x03]].concat();
        let brob = Piece { kind: *b"brob", data: &[b"xml ", &packed[..]].concat(), at: 0, is_whole: true };
        assert_eq!(kind(&brob), *b"xml ");
        if let Some(found) = contents(&brob) {
            assert_eq!(&found[..], text);
        }
        let broken = Piece { data: b"xml \xFF\xFF\xFF", ..brob };
        assert!(contents(&broken).is_none());
    }
}
