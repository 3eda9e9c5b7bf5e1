//! The power goes at any moment: both processes of a kiosk, and whoever is writing its set-up, are killed at once. What it keeps is
//! whole, and the next start is at home.
//!
//! `KIOSK_CUTS` says how often; a few times without it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use vitrine::state::kiosk::TALLY_HEAD;

use crate::Screen;
use crate::kiosk::{children, lives, send, wait};

/// The longest time from a start to a cut.
const MOST: Duration = Duration::from_secs(4);

/// The counts in a table, by what was counted; every line of it is whole.
fn counts(home: &Path) -> BTreeMap<String, u64> {
    let folder = home.join("state/vitrine");
    let tables = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut counts = BTreeMap::new();
    for table in tables.filter(|path| path.extension().is_some_and(|ending| ending == "csv")) {
        let text = fs::read_to_string(table).expect("text");
        assert!(text.is_empty() || text.ends_with('\n'), "{text}");
        for line in text.lines().skip(1) {
            let [date, kind, what, times, seconds] = line.split(',').collect::<Vec<_>>()[..] else {
                panic!("a line that is not whole: {line}")
            };
            seconds.parse::<f64>().expect("seconds");
            let before = counts.insert(format!("{date} {kind} {what}"), times.parse().expect("a count"));
            assert_eq!(before, None, "{line}");
        }
    }
    counts
}

fn object(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}\n{text}", path.display())))
}

/// Changes how long a kiosk waits for a touch.
fn save(home: &Path, idle: u32) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vitrine"));
    command.args(["kiosk", "--idle", &idle.to_string(), "--save"]).env("HOME", home).stdout(Stdio::null());
    command.env("XDG_CONFIG_HOME", home.join("config")).env("XDG_STATE_HOME", home.join("state"));
    command.spawn().expect("it starts")
}

/// Kills all of them at the same time.
fn cut(screen: &mut Screen, others: &mut [Child]) {
    let show = children(screen.program.id()).into_iter().map(|(id, _)| id);
    let all: Vec<u32> = show.chain([screen.program.id()]).chain(others.iter().map(Child::id)).collect();
    let ids: Vec<String> = all.iter().map(u32::to_string).collect();
    // What has ended by itself meanwhile is no fault.
    let _ = Command::new("kill").arg("-KILL").args(ids).stderr(Stdio::null()).status().expect("kill runs");
    screen.program.wait().expect("ended");
    for other in others {
        other.wait().expect("ended");
    }
    for id in all {
        wait("an end", || (!Path::new(&format!("/proc/{id}/exe")).exists()).then_some(()));
    }
}

#[test]
fn when_the_power_goes_what_is_kept_is_whole_and_the_next_start_is_at_home() {
    let rounds: u32 = std::env::var("KIOSK_CUTS").ok().and_then(|count| count.parse().ok()).unwrap_or(4);
    let args = ["kiosk", "--renderer", "cpu"];
    let memory = tempfile::tempdir().expect("a folder");
    let home = memory.path().to_owned();
    let setup = home.join("config/vitrine/kiosk.json");
    fs::create_dir_all(setup.parent().expect("a folder")).expect("made");
    fs::write(&setup, r#"{"counts": true, "languages": ["bo", "en"], "idle": 30}"#).expect("written");
    // Each show reads and writes what was counted before it.
    let today = vitrine::work::today();
    let table = home.join(format!("state/vitrine/kiosk-counts-{}.csv", &today[..7]));
    fs::create_dir_all(table.parent().expect("a folder")).expect("made");
    fs::write(table, format!("{TALLY_HEAD}\n{today},visit,all,40,900\n{today},view,photos,50,700\n")).expect("written");
    let Some(mut screen) = Screen::start_at(memory, env!("CARGO_BIN_EXE_vitrine").as_ref(), &args, &home) else {
        return;
    };
    let mut known = counts(&home);
    assert_eq!(known.len(), 2);
    let mut worst = Duration::ZERO;
    for round in 0..rounds {
        // Any moment, and another one each round: the golden ratio spreads them.
        let moment = MOST.mul_f64(f64::from(round) * 0.618_034 % 1.0);
        let begun = Instant::now();
        let mut writer = Vec::new();
        // A visitor comes and goes on in every other round.
        if round % 2 == 1 {
            lives(&mut screen);
            worst = worst.max(begun.elapsed());
            screen.xdotool(&["mousemove", "900", "500", "click", "1"]);
        }
        sleep(moment.saturating_sub(Duration::from_millis(40)));
        writer.push(save(&home, 30 + round % 60));
        sleep(Duration::from_millis(u64::from(round * 7 % 40)));
        cut(&mut screen, &mut writer);
        let kept = object(&setup).expect("a set-up");
        assert_eq!((&kept["counts"], &kept["languages"][0]), (&Value::from(true), &Value::from("bo")), "{kept}");
        assert!(kept["idle"].as_u64().is_some_and(|idle| (30..90).contains(&idle)), "{kept}");
        object(&home.join("state/vitrine/kiosk-runs.json"));
        let now = counts(&home);
        for (what, count) in &known {
            assert!(now.get(what).is_some_and(|now| now >= count), "{round}: {what}: {count} and {now:?}");
        }
        known = now;
        screen.start_again(&args);
    }
    let begun = Instant::now();
    lives(&mut screen);
    eprintln!("{rounds} cuts, home within {:?}; counted: {known:?}", worst.max(begun.elapsed()));
    let aside = fs::read_dir(home.join("state/vitrine")).expect("its files").flatten();
    let damaged: Vec<_> =
        aside.map(|entry| entry.file_name()).filter(|n| n.to_string_lossy().contains("damaged")).collect();
    assert!(damaged.is_empty(), "{damaged:?}");
    send("-TERM", screen.program.id());
    assert!(wait("an end", || screen.program.try_wait().expect("its state")).success());
}
