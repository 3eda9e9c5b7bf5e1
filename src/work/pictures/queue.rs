//! Requests that several threads work off, most wanted first, and what may be done when nothing is requested.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long nothing is requested before something spare is done.
const PAUSE: Duration = Duration::from_millis(40);

/// A list of requests. A new one replaces the old one: what is no longer requested is dropped, even if it was begun; what is
/// being worked on is not begun twice.
pub struct Queue<T> {
    inner: Mutex<Inner<T>>,
    changed: Condvar,
}

struct Inner<T> {
    requests: Vec<T>,
    begun: Vec<(T, Arc<AtomicBool>)>,
    spare: VecDeque<T>,
    /// When somebody last requested something.
    requested: Instant,
    closed: bool,
}

/// Something to do.
pub enum Next<T> {
    /// A request, and whether it still stands: false once nobody waits for it any more.
    Request(T, Arc<AtomicBool>),
    /// Something that nobody waits for.
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
        // What was given up once stays so, even where it is requested again: it is begun anew when it has ended.
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

    /// Replaces what may be done when nothing is requested.
    pub fn when_idle(&self, spare: impl IntoIterator<Item = T>) {
        self.locked().spare = spare.into_iter().collect();
        self.changed.notify_all();
    }

    /// True while a request waits for somebody to begin it.
    pub fn has_waiting(&self) -> bool {
        !self.locked().requests.is_empty()
    }

    /// Puts something spare back: after everything else.
    pub fn put_back(&self, spare: T) {
        self.locked().spare.push_back(spare);
    }

    /// The most wanted request, or else something spare; waits for one. `None` once the queue is closed.
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
            // Only once nobody has requested anything for a while: the next frame's requests are on their way.
            let left = PAUSE.saturating_sub(inner.requested.elapsed());
            if left.is_zero()
                && let Some(spare) = inner.spare.pop_front()
            {
                return Some(Next::Spare(spare));
            }
            inner = self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Begins all further requests that can be answered together with one that was begun.
    pub fn also(&self, fits: impl Fn(&T) -> bool) -> Vec<T> {
        let mut inner = self.locked();
        let (together, rest): (Vec<T>, Vec<T>) = inner.requests.drain(..).partition(|request| fits(request));
        inner.requests = rest;
        let begun = together.iter().map(|request| (request.clone(), Arc::new(AtomicBool::new(true))));
        inner.begun.extend(begun);
        together
    }

    /// A request was answered, or given up.
    pub fn finished(&self, request: &T) {
        self.locked().begun.retain(|(begun, _)| begun != request);
    }

    /// True while something is requested or worked on.
    pub fn is_busy(&self) -> bool {
        let inner = self.locked();
        !inner.requests.is_empty() || !inner.begun.is_empty()
    }

    /// Lets every thread go.
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
