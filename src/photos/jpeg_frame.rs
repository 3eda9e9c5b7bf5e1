//! What a JPEG's markers say before anything is decoded: kind, size, and what its passes will cost.

use super::{DecodeError, limits};

/// The most blocks that all passes of a picture may visit, together. A photograph of 100 megapixels has some 25 million visits;
/// each takes up to some 100 ns.
const MAX_VISITS: u64 = 64_000_000;
/// What a pass costs before it visits a block, in visits.
const PASS: u64 = 400;

/// What the frame header says (ITU-T T.81 section B.2.2), with what follows from it for memory.
pub struct Frame {
    size: [u32; 2],
    bits: u8,
    marker: u8,
    /// Number and sampling of each component, across and down.
    components: Vec<(u8, [u64; 2])>,
    /// True where all coefficients are held until the last pass.
    pub in_passes: bool,
}

/// The markers of a file in order, each with its place, its segment where it has one, and where the next may be looked for.
struct Markers<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Markers<'a> {
    type Item = (u8, usize, &'a [u8]);

    /// As libjpeg does it, what is no marker is passed over: rubbish, and the data of scans.
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            let place = self.at + rest.iter().position(|byte| *byte == 0xFF)?;
            let marker = *self.bytes.get(place + 1)?;
            self.at = place + if marker == 0xFF { 1 } else { 2 };
            match marker {
                0xFF | 0x00 | 0x01 | 0xD0..=0xD8 => {}
                0xD9 => return Some((marker, place, &[])),
                _ => {
                    let length = self.bytes.get(place + 2..place + 4)?.try_into().ok().map(u16::from_be_bytes)?;
                    let end = place.checked_add(2 + usize::from(length.max(2)))?;
                    let segment = self.bytes.get(place + 4..end)?;
                    self.at = end;
                    return Some((marker, place, segment));
                }
            }
        }
    }
}

impl Frame {
    /// Walks the markers up to the first scan.
    pub fn find(bytes: &[u8]) -> Option<Self> {
        let mut frame: Option<Self> = None;
        for (marker, _, segment) in (Markers { bytes, at: 2 }) {
            match marker {
                0xC0..=0xCF | 0xF7 if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                    frame = Some(Self::read(segment, marker)?)
                }
                0xD9 => return None,
                0xDA => {
                    let mut frame = frame?;
                    frame.in_passes |= usize::from(*segment.first()?) < frame.components.len();
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

    /// Checks that it is of a kind and size that is read.
    ///
    /// # Errors
    /// Where it is not.
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

    /// How many bytes are held until the last pass of a picture.
    pub fn memory(&self) -> u64 {
        if self.in_passes { self.components.iter().map(|c| self.blocks(c) * 128).sum() } else { 0 }
    }

    /// The blocks of a component where it stands alone in a scan.
    fn blocks(&self, (_, sampling): &(u8, [u64; 2])) -> u64 {
        let most = |axis: usize| self.components.iter().map(|(_, s)| s[axis]).max().unwrap_or(1);
        let side = |axis: usize| (u64::from(self.size[axis]) * sampling[axis]).div_ceil(most(axis)).div_ceil(8);
        side(0) * side(1)
    }

    /// The file up to the pass that would cost too much. Each pass only makes a picture finer, and without the last ones
    /// of thousands it can still be seen.
    pub fn affordable<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        if !self.in_passes {
            return bytes;
        }
        let (mut left, mut is_first) = (MAX_VISITS, true);
        for (marker, place, segment) in (Markers { bytes, at: 2 }) {
            if marker == 0xD9 {
                break;
            }
            if marker == 0xDA {
                let count = segment.first().map_or(0, |count| usize::from(*count));
                let names: Vec<u8> = segment.iter().skip(1).step_by(2).take(count).copied().collect();
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

    /// A picture of one component with so many empty passes.
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
