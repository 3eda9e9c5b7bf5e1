//! A wish list that several threads work off, most wanted first, and what may be done when nothing is wished for.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long nothing is wished for before something spare is done.
const PAUSE: Duration = Duration::from_millis(40);

/// A wish list. A new one replaces the old one: what is no longer wished for is dropped, even if it was begun; what is
/// being worked on is not begun twice.
pub struct Queue<T> {
    inner: Mutex<Inner<T>>,
    changed: Condvar,
}

struct Inner<T> {
    wishes: Vec<T>,
    begun: Vec<(T, Arc<AtomicBool>)>,
    spare: VecDeque<T>,
    /// When somebody last wished for something.
    wished: Instant,
    closed: bool,
}

/// Something to do.
pub enum Next<T> {
    /// A wish, and whether it still stands: false once nobody wishes for it any more.
    Wish(T, Arc<AtomicBool>),
    /// Something that nobody waits for.
    Spare(T),
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        let wished = Instant::now();
        let inner = Inner { wishes: Vec::new(), begun: Vec::new(), spare: VecDeque::new(), wished, closed: false };
        Self { inner: Mutex::new(inner), changed: Condvar::new() }
    }
}

impl<T: Clone + PartialEq> Queue<T> {
    fn locked(&self) -> std::sync::MutexGuard<'_, Inner<T>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces the wishes, most wanted first.
    pub fn wish(&self, mut wishes: Vec<T>) {
        let mut inner = self.locked();
        // What was given up once stays so, even where it is wished for again: it is begun anew when it has ended.
        for (begun, stands) in &inner.begun {
            stands.fetch_and(wishes.contains(begun), Ordering::Relaxed);
        }
        wishes.retain(|wish| !inner.begun.iter().any(|(begun, _)| begun == wish));
        wishes.reverse();
        let more = !wishes.is_empty();
        if more {
            inner.wished = Instant::now();
        }
        inner.wishes = wishes;
        drop(inner);
        if more {
            self.changed.notify_all();
        }
    }

    /// Replaces what may be done when nothing is wished for.
    pub fn when_idle(&self, spare: impl IntoIterator<Item = T>) {
        self.locked().spare = spare.into_iter().collect();
        self.changed.notify_all();
    }

    /// True while a wish waits for somebody to begin it.
    pub fn has_waiting(&self) -> bool {
        !self.locked().wishes.is_empty()
    }

    /// Puts something spare back: after everything else.
    pub fn put_back(&self, spare: T) {
        self.locked().spare.push_back(spare);
    }

    /// The most wanted wish, or else something spare; waits for one. `None` once the queue is closed.
    pub fn next(&self) -> Option<Next<T>> {
        let mut inner = self.locked();
        loop {
            if inner.closed {
                return None;
            }
            if let Some(wish) = inner.wishes.pop() {
                let stands = Arc::new(AtomicBool::new(true));
                inner.begun.push((wish.clone(), Arc::clone(&stands)));
                return Some(Next::Wish(wish, stands));
            }
            if inner.spare.is_empty() {
                inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            // Only once nobody has wished for anything for a while: the next frame's wishes are on their way.
            let left = PAUSE.saturating_sub(inner.wished.elapsed());
            if left.is_zero()
                && let Some(spare) = inner.spare.pop_front()
            {
                return Some(Next::Spare(spare));
            }
            inner = self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Begins all further wishes that can be fulfilled together with one that was begun.
    pub fn also(&self, fits: impl Fn(&T) -> bool) -> Vec<T> {
        let mut inner = self.locked();
        let (together, rest): (Vec<T>, Vec<T>) = inner.wishes.drain(..).partition(|wish| fits(wish));
        inner.wishes = rest;
        let begun = together.iter().map(|wish| (wish.clone(), Arc::new(AtomicBool::new(true))));
        inner.begun.extend(begun);
        together
    }

    /// A wish has come true, or was given up.
    pub fn finished(&self, wish: &T) {
        self.locked().begun.retain(|(begun, _)| begun != wish);
    }

    /// True while something is wished for or worked on.
    pub fn is_busy(&self) -> bool {
        let inner = self.locked();
        !inner.wishes.is_empty() || !inner.begun.is_empty()
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

    fn wish(queue: &Queue<u32>) -> (u32, std::sync::Arc<std::sync::atomic::AtomicBool>) {
        match queue.next() {
            Some(Next::Wish(wish, stands)) => (wish, stands),
            _ => panic!("a wish is there"),
        }
    }

    #[test]
    fn the_newest_list_counts_and_what_fell_out_of_it_is_given_up() {
        let queue = Queue::default();
        queue.wish(vec![1, 2, 3]);
        let (first, stands) = wish(&queue);
        assert_eq!(first, 1);
        queue.wish(vec![5, 1]);
        assert!(stands.load(Ordering::Relaxed), "still wished for");
        queue.wish(vec![5, 6]);
        assert!(!stands.load(Ordering::Relaxed), "nobody waits for it");
        queue.wish(vec![1, 5, 6]);
        assert!(!stands.load(Ordering::Relaxed), "it is ending and cannot be taken up again");
        assert_eq!(wish(&queue).0, 5);
        assert_eq!(queue.also(|w| *w == 6), [6]);
        queue.when_idle([9]);
        assert!(matches!(queue.next(), Some(Next::Spare(9))));
        for done in [1, 5, 6] {
            assert!(queue.is_busy());
            queue.finished(&done);
        }
        assert!(!queue.is_busy());
    }
}
