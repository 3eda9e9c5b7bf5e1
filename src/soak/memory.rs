//! Memory by the hour, and by how much it grows.

use super::{DAY, HOUR};

/// Fewer hours than these tell nothing about growth.
const LEAST: usize = 12;

/// Memory by the hour.
#[derive(Debug, Default)]
pub struct Memory {
    /// Seconds and KiB.
    samples: Vec<(f64, u64)>,
    ends: Option<[u64; 2]>,
    due: f64,
}

impl Memory {
    /// When the next sample is due, in seconds.
    pub fn due(&self) -> f64 {
        self.due
    }

    /// Notes a sample, where the system tells; one at the end of all time is the last. What `pictures` take of it has a bound, and fills for
    /// as many days as visitors come upon new ones: that is no growth.
    pub fn note(&mut self, now: f64, kib: Option<u64>, pictures: u64) {
        self.due = now + HOUR;
        let Some(kib) = kib else { return };
        self.ends = Some([self.ends.map_or(kib, |[first, _]| first), kib]);
        if now.is_finite() {
            self.samples.push((now, kib.saturating_sub(pictures)));
        }
    }

    /// The first and the last sample.
    pub fn ends(&self) -> Option<[u64; 2]> {
        self.ends
    }

    /// KiB a day, over the hours after the first day.
    pub fn slope(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "kibibytes of a computer's memory")]
        let points: Vec<(f64, f64)> =
            self.samples.iter().filter(|(at, _)| *at >= DAY).map(|(at, kib)| (*at / DAY, *kib as f64)).collect();
        if points.len() < LEAST {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "some hundred hours")]
        let count = points.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
        let (day, kib) = (mean(|p| p.0), mean(|p| p.1));
        let across: f64 = points.iter().map(|(x, y)| (x - day) * (y - kib)).sum();
        let along: f64 = points.iter().map(|(x, _)| (x - day).powi(2)).sum();
        Some(across / along)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_told_after_the_first_day_alone() {
        let mut memory = Memory::default();
        let mut kib = 100_000;
        for hour in 0_u32..24 {
            kib += 5_000;
            memory.note(f64::from(hour) * HOUR, Some(kib), 0);
        }
        assert_eq!(memory.slope(), None, "it fills its caches");
        for hour in 24_u32..72 {
            // Pictures that visitors had not come upon before.
            kib += 1_100;
            memory.note(f64::from(hour) * HOUR, Some(kib), 1_000 * u64::from(hour - 23));
        }
        memory.note(f64::INFINITY, Some(kib), 0);
        let slope = memory.slope().expect("two days");
        assert!((slope - 2_400.0).abs() < 1.0, "{slope}");
        assert_eq!(memory.ends(), Some([105_000, kib]));
        let mut unknown = Memory::default();
        unknown.note(0.0, None, 0);
        assert_eq!((unknown.ends(), unknown.slope()), (None, None));
    }
}
