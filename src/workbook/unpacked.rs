//! How large the parts of a workbook are, unpacked: known before anything reads them.
//!
//! The sizes that an archive claims may be false, so that each part is unpacked once, piece by piece, and counted. The reader of
//! workbooks takes memory by the number of elements, and by a count that a part claims.

use std::io::{Cursor, Read};

use memchr::{memchr_iter, memmem};
use zip::ZipArchive;

use super::Unread;

/// The most bytes of all parts together, unpacked, without pictures.
const MOST_BYTES: u64 = 64 << 20;
/// The most bytes of all pictures.
const MOST_PICTURES: u64 = 256 << 20;
/// The most bytes of one picture.
const MOST_PICTURE: u64 = 4 << 20;
/// The most parts.
const MOST_PARTS: usize = 30_000;
/// The most tags of sheets and their strings.
const MOST_TAGS: usize = 3_000_000;
/// The most tags of all other parts, of which each takes more memory.
const MOST_OTHER_TAGS: usize = 300_000;
/// The most bytes without a tag: more than the longest text of a cell.
const MOST_TEXT: usize = 1 << 20;
/// The most strings that a part may claim to have.
const MOST_CLAIMED: usize = 1_000_000;
/// So many bytes of a piece are looked at again with the next one, and at the head for the encoding.
const SEAM: usize = 256;
/// How much is unpacked at a time.
const PIECE: usize = 64 << 10;

/// Unpacks every part, keeps none, and refuses what is too large.
///
/// # Errors
/// If it is, or is no archive.
pub fn measure(bytes: &[u8]) -> Result<(), Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_no_archive| Unread::NotAWorkbook)?;
    if archive.len() > MOST_PARTS {
        return Err(Unread::TooLarge);
    }
    let mut claimed = 0_u64;
    for index in 0..archive.len() {
        claimed = claimed.saturating_add(archive.by_index_raw(index).map_err(|_damaged| Unread::Damaged)?.size());
    }
    if claimed > MOST_BYTES + MOST_PICTURES {
        return Err(Unread::TooLarge);
    }
    let mut left = Left { bytes: MOST_BYTES, pictures: MOST_PICTURES, tags: MOST_TAGS, other_tags: MOST_OTHER_TAGS };
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_damaged| Unread::Damaged)?;
        let name = part.name().map_err(|_no_name| Unread::Damaged)?.to_ascii_lowercase();
        left.take(part, &name)?;
    }
    Ok(())
}

/// What may still be unpacked.
struct Left {
    bytes: u64,
    pictures: u64,
    tags: usize,
    other_tags: usize,
}

impl Left {
    fn take(&mut self, mut part: impl Read, name: &str) -> Result<(), Unread> {
        let is_xml = [".xml", ".rels"].iter().any(|ending| name.ends_with(ending));
        let is_sheet = name.contains("worksheets/") || name.ends_with("sharedstrings.xml") || name == "content.xml";
        let (mut piece, mut seam, mut text) = (vec![0; PIECE], Vec::new(), 0);
        let mut picture: Option<Option<u64>> = None;
        loop {
            let count = part.read(&mut piece).map_err(|_damaged| Unread::Damaged)?;
            let piece = &piece[..count];
            if piece.is_empty() {
                return Ok(());
            }
            let is_first = picture.is_none();
            // PNG and JPEG begin with what no XML can: nobody reads them as that, whatever they are named.
            let is_picture = || !is_xml && (piece.starts_with(b"\x89P") || piece.starts_with(b"\xFF\xD8"));
            if let Some(left) = picture.get_or_insert_with(|| is_picture().then_some(MOST_PICTURE)) {
                take(left, count as u64)?;
                take(&mut self.pictures, count as u64)?;
                continue;
            }
            take(&mut self.bytes, count as u64)?;
            if is_xml && (piece.contains(&0) || is_first && names_another_encoding(piece)) {
                return Err(Unread::NotAWorkbook);
            }
            let tags = if is_sheet { &mut self.tags } else { &mut self.other_tags };
            *tags = tags.checked_sub(memchr_iter(b'<', piece).count()).ok_or(Unread::TooLarge)?;
            text = longest_text(piece, text)?;
            seam.extend_from_slice(piece);
            if claims_too_much(&seam) {
                return Err(Unread::TooLarge);
            }
            seam.drain(..seam.len().saturating_sub(SEAM));
        }
    }
}

fn take(left: &mut u64, count: u64) -> Result<(), Unread> {
    *left = left.checked_sub(count).ok_or(Unread::TooLarge)?;
    Ok(())
}

/// The bytes since the last tag, with those before the piece.
fn longest_text(piece: &[u8], before: usize) -> Result<usize, Unread> {
    match memchr::memrchr(b'<', piece) {
        Some(at) => Ok(piece.len() - at),
        None if before + piece.len() > MOST_TEXT => Err(Unread::TooLarge),
        None => Ok(before + piece.len()),
    }
}

/// An encoding in which ASCII could stand for something else.
fn names_another_encoding(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(SEAM)]).to_ascii_lowercase();
    let declaration =
        head.trim_start_matches('\u{feff}').strip_prefix("<?xml").and_then(|head| head.split("?>").next());
    let named = declaration.and_then(|declaration| declaration.split_once("encoding")).map(|(_, named)| named);
    named.is_some_and(|named| {
        let quote = ['"', '\''];
        let name = named.trim_start_matches(|c: char| c == '=' || c.is_whitespace() || quote.contains(&c));
        !["utf-8", "utf8", "us-ascii"].contains(&name.split(quote).next().unwrap_or_default())
    })
}

/// Memory is set aside by this number before a string is read.
fn claims_too_much(xml: &[u8]) -> bool {
    const NAME: &str = "uniqueCount";
    memmem::find_iter(xml, NAME).any(|at| {
        let after = xml.iter().skip(at + NAME.len());
        let digits = after.skip_while(|b| !b.is_ascii_digit()).take_while(|b| b.is_ascii_digit());
        let add = |sum: usize, digit: &u8| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0'));
        digits.fold(0, add) > MOST_CLAIMED
    })
}
