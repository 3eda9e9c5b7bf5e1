//! The stops of a talk, in order.

use std::sync::Arc;

use crate::model::Stop;

/// Identifies a stop of a talk, since a running order has no ids. Assigned when the talk takes in its stops, never persisted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StopKey(pub(super) u32);

/// The stops of a talk. They are its own copy: edits of the exhibition neither move nor remove them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stops(Arc<[Stop]>);

impl From<Vec<Stop>> for Stops {
    fn from(stops: Vec<Stop>) -> Self {
        Self(stops.into())
    }
}

impl Stops {
    /// The number of stops.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = StopKey> + use<> {
        (0..u32::try_from(self.0.len()).unwrap_or(u32::MAX)).map(StopKey)
    }

    /// The stops with their keys, in order.
    pub fn iter(&self) -> impl Iterator<Item = (StopKey, &Stop)> {
        self.keys().zip(self.0.iter())
    }

    /// A stop.
    #[must_use]
    pub fn get(&self, stop: StopKey) -> Option<&Stop> {
        self.0.get(stop.0 as usize)
    }

    /// The key of the stop at an index, for a typed or persisted number.
    #[must_use]
    pub fn key(&self, position: usize) -> Option<StopKey> {
        u32::try_from(position).ok().filter(|_| position < self.len()).map(StopKey)
    }

    /// The index of a stop, from which its number follows.
    #[must_use]
    pub fn position(&self, stop: StopKey) -> usize {
        (stop.0 as usize).min(self.len())
    }

    /// The stop `by` places after another; `None` beyond the ends.
    #[must_use]
    pub fn beside(&self, stop: StopKey, by: isize) -> Option<StopKey> {
        self.key(self.position(stop).checked_add_signed(by)?)
    }

    /// The same, clamped to the ends.
    #[must_use]
    pub fn moved(&self, stop: StopKey, by: isize) -> StopKey {
        let last = self.len().saturating_sub(1);
        self.key(self.position(stop).saturating_add_signed(by).min(last)).unwrap_or(stop)
    }

    /// The sum of their own planned times, in seconds.
    #[must_use]
    pub fn planned_secs(&self) -> f64 {
        self.0.iter().map(Stop::planned_secs).sum()
    }
}
