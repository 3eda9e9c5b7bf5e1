//! Copies boxes with metadata, and the beginning of the pixels.

use std::io::{Read, Seek};

use super::{MAX_BYTES, MAX_STEPS, PIXELS, Pieces};
use crate::photos::container::boxes::{Head, MAX_HEAD, head};
use crate::photos::container::heif::{Heif, Place};

/// A box of a file: its head, and where it begins.
pub type Found = (Head, u64);

/// Returns the box at an offset.
pub fn at<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>, start: u64) -> Option<Found> {
    head(pieces.get(start, MAX_HEAD)?).map(|head| (head, start))
}

/// Copies the description of a HEIF file, and metadata behind it, whose places it then tells.
pub fn heif<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>) -> Option<Vec<u8>> {
    let (mut out, mut start) = (Vec::new(), 0);
    for _ in 0..MAX_STEPS {
        let (found, _) = at(pieces, start)?;
        let whole = found.whole?;
        if matches!(&found.kind, b"ftyp" | b"meta") {
            let length = usize::try_from(whole).ok().filter(|length| out.len() + length <= MAX_BYTES)?;
            out.extend(pieces.all(start, length)?);
        }
        if found.kind == *b"meta" {
            break;
        }
        start += whole;
    }
    let places: Vec<Place> = Heif::new(&out)?.described().collect();
    for place in places {
        let Some(length) = usize::try_from(place.extent.length).ok().filter(|length| out.len() + length <= MAX_BYTES)
        else {
            continue;
        };
        let Some(data) = pieces.all(place.extent.offset, length).map(<[u8]>::to_vec) else { continue };
        put(&mut out, *b"mdat", &data)?;
        let there = (out.len() - length) as u64;
        // One of the two numbers is the place, the other nothing.
        let (number, other) = if place.offset.1 > 0 { (place.offset, place.base) } else { (place.base, place.offset) };
        for ((from, width), value) in [(other, 0), (number, there)] {
            out.get_mut(from..from + width)?.copy_from_slice(&value.to_be_bytes()[8 - width..]);
        }
    }
    Some(out)
}

/// Copies the boxes of a JPEG XL or JPEG 2000 but for the pixels.
pub fn plain<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>) -> Option<Vec<u8>> {
    let (mut out, mut start) = (Vec::new(), 0);
    for _ in 0..MAX_STEPS {
        let Some((found, _)) = at(pieces, start) else { break };
        let end = found.whole.map_or_else(|| pieces.length(), |whole| start.checked_add(whole))?;
        let length = usize::try_from(end.checked_sub(start)?.checked_sub(found.length as u64)?).ok()?;
        let keep = match &found.kind {
            b"jxlc" | b"jxlp" | b"jp2c" => length.min(PIXELS),
            _ if out.len() + length <= MAX_BYTES => length,
            _ => 0,
        };
        if keep > 0 {
            let data = pieces.get(start + found.length as u64, keep)?.to_vec();
            put(&mut out, found.kind, &data)?;
        }
        start = end;
    }
    Some(out)
}

/// Appends a box.
pub fn put(out: &mut Vec<u8>, kind: [u8; 4], data: &[u8]) -> Option<()> {
    out.extend(u32::try_from(data.len() + 8).ok()?.to_be_bytes());
    out.extend(kind);
    out.extend(data);
    Some(())
}
