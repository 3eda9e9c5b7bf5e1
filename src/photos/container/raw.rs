//! Camera raw files: where the JPEG is that the camera itself made, and what it says of colours. No raw pixels are read.
//!
//! Nearly all of them are TIFF structures with directories below directories (TIFF/EP, DNG 1.7, and each maker's own); RAF has a
//! head of its own, and CR3 consists of boxes. What is found is believed only where a JPEG begins that can be decoded.

mod boxes;
mod directories;

use std::borrow::Cow;
use std::ops::Range;

use super::fields::{be32, has, slice};
use super::tiff::{self, Tiff};
use super::{Blocks, MAX_PROFILE, MAX_XMP, jpeg};
use crate::photos::jpeg_frame::Frame;
pub use boxes::{PREVIEW, XMP};
pub use directories::is_raw;

/// The first bytes of Fujifilm's files.
pub const RAF: &[u8] = b"FUJIFILMCCD-RAW";
/// Bytes in which the head of a JPEG is looked for, first and second try: profiles and maker notes come before it.
const HEADS: [usize; 2] = [64 << 10, 1 << 20];
/// The most JPEGs looked at; cameras write up to four.
const MAX_CANDIDATES: usize = 16;

/// A file of which any part can be read, all of it or as needed.
pub trait Source {
    /// Returns up to `count` bytes at an offset, fewer at the end of the file; `None` past it.
    fn part(&mut self, at: u64, count: usize) -> Option<&[u8]>;

    /// Returns exactly `count` bytes at an offset.
    fn exactly(&mut self, at: u64, count: usize) -> Option<&[u8]> {
        self.part(at, count).filter(|bytes| bytes.len() == count)
    }
}

/// A file in memory.
struct Memory<'a>(&'a [u8]);

impl Source for Memory<'_> {
    fn part(&mut self, at: u64, count: usize) -> Option<&[u8]> {
        let rest = self.0.get(usize::try_from(at).ok()?..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..count.min(rest.len())])
    }
}

/// Where a file says that it has a JPEG.
#[derive(Clone, Copy, Debug, Default)]
struct Candidate {
    at: u64,
    length: u64,
    /// Offset and length of a colour profile beside it.
    profile: Option<(u64, u64)>,
    /// `PreviewColorSpace` (DNG 1.7), 0 if not told.
    space: u64,
}

/// A JPEG inside a raw file.
#[derive(Clone, Copy, Debug)]
pub struct Preview {
    /// Its offset.
    pub at: u64,
    /// The length that the file tells.
    pub length: u64,
    /// The bytes with everything before its pixels.
    pub head: usize,
    /// Width and height in pixels, as it is stored.
    size: [u32; 2],
    /// Offset and length of a colour profile beside it.
    pub profile: Option<(u64, u64)>,
    /// `PreviewColorSpace` (DNG 1.7), 0 if not told.
    pub space: u64,
}

/// Colours that are told by a number, without a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Adobe RGB (1998).
    AdobeRgb,
    /// `ProPhoto` RGB (ISO 22028-2).
    ProPhoto,
}

/// Finds the largest JPEG among those with `is_eligible` offset and length.
fn largest(source: &mut dyn Source, is_eligible: &dyn Fn(u64, u64) -> bool) -> Option<Preview> {
    let start = source.part(0, 128)?.to_vec();
    let mut all = if start.starts_with(RAF) {
        // Offset and length of the JPEG, behind signature, version, number and name of the camera.
        be32(&start, 84)
            .zip(be32(&start, 88))
            .map(|(at, length)| vec![(at, length)])
            .unwrap_or_default()
            .into_iter()
            .map(|(at, length)| Candidate { at: at.into(), length: length.into(), ..Candidate::default() })
            .collect()
    } else if has(&start, 4, b"ftyp") {
        boxes::candidates(source)
    } else {
        directories::candidates(source)
    };
    all.retain(|candidate| is_eligible(candidate.at, candidate.length));
    all.sort_by_key(|candidate| std::cmp::Reverse(candidate.length));
    all.dedup_by_key(|candidate| candidate.at);
    let found = all.iter().take(MAX_CANDIDATES).filter_map(|candidate| look(source, candidate));
    // The longer of two equal ones is better.
    found.reduce(|best, other| if area(other.size) > area(best.size) { other } else { best })
}

fn area([width, height]: [u32; 2]) -> u64 {
    u64::from(width) * u64::from(height)
}

