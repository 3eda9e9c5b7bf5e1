//! Editing and saving, killed at any moment: every pack opens, what was kept is there, and nothing stays behind.
//! `VITRINE_KILLS=1000 cargo test --test files killed` kills more often.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use vitrine::files::journal::{Journal, Occasion};
use vitrine::files::{self, Growing, PackSource};
use vitrine::model::{PackPlace, Pixels};
use vitrine::photos::encode_jpeg;
use vitrine::work::save_exhibition;

/// Tells the child where to work.
const HOME: &str = "VITRINE_JOURNAL_CHILD";
/// The test that is the child.
const CHILD: &str = "journal::edits_until_it_is_killed";
/// How many of the pictures that were added are still shown.
const SHOWN: u32 = 3;
/// Every so many changes it is saved.
const SAVED: u32 = 3;

fn say(what: &str, number: u32) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "@{what} {number}");
    let _ = out.flush();
}

/// The exhibition after so many changes: the last ones that were saved added a picture each.
fn text(changes: u32) -> String {
    let saves = changes / SAVED;
    let photo = |n: u32| {
        let file = format!("p/{}.jpg", n * SAVED);
        format!(r#"{{ "id": "{file}", "file": "{file}", "title": {{}}, "caption": {{}}, "alt": {{}} }}"#)
    };
    let photos: Vec<String> = (saves.saturating_sub(SHOWN).max(1)..=saves).map(photo).collect();
    format!(r#"{{ "format": 1, "title": {{ "en": "{changes}" }}, "photos": [{}] }}"#, photos.join(", "))
}

fn number_in(title: &str) -> u32 {
    title.parse().expect("a number")
}

/// The changes that a pack has.
fn changes_of(place: &PackPlace) -> Option<(u32, Arc<PackSource>)> {
    let there = match place {
        PackPlace::Folder(path) => path.join("exhibition.json").exists(),
        PackPlace::Archive(path) => path.exists(),
        _ => false,
    };
    let (pack, source) = there.then(|| files::open(place).expect("every pack opens"))?;
    assert_eq!(pack.problems, []);
    for (key, photo) in pack.photos() {
        assert!(pack.has_file(key), "{}: what is named is there", photo.file);
        assert!(source.read(&photo.file, 1 << 20).is_ok());
    }
    Some((number_in(&pack.exhibition.title.en), source))
}

/// Whatever is there belongs there.
fn look_for_strays(home: &Path, in_folder: u32) {
    let names = |folder: &Path| {
        let all = fs::read_dir(folder).into_iter().flatten().flatten();
        all.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    for name in names(home) {
        assert!(["pack", "pack.vitrine", "new.jpg", "state"].contains(&name.as_str()), "{name} is a stray");
    }
    for name in names(&home.join("pack")) {
        assert!(["p", "exhibition.json"].contains(&name.as_str()), "pack/{name} is a stray");
    }
    for name in names(&home.join("pack/p")) {
        let number = name.trim_end_matches(".jpg").parse::<u32>();
        assert!(number.is_ok_and(|number| number <= in_folder), "{name} is a stray: {in_folder} were saved");
    }
    for name in names(&home.join("state/vitrine")) {
        let inside = names(&home.join("state/vitrine").join(&name));
        assert_eq!(name, "edits", "a stray of the program: {inside:?}");
    }
    for folder in names(&home.join("state/vitrine/edits")) {
        let own = home.join("state/vitrine/edits").join(folder);
        let found = names(&own);
        let bases = found.iter().filter(|name| name.starts_with("base-")).count();
        let others = found.iter().filter(|name| !name.starts_with("base-"));
        let is_known = |name: &String| name == "journal" || name == "versions";
        assert!(others.into_iter().all(is_known) && bases <= 1, "{found:?}");
        assert!(names(&own.join("versions")).len() <= 20);
    }
}

/// Not a test of its own: it edits and saves until the one below kills it.
#[test]
fn edits_until_it_is_killed() {
    let Some(home) = std::env::var_os(HOME).map(std::path::PathBuf::from) else { return };
    let state = home.join("state/vitrine");
    files::sweep();
    let places = [PackPlace::Folder(home.join("pack")), PackPlace::Archive(home.join("pack.vitrine"))];
    let saved = places.clone().map(|place| changes_of(&place).map_or(0, |(changes, _)| changes));
    look_for_strays(&home, saved[0]);
    let (mut journal, found) = Journal::open(&state, "pack").expect("writable").expect("nobody else has it");
    let base = found.as_ref().and_then(|found| found.base.as_deref()).map_or(0, |base| {
        let title = base.split("\"en\": \"").nth(1).and_then(|rest| rest.split('"').next());
        number_in(title.expect("a title"))
    });
    let records: Vec<u32> = found.iter().flat_map(|found| &found.records).map(|record| number_in(record)).collect();
    assert!(records.iter().copied().eq(base + 1..base + 1 + u32::try_from(records.len()).expect("few")), "in order");
    let mut changes = records.last().copied().unwrap_or(base).max(saved[0]).max(saved[1]);
    say("found", changes);
    if found.is_none_or(|found| !found.starts_from(&text(base))) || journal.kept() == 0 || saved[0].max(saved[1]) > base
    {
        journal.begin("pack", &text(changes), "now").expect("begun");
    }
    say("kept", changes);
    loop {
        changes += 1;
        journal.append(&[changes.to_string()]).expect("kept");
        say("kept", changes);
        if changes.is_multiple_of(SAVED) {
            let which = usize::from(changes.is_multiple_of(2 * SAVED));
            let base = changes_of(&places[which]).map_or_else(|| Arc::new(PackSource::BuiltIn), |(_, source)| source);
            let growing = Growing::new(base);
            // All of them, since only every other one is in this place.
            for name in (1..=changes / SAVED).map(|n| format!("p/{}.jpg", n * SAVED)) {
                growing.add(name, home.join("new.jpg"));
            }
            let source = PackSource::Growing(Box::new(growing));
            let text = text(changes);
            let done = save_exhibition((&text, &source), &places[which], &|_, _| true).expect("saved");
            assert_eq!(done.text, text);
            journal.keep_version(&text, ("now", Occasion::Saved, "")).expect("kept");
            journal.begin("pack", &text, "now").expect("begun");
            say("saved", changes);
        }
    }
}

#[test]
fn killed_at_any_moment_every_pack_opens_and_what_was_kept_is_there() {
    let kills = std::env::var("VITRINE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(25_u32);
    let home = tempfile::tempdir().expect("a folder");
    let picture = encode_jpeg(&Pixels { width: 8, height: 8, rgba: vec![200; 256] }, 90.0).expect("encoded");
    fs::write(home.path().join("new.jpg"), picture).expect("written");
    let (mut kept, mut saves) = (0, 0);
    // Fixed seed, for reproducible failures (Marsaglia's xorshift).
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    for kill in 0..=kills {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args([CHILD, "--exact", "--nocapture"])
            .env(HOME, home.path())
            .env("XDG_STATE_HOME", home.path().join("state"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let found = lines.by_ref().map_while(Result::ok).find_map(|line| number(&line, "found"));
        let Some(found) = found else {
            let told = child.wait_with_output().expect("it ended");
            panic!("after {kill} kills: {}", String::from_utf8_lossy(&told.stderr));
        };
        assert!(found >= kept, "after {kill} kills: {found} of {kept}");
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(random % 300_000));
        child.kill().expect("killed");
        let rest: Vec<String> = lines.map_while(Result::ok).collect();
        let told = child.wait_with_output().expect("it ended");
        assert!(!told.status.success() && told.stderr.is_empty(), "{}", String::from_utf8_lossy(&told.stderr));
        kept = rest.iter().filter_map(|line| number(line, "kept")).next_back().unwrap_or(found);
        saves += rest.iter().filter(|line| number(line, "saved").is_some()).count();
    }
    eprintln!("{kept} changes, saved {saves} times, killed {kills} times");
    assert!(kills < 20 || saves > 3, "{saves} times saved: it was to be killed then, too");
}

fn number(line: &str, what: &str) -> Option<u32> {
    line.split_once(&format!("@{what} "))?.1.trim().parse().ok()
}

/// `VITRINE_SMALL_DISK` names a folder on a disk with room for less than a megabyte, of which everything is removed.
#[test]
fn on_a_full_disk_nothing_is_lost() {
    let Some(disk) = std::env::var_os("VITRINE_SMALL_DISK").map(std::path::PathBuf::from) else {
        eprintln!("skipped: VITRINE_SMALL_DISK names no disk");
        return;
    };
    let home = tempfile::tempdir().expect("a folder");
    let names = || {
        let all = fs::read_dir(&disk).expect("a disk").map(|entry| entry.expect("an entry").file_name());
        all.collect::<Vec<_>>()
    };
    // Saving.
    let large = Pixels {
        width: 1200,
        height: 900,
        rgba: (0..4_320_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect(),
    };
    fs::write(home.path().join("new.jpg"), encode_jpeg(&large, 95.0).expect("encoded")).expect("written");
    let growing = Growing::new(Arc::new(PackSource::BuiltIn));
    growing.add("p/3.jpg".to_owned(), home.path().join("new.jpg"));
    let source = PackSource::Growing(Box::new(growing));
    fs::create_dir(disk.join("pack")).expect("a folder");
    fs::write(disk.join("pack/exhibition.json"), text(1)).expect("written");
    for place in ["pack", "new", "new.vitrine"].map(|name| disk.join(name)) {
        let is_archive = place.extension().is_some();
        let place = if is_archive { PackPlace::Archive(place) } else { PackPlace::Folder(place) };
        let why = save_exhibition((&text(3), &source), &place, &|_, _| true).expect_err("there is no room");
        assert_eq!(why.kind(), std::io::ErrorKind::StorageFull);
        assert_eq!(names(), ["pack"], "{place:?}");
        assert_eq!(fs::read_dir(disk.join("pack")).expect("there").count(), 1);
        assert_eq!(fs::read_to_string(disk.join("pack/exhibition.json")).expect("there"), text(1));
    }
    // Editing.
    let (mut journal, _) = Journal::open(&disk, "pack").expect("writable").expect("free");
    journal.begin("pack", &text(0), "now").expect("begun");
    let record = |n: usize| format!("\"{n}{}\"", "x".repeat(5_000));
    let mut count = 0;
    while let Ok(kept) = journal.append(&[record(count)]) {
        count += 1;
        assert_eq!(kept, count);
    }
    assert!(count > 10 && journal.append(&[record(count)]).is_err());
    assert!(journal.keep_version(&"x".repeat(20_000), ("now", Occasion::Day, "")).is_err());
    assert_eq!(journal.versions(), []);
    fs::remove_dir_all(disk.join("pack")).expect("removed");
    let waiting: Vec<String> = (count..=count).map(record).collect();
    let mut tried = journal.append(&waiting);
    for _ in 0..2 {
        tried = tried.or_else(|_full| journal.append(&waiting));
    }
    let kept = tried.unwrap_or(count);
    drop(journal);
    let (_, found) = Journal::open(&disk, "pack").expect("writable").expect("free");
    let found = found.expect("it was not saved");
    assert!(found.records.iter().cloned().eq((0..kept).map(record)), "{} records", found.records.len());
    fs::remove_dir_all(disk.join("edits")).expect("removed");
}
