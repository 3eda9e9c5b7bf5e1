//! The clock and the pace of a talk. Time is a monotonic number of seconds, independent of the wall clock.

use super::{StopKey, Stops};
use crate::model::Stop;

/// How far a talk may be from its plan and still count as on pace, in seconds.
const TOLERANCE: f64 = 60.0;

/// The running time of a talk.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clock {
    /// The seconds before it was last started.
    spent: f64,
    /// When it was last started; `None` while paused.
    since: Option<f64>,
}

impl Clock {
    /// A paused clock at this many seconds.
    #[must_use]
    pub fn at(spent: f64) -> Self {
        Self { spent: spent.max(0.0), since: None }
    }

    /// The seconds elapsed.
    #[must_use]
    pub fn elapsed(&self, now: f64) -> f64 {
        self.spent + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    /// Returns `true` if it is running.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Returns `true` if it has not been started yet.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.since.is_none() && self.spent <= 0.0
    }

    /// Starts the clock.
    pub fn start(&mut self, now: f64) {
        self.since.get_or_insert(now);
    }

    /// Pauses the clock.
    pub fn pause(&mut self, now: f64) {
        *self = Self::at(self.elapsed(now));
    }
}

/// How a talk compares with its plan; durations in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// The clock has not been started.
    Ready,
    /// Within a minute of the plan; the time left for this stop, negative if exceeded.
    OnPace(f64),
    /// Earlier than planned by this.
    Ahead(f64),
    /// Later than planned by this.
    Behind(f64),
    /// Past the planned end by this.
    Over(f64),
    /// The clock is paused.
    Paused,
}

impl Pace {
    /// Returns `true` while time is measured against the plan, before its end.
    #[must_use]
    pub fn runs(&self) -> bool {
        matches!(self, Self::OnPace(_) | Self::Ahead(_) | Self::Behind(_))
    }

    /// Returns `true` for the same variant, whatever the duration.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The planned times of the stops.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// When each stop ends, in seconds from the beginning.
    ends: Vec<f64>,
}

impl Plan {
    /// The stops' own times, scaled so that they add up to `total` seconds.
    #[must_use]
    pub fn of(stops: &Stops, total: f64) -> Self {
        let sum = stops.planned_secs();
        let factor = if sum > 0.0 { total / sum } else { 1.0 };
        let mut at = 0.0;
        let end = |(_, stop): (StopKey, &Stop)| {
            at += stop.planned_secs() * factor;
            at
        };
        Self { ends: stops.iter().map(end).collect() }
    }

    /// The total, in seconds.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// The start and end of a stop, in seconds from the beginning.
    #[must_use]
    pub fn span(&self, stop: StopKey) -> (f64, f64) {
        let stop = stop.0 as usize;
        let end = self.ends.get(stop).copied().unwrap_or_else(|| self.total());
        let begin = stop.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0.0);
        (begin, end)
    }

    /// The pace at a stop.
    #[must_use]
    pub fn pace(&self, stop: StopKey, clock: &Clock, now: f64) -> Pace {
        let elapsed = clock.elapsed(now);
        let (begin, end) = self.span(stop);
        match () {
            () if clock.is_new() => Pace::Ready,
            () if !clock.runs() => Pace::Paused,
            () if elapsed > self.total() => Pace::Over(elapsed - self.total()),
            () if begin - elapsed > TOLERANCE => Pace::Ahead(begin - elapsed),
            () if elapsed - end > TOLERANCE => Pace::Behind(elapsed - end),
            () => Pace::OnPace(end - elapsed),
        }
    }

    /// The same, as the variant that is still shown.
    #[must_use]
    pub fn pace_as(&self, said: &Pace, stop: StopKey, clock: &Clock, now: f64) -> Pace {
        let elapsed = clock.elapsed(now);
        let (begin, end) = self.span(stop);
        match said {
            Pace::Ahead(_) => Pace::Ahead((begin - elapsed).max(0.0)),
            Pace::Behind(_) => Pace::Behind((elapsed - end).max(0.0)),
            Pace::OnPace(_) | Pace::Ready | Pace::Over(_) | Pace::Paused => Pace::OnPace(end - elapsed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, Pace, Plan, Stops};
    use crate::model::{PhotoId, Shows, Stop};

    fn stops(secs: &[u32]) -> Stops {
        let stop = |&secs: &u32| Stop { secs, ..Stop::showing(Shows::Photo(PhotoId::from("a"))) };
        secs.iter().map(stop).collect::<Vec<_>>().into()
    }

    fn running(elapsed: f64) -> Clock {
        let mut clock = Clock::at(elapsed);
        clock.start(0.0);
        clock
    }

    #[test]
    fn within_a_minute_of_the_plan_is_on_pace() {
        let stops = stops(&[100, 200, 300]);
        let plan = Plan::of(&stops, 600.0);
        let [_, second, third] = stops.keys().collect::<Vec<_>>()[..] else { panic!("three stops") };
        assert_eq!(plan.pace(second, &Clock::default(), 0.0), Pace::Ready);
        assert_eq!(plan.pace(second, &running(150.0), 0.0), Pace::OnPace(150.0));
        assert_eq!(plan.pace(second, &running(40.0), 0.0), Pace::OnPace(260.0));
        assert_eq!(plan.pace(second, &running(30.0), 0.0), Pace::Ahead(70.0));
        assert_eq!(plan.pace(second, &running(382.0), 0.0), Pace::Behind(82.0));
        assert_eq!(plan.pace(third, &running(665.0), 0.0), Pace::Over(65.0));
        assert_eq!(plan.pace(second, &Clock::at(5.0), 9.0), Pace::Paused);
    }

    #[test]
    fn another_planned_time_stretches_every_stop() {
        let stops = stops(&[60, 60]);
        let span = |stop| Plan::of(&stops, 240.0).span(stop);
        assert_eq!(stops.keys().last().map(span), Some((120.0, 240.0)));
    }
}
