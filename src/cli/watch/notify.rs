//! Tells systemd that the program runs, by its protocol: a datagram to the socket that `$NOTIFY_SOCKET` names.

use std::time::{Duration, Instant};

/// The environment variables by which systemd asks, which are not for the processes below.
pub const ASKED_BY: [&str; 3] = ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"];

/// The connection to whoever started the watcher.
pub struct Notify {
    socket: Option<String>,
    /// How often a sign of life is wanted, and when the last one was given.
    watchdog: Option<(Duration, Instant)>,
}

impl Notify {
    /// Reads what is wanted from the environment.
    pub fn from_environment() -> Self {
        Self::of(|name| std::env::var(name).ok(), std::process::id())
    }

    fn of(var: impl Fn(&str) -> Option<String>, own: u32) -> Self {
        let is_meant = var("WATCHDOG_PID").is_none_or(|pid| pid.parse() == Ok(own));
        let every = var("WATCHDOG_USEC").and_then(|text| text.parse().ok()).filter(|every| *every > 0 && is_meant);
        // Twice in the time after which systemd gives up.
        let watchdog = every.map(|every| (Duration::from_micros(every) / 2, Instant::now()));
        Self { socket: var("NOTIFY_SOCKET").filter(|socket| !socket.is_empty()), watchdog }
    }

    /// Something is on the screen.
    pub fn ready(&self) {
        self.send("READY=1");
    }

    /// The program is about to end.
    pub fn stopping(&self) {
        self.send("STOPPING=1");
    }

    /// The watcher lives; to be called often.
    pub fn alive(&mut self) {
        let Some((every, last)) = &mut self.watchdog else { return };
        if last.elapsed() >= *every {
            *last = Instant::now();
            self.send("WATCHDOG=1");
        }
    }

    fn send(&self, text: &str) {
        let Some(socket) = &self.socket else { return };
        if let Err(why) = send(socket, text) {
            log::warn!("systemd does not hear {text}: {why}");
        }
    }
}

#[cfg(unix)]
fn send(socket: &str, text: &str) -> std::io::Result<()> {
    use std::os::unix::net::UnixDatagram;
    let from = UnixDatagram::unbound()?;
    from.set_nonblocking(true)?;
    #[cfg(target_os = "linux")]
    if let Some(name) = socket.strip_prefix('@') {
        use std::os::linux::net::SocketAddrExt as _;
        let to = std::os::unix::net::SocketAddr::from_abstract_name(name)?;
        return from.send_to_addr(text.as_bytes(), &to).map(drop);
    }
    from.send_to(text.as_bytes(), socket).map(drop)
}

#[cfg(not(unix))]
fn send(_socket: &str, _text: &str) -> std::io::Result<()> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::os::linux::net::SocketAddrExt as _;
    use std::os::unix::net::{SocketAddr, UnixDatagram};

    use super::*;

    fn heard(socket: &UnixDatagram) -> String {
        let mut bytes = [0; 64];
        socket.set_read_timeout(Some(Duration::from_secs(5))).expect("a timeout");
        let length = socket.recv(&mut bytes).expect("a datagram");
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    }

    #[test]
    fn systemd_hears_by_a_file_and_by_an_abstract_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("notify");
        let name = format!("vitrine-test-{}", std::process::id());
        let by_file = UnixDatagram::bind(&path).expect("a socket");
        let by_name =
            UnixDatagram::bind_addr(&SocketAddr::from_abstract_name(&name).expect("a name")).expect("a socket");
        for (socket, address) in [(by_file, path.display().to_string()), (by_name, format!("@{name}"))] {
            let var = |wanted: &str| match wanted {
                "NOTIFY_SOCKET" => Some(address.clone()),
                "WATCHDOG_USEC" => Some("2".to_owned()),
                _ => None,
            };
            let mut notify = Notify::of(var, 1);
            notify.ready();
            assert_eq!(heard(&socket), "READY=1");
            std::thread::sleep(Duration::from_millis(1));
            notify.alive();
            assert_eq!(heard(&socket), "WATCHDOG=1");
        }
    }

    #[test]
    fn a_watchdog_for_another_process_is_none_of_ours() {
        let var = |wanted: &str| Some(if wanted == "WATCHDOG_PID" { "7" } else { "1000000" }.to_owned());
        assert!(Notify::of(var, 8).watchdog.is_none() && Notify::of(var, 7).watchdog.is_some());
        let mut silent = Notify::of(|_| None, 1);
        silent.ready();
        silent.alive();
    }
}
