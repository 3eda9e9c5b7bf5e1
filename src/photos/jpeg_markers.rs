//! The only parser of JPEG markers and segments (ITU-T T.81, Annex B). Nothing is decoded, and no allocation depends on a
//! claimed length.
//!
//! Bytes that are no marker are skipped as libjpeg does: fill bytes, garbage between segments, scan data. Strict callers
//! check [`Segment::before`] and [`Segment::is_whole`].
//!
//! Two crates overlap with this. `img-parts` 0.4.2 returns all behind the first scan header as one piece, without offsets,
//! and nothing for a file truncated before its first scan, such as a head read for the size. `kamadak-exif` 0.6.2 finds only
//! Exif, reads through all scans if there is none, and copies every segment on the way. So neither (3,300 and 6,600 lines)
//! would replace this parser, nor those of XMP, IPTC and TIFF.

use memchr::memchr;

/// Start of image.
pub const SOI: u8 = 0xD8;
/// End of image.
pub const EOI: u8 = 0xD9;
/// Start of scan: entropy-coded data follow.
pub const SOS: u8 = 0xDA;
/// Temporary use in arithmetic coding.
pub const TEM: u8 = 0x01;
/// The first bytes of every file.
pub const SIGNATURE: [u8; 2] = [0xFF, SOI];
/// The longest payload of a segment: its two-byte length includes itself.
const LONGEST: usize = 0xFFFF - 2;

/// A marker, with its segment if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The marker code. Never a restart marker: those belong to the scan data.
    pub marker: u8,
    /// The skipped bytes before it: scan data after a scan header, elsewhere fill bytes or garbage.
    pub before: &'a [u8],
    /// Offset of the marker.
    pub place: usize,
    /// The payload, without its length, as far as it is at hand; empty for a marker without a segment.
    pub data: &'a [u8],
    /// Offset of its declared end, possibly beyond the bytes at hand.
    pub end: usize,
    /// False if truncated, or if the length is invalid.
    pub is_whole: bool,
}

impl Segment<'_> {
    /// Returns whether only fill bytes precede it (T.81, B.1.1.2).
    pub fn is_next(&self) -> bool {
        self.before.iter().all(|byte| *byte == 0xFF)
    }
}

/// Returns whether the marker begins a frame: SOF0 to SOF15, without DHT, JPG and DAC.
pub fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Encodes a marker segment; `None` if it would be too long.
pub fn segment(marker: u8, data: &[u8]) -> Option<Vec<u8>> {
    let length = u16::try_from(data.len()).ok().filter(|_| data.len() <= LONGEST)? + 2;
    Some([&[0xFF, marker], &length.to_be_bytes()[..], data].concat())
}

/// Returns the marker at the start of `bytes` and the length of it and its segment; 0xFF for a fill byte.
pub fn first(bytes: &[u8]) -> Option<(u8, usize)> {
    match *bytes {
        [0xFF, marker @ (0x00 | TEM | 0xD0..=EOI | 0xFF), ..] => Some((marker, 2)),
        // The length includes its own two bytes.
        [0xFF, marker, high, low, ..] => Some((marker, 2 + usize::from(u16::from_be_bytes([high, low])).max(2))),
        _ => None,
    }
}

/// Iterates over the markers of a file in order, without those allowed within scan data.
#[derive(Clone)]
pub struct Markers<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Markers<'a> {
    /// Starts at an offset.
    pub fn from(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Starts after the SOI marker; `None` if the file is no JPEG.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        bytes.starts_with(&SIGNATURE).then(|| Self::from(bytes, SIGNATURE.len()))
    }
}

impl<'a> Iterator for Markers<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let from = self.at;
        loop {
            let place = self.at + memchr(0xFF, self.bytes.get(self.at..)?)?;
            let marker = *self.bytes.get(place + 1)?;
            match marker {
                0xFF => self.at = place + 1,
                0x00 | 0xD0..=0xD7 => self.at = place + 2,
                _ => {
                    let whole = first(self.bytes.get(place..)?);
                    let end = place + whole.map_or(4, |(_, length)| length);
                    self.at = end.min(self.bytes.len());
                    let data = self.bytes.get(place + 4..self.at).unwrap_or_default();
                    let is_alone = matches!(marker, TEM | SOI | EOI);
                    let is_length = self.bytes.get(place + 2..place + 4).is_some_and(|length| length >= &[0, 2][..]);
                    let is_whole = end <= self.bytes.len() && (is_alone || is_length);
                    let before = self.bytes.get(from..place)?;
                    return Some(Segment { marker, before, place, data, end, is_whole });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(bytes: &[u8]) -> Vec<(u8, &[u8], bool)> {
        Markers::from(bytes, 0).map(|s| (s.marker, s.data, s.is_whole)).collect()
    }

    #[test]
    fn fill_rubbish_and_the_data_of_scans_are_passed_over_and_can_be_told_apart() {
        let scan = [1, 0xFF, 0, 2, 0xFF, 0xD3, 3];
        let file = [
            &SIGNATURE[..],
            &[0xFF, 0xFF],
            &segment(0xE1, b"\xFF\xD9 no end").expect("short"),
            b"rubbish",
            &segment(SOS, b"head").expect("short"),
            &scan,
            &[0xFF, EOI, 7],
        ]
        .concat();
        let parts: Vec<_> = Markers::of(&file).expect("a JPEG").collect();
        assert_eq!(parts.iter().map(|part| part.marker).collect::<Vec<_>>(), [0xE1, SOS, EOI]);
        assert_eq!(parts.iter().map(Segment::is_next).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(
            (parts[0].data, parts[1].before, parts[2].before),
            (&b"\xFF\xD9 no end"[..], &b"rubbish"[..], &scan[..])
        );
        assert_eq!((parts[2].end, parts[2].is_whole), (file.len() - 1, true));
        assert!(Markers::of(b"GIF89a").is_none());
    }

    #[test]
    fn a_segment_that_is_cut_off_gives_what_is_there_and_ends_the_walk() {
        assert_eq!(walked(&[0xFF, 0xE0, 0, 9, 1, 2]), [(0xE0, &[1, 2][..], false)]);
        for cut in [&[0xFF, 0xE0, 0][..], &[0xFF, 0xE0]] {
            assert_eq!(walked(cut), [(0xE0, &[][..], false)]);
        }
        for nothing in [&[0xFF][..], &[0xFF, 0xFF, 0xFF], &[0xFF, 0], &[]] {
            assert_eq!(walked(nothing), []);
        }
    }

    #[test]
    fn a_length_that_does_not_count_itself_is_none() {
        let file = [0xFF, 0xE0, 0, 1, 0xFF, EOI];
        assert_eq!(walked(&file), [(0xE0, &[][..], false), (EOI, &[][..], true)]);
    }

    #[test]
    fn what_is_too_long_for_a_segment_is_not_written() {
        assert!(segment(0xE1, &vec![0; LONGEST]).is_some_and(|whole| first(&whole) == Some((0xE1, whole.len()))));
        assert_eq!(segment(0xE1, &vec![0; LONGEST + 1]), None);
    }
}
