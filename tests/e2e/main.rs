//! The real binary in a real window on a private screen. Skipped with a word where Xvfb or xdotool is not there.

#![cfg(target_os = "linux")]

mod cuts;
mod desk;
mod disk;
mod dropped;
mod faults;
mod guard;
mod kiosk;
mod monitor;
mod sessions;
mod start;
mod talk;
mod touch;
mod wayland;

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a step may take on a slow machine before it counts as failed. Not a measure of speed.
const PATIENCE: Duration = Duration::from_mins(1);

/// True where a program is installed.
fn has(tool: &str) -> bool {
    Command::new("sh").args(["-c", &format!("command -v {tool} >/dev/null")]).status().is_ok_and(|s| s.success())
}

/// Starts a program on a screen, with a home of its own.
fn run(display: &str, program: &OsStr, args: &[&str], home: &Path) -> Child {
    let mut command = Command::new(program);
    command.args(args).env("DISPLAY", display).env_remove("WAYLAND_DISPLAY").env("HOME", home).stderr(Stdio::piped());
    for (place, below) in [("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")] {
        command.env(place, home.join(below));
    }
    command.spawn().expect("the program starts")
}

/// A private screen, and a program on it; both end with it.
struct Screen {
    server: Child,
    program: Child,
    display: String,
    /// The folder with the screen's frame buffer.
    memory: tempfile::TempDir,
}

impl Screen {
    /// Starts the program on a new screen; `None` with a word where that is not possible here.
    fn start(args: &[&str]) -> Option<Self> {
        let memory = tempfile::tempdir().expect("a folder");
        // What the user has chosen and kept is none of the tests' business.
        let home = memory.path().to_owned();
        Self::start_at(memory, OsStr::new(env!("CARGO_BIN_EXE_vitrine")), args, &home)
    }

