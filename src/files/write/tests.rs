//! Files are complete or absent, and links and attributes stay.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::{Draft, is_stdout, replace};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("its names")
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("table.csv");
    replace(&path, b"old").expect("written");
    replace(&path, b"new").expect("replaced");
    assert_eq!(fs::read(&path).expect("there"), b"new");
    assert!(replace(folder.path(), b"a folder is in the way").is_err());
    assert!(replace(&folder.path().join("none/table.csv"), b"no such folder").is_err());
    assert!(replace(&folder.path().join("none/"), b"the name of a folder").is_err());
    let mut given_up = Draft::begin(&path).expect("begun");
    given_up.write_all(b"half").expect("written");
    assert_eq!(names(folder.path()).len(), 2);
    drop(given_up);
    assert_eq!(names(folder.path()), ["table.csv"], "nothing is left behind");
    assert_eq!(fs::read(&path).expect("there"), b"new");
}

#[test]
fn the_longest_name_that_a_disk_takes_can_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["n".repeat(249), format!("{}.csv", "n".repeat(251)), "照".repeat(83)] {
        let path = folder.path().join(&name);
        replace(&path, b"first").expect("written");
        replace(&path, b"second").expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"second");
    }
    assert!(replace(&folder.path().join("n".repeat(300)), b"no disk takes it").is_err());
    assert_eq!(names(folder.path()).len(), 3);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn a_link_stays_and_what_it_leads_to_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("elsewhere")).expect("a folder");
        fs::write(at("elsewhere/real.csv"), "old").expect("written");
        symlink("elsewhere/real.csv", at("link.csv")).expect("a link");
        symlink("link.csv", at("second.csv")).expect("a link");
        replace(&at("second.csv"), b"new").expect("written");
        assert_eq!(fs::read(at("elsewhere/real.csv")).expect("there"), b"new");
        symlink("elsewhere/not-yet.csv", at("dangling.csv")).expect("a link");
        replace(&at("dangling.csv"), b"new").expect("written");
        assert_eq!(fs::read(at("elsewhere/not-yet.csv")).expect("there"), b"new");
        for link in ["link.csv", "second.csv", "dangling.csv"] {
            assert!(at(link).is_symlink(), "{link}");
        }
        symlink("round", at("round")).expect("a link");
        assert!(replace(&at("round"), b"x").is_err(), "a circle leads nowhere");
        assert_eq!(names(&at("elsewhere")), ["not-yet.csv", "real.csv"]);
    }

    #[test]
    fn the_mode_stays_and_a_new_file_has_the_usual_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let mode = |path: &Path| fs::metadata(path).expect("there").mode() & 0o7777;
        let usual = folder.path().join("usual");
        fs::write(&usual, "").expect("written");
        for wanted in [0o600, 0o640, 0o666, 0o755] {
            let path = folder.path().join(format!("{wanted:o}"));
            fs::write(&path, "old").expect("written");
            fs::set_permissions(&path, fs::Permissions::from_mode(wanted)).expect("set");
            let mut draft = Draft::begin(&path).expect("begun");
            let private =
                fs::read_dir(folder.path()).expect("names").flatten().find(|e| e.path().extension().is_some());
            assert_eq!(mode(&private.expect("being written").path()), 0o600, "nobody reads over its shoulder");
            draft.write_all(b"new").expect("written");
            draft.finish().expect("in its place");
            assert_eq!((mode(&path), fs::read(&path).expect("there")), (wanted, b"new".to_vec()));
        }
        let new = folder.path().join("new");
        replace(&new, b"new").expect("written");
        assert_eq!(mode(&new), mode(&usual));
    }

    #[test]
    fn what_is_no_file_gets_the_bytes_as_they_come() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe.csv");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        for whole in [false, true] {
            let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().expect("a reader");
            if whole {
                replace(&pipe, b"a table").expect("written");
            } else {
                let mut draft = Draft::begin(&pipe).expect("begun");
                draft.write_all(b"a table").expect("written");
                assert_eq!(draft.finish().expect("handed on"), 7);
            }
            assert_eq!(reader.wait_with_output().expect("read").stdout, b"a table");
        }
        replace(Path::new("/dev/null"), b"x").expect("written");
        assert!(!fs::metadata("/dev/null").expect("there").is_file());
        if Path::new("/dev/full").exists() {
            assert!(replace(Path::new("/dev/full"), b"x").is_err(), "a full device says so");
        }
        assert!(is_stdout(Path::new("-")) && is_stdout(Path::new("/dev/stdout")) && is_stdout(Path::new("/dev/fd/1")));
        symlink("/dev/stdout", folder.path().join("out")).expect("a link");
        assert!(is_stdout(&folder.path().join("out")) && !is_stdout(&folder.path().join("-")));
        assert_eq!(names(folder.path()), ["out", "pipe.csv"]);
    }

    #[test]
    fn a_write_protected_file_is_not_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("table.csv");
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
        if fs::OpenOptions::new().write(true).open(&path).is_ok() {
            eprintln!("skipped: nothing is write-protected from this user");
            return;
        }
        assert!(replace(&path, b"new").is_err());
        assert_eq!(fs::read(&path).expect("there"), b"old");
    }

    #[test]
    fn where_the_folder_takes_no_file_the_old_one_is_written_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("table.csv");
        fs::write(&path, "an older and longer table").expect("written");
        let mut content = tempfile::tempfile().expect("a file");
        content.write_all(b"new").expect("written");
        super::super::temporary::exchange(&path, &mut content).expect("written");
        assert_eq!(fs::read(&path).expect("there"), b"new");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).expect("set");
        if fs::write(folder.path().join("probe"), "").is_ok() {
            eprintln!("skipped: no folder is write-protected from this user");
        } else {
            replace(&path, b"newer").expect("written");
            assert_eq!(fs::read(&path).expect("there"), b"newer");
            assert!(replace(&folder.path().join("other.csv"), b"x").is_err());
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
    }
}
