//! The processes below a watcher: the show, and the safe slide.

use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::SyncSender;

use super::notify::ASKED_BY;
use crate::app::alive::{self, SIGN, TITLE, WAITS};
use crate::work;

/// Set in the processes that are watched.
const WATCHED: &str = "VITRINE_WATCHED";
/// The exit status of a panic.
const PANIC: i32 = 101;
/// That of a show which found no screen: a server or compositor that is gone.
pub const NO_SCREEN: u8 = 69;
/// The longest line that a show says.
const LINE: u64 = 4096;

/// What a show says.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// So many frames were presented, and so many contents of the attract loop shown.
    Alive { frames: u64, contents: Option<u64> },
    /// It lives, and its output takes no frames for now.
    Waits,
    /// The title of the exhibition, for the slide.
    Title(String),
}

/// How a process ended.
#[derive(Debug)]
pub enum End {
    /// As somebody wished.
    Wished(ExitCode),
    /// There was no screen to show anything on.
    NoScreen,
    /// By itself; what the system says.
    Crash(String),
}

/// Where the program lies. An update puts another file in its place, after which the system would name the one that is gone.
fn program() -> io::Result<&'static Path> {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    if PROGRAM.get().is_none() {
        let _ = PROGRAM.set(std::env::current_exe()?);
    }
    PROGRAM.get().map(PathBuf::as_path).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// A process that ends with its watcher.
pub struct Process {
    child: Child,
    tells: bool,
}

impl Process {
    /// Starts the show: the program itself with the same arguments. With `tells`, what it says is posted under its id.
    ///
    /// # Errors
    /// If it does not start.
    pub fn show(tells: bool, told: &[(&'static str, String)], post: &SyncSender<(u32, Heard)>) -> io::Result<Self> {
        let mut command = Command::new(program()?);
        command.args(std::env::args_os().skip(1)).env(WATCHED, "1");
        command.envs(told.iter().map(|(name, value)| (*name, value)));
        if tells {
            command.env(alive::ASKED, "1");
        }
        let mut process = Self::start(command, tells)?;
        if let Some(said) = process.child.stdout.take() {
            let (id, post) = (process.id(), post.clone());
            work::spawn("show", move || {
                let mut said = BufReader::new(said);
                let mut line = Vec::new();
                // A line that never ends is none.
                while io::Read::take(&mut said, LINE).read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                    let heard = understand(String::from_utf8_lossy(&line).trim_end());
                    line.clear();
                    if heard.is_some_and(|heard| post.send((id, heard)).is_err()) {
                        return;
                    }
                }
            });
        }
        Ok(process)
    }

    /// Starts the safe slide.
    ///
    /// # Errors
    /// If it does not start.
    pub fn slide(title: &str, screen: &str) -> io::Result<Self> {
        let mut command = Command::new(program()?);
        command
            .arg("safe-slide")
            .arg(format!("--title={title}"))
            .arg(format!("--screen={screen}"))
            .env(alive::ASKED, "1")
            .env(WATCHED, "1");
        Self::start(command, true)
    }

    fn start(mut command: Command, tells: bool) -> io::Result<Self> {
        for name in ASKED_BY {
            command.env_remove(name);
        }
        if tells {
            // The pipe to its input closes with the watcher, however that ends.
            command.stdin(Stdio::piped()).stdout(Stdio::piped());
        }
        Ok(Self { child: command.spawn()?, tells })
    }

    /// Its id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Asks it to end.
    pub fn terminate(&mut self) {
        #[cfg(unix)]
        if let Some(id) = i32::try_from(self.id()).ok().and_then(rustix::process::Pid::from_raw) {
            let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
            // One that is stopped hears nothing else.
            let _ = rustix::process::kill_process(id, rustix::process::Signal::CONT);
            return;
        }
        self.kill();
    }

    /// Ends it.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
    }

    /// Returns how it ended, once it has.
    pub fn end(&mut self) -> Option<End> {
        match self.child.try_wait() {
            Ok(None) => None,
            Ok(Some(status)) if self.tells && status.code() == Some(NO_SCREEN.into()) => Some(End::NoScreen),
            Ok(Some(status)) if self.is_wished(status) => {
                let code = status.code().and_then(|code| u8::try_from(code).ok());
                Some(End::Wished(code.map_or(ExitCode::FAILURE, ExitCode::from)))
            }
            Ok(Some(status)) => Some(End::Crash(status.to_string())),
            Err(why) => Some(End::Crash(why.to_string())),
        }
    }

    /// A kiosk is left by its staff alone, a talk by whoever ends it.
    fn is_wished(&self, status: ExitStatus) -> bool {
        if self.tells { status.success() } else { !is_crash(status) }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
        // Not a wait without end: a process may hang in a driver.
        for _ in 0..20 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }
}

/// Understands a line; `None` for another one, such as a driver's.
fn understand(line: &str) -> Option<Heard> {
    if let Some(title) = line.strip_prefix(TITLE) {
        return Some(Heard::Title(title.to_owned()));
    }
    if line == WAITS {
        return Some(Heard::Waits);
    }
    let (frames, contents) = line.strip_prefix(SIGN)?.split_once(' ')?;
    Some(Heard::Alive { frames: frames.parse().ok()?, contents: contents.parse().ok() })
}

/// Returns true in a process that is watched.
pub fn is_watched() -> bool {
    std::env::var_os(WATCHED).is_some()
}

/// Whoever ends the watcher means the program.
pub fn end_with_the_watcher() {
    #[cfg(target_os = "linux")]
    if let Err(why) = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::TERM)) {
        log::warn!("the program does not end with its watcher: {why}");
    }
}

/// Returns `true` for an end that nobody asked for: a panic, or a signal other than those that ask.
fn is_crash(status: ExitStatus) -> bool {
    match status.code() {
        Some(code) => code == PANIC || (cfg!(windows) && code < 0),
        None => !was_asked(status),
    }
}

#[cfg(unix)]
fn was_asked(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    status.signal().is_some_and(|signal| [SIGHUP, SIGINT, SIGQUIT, SIGTERM].contains(&signal))
}

#[cfg(not(unix))]
fn was_asked(_status: ExitStatus) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::ExitStatus;

    use super::*;

    #[test]
    fn only_an_end_that_nobody_asked_for_is_a_crash() {
        let exit = |code: i32| ExitStatus::from_raw(code << 8);
        for (status, crashed) in [
            (exit(0), false),
            (exit(2), false),
            (exit(101), true),
            (ExitStatus::from_raw(9), true),
            (ExitStatus::from_raw(11), true),
            (ExitStatus::from_raw(15), false),
            (ExitStatus::from_raw(2), false),
        ] {
            assert_eq!(is_crash(status), crashed, "{status}");
        }
    }

    #[test]
    fn what_a_driver_prints_is_no_sign_of_life() {
        assert_eq!(understand("alive 7 -"), Some(Heard::Alive { frames: 7, contents: None }));
        assert_eq!(understand("alive 7 3"), Some(Heard::Alive { frames: 7, contents: Some(3) }));
        assert_eq!(understand("title A: B"), Some(Heard::Title("A: B".to_owned())));
        for other in ["", "alive", "alive x 1", "libEGL warning: alive 1 2"] {
            assert_eq!(understand(other), None, "{other}");
        }
    }
}
