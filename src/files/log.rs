//! The log, for support: two files of bounded size, without personal data. Failures to write are ignored.

mod repeats;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use log::{Level, LevelFilter, Metadata, Record};

use super::places::{StandardFolder, without_home};
use repeats::Repeats;

/// The most bytes of a file, which is then rotated.
const MOST: u64 = 256 << 10;
/// The same for a kiosk, whose log tells of weeks: 5 MB in two files.
const MOST_OF_KIOSK: u64 = 2_500_000;
/// The most bytes read at the end of a log.
const END: u64 = 64 << 10;
/// How long a file that could not be written is left alone: a full disk has room again some day.
const PAUSE: Duration = Duration::from_mins(1);
/// The longest line, in characters.
const LINE: usize = 600;

/// Returns the path of the log.
#[must_use]
pub fn path() -> Option<PathBuf> {
    Some(StandardFolder::State.folder()?.join("vitrine.log"))
}

/// Returns the path of the log of a kiosk: of its show and its watcher.
#[must_use]
pub fn path_of_kiosk() -> Option<PathBuf> {
    Some(StandardFolder::State.folder()?.join("kiosk.log"))
}

/// Begins to log the program's messages, and the warnings of its libraries.
pub fn begin() {
    begin_at(path(), MOST);
}

/// The same for a kiosk.
pub fn begin_for_kiosk() {
    begin_at(path_of_kiosk(), MOST_OF_KIOSK);
}

fn begin_at(path: Option<PathBuf>, most: u64) {
    let Some(path) = path else { return };
    let file = Mutex::new(LogFile { most, ..LogFile::default() });
    // A second call has no effect.
    if log::set_boxed_logger(Box::new(Diary { path, file })).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

/// Returns the last errors and own warnings of a log, the newest at the end.
#[must_use]
pub fn last_warnings(path: &Path, most: usize) -> Vec<String> {
    if !fs::metadata(path).is_ok_and(|meta| meta.is_file()) {
        return Vec::new();
    }
    let Ok([_, end]) = super::write::ends(path, END) else { return Vec::new() };
    let text = String::from_utf8_lossy(&end);
    // Libraries warn of much that harms nobody.
    let is_warning = |line: &&str| line.contains(" ERROR ") || line.contains(" WARN  vitrine");
    let mut found: Vec<String> = text.lines().rev().filter(is_warning).take(most).map(str::to_owned).collect();
    found.reverse();
    found
}

/// The global logger.
#[derive(Debug)]
struct Diary {
    path: PathBuf,
    file: Mutex<LogFile>,
}

/// The open file.
#[derive(Debug)]
struct LogFile {
    file: Option<File>,
    /// When it could last not be written.
    failed: Option<Instant>,
    pause: Duration,
    most: u64,
    repeats: Repeats,
}

impl Default for LogFile {
    fn default() -> Self {
        Self { file: None, failed: None, pause: PAUSE, most: MOST, repeats: Repeats::default() }
    }
}

impl log::Log for Diary {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        about.level() <= if about.target().starts_with("vitrine") { Level::Info } else { Level::Warn }
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let mut line: String = without_home(&record.args().to_string()).chars().take(LINE).collect();
            // File names may contain control characters, which must not reach a terminal.
            line = line.replace(char::is_control, " ");
            let line = format!("{:5} {}: {line}", record.level(), record.target());
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            for line in file.repeats.take(&line) {
                file.write(&self.path, &format!("{} {line}\n", stamp(SystemTime::now())));
            }
        }
    }

    fn flush(&self) {}
}

impl LogFile {
    fn write(&mut self, path: &Path, line: &str) {
        if self.failed.is_some_and(|failed| failed.elapsed() < self.pause) {
            return;
        }
        // Checked each time: another process may write to the same file.
        let has_room = |file: &File| file.metadata().is_ok_and(|meta| meta.len() + line.len() as u64 <= self.most);
        if !self.file.as_ref().is_some_and(has_room) {
            self.file = open(path, line.len() as u64, self.most).ok();
        }
        let written = self.file.as_mut().is_some_and(|file| file.write_all(line.as_bytes()).is_ok());
        self.failed = (!written).then(Instant::now);
    }
}

