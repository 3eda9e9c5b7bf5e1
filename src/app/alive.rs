//! Signs of life for whoever watches over the program: frames that were presented, and contents of the attract loop.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::{files, work};

/// The environment variable by which a watcher asks for them.
pub const ASKED: &str = "VITRINE_SIGNS";
/// What a line with the frames and contents begins with.
pub const SIGN: &str = "alive ";
/// The line which says that the program lives, and that the system takes no frame: its output is off.
pub const WAITS: &str = "waits";
/// What a line with the title of the exhibition begins with.
pub const TITLE: &str = "title ";

/// Between two lines.
const LINES: Duration = Duration::from_secs(1);
/// The longest time between two frames of a picture on which nothing changes.
pub const FRAMES_WITHIN: Duration = Duration::from_secs(2);
/// No contents are shown in turn.
const NO_CONTENTS: u64 = u64::MAX;

static IS_ASKED: AtomicBool = AtomicBool::new(false);
static FRAMES: AtomicU64 = AtomicU64::new(0);
static WAITED: AtomicU64 = AtomicU64::new(0);
static CONTENTS: AtomicU64 = AtomicU64::new(NO_CONTENTS);
static TITLE_NOW: Mutex<Option<String>> = Mutex::new(None);

/// Counts a frame that the system took.
pub fn presented() {
    FRAMES.fetch_add(1, Ordering::Relaxed);
}

/// Counts a time at which a frame was overdue, since the system takes none for now.
pub fn waits() {
    WAITED.fetch_add(1, Ordering::Relaxed);
}

/// The frames that were presented since the start.
pub fn frames() -> u64 {
    FRAMES.load(Ordering::Relaxed)
}

/// Sets how many contents the attract loop has shown; `None` while it does not run.
pub fn set_contents(contents: Option<u64>) {
    CONTENTS.store(contents.unwrap_or(NO_CONTENTS), Ordering::Relaxed);
}

/// Sets the title of the exhibition, for the slide that stands in for it.
pub fn set_title(title: &str) {
    if is_asked() {
        let line: String = title.chars().filter(|c| !c.is_control()).take(200).collect();
        *TITLE_NOW.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(line);
    }
}

/// Returns true if a watcher wants signs of life.
pub fn is_asked() -> bool {
    IS_ASKED.load(Ordering::Relaxed)
}

/// Begins to give signs of life if a watcher wants them. The program then ends with its watcher, however that ended.
pub fn begin() {
    if std::env::var_os(ASKED).is_none() || IS_ASKED.swap(true, Ordering::Relaxed) {
        return;
    }
    work::let_a_panic_end_the_program();
    work::spawn("watcher", || {
        let mut bytes = [0; 64];
        while !matches!(std::io::stdin().read(&mut bytes), Ok(0) | Err(_)) {}
        let _ = files::abandon();
        #[expect(clippy::disallowed_methods, reason = "nobody is left who would show another frame or want an answer")]
        std::process::exit(0);
    });
    work::spawn("alive", || {
        let (mut before, mut waited) = (None, 0);
        loop {
            let title = TITLE_NOW.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
            let now = (frames(), CONTENTS.load(Ordering::Relaxed));
            let mut lines = title.map_or_else(String::new, |title| format!("{TITLE}{title}\n"));
            if before != Some(now) {
                let contents = if now.1 == NO_CONTENTS { "-".to_owned() } else { now.1.to_string() };
                let _ = writeln!(lines, "{SIGN}{} {contents}", now.0);
                before = Some(now);
            }
            if waited != WAITED.load(Ordering::Relaxed) {
                waited = WAITED.load(Ordering::Relaxed);
                let _ = writeln!(lines, "{WAITS}");
            }
            let mut out = std::io::stdout().lock();
            if out.write_all(lines.as_bytes()).and_then(|()| out.flush()).is_err() {
                return;
            }
            drop(out);
            std::thread::sleep(LINES);
        }
    });
}
