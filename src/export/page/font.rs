//! Fonts reduced to what a page needs: the outlines of other characters are removed, and the rest is compressed (WOFF 1.0).
//!
//! Glyphs keep their ids, so the tables that join and stack letters remain valid: Tibetan looks as on the screen. A general
//! subsetter (`skera`) makes slightly smaller files and the program 1.5 MB larger; `subsetter` drops what a browser needs to
//! find and join letters.

use std::collections::BTreeSet;

use skrifa::raw::tables::glyf::Glyph;
use skrifa::raw::types::Tag;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, MetadataProvider};

/// The tables that a browser needs for horizontal text.
const TABLES: [&[u8; 4]; 16] = [
    b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"cmap", b"cvt ", b"fpgm", b"gasp", b"glyf", b"head", b"hhea", b"hmtx",
    b"loca", b"maxp", b"name", b"post",
];
/// Fonts with at most this many glyphs stay whole, because their letters substitute for one another.
const WHOLE: u16 = 8000;
/// The position of the format of `loca` in `head`.
const LOCA_FORMAT: std::ops::Range<usize> = 50..52;

/// Converts a TrueType font to WOFF with only the outlines of these characters; `None` if it is not TrueType, or has none of
/// them.
#[must_use]
pub fn slim_font(font: &[u8], letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let font = FontRef::new(font).ok()?;
    let charmap = font.charmap();
    let kept: BTreeSet<GlyphId> = letters.iter().filter_map(|letter| charmap.map(*letter)).collect();
    let count = font.maxp().ok()?.num_glyphs();
    if kept.is_empty() {
        return None;
    }
    let outlines = if count > WHOLE { Some(outlines(&font, count, kept)?) } else { None };
    let mut tables = Vec::new();
    for tag in TABLES.map(Tag::new) {
        let Some(data) = font.table_data(tag) else { continue };
        let mut data = data.as_bytes().to_vec();
        if let Some((glyf, loca)) = &outlines {
            match &tag.to_be_bytes() {
                b"glyf" => data.clone_from(glyf),
                b"loca" => data.clone_from(loca),
                b"head" => data.get_mut(LOCA_FORMAT)?.copy_from_slice(&[0, 1]),
                _ => {}
            }
        }
        tables.push((tag, data));
    }
    woff(&tables)
}

/// The `glyf` and `loca` tables with the kept glyphs and their components; other glyphs are empty.
fn outlines(font: &FontRef<'_>, count: u16, mut kept: BTreeSet<GlyphId>) -> Option<(Vec<u8>, Vec<u8>)> {
    let (loca, glyf) = (font.loca(None).ok()?, font.glyf().ok()?);
    kept.insert(GlyphId::NOTDEF);
    let mut open: Vec<GlyphId> = kept.iter().copied().collect();
    while let Some(glyph) = open.pop() {
        if let Ok(Some(Glyph::Composite(composite))) = loca.get_glyf(glyph, &glyf) {
            let parts = composite.components().map(|part| GlyphId::from(part.glyph));
            open.extend(parts.filter(|part| kept.insert(*part)));
        }
    }
    let all = glyf.offset_data().as_bytes();
    let (mut outlines, mut places) = (Vec::new(), Vec::new());
    for glyph in 0..usize::from(count) {
        places.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
        if kept.contains(&GlyphId::new(u32::try_from(glyph).ok()?)) {
            let (from, to) = (loca.get_raw(glyph)?, loca.get_raw(glyph + 1)?);
            outlines.extend_from_slice(all.get(from as usize..to as usize)?);
            outlines.resize(outlines.len().next_multiple_of(4), 0);
        }
    }
    places.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
    Some((outlines, places))
}

/// Packs tables, ordered by tag, into a WOFF file (W3C, WOFF File Format 1.0).
fn woff(tables: &[(Tag, Vec<u8>)]) -> Option<Vec<u8>> {
    let size = |bytes: usize| u32::try_from(bytes).ok();
    let count = u16::try_from(tables.len()).ok()?;
    let (mut directory, mut body) = (Vec::new(), Vec::new());
    let start = 44 + 20 * tables.len();
    let mut unpacked = 12 + 16 * tables.len();
    for (tag, data) in tables {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(data, 9);
        let stored = if packed.len() < data.len() { &packed } else { data };
        directory.extend(tag.to_be_bytes());
        for number in [size(start + body.len())?, size(stored.len())?, size(data.len())?, sum(data)] {
            directory.extend(number.to_be_bytes());
        }
        body.extend_from_slice(stored);
        body.resize(body.len().next_multiple_of(4), 0);
        unpacked += data.len().next_multiple_of(4);
    }
    let mut file = b"wOFF\x00\x01\x00\x00".to_vec();
    file.extend(size(start + body.len())?.to_be_bytes());
    file.extend(count.to_be_bytes());
    file.extend([0, 0]);
    file.extend(size(unpacked)?.to_be_bytes());
    // Our version 1.0, without metadata or private data.
    file.extend([0, 1, 0, 0]);
    file.extend([0; 20]);
    file.extend(directory);
    file.extend(body);
    Some(file)
}

/// The checksum of a table: the sum of its 32-bit words.
fn sum(data: &[u8]) -> u32 {
    let word = |chunk: &[u8]| {
        let at = |i: usize| chunk.get(i).copied().unwrap_or(0);
        u32::from_be_bytes([at(0), at(1), at(2), at(3)])
    };
    data.chunks(4).map(word).fold(0, u32::wrapping_add)
}
