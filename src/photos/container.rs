//! What a picture file is, and where its side blocks are, from its bytes alone: format, stored size, orientation, EXIF, XMP,
//! IPTC, colour profile, embedded thumbnail. No pixels are decoded, nothing is allocated by what a file claims, and the head
//! of a file will do: what it does not hold is not there. What the blocks say is for `captions`.

mod abridged;
pub(super) mod fields;
mod gif;
mod jpeg;
mod magic;
mod png;
pub(super) mod tiff;
mod webp;

use std::borrow::Cow;

pub use abridged::abridged;
pub(super) use png::NAMES;

/// The longest colour profile that is taken, in bytes. The longest in use, for printing, have some 2 MB.
pub(super) const MAX_PROFILE: usize = 4 << 20;
/// The longest XMP packet that is taken out of a PNG, in bytes.
const MAX_XMP: usize = 1 << 20;

/// A format, told by content, never by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG, also where several stand in one file (MPO).
    Jpeg,
    /// PNG, also with several frames.
    Png,
    /// WebP.
    WebP,
    /// GIF.
    Gif,
    /// TIFF with offsets of 32 bits.
    Tiff,
    /// Windows or OS/2 bitmap.
    Bmp,
    /// Known, but not read: its name, such as "HEIC" or "camera raw".
    Unread(&'static str),
}

/// The side blocks of a picture, as far as they are whole in the bytes at hand. Their contents are not checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks<'a> {
    /// A TIFF structure, without the "Exif" before it; of a TIFF, the whole file.
    pub exif: Option<&'a [u8]>,
    /// An XMP packet: XML, as a rule UTF-8.
    pub xmp: Option<Cow<'a, [u8]>>,
    /// What did not fit into the packet of a JPEG (XMP part 3, 1.1.3.1), where all pieces of it are there.
    pub more_xmp: Option<Vec<u8>>,
    /// IPTC records (IIM 4.2).
    pub iptc: Option<Cow<'a, [u8]>>,
    /// The texts of a PNG that have a name of their own, each with its name.
    pub texts: Vec<(&'static [u8], Vec<u8>)>,
    /// An ICC profile of at most 4 MB.
    pub icc: Option<Cow<'a, [u8]>>,
}

/// The format of a file; `None` where it is no picture at all. A few hundred bytes tell most.
#[must_use]
pub fn format(bytes: &[u8]) -> Option<Format> {
    magic::format(bytes)
}

/// The stored width and height in pixels, not turned; never zero, and not checked against any limit.
///
/// `None` where the bytes at hand do not tell. Only header fields are read: the picture data may be cut off or damaged.
#[must_use]
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let size = match format(bytes)? {
        Format::Jpeg => jpeg::size(bytes),
        Format::Png => png::size(bytes),
        Format::WebP => webp::size(bytes),
        Format::Tiff => tiff::size(bytes),
        Format::Bmp => bmp_size(bytes),
        // The logical screen (GIF89a, 18).
        Format::Gif => Some([fields::le16(bytes, 6)?.into(), fields::le16(bytes, 8)?.into()]),
        Format::Unread(_) => None,
    };
    size.filter(|sides| !sides.contains(&0))
}

/// How a picture is turned and mirrored, as EXIF counts it from 1 to 8 (Exif 2.32, 4.6.4).
///
/// 1, as stored, where there is no orientation or it is invalid.
#[must_use]
pub fn orientation(bytes: &[u8]) -> u8 {
    exif(bytes).and_then(tiff::orientation).unwrap_or(1)
}

/// Where EXIF, XMP, IPTC and the colour profile are.
///
/// The first of each kind counts. Compressed ones are unpacked, up to 4 MB for a profile and 1 MB for XMP; what is longer is
/// left out.
#[must_use]
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    match format(bytes) {
        Some(Format::Jpeg) => jpeg::blocks(bytes),
        Some(Format::Png) => png::blocks(bytes),
        Some(Format::WebP) => webp::blocks(bytes),
        Some(Format::Tiff) => tiff::blocks(bytes),
        Some(Format::Gif) => Blocks { xmp: gif::packet(bytes).map(Cow::Borrowed), ..Blocks::default() },
        Some(Format::Bmp | Format::Unread(_)) | None => Blocks::default(),
    }
}

