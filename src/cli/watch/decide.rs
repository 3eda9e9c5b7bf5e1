//! What a watcher does about what it sees. Pure: what happened and the time come in, steps go out.

use std::time::Duration;

use crate::state::kiosk::RestartReason;

/// How long a show may take to its first frame: several renderers are tried, on a slow disk.
const FIRST_FRAME: Duration = Duration::from_mins(1);
/// How long the attract loop may show one content.
const CONTENT: Duration = Duration::from_mins(1);
/// How long a process has to end once asked, and once killed before nobody waits for it any more.
const TO_END: Duration = Duration::from_secs(3);
/// A longer time between two looks was not the show's fault: the watcher itself was held.
const HELD: Duration = Duration::from_secs(3);
/// Between two safe slides, where one has ended.
const SLIDE_AGAIN: Duration = Duration::from_secs(10);
/// How long to wait for a new try where not even the slide can be shown.
const WITHOUT_SLIDE: Duration = Duration::from_secs(4);
/// How long the safe slide stays before the show is tried again.
const WAITS: [Duration; 4] =
    [Duration::from_mins(1), Duration::from_mins(5), Duration::from_mins(15), Duration::from_hours(1)];

/// How patient a watcher is.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// This many failures within this time are too many.
    pub failures: usize,
    pub within: Duration,
    /// Then a slide is shown and the show tried again; else it is given up.
    pub slide: bool,
    /// A show without a new frame for this long stands still; `None` if it does not tell.
    pub stall: Option<Duration>,
    /// The time between an end and a new start.
    pub pause: Duration,
    /// The show ends after this time.
    pub lasts: Option<Duration>,
}

impl Policy {
    /// A talk: it goes on where it was, at once. What crashes at once would crash forever.
    pub const TALK: Self = Self {
        failures: 4,
        within: Duration::from_mins(1),
        slide: false,
        stall: None,
        pause: Duration::from_millis(200),
        lasts: None,
    };

    /// A kiosk, which nobody is there to start again.
    pub const KIOSK: Self = Self {
        failures: 3,
        within: Duration::from_mins(10),
        slide: true,
        stall: Some(Duration::from_secs(10)),
        pause: Duration::from_millis(500),
        lasts: None,
    };
}

/// What a watcher sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The show has presented so many frames, and in its attract loop so many contents.
    Alive { frames: u64, contents: Option<u64> },
    /// The show lives, and the system takes no frames of it: its output is off, as a monitor's by night.
    Waits,
    /// The show has ended: as somebody wished, or by itself.
    Ended { was_wished: bool },
    /// The show has ended: there was no screen to show anything on.
    NoScreen,
    /// The safe slide has ended.
    SlideEnded,
    /// Closing time: a good moment for a new start.
    Closing,
    /// The watcher itself is asked to end.
    Asked,
    /// Time passes.
    Time,
}

/// What a watcher does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Start the show.
    Start,
    /// Ask the show to end.
    Terminate,
    /// End it.
    Kill,
    /// Show the safe slide.
    ShowSlide,
    /// End it.
    HideSlide,
    /// Something is on the screen.
    Ready,
    /// The show has failed or is started anew, for this reason.
    Note(RestartReason),
    /// It is over.
    Finish { is_well: bool },
}

/// Why a show was asked to end or killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Failed(RestartReason),
    Planned,
    Over,
}

#[derive(Clone, Copy, Debug)]
struct Show {
    since: Duration,
    /// The last new frame, and its number.
    alive: Option<(Duration, u64)>,
    /// The last new content, and its number.
    content: Option<(Duration, u64)>,
    /// Why it is to end, when it is killed or given up for that, and whether it was killed.
    ending: Option<(Ending, Duration, bool)>,
}

#[derive(Clone, Copy, Debug)]
enum Phase {
    Show(Show),
    Pause(Duration),
    Slide(Duration),
    Over,
}

/// Watches over a show.
#[derive(Debug)]
pub struct Watch {
    policy: Policy,
    phase: Phase,
    /// The last look.
    seen: Duration,
    failures: Vec<Duration>,
    /// How many shows in a row found no screen.
    unseen: usize,
    /// How often the slide has been shown since the show last stood.
    round: usize,
    slide: bool,
    slide_again: Option<Duration>,
    is_ready: bool,
}

