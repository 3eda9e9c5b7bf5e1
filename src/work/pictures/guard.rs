//! Replaces threads that hang: one blocked on an unresponsive share cannot be interrupted, so another takes its place. If the
//! blocked one returns, it ends.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a thread may be busy with one job before it is replaced.
const PATIENCE: Duration = Duration::from_secs(15);
/// The most threads blocked at a time.
const LOST: usize = 12;

/// Tracks busy threads.
pub struct Guard {
    inner: Mutex<Inner>,
    changed: Condvar,
    patience: Duration,
}

#[derive(Default)]
struct Inner {
    next: u64,
    at_work: Vec<AtWork>,
    closed: bool,
}

struct AtWork {
    ticket: u64,
    since: Instant,
    is_replaced: bool,
}

impl Default for Guard {
    fn default() -> Self {
        Self { inner: Mutex::default(), changed: Condvar::new(), patience: PATIENCE }
    }
}

impl Guard {
    fn locked(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Marks a thread as busy; returns its ticket.
    pub fn begin(&self) -> u64 {
        let mut inner = self.locked();
        inner.next += 1;
        let ticket = inner.next;
        let was_idle = inner.at_work.is_empty();
        inner.at_work.push(AtWork { ticket, since: Instant::now(), is_replaced: false });
        drop(inner);
        if was_idle {
            self.changed.notify_all();
        }
        ticket
    }

    /// Marks it as done; true if it has been replaced meanwhile.
    pub fn end(&self, ticket: u64) -> bool {
        let mut inner = self.locked();
        let at = inner.at_work.iter().position(|one| one.ticket == ticket);
        at.is_some_and(|at| inner.at_work.swap_remove(at).is_replaced)
    }

    /// Waits until a thread must be replaced; false once closed.
    pub fn must_replace(&self) -> bool {
        let mut inner = self.locked();
        loop {
            if inner.closed {
                return false;
            }
            let lost = inner.at_work.iter().filter(|one| one.is_replaced).count();
            let waiting = inner.at_work.iter_mut().filter(|one| !one.is_replaced && lost < LOST);
            let Some(oldest) = waiting.min_by_key(|one| one.since) else {
                inner = self.wait(inner);
                continue;
            };
            let left = self.patience.saturating_sub(oldest.since.elapsed());
            if left.is_zero() {
                oldest.is_replaced = true;
                return true;
            }
            inner = self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits for a change, while no thread is busy or no more may be replaced.
    fn wait<'a>(&self, inner: MutexGuard<'a, Inner>) -> MutexGuard<'a, Inner> {
        if inner.at_work.is_empty() {
            return self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
        self.changed.wait_timeout(inner, self.patience).unwrap_or_else(PoisonError::into_inner).0
    }

    /// Wakes the waiting thread to end.
    pub fn close(&self) {
        self.locked().closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Guard, LOST};

    #[test]
    fn whoever_does_not_come_back_is_replaced_once_and_not_without_end() {
        let guard = Guard { patience: Duration::from_millis(30), ..Guard::default() };
        let quick = guard.begin();
        assert!(!guard.end(quick), "nobody took its place");
        let begun = Instant::now();
        let hung: Vec<u64> = (0..=LOST).map(|_| guard.begin()).collect();
        for _ in 0..LOST {
            assert!(guard.must_replace());
        }
        assert!(begun.elapsed() >= Duration::from_millis(30));
        assert!(hung.iter().filter(|ticket| guard.end(**ticket)).count() == LOST, "but one");
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| guard.must_replace());
            guard.close();
            assert!(!waits.join().expect("it ends"));
        });
    }
}
