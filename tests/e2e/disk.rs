//! A kiosk whose disk is full, or may only be read: it shows on, and keeps again what it should once there is room. The disk is one of
//! memory, of the program's own. Skipped with a word where nobody may mount one.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Screen;
use crate::kiosk::{lives, send, show, wait};

/// A script that mounts a disk at the state's place, has it filled, and becomes the kiosk.
const ON_A_DISK: &str = r#"
    mkdir -p "$XDG_STATE_HOME/vitrine" "$XDG_CONFIG_HOME/vitrine" || exit 9
    echo '{"counts": true}' > "$XDG_CONFIG_HOME/vitrine/kiosk.json"
    mount -t tmpfs -o "$1" tmpfs "$XDG_STATE_HOME/vitrine" || exit 9
    head -c 100000 /dev/zero > "$XDG_STATE_HOME/vitrine/filler" 2>/dev/null
    shift
    exec "$@"
"#;

fn may_mount() -> bool {
    let mount = ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"];
    Command::new("unshare").args(mount).output().is_ok_and(|out| out.status.success())
}

/// A kiosk that keeps its state on a disk of its own, and where that disk is seen from here.
fn kiosk_on(options: &str) -> Option<(Screen, PathBuf)> {
    let memory = tempfile::tempdir().expect("a folder");
    let home = memory.path().to_owned();
    let unshare = ["--map-root-user", "--mount", "sh", "-c", ON_A_DISK, "sh", options];
    let program = [env!("CARGO_BIN_EXE_vitrine"), "kiosk", "--renderer", "cpu"];
    let screen = Screen::start_at(memory, OsStr::new("unshare"), &[&unshare[..], &program].concat(), &home)?;
    let inside = home.join("state/vitrine");
    let seen =
        Path::new(&format!("/proc/{}/root", screen.program.id())).join(inside.strip_prefix("/").expect("a path"));
    Some((screen, seen))
}

/// Crashes the show, and waits for the next one.
fn crash(screen: &mut Screen, before: u32) -> u32 {
    send("-KILL", before);
    let next = wait("a show after a crash", || show(screen, before));
    lives(screen);
    next
}

#[test]
fn a_kiosk_shows_on_where_its_disk_is_full_and_keeps_again_what_it_should_once_there_is_room() {
    if !may_mount() {
        eprintln!("skipped: no disk can be mounted here");
        return;
    }
    let Some((mut screen, disk)) = kiosk_on("size=16k") else { return };
    let first = wait("the show", || show(&screen, 0));
    lives(&mut screen);
    let second = crash(&mut screen, first);
    assert_eq!(fs::metadata(disk.join("kiosk-runs.json")).map_or(0, |meta| meta.len()), 0, "there was no room");
    fs::remove_file(disk.join("filler")).expect("removed");
    crash(&mut screen, second);
    let runs = wait("what happened before and after", || {
        let text = fs::read_to_string(disk.join("kiosk-runs.json")).ok()?;
        (text.matches("\"crash\"").count() == 2).then_some(text)
    });
    assert!(runs.ends_with('}'), "{runs}");
    let log = fs::read_to_string(disk.join("kiosk.log")).expect("a log again");
    assert!(log.contains("the window stands"), "{log}");
    let left = fs::read_dir(&disk).expect("its files").flatten().map(|entry| entry.file_name());
    let half: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(half.is_empty(), "{half:?}");
}

#[test]
fn a_kiosk_shows_where_its_disk_may_only_be_read() {
    if !may_mount() {
        eprintln!("skipped: no disk can be mounted here");
        return;
    }
    let Some((mut screen, disk)) = kiosk_on("ro") else { return };
    let first = wait("the show", || show(&screen, 0));
    lives(&mut screen);
    crash(&mut screen, first);
    assert_eq!(fs::read_dir(&disk).expect("its files").count(), 0);
}
