//! Handles Ctrl+C and the like: removes temporary files before exiting.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use crate::{files, work};

/// How long to wait for a disk that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Handles termination signals. The program then ends by the same signal, so that a shell sees the usual status.
pub fn heed() {
    // A file beyond the size limit then fails like one on a full disk, and is reported.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    // Signals ignored by the parent, as under `nohup`, stay ignored.
    let heeded = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
    let Ok(mut signals) = Signals::new(heeded) else { return };
    work::spawn("signals", move || {
        for signal in signals.forever() {
            let asked = Instant::now();
            while !files::abandon() && asked.elapsed() < PATIENCE {
                thread::sleep(Duration::from_millis(5));
            }
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
}

/// Returns true if a signal was ignored at the start, as far as the system tells.
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    mask >> (signal - 1) & 1 == 1
}
