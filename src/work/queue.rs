//! A wish list that several threads work off, most wanted first.

use std::sync::{Condvar, Mutex, PoisonError};

/// A wish list. A new one replaces the old one; what is being worked on is not begun twice.
pub struct Queue<T> {
    inner: Mutex<Inner<T>>,
    changed: Condvar,
}

struct Inner<T> {
    wishes: Vec<T>,
    begun: Vec<T>,
    closed: bool,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        let inner = Inner { wishes: Vec::new(), begun: Vec::new(), closed: false };
        Self { inner: Mutex::new(inner), changed: Condvar::new() }
    }
}

impl<T: Clone + PartialEq> Queue<T> {
    /// Replaces the wishes, most wanted first.
    pub fn wish(&self, mut wishes: Vec<T>) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        wishes.retain(|wish| !inner.begun.contains(wish));
        wishes.reverse();
        inner.wishes = wishes;
        self.changed.notify_all();
    }

    /// The most wanted wish; waits for one. `None` once the queue is closed.
    pub fn next(&self) -> Option<T> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if inner.closed {
                return None;
            }
            if let Some(wish) = inner.wishes.pop() {
                inner.begun.push(wish.clone());
                return Some(wish);
            }
            inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A wish has come true.
    pub fn finished(&self, wish: &T) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).begun.retain(|begun| begun != wish);
    }

    /// True while something is wished for or worked on.
    pub fn is_busy(&self) -> bool {
        let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        !inner.wishes.is_empty() || !inner.begun.is_empty()
    }

    /// Lets every thread go.
    pub fn close(&self) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_all();
    }
}
