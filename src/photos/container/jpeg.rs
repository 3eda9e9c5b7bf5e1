//! Size and metadata blocks of a JPEG (ITU T.81, Exif 2.32, ICC.1:2010 annex B, XMP part 3). Nothing is decoded, and nothing
//! after the first scan is read: neither the second picture of an MPO nor a phone's gain map.

use std::borrow::Cow;

use super::fields::{be16, be32, has, index, slice};
use super::{Blocks, MAX_PROFILE, MAX_XMP, tiff};
use crate::photos::jpeg_markers::{EOI, Markers, SIGNATURE, SOI, SOS, Segment, TEM, is_frame};

const EXIF: &[u8] = b"Exif\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const MORE_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// The Photoshop resource that holds IPTC records.
const IPTC_RESOURCE: u16 = 0x0404;

/// The most segments examined. Real files have about 20, those with extended XMP about 300.
const MAX_SEGMENTS: usize = 5000;

/// Iterates over the segments up to the first scan or the end.
fn segments(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    let all = Markers::from(bytes, SIGNATURE.len()).filter(|s| !matches!(s.marker, TEM | SOI));
    all.take_while(|s| !matches!(s.marker, EOI | SOS)).take(MAX_SEGMENTS)
}

/// Returns width and height from the first frame header.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let frame = segments(bytes).find(|s| is_frame(s.marker))?;
    // Precision, height, width (T.81 B.2.2).
    Some([be16(frame.data, 3)?.into(), be16(frame.data, 1)?.into()])
}

/// Returns the TIFF structure of the first Exif segment.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    segments(bytes).filter(|s| s.marker == 0xE1 && s.is_whole).find_map(|s| exif_of(s.data))
}

fn exif_of(data: &[u8]) -> Option<&[u8]> {
    // "Exif", a zero and a padding byte, whose value some writers get wrong (Exif 2.32, 4.7.2).
    let block = data.strip_prefix(EXIF)?.get(1..)?;
    // An invalid block does not hide a later one.
    tiff::Tiff::new(block).map(|_| block)
}

/// Collects all metadata blocks.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let mut blocks = Blocks::default();
    let (mut profile, mut more) = (Profile::default(), Vec::new());
    for segment in segments(bytes).filter(|s| s.is_whole) {
        match segment.marker {
            0xE1 => {
                blocks.exif = blocks.exif.or_else(|| exif_of(segment.data).map(Cow::Borrowed));
                if blocks.xmp.is_none() {
                    blocks.xmp = segment.data.strip_prefix(XMP).map(Cow::Borrowed);
                }
                more.extend(segment.data.strip_prefix(MORE_XMP));
            }
            0xE2 => profile.take(segment.data),
            0xED => {
                let resources = segment.data.strip_prefix(PHOTOSHOP);
                blocks.iptc = blocks.iptc.or_else(|| resources.and_then(iptc_of_resources).map(Cow::Borrowed));
            }
            _ => {}
        }
    }
    blocks.icc = profile.join();
    blocks.more_xmp = joined(&more);
    blocks
}

/// Joins the pieces of extended XMP: each has an identifier, the total length and its own offset (XMP part 3, 1.1.3.1). Those
/// with the identifier of the first belong together.
fn joined(pieces: &[&[u8]]) -> Option<Vec<u8>> {
    let name = pieces.first()?.get(..32)?;
    let length = index(be32(pieces.first()?, 32)?).filter(|length| *length <= MAX_XMP)?;
    let (mut out, mut filled) = (vec![0; length], 0_usize);
    for piece in pieces.iter().filter(|piece| piece.starts_with(name)) {
        let (from, data) = (index(be32(piece, 36)?)?, piece.get(40..)?);
        out.get_mut(from..from.checked_add(data.len())?)?.copy_from_slice(data);
        filled = filled.saturating_add(data.len());
    }
    (filled == length).then_some(out)
}

/// Finds the IPTC records among Photoshop's image resources (Photoshop file formats, "Image Resource Blocks").
pub fn iptc_of_resources(resources: &[u8]) -> Option<&[u8]> {
    let mut at = 0_usize;
    while has(resources, at, b"8BIM") {
        let id = be16(resources, at.checked_add(4)?)?;
        // A Pascal string, including its length byte, padded to an even length.
        let name = usize::from(*resources.get(at.checked_add(6)?)?).checked_add(1)?.next_multiple_of(2);
        let length_at = at.checked_add(6)?.checked_add(name)?;
        let length = index(be32(resources, length_at)?)?;
        let from = length_at.checked_add(4)?;
        if id == IPTC_RESOURCE {
            return slice(resources, from, length);
        }
        at = from.checked_add(length)?.checked_next_multiple_of(2)?;
    }
    None
}