/// Opens the log with room for this many bytes. Only regular files: a pipe would block, a device swallow everything.
fn open(path: &Path, bytes: u64, most: u64) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let older = path.with_extension("log.1");
    let is_link = path.is_symlink();
    match fs::metadata(path) {
        Ok(meta) if !meta.is_file() => return Err(io::ErrorKind::Unsupported.into()),
        Ok(meta) if meta.len() + bytes > most => {
            // A link stays in place. A far too long file is not ours, and is discarded.
            let is_turned_over = !is_link && meta.len() <= 2 * most && fs::rename(path, &older).is_ok();
            if !is_turned_over {
                OpenOptions::new().write(true).open(path)?.set_len(0)?;
            }
        }
        _ => {}
    }
    if fs::symlink_metadata(&older).is_ok_and(|meta| meta.is_file() && meta.len() > 2 * most) {
        fs::remove_file(&older)?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

/// Formats seconds of the wall's clock as `2024-08-26 09:30:00Z`.
#[must_use]
pub fn stamp_of(secs: u64) -> String {
    stamp(UNIX_EPOCH + Duration::from_secs(secs.min(253_402_300_799)))
}

/// Formats a time as `2024-08-26 09:30:00Z`.
fn stamp(time: SystemTime) -> String {
    let secs = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (days, rest) = (secs / 86_400, secs % 86_400);
    // Gregorian years beginning in March, so that the leap day comes last.
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
    use log::Log as _;

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

    /// Writes far more than a log may hold.
    fn fill(path: &Path, pens: usize) {
        let mut pens: Vec<LogFile> = (0..pens).map(|_| LogFile::default()).collect();
        let line = format!("{}\n", "x".repeat(500));
        for _ in 0..2_000 {
            for pen in &mut pens {
                pen.write(path, &line);
            }
        }
    }

    fn size(path: &Path) -> u64 {
        fs::metadata(path).map_or(0, |meta| meta.len())
    }

    #[test]
    fn the_log_never_grows_beyond_two_files() {
        for pens in [1, 3] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("vitrine.log");
            fill(&path, pens);
            assert!(size(&path) <= MOST && size(&path.with_extension("log.1")) <= MOST, "{pens} windows");
            assert_eq!(fs::read_dir(folder.path()).expect("its files").count(), 2);
        }
    }

    #[test]
    fn what_is_in_the_way_bounds_the_log_all_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let path = at("vitrine.log");
        fs::create_dir(at("vitrine.log.1")).expect("a folder");
        fs::write(at("vitrine.log.1").join("kept"), "somebody's own").expect("written");
        fill(&path, 2);
        assert!(size(&path) > 0 && size(&path) <= MOST, "{}", size(&path));
        assert!(at("vitrine.log.1").join("kept").exists());
        fs::remove_dir_all(at("vitrine.log.1")).expect("removed");
        // Far too long, whatever its origin.
        fs::write(&path, vec![b'x'; 4 << 20]).expect("written");
        fs::write(at("vitrine.log.1"), vec![b'x'; 4 << 20]).expect("written");
        fill(&path, 1);
        assert!(size(&path) <= MOST && size(&at("vitrine.log.1")) <= MOST);
        fs::remove_file(&path).expect("removed");
        fs::create_dir(&path).expect("a folder");
        fill(&path, 1);
        assert!(path.is_dir(), "a folder in its place stays");
    }

    /// `KIOSK_LOG_DAYS` says how many days; without it there are as many errors as turn the log over a few times.
    #[test]
    fn an_error_a_second_for_weeks_stays_within_five_megabytes() {
        let days = std::env::var("KIOSK_LOG_DAYS").ok().and_then(|days| days.parse::<u64>().ok());
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("kiosk.log");
        let file = Mutex::new(LogFile { most: MOST_OF_KIOSK, ..LogFile::default() });
        let diary = Diary { path: path.clone(), file };
        let long = "a long error that never ends ".repeat(30);
        for second in 0..days.map_or(12_000, |days| days * 86_400) {
            // Some say the same again, others not.
            let number = if second % 3_000 < 500 { 0 } else { second };
            let record = |args| diary.log(&Record::builder().args(args).level(Level::Error).target("vitrine").build());
            record(format_args!("{number}: {long}"));
            if second % 500 == 0 {
                let together = size(&path) + size(&path.with_extension("log.1"));
                assert!(together <= 5_000_000, "{together} after {second} s");
            }
        }
        assert_eq!(fs::read_dir(folder.path()).expect("its files").count(), 2);
        assert_eq!(last_warnings(&path, 3).len(), 3);
    }

    #[cfg(unix)]
    #[test]
    fn where_a_full_disk_has_room_again_the_log_goes_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("vitrine.log");
        std::os::unix::fs::symlink("/dev/full", &path).expect("a link");
        let mut pen = LogFile::default();
        pen.write(&path, "lost\n");
        fs::remove_file(&path).expect("removed");
        pen.write(&path, "too soon\n");
        pen.pause = Duration::ZERO;
        pen.write(&path, "kept\n");
        assert_eq!(fs::read_to_string(&path).expect("a log"), "kept\n");
    }

    #[cfg(unix)]
    #[test]
    fn neither_a_pipe_nor_a_link_makes_it_wait_or_grow() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        assert!(std::process::Command::new("mkfifo").arg(at("vitrine.log")).status().expect("mkfifo").success());
        fill(&at("vitrine.log"), 1);
        fs::remove_file(at("vitrine.log")).expect("removed");
        std::os::unix::fs::symlink("elsewhere.txt", at("vitrine.log")).expect("a link");
        fill(&at("vitrine.log"), 1);
        assert!(at("vitrine.log").is_symlink() && size(&at("elsewhere.txt")) > 0);
        assert!(size(&at("elsewhere.txt")) <= MOST && !at("vitrine.log.1").exists());
        fs::remove_file(at("vitrine.log")).expect("removed");
        std::os::unix::fs::symlink("/dev/full", at("vitrine.log")).expect("a link");
        fill(&at("vitrine.log"), 1);
    }
}
