//! What a text makes of a cell.

use serde_json::{Map, Value, json};

use super::amount::{number_in, read_amount};
use super::cell::{state_of, sum};
use super::column::{Column, Kind};
use super::date::read_date;
use super::names::{SEPARATORS, find_entry};
use super::spelling::{Said, spelt};
use crate::model::{Amount, Change, List, Precision, Tree};

/// Why a text cannot be in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// It is no number.
    NoNumber,
    /// It is less than nothing.
    Negative,
    /// It is larger than can be counted.
    TooLarge,
    /// It is no whole number from 1.
    NoWhole,
    /// It is no date.
    NoDate,
    /// It is neither yes nor no.
    NoYesNo,
    /// It is none of the choices.
    NoChoice,
    /// No entry of this list, or more than one, has this name.
    Unknown(List),
    /// The cell cannot be empty.
    Needed,
    /// The number is worked out.
    WorkedOut,
    /// Sources belong to a number, and there is none.
    NumberFirst,
}

/// The change that puts a text into a cell, the row being the entry's index; `None` if the cell says that already.
///
/// # Errors
/// If it cannot be there, with the reason; then the cell stays as it is.
pub fn put(tree: &Tree, list: List, index: usize, column: &Column, text: &str) -> Result<Option<Change>, Refusal> {
    let at = column.path(list, index);
    let now = tree.value(&at).filter(|value| !value.is_null());
    let figure = tree.entry(list.field(), index).and_then(|entry| entry.get("figure"));
    if column.field == "figure.sources" && figure.map(state_of) != Some("reported") {
        let is_empty = text.trim().is_empty();
        return match figure.map(state_of) {
            Some("worked_out") if is_same_list(tree, figure, text) => Ok(None),
            Some("worked_out") => Err(Refusal::WorkedOut),
            _ if is_empty => Ok(None),
            _ => Err(Refusal::NumberFirst),
        };
    }
    let value = match column.kind {
        Kind::Words(_, has_lines) => words(text, has_lines),
        Kind::Line => words(text.trim(), false),
        Kind::Date => some(text).map(read_date).transpose()?.map(|date| json!(String::from(date))),
        Kind::Whole => some(text).map(whole).transpose()?,
        Kind::Figure => return put_figure(now, text).map(|value| value.map(|value| Change::set(at, value))),
        Kind::YesNo => yes_no(text)?.then(|| json!(true)),
        Kind::Choice(choices) => {
            let found = |text| spelt(text, |said| matches!(said, Said::Choice(of, _) if of == choices));
            match some(text).map(|text| found(text).ok_or(Refusal::NoChoice)).transpose()? {
                Some(Said::Choice(_, name)) => Some(json!(name)),
                _ => None,
            }
        }
        Kind::Ref(list) => some(text)
            .map(|text| find_entry(tree, list, text).ok_or(Refusal::Unknown(list)))
            .transpose()?
            .map(|id| json!(id)),
        Kind::Refs(list) => match entries(tree, list, text)?.as_slice() {
            // An empty list that is written stays one.
            [] => now.map(|_| json!([])),
            ids => Some(json!(ids)),
        },
    };
    match (value, now) {
        (None, _) if column.needed => Err(Refusal::Needed),
        (None, None) => Ok(None),
        (None, Some(_)) => Ok(Some(Change::unset(column.emptied(list, index)))),
        (Some(value), Some(now)) if value == *now => Ok(None),
        (Some(value), _) => Ok(Some(Change::set(at, value))),
    }
}

/// A text, unless it is empty.
fn some(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn words(text: &str, has_lines: bool) -> Option<Value> {
    let text = if has_lines { text.replace("\r\n", "\n").replace('\r', "\n") } else { on_one_line(text) };
    (!text.is_empty()).then(|| json!(text))
}

/// A text with blanks in the place of line breaks.
pub fn on_one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\r', '\n', '\t', '\u{2028}', '\u{2029}'], " ")
}

fn whole(text: &str) -> Result<Value, Refusal> {
    let value = number_in(text).filter(|value| value.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(value));
    value.map(number).ok_or(Refusal::NoWhole)
}

