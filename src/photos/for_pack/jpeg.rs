//! A JPEG reduced to what its pixels and colours need (ITU-T T.81, annex B). Scans stay byte for byte. Segments without the
//! form their marker demands are refused, since they may hide anything.

use crate::photos::container::MAX_PROFILE;
use crate::photos::jpeg_markers::{EOI, Markers, SIGNATURE, SOI, SOS, is_frame, segment};

const ICC: &[u8] = b"ICC_PROFILE\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// The most segments followed; a picture has a handful of scans.
const MAX_SEGMENTS: usize = 20_000;

/// The first picture of a file, without metadata.
pub struct Bare<'a> {
    /// Resolution and colour transform (JFIF, Adobe), as complete segments.
    head: Vec<u8>,
    /// The colour profile, as complete segments.
    profile: Vec<u8>,
    /// Tables, frame and scans, up to the end.
    body: Vec<&'a [u8]>,
    /// The payload of the frame header.
    pub frame: &'a [u8],
}

/// Parses a JPEG; `None` if its segments cannot be followed to the end of the picture, or one is malformed.
pub fn bare(bytes: &[u8]) -> Option<Bare<'_>> {
    let mut out = Bare { head: Vec::new(), profile: Vec::new(), body: Vec::new(), frame: &[] };
    let (mut has_jfif, mut profile, mut is_after_scan) = (false, Vec::new(), false);
    for part in Markers::of(bytes)?.take(MAX_SEGMENTS) {
        if is_after_scan {
            out.body.push(part.before);
        } else if !part.is_next() {
            return None;
        }
        let (marker, words) = (part.marker, part.data);
        if marker == EOI {
            out.profile = profile_segments(profile);
            return (!out.frame.is_empty()).then_some(out);
        }
        // Standalone markers are not allowed between segments.
        if matches!(marker, 0x00..=0xBF | SOI) || !part.is_whole {
            return None;
        }
        is_after_scan = marker == SOS;
        let segment = bytes.get(part.place..part.end)?;
        match marker {
            0xC0..=0xDF if !is_sound(marker, words) => return None,
            0xC0..=0xDF => {
                if is_frame(marker) {
                    // A second frame is another picture, as in pyramids.
                    if !out.frame.is_empty() {
                        return None;
                    }
                    out.frame = words;
                }
                out.body.push(segment);
            }
            0xE0 if words.starts_with(b"JFIF\0") && words.len() >= 14 && !has_jfif => {
                has_jfif = true;
                // Version, unit and resolution; the thumbnail after them (JFIF 1.02) is dropped.
                out.head.extend([0xFF, 0xE0, 0, 16]);
                out.head.extend(&words[..12]);
                out.head.extend([0, 0]);
            }
            0xE2 if words.starts_with(ICC) => profile.push(words.get(ICC.len()..)?),
            // Adobe: the colour transform (T.872, 6.5.3).
            0xEE if words.starts_with(b"Adobe") && words.len() >= 12 => {
                out.head.extend([0xFF, 0xEE, 0, 14]);
                out.head.extend(&words[..12]);
            }
            _ => {}
        }
    }
    None
}

impl Bare<'_> {
    /// Builds the file, with the Exif block and XMP packet if given and short enough.
    pub fn file(&self, exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Vec<u8> {
        let mut out = SIGNATURE.to_vec();
        // JFIF demands the first place, and so does Exif: every reader takes them in this order.
        out.extend(&self.head);
        for (mark, block) in [(&b"Exif\0\0"[..], exif), (XMP, xmp)] {
            if let Some(block) = block {
                out.extend(segment(0xE1, &[mark, block].concat()).unwrap_or_default());
            }
        }
        out.extend(&self.profile);
        self.body.iter().for_each(|part| out.extend(*part));
        out.extend([0xFF, EOI]);
        out
    }
}

/// Returns whether a segment has exactly the form its marker demands (T.81, B.2).
fn is_sound(marker: u8, words: &[u8]) -> bool {
    let count = |at: usize| words.get(at).map_or(0, |&n| usize::from(n));
    match marker {
        0xC4 => tables(words, |rest| {
            let codes: usize = rest.get(1..17)?.iter().map(|&n| usize::from(n)).sum();
            (codes <= 256 && rest[0] & 0xEE == 0).then_some(17 + codes)
        }),
        0xDB => tables(words, |rest| match *rest.first()? {
            0..=3 => Some(65),
            0x10..=0x13 => Some(129),
            _ => None,
        }),
        0xCC => words.len().is_multiple_of(2) && words.len() <= 64,
        SOS => matches!(count(0), 1..=4) && words.len() == 4 + 2 * count(0),
        // DNL, DRI.
        0xDC | 0xDD => words.len() == 2,
        _ if is_frame(marker) => matches!(count(5), 1..=4) && words.len() == 6 + 3 * count(5),
        // JPG, DHP, EXP: not in supported pictures.
        _ => false,
    }
}

