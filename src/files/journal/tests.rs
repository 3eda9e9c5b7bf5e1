//! Journals on a disk: what a kill leaves, at any moment, and who may have one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::model::Fingerprint;

use super::{DAMAGED, Found, Header, JOURNAL, Journal, Occasion, Torn, sweep, unfinished};

const TEXT: &str = r#"{"format": 1, "title": {"en": "One"}}"#;
const OTHER: &str = r#"{"format": 1, "title": {"en": "Two"}}"#;

fn open(state: &Path) -> (Journal, Option<Found>) {
    Journal::open(state, "/a/pack").expect("writable").expect("nobody has it")
}

fn records(from: usize, until: usize) -> Vec<String> {
    (from..until).map(|n| format!("{{\"n\":{n},\"zh\":\"拉萨\"}}")).collect()
}

/// The folder of the only journal.
fn only_folder(state: &Path) -> PathBuf {
    let mut all = fs::read_dir(state.join("edits")).expect("there").map(|entry| entry.expect("an entry").path());
    all.next().expect("a journal")
}

/// All files below a folder, by their names.
fn below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            names.extend(below(&entry.path()).into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

#[test]
fn what_was_edited_is_there_again_and_goes_on() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, found) = open(state.path());
    assert_eq!((found, journal.kept(), journal.header()), (None, 0, None));
    assert!(journal.append(&records(0, 1)).is_err(), "nothing was begun");
    journal.begin("~/pack", TEXT, "2026-11-22 10:00").expect("begun");
    assert_eq!(journal.append(&records(0, 3)).expect("kept"), 3);
    assert_eq!(journal.append(&records(3, 4)).expect("kept"), 4);
    drop(journal);

    let (mut journal, found) = open(state.path());
    let found = found.expect("it was not saved");
    assert_eq!((found.records.as_slice(), found.base.as_deref()), (&records(0, 4)[..], Some(TEXT)));
    assert_eq!((found.header.place.as_str(), found.header.begun.as_str()), ("~/pack", "2026-11-22 10:00"));
    assert!(found.starts_from(TEXT) && !found.starts_from(OTHER));
    assert_eq!(journal.append(&records(4, 6)).expect("kept"), 6, "it goes on");
    // Saved: from here on the changes start from another text.
    journal.begin_with(("~/pack", OTHER, "2026-11-22 11:00"), &records(6, 7)).expect("begun");
    assert_eq!(journal.kept(), 1);
    drop(journal);
    let (mut journal, found) = open(state.path());
    let found = found.expect("one more change");
    assert_eq!((found.records, found.base.as_deref(), found.torn), (records(6, 7), Some(OTHER), Torn::Nothing));
    journal.discard().expect("removed");
    drop(journal);
    assert_eq!(open(state.path()).1, None);
    sweep(state.path());
    assert_eq!(below(state.path()), [""; 0]);
    assert!(!state.path().join("edits").exists());
}

#[test]
fn without_a_change_nothing_stays() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    drop(journal);
    assert_eq!(below(state.path()), [""; 0]);
}

#[test]
fn an_exhibition_is_edited_in_one_place_at_a_time() {
    let state = tempfile::tempdir().expect("a folder");
    let (journal, _) = open(state.path());
    assert!(Journal::open(state.path(), "/a/pack").expect("writable").is_none());
    assert!(Journal::open(state.path(), "/another/pack").expect("writable").is_some());
    drop(journal);
    assert!(Journal::open(state.path(), "/a/pack").expect("writable").is_some());
}

#[test]
fn killed_at_any_byte_all_that_was_whole_is_there_and_nothing_stays() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    let header = fs::metadata(only_folder(state.path()).join(JOURNAL)).expect("there").len();
    journal.append(&records(0, 5)).expect("kept");
    drop(journal);
    let folder = only_folder(state.path());
    let whole = fs::read(folder.join(JOURNAL)).expect("a journal");
    let base = below(&folder).into_iter().find(|name| name.starts_with("base-")).expect("a text");
    let each = (whole.len() - usize::try_from(header).expect("short")) / 5;
    for cut in usize::try_from(header).expect("short")..=whole.len() {
        fs::write(folder.join(JOURNAL), &whole[..cut]).expect("written");
        fs::write(folder.join(&base), TEXT).expect("written");
        for stray in ["lock", "base-0123456789abcdef.json", "versions/00001.json"] {
            fs::create_dir_all(folder.join("versions")).expect("a folder");
            fs::write(folder.join(stray), "").expect("written");
        }
        let kept = (cut - usize::try_from(header).expect("short")) / each;
        let found = open(state.path()).1.expect("it begins well");
        assert_eq!(found.records, records(0, kept), "cut at {cut}");
        assert_eq!(found.base.as_deref(), Some(TEXT));
        let is_torn = !(cut - usize::try_from(header).expect("short")).is_multiple_of(each);
        assert_eq!(found.torn, if is_torn { Torn::LastLine } else { Torn::Nothing });
        // The next change takes the place of what was torn. Where there was none yet, all was forgotten.
        fs::write(folder.join(JOURNAL), &whole[..cut]).expect("written");
        fs::write(folder.join(&base), TEXT).expect("written");
        let (mut journal, _) = open(state.path());
        assert_eq!(journal.append(&["{}".to_owned()]).expect("kept"), kept + 1);
        drop(journal);
        assert_eq!(open(state.path()).1.expect("it goes on").records.len(), kept + 1);
        sweep(state.path());
        let names = below(&folder);
        assert_eq!(names.len(), 2, "{names:?}");
    }
}

