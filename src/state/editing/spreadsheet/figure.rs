//! What a row makes of a figure. A number needs a source in its row: those of another number do not report this one.

use serde_json::{Value, json};

use super::Field;
use super::preview::Refused;
use super::value::Put;
use crate::model::{Amount, Precision, SheetCell};
use crate::state::editing::table::{Kind, Refusal, Said, precision_in, put_figure, read_count, spelt};

/// Where a figure stands in its entry.
pub const FIGURE: Field = Field::At("figure", Kind::Figure);

/// The figure that a cell makes of the one that is there, with the cell for its precision.
pub fn put(
    cell: &SheetCell,
    precision: Option<&SheetCell>,
    sources: Option<&Value>,
    now: Option<&Value>,
) -> Result<Put, Refused> {
    let refuse = |why: Refusal| Refused::Cell(FIGURE, cell.shown(), why);
    let text = match cell {
        SheetCell::Number(number) if *number < 0.0 => return Err(refuse(Refusal::Negative)),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Text(text) => text.trim().to_owned(),
        SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error | SheetCell::Rewritten => {
            return Err(refuse(Refusal::NoNumber));
        }
    };
    let said = spelt(&text, |said| matches!(said, Said::NotPublished | Said::NotApplicable));
    if said.is_some() {
        return Ok(put_figure(now, &text).map_err(refuse)?.map_or(Put::Same, Put::Set));
    }
    let told = read_count(&text).map_err(refuse)?;
    let told = with_precision(told, precision)?;
    if amount(now).is_some_and(|had| is_same(had, told)) {
        return Ok(Put::Same);
    }
    let Some(mut figure) = put_figure(now, &written(told)).map_err(refuse)? else { return Ok(Put::Same) };
    let Some(sources) = sources else { return Err(Refused::NoSource) };
    if let Value::Object(fields) = &mut figure {
        fields.insert("sources".to_owned(), sources.clone());
    }
    Ok(Put::Set(figure))
}

/// The number with the word beside it, unless it has one of its own.
fn with_precision(told: Amount, cell: Option<&SheetCell>) -> Result<Amount, Refused> {
    let Some(cell) = cell else { return Ok(told) };
    let said = cell.text().and_then(precision_in);
    let said = said.ok_or_else(|| Refused::Cell(Field::Precision, cell.shown(), Refusal::NoChoice))?;
    let has_own = told.precision != Precision::Exact;
    if has_own && said != told.precision {
        return Err(Refused::Cell(Field::Precision, cell.shown(), Refusal::NoChoice));
    }
    Ok(Amount { precision: said, ..told })
}

/// The number that a figure reports or works out.
fn amount(figure: Option<&Value>) -> Option<Amount> {
    let figure = figure?;
    if figure.get("state")?.as_str()? == "worked_out" {
        return crate::state::editing::table::sum(figure);
    }
    let precision = figure.get("precision").and_then(|precision| serde_json::from_value(precision.clone()).ok());
    Some(Amount { value: figure.get("value")?.as_f64()?, precision: precision.unwrap_or_default() })
}

/// Spreadsheets keep fifteen digits.
fn is_same(had: Amount, told: Amount) -> bool {
    had.precision == told.precision && (had.value - told.value).abs() <= had.value.abs() * 1e-14
}

/// A number in words that are read back as it.
fn written(told: Amount) -> String {
    let word = match told.precision {
        Precision::Exact => "",
        Precision::Nearly => "nearly ",
        Precision::MoreThan => "more than ",
        Precision::About => "about ",
    };
    format!("{word}{}", told.value)
}

/// The sources of a row's own, as ids.
pub fn sources(ids: &[&str]) -> Option<Value> {
    (!ids.is_empty()).then(|| json!(ids))
}
