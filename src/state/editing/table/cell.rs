//! What a cell holds, as the document says it.

use serde_json::Value;

use super::column::{Choices, Column, Kind};
use crate::model::{Amount, Date, List, Precision, Tree};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'t> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'t str),
    /// A date.
    Date(Date),
    /// A whole number.
    Whole(u64),
    /// A number that is reported.
    Amount(Amount),
    /// A number that is worked out; `None` if its parts make none.
    WorkedOut(Option<Amount>),
    /// A figure that no source prints.
    NotPublished,
    /// A figure that does not arise.
    NotApplicable,
    /// Yes or no.
    YesNo(bool),
    /// A choice, by its name in `exhibition.json`.
    Choice(Choices, &'static str),
    /// Entries of a list by their ids, in order.
    Entries(List, Vec<&'t str>),
    /// Something that a cell of this column does not hold.
    Other(String),
}

/// The cell of a row, by the index of its entry, and a column.
#[must_use]
pub fn cell<'t>(tree: &'t Tree, list: List, index: usize, column: &Column) -> Cell<'t> {
    let value = tree.value(&column.path(list, index)).filter(|value| !value.is_null());
    if column.field == "figure.sources"
        && let Some(figure) = tree.entry(list.field(), index).and_then(|entry| entry.get("figure"))
        && state_of(figure) != "reported"
    {
        // Sources belong to a number: those of one that was taken away wait until there is one again.
        let is_worked_out = state_of(figure) == "worked_out";
        return if is_worked_out { Cell::Entries(List::Sources, sources_of_terms(figure)) } else { Cell::Empty };
    }
    let Some(value) = value else {
        return if column.kind == Kind::YesNo { Cell::YesNo(false) } else { Cell::Empty };
    };
    read(value, column.kind).unwrap_or_else(|| Cell::Other(value.to_string()))
}

/// What a value is as a cell of this kind; `None` if it is none.
#[must_use]
pub fn read(value: &Value, kind: Kind) -> Option<Cell<'_>> {
    Some(match kind {
        Kind::Words(..) | Kind::Line => match value.as_str()? {
            "" => Cell::Empty,
            text => Cell::Text(text),
        },
        Kind::Date => Cell::Date(Date::try_from(value.as_str()?.to_owned()).ok()?),
        Kind::Whole => Cell::Whole(value.as_u64()?),
        Kind::Figure => figure(value)?,
        Kind::YesNo => Cell::YesNo(value.as_bool()?),
        Kind::Choice(choices) => {
            let name = value.as_str()?;
            Cell::Choice(choices, choices.all().iter().find(|choice| **choice == name)?)
        }
        Kind::Ref(list) => match value.as_str()? {
            "" => Cell::Empty,
            id => Cell::Entries(list, vec![id]),
        },
        Kind::Refs(list) => match value.as_array()?.as_slice() {
            [] => Cell::Empty,
            ids => Cell::Entries(list, ids.iter().map(Value::as_str).collect::<Option<_>>()?),
        },
    })
}

/// The state of a figure; empty if it has none.
pub(super) fn state_of(figure: &Value) -> &str {
    figure.get("state").and_then(Value::as_str).unwrap_or_default()
}

fn figure(value: &Value) -> Option<Cell<'_>> {
    Some(match state_of(value) {
        "reported" => {
            let precision = match value.get("precision") {
                None | Some(Value::Null) => Precision::Exact,
                Some(precision) => serde_json::from_value(precision.clone()).ok()?,
            };
            Cell::Amount(Amount { value: value.get("value")?.as_f64()?, precision })
        }
        "worked_out" => Cell::WorkedOut(sum(value)),
        "not_published" => Cell::NotPublished,
        "not_applicable" => Cell::NotApplicable,
        _ => return None,
    })
}

/// The sum of a worked-out figure; `None` if its terms make no number of anything.
#[must_use]
pub fn sum(figure: &Value) -> Option<Amount> {
    let terms = figure.get("terms")?.as_array()?;
    let values: Option<Vec<f64>> = terms.iter().map(|term| term.get("value")?.as_f64()).collect();
    let value: f64 = values.filter(|values| !values.is_empty())?.iter().sum();
    (value >= 0.0).then_some(Amount { value, precision: Precision::Exact })
}

/// The sources of the terms of a worked-out figure, each once.
#[must_use]
pub fn sources_of_terms(figure: &Value) -> Vec<&str> {
    let terms = figure.get("terms").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let all = terms.iter().filter_map(|term| term.get("sources")?.as_array()).flatten().filter_map(Value::as_str);
    let mut once: Vec<&str> = Vec::new();
    for id in all {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}
