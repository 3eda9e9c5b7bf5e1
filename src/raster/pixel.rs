//! Pixel arithmetic, premultiplied and in gamma space as in egui's shaders. A pixel is 0xAARRGGBB; two channels are computed
//! at once.

/// Every other channel.
const LANES: u32 = 0x00ff_00ff;

/// Converts a colour of egui to a pixel.
#[inline]
pub fn pixel(color: egui::Color32) -> u32 {
    let [red, green, blue, alpha] = color.to_array();
    u32::from_be_bytes([alpha, red, green, blue])
}

/// Multiplies every channel by `share` / 255, rounded.
#[inline]
fn times(pixel: u32, share: u32) -> u32 {
    let lanes = |pixel: u32| {
        let product = (pixel & LANES) * share + 0x0080_0080;
        ((product + ((product >> 8) & LANES)) >> 8) & LANES
    };
    lanes(pixel) | (lanes(pixel >> 8) << 8)
}

/// Adds two pixels, saturating.
#[inline]
fn plus(a: u32, b: u32) -> u32 {
    let lanes = |a: u32, b: u32| {
        let sum = (a & LANES) + (b & LANES);
        (sum | (((sum >> 8) & 0x0001_0001) * 0xff)) & LANES
    };
    lanes(a, b) | (lanes(a >> 8, b >> 8) << 8)
}

/// Blends a pixel over another.
#[inline]
pub fn over(source: u32, under: u32) -> u32 {
    match source >> 24 {
        255 => source,
        0 if source == 0 => under,
        alpha => plus(source, times(under, 255 - alpha)),
    }
}

/// Multiplies each channel by that of a tint.
#[inline]
pub fn tinted(pixel: u32, tint: u32) -> u32 {
    let share = pixel >> 24;
    // A glyph's pixel has four equal channels.
    if pixel == share * 0x0101_0101 {
        return match share {
            0 => 0,
            255 => tint,
            _ => times(tint, share),
        };
    }
    let channel = |shift: u32| {
        let product = ((pixel >> shift) & 0xff) * ((tint >> shift) & 0xff) + 128;
        ((product + (product >> 8)) >> 8) << shift
    };
    channel(0) | channel(8) | channel(16) | channel(24)
}

/// Interpolates: `share` of 256 parts of the second.
#[inline]
pub fn mixed(a: u32, b: u32, share: u32) -> u32 {
    let lanes = |a: u32, b: u32| (((a & LANES) * (256 - share) + (b & LANES) * share) >> 8) & LANES;
    lanes(a, b) | (lanes(a >> 8, b >> 8) << 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_white_lies_half_over_black() {
        assert_eq!(over(0x8080_8080, 0x00ff_0000) & 0x00ff_ffff, 0x00ff_8080);
        assert_eq!(over(0xff12_3456, 0x00ab_cdef), 0xff12_3456);
        assert_eq!(over(0, 0x00ab_cdef), 0x00ab_cdef);
    }

    #[test]
    fn light_that_is_added_stays_within_the_channel() {
        assert_eq!(over(0x00ff_00ff, 0x00ff_00ff), 0x00ff_00ff);
    }

    #[test]
    fn a_white_tint_changes_nothing() {
        for pixel in [0, 0xffff_ffff, 0x8040_2010, 0xff01_0203] {
            assert_eq!(tinted(pixel, 0xffff_ffff), pixel);
            assert_eq!(mixed(pixel, pixel, 100), pixel);
        }
    }
}
