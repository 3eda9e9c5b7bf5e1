//! A kiosk for days within minutes: the real show without a window, on a clock that is handed in, before visitors made of a
//! random seed. It tells what a venue would find after a week.
//!
//! Whatever happens in between is left out: the clock goes to the next time that the show, a visitor or a check asks for. Every
//! frame is laid out for the whole screen; its pixels are drawn, smaller, where two pages are compared.

mod memory;
mod show;
mod visitor;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::files::{self, PackSource};
use crate::state::kiosk::Phase;
use crate::state::{Kiosk, Session, State};
use memory::Memory;
use show::Show;
use visitor::Visitor;

/// A day and an hour, in seconds.
const DAY: f64 = 86_400.0;
const HOUR: f64 = 3_600.0;
/// The contents of the attract loop stand still when none has come for so long, in seconds.
const STILL: f64 = 60.0;
/// Memory that grows faster than this after the first day fails, in KiB a day.
const MOST_GROWTH: f64 = 1024.0;
/// Two pixels that differ by no more are the same: letters come from elsewhere in their texture after hours, and are rounded there.
const ROUNDING: u8 = 4;
/// A home page is compared so long after it was touched awake, in seconds, once nothing moves any more.
const CALM: f64 = 0.2;

/// How long and how fast.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Simulated days.
    pub days: f64,
    /// Simulated seconds a second, at most; `None` for as many as the computer can.
    pub speed: Option<f64>,
    /// What visitors do follows from it.
    pub seed: u64,
    /// The screen, in pixels.
    pub size: [u32; 2],
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Simulated seconds, and real ones.
    pub simulated: f64,
    /// Real seconds.
    pub real: f64,
    /// Frames.
    pub frames: u64,
    /// Contents that the attract loop moved on to.
    pub contents: u64,
    /// Fingers that went down.
    pub touches: u64,
    /// Visits that began.
    pub visits: u64,
    /// Resets; the session of each was compared with that of a fresh start.
    pub resets: u64,
    /// Home pages that were compared with the first one, pixel by pixel.
    pub compared: u64,
    /// How often the show crashed and began anew.
    pub restarts: u64,
    /// Memory at the start and at the end, in KiB, where the system tells.
    pub memory: Option<[u64; 2]>,
    /// By how much memory grows after the first day, in KiB a day, but for what pictures take of it, which has a bound; `None` where
    /// that is not long enough ago.
    pub slope: Option<f64>,
    /// What is wrong, each once.
    pub faults: Vec<Fault>,
}

/// Something wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// Memory grows by so many KiB a day.
    Grows(f64),
    /// No new content came, since this simulated second.
    StoodStill(f64),
    /// A reset, by its number, left something of a visit in the session.
    LeftBehind(u64),
    /// The home page after a reset, by its number, does not look as at first.
    LooksOther(u64),
    /// The show crashed at this simulated second.
    Crashed(f64),
}

/// Runs a kiosk as its state begins, and calls `each_day` with the days that have passed.
pub fn run(state: &State, source: &Arc<PackSource>, plan: Plan, mut each_day: impl FnMut(u32)) -> Report {
    let begun = Instant::now();
    let end = plan.days.max(0.0) * DAY;
    let mut watch = Watch::new(state.session().clone());
    let mut show = Show::new(state.clone(), Arc::clone(source), plan.size);
    let mut visitor = Visitor::new(plan.seed);
    let (mut days, mut before) = (0, [0; 5]);
    while show.now() < end {
        let at = show.due().min(visitor.due()).min(watch.due(&show)).min(end);
        let ended = catch_unwind(AssertUnwindSafe(|| {
            let events = if at >= visitor.due() { visitor.act(at, &mut show) } else { Vec::new() };
            show.frame(at, events);
        }));
        if ended.is_err() {
            watch.report.restarts += 1;
            watch.fault(Fault::Crashed(at));
            before = counted(before, &show);
            show = Show::begun_at(at, state.clone(), Arc::clone(source), plan.size);
            watch.begin();
        }
        watch.look(&mut show);
        while f64::from(days + 1) * DAY <= show.now() {
            days += 1;
            each_day(days);
        }
        let ahead = plan.speed.map_or(0.0, |speed| show.now() / speed - begun.elapsed().as_secs_f64());
        if ahead > 0.0 && ahead.is_finite() {
            std::thread::sleep(Duration::from_secs_f64(ahead));
        }
    }
    let [frames, contents, touches, visits, resets] = counted(before, &show);
    let report = Report { frames, contents, touches, visits, resets, ..watch.end() };
    Report { simulated: show.now(), real: begun.elapsed().as_secs_f64(), ..report }
}

/// What has happened so far: frames, contents, touches, visits, resets.
fn counted(before: [u64; 5], show: &Show) -> [u64; 5] {
    let counts = show.state().kiosk().map(Kiosk::counts).unwrap_or_default();
    let [frames, contents, touches, visits, resets] = before;
    [
        frames + show.frames(),
        contents + counts.contents,
        touches + counts.touches,
        visits + counts.visits,
        resets + counts.resets,
    ]
}

/// Looks for what is wrong.
struct Watch {
    fresh: Session,
    /// The first home page.
    home: Option<Vec<u32>>,
    report: Report,
    memory: Memory,
    resets: u64,
    visits: u64,
    /// When a home page is compared.
    compares: Option<f64>,
    /// The last content, and since when it is there.
    turn: (u64, f64),
}

