//! Exhibitions of any figures: drawn by chance for properties, and large ones. The one home of both.

use proptest::prelude::*;
use vitrine::model::{
    Amount, Batch, Date, Exhibition, Figure, FigureState, Precision, Report, Rest, Source, SourceId, Subtotal, Term,
    Total, When, Words,
};

/// The source of every generated number.
pub const SOURCE: &str = "paper";

fn sources() -> Vec<SourceId> {
    vec![SOURCE.into()]
}

/// A source with this id.
pub fn source() -> Source {
    let text = format!(
        r#"{{ "id": "{SOURCE}", "title": "A paper", "publisher": {{ "en": "A press" }}, "language": "en", "hosting": "publisher", "how_read": "full" }}"#
    );
    serde_json::from_str(&text).expect("a source")
}

/// A number as a source reports it.
pub fn reported(value: f64, precision: Precision) -> Figure {
    let amount = Amount { value, precision };
    Figure { state: FigureState::Reported { amount, sources: sources() }, ..Figure::not_published() }
}

/// A number that is the sum of others.
pub fn worked_out(parts: &[f64]) -> Figure {
    let term = |value: &f64| Term { value: *value, counts: Words::default(), sources: sources(), rest: Rest::new() };
    Figure { state: FigureState::WorkedOut { terms: parts.iter().map(term).collect() }, ..Figure::not_published() }
}

/// Another report.
pub fn report(value: f64, precision: Precision) -> Report {
    Report { value, precision, counts: Words::default(), sources: sources(), rest: Rest::new() }
}

/// A batch of three years from 1995 on.
pub fn batch(number: u32, figure: Figure) -> Batch {
    let year = |after: u32| u16::try_from(1995 + 3 * after % 900).expect("a year");
    let when = |after: u32| When { date: Date::year(year(after)), inferred: after.is_multiple_of(5) };
    Batch {
        number,
        arrive: when(number - 1),
        leave: Some(when(number)),
        years_sources: sources(),
        figure,
        rest: Rest::new(),
    }
}

/// An exhibition of these figures, each for a batch.
pub fn of(figures: impl IntoIterator<Item = Figure>) -> Exhibition {
    let batches = (1..).zip(figures).map(|(number, figure)| batch(number, figure)).collect();
    Exhibition { batches, sources: vec![source()], ..Exhibition::default() }
}

/// So many batches in all states, with other reports, subtotals over gaps and over numbers, and totals.
pub fn many(count: u32) -> Exhibition {
    let figure = |number: u32| match number % 10 {
        2..=4 => Figure::not_published(),
        5 => worked_out(&[f64::from(number) * 31.0, -f64::from(number)]),
        6 => Figure { state: FigureState::NotApplicable, ..Figure::not_published() },
        7 => reported(0.0, Precision::Exact),
        8 => reported(f64::from(number * 997 % 120_000), Precision::MoreThan),
        9 => Figure {
            also: vec![report(850.0, Precision::MoreThan), report(853.0, Precision::Exact)],
            ..reported(f64::from(number * 13), Precision::Nearly)
        },
        _ => reported(f64::from(number * 7919 % 90_000), Precision::Exact),
    };
    let subtotal = |first: u32, last: u32| Subtotal {
        first,
        last,
        figure: worked_out(&[f64::from(first) * 700.0, -20.0]),
        rest: Rest::new(),
    };
    let decades = (0..count / 10).map(|i| 10 * i);
    let mut subtotals: Vec<Subtotal> = decades.clone().map(|i| subtotal(i + 2, i + 4)).collect();
    subtotals.extend(decades.clone().filter(|i| i % 50 == 0).map(|i| subtotal(i + 3, i + 8)));
    let total = |after: u32| Total {
        after_batch: after,
        figure: reported(f64::from(after) * 1000.0, Precision::Nearly),
        as_of: None,
        rest: Rest::new(),
    };
    Exhibition { subtotals, totals: decades.map(|i| total(i + 10)).collect(), ..of((1..=count).map(figure)) }
}

fn precision() -> impl Strategy<Value = Precision> {
    prop::sample::select(vec![Precision::Exact, Precision::Nearly, Precision::MoreThan, Precision::About])
}

/// Any figure, with other reports.
pub fn any_figure() -> impl Strategy<Value = Figure> {
    let any_reported =
        (0_u32..100_000, precision()).prop_map(|(value, precision)| reported(f64::from(value), precision));
    let any_worked_out = prop::collection::vec(-5000_i32..5000, 1..4)
        .prop_filter("nobody counts fewer than none", |values| values.iter().sum::<i32>() >= 0)
        .prop_map(|values| worked_out(&values.into_iter().map(f64::from).collect::<Vec<f64>>()));
    let not_applicable = Figure { state: FigureState::NotApplicable, ..Figure::not_published() };
    let state = prop_oneof![any_reported, any_worked_out, Just(Figure::not_published()), Just(not_applicable)];
    (state, prop::collection::vec((0_u32..9000, precision()), 0..3)).prop_map(|(figure, also)| Figure {
        also: also.into_iter().map(|(value, precision)| report(f64::from(value), precision)).collect(),
        ..figure
    })
}

/// Any exhibition of a few batches.
pub fn any_exhibition() -> impl Strategy<Value = Exhibition> {
    prop::collection::vec(any_figure(), 1..12).prop_map(of)
}

/// The same, with figures for several batches together and totals, which may contradict everything.
pub fn any_exhibition_with_sums() -> impl Strategy<Value = Exhibition> {
    let spans = prop::collection::vec((1_u32..12, 1_u32..12, any_figure()), 0..3);
    let totals = prop::collection::vec((1_u32..12, any_figure()), 0..4);
    (any_exhibition(), spans, totals).prop_map(|(x, spans, totals)| {
        let subtotal = |(first, last, figure)| Subtotal { first, last, figure, rest: Rest::new() };
        let total = |(after_batch, figure)| Total { after_batch, figure, as_of: None, rest: Rest::new() };
        Exhibition {
            subtotals: spans.into_iter().map(subtotal).collect(),
            totals: totals.into_iter().map(total).collect(),
            ..x
        }
    })
}
