//! Exhibitions with figures in every state.

use proptest::prelude::*;
use vitrine::model::{
    Amount, Batch, Date, Exhibition, Figure, FigureState, Pack, PackPlace, Precision, Report, Rest, Term, When, Words,
};
use vitrine::state::State;

/// A state that shows an exhibition.
pub fn showing(x: &Exhibition) -> State {
    State::showing(Pack::new(PackPlace::BuiltIn, x.clone(), Vec::new(), |_file| true))
}

fn figure() -> impl Strategy<Value = Figure> {
    let precision =
        prop::sample::select(vec![Precision::Exact, Precision::Nearly, Precision::MoreThan, Precision::About]);
    let reported = (0_u32..100_000, precision).prop_map(|(value, precision)| FigureState::Reported {
        amount: Amount { value: f64::from(value), precision },
        sources: Vec::new(),
    });
    let worked_out = prop::collection::vec(-5000_i32..5000, 1..4).prop_map(|values| FigureState::WorkedOut {
        terms: values
            .into_iter()
            .map(|value| Term {
                value: f64::from(value),
                counts: Words::default(),
                sources: Vec::new(),
                rest: Rest::new(),
            })
            .collect(),
    });
    let state = prop_oneof![reported, worked_out, Just(FigureState::NotPublished), Just(FigureState::NotApplicable)];
    let report = |value: u32| Report {
        value: f64::from(value),
        precision: Precision::About,
        counts: Words::default(),
        sources: Vec::new(),
        rest: Rest::new(),
    };
    (state, prop::collection::vec(0_u32..9000, 0..3)).prop_map(move |(state, also)| Figure {
        state,
        also: also.into_iter().map(report).collect(),
        ..Figure::not_published()
    })
}

/// An exhibition of a few batches.
pub fn exhibition() -> impl Strategy<Value = Exhibition> {
    prop::collection::vec(figure(), 1..12).prop_map(|figures| {
        let batch = |(number, figure): (u32, Figure)| Batch {
            number,
            arrive: When { date: Date::year(1995), inferred: false },
            leave: None,
            years_sources: Vec::new(),
            figure,
            rest: Rest::new(),
        };
        Exhibition { batches: (1..).zip(figures).map(batch).collect(), ..Exhibition::default() }
    })
}
