//! One way to write a file: those that a person asked for, and those that the program keeps.
//!
//! A file is written under a name of its own in the same folder and put in its place whole. A link stays, and what it leads to is written;
//! the mode and the owner of an older file stay too. What is no file, such as a pipe or a device, gets the bytes as they come.

mod attributes;
mod leads;
mod notes;
mod temporary;

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::Path;

use leads::Stream;
pub(super) use leads::{Leads, leads};
pub use notes::sweep;
use temporary::Temporary;
pub use temporary::abandon;

/// Writes a file: whole, or not at all.
///
/// # Errors
/// Where it cannot be written; what was there is as it was, and nothing is left beside it.
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

/// True where what is written there is what the program prints: then it prints nothing else.
#[must_use]
pub fn is_stdout(path: &Path) -> bool {
    matches!(leads(path), Ok(Leads::Stream(Stream::Stdout)))
}

/// True for what takes bytes as they come, whatever its name ends with.
#[must_use]
pub fn is_stream(path: &Path) -> bool {
    matches!(leads(path), Ok(Leads::Stream(_)))
}

/// A file that is being written. Dropped before [`Draft::finish`], it leaves nothing behind.
pub struct Draft {
    content: Content,
    to: Leads,
}

/// Where its bytes are until then.
enum Content {
    /// Beside its place.
    Beside(Temporary),
    /// In the system's folder for such, without a name: the folder takes no file, or what is written is none.
    Nameless(File),
}

impl Draft {
    /// Begins a file that will stand where a path leads.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn begin(path: &Path) -> io::Result<Self> {
        Self::of(leads(path)?)
    }

    fn of(to: Leads) -> io::Result<Self> {
        let Leads::File(path, older) = &to else {
            return Ok(Self { content: Content::Nameless(tempfile::tempfile()?), to });
        };
        if older.is_some() {
            // What its owner has write-protected is not replaced, though the folder would allow that.
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

    /// Puts it in its place, and tells its size in bytes.
    ///
    /// # Errors
    /// Where that cannot be done.
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
    // A power cut must not take the name away again. Not every system has folders that can be synced.
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

/// The first and the last bytes of a regular file, at most so many of each.
pub(super) fn ends(path: &Path, count: u64) -> io::Result<[Vec<u8>; 2]> {
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
