//! Conversion to sRGB: embedded ICC profiles, the colour chunks of PNG, and CMYK without a profile.

use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, DataColorSpace, Layout,
    MatrixCoefficients, RenderingIntent, ToneReprCurve, TransferCharacteristics, TransformOptions, XyYRepresentable,
    curve_from_gamma,
};

use super::container::heif::{Codes, Heif};
use super::container::raw;
use super::png_colour::{DeclaredColour, said};
use super::rows::PixelFormat;
use super::{Format, container, jxl, tone};

/// Converts stored pixels to sRGB in place. An unreadable profile is ignored.
///
/// Alpha is straight before and after.
pub fn to_srgb(rgba: &mut [u8], inks: PixelFormat, bytes: &[u8]) {
    if container::format(bytes) == Some(Format::Png) {
        match said(bytes) {
            DeclaredColour::Nothing => return,
            DeclaredColour::Codes { primaries, transfer, full } => return coded(rgba, primaries, transfer, full),
            DeclaredColour::Gamma(power, points) => {
                powered(rgba, power, points);
                return;
            }
            DeclaredColour::Profile => {}
        }
    }
    if container::format(bytes) == Some(Format::Jxl) {
        // Its codestream says what its colours are.
        let _unchanged = jxl::profile(bytes).filter(|icc| !is_srgb(icc)).and_then(|icc| managed(rgba, inks, &icc));
        return;
    }
    let profile = container::blocks(bytes).icc.filter(|icc| !is_srgb(icc));
    let done = profile.is_some_and(|icc| managed(rgba, inks, &icc).is_some());
    if let (false, Some(Codes { colour: [primaries, transfer, _], .. })) = (done, codes(bytes)) {
        coded(rgba, primaries, transfer, true);
    }
    let space = (!done && container::format(bytes) == Some(Format::Raw)).then(|| raw::space(bytes)).flatten();
    if let (Some(space), PixelFormat::Rgb) = (space, inks) {
        let _unchanged = transformed(rgba, &numbered(space));
    }
    if inks == PixelFormat::Cmyk && !done {
        rgba.chunks_exact_mut(4).for_each(press);
    }
}

/// Returns the profile of colours that a camera tells by a number.
fn numbered(space: raw::Space) -> ColorProfile {
    match space {
        raw::Space::AdobeRgb => ColorProfile::new_adobe_rgb(),
        raw::Space::ProPhoto => ColorProfile::new_pro_photo_rgb(),
    }
}

/// Returns the code points of a HEIF picture's colours. A profile takes precedence (ISO/IEC 23000-22, 7.3.6.4).
fn codes(bytes: &[u8]) -> Option<Codes> {
    let heif = (container::format(bytes) == Some(Format::Heif)).then(|| Heif::new(bytes)).flatten()?;
    heif.codes(heif.primary()).filter(|_| heif.profile(heif.primary()).is_none())
}

/// Returns true if the profile names itself sRGB, so that no conversion is needed.
fn is_srgb(icc: &[u8]) -> bool {
    // The description, in ASCII or UTF-16, is within the first few kilobytes.
    let head = &icc[..icc.len().min(4096)];
    let wide: Vec<u8> = b"sRGB IEC61966".iter().flat_map(|&c| [0, c]).collect();
    head.windows(13).any(|w| w == b"sRGB IEC61966") || head.windows(wide.len()).any(|w| w == wide)
}

fn managed(rgba: &mut [u8], inks: PixelFormat, icc: &[u8]) -> Option<()> {
    let profile = ColorProfile::new_from_slice(icc).ok()?;
    match (profile.color_space, inks) {
        (DataColorSpace::Gray, PixelFormat::Rgb | PixelFormat::Rgba) => return greys(rgba, &profile),
        (DataColorSpace::Cmyk, PixelFormat::Cmyk) | (DataColorSpace::Rgb, PixelFormat::Rgb | PixelFormat::Rgba) => {}
        _ => return None,
    }
    if let Some(codes) = profile.cicp.filter(|codes| tone::is_bright(codes.transfer_characteristics)) {
        tone::down(rgba, codes.color_primaries, codes.transfer_characteristics);
        return Some(());
    }
    if inks == PixelFormat::Cmyk {
        // In ICC profiles 255 is full ink; in `Cmyk` pixels it is none.
        for ink in rgba.iter_mut() {
            *ink = 255 - *ink;
        }
    }
    transformed(rgba, &profile)?;
    if inks == PixelFormat::Cmyk {
        rgba.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
    }
    Some(())
}

