//! The declared colour space of a PNG, by the precedence of its third edition (section 4.3): `cICP`, `iCCP`, `sRGB`, then
//! `gAMA` with `cHRM`. Only chunks before the pixels count.

/// The declaration that takes precedence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DeclaredColour {
    /// None, or sRGB.
    Nothing,
    /// An ICC profile.
    Profile,
    /// Code points of ITU-T H.273: primaries and transfer; `full` is false if black is 16 and white 235.
    Codes { primaries: u8, transfer: u8, full: bool },
    /// Light is the value to this power; x and y of white, red, green and blue if declared.
    Gamma(f32, Option<[[f32; 2]; 4]>),
}

/// Gammas treated as sRGB's 1/2.2 (PNG, third edition, section 11.3.2.5).
const SRGB_GAMMA: std::ops::RangeInclusive<u32> = 45_000..=46_000;

/// Reads the colour chunks.
pub fn said(bytes: &[u8]) -> DeclaredColour {
    let (mut codes, mut profile, mut srgb, mut gamma, mut primaries) = (None, false, false, None, None);
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((kind, data, after)) = chunk(rest) {
        rest = after;
        match &kind {
            b"cICP" => {
                // The matrix coefficients must be those of RGB.
                if let &[primaries, transfer, 0, range @ (0 | 1)] = data {
                    codes = codes.or(Some(DeclaredColour::Codes { primaries, transfer, full: range == 1 }));
                }
            }
            b"iCCP" => profile = true,
            b"sRGB" => srgb = true,
            b"gAMA" => gamma = gamma.or_else(|| number(data, 0)).filter(|gamma| *gamma > 0),
            b"cHRM" => primaries = primaries.or_else(|| points(data)),
            b"IDAT" => break,
            _ => {}
        }
    }
    match (codes, profile, srgb, gamma, primaries) {
        (Some(codes), ..) => codes,
        (_, true, ..) => DeclaredColour::Profile,
        (_, _, false, Some(gamma), primaries) if !SRGB_GAMMA.contains(&gamma) || primaries.is_some() => {
            #[expect(clippy::cast_precision_loss, reason = "five digits")]
            let power = 100_000.0 / gamma as f32;
            DeclaredColour::Gamma(if SRGB_GAMMA.contains(&gamma) { 0.0 } else { power }, primaries)
        }
        _ => DeclaredColour::Nothing,
    }
}

fn chunk(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let length = usize::try_from(number(bytes, 0)?).ok()?;
    let kind = bytes.get(4..8)?.try_into().ok()?;
    let data = bytes.get(8..length.checked_add(8)?)?;
    Some((kind, data, bytes.get(length.checked_add(12)?..)?))
}

fn number(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

/// x and y of white, red, green, blue, stored in hundred-thousandths. `None` for sRGB's, and for impossible values.
fn points(data: &[u8]) -> Option<[[f32; 2]; 4]> {
    const SRGB: [[u32; 2]; 4] = [[31_270, 32_900], [64_000, 33_000], [30_000, 60_000], [15_000, 6_000]];
    let mut points = [[0; 2]; 4];
    for (n, value) in points.as_flattened_mut().iter_mut().enumerate() {
        *value = number(data, n * 4).filter(|value| *value <= 100_000)?;
    }
    let far = |(a, b): (&u32, &u32)| a.abs_diff(*b) > 200;
    let is_other = points.as_flattened().iter().zip(SRGB.as_flattened()).any(far);
    let has_light = points.iter().all(|[_, y]| *y > 1000);
    #[expect(clippy::cast_precision_loss, reason = "five digits")]
    let share = |value: u32| value as f32 / 100_000.0;
    (is_other && has_light).then(|| points.map(|point| point.map(share)))
}

#[cfg(test)]
mod tests {
    use super::{DeclaredColour, said};

    fn png(chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
        let chunk = |(kind, data): &(&[u8], &[u8])| {
            [&u32::try_from(data.len()).expect("short").to_be_bytes()[..], kind, data, &[0; 4]].concat()
        };
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunks.iter().flat_map(chunk).collect()].concat()
    }

    #[test]
    fn the_first_in_precedence_counts_whatever_comes_first() {
        let gamma: (&[u8], &[u8]) = (b"gAMA", &100_000_u32.to_be_bytes());
        let (profile, srgb, codes): ((&[u8], &[u8]), _, _) =
            ((b"iCCP", b"x"), (&b"sRGB"[..], &b"\0"[..]), (&b"cICP"[..], &[12, 13, 0, 1][..]));
        assert_eq!(
            said(&png(&[gamma, srgb, profile, codes])),
            DeclaredColour::Codes { primaries: 12, transfer: 13, full: true }
        );
        assert_eq!(said(&png(&[gamma, srgb, profile])), DeclaredColour::Profile);
        assert_eq!(said(&png(&[gamma, srgb])), DeclaredColour::Nothing);
        assert_eq!(said(&png(&[gamma])), DeclaredColour::Gamma(1.0, None));
        assert_eq!(said(&png(&[(b"gAMA", &45_455_u32.to_be_bytes())])), DeclaredColour::Nothing);
        assert_eq!(
            said(&png(&[(b"cICP", &[9, 16, 1, 1]), srgb])),
            DeclaredColour::Nothing,
            "YCbCr is not allowed there"
        );
        assert_eq!(said(&png(&[(b"IDAT", b""), gamma])), DeclaredColour::Nothing);
        assert_eq!(said(b"\x89PNG\r\n\x1a\n\xFF\xFF\xFF\xFF"), DeclaredColour::Nothing);
    }
}
