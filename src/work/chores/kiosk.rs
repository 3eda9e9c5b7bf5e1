//! What a kiosk is told by the minute: whether it is open by the wall's clock. Its memory is measured along with it.

use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{Datelike as _, Local, Timelike as _};

use crate::files;
use crate::state::Action;
use crate::state::kiosk::{
    ClockWatch, Day, KioskCommand, LocalTime, MemoryOverTime, Opening, Openness, TimeOfDay, Trust, openness,
};
use crate::work::latest::Latest;
use crate::work::outbox::Outbox;
use crate::work::{Done, spawn};

/// How often it is said again though nothing changed, so that whatever lost it has it back.
const AGAIN: Duration = Duration::from_mins(10);

/// What is known by the minute.
#[derive(Clone, Debug)]
pub struct KioskFacts {
    /// How far the wall's clock is believed.
    pub clock: Trust,
    /// The memory of the last hours.
    pub memory: MemoryOverTime,
}

static FACTS: Mutex<Option<KioskFacts>> = Mutex::new(None);

/// Returns what is known of the running kiosk; `None` if none runs.
#[must_use]
pub fn kiosk_facts() -> Option<KioskFacts> {
    FACTS.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Reads the clocks.
pub struct Clocks {
    begun: Instant,
    watch: ClockWatch,
}

impl Default for Clocks {
    fn default() -> Self {
        Self { begun: Instant::now(), watch: ClockWatch::default() }
    }
}

impl Clocks {
    /// Returns whether a kiosk is open now, by which clock, and how far that is believed: without trust it is open.
    pub fn read(&mut self, hours: &[Opening]) -> (Openness, LocalTime, Trust) {
        let now = Local::now();
        let local = LocalTime {
            year: now.year(),
            day: Day::ALL[now.weekday().num_days_from_monday() as usize],
            time: TimeOfDay(u16::try_from(now.hour() * 60 + now.minute()).unwrap_or_default()),
        };
        let trust = self.watch.read(now.timestamp(), self.begun.elapsed().as_secs(), local.year);
        let is_open = if trust == Trust::Full { openness(hours, local) } else { Openness::ALWAYS };
        (is_open, local, trust)
    }
}

/// Starts the thread. Post opening hours that have changed.
pub fn start(hours: Vec<Opening>, outbox: Outbox) -> Arc<Latest<(), Vec<Opening>>> {
    let changed = Arc::new(Latest::default());
    let posted = Arc::clone(&changed);
    spawn("kiosk", move || {
        tell(hours, &posted, |action| {
            let heard = outbox.send(Done::Action(action));
            outbox.wake(Duration::ZERO);
            heard
        })
    });
    changed
}

/// Runs until the program ends.
fn tell(
    mut hours: Vec<Opening>,
    changed: &Latest<(), Vec<Opening>>,
    send: impl Fn(Action) -> Option<()>,
) -> Option<()> {
    let mut clocks = Clocks::default();
    let mut said: Option<(bool, Option<TimeOfDay>, Instant)> = None;
    loop {
        let (now, local, trust) = clocks.read(&hours);
        note(trust, clocks.begun.elapsed().as_secs());
        let opens = now.opens(local.time);
        if said.is_none_or(|(is_open, at, since)| is_open != now.is_open || at != opens || since.elapsed() >= AGAIN) {
            said = Some((now.is_open, opens, Instant::now()));
            send(Action::Kiosk(KioskCommand::Open(now.is_open, opens)))?;
        }
        // A little more, to wake after the minute has changed.
        let left = u64::from(60 - Local::now().second().min(59)) * 1000 + 20;
        match changed.take_within(Duration::from_millis(left)) {
            Ok(((), new)) => hours = new,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

fn note(clock: Trust, passed: u64) {
    let mut facts = FACTS.lock().unwrap_or_else(PoisonError::into_inner);
    let facts = facts.get_or_insert_with(|| KioskFacts { clock, memory: MemoryOverTime::default() });
    if facts.clock != clock {
        log::warn!("the clock is now {clock:?}");
    }
    facts.clock = clock;
    if let Some([_, _, own, _]) = files::memory() {
        facts.memory.add(passed, own);
    }
}
