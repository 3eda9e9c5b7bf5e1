//! What the personnel chart shows, before anyone draws it.

use super::{Amount, Batch, Exhibition, FigureState, Precision, Total};

/// One place on the chart's axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot<'a> {
    /// The batch that stands there.
    pub batch: &'a Batch,
    /// The bar's height in people; `None` where there is no number, and then no bar.
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
    /// The distance of two grid lines.
    pub step: f64,
    /// The value at the top of the plot; at least the highest bar.
    pub top: f64,
}

/// An axis for values up to `highest`, with about `lines` grid lines.
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
    /// The total that was published after the last batch, where there is one.
    pub reported: Option<(&'a Total, Amount)>,
    /// How many batches have a reported figure.
    pub reported_batches: usize,
    /// Their sum; `None` where there is none.
    pub reported_sum: Option<f64>,
    /// The sum with worked-out figures and subtotals; `None` unless it covers every batch once.
    pub full_sum: Option<f64>,
    /// The reported total beside the full sum.
    pub difference: Option<Difference>,
}

/// How far the full sum is from the reported total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// They are equal.
    None,
    /// The sum is about this many lower. Rounded to 50, since the total itself is rounded.
    Fewer(f64),
    /// The sum is about this many higher, rounded alike.
    More(f64),
}

/// Sums the batches. A missing figure is left out of a sum and makes the full sum impossible unless a subtotal covers it.
#[must_use]
pub fn summary(exhibition: &Exhibition) -> Summary<'_> {
    let batches = &exhibition.batches;
    let reported: Vec<f64> = batches
        .iter()
        .filter_map(|b| match b.figure.state {
            FigureState::Reported { amount, .. } => Some(amount.value),
            _ => None,
        })
        .collect();
    let last = batches.iter().map(|b| b.number).max();
    let mut total = exhibition.totals.iter().filter(|t| Some(t.after_batch) == last);
    let reported_total = total.find_map(|t| t.figure.amount().map(|a| (t, a)));
    let full_sum = sum_through(exhibition, u32::MAX);
    let difference = reported_total.zip(full_sum).map(|((_, total), sum)| {
        let gap = total.value - sum;
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
        reported_sum: (!reported.is_empty()).then(|| reported.iter().sum()),
        full_sum,
        difference,
    }
}

/// The sum of all batches up to this one, with worked-out figures and subtotals; `None` unless it covers each of them once,
/// and where none of them has a number.
#[must_use]
pub fn sum_through(exhibition: &Exhibition, last: u32) -> Option<f64> {
    let batches = || exhibition.batches.iter().filter(|b| b.number <= last);
    // No number at all adds up to no number, not to zero.
    let mut sum = None;
    let mut add = |value: f64| sum = Some(sum.unwrap_or(0.0) + value);
    let missing = |number: u32| batches().any(|b| b.number == number && b.figure.amount().is_none());
    let mut covered: Vec<u32> = Vec::new();
    for subtotal in exhibition.subtotals.iter().filter(|s| s.last <= last) {
        let span: Vec<u32> =
            batches().map(|b| b.number).filter(|n| (subtotal.first..=subtotal.last).contains(n)).collect();
        let usable = span.iter().all(|&n| missing(n) && !covered.contains(&n));
        if let (true, Some(amount)) = (usable && !span.is_empty(), subtotal.figure.amount()) {
            add(amount.value);
            covered.extend(span);
        }
    }
    for batch in batches() {
        match batch.figure.amount() {
            Some(amount) => add(amount.value),
            None if covered.contains(&batch.number) || batch.figure.state == FigureState::NotApplicable => {}
            None => return None,
        }
    }
    sum
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
        assert_eq!(sum_through(&exhibition, 1), Some(622.0));
        assert_eq!(sum_through(&exhibition, 2), None, "a missing figure is not zero");
        assert_eq!(sum_through(&exhibition, 3), Some(2894.0));
        assert_eq!(sum_through(&exhibition, 4), Some(3747.0));
    }

    #[test]
    fn what_is_not_applicable_adds_up_to_nothing() {
        let none = Figure { state: FigureState::NotApplicable, ..Figure::not_published() };
        let alone = Exhibition { batches: vec![batch(1, none.clone())], ..Exhibition::default() };
        assert_eq!(sum_through(&alone, 1), None, "not to zero");
        let beside = Exhibition { batches: vec![batch(1, none), batch(2, reported(9.0))], ..Exhibition::default() };
        assert_eq!(sum_through(&beside, 2), Some(9.0));
    }

    #[test]
    fn steps_are_nice() {
        assert!((axis(2117.0, 5).step - 500.0).abs() < 1e-9);
        assert!((axis(12_000.0, 5).step - 5000.0).abs() < 1e-9);
        assert!((axis(0.0, 5).step - 0.2).abs() < 1e-9);
    }
}
