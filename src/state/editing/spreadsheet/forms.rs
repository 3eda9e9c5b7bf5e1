//! What a spreadsheet makes of a text that looks like a number or a date: `007` becomes 7, `2016-7` the first of July.

use crate::model::{Date, SheetCell};
use crate::state::editing::table::read_date;

/// A number or a day, in a form that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A number, by its bits.
    Number(u64),
    /// A day; of a month, its first.
    Day(Date),
    /// Yes or no.
    Flag(bool),
}

fn number(value: f64) -> Form {
    // There is one zero.
    Form::Number((value + 0.0).to_bits())
}

fn day(date: Date) -> Option<Form> {
    date.month.map(|_| Form::Day(Date { day: Some(date.day.unwrap_or(1)), ..date }))
}

/// What a spreadsheet may have made of a text.
pub fn of_text(text: &str) -> Vec<Form> {
    let text = text.trim();
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let value = text.parse::<f64>().ok().filter(|value| is_number && value.is_finite());
    let flag = match text.to_ascii_lowercase().as_str() {
        "true" => Some(Form::Flag(true)),
        "false" => Some(Form::Flag(false)),
        _ => None,
    };
    let day = read_date(text).ok().and_then(day);
    value.map(number).into_iter().chain(flag).chain(day).collect()
}

/// What a cell may have been made of.
pub fn of_cell(cell: &SheetCell) -> Vec<Form> {
    match cell {
        SheetCell::Text(text) => of_text(text),
        SheetCell::Number(value) => vec![number(*value)],
        SheetCell::Date(date) => day(*date).into_iter().collect(),
        SheetCell::Flag(flag) => vec![Form::Flag(*flag)],
        SheetCell::Error | SheetCell::Rewritten => Vec::new(),
    }
}

/// Returns `true` if a spreadsheet may have made this cell of the text.
pub fn is_made_of(cell: &SheetCell, text: &str) -> bool {
    let made = of_text(text);
    of_cell(cell).iter().any(|form| made.contains(form))
}

/// Returns `true` for a text as spreadsheets show numbers and dates, which is hardly anybody's id.
pub fn looks_made(text: &str) -> bool {
    let text = text.trim();
    let parts: Vec<&str> = text.split('-').collect();
    let is_month = |part: &str| part.len() == 3 && read_date(&format!("{part} 2000")).is_ok();
    let is_digits = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let is_abbreviated =
        matches!(parts.as_slice(), [a, b] if is_month(a) && is_digits(b) || is_digits(a) && is_month(b));
    is_abbreviated || text.ends_with('月') || text.ends_with('日') || !of_text(text).is_empty()
}

#[cfg(test)]
mod tests {
    use super::{is_made_of, looks_made};
    use crate::model::{Date, SheetCell};

    #[test]
    fn what_a_spreadsheet_makes_of_an_id_is_known_again() {
        let date = |text: &str| SheetCell::Date(Date::try_from(text.to_owned()).expect("a date"));
        for (cell, id) in [
            (SheetCell::Number(7.0), "007"),
            (SheetCell::Number(100_000.0), "1e5"),
            (SheetCell::Text("7".to_owned()), "007"),
            (date("2016-07-01"), "2016-7"),
            (date("2016-07"), "2016-7"),
            (SheetCell::Text("2016/7/1".to_owned()), "2016-07"),
            (SheetCell::Flag(true), "True"),
        ] {
            assert!(is_made_of(&cell, id), "{id}");
        }
        for (cell, id) in
            [(SheetCell::Number(7.0), "7a"), (date("2016-07-02"), "2016-7"), (SheetCell::Rewritten, "1-2")]
        {
            assert!(!is_made_of(&cell, id), "{id}");
        }
        for text in ["Jul-16", "2-Jan", "7月1日", "1E+05", "2016/7/1", "TRUE", "12"] {
            assert!(looks_made(text), "{text}");
        }
        for text in ["reading", "CN-JS", "milestone-2", "batch-7", "a-1", "2016-opening"] {
            assert!(!looks_made(text), "{text}");
        }
    }
}
