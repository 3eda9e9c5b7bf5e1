//! Why a file could not be read, by what a person can do about it. The only place that maps the system's errors.

use std::error::Error;
use std::{fmt, io};

/// Why a file of a pack, or the pack itself, could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It does not exist, or its stick, share or folder is away for now.
    NotThere,
    /// The user may not read it.
    NotAllowed,
    /// The device or the network failed midway, or the system gave another reason.
    Failed,
    /// A pipe, a socket, a device or a folder instead of a file.
    NotAFile,
    /// A link out of the pack's folder.
    LeadsOut,
    /// It is larger than requested.
    TooLarge,
    /// It is truncated, or its archive is damaged.
    Damaged,
    /// A name that leads out of the pack.
    Escaping(String),
    /// It is encrypted in its archive.
    Encrypted,
    /// It is compressed in its archive by this unsupported method.
    Method(&'static str),
    /// The archive is of this kind instead of ZIP.
    OtherArchive(&'static str),
    /// The archive claims the same bytes for several files, which makes it grow without limit when unpacked.
    Overlapping,
    /// The pack holds more files than the limit.
    TooMany(usize),
}

impl Error for ReadError {}

/// For the log and for wrapping errors; the words for visitors are in `text`.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotThere => f.write_str("not found"),
            Self::NotAllowed => f.write_str("permission denied"),
            Self::Failed => f.write_str("the device or the network failed"),
            Self::NotAFile => f.write_str("not a regular file"),
            Self::LeadsOut => f.write_str("a link that leads out of the exhibition"),
            Self::TooLarge => f.write_str("too large"),
            Self::Damaged => f.write_str("damaged"),
            Self::Escaping(name) => write!(f, "the name {name} leads out of the exhibition"),
            Self::Encrypted => f.write_str("encrypted"),
            Self::Method(method) => write!(f, "compressed by {method}"),
            Self::OtherArchive(kind) => write!(f, "a {kind} archive"),
            Self::Overlapping => f.write_str("several files claim the same bytes"),
            Self::TooMany(most) => write!(f, "more than {most} files"),
        }
    }
}

impl ReadError {
    /// Returns `true` if it may work later: once a stick or share is back, or a copy is complete.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::NotThere | Self::Failed)
    }

    /// Maps the system's error for a file or folder.
    #[must_use]
    pub fn of_file(error: &io::Error) -> Self {
        use io::ErrorKind as ValueKind;
        match error.kind() {
            ValueKind::NotFound
            | ValueKind::NotADirectory
            | ValueKind::InvalidFilename
            | ValueKind::InvalidInput
            | ValueKind::NotConnected
            | ValueKind::HostUnreachable
            | ValueKind::NetworkUnreachable
            | ValueKind::NetworkDown
            | ValueKind::StaleNetworkFileHandle => Self::NotThere,
            ValueKind::PermissionDenied => Self::NotAllowed,
            ValueKind::IsADirectory => Self::NotAFile,
            _ => error.raw_os_error().map_or(Self::Failed, of_number),
        }
    }

    /// Maps an error from reading an archive: unless it is the system's, the archive's own bytes are wrong.
    #[must_use]
    pub fn of_archive(error: &io::Error) -> Self {
        // The archive reader wraps the system's error and keeps its code.
        if error.raw_os_error().is_some() {
            return Self::of_file(error);
        }
        Self::Damaged
    }
}

/// Maps system error codes without an [`io::ErrorKind`].
fn of_number(number: i32) -> ReadError {
    match number {
        // No medium in the drive; the device or share is gone.
        21 | 55 | 64 | 1167 if cfg!(windows) => ReadError::NotThere,
        // A socket; a device without a driver.
        6 if cfg!(unix) => ReadError::NotAFile,
        19 if cfg!(unix) => ReadError::NotThere,
        // A cycle of links, which leads nowhere.
        40 if cfg!(target_os = "linux") => ReadError::NotThere,
        62 if cfg!(target_os = "macos") => ReadError::NotThere,
        _ => ReadError::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_failure_keeps_its_name_and_only_some_pass() {
        let of = |kind: io::ErrorKind| ReadError::of_file(&kind.into());
        assert_eq!(of(io::ErrorKind::NotFound), ReadError::NotThere);
        assert_eq!(of(io::ErrorKind::PermissionDenied), ReadError::NotAllowed);
        assert_eq!(of(io::ErrorKind::IsADirectory), ReadError::NotAFile);
        assert_eq!(of(io::ErrorKind::NetworkDown), ReadError::NotThere);
        assert_eq!(of(io::ErrorKind::TimedOut), ReadError::Failed);
        assert_eq!(ReadError::of_archive(&io::ErrorKind::InvalidData.into()), ReadError::Damaged);
        assert!(ReadError::NotThere.is_passing() && ReadError::Failed.is_passing());
        assert!(!ReadError::NotAllowed.is_passing() && !ReadError::Damaged.is_passing());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_stick_that_is_pulled_fails_midway_whoever_reads() {
        let pulled = io::Error::from_raw_os_error(5);
        assert_eq!(ReadError::of_file(&pulled), ReadError::Failed);
        assert_eq!(ReadError::of_archive(&pulled), ReadError::Failed);
        assert_eq!(ReadError::of_file(&io::Error::from_raw_os_error(107)), ReadError::NotThere, "a share is away");
        assert_eq!(ReadError::of_file(&io::Error::from_raw_os_error(40)), ReadError::NotThere, "links in a circle");
        assert_eq!(ReadError::of_file(&io::Error::from_raw_os_error(6)), ReadError::NotAFile, "a socket");
    }
}
