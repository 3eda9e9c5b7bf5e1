//! CONTRIBUTING.md names only commands, files and types that there are, and what it says of CI is what CI does.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use vitrine::cli::Cli;

use super::package_file;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All sources below a folder, one after the other.
fn source_text(below: &Path) -> String {
    if below.is_dir() {
        let mut entries: Vec<PathBuf> = fs::read_dir(below).expect("a folder").flatten().map(|e| e.path()).collect();
        entries.sort();
        return entries.iter().map(|path| source_text(path)).collect();
    }
    if below.extension().is_some_and(|e| e == "rs") {
        fs::read_to_string(below).expect("a source")
    } else {
        String::new()
    }
}

/// The words in backticks, outside of commands.
fn code_words(page: &str) -> Vec<&str> {
    let prose = page.lines().filter(|line| !line.starts_with("    "));
    prose.flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn every_command_in_contributing_can_be_run() {
    let page = package_file("CONTRIBUTING.md");
    let indented = page.lines().filter_map(|line| line.strip_prefix("    "));
    let in_prose = code_words(&page).into_iter().filter(|word| word.contains(' ') && !word.contains('('));
    let mut count = 0;
    for command in indented.chain(in_prose) {
        let mut words: Vec<&str> = command.split_whitespace().collect();
        while words.first().is_some_and(|word| word.contains('=')) {
            let setting = words.remove(0).split('=').next().unwrap_or_default().to_owned();
            assert!(source_text(&root().join("tests")).contains(&format!("\"{setting}\"")), "{command}: {setting}");
        }
        match words[..] {
            ["cargo", "run", "--profile", "quick", "--locked", "--", ref rest @ ..] => {
                let parsed = Cli::try_parse_from(["vitrine"].iter().chain(rest));
                assert!(parsed.is_ok(), "{command}: {:?}", parsed.err());
            }
            ["cargo", "test", ref rest @ ..] => check_test(command, rest),
            ["cargo", "check" | "fmt" | "deny", ..] | ["npm", "ci", ..] => {}
            [tool, ..] if root().join(tool).is_file() => {}
            _ => panic!("{command} is no command that is known here"),
        }
        count += 1;
    }
    assert!(count >= 12, "{count} commands were found");
}

/// `cargo test` names a file of tests and a test in it, or a module with unit tests.
fn check_test(command: &str, arguments: &[&str]) {
    match *arguments {
        ["--test", file, ref filter @ ..] => {
            let tests = root().join("tests");
            let files = [tests.join(format!("{file}.rs")), tests.join(file).join("main.rs")];
            let found = files.iter().find(|path| path.is_file()).unwrap_or_else(|| panic!("{command}: no such file"));
            let is_folder = found.ends_with("main.rs");
            let text = if is_folder {
                source_text(&tests.join(file))
            } else {
                fs::read_to_string(found).expect("a file of tests")
            };
            for name in filter {
                assert!(text.contains(&format!("fn {name}")), "{command}: no test begins with {name}");
            }
        }
        ["--lib", module] => {
            let file = root().join("src").join(format!("{}.rs", module.replace("::", "/")));
            assert!(
                fs::read_to_string(file).is_ok_and(|text| text.contains("#[test]")),
                "{command}: no unit tests there"
            );
        }
        _ => panic!("{command}: what does it test?"),
    }
}

#[test]
fn every_file_and_type_in_contributing_is_there() {
    let page = package_file("CONTRIBUTING.md");
    let sources = source_text(&root().join("src"));
    let mut paths = 0;
    let links = page.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let is_path = |word: &&str| {
        !word.contains([' ', '(']) && !word.starts_with('/') && (word.contains('/') || word.contains('.'))
    };
    for path in code_words(&page).into_iter().filter(is_path).chain(links) {
        let path = path.trim_end_matches('/');
        assert!(
            root().join(path).exists() || root().join("src").join(path).exists(),
            "{path} is named and is not there"
        );
        paths += 1;
    }
    assert!(paths >= 25, "{paths} paths were found");
    for name in code_words(&page) {
        let is_name = name.chars().all(|c| c.is_alphanumeric() || c == '_') && name.starts_with(char::is_uppercase);
        if is_name {
            let kinds = ["enum", "struct", "const"].map(|kind| format!("{kind} {name}"));
            assert!(kinds.iter().any(|kind| sources.contains(kind)), "{name} is named and is not there");
        }
    }
}

#[test]
fn ci_asks_what_contributing_says() {
    assert!(package_file("README.md").contains("](CONTRIBUTING.md)"), "the README leads to it");
    let workflow = package_file(".github/workflows/check.yml");
    for word in ["push:", "pull_request:", "run: .ci/run"] {
        assert!(workflow.contains(word), "check.yml: {word}");
    }
    let asked = package_file(".ci/run");
    for word in ["tools/test", "cargo fmt --check", "cargo clippy", "-D warnings", "cargo doc"] {
        assert!(asked.contains(word), ".ci/run: {word}");
    }
    assert!(package_file("Cargo.toml").contains("[profile.quick]"), "the profile that it names");
}

/// The decisions about Rust, with commands that stand in for those of the system.
#[test]
#[cfg(target_os = "linux")]
fn setup_installs_rust_only_where_it_should() {
    let output = std::process::Command::new("bash").arg(root().join("tools/setup-check")).output().expect("bash");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.lines().filter(|line| line.starts_with("ok: ")).count() >= 14, "{said}");
}
