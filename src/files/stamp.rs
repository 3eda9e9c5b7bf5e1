//! Detects from metadata that a file was replaced or changed.

use std::fs::Metadata;
use std::time::SystemTime;

/// The metadata of a file. Another stamp means another content; the same stamp most likely the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Inode number and ctime, which changes with permissions too; elsewhere the creation time.
    own: (u64, i64, i64),
}

impl Stamp {
    /// Takes the stamp of a file.
    #[must_use]
    pub fn of(meta: &Metadata) -> Self {
        Self { length: meta.len(), modified: meta.modified().ok(), own: own(meta) }
    }
}

#[cfg(unix)]
fn own(meta: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.ino(), meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn own(meta: &Metadata) -> (u64, i64, i64) {
    // A copy over another file keeps the modification time, but is created anew.
    let created = meta.created().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    created.map_or((0, 0, 0), |at| (at.as_secs(), i64::from(at.subsec_nanos()), 0))
}
