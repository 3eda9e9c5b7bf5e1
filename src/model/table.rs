//! The order of the personnel table: by batch, or by a column. A batch without a number is never ranked as if it had one, and
//! a subtotal is not ranked but follows the last of the batches that it covers.

use std::cmp::Ordering;

use super::{Batch, Exhibition, Figure, FigureState, Subtotal, slots};

/// The sort keys of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The batch's number.
    Batch,
    /// The time of arrival.
    Years,
    /// The number of people.
    People,
    /// Reported, worked out, not published, not applicable.
    State,
    /// The number of other reports.
    Others,
}

/// An order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The key.
    pub by: SortBy,
    /// Descending. Missing values stay last.
    pub down: bool,
}

impl Sort {
    /// The order after a click on a column's header: ascending, descending, then back to the batches' own.
    #[must_use]
    pub fn next(now: Option<Self>, by: SortBy) -> Option<Self> {
        match now {
            Some(sort) if sort.by == by && sort.down => None,
            Some(sort) if sort.by == by => Some(Self { by, down: true }),
            _ => Some(Self { by, down: false }),
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TableRow<'a> {
    /// A batch.
    Batch(&'a Batch),
    /// A subtotal.
    Subtotal(&'a Subtotal),
}

impl<'a> TableRow<'a> {
    /// Its figure.
    #[must_use]
    pub fn figure(&self) -> &'a Figure {
        match self {
            Self::Batch(batch) => &batch.figure,
            Self::Subtotal(subtotal) => &subtotal.figure,
        }
    }
}

/// The rows of the table in an order; that of the batches' numbers if `None`.
#[must_use]
pub fn table_rows(exhibition: &Exhibition, sort: Option<Sort>) -> Vec<TableRow<'_>> {
    let mut batches: Vec<&Batch> = slots(exhibition).into_iter().map(|slot| slot.batch).collect();
    if let Some(sort) = sort {
        batches.sort_by(|a, b| compared(a, b, sort));
    }
    let covers = |subtotal: &Subtotal, batch: &Batch| (subtotal.first..=subtotal.last).contains(&batch.number);
    let place = |subtotal: &Subtotal| batches.iter().rposition(|batch| covers(subtotal, batch));
    let mut joint: Vec<(usize, &Subtotal)> =
        exhibition.subtotals.iter().filter_map(|subtotal| Some((place(subtotal)?, subtotal))).collect();
    joint.sort_by_key(|&(after, _)| after);
    let mut joint = joint.into_iter().peekable();
    let mut rows = Vec::with_capacity(batches.len() + exhibition.subtotals.len());
    for (at, batch) in batches.iter().enumerate() {
        rows.push(TableRow::Batch(batch));
        while let Some((_, subtotal)) = joint.next_if(|&(after, _)| after == at) {
            rows.push(TableRow::Subtotal(subtotal));
        }
    }
    rows
}

/// Compares two batches; missing values stay last in either direction.
fn compared(a: &Batch, b: &Batch, sort: Sort) -> Ordering {
    let turned = |order: Ordering| if sort.down { order.reverse() } else { order };
    match sort.by {
        SortBy::Batch => turned(a.number.cmp(&b.number)),
        SortBy::Years => turned(a.arrive.date.cmp(&b.arrive.date)),
        SortBy::State => turned(rank(a).cmp(&rank(b))),
        SortBy::People => known(people(a), people(b), turned),
        SortBy::Others => known(others(a), others(b), turned),
    }
}

fn known(a: Option<f64>, b: Option<f64>, turned: impl Fn(Ordering) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => turned(a.total_cmp(&b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

fn people(batch: &Batch) -> Option<f64> {
    batch.figure.amount().map(|amount| amount.value)
}

fn others(batch: &Batch) -> Option<f64> {
    let count = u32::try_from(batch.figure.also.len()).ok()?;
    (count > 0).then_some(f64::from(count))
}

fn rank(batch: &Batch) -> u8 {
    match batch.figure.state {
        FigureState::Reported { .. } => 0,
        FigureState::WorkedOut { .. } => 1,
        FigureState::NotPublished => 2,
        FigureState::NotApplicable => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Date, Precision, Rest, When};

    fn batch(number: u32, value: Option<f64>) -> Batch {
        let state = value.map_or(FigureState::NotPublished, |value| FigureState::Reported {
            amount: Amount { value, precision: Precision::Exact },
            sources: Vec::new(),
        });
        Batch {
            number,
            arrive: When { date: Date::year(1995), inferred: false },
            leave: None,
            years_sources: Vec::new(),
            figure: Figure { state, ..Figure::not_published() },
            rest: Rest::new(),
        }
    }

    fn exhibition() -> Exhibition {
        let figure = Figure { ..batch(0, Some(9000.0)).figure };
        Exhibition {
            batches: vec![
                batch(1, Some(5.0)),
                batch(2, None),
                batch(3, None),
                batch(4, Some(0.0)),
                batch(5, Some(5.0)),
            ],
            subtotals: vec![Subtotal { first: 2, last: 3, figure, rest: Rest::new() }],
            ..Exhibition::default()
        }
    }

    /// The rows: a batch by its number, a subtotal as zero.
    fn order(sort: Option<Sort>) -> Vec<u32> {
        let number = |row: TableRow<'_>| match row {
            TableRow::Batch(batch) => batch.number,
            TableRow::Subtotal(..) => 0,
        };
        table_rows(&exhibition(), sort).into_iter().map(number).collect()
    }

    #[test]
    fn what_is_missing_is_last_both_ways_and_a_true_zero_is_not_missing() {
        let by = |down| Some(Sort { by: SortBy::People, down });
        assert_eq!(order(None), [1, 2, 3, 0, 4, 5]);
        assert_eq!(order(by(false)), [4, 1, 5, 2, 3, 0], "the subtotal stays with its batches");
        assert_eq!(order(by(true)), [1, 5, 4, 2, 3, 0]);
    }

    #[test]
    fn a_third_touch_gives_the_first_order_back() {
        let mut sort = None;
        for down in [false, true] {
            sort = Sort::next(sort, SortBy::People);
            assert_eq!(sort, Some(Sort { by: SortBy::People, down }));
        }
        assert_eq!(Sort::next(sort, SortBy::People), None);
        assert_eq!(Sort::next(sort, SortBy::Years), Some(Sort { by: SortBy::Years, down: false }));
    }
}
