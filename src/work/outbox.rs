//! Answers on their way to the UI thread, which takes them between two frames.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use super::Done;

/// The most answers waiting for the next frame. A wall of small pictures makes a few dozen a frame.
const WAITING: usize = 256;

/// Requests a frame within a duration, from any thread.
pub type Wake = Arc<dyn Fn(Duration) + Send + Sync>;

/// The sending end, for every thread.
///
/// The UI thread only receives, so a thread that waits in [`Outbox::send`] cannot block it. Do not call `send` while holding
/// a lock that the UI thread takes; [`Outbox::offer`] never waits.
#[derive(Clone)]
pub struct Outbox {
    send: SyncSender<Done>,
    wake: Wake,
}

impl Outbox {
    /// Creates an outbox and its receiver.
    pub fn new(wake: Wake) -> (Self, Receiver<Done>) {
        let (send, done) = sync_channel(WAITING);
        (Self { send, wake }, done)
    }

    /// Sends an answer; waits while there are too many. `None` when the receiver is gone.
    pub fn send(&self, done: Done) -> Option<()> {
        match self.send.try_send(done) {
            Ok(()) => Some(()),
            Err(TrySendError::Full(done)) => {
                // The UI thread may be asleep: only a frame makes room.
                self.wake(Duration::ZERO);
                self.send.send(done).ok()
            }
            Err(TrySendError::Disconnected(_)) => None,
        }
    }

    /// Sends an answer that may be lost if there is no room, since a later one replaces it.
    pub fn offer(&self, done: Done) {
        if self.send.try_send(done).is_ok() {
            self.wake(Duration::ZERO);
        }
    }

    /// Requests a frame within a duration.
    pub fn wake(&self, within: Duration) {
        (self.wake)(within);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;
    use crate::state::Action;

    #[test]
    fn a_screen_that_sleeps_is_woken_before_anybody_waits_for_it() {
        let woken = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&woken);
        let (outbox, done) = Outbox::new(Arc::new(move |_within| {
            count.fetch_add(1, Ordering::Relaxed);
        }));
        for _ in 0..WAITING {
            assert_eq!(outbox.send(Done::Action(Action::NoDialog)), Some(()));
        }
        outbox.offer(Done::Action(Action::NoDialog));
        assert_eq!(woken.load(Ordering::Relaxed), 0, "there was room for each, and none for what was only offered");
        let waits = thread::spawn(move || outbox.send(Done::Action(Action::NoDialog)));
        while woken.load(Ordering::Relaxed) == 0 {
            thread::yield_now();
        }
        assert_eq!(done.iter().count(), WAITING + 1, "nothing is lost");
        assert_eq!(waits.join().expect("it ends"), Some(()));
    }

    #[test]
    fn whoever_waits_is_let_go_when_the_window_closes() {
        let (outbox, done) = Outbox::new(Arc::new(|_within| {}));
        let waits = thread::spawn(move || {
            (0..=WAITING).find_map(|_| outbox.send(Done::Action(Action::NoDialog)).is_none().then_some(()))
        });
        thread::sleep(Duration::from_millis(20));
        drop(done);
        assert_eq!(waits.join().expect("it ends"), Some(()));
    }
}