/// The small JPEG inside EXIF, as a rule 160 x 120 pixels and stored as the picture is: it must be turned the same way.
///
/// `None` where there is none or it is no JPEG. The second directory of a TIFF is its second page, not a thumbnail.
#[must_use]
pub fn embedded_thumbnail(bytes: &[u8]) -> Option<&[u8]> {
    if format(bytes)? == Format::Tiff {
        return None;
    }
    let small = tiff::thumbnail(exif(bytes)?)?;
    (format(small)? == Format::Jpeg && size(small).is_some()).then_some(small)
}

fn exif(bytes: &[u8]) -> Option<&[u8]> {
    match format(bytes)? {
        Format::Jpeg => jpeg::exif(bytes),
        Format::Png => png::exif(bytes),
        Format::WebP => webp::exif(bytes),
        Format::Tiff => Some(bytes),
        Format::Gif | Format::Bmp | Format::Unread(_) => None,
    }
}

/// PNG and WebP hold the bare TIFF structure, but some writers put the JPEG mark before it.
fn without_exif_mark(data: &[u8]) -> &[u8] {
    data.strip_prefix(b"Exif\0\0").unwrap_or(data)
}

/// The old OS/2 header has sides of two bytes, all others of four; a negative height means that rows go downwards.
fn bmp_size(bytes: &[u8]) -> Option<[u32; 2]> {
    if fields::le32(bytes, 14)? == 12 {
        return Some([fields::le16(bytes, 18)?.into(), fields::le16(bytes, 20)?.into()]);
    }
    let side = |at| fields::array(bytes, at).map(i32::from_le_bytes);
    Some([u32::try_from(side(18)?).ok()?, side(22)?.unsigned_abs()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bitmaps_of_both_headers_and_directions() {
        let bmp = |header: u32, sides: &[u8]| [b"BM", &[0; 12][..], &header.to_le_bytes(), sides].concat();
        assert_eq!(size(&bmp(12, &[3, 0, 2, 0])), Some([3, 2]));
        assert_eq!(size(&bmp(40, &[3, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF])), Some([3, 2]));
        assert_eq!(size(&bmp(40, &[0xFF, 0xFF, 0xFF, 0xFF, 2, 0, 0, 0])), None);
        assert_eq!(size(&bmp(40, &[3, 0, 0, 0])), None);
    }

    #[test]
    fn a_size_of_zero_is_none() {
        assert_eq!(size(b"GIF89a\x05\0\x04\0"), Some([5, 4]));
        assert_eq!(size(b"GIF89a\x05\0\0\0"), None);
    }

    #[test]
    fn the_thumbnail_of_a_jpeg_must_be_one() {
        // One empty directory, then one with the thumbnail's place and length.
        let exif = |small: &[u8]| {
            let mut tiff = b"II*\0\x08\0\0\0\0\0\x0E\0\0\0\x02\0".to_vec();
            tiff.extend([0x01, 2, 4, 0, 1, 0, 0, 0, 44, 0, 0, 0, 0x02, 2, 4, 0, 1, 0, 0, 0]);
            tiff.extend([u8::try_from(small.len()).expect("short"), 0, 0, 0, 0, 0, 0, 0]);
            tiff.extend(small);
            let data = [b"Exif\0\0", &tiff[..]].concat();
            let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
            [b"\xFF\xD8\xFF\xE1", &length[..], &data].concat()
        };
        let small = b"\xFF\xD8\xFF\xC0\0\x0B\x08\0\x02\0\x03\x01\x01\x11\0\xFF\xD9";
        assert_eq!(embedded_thumbnail(&exif(small)), Some(&small[..]));
        assert_eq!(embedded_thumbnail(&exif(b"no picture")), None);
        assert_eq!(orientation(&exif(small)), 1);
    }
}
