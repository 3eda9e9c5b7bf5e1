//! A socket in the user's runtime folder. One that a killed process left behind is replaced.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::{START, Stream};
use crate::files::places;

/// Timeout of a message.
const SPEECH: Duration = Duration::from_secs(1);

/// The socket's path.
pub type Place = PathBuf;

/// The socket; removed on drop.
pub struct Socket(PathBuf);

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Returns the place for this user and display.
pub fn place() -> Option<Place> {
    let var = |name: &str| std::env::var(name).unwrap_or_default();
    let display = format!("{} {}", var("WAYLAND_DISPLAY"), var("DISPLAY"));
    let name: String = display.trim().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let runtime = runtime.filter(|folder| folder.is_dir());
    Some(place_named(&runtime.or_else(|| places::StandardFolder::State.folder())?, &format!("vitrine{name}")))
}

/// Pause after the system refused to accept.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Returns the place with this name.
pub fn place_named(folder: &Path, name: &str) -> Place {
    folder.join(format!("{name}.socket"))
}

/// Passes each connection to `hear`, one after the other.
pub fn listen(place: Place, hear: impl Fn(&mut dyn Stream) + Send + 'static) -> io::Result<Socket> {
    let listener = bind(&place)?;
    thread::Builder::new().name("handover".to_owned()).spawn(move || {
        for stream in listener.incoming() {
            match stream {
                Ok(mut stream) if wait_at_most(&stream, SPEECH).is_ok() => hear(&mut stream),
                Ok(_) => {}
                // Out of file descriptors, for example: retrying at once would only keep a core busy.
                Err(why) => {
                    log::warn!("no other start can be heard just now: {why}");
                    thread::sleep(AFTER_FAILURE);
                }
            }
        }
    })?;
    Ok(Socket(place))
}

/// Connects to the window that listens there.
pub fn connect(place: &Place) -> io::Result<UnixStream> {
    if !is_ours(place) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let stream = UnixStream::connect(place)?;
    wait_at_most(&stream, START)?;
    Ok(stream)
}

/// Encodes a path.
#[expect(clippy::unnecessary_wraps, reason = "not every path of Windows can be sent")]
pub fn to_bytes(path: &Path) -> io::Result<Vec<u8>> {
    Ok(path.as_os_str().as_bytes().to_vec())
}

/// Decodes a path.
#[expect(clippy::unnecessary_wraps, reason = "on Windows not all bytes are a path")]
pub fn to_path(bytes: Vec<u8>) -> io::Result<PathBuf> {
    Ok(PathBuf::from(OsString::from_vec(bytes)))
}

fn wait_at_most(stream: &UnixStream, time: Duration) -> io::Result<()> {
    stream.set_read_timeout(Some(time))?;
    stream.set_write_timeout(Some(time))
}

fn bind(socket: &Path) -> io::Result<UnixListener> {
    let folder = socket.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let listener = UnixListener::bind(socket).or_else(|why| {
        let is_socket = fs::symlink_metadata(socket).is_ok_and(|meta| meta.file_type().is_socket());
        let is_left = why.kind() == io::ErrorKind::AddrInUse && is_socket;
        // A stale socket refuses connections.
        if !is_left || UnixStream::connect(socket).is_ok() {
            return Err(why);
        }
        fs::remove_file(socket)?;
        UnixListener::bind(socket)
    })?;
    fs::set_permissions(socket, fs::Permissions::from_mode(0o600))?;
    Ok(listener)
}

/// Returns true if the socket belongs to the owner of its folder, which nobody else can write to.
fn is_ours(socket: &Path) -> bool {
    let folder = socket.parent().and_then(|folder| fs::metadata(folder).ok());
    let own = fs::symlink_metadata(socket).ok().filter(|meta| meta.file_type().is_socket());
    folder.zip(own).is_some_and(|(folder, own)| folder.uid() == own.uid() && folder.mode() & 0o022 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socket_that_was_left_over_is_replaced_and_it_goes_with_the_window() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = place_named(folder.path(), "vitrine-test");
        // A killed process leaves its socket.
        drop(UnixListener::bind(&place).expect("bound"));
        assert!(place.exists());
        let socket = listen(place.clone(), |_stream| {}).expect("replaced");
        assert_eq!(fs::metadata(&place).expect("there").permissions().mode() & 0o777, 0o600);
        drop(socket);
        assert!(!place.exists());
    }
}
