//! The box that describes all items of a HEIF file (ISO/IEC 14496-12, 8.11).

use std::collections::BTreeMap;

use crate::photos::container::boxes::{self, Numbers, boxes};
use crate::photos::container::fields::{be16, be32, index};

/// The most items, properties and references; a picture of 200 megapixels has about a thousand tiles.
const MAX_ITEMS: usize = 10_000;

/// The description.
#[derive(Default)]
pub struct Meta<'a> {
    /// The item that is shown.
    pub primary: u32,
    /// All items by their number.
    pub items: BTreeMap<u32, Item>,
    /// Properties, each with its type, counted from 1.
    pub properties: Vec<([u8; 4], &'a [u8])>,
    /// References between items.
    pub references: Vec<Reference>,
    /// Data that are kept within the description.
    pub idat: &'a [u8],
}

/// An item.
#[derive(Default)]
pub struct Item {
    /// The type.
    pub kind: [u8; 4],
    /// Whether it is an XMP packet.
    pub is_xmp: bool,
    /// Whether its data are in the description.
    pub in_meta: bool,
    /// Where its data are.
    pub extents: Vec<Extent>,
    /// Its properties, by place in the list.
    pub properties: Vec<usize>,
    /// Where its place is written, if its data are in one piece.
    pub place: Option<Place>,
}

/// A piece of data.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Where it begins.
    pub offset: u64,
    /// Its length; 0 for all the rest.
    pub length: u64,
}

/// Where the description says where an item's data are: position and width of two numbers whose sum is that place.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The first number: position from the start of the file, bytes.
    pub base: (usize, usize),
    /// The second number.
    pub offset: (usize, usize),
    /// The data.
    pub extent: Extent,
}

/// References of one type from one item.
pub struct Reference {
    /// The type.
    pub kind: [u8; 4],
    /// The item that refers.
    pub from: u32,
    /// The items that are referred to.
    pub to: Vec<u32>,
}

impl<'a> Meta<'a> {
    /// Parses the description of a file.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let piece = boxes(bytes).find(|piece| piece.kind == *b"meta").filter(|piece| piece.is_whole)?;
        let inner = piece.data.get(4..)?;
        let mut meta = Self::default();
        for part in boxes(inner).filter(|part| part.is_whole) {
            match &part.kind {
                b"pitm" => meta.primary = primary(part.data)?,
                b"iinf" => meta.names(part.data)?,
                b"iloc" => meta.places(part.data, piece.at + 4 + part.at)?,
                b"iref" => meta.refer(part.data)?,
                b"idat" => meta.idat = part.data,
                b"iprp" => meta.describe(part.data)?,
                _ => {}
            }
        }
        meta.items.contains_key(&meta.primary).then_some(meta)
    }

    fn item(&mut self, id: u32) -> Option<&mut Item> {
        if self.items.len() >= MAX_ITEMS && !self.items.contains_key(&id) {
            return None;
        }
        Some(self.items.entry(id).or_default())
    }

    /// Reads the types of items (8.11.6).
    fn names(&mut self, data: &[u8]) -> Option<()> {
        let (mut numbers, version, _) = Numbers::full(data)?;
        numbers.short(version > 0)?;
        for entry in boxes(numbers.rest()).filter(|entry| entry.kind == *b"infe" && entry.is_whole) {
            let (mut numbers, version, _) = Numbers::full(entry.data)?;
            if version < 2 {
                continue;
            }
            let id = numbers.short(version > 2)?;
            numbers.short(false)?;
            let kind = u32::try_from(numbers.number(4)?).ok()?.to_be_bytes();
            // A name, then the type of the contents, each with a zero behind it.
            let mut texts = numbers.rest().split(|byte| *byte == 0);
            let item = self.item(id)?;
            item.kind = kind;
            item.is_xmp = kind == *b"mime" && texts.nth(1) == Some(b"application/rdf+xml");
        }
        Some(())
    }

    /// Reads where the data of items are (8.11.3). `start` is the position of `data` in the file.
    fn places(&mut self, data: &[u8], start: usize) -> Option<()> {
        let (mut numbers, version, _) = Numbers::full(data)?;
        let widths = numbers.number(2)?;
        let width = |shift: u32| match widths >> shift & 15 {
            0 => Some(0),
            4 => Some(4),
            8 => Some(8),
            _ => None,
        };
        let (offset, length, base) = (width(12)?, width(8)?, width(4)?);
        let skipped = if version > 0 { width(0)? } else { 0 };
        for _ in 0..numbers.short(version > 1)? {
            let id = numbers.short(version > 1)?;
            let method = if version > 0 { numbers.number(2)? & 15 } else { 0 };
            // Data in other files are out of reach.
            let is_here = numbers.number(2)? == 0 && method < 2;
            let base_at = (start + numbers.at, base);
            let from = numbers.number(base)?;
            let count = numbers.number(2)?;
            let mut extents = Vec::new();
            let mut place = None;
            for _ in 0..count {
                numbers.number(skipped)?;
                let offset_at = (start + numbers.at, offset);
                let extent =
                    Extent { offset: from.checked_add(numbers.number(offset)?)?, length: numbers.number(length)? };
                place = Some(Place { base: base_at, offset: offset_at, extent });
                extents.push(extent);
            }
            let item = self.item(id)?;
            if is_here {
                item.in_meta = method == 1;
                item.place = place.filter(|_| count == 1 && method == 0);
                item.extents = extents;
            }
        }
        Some(())
    }

    /// Reads references (8.11.12).
    fn refer(&mut self, data: &[u8]) -> Option<()> {
        let (numbers, version, _) = Numbers::full(data)?;
        let mut left = MAX_ITEMS * 2;
        for part in boxes(numbers.rest()).filter(|part| part.is_whole) {
            let mut numbers = Numbers::new(part.data);
            let from = numbers.short(version > 0)?;
            let count = index(numbers.short(false)?)?;
            left = left.checked_sub(count + 1)?;
            let to = (0..count).map(|_| numbers.short(version > 0)).collect::<Option<Vec<_>>>()?;
            self.references.push(Reference { kind: part.kind, from, to });
        }
        Some(())
    }

    /// Reads properties, and which items have them (ISO/IEC 23008-12, 9.3).
    fn describe(&mut self, data: &'a [u8]) -> Option<()> {
        let all = boxes(boxes::find(data, *b"ipco")?).filter(|part| part.is_whole).take(MAX_ITEMS);
        self.properties = all.map(|part| (part.kind, part.data)).collect();
        for part in boxes(data).filter(|part| part.kind == *b"ipma" && part.is_whole) {
            let (mut numbers, version, flags) = Numbers::full(part.data)?;
            let (width, mask) = if flags & 1 == 1 { (2, 0x7FFF) } else { (1, 0x7F) };
            let mut left = MAX_ITEMS * 16;
            for _ in 0..numbers.short(true)? {
                let id = numbers.short(version > 0)?;
                let count = numbers.number(1)?;
                left = left.checked_sub(1 + usize::try_from(count).ok()?)?;
                let item = self.item(id)?;
                for _ in 0..count {
                    // 0 is none.
                    let place = usize::try_from(numbers.number(width)? & mask).ok()?;
                    item.properties.extend(place.checked_sub(1));
                }
            }
        }
        Some(())
    }
}

fn primary(data: &[u8]) -> Option<u32> {
    if data.first()? == &0 { be16(data, 4).map(u32::from) } else { be32(data, 4) }
}
