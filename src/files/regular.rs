//! Opens regular files only: a pipe, socket or device may block forever, or have side effects.

use std::fs::{self, File, OpenOptions};
use std::io::Read as _;
use std::path::Path;

use super::ReadError;

/// Opens a regular file for reading, following links.
///
/// # Errors
/// If it cannot be opened, or is not a regular file.
pub fn open(path: &Path) -> Result<File, ReadError> {
    // Before opening, since opening a device may have side effects; and after, since it may have been replaced.
    let meta = fs::metadata(path).map_err(|e| ReadError::of_file(&e))?;
    if !meta.is_file() {
        return Err(ReadError::NotAFile);
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // Opens a pipe without waiting for a writer.
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    let file = options.open(path).map_err(|e| ReadError::of_file(&e))?;
    let meta = file.metadata().map_err(|e| ReadError::of_file(&e))?;
    if meta.is_file() { Ok(file) } else { Err(ReadError::NotAFile) }
}

/// Reads a regular file of at most so many bytes that is no part of a pack.
///
/// # Errors
/// If it cannot be read, or is larger.
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    open(path)?.take(most + 1).read_to_end(&mut bytes).map_err(|e| ReadError::of_file(&e))?;
    if bytes.len() as u64 > most { Err(ReadError::TooLarge) } else { Ok(bytes) }
}
