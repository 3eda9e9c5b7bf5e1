//! Watches the files of pictures: whether those on the screen have changed, and whether missing ones have returned. Files are
//! not read, only their metadata, and only as often as it matters: with nothing missing and no focus, nothing happens.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::files::Stamp;
use crate::model::PhotoKey;

/// Interval for checking what is on the screen, while the window has the focus.
const LOOK: Duration = Duration::from_secs(2);
/// Delay after the screen changes.
const SOON: Duration = Duration::from_millis(300);
/// How long a changed file must be stable: it may still be being written.
const SETTLED: Duration = Duration::from_millis(400);
/// Intervals for checking an unavailable file: the first, the second, and so on.
const BACK_OFF: [Duration; 5] = [
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(4),
    Duration::from_secs(8),
    Duration::from_secs(15),
];

/// A picture and its file.
pub type NamedFile = (PhotoKey, String);

/// The watched files.
#[derive(Default)]
pub struct Watch {
    inner: Mutex<Inner>,
    changed: Condvar,
}

#[derive(Default)]
struct Inner {
    generation: u64,
    seen: Vec<NamedFile>,
    has_focus: bool,
    /// When to check what is on the screen.
    look_at: Option<Instant>,
    /// Those that were present and are unavailable now.
    away: BTreeMap<PhotoKey, Away>,
    /// Those that were never present.
    absent: Vec<NamedFile>,
    absent_at: Option<Instant>,
    /// Stamps of changed files.
    unsettled: HashMap<PhotoKey, Stamp>,
    turn: usize,
    closed: bool,
}

struct Away {
    file: String,
    tries: usize,
    /// `None` while it is being read.
    next: Option<Instant>,
}

/// Files to check now.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// The generation of the pack.
    pub generation: u64,
    /// Those on the screen, or `None` if not due.
    pub seen: Option<Vec<NamedFile>>,
    /// Those unavailable so far.
    pub away: Vec<NamedFile>,
    /// Those never present so far.
    pub absent: Vec<NamedFile>,
    /// The number of the round.
    pub turn: usize,
}

