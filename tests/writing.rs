//! What the program writes, by the real binary: in its place whole, and nothing of others.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a step may take on a slow machine before it counts as failed. Not a measure of speed.
const PATIENCE: Duration = Duration::from_mins(1);

const EXHIBITION: &str = r#"{"format": 1, "title": {"en": "Small"}, "photos": [{"id": "a", "file": "p/a.png", "title": {"en": "A"},
    "caption": {"en": "A"}, "alt": {"en": "A"}}], "batches": [{"number": 1, "years": [1995, 1998], "figure": {"state": "reported",
    "value": 622, "precision": "exact"}}]}"#;

/// A folder to work in, with a home of its own.
struct Desk {
    folder: tempfile::TempDir,
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), home: tempfile::tempdir().expect("a home") }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A program that works there.
    fn program(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let home = self.home.path();
        command.current_dir(self.folder.path()).env("HOME", home).stdin(Stdio::null());
        for (name, folder) in [("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")]
        {
            command.env(name, home.join(folder));
        }
        command
    }

    fn vitrine(&self, args: &[&str]) -> Output {
        self.program(env!("CARGO_BIN_EXE_vitrine")).args(args).output().expect("it runs")
    }

    /// Runs it, and expects that it does what it is asked.
    fn done(&self, args: &[&str]) -> Output {
        let out = self.vitrine(args);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        out
    }

    /// Runs it, expects that it refuses, and gives what it says.
    fn refused(&self, args: &[&str]) -> String {
        let out = self.vitrine(args);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{args:?}: {said}");
        said
    }

    /// Runs it from a shell, as `$0`.
    fn shell(&self, script: &str) -> Output {
        self.program("sh").args(["-c", script, env!("CARGO_BIN_EXE_vitrine")]).output().expect("a shell")
    }

    fn names(&self) -> Vec<String> {
        names(self.folder.path())
    }

    /// A pack with a picture, in the folder `pack`.
    fn pack(&self) {
        fs::create_dir_all(self.at("pack/p")).expect("a folder");
        fs::write(self.at("pack/exhibition.json"), EXHIBITION).expect("written");
        self.done(&["picture", "pack/p/a.png", "--size", "320x320", "--view", "sources"]);
    }

    /// Begins to pack the built-in exhibition, and waits until something of it is there.
    fn begin_packing(&self, mut program: Command) -> Child {
        let child = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let begun = Instant::now();
        while self.half().is_none() {
            assert!(begun.elapsed() < PATIENCE, "nothing is being written");
            sleep(Duration::from_millis(1));
        }
        child
    }

    /// A file that is not whole.
    fn half(&self) -> Option<String> {
        self.names().into_iter().find(|name| Path::new(name).extension().is_some_and(|ending| ending == "tmp"))
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn is_table(bytes: &[u8]) -> bool {
    bytes.starts_with("\u{feff}What it counts,".as_bytes()) && bytes.ends_with(b"\r\n")
}

fn send(child: &Child, signal: &str) {
    let sent = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
    assert!(sent.expect("kill").success());
}

#[test]
fn a_table_is_written_wherever_a_shell_would_write_it() {
    let desk = Desk::new();
    let long = format!("{}.csv", "n".repeat(245));
    desk.done(&["export", "table", "--out", &long]);
    desk.done(&["export", "table", "--out", &long]);
    assert!(is_table(&fs::read(desk.at(&long)).expect("there")));

    fs::write(desk.at("real.csv"), "").expect("written");
    fs::set_permissions(desk.at("real.csv"), fs::Permissions::from_mode(0o600)).expect("set");
    symlink("real.csv", desk.at("link.csv")).expect("a link");
    symlink("new.csv", desk.at("dangling.csv")).expect("a link");
    for (link, real) in [("link.csv", "real.csv"), ("dangling.csv", "new.csv")] {
        desk.done(&["export", "table", "--out", link]);
        assert!(desk.at(link).is_symlink() && is_table(&fs::read(desk.at(real)).expect("there")), "{link}");
    }
    assert_eq!(fs::metadata(desk.at("real.csv")).expect("there").mode() & 0o777, 0o600);

    let piped = desk.shell("mkfifo pipe.xyz; cat pipe.xyz > copy & \"$0\" export table --out pipe.xyz; wait");
    assert!(piped.status.success() && is_table(&fs::read(desk.at("copy")).expect("there")));
    for name in ["-", "/dev/stdout"] {
        assert!(is_table(&desk.done(&["export", "table", "--out", name]).stdout), "{name}: and nothing but the table");
    }
    desk.done(&["export", "table", "--out", "/dev/null"]);
    let shared = desk.shell("{ echo before; \"$0\" export table --out /dev/stdout; echo after; } > whole; \"$0\" export table --out /dev/fd/3 3>> whole");
    assert!(shared.status.success());
    let whole = fs::read_to_string(desk.at("whole")).expect("there");
    assert!(whole.starts_with("before\n\u{feff}") && whole.contains("\nafter\n\u{feff}"), "{whole}");
    let pack = desk.done(&["pack", "--out", "-"]);
    assert!(pack.stdout.starts_with(b"PK") && pack.stdout.ends_with(b"Vitrine"), "an archive, and no words in it");
    assert_eq!(desk.half(), None);
}

/// True where whoever started these tests ignores a signal: the programs that they start inherit it.
fn is_ignored(number: u32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap_or_default();
    u64::from_str_radix(mask.trim(), 16).is_ok_and(|mask| mask >> (number - 1) & 1 == 1)
}

#[test]
fn whoever_ends_the_program_finds_nothing_half_written() {
    // So many that packing them takes seconds.
    let pictures = tempfile::tempdir().expect("a folder");
    let large = image::RgbImage::from_fn(2600, 1800, |x, y| image::Rgb([x, y, x * y].map(|n| n.to_le_bytes()[0])));
    large.save(pictures.path().join("0.png")).expect("written");
    for number in 1..40 {
        fs::copy(pictures.path().join("0.png"), pictures.path().join(format!("{number}.png"))).expect("copied");
    }
    for (signal, number) in [("INT", 2), ("TERM", 15), ("HUP", 1)] {
        if is_ignored(number) {
            eprintln!(
                "skipped: these tests were started by somebody who ignores {signal}, as nohup does, and so does the program"
            );
            continue;
        }
        let ended = || {
            let desk = Desk::new();
            fs::write(desk.at("x.vitrine"), "").expect("written");
            let mut program = desk.program(env!("CARGO_BIN_EXE_vitrine"));
            program.arg("pack").arg(pictures.path()).args(["--out", "x.vitrine"]);
            let mut child = desk.begin_packing(program);
            send(&child, signal);
            (desk, child.wait().expect("it ends"))
        };
        // On a busy machine it may be done before it hears of it.
        let mut tries = std::iter::repeat_with(ended).take(10);
        let (desk, status) = tries.find(|(_, status)| !status.success()).expect("it hears of it in time");
        assert_eq!(status.signal(), i32::try_from(number).ok(), "{signal}: {status}");
        assert_eq!(desk.names(), ["x.vitrine"], "{signal}");
        assert_eq!(fs::metadata(desk.at("x.vitrine")).expect("there").len(), 0, "{signal}: the older one is as it was");
        assert_eq!(names(&desk.home.path().join("state/vitrine/unfinished")), [] as [&str; 0]);
    }
    let desk = Desk::new();
    let mut shell = desk.program("sh");
    shell.args(["-c", "trap '' HUP; exec \"$0\" pack --out x.vitrine", env!("CARGO_BIN_EXE_vitrine")]);
    let mut child = desk.begin_packing(shell);
    send(&child, "HUP");
    assert!(child.wait().expect("it ends").success(), "who asked not to be disturbed is not");
    assert_eq!(desk.names(), ["x.vitrine"]);
}

#[test]
fn what_was_cut_off_is_swept_and_blocks_nothing() {
    if !Path::new("/proc/sys/kernel/random/boot_id").exists() {
        eprintln!("skipped: this system does not tell when it was started; there an hour passes first");
        return;
    }
    let desk = Desk::new();
    let kill = || {
        let mut program = desk.program(env!("CARGO_BIN_EXE_vitrine"));
        program.args(["pack", "--out", "x.vitrine"]);
        let mut child = desk.begin_packing(program);
        child.kill().expect("killed");
        child.wait().expect("it ends");
        assert!(desk.half().is_some(), "nobody could clean up");
    };
    kill();
    desk.vitrine(&["check"]);
    assert_eq!(desk.names(), [] as [&str; 0], "the next start has");
    assert_eq!(names(&desk.home.path().join("state")), [] as [&str; 0], "and nothing is kept of it");
    kill();
    fs::remove_dir_all(desk.home.path().join("state")).expect("forgotten");
    desk.done(&["export", "table", "--out", "t.csv"]);
    assert_eq!(desk.names(), ["t.csv"], "the next that is written there has");
    // The same process id as whoever left these.
    let again = desk.shell("for n in t.csv.$$.part .t.csv.$$.tmp .vitrine-$$.tmp; do echo x > $n; done; exec \"$0\" export table --out t.csv");
    assert!(again.status.success());
    assert_eq!(desk.names().len(), 4, "they are somebody's own: {:?}", desk.names());
}

#[test]
fn a_file_that_grows_too_large_is_told_and_leaves_nothing() {
    let desk = Desk::new();
    let out = desk.shell("ulimit -f 8; exec \"$0\" pack --lang zh --out x.vitrine");
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1), "{said}");
    assert!(said.contains("文件超过那里允许的大小") && !said.contains("os error") && !said.contains("Zip"), "{said}");
    assert_eq!(desk.names(), [] as [&str; 0]);
}

