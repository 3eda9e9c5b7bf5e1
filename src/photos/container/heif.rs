//! Items of a HEIF file (ISO/IEC 23008-12; ISO/IEC 14496-12, 8.11): HEIC, AVIF and their kin. The picture is the primary item;
//! its size, its turns and its blocks come from other items and from properties, all described in one box at the front.

mod meta;

use std::borrow::Cow;

use super::boxes::Numbers;
use super::fields::{array, be16, be32, has, index};
use super::{Blocks, MAX_PROFILE, MAX_XMP};
pub use meta::Place;
use meta::{Extent, Meta};

/// A file, of which only the description need be at hand.
pub struct Heif<'a> {
    bytes: &'a [u8],
    meta: Meta<'a>,
}

/// How colours are coded (ITU-T H.273), by its code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    /// Primaries, transfer, matrix.
    pub colour: [u8; 3],
    /// Whether black is zero and white the largest number.
    pub full: bool,
}

/// The tiles of a picture, row by row (ISO/IEC 23008-12, 6.6.2.3.2).
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    /// Tiles beside each other.
    pub columns: usize,
    /// Tiles above each other.
    pub rows: usize,
    /// Width and height of the whole.
    pub size: [u32; 2],
}

impl<'a> Heif<'a> {
    /// Parses the description; `None` if it is not all at hand.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        Some(Self { bytes, meta: Meta::of(bytes)? })
    }

    /// Returns the item that is shown.
    pub fn primary(&self) -> u32 {
        self.meta.primary
    }

    /// Returns the type of an item.
    pub fn kind(&self, id: u32) -> Option<[u8; 4]> {
        self.meta.items.get(&id).map(|item| item.kind)
    }

    /// Returns the items that a reference leads to, such as the tiles of a picture.
    pub fn to(&self, kind: [u8; 4], from: u32) -> &[u32] {
        let found = self.meta.references.iter().find(|reference| reference.kind == kind && reference.from == from);
        found.map(|reference| &reference.to[..]).unwrap_or_default()
    }

    /// Returns the items with a reference to one, such as its thumbnails.
    pub fn from(&self, kind: &[u8; 4], to: u32) -> impl Iterator<Item = u32> {
        let is_one = move |reference: &&meta::Reference| reference.kind == *kind && reference.to.contains(&to);
        self.meta.references.iter().filter(is_one).map(|reference| reference.from)
    }

    /// Returns the first property of a type.
    pub fn property(&self, id: u32, kind: [u8; 4]) -> Option<&'a [u8]> {
        self.properties(id).find(|(name, _)| *name == kind).map(|(_, data)| data)
    }

    fn properties(&self, id: u32) -> impl Iterator<Item = ([u8; 4], &'a [u8])> {
        let places = self.meta.items.get(&id).map(|item| &item.properties[..]).unwrap_or_default();
        places.iter().filter_map(|place| self.meta.properties.get(*place).copied())
    }

    /// Returns the data of an item, if all of them are at hand.
    pub fn data(&self, id: u32) -> Option<Cow<'a, [u8]>> {
        let item = self.meta.items.get(&id)?;
        let from = if item.in_meta { self.meta.idat } else { self.bytes };
        let part = |extent: &Extent| {
            let start = usize::try_from(extent.offset).ok()?;
            let length = usize::try_from(extent.length).ok()?;
            // A length of nothing means all the rest.
            if length == 0 { from.get(start..) } else { from.get(start..start.checked_add(length)?) }
        };
        if let [extent] = &item.extents[..] {
            return part(extent).map(Cow::Borrowed);
        }
        let mut whole = Vec::new();
        for extent in &item.extents {
            let part = part(extent)?;
            // More than there is can only be had by telling the same bytes twice.
            if whole.len() + part.len() > from.len() {
                return None;
            }
            whole.extend_from_slice(part);
        }
        (!whole.is_empty()).then_some(Cow::Owned(whole))
    }

    fn borrowed(&self, id: u32) -> Option<&'a [u8]> {
        match self.data(id)? {
            Cow::Borrowed(data) => Some(data),
            Cow::Owned(_) => None,
        }
    }

    /// Returns width and height of an item as it is coded.
    pub fn coded_size(&self, id: u32) -> Option<[u32; 2]> {
        let ispe = self.property(id, *b"ispe")?;
        Some([be32(ispe, 4)?, be32(ispe, 8)?])
    }

    /// Returns the part `[left, top, width, height]` of an item that is shown (`clap`), all of it if not told.
    pub fn part(&self, id: u32) -> Option<[u32; 4]> {
        let [width, height] = self.coded_size(id)?;
        let whole = [0, 0, width, height];
        Some(self.property(id, *b"clap").and_then(|clap| clean_aperture(clap, [width, height])).unwrap_or(whole))
    }

    /// Returns the orientation of an item in the numbers of Exif (2.32, 4.6.4): its turns and mirrors, one after the other.
    pub fn orientation(&self, id: u32) -> u8 {
        // Mirrored from left to right first, then turned clockwise so many quarters.
        let (mut mirrored, mut turns) = (false, 0_u8);
        for (kind, data) in self.properties(id) {
            let value = data.first().copied().unwrap_or(0);
            match &kind {
                b"irot" => turns = (turns + 4 - (value & 3)) % 4,
                // 1 swaps left and right, 0 top and bottom, which is half a turn more.
                b"imir" => {
                    mirrored = !mirrored;
                    turns = (4 - turns + if value & 1 == 1 { 0 } else { 2 }) % 4;
                }
                _ => {}
            }
        }
        let table = if mirrored { [2, 7, 4, 5] } else { [1, 6, 3, 8] };
        table[usize::from(turns % 4)]
    }

    /// Returns the tiles of an item of type `grid`.
    pub fn grid(&self, id: u32) -> Option<Grid> {
        let data = self.data(id)?;
        let mut numbers = Numbers::new(&data);
        let (version, flags) = (numbers.number(1)?, numbers.number(1)?);
        let rows = index(u32::try_from(numbers.number(1)?).ok()?)? + 1;
        let columns = index(u32::try_from(numbers.number(1)?).ok()?)? + 1;
        let wide = flags & 1 == 1;
        let size = [numbers.short(wide)?, numbers.short(wide)?];
        (version == 0).then_some(Grid { columns, rows, size })
    }

    /// Returns the code points of an item's colours.
    pub fn codes(&self, id: u32) -> Option<Codes> {
        let data =
            self.properties(id).filter(|(kind, _)| kind == b"colr").find_map(|(_, data)| data.strip_prefix(b"nclx"))?;
        let code = |at| be16(data, at).and_then(|code| u8::try_from(code).ok());
        Some(Codes { colour: [code(0)?, code(2)?, code(4)?], full: data.get(6)? & 0x80 != 0 })
    }

    /// Returns the colour profile of an item.
    pub fn profile(&self, id: u32) -> Option<&'a [u8]> {
        let colours = self.properties(id).filter(|(kind, _)| kind == b"colr");
        let profile = colours.filter_map(|(_, data)| data.strip_prefix(b"prof").or_else(|| data.strip_prefix(b"rICC")));
        profile.into_iter().find(|data| (1..=MAX_PROFILE).contains(&data.len()))
    }

    /// Returns the item with the transparency of another.
    pub fn alpha(&self, id: u32) -> Option<u32> {
        let is_alpha = |aux: &u32| {
            let names: [&[u8]; 2] = [b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1"];
            self.property(*aux, *b"auxC").is_some_and(|name| names.iter().any(|known| has(name, 4, known)))
        };
        self.from(b"auxl", id).find(is_alpha)
    }

    /// Returns the largest thumbnail of an item.
    pub fn thumbnail(&self, id: u32) -> Option<u32> {
        self.from(b"thmb", id).max_by_key(|small| self.coded_size(*small).map(|[width, height]| width.max(height)))
    }

    /// Returns the TIFF structure of the item with Exif.
    pub fn exif(&self) -> Option<&'a [u8]> {
        let data = self.borrowed(self.exif_item()?)?;
        // The distance of the structure from there (ISO/IEC 23008-12, annex A.2.1); some writers put a mark between.
        let data = data.get(4_usize.checked_add(index(be32(data, 0)?)?)?..)?;
        Some(super::without_exif_mark(data))
    }

    fn exif_item(&self) -> Option<u32> {
        self.about().find(|id| self.kind(*id) == Some(*b"Exif"))
    }

    fn xmp_item(&self) -> Option<u32> {
        self.about().find(|id| self.meta.items.get(id).is_some_and(|item| item.is_xmp))
    }

    /// Iterates over items that describe the primary one, then over all others.
    fn about(&self) -> impl Iterator<Item = u32> {
        self.from(b"cdsc", self.primary()).chain(self.meta.items.keys().copied())
    }

    /// Iterates over the items with metadata, each with where its place is written, for copying them elsewhere.
    pub fn described(&self) -> impl Iterator<Item = Place> {
        let all = [self.exif_item(), self.xmp_item()].into_iter().flatten();
        all.filter_map(|id| self.meta.items.get(&id)?.place)
    }
}

