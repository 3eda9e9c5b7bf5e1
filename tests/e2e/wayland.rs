//! The real binary on Wayland, whose compositors end a program that does not keep to the letter of the protocol. Skipped with a word
//! where weston is not there.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long the program is watched: what a compositor has against it shows with the first pictures.
const WATCH: Duration = Duration::from_secs(3);

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn compositor(place: &Path) -> Option<Running> {
    let started = Command::new("weston")
        .args(["--backend=headless-backend.so", "--socket=vitrine", "--width=1920", "--height=1080"])
        .env("XDG_RUNTIME_DIR", place)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DISPLAY")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(weston) = started.map(Running) else {
        eprintln!("skipped: weston is not here");
        return None;
    };
    let begun = Instant::now();
    while !place.join("vitrine").exists() {
        if begun.elapsed() > super::PATIENCE {
            eprintln!("skipped: weston does not begin here");
            return None;
        }
        sleep(Duration::from_millis(50));
    }
    Some(weston)
}

#[test]
fn on_wayland_it_opens_in_a_window_and_full_screen() {
    let place = tempfile::tempdir().expect("a folder");
    let Some(_weston) = compositor(place.path()) else { return };
    for arguments in [&[][..], &["--fullscreen"], &["--fullscreen", "--renderer", "cpu"]] {
        let program = Command::new(env!("CARGO_BIN_EXE_vitrine"))
            .args(arguments)
            .env("XDG_RUNTIME_DIR", place.path())
            .env("XDG_CACHE_HOME", place.path().join("cache"))
            .env("XDG_STATE_HOME", place.path().join("state"))
            .env("XDG_CONFIG_HOME", place.path().join("config"))
            .env("WAYLAND_DISPLAY", "vitrine")
            .env_remove("DISPLAY")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut program = Running(program);
        sleep(WATCH);
        if program.0.try_wait().expect("its state").is_some() {
            let mut said = String::new();
            let stderr = program.0.stderr.take();
            let _ = stderr.map(|mut stderr| std::io::Read::read_to_string(&mut stderr, &mut said));
            panic!("{arguments:?}: the program ended: {said}");
        }
    }
}