/// The pieces of a colour profile, each numbered from 1 and with the total number (ICC.1:2010, annex B).
#[derive(Default)]
struct Profile<'a> {
    pieces: Vec<(u8, &'a [u8])>,
    count: u8,
    broken: bool,
}

impl<'a> Profile<'a> {
    fn take(&mut self, data: &'a [u8]) {
        let Some([place, count, piece @ ..]) = data.strip_prefix(ICC) else { return };
        let known = self.pieces.iter().any(|(p, _)| p == place);
        let fits = *place > 0 && place <= count && (self.count == 0 || self.count == *count);
        if known || !fits {
            self.broken = true;
        } else {
            self.count = *count;
            self.pieces.push((*place, piece));
        }
    }

    fn join(mut self) -> Option<Cow<'a, [u8]>> {
        let total: usize = self.pieces.iter().map(|(_, piece)| piece.len()).sum();
        let complete = self.pieces.len() == usize::from(self.count);
        if self.broken || !complete || total == 0 || total > MAX_PROFILE {
            return None;
        }
        if let [(_, only)] = self.pieces[..] {
            return Some(Cow::Borrowed(only));
        }
        self.pieces.sort_unstable_by_key(|(place, _)| *place);
        Some(Cow::Owned(self.pieces.iter().flat_map(|(_, piece)| piece.iter().copied()).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        crate::photos::jpeg_markers::segment(marker, data).expect("short")
    }

    #[test]
    fn a_profile_in_pieces_is_joined_in_its_own_order() {
        let piece = |place, text: &[u8]| segment(0xE2, &[ICC, &[place, 3], text].concat());
        let good = [b"\xFF\xD8".to_vec(), piece(2, b"two"), piece(3, b"three"), piece(1, b"one")].concat();
        assert_eq!(blocks(&good).icc.as_deref(), Some(&b"onetwothree"[..]));
        let missing = [b"\xFF\xD8".to_vec(), piece(2, b"two"), piece(1, b"one")].concat();
        assert_eq!(blocks(&missing).icc, None);
        let twice = [good, piece(1, b"again")].concat();
        assert_eq!(blocks(&twice).icc, None);
    }

    #[test]
    fn iptc_is_found_behind_other_resources() {
        let resource = |id: u16, name: &[u8], data: &[u8]| {
            let mut all = [b"8BIM", &id.to_be_bytes()[..], name].concat();
            all.extend(u32::try_from(data.len()).expect("short").to_be_bytes());
            all.extend(data);
            all.extend(vec![0; data.len() % 2]);
            all
        };
        let data = [PHOTOSHOP.to_vec(), resource(1005, b"\x02ab\0", b"odd"), resource(0x0404, b"\0\0", b"records")];
        let file = [b"\xFF\xD8".to_vec(), segment(0xED, &data.concat())].concat();
        assert_eq!(blocks(&file).iptc.as_deref(), Some(&b"records"[..]));
    }

    #[test]
    fn a_long_packet_is_joined() {
        let piece = |name: u8, from: u32, data: &[u8]| {
            segment(0xE1, &[MORE_XMP, &[name; 32], &6_u32.to_be_bytes(), &from.to_be_bytes(), data].concat())
        };
        let file = |pieces: &[Vec<u8>]| [b"\xFF\xD8".to_vec(), pieces.concat()].concat();
        let all = [piece(b'A', 3, b"def"), piece(b'B', 0, b"other!"), piece(b'A', 0, b"abc")];
        assert_eq!(blocks(&file(&all)).more_xmp.as_deref(), Some(&b"abcdef"[..]));
        assert_eq!(blocks(&file(&all[..2])).more_xmp, None, "a piece is missing");
        assert_eq!(blocks(&file(&[piece(b'A', 4, b"def")])).more_xmp, None);
    }

    #[test]
    fn fill_bytes_and_other_segments_stand_before_the_size() {
        let frame = segment(0xC2, &[8, 0, 20, 0, 30, 3]);
        let file = [b"\xFF\xD8\xFF\xFF".to_vec(), segment(0xFE, b"\xFF\xC0 no frame"), vec![0xFF], frame].concat();
        assert_eq!(size(&file), Some([30, 20]));
        // Truncated within the frame header, after the relevant fields.
        assert_eq!(size(&file[..file.len() - 1]), Some([30, 20]));
        assert_eq!(size(&file[..file.len() - 3]), None);
    }
}