/// Returns width and height of the primary item, cropped, before it is turned.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let heif = Heif::new(bytes)?;
    let [_, _, width, height] = heif.part(heif.primary())?;
    Some([width, height])
}

/// Collects all metadata blocks.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let Some(heif) = Heif::new(bytes) else { return Blocks::default() };
    let iptc = heif.about().find(|id| heif.kind(*id) == Some(*b"iptc"));
    Blocks {
        exif: heif.exif().map(Cow::Borrowed),
        xmp: heif.xmp_item().and_then(|id| heif.data(id)).filter(|packet| packet.len() <= MAX_XMP),
        iptc: iptc.and_then(|id| heif.data(id)),
        icc: heif.profile(heif.primary()).map(Cow::Borrowed),
        ..Blocks::default()
    }
}

/// Reads a clean aperture: width, height, and how far its centre is from that of the picture, as fractions (ISO/IEC 14496-12,
/// 12.1.4). `None` if it is not within the picture.
fn clean_aperture(data: &[u8], [width, height]: [u32; 2]) -> Option<[u32; 4]> {
    let number = |at: usize| array(data, at * 4).map(i32::from_be_bytes).map(f64::from);
    let fraction = |at: usize| Some(number(at)? / number(at + 1).filter(|below| *below != 0.0)?);
    let side = |at: usize, off: usize, whole: u32| {
        let length = fraction(at)?.round();
        let start = (fraction(off)? + (f64::from(whole) - length) / 2.0).round();
        let fits = length >= 1.0 && start >= 0.0 && start + length <= f64::from(whole);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the picture")]
        fits.then_some((start as u32, length as u32))
    };
    let ((left, wide), (top, tall)) = (side(0, 4, width)?, side(2, 6, height)?);
    Some([left, top, wide, tall])
}

#[cfg(test)]
mod tests;
