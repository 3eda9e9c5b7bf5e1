//! Detects whether a file contains a camera position, to report its removal and to check the cleaned file, never to choose
//! what is removed. The search covers every container and may give false positives.

use memchr::memmem;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit as inflate;

use super::container::boxes::boxes;
use super::container::fields::{be32, index, slice};
use super::container::tiff::{Directory, Tiff, is_position_tag};
use super::container::{jxl, raw};

/// The first bytes of a TIFF structure, and so of Exif: in a block, a trailer, a maker note.
const TIFF_MARKS: [&[u8]; 8] = [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"IIRO", b"IIRS", b"MMOR", b"IIU\0"];
/// Tags that point to other directories: Exif, `SubIFDs`, interoperability.
const POINTERS: [u16; 3] = [0x8769, 0x014A, 0xA005];
/// The tag that points to the GPS directory (Exif 2.32, 4.6.3).
const GPS: u16 = 0x8825;
/// GeoTIFF's tags.
const MAP: [u16; 4] = [33_550, 33_922, 34_264, 34_735];
/// Prefixes of positions in GPS logs, videos and maker notes.
const MARKS: [&[u8]; 8] =
    [b"\xA9xyz", b"location.ISO6709", b"geo:lat", b"geo:Point", b"GPSPosition", b"freeGPS ", b"$GPGGA,", b"$GPRMC,"];
/// "Latitude" in textual metadata, also with two or four bytes a letter.
const WORDS: [&[u8]; 4] =
    [b"atitude", b"ATITUDE", b"a\0t\0i\0t\0u\0d\0e", b"a\0\0\0t\0\0\0i\0\0\0t\0\0\0u\0\0\0d\0\0\0e"];
/// The largest distance of the number from such a word, in bytes: some writers pad.
const REACH: usize = 1600;
/// The most directories, words and structures examined in one file.
const MAX_LOOKS: usize = 2000;
/// The most decompressed bytes searched.
const MAX_UNPACKED: usize = 4 << 20;

/// Returns true if the file contains a camera position, or seems to.
pub fn tells_position(bytes: &[u8]) -> bool {
    // The boundary between two pieces of a packet may split a word.
    let more = || super::container::blocks(bytes).more_xmp;
    is_in(bytes)
        || raw::position(bytes).is_some()
        || bytes.starts_with(b"\x89PNG") && is_packed_in_png(bytes)
        || bytes.starts_with(jxl::BOXED)
            && boxes(bytes).any(|piece| jxl::contents(&piece).is_some_and(|data| is_in(&data)))
        || more().is_some_and(|packet| is_in(&packet))
}

fn is_in(bytes: &[u8]) -> bool {
    let mut looks = MAX_LOOKS;
    MARKS.iter().any(|mark| memmem::find(bytes, mark).is_some())
        || memmem::find_iter(bytes, b"loci").any(|at| bytes.get(at + 4..at + 8) == Some(&[0; 4]))
        || WORDS.iter().any(|word| {
            memmem::find_iter(bytes, word).take(MAX_LOOKS).any(|at| is_coordinate(&bytes[at + word.len()..]))
        })
        || TIFF_MARKS
            .iter()
            .any(|mark| memmem::find_iter(bytes, mark).take(MAX_LOOKS).any(|at| is_in_tiff(&bytes[at..], &mut looks)))
}

/// Returns whether the word is followed by its value rather than by the rest of a sentence.
fn is_coordinate(rest: &[u8]) -> bool {
    let name = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let is_sentence = matches!(rest.get(name), Some(b' ' | b',' | b'.' | b';') | None);
    !is_sentence && rest[name..].iter().take(REACH).any(u8::is_ascii_digit)
}

/// Returns whether a directory of the structure leads to a position.
fn is_in_tiff(bytes: &[u8], looks: &mut usize) -> bool {
    let Some(tiff) = Tiff::new(bytes) else { return false };
    let mut next = tiff.first();
    while let Some(directory) = next {
        if *looks == 0 {
            return false;
        }
        if is_below(tiff, directory, 0, looks) {
            return true;
        }
        next = tiff.after(directory);
    }
    false
}

fn is_below(tiff: Tiff<'_>, directory: Directory, depth: u8, looks: &mut usize) -> bool {
    if *looks == 0 || depth > 3 {
        return false;
    }
    *looks -= 1;
    tiff.entries(directory).any(|entry| match entry.tag {
        tag if MAP.contains(&tag) => tiff.value(entry).is_some_and(|field| field.data.iter().any(|&b| b != 0)),
        // Even if this pointer is of the wrong type or leads nowhere, later ones may be valid.
        GPS => tiff.pointer(entry).is_some_and(|at| {
            tiff.directory(at).is_none_or(|gps| tiff.entries(gps).any(|entry| is_position_tag(entry.tag)))
        }),
        tag if POINTERS.contains(&tag) => {
            let all = tiff.value(entry).map(|field| field.numbers().take(16).collect::<Vec<_>>()).unwrap_or_default();
            let places = all.into_iter().chain(tiff.pointer(entry)).collect::<Vec<_>>();
            places.into_iter().any(|at| tiff.directory(at).is_some_and(|below| is_below(tiff, below, depth + 1, looks)))
        }
        _ => false,
    })
}

/// Searches the text chunks of a PNG: compressed, or in hex as ImageMagick writes whole blocks.
fn is_packed_in_png(bytes: &[u8]) -> bool {
    let (mut at, mut left) = (8_usize, MAX_UNPACKED);
    while let Some(length) = be32(bytes, at).and_then(index) {
        let Some((kind, data)) = slice(bytes, at + 4, 4).zip(slice(bytes, at + 8, length)) else { return false };
        at = at.saturating_add(12).saturating_add(length);
        if matches!(kind, b"IDAT" | b"fdAT" | b"iCCP") || kind[0].is_ascii_uppercase() {
            continue;
        }
        // Compressed data begin after the keyword and some flags, or at once.
        let starts = std::iter::once(0)
            .chain(memchr::memchr_iter(0, data).take(4).map(|at| at + 1))
            .flat_map(|at| [at, at + 1, at + 4]);
        let packed =
            starts.filter_map(|from| data.get(from..).filter(|data| data.first().is_some_and(|b| b & 0x0F == 8)));
        let mut texts = vec![data.to_vec()];
        texts.extend(packed.filter_map(|data| inflate(data, left).ok()));
        for text in texts {
            left = left.saturating_sub(text.len());
            if is_in(&text) || is_in(&unhexed(&text)) {
                return true;
            }
        }
        if left == 0 {
            return false;
        }
    }
    false
}

/// Decodes hex digits, skipping line breaks.
fn unhexed(text: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        text.iter().filter_map(|b| char::from(*b).to_digit(16)).filter_map(|d| u8::try_from(d).ok()).collect();
    // The preceding bytes decide whether pairs begin at the first digit or the second.
    let pairs = |from: usize| {
        digits.get(from..).unwrap_or_default().chunks_exact(2).map(|p| p[0] << 4 | p[1]).collect::<Vec<_>>()
    };
    [pairs(0), pairs(1)].concat()
}
