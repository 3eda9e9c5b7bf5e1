//! A kiosk as the shipped files start it, in sessions without a desktop: cage and labwc by their sessions, weston by the autostart entry. It
//! shows, and it ends with its session, so that it is not in the way of the next one.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::kiosk::{children, wait};
use crate::{Screen, has};

/// Longer than a show may stand still.
const WATCHED: Duration = Duration::from_secs(13);
/// A user without rights: cage does not run with root's.
const NOBODY: u32 = 65534;

/// The line that a shipped file starts a kiosk with.
fn line(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/kiosk").join(file);
    let entry = fs::read_to_string(path).expect("a file");
    entry.lines().find_map(|line| line.strip_prefix("Exec=")).expect("a line").to_owned()
}

/// A session on a screen that nobody sees, in a home of its own.
struct Session {
    home: tempfile::TempDir,
    begun: Child,
    /// The process that watches over the show.
    watcher: Option<u32>,
}

impl Session {
    /// Runs a line as a session does; `None` with a word where a program is missing.
    fn begin(line: &str, needs: &[&str]) -> Option<Self> {
        if let Some(missing) = needs.iter().find(|needed| !has(needed)) {
            eprintln!("skipped: {missing} is not here");
            return None;
        }
        let home = tempfile::tempdir().expect("a folder");
        let own = home.path();
        symlink(env!("CARGO_BIN_EXE_vitrine"), own.join("vitrine")).expect("a link");
        fs::set_permissions(own, fs::Permissions::from_mode(0o700)).expect("set");
        let mut command = Command::new("sh");
        if rustix::process::geteuid().is_root() {
            chown(own, Some(NOBODY), Some(NOBODY)).expect("its own");
            command = Command::new("setpriv");
            command.args([&format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}"), "--clear-groups", "sh"]);
            let may = Command::new("setpriv")
                .args([&format!("--reuid={NOBODY}"), "--clear-groups", env!("CARGO_BIN_EXE_vitrine"), "--version"])
                .output();
            if !may.is_ok_and(|out| out.status.success()) {
                eprintln!("skipped: nobody else may run the program here");
                return None;
            }
        }
        let path = std::env::join_paths(
            [own.to_owned()].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
        );
        command
            .args(["-c", &format!("exec {line}")])
            .env("PATH", path.expect("a path"))
            .env("HOME", own)
            .current_dir(own);
        for (place, below) in [("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")]
        {
            command.env(place, own.join(below));
        }
        command.env("XDG_RUNTIME_DIR", own).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.env("WLR_BACKENDS", "headless").env("WLR_LIBINPUT_NO_DEVICES", "1").env("WLR_RENDERER", "pixman");
        let begun = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it begins");
        Some(Self { home, begun, watcher: None })
    }

    fn log(&self) -> String {
        fs::read_to_string(self.home.path().join("state/vitrine/kiosk.log")).unwrap_or_default()
    }

    /// Looks for the process that watches over the show, wherever below the session it is.
    fn find_watcher(&self) -> Option<u32> {
        let mut all = vec![self.begun.id()];
        while let Some(id) = all.pop() {
            for (child, line) in children(id) {
                if line.contains("vitrine kiosk") && !line.contains("cage") && !line.contains("labwc") {
                    return Some(child);
                }
                all.push(child);
            }
        }
        None
    }

    /// Looks at it for longer than it may stand still, then ends the compositor.
    fn shows_and_ends(mut self, name: &str) {
        wait("a window", || self.log().contains("the window stands").then_some(()));
        let watcher = wait("a watcher", || self.find_watcher());
        self.watcher = Some(watcher);
        sleep(WATCHED);
        assert!(!self.log().contains(" ERROR vitrine"), "{name}: {}", self.log());
        self.begun.kill().expect("ended");
        self.begun.wait().expect("gone");
        wait("an end", || (!is_there(watcher)).then_some(()));
        self.watcher = None;
    }
}

fn is_there(process: u32) -> bool {
    PathBuf::from(format!("/proc/{process}/exe")).exists()
}

impl Drop for Session {
    fn drop(&mut self) {
        let watcher = self.watcher.or_else(|| self.find_watcher());
        let _ = self.begun.kill();
        let _ = self.begun.wait();
        if let Some(watcher) = watcher {
            let _ = Command::new("kill").arg(watcher.to_string()).status();
        }
    }
}

#[test]
fn under_cage_it_shows_and_ends_with_its_session() {
    // Debian's cage does not begin without an X server for its programs.
    let session =
        Session::begin(&line("wayland-sessions/vitrine-kiosk-cage.desktop"), &["cage", "Xwayland", "setpriv"]);
    if let Some(session) = session {
        session.shows_and_ends("cage");
    }
}

#[test]
fn the_doctor_says_that_the_cage_of_debian_12_ends_with_its_monitor() {
    let home = tempfile::tempdir().expect("a folder");
    let cage = home.path().join("cage");
    for (version, warns) in [("0.1.4", true), ("0.2.0", false)] {
        fs::write(&cage, format!("#!/bin/sh\necho cage version {version}\n")).expect("written");
        fs::set_permissions(&cage, fs::Permissions::from_mode(0o755)).expect("set");
        let mut doctor = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        doctor.args(["doctor", "--kiosk"]).env("HOME", home.path()).env("PATH", home.path());
        let said = doctor.output().expect("it runs").stdout;
        assert_eq!(String::from_utf8_lossy(&said).contains("vitrine-kiosk-cage.service"), warns, "{version}");
    }
}

#[test]
fn under_labwc_it_shows_and_ends_with_its_session() {
    let session = Session::begin(&line("wayland-sessions/vitrine-kiosk-labwc.desktop"), &["labwc", "setpriv"]);
    if let Some(session) = session {
        session.shows_and_ends("labwc");
    }
}

#[test]
fn under_weston_the_autostart_entry_shows_it_and_it_ends_with_its_session() {
    let entry = line("autostart/vitrine-kiosk.desktop").replace("/usr/bin/vitrine", "vitrine");
    // Weston knows no such entries: it is told to run a script.
    let begin = format!(
        "sh -c 'printf \"#!/bin/sh\\nexec {entry}\\n\" > begin; chmod +x begin; printf \"[autolaunch]\\npath=$HOME/begin\\n\" > weston.ini; \
         exec weston --backend=headless-backend.so --config=$HOME/weston.ini'"
    );
    let session = Session::begin(&begin, &["weston", "setpriv"]);
    if let Some(session) = session {
        session.shows_and_ends("weston");
    }
}

#[test]
fn a_kiosk_whose_server_is_gone_ends() {
    let Some(mut screen) = Screen::start(&["kiosk", "--renderer", "cpu"]) else { return };
    screen.window();
    assert!(screen.sees_pictures());
    screen.server.kill().expect("killed");
    let ended = wait("an end", || screen.program.try_wait().expect("its state"));
    assert_eq!(ended.code(), Some(1), "not as its staff would end it, so that whoever started it starts it again");
}
