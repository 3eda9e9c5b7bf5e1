//! What happened, written down for whoever helps: two files of bounded size, nothing personal. Where nothing can be written, nothing is.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use log::{Level, LevelFilter, Metadata, Record};

use super::places::{Place, without_home};

/// The most bytes of a file; then it takes the place of the older one, and a new one begins.
const MOST: u64 = 256 << 10;
/// The longest line, in characters.
const LINE: usize = 600;

/// The path of the log.
#[must_use]
pub fn path() -> Option<PathBuf> {
    Some(Place::State.folder()?.join("vitrine.log"))
}

/// Begins to write down what the program says of itself, and the warnings of its libraries.
pub fn begin() {
    let Some(path) = path() else { return };
    // A second beginning changes nothing.
    if log::set_boxed_logger(Box::new(Diary { path, file: Mutex::default() })).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

/// The log as the rest of the program reaches it.
#[derive(Debug)]
struct Diary {
    path: PathBuf,
    file: Mutex<Pen>,
}

/// The open file and its length.
#[derive(Debug, Default)]
struct Pen {
    file: Option<File>,
    length: u64,
    has_failed: bool,
}

impl log::Log for Diary {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.level() <= if about.target().starts_with("vitrine") { Level::Info } else { Level::Warn }
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let mut line: String = without_home(&record.args().to_string()).chars().take(LINE).collect();
            line = line.replace(['\n', '\r'], " ");
            let line = format!("{} {:5} {}: {line}\n", stamp(SystemTime::now()), record.level(), record.target());
            self.file.lock().unwrap_or_else(PoisonError::into_inner).write(&self.path, &line);
        }
    }

    fn flush(&self) {}
}

impl Pen {
    fn write(&mut self, path: &Path, line: &str) {
        if self.has_failed {
            return;
        }
        if self.file.is_none() || self.length + line.len() as u64 > MOST {
            self.open(path);
        }
        self.length += line.len() as u64;
        let written = self.file.as_mut().is_some_and(|file| file.write_all(line.as_bytes()).is_ok());
        self.has_failed = !written;
    }

    fn open(&mut self, path: &Path) {
        let length = || fs::metadata(path).map_or(0, |meta| meta.len());
        let _ = path.parent().map(fs::create_dir_all);
        if length() + LINE as u64 > MOST {
            let _ = fs::rename(path, path.with_extension("log.1"));
        }
        self.file = OpenOptions::new().create(true).append(true).open(path).ok();
        self.length = length();
    }
}

/// A time as `2024-08-26 09:30:00Z`.
fn stamp(time: SystemTime) -> String {
    let secs = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, rest) = (secs / 86_400, secs % 86_400);
    // The Gregorian calendar in years that begin with March, so that the day that is sometimes missing comes last.
    let day = days + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let at = |secs| stamp(UNIX_EPOCH + Duration::from_secs(secs));
        assert_eq!(at(0), "1970-01-01 00:00:00Z");
        assert_eq!(at(951_782_399), "2000-02-28 23:59:59Z");
        assert_eq!(at(951_782_400), "2000-02-29 00:00:00Z");
        assert_eq!(at(1_724_664_600), "2024-08-26 09:30:00Z");
        assert_eq!(at(1_735_689_600), "2025-01-01 00:00:00Z");
    }

    #[test]
    fn the_log_never_grows_beyond_two_files() {
        let folder = std::env::temp_dir().join(format!("vitrine-log-{}", std::process::id()));
        let path = folder.join("vitrine.log");
        let mut pen = Pen::default();
        let line = format!("{}\n", "x".repeat(500));
        for _ in 0..2_000 {
            pen.write(&path, &line);
        }
        let size = |path: &Path| fs::metadata(path).expect("a log").len();
        assert!(size(&path) <= MOST && size(&path.with_extension("log.1")) <= MOST);
        assert_eq!(fs::read_dir(&folder).expect("its files").count(), 2);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
