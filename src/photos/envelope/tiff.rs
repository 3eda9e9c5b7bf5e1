//! Directories of fields, as TIFF 6.0 has them and Exif 2.32 took them over. It follows no chain of directories, so that
//! none can run in a circle, and reads no pixels.

use std::borrow::Cow;

use super::fields::{array, index, slice};
use super::jpeg::iptc_of_resources;
use super::{Blocks, MAX_PROFILE};

/// A TIFF structure: a whole file, or an Exif block.
#[derive(Clone, Copy, Debug)]
pub struct Tiff<'a> {
    bytes: &'a [u8],
    big: bool,
}

/// A directory: where its first entry stands, and how many it says it has.
#[derive(Clone, Copy, Debug)]
pub struct Directory {
    at: usize,
    count: u16,
}

/// What a directory says of one tag.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    kind: u16,
    /// The bytes of all values.
    pub data: &'a [u8],
    big: bool,
}

impl<'a> Tiff<'a> {
    /// The structure that begins `bytes`, if there is one.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        match &array(bytes, 0)? {
            b"II*\0" => Some(Self { bytes, big: false }),
            b"MM\0*" => Some(Self { bytes, big: true }),
            _ => None,
        }
    }

    fn u16(&self, at: usize) -> Option<u16> {
        array(self.bytes, at).map(if self.big { u16::from_be_bytes } else { u16::from_le_bytes })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        array(self.bytes, at).map(if self.big { u32::from_be_bytes } else { u32::from_le_bytes })
    }

    /// The first directory: the picture's own.
    pub fn first(&self) -> Option<Directory> {
        self.directory(self.u32(4)?)
    }

    /// The directory at an offset.
    pub fn directory(&self, offset: u32) -> Option<Directory> {
        let at = index(offset)?;
        Some(Directory { at: at.checked_add(2)?, count: self.u16(at)? })
    }

    /// The directory that `directory` names as the next: in Exif, that of the thumbnail.
    pub fn after(&self, directory: Directory) -> Option<Directory> {
        let link = directory.at.checked_add(usize::from(directory.count).checked_mul(12)?)?;
        self.u32(link).filter(|&offset| offset != 0).and_then(|offset| self.directory(offset))
    }

    /// Where a directory stands in the structure: its count, its entries, and what follows it.
    pub fn extent(&self, directory: Directory) -> std::ops::Range<usize> {
        let end = directory.at.saturating_add(usize::from(directory.count) * 12).saturating_add(4);
        directory.at - 2..end.min(self.bytes.len())
    }

    /// The field with a tag, where all of it is at hand.
    pub fn field(&self, directory: Directory, tag: u16) -> Option<Field<'a>> {
        // Tag, type, count, and the values or where they are (TIFF 6.0, section 2).
        let mut entries = (0..usize::from(directory.count)).map_while(|n| {
            let at = directory.at.checked_add(n.checked_mul(12)?)?;
            Some((at, self.u16(at)?))
        });
        let (at, _) = entries.find(|&(_, found)| found == tag)?;
        let kind = self.u16(at.checked_add(2)?)?;
        let width = match kind {
            1 | 2 | 6 | 7 => 1_usize,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = index(self.u32(at.checked_add(4)?)?)?.checked_mul(width)?;
        let value = at.checked_add(8)?;
        let from = if length <= 4 { value } else { index(self.u32(value)?)? };
        Some(Field { kind, data: slice(self.bytes, from, length)?, big: self.big })
    }

    /// The first value of a field that holds numbers.
    pub fn number(&self, directory: Directory, tag: u16) -> Option<u32> {
        self.field(directory, tag)?.number()
    }
}

impl Field<'_> {
    /// The first value, where it is a SHORT or a LONG.
    pub fn number(&self) -> Option<u32> {
        match self.kind {
            3 => array(self.data, 0).map(if self.big { u16::from_be_bytes } else { u16::from_le_bytes }).map(u32::from),
            4 => array(self.data, 0).map(if self.big { u32::from_be_bytes } else { u32::from_le_bytes }),
            _ => None,
        }
    }
}

/// `ImageWidth` and `ImageLength` of the first directory.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let tiff = Tiff::new(bytes)?;
    let first = tiff.first()?;
    Some([tiff.number(first, 256)?, tiff.number(first, 257)?])
}

/// `Orientation` of the first directory, where it is one.
pub fn orientation(bytes: &[u8]) -> Option<u8> {
    let tiff = Tiff::new(bytes)?;
    let value = tiff.number(tiff.first()?, 274)?;
    u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
}

/// The JPEG of the second directory (`JPEGInterchangeFormat` and its length).
pub fn thumbnail(exif: &[u8]) -> Option<&[u8]> {
    let tiff = Tiff::new(exif)?;
    let second = tiff.after(tiff.first()?)?;
    slice(exif, index(tiff.number(second, 513)?)?, index(tiff.number(second, 514)?)?)
}

/// Whether the first directory is that of a camera's raw file (DNG, NEF, ARW and their like).
pub fn is_raw(bytes: &[u8]) -> bool {
    let Some((tiff, first)) = Tiff::new(bytes).and_then(|tiff| Some((tiff, tiff.first()?))) else { return false };
    let has = |tag| tiff.field(first, tag).is_some();
    // DNGVersion (DNG 1.4); or a camera's make, where the first picture is only a reduced one and the full one is in a
    // directory below.
    let reduced = tiff.number(first, 254).is_some_and(|kind| kind & 1 == 1);
    has(50_706) || (reduced && has(330) && has(271))
}

/// All side blocks of a TIFF file. The whole file is its own Exif block.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let Some((tiff, first)) = Tiff::new(bytes).and_then(|tiff| Some((tiff, tiff.first()?))) else {
        return Blocks::default();
    };
    let data = |tag| tiff.field(first, tag).map(|field| field.data).filter(|data| !data.is_empty());
    Blocks {
        exif: Some(bytes),
        // XMP part 3; IPTC; Photoshop's resources, which hold IPTC where it has no field of its own; ICC.1:2010, annex B.
        xmp: data(700).map(Cow::Borrowed),
        iptc: data(33_723).or_else(|| data(34_377).and_then(iptc_of_resources)),
        icc: data(34_675).filter(|data| data.len() <= MAX_PROFILE).map(Cow::Borrowed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A big-endian structure with one directory of the given entries (tag, type, count, value as it is stored).
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