/// A number as `exhibition.json` has it: without decimals where it has none.
fn number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number that is exact")]
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

fn yes_no(text: &str) -> Result<bool, Refusal> {
    let Some(text) = some(text) else { return Ok(false) };
    match spelt(text, |said| matches!(said, Said::Yes | Said::No)) {
        Some(said) => Ok(said == Said::Yes),
        None => Err(Refusal::NoYesNo),
    }
}

/// The ids of the entries that a text lists.
fn entries<'t>(tree: &'t Tree, list: List, text: &str) -> Result<Vec<&'t str>, Refusal> {
    let Some(text) = some(text) else { return Ok(Vec::new()) };
    // A name may hold a comma.
    if let Some(id) = find_entry(tree, list, text) {
        return Ok(vec![id]);
    }
    let mut found = Vec::new();
    for name in text.split(SEPARATORS).filter_map(some) {
        let id = find_entry(tree, list, name).ok_or(Refusal::Unknown(list))?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// Whether a text lists the sources that a worked-out figure takes from its terms.
fn is_same_list(tree: &Tree, figure: Option<&Value>, text: &str) -> bool {
    let terms = figure.and_then(|figure| figure.get("terms")?.as_array()).map_or(&[][..], Vec::as_slice);
    let mut all = terms.iter().filter_map(|term| term.get("sources")?.as_array()).flatten().filter_map(Value::as_str);
    entries(tree, List::Sources, text).is_ok_and(|ids| all.all(|id| ids.contains(&id)))
}

/// What a text makes of a figure; `None` if it says that already.
pub(in crate::state::editing) fn put_figure(now: Option<&Value>, text: &str) -> Result<Option<Value>, Refusal> {
    let state = now.map(state_of).unwrap_or_default();
    let said = some(text).and_then(|text| spelt(text, |said| matches!(said, Said::NotPublished | Said::NotApplicable)));
    if state == "worked_out" {
        // Its own sum, as it was copied.
        let own = now.and_then(sum).zip(read_amount(text).ok());
        let is_own = own.is_some_and(|(sum, amount)| sum == amount);
        return if is_own { Ok(None) } else { Err(Refusal::WorkedOut) };
    }
    let amount = match (some(text), said) {
        // No figure at all stays none; a number that is taken away leaves words, never a zero.
        (None, _) if now.is_none() || state == "not_applicable" => return Ok(None),
        (None, _) | (_, Some(Said::NotPublished)) => return Ok(without_number(now, "not_published", state)),
        (_, Some(Said::NotApplicable)) => return Ok(without_number(now, "not_applicable", state)),
        (Some(text), _) => read_amount(text)?,
    };
    let value = reported(now, amount);
    Ok(if now == Some(&value) { None } else { Some(value) })
}

fn fields_of(figure: Option<&Value>) -> Map<String, Value> {
    figure.and_then(Value::as_object).cloned().unwrap_or_default()
}

/// The figure with another state and without a number.
fn without_number(now: Option<&Value>, state: &str, before: &str) -> Option<Value> {
    if before == state {
        return None;
    }
    let mut fields = fields_of(now);
    fields.insert("state".to_owned(), json!(state));
    for field in ["value", "precision"] {
        fields.shift_remove(field);
    }
    Some(Value::Object(fields))
}

/// The figure as reported, with its sources, other reports and remark.
fn reported(now: Option<&Value>, Amount { value, precision }: Amount) -> Value {
    let mut fields = fields_of(now);
    let was = fields.get("value").and_then(Value::as_f64);
    fields.insert("state".to_owned(), json!("reported"));
    if was != Some(value) {
        fields.insert("value".to_owned(), number(value));
    }
    let said = fields.get("precision").is_some();
    if precision != Precision::Exact || said {
        let is_same = fields.get("precision") == Some(&json!(precision));
        match (precision, is_same) {
            (_, true) => {}
            (Precision::Exact, false) => drop(fields.shift_remove("precision")),
            (_, false) => drop(fields.insert("precision".to_owned(), json!(precision))),
        }
    }
    Value::Object(fields)
}
