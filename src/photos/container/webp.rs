//! Size and metadata blocks of a WebP (WebP container specification, RFC 9649; RFC 6386 for VP8). No pixels are decoded. EXIF
//! and XMP follow the pixels, so the head of a file seldom has them.

use std::borrow::Cow;

use super::fields::{array, has, index, le16, le24, le32, slice};
use super::{Blocks, MAX_PROFILE};

/// Iterates over the complete chunks, each with its name.
struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Offset of the first chunk: after "RIFF", a length and "WEBP".
const FIRST: usize = 12;

fn chunks(bytes: &[u8]) -> Chunks<'_> {
    Chunks { bytes, at: FIRST }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = ([u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let name = array(self.bytes, self.at)?;
        let length = index(le32(self.bytes, self.at.checked_add(4)?)?)?;
        let from = self.at.checked_add(8)?;
        let data = slice(self.bytes, from, length)?;
        // Chunks are padded to an even length.
        self.at = from.checked_add(length.checked_next_multiple_of(2)?)?;
        Some((name, data))
    }
}

/// Returns width and height from the first chunk, which need not be complete.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let data = bytes.get(FIRST + 8..)?;
    match &array(bytes, FIRST)? {
        // The frame tag, a start code, then 14 bits each, below two bits of scaling (RFC 6386, 9.1).
        b"VP8 " if has(data, 3, &[0x9D, 0x01, 0x2A]) => {
            let side = |at| le16(data, at).map(|side| u32::from(side & 0x3FFF));
            Some([side(6)?, side(8)?])
        }
        // A signature, then 14 bits each, minus one (RFC 9649, 3).
        b"VP8L" if data.first() == Some(&0x2F) => {
            let bits = le32(data, 1)?;
            Some([(bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1])
        }
        // Flags, then three bytes each, minus one (RFC 9649, 2.7).
        b"VP8X" => Some([le24(data, 4)? + 1, le24(data, 7)? + 1]),
        _ => None,
    }
}

/// Returns the TIFF structure of the EXIF chunk.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    chunks(bytes).find(|(name, _)| name == b"EXIF").map(|(_, data)| super::without_exif_mark(data))
}

/// Collects all metadata blocks.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut blocks = Blocks::default();
    for (name, data) in chunks(bytes) {
        match &name {
            b"EXIF" => blocks.exif = blocks.exif.or_else(|| Some(Cow::Borrowed(super::without_exif_mark(data)))),
            b"XMP " if blocks.xmp.is_none() => blocks.xmp = Some(Cow::Borrowed(data)),
            b"ICCP" if blocks.icc.is_none() && (1..=MAX_PROFILE).contains(&data.len()) => {
                blocks.icc = Some(Cow::Borrowed(data));
            }
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn webp(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut file = b"RIFF\0\0\0\0WEBP".to_vec();
        for (name, data) in chunks {
            file.extend(*name);
            file.extend(u32::try_from(data.len()).expect("short").to_le_bytes());
            file.extend(*data);
            file.extend(vec![0; data.len() % 2]);
        }
        file
    }

    #[test]
    fn sizes_of_the_three_kinds() {
        assert_eq!(size(&webp(&[(b"VP8 ", &[0, 0, 0, 0x9D, 1, 0x2A, 0x40, 0x41, 9, 0])])), Some([320, 9]));
        assert_eq!(size(&webp(&[(b"VP8L", &[0x2F, 0x3F, 0x01, 0x08, 0])])), Some([320, 33]));
        assert_eq!(size(&webp(&[(b"VP8X", &[0, 0, 0, 0, 0x3F, 1, 0, 8, 0, 0])])), Some([320, 9]));
        assert_eq!(size(&webp(&[(b"ALPH", &[0; 10])])), None);
    }

    #[test]
    fn blocks_of_odd_length() {
        let file = webp(&[(b"VP8X", &[0; 10]), (b"ICCP", b"odd"), (b"EXIF", b"Exif\0\0MM\0*"), (b"XMP ", b"<x/>")]);
        let blocks = blocks(&file);
        assert_eq!(blocks.icc.as_deref(), Some(&b"odd"[..]));
        assert_eq!(blocks.exif.as_deref(), Some(&b"MM\0*"[..]));
        assert_eq!(blocks.xmp.as_deref(), Some(&b"<x/>"[..]));
    }
}
