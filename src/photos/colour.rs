//! Colours to sRGB: embedded ICC profiles, and the inks of press files that have none.

use moxcms::{ColorProfile, DataColorSpace, Layout, RenderingIntent, TransformOptions};

use super::envelope;
use super::rows::Inks;

/// Turns pixels as they are stored into sRGB, in place. A profile that cannot be read is passed over.
///
/// Pixels with alpha come and go with straight alpha.
pub fn to_srgb(rgba: &mut [u8], inks: Inks, bytes: &[u8]) {
    let profile = envelope::blocks(bytes).icc.filter(|icc| !is_srgb(icc));
    let done = profile.is_some_and(|icc| managed(rgba, inks, &icc).is_some());
    if inks == Inks::Cmyk && !done {
        rgba.chunks_exact_mut(4).for_each(press);
    }
}

/// True for the profiles that say they are sRGB: nothing to do.
fn is_srgb(icc: &[u8]) -> bool {
    // The description's text, as ASCII or as UTF-16, stands in the first few kilobytes.
    let head = &icc[..icc.len().min(4096)];
    let wide: Vec<u8> = b"sRGB IEC61966".iter().flat_map(|&c| [0, c]).collect();
    head.windows(13).any(|w| w == b"sRGB IEC61966") || head.windows(wide.len()).any(|w| w == wide)
}

fn managed(rgba: &mut [u8], inks: Inks, icc: &[u8]) -> Option<()> {
    let profile = ColorProfile::new_from_slice(icc).ok()?;
    let wanted = if inks == Inks::Cmyk { DataColorSpace::Cmyk } else { DataColorSpace::Rgb };
    if profile.color_space != wanted {
        return None;
    }
    let options = TransformOptions { rendering_intent: RenderingIntent::RelativeColorimetric, ..Default::default() };
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options).ok()?;
    if inks == Inks::Cmyk {
        // Profiles count ink from none to full; files of the press count what is left of the paper.
        for ink in rgba.iter_mut() {
            *ink = 255 - *ink;
        }
    }
    let mut line = Vec::new();
    for part in rgba.chunks_mut(4 * 4096) {
        line.clear();
        line.extend_from_slice(part);
        if transform.transform(&line, part).is_err() {
            return None;
        }
        if inks == Inks::Cmyk {
            part.chunks_exact_mut(4).for_each(|pixel| pixel[3] = 255);
        }
    }
    Some(())
}

/// Inks without a profile, as most programs show them: each ink takes its part of the light.
fn press(pixel: &mut [u8]) {
    let [c, m, y, k] = [pixel[0], pixel[1], pixel[2], pixel[3]].map(u16::from);
    let light = |ink: u16| u8::try_from(ink * k / 255).unwrap_or(u8::MAX);
    pixel.copy_from_slice(&[light(c), light(m), light(y), 255]);
}
