//! A bitmap reduced to header, palette, pixels and colour profile, byte for byte except for offsets and lengths in the
//! header.

use super::jpeg::is_profile;
use crate::photos::container::fields::{index, le16, le32};

/// The length of the file header.
const HEAD: usize = 14;
/// Marks an embedded profile in the header (BITMAPV5HEADER, bV5CSType), whose offset and length follow.
const EMBEDDED: u32 = 0x4D42_4544;

/// Rebuilds the file; `None` if its parts lie outside it.
pub fn file(bytes: &[u8]) -> Option<Vec<u8>> {
    let header = index(le32(bytes, HEAD)?)?;
    let from = index(le32(bytes, 10)?)?;
    let [width, height] = crate::photos::container::size(bytes)?;
    let is_old = header == 12;
    let depth = u64::from(le16(bytes, if is_old { 24 } else { 28 })?);
    let packing = if is_old { 0 } else { le32(bytes, 30)? };
    let stored = if is_old { 0 } else { index(le32(bytes, 34)?)? };
    // Rows are padded to four bytes; compressed ones have a declared length.
    let rows = (u64::from(width) * depth).div_ceil(32) * 4 * u64::from(height);
    let length = match packing {
        0 | 3 | 6 => usize::try_from(rows).ok()?,
        1 | 2 => stored,
        // Embedded JPEG or PNG, for printers.
        _ => return None,
    };
    // The masks and the palette are between header and pixels.
    let colors = if is_old { 0 } else { index(le32(bytes, 46)?)? };
    let colors = if colors == 0 && depth <= 8 { 1 << depth } else { colors.min(256) };
    let masks = match (header, packing) {
        (40, 3) => 12,
        (40, 6) => 16,
        _ => 0,
    };
    let between = masks + colors * if is_old { 3 } else { 4 };
    let mut out = bytes.get(..HEAD + header)?.to_vec();
    out.extend(bytes.get(HEAD + header..(HEAD + header + between).min(from))?);
    let start = out.len();
    out.extend(bytes.get(from..from.checked_add(length)?).filter(|pixels| !pixels.is_empty())?);
    // Two reserved numbers that readers ignore.
    out.get_mut(6..10)?.fill(0);
    write(&mut out, 10, start)?;
    let profile = profile(bytes, header);
    if header == 124 {
        let place = if profile.is_some() { out.len() - HEAD } else { 0 };
        write(&mut out, HEAD + 112, place)?;
        write(&mut out, HEAD + 116, profile.map_or(0, <[u8]>::len))?;
        // A linked profile is a path on the author's disk.
        let kind = le32(bytes, HEAD + 56)?;
        if profile.is_none() && matches!(kind, EMBEDDED | 0x4C49_4E4B) {
            write(&mut out, HEAD + 56, 0x7352_4742)?;
        }
    }
    out.extend(profile.unwrap_or_default());
    let length = out.len();
    write(&mut out, 2, length)?;
    Some(out)
}

fn profile(bytes: &[u8], header: usize) -> Option<&[u8]> {
    if header != 124 || le32(bytes, HEAD + 56)? != EMBEDDED {
        return None;
    }
    let from = HEAD.checked_add(index(le32(bytes, HEAD + 112)?)?)?;
    let profile = bytes.get(from..from.checked_add(index(le32(bytes, HEAD + 116)?)?)?)?;
    is_profile(profile).then_some(profile)
}

fn write(out: &mut [u8], at: usize, number: usize) -> Option<()> {
    out.get_mut(at..at + 4)?.copy_from_slice(&u32::try_from(number).ok()?.to_le_bytes());
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_pixels_stay() {
        let head = |from: u32| {
            let mut head =
                [b"BM", &[0; 8][..], &from.to_le_bytes(), &40_u32.to_le_bytes(), &2_u32.to_le_bytes()].concat();
            head.extend([1, 0, 0, 0, 1, 0, 24, 0]);
            head.resize(54, 0);
            head
        };
        let pixels = [1, 2, 3, 4, 5, 6, 0, 0];
        let tagged = [&head(61)[..], b"29.6500", &pixels, b"29.6500"].concat();
        let clean = file(&tagged).expect("it is sound");
        assert_eq!((clean.len(), &clean[54..]), (62, &pixels[..]));
        assert_eq!(clean[2..6], 62_u32.to_le_bytes());
        assert_eq!(file(&clean).as_ref(), Some(&clean));
        assert_eq!(file(&tagged[..60]), None);
    }
}