#[test]
fn nothing_that_is_read_is_written_over() {
    let desk = Desk::new();
    desk.pack();
    desk.done(&["pack", "pack", "--out", "my.vitrine"]);
    fs::hard_link(desk.at("pack/p/a.png"), desk.at("hard.png")).expect("a hard link");
    symlink("pack/p/a.png", desk.at("link.png")).expect("a link");
    let kept = ["pack/exhibition.json", "pack/p/a.png", "my.vitrine"]
        .map(|name| (name, fs::read(desk.at(name)).expect("there")));
    let refuse = |args: &[&str]| {
        let said = desk.refused(args);
        for (name, bytes) in &kept {
            assert_eq!(&fs::read(desk.at(name)).expect("there"), bytes, "{args:?}: {name}");
        }
        said
    };
    for out in ["pack/p/a.png", "pack/p/../p/a.png", "hard.png", "link.png"] {
        for force in [&["--force"][..], &[]] {
            let said = refuse(&[&["picture", out, "pack", "--size", "320x320"], force].concat());
            assert!(said.contains("belongs to the exhibition"), "{said}");
        }
    }
    let said = refuse(&["export", "table", "--out", "pack/exhibition.json", "pack", "--force"]);
    assert!(said.contains("belongs to the exhibition that is read"), "{said}");
    refuse(&["export", "table", "--out", "my.vitrine", "my.vitrine"]);
    refuse(&["export", "table", "--format", "csv", "--out", "my.vitrine", "my.vitrine", "--force"]);
    refuse(&["picture", "my.vitrine"]);
    refuse(&["picture", "my.vitrine", "my.vitrine", "--force"]);
    let said = refuse(&["pack", "my.vitrine", "--out", "./my.vitrine"]);
    assert!(said.contains("the pack that is read") && said.contains("--force"), "{said}");
    desk.done(&["pack", "my.vitrine", "--out", "my.vitrine", "--force"]);
    desk.done(&["export", "table", "--out", "t.csv", "my.vitrine"]);

    // A folder of pictures: each of them is read.
    fs::create_dir(desk.at("pics")).expect("a folder");
    fs::copy(desk.at("pack/p/a.png"), desk.at("pics/a.png")).expect("copied");
    fs::copy(desk.at("pack/p/a.png"), desk.at("pics/a.jpg")).expect("copied");
    for args in [
        &["pack", "pics", "--out", "pics/a.jpg"][..],
        &["picture", "pics/a.png", "pics"],
        &["picture", "pics/a.png", "pics/a.jpg", "--force"],
        &["export", "table", "--format", "json", "--out", "pics/exhibition.json", "pics", "--force"],
    ] {
        refuse(args);
        assert_eq!(fs::read(desk.at("pics/a.png")).expect("there"), kept[1].1, "{args:?}");
        assert_eq!(names(&desk.at("pics")), ["a.jpg", "a.png"], "{args:?}");
    }
}

