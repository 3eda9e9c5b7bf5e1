//! Planes of brightness and colour, as video codecs have them, to red, green and blue (ITU-T H.273).

use crate::photos::container::heif::Codes;

/// A decoded picture, or a tile of one.
pub trait Planes {
    /// Width and height.
    fn size(&self) -> [usize; 2];
    /// Bits of a sample.
    fn bits(&self) -> u32;
    /// By how many binary digits the planes of colour are smaller, across and down; `None` if there are none.
    fn shifts(&self) -> Option<[usize; 2]>;
    /// What the stream itself says of its colours.
    fn codes(&self) -> Option<Codes>;
    /// Copies a row of a plane: 0 is brightness. Rows that are not there leave `out` empty.
    fn line(&self, plane: usize, y: usize, out: &mut Vec<u16>);
}

/// Converts the rows of a tile.
pub struct Converter {
    matrix: [[f32; 3]; 3],
    offsets: [f32; 3],
    lines: [Vec<u16>; 3],
    beside: [Vec<u16>; 2],
}

/// Code points of the matrices (table 4).
const IDENTITY: u8 = 0;
const YCGCO: u8 = 8;

impl Converter {
    /// Prepares for planes of these bits, coded as told.
    pub fn new(codes: Codes, bits: u32) -> Self {
        let most = f32::from(u16::try_from((1_u32 << bits.clamp(1, 16)) - 1).unwrap_or(u16::MAX));
        let middle = f32::midpoint(most, 1.0);
        // Black, and the length of both scales (equations 20 to 31).
        let part = (most + 1.0) / 256.0;
        let (black, luma, chroma) =
            if codes.full { (0.0, most, most) } else { (16.0 * part, 219.0 * part, 224.0 * part) };
        let (y, c) = (255.0 / luma, 255.0 / chroma);
        let (matrix, offsets) = match codes.colour[2] {
            IDENTITY => ([[0.0, 0.0, y], [y, 0.0, 0.0], [0.0, y, 0.0]], [black; 3]),
            YCGCO => ([[y, -c, c], [y, c, 0.0], [y, -c, -c]], [black, middle, middle]),
            code => {
                let [kr, kb] = weights(code);
                let kg = 1.0 - kr - kb;
                let (red, blue) = (2.0 - 2.0 * kr, 2.0 - 2.0 * kb);
                (
                    [[y, 0.0, red * c], [y, -blue * kb / kg * c, -red * kr / kg * c], [y, blue * c, 0.0]],
                    [black, middle, middle],
                )
            }
        };
        Self { matrix, offsets, lines: Default::default(), beside: Default::default() }
    }

    /// Writes a row as four bytes a pixel, opaque, as many as `out` has room for.
    pub fn row(&mut self, planes: &dyn Planes, y: usize, out: &mut [u8]) {
        let [width, height] = planes.size();
        planes.line(0, y, &mut self.lines[0]);
        let pixels = out.as_chunks_mut::<4>().0;
        let Some(shifts) = planes.shifts() else {
            // Grey, whatever the matrix.
            let scale = if self.matrix[0][0] > 0.0 { self.matrix[0][0] } else { self.matrix[1][0] };
            for (pixel, value) in pixels.iter_mut().zip(&self.lines[0]) {
                let grey = byte((f32::from(*value) - self.offsets[0]) * scale);
                *pixel = [grey, grey, grey, 255];
            }
            return;
        };
        for plane in 1..3 {
            self.colour(planes, plane, y, [width, height], shifts);
        }
        let [[ry, ru, rv], [gy, gu, gv], [by, bu, bv]] = self.matrix;
        let [lumas, us, vs] = &self.lines;
        let [dark, u_off, v_off] = self.offsets;
        for (((pixel, luma), u), v) in pixels.iter_mut().zip(lumas).zip(us).zip(vs) {
            // Colours come in sixteenths.
            let (l, u, v) = (f32::from(*luma) - dark, f32::from(*u) / 16.0 - u_off, f32::from(*v) / 16.0 - v_off);
            let rgb = [ry * l + ru * u + rv * v, gy * l + gu * u + gv * v, by * l + bu * u + bv * v].map(byte);
            *pixel = [rgb[0], rgb[1], rgb[2], 255];
        }
    }

