//! Renditions in a saved pack: smaller pictures, so that it opens at once even from a slow stick.
//!
//! A rendition is named by the CRC-32 and size of the original's entry in the archive: if a picture is replaced, its old
//! rendition is simply not found.

use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::model::THUMBNAIL;

/// The long sides of renditions, in pixels: for walls, and for screens.
pub const RENDITIONS: [u32; 2] = [THUMBNAIL, 2560];
/// The extensions of renditions; PNG for transparency.
const ENDINGS: [&str; 2] = ["jpg", "png"];
/// The most bytes of one.
const MAX_BYTES: u64 = 32 << 20;

/// Returns a rendition's name in the archive, for a picture whose file has this CRC-32 and size in bytes.
#[must_use]
pub fn rendition_name(checksum: u32, size: u64, long_side: u32, ending: &str) -> String {
    format!("renditions/{checksum:08x}-{size:x}-{long_side}.{ending}")
}

/// Returns the index of the smallest rendition with at least `long_side` pixels on its long side, for a picture whose file
/// has this CRC-32 and size in bytes. `place` looks up names in the archive.
pub(super) fn find(place: &dyn Fn(&str) -> Option<usize>, checksum: u32, size: u64, long_side: u32) -> Option<usize> {
    let levels = RENDITIONS.into_iter().filter(|level| *level >= long_side);
    levels
        .flat_map(|level| ENDINGS.map(|ending| rendition_name(checksum, size, level, ending)))
        .find_map(|name| place(&name))
}

/// Reads a rendition.
pub(super) fn read<R: Read + Seek>(archive: &mut ZipArchive<R>, at: usize) -> Option<Vec<u8>> {
    let entry = archive.by_index(at).ok()?;
    let mut bytes = Vec::new();
    entry.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
