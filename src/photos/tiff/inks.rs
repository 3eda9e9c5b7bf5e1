//! Converts the samples of a TIFF to four bytes a pixel.

use super::layout::{Alpha, Colours, Layout, SampleFormat};
use crate::photos::rows::PixelFormat;

/// Unpacks the samples of stored rows and converts them to pixels.
pub struct Painter {
    colours: Colours,
    alpha: Alpha,
    wanted: usize,
    palette: Vec<[u8; 3]>,
    /// The pixels of each byte, where eight of them stand in one; else empty.
    eights: Vec<[[u8; 4]; 8]>,
    /// One row, eight bits a sample; as stored where eight pixels stand in a byte.
    samples: Vec<u8>,
}

impl Painter {
    /// Prepares for a layout.
    pub fn new(layout: &Layout<'_>) -> Self {
        let palette = layout.palette();
        let is_eight = layout.bits == 1 && layout.kind == SampleFormat::Whole && layout.samples == 1;
        let eights = if is_eight { eights(layout.colours, &palette) } else { Vec::new() };
        Self {
            colours: layout.colours,
            alpha: layout.alpha,
            wanted: layout.wanted(),
            palette,
            eights,
            samples: vec![0; layout.size[0] as usize * layout.wanted()],
        }
    }

    /// Returns the meaning of a pixel's four bytes.
    pub fn inks(&self) -> PixelFormat {
        match (self.colours, self.alpha) {
            (Colours::Cmyk, _) => PixelFormat::Cmyk,
            (_, Alpha::None) => PixelFormat::Rgb,
            _ => PixelFormat::Rgba,
        }
    }

    /// Unpacks a row, of all samples or of one plane.
    pub fn take(&mut self, layout: &Layout<'_>, plane: usize, row: &[u8]) {
        let (from, step) = if layout.planar { (plane, 1) } else { (0, layout.samples) };
        let shown = if layout.planar { 1 } else { self.wanted };
        let is_number = self.colours == Colours::Palette;
        let pixels = self.samples.chunks_exact_mut(self.wanted);
        match (layout.bits, layout.kind) {
            (8, SampleFormat::Whole) => {
                for (to, pixel) in pixels.zip(row.chunks_exact(step)) {
                    to[from..from + shown].copy_from_slice(&pixel[..shown]);
                }
            }
            (16, SampleFormat::Whole) => {
                let number = if layout.big { u16::from_be_bytes } else { u16::from_le_bytes };
                for (to, pixel) in pixels.zip(row.chunks_exact(step * 2)) {
                    for (sample, pair) in to[from..from + shown].iter_mut().zip(pixel.as_chunks::<2>().0) {
                        *sample = u8::try_from((u32::from(number(*pair)) * 255 + 32_767) / 65_535).unwrap_or(u8::MAX);
                    }
                }
            }
            _ if !self.eights.is_empty() => self.samples.iter_mut().zip(row).for_each(|(to, byte)| *to = *byte),
            _ => {
                for (x, to) in pixels.enumerate() {
                    for (n, sample) in to[from..from + shown].iter_mut().enumerate() {
                        *sample = eight(layout, row, x * step + n, is_number);
                    }
                }
            }
        }
    }

    /// Converts the unpacked row to pixels.
    pub fn paint(&self, pixels: &mut [u8]) {
        if !self.eights.is_empty() {
            for (to, byte) in pixels.as_chunks_mut::<4>().0.chunks_mut(8).zip(&self.samples) {
                if let Some(eight) = self.eights.get(usize::from(*byte)) {
                    to.copy_from_slice(&eight[..to.len()]);
                }
            }
            return;
        }
        let colours = self.colours.samples();
        let rows = pixels.as_chunks_mut::<4>().0.iter_mut().zip(self.samples.chunks_exact(self.wanted));
        match self.colours {
            Colours::Grey => rows.for_each(|(to, s)| *to = [s[0], s[0], s[0], 255]),
            Colours::Negative => rows.for_each(|(to, s)| *to = [255 - s[0], 255 - s[0], 255 - s[0], 255]),
            Colours::Rgb => rows.for_each(|(to, s)| *to = [s[0], s[1], s[2], 255]),
            Colours::Cmyk => rows.for_each(|(to, s)| *to = [255 - s[0], 255 - s[1], 255 - s[2], 255 - s[3]]),
            Colours::Ycc => rows.for_each(|(to, s)| *to = ycc([s[0], s[1], s[2]])),
            Colours::Lab(middle) => rows.for_each(|(to, s)| *to = lab([s[0], s[1], s[2]], middle)),
            Colours::Palette => rows.for_each(|(to, s)| {
                let [r, g, b] = self.palette.get(usize::from(s[0])).copied().unwrap_or_default();
                *to = [r, g, b, 255];
            }),
        }
        if self.alpha == Alpha::None {
            return;
        }
        for (to, s) in pixels.as_chunks_mut::<4>().0.iter_mut().zip(self.samples.chunks_exact(self.wanted)) {
            to[3] = s[colours];
            if self.alpha == Alpha::Multiplied {
                let alpha = u16::from(to[3]).max(1);
                for value in &mut to[..3] {
                    *value = u8::try_from((u16::from(*value) * 255 + alpha / 2) / alpha).unwrap_or(u8::MAX);
                }
            }
        }
    }
}