#[test]
fn a_journal_that_is_replaced_is_whole_before_and_after() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    journal.append(&records(0, 2)).expect("kept");
    let folder = only_folder(state.path());
    let before = fs::read(folder.join(JOURNAL)).expect("a journal");
    let old_base: Vec<String> = below(&folder).into_iter().filter(|name| name.starts_with("base-")).collect();
    let old_text = fs::read(folder.join(&old_base[0])).expect("a text");
    journal.begin("~/pack", OTHER, "later").expect("begun");
    journal.append(&records(2, 3)).expect("kept");
    drop(journal);
    // Killed when the new text was there, and the journal was not: both texts are, and the old one counts.
    fs::write(folder.join(JOURNAL), &before).expect("written");
    fs::write(folder.join(&old_base[0]), &old_text).expect("written");
    let found = open(state.path()).1.expect("the old one");
    assert_eq!((found.records, found.base.as_deref()), (records(0, 2), Some(TEXT)));
    assert_eq!(below(&folder).len(), 2, "and nothing else");
}

#[test]
fn a_damaged_journal_is_set_aside_and_what_can_be_read_of_it_goes_on() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    journal.append(&records(0, 6)).expect("kept");
    drop(journal);
    let folder = only_folder(state.path());
    let whole = fs::read_to_string(folder.join(JOURNAL)).expect("a journal");
    let damaged = whole.replacen("{\"n\":3", "{\"n\":9", 1);
    fs::write(folder.join(JOURNAL), &damaged).expect("written");
    let found = open(state.path()).1.expect("it begins well");
    assert_eq!((found.records, found.torn), (records(0, 3), Torn::Lines(3)));
    assert_eq!(fs::read_to_string(folder.join(DAMAGED)).expect("kept"), damaged);
    fs::write(folder.join(JOURNAL), "no journal at all\n").expect("written");
    let (mut journal, found) = open(state.path());
    assert_eq!(found, None);
    assert_eq!(fs::read_to_string(folder.join(DAMAGED)).expect("kept"), "no journal at all\n");
    journal.begin("~/pack", TEXT, "now").expect("begun");
    journal.append(&records(0, 1)).expect("kept");
    drop(journal);
    fs::remove_file(folder.join(below(&folder).iter().find(|name| name.starts_with("base-")).expect("a text")))
        .expect("removed");
    let found = open(state.path()).1.expect("the changes are there");
    assert_eq!((found.records, found.base), (records(0, 1), None), "the text that they start from is not");
}

#[test]
fn what_was_not_saved_anywhere_is_listed() {
    let state = tempfile::tempdir().expect("a folder");
    assert_eq!(unfinished(state.path()), []);
    for (key, count) in [("new 1", 2), ("new 2", 0), ("/a/pack", 1)] {
        let (mut journal, _) = Journal::open(state.path(), key).expect("writable").expect("free");
        journal.begin(key, TEXT, "now").expect("begun");
        journal.append(&records(0, count)).expect("kept");
    }
    let (held, _) = Journal::open(state.path(), "/a/pack").expect("writable").expect("free");
    let listed = |state: &Path| unfinished(state).into_iter().map(|(header, count)| (header.key, count));
    assert_eq!(listed(state.path()).collect::<Vec<_>>(), [("new 1".to_owned(), 2)], "the other is being edited");
    drop(held);
    sweep(state.path());
    let mut keys: Vec<(String, usize)> = listed(state.path()).collect();
    keys.sort();
    assert_eq!(keys, [("/a/pack".to_owned(), 1), ("new 1".to_owned(), 2)], "nothing that counts is swept");
}

