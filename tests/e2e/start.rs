//! Starts: what is remembered from one to the next, what lies beside the program, and what is said where no window can be had.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{PATIENCE, Screen};

const PROGRAM: &str = env!("CARGO_BIN_EXE_vitrine");

/// Runs the program on a screen that may not be there.
fn without_screen(display: Option<&str>, args: &[&str], home: &Path) -> Output {
    let mut program = Command::new(PROGRAM);
    program.args(args).env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET").env("HOME", home);
    for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
        program.env_remove(name);
    }
    match display {
        Some(display) => program.env("DISPLAY", display),
        None => program.env_remove("DISPLAY"),
    };
    program.output().expect("runs")
}

#[test]
fn without_a_screen_the_program_says_so_in_three_languages_and_ends() {
    let home = tempfile::tempdir().expect("a folder");
    for display in [None, Some(":4711"), Some("nonsense"), Some("")] {
        let ended = without_screen(display, &[], home.path());
        assert_eq!(ended.status.code(), Some(1), "{display:?}");
        let said = String::from_utf8_lossy(&ended.stderr);
        for words in ["could not open a window", "无法打开窗口", "སྒེའུ་ཁུང་ཁ་ཕྱེ་མི་ཐུབ", "vitrine picture"]
        {
            assert!(said.contains(words), "{display:?}: {said}");
        }
        assert!(display.is_none_or(|name| said.contains(name)), "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
    for renderer in ["gl", "wgpu", "cpu"] {
        let ended = without_screen(Some(":4711"), &["--renderer", renderer], home.path());
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.code() == Some(1) && said.contains(":4711") && !said.contains("panicked"), "{said}");
    }
    let log = fs::read_to_string(home.path().join(".local/state/vitrine/vitrine.log")).expect("a log");
    assert!(log.contains("ERROR") && !log.contains(home.path().to_str().expect("a path")), "{log}");
}

#[test]
fn the_doctor_reports_without_a_screen_and_names_nobody() {
    let home = tempfile::tempdir().expect("a folder");
    let ended = without_screen(None, &["doctor"], home.path());
    let said = String::from_utf8_lossy(&ended.stdout);
    for words in ["Version: 0.", "Drawing:", "Fonts:", "Memory:", "~/.config/vitrine (can be written)", "Problems:"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains(home.path().to_str().expect("a path")), "{said}");
    assert_eq!(ended.status.code(), Some(1), "no window can be had");
}

/// Waits for something that the program does on the side.
fn comes(what: impl Fn() -> bool) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if what() {
            return true;
        }
        sleep(Duration::from_millis(50));
    }
    false
}

#[test]
fn a_language_that_was_chosen_is_there_at_the_next_start_and_damage_is_named() {
    let home = tempfile::tempdir().expect("a folder");
    let settings = home.path().join("config/vitrine/settings.json");
    let begin = |args: &[&str]| {
        let memory = tempfile::tempdir().expect("a folder");
        Screen::start_at(memory, PROGRAM.as_ref(), args, home.path())
    };
    let holds = |words: &str| fs::read_to_string(&settings).is_ok_and(|text| text.contains(words));
    let Some(mut screen) = begin(&[]) else { return };
    let window = screen.window();
    assert!(screen.sees_pictures(), "nothing stands before the exhibition");
    screen.xdotool(&["windowfocus", "--sync", &window]);
    screen.xdotool(&["key", "l"]);
    assert!(comes(|| holds("\"lang\": \"zh\"")), "the choice is kept");
    drop(screen);

    let Some(mut screen) = begin(&["--lang", "bo"]) else { return };
    let window = screen.window();
    assert!(screen.sees_pictures());
    screen.xdotool(&["windowfocus", "--sync", &window]);
    screen.xdotool(&["key", "t"]);
    assert!(comes(|| holds("\"theme\": \"dark\"")), "the choice is kept");
    assert!(holds("\"lang\": \"zh\""), "the command line is for once");
    drop(screen);

    fs::write(&settings, "{ \"lang\":").expect("written");
    let Some(mut screen) = begin(&[]) else { return };
    screen.window();
    assert!(screen.sees_pictures(), "damaged settings do not keep the exhibition away");
    let aside = settings.with_extension("json.damaged");
    assert_eq!(fs::read_to_string(aside).expect("set aside"), "{ \"lang\":");
}

#[test]
fn a_picture_made_larger_for_a_room_stands_still() {
    for renderer in ["cpu", "gl"] {
        let Some(mut screen) = Screen::start(&["--distance", "projector", "--renderer", renderer]) else { return };
        screen.window();
        assert!(screen.sees_pictures());
        let pixels = || fs::read(screen.memory.path().join("Xvfb_screen0")).expect("the frame buffer");
        let is_calm = || {
            let before = pixels();
            sleep(Duration::from_millis(700));
            before == pixels()
        };
        assert!(comes(is_calm), "{renderer}: nothing swings");
    }
}