#[test]
fn nothing_that_somebody_else_made_is_written_over_unasked() {
    let desk = Desk::new();
    desk.pack();
    let foreign = [
        ("photo.png", &b"\x89PNG\r\n\x1a\nsomebody's photograph"[..]),
        ("my.vitrine", b"PK\x03\x04zipped by hand"),
        ("figures.csv", b"a,b\r\n1,2\r\n"),
        ("package.json", b"{\n  \"name\": \"x\"\n}\n"),
        ("drawing.svg", b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg/>"),
        ("thesis.pdf", b"%PDF-1.7 a thesis"),
        ("index.html", b"<!doctype html>\n<html></html>"),
    ];
    for (name, bytes) in foreign {
        fs::write(desk.at(name), bytes).expect("written");
        let ending = name.rsplit('.').next().expect("an ending");
        let args: Vec<&str> = match ending {
            "png" => vec!["picture", name, "--size", "320x320"],
            "vitrine" => vec!["pack", "pack", "--out", name],
            "svg" => vec!["export", "chart", "--out", name],
            "pdf" | "html" => vec!["export", "handout", "pack", "--out", name],
            _ => vec!["export", "table", "--out", name],
        };
        let said = desk.refused(&args);
        assert!(said.contains("--force") && said.contains(name), "{said}");
        assert_eq!(fs::read(desk.at(name)).expect("there"), bytes, "{name}");
        desk.done(&[&args[..], &["--force"]].concat());
        let first = fs::read(desk.at(name)).expect("there");
        assert_ne!(first, bytes);
        desk.done(&args);
        assert!(!fs::read(desk.at(name)).expect("there").is_empty(), "its own it may replace");
    }
    for lang in ["en", "zh", "bo"] {
        for (table, format, separator) in [
            ("table", "csv", "semicolon"),
            ("pairings", "csv", "tab"),
            ("table", "tsv", "comma"),
            ("pairings", "json", "comma"),
        ] {
            let args =
                ["export", table, "--format", format, "--separator", separator, "--lang", lang, "--out", "own.txt"];
            let _ = fs::remove_file(desk.at("own.txt"));
            desk.done(&args);
            desk.done(&args);
        }
    }
    assert_eq!(desk.half(), None);
}

#[test]
fn a_name_says_truly_what_is_in_the_file() {
    let desk = Desk::new();
    for (args, can) in [
        (&["export", "table", "--out", "t.xlsx"][..], ".csv, .tsv, .json"),
        (&["export", "pairings", "--out", "t.docx"], ".csv, .tsv, .json"),
        (&["export", "chart", "--out", "c.jpg"], ".svg, .png"),
        (&["export", "handout", "--out", "h.odt"], ".pdf, .html"),
        (&["pack", "--out", "p.7z"], ".vitrine, .zip"),
        (&["picture", "p.jpg"], ".png"),
    ] {
        let said = desk.refused(args);
        assert!(said.contains(can), "{said}");
        assert_eq!(desk.names(), [] as [&str; 0], "{args:?}");
    }
    let said = desk.refused(&["export", "table", "--lang", "zh", "--out", "t.xlsx"]);
    assert!(said.starts_with("不能写成“.xlsx”"), "{said}");
    desk.done(&["export", "table", "--format", "csv", "--out", "t.xlsx"]);
    fs::create_dir(desk.at("folder")).expect("a folder");
    for out in ["folder", "folder/", "new/", "."] {
        let said = desk.refused(&["export", "table", "--out", out]);
        assert!(said.contains("is a folder: name a file in it"), "{said}");
    }
    let said = desk.refused(&["export", "table", "--out", "none/t.csv"]);
    assert!(said.contains("its folder is not there") && !said.contains("os error"), "{said}");
    let said = desk.refused(&["export", "table", "--out", &"n".repeat(300)]);
    assert!(said.contains("the name is too long"), "{said}");
    assert_eq!(desk.names(), ["folder", "t.xlsx"]);
}

#[test]
fn what_separates_the_values_is_chosen_and_told() {
    let desk = Desk::new();
    let said = |args: &[&str]| String::from_utf8(desk.done(args).stdout).expect("words");
    assert!(said(&["export", "table", "--out", "t.csv"]).contains("Commas separate the values"));
    let told = said(&["export", "table", "--separator", "semicolon", "--out", "s.csv"]);
    assert!(told.contains("Semicolons separate the values"), "{told}");
    let first =
        |name: &str| fs::read_to_string(desk.at(name)).expect("there").lines().next().unwrap_or_default().to_owned();
    assert!(first("s.csv").starts_with("\u{feff}What it counts;Batch;"), "{}", first("s.csv"));
    assert!(said(&["export", "pairings", "--separator", "tab", "--out", "p.csv"]).contains("Tabs separate"));
    assert_eq!(said(&["export", "table", "--out", "t.json"]), "");
}