/// The eight pixels of every byte, the highest bit first; empty where a pixel is more than one bit.
fn eights(colours: Colours, palette: &[[u8; 3]]) -> Vec<[[u8; 4]; 8]> {
    let pixel = |bit: u8| match colours {
        Colours::Grey => Some([bit * 255; 3]),
        Colours::Negative => Some([255 - bit * 255; 3]),
        Colours::Palette => Some(palette.get(usize::from(bit)).copied().unwrap_or_default()),
        Colours::Rgb | Colours::Cmyk | Colours::Ycc | Colours::Lab(_) => None,
    };
    let (Some([r0, g0, b0]), Some([r1, g1, b1])) = (pixel(0), pixel(1)) else { return Vec::new() };
    let of = |byte: u8| {
        [7, 6, 5, 4, 3, 2, 1, 0].map(|bit| if byte >> bit & 1 == 0 { [r0, g0, b0, 255] } else { [r1, g1, b1, 255] })
    };
    (0..=255).map(of).collect()
}

/// Scales a sample to eight bits, or takes an index as it is.
fn eight(layout: &Layout<'_>, row: &[u8], at: usize, is_number: bool) -> u8 {
    let bytes = |count: usize| {
        let push = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        let part = row.get(at * count..(at + 1) * count).unwrap_or_default();
        if layout.big { part.iter().fold(0, push) } else { part.iter().rev().fold(0, push) }
    };
    let low = |value: u64| u8::try_from(value).unwrap_or(u8::MAX);
    match (layout.bits, layout.kind) {
        (8, _) => row.get(at).copied().unwrap_or_default(),
        (32, SampleFormat::Whole) => low(bytes(4) >> 24),
        (16, SampleFormat::Float) => unit(half(u16::try_from(bytes(2)).unwrap_or_default())),
        (32, SampleFormat::Float) => unit(f32::from_bits(u32::try_from(bytes(4)).unwrap_or_default())),
        #[expect(clippy::cast_possible_truncation, reason = "eight bits are wanted")]
        (64, SampleFormat::Float) => unit(f64::from_bits(bytes(8)) as f32),
        (bits, _) => {
            let first = at * bits;
            let mut value = 0_u64;
            for bit in first..first + bits {
                let byte = row.get(bit / 8).copied().unwrap_or_default();
                value = value << 1 | u64::from(byte >> (7 - bit % 8) & 1);
            }
            let most = (1_u64 << bits) - 1;
            if is_number { low(value) } else { low((value * 255 + most / 2) / most) }
        }
    }
}

/// Scales 0 to 1 to eight bits.
fn unit(share: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 255")]
    {
        (share.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
    }
}

/// Converts half-precision floating point (IEEE 754, binary16).
fn half(bits: u16) -> f32 {
    let (exponent, fraction) = (bits >> 10 & 31, f32::from(bits & 1023));
    let size = match exponent {
        0 => fraction / 1024.0 * 2_f32.powi(-14),
        31 => return if fraction > 0.0 { 0.0 } else { 1.0 },
        _ => (1.0 + fraction / 1024.0) * 2_f32.powi(i32::from(exponent) - 15),
    };
    if bits >> 15 == 1 { -size } else { size }
}

/// Converts ITU-R BT.601 YCbCr, the default of TIFF 6.0 section 21.
fn ycc([y, blue, red]: [u8; 3]) -> [u8; 4] {
    let (y, blue, red) = (f32::from(y), f32::from(blue) - 128.0, f32::from(red) - 128.0);
    let [r, g, b] =
        [y + 1.402 * red, y - 0.344_136 * blue - 0.714_136 * red, y + 1.772 * blue].map(|v| unit(v / 255.0));
    [r, g, b, 255]
}

/// Converts CIE L*a*b* (D50) to sRGB; the matrix combines Bradford's adaptation to D65 with that of IEC 61966-2-1.
fn lab([lightness, green, blue]: [u8; 3], middle: bool) -> [u8; 4] {
    let signed = |value: u8| if middle { f32::from(value) - 128.0 } else { f32::from(i8::from_ne_bytes([value])) };
    let y = (f32::from(lightness) / 2.55 + 16.0) / 116.0;
    let whole = |root: f32| {
        if root > 6.0 / 29.0 { root.powi(3) } else { (root - 16.0 / 116.0) * 3.0 * (6.0_f32 / 29.0).powi(2) }
    };
    let [x, y, z] = [whole(y + signed(green) / 500.0) * 0.964_22, whole(y), whole(y - signed(blue) / 200.0) * 0.825_21];
    let light = [
        3.133_856 * x - 1.616_867 * y - 0.490_615 * z,
        -0.978_768 * x + 1.916_142 * y + 0.033_454 * z,
        0.071_945 * x - 0.228_991 * y + 1.405_243 * z,
    ];
    let code = |v: f32| unit(if v <= 0.003_130_8 { v * 12.92 } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 });
    [code(light[0]), code(light[1]), code(light[2]), 255]
}

#[cfg(test)]
mod tests {
    use super::{half, lab, ycc};

    #[test]
    fn colours_without_a_profile() {
        assert_eq!(lab([255, 0, 0], false), [255, 255, 255, 255]);
        assert_eq!(lab([0, 128, 128], true), [0, 0, 0, 255]);
        // sRGB's red is L 54.29, a 80.81, b 69.89 (D50).
        let [r, g, b, _] = lab([138, 81, 70], false);
        assert!(r > 250 && g < 12 && b < 12, "{r} {g} {b}");
        assert_eq!(ycc([76, 85, 255]), [254, 0, 0, 255]);
        let exact = [half(0x3C00), half(0xC000), half(0x0001)].map(f32::to_bits);
        assert_eq!(exact, [1.0, -2.0, 2_f32.powi(-24)].map(f32::to_bits));
    }
}