impl Watch {
    fn locked(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins with a new pack, of which these files are missing.
    pub fn begin(&self, generation: u64, absent: Vec<NamedFile>) {
        let mut inner = self.locked();
        *inner = Inner { generation, absent, has_focus: inner.has_focus, closed: inner.closed, ..Inner::default() };
        drop(inner);
        self.changed.notify_all();
    }

    /// Sets what is on the screen, and whether its window has the focus.
    pub fn see(&self, generation: u64, seen: &[NamedFile], has_focus: bool) {
        let now = Instant::now();
        let mut inner = self.locked();
        if inner.generation != generation || (inner.has_focus == has_focus && inner.seen == seen) {
            return;
        }
        let comes_back = has_focus && !inner.has_focus;
        // They are visible: check now.
        let before = std::mem::take(&mut inner.seen);
        let holds = |list: &[NamedFile], photo: PhotoKey| list.iter().any(|(one, _)| *one == photo);
        for (&photo, away) in &mut inner.away {
            if comes_back || (holds(seen, photo) && !holds(&before, photo)) {
                away.next = away.next.map(|_later| now);
            }
        }
        let soon = now + if comes_back { Duration::ZERO } else { SOON };
        inner.look_at = has_focus.then(|| inner.look_at.map_or(soon, |at| at.min(soon)));
        inner.absent_at = (has_focus && !inner.absent.is_empty())
            .then(|| if comes_back { now } else { inner.absent_at.unwrap_or(now) });
        (inner.seen, inner.has_focus) = (seen.to_vec(), has_focus);
        drop(inner);
        self.changed.notify_all();
    }

    /// Records that a picture's file could not be read.
    pub fn note_away(&self, generation: u64, photo: PhotoKey, file: &str) {
        let mut inner = self.locked();
        if inner.generation != generation {
            return;
        }
        let away = inner.away.entry(photo).or_insert_with(|| Away { file: file.to_owned(), tries: 0, next: None });
        if away.next.is_none() {
            away.wait();
        }
        drop(inner);
        self.changed.notify_all();
    }

    /// Records that a picture's file could be read.
    pub fn note_here(&self, generation: u64, photo: PhotoKey) {
        let mut inner = self.locked();
        if inner.generation == generation {
            inner.away.remove(&photo);
        }
    }

    /// Records whether an unavailable file seems readable again.
    pub fn was_tried(&self, generation: u64, photo: PhotoKey, is_back: bool) {
        let mut inner = self.locked();
        let ours = inner.generation == generation;
        let Some(away) = inner.away.get_mut(&photo).filter(|_| ours) else { return };
        if is_back {
            away.next = None;
        } else {
            away.wait();
        }
    }

    /// Records that a missing file has appeared.
    pub fn has_come(&self, generation: u64, photo: PhotoKey) {
        let mut inner = self.locked();
        if inner.generation == generation {
            inner.absent.retain(|(absent, _)| *absent != photo);
        }
    }

    /// Returns true if a changed file has been stable for a while, so that nobody seems to be writing it.
    pub fn is_settled(&self, generation: u64, photo: PhotoKey, stamp: Stamp) -> bool {
        let mut inner = self.locked();
        if inner.generation != generation {
            return false;
        }
        if inner.unsettled.get(&photo) == Some(&stamp) {
            inner.unsettled.remove(&photo);
            return true;
        }
        inner.unsettled.insert(photo, stamp);
        let again = Instant::now() + SETTLED;
        inner.look_at = inner.look_at.map(|at| at.min(again));
        false
    }

    /// Waits for the next files to check; `None` once closed.
    pub fn next(&self) -> Option<Round> {
        let mut inner = self.locked();
        loop {
            if inner.closed {
                return None;
            }
            let now = Instant::now();
            if let Some(round) = inner.due(now) {
                return Some(round);
            }
            let waits = inner.away.values().filter_map(|away| away.next);
            let next = waits.chain(inner.look_at).chain(inner.absent_at).min();
            inner = match next {
                Some(next) => {
                    let left = next.saturating_duration_since(now);
                    self.changed.wait_timeout(inner, left).unwrap_or_else(PoisonError::into_inner).0
                }
                None => self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Wakes the waiting thread to end.
    pub fn close(&self) {
        self.locked().closed = true;
        self.changed.notify_all();
    }
}

impl Inner {
    fn due(&mut self, now: Instant) -> Option<Round> {
        let is_due = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        let mut round = Round { generation: self.generation, ..Round::default() };
        if is_due(self.look_at) {
            round.seen = Some(self.seen.clone());
            self.look_at = Some(now + LOOK);
        }
        if is_due(self.absent_at) {
            round.absent.clone_from(&self.absent);
            self.absent_at = (!self.absent.is_empty()).then(|| now + BACK_OFF[BACK_OFF.len() - 1]);
        }
        let away = self.away.iter().filter(|(_, away)| is_due(away.next));
        round.away = away.map(|(photo, away)| (*photo, away.file.clone())).collect();
        if round == (Round { generation: self.generation, ..Round::default() }) {
            return None;
        }
        self.turn += 1;
        round.turn = self.turn;
        Some(round)
    }
}

impl Away {
    /// Schedules the next check.
    fn wait(&mut self) {
        let wait = BACK_OFF[self.tries.min(BACK_OFF.len() - 1)];
        self.tries += 1;
        self.next = Some(Instant::now() + wait);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{BACK_OFF, Inner, Watch};
    use crate::model::PhotoKey;

    const PHOTO: PhotoKey = PhotoKey::NONE;

    fn due(watch: &Watch, after: Duration) -> Option<super::Round> {
        watch.locked().due(Instant::now() + after)
    }

    #[test]
    fn what_is_away_is_asked_for_again_and_again_and_ever_more_seldom() {
        let watch = Watch::default();
        watch.begin(1, Vec::new());
        assert_eq!(due(&watch, Duration::from_hours(1)), None, "nothing is away and nobody looks");
        watch.note_away(1, PHOTO, "a.jpg");
        for wait in BACK_OFF.into_iter().chain([BACK_OFF[4]]) {
            assert_eq!(due(&watch, wait.mul_f32(0.9)), None, "{wait:?}");
            let round = due(&watch, wait).expect("its time has come");
            assert_eq!(round.away, [(PHOTO, "a.jpg".to_owned())]);
            watch.was_tried(1, PHOTO, false);
        }
        watch.see(1, &[(PHOTO, "a.jpg".to_owned())], true);
        assert_eq!(due(&watch, Duration::ZERO).expect("at once").away.len(), 1, "somebody looks at it");
        watch.was_tried(1, PHOTO, true);
        assert_eq!(watch.locked().away[&PHOTO].next, None, "it is being read");
        watch.note_away(1, PHOTO, "a.jpg");
        assert!(watch.locked().away[&PHOTO].next > Some(Instant::now() + BACK_OFF[3]), "in vain: as seldom as before");
        watch.note_here(1, PHOTO);
        assert!(watch.locked().away.is_empty());
    }

    #[test]
    fn what_is_on_the_screen_is_looked_at_while_somebody_looks() {
        let watch = Watch::default();
        let absent = vec![(PHOTO, "z.jpg".to_owned())];
        watch.begin(1, absent.clone());
        let seen = [(PHOTO, "a.jpg".to_owned())];
        watch.see(1, &seen, false);
        assert_eq!(due(&watch, Duration::from_hours(1)), None, "the window has no focus");
        watch.see(1, &seen, true);
        let round = due(&watch, Duration::ZERO).expect("it has come back");
        assert_eq!((round.seen.as_deref(), round.absent), (Some(&seen[..]), absent));
        assert_eq!(due(&watch, Duration::ZERO), None);
        watch.see(2, &[], true);
        assert!(due(&watch, super::LOOK * 2).is_some_and(|round| round.seen.is_some()), "another pack's are not asked");
        watch.see(1, &seen, false);
        assert!(matches!(&*watch.locked(), Inner { look_at: None, absent_at: None, .. }));
    }
}
