//! The walls of `src/lib.rs`, kept by reading the source.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "tidy/mentions.rs"]
mod mentions;
use mentions::Mentions;

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

/// What the code of each source below a folder mentions.
fn mentions(below: &str) -> Vec<(PathBuf, Mentions)> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |(path, text): (PathBuf, String)| {
        let path = path.strip_prefix(package).expect("a file of this package").to_owned();
        let mentions = Mentions::of(&path, &text);
        (path, mentions)
    };
    let is_test = |path: &Path| path.file_name().is_some_and(|name| name == "tests.rs");
    sources(below).into_iter().filter(|(path, _)| !is_test(path)).map(read).collect()
}

const GUI: [&str; 3] = ["egui", "eframe", "egui_winit"];
const NOW: [&str; 3] = ["std::time::Instant::now", "std::time::SystemTime", "chrono"];
const DISK: [&str; 5] = ["std::fs", "std::net", "std::os", "tempfile", "zip"];
const JOINS: [&str; 7] =
    ["crate::raster", "crate::window", "crate::app", "crate::screenshot", "crate::soak", "crate::print", "crate::cli"];
const VIEWS: [&str; 6] = [
    "crate::ui::personnel",
    "crate::ui::pairings",
    "crate::ui::presenter",
    "crate::ui::paper",
    "crate::ui::card",
    "crate::ui::sheet",
];
const THREADS: [&str; 2] = ["std::thread", "std::sync::mpsc"];

/// What each layer must not mention: the table of `src/lib.rs`.
const WALLS: [(&str, &[&[&str]]); 16] = [
    (
        "src/model",
        &[
            &["crate::state", "crate::text", "crate::files", "crate::photos", "crate::ui", "crate::work", "std::time"],
            &GUI,
            &NOW,
            &DISK,
            &THREADS,
        ],
    ),
    (
        "src/state",
        &[
            &["crate::text", "crate::files", "crate::photos", "crate::ui", "crate::work", "crate::export", "std::time"],
            &JOINS,
            &GUI,
            &NOW,
            &DISK,
            &THREADS,
        ],
    ),
    ("src/text", &[&["crate::files", "crate::photos", "crate::ui", "crate::work"], &JOINS, &GUI, &DISK, &THREADS]),
    (
        "src/export",
        &[
            &["crate::state", "crate::files", "crate::photos", "crate::ui", "crate::work", "std::time"],
            &GUI,
            &NOW,
            &DISK,
            &THREADS,
        ],
    ),
    (
        "src/review",
        &[
            &["crate::state", "crate::files", "crate::photos", "crate::ui", "crate::work", "std::time"],
            &["std::fs", "std::net", "std::os", "tempfile"],
            &JOINS,
            &GUI,
            &NOW,
            &THREADS,
        ],
    ),
    (
        "src/workbook",
        &[
            &["crate::text", "crate::files", "crate::photos", "crate::ui", "crate::work", "crate::export"],
            &["std::fs", "std::net", "std::os", "tempfile", "std::time"],
            &JOINS,
            &GUI,
            &NOW,
            &THREADS,
        ],
    ),
    (
        "src/import",
        &[
            &["crate::files", "crate::photos", "crate::ui", "crate::work", "crate::review", "std::time"],
            &["std::fs", "std::net", "std::os", "tempfile"],
            &JOINS,
            &GUI,
            &NOW,
            &THREADS,
        ],
    ),
    ("src/files", &[&["crate::state", "crate::ui", "crate::work", "std::net"], &GUI, &THREADS]),
    ("src/photos", &[&["crate::state", "crate::ui", "crate::work"], &GUI, &DISK, &THREADS]),
    ("src/work", &[&["crate::ui", "std::net"], &GUI]),
    ("src/ui", &[&["crate::files", "crate::photos", "crate::work", "rfd"], &NOW, &DISK, &THREADS]),
    ("src/ui/widgets", &[&["crate::state", "crate::model"]]),
    ("src/raster", &[&["crate"]]),
    ("src/ui/marks", &[&["crate::model", "crate::state", "crate::text", "crate::ui::chart"], &VIEWS]),
    ("src/ui/chart", &[&["crate::export"], &VIEWS]),
    ("src/window", &[&["crate::ui", "crate::photos"]]),
];

#[test]
fn no_layer_mentions_what_it_must_not_know() {
    for (layer, forbidden) in WALLS {
        let own = layer.trim_end_matches(".rs").replace('/', "::").replacen("src", "crate", 1);
        for (path, mut mentions) in mentions(layer) {
            mentions.leave_out(&own);
            for word in forbidden.iter().copied().flatten() {
                let found = mentions.path_into(word);
                assert!(found.is_none(), "{}: {layer} must not mention {word}: {found:?}", path.display());
            }
        }
    }
}

/// `Path` itself can ask the disk, which no import shows.
#[test]
fn layers_without_a_disk_ask_no_path_about_it() {
    for layer in [
        "src/model",
        "src/state",
        "src/text",
        "src/export",
        "src/workbook",
        "src/import",
        "src/review",
        "src/photos",
        "src/raster",
        "src/ui",
    ] {
        for (path, mentions) in mentions(layer) {
            for method in ["exists", "try_exists", "is_dir", "is_file", "read_dir", "canonicalize", "symlink_metadata"]
            {
                assert!(!mentions.calls_method(method), "{}: {layer} must not call {method}", path.display());
            }
        }
    }
}

