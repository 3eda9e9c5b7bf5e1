//! Hands values from the UI thread to a thread that may be slow: by key, the newest value only.
//!
//! Posting never blocks, and at most one value waits for each key, however long a disk or the desktop takes to answer. A
//! bounded channel would have to drop the newest value instead.

use std::collections::VecDeque;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The newest value of each key not yet taken, in order of posting.
pub struct Latest<K, V> {
    inner: Mutex<Inner<K, V>>,
    changed: Condvar,
}

struct Inner<K, V> {
    posted: VecDeque<(K, V)>,
    is_closed: bool,
}

impl<K, V> Default for Latest<K, V> {
    fn default() -> Self {
        Self { inner: Mutex::new(Inner { posted: VecDeque::new(), is_closed: false }), changed: Condvar::new() }
    }
}

impl<K: PartialEq, V> Latest<K, V> {
    fn locked(&self) -> MutexGuard<'_, Inner<K, V>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces the value under this key.
    pub fn post(&self, key: K, value: V) {
        let mut inner = self.locked();
        inner.posted.retain(|(posted, _)| *posted != key);
        inner.posted.push_back((key, value));
        drop(inner);
        self.changed.notify_all();
    }

    /// Waits for a value; `None` once closed and empty.
    pub fn take(&self) -> Option<(K, V)> {
        let mut inner = self.locked();
        loop {
            if let Some(posted) = inner.posted.pop_front() {
                return Some(posted);
            }
            if inner.is_closed {
                return None;
            }
            inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits for a value with a timeout.
    ///
    /// # Errors
    /// If none came in time, or none will.
    pub fn take_within(&self, at_most: Duration) -> Result<(K, V), RecvTimeoutError> {
        let until = Instant::now() + at_most;
        let mut inner = self.locked();
        loop {
            if let Some(posted) = inner.posted.pop_front() {
                return Ok(posted);
            }
            if inner.is_closed {
                return Err(RecvTimeoutError::Disconnected);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(RecvTimeoutError::Timeout);
            }
            inner = self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Closes it to further values.
    pub fn close(&self) {
        self.locked().is_closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_waits_and_all_that_was_posted_is_taken_before_the_end() {
        let latest = Latest::default();
        for n in 0..1000 {
            latest.post("settings", n);
            latest.post("talk", n * 2);
        }
        assert_eq!(latest.locked().posted.len(), 2);
        assert_eq!(latest.take_within(Duration::ZERO), Ok(("settings", 999)));
        latest.close();
        assert_eq!(latest.take(), Some(("talk", 1998)), "it was posted before the end");
        assert_eq!(latest.take(), None);
        assert_eq!(latest.take_within(Duration::from_hours(1)), Err(RecvTimeoutError::Disconnected));
    }

    #[test]
    fn a_wait_ends_in_time() {
        let latest = Latest::<(), u8>::default();
        assert_eq!(latest.take_within(Duration::from_millis(5)), Err(RecvTimeoutError::Timeout));
    }
}
