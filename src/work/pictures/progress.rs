//! Progress of pictures that take long.

use std::cell::Cell;
use std::time::{Duration, Instant};

/// Delay before the first report.
const AFTER: Duration = Duration::from_millis(400);
/// Interval between reports.
const EVERY: Duration = Duration::from_millis(100);

/// Throttles progress reports.
pub struct Progress {
    next: Cell<Instant>,
    furthest: Cell<f32>,
}

impl Progress {
    /// Starts the clock.
    pub fn begin() -> Self {
        Self { next: Cell::new(Instant::now() + AFTER), furthest: Cell::new(0.0) }
    }

    /// Takes the progress, from 0 to 1, and returns it when a report is due. Never decreases.
    pub fn tell(&self, share: f32) -> Option<f32> {
        let furthest = self.furthest.get().max(share.clamp(0.0, 1.0));
        self.furthest.set(furthest);
        let now = Instant::now();
        (now >= self.next.get()).then(|| {
            self.next.set(now + EVERY);
            furthest
        })
    }
}
