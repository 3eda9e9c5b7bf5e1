//! What tells a file from the one that lay in its place before: looked at, not read.

use std::fs::Metadata;
use std::time::SystemTime;

/// What a file is like from outside. Another stamp, another content; the same stamp, most likely the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is on its disk, and when the system last changed what it keeps of it: who may read it, say.
    own: (u64, i64, i64),
}

impl Stamp {
    /// Of a file.
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
    // A file that is copied over another keeps its time; it is created anew.
    let created = meta.created().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    created.map_or((0, 0, 0), |at| (at.as_secs(), i64::from(at.subsec_nanos()), 0))
}
