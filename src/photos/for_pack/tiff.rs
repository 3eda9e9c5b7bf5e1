//! The first page of a TIFF with only the tags that its pixels and colours need (TIFF 6.0). The pixels stay byte for byte, in
//! the same strips or tiles; other pages, and tags of editors, cameras and maps, are dropped.

use crate::photos::container::tiff::{Directory, Tiff};

/// The tags that may stay: pixel storage and interpretation. None of them points elsewhere or holds text.
const TAGS: [u16; 31] = [
    256, 257, 258, 259, 262, 266, 274, 277, 278, 282, 283, 284, 292, 293, 296, 301, 317, 318, 319, 320, 322, 323, 332,
    338, 339, 347, 529, 530, 531, 532, 34_675,
];
/// Offsets and lengths of strips, and of tiles.
const PIXELS: [(u16, u16); 2] = [(273, 279), (324, 325)];
/// The tag of an XMP packet (XMP part 3).
const XMP: u16 = 700;
/// The most bytes of all tags that stay: profiles, tables and palettes.
const MAX_TAGS: usize = 16 << 20;
/// The most strips or tiles copied.
const MAX_PARTS: usize = 1 << 20;

/// Rebuilds the file, with the XMP packet if given. `None` if a tag or the pixels lie outside the file, or it would exceed
/// 32-bit offsets.
pub fn file(bytes: &[u8], xmp: Option<&[u8]>) -> Option<Vec<u8>> {
    let tiff = Tiff::new(bytes)?;
    let first = tiff.first()?;
    let mut fields: Vec<DirectoryEntry> = Vec::new();
    for tag in TAGS {
        let Some(field) = tiff.field(first, tag) else { continue };
        if !fits(tag, field.kind, field.data) {
            continue;
        }
        fields.push(DirectoryEntry { tag, kind: field.kind, count: field.count, data: field.data.to_vec() });
    }
    if let Some(packet) = xmp {
        fields.push(DirectoryEntry { tag: XMP, kind: 1, count: packet.len(), data: packet.to_vec() });
    }
    if fields.iter().map(|field| field.data.len()).sum::<usize>() > MAX_TAGS {
        return None;
    }
    let big = tiff.is_big_endian();
    // 64-bit numbers of BigTIFF become 32-bit.
    fields.iter_mut().filter(|field| field.kind == 16).for_each(|field| narrow(field, big));
    let mut out = if big { b"MM\0*\0\0\0\0".to_vec() } else { b"II*\0\0\0\0\0".to_vec() };
    let ((offsets_tag, lengths_tag), parts) =
        PIXELS.into_iter().find_map(|tags| Some((tags, parts(tiff, first, tags)?)))?;
    let mut places = [Vec::new(), Vec::new()];
    for part in parts {
        let part = bytes.get(part)?;
        for (place, number) in places.iter_mut().zip([out.len(), part.len()]) {
            place.extend(bytes_of(u32::try_from(number).ok()?, big));
        }
        out.extend(part);
    }
    for (tag, data) in [offsets_tag, lengths_tag].into_iter().zip(places) {
        fields.push(DirectoryEntry { tag, kind: 4, count: data.len() / 4, data });
    }
    fields.sort_by_key(|field| field.tag);
    write(&mut out, &fields, big)?;
    Some(out)
}

/// Returns whether a field has a type and length valid for its tag, so that no text hides behind a numeric tag.
fn fits(tag: u16, kind: u16, data: &[u8]) -> bool {
    match tag {
        34_675 => super::jpeg::is_profile(data),
        // Transfer functions and palettes, then the JPEG tables.
        301 | 320 => kind == 3 && data.len() <= 3 * 2 * 65_536,
        347 => data.starts_with(b"\xFF\xD8") && super::jpeg::is_only_tables(data),
        _ => matches!(kind, 1 | 3 | 4 | 5 | 16) && data.len() <= 64,
    }
}

/// A raw field of a directory.
struct DirectoryEntry {
    tag: u16,
    kind: u16,
    count: usize,
    data: Vec<u8>,
}

/// Returns the ranges of the strips or tiles.
fn parts(tiff: Tiff<'_>, first: Directory, (offsets, lengths): (u16, u16)) -> Option<Vec<std::ops::Range<usize>>> {
    let numbers = |tag| tiff.field(first, tag).map(|field| field.numbers().take(MAX_PARTS + 1).collect::<Vec<u64>>());
    let (offsets, lengths) = (numbers(offsets)?, numbers(lengths)?);
    if offsets.is_empty() || offsets.len() != lengths.len() || offsets.len() > MAX_PARTS {
        return None;
    }
    let all = offsets.into_iter().zip(lengths).map(|(from, length)| {
        let (from, length) = (usize::try_from(from).ok()?, usize::try_from(length).ok()?);
        Some(from..from.checked_add(length)?)
    });
    let all: Vec<_> = all.collect::<Option<_>>()?;
    // Overlapping parts would grow with each copy.
    let mut sorted: Vec<_> = all.iter().filter(|part| !part.is_empty()).collect();
    sorted.sort_by_key(|part| part.start);
    sorted.windows(2).all(|pair| pair[0].end <= pair[1].start).then_some(all)
}

/// Converts BigTIFF's 64-bit numbers to 32 bits.
fn narrow(field: &mut DirectoryEntry, big: bool) {
    let half = |number: &[u8]| number[if big { 4..8 } else { 0..4 }].to_vec();
    field.data = field.data.chunks_exact(8).flat_map(half).collect();
    field.kind = 4;
}

fn bytes_of(number: u32, big: bool) -> [u8; 4] {
    if big { number.to_be_bytes() } else { number.to_le_bytes() }
}

/// Appends the directory, and writes its offset into the header.
fn write(out: &mut Vec<u8>, fields: &[DirectoryEntry], big: bool) -> Option<()> {
    let short = |number: u16| if big { number.to_be_bytes() } else { number.to_le_bytes() };
    let mut values = Vec::new();
    for field in fields {
        values.push(if field.data.len() <= 4 {
            let mut inline = field.data.clone();
            inline.resize(4, 0);
            inline
        } else {
            out.resize(out.len().next_multiple_of(2), 0);
            let at = u32::try_from(out.len()).ok()?;
            out.extend(&field.data);
            bytes_of(at, big).to_vec()
        });
    }
    out.resize(out.len().next_multiple_of(2), 0);
    let place = bytes_of(u32::try_from(out.len()).ok()?, big);
    out.get_mut(4..8)?.copy_from_slice(&place);
    out.extend(short(u16::try_from(fields.len()).ok()?));
    for (field, value) in fields.iter().zip(values) {
        out.extend(short(field.tag));
        out.extend(short(field.kind));
        out.extend(bytes_of(u32::try_from(field.count).ok()?, big));
        out.extend(value);
    }
    out.extend([0; 4]);
    Some(())
}
