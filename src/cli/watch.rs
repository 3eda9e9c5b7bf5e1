//! While presenting, a process of its own watches over the program: where it crashes, it is started anew and goes on with the talk.

use std::process::{Command, ExitCode, ExitStatus};
use std::time::{Duration, Instant};

/// Set in the process that is watched.
const WATCHED: &str = "VITRINE_WATCHED";
/// More crashes than these within this time end the talk: what crashes at once would crash forever.
const MOST: usize = 3;
const WITHIN: Duration = Duration::from_secs(60);
/// How long to wait before a new start.
const PAUSE: Duration = Duration::from_millis(200);
/// The exit status of a panic.
const PANIC: i32 = 101;

/// Starts the program once more and watches over it until it ends by itself. Returns its exit status, or `None` in the process that
/// is watched, and where it cannot be started.
pub fn over_itself() -> Option<ExitCode> {
    if std::env::var_os(WATCHED).is_some() {
        end_with_the_watcher();
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let mut crashes: Vec<Instant> = Vec::new();
    loop {
        let mut command = Command::new(&program);
        let status = command.args(std::env::args_os().skip(1)).env(WATCHED, "1").status().ok()?;
        if !is_crash(status) {
            let code = status.code().and_then(|code| u8::try_from(code).ok());
            return Some(code.map_or(ExitCode::FAILURE, ExitCode::from));
        }
        crashes.retain(|at| at.elapsed() < WITHIN);
        crashes.push(Instant::now());
        if crashes.len() > MOST {
            return Some(ExitCode::FAILURE);
        }
        std::thread::sleep(PAUSE);
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

/// Whoever ends the watcher means the program.
fn end_with_the_watcher() {
    #[cfg(target_os = "linux")]
    if let Err(why) = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::TERM)) {
        log::warn!("the program does not end with its watcher: {why}");
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::is_crash;
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::ExitStatus;

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
}
