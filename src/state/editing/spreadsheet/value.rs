//! What a cell makes of a field.

use serde_json::{Value, json};

use super::names::Names;
use super::preview::Refused;
use super::{Field, forms};
use crate::model::{Date, SheetCell, SheetCells, TEXT_LIMIT};
use crate::state::editing::table::{Kind, Refusal, Said, is_missing, on_one_line, spelt};

/// Days in which exhibitions happen, as Excel counts them: from 1927 to 2100. What is smaller may be a year.
const DAYS: std::ops::RangeInclusive<f64> = 10_000.0..=73_050.0;

/// What becomes of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Put {
    /// It says so already.
    Same,
    /// It gets this value.
    Set(Value),
    /// It goes.
    Unset,
}

/// Returns `true` for a cell in which nothing is said.
pub fn says_nothing(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Text(text) => is_missing(text),
        SheetCell::Error => true,
        SheetCell::Number(number) => !number.is_finite(),
        SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Rewritten => false,
    }
}

/// A text without what spreadsheets add or cannot hold: other line ends, control characters, space around it.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim().to_owned()
}

/// What a cell that says something makes of a field that says `now`.
pub fn put(
    (field, kind): (Field, Kind),
    cell: &SheetCell,
    now: Option<&Value>,
    (names, sheet): (&Names, &SheetCells),
) -> Result<Put, Refused> {
    let refuse = |why: Refusal| Refused::Cell(field, cell.shown(), why);
    let unless_same = |value: Value| if now == Some(&value) { Put::Same } else { Put::Set(value) };
    Ok(match kind {
        Kind::Words(_, has_lines) => text(field, has_lines, cell, now)?,
        Kind::Line => text(field, false, cell, now)?,
        Kind::Date => date(cell, now, sheet).ok_or_else(|| refuse(Refusal::NoDate))?,
        Kind::Whole => unless_same(json!(batch_number(cell).ok_or_else(|| refuse(Refusal::NoWhole))?)),
        Kind::YesNo => match yes_no(cell).ok_or_else(|| refuse(Refusal::NoYesNo))? {
            true => unless_same(json!(true)),
            false if now.and_then(Value::as_bool) == Some(true) => Put::Unset,
            false => Put::Same,
        },
        Kind::Choice(choices) => {
            let found =
                cell.text().and_then(|text| spelt(text, |said| matches!(said, Said::Choice(of, _) if of == choices)));
            let Some(Said::Choice(_, name)) = found else { return Err(refuse(Refusal::NoChoice)) };
            unless_same(json!(name))
        }
        Kind::Ref(_) | Kind::Refs(_) if is_written_so(cell, now) => Put::Same,
        Kind::Ref(list) => unless_same(json!(names.find(list, cell).ok_or_else(|| refuse(Refusal::Unknown(list)))?)),
        Kind::Refs(list) => {
            let had: Vec<&str> =
                now.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
            let ids = names.find_all(list, cell, &had).ok_or_else(|| refuse(Refusal::Unknown(list)))?;
            // Their order says nothing.
            let is_same = had.len() == ids.len() && ids.iter().all(|id| had.contains(id));
            if is_same { Put::Same } else { Put::Set(json!(ids)) }
        }
        Kind::Figure => Put::Same,
    })
}

/// Whether a cell lists what is there by the ids, as templates do where names would not lead back.
fn is_written_so(cell: &SheetCell, now: Option<&Value>) -> bool {
    let written = match now {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        _ => return false,
    };
    !written.is_empty() && cell.text().map(clean) == Some(clean(&written))
}

fn text(field: Field, has_lines: bool, cell: &SheetCell, now: Option<&Value>) -> Result<Put, Refused> {
    let had = clean(now.and_then(Value::as_str).unwrap_or_default());
    let text = match cell {
        SheetCell::Text(text) => clean(text),
        // A number or a date may have been made of the text that is there.
        cell if forms::is_made_of(cell, &had) => return Ok(Put::Same),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error | SheetCell::Rewritten => {
            return Err(Refused::NotAText(field));
        }
    };
    let text = if has_lines { text } else { on_one_line(&text) };
    if text == had || !has_lines && text == on_one_line(&had) {
        return Ok(Put::Same);
    }
    if text.chars().count() > TEXT_LIMIT {
        return Err(Refused::TooLong(field));
    }
    Ok(Put::Set(json!(text)))
}

