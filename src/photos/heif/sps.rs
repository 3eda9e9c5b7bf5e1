//! The size of a picture coded with HEVC, from its parameters (ITU-T H.265, 7.3.2.2), known before anything is allocated.

use crate::photos::container::fields::{be16, slice};

/// What is known before decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// Width and height as coded, before the window is cut out.
    pub size: [u32; 2],
    /// Bytes of the samples of all planes.
    pub bytes: u64,
}

/// Reads the sequence parameters of an `hvcC` (ISO/IEC 14496-15, 8.3.3.1).
pub fn of(parameters: &[u8]) -> Option<Coded> {
    let mut at = 23;
    for _ in 0..*parameters.get(22)? {
        let kind = parameters.get(at)? & 0x3F;
        let count = be16(parameters, at + 1)?;
        at += 3;
        for _ in 0..count {
            let length = usize::from(be16(parameters, at)?);
            let unit = slice(parameters, at + 2, length)?;
            if kind == 33 {
                return parsed(unit);
            }
            at += 2 + length;
        }
    }
    None
}

fn parsed(unit: &[u8]) -> Option<Coded> {
    // A third zero byte that was put between others, so that nothing looks like the start of a unit, goes out again.
    let mut bytes = Vec::with_capacity(unit.len());
    for byte in unit.iter().skip(2) {
        if !(*byte == 3 && bytes.ends_with(&[0, 0])) {
            bytes.push(*byte);
        }
    }
    let mut bits = Bits { bytes: &bytes, at: 4 };
    let layers = bits.read(3)?;
    bits.read(1)?;
    profile(&mut bits, layers)?;
    bits.golomb()?;
    let chroma = bits.golomb()?;
    if chroma == 3 {
        bits.read(1)?;
    }
    let size = [bits.golomb()?, bits.golomb()?];
    if bits.read(1)? == 1 {
        for _ in 0..4 {
            bits.golomb()?;
        }
    }
    let deep = bits.golomb()? > 0;
    let halves = match chroma {
        0 => 2,
        1 => 3,
        2 => 4,
        3 => 6,
        _ => return None,
    };
    // More than any picture has; its multiples do not overflow.
    let pixels = (u64::from(size[0]) * u64::from(size[1])).min(1 << 56);
    Some(Coded { size, bytes: pixels * halves / 2 * if deep { 2 } else { 1 } })
}

/// Skips profiles and levels (7.3.3).
fn profile(bits: &mut Bits<'_>, layers: u32) -> Option<()> {
    bits.skip(96)?;
    let present: Vec<[u32; 2]> = (0..layers).map(|_| Some([bits.read(1)?, bits.read(1)?])).collect::<Option<_>>()?;
    if layers > 0 {
        bits.skip(2 * (8 - usize::try_from(layers).ok()?))?;
    }
    for [profile, level] in present {
        bits.skip(if profile == 1 { 88 } else { 0 } + if level == 1 { 8 } else { 0 })?;
    }
    Some(())
}

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn read(&mut self, count: usize) -> Option<u32> {
        let mut value = 0;
        for _ in 0..count {
            let byte = *self.bytes.get(self.at / 8)?;
            value = value << 1 | u32::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(value)
    }

    fn skip(&mut self, count: usize) -> Option<()> {
        self.at = self.at.checked_add(count)?;
        (self.at <= self.bytes.len() * 8).then_some(())
    }

    /// Reads a number whose length is told by the zeros before it (9.2).
    fn golomb(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while self.read(1)? == 0 {
            zeros += 1;
        }
        if zeros > 20 { None } else { Some((1 << zeros) - 1 + self.read(zeros)?) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parameters_of_a_picture() {
        // As libheif's encoder writes them for 1440 × 960 in 4:2:0.
        let unit = [
            0x42, 1, 1, 1, 0x60, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0, 3, 0, 0xBA, 0xA0, 2, 0xD0, 0x80, 0x3C, 0x1F, 0xE5,
            0xF9, 0x24, 0x6D, 0x9E, 0xD9,
        ];
        let length = u8::try_from(unit.len()).expect("short");
        let parameters = [&[0; 22][..], &[2, 32, 0, 1, 0, 1, 0x40, 33, 0, 1, 0, length], &unit].concat();
        assert_eq!(of(&parameters), Some(Coded { size: [1440, 960], bytes: 1440 * 960 * 3 / 2 }));
        for end in 0..parameters.len() {
            let _nothing = of(&parameters[..end]);
        }
    }
}
