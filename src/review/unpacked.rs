//! How large the parts of a workbook are, unpacked: known before anything reads them.
//!
//! The sizes that an archive claims may be false, so that each part is unpacked once, piece by piece, and counted. The reader of
//! workbooks allocates by its number of elements and by the counts that the parts claim.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::workbook::Unread;

/// The most bytes of all parts together, unpacked.
const MOST_BYTES: u64 = 96 << 20;
/// The most parts.
const MOST_PARTS: usize = 10_000;
/// The most elements of XML in all parts.
const MOST_ELEMENTS: usize = 3_000_000;
/// The most strings that a part may claim to have.
const MOST_CLAIMED: usize = 1_000_000;
/// The longest head of an XML part that may name its encoding.
const HEAD: usize = 256;

/// Unpacks every part, keeps none, and refuses what is too large.
///
/// # Errors
/// If it is, or is no archive.
pub fn measure(bytes: &[u8]) -> Result<(), Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_no_archive| Unread::NotAWorkbook)?;
    if archive.len() > MOST_PARTS {
        return Err(Unread::TooLarge);
    }
    let claimed = (0..archive.len())
        .try_fold(0_u64, |sum, index| archive.by_index_raw(index).ok().and_then(|part| sum.checked_add(part.size())));
    if claimed.ok_or(Unread::Damaged)? > MOST_BYTES {
        return Err(Unread::TooLarge);
    }
    let (mut left, mut elements) = (MOST_BYTES, 0);
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_damaged| Unread::Damaged)?;
        let name = part.name().map_err(|_no_name| Unread::Damaged)?.to_ascii_lowercase();
        let is_xml = [".xml", ".rels"].iter().any(|ending| name.ends_with(ending));
        let mut piece = vec![0; 64 << 10];
        // The end of the piece before, so that no claim is missed between two.
        let mut seam = Vec::new();
        let mut is_first = true;
        loop {
            let count = part.read(&mut piece).map_err(|_damaged| Unread::Damaged)?;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count as u64).ok_or(Unread::TooLarge)?;
            if !is_xml {
                continue;
            }
            let piece = &piece[..count];
            if piece.contains(&0) || is_first && names_another_encoding(piece) {
                return Err(Unread::NotAWorkbook);
            }
            is_first = false;
            elements += memchr::memchr_iter(b'<', piece).count();
            seam.extend_from_slice(piece);
            if elements > MOST_ELEMENTS || claims_too_much(&seam) {
                return Err(Unread::TooLarge);
            }
            seam.drain(..seam.len().saturating_sub(HEAD));
        }
    }
    Ok(())
}

/// An encoding in which ASCII could stand for something else.
fn names_another_encoding(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(HEAD)]).to_ascii_lowercase();
    let Some(declaration) = head.strip_prefix('\u{feff}').unwrap_or(&head).strip_prefix("<?xml") else { return false };
    let declaration = declaration.split("?>").next().unwrap_or_default();
    let Some((_, named)) = declaration.split_once("encoding") else { return false };
    !["utf-8", "utf8", "us-ascii"]
        .contains(&named.trim_start_matches(['=', ' ', '"', '\'']).split(['"', '\'']).next().unwrap_or_default())
}

/// Memory is set aside by this number before a string is read.
fn claims_too_much(xml: &[u8]) -> bool {
    memchr::memmem::find_iter(xml, "uniqueCount").any(|at| {
        let after = xml[at..].iter().skip("uniqueCount".len());
        let digits = after.skip_while(|b| !b.is_ascii_digit()).take_while(|b| b.is_ascii_digit());
        digits.fold(0_usize, |sum, digit| sum.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
            > MOST_CLAIMED
    })
}