/// What a cell makes of a date; `None` if it is none.
fn date(cell: &SheetCell, now: Option<&Value>, sheet: &SheetCells) -> Option<Put> {
    let said = date_of(cell, sheet)?;
    let had = now.and_then(Value::as_str).and_then(|text| Date::try_from(text.to_owned()).ok());
    let is_same = had.is_some_and(|had| {
        // A spreadsheet makes a day of a month, and shows a day as its month.
        let is_first = had.month.is_some() && had.day.is_none() && said == Date { day: Some(1), ..had };
        let is_shown_less = cell.text().is_none()
            && said.day.is_none()
            && had == Date { month: said.month.and(had.month), ..had }
            && said.year == had.year
            && (said.month.is_none() || said.month == had.month);
        had == said || is_first || is_shown_less
    });
    Some(if is_same { Put::Same } else { Put::Set(json!(String::from(said))) })
}

/// The date that a cell says.
pub fn date_of(cell: &SheetCell, sheet: &SheetCells) -> Option<Date> {
    match cell {
        SheetCell::Date(date) => Some(*date),
        SheetCell::Number(number) => numbered(*number, sheet),
        SheetCell::Text(text) => {
            let text = text.trim();
            let is_number = text.len() > 4 && text.bytes().all(|b| b.is_ascii_digit());
            if is_number {
                numbered(text.parse().ok()?, sheet)
            } else {
                crate::state::editing::table::read_date(text).ok()
            }
        }
        SheetCell::Flag(_) | SheetCell::Error | SheetCell::Rewritten => None,
    }
}

/// A number in a column of dates: a year, a day as Excel counts them, or `201607` and `20160701`.
fn numbered(number: f64, sheet: &SheetCells) -> Option<Date> {
    if DAYS.contains(&number) {
        return sheet.day(number);
    }
    let digits = (number.fract() == 0.0).then(|| format!("{number:.0}"))?;
    let date = match digits.len() {
        4 if (1000.0..=2999.0).contains(&number) => digits,
        6 => format!("{}-{}", &digits[..4], &digits[4..]),
        8 => format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]),
        _ => return None,
    };
    Date::try_from(date).ok().filter(|date| (1000..=2999).contains(&date.year))
}

fn yes_no(cell: &SheetCell) -> Option<bool> {
    let said = match cell {
        SheetCell::Flag(flag) => return Some(*flag),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Text(text) => text.clone(),
        SheetCell::Date(_) | SheetCell::Error | SheetCell::Rewritten => return None,
    };
    spelt(&said, |said| matches!(said, Said::Yes | Said::No)).map(|said| said == Said::Yes)
}

/// The number of a batch: `7`, `Batch 7`, `第七批`.
pub fn batch_number(cell: &SheetCell) -> Option<u32> {
    let number = match cell {
        SheetCell::Number(number) => *number,
        SheetCell::Text(text) => {
            let text = text.trim().to_lowercase();
            let bare = text.trim_start_matches(['第', '#']).trim_start_matches("batch").trim_start_matches("no.");
            let bare = bare.trim_start_matches("ཐེངས་").trim_end_matches(['批', '次', '།', '་']).trim();
            let bare = bare.strip_suffix("th").or_else(|| bare.strip_suffix("st")).unwrap_or(bare);
            crate::state::editing::table::number_in(bare).or_else(|| chinese(bare))?
        }
        SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error | SheetCell::Rewritten => return None,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number in its bounds")]
    let whole = (number.fract() == 0.0 && (1.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u32);
    whole
}

/// A number below a hundred in Chinese characters.
fn chinese(text: &str) -> Option<f64> {
    let digit = |text: &str| {
        let at = "一二三四五六七八九".chars().position(|c| text.chars().eq([c]))?;
        u8::try_from(at + 1).ok().map(f64::from)
    };
    let Some((tens, ones)) = text.split_once('十') else { return digit(text) };
    let tens = if tens.is_empty() { 1.0 } else { digit(tens)? };
    Some(tens * 10.0 + if ones.is_empty() { 0.0 } else { digit(ones)? })
}
