//! Writes a `.vitrine` archive, file by file, so that it is never half in its place.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::write::beside;

/// An archive that is being written. Dropped before [`ArchiveWriter::finish`], it leaves nothing behind.
pub struct ArchiveWriter {
    path: PathBuf,
    part: PathBuf,
    zip: Option<ZipWriter<BufWriter<File>>>,
}

impl ArchiveWriter {
    /// Begins an archive that will stand at `path`, where an older one stays until then.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn create(path: &Path) -> io::Result<Self> {
        let part = beside(path);
        let file = OpenOptions::new().write(true).create_new(true).open(&part)?;
        Ok(Self { path: path.to_owned(), part, zip: Some(ZipWriter::new(BufWriter::new(file))) })
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
        let file = zip.finish()?.into_inner()?;
        file.sync_all()?;
        let size = file.metadata()?.len();
        fs::rename(&self.part, &self.path)?;
        Ok(size)
    }
}

impl Drop for ArchiveWriter {
    fn drop(&mut self) {
        self.zip = None;
        // In its place already, or no use to anybody.
        let _ = fs::remove_file(&self.part);
    }
}
