//! Writes a `.vitrine` archive file by file, and puts it in place atomically.

use std::cell::Cell;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use std::rc::Rc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::write::Draft;

/// The archive comment, by which an archive of ours is recognised and may be overwritten; any other needs confirmation.
pub const ARCHIVE_MARK: &str = "Vitrine";

/// An archive being written. If dropped before [`ArchiveWriter::finish`], it leaves nothing behind.
pub struct ArchiveWriter {
    zip: Option<ZipWriter<BufWriter<Sink>>>,
    is_given_up: Rc<Cell<bool>>,
}

/// Receives the archive's bytes, or discards them once cancelled: on drop the `zip` crate would still finish the archive, and
/// complain if the disk is full.
struct Sink {
    draft: Draft,
    is_given_up: Rc<Cell<bool>>,
}

impl ArchiveWriter {
    /// Begins an archive that will replace any older one at `path` when finished.
    ///
    /// # Errors
    /// If nothing can be written there.
    pub fn create(path: &Path) -> io::Result<Self> {
        let is_given_up = Rc::new(Cell::new(false));
        let sink = Sink { draft: Draft::begin(path)?, is_given_up: Rc::clone(&is_given_up) };
        let mut zip = ZipWriter::new(BufWriter::new(sink));
        zip.set_comment(ARCHIVE_MARK)?;
        Ok(Self { zip: Some(zip), is_given_up })
    }

    /// Adds a file. Pictures are stored, since they hardly compress; text is compressed.
    ///
    /// # Errors
    /// If it cannot be written, or the name is taken.
    pub fn add(&mut self, name: &str, bytes: &[u8], is_text: bool) -> io::Result<()> {
        let Some(zip) = &mut self.zip else { return Err(io::ErrorKind::BrokenPipe.into()) };
        let method = if is_text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options =
            SimpleFileOptions::default().compression_method(method).large_file(u32::try_from(bytes.len()).is_err());
        zip.start_file(name, options)?;
        zip.write_all(bytes)
    }

    /// Puts the archive in place, and returns its size in bytes.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(mut self) -> io::Result<u64> {
        let Some(zip) = self.zip.take() else { return Err(io::ErrorKind::BrokenPipe.into()) };
        let sink = zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        sink.draft.finish()
    }
}

impl Drop for ArchiveWriter {
    fn drop(&mut self) {
        self.is_given_up.set(true);
        // The `zip` crate expects the comment to be written, which it is not in an empty file.
        let _ = self.zip.as_mut().map(|zip| zip.set_comment(""));
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_given_up.get() { Ok(bytes.len()) } else { self.draft.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_given_up.get() { Ok(()) } else { self.draft.flush() }
    }
}

impl Seek for Sink {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.draft.seek(to)
    }
}
