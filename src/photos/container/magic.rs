//! Format detection by the first bytes. File names are ignored, and files are not validated.

use super::Format;
use super::fields::{array, has, le16, le32};
use super::{jp2, jxl, raw, tiff};

/// The root element of an SVG is searched in this many bytes.
const SVG_HEAD: usize = 4096;

/// Recognised but unsupported formats: offset, magic bytes, name.
const UNREAD: [(usize, &[u8], &str); 21] = [
    (0, b"II\xBC\x01", "JPEG XR"),
    (0, b"II+\0", "BigTIFF"),
    (0, b"MM\0+", "BigTIFF"),
    (0, b"8BPS", "PSD"),
    (0, b"%PDF-", "PDF"),
    (0, b"%!PS", "PostScript"),
    (0, b"\xC5\xD0\xD3\xC6", "PostScript"),
    (6, b"HEAPCCDR", "camera raw"),
    (0, b"FOVb", "camera raw"),
    (0, b"\0MRM", "camera raw"),
    (0, b"gimp xcf", "XCF"),
    (0, b"qoif", "QOI"),
    (0, b"\x76\x2F\x31\x01", "OpenEXR"),
    (0, b"#?RADIANCE", "Radiance HDR"),
    (0, b"#?RGBE", "Radiance HDR"),
    (0, b"DDS ", "DDS"),
    (0, b"AT&TFORM", "DjVu"),
    (0, b"icns", "ICNS"),
    (0, b"\x8AMNG\r\n\x1A\n", "MNG"),
    (0, b"\xD7\xCD\xC6\x9A", "WMF"),
    (40, b" EMF", "EMF"),
];

/// Brands of HEIF: of HEVC, of AV1, and of any coding.
const HEIF_BRANDS: [&[u8]; 10] =
    [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"];

/// Detects the format of a picture.
pub fn format(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return Some(Format::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        return Some(Format::Png);
    }
    if bytes.starts_with(b"RIFF") && has(bytes, 8, b"WEBP") {
        return Some(Format::WebP);
    }
    if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        return Some(Format::Gif);
    }
    if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        // CR2 has its own magic bytes after the header.
        let is_raw = has(bytes, 8, b"CR\x02") || tiff::is_raw(bytes);
        return Some(if is_raw { Format::Raw } else { Format::Tiff });
    }
    if bytes.starts_with(raw::RAF) || tiff::RAW_MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return Some(Format::Raw);
    }
    if is_bmp(bytes) {
        return Some(Format::Bmp);
    }
    if bytes.starts_with(jxl::BARE) || bytes.starts_with(jxl::BOXED) {
        return Some(Format::Jxl);
    }
    if bytes.starts_with(jp2::BARE) || bytes.starts_with(jp2::BOXED) {
        return Some(Format::Jp2);
    }
    by_brand(bytes).or_else(|| unread(bytes).map(Format::Unread))
}

fn unread(bytes: &[u8]) -> Option<&'static str> {
    let by_mark = UNREAD.iter().find(|(at, mark, _)| has(bytes, *at, mark)).map(|(_, _, name)| *name);
    by_mark
        .or_else(|| is_icon(bytes).then_some("ICO"))
        .or_else(|| is_svg(bytes).then_some("SVG"))
        .or_else(|| is_pnm(bytes).then_some("PNM"))
        .or_else(|| is_tga(bytes).then_some("TGA"))
}

/// "BM" alone is common in texts: the length of the second header must be one that was ever in use.
fn is_bmp(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM") && matches!(le32(bytes, 14), Some(12 | 16 | 40 | 52 | 56 | 64 | 108 | 124))
}

