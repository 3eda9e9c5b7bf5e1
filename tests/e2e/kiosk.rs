//! A kiosk that crashes, stands still, is ended and is left alone.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::{PATIENCE, Screen};

/// The processes that a process has started, with their command lines.
pub fn children(parent: u32) -> Vec<(u32, String)> {
    let tasks = fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
    let ids = tasks.flat_map(|task| {
        let text = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        text.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()
    });
    let line = |id: u32| fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default().replace('\0', " ");
    ids.map(|id| (id, line(id))).filter(|(_, line)| !line.is_empty()).collect()
}

/// The show of a kiosk, other than one before.
pub fn show(screen: &Screen, before: u32) -> Option<u32> {
    show_of(screen.program.id(), before)
}

/// The same, by the process that watches over it.
pub fn show_of(watcher: u32, before: u32) -> Option<u32> {
    // A shell that is about to start something else has all of it among its words.
    let shows = children(watcher).into_iter().filter(|(_, line)| line.split(' ').nth(1) == Some("kiosk"));
    shows.map(|(id, _)| id).find(|id| *id != before)
}

pub fn slide(screen: &Screen) -> Option<u32> {
    children(screen.program.id()).into_iter().find(|(_, line)| line.contains(" safe-slide")).map(|(id, _)| id)
}

pub fn send(signal: &str, id: u32) {
    assert!(Command::new("kill").args([signal, &id.to_string()]).status().expect("kill runs").success());
}

/// Waits until something is there.
pub fn wait<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(found) = look() {
            return found;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("{what} did not come");
}

/// Waits for signs of life from the show.
pub fn lives(screen: &mut Screen) {
    screen.window();
    assert!(screen.sees_pictures(), "the show is on the screen");
}

pub fn runs(screen: &Screen) -> String {
    fs::read_to_string(screen.memory.path().join("state/vitrine/kiosk-runs.json")).unwrap_or_default()
}

#[test]
fn a_kiosk_that_crashes_or_stands_still_is_there_again() {
    let Some(mut screen) = Screen::start(&["kiosk", "--renderer", "cpu"]) else { return };
    let first = wait("the show", || show(&screen, 0));
    lives(&mut screen);
    // A second sign of life is under way.
    sleep(Duration::from_secs(4));
    send("-KILL", first);
    let second = wait("a show after a crash", || show(&screen, first));
    wait("a note of the crash", || runs(&screen).contains("\"crash\"").then_some(()));
    lives(&mut screen);
    sleep(Duration::from_secs(4));
    send("-STOP", second);
    let stopped = Instant::now();
    let third = wait("a show after a stall", || show(&screen, second));
    assert!(stopped.elapsed() > Duration::from_secs(6), "a stall of ten seconds, not less: {:?}", stopped.elapsed());
    assert!(!Path::new(&format!("/proc/{second}")).exists(), "the old one is gone");
    wait("a note of the stall", || runs(&screen).contains("\"stall\"").then_some(()));
    lives(&mut screen);
    let watcher = screen.program.id();
    send("-TERM", watcher);
    let ended = wait("an end", || screen.program.try_wait().expect("its state"));
    assert!(ended.success(), "{ended}");
    assert!(!Path::new(&format!("/proc/{third}")).exists(), "the show ends with its watcher");
    assert!(runs(&screen).replace(' ', "").contains("\"since\":0"), "nobody is told that it still runs");
}

