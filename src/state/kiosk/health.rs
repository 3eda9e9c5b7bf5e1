//! How a kiosk has been, as values.

use serde::{Deserialize, Serialize};

/// Why a show was started anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RestartReason {
    /// It ended by itself.
    Crash,
    /// No frame came any more.
    Stall,
    /// Frames came, but the attract loop did not go on.
    StillContent,
    /// No first frame came.
    NoFrame,
    /// Planned, at closing time.
    Planned,
}

/// A new start of the show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restart {
    /// When, in seconds of the wall's clock.
    pub at: i64,
    /// Why.
    pub why: RestartReason,
    /// What the system said about the end before.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// How long a kiosk has run, and how often it was started anew: handed from its watcher to the show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Runs {
    /// When the watcher began, in seconds of the wall's clock; 0 once it has ended.
    pub since: i64,
    /// All new starts since then.
    pub count: u32,
    /// The last of them, the newest at the end.
    pub last: Vec<Restart>,
}

/// The most new starts that are kept.
const MOST: usize = 20;

impl Runs {
    /// Adds a new start.
    pub fn add(&mut self, restart: Restart) {
        self.count = self.count.saturating_add(1);
        self.last.push(restart);
        let surplus = self.last.len().saturating_sub(MOST);
        self.last.drain(..surplus);
    }

    /// Parses it; `None` if the text is something else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|_| text.trim_start().starts_with('{'))
    }

    /// Serializes it.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Memory over time: one measurement for each of the last hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryOverTime(Vec<(u64, u64)>);

impl MemoryOverTime {
    /// Hours that are kept.
    const HOURS: u64 = 24;

    /// Adds a measurement: seconds since the start, and MB. Of each hour the largest is kept.
    pub fn add(&mut self, passed: u64, mb: u64) {
        let hour = passed / 3600;
        match self.0.last_mut() {
            Some((last, most)) if *last == hour => *most = mb.max(*most),
            _ => self.0.push((hour, mb)),
        }
        self.0.retain(|(at, _)| at + Self::HOURS > hour);
    }

    /// The measurements, the oldest first.
    pub fn each_hour(&self) -> impl Iterator<Item = u64> {
        self.0.iter().map(|(_, mb)| *mb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_of_restarts_and_memory_stay_small() {
        let (mut runs, mut memory) = (Runs::default(), MemoryOverTime::default());
        for hour in 0..1000 {
            runs.add(Restart { at: hour, why: RestartReason::Stall, words: String::new() });
            for minute in 0..60 {
                memory.add(u64::try_from(hour).expect("an hour") * 3600 + minute * 60, 100 + minute);
            }
        }
        assert_eq!((runs.count, runs.last.len(), runs.last.last().map(|last| last.at)), (1000, MOST, Some(999)));
        assert_eq!(memory.each_hour().collect::<Vec<_>>(), [159; 24]);
        assert_eq!(Runs::from_text(&runs.to_text()), Some(runs));
        assert_eq!(Runs::from_text("[]"), None);
    }
}