/// Returns whether tables of known lengths fill the segment.
fn tables(mut words: &[u8], length: impl Fn(&[u8]) -> Option<usize>) -> bool {
    while !words.is_empty() {
        let Some(rest) = length(words).and_then(|length| words.get(length..)) else { return false };
        words = rest;
    }
    true
}

/// Returns whether a JPEG holds only tables, as those of a TIFF do.
pub fn is_only_tables(bytes: &[u8]) -> bool {
    for part in Markers::from(bytes, SIGNATURE.len()) {
        match part.marker {
            _ if !part.before.is_empty() => return false,
            0xC4 | 0xDB | 0xDD if part.is_whole && is_sound(part.marker, part.data) => {}
            marker => return marker == EOI && part.end == bytes.len(),
        }
    }
    false
}

/// Returns the segments of a profile unchanged, if they form a valid one.
fn profile_segments(pieces: Vec<&[u8]>) -> Vec<u8> {
    let mut sorted: Vec<&[u8]> = pieces.clone();
    sorted.sort_by_key(|piece| piece.first());
    let whole: Vec<u8> = sorted.iter().flat_map(|piece| piece.get(2..).unwrap_or_default()).copied().collect();
    if !is_profile(&whole) {
        return Vec::new();
    }
    pieces.into_iter().filter_map(|piece| segment(0xE2, &[ICC, piece].concat())).flatten().collect()
}

/// Returns whether bytes are a colour profile, by length and signature (ICC.1:2010, 7.2).
pub fn is_profile(bytes: &[u8]) -> bool {
    let length = bytes.get(..4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes);
    let whole = length.is_some_and(|length| usize::try_from(length).is_ok_and(|length| length == bytes.len()));
    whole && bytes.len() <= MAX_PROFILE && bytes.get(36..40) == Some(b"acsp")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photos::{Pixels, encode_jpeg};

    fn picture() -> Vec<u8> {
        let rgba = (0..64 * 48_u32).flat_map(|i| [(i % 251) as u8, (i / 64 % 251) as u8, 90, 255]).collect();
        encode_jpeg(&Pixels { width: 64, height: 48, rgba }, 90.0).expect("encoded")
    }

    fn with(picture: &[u8], marker: u8, data: &[u8]) -> Vec<u8> {
        [&picture[..2], &segment(marker, data).expect("short"), &picture[2..]].concat()
    }

    #[test]
    fn what_is_not_needed_is_left_behind() {
        let plain = picture();
        let clean = bare(&plain).expect("it is sound").file(None, None);
        for (marker, data) in [
            (0xE1, &b"Exif\0\0secret"[..]),
            (0xFE, b"secret"),
            (0xED, b"secret"),
            (0xE2, b"MPF\0secret"),
            (0xE0, b"JFXX\0secret"),
        ] {
            let tagged = [with(&plain, marker, data), b"secret behind".to_vec()].concat();
            assert_eq!(bare(&tagged).expect("it is sound").file(None, None), clean, "{marker:x}");
        }
    }

    #[test]
    fn what_is_not_what_it_says_is_not_followed() {
        let plain = picture();
        for (marker, data) in
            [(0xC4, &b"29.6500"[..]), (0xDB, b"\x0029.6500"), (0xDD, b"29.6500"), (0xDA, b"29.6500"), (0xC8, b"")]
        {
            assert!(bare(&with(&plain, marker, data)).is_none(), "{marker:x}");
        }
        assert!(bare(&plain[..plain.len() - 2]).is_none(), "no end");
        let trailing = [&plain[..plain.len() - 2], b" +29.6500+091.1000/"].concat();
        assert!(bare(&trailing).is_none(), "the end is missing before what follows");
        // An invalid profile is dropped, the picture stays.
        let odd = with(&plain, 0xE2, b"ICC_PROFILE\0\x01\x0129.6500");
        assert_eq!(bare(&odd).expect("sound").file(None, None), bare(&plain).expect("sound").file(None, None));
    }
}
