//! A picture for the print layout: a small enough JPEG is only stripped of its metadata; anything else is decoded and
//! re-encoded.

use super::{DecodeError, Format, GoOn, Pixels, container, for_pack, jpeg, shrink};

/// How much larger than requested a JPEG may be to be used as it is.
const SPARE: f32 = 2.5;
/// The quality of re-encoded pictures.
const QUALITY: f32 = 86.0;
/// The size of the trial decoding of a JPEG used as it is.
const TRIAL: u32 = 64;

/// Returns an upright JPEG with at least `long_side` pixels on its long side, if available. Transparency is filled with
/// `ground`. Camera position and all other metadata are removed.
///
/// # Errors
/// If it cannot be decoded, or is cancelled.
pub fn for_print(bytes: &[u8], long_side: u32, ground: [u8; 3], go_on: GoOn<'_>) -> Result<Vec<u8>, DecodeError> {
    let size = container::size(bytes).unwrap_or([u32::MAX; 2]);
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let is_small = size[0].max(size[1]) as f32 <= long_side as f32 * SPARE;
    let is_upright_jpeg = container::format(bytes) == Some(Format::Jpeg) && container::orientation(bytes) == 1;
    if let Some(bare) = (is_small && is_upright_jpeg).then(|| bare(bytes)).flatten() {
        shrink::rendition(bytes, TRIAL, go_on)?;
        return Ok(bare);
    }
    let pixels = over(shrink::rendition(bytes, long_side, go_on)?, ground);
    jpeg::encode(&pixels, QUALITY).map_err(|_memory| DecodeError::TooLarge)
}

fn over(mut pixels: Pixels, ground: [u8; 3]) -> Pixels {
    for pixel in pixels.rgba.chunks_exact_mut(4) {
        let through = u16::from(255 - pixel[3]);
        for (value, ground) in pixel.iter_mut().zip(ground) {
            let sum = u16::from(*value) + u16::from(ground) * through / 255;
            *value = u8::try_from(sum).unwrap_or(u8::MAX);
        }
        pixel[3] = 255;
    }
    pixels
}

/// Strips a JPEG to what its pixels and colours need. `None` unless it is grey or of three components with eight bits each,
/// and its markers can be parsed to their end.
fn bare(bytes: &[u8]) -> Option<Vec<u8>> {
    let bare = for_pack::bare(bytes)?;
    let is_plain = bare.frame.first() == Some(&8) && matches!(bare.frame.get(5), Some(1 | 3));
    is_plain.then(|| bare.file(None, None))
}

#[cfg(test)]
mod tests {
    use super::for_print;
    use crate::photos::{Pixels, encode_jpeg, rendition, upright_size};

    fn picture(width: u32, height: u32) -> Vec<u8> {
        let rgba = (0..width * height).flat_map(|i| [(i % 251) as u8, (i / width % 240) as u8, 90, 255]).collect();
        encode_jpeg(&Pixels { width, height, rgba }, 80.0).expect("encoded")
    }

    /// A JPEG with a segment that contains a position.
    fn tagged(bytes: &[u8]) -> Vec<u8> {
        let secret = b"Exif\0\0GPS of somebody's home";
        let length = u16::try_from(secret.len() + 2).expect("short").to_be_bytes();
        [&bytes[..2], &[0xFF, 0xE1], &length, secret, &bytes[2..], b"GPS after the end"].concat()
    }

    #[test]
    fn a_small_jpeg_keeps_its_pixels_and_loses_what_was_written_into_it() {
        let plain = picture(200, 120);
        let printed = for_print(&tagged(&plain), 200, [255; 3], &|_| true).expect("it is read");
        assert!(!printed.windows(3).any(|part| part == b"GPS"), "nobody learns where");
        assert_eq!(
            rendition(&printed, 200, &|_| true).expect("read"),
            rendition(&plain, 200, &|_| true).expect("read")
        );
    }

    #[test]
    fn a_large_one_becomes_smaller_and_a_damaged_one_is_refused() {
        let plain = picture(900, 600);
        let printed = for_print(&plain, 200, [255; 3], &|_| true).expect("it is read");
        assert_eq!(upright_size(&printed), Some([200, 133]));
        assert!(for_print(&plain[..plain.len() / 3], 900, [255; 3], &|_| true).is_err());
        assert!(for_print(b"no picture", 900, [255; 3], &|_| true).is_err());
    }
}
