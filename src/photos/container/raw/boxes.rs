//! Canon's CR3: boxes (ISO/IEC 14496-12) with previews in some of Canon's own, and the largest JPEG as the first track of a film.
//!
//! Source: <https://github.com/lclevy/canon_cr3>.

use std::borrow::Cow;

use super::{Candidate, Source};
use crate::photos::container::Blocks;
use crate::photos::container::boxes::{MAX_HEAD, Piece, boxes, find, head};
use crate::photos::container::fields::{be32, has};

/// Canon's box of metadata, within `moov`: directories, and the thumbnail.
const METADATA: [u8; 16] = *b"\x85\xC0\xB6\x87\x82\x0F\x11\xE0\x81\x11\xF4\xCE\x46\x2B\x6A\x48";
/// The box with the preview of a screen's size.
pub const PREVIEW: [u8; 16] = *b"\xEA\xF4\x2B\x5E\x1C\x98\x4B\x88\xB9\xFB\xB7\xDC\x40\x6E\x4D\x16";
/// The box with the XMP packet (XMP part 3).
pub const XMP: [u8; 16] = *b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";
/// The name of the directory with positions.
pub const POSITION: [u8; 4] = *b"CMT4";
/// The most boxes of a file that are read.
const MAX_BOXES: usize = 64;
/// The most bytes of a description.
const MAX_MOOV: usize = 4 << 20;
/// Bytes of a preview's box before its JPEG: identifier, numbers, and the head of a box with its size.
const BEFORE_JPEG: usize = 96;

/// Returns where JPEGs should be.
pub fn candidates(source: &mut dyn Source) -> Vec<Candidate> {
    let (mut found, mut at) = (Vec::new(), 0_u64);
    for _ in 0..MAX_BOXES {
        let Some(this) = source.part(at, MAX_HEAD).and_then(head) else { break };
        let start = at.saturating_add(this.length as u64);
        match &this.kind {
            b"moov" => {
                let length = this.whole.map_or(MAX_MOOV as u64, |whole| whole - this.length as u64);
                let length = usize::try_from(length).unwrap_or(MAX_MOOV).min(MAX_MOOV);
                found.extend(source.part(start, length).map(|moov| in_moov(moov, start)).unwrap_or_default());
            }
            b"uuid" => found.extend(source.part(start, BEFORE_JPEG).and_then(|data| {
                let inside = has(data, 0, &PREVIEW).then(|| jpeg_of(data, start)).flatten()?;
                let end = this.whole.map_or(u64::MAX, |whole| at.saturating_add(whole));
                Some(Candidate { length: end.saturating_sub(inside), at: inside, ..Candidate::default() })
            })),
            _ => {}
        }
        let Some(next) = this.whole.and_then(|whole| at.checked_add(whole)) else { break };
        at = next;
    }
    found
}

/// Returns where a JPEG begins within the first bytes of something at an offset.
fn jpeg_of(data: &[u8], at: u64) -> Option<u64> {
    let place = data.windows(3).take(BEFORE_JPEG).position(|three| three == b"\xFF\xD8\xFF")?;
    Some(at + place as u64)
}

/// Returns the thumbnail and the first sample of each track.
fn in_moov(moov: &[u8], start: u64) -> Vec<Candidate> {
    let mut found = Vec::new();
    for piece in boxes(moov).take(MAX_BOXES) {
        if piece.kind == *b"trak" {
            found.extend(first_sample(piece.data));
        } else if let Some(inside) = canon(&piece)
            && let Some(small) = boxes(inside).take(MAX_BOXES).find(|small| small.kind == *b"THMB")
        {
            let at = start + (piece.at + METADATA.len() + small.at) as u64;
            let length = small.data.len() as u64;
            found.extend(jpeg_of(small.data, at).map(|inside| Candidate {
                at: inside,
                length: length.saturating_sub(inside - at),
                ..Candidate::default()
            }));
        }
    }
    found
}

/// Returns what is in Canon's box of metadata.
fn canon<'a>(piece: &Piece<'a>) -> Option<&'a [u8]> {
    (piece.kind == *b"uuid").then(|| piece.data.strip_prefix(&METADATA)).flatten()
}

/// Returns the place of a track's first sample (ISO/IEC 14496-12, 8.7).
fn first_sample(trak: &[u8]) -> Option<Candidate> {
    let table = find(find(find(trak, *b"mdia")?, *b"minf")?, *b"stbl")?;
    let sizes = find(table, *b"stsz")?;
    // One size for all, else a list.
    let length = be32(sizes, 4).filter(|size| *size > 0).or_else(|| be32(sizes, 12))?;
    let wide =
        find(table, *b"co64").and_then(|places| Some(u64::from(be32(places, 8)?) << 32 | u64::from(be32(places, 12)?)));
    let at = wide.or_else(|| find(table, *b"stco").and_then(|places| be32(places, 8)).map(u64::from))?;
    Some(Candidate { at, length: length.into(), ..Candidate::default() })
}

/// Returns one of Canon's boxes of metadata.
pub fn metadata(bytes: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    let moov = find(bytes, *b"moov")?;
    let inside = boxes(moov).take(MAX_BOXES).find_map(|piece| canon(&piece))?;
    find(inside, name)
}

/// Collects all metadata blocks but the colours.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let packet = boxes(bytes)
        .take(MAX_BOXES)
        .filter(|piece| piece.kind == *b"uuid" && piece.is_whole)
        .find_map(|piece| piece.data.strip_prefix(&XMP));
    Blocks {
        exif: metadata(bytes, *b"CMT1").map(Cow::Borrowed),
        more_exif: metadata(bytes, *b"CMT2").map(Cow::Borrowed),
        xmp: packet.map(Cow::Borrowed),
        ..Blocks::default()
    }
}
