//! The data of the personnel chart, independent of how it is drawn.

use std::collections::BTreeSet;

use super::{Amount, Batch, Exhibition, FigureState, Precision, TableRow, Total, Unread};

/// A position on the chart's axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot<'a> {
    /// The batch at this position.
    pub batch: &'a Batch,
    /// The bar's height in people; `None` if there is no number, and hence no bar.
    pub height: Option<f64>,
}

/// The chart's slots, in the order of the batches' numbers.
#[must_use]
pub fn slots(exhibition: &Exhibition) -> Vec<Slot<'_>> {
    let mut slots: Vec<Slot<'_>> =
        exhibition.batches.iter().map(|batch| Slot { batch, height: batch.figure.amount().map(|a| a.value) }).collect();
    slots.sort_by_key(|slot| slot.batch.number);
    slots
}

/// A value axis from zero, with steps of 1, 2 or 5 times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NiceAxis {
    /// The distance between two grid lines.
    pub step: f64,
    /// The value at the top of the plot; at least the highest bar.
    pub top: f64,
}

/// Returns an axis for values up to `highest`, with about `lines` grid lines.
#[must_use]
pub fn axis(highest: f64, lines: u32) -> NiceAxis {
    let highest = if highest.is_finite() && highest > 0.0 { highest } else { 1.0 };
    let rough = highest / f64::from(lines.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= rough * 0.999).unwrap_or(power);
    NiceAxis { step, top: highest }
}

/// The totals under the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary<'a> {
    /// The total published after the last batch, if any.
    pub reported: Option<(&'a Total, Amount)>,
    /// The number of batches with a reported figure.
    pub reported_batches: usize,
    /// Their sum; `None` if there are none.
    pub reported_sum: Option<Amount>,
    /// The sum including worked-out figures and subtotals; `None` unless it covers every batch exactly once.
    pub full_sum: Option<Amount>,
    /// The full sum compared with the reported total.
    pub difference: Option<Difference>,
}

/// How far the full sum is from the reported total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// They are equal.
    None,
    /// The sum is lower by about this much; rounded to 50, since the total itself is rounded.
    Fewer(f64),
    /// The sum is higher by about this much, rounded likewise.
    More(f64),
}

/// Sums the batches. Missing figures are skipped, and rule out the full sum unless a subtotal covers them.
#[must_use]
pub fn summary(exhibition: &Exhibition) -> Summary<'_> {
    let batches = &exhibition.batches;
    let reported = reported_parts(exhibition);
    let last = batches.iter().map(|b| b.number).max();
    let mut total = exhibition.totals.iter().filter(|t| Some(t.after_batch) == last);
    let reported_total = total.find_map(|t| t.figure.amount().map(|a| (t, a)));
    let full_sum = sum_through(exhibition, u32::MAX);
    let difference = reported_total.zip(full_sum).map(|((_, total), sum)| {
        let gap = total.value - sum.value;
        let rounded = if total.precision == Precision::Exact { gap } else { (gap.abs() / 50.0).floor() * 50.0 };
        match gap {
            g if g.abs() < 0.5 => Difference::None,
            g if g > 0.0 => Difference::Fewer(rounded.abs()),
            _ => Difference::More(rounded.abs()),
        }
    });
    Summary {
        reported: reported_total,
        reported_batches: reported.len(),
        reported_sum: added(&reported),
        full_sum,
        difference,
    }
}

/// The sum of figures, qualified by a “nearly” or “more than” among them; “about” if these conflict.
#[must_use]
pub fn added(parts: &[TableRow<'_>]) -> Option<Amount> {
    let amounts: Vec<Amount> = parts.iter().filter_map(|part| part.figure().amount()).collect();
    let mut words: Vec<Precision> = amounts.iter().map(|a| a.precision).filter(|p| *p != Precision::Exact).collect();
    words.dedup();
    let precision = match words.as_slice() {
        [] => Precision::Exact,
        [one] => *one,
        _ => Precision::About,
    };
    let value: f64 = amounts.iter().map(|a| a.value).sum();
    // A part without a number is a gap, which no sum may bridge.
    let is_whole = !parts.is_empty() && amounts.len() == parts.len() && value.is_finite();
    is_whole.then_some(Amount { value, precision })
}

/// The batches whose own number is reported.
#[must_use]
pub fn reported_parts(exhibition: &Exhibition) -> Vec<TableRow<'_>> {
    let is_reported =
        |batch: &&Batch| matches!(batch.figure.state, FigureState::Reported { .. }) && batch.figure.amount().is_some();
    slots(exhibition).into_iter().map(|slot| slot.batch).filter(is_reported).map(TableRow::Batch).collect()
}

/// The sum of all batches from the first to `last`, with worked-out figures and subtotals; `None` unless it covers each exactly
/// once, which it cannot if the list lacks a number or has it twice.
#[must_use]
pub fn sum_through(exhibition: &Exhibition, last: u32) -> Option<Amount> {
    parts_through(exhibition, last).and_then(|parts| added(&parts))
}