impl Watch {
    /// Begins, at the time zero: the show is to be started.
    pub fn begin(policy: Policy) -> (Self, Step) {
        let watch = Self {
            policy,
            phase: Phase::Show(Show::new(Duration::ZERO)),
            seen: Duration::ZERO,
            failures: Vec::new(),
            unseen: 0,
            round: 0,
            slide: false,
            slide_again: None,
            is_ready: false,
        };
        (watch, Step::Start)
    }

    /// Takes an event at a time since the beginning.
    pub fn on(&mut self, event: Event, now: Duration) -> Vec<Step> {
        let mut steps = Vec::new();
        let passed = now.saturating_sub(std::mem::replace(&mut self.seen, now));
        if passed > HELD
            && let Phase::Show(show) = &mut self.phase
        {
            show.forgive(passed);
        }
        match event {
            Event::Alive { frames, contents } => self.alive(frames, contents, now, &mut steps),
            Event::Waits => self.waits(now, &mut steps),
            // None was to be running.
            Event::Ended { .. } | Event::NoScreen if !matches!(self.phase, Phase::Show(_)) => {}
            Event::Ended { was_wished } => {
                self.unseen = 0;
                self.ended(was_wished, now, &mut steps);
            }
            Event::NoScreen => {
                self.unseen += 1;
                self.ended(false, now, &mut steps);
            }
            Event::SlideEnded if self.slide => {
                self.slide_again = Some(now + SLIDE_AGAIN);
                // Nothing is on the screen, which perhaps was not there yet: no reason to wait any longer.
                if let Phase::Slide(until) = &mut self.phase {
                    *until = (*until).min(now + WITHOUT_SLIDE);
                }
            }
            Event::SlideEnded => {}
            Event::Closing => {
                if let Phase::Show(show) = &mut self.phase
                    && show.ending.is_none()
                {
                    show.ending = Some((Ending::Planned, now + TO_END, false));
                    steps.push(Step::Terminate);
                }
            }
            Event::Asked => self.end(now, &mut steps),
            Event::Time => self.look(now, &mut steps),
        }
        steps
    }

    /// Returns true if the show is to be running.
    #[cfg(test)]
    fn shows(&self) -> bool {
        matches!(self.phase, Phase::Show(_))
    }

    fn alive(&mut self, frames: u64, contents: Option<u64>, now: Duration, steps: &mut Vec<Step>) {
        let Phase::Show(show) = &mut self.phase else { return };
        if frames == 0 {
            return;
        }
        // A program that starts anew with another renderer begins to count anew.
        if show.alive.is_none_or(|(_, before)| frames != before) {
            show.alive = Some((now, frames));
        }
        show.content = match (contents, show.content) {
            (Some(new), Some((at, before))) if new == before => Some((at, before)),
            (new, _) => new.map(|new| (now, new)),
        };
        self.unseen = 0;
        self.ready(steps);
        self.hide_slide(steps);
    }

    /// Nothing stands still while nobody could see it: the times begin anew.
    fn waits(&mut self, now: Duration, steps: &mut Vec<Step>) {
        let Phase::Show(show) = &mut self.phase else { return };
        match &mut show.alive {
            Some((at, _)) => *at = now,
            None => show.since = now,
        }
        show.content = show.content.map(|(_, number)| (now, number));
        self.ready(steps);
    }

    fn ended(&mut self, was_wished: bool, now: Duration, steps: &mut Vec<Step>) {
        let Phase::Show(show) = &self.phase else { return };
        let stood = now.saturating_sub(show.since) >= self.policy.within;
        if stood {
            self.round = 0;
        }
        match show.ending.map(|(ending, ..)| ending) {
            Some(Ending::Over) => self.finish(true, steps),
            Some(Ending::Planned) => {
                steps.push(Step::Note(RestartReason::Planned));
                self.phase = Phase::Pause(now + self.policy.pause);
            }
            None if was_wished => self.finish(true, steps),
            Some(Ending::Failed(why)) => self.failed(why, now, steps),
            None => self.failed(RestartReason::Crash, now, steps),
        }
    }

