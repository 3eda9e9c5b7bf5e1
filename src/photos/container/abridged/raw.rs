//! Copies what a camera raw file says, and the head of the preview inside, which tells its size.

use std::io::{Read, Seek};

use super::boxes::{at, put};
use super::tiff::Inside;
use super::{MAX_BYTES, MAX_STEPS, Pieces, tiff};
use crate::photos::container::MAX_PROFILE;
use crate::photos::container::fields::has;
use crate::photos::container::raw::{self, Preview, Source};

/// The bytes of a RAF that are copied: its JPEG begins at once, and what it says comes before its pixels.
const RAF_HEAD: usize = 256 << 10;

impl<R: Read + Seek + ?Sized> Source for Pieces<'_, R> {
    fn part(&mut self, at: u64, count: usize) -> Option<&[u8]> {
        self.get(at, count)
    }
}

/// Builds a file with nothing else, with the whole preview or the head of it.
pub fn abridged<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>, is_whole: bool) -> Option<Vec<u8>> {
    let start = pieces.get(0, 16)?.to_vec();
    let found = raw::find(pieces);
    let length = |found: &Preview| if is_whole { usize::try_from(found.length).ok() } else { Some(found.head) };
    if start.starts_with(raw::RAF) {
        let end = found.and_then(|found| usize::try_from(found.at).ok()?.checked_add(length(&found)?)).unwrap_or(0);
        return pieces.get(0, end.max(RAF_HEAD)).map(<[u8]>::to_vec);
    }
    let preview = found.and_then(|found| pieces.get(found.at, length(&found)?).map(<[u8]>::to_vec)).unwrap_or_default();
    if has(&start, 4, b"ftyp") {
        return boxes(pieces, &preview);
    }
    let profile = found.and_then(|found| found.profile).and_then(|(at, length)| {
        let length = usize::try_from(length).ok().filter(|length| *length <= MAX_PROFILE)?;
        pieces.all(at, length).map(<[u8]>::to_vec)
    });
    let space = found.and_then(|found| u32::try_from(found.space).ok()).unwrap_or(0);
    tiff::of_raw(pieces, &Inside { preview, profile, space })
}

/// Copies the boxes of a CR3 that say something, and puts the preview where the one of a screen's size is.
fn boxes<R: Read + Seek + ?Sized>(pieces: &mut Pieces<'_, R>, preview: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut start) = (Vec::new(), 0);
    for _ in 0..MAX_STEPS {
        let Some((found, _)) = at(pieces, start) else { break };
        let Some(whole) = found.whole else { break };
        let is_said = match &found.kind {
            b"ftyp" | b"moov" => true,
            b"uuid" => pieces.all(start + found.length as u64, 16) == Some(&raw::XMP[..]),
            _ => false,
        };
        if is_said {
            let length = usize::try_from(whole).ok().filter(|length| out.len() + length <= MAX_BYTES)?;
            out.extend(pieces.all(start, length)?);
        }
        start = start.checked_add(whole)?;
    }
    put(&mut out, *b"uuid", &[&raw::PREVIEW[..], preview].concat())?;
    Some(out)
}
