//! Format and metadata blocks of a picture file: stored size, orientation, EXIF, XMP, IPTC, colour profile, embedded
//! thumbnail. No pixels are decoded and no allocation depends on a claimed length. The head of a file will do; blocks beyond
//! it count as absent. Their contents are parsed by `captions`.

mod abridged;
pub(super) mod boxes;
pub(super) mod fields;
mod gif;
pub(super) mod heif;
pub(super) mod jp2;
mod jpeg;
pub(super) mod jxl;
mod magic;
mod png;
pub(super) mod raw;
pub(super) mod tiff;
mod webp;

use std::borrow::Cow;

pub use abridged::{abridged, without_sensor};
pub(super) use png::NAMES;

/// The longest colour profile read, in bytes. The longest in use, for printing, take about 2 MB.
pub(super) const MAX_PROFILE: usize = 4 << 20;
/// The longest XMP packet read from a PNG, in bytes.
const MAX_XMP: usize = 1 << 20;

/// A file format, detected by content, never by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG, including several in one file (MPO).
    Jpeg,
    /// PNG, including animated.
    Png,
    /// WebP.
    WebP,
    /// GIF.
    Gif,
    /// TIFF with 32-bit offsets.
    Tiff,
    /// Windows or OS/2 bitmap.
    Bmp,
    /// HEIF, as HEIC and AVIF are.
    Heif,
    /// JPEG XL.
    Jxl,
    /// JPEG 2000.
    Jp2,
    /// Camera raw, of which the camera's own preview is shown.
    Raw,
    /// Recognised but unsupported, by name, such as "PSD".
    Unread(&'static str),
}

/// The metadata blocks that are complete in the bytes at hand, unparsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks<'a> {
    /// A TIFF structure, without the "Exif" prefix; the whole file for a TIFF.
    pub exif: Option<Cow<'a, [u8]>>,
    /// What some cameras write as a second TIFF structure: the Exif directory.
    pub more_exif: Option<Cow<'a, [u8]>>,
    /// An XMP packet: XML, usually UTF-8.
    pub xmp: Option<Cow<'a, [u8]>>,
    /// Extended XMP of a JPEG (XMP part 3, 1.1.3.1), if all its pieces are present.
    pub more_xmp: Option<Vec<u8>>,
    /// IPTC records (IIM 4.2).
    pub iptc: Option<Cow<'a, [u8]>>,
    /// PNG text chunks with a standard keyword, each with that keyword.
    pub texts: Vec<(&'static [u8], Vec<u8>)>,
    /// An ICC profile of at most 4 MB.
    pub icc: Option<Cow<'a, [u8]>>,
}

/// Detects the format; `None` if it is no picture. A few hundred bytes suffice for most.
#[must_use]
pub fn format(bytes: &[u8]) -> Option<Format> {
    magic::format(bytes)
}

/// Returns the stored width and height in pixels, before orientation; never zero, not checked against any limit.
///
/// `None` if they are not in the bytes at hand. Only header fields are read: the picture data may be truncated or damaged.
#[must_use]
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let size = match format(bytes)? {
        Format::Jpeg => jpeg::size(bytes),
        Format::Png => png::size(bytes),
        Format::WebP => webp::size(bytes),
        Format::Tiff => tiff::size(bytes),
        Format::Bmp => bmp_size(bytes),
        Format::Heif => heif::size(bytes),
        Format::Jxl => jxl::header(bytes).map(|header| header.size),
        Format::Jp2 => jp2::size(bytes),
        Format::Raw => raw::size(bytes),
        // The logical screen (GIF89a, 18).
        Format::Gif => Some([fields::le16(bytes, 6)?.into(), fields::le16(bytes, 8)?.into()]),
        Format::Unread(_) => None,
    };
    size.filter(|sides| !sides.contains(&0))
}

/// Returns the orientation, 1 to 8, in the numbers of EXIF (Exif 2.32, 4.6.4).
///
/// 1, as stored, if absent or invalid. HEIF and JPEG XL have their own, beside which that of EXIF does not count (ISO/IEC
/// 23008-12, annex A.2.1).
#[must_use]
pub fn orientation(bytes: &[u8]) -> u8 {
    let found = match format(bytes) {
        Some(Format::Heif) => heif::Heif::new(bytes).map(|heif| heif.orientation(heif.primary())),
        Some(Format::Jxl) => jxl::header(bytes).map(|header| header.orientation),
        Some(Format::Raw) => raw::orientation(bytes),
        _ => exif(bytes).and_then(|exif| tiff::orientation(&exif)),
    };
    found.unwrap_or(1)
}

/// Finds EXIF, XMP, IPTC and the colour profile.
///
/// The first block of each kind counts. Compressed blocks are inflated, up to 4 MB for a profile and 1 MB for XMP; longer
/// ones are left out.
#[must_use]
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    match format(bytes) {
        Some(Format::Jpeg) => jpeg::blocks(bytes),
        Some(Format::Png) => png::blocks(bytes),
        Some(Format::WebP) => webp::blocks(bytes),
        Some(Format::Tiff) => tiff::blocks(bytes),
        Some(Format::Heif) => heif::blocks(bytes),
        Some(Format::Jxl) => jxl::blocks(bytes),
        Some(Format::Jp2) => jp2::blocks(bytes),
        Some(Format::Raw) => raw::blocks(bytes),
        Some(Format::Gif) => Blocks { xmp: gif::packet(bytes).map(Cow::Borrowed), ..Blocks::default() },
        Some(Format::Bmp | Format::Unread(_)) | None => Blocks::default(),
    }
}

/// Returns the JPEG thumbnail in EXIF, usually 160 × 120 pixels and stored in the orientation of the picture; of a camera raw
/// file the largest preview that is at hand.
///
/// `None` if there is none or it is not a JPEG. The second directory of a TIFF is its second page, not a thumbnail.
#[must_use]
pub fn embedded_thumbnail(bytes: &[u8]) -> Option<&[u8]> {
    match format(bytes)? {
        Format::Tiff => return None,
        Format::Raw => return raw::whole_preview(bytes),
        _ => {}
    }
    let small = match exif(bytes)? {
        Cow::Borrowed(exif) => tiff::thumbnail(exif)?,
        // Packed in a JPEG XL: no camera writes that.
        Cow::Owned(_) => return None,
    };
    (format(small)? == Format::Jpeg && size(small).is_some()).then_some(small)
}

fn exif(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let found = match format(bytes)? {
        Format::Jpeg => jpeg::exif(bytes),
        Format::Png => png::exif(bytes),
        Format::WebP => webp::exif(bytes),
        Format::Tiff => Some(bytes),
        Format::Heif => heif::Heif::new(bytes)?.exif(),
        Format::Jp2 => jp2::exif(bytes),
        Format::Raw => raw::exif(bytes),
        Format::Jxl => return jxl::blocks(bytes).exif,
        Format::Gif | Format::Bmp | Format::Unread(_) => None,
    };
    found.map(Cow::Borrowed)
}

/// Strips the JPEG prefix that some writers put before the TIFF structure outside of JPEG.
fn without_exif_mark(data: &[u8]) -> &[u8] {
    data.strip_prefix(b"Exif\0\0").unwrap_or(data)
}

/// The old OS/2 header has 16-bit dimensions, all others 32-bit; a negative height means top-down rows.
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
        // An empty directory, then one with the thumbnail's offset and length.
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