#[test]
fn a_home_that_cannot_be_written_and_a_full_disk_change_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    // Files where folders should be: nothing can be made below them, whoever tries.
    for name in ["cache", "config", "state"] {
        fs::write(home.path().join(name), "").expect("written");
    }
    let memory = tempfile::tempdir().expect("a folder");
    let Some(mut screen) = Screen::start_at(memory, PROGRAM.as_ref(), &[], home.path()) else { return };
    let window = screen.window();
    assert!(screen.sees_pictures());
    screen.xdotool(&["windowfocus", "--sync", &window]);
    for key in ["l", "t", "2", "1"] {
        screen.xdotool(&["key", key]);
        sleep(Duration::from_millis(100));
    }
    assert!(screen.is_alive() && screen.sees_pictures());
    let kept: Vec<_> = fs::read_dir(home.path()).expect("its files").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(kept.len(), 3, "nothing was left anywhere else: {kept:?}");
}

#[test]
fn a_stick_with_two_files_is_an_exhibition_and_keeps_what_it_writes() {
    let stick = tempfile::tempdir().expect("a folder");
    let program = stick.path().join("hall");
    fs::copy(PROGRAM, &program).expect("copied");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("made a program");
    let archive = fs::File::create(stick.path().join("anything.vitrine")).expect("made");
    let mut archive = zip::ZipWriter::new(archive);
    archive.start_file("exhibition.json", zip::write::SimpleFileOptions::default()).expect("begun");
    let exhibition = r#"{ "format": 1, "title": { "en": "On a stick" } }"#;
    std::io::Write::write_all(&mut archive, exhibition.as_bytes()).expect("written");
    archive.finish().expect("finished");
    fs::write(stick.path().join("portable"), "").expect("written");
    let home = tempfile::tempdir().expect("a folder");
    let memory = tempfile::tempdir().expect("a folder");
    let Some(mut screen) = Screen::start_at(memory, program.as_os_str(), &[], home.path()) else { return };
    screen.window();
    let log = stick.path().join("vitrine-data/vitrine.log");
    let holds = |words: &str| fs::read_to_string(&log).is_ok_and(|text| text.contains(words));
    assert!(comes(|| holds("the window stands")), "{:?}", fs::read_to_string(&log));
    assert!(holds("anything"), "it shows what lies beside it");
    assert!(screen.is_alive());
    assert_eq!(fs::read_dir(home.path()).expect("its files").count(), 0, "nothing is left on the computer");
}

#[test]
fn a_second_start_hands_its_exhibition_to_the_window_that_is_open() {
    let home = tempfile::tempdir().expect("a folder");
    let settings = home.path().join("config/vitrine/settings.json");
    let memory = tempfile::tempdir().expect("a folder");
    let Some(mut screen) = Screen::start_at(memory, PROGRAM.as_ref(), &[], home.path()) else { return };
    screen.window();
    assert!(screen.sees_pictures());
    let other = home.path().join("展 other");
    fs::create_dir(&other).expect("made");
    fs::write(other.join("exhibition.json"), "{ \"format\": 1, \"title\": { \"en\": \"Other\" } }").expect("written");
    let second = |args: &[&str]| {
        Command::new(PROGRAM)
            .args(args)
            .env("DISPLAY", &screen.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("HOME", home.path())
            .envs(
                [("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")]
                    .map(|(name, below)| (name, home.path().join(below))),
            )
            .spawn()
            .expect("starts")
    };
    let mut given = second(&[other.to_str().expect("a path")]);
    let begun = Instant::now();
    let ended = loop {
        if let Some(status) = given.try_wait().expect("its state") {
            break Some(status);
        }
        if begun.elapsed() > PATIENCE {
            let _ = given.kill();
            break None;
        }
        sleep(Duration::from_millis(20));
    };
    assert_eq!(ended.and_then(|status| status.code()), Some(0), "it ends well");
    assert!(
        comes(|| fs::read_to_string(&settings).is_ok_and(|text| text.contains("展 other"))),
        "the first one shows it"
    );
    // Whoever asks for a window of their own has one.
    let mut own = second(&["--new-window", other.to_str().expect("a path")]);
    let windows = || screen.xdotool(&["search", "--onlyvisible", "--name", "^Vitrine$"]).lines().count();
    let two = comes(|| windows() == 2);
    let _ = own.kill();
    let _ = own.wait();
    assert!(two, "two windows");
    assert!(screen.is_alive());
}
