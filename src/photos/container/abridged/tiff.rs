//! Copies the first directory of a TIFF and the Exif directory below it, with the values of known tags, wherever they are.

use std::io::{Read, Seek};

use super::{MAX_BYTES, Pieces};
use crate::photos::container::tiff::Tiff;

/// The tags that are read: sizes, texts, blocks, and those that identify a camera raw file.
const TAGS: [u16; 23] = [
    1,
    254,
    256,
    257,
    262,
    270,
    271,
    274,
    315,
    330,
    700,
    33_432,
    33_723,
    34_377,
    36_867,
    37_510,
    40_091,
    40_092,
    40_093,
    40_961,
    50_706,
    SETTINGS,
    INTEROPERABILITY,
];
/// The pointer to the Exif directory (Exif 2.32, 4.6.3).
const SETTINGS: u16 = 34_665;
/// The pointer, within that, to the directory that names the colours.
const INTEROPERABILITY: u16 = 40_965;
/// The tags of directories below, of a JPEG's offset and length, of its colours, and of DNG's version.
const BELOW: u16 = 330;
const JPEG: [u16; 2] = [513, 514];
const PROFILE: u16 = 34_675;
const SPACE: u16 = 50_970;
const DNG: u16 = 50_706;
/// The length of an entry.
const ENTRY: usize = 12;
/// The longest value copied.
const MAX_VALUE: usize = 1 << 20;

/// What is in a camera raw file.
pub struct Inside {
    /// The preview, or its head.
    pub preview: Vec<u8>,
    /// The colour profile beside it.
    pub profile: Option<Vec<u8>>,
    /// The number of its colours; 0 if not told.
    pub space: u32,
}

/// Which directory is copied: the first one, into which goes what is in a raw file, or one below.
#[derive(Clone, Copy)]
enum Which<'a> {
    First(Option<&'a Inside>),
    Settings,
    Interoperability,
}

/// Builds a file with nothing else.
pub fn abridged<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>) -> Option<Vec<u8>> {
    file(pieces, None)
}

/// Builds a camera raw file with nothing else but its preview, whatever its make.
pub fn of_raw<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>, inside: &Inside) -> Option<Vec<u8>> {
    file(pieces, Some(inside))
}

fn file<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>, inside: Option<&Inside>) -> Option<Vec<u8>> {
    let head: [u8; 8] = pieces.all(0, 8)?.try_into().ok()?;
    let big = head[0] == b'M';
    let mut out = head.to_vec();
    let first = u64::from(long(head.get(4..8)?, big)?);
    let place = directory(pieces, first, &mut out, big, Which::First(inside))?;
    out.get_mut(4..8)?.copy_from_slice(&bytes_of(place, big));
    Some(out)
}

/// Appends a copy of a directory and its values, and returns its offset.
fn directory<R: Read + Seek + ?Sized>(
    pieces: &mut Pieces<'_, R>,
    at: u64,
    out: &mut Vec<u8>,
    big: bool,
    which: Which<'_>,
) -> Option<u32> {
    let count = short(pieces.all(at, 2)?, big)?;
    let entries = pieces.get(at + 2, usize::from(count) * ENTRY)?.to_vec();
    let mut kept = Vec::new();
    for entry in entries.chunks_exact(ENTRY).filter(|entry| short(entry, big).is_some_and(|tag| TAGS.contains(&tag))) {
        let mut entry = entry.to_vec();
        if matches!((which, short(&entry, big)), (Which::First(Some(_)), Some(BELOW | DNG))) {
            continue;
        }
        let value = u64::from(long(entry.get(8..)?, big)?);
        let copied = match (which, short(&entry, big)?) {
            (Which::First(_), SETTINGS) => directory(pieces, value, out, big, Which::Settings),
            (Which::Settings, INTEROPERABILITY) => directory(pieces, value, out, big, Which::Interoperability),
            (_, SETTINGS | INTEROPERABILITY) => None,
            _ => match length(&entry, big)? {
                0..=4 => long(entry.get(8..)?, big),
                length if length <= MAX_VALUE && out.len() + length <= MAX_BYTES => {
                    pieces.all(value, length).and_then(|data| {
                        let place = u32::try_from(out.len()).ok()?;
                        out.extend(data);
                        Some(place)
                    })
                }
                _ => None,
            },
        };
        // Missing or too long values are left out.
        let Some(copied) = copied else { continue };
        entry.get_mut(8..)?.copy_from_slice(&bytes_of(copied, big));
        kept.extend(entry);
    }
    if let Which::First(Some(inside)) = which {
        kept.extend(entries_of(inside, out, big)?);
    }
    let place = u32::try_from(out.len()).ok()?;
    let count = u16::try_from(kept.len() / ENTRY).ok()?;
    out.extend(if big { count.to_be_bytes() } else { count.to_le_bytes() });
    out.extend(kept);
    out.extend([0; 4]);
    Some(place)
}

/// Appends what is in a raw file, and returns the entries that lead to it.
fn entries_of(inside: &Inside, out: &mut Vec<u8>, big: bool) -> Option<Vec<u8>> {
    let mut entries = Vec::new();
    let mut add = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let short = |number: u16| if big { number.to_be_bytes() } else { number.to_le_bytes() };
        entries.extend([&short(tag)[..], &short(kind), &bytes_of(count, big), &value].concat());
    };
    let mut put = |data: &[u8]| {
        let place = u32::try_from(out.len()).ok()?;
        out.extend(data);
        Some((bytes_of(place, big), u32::try_from(data.len()).ok()?))
    };
    let (place, length) = put(&inside.preview)?;
    JPEG.into_iter().zip([place, bytes_of(length, big)]).for_each(|(tag, value)| add(tag, 4, 1, value));
    if let Some((place, length)) = inside.profile.as_deref().and_then(&mut put) {
        add(PROFILE, 7, length, place);
    }
    if inside.space > 0 {
        add(SPACE, 4, 1, bytes_of(inside.space, big));
    }
    // By this the copy is known as camera raw.
    add(DNG, 1, 4, [1, 4, 0, 0]);
    Some(entries)
}

/// Returns the length of an entry's values in bytes.
fn length(entry: &[u8], big: bool) -> Option<usize> {
    // A directory of this one entry, to reuse the parser's table of types.
    let head: &[u8] = if big { b"MM\0*\0\0\0\x08\0\x01" } else { b"II*\0\x08\0\0\0\x01\0" };
    let alone = [head, entry].concat();
    let tiff = Tiff::new(&alone)?;
    let entry = tiff.entries(tiff.first()?).next()?;
    tiff.extent(entry).map(|(_, _, length, _)| length)
}

fn short(bytes: &[u8], big: bool) -> Option<u16> {
    bytes.first_chunk().map(|b| if big { u16::from_be_bytes(*b) } else { u16::from_le_bytes(*b) })
}

fn long(bytes: &[u8], big: bool) -> Option<u32> {
    bytes.first_chunk().map(|b| if big { u32::from_be_bytes(*b) } else { u32::from_le_bytes(*b) })
}

fn bytes_of(number: u32, big: bool) -> [u8; 4] {
    if big { number.to_be_bytes() } else { number.to_le_bytes() }
}
