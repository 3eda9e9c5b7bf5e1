//! Hands orders from the UI thread to a thread that may be slow: all of them, in order.
//!
//! Giving one never blocks, and none is lost, however long a disk takes: a bounded channel would have to do one of the two. Each
//! is what a person did, so they never become many.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The orders not yet taken, in order.
pub struct Orders<T> {
    inner: Mutex<Inner<T>>,
    changed: Condvar,
}

struct Inner<T> {
    given: Vec<T>,
    is_closed: bool,
}

impl<T> Default for Orders<T> {
    fn default() -> Self {
        Self { inner: Mutex::new(Inner { given: Vec::new(), is_closed: false }), changed: Condvar::new() }
    }
}

impl<T> Orders<T> {
    fn locked(&self) -> MutexGuard<'_, Inner<T>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an order.
    pub fn give(&self, order: T) {
        self.locked().given.push(order);
        self.changed.notify_all();
    }

    /// Waits for orders, for ever or for a while, and takes all that there are: none if the while is over. `None` once closed and
    /// empty.
    pub fn take(&self, at_most: Option<Duration>) -> Option<Vec<T>> {
        let until = at_most.map(|at_most| Instant::now() + at_most);
        let mut inner = self.locked();
        loop {
            if !inner.given.is_empty() {
                return Some(std::mem::take(&mut inner.given));
            }
            if inner.is_closed {
                return None;
            }
            let Some(until) = until else {
                inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Some(Vec::new());
            }
            inner = self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Closes it to further orders.
    pub fn close(&self) {
        self.locked().is_closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_taken_in_order_before_the_end() {
        let orders = Orders::default();
        assert_eq!(orders.take(Some(Duration::from_millis(5))), Some(Vec::new()), "a wait ends in time");
        for n in 0..1000 {
            orders.give(n);
        }
        assert_eq!(orders.take(None).map(|all| all.len()), Some(1000));
        orders.give(7);
        orders.close();
        assert_eq!(orders.take(None), Some(vec![7]), "it was given before the end");
        assert_eq!((orders.take(None), orders.take(Some(Duration::from_hours(1)))), (None, None));
    }
}
