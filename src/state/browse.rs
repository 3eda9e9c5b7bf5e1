//! Queries about what is being browsed.

use super::State;
use crate::model::{Exhibition, PairingStep, ProvinceId};

impl State {
    /// The year `by` steps from the current one of the year control.
    #[must_use]
    pub fn year_beside(&self, by: isize) -> Option<u16> {
        let steps = &self.pack.exhibition.pairing_stops;
        let is_here = |step: &PairingStep| Some(step.year) == self.session.step;
        // Several steps of one year are passed together, in either direction.
        let here = if by > 0 { steps.iter().rposition(is_here) } else { steps.iter().position(is_here) };
        let here = here.or(steps.len().checked_sub(1))?;
        steps.get(here.checked_add_signed(by)?).map(|step| step.year)
    }
}

/// The number of pictures that concern a province.
#[must_use]
pub fn photo_count(exhibition: &Exhibition, province: &ProvinceId) -> usize {
    exhibition.photos.iter().filter(|p| p.provinces.contains(province)).count()
}

#[cfg(test)]
mod tests {
    use crate::model::{Exhibition, Pack, PackPlace, PairingStep, Rest, Words};
    use crate::state::{Action, State};

    #[test]
    fn years_are_passed_one_by_one_and_twice_the_same_one_at_once() {
        let step =
            |year| PairingStep { year, label: None, change: Words::default(), sources: Vec::new(), rest: Rest::new() };
        let x = Exhibition { pairing_stops: [1995, 2002, 2002, 2016].map(step).to_vec(), ..Exhibition::default() };
        let mut state = State::showing(Pack::new(PackPlace::BuiltIn, x, Vec::new(), |_| false));
        assert_eq!((state.year_beside(-1), state.year_beside(1)), (Some(2002), None), "the last one is shown at first");
        state.update(Action::Step(2002));
        assert_eq!((state.year_beside(-1), state.year_beside(1)), (Some(1995), Some(2016)));
        state.update(Action::Step(1995));
        assert_eq!((state.year_beside(-1), state.year_beside(1)), (None, Some(2002)));
        state.update(Action::PlayYears(true));
        for secs in 1..9 {
            state.update(Action::Tick(2.0 * f64::from(secs)));
        }
        assert_eq!((state.step(), state.session().next_year), (Some(2016), None), "playing comes to its end");
    }
}
