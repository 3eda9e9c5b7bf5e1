//! The directory of an archive: read within bounds, and only where it claims no byte twice.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Zip, of_zip};
use crate::files::ReadError;

/// The most bytes of a directory that are read: it is held in memory, several times as large.
const MAX_BYTES: u64 = 64 << 20;
/// Where the end of a directory is looked for: a comment of up to 64 KiB may follow it.
const TAIL: u64 = 66_000;
/// The bytes of a file's own header, without its name.
const HEADER: u64 = 30;

/// A file of which only so many bytes are read, until it is released.
pub struct Metered {
    file: File,
    left: Meter,
}

/// What is left for a [`Metered`] file.
#[derive(Clone)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// True where something was not read any more.
    pub fn is_used_up(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }

    /// From now on everything is read.
    pub fn release(&self) {
        self.0.store(u64::MAX, Ordering::Relaxed);
    }
}

impl Metered {
    /// Meters an archive so that its directory can be read, and no monstrous one.
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

/// How much may be read for an archive's directory. Data before the archive moves it, so that it is searched for from where it says
/// that it begins up to its end: that much is allowed on top.
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
    let begin = match number(end + 16, 4) {
        Some(0xffff_ffff) => last(end, *b"PK\x06\x06").and_then(|at| number(at + 48, 8)),
        other => other,
    };
    let searched = begin.map_or(0, |begin| (from + end as u64).saturating_sub(begin));
    Ok(MAX_BYTES + searched)
}

/// True where two files of an archive claim the same bytes. What is read of it in all can then be many times what it holds.
///
/// # Errors
/// Where its directory cannot be read.
pub fn overlaps(zip: &Zip) -> Result<bool, ReadError> {
    let mut spans = Vec::with_capacity(zip.len());
    for at in 0..zip.len() {
        let entry = zip.by_index_data(at).map_err(|e| of_zip(&e))?;
        if entry.compressed_size() > 0 {
            // Its name and more come in between: it ends no earlier.
            let end = entry.header_start().saturating_add(HEADER).saturating_add(entry.compressed_size());
            spans.push((entry.header_start(), end));
        }
    }
    spans.sort_unstable();
    Ok(spans.windows(2).any(|pair| pair[0].1 > pair[1].0))
}
