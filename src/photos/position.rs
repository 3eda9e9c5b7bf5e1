//! Where the camera stood (GPS), taken out of a picture's file before it is handed on. All else stays byte for byte.
//!
//! Known are Exif's directory of positions, wherever it stands in a file, the same in XMP, which drones write too, and what
//! ImageMagick copies into the texts of a PNG. Not known is what a camera's maker hides in a block of its own.

use super::envelope::tiff::Tiff;
use super::envelope::{self, Format};

/// Exif's mark in a JPEG; the byte after it is padding (Exif 2.32, 4.7.2).
const EXIF: &[u8] = b"Exif\0";
/// The tag of Exif's pointer to the directory of positions (Exif 2.32, 4.6.3).
const GPS_DIRECTORY: u16 = 0x8825;
/// The last tag of that directory.
const LAST_GPS_TAG: u16 = 0x1F;
/// The longest value of an XMP position.
const LONGEST: usize = 256;
/// A copy of Exif or XMP, in hex, among a PNG's texts.
const RAW_PROFILE: &[u8] = b"Raw profile type ";

/// The same file without the position; `None` where it holds none that is known.
#[must_use]
pub fn without_position(bytes: &[u8]) -> Option<Vec<u8>> {
    if envelope::format(bytes) == Some(Format::Png) {
        return png(bytes);
    }
    let mut out = bytes.to_vec();
    let mut found = directories(&mut out);
    found |= packet(&mut out);
    found.then_some(out)
}

/// Blanks the directories of positions of all Exif blocks, those of later pictures in the same file too.
fn directories(file: &mut [u8]) -> bool {
    let webp = envelope::blocks(file).exif.map(|exif| exif.as_ptr() as usize - file.as_ptr() as usize);
    let marks = file.windows(EXIF.len()).enumerate().filter(|(_, window)| *window == EXIF);
    let blocks: Vec<usize> = marks.map(|(at, _)| at + EXIF.len() + 1).chain(webp).collect();
    let mut found = false;
    for at in blocks {
        found |= file.get_mut(at..).is_some_and(directory);
    }
    found
}

/// Blanks the directory of positions of a TIFF structure: it stays, and says that it has no entries.
fn directory(exif: &mut [u8]) -> bool {
    let blank = || {
        let tiff = Tiff::new(exif)?;
        let gps = tiff.directory(tiff.number(tiff.first()?, GPS_DIRECTORY)?)?;
        let place = |data: &[u8]| {
            let from = data.as_ptr() as usize - exif.as_ptr() as usize;
            from..from + data.len()
        };
        let values = (0..=LAST_GPS_TAG).filter_map(|tag| Some(place(tiff.field(gps, tag)?.data)));
        Some(values.chain([tiff.extent(gps)]).collect::<Vec<_>>())
    };
    let blank = blank().unwrap_or_default();
    let mut found = false;
    for range in blank {
        let part = exif.get_mut(range).unwrap_or_default();
        found |= part.iter().any(|byte| *byte != 0);
        part.fill(0);
    }
    found
}

/// Blanks the values of XMP's positions: `exif:GPSLatitude="30,12N"`, `<exif:GPSLatitude>30,12N</exif:GPSLatitude>`.
fn packet(text: &mut [u8]) -> bool {
    let names: Vec<usize> = (0..text.len())
        .filter(|&at| {
            text[at] == b':' && text.get(at + 1..at + 4).is_some_and(|name| name.eq_ignore_ascii_case(b"gps"))
        })
        .collect();
    let mut found = false;
    for at in names {
        let name = 4 + text[at + 4..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let rest = &text[at + name..];
        let (skip, end) = match rest {
            [b'=', quote @ (b'"' | b'\''), ..] => (2, *quote),
            [b'>', ..] => (1, b'<'),
            _ => continue,
        };
        let Some(length) = rest[skip..].iter().take(LONGEST).position(|byte| *byte == end) else { continue };
        let value = &mut text[at + name + skip..at + name + skip + length];
        found |= value.iter().any(|byte| *byte != b' ');
        value.fill(b' ');
    }
    found
}

/// The chunks of a PNG, those with a position blanked, or left out where that cannot be, with a new checksum.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..8)?.to_vec();
    let (mut at, mut found) = (8, false);
    // Length, type, data, checksum (PNG 1.2, 3.2).
    while let Some(length) = bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes) {
        let end = at.checked_add(usize::try_from(length).ok()?)?.checked_add(12)?;
        let Some(chunk) = bytes.get(at..end) else { break };
        at = end;
        let kind = &chunk[4..8];
        let mut data = chunk[8..chunk.len() - 4].to_vec();
        let is_text = matches!(kind, b"tEXt" | b"zTXt" | b"iTXt");
        let blanked = match kind {
            b"eXIf" => directory(&mut data) || directories(&mut data),
            _ if is_text && (data.starts_with(RAW_PROFILE) || hides_position(kind, &data)) => {
                found = true;
                continue;
            }
            b"iTXt" => packet(&mut data),
            _ => false,
        };
        found |= blanked;
        if blanked {
            out.extend_from_slice(&chunk[..8]);
            out.extend_from_slice(&data);
            out.extend(crc32fast::hash(&out[out.len() - data.len() - 4..]).to_be_bytes());
        } else {
            out.extend_from_slice(chunk);
        }
    }
    out.extend_from_slice(&bytes[at.min(bytes.len())..]);
    found.then_some(out)
}

