//! The smaller pictures that a saved pack carries, so that it opens at once on any machine, from a slow stick too.
//!
//! A rendition is named by the checksum and size of the picture's own entry in the archive: where somebody puts another
//! picture into the pack, an old rendition is simply not found.

use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::model::THUMBNAIL;

/// The long sides of renditions, in pixels: for walls, and for screens.
pub const RENDITIONS: [u32; 2] = [THUMBNAIL, 2560];
/// The endings of renditions; PNG for what is transparent.
const ENDINGS: [&str; 2] = ["jpg", "png"];
/// The most bytes of one.
const MAX_BYTES: u64 = 32 << 20;

/// The name in the archive of a rendition of a picture, whose file has this checksum (CRC-32) and so many bytes.
#[must_use]
pub fn rendition_name(checksum: u32, size: u64, long_side: u32, ending: &str) -> String {
    format!("renditions/{checksum:08x}-{size:x}-{long_side}.{ending}")
}

/// The place in an archive of the smallest rendition with at least so many pixels on its long side, of a picture whose file has this
/// checksum and so many bytes. `place` knows the archive's names.
pub(super) fn find(place: &dyn Fn(&str) -> Option<usize>, checksum: u32, size: u64, long_side: u32) -> Option<usize> {
    let levels = RENDITIONS.into_iter().filter(|level| *level >= long_side);
    levels
        .flat_map(|level| ENDINGS.map(|ending| rendition_name(checksum, size, level, ending)))
        .find_map(|name| place(&name))
}

/// The bytes of a rendition.
pub(super) fn read<R: Read + Seek>(archive: &mut ZipArchive<R>, at: usize) -> Option<Vec<u8>> {
    let entry = archive.by_index(at).ok()?;
    let mut bytes = Vec::new();
    entry.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
