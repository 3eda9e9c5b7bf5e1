//! Ctrl+C and its like: what is half written goes before the program does.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

use crate::{files, work};

/// A disk that does not answer for so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Listens to whoever ends the program. It then ends by the same signal, as if nobody had listened, so that a shell sees the usual status.
pub fn heed() {
    // A file that grows beyond what the system allows fails like one on a full disk, and is told so.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
    // What whoever started the program had it ignore, as `nohup` does, stays ignored.
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

/// True where a signal was ignored when the program began, as far as the system tells.
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    mask >> (signal - 1) & 1 == 1
}
