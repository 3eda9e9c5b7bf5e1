//! The years of an exhibition, looked at one after the other: what has come by a year, and what is new in it. Nothing stands between two years.

use super::State;
use crate::model::{Batch, Exhibition, Milestone, MilestoneId, PairingStep};

/// How long a year with news, and one without, is shown while the years are played, in seconds.
const NEWS_SECS: f64 = 1.6;
const QUIET_SECS: f64 = 0.5;
/// How long all years take at most, however many they are.
const MOST_SECS: f64 = 120.0;

/// Something new in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum News<'x> {
    /// A batch arrives.
    Batch(&'x Batch),
    /// Pairings change.
    Pairings(&'x PairingStep),
    /// A milestone.
    Milestone(&'x Milestone),
}

impl News<'_> {
    /// Its year.
    #[must_use]
    pub fn year(self) -> u16 {
        match self {
            Self::Batch(batch) => batch.arrive.date.year,
            Self::Pairings(step) => step.year,
            Self::Milestone(milestone) => milestone.date.year,
        }
    }
}

/// All that is new in any year: milestones first, then pairings, then batches.
pub fn all_news(x: &Exhibition) -> impl Iterator<Item = News<'_>> {
    let milestones = x.milestones.iter().map(News::Milestone);
    let steps = x.pairing_stops.iter().map(News::Pairings);
    milestones.chain(steps).chain(x.batches.iter().map(News::Batch))
}

/// What is new in a year; nothing where no source says that anything is.
pub fn news(x: &Exhibition, year: u16) -> impl Iterator<Item = News<'_>> {
    all_news(x).filter(move |news| news.year() == year)
}

/// The first and the last year with news; `None` where there are fewer than two.
#[must_use]
pub fn span(x: &Exhibition) -> Option<[u16; 2]> {
    let first = all_news(x).map(News::year).min()?;
    let last = all_news(x).map(News::year).max()?;
    (first < last).then_some([first, last])
}

/// Whether a batch has arrived by a year; all have where no year is looked at. One that is not in the exhibition has not.
#[must_use]
pub fn has_arrived(x: &Exhibition, number: u32, year: Option<u16>) -> bool {
    let Some(year) = year else { return true };
    x.batches.iter().any(|batch| batch.number == number && batch.arrive.date.year <= year)
}

/// Whether a milestone has come by a year.
#[must_use]
pub fn has_come(milestone: &Milestone, year: Option<u16>) -> bool {
    year.is_none_or(|year| milestone.date.year <= year)
}

