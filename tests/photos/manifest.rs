//! Every file of the test set does what its manifest says.

use std::path::Path;
use std::process::Command;

use vitrine::photos::{DecodeError, upright_size};

use crate::{Entry, decode, test_set};

/// The most memory that a process takes for one hostile file, in MB.
const BOUND_MB: u64 = 400;
/// How long a file may take on a slow machine before it counts as hanging. Not a measure of speed.
const PATIENCE_SECS: u64 = 60;

#[test]
fn every_file_does_what_its_manifest_says() {
    let Some(set) = test_set() else { return };
    let mut wrong = Vec::new();
    let is_read = |entry: &&Entry| !entry.name.starts_with("bombs/");
    for entry in set.iter().filter(is_read) {
        let decoded = decode(&entry.path, 512);
        match (entry.expect.as_str(), &decoded) {
            ("decode", Err(why)) => wrong.push(format!("{}: {why:?}", entry.name)),
            ("reject", Ok(pixels)) => wrong.push(format!("{}: shown as {pixels:?}", entry.name)),
            ("decode", Ok(pixels)) => {
                let told = upright_size(&std::fs::read(&entry.path).expect("bytes"));
                if entry.size.is_some() && told != entry.size && !entry.note.contains("LONG") {
                    wrong.push(format!("{}: is {told:?}, not {:?}", entry.name, entry.size));
                }
                let turned = entry.size.is_some_and(|[w, h]| (w > h) != (pixels.width > pixels.height) && w != h);
                if turned && pixels.width != pixels.height {
                    wrong.push(format!("{}: {pixels:?} for {:?}", entry.name, entry.size));
                }
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Decodes one file in a process of its own; gives its highest memory in MB and what came of it.
fn alone(path: &Path) -> (u64, String) {
    let out = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "manifest::one_file_alone", "--nocapture", "--include-ignored"])
        .env("VITRINE_TEST_FILE", path)
        .output()
        .expect("runs");
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(out.status.success(), "{}: {said}", path.display());
    let line = said.lines().find_map(|line| line.split_once("PEAK ")).expect("a peak").1;
    let (peak, what) = line.split_once(' ').expect("two words");
    (peak.parse().expect("a number"), what.to_owned())
}

/// What [`alone`] runs; nothing by itself.
#[test]
#[expect(clippy::print_stdout, reason = "the parent reads it")]
fn one_file_alone() {
    let Some(path) = std::env::var_os("VITRINE_TEST_FILE") else { return };
    let begun = std::time::Instant::now();
    let decoded = decode(Path::new(&path), 2048);
    assert!(begun.elapsed().as_secs() < PATIENCE_SECS, "it hangs");
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: u64 = peak.and_then(|p| p.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0);
    println!("PEAK {} {decoded:?}", kilobytes / 1024);
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "what a process took is read from /proc")]
fn hostile_files_stay_within_bounds() {
    let Some(set) = test_set() else { return };
    let hostile = |entry: &&Entry| {
        entry.name.starts_with("bombs/") || entry.expect.contains("bounded") || entry.expect == "decode-or-reject"
    };
    let mut seen = 0;
    for entry in set.iter().filter(hostile) {
        let (peak, what) = alone(&entry.path);
        eprintln!("{}: {peak} MB, {what}", entry.name);
        assert!(peak < BOUND_MB, "{}: {peak} MB, {what}", entry.name);
        assert!(entry.expect != "decode" || what.starts_with("Ok"), "{}: {what}", entry.name);
        seen += 1;
    }
    assert!(seen >= 5, "the set has hostile files");
}

#[test]
fn a_huge_header_is_refused_before_anything_is_allocated() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0x00, 0x01, 0x86, 0xA0, 0x00, 0x01, 0x86, 0xA0, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
    let refused = vitrine::photos::rendition(&png, 512, &|_| true);
    assert!(matches!(refused, Err(DecodeError::TooLarge | DecodeError::Damaged)), "{refused:?}");
}

#[test]
fn decoding_stops_when_nobody_waits_any_more() {
    let Some(set) = test_set() else { return };
    for entry in set.iter().filter(|e| e.name.starts_with("photos/") || e.name.starts_with("formats/l")) {
        let bytes = std::fs::read(&entry.path).expect("bytes");
        let asked = std::cell::Cell::new(0);
        // Whoever changes their mind again is not heard: it would look like damage.
        let go_on = |_share| {
            asked.set(asked.get() + 1);
            asked.get() != 2
        };
        let stopped = vitrine::photos::rendition(&bytes, 512, &go_on);
        assert!(stopped == Err(DecodeError::Cancelled) || asked.get() < 2, "{}: {stopped:?}", entry.name);
    }
}
