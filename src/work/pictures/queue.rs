//! A request queue for several threads, most wanted first, with idle work.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long the queue must be empty before idle work begins.
const PAUSE: Duration = Duration::from_millis(40);

/// A list of requests. A new one replaces the old one: requests not in it are dropped or, if begun, cancelled; those in
/// progress are not begun twice.
pub struct Queue<T> {
    inner: Mutex<Inner<T>>,
    changed: Condvar,
}

struct Inner<T> {
    requests: Vec<T>,
    begun: Vec<(T, Arc<AtomicBool>)>,
    spare: VecDeque<T>,
    /// Time of the last request.
    requested: Instant,
    closed: bool,
}

/// Something to do.
pub enum Next<T> {
    /// A request, and whether it stands: false once cancelled.
    Request(T, Arc<AtomicBool>),
    /// Idle work.
    Spare(T),
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        let requested = Instant::now();
        let inner = Inner { requests: Vec::new(), begun: Vec::new(), spare: VecDeque::new(), requested, closed: false };
        Self { inner: Mutex::new(inner), changed: Condvar::new() }
    }
}

impl<T: Clone + PartialEq> Queue<T> {
    fn locked(&self) -> std::sync::MutexGuard<'_, Inner<T>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces the requests, most wanted first.
    pub fn request(&self, mut requests: Vec<T>) {
        let mut inner = self.locked();
        // Cancellation is final, even if requested again: it is begun anew once it has ended.
        for (begun, stands) in &inner.begun {
            stands.fetch_and(requests.contains(begun), Ordering::Relaxed);
        }
        requests.retain(|request| !inner.begun.iter().any(|(begun, _)| begun == request));
        requests.reverse();
        let more = !requests.is_empty();
        if more {
            inner.requested = Instant::now();
        }
        inner.requests = requests;
        drop(inner);
        if more {
            self.changed.notify_all();
        }
    }

    /// Replaces the idle work.
    pub fn when_idle(&self, spare: impl IntoIterator<Item = T>) {
        self.locked().spare = spare.into_iter().collect();
        self.changed.notify_all();
    }

    /// Returns true while a request has not been begun.
    pub fn has_waiting(&self) -> bool {
        !self.locked().requests.is_empty()
    }

    /// Puts idle work back at the end.
    pub fn put_back(&self, spare: T) {
        self.locked().spare.push_back(spare);
    }

    /// Waits for the most wanted request, or else idle work. `None` once the queue is closed.
    pub fn next(&self) -> Option<Next<T>> {
        let mut inner = self.locked();
        loop {
            if inner.closed {
                return None;
            }
            if let Some(request) = inner.requests.pop() {
                let stands = Arc::new(AtomicBool::new(true));
                inner.begun.push((request.clone(), Arc::clone(&stands)));
                return Some(Next::Request(request, stands));
            }
            if inner.spare.is_empty() {
                inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            // After a short pause only: the next frame's requests are on their way.
            let left = PAUSE.saturating_sub(inner.requested.elapsed());
            if left.is_zero()
                && let Some(spare) = inner.spare.pop_front()
            {
                return Some(Next::Spare(spare));
            }
            inner = self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Begins all further requests that can be answered together with a begun one.
    pub fn also(&self, fits: impl Fn(&T) -> bool) -> Vec<T> {
        let mut inner = self.locked();
        let (together, rest): (Vec<T>, Vec<T>) = inner.requests.drain(..).partition(|request| fits(request));
        inner.requests = rest;
        let begun = together.iter().map(|request| (request.clone(), Arc::new(AtomicBool::new(true))));
        inner.begun.extend(begun);
        together
    }

    /// Marks a request as answered, or cancelled.
    pub fn finished(&self, request: &T) {
        self.locked().begun.retain(|(begun, _)| begun != request);
    }

    /// Returns true while something is requested or in progress.
    pub fn is_busy(&self) -> bool {
        let inner = self.locked();
        !inner.requests.is_empty() || !inner.begun.is_empty()
    }

    /// Ends every thread.
    pub fn close(&self) {
        let mut inner = self.locked();
        inner.closed = true;
        for (_, stands) in &inner.begun {
            stands.store(false, Ordering::Relaxed);
        }
        drop(inner);
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::{Next, Queue};

    fn begun(queue: &Queue<u32>) -> (u32, std::sync::Arc<std::sync::atomic::AtomicBool>) {
        match queue.next() {
            Some(Next::Request(request, stands)) => (request, stands),
            Some(Next::Spare(_)) | None => panic!("a request is there"),
        }
    }

    #[test]
    fn the_newest_list_counts_and_what_fell_out_of_it_is_given_up() {
        let queue = Queue::default();
        queue.request(vec![1, 2, 3]);
        let (first, stands) = begun(&queue);
        assert_eq!(first, 1);
        queue.request(vec![5, 1]);
        assert!(stands.load(Ordering::Relaxed), "still requested");
        queue.request(vec![5, 6]);
        assert!(!stands.load(Ordering::Relaxed), "nobody waits for it");
        queue.request(vec![1, 5, 6]);
        assert!(!stands.load(Ordering::Relaxed), "it is ending and cannot be taken up again");
        assert_eq!(begun(&queue).0, 5);
        assert_eq!(queue.also(|request| *request == 6), [6]);
        queue.when_idle([9]);
        assert!(matches!(queue.next(), Some(Next::Spare(9))));
        for done in [1, 5, 6] {
            assert!(queue.is_busy());
            queue.finished(&done);
        }
        assert!(!queue.is_busy());
    }
}