    fn failed(&mut self, why: RestartReason, now: Duration, steps: &mut Vec<Step>) {
        steps.push(Step::Note(why));
        if self.unseen >= self.policy.failures {
            // The session is over. The next one starts a watcher of its own, which this one would be in the way of.
            return self.finish(false, steps);
        }
        if self.unseen > 0 {
            // The slide would find no screen either.
            self.phase = Phase::Pause(now + self.policy.pause);
            return;
        }
        let within = self.policy.within;
        self.failures.retain(|at| now.saturating_sub(*at) < within);
        self.failures.push(now);
        if self.round == 0 && self.failures.len() < self.policy.failures {
            self.phase = Phase::Pause(now + self.policy.pause);
            return;
        }
        if !self.policy.slide {
            return self.finish(false, steps);
        }
        self.failures.clear();
        let wait = WAITS[self.round.min(WAITS.len() - 1)];
        self.round += 1;
        self.phase = Phase::Slide(now + wait);
        if !self.slide {
            self.slide = true;
            steps.push(Step::ShowSlide);
        }
        self.ready(steps);
    }

    fn look(&mut self, now: Duration, steps: &mut Vec<Step>) {
        if self.slide_again.is_some_and(|at| at <= now) {
            self.slide_again = None;
            steps.push(Step::ShowSlide);
        }
        match &mut self.phase {
            Phase::Show(show) => {
                if let Some((ending, until, was_killed)) = show.ending {
                    if until > now {
                    } else if was_killed {
                        // A process that not even the system can end is left behind.
                        self.ended(false, now, steps);
                    } else {
                        show.ending = Some((ending, now + TO_END, true));
                        steps.push(Step::Kill);
                    }
                } else if let Some(why) = show.fault(self.policy.stall, now) {
                    show.ending = Some((Ending::Failed(why), now + TO_END, true));
                    steps.push(Step::Kill);
                } else if self.policy.lasts.is_some_and(|lasts| lasts <= now) {
                    self.end(now, steps);
                }
            }
            Phase::Pause(until) | Phase::Slide(until) => {
                if self.policy.lasts.is_some_and(|lasts| lasts <= now) {
                    self.finish(true, steps);
                } else if *until <= now {
                    self.phase = Phase::Show(Show::new(now));
                    steps.push(Step::Start);
                }
            }
            Phase::Over => {}
        }
    }

    /// Ends the show, then the watcher.
    fn end(&mut self, now: Duration, steps: &mut Vec<Step>) {
        match &mut self.phase {
            Phase::Show(show) if !matches!(show.ending, Some((Ending::Over, ..))) => {
                let was_killed = show.ending.is_some_and(|(.., was_killed)| was_killed);
                show.ending = Some((Ending::Over, now + TO_END, was_killed));
                steps.push(Step::Terminate);
            }
            Phase::Pause(_) | Phase::Slide(_) => self.finish(true, steps),
            Phase::Show(_) | Phase::Over => {}
        }
    }

    fn finish(&mut self, is_well: bool, steps: &mut Vec<Step>) {
        self.hide_slide(steps);
        self.phase = Phase::Over;
        steps.push(Step::Finish { is_well });
    }

    fn hide_slide(&mut self, steps: &mut Vec<Step>) {
        self.slide_again = None;
        if std::mem::take(&mut self.slide) {
            steps.push(Step::HideSlide);
        }
    }

    fn ready(&mut self, steps: &mut Vec<Step>) {
        if !std::mem::replace(&mut self.is_ready, true) {
            steps.push(Step::Ready);
        }
    }
}

impl Show {
    fn new(since: Duration) -> Self {
        Self { since, alive: None, content: None, ending: None }
    }

    /// The watcher was held for a while, and the show perhaps with it.
    fn forgive(&mut self, passed: Duration) {
        self.since += passed;
        let later = |(at, number): (Duration, u64)| (at + passed, number);
        self.alive = self.alive.map(later);
        self.content = self.content.map(later);
    }

    fn fault(&self, stall: Option<Duration>, now: Duration) -> Option<RestartReason> {
        let stall = stall?;
        let since = |at: Duration| now.saturating_sub(at);
        match self.alive {
            None => (since(self.since) >= FIRST_FRAME).then_some(RestartReason::NoFrame),
            Some((at, _)) if since(at) >= stall => Some(RestartReason::Stall),
            Some(_) => self.content.filter(|(at, _)| since(*at) >= CONTENT).map(|_| RestartReason::StillContent),
        }
    }
}

#[cfg(test)]
mod tests;
