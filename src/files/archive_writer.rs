//! Writes a `.vitrine` archive, file by file, so that it is never half in its place.

use std::cell::Cell;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use std::rc::Rc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::write::Draft;

/// Stands at the end of an archive, so that a later one may take its place: a pack that somebody zipped is not written over unasked.
pub const ARCHIVE_MARK: &str = "Vitrine";

/// An archive that is being written. Dropped before [`ArchiveWriter::finish`], it leaves nothing behind.
pub struct ArchiveWriter {
    zip: Option<ZipWriter<BufWriter<Sink>>>,
    is_given_up: Rc<Cell<bool>>,
}

/// Takes the archive's bytes; once it is given up, nothing more is written: the library would still put an end to the archive, and
/// complain where the disk is full.
struct Sink {
    draft: Draft,
    is_given_up: Rc<Cell<bool>>,
}

impl ArchiveWriter {
    /// Begins an archive that will stand at `path`, where an older one stays until then.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn create(path: &Path) -> io::Result<Self> {
        let is_given_up = Rc::new(Cell::new(false));
        let sink = Sink { draft: Draft::begin(path)?, is_given_up: Rc::clone(&is_given_up) };
        let mut zip = ZipWriter::new(BufWriter::new(sink));
        zip.set_comment(ARCHIVE_MARK)?;
        Ok(Self { zip: Some(zip), is_given_up })
    }

    /// Adds a file. Pictures are stored as they are, since they hardly get smaller; text is compressed.
    ///
    /// # Errors
    /// Where it cannot be written, or a file of that name is there already.
    pub fn add(&mut self, name: &str, bytes: &[u8], is_text: bool) -> io::Result<()> {
        let Some(zip) = &mut self.zip else { return Err(io::ErrorKind::BrokenPipe.into()) };
        let method = if is_text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options =
            SimpleFileOptions::default().compression_method(method).large_file(u32::try_from(bytes.len()).is_err());
        zip.start_file(name, options)?;
        zip.write_all(bytes)
    }

    /// Puts the archive in its place, and tells its size in bytes.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self) -> io::Result<u64> {
        let Some(zip) = self.zip.take() else { return Err(io::ErrorKind::BrokenPipe.into()) };
        let sink = zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        sink.draft.finish()
    }
}

impl Drop for ArchiveWriter {
    fn drop(&mut self) {
        self.is_given_up.set(true);
        // The library counts on the mark being there, which is not where nothing was written yet.
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
