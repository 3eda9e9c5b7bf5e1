//! Size and metadata boxes of a JPEG 2000 (ISO/IEC 15444-1, annexes A and I). No pixels are decoded.

use std::borrow::Cow;
use std::ops::Range;

use super::boxes::{self, boxes};
use super::fields::{be32, has};
use super::{Blocks, MAX_PROFILE, MAX_XMP};

/// The first bytes of a codestream: its start and its size.
pub const BARE: &[u8] = b"\xFF\x4F\xFF\x51";
/// The first bytes of a file of boxes.
pub const BOXED: &[u8] = b"\0\0\0\x0CjP  \r\n\x87\n";
/// The names of boxes with metadata: XMP (part 3, 1.1.4), IPTC, Exif.
const XMP: &[u8; 16] = b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";
const IPTC: &[u8; 16] = b"\x33\xC7\xA4\xD2\xB8\x1D\x47\x23\xA0\xBA\xF1\xA3\xE0\x97\xAD\x38";
const EXIF: &[u8; 16] = b"JpgTiffExif->JP2";

/// Returns width and height: of the boxes' header, else of the codestream.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    if bytes.starts_with(BARE) {
        return stream_size(bytes);
    }
    let ihdr = boxes::find(boxes::find(bytes, *b"jp2h")?, *b"ihdr")?;
    Some([be32(ihdr, 4)?, be32(ihdr, 0)?])
}

/// Returns width and height of a codestream: the far edges of the picture on its grid, less the near ones (A.5.1).
pub fn stream_size(stream: &[u8]) -> Option<[u32; 2]> {
    let side = |far: usize| be32(stream, far)?.checked_sub(be32(stream, far + 8)?);
    if has(stream, 0, BARE) { Some([side(8)?, side(12)?]) } else { None }
}

/// Returns where the first codestream is.
pub fn codestream(bytes: &[u8]) -> Option<Range<usize>> {
    if bytes.starts_with(BARE) {
        return Some(0..bytes.len());
    }
    boxes(bytes).find(|piece| piece.kind == *b"jp2c").map(|piece| piece.at..piece.at + piece.data.len())
}

/// Returns the TIFF structure of the box with Exif.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    named(bytes, EXIF).map(super::without_exif_mark)
}

/// Returns the contents of the first box with a name of sixteen bytes.
fn named<'a>(bytes: &'a [u8], name: &[u8; 16]) -> Option<&'a [u8]> {
    boxes(bytes)
        .filter(|piece| piece.kind == *b"uuid" && piece.is_whole)
        .find_map(|piece| piece.data.strip_prefix(name))
}

/// Collects all metadata blocks.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    if bytes.starts_with(BARE) {
        return Blocks::default();
    }
    Blocks {
        exif: exif(bytes).map(Cow::Borrowed),
        xmp: named(bytes, XMP).filter(|packet| packet.len() <= MAX_XMP).map(Cow::Borrowed),
        iptc: named(bytes, IPTC).map(Cow::Borrowed),
        icc: profile(bytes).map(Cow::Borrowed),
        ..Blocks::default()
    }
}

/// Returns the colour profile (I.5.3.3): methods 2 and 3 have one.
fn profile(bytes: &[u8]) -> Option<&[u8]> {
    let colours = boxes(boxes::find(bytes, *b"jp2h")?).filter(|piece| piece.kind == *b"colr" && piece.is_whole);
    let profile = |piece: boxes::Piece<'_>| matches!(piece.data.first(), Some(2 | 3));
    let data = colours.filter(|piece| profile(*piece)).find_map(|piece| piece.data.get(3..))?;
    (1..=MAX_PROFILE).contains(&data.len()).then_some(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len() + 8).expect("short").to_be_bytes();
        [&length[..], &kind, data].concat()
    }

    #[test]
    fn sizes_and_blocks() {
        let ihdr = piece(*b"ihdr", b"\0\0\0\x02\0\0\0\x03\0\x03\x07\x07\0\0");
        let colr = piece(*b"colr", b"\x02\0\0profile");
        let named = |name: &[u8; 16], data: &[u8]| piece(*b"uuid", &[name, data].concat());
        let file = [
            BOXED.to_vec(),
            piece(*b"jp2h", &[ihdr, colr].concat()),
            named(XMP, b"<x/>"),
            named(EXIF, b"Exif\0\0MM\0*"),
            named(IPTC, b"\x1C"),
        ]
        .concat();
        assert_eq!(size(&file), Some([3, 2]));
        let blocks = blocks(&file);
        assert_eq!(blocks.icc.as_deref(), Some(&b"profile"[..]));
        assert_eq!(blocks.xmp.as_deref(), Some(&b"<x/>"[..]));
        assert_eq!(blocks.exif.as_deref(), Some(&b"MM\0*"[..]));
        assert_eq!(blocks.iptc.as_deref(), Some(&b"\x1C"[..]));
    }

    #[test]
    fn the_size_of_a_codestream_is_that_of_its_window() {
        let siz = |numbers: [u32; 4]| {
            let numbers: Vec<u8> = numbers.iter().flat_map(|n| n.to_be_bytes()).collect();
            [BARE, b"\0\x2F\0\0", &numbers].concat()
        };
        assert_eq!(size(&siz([10, 20, 1, 2])), Some([9, 18]));
        assert_eq!(size(&siz([10, 20, 11, 2])), None);
    }
}
