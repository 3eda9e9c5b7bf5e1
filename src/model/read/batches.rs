//! Unreadable batches: each keeps its place, without a number of people.

use super::{Left, Reader, part, parts};
use crate::model::{Batch, Date, Figure, Rest, When};

/// What is known of a batch.
struct Known {
    number: Option<u32>,
    arrive: Option<When>,
    batch: Option<Batch>,
    leave: Option<When>,
    /// Its index among the unread parts.
    unread: Option<usize>,
}

impl Reader<'_> {
    /// Reads the batches. The figure of an unreadable one counts as not published.
    pub(super) fn batches(&mut self) -> Vec<Batch> {
        let mut known = Vec::new();
        let pieces = self.entries("batches");
        for (i, piece) in pieces.iter().enumerate() {
            let batch: Option<Batch> = self.read(piece, "Batch", &format!("batches[{i}]"), Left::Figure);
            if let Some(batch) = batch {
                let (arrive, leave) = (Some(batch.arrive.clone()), batch.leave.clone());
                known.push(Known { number: Some(batch.number), arrive, leave, batch: Some(batch), unread: None });
                continue;
            }
            self.keep("batches", Some(i), piece);
            let raw = self.text.get(piece.span.clone()).unwrap_or_default();
            let parts = parts(raw).unwrap_or_default();
            let number: Option<u32> = part(&parts, "number").filter(|number| *number > 0);
            if let Some(unread) = self.unread.last_mut() {
                unread.id = number.map(|number| number.to_string());
            }
            let (arrive, leave) = (part(&parts, "arrive"), part(&parts, "leave"));
            known.push(Known { number, arrive, leave, batch: None, unread: self.unread.len().checked_sub(1) });
        }
        let taken: Vec<u32> = known.iter().filter_map(|known| known.number).collect();
        let mut all = Vec::new();
        for i in 0..known.len() {
            let batch = match known[i].batch.take() {
                Some(batch) => Some(batch),
                None => stand_in(&known, i, &taken),
            };
            if let Some(unread) = batch.as_ref().and(known[i].unread).and_then(|at| self.unread.get_mut(at)) {
                unread.stands_in = Some(all.len());
            }
            all.extend(batch);
        }
        all
    }
}

/// A batch without a number of people that stands in for an unreadable one; `None` if not even a year is known.
fn stand_in(known: &[Known], at: usize, taken: &[u32]) -> Option<Batch> {
    let here = &known[at];
    let (before, after) = (&known[..at], &known[at + 1..]);
    let previous = before.iter().rev().find_map(|batch| batch.number);
    let next = after.iter().find_map(|batch| batch.number);
    let free = |number: &u32| *number > 0 && !taken.contains(number);
    let number = here.number.or_else(|| {
        let follows = previous.map_or_else(|| next.map(|next| next.saturating_sub(1)), |previous| Some(previous + 1));
        let precedes = next.map(|next| next.saturating_sub(1));
        // If no number is free it shares its neighbour's, which also rules out sums over that one.
        follows.filter(free).or(precedes.filter(free)).or(previous).or(next).or(Some(1))
    })?;
    // A neighbour's year, marked as inferred.
    let year = |when: &When| Date::year(when.date.year);
    let earlier = || before.iter().rev().find_map(|batch| batch.leave.as_ref().or(batch.arrive.as_ref()).map(year));
    let later = || after.iter().find_map(|batch| batch.arrive.as_ref().map(year));
    let own = || here.leave.as_ref().map(year);
    let arrive = here.arrive.clone().or_else(|| {
        let date = earlier().or_else(own).or_else(later)?;
        Some(When { date, inferred: true })
    })?;
    let leave = here.leave.clone();
    let figure = Figure::not_published();
    Some(Batch { number, arrive, leave, years_sources: Vec::new(), figure, rest: Rest::new() })
}