    /// Fills a row of colour to the width of brightness, in sixteenths: three quarters of the nearest sample, one of the next.
    fn colour(&mut self, planes: &dyn Planes, plane: usize, y: usize, size: [usize; 2], [across, down]: [usize; 2]) {
        let [near, far] = &mut self.beside;
        planes.line(plane, y >> down, near);
        if down > 0 {
            let last = size[1].div_ceil(1 << down) - 1;
            let next = if y.is_multiple_of(2) { (y >> 1).saturating_sub(1) } else { ((y >> 1) + 1).min(last) };
            planes.line(plane, next, far);
            near.iter_mut().zip(far.iter()).for_each(|(near, far)| *near = 3 * *near + *far);
        } else {
            for near in near.iter_mut() {
                *near *= 4;
            }
        }
        let out = &mut self.lines[plane];
        out.clear();
        let last = near.len().saturating_sub(1);
        if near.is_empty() {
            return;
        }
        if across == 0 {
            out.extend(near.iter().map(|value| value * 4));
            return;
        }
        for x in 0..size[0] {
            let at = (x >> 1).min(last);
            let beside = if x.is_multiple_of(2) { at.saturating_sub(1) } else { (at + 1).min(last) };
            out.push(3 * near[at] + near[beside]);
        }
    }
}

/// Writes a row of brightness as a byte a pixel: transparency.
pub fn alpha(planes: &dyn Planes, full: bool, y: usize, line: &mut Vec<u16>, out: &mut [u8]) {
    planes.line(0, y, line);
    let Converter { matrix, offsets, .. } = Converter::new(Codes { colour: [1, 1, 1], full }, planes.bits());
    out.iter_mut().zip(line).for_each(|(to, value)| *to = byte((f32::from(*value) - offsets[0]) * matrix[0][0]));
}

/// The weights of red and blue in brightness (table 4).
fn weights(code: u8) -> [f32; 2] {
    match code {
        1 => [0.2126, 0.0722],
        4 => [0.30, 0.11],
        7 => [0.212, 0.087],
        9 | 10 => [0.2627, 0.0593],
        // BT.601, which also stands for what is not told (ISO/IEC 23000-22, 7.3.6.4).
        _ => [0.299, 0.114],
    }
}

/// Rounds to a byte; a cast to an integer stays within its bounds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast that stays within bounds")]
fn byte(value: f32) -> u8 {
    (value + 0.5) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One colour, everywhere.
    struct Flat([u16; 3], u32, Option<[usize; 2]>);

    impl Planes for Flat {
        fn size(&self) -> [usize; 2] {
            [3, 3]
        }
        fn bits(&self) -> u32 {
            self.1
        }
        fn shifts(&self) -> Option<[usize; 2]> {
            self.2
        }
        fn codes(&self) -> Option<Codes> {
            None
        }
        fn line(&self, plane: usize, _y: usize, out: &mut Vec<u16>) {
            out.clear();
            let across = if plane == 0 { 0 } else { self.2.unwrap_or_default()[0] };
            out.resize(3_usize.div_ceil(1 << across), self.0[plane]);
        }
    }

    fn shown(values: [u16; 3], bits: u32, shifts: Option<[usize; 2]>, matrix: u8, full: bool) -> [u8; 4] {
        let flat = Flat(values, bits, shifts);
        let mut out = [0; 12];
        for y in 0..3 {
            Converter::new(Codes { colour: [1, 13, matrix], full }, bits).row(&flat, y, &mut out);
        }
        [out[8], out[9], out[10], out[11]]
    }

    #[test]
    fn colours_of_every_coding() {
        let half = Some([1, 1]);
        assert_eq!(shown([255, 128, 128], 8, half, 6, true), [255, 255, 255, 255]);
        assert_eq!(shown([16, 128, 128], 8, half, 1, false), [0, 0, 0, 255]);
        assert_eq!(shown([940, 512, 512], 10, half, 9, false), [255, 255, 255, 255]);
        // Red in BT.601, full range: 76, 85, 255.
        let [red, green, blue, _] = shown([76, 85, 255], 8, half, 6, true);
        assert!(red > 252 && green < 3 && blue < 3, "{red} {green} {blue}");
        assert_eq!(shown([4095, 0, 0], 12, None, 6, true), [255, 255, 255, 255]);
        // Green, blue, red.
        assert_eq!(shown([10, 20, 30], 8, Some([0, 0]), IDENTITY, true), [30, 10, 20, 255]);
        assert_eq!(shown([200, 128, 128], 8, Some([0, 0]), YCGCO, true), [200, 200, 200, 255]);
    }
}
