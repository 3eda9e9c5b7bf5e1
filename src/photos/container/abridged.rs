//! Copies a file without its pixels, for metadata before or after them, reading few bytes of a large file. The result is no
//! picture; only sibling modules parse it.

mod boxes;
mod raw;
mod tiff;

use std::io::{Read, Seek, SeekFrom};

use memchr::memmem;

use super::fields::{be32, index, le32};
use super::{Format, format};
use crate::photos::jpeg_markers::{self, EOI, SIGNATURE, SOS};

/// Bytes read first: all of a small file, and all metadata of most others.
const HEAD: usize = 64 << 10;
/// Bytes read in a step.
const STEP: usize = 4 << 10;
/// Bytes searched at the end of a file that cannot be walked, first and second try.
const TAILS: [usize; 2] = [64 << 10, 1 << 20];
/// The most steps.
const MAX_STEPS: usize = 2000;
/// The most bytes copied.
const MAX_BYTES: usize = 4 << 20;
/// Pixel data from this length on are skipped.
const LONG_PIECE: usize = 32 << 10;
/// Bytes of pixel data copied: they contain the size.
const PIXELS: usize = 64;

/// Abridges a file, in its own format. `None` if it cannot be read.
pub fn abridged<R: Read + Seek + ?Sized>(file: &mut R) -> Option<Vec<u8>> {
    let mut pieces = Pieces { file, at: 0, bytes: Vec::new() };
    let head = pieces.get(0, HEAD)?.to_vec();
    if head.len() < HEAD {
        return Some(head);
    }
    let found = match format(&head) {
        Some(Format::Jpeg) => jpeg(&mut pieces),
        Some(Format::Png) => png(&mut pieces),
        Some(Format::WebP) => webp(&mut pieces),
        Some(Format::Gif) => gif(&mut pieces, &head),
        // Of a camera raw file the directory that tells so may be behind the head.
        Some(Format::Tiff) => tiff::abridged(&mut pieces).and_then(|short| match format(&short) {
            Some(Format::Raw) => raw::abridged(&mut pieces, false),
            _ => Some(short),
        }),
        Some(Format::Heif) => boxes::heif(&mut pieces),
        Some(Format::Raw) => raw::abridged(&mut pieces, false),
        Some(Format::Jxl | Format::Jp2) if head.first() == Some(&0) => boxes::plain(&mut pieces),
        // A bare codestream has no metadata.
        Some(Format::Jxl | Format::Jp2 | Format::Bmp | Format::Unread(_)) | None => None,
    };
    Some(found.unwrap_or(head))
}

/// Reads no more of a camera raw file than what is shown and said; it stays a file of its own format. `None` if it is none.
pub fn without_sensor<R: Read + Seek + ?Sized>(file: &mut R) -> Option<Vec<u8>> {
    let mut pieces = Pieces { file, at: 0, bytes: Vec::new() };
    let is_raw = match format(pieces.get(0, HEAD)?) {
        Some(Format::Raw) => true,
        Some(Format::Tiff) => format(&tiff::abridged(&mut pieces)?) == Some(Format::Raw),
        _ => false,
    };
    if is_raw { raw::abridged(&mut pieces, true) } else { None }
}

/// Reads a file in pieces; the last piece is buffered.
struct Pieces<'a, R: ?Sized> {
    file: &'a mut R,
    at: u64,
    bytes: Vec<u8>,
}

impl<R: Read + Seek + ?Sized> Pieces<'_, R> {
    /// Returns up to `count` bytes at an offset, fewer at the end of the file; `None` past it.
    fn get(&mut self, at: u64, count: usize) -> Option<&[u8]> {
        let inside = |pieces: &Self| {
            let from = usize::try_from(at.checked_sub(pieces.at)?).ok()?;
            pieces.bytes.get(from..from.checked_add(count)?).map(|_| from)
        };
        if inside(self).is_none() {
            self.bytes.clear();
            self.at = at;
            self.file.seek(SeekFrom::Start(at)).ok()?;
            (&mut *self.file).take(count.max(STEP) as u64).read_to_end(&mut self.bytes).ok()?;
        }
        let from = inside(self).unwrap_or(0);
        self.bytes.get(from..(from + count).min(self.bytes.len())).filter(|bytes| !bytes.is_empty())
    }

    fn length(&mut self) -> Option<u64> {
        self.file.seek(SeekFrom::End(0)).ok()
    }

    /// Returns exactly `count` bytes at an offset.
    fn all(&mut self, at: u64, count: usize) -> Option<&[u8]> {
        self.get(at, count).filter(|bytes| bytes.len() == count)
    }
}

