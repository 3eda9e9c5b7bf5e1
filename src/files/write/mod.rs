//! The one way to write files, whether requested by the user or for the program itself.
//!
//! A file is written to a temporary one in the same folder, which then replaces it atomically. Links stay, and their target
//! is written; mode and owner of an older file stay too. A pipe or device receives the bytes directly.

mod attributes;
mod leads;
mod notes;
mod staging;
mod temporary;

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::Path;

use leads::Stream;
pub(super) use leads::{Leads, leads};
pub use notes::sweep;
pub(super) use staging::Staging;
use temporary::Temporary;
pub use temporary::abandon;
pub(super) use temporary::sweep as sweep_folder;

/// Writes a file atomically.
///
/// # Errors
/// If it cannot be written; an older file is then unchanged, and no temporary file is left.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match leads(path)? {
        Leads::Stream(stream) => stream.take(&mut &*bytes).map(drop),
        file @ Leads::File(..) => {
            let mut draft = Draft::of(file)?;
            draft.write_all(bytes)?;
            draft.finish().map(drop)
        }
    }
}

/// Returns true if a path is standard output: then nothing else may be printed there.
#[must_use]
pub fn is_stdout(path: &Path) -> bool {
    matches!(leads(path), Ok(Leads::Stream(Stream::Stdout)))
}

/// Returns true if a path is a stream, whatever its extension.
#[must_use]
pub fn is_stream(path: &Path) -> bool {
    matches!(leads(path), Ok(Leads::Stream(_)))
}

/// A file being written. If dropped before [`Draft::finish`], it leaves nothing behind.
pub struct Draft {
    content: Content,
    to: Leads,
}

/// Where its bytes are until then.
enum Content {
    /// In the same folder.
    Beside(Temporary),
    /// In the system's temporary folder, unnamed: the folder accepts no file, or the target is a stream.
    Nameless(File),
}

impl Draft {
    /// Begins a file that will replace the target of a path.
    ///
    /// # Errors
    /// If nothing can be written there.
    pub fn begin(path: &Path) -> io::Result<Self> {
        Self::of(leads(path)?)
    }

    fn of(to: Leads) -> io::Result<Self> {
        let Leads::File(path, older) = &to else {
            return Ok(Self { content: Content::Nameless(tempfile::tempfile()?), to });
        };
        if older.is_some() {
            // A write-protected file is not replaced, though its folder would permit it.
            OpenOptions::new().write(true).open(path)?;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let content = match Temporary::create_in(folder, older.is_some()) {
            Ok(file) => Content::Beside(file),
            Err(why) if older.is_some() && temporary::may_be_exchanged(&why) => {
                Content::Nameless(tempfile::tempfile()?)
            }
            Err(why) => return Err(why),
        };
        Ok(Self { content, to })
    }

    fn file(&mut self) -> io::Result<&mut File> {
        match &mut self.content {
            Content::Beside(file) => file.file(),
            Content::Nameless(file) => Ok(file),
        }
    }

    /// Puts it in place, and returns its size in bytes.
    ///
    /// # Errors
    /// If that fails.
    pub fn finish(mut self) -> io::Result<u64> {
        let size = self.file()?.metadata()?.len();
        match (&mut self.content, &self.to) {
            (Content::Beside(file), Leads::File(place, older)) => put(file, place, older.as_ref())?,
            (Content::Nameless(file), Leads::File(place, _)) => temporary::exchange(place, file)?,
            (Content::Nameless(file), Leads::Stream(stream)) => {
                file.rewind()?;
                stream.take(file)?;
            }
            (Content::Beside(_), Leads::Stream(_)) => return Err(io::ErrorKind::InvalidInput.into()),
        }
        Ok(size)
    }
}

fn put(temporary: &mut Temporary, place: &Path, older: Option<&Metadata>) -> io::Result<()> {
    let file = temporary.file()?;
    if let Some(meta) = older {
        attributes::carry_over(place, meta, file);
    }
    file.sync_all()?;
    temporary.put(place)?;
    // Syncs the folder too, so that the name survives a power cut. Not every system supports it.
    if let Some(folder) = place.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file()?.flush()
    }
}

impl Seek for Draft {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file()?.seek(to)
    }
}

/// Reads at most `count` bytes at each end of a regular file.
pub(in crate::files) fn ends(path: &Path, count: u64) -> io::Result<[Vec<u8>; 2]> {
    let mut file = File::open(path)?;
    let mut head = Vec::new();
    (&file).take(count).read_to_end(&mut head)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(count)))?;
    let mut tail = Vec::new();
    file.take(count).read_to_end(&mut tail)?;
    Ok([head, tail])
}

#[cfg(test)]
mod tests;
