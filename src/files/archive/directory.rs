//! The central directory of an archive: bounded in size, without overlapping entries.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Zip, of_zip};
use crate::files::ReadError;

/// The most bytes of a directory: it is held in memory, several times as large.
const MAX_BYTES: u64 = 36 << 20;
/// The end record is searched in this many bytes: a comment of up to 64 KiB may follow it.
const TAIL: u64 = 66_000;
/// The length of a local file header, without its name.
const HEADER: u64 = 30;

/// A file with a read quota, until released.
pub struct Metered {
    file: File,
    left: Meter,
}

/// The quota of a [`Metered`] file.
#[derive(Clone)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// Returns true once the quota is exhausted.
    pub fn is_used_up(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }

    /// Lifts the quota.
    pub fn release(&self) {
        self.0.store(u64::MAX, Ordering::Relaxed);
    }
}

impl Metered {
    /// Sets a quota large enough for the archive's directory, within limits.
    pub fn new(mut file: File) -> io::Result<(Self, Meter)> {
        let left = Meter(Arc::new(AtomicU64::new(allowance(&mut file)?)));
        file.rewind()?;
        Ok((Self { file, left: left.clone() }, left))
    }
}

impl Read for Metered {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.left.0.load(Ordering::Relaxed);
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(into.len());
        if most == 0 && !into.is_empty() {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        let count = self.file.read(&mut into[..most])?;
        if left != u64::MAX {
            self.left.0.store(left - count as u64, Ordering::Relaxed);
        }
        Ok(count)
    }
}

impl Seek for Metered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// Returns the quota for an archive's directory. If data precede the archive, the reader searches for the directory from its
/// claimed offset to its end, so that much is added.
fn allowance(file: &mut File) -> io::Result<u64> {
    let length = file.seek(SeekFrom::End(0))?;
    let from = length.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    Read::take(&mut *file, TAIL).read_to_end(&mut tail)?;
    let number = |at: usize, bytes: usize| {
        let bytes = tail.get(at..at + bytes)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    };
    let last = |end: usize, mark: [u8; 4]| tail[..end].windows(4).rposition(|four| four == mark);
    let Some(end) = last(tail.len(), *b"PK\x05\x06") else { return Ok(MAX_BYTES) };
    let (mut end, mut size, mut begin) = (end, number(end + 12, 4), number(end + 16, 4));
    if begin == Some(0xffff_ffff)
        && let Some(large) = last(end, *b"PK\x06\x06")
    {
        (end, size, begin) = (large, number(large + 40, 8), number(large + 48, 8));
    }
    let (Some(size), Some(begin)) = (size, begin) else { return Ok(MAX_BYTES) };
    let end = from + end as u64;
    let is_plain = begin.checked_add(size) == Some(end);
    Ok(MAX_BYTES + if is_plain { 0 } else { end.saturating_sub(begin) })
}

/// Returns true if two entries of an archive claim the same bytes, as zip bombs do.
///
/// # Errors
/// If its directory cannot be read.
pub fn overlaps(zip: &Zip) -> Result<bool, ReadError> {
    let mut spans = Vec::with_capacity(zip.len());
    for at in 0..zip.len() {
        let entry = zip.by_index_data(at).map_err(|e| of_zip(&e))?;
        if entry.compressed_size() > 0 {
            // A lower bound: the name and extra fields are between header and data.
            let end = entry.header_start().saturating_add(HEADER).saturating_add(entry.compressed_size());
            spans.push((entry.header_start(), end));
        }
    }
    spans.sort_unstable();
    Ok(spans.windows(2).any(|pair| pair[0].1 > pair[1].0))
}
