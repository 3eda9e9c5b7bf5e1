//! Directories of fields (TIFF 6.0, adopted by Exif 2.32). Chains of directories are not followed, so none can loop, and no
//! pixels are read. Offsets have 32 bits or, in BigTIFF, 64.

use std::borrow::Cow;

use super::fields::{array, index, slice};
use super::jpeg::iptc_of_resources;
use super::{Blocks, MAX_PROFILE};

/// The most entries of a directory that are read; real ones have about sixty.
const MAX_ENTRIES: usize = 4096;
/// The first bytes of camera raw files that are TIFF structures but for these: Olympus, Panasonic.
pub const RAW_MARKS: [&[u8]; 4] = [b"IIRO", b"IIRS", b"MMOR", b"IIU\0"];
/// The type of UTF-8 texts (Exif 3.0, 4.6.2).
const UTF8: u16 = 129;

/// A TIFF structure: a whole file, or an Exif block.
#[derive(Clone, Copy, Debug)]
pub struct Tiff<'a> {
    bytes: &'a [u8],
    big: bool,
    /// Whether offsets have 64 bits (BigTIFF).
    wide: bool,
}

/// A directory: offset of its first entry, and the declared number of entries.
#[derive(Clone, Copy, Debug)]
pub struct Directory {
    at: usize,
    count: usize,
}

/// A raw entry of a directory.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The tag.
    pub tag: u16,
    at: usize,
}

/// The values of a tag.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The type of the values.
    pub kind: u16,
    /// Number of values.
    pub count: usize,
    /// The bytes of all values.
    pub data: &'a [u8],
    big: bool,
}

impl<'a> Tiff<'a> {
    /// Parses the header; `None` if `bytes` do not begin with a TIFF structure.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let (big, wide) = match &array(bytes, 0)? {
            b"II*\0" | b"IIRO" | b"IIRS" | b"IIU\0" => (false, false),
            b"MM\0*" | b"MMOR" => (true, false),
            b"II+\0" => (false, true),
            b"MM\0+" => (true, true),
            _ => return None,
        };
        Some(Self { bytes, big, wide })
    }

    /// Returns whether numbers are big-endian.
    pub fn is_big_endian(&self) -> bool {
        self.big
    }

    fn u16(&self, at: usize) -> Option<u16> {
        array(self.bytes, at).map(if self.big { u16::from_be_bytes } else { u16::from_le_bytes })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        array(self.bytes, at).map(if self.big { u32::from_be_bytes } else { u32::from_le_bytes })
    }

    /// Reads a number as wide as offsets are.
    fn offset(&self, at: usize) -> Option<u64> {
        if self.wide {
            return array(self.bytes, at).map(if self.big { u64::from_be_bytes } else { u64::from_le_bytes });
        }
        self.u32(at).map(u64::from)
    }

    /// Returns the lengths of an entry and of the numbers in it.
    fn widths(&self) -> (usize, usize) {
        if self.wide { (20, 8) } else { (12, 4) }
    }

    /// Returns the first directory: the picture's own.
    pub fn first(&self) -> Option<Directory> {
        self.directory(self.offset(if self.wide { 8 } else { 4 })?)
    }

    /// Returns the directory at an offset.
    pub fn directory(&self, offset: u64) -> Option<Directory> {
        let at = usize::try_from(offset).ok()?;
        let (count, width) = if self.wide { (self.offset(at)?, 8) } else { (self.u16(at)?.into(), 2) };
        Some(Directory { at: at.checked_add(width)?, count: usize::try_from(count).ok()?.min(MAX_ENTRIES) })
    }

    /// Returns the next directory: in Exif, that of the thumbnail.
    pub fn after(&self, directory: Directory) -> Option<Directory> {
        let link = directory.at.checked_add(directory.count.checked_mul(self.widths().0)?)?;
        self.offset(link).filter(|&offset| offset != 0).and_then(|offset| self.directory(offset))
    }

    /// Returns the place of a directory: its count, entries and link, all of which are at hand.
    pub fn span(&self, directory: Directory) -> Option<std::ops::Range<usize>> {
        let (length, width) = self.widths();
        let from = directory.at.checked_sub(if self.wide { 8 } else { 2 })?;
        let to = directory.at.checked_add(directory.count.checked_mul(length)?)?.checked_add(width)?;
        self.bytes.get(from..to).map(|_| from..to)
    }

    /// Iterates over the entries that are at hand.
    pub fn entries(&self, directory: Directory) -> impl Iterator<Item = Entry> {
        let (tiff, width) = (*self, self.widths().0);
        (0..directory.count).map_while(move |n| {
            let at = directory.at.checked_add(n.checked_mul(width)?)?;
            Some(Entry { tag: tiff.u16(at)?, at })
        })
    }

    /// Reads the last bytes of an entry as an offset, whatever its type.
    pub fn pointer(&self, entry: Entry) -> Option<u64> {
        let (length, width) = self.widths();
        self.offset(entry.at.checked_add(length - width)?)
    }

    /// Returns the field of an entry, if all of it is at hand.
    pub fn value(&self, entry: Entry) -> Option<Field<'a>> {
        let (kind, from, length, count) = self.extent(entry)?;
        Some(Field { kind, count, data: slice(self.bytes, usize::try_from(from).ok()?, length)?, big: self.big })
    }

    /// Returns type, offset, length in bytes and number of an entry's values, which need not be at hand.
    pub fn extent(&self, entry: Entry) -> Option<(u16, u64, usize, usize)> {
        // Tag, type, count, and the values or their offset (TIFF 6.0, section 2).
        let kind = self.u16(entry.at.checked_add(2)?)?;
        let width = match kind {
            1 | 2 | 6 | 7 | UTF8 => 1_usize,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 | 16..=18 => 8,
            _ => return None,
        };
        let count = usize::try_from(self.offset(entry.at.checked_add(4)?)?).ok()?;
        let length = count.checked_mul(width)?;
        let value = entry.at.checked_add(4 + self.widths().1)?;
        let from = if length <= self.widths().1 { value as u64 } else { self.offset(value)? };
        Some((kind, from, length, count))
    }

    /// Returns the field with a tag, if all of it is at hand.
    pub fn field(&self, directory: Directory, tag: u16) -> Option<Field<'a>> {
        self.value(self.entries(directory).find(|entry| entry.tag == tag)?)
    }

    /// Returns the first value of a numeric field.
    pub fn number(&self, directory: Directory, tag: u16) -> Option<u32> {
        self.field(directory, tag)?.number()
    }
}

