//! How far a picture has come that takes long.

use std::cell::Cell;
use std::time::{Duration, Instant};

/// How long somebody waits for a picture before being told how far it has come.
const AFTER: Duration = Duration::from_millis(400);
/// How often that is told.
const EVERY: Duration = Duration::from_millis(100);

/// Tells from time to time how far something has come.
pub struct Progress {
    next: Cell<Instant>,
    furthest: Cell<f32>,
}

impl Progress {
    /// Something has begun.
    pub fn begin() -> Self {
        Self { next: Cell::new(Instant::now() + AFTER), furthest: Cell::new(0.0) }
    }

    /// It has come so far, from 0 to 1; gives what somebody is to be told, if it is time. Never less than before.
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
