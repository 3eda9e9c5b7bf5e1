//! Previews in the directories of a TIFF structure: in the chain, below each other, and in maker notes.
//!
//! Sources: TIFF 6.0; TIFF/EP (ISO 12234-2); DNG 1.7; for maker notes and for each maker's fields, what `ExifTool` documents
//! (tag names of Canon, Nikon, Olympus, Panasonic, Pentax and Sony).

use std::collections::BTreeSet;

use super::{Candidate, Memory, Source};
use crate::photos::container::fields::{array, has};

/// The most directories that are read; cameras write up to ten.
const MAX_DIRECTORIES: usize = 48;
/// The most entries of a directory.
const MAX_ENTRIES: usize = 1024;
/// The most directories below one.
const MAX_BELOW: usize = 12;

/// What the numbers of a directory mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Usual,
    Olympus,
    OlympusSettings,
    Nikon,
    Pentax,
}

impl Kind {
    /// The tags of offset and length of a JPEG.
    fn jpeg(self) -> Option<[u16; 2]> {
        match self {
            // JPEGInterchangeFormat and its length.
            Self::Usual => Some([513, 514]),
            // PreviewImageStart and its length.
            Self::OlympusSettings => Some([0x0101, 0x0102]),
            Self::Pentax => Some([4, 3]),
            Self::Olympus | Self::Nikon => None,
        }
    }

    /// The tags that lead to directories, and their kind.
    fn below(self) -> (&'static [u16], Self) {
        match self {
            // SubIFDs, Exif.
            Self::Usual => (&[330, 34_665], Self::Usual),
            Self::Olympus => (&[0x2020], Self::OlympusSettings),
            Self::Nikon => (&[0x0011], Self::Usual),
            Self::OlympusSettings | Self::Pentax => (&[], self),
        }
    }
}

/// A maker note: how it begins, where its byte order and its directory are, and whether its offsets count from its own start.
struct MakerNote {
    mark: &'static [u8],
    order: Option<usize>,
    directory: u64,
    base: Option<u64>,
    kind: Kind,
}

const MAKER_NOTES: [MakerNote; 6] = [
    MakerNote { mark: b"OLYMPUS\0", order: Some(8), directory: 12, base: Some(0), kind: Kind::Olympus },
    MakerNote { mark: b"OM SYSTEM\0", order: Some(12), directory: 16, base: Some(0), kind: Kind::Olympus },
    MakerNote { mark: b"OLYMP\0", order: None, directory: 8, base: None, kind: Kind::Olympus },
    MakerNote { mark: b"Nikon\0\x02", order: Some(10), directory: 18, base: Some(10), kind: Kind::Nikon },
    MakerNote { mark: b"PENTAX \0", order: Some(8), directory: 10, base: Some(0), kind: Kind::Pentax },
    MakerNote { mark: b"AOC\0", order: Some(4), directory: 6, base: None, kind: Kind::Pentax },
];

/// A directory to be read: offsets in it count from `base`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    base: u64,
    at: u64,
    big: bool,
    kind: Kind,
}

/// An entry of a directory.
struct Entry {
    tag: u16,
    kind: u16,
    count: u32,
    value: [u8; 4],
}

/// What the directories say.
#[derive(Default)]
struct Found {
    candidates: Vec<Candidate>,
    /// Whether the pixels of one are those of a sensor.
    is_mosaic: bool,
}

/// Returns where JPEGs should be.
pub fn candidates(source: &mut dyn Source) -> Vec<Candidate> {
    walk(source).map(|found| found.candidates).unwrap_or_default()
}

/// Returns whether a directory of a TIFF from a camera has the pixels of a sensor.
pub fn is_raw(bytes: &[u8]) -> bool {
    walk(&mut Memory(bytes)).is_some_and(|found| found.is_mosaic)
}

/// Reads each directory once, whatever leads to it.
fn walk(source: &mut dyn Source) -> Option<Found> {
    let head: [u8; 8] = source.exactly(0, 8)?.try_into().ok()?;
    let big = head[0] == b'M';
    let first = u64::from(long(head.get(4..)?, big)?);
    let mut waiting = vec![Place { base: 0, at: first, big, kind: Kind::Usual }];
    let (mut known, mut found) = (BTreeSet::new(), Found::default());
    while let Some(place) = waiting.pop() {
        if known.len() < MAX_DIRECTORIES && known.insert(place) {
            waiting.extend(read(source, place, &mut found).unwrap_or_default());
        }
    }
    Some(found)
}