fn options() -> TransformOptions {
    TransformOptions { rendering_intent: RenderingIntent::RelativeColorimetric, ..Default::default() }
}

/// Converts four bytes a pixel from a profile to sRGB.
fn transformed(rgba: &mut [u8], profile: &ColorProfile) -> Option<()> {
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options()).ok()?;
    let mut line = Vec::new();
    for part in rgba.chunks_mut(4 * 4096) {
        line.clear();
        line.extend_from_slice(part);
        transform.transform(&line, part).ok()?;
    }
    Some(())
}

/// Applies a grey profile, if all pixels are grey.
fn greys(rgba: &mut [u8], profile: &ColorProfile) -> Option<()> {
    let pixels = rgba.as_chunks_mut::<4>().0;
    if pixels.iter().any(|&[r, g, b, _]| r != g || g != b) {
        return None;
    }
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(Layout::Gray, &srgb, Layout::Rgb, options()).ok()?;
    let mut table = [0; 3 * 256];
    transform.transform(&std::array::from_fn::<u8, 256, _>(|n| u8::try_from(n).unwrap_or(u8::MAX)), &mut table).ok()?;
    let table = table.as_chunks::<3>().0;
    for [red, green, blue, _] in pixels {
        [*red, *green, *blue] = table[usize::from(*red)];
    }
    Some(())
}

/// Converts from H.273 code points.
fn coded(rgba: &mut [u8], primaries: u8, transfer: u8, full: bool) {
    if !full {
        // Narrow range, 16 to 235 (ITU-T H.273, 8.3).
        let wide = |value: u8| (i32::from(value) - 16) * 255 / 219;
        for pixel in rgba.as_chunks_mut::<4>().0 {
            pixel[..3].iter_mut().for_each(|v| *v = u8::try_from(wide(*v).clamp(0, 255)).unwrap_or_default());
        }
    }
    let (Ok(primaries), Ok(transfer)) =
        (CicpColorPrimaries::try_from(primaries), TransferCharacteristics::try_from(transfer))
    else {
        return;
    };
    if tone::is_bright(transfer) {
        return tone::down(rgba, primaries, transfer);
    }
    // sRGB, and the video transfers for the same displays (ITU-R BT.709 and its kin), which are shown with sRGB's curve.
    let kin = matches!(
        transfer,
        TransferCharacteristics::Srgb
            | TransferCharacteristics::Bt709
            | TransferCharacteristics::Bt601
            | TransferCharacteristics::Bt202010bit
            | TransferCharacteristics::Bt202012bit
            | TransferCharacteristics::Unspecified
    );
    let transfer = if kin { TransferCharacteristics::Srgb } else { transfer };
    if kin && matches!(primaries, CicpColorPrimaries::Bt709 | CicpColorPrimaries::Unspecified) {
        return;
    }
    let codes = CicpProfile {
        color_primaries: primaries,
        transfer_characteristics: transfer,
        matrix_coefficients: MatrixCoefficients::Identity,
        full_range: true,
    };
    // Unknown code points leave the pixels unchanged.
    transformed(rgba, &ColorProfile::new_from_cicp(codes));
}

/// Converts from a gamma, 0 for sRGB's own curve, and primaries.
fn powered(rgba: &mut [u8], power: f32, points: Option<[[f32; 2]; 4]>) -> Option<()> {
    let mut profile = ColorProfile::new_srgb();
    // With `cicp` set, the curves and primaries below would be ignored.
    profile.cicp = None;
    if let Some([white, red, green, blue]) = points {
        let [white, red, green, blue] = [white, red, green, blue].map(|[x, y]| Chromaticity::new(x, y));
        profile.update_rgb_colorimetry(white.to_xyy(), ColorPrimaries { red, green, blue });
    }
    if power > 0.0 {
        let curve: ToneReprCurve = curve_from_gamma(power.clamp(0.1, 10.0));
        profile.red_trc = Some(curve.clone());
        profile.green_trc = Some(curve.clone());
        profile.blue_trc = Some(curve);
    }
    transformed(rgba, &profile)
}

/// Converts CMYK without a profile as most programs do: each ink multiplies the light.
fn press(pixel: &mut [u8]) {
    let [c, m, y, k] = [pixel[0], pixel[1], pixel[2], pixel[3]].map(u16::from);
    let light = |ink: u16| u8::try_from(ink * k / 255).unwrap_or(u8::MAX);
    pixel.copy_from_slice(&[light(c), light(m), light(y), 255]);
}
