//! Opening a file that is one: never a pipe, a socket or a device, which would be waited for without end, or do something.

use std::fs::{self, File, OpenOptions};
use std::path::Path;

use super::ReadError;

/// Opens a regular file for reading; a link is followed.
///
/// # Errors
/// Where it cannot be opened, or is no regular file.
pub fn open(path: &Path) -> Result<File, ReadError> {
    // Before it is opened, since the opening of a device may do something; and after, since somebody may have put another thing there.
    let meta = fs::metadata(path).map_err(|e| ReadError::of_file(&e))?;
    if !meta.is_file() {
        return Err(ReadError::NotAFile);
    }
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // A pipe is opened without anybody at its other end.
        options.custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    }
    let file = options.open(path).map_err(|e| ReadError::of_file(&e))?;
    let meta = file.metadata().map_err(|e| ReadError::of_file(&e))?;
    if meta.is_file() { Ok(file) } else { Err(ReadError::NotAFile) }
}