/// The figures that [`sum_through`] adds up.
#[must_use]
pub fn parts_through(exhibition: &Exhibition, last: u32) -> Option<Vec<TableRow<'_>>> {
    let batches: Vec<&Batch> =
        slots(exhibition).into_iter().map(|slot| slot.batch).filter(|b| b.number <= last).collect();
    let is_whole = (1..).zip(&batches).all(|(number, batch): (u32, _)| batch.number == number);
    let is_lost = |unread: &Unread| unread.field == "batches" && unread.stands_in.is_none();
    if !is_whole || exhibition.unread.iter().any(is_lost) {
        return None;
    }
    let missing = |batch: &Batch| batch.figure.amount().is_none();
    let mut parts = Vec::new();
    let mut covered: BTreeSet<u32> = BTreeSet::new();
    for subtotal in exhibition.subtotals.iter().filter(|s| s.last <= last) {
        // The batches are in order, one for each number.
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let Some(span) = batches.get(place(subtotal.first).wrapping_sub(1)..place(subtotal.last)) else { continue };
        let usable = span.iter().all(|b| missing(b) && !covered.contains(&b.number));
        if usable && !span.is_empty() && subtotal.figure.amount().is_some() {
            parts.push(TableRow::Subtotal(subtotal));
            covered.extend(span.iter().map(|b| b.number));
        }
    }
    for batch in &batches {
        match batch.figure.state {
            _ if !missing(batch) => parts.push(TableRow::Batch(batch)),
            FigureState::NotApplicable => {}
            _ if covered.contains(&batch.number) => {}
            _ => return None,
        }
    }
    let first = |part: &TableRow<'_>| match part {
        TableRow::Batch(batch) => batch.number,
        TableRow::Subtotal(subtotal) => subtotal.first,
    };
    parts.sort_by_key(first);
    (!parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::{axis, sum_through};
    use crate::model::{Amount, Batch, Date, Exhibition, Figure, FigureState, Precision, Rest, Subtotal, When};

    fn reported(value: f64) -> Figure {
        let amount = Amount { value, precision: Precision::Exact };
        Figure { state: FigureState::Reported { amount, sources: Vec::new() }, ..Figure::not_published() }
    }

    fn batch(number: u32, figure: Figure) -> Batch {
        let arrive = When { date: Date::year(1995), inferred: false };
        Batch { number, arrive, leave: None, years_sources: Vec::new(), figure, rest: Rest::new() }
    }

    #[test]
    fn a_running_sum_waits_for_the_subtotal_that_covers_the_gap() {
        let none = Figure::not_published;
        let exhibition = Exhibition {
            batches: vec![batch(1, reported(622.0)), batch(2, none()), batch(3, none()), batch(4, reported(853.0))],
            subtotals: vec![Subtotal { first: 2, last: 3, figure: reported(2272.0), rest: Rest::new() }],
            ..Exhibition::default()
        };
        let sum = |last| sum_through(&exhibition, last).map(|sum| sum.value);
        assert_eq!(sum(1), Some(622.0));
        assert_eq!(sum(2), None, "a missing figure is not zero");
        assert_eq!(sum(3), Some(2894.0));
        assert_eq!(sum(4), Some(3747.0));
    }

    #[test]
    fn a_sum_is_no_more_exact_than_its_parts() {
        let with = |precision| {
            let amount = Amount { value: 1000.0, precision };
            Figure { state: FigureState::Reported { amount, sources: Vec::new() }, ..Figure::not_published() }
        };
        let sum = |figures: Vec<Figure>| {
            let batches = (1..).zip(figures).map(|(number, figure)| batch(number, figure)).collect();
            sum_through(&Exhibition { batches, ..Exhibition::default() }, 9).map(|sum| sum.precision)
        };
        assert_eq!(sum(vec![reported(1.0), reported(2.0)]), Some(Precision::Exact));
        assert_eq!(sum(vec![reported(1.0), with(Precision::Nearly)]), Some(Precision::Nearly));
        assert_eq!(sum(vec![with(Precision::MoreThan), with(Precision::Nearly)]), Some(Precision::About));
    }

    #[test]
    fn what_is_not_applicable_adds_up_to_nothing() {
        let none = Figure { state: FigureState::NotApplicable, ..Figure::not_published() };
        let alone = Exhibition { batches: vec![batch(1, none.clone())], ..Exhibition::default() };
        assert_eq!(sum_through(&alone, 1), None, "not to zero");
        let beside = Exhibition { batches: vec![batch(1, none), batch(2, reported(9.0))], ..Exhibition::default() };
        assert_eq!(sum_through(&beside, 2).map(|sum| sum.value), Some(9.0));
    }

    #[test]
    fn steps_are_nice() {
        assert!((axis(2117.0, 5).step - 500.0).abs() < 1e-9);
        assert!((axis(12_000.0, 5).step - 5000.0).abs() < 1e-9);
        assert!((axis(0.0, 5).step - 0.2).abs() < 1e-9);
    }
}
