//! Hands the exhibition of a second start to the open window of the same user on the same screen, and exits.
//!
//! The first window listens at a local socket (a named pipe on Windows) named by user and display. A message is one path of
//! bounded length, which the window never waits for.

#[cfg(unix)]
mod unix;
#[cfg(unix)]
use unix as local;
#[cfg(windows)]
mod windows;
#[cfg(windows)]
use windows as local;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::work::spawn;

/// How long a start waits for an open window.
const START: Duration = Duration::from_millis(200);
/// The longest path, in bytes.
const LONGEST: u32 = 8192;
/// Exhibitions waiting for the next frame, which takes the latest of them.
const WAITING: usize = 16;
/// The prefix of a message; the length of the path follows as a little-endian `u32`, then the path.
const GREETING: &[u8] = b"vitrine open 2\n";
/// The reply.
const ANSWER: &[u8] = b"opened\n";

static LISTENER: Mutex<Option<Listener>> = Mutex::new(None);

/// Receives exhibitions from other starts.
struct Listener {
    heard: Receiver<PathBuf>,
    /// Removed on drop.
    _socket: local::Socket,
}

impl Listener {
    /// Listens at a place, unless another window does.
    fn at(place: local::Place, wake: impl Fn() + Send + Sync + 'static) -> Option<Self> {
        let (send, heard) = sync_channel(WAITING);
        let take = move |stream: &mut dyn Stream| {
            if hear(stream, &send).is_ok() {
                wake();
            }
        };
        let socket = local::listen(place, take).inspect_err(|why| log::info!("no start hands anything over: {why}"));
        Some(Self { heard, _socket: socket.ok()? })
    }

    /// Takes the latest path handed over.
    fn take(&self) -> Option<PathBuf> {
        self.heard.try_iter().last()
    }
}

/// A connection.
trait Stream: Read + Write {}

impl<T: Read + Write> Stream for T {}

fn with<T>(then: impl FnOnce(&mut Option<Listener>) -> T) -> T {
    then(&mut LISTENER.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Listens, unless another window does. `wake` is called when a path is handed over.
pub fn listen(wake: impl Fn() + Send + Sync + 'static) {
    with(|listener| *listener = local::place().and_then(|place| Listener::at(place, wake)));
}

/// Takes the latest path handed over.
pub fn take() -> Option<PathBuf> {
    with(|listener| listener.as_ref()?.take())
}

/// Stops listening.
pub fn end() {
    with(|listener| drop(listener.take()));
}

/// Hands a pack to an open window; true if it was accepted.
pub fn give(path: &Path) -> bool {
    local::place().is_some_and(|place| give_at(place, path))
}

fn give_at(place: local::Place, path: &Path) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    let (send, taken) = sync_channel(1);
    // On its own thread: a hung window must not block this start.
    spawn("hand over", move || {
        send.send(local::connect(&place).and_then(|mut stream| say(&mut stream, &path)).is_ok())
    });
    taken.recv_timeout(START).unwrap_or(false)
}

fn say(stream: &mut dyn Stream, path: &Path) -> io::Result<()> {
    let path = local::to_bytes(path)?;
    let length =
        u32::try_from(path.len()).ok().filter(|length| *length <= LONGEST).ok_or(io::ErrorKind::InvalidInput)?;
    stream.write_all(&[GREETING, &length.to_le_bytes(), &path].concat())?;
    let mut answer = [0; ANSWER.len()];
    stream.read_exact(&mut answer)?;
    if answer == *ANSWER { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Receives one path, and replies.
fn hear(stream: &mut dyn Stream, send: &SyncSender<PathBuf>) -> io::Result<()> {
    let (mut greeting, mut length) = ([0; GREETING.len()], [0; 4]);
    stream.read_exact(&mut greeting)?;
    stream.read_exact(&mut length)?;
    let length = Some(u32::from_le_bytes(length)).filter(|length| greeting == *GREETING && *length <= LONGEST);
    let mut path = vec![0; length.ok_or(io::ErrorKind::InvalidData)? as usize];
    stream.read_exact(&mut path)?;
    let path = Some(local::to_path(path)?).filter(|path| path.is_absolute()).ok_or(io::ErrorKind::InvalidData)?;
    // Fails when the queue of a hung window is full; the other start then opens its own.
    send.try_send(path).map_err(io::Error::other)?;
    stream.write_all(ANSWER)?;
    stream.flush()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::thread;
    use std::time::Instant;

    use super::*;

    fn heard(listener: &Listener) -> Option<PathBuf> {
        listener.heard.recv_timeout(Duration::from_secs(2)).ok()
    }

    fn place_in(folder: &Path) -> local::Place {
        local::place_named(folder, "vitrine-test")
    }

    #[test]
    fn a_path_is_handed_over_to_the_one_window_that_listens() {
        let folder = tempfile::tempdir().expect("a folder");
        let pack = folder.path().join("展 1.vitrine");
        let place = || place_in(folder.path());
        fs::write(&pack, "").expect("written");
        assert!(!give_at(place(), &pack), "nobody is there");
        let listener = Listener::at(place(), || {}).expect("listens");
        for _ in 0..3 {
            assert!(give_at(place(), &pack));
            assert_eq!(heard(&listener), pack.canonicalize().ok());
        }
        assert!(Listener::at(place(), || {}).is_none(), "one window listens");
        assert!(!give_at(place(), &folder.path().join("not there")));
    }

    #[test]
    fn what_is_no_path_is_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = place_in(folder.path());
        let listener = Listener::at(place_in(folder.path()), || {}).expect("listens");
        let long = [GREETING, &10_000_u32.to_le_bytes(), &[b'/'; 10_000]].concat();
        let relative = [GREETING, &8_u32.to_le_bytes(), b"relative"].concat();
        for message in [&b"GET / HTTP/1.1\r\n\r\n    "[..], &relative, &long] {
            let mut stream = local::connect(&place).expect("there");
            let _ = stream.write_all(message);
            let mut answer = Vec::new();
            let _ = stream.read_to_end(&mut answer);
            assert!(answer.is_empty());
        }
        assert!(listener.take().is_none());
    }

    #[test]
    fn nobody_waits_for_a_window_that_hangs() {
        let folder = tempfile::tempdir().expect("a folder");
        let begun = Instant::now();
        let hangs = local::listen(place_in(folder.path()), |_stream| thread::sleep(START * 5)).expect("listens");
        assert!(!give_at(place_in(folder.path()), folder.path()));
        assert!(begun.elapsed() < START * 4, "{:?}", begun.elapsed());
        drop(hangs);
    }
}
