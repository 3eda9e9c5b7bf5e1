//! Where a name leads that somebody gave for a file to be written.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The most links that are followed, as many as systems follow.
const MOST_LINKS: usize = 40;
/// Stands for what the program prints.
const STDOUT: &str = "-";

/// Where a name leads.
#[derive(Debug)]
pub enum Leads {
    /// To a regular file, its links followed; with what is known of one that is there.
    File(PathBuf, Option<Metadata>),
    /// To something that takes bytes as they come, and is neither replaced nor emptied.
    Stream(Stream),
}

/// Something that takes bytes as they come.
#[derive(Debug)]
pub enum Stream {
    /// What the program prints.
    Stdout,
    /// What it says of itself.
    #[cfg(unix)]
    Stderr,
    /// Another descriptor that it was handed: `/dev/fd/3`.
    #[cfg(unix)]
    Descriptor(PathBuf),
    /// A pipe or a device.
    Device(PathBuf),
}

/// Follows a name. What lies at the end of a link need not be there yet.
///
/// # Errors
/// Where it leads to a folder, in a circle, or somewhere that may not be looked at.
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
    // The system's own word for a circle.
    Err(fs::metadata(path).err().unwrap_or_else(|| io::ErrorKind::InvalidInput.into()))
}

/// True for a name that can only be that of a folder: `out/`, `.`, `..`.
fn names_folder(path: &Path) -> bool {
    let ends_with_separator =
        path.as_os_str().as_encoded_bytes().last().is_some_and(|b| std::path::is_separator(char::from(*b)));
    ends_with_separator || path.file_name().is_none()
}

/// What the program was handed open, by the name that the system gives it.
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

/// The devices of Windows, which have names and no place.
#[cfg(not(unix))]
fn descriptor(path: &Path) -> Option<Stream> {
    let is_device = |stem: &str| cfg!(windows) && ["CON", "NUL"].iter().any(|name| stem.eq_ignore_ascii_case(name));
    let stem = path.file_stem()?.to_str()?;
    is_device(stem).then(|| Stream::Device(path.to_owned()))
}

impl Stream {
    /// Hands on what a reader gives.
    ///
    /// # Errors
    /// Where it cannot be read, or nobody takes it.
    pub fn take(&self, from: &mut impl io::Read) -> io::Result<u64> {
        match self {
            Self::Stdout => {
                let mut out = io::stdout().lock();
                io::copy(from, &mut out).and_then(|count| out.flush().map(|()| count))
            }
            #[cfg(unix)]
            Self::Stderr => io::copy(from, &mut io::stderr().lock()),
            // A file of a shell's `3> file` has a beginning that is not ours.
            #[cfg(unix)]
            Self::Descriptor(path) => io::copy(from, &mut OpenOptions::new().append(true).open(path)?),
            Self::Device(path) => io::copy(from, &mut open(path)?),
        }
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}