/// Copies the segments up to the first scan, except unknown application segments.
fn jpeg<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>) -> Option<Vec<u8>> {
    let mut out = SIGNATURE.to_vec();
    let mut at = SIGNATURE.len() as u64;
    for _ in 0..MAX_STEPS {
        let head = pieces.get(at, 4)?;
        let Some((marker, whole)) = jpeg_markers::first(head) else { break };
        match marker {
            0xFF => at += 1,
            SOS => break,
            0xC0..=0xCF | 0xE1 | 0xE2 | 0xED if out.len() + whole <= MAX_BYTES => {
                out.extend(pieces.get(at, whole)?);
                at += whole as u64;
            }
            // Garbage between segments: other readers skip it, and so does the parser of this copy.
            0x00..=0xBF | 0xD0..=EOI => {
                out.extend(pieces.get(at, HEAD)?);
                break;
            }
            _ => at += whole as u64,
        }
    }
    Some(out)
}

/// Copies the chunks without the pixels. If those are in many small chunks, later chunks are found from the end.
fn png<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>) -> Option<Vec<u8>> {
    let mut out = pieces.all(0, 8)?.to_vec();
    let mut at = 8;
    for _ in 0..MAX_STEPS {
        let Some(head) = pieces.all(at, 8) else { return Some(out) };
        let data = index(be32(head, 0)?)?;
        let whole = data.checked_add(12)?;
        match head.get(4..8)? {
            b"IEND" => return Some(out),
            b"IDAT" | b"fdAT" if data < LONG_PIECE => break,
            b"IDAT" | b"fdAT" => {}
            _ if out.len() + whole <= MAX_BYTES => out.extend(pieces.get(at, whole)?),
            _ => {}
        }
        at += whole as u64;
    }
    let length = pieces.length()?;
    for tail in TAILS {
        let from = length.saturating_sub(tail as u64).max(at);
        let bytes = pieces.get(from, tail)?;
        let starts = memmem::find_iter(bytes, b"IDAT").filter_map(|at| at.checked_sub(4));
        if let Some(chunks) = starts.filter_map(|start| bytes.get(start..)).find_map(behind) {
            out.extend(chunks);
            break;
        }
    }
    Some(out)
}

/// Returns the chunks from the first one that leads to the end of the PNG, without the pixels.
fn behind(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    loop {
        let whole = index(be32(bytes, 0)?)?.checked_add(12)?;
        let (chunk, rest) = bytes.split_at_checked(whole)?;
        match chunk.get(4..8)? {
            b"IEND" => return Some(out),
            b"IDAT" | b"fdAT" => {}
            _ => out.extend(chunk),
        }
        bytes = rest;
    }
}

/// Copies the chunks, but only the beginning of the pixels.
fn webp<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>) -> Option<Vec<u8>> {
    let mut out = pieces.all(0, 12)?.to_vec();
    let mut at = 12;
    for _ in 0..MAX_STEPS {
        let Some(head) = pieces.all(at, 8) else { break };
        let (name, length) = (*head.first_chunk::<4>()?, index(le32(head, 4)?)?);
        let keep = match &name {
            b"EXIF" | b"XMP " | b"ICCP" if out.len() + length <= MAX_BYTES => length,
            b"VP8X" | b"VP8 " | b"VP8L" => length.min(PIXELS),
            _ => 0,
        };
        if keep > 0 {
            let data = pieces.get(at + 8, keep)?.to_vec();
            out.extend(name);
            out.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
            out.extend(&data);
            out.extend(vec![0; data.len() % 2]);
        }
        at += 8 + length.checked_next_multiple_of(2)? as u64;
    }
    Some(out)
}