/// Reads a directory, and returns those that it leads to.
fn read(source: &mut dyn Source, place: Place, found: &mut Found) -> Option<Vec<Place>> {
    let Place { base, at, big, kind } = place;
    let start = base.checked_add(at)?;
    let count = usize::from(short(source.exactly(start, 2)?, big)?);
    if count == 0 || count > MAX_ENTRIES {
        return None;
    }
    let bytes = source.part(start + 2, count * 12 + 4)?.to_vec();
    let entries: Vec<Entry> = bytes.chunks_exact(12).take(count).filter_map(|entry| Entry::of(entry, big)).collect();
    let mut numbers = |tag: u16| {
        let entry = entries.iter().find(|entry| entry.tag == tag);
        entry.map(|entry| entry.numbers(source, place)).unwrap_or_default()
    };
    let mut next = Vec::new();
    let (tags, below) = kind.below();
    for tag in tags {
        next.extend(numbers(*tag).into_iter().map(|at| Place { base, at, big, kind: below }));
    }
    let first = |numbers: Vec<u64>| numbers.first().copied();
    let mut pairs = Vec::new();
    if let Some([offset, length]) = kind.jpeg() {
        pairs.extend(first(numbers(offset)).zip(first(numbers(length))));
    }
    let mut candidate = Candidate::default();
    if kind == Kind::Usual {
        let [packing, colours] = [259, 262].map(|tag| first(numbers(tag)).unwrap_or(0));
        // A colour filter array, or its values side by side (DNG 1.7, PhotometricInterpretation).
        let is_mosaic = matches!(colours, 32_803 | 34_892);
        found.is_mosaic |= is_mosaic || matches!(packing, 32_767 | 34_713 | 65_535);
        if let ([offset], [length], false, 6 | 7) = (&numbers(273)[..], &numbers(279)[..], is_mosaic, packing) {
            pairs.push((*offset, *length));
        }
        candidate.space = first(numbers(50_970)).unwrap_or(0);
        let whole = |tag: u16| entries.iter().find(|entry| entry.tag == tag && entry.count > 4);
        let extent = |entry: &Entry| Some((u64::from(long(&entry.value, big)?), u64::from(entry.count)));
        candidate.profile = whole(34_675).and_then(extent);
        // Panasonic's JpgFromRaw.
        pairs.extend(whole(46).and_then(extent));
        next.extend(whole(37_500).and_then(extent).and_then(|(at, _)| maker_note(source, at, big)));
    }
    let link = bytes.get(count * 12..).and_then(|link| long(link, big)).filter(|link| *link != 0);
    next.extend(link.filter(|_| kind == Kind::Usual).map(|at| Place { at: at.into(), ..place }));
    for (offset, length) in pairs.into_iter().filter(|(_, length)| *length > 0) {
        found.candidates.push(Candidate { at: base.saturating_add(offset), length, ..candidate });
    }
    next.truncate(MAX_BELOW);
    Some(next)
}

/// Returns the directory of a maker note.
fn maker_note(source: &mut dyn Source, at: u64, big: bool) -> Option<Place> {
    let head = source.part(at, 20)?;
    let note = MAKER_NOTES.iter().find(|note| has(head, 0, note.mark))?;
    let big = match note.order.and_then(|order| head.get(order..order + 2)) {
        Some(b"MM") => true,
        Some(b"II") => false,
        _ => big,
    };
    Some(match note.base {
        Some(base) => Place { base: at + base, at: note.directory - base, big, kind: note.kind },
        None => Place { base: 0, at: at + note.directory, big, kind: note.kind },
    })
}

impl Entry {
    fn of(bytes: &[u8], big: bool) -> Option<Self> {
        let [tag, kind] = [0, 2].map(|at| bytes.get(at..).and_then(|bytes| short(bytes, big)));
        Some(Self { tag: tag?, kind: kind?, count: long(bytes.get(4..)?, big)?, value: array(bytes, 8)? })
    }

    /// Returns the first numbers of the entry; what is no number counts as an offset.
    fn numbers(&self, source: &mut dyn Source, place: Place) -> Vec<u64> {
        let big = place.big;
        let at = long(&self.value, big).map(u64::from).unwrap_or_default();
        let count = usize::try_from(self.count).unwrap_or(usize::MAX);
        match (self.kind, count) {
            (3, 1..=2) => self.value.chunks_exact(2).take(count).filter_map(|n| short(n, big)).map(u64::from).collect(),
            (4 | 9 | 13, 2..) => {
                let count = count.min(MAX_BELOW);
                let Some(data) = source.part(place.base.saturating_add(at), count * 4) else { return Vec::new() };
                data.chunks_exact(4).filter_map(|n| long(n, big)).map(u64::from).collect()
            }
            (3, _) | (_, 0) => Vec::new(),
            _ => vec![at],
        }
    }
}

fn short(bytes: &[u8], big: bool) -> Option<u16> {
    bytes.first_chunk().map(|b| if big { u16::from_be_bytes(*b) } else { u16::from_le_bytes(*b) })
}

fn long(bytes: &[u8], big: bool) -> Option<u32> {
    bytes.first_chunk().map(|b| if big { u32::from_be_bytes(*b) } else { u32::from_le_bytes(*b) })
}
