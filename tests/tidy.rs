//! The walls of `src/lib.rs`, kept by reading the source.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(below), &mut found);
    assert!(!found.is_empty(), "{below} has sources");
    found.sort();
    found
}

fn collect(path: &Path, found: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder").flatten() {
            collect(&entry.path(), found);
        }
    } else if path.extension().is_some_and(|e| e == "rs") {
        found.push((path.to_owned(), fs::read_to_string(path).expect("a source")));
    }
}

/// The code of a file: without comments, and without its unit tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_layer_mentions_what_it_must_not_know() {
    let clock = ["std::time", "Instant::now", "SystemTime"];
    let disk = ["std::fs", "File::open", "std::net"];
    let threads = ["std::thread", "thread::spawn", "std::sync::mpsc"];
    let walls: [(&str, Vec<&str>); 12] = [
        (
            "src/model",
            [
                &["egui", "crate::state", "crate::text", "crate::files", "crate::ui", "crate::work"],
                &clock[..],
                &disk,
                &threads,
            ]
            .concat(),
        ),
        (
            "src/state",
            [
                &["egui", "crate::text", "crate::files", "crate::photos", "crate::ui", "crate::work"],
                &clock[..],
                &disk,
                &threads,
            ]
            .concat(),
        ),
        ("src/text", [&["egui", "crate::files", "crate::ui", "crate::work"], &disk[..], &threads].concat()),
        (
            "src/export",
            [
                &["egui", "crate::state", "crate::files", "crate::photos", "crate::ui", "crate::work"],
                &clock[..],
                &disk,
                &threads,
            ]
            .concat(),
        ),
        ("src/files", [&["egui", "crate::state", "crate::ui", "crate::work", "std::net"], &threads[..]].concat()),
        ("src/photos", [&["egui", "crate::state", "crate::ui", "crate::work"], &disk[..], &threads].concat()),
        ("src/work", vec!["egui", "crate::ui", "std::net"]),
        (
            "src/ui",
            [&["crate::files", "crate::photos", "crate::work", "rfd"], &disk[..], &threads, &clock[1..]].concat(),
        ),
        ("src/ui/widgets", vec!["crate::state", "crate::model"]),
        ("src/raster", vec!["crate::"]),
        ("src/ui/marks", vec!["crate::model", "crate::state", "crate::text"]),
        ("src/window", vec!["crate::ui", "crate::photos"]),
    ];
    for (layer, forbidden) in walls {
        for (path, text) in sources(layer) {
            let code = code(&text);
            for word in &forbidden {
                assert!(!code.contains(word), "{}: {layer} must not mention {word}", path.display());
            }
        }
    }
}

#[test]
fn files_stay_short_and_say_what_they_are() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        let lines = text.lines().count();
        assert!(lines <= 450, "{} has {lines} lines", path.display());
        assert!(text.starts_with("//!"), "{} begins with what it is", path.display());
    }
}

#[test]
fn views_take_colours_and_words_from_their_homes() {
    for (path, text) in sources("src/ui") {
        if path.ends_with("theme.rs") {
            continue;
        }
        let code = code(&text);
        for word in ["from_rgb(", "from_gray(", "Color32::RED", "Color32::BLACK.", "hex_color!"] {
            assert!(!code.contains(word), "{}: colours live in ui/theme.rs, not {word}", path.display());
        }
        for line in code.lines() {
            let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || ('\u{f00}'..='\u{fff}').contains(&c);
            let literal = line.contains('"') && line.chars().any(is_han);
            assert!(!literal, "{}: words live in text: {line}", path.display());
        }
    }
}

#[test]
fn nothing_is_left_open_and_no_path_of_a_machine_is_written_down() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        if path.ends_with("tidy.rs") {
            continue;
        }
        for word in ["TODO", "FIXME", "unimplemented!", "todo!(", "/home/", "#[ignore]"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn exceptions_to_lints_give_a_reason() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        let marks = ["#[expect(", "#![expect(", "#[allow(", "#![allow("];
        let lines: Vec<&str> = text.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            if marks.iter().any(|m| line.trim_start().starts_with(m)) && !path.ends_with("tidy.rs") {
                let whole = lines[i..(i + 6).min(lines.len())].join(" ");
                let whole = whole.split(")]").next().unwrap_or_default();
                assert!(whole.contains("reason ="), "{}:{}: an exception without a reason", path.display(), i + 1);
            }
        }
    }
}