/// Copies the head, and an XMP packet at the end: between them are thousands of small blocks.
fn gif<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>, head: &[u8]) -> Option<Vec<u8>> {
    if super::gif::packet(head).is_some() {
        return None;
    }
    let length = pieces.length()?;
    let tail = pieces.get(length.saturating_sub(TAILS[1] as u64).max(13), TAILS[1])?;
    let packet = memmem::find(tail, b"XMP DataXMP")?.checked_sub(3)?;
    Some([head.get(..13)?, &tail[packet..]].concat())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::photos::container::{blocks, orientation, size};

    const PACKET: &[u8] = b"<x:xmpmeta>what it says</x:xmpmeta>";
    /// A TIFF structure of one directory: orientation 6.
    const EXIF: &[u8] = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

    /// Counts the bytes read.
    struct Counted(Cursor<Vec<u8>>, usize);

    impl Read for Counted {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.0.read(into)?;
            self.1 += count;
            Ok(count)
        }
    }

    impl Seek for Counted {
        fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
            self.0.seek(to)
        }
    }

    fn same(file: &[u8], most: usize) {
        let (whole, sides, turn) = (blocks(file), size(file), orientation(file));
        assert!(whole.xmp.is_some() && sides.is_some(), "{:?}", format(file));
        let mut counted = Counted(Cursor::new(file.to_vec()), 0);
        let short = abridged(&mut counted).expect("it is read");
        let found = blocks(&short);
        assert_eq!((found.xmp, found.iptc, size(&short), orientation(&short)), (whole.xmp, whole.iptc, sides, turn));
        assert_eq!(format(&short), format(file));
        assert!(counted.1 <= most, "{} of {} bytes were read", counted.1, file.len());
    }

    fn png(pieces: usize, each: usize) -> Vec<u8> {
        let chunk = |kind: &[u8], data: &[u8]| {
            [&u32::try_from(data.len()).expect("short").to_be_bytes()[..], kind, data, &[0; 4]].concat()
        };
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        file.extend(chunk(b"IHDR", &[0, 0, 1, 0, 0, 0, 0, 9, 8, 2, 0, 0, 0]));
        (0..pieces).for_each(|_| file.extend(chunk(b"IDAT", &vec![7; each])));
        file.extend(chunk(b"eXIf", EXIF));
        file.extend(chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", PACKET].concat()));
        file.extend(chunk(b"IEND", b""));
        file
    }

    #[test]
    fn what_stands_behind_the_pixels_is_found_without_reading_them() {
        same(&png(2, 1 << 20), 100_000);
        same(&png(1000, 8 << 10), 200_000);
        let chunk =
            |name: &[u8], data: &[u8]| [name, &u32::try_from(data.len()).expect("short").to_le_bytes(), data].concat();
        let canvas = [0x0C, 0, 0, 0, 0x3F, 1, 0, 8, 0, 0];
        let all = [
            &chunk(b"VP8X", &canvas),
            &chunk(b"VP8 ", &vec![7; 1 << 20]),
            &chunk(b"EXIF", EXIF),
            &chunk(b"XMP ", PACKET),
        ];
        same(&[b"RIFF\0\0\0\0WEBP".to_vec(), all.into_iter().flatten().copied().collect()].concat(), 100_000);
        let mut gif = b"GIF89a\x05\0\x04\0\0\0\0".to_vec();
        gif.extend(vec![7; 3 << 20]);
        gif.extend([b"\x21\xFF\x0BXMP DataXMP", PACKET, b"\x01"].concat());
        gif.extend((0..=255).rev());
        same(&[gif, vec![0, 0x3B]].concat(), 1_200_000);
        let segment = |marker: u8, data: &[u8]| {
            [&[0xFF, marker], &u16::try_from(data.len() + 2).expect("short").to_be_bytes()[..], data].concat()
        };
        let mut jpeg = b"\xFF\xD8".to_vec();
        (0..100).for_each(|_| jpeg.extend(segment(0xE7, &vec![7; 60_000])));
        jpeg.extend(segment(0xE1, &[b"Exif\0\0", EXIF].concat()));
        jpeg.extend(segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", PACKET].concat()));
        jpeg.extend([segment(0xC0, &[8, 0, 20, 0, 30, 3]), segment(0xDA, &[7; 10])].concat());
        same(&jpeg, 600_000);
    }

    #[test]
    fn damage_does_no_harm() {
        let file = png(40, 8 << 10);
        for at in (0..400).chain(file.len() - 200..file.len()) {
            let mut damaged = file.clone();
            damaged[at] = 0xFF;
            assert!(abridged(&mut Cursor::new(&damaged[..])).is_some());
            assert!(abridged(&mut Cursor::new(&damaged[..file.len() - at.min(9000)])).is_some());
        }
    }
}