/// Looks whether a JPEG that can be decoded begins there.
fn look(source: &mut dyn Source, candidate: &Candidate) -> Option<Preview> {
    let Candidate { at, length, profile, space } = *candidate;
    let whole = usize::try_from(length).unwrap_or(usize::MAX);
    for head in HEADS {
        let bytes = source.part(at, head.min(whole))?;
        if !bytes.starts_with(b"\xFF\xD8\xFF") {
            return None;
        }
        if let Some(frame) = Frame::find(bytes) {
            let size = jpeg::size(bytes).filter(|sides| !sides.contains(&0))?;
            return frame.check().is_ok().then_some(Preview { at, length, head: bytes.len(), size, profile, space });
        }
        if bytes.len() < head {
            return None;
        }
    }
    None
}

/// Finds the preview of a file that is read as needed.
pub fn find(source: &mut dyn Source) -> Option<Preview> {
    largest(source, &|_, _| true)
}

fn of(bytes: &[u8]) -> Option<Preview> {
    find(&mut Memory(bytes))
}

fn place(bytes: &[u8], found: Preview) -> Option<Range<usize>> {
    let from = usize::try_from(found.at).ok()?;
    let to = from.saturating_add(usize::try_from(found.length).ok()?).min(bytes.len());
    bytes.get(from..to).map(|_| from..to)
}

/// Returns the largest JPEG inside, as far as it is at hand.
pub fn preview(bytes: &[u8]) -> Option<&[u8]> {
    bytes.get(place(bytes, of(bytes)?)?)
}

/// Returns the largest JPEG inside of which all bytes are at hand.
pub fn whole_preview(bytes: &[u8]) -> Option<&[u8]> {
    let is_whole = |at: u64, length: u64| at.checked_add(length).is_some_and(|end| end <= bytes.len() as u64);
    bytes.get(place(bytes, largest(&mut Memory(bytes), &is_whole)?)?)
}

/// Returns width and height of the preview, before orientation.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    of(bytes).map(|found| found.size)
}

/// Returns the orientation that the raw file tells, else that of its preview.
pub fn orientation(bytes: &[u8]) -> Option<u8> {
    exif(bytes).and_then(tiff::orientation).or_else(|| jpeg::exif(preview(bytes)?).and_then(tiff::orientation))
}

/// Returns the Exif block: of a TIFF structure the whole file.
pub fn exif(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.starts_with(RAF) {
        return jpeg::exif(preview(bytes)?);
    }
    Tiff::new(bytes).map(|_| bytes).or_else(|| boxes::metadata(bytes, *b"CMT1"))
}

/// Collects all metadata blocks: those of the raw file, and where it has none, those of its preview.
pub fn blocks(bytes: &[u8]) -> Blocks<'_> {
    let found = of(bytes);
    let within = found.and_then(|found| bytes.get(place(bytes, found)?)).map(jpeg::blocks).unwrap_or_default();
    let profile = found.and_then(|found| {
        let (at, length) = found.profile?;
        slice(bytes, usize::try_from(at).ok()?, usize::try_from(length).ok()?).filter(|data| data.len() <= MAX_PROFILE)
    });
    let mut own = if Tiff::new(bytes).is_some() { tiff::blocks(bytes) } else { boxes::blocks(bytes) };
    own.xmp = own.xmp.filter(|packet| packet.len() <= MAX_XMP);
    Blocks {
        exif: own.exif.or(within.exif),
        more_exif: own.more_exif,
        xmp: own.xmp.or(within.xmp),
        more_xmp: within.more_xmp,
        iptc: own.iptc.or(within.iptc),
        icc: within.icc.or(profile.map(Cow::Borrowed)),
        texts: Vec::new(),
    }
}

/// Returns the colours of the preview where a number tells them, and no profile.
pub fn space(bytes: &[u8]) -> Option<Space> {
    match of(bytes)?.space {
        3 => return Some(Space::AdobeRgb),
        4 => return Some(Space::ProPhoto),
        0 => {}
        _ => return None,
    }
    let blocks = blocks(bytes);
    let all = [&blocks.exif, &blocks.more_exif];
    all.into_iter().flatten().any(|exif| tiff::is_adobe_rgb(exif)).then_some(Space::AdobeRgb)
}

/// Returns the place of the positions in a CR3: a directory in a box of its own, with nothing that points to it.
pub fn position(bytes: &[u8]) -> Option<Range<usize>> {
    let data = boxes::metadata(bytes, boxes::POSITION).filter(|data| tiff::is_position(data))?;
    let from = data.as_ptr().addr().checked_sub(bytes.as_ptr().addr())?;
    Some(from..from + data.len())
}