    /// The same for a copy of the program, with a home of its own.
    fn start_at(memory: tempfile::TempDir, program: &OsStr, args: &[&str], home: &Path) -> Option<Self> {
        if !has("Xvfb") || !has("xdotool") {
            eprintln!("skipped: Xvfb or xdotool is not here");
            return None;
        }
        let mut server = Command::new("Xvfb")
            // Without -noreset the server starts anew whenever its last client leaves, and drops who is just arriving.
            .args(["-noreset", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-fbdir"])
            .arg(memory.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("its output")).read_line(&mut number).expect("its number");
        let display = format!(":{}", number.trim());
        let program = run(&display, program, args, home);
        Some(Self { server, program, display, memory })
    }

    /// Starts the program again on the same screen, with the same home; the one before has ended.
    fn start_again(&mut self, args: &[&str]) {
        let program = OsStr::new(env!("CARGO_BIN_EXE_vitrine"));
        self.program = run(&self.display, program, args, self.memory.path());
    }

    fn xdotool(&self, args: &[&str]) -> String {
        let out = Command::new("xdotool").args(args).env("DISPLAY", &self.display).output().expect("xdotool runs");
        String::from_utf8_lossy(&out.stdout).trim().to_owned()
    }

    /// Waits for the window and gives its id.
    fn window(&mut self) -> String {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.program.try_wait().expect("its state").is_some() {
                let mut said = String::new();
                let _ = self.program.stderr.take().map(|mut stderr| stderr.read_to_string(&mut said));
                panic!("the program ended: {said}");
            }
            let found = self.xdotool(&["search", "--onlyvisible", "--name", "Vitrine"]);
            if let Some(id) = found.lines().next() {
                return id.to_owned();
            }
            sleep(Duration::from_millis(50));
        }
        panic!("no window came");
    }

    /// The share of strongly coloured pixels on the screen: pictures are, a grey or single-coloured window is not.
    fn colourful(&self) -> f64 {
        let buffer = std::fs::read(self.memory.path().join("Xvfb_screen0")).expect("the frame buffer");
        let pixels = &buffer[buffer.len() - 1920 * 1080 * 4..];
        let strong = |p: &&[u8]| p[..3].iter().max().zip(p[..3].iter().min()).is_some_and(|(a, b)| a - b > 60);
        #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
        let share = pixels.chunks_exact(4).filter(strong).count() as f64 / (1920.0 * 1080.0);
        share
    }

    /// Where on the screen a colour is: its left and right ends, and its middle from above.
    fn spread(&self, rgb: [u8; 3]) -> Option<(usize, usize, usize)> {
        let buffer = std::fs::read(self.memory.path().join("Xvfb_screen0")).expect("the frame buffer");
        let pixels = &buffer[buffer.len() - 1920 * 1080 * 4..];
        let near = |p: &[u8]| [2, 1, 0].into_iter().zip(rgb).all(|(i, c)| p[i].abs_diff(c) < 6);
        let found: Vec<usize> = pixels.chunks_exact(4).enumerate().filter(|(_, p)| near(p)).map(|(at, _)| at).collect();
        let columns = || found.iter().map(|at| at % 1920);
        Some((columns().min()?, columns().max()?, found.get(found.len() / 2)? / 1920))
    }

    /// Waits until pictures are on the screen.
    fn sees_pictures(&self) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.colourful() > 0.05 {
                return true;
            }
            sleep(Duration::from_millis(100));
        }
        false
    }

    /// The most memory that the program took, in MB.
    fn peak_mb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).expect("its status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
        peak.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1024
    }

    /// The thumbnails that it left on disk.
    fn thumbnails(&self) -> usize {
        let folders = std::fs::read_dir(self.memory.path().join("cache/vitrine/thumbnails"));
        let inside = |folder: std::fs::DirEntry| std::fs::read_dir(folder.path()).map_or(0, Iterator::count);
        folders.map_or(0, |folders| folders.flatten().map(inside).sum())
    }

    fn is_alive(&mut self) -> bool {
        self.program.try_wait().expect("its state").is_none()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn the_program_opens_a_window_and_survives_every_key_of_its_help_sheet() {
    let Some(mut screen) = Screen::start(&["--lang", "zh"]) else { return };
    let window = screen.window();
    assert!(screen.sees_pictures(), "the wall is on the screen");
    screen.xdotool(&["windowfocus", "--sync", &window]);
    for key in [
        "2", "3", "Right", "Left", "4", "Right", "5", "1", "Tab", "Return", "Right", "plus", "minus", "0", "Escape",
        "Escape", "l", "l", "t", "t", "t", "slash", "a", "Escape", "Escape", "F1", "Escape", "F11", "F11", "c",
        "Escape", "Escape",
    ] {
        screen.xdotool(&["key", key]);
        sleep(Duration::from_millis(60));
    }
    sleep(Duration::from_millis(500));
    assert!(screen.is_alive(), "the program is still there");
}

#[test]
fn a_graphics_driver_and_the_processor_alike_show_the_exhibition() {
    for renderer in ["gl", "wgpu", "cpu"] {
        if renderer == "wgpu" && !std::fs::exists("/usr/share/vulkan/icd.d").is_ok_and(|is_there| is_there) {
            eprintln!("skipped: no driver for Vulkan is here");
            continue;
        }
        let Some(mut screen) = Screen::start(&["--renderer", renderer]) else { return };
        let window = screen.window();
        assert!(screen.sees_pictures(), "{renderer}: the wall is on the screen");
        // Covered and seen again, the picture is whole.
        screen.xdotool(&["windowunmap", "--sync", &window]);
        screen.xdotool(&["windowmap", "--sync", &window]);
        assert!(screen.sees_pictures(), "{renderer}: the wall is on the screen again");
        screen.xdotool(&["windowsize", "--sync", &window, "1400", "900"]);
        sleep(Duration::from_millis(300));
        assert!(screen.sees_pictures(), "{renderer}: the smaller wall is on the screen");
        assert!(screen.is_alive(), "{renderer}");
    }
}

#[test]
fn a_pack_that_is_not_there_still_opens_the_built_in_exhibition() {
    let Some(mut screen) = Screen::start(&["no/such/pack.vitrine"]) else { return };
    screen.window();
    assert!(screen.sees_pictures(), "the built-in exhibition is on the screen");
    assert!(screen.is_alive());
}

#[test]
fn a_folder_of_photographs_opens_as_a_wall_and_leaves_its_thumbnails_on_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    for (i, red) in [40, 120, 220].into_iter().enumerate() {
        let rgba = [red, 30, 150, 255].repeat(1200 * 800);
        let pixels = vitrine::photos::Pixels { width: 1200, height: 800, rgba };
        let bytes = vitrine::photos::encode_jpeg(&pixels, 90.0).expect("a picture");
        std::fs::write(folder.path().join(format!("{i}.jpg")), bytes).expect("written");
    }
    let path = folder.path().join("1.jpg");
    let Some(mut screen) = Screen::start(&["--fullscreen", path.to_str().expect("a path")]) else { return };
    let window = screen.window();
    assert!(screen.sees_pictures(), "the picture is on the screen");
    screen.xdotool(&["windowfocus", "--sync", &window]);
    for key in ["Right", "Left", "Left", "plus", "plus", "0", "Escape", "End", "Home"] {
        screen.xdotool(&["key", key]);
        sleep(Duration::from_millis(100));
    }
    assert!(screen.sees_pictures(), "the wall is on the screen");
    let begun = Instant::now();
    while screen.thumbnails() < 3 && begun.elapsed() < PATIENCE {
        sleep(Duration::from_millis(100));
    }
    assert_eq!(screen.thumbnails(), 3);
    assert!(screen.is_alive());
}

#[test]
fn a_folder_of_hostile_files_leaves_the_program_running_in_bounded_memory() {
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata");
    if !set.exists() {
        eprintln!("skipped: {} is not here", set.display());
        return;
    }
    let Some(mut screen) = Screen::start(&[set.to_str().expect("a path")]) else { return };
    let window = screen.window();
    screen.xdotool(&["windowfocus", "--sync", &window]);
    for _ in 0..60 {
        screen.xdotool(&["key", "Page_Down"]);
        sleep(Duration::from_millis(250));
        assert!(screen.is_alive(), "the program is still there");
    }
    assert!(screen.peak_mb() < 400, "{} MB", screen.peak_mb());
}