impl Watch {
    fn new(fresh: Session) -> Self {
        let (report, memory) = (Report::default(), Memory::default());
        Self { fresh, home: None, report, memory, resets: 0, visits: 0, compares: None, turn: (0, 0.0) }
    }

    /// The show began anew.
    fn begin(&mut self) {
        (self.resets, self.visits, self.compares) = (0, 0, None);
    }

    /// When it wants to look, in seconds.
    fn due(&self, show: &Show) -> f64 {
        let still = if is_attracting(show) { self.turn.1 + STILL + 1.0 } else { f64::INFINITY };
        still.max(show.now()).min(self.memory.due()).min(self.compares.unwrap_or(f64::INFINITY))
    }

    fn look(&mut self, show: &mut Show) {
        let now = show.now();
        let Some(kiosk) = show.state().kiosk() else { return };
        let (counts, turn) = (kiosk.counts(), kiosk.turn());
        if !is_attracting(show) || self.turn.0 != turn {
            self.turn = (turn, now);
        } else if now > self.turn.1 + STILL {
            self.fault(Fault::StoodStill(self.turn.1));
            self.turn.1 = now;
        }
        if counts.resets != self.resets {
            self.resets = counts.resets;
            if *show.state().session() != self.fresh || show.state().notice().is_some() {
                self.fault(Fault::LeftBehind(counts.resets));
            }
        }
        if counts.visits != self.visits {
            self.visits = counts.visits;
            self.compares = Some(f64::INFINITY);
        }
        self.compare_home(show, counts.resets);
        if now >= self.memory.due() {
            self.memory.note(now, files::resident_kib(), show.picture_kib());
        }
    }

    /// Compares the page that a visitor finds with the first one, once the finger that woke it has gone.
    fn compare_home(&mut self, show: &mut Show, resets: u64) {
        let Some(at) = self.compares else { return };
        let is_home = *show.state().session() == self.fresh;
        let is_waking = show.state().kiosk().is_some_and(|kiosk| kiosk.is_waking() || kiosk.staff().is_some());
        if !is_home {
            // The visitor was faster.
            self.compares = None;
        } else if (at.is_infinite() && !is_waking) || (show.now() >= at && !show.is_calm()) {
            self.compares = Some(show.now() + CALM);
        } else if show.now() >= at {
            self.compares = None;
            self.report.compared += 1;
            let look = show.look();
            let home = self.home.get_or_insert_with(|| look.to_vec());
            if looks_other(home, look) {
                self.fault(Fault::LooksOther(resets));
            }
        }
    }

    /// Notes a fault; of each kind the first is enough.
    fn fault(&mut self, fault: Fault) {
        let kind = std::mem::discriminant(&fault);
        if self.report.faults.iter().all(|known| std::mem::discriminant(known) != kind) {
            self.report.faults.push(fault);
        }
    }

    fn end(mut self) -> Report {
        self.memory.note(f64::INFINITY, files::resident_kib(), 0);
        let slope = self.memory.slope();
        if let Some(slope) = slope.filter(|slope| *slope > MOST_GROWTH) {
            self.fault(Fault::Grows(slope));
        }
        Report { memory: self.memory.ends(), slope, ..self.report }
    }
}

/// Compares two pictures of a page.
fn looks_other(one: &[u32], other: &[u32]) -> bool {
    let channels = |[one, other]: [u32; 2]| one.to_le_bytes().into_iter().zip(other.to_le_bytes());
    let differs = |(one, other): (&u32, &u32)| channels([*one, *other]).any(|(a, b)| a.abs_diff(b) > ROUNDING);
    one.len() != other.len() || one.iter().zip(other).any(differs)
}

fn is_attracting(show: &Show) -> bool {
    show.state().kiosk().is_some_and(|kiosk| kiosk.phase() == Phase::Attract && kiosk.staff().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PackPlace;
    use crate::state::{KioskSetup, Start};
    use crate::work;

    #[test]
    fn a_page_looks_other_where_more_than_rounding_differs() {
        let page = [0x00ff_8040, 0x0000_0000];
        assert!(!looks_other(&page, &page) && !looks_other(&page, &[0x00fe_8143, 0x0000_0001]));
        assert!(looks_other(&page, &[0x00ff_8045, 0]) && looks_other(&page, &[0x00ff_8040, 0x0005_0000]));
        assert!(looks_other(&page, &page[..1]));
    }

    #[test]
    fn an_hour_with_visitors_ends_within_seconds_and_tells_what_happened() {
        let (pack, source) = work::open_pack(&PackPlace::BuiltIn).expect("it opens");
        let state = State::begin(pack, Start { kiosk: Some(KioskSetup::default()), ..Start::default() });
        let plan = Plan { days: 1.0 / 24.0, speed: None, seed: 16, size: [1920, 1080] };
        let report = run(&state, &source, plan, |_day| {});
        assert_eq!(report.faults, [], "{report:#?}");
        assert_eq!((report.simulated, report.restarts, report.slope), (HOUR, 0, None));
        // Somebody comes every five minutes or so, and between two visits the loop goes on every twelve seconds.
        assert!(report.visits > 5 && report.resets >= report.visits - 1, "{report:?}");
        assert!(report.contents > 60 && report.contents < 300 && report.touches > 3 * report.visits, "{report:?}");
        assert!(report.compared > 2 && report.compared <= report.visits, "{report:?}");
        // No frame is drawn in which nothing happens.
        assert!(report.frames < 60 * 60 * 5, "{report:?}");
        assert!(report.real < HOUR / 20.0, "it would take a day for three weeks: {report:?}");
    }
}
