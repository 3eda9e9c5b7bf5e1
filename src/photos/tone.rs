//! Tone mapping of HDR pictures (ITU-R BT.2100, PQ and HLG) to sRGB.
//!
//! Diffuse white, 203 cd/m² (Report ITU-R BT.2408, table 1), becomes the display's white. What is darker than about half of
//! that is unchanged; brighter values are compressed by the curve of Report ITU-R BT.2390, section 5.4, up to 1,000 cd/m².
//! The largest of red, green and blue sets the gain of all three, so that hues do not shift.

use moxcms::{CicpColorPrimaries, CicpProfile, ColorProfile, MatrixCoefficients, TransferCharacteristics};

/// Diffuse white, and the peak that is still resolved, in cd/m².
const PAPER: f32 = 203.0;
const PEAK: f32 = 1000.0;
/// Steps of the table from linear light to sRGB.
const STEPS: usize = 4096;

/// Returns true for transfers that need tone mapping.
pub fn is_bright(transfer: TransferCharacteristics) -> bool {
    matches!(transfer, TransferCharacteristics::Smpte2084 | TransferCharacteristics::Hlg)
}

/// Converts PQ or HLG pixels to sRGB in place; alpha is unchanged.
pub fn down(rgba: &mut [u8], primaries: CicpColorPrimaries, transfer: TransferCharacteristics) {
    let is_hlg = transfer == TransferCharacteristics::Hlg;
    // HLG: scene light, from 0 to 1; PQ: display light, relative to diffuse white.
    let light: Vec<f32> = (0_u8..=255).map(|code| of_code(code, is_hlg)).collect();
    let steps: Vec<u8> = (0..=STEPS).map(srgb).collect();
    let matrix = to_srgb(primaries);
    let curve = Curve::new();
    let mut known = (u32::MAX, 1.0);
    for pixel in rgba.as_chunks_mut::<4>().0 {
        let mut rgb = [0, 1, 2].map(|n| light[usize::from(pixel[n])]);
        if is_hlg {
            let screen = hlg_screen(rgb);
            rgb = rgb.map(|value| value * screen);
        }
        let most = rgb[0].max(rgb[1]).max(rgb[2]);
        if most.to_bits() != known.0 {
            known = (most.to_bits(), if most > 0.0 { curve.at(most) / most } else { 1.0 });
        }
        let rgb = rgb.map(|value| value * known.1);
        for (to, row) in pixel.iter_mut().zip(&matrix) {
            let sum = row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2];
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a step"
            )]
            let step = (sum.clamp(0.0, 1.0) * STEPS as f32 + 0.5) as usize;
            *to = steps[step.min(STEPS)];
        }
    }
}

fn of_code(code: u8, is_hlg: bool) -> f32 {
    let value = f32::from(code) / 255.0;
    if is_hlg { hlg_scene(value) } else { pq_light(value) / PAPER }
}

/// PQ's EOTF, in cd/m² (BT.2100, table 4).
fn pq_light(value: f32) -> f32 {
    let power = value.max(0.0).powf(1.0 / 78.843_75);
    let share = (power - 0.835_937_5).max(0.0) / (18.851_563 - 18.687_5 * power);
    10_000.0 * share.powf(1.0 / 0.159_301_76)
}

/// The inverse of `pq_light`.
fn pq_value(light: f32) -> f32 {
    let power = (light.max(0.0) / 10_000.0).powf(0.159_301_76);
    ((0.835_937_5 + 18.851_563 * power) / (1.0 + 18.687_5 * power)).powf(78.843_75)
}

/// HLG's scene light (BT.2100, table 5).
fn hlg_scene(value: f32) -> f32 {
    if value <= 0.5 {
        value * value / 3.0
    } else {
        (((value - 0.559_910_7) / 0.178_832_77).exp() + 0.284_668_92) / 12.0
    }
}

/// Returns the gain from scene light to the light of a 1,000 cd/m² display, relative to diffuse white.
fn hlg_screen([r, g, b]: [f32; 3]) -> f32 {
    let luminance = 0.2627 * r + 0.678 * g + 0.0593 * b;
    luminance.max(1e-6).powf(0.2) * PEAK / PAPER
}

/// The curve of BT.2390: linear, then a Hermite spline up to the peak, both in PQ values.
struct Curve {
    top: f32,
    most: f32,
    knee: f32,
}

impl Curve {
    fn new() -> Self {
        let top = pq_value(PEAK);
        let most = pq_value(PAPER) / top;
        Self { top, most, knee: 1.5 * most - 0.5 }
    }

    /// Maps light relative to diffuse white.
    fn at(&self, light: f32) -> f32 {
        let value = (pq_value(light * PAPER) / self.top).min(1.0);
        if value <= self.knee {
            return light;
        }
        let t = (value - self.knee) / (1.0 - self.knee);
        let (t2, t3) = (t * t, t * t * t);
        let bent = (2.0 * t3 - 3.0 * t2 + 1.0) * self.knee
            + (t3 - 2.0 * t2 + t) * (1.0 - self.knee)
            + (3.0 * t2 - 2.0 * t3) * self.most;
        pq_light(bent * self.top) / PAPER
    }
}

/// Returns the matrix from the primaries to sRGB, in linear light.
fn to_srgb(primaries: CicpColorPrimaries) -> [[f32; 3]; 3] {
    let codes = CicpProfile {
        color_primaries: primaries,
        transfer_characteristics: TransferCharacteristics::Linear,
        matrix_coefficients: MatrixCoefficients::Identity,
        full_range: true,
    };
    let matrix = ColorProfile::new_from_cicp(codes).transform_matrix(&ColorProfile::new_srgb());
    #[expect(clippy::cast_possible_truncation, reason = "a few digits are enough")]
    matrix.v.map(|row| row.map(|value| value as f32))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "eight bits")]
fn srgb(step: usize) -> u8 {
    let light = step as f32 / STEPS as f32;
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0 + 0.5) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: u8, transfer: TransferCharacteristics) -> u8 {
        let mut pixel = [code, code, code, 255];
        down(&mut pixel, CicpColorPrimaries::Bt2020, transfer);
        assert!(pixel[0].abs_diff(pixel[1]) < 2 && pixel[1].abs_diff(pixel[2]) < 2, "grey stays grey: {pixel:?}");
        pixel[0]
    }

    #[test]
    fn paper_is_nearly_white_and_nothing_is_lost_below() {
        let pq = TransferCharacteristics::Smpte2084;
        // 203 cd/m² is the PQ value 0.58, 1,000 is 0.75 (BT.2408).
        assert!((215..240).contains(&shown(148, pq)), "paper: {}", shown(148, pq));
        assert!(shown(192, pq) >= 254 && shown(255, pq) == 255 && shown(0, pq) == 0);
        // 26 cd/m², the grey card, is as bright as in sRGB: 0.13 of the light.
        assert!((95..110).contains(&shown(97, pq)), "grey card: {}", shown(97, pq));
        let all: Vec<u8> = (0..=255).map(|code| shown(code, pq)).collect();
        assert!(all.is_sorted());
    }

    #[test]
    fn hlg_puts_paper_where_it_belongs() {
        // 75 % is diffuse white, 38 % the grey card (BT.2408, table 1).
        let hlg = TransferCharacteristics::Hlg;
        assert!((215..240).contains(&shown(191, hlg)), "paper: {}", shown(191, hlg));
        assert!((90..115).contains(&shown(97, hlg)), "grey card: {}", shown(97, hlg));
        assert!(shown(255, hlg) >= 254 && shown(0, hlg) < 3);
    }
}