impl<'a> Field<'a> {
    /// Returns the first value, if of an unsigned integer type.
    pub fn number(&self) -> Option<u32> {
        self.numbers().next().and_then(|number| u32::try_from(number).ok())
    }

    /// Iterates over the values, if of an unsigned integer type.
    pub fn numbers(&self) -> impl Iterator<Item = u64> + use<'a> {
        let (width, big, data) = (
            match self.kind {
                3 => 2,
                4 | 13 => 4,
                16 | 18 => 8,
                // Yields nothing.
                _ => usize::MAX,
            },
            self.big,
            self.data,
        );
        data.chunks_exact(width).map(move |bytes| {
            let join = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
            if big { bytes.iter().fold(0, join) } else { bytes.iter().rev().fold(0, join) }
        })
    }
}

/// Returns `ImageWidth` and `ImageLength` of the first directory.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let tiff = Tiff::new(bytes)?;
    let first = tiff.first()?;
    Some([tiff.number(first, 256)?, tiff.number(first, 257)?])
}

/// Returns `Orientation` of the first directory, if valid.
pub fn orientation(bytes: &[u8]) -> Option<u8> {
    let tiff = Tiff::new(bytes)?;
    let value = tiff.number(tiff.first()?, 274)?;
    u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
}

/// Returns the JPEG of the second directory (`JPEGInterchangeFormat` and its length).
pub fn thumbnail(exif: &[u8]) -> Option<&[u8]> {
    let tiff = Tiff::new(exif)?;
    let second = tiff.after(tiff.first()?)?;
    slice(exif, index(tiff.number(second, 513)?)?, index(tiff.number(second, 514)?)?)
}