/// Detects ISO base media brands (ISO/IEC 14496-12, 4.3; 23008-12 annex B). Videos are no pictures.
fn by_brand(bytes: &[u8]) -> Option<Format> {
    if !has(bytes, 4, b"ftyp") {
        return None;
    }
    let end = usize::try_from(u32::from_be_bytes(array(bytes, 0)?)).ok()?.clamp(12, 256).min(bytes.len());
    // The major brand, a version, then the compatible brands.
    let major = bytes.get(8..12)?;
    let others = bytes.get(16..end).unwrap_or_default();
    let brands = || std::iter::once(major).chain(others.chunks_exact(4));
    let any = |names: &[&[u8]]| brands().any(|brand| names.contains(&brand));
    if major == b"crx " {
        Some(Format::Raw)
    } else if any(&HEIF_BRANDS) {
        Some(Format::Heif)
    } else {
        None
    }
}

/// Checks for a reserved zero, type 1, a count, and a reserved zero in the first entry.
fn is_icon(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\0\0\x01\0")
        && le16(bytes, 4).is_some_and(|count| (1..=256).contains(&count))
        && bytes.get(9) == Some(&0)
}

fn is_svg(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = text.get(..SVG_HEAD.min(text.len())).unwrap_or_default().to_ascii_lowercase();
    let has = |word: &[u8]| head.windows(word.len()).any(|w| w == word);
    let prologue = [&b"<?xml"[..], b"<!--", b"<!doctype svg"].iter().any(|start| head.starts_with(start));
    head.starts_with(b"<svg") || (prologue && has(b"<svg") && !has(b"<html"))
}

/// Checks for P1 to P7, white space, then a digit, a comment or a word in capitals.
fn is_pnm(bytes: &[u8]) -> bool {
    let [b'P', b'1'..=b'7', space, next, ..] = bytes else { return false };
    space.is_ascii_whitespace() && (next.is_ascii_digit() || *next == b'#' || has(bytes, 3, b"WIDTH"))
}

/// TGA has no magic bytes; a plausible header without colour map suffices.
fn is_tga(bytes: &[u8]) -> bool {
    let Some([0, 0, kind, 0, 0, 0, 0, 0, _, _, _, _, w0, w1, h0, h1, depth, _]) = array::<18>(bytes, 0) else {
        return bytes.ends_with(b"TRUEVISION-XFILE.\0");
    };
    matches!((kind, depth), (2 | 10, 16 | 24 | 32) | (3 | 11, 8)) && [w0, w1] != [0, 0] && [h0, h1] != [0, 0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_archives_are_no_pictures() {
        for text in
            [&b""[..], b"B", b"BMW builds cars, many of them", b"<html><svg/></html>", b"PK\x03\x04", b"P4 is what"]
        {
            assert_eq!(format(text), None, "{text:?}");
        }
        assert_eq!(format(b"<?xml version='1.0'?><!DOCTYPE html><html><svg></svg></html>"), None);
        assert_eq!(format(&[0; 64]), None);
        assert_eq!(format(b"\0\xFF\xD8\xFF\xE0"), None);
        assert_eq!(format(b"\0\0\0\x18ftypisom\0\0\0\0isommp42"), None);
    }

    #[test]
    fn brands_tell_pictures_from_videos() {
        assert_eq!(format(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Some(Format::Heif));
        assert_eq!(format(b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif"), Some(Format::Heif));
        assert_eq!(format(b"\0\0\0\x18ftypisom\0\0\0\0isommp42"), None);
    }

    #[test]
    fn camera_raw_is_told_by_its_first_bytes() {
        let all = [
            &b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom"[..],
            b"II*\0\x10\0\0\0CR\x02\0",
            b"IIRO\x08\0\0\0",
            b"IIU\0\x18\0\0\0",
        ];
        assert!(all.iter().all(|bytes| format(bytes) == Some(Format::Raw)));
    }

    #[test]
    fn unread_formats_have_names() {
        let name = |bytes: &[u8]| match format(bytes) {
            Some(Format::Unread(name)) => name,
            other => panic!("{other:?}"),
        };
        assert_eq!(name(b"\xEF\xBB\xBF\n<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"), "SVG");
        assert_eq!(name(b"%PDF-1.7"), "PDF");
        assert_eq!(name(b"P6\n10 10\n255\n"), "PNM");
    }
}