#[test]
fn killed_while_it_was_saved_what_was_saved_is_not_taken_for_somebody_elses() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    assert!(journal.saving(Fingerprint::of(OTHER)).is_err(), "nothing was begun");
    journal.begin("~/pack", TEXT, "now").expect("begun");
    journal.append(&records(0, 3)).expect("kept");
    journal.saving(Fingerprint::of("never finished")).expect("noted");
    journal.saving(Fingerprint::of(OTHER)).expect("noted");
    assert_eq!((journal.kept(), journal.append(&records(3, 5)).expect("kept")), (3, 5));
    drop(journal);
    assert_eq!(unfinished(state.path())[0].1, 5, "a mark is no change");
    let found = || open(state.path()).1.expect("it was not begun anew");
    assert_eq!(found().records, records(0, 5));
    let mut saved = found();
    saved.catch_up(OTHER);
    assert!(saved.starts_from(OTHER));
    assert_eq!((saved.records, saved.base.as_deref()), (records(3, 5), Some(OTHER)));
    for other in [TEXT, "changed elsewhere"] {
        let mut same = found();
        same.catch_up(other);
        assert_eq!(same, found(), "{other}");
    }
}

#[test]
fn pictures_that_were_added_stay_as_long_as_the_changes() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    journal.append(&records(0, 1)).expect("kept");
    let pictures = journal.folder().join("pictures");
    fs::create_dir(&pictures).expect("a folder");
    fs::write(pictures.join("a.jpg"), "a picture").expect("written");
    drop(journal);
    sweep(state.path());
    assert!(pictures.join("a.jpg").exists());
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", OTHER, "saved").expect("begun");
    drop(journal);
    assert!(!pictures.exists(), "they were saved");
    // Killed after saving, before the next change.
    fs::create_dir_all(&pictures).expect("a folder");
    fs::write(pictures.join("a.jpg"), "a picture").expect("written");
    sweep(state.path());
    assert!(!state.path().join("edits").exists());
}

#[test]
fn versions_stay_when_all_is_saved() {
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    assert!(journal.keep_version(TEXT, ("2026-11-22 10:00", Occasion::Day, "Title")).expect("kept"));
    assert!(journal.keep_version(OTHER, ("2026-11-22 11:00", Occasion::Saved, "Caption of “Yard”")).expect("kept"));
    journal.discard().expect("removed");
    drop(journal);
    sweep(state.path());
    let (journal, found) = open(state.path());
    let versions = journal.versions();
    assert_eq!((found, versions.len()), (None, 2));
    assert_eq!((versions[0].occasion, versions[0].first_change.as_str()), (Occasion::Saved, "Caption of “Yard”"));
    assert_eq!(journal.version(&versions[1]).expect("a text"), TEXT);
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_be_written_the_changes_come_later() {
    use std::os::unix::fs::PermissionsExt as _;
    let state = tempfile::tempdir().expect("a folder");
    let (mut journal, _) = open(state.path());
    journal.begin("~/pack", TEXT, "now").expect("begun");
    journal.append(&records(0, 1)).expect("kept");
    // A device that is always full takes the place of the file.
    let writing = journal.writing.as_mut().expect("begun");
    let full = fs::OpenOptions::new().append(true).open("/dev/full").expect("Linux has it");
    let file = std::mem::replace(&mut writing.file, full);
    assert!(journal.append(&records(1, 3)).is_err());
    assert_eq!(journal.kept(), 1);
    journal.writing.as_mut().expect("begun").file = file;
    assert_eq!(journal.append(&records(1, 4)).expect("there is room again"), 4);
    // A torn line that could not be taken back.
    let mut half = fs::OpenOptions::new().append(true).open(only_folder(state.path()).join(JOURNAL)).expect("open");
    std::io::Write::write_all(&mut half, b"0123 {\"half").expect("written");
    assert_eq!(journal.append(&records(4, 5)).expect("kept"), 5);
    drop(journal);
    assert_eq!(open(state.path()).1.expect("there").records, records(0, 5));

    let closed = tempfile::tempdir().expect("a folder");
    fs::set_permissions(closed.path(), fs::Permissions::from_mode(0o500)).expect("closed");
    if fs::write(closed.path().join("root"), "").is_err() {
        let refused = Journal::open(closed.path(), "/a/pack").expect_err("it is closed");
        assert_eq!(refused.kind(), std::io::ErrorKind::PermissionDenied);
    }
}

#[test]
fn a_header_tells_its_key() {
    let header = Header::new("k", "p", super::Fingerprint::of(""), "now");
    let kept: Header = serde_json::from_str(&serde_json::to_string(&header).expect("JSON")).expect("a header");
    assert_eq!(kept, header);
}