/// True for a compressed XMP packet with a position in it.
fn hides_position(kind: &[u8], data: &[u8]) -> bool {
    envelope::compressed_packet(kind, data).is_some_and(|mut text| packet(&mut text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A little-endian Exif block with one position: N 29°39'.
    fn exif() -> Vec<u8> {
        let entry = |tag: u16, kind: u16, count: u32, value: u32| {
            [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
        };
        let first = [&2_u16.to_le_bytes()[..], &entry(274, 3, 1, 6), &entry(GPS_DIRECTORY, 4, 1, 38), &[0; 4]].concat();
        let gps = [&2_u16.to_le_bytes()[..], &entry(1, 2, 2, u32::from(b'N')), &entry(2, 5, 3, 68), &[0; 4]].concat();
        let values: Vec<u8> = [29_u32, 1, 39, 1, 0, 1].iter().flat_map(|v| v.to_le_bytes()).collect();
        [b"II*\0\x08\0\0\0".to_vec(), first, gps, values].concat()
    }

    fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len() + 2).expect("short").to_be_bytes();
        [&[0xFF, marker], &length[..], data].concat()
    }

    #[test]
    fn a_jpeg_loses_its_positions_and_nothing_else() {
        let xmp = b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"29,39N\" drone:GpsLongitude='91.1' dc:a='b'>\
                    <exif:GPSAltitude>3650/1</exif:GPSAltitude></x>";
        let marked = [b"Exif\0\0", &exif()[..]].concat();
        // The second one stands behind the first picture's end, as in files with several pictures.
        let file = [
            b"\xFF\xD8".to_vec(),
            segment(0xE1, &marked),
            segment(0xE1, xmp),
            b"\xFF\xD9\xFF\xD8".to_vec(),
            segment(0xE1, &marked),
        ]
        .concat();
        let clean = without_position(&file).expect("it holds positions");
        assert_eq!(clean.len(), file.len());
        assert_eq!(envelope::orientation(&clean), 6);
        let holds = |text: &[u8]| clean.windows(text.len()).any(|w| w == text);
        assert!(holds(b"dc:a='b'") && holds(b"exif:GPSLatitude=\"      \""));
        assert!(!holds(b"29,39N") && !holds(b"91.1") && !holds(b"3650") && !holds(&29_u32.to_le_bytes()));
        assert_eq!(without_position(&clean), None, "nothing is left to take out");
    }

    #[test]
    fn a_png_stays_sound() {
        let chunk = |kind: &[u8], data: &[u8]| {
            let body = [kind, data].concat();
            let length = u32::try_from(data.len()).expect("short").to_be_bytes();
            [&length[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
        };
        let head = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(b"<x exif:GPSLatitude='29,39N'/>", 6);
        let hidden = [&b"XML:com.adobe.xmp\0\x01\0\0\0"[..], &packed].concat();
        let start = [b"\x89PNG\r\n\x1a\n".to_vec(), head.clone()].concat();
        let file = [start.clone(), chunk(b"eXIf", &exif()), chunk(b"iTXt", &hidden), chunk(b"IEND", b"")].concat();
        let clean = without_position(&file).expect("it holds positions");
        assert!(!clean.windows(4).any(|w| w == 29_u32.to_le_bytes()) && !clean.windows(4).any(|w| w == b"iTXt"));
        let eleven = clean.windows(4).position(|w| w == b"eXIf").expect("it stays");
        let data = &clean[eleven..eleven + 4 + exif().len()];
        assert_eq!(crc32fast::hash(data).to_be_bytes(), clean[eleven + data.len()..][..4]);
        assert!(clean.ends_with(&chunk(b"IEND", b"")));
        assert_eq!(without_position(&[start, chunk(b"IDAT", b"pixels")].concat()), None);
    }

    #[test]
    fn what_is_no_picture_is_left_alone() {
        for bytes in [
            &b""[..],
            b"\x89PNG\r\n\x1a\n",
            b"Exif\0",
            b"Exif\0\0II*\0\xFF\xFF\xFF\xFF",
            b":gps",
            b":GPSx=\"never ends",
        ] {
            assert_eq!(without_position(bytes), None);
        }
    }
}
