//! Resolves an output path given by the user.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The most links followed, as many as systems follow.
const MOST_LINKS: usize = 40;
/// Stands for standard output.
const STDOUT: &str = "-";

/// The target of a path.
#[derive(Debug)]
pub enum Leads {
    /// A regular file, with links resolved, and its metadata if it exists.
    File(PathBuf, Option<Metadata>),
    /// A stream, which is neither replaced nor truncated.
    Stream(Stream),
}

/// A stream.
#[derive(Debug)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    #[cfg(unix)]
    Stderr,
    /// Another inherited descriptor: `/dev/fd/3`.
    #[cfg(unix)]
    Descriptor(PathBuf),
    /// A pipe or a device.
    Device(PathBuf),
}

/// Resolves a path. The target of a link need not exist.
///
/// # Errors
/// If it leads to a folder, in a loop, or somewhere inaccessible.
pub fn leads(path: &Path) -> io::Result<Leads> {
    if path.as_os_str() == STDOUT {
        return Ok(Leads::Stream(Stream::Stdout));
    }
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        if names_folder(&at) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if let Some(stream) = descriptor(&at) {
            return Ok(Leads::Stream(stream));
        }
        match fs::symlink_metadata(&at) {
            Ok(meta) if meta.is_symlink() => {
                let target = fs::read_link(&at)?;
                at = at.parent().unwrap_or(Path::new("")).join(target);
            }
            Ok(meta) if meta.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(meta) if meta.is_file() => return Ok(Leads::File(at, Some(meta))),
            Ok(_) => return Ok(Leads::Stream(Stream::Device(at))),
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Leads::File(at, None)),
            Err(why) => return Err(why),
        }
    }
    // The system's error for a loop.
    Err(fs::metadata(path).err().unwrap_or_else(|| io::ErrorKind::InvalidInput.into()))
}

/// Returns true for a name that can only be a folder's: `out/`, `.`, `..`.
fn names_folder(path: &Path) -> bool {
    let ends_with_separator =
        path.as_os_str().as_encoded_bytes().last().is_some_and(|b| std::path::is_separator(char::from(*b)));
    ends_with_separator || path.file_name().is_none()
}

/// Recognises an inherited descriptor by its path.
#[cfg(unix)]
fn descriptor(path: &Path) -> Option<Stream> {
    let number: u32 = path.file_name()?.to_str()?.parse().ok()?;
    let folder = path.parent()?.canonicalize().ok()?;
    if folder != Path::new("/dev/fd").canonicalize().ok()? {
        return None;
    }
    Some(match number {
        1 => Stream::Stdout,
        2 => Stream::Stderr,
        _ => Stream::Descriptor(path.to_owned()),
    })
}

/// Recognises the devices of Windows, which are names in any folder.
#[cfg(not(unix))]
fn descriptor(path: &Path) -> Option<Stream> {
    let is_device = |stem: &str| cfg!(windows) && ["CON", "NUL"].iter().any(|name| stem.eq_ignore_ascii_case(name));
    let stem = path.file_stem()?.to_str()?;
    is_device(stem).then(|| Stream::Device(path.to_owned()))
}

impl Stream {
    /// Copies a reader to the stream.
    ///
    /// # Errors
    /// If reading or writing fails.
    pub fn take(&self, from: &mut impl io::Read) -> io::Result<u64> {
        match self {
            Self::Stdout => {
                let mut out = io::stdout().lock();
                io::copy(from, &mut out).and_then(|count| out.flush().map(|()| count))
            }
            #[cfg(unix)]
            Self::Stderr => io::copy(from, &mut io::stderr().lock()),
            // The file of a shell's `3> file` may have earlier content that is not ours.
            #[cfg(unix)]
            Self::Descriptor(path) => io::copy(from, &mut OpenOptions::new().append(true).open(path)?),
            Self::Device(path) => io::copy(from, &mut open(path)?),
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}
