//! What a watcher does for a kiosk: it hears signals, knows the hours, and writes down why the show was started anew.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::cli::watch;
use crate::diagnostics::RUNS;
use crate::files::{self, Persisted};
use crate::state::KioskSetup;
use crate::state::kiosk::{Opening, Restart, RestartReason, Runs, Trust};
use crate::work;

/// How often the hours are looked at.
const LOOK: Duration = Duration::from_secs(20);
/// How long after closing time the show is started anew: whoever is still there may finish.
const AFTER_CLOSING: Duration = Duration::from_mins(10);

/// How long the last thing that it writes may take.
const TO_WRITE: Duration = Duration::from_secs(1);

/// Keeps a kiosk.
pub struct Keeper {
    asked: Arc<AtomicBool>,
    runs: Runs,
    hours: Vec<Opening>,
    screen: String,
    clocks: work::Clocks,
    looked: Option<Instant>,
    closing: Closing,
}

/// Since when it has been closed, and whether that was made use of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    Open,
    Closed(Instant),
    Done,
}

impl Keeper {
    /// Begins to keep a kiosk.
    pub fn begin(setup: &KioskSetup) -> Self {
        let asked = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT, signal_hook::consts::SIGHUP] {
            if let Err(why) = signal_hook::flag::register(signal, Arc::clone(&asked)) {
                log::warn!("signal {signal} is not heard: {why}");
            }
        }
        log::info!("Vitrine {} watches over a kiosk on {}", crate::VERSION, std::env::consts::OS);
        let keeper = Self {
            asked,
            runs: Runs { since: now(), ..Runs::default() },
            hours: setup.hours.clone(),
            screen: setup.screen.clone().unwrap_or_default(),
            clocks: work::Clocks::default(),
            looked: None,
            // One that begins while it is closed needs no new start.
            closing: Closing::Done,
        };
        keeper.write();
        keeper
    }

    /// Writes down how the kiosk is. A disk that does not answer must not hold the watcher.
    fn write(&self) -> Option<JoinHandle<bool>> {
        let text = self.runs.to_text();
        work::spawn("runs", move || Persisted::KioskRuns.write(Some(&text)))
    }
}

fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    i64::try_from(now).unwrap_or_default()
}

impl watch::Keeper for Keeper {
    fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    fn is_closing(&mut self) -> bool {
        if self.looked.is_some_and(|looked| looked.elapsed() < LOOK) {
            return false;
        }
        self.looked = Some(Instant::now());
        let (openness, _, trust) = self.clocks.read(&self.hours);
        self.closing = match self.closing {
            _ if openness.is_open || trust != Trust::Full => Closing::Open,
            Closing::Open => Closing::Closed(Instant::now()),
            Closing::Closed(since) if since.elapsed() >= AFTER_CLOSING => {
                self.closing = Closing::Done;
                return true;
            }
            other => other,
        };
        false
    }

    fn note(&mut self, why: RestartReason, words: &str) {
        match why {
            RestartReason::Planned => log::info!("the show starts anew, as planned after closing time"),
            RestartReason::Crash => log::error!("the show ended by itself: {words}"),
            RestartReason::Stall => log::error!("the show stood still and was ended"),
            RestartReason::StillContent => log::error!("the show's attract loop stood still, and the show was ended"),
            RestartReason::NoFrame => log::error!("the show showed nothing and was ended"),
        }
        self.runs.add(Restart { at: now(), why, words: words.chars().take(200).collect() });
        self.write();
    }

    fn screen(&self) -> String {
        self.screen.clone()
    }

    fn tell(&self) -> Vec<(&'static str, String)> {
        vec![(RUNS, self.runs.to_text())]
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.runs.since = 0;
        if let Some(written) = self.write() {
            let begun = Instant::now();
            while !written.is_finished() && begun.elapsed() < TO_WRITE {
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        let asked = self.asked.load(Ordering::Relaxed);
        log::info!("the watcher ends{}", if asked { ", as a signal asked" } else { "" });
        let _ = files::abandon();
    }
}