impl State {
    /// The year that is looked at; `None` for all of them.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.session.year
    }

    /// Looks at a year in all views at once, or at all of them again.
    pub(super) fn look_at_year(&mut self, year: Option<u16>) {
        let wanted = year.zip(span(&self.pack.exhibition));
        let Some((year, [first, last])) = wanted else {
            if self.session.year.take().is_some() {
                (self.session.step, self.session.milestone, self.session.next_year) = (None, None, None);
            }
            return;
        };
        let year = year.clamp(first, last);
        let x = &self.pack.exhibition;
        let steps = || x.pairing_stops.iter().map(|step| step.year);
        // Before the first step its diagram stands as it is: there is none for an earlier year.
        self.session.step = steps().filter(|step| *step <= year).max().or_else(|| steps().min());
        let latest = x.milestones.iter().filter(|milestone| milestone.date.year <= year);
        let latest = latest.max_by_key(|milestone| milestone.date.position().to_bits());
        self.session.milestone = latest.map(|milestone| milestone.id.clone());
        (self.session.year, self.session.trace) = (Some(year), None);
    }

    /// The year of a milestone that is chosen, where one is looked at.
    pub(super) fn year_of(&mut self, milestone: &MilestoneId) {
        let found = self.pack.exhibition.milestones.iter().find(|known| known.id == *milestone);
        if let Some(year) = found.map(|found| found.date.year).filter(|_| self.session.year.is_some()) {
            self.session.next_year = None;
            self.look_at_year(Some(year));
        }
    }

    /// Plays on from the year that is looked at, from the first one where it is the last; or stops.
    pub(super) fn play_on(&mut self, on: bool) {
        self.session.next_year = None;
        let (Some(year), Some([first, last])) = (self.session.year, span(&self.pack.exhibition)) else { return };
        if on {
            let begin = if year >= last { first } else { year };
            self.look_at_year(Some(begin));
            self.session.next_year = Some(self.now + self.shown_for(begin));
        }
    }

    /// The next year of those that are played, until the last one. It stops where something lies over the years: whoever reads there
    /// finds them again as they left them.
    pub(super) fn next_year_comes(&mut self) {
        if self.sheet().is_some() || self.overlay().is_some() || self.photo().is_some() {
            self.session.next_year = None;
            return;
        }
        let (Some(year), Some([_, last])) = (self.session.year, span(&self.pack.exhibition)) else { return };
        let next = (year + 1).min(last);
        self.look_at_year(Some(next));
        self.session.next_year = (next < last).then(|| self.now + self.shown_for(next));
    }

    fn shown_for(&self, year: u16) -> f64 {
        let x = &self.pack.exhibition;
        let years = span(x).map_or(1, |[first, last]| last - first);
        let secs = if news(x, year).next().is_some() { NEWS_SECS } else { QUIET_SECS };
        secs.min(MOST_SECS / f64::from(years))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{has_arrived, news, span};
    use crate::model::{Exhibition, Pack, PackPlace};
    use crate::state::{Action, State};

    fn exhibition(batches: &[u16], steps: &[u16], milestones: &[u16]) -> Exhibition {
        let batches = batches.iter().enumerate().map(|(i, year)| {
            serde_json::json!({ "number": i + 1, "arrive": { "date": year.to_string() }, "figure": { "state": "not_published" } })
        });
        let steps = steps.iter().map(|year| serde_json::json!({ "year": year, "change": {} }));
        let milestones = milestones.iter().enumerate().map(
            |(i, year)| serde_json::json!({ "id": format!("m{i}"), "date": year.to_string(), "title": {}, "text": {} }),
        );
        serde_json::from_value(serde_json::json!({ "format": 1, "batches": batches.collect::<Vec<_>>(),
            "pairing_stops": steps.collect::<Vec<_>>(), "milestones": milestones.collect::<Vec<_>>() }))
        .expect("an exhibition")
    }

    fn showing(x: Exhibition) -> State {
        State::showing(Pack::new(PackPlace::BuiltIn, x, Vec::new(), |_| false))
    }

    #[test]
    fn playing_goes_through_all_years_and_stops_at_the_last() {
        let mut state = showing(exhibition(&[1995, 1998], &[1996], &[1997]));
        state.update(Action::Year(Some(1998)));
        state.update(Action::PlayYears(true));
        let mut seen = vec![state.year()];
        for tenth in 1..200 {
            state.update(Action::Tick(f64::from(tenth) / 10.0));
            if seen.last() != Some(&state.year()) {
                seen.push(state.year());
            }
        }
        assert_eq!(seen, [1995, 1996, 1997, 1998].map(Some), "from the end it begins again");
        assert_eq!(state.session().next_year, None);
        state.update(Action::Back);
        assert_eq!((state.year(), state.step()), (None, None), "all years again");
    }

    #[test]
    fn an_exhibition_of_one_year_has_none_to_look_at() {
        let mut state = showing(exhibition(&[1995], &[], &[1995]));
        assert_eq!(span(&state.pack().exhibition), None);
        state.update(Action::Year(Some(1995)));
        assert_eq!(state.year(), None);
    }

    proptest! {
        #[test]
        fn what_is_seen_in_a_year_is_what_the_data_say_by_it(
            batches in prop::collection::vec(1990_u16..2030, 0..6), steps in prop::collection::vec(1990_u16..2030, 0..4),
            milestones in prop::collection::vec(1990_u16..2030, 0..6), year in 1980_u16..2040,
        ) {
            let x = exhibition(&batches, &steps, &milestones);
            let mut state = showing(x.clone());
            let home = state.session().clone();
            state.update(Action::Year(Some(year)));
            let Some([first, last]) = span(&x) else {
                prop_assert_eq!(state.session(), &home);
                return Ok(());
            };
            let year = year.clamp(first, last);
            prop_assert_eq!(state.year(), Some(year));
            for (number, arrived) in (1..).zip(&batches) {
                prop_assert_eq!(has_arrived(&x, number, state.year()), *arrived <= year);
            }
            let step = steps.iter().copied().filter(|step| *step <= year).max().or(steps.iter().copied().min());
            prop_assert_eq!(state.step(), step);
            let latest = milestones.iter().copied().filter(|milestone| *milestone <= year).max();
            let shown = state.milestone().and_then(|id| x.milestones.iter().find(|m| m.id == *id)).map(|m| m.date.year);
            prop_assert_eq!(shown, latest);
            prop_assert!(news(&x, year).all(|news| news.year() == year));
            state.update(Action::Reset);
            prop_assert_eq!(state.session(), &home);
        }
    }
}