/// What a file of `state` mentions, were it this text.
fn in_state(text: &str) -> Mentions {
    Mentions::of(Path::new("src/state/talk/clock.rs"), text)
}

#[test]
fn an_import_in_any_form_is_seen() {
    for text in [
        "use crate::files;",
        "use crate::{model::Id, files};",
        "use crate::{files::{self as disk, Stamp}};",
        "use crate::{self as root}; fn f() { root::files::read() }",
        "use crate::*;",
        "pub use super::super::super::files::Stamp;",
        "use super::super::super as root; fn f() { root::files::read() }",
        "fn f() { use crate::{files}; }",
        "fn f() { crate::files::read() }",
        "fn f() { super::super::super::files::read() }",
        "fn f(stamp: &crate::files::Stamp) {}",
        "struct A<T>(Option<Vec<crate::files::Stamp>>, T) where T: crate::files::Read;",
        "fn f() { assert!(crate::files::read().is_empty()) }",
        "macro_rules! m { () => { use crate::{files}; } }",
        "#[cfg(test)] mod tests {} fn f() { crate::files::read() }",
        "mod inner { use super::super::super::super::files; }",
    ] {
        assert!(in_state(text).path_into("crate::files").is_some(), "{text}");
    }
    for text in [
        "use std::fs::read;",
        "use std::{fs as disk, path::Path}; fn f() { disk::read(\"a\") }",
        "use std::fs::{self, File}; fn f() { fs::read(\"a\"); }",
        "fn f() { ::std::fs::read(\"a\"); }",
        "use std as core; fn f() { core::fs::read(\"a\"); }",
    ] {
        assert!(in_state(text).path_into("std::fs").is_some(), "{text}");
    }
    for text in ["use std::time; fn f() { time::Instant::now(); }", "use std::time::Instant as I; fn f() { g(I::now) }"]
    {
        assert!(in_state(text).path_into("std::time::Instant::now").is_some(), "{text}");
    }
}

#[test]
fn a_comment_a_string_and_a_unit_test_are_no_mention() {
    for text in [
        "// use crate::files;\n/* crate::files::read() */ fn f() {}",
        "/// Unlike [`crate::files`], see crate::files.\nfn f() {}",
        "fn f() { let a = \"use crate::files;\"; g(\"// \"); }",
        "fn f() { log::info!(\"crate::files::read\"); }",
        "#[cfg(test)] mod tests { use crate::files; }",
        "#[cfg(all(test, unix))] fn f() { crate::files::read() }",
        "#[cfg(test)] use crate::files;",
        "struct A; impl A { #[cfg(test)] fn f() { crate::files::read() } }",
        "use crate::{files_of::A, model::files}; mod files {}",
    ] {
        assert!(in_state(text).path_into("crate::files").is_none(), "{text}");
    }
    // The type may come in from outside; only asking for the time is forbidden.
    assert!(in_state("fn f(at: std::time::Instant) {}").path_into("std::time::Instant::now").is_none());
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
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c) || ('\u{f00}'..='\u{fff}').contains(&c);
    for (path, mentions) in mentions("src/ui") {
        for text in &mentions.texts {
            assert!(
                path.ends_with("theme.rs") || !text.contains(is_han),
                "{}: words live in text: {text}",
                path.display()
            );
        }
        if path.ends_with("theme.rs") {
            continue;
        }
        let constructor = |name: &String| {
            ["from_rgb", "from_gray", "RED", "hex_color"].iter().any(|c| name.ends_with(&format!("::{c}")))
        };
        let made = mentions.paths.iter().find(|name| constructor(name));
        assert!(made.is_none(), "{}: colours live in ui/theme.rs, not {made:?}", path.display());
        let shaded = mentions.calls.iter().find(|(on, _)| on.ends_with("Color32::BLACK"));
        assert!(shaded.is_none(), "{}: colours live in ui/theme.rs, not {shaded:?}", path.display());
    }
}

/// The files of this test, which name what they look for.
fn is_ours(path: &Path) -> bool {
    path.ends_with("tests/tidy.rs") || path.ends_with("tests/tidy/mentions.rs")
}

#[test]
fn nothing_is_left_open_and_no_path_of_a_machine_is_written_down() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        if is_ours(&path) {
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
            if marks.iter().any(|m| line.trim_start().starts_with(m)) && !is_ours(&path) {
                let whole = lines[i..(i + 6).min(lines.len())].join(" ");
                let whole = whole.split(")]").next().unwrap_or_default();
                assert!(whole.contains("reason ="), "{}:{}: an exception without a reason", path.display(), i + 1);
            }
        }
    }
}

#[test]
fn every_thread_has_a_name_and_every_channel_a_bound() {
    for (path, mentions) in mentions("src") {
        for word in ["std::thread::spawn", "std::sync::mpsc::channel"] {
            let found = mentions.path_into(word);
            assert!(found.is_none(), "{}: {word}: see work/threads.rs and work/outbox.rs", path.display());
        }
    }
}
