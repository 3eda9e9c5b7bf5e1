//! A named pipe of this user's session. The system removes it when the program ends in any way.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use interprocess::os::windows::named_pipe::pipe_mode::Bytes;
use interprocess::os::windows::named_pipe::{DuplexPipeStream, PipeListenerOptions};

use super::Stream;

/// The pipe's name.
pub type Place = String;

/// The pipe exists as long as the program: its thread waits for the next start.
pub struct Socket;

/// Returns the place for this user and session.
pub fn place() -> Option<Place> {
    let var = |name: &str| std::env::var(name).unwrap_or_default();
    let name: String = format!("{} {}", var("USERNAME"), var("SESSIONNAME"))
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    Some(place_named(Path::new(""), &format!("vitrine-{name}")))
}

/// Returns the place with this name; one per folder.
pub fn place_named(folder: &Path, name: &str) -> Place {
    let folder: String = folder.to_string_lossy().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    format!(r"\\.\pipe\{name}{folder}")
}

/// Passes each connection to `hear`, each on its own thread: reads from a pipe have no timeout.
pub fn listen(place: Place, hear: impl Fn(&mut dyn Stream) + Send + Sync + 'static) -> io::Result<Socket> {
    // The first of this name, or an error.
    let listener = PipeListenerOptions::new().path(place).create_duplex::<Bytes>()?;
    let hear = std::sync::Arc::new(hear);
    thread::Builder::new().name("handover".to_owned()).spawn(move || {
        for stream in listener.incoming() {
            // Does not retry after an error.
            let Ok(mut stream) = stream else { return };
            let hear = std::sync::Arc::clone(&hear);
            let _ = thread::Builder::new().name("handover of one".to_owned()).spawn(move || hear(&mut stream));
        }
    })?;
    Ok(Socket)
}

/// Connects to the window that listens there.
pub fn connect(place: &Place) -> io::Result<DuplexPipeStream<Bytes>> {
    DuplexPipeStream::connect_by_path(place.as_str())
}

/// Encodes a path; an error if it is not Unicode.
pub fn to_bytes(path: &Path) -> io::Result<Vec<u8>> {
    Ok(path.to_str().ok_or(io::ErrorKind::InvalidInput)?.as_bytes().to_vec())
}

/// Decodes a path.
pub fn to_path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    String::from_utf8(bytes).map(PathBuf::from).map_err(io::Error::other)
}
