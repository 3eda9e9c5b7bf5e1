//! A second start with an exhibition hands it to the window that is open already, on the same screen and of the same user, and ends.
//!
//! The first window listens at a socket in the user's own folder for such things, named by the display. What comes is one path, bounded;
//! nobody waits for it. A socket that nobody listens at is left from a start that was killed: it is replaced. On Windows each start has
//! its own window: std has no local socket there.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

#[cfg(unix)]
use unix::Listener;
#[cfg(unix)]
pub use unix::give;

static LISTENER: Mutex<Option<Listener>> = Mutex::new(None);

fn with<T>(then: impl FnOnce(&mut Option<Listener>) -> T) -> T {
    then(&mut LISTENER.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Listens, unless another window does. `wake` is called when something was handed over.
pub fn listen(wake: impl Fn() + Send + 'static) {
    with(|listener| *listener = Listener::begin(wake));
}

/// What was handed over, the latest, once.
pub fn take() -> Option<PathBuf> {
    with(|listener| listener.as_ref()?.take())
}

/// The window is closed.
pub fn end() {
    with(|listener| drop(listener.take()));
}

#[cfg(not(unix))]
mod elsewhere {
    use std::path::{Path, PathBuf};

    /// Nobody listens.
    pub struct Listener;

    impl Listener {
        /// Nothing to listen at.
        pub fn begin(_: impl Fn() + Send + 'static) -> Option<Self> {
            None
        }

        /// Nothing was handed over.
        pub fn take(&self) -> Option<PathBuf> {
            None
        }
    }

    /// Nobody takes it.
    pub fn give(_: &Path) -> bool {
        false
    }
}
#[cfg(not(unix))]
use elsewhere::Listener;
#[cfg(not(unix))]
pub use elsewhere::give;

#[cfg(unix)]
mod unix {
    use std::ffi::OsString;
    use std::fs;
    use std::io::{self, Read as _, Write as _};
    use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _};
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread;
    use std::time::Duration;

    use crate::files::places::Place;

    /// A start waits no longer than this for a window that may be there.
    const START: Duration = Duration::from_millis(200);
    /// Whoever hands something over has so long to say it.
    const SPEECH: Duration = Duration::from_secs(1);
    /// The longest message, in bytes.
    const LONGEST: u64 = 8192;
    /// What a message begins with.
    const GREETING: &[u8] = b"vitrine open\n";
    /// What is answered to one.
    const ANSWER: &[u8] = b"opened\n";

    /// Hears of exhibitions that other starts were given.
    pub struct Listener {
        socket: PathBuf,
        heard: Receiver<PathBuf>,
    }

    impl Listener {
        /// Listens, unless another window does. `wake` is called when something was handed over.
        pub fn begin(wake: impl Fn() + Send + 'static) -> Option<Self> {
            Self::at(socket()?, wake)
        }

        fn at(socket: PathBuf, wake: impl Fn() + Send + 'static) -> Option<Self> {
            let listener = bind(&socket).inspect_err(|why| log::info!("no start hands anything over: {why}")).ok()?;
            let (send, heard) = channel();
            thread::spawn(move || {
                for stream in listener.incoming() {
                    if stream.is_ok_and(|stream| hear(stream, &send).is_ok()) {
                        wake();
                    }
                }
            });
            Some(Self { socket, heard })
        }

        /// What was handed over, the latest, once.
        pub fn take(&self) -> Option<PathBuf> {
            self.heard.try_iter().last()
        }
    }

    impl Drop for Listener {
        fn drop(&mut self) {
            let _ = fs::remove_file(&self.socket);
        }
    }

    /// Hands a pack to a window that is there; true where it was taken.
    pub fn give(path: &Path) -> bool {
        socket().is_some_and(|socket| give_at(socket, path))
    }

    fn give_at(socket: PathBuf, path: &Path) -> bool {
        let Ok(path) = path.canonicalize() else { return false };
        let (send, taken) = channel();
        // A thread of its own: a window that hangs must not hold up this start.
        thread::spawn(move || send.send(say(&socket, &path).is_ok()));
        taken.recv_timeout(START).unwrap_or(false)
    }

    fn say(socket: &Path, path: &Path) -> io::Result<()> {
        if !is_ours(socket) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut stream = UnixStream::connect(socket)?;
        stream.set_read_timeout(Some(START))?;
        stream.set_write_timeout(Some(START))?;
        stream.write_all(&[GREETING, path.as_os_str().as_bytes()].concat())?;
        stream.shutdown(std::net::Shutdown::Write)?;
        let mut answer = [0; ANSWER.len()];
        stream.read_exact(&mut answer)?;
        if answer == *ANSWER { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// Takes one path in, and answers.
    fn hear(mut stream: UnixStream, send: &Sender<PathBuf>) -> io::Result<()> {
        stream.set_read_timeout(Some(SPEECH))?;
        stream.set_write_timeout(Some(SPEECH))?;
        let mut message = Vec::new();
        (&stream).take(LONGEST + 1).read_to_end(&mut message)?;
        let path = message.strip_prefix(GREETING).filter(|_| message.len() as u64 <= LONGEST);
        let path =
            path.map(|bytes| PathBuf::from(OsString::from_vec(bytes.to_vec()))).filter(|path| path.is_absolute());
        let path = path.ok_or(io::ErrorKind::InvalidData)?;
        send.send(path).map_err(|_gone| io::Error::from(io::ErrorKind::BrokenPipe))?;
        stream.write_all(ANSWER)
    }

    fn bind(socket: &Path) -> io::Result<UnixListener> {
        let folder = socket.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let listener = UnixListener::bind(socket).or_else(|why| {
            let is_socket = fs::symlink_metadata(socket).is_ok_and(|meta| meta.file_type().is_socket());
            let is_left = why.kind() == io::ErrorKind::AddrInUse && is_socket;
            // Somebody who listens answers; nobody does at one that is left over.
            if !is_left || UnixStream::connect(socket).is_ok() {
                return Err(why);
            }
            fs::remove_file(socket)?;
            UnixListener::bind(socket)
        })?;
        fs::set_permissions(socket, fs::Permissions::from_mode(0o600))?;
        Ok(listener)
    }

    /// True for a socket that belongs to whoever owns its folder, into which nobody else can write.
    fn is_ours(socket: &Path) -> bool {
        let folder = socket.parent().and_then(|folder| fs::metadata(folder).ok());
        let own = fs::symlink_metadata(socket).ok().filter(|meta| meta.file_type().is_socket());
        folder.zip(own).is_some_and(|(folder, own)| folder.uid() == own.uid() && folder.mode() & 0o022 == 0)
    }

    /// Where windows of this user on this display listen.
    fn socket() -> Option<PathBuf> {
        let var = |name: &str| std::env::var(name).unwrap_or_default();
        let display = format!("{} {}", var("WAYLAND_DISPLAY"), var("DISPLAY"));
        let name: String = display.trim().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute());
        let runtime = runtime.filter(|folder| folder.is_dir());
        Some(runtime.or_else(|| Place::State.folder())?.join(format!("vitrine{name}.socket")))
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use std::time::Instant;

        fn heard(listener: &Listener) -> Option<PathBuf> {
            listener.heard.recv_timeout(Duration::from_secs(2)).ok()
        }

        #[test]
        fn a_path_is_handed_over_and_a_left_socket_is_replaced() {
            let folder = tempfile::tempdir().expect("a folder");
            let (socket, pack) = (folder.path().join("vitrine.socket"), folder.path().join("展 1.vitrine"));
            fs::write(&pack, "").expect("written");
            assert!(!give_at(socket.clone(), &pack), "nobody is there");
            let listener = Listener::at(socket.clone(), || {}).expect("listens");
            assert_eq!(fs::metadata(&socket).expect("there").permissions().mode() & 0o777, 0o600);
            assert!(give_at(socket.clone(), &pack));
            assert_eq!(heard(&listener), pack.canonicalize().ok());
            assert!(Listener::at(socket.clone(), || {}).is_none(), "one window listens");
            assert!(!give_at(socket.clone(), &folder.path().join("not there")));
            drop(listener);
            assert!(!socket.exists());
            // A window that was killed leaves its socket.
            drop(UnixListener::bind(&socket).expect("bound"));
            assert!(!give_at(socket.clone(), &pack));
            let listener = Listener::at(socket.clone(), || {}).expect("replaced");
            assert!(give_at(socket, &pack) && heard(&listener).is_some());
        }

        #[test]
        fn what_is_no_path_is_passed_over_and_nobody_waits_for_a_window_that_hangs() {
            let folder = tempfile::tempdir().expect("a folder");
            let socket = folder.path().join("vitrine.socket");
            let listener = Listener::at(socket.clone(), || {}).expect("listens");
            for message in [
                &b"GET / HTTP/1.1\r\n\r\n"[..],
                b"vitrine open\nrelative",
                &[b"vitrine open\n/".to_vec(), vec![b'a'; 10_000]].concat(),
            ] {
                let mut stream = UnixStream::connect(&socket).expect("there");
                let _ = stream.write_all(message);
                let _ = stream.shutdown(std::net::Shutdown::Write);
                let mut answer = Vec::new();
                let _ = stream.read_to_end(&mut answer);
                assert!(answer.is_empty());
            }
            assert!(listener.take().is_none());
            drop(listener);
            let _hangs = UnixListener::bind(&socket).expect("bound");
            let begun = Instant::now();
            assert!(!give_at(socket, folder.path()));
            assert!(begun.elapsed() < Duration::from_secs(1));
        }
    }
}