/// Returns whether the file is camera raw (DNG, NEF, ARW, PEF and the like).
pub fn is_raw(bytes: &[u8]) -> bool {
    let Some((tiff, first)) = Tiff::new(bytes).and_then(|tiff| Some((tiff, tiff.first()?))) else { return false };
    let has = |tag| tiff.field(first, tag).is_some();
    // DNGVersion (DNG 1.4); or a camera's make, if the first picture is a reduced one and the full one in a directory below.
    let reduced = tiff.number(first, 254).is_some_and(|kind| kind & 1 == 1);
    has(50_706) || (has(271) && ((reduced && has(330)) || super::raw::is_raw(bytes)))
}

/// Returns whether an Exif block, or a directory of it, says that the colours are those of Adobe RGB (DCF 2.0, 4.2.6; some
/// cameras write a 2 as `ColorSpace`).
pub fn is_adobe_rgb(exif: &[u8]) -> bool {
    let Some((tiff, first)) = Tiff::new(exif).and_then(|tiff| Some((tiff, tiff.first()?))) else { return false };
    let below = |directory, tag| tiff.number(directory, tag).and_then(|offset| tiff.directory(offset.into()));
    let settings = below(first, 0x8769).unwrap_or(first);
    let is_named = || tiff.field(below(settings, 0xA005)?, 1).map(|name| name.data.starts_with(b"R03"));
    match tiff.number(settings, 0xA001) {
        Some(1) => false,
        Some(2) => true,
        _ => is_named().unwrap_or(false),
    }
}

/// Returns whether the first directory is one of GPS with a position in it (Exif 2.32, 4.6.6).
pub fn is_position(bytes: &[u8]) -> bool {
    let first = Tiff::new(bytes).and_then(|tiff| Some((tiff, tiff.first()?)));
    first.is_some_and(|(tiff, first)| tiff.entries(first).any(|entry| is_position_tag(entry.tag)))
}

/// Returns whether a tag of a GPS directory tells a position.
pub fn is_position_tag(tag: u16) -> bool {
    matches!(tag, 1..=4 | 19..=22 | 27 | 28)
}

/// Collects all metadata blocks. The whole file is its own Exif block.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let Some((tiff, first)) = Tiff::new(bytes).and_then(|tiff| Some((tiff, tiff.first()?))) else {
        return Blocks::default();
    };
    let data = |tag| tiff.field(first, tag).map(|field| field.data).filter(|data| !data.is_empty());
    Blocks {
        exif: Some(Cow::Borrowed(bytes)),
        // XMP part 3; IPTC; Photoshop's resources, which hold IPTC if it has no field of its own; ICC.1:2010, annex B.
        xmp: data(700).map(Cow::Borrowed),
        iptc: data(33_723).or_else(|| data(34_377).and_then(iptc_of_resources)).map(Cow::Borrowed),
        icc: data(34_675).filter(|data| data.len() <= MAX_PROFILE).map(Cow::Borrowed),
        ..Blocks::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A big-endian structure with one directory of the given entries (tag, type, count, stored value).
    fn tiff(entries: &[(u16, u16, u32, u32)], next: u32) -> Vec<u8> {
        let mut file = b"MM\0*\0\0\0\x08".to_vec();
        file.extend(u16::try_from(entries.len()).expect("few").to_be_bytes());
        for (tag, kind, count, value) in entries {
            file.extend(tag.to_be_bytes());
            file.extend(kind.to_be_bytes());
            file.extend(count.to_be_bytes());
            file.extend(value.to_be_bytes());
        }
        file.extend(next.to_be_bytes());
        file
    }

    #[test]
    fn numbers_are_short_or_long() {
        let file = tiff(&[(256, 3, 1, 640 << 16), (257, 4, 1, 480), (274, 4, 1, 6)], 0);
        assert_eq!(size(&file), Some([640, 480]));
        assert_eq!(orientation(&file), Some(6));
        assert_eq!(orientation(&tiff(&[(274, 3, 1, 9 << 16)], 0)), None);
    }

    #[test]
    fn a_circle_and_values_outside_do_no_harm() {
        let file = tiff(&[(513, 4, 1, 0xFFFF_FFFF), (514, 4, 1, 0xFFFF_FFFF), (700, 12, 0xFFFF_FFFF, 8)], 8);
        assert_eq!(thumbnail(&file), None);
        assert_eq!(blocks(&file).xmp, None);
    }
}
