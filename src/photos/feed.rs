//! Hands a file to a decoder in small portions, so that one that reads on and on can be stopped, and its progress is known.

use std::cell::Cell;
use std::io::{self, BufRead, Read, Seek, SeekFrom};

use super::GoOn;

/// How many bytes are handed over before it is asked whether to go on.
pub const PORTION: usize = 64 << 10;

/// A file in memory, read in portions.
pub struct Feed<'a> {
    bytes: &'a [u8],
    at: usize,
    portion: usize,
    /// From where on it is asked again whether to go on.
    ask: usize,
    cancelled: bool,
    go_on: GoOn<'a>,
    ran_out: &'a Cell<bool>,
}

impl<'a> Feed<'a> {
    /// Reads these bytes. `ran_out` becomes true when more is asked for than there is.
    pub fn new(bytes: &'a [u8], go_on: GoOn<'a>, ran_out: &'a Cell<bool>) -> Self {
        Self { bytes, at: 0, portion: PORTION, ask: 0, cancelled: false, go_on, ran_out }
    }

    /// The same in portions of another size.
    pub fn by(self, portion: usize) -> Self {
        Self { portion, ..self }
    }
}

impl BufRead for Feed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if self.at >= self.ask || rest.is_empty() {
            self.ask = self.at.saturating_add(self.portion);
            self.cancelled |= !(self.go_on)(share(self.at, self.bytes.len()));
        }
        if self.cancelled {
            return Err(io::ErrorKind::TimedOut.into());
        }
        if rest.is_empty() {
            self.ran_out.set(true);
        }
        Ok(&rest[..rest.len().min(self.portion)])
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.at.saturating_add(amount);
    }
}

impl Read for Feed<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl Seek for Feed<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.bytes.len() as u64, by),
            SeekFrom::Current(by) => (self.at as u64, by),
        };
        let at = from.checked_add_signed(by).ok_or(io::ErrorKind::InvalidInput)?;
        self.at = usize::try_from(at).map_err(|_far| io::ErrorKind::InvalidInput)?;
        self.ask = self.at;
        Ok(at)
    }
}

/// A part of a whole, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a share")]
pub fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
