//! What users are promised of any picture, however it was made: the whole program stays under 450 MB, and takes at most ten
//! seconds of the processor for it, in every command. Measured from outside, in processes of the real program.
//!
//! `VITRINE_ALL_LIMITS=1` tries every file of the picture test set, one by one; without it a sample.
#![cfg(target_os = "linux")]

#[path = "photos/made.rs"]
mod made;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use made::{bmp, fields, gif, passes, png, tiff, webp};

/// The most that the program may hold, in MB.
const MEMORY: u64 = 450;
/// The most seconds of the processor for one picture; what the program takes for itself is little beside it.
const SECONDS: f64 = 10.0;
/// Every how manieth file of the test set is tried.
const SAMPLE: usize = 61;

/// What a process held at most, in MB, and the seconds of the processor that it took.
fn measure(mut child: Child) -> (u64, f64) {
    let folder = PathBuf::from(format!("/proc/{}", child.id()));
    let (mut most, mut ticks) = (0, 0);
    loop {
        let status = fs::read_to_string(folder.join("status")).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        most = most.max(kilobytes.unwrap_or(0) / 1024);
        // A process that has ended still tells until it is waited for.
        let stat = fs::read_to_string(folder.join("stat")).unwrap_or_default();
        let words: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok()).unwrap_or(0);
        ticks = ticks.max(number(11) + number(12));
        if words.first().is_none_or(|state| *state == "Z") {
            break;
        }
        sleep(Duration::from_millis(2));
    }
    child.wait().expect("it was started");
    // Linux counts hundredths of a second for programs (USER_HZ).
    (most, f64::from(ticks) / 100.0)
}

/// Runs every command over a folder with so many pictures, of which the first is opened; what was over the limits.
fn commands(folder: &Path, first: &str, pictures: usize) -> Vec<String> {
    let home = tempfile::tempdir().expect("a folder");
    let out = |name: &str| home.path().join(name);
    let open = ["--photo", first];
    let jobs: [(&str, Vec<&str>, &str); 5] = [
        ("check", vec!["check"], ""),
        ("picture", vec!["picture", "{out}"], "wall.png"),
        ("picture, opened", [&["picture", "{out}"][..], &open].concat(), "opened.png"),
        ("pack", vec!["pack", "--out", "{out}"], "all.vitrine"),
        ("handout", vec!["export", "handout", "--format", "html", "--out", "{out}"], "handout.html"),
    ];
    let mut over = Vec::new();
    for (name, arguments, file) in jobs {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
        for argument in arguments {
            if argument == "{out}" {
                command.arg(out(file))
            } else {
                command.arg(argument)
            };
        }
        command.arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
            .env("HOME", home.path())
            .env_remove("XDG_CACHE_HOME")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        let (memory, seconds) = measure(command.spawn().expect("it starts"));
        #[expect(clippy::cast_precision_loss, reason = "few pictures")]
        let limit = SECONDS * pictures as f64;
        eprintln!("{}: {name}: {memory} MB, {seconds:.1} s", folder.display());
        if memory >= MEMORY || seconds > limit {
            over.push(format!("{first}: {name}: {memory} MB, {seconds:.1} s"));
        }
    }
    over
}

/// One picture in a folder of its own.
fn alone(name: &str, bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), bytes).expect("written");
    commands(folder.path(), name, 1)
}

/// Small files that ask for much.
fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let row = |bytes: usize| vec![0_u8; bytes + 1];
    // The rows of the seven passes of an interlaced picture of 4,800 × 4,800 in three colours (PNG 1.2 section 2.6).
    let passes_rows = [(600, 600), (600, 600), (1200, 600), (1200, 1200), (2400, 1200), (2400, 2400), (4800, 2400)];
    let interlaced: Vec<u8> = passes_rows.iter().flat_map(|(width, height)| row(width * 3).repeat(*height)).collect();
    let runs = |bytes: usize| [0x81, 0].repeat(bytes.div_ceil(128));
    let flat = [[255, 1].repeat(40), vec![0, 0]].concat().repeat(10_000);
    let large = fields([10_000, 10_000], 8, 32_773, 2, 3, 10_000);
    let strips = fields([6000, 20_000], 16, 32_773, 2, 3, 1);
    let tiles = [fields([9600, 9600], 8, 32_773, 2, 3, 1), vec![(322, 4, vec![16]), (323, 4, vec![16])]].concat();
    vec![
        ("passes.jpg", passes(12_000, 3000)),
        ("many-passes.jpg", passes(64, 100_000)),
        ("partial.gif", gif([10_000, 10_000], [1, 0, 9999, 10_000], false, vec![0; 99_990_000])),
        ("interlaced.gif", gif([10_000, 10_000], [0, 0, 10_000, 10_000], true, vec![0; 100_000_000])),
        ("lossy.webp", webp([16_000, 6000])),
        ("interlaced.png", png([4800, 4800], [8, 2, 1], &[], &interlaced)),
        ("one-strip.tif", tiff(large, &[runs(300_000_000)], false)),
        ("strips.tif", tiff(strips, &vec![runs(36_000); 20_000], false)),
        ("tiles.tif", tiff(tiles, &vec![runs(768); 360_000], true)),
        ("fax.tif", tiff(fields([30_000, 30_000], 1, 4, 0, 1, 30_000), &[vec![0xFF; 3800]], false)),
        ("runs.bmp", bmp([10_000, 10_000], 8, 1, &[[0; 4]; 256], &flat)),
    ]
}

#[test]
fn small_files_that_ask_for_much_get_little() {
    let over: Vec<String> = hostile().iter().flat_map(|(name, bytes)| alone(name, bytes)).collect();
    assert!(over.is_empty(), "{over:#?}");
}

#[test]
fn large_pictures_beside_each_other_stay_within_the_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let large = passes(12_000, 4);
    for name in ["a.jpg", "b.jpg", "c.jpg", "d.jpg"] {
        fs::write(folder.path().join(name), &large).expect("written");
    }
    let over = commands(folder.path(), "a.jpg", 4);
    assert!(over.is_empty(), "{over:#?}");
}

#[test]
fn the_picture_test_set_stays_within_the_limits() {
    let set = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/testdata");
    let Ok(list) = fs::read_to_string(set.join("MANIFEST.tsv")) else {
        eprintln!("skipped: the picture test set is not here");
        return;
    };
    let all = std::env::var_os("VITRINE_ALL_LIMITS").is_some();
    let names = list.lines().skip(1).filter_map(|line| line.split('\t').next());
    let files: Vec<PathBuf> = names.map(|name| set.join(name)).filter(|path| path.is_file()).collect();
    let is_heavy = |path: &Path| ["cases", "bombs"].iter().any(|part| path.starts_with(set.join(part)));
    let chosen = files.iter().enumerate().filter(|(n, path)| all || n % SAMPLE == 0 || is_heavy(path));
    let mut over = Vec::new();
    for (_, path) in chosen {
        let (Some(name), Ok(bytes)) = (path.file_name().and_then(|name| name.to_str()), fs::read(path)) else {
            continue;
        };
        over.extend(alone(name, &bytes));
    }
    // Those that the manifest does not list.
    for case in ["21-memory/partial.gif", "21-memory/lossy.webp", "22-time/bomb.jpg", "11-tiff-variants/t/tif-lab.tif"]
    {
        if let Ok(bytes) = fs::read(set.join("cases").join(case)) {
            over.extend(alone(case.rsplit('/').next().unwrap_or(case), &bytes));
        }
    }
    assert!(over.is_empty(), "{over:#?}");
}