#[test]
fn after_three_crashes_a_picture_stands_in_for_the_show() {
    let Some(mut screen) = Screen::start(&["kiosk", "--renderer", "cpu"]) else { return };
    let mut before = 0;
    for _ in 0..3 {
        before = wait("the show", || show(&screen, before));
        send("-KILL", before);
    }
    let slide_id = wait("the slide", || slide(&screen));
    screen.window();
    sleep(Duration::from_secs(2));
    assert!(show(&screen, before).is_none(), "the show is not tried again at once");
    // The slide's ground.
    let buffer = fs::read(screen.memory.path().join("Xvfb_screen0")).expect("the frame buffer");
    let pixels = &buffer[buffer.len() - 1920 * 1080 * 4..];
    let ground = pixels.chunks_exact(4).filter(|p| p[..3] == [0xea, 0xf6, 0xfb]).count();
    assert!(ground > 1920 * 1080 / 2, "{ground} pixels of the slide");
    // Where it cannot be shown the show is tried soon; who kills the watcher leaves nothing behind.
    send("-KILL", slide_id);
    let other = wait("the show", || show(&screen, before));
    screen.program.kill().expect("killed");
    screen.program.wait().expect("ended");
    wait("an end of the show", || (!Path::new(&format!("/proc/{other}")).exists()).then_some(()));
}

#[test]
fn a_kiosk_without_a_place_for_its_state_shows_all_the_same() {
    let memory = tempfile::tempdir().expect("a folder");
    let home = memory.path().to_owned();
    // A file where the folders would be.
    for name in ["state", "config", "cache"] {
        fs::write(home.join(name), "").expect("written");
    }
    let program = std::ffi::OsStr::new(env!("CARGO_BIN_EXE_vitrine"));
    let Some(mut screen) = Screen::start_at(memory, program, &["kiosk", "--renderer", "cpu"], &home) else { return };
    lives(&mut screen);
    sleep(Duration::from_secs(3));
    assert!(screen.is_alive());
}

#[test]
fn a_kiosk_is_set_up_in_one_file_and_what_is_wrong_in_it_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let vitrine = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        command.args(args).current_dir(folder.path()).env("HOME", folder.path()).env_remove("XDG_RUNTIME_DIR");
        command.env("XDG_CONFIG_HOME", folder.path().join("config")).env("XDG_STATE_HOME", folder.path().join("state"));
        let out = command.output().expect("it runs");
        let said = [out.stdout, out.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        (out.status.success(), said)
    };
    let saved = ["kiosk", "--setup", "k.json", "--languages", "bo,en", "--hours", "mon-fri 09:00-17:30", "--save"];
    assert!(vitrine(&saved).0);
    assert!(vitrine(&["kiosk", "--setup", "k.json", "--idle", "60", "--save"]).0);
    // A stick that is not there yet is named, at once and by the doctor.
    let (is_saved, said) = vitrine(&["kiosk", "--setup", "away.json", "away.vitrine", "--save"]);
    assert!(is_saved && said.contains("away.vitrine” cannot be opened"), "{said}");
    let (_, said) = vitrine(&["doctor", "--kiosk", "--setup", "away.json"]);
    assert!(said.matches("away.vitrine").count() == 2 && said.contains("no kiosk is running"), "{said}");
    let text = fs::read_to_string(folder.path().join("k.json")).expect("written");
    assert!(text.contains("\"09:00\"") && text.contains("\"idle\": 60") && text.contains("\"bo\""), "{text}");
    fs::write(folder.path().join("k.json"), text.replace("\"idle\": 60", "\"idle\": \"long\"")).expect("written");
    let (_, said) = vitrine(&["doctor", "--kiosk", "--setup", "k.json"]);
    assert!(said.contains("“idle” cannot be this"), "{said}");
    assert!(!vitrine(&["kiosk", "--set-pin"]).0, "nobody is at a terminal");
    assert!(!vitrine(&["kiosk", "--hours", "always"]).0);
    assert!(!vitrine(&["kiosk", "--idle", "5"]).0);

    let entry = folder.path().join("config/autostart/vitrine-kiosk.desktop");
    assert!(vitrine(&["kiosk", "--install", "--setup", "k.json"]).0);
    let written = fs::read_to_string(&entry).expect("written");
    assert!(written.contains("kiosk --setup /") && written.contains("/k.json\n"), "{written}");
    assert!(vitrine(&["kiosk", "--uninstall"]).0 && !entry.exists());
}
