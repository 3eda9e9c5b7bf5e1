//! Wrong PINs, and how long the next try has to wait: five tries, then a minute, doubling to an hour.

use serde::{Deserialize, Serialize};

/// Tries before the first wait.
pub const TRIES: u32 = 5;
/// The first wait and the longest, in seconds.
const FIRST: u32 = 60;
const LONGEST: u32 = 3600;
/// Seconds after which an old mistake is forgotten.
const FORGOTTEN: i64 = 24 * 3600;

/// The wrong tries so far. Times are seconds of the wall's clock, since they outlast a start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempts {
    /// Wrong tries since the last right one.
    pub wrong: u32,
    /// When the last one was.
    pub last: i64,
}

impl Attempts {
    /// Returns the seconds until the next try is allowed; 0 if it is now. A clock that was put back does not lock for longer
    /// than the wait itself.
    pub fn wait(&mut self, now: i64) -> u32 {
        if now < self.last {
            self.last = now;
        }
        let passed = now.saturating_sub(self.last);
        if passed >= FORGOTTEN {
            *self = Self::default();
        }
        let Some(beyond) = self.wrong.checked_sub(TRIES) else { return 0 };
        let wait = FIRST.checked_shl(beyond.min(16)).map_or(LONGEST, |wait| wait.min(LONGEST));
        wait.saturating_sub(u32::try_from(passed).unwrap_or(u32::MAX))
    }

    /// Counts a wrong try.
    pub fn count(&mut self, now: i64) {
        *self = Self { wrong: self.wrong.saturating_add(1), last: now };
    }

    /// Returns the tries left before the next wait.
    #[must_use]
    pub fn left(&self) -> u32 {
        TRIES.saturating_sub(self.wrong)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn after_five_tries_the_waits_double_to_an_hour() {
        let (mut attempts, mut now) = (Attempts::default(), 1_796_000_000);
        for left in (0..TRIES).rev() {
            assert_eq!(attempts.wait(now), 0);
            attempts.count(now);
            assert_eq!(attempts.left(), left);
        }
        for wait in [60, 120, 240, 480, 960, 1920, 3600, 3600] {
            assert_eq!(attempts.wait(now), wait);
            assert_eq!(attempts.wait(now + i64::from(wait) - 1), 1);
            now += i64::from(wait);
            assert_eq!(attempts.wait(now), 0);
            attempts.count(now);
        }
        assert_eq!(attempts.wait(now + FORGOTTEN), 0);
        assert_eq!(attempts, Attempts::default(), "the next day begins anew");
    }

    proptest! {
        #[test]
        fn no_clock_locks_for_longer_than_an_hour(wrong: u32, last: i64, now: i64) {
            let mut attempts = Attempts { wrong, last };
            let wait = attempts.wait(now);
            prop_assert!(wait <= LONGEST);
            if now < i64::MAX - i64::from(LONGEST) {
                prop_assert_eq!(attempts.wait(now + i64::from(wait)), 0);
            }
        }
    }
}
