//! Random access to a file of a pack, without reading all of it.

use std::borrow::Cow;
use std::io::{self, Read, Seek, SeekFrom};

use super::{PackSource, ReadError};

/// Bytes read first of a compressed file, which has no random access.
const HEAD: u64 = 64 << 10;
/// The largest compressed file that is read whole if more than its head is needed.
const MAX_WHOLE: u64 = 32 << 20;

/// A reader with random access.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

impl PackSource {
    /// Gives `look` random access to a file.
    ///
    /// # Errors
    /// If it is missing, or leads out of the pack.
    pub fn look_into<T>(&self, name: &str, look: impl FnOnce(&mut dyn ReadSeek) -> T) -> Result<T, ReadError> {
        if let Self::Folder(folder) = self {
            return Ok(look(&mut folder.file(name)?));
        }
        if let Self::Growing(pack) = self {
            return match pack.file(name) {
                Some(file) => Ok(look(&mut file?)),
                None => pack.base.look_into(name, look),
            };
        }
        let (mut look, mut seen) = (Some(look), None);
        if let Self::Archive(archive) = self {
            // Uncompressed, as pictures in a saved pack are.
            archive.look_into(name, &mut |file| seen = look.take().map(|look| look(file)));
        }
        if let Some(seen) = seen {
            return Ok(seen);
        }
        let look = look.ok_or(ReadError::Failed)?;
        let bytes = self.head(name, HEAD)?;
        let is_whole = (bytes.len() as u64) < HEAD;
        Ok(look(&mut Entry { source: self, name, bytes, is_whole, at: 0 }))
    }
}

/// A compressed file in an archive: its head, and all of it once more is needed.
struct Entry<'a> {
    source: &'a PackSource,
    name: &'a str,
    bytes: Cow<'static, [u8]>,
    is_whole: bool,
    at: u64,
}

impl Entry<'_> {
    fn complete(&mut self) -> io::Result<()> {
        if !self.is_whole {
            let all = self.source.read(self.name, MAX_WHOLE);
            self.bytes = all.map_err(|why| io::Error::other(format!("{why:?}")))?;
            self.is_whole = true;
        }
        Ok(())
    }
}

impl Read for Entry<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at.saturating_add(into.len() as u64) > self.bytes.len() as u64 {
            self.complete()?;
        }
        let from = usize::try_from(self.at).unwrap_or(usize::MAX).min(self.bytes.len());
        let count = (&self.bytes[from..]).read(into)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Entry<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::Current(by) => (self.at, by),
            SeekFrom::End(by) => {
                self.complete()?;
                (self.bytes.len() as u64, by)
            }
        };
        self.at = base.checked_add_signed(by).ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
