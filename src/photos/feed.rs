//! Feeds a file to a decoder in small portions, so that decoding can be cancelled and its progress reported.

use std::cell::Cell;
use std::io::{self, BufRead, Read, Seek, SeekFrom};

use super::GoOn;

/// Bytes read between two calls of `go_on`.
pub const PORTION: usize = 64 << 10;

/// A reader over a file in memory.
pub struct Feed<'a> {
    bytes: &'a [u8],
    at: usize,
    portion: usize,
    /// The position of the next call of `go_on`.
    ask: usize,
    cancelled: bool,
    go_on: GoOn<'a>,
    ran_out: &'a Cell<bool>,
}

impl<'a> Feed<'a> {
    /// Creates a reader. `ran_out` is set when more is requested than there is.
    pub fn new(bytes: &'a [u8], go_on: GoOn<'a>, ran_out: &'a Cell<bool>) -> Self {
        Self { bytes, at: 0, portion: PORTION, ask: 0, cancelled: false, go_on, ran_out }
    }

    /// Sets the size of a portion.
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

/// Returns `part / whole`, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "a share")]
pub fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
