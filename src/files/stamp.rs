//! What tells a file from the one that lay in its place before: looked at, not read.

use std::fs::Metadata;
use std::time::SystemTime;

/// What a file is like from outside. Another stamp, another content; the same stamp, most likely the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Which file it is on its disk, and when the system last changed what it keeps of it: who may read it, say.
    own: Option<(u64, i64, i64)>,
}

impl Stamp {
    /// Of a file.
    #[must_use]
    pub fn of(meta: &Metadata) -> Self {
        Self { length: meta.len(), modified: meta.modified().ok(), own: own(meta) }
    }
}

#[cfg(unix)]
fn own(meta: &Metadata) -> Option<(u64, i64, i64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((meta.ino(), meta.ctime(), meta.ctime_nsec()))
}

#[cfg(not(unix))]
fn own(meta: &Metadata) -> Option<(u64, i64, i64)> {
    // A file that is copied over another keeps its time; it is created anew.
    let created = meta.created().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some((0, i64::try_from(created.as_secs()).ok()?, i64::from(created.subsec_nanos())))
}
