//! Boxes of ISO base media files (ISO/IEC 14496-12, 4.2), which HEIF, JPEG XL, JPEG 2000 and CR3 share.

use super::fields::{array, be32};

/// A box: its type, and its contents as far as they are at hand.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The type.
    pub kind: [u8; 4],
    /// The contents.
    pub data: &'a [u8],
    /// Where the contents begin.
    pub at: usize,
    /// Whether all contents are at hand.
    pub is_whole: bool,
}

/// The head of a box: its type, its own length, and that of the whole box unless it reaches to the end of the file.
pub struct Head {
    /// The type.
    pub kind: [u8; 4],
    /// The bytes before the contents.
    pub length: usize,
    /// The bytes of the whole box, if declared.
    pub whole: Option<u64>,
}

/// The most bytes of a head.
pub const MAX_HEAD: usize = 16;

/// Parses the head of a box.
pub fn head(bytes: &[u8]) -> Option<Head> {
    let kind = array(bytes, 4)?;
    let (length, whole) = match be32(bytes, 0)? {
        0 => (8, None),
        1 => (MAX_HEAD, Some(u64::from_be_bytes(array(bytes, 8)?))),
        whole => (8, Some(u64::from(whole))),
    };
    let fits = whole.is_none_or(|whole| whole >= length as u64);
    fits.then_some(Head { kind, length, whole })
}

/// Iterates over boxes that follow one another; the last may be truncated.
pub struct Boxes<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Iterates over the boxes of a file, or within another box.
pub fn boxes(bytes: &[u8]) -> Boxes<'_> {
    Boxes { bytes, at: 0 }
}

impl<'a> Iterator for Boxes<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..)?;
        let Head { kind, length, whole } = head(rest)?;
        let end = whole.map_or(rest.len(), |whole| usize::try_from(whole).unwrap_or(usize::MAX));
        let piece = Piece {
            kind,
            data: rest.get(length..end.min(rest.len()))?,
            at: self.at + length,
            is_whole: end <= rest.len(),
        };
        self.at = self.at.saturating_add(end);
        Some(piece)
    }
}

/// Returns the contents of the first whole box of a type.
pub fn find(bytes: &[u8], kind: [u8; 4]) -> Option<&[u8]> {
    boxes(bytes).find(|piece| piece.kind == kind && piece.is_whole).map(|piece| piece.data)
}

/// Reads the numbers of a box one after the other, of as many bytes as the box says.
pub struct Numbers<'a> {
    bytes: &'a [u8],
    /// Where the next number is.
    pub at: usize,
}

impl<'a> Numbers<'a> {
    /// Starts at the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Starts behind version and flags of a full box (ISO/IEC 14496-12, 4.2.2), and returns both.
    pub fn full(bytes: &'a [u8]) -> Option<(Self, u8, u32)> {
        let first = be32(bytes, 0)?;
        let version = u8::try_from(first >> 24).ok()?;
        Some((Self { bytes, at: 4 }, version, first & 0xFF_FFFF))
    }

    /// Reads a number of up to eight bytes.
    pub fn number(&mut self, width: usize) -> Option<u64> {
        let bytes = self.bytes.get(self.at..self.at.checked_add(width)?)?;
        self.at += width;
        Some(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// Reads two bytes, or four if `is_wide`.
    pub fn short(&mut self, is_wide: bool) -> Option<u32> {
        self.number(if is_wide { 4 } else { 2 }).and_then(|number| u32::try_from(number).ok())
    }

    /// Returns what was not read.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_all_kinds() {
        let file =
            [&b"\0\0\0\x0Aabcd12"[..], b"\0\0\0\x01wide\0\0\0\0\0\0\0\x13xyz", b"\0\0\0\0rest, to the end of the file"]
                .concat();
        let found: Vec<(&[u8], bool)> = boxes(&file).map(|piece| (piece.data, piece.is_whole)).collect();
        assert_eq!(found, [(&b"12"[..], true), (b"xyz", true), (b", to the end of the file", true)]);
        assert_eq!(find(&file, *b"wide"), Some(&b"xyz"[..]));
    }

    #[test]
    fn damaged_lengths_end_the_list() {
        assert!(boxes(b"\0\0\0\x07abcd").next().is_none());
        assert!(boxes(b"\0\0\0\x01abcd\0\0\0\0\0\0\0\x08").next().is_none());
        let cut: Vec<bool> = boxes(b"\0\0\0\x20abcd1234").map(|piece| piece.is_whole).collect();
        assert_eq!(cut, [false]);
        assert_eq!(boxes(b"\0\0\0\x01abcd\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").count(), 1);
    }
}
