//! The frame header of a JPEG: kind, size, and the cost of its passes, before anything is decoded.

use super::jpeg_markers::{EOI, Markers, SIGNATURE, SOS, Segment, is_frame};
use super::{DecodeError, limits};

/// The most block visits of all passes together. A photograph of 100 megapixels makes some 25 million; each takes up to some
/// 100 ns.
const MAX_VISITS: u64 = 64_000_000;
/// The fixed cost of a pass, in visits.
const PASS: u64 = 400;

/// The frame header (ITU-T T.81 section B.2.2).
pub struct Frame {
    size: [u32; 2],
    bits: u8,
    marker: u8,
    /// Identifier and sampling factors (horizontal, vertical) of each component.
    components: Vec<(u8, [u64; 2])>,
    /// True if all coefficients are held until the last pass.
    pub in_passes: bool,
}

/// Iterates over the segments up to the first truncated one.
fn markers(bytes: &[u8]) -> impl Iterator<Item = Segment<'_>> {
    Markers::from(bytes, SIGNATURE.len()).take_while(|segment| segment.end <= bytes.len())
}

impl Frame {
    /// Parses the markers up to the first scan.
    pub fn find(bytes: &[u8]) -> Option<Self> {
        let mut frame: Option<Self> = None;
        for Segment { marker, data, .. } in markers(bytes) {
            match marker {
                marker if is_frame(marker) || marker == 0xF7 => frame = Some(Self::read(data, marker)?),
                EOI => return None,
                SOS => {
                    let mut frame = frame?;
                    frame.in_passes |= usize::from(*data.first()?) < frame.components.len();
                    return Some(frame);
                }
                _ => {}
            }
        }
        None
    }

    fn read(segment: &[u8], marker: u8) -> Option<Self> {
        let word = |at: usize| Some(u32::from(u16::from_be_bytes(segment.get(at..at + 2)?.try_into().ok()?)));
        let size = [word(3)?, word(1)?];
        let sampling = |c: &[u8]| (c[0], [u64::from(c[1] >> 4).max(1), u64::from(c[1] & 15).max(1)]);
        let components = segment.get(6..)?.chunks_exact(3).map(sampling).collect();
        let in_passes = matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE);
        Some(Self { size, bits: *segment.first()?, marker, components, in_passes })
    }

    /// Checks that kind and size are supported.
    ///
    /// # Errors
    /// If they are not.
    pub fn check(&self) -> Result<(), DecodeError> {
        match self.marker {
            0xC3 => return Err(DecodeError::Variant("lossless JPEG")),
            0xC5..=0xC7 | 0xCD..=0xCF => return Err(DecodeError::Variant("hierarchical JPEG")),
            0xC9 | 0xCA => return Err(DecodeError::Variant("arithmetic JPEG")),
            0xCB => return Err(DecodeError::Variant("lossless arithmetic JPEG")),
            0xF7 => return Err(DecodeError::Variant("JPEG-LS")),
            _ => {}
        }
        match self.bits {
            8 => {}
            12 => return Err(DecodeError::Variant("12-bit JPEG")),
            16 => return Err(DecodeError::Variant("16-bit JPEG")),
            _ => return Err(DecodeError::Damaged),
        }
        match self.components.len() {
            1 | 3 | 4 => {}
            0 => return Err(DecodeError::Damaged),
            _ => return Err(DecodeError::Variant("JPEG (rare colours)")),
        }
        limits::check(self.size)?;
        limits::check_whole(self.memory())
    }

    /// Returns the coefficient bytes held until the last pass.
    pub fn memory(&self) -> u64 {
        if self.in_passes { self.components.iter().map(|c| self.blocks(c) * 128).sum() } else { 0 }
    }

    /// Returns the blocks of a component in a scan of its own.
    fn blocks(&self, (_, sampling): &(u8, [u64; 2])) -> u64 {
        let most = |axis: usize| self.components.iter().map(|(_, s)| s[axis]).max().unwrap_or(1);
        let side = |axis: usize| (u64::from(self.size[axis]) * sampling[axis]).div_ceil(most(axis)).div_ceil(8);
        side(0) * side(1)
    }

    /// Truncates the file before the pass that would exceed the budget. Each pass only refines the picture, which is still
    /// recognisable without the last of thousands.
    pub fn affordable<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        if !self.in_passes {
            return bytes;
        }
        let (mut left, mut is_first) = (MAX_VISITS, true);
        for Segment { marker, place, data, .. } in markers(bytes) {
            if marker == EOI {
                break;
            }
            if marker == SOS {
                let count = data.first().map_or(0, |count| usize::from(*count));
                let names: Vec<u8> = data.iter().skip(1).step_by(2).take(count).copied().collect();
                let visits: u64 =
                    self.components.iter().filter(|(name, _)| names.contains(name)).map(|c| self.blocks(c)).sum();
                match left.checked_sub(visits + PASS) {
                    Some(rest) => left = rest,
                    None if is_first => {}
                    None => return &bytes[..place],
                }
                is_first = false;
            }
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, MAX_VISITS};
    use crate::photos::DecodeError;

    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        [&[0xFF, marker, 0, u8::try_from(body.len() + 2).expect("short")], body].concat()
    }

    /// A picture of one component with `count` empty passes.
    fn passes(marker: u8, side: u16, count: usize) -> Vec<u8> {
        let [high, low] = side.to_be_bytes();
        let frame = segment(marker, &[8, high, low, high, low, 1, 1, 0x11, 0]);
        let scan = segment(0xDA, &[1, 1, 0, 0, 0, 0]);
        [vec![0xFF, 0xD8], frame, scan.repeat(count), vec![0xFF, 0xD9]].concat()
    }

    #[test]
    fn passes_are_read_as_long_as_they_are_affordable() {
        let short = passes(0xC2, 800, 10);
        assert_eq!(Frame::find(&short).expect("a frame").affordable(&short).len(), short.len());
        let long = passes(0xC2, 8000, 1000);
        let cut = Frame::find(&long).expect("a frame").affordable(&long).len();
        assert_eq!((cut - 13 - 2) / 10, usize::try_from(MAX_VISITS / 1_000_400).expect("few"));
        let rubbish = [&long[..15], &[1, 2, 3, 0xFF, 0xFF, 0, 0xFF, 0xD3], &long[15..]].concat();
        assert!(Frame::find(&rubbish).expect("a frame").affordable(&rubbish).len() < cut + 9);
    }

    #[test]
    fn kinds_that_are_not_read_are_named() {
        let kind = |marker| Frame::find(&passes(marker, 8, 1)).expect("a frame").check();
        assert_eq!(kind(0xC3), Err(DecodeError::Variant("lossless JPEG")));
        assert_eq!(kind(0xC6), Err(DecodeError::Variant("hierarchical JPEG")));
        assert_eq!(kind(0xF7), Err(DecodeError::Variant("JPEG-LS")));
        assert_eq!((kind(0xC0), kind(0xC1), kind(0xC2)), (Ok(()), Ok(()), Ok(())));
    }
}
