//! Two dates in one cell, as “1995–1998” or “2019年7月至今”: the first and the last of an entry, where no other cell says the last.

use std::borrow::Cow;

use super::{Field, Mapping, Table, fields};
use crate::model::{Date, SheetCell, SheetCells};
use crate::state::editing::table::read_date;

/// What stands between two dates. What is also within one comes last, and not all of it is tried at the first place that it is in.
const BETWEEN: [&str; 13] = ["–", "—", "～", "~", "至", "到", "ནས་", "ནས", " to ", " until ", " - ", "-", "/"];
/// What may follow the last one.
const AFTER: [&str; 4] = ["为止", "止", "བར་", "བར"];
/// What is said where there is no last one yet.
const STILL: [&str; 9] = ["now", "present", "today", "ongoing", "今", "现在", "目前", "ད་ལྟ", "ད་བར"];

/// The fields of the first and the last date of a table's entries.
fn ends(table: Table) -> Option<[Field; 2]> {
    let [first, last] = match table {
        Table::Batches => ["arrive.date", "leave.date"],
        Table::Pairings => ["since", "until"],
        Table::Captions | Table::Milestones | Table::Sources | Table::Statements => return None,
    };
    let field = |path: &str| fields(table).into_iter().find(|field| matches!(field, Field::At(at, _) if *at == path));
    Some([field(first)?, field(last)?])
}

/// A sheet and its columns in which no cell has two dates: the last ones stand in a column of their own.
pub fn parted<'s>(sheet: &'s SheetCells, mapping: &'s Mapping) -> (Cow<'s, SheetCells>, Cow<'s, Mapping>) {
    let as_they_are = (Cow::Borrowed(sheet), Cow::Borrowed(mapping));
    let Some([first, last]) = ends(mapping.table) else { return as_they_are };
    let column = |field: Field| mapping.fields.iter().find(|(_, other)| **other == field).map(|(column, _)| *column);
    let Some(from) = column(first) else { return as_they_are };
    let unused = || sheet.rows.values().filter_map(|row| row.keys().next_back()).max().map_or(0, |most| most + 1);
    let to = column(last).unwrap_or_else(unused);
    let spans: Vec<(u32, Span)> = sheet
        .rows
        .range(mapping.first_row()..)
        .filter(|(_, row)| row.get(&to).is_none_or(super::value::says_nothing))
        .filter_map(|(line, row)| Some((*line, span(row.get(&from)?.text()?)?)))
        .collect();
    if spans.is_empty() {
        return as_they_are;
    }
    let (mut sheet, mut mapping) = (sheet.clone(), mapping.clone());
    mapping.fields.insert(to, last);
    for (line, Span { first, last }) in spans {
        let Some(row) = sheet.rows.get_mut(&line) else { continue };
        row.insert(from, SheetCell::Date(first));
        if let Some(last) = last {
            row.insert(to, SheetCell::Date(last));
        }
    }
    (Cow::Owned(sheet), Cow::Owned(mapping))
}

/// A first date, and the last one where there is one yet.
#[derive(Debug, PartialEq)]
struct Span {
    first: Date,
    last: Option<Date>,
}

/// The two dates that a text says; `None` where it is one date, or none, or where the last would come before the first.
fn span(text: &str) -> Option<Span> {
    let text = text.trim().trim_matches(['(', ')', '（', '）', '།', ' ']);
    if read_date(text).is_ok() {
        return None;
    }
    let lower = text.to_lowercase();
    BETWEEN
        .iter()
        .find_map(|mark| lower.match_indices(mark).find_map(|(at, _)| halves(&lower[..at], &lower[at + mark.len()..])))
}

fn halves(before: &str, after: &str) -> Option<Span> {
    let before = before
        .trim()
        .trim_start_matches("from ")
        .trim_start_matches("since ")
        .trim_start_matches(['自', '从'])
        .trim_end_matches('起');
    let first = read_date(before).ok()?;
    let after = after.trim().trim_matches(['།', '་', ' ', '-', '–', '—']);
    let after = AFTER.iter().find_map(|word| after.strip_suffix(word)).unwrap_or(after).trim();
    if after.is_empty() || STILL.contains(&after) {
        return Some(Span { first, last: None });
    }
    // “1995–98”.
    let is_short = after.len() == 2 && after.bytes().all(|b| b.is_ascii_digit()) && first.month.is_none();
    let whole = if is_short { format!("{}{after}", first.year / 100) } else { after.to_owned() };
    let last = read_date(&whole).ok()?;
    let key = |date: Date| (date.year, date.month, date.day);
    // A year is not before one of its months.
    let is_before =
        if first.month.is_some() == last.month.is_some() { key(last) < key(first) } else { last.year < first.year };
    (!is_before).then_some(Span { first, last: Some(last) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Span, span};
    use crate::model::Date;

    fn date(text: &str) -> Date {
        Date::try_from(text.to_owned()).expect("a date")
    }

    #[test]
    fn two_dates_in_a_cell_are_told_from_one() {
        let both = [
            ("1995–1998", "1995", "1998"),
            ("1995-1998", "1995", "1998"),
            ("1995 - 1998", "1995", "1998"),
            ("1995—98", "1995", "1998"),
            ("1995年5月至1998年6月", "1995-05", "1998-06"),
            ("2019年7月—2022年7月", "2019-07", "2022-07"),
            ("从1995年到1998年", "1995", "1998"),
            ("（1995～1998）", "1995", "1998"),
            ("July 1995 to June 1998", "1995-07", "1998-06"),
            ("from 1995 until 1998", "1995", "1998"),
            ("1995-05-01/1998-06-30", "1995-05-01", "1998-06-30"),
            ("1995-07–1998-06", "1995-07", "1998-06"),
            ("1995-07-1998-06", "1995-07", "1998-06"),
            ("1995.5-1998.6", "1995-05", "1998-06"),
            ("1998–1998", "1998", "1998"),
            ("1995年起至1998年止", "1995", "1998"),
            ("1995 ནས་ 1998 བར།", "1995", "1998"),
            ("1995 ལོ་ནས་ 1998 ལོ་བར་", "1995", "1998"),
        ];
        for (text, first, last) in both {
            assert_eq!(span(text), Some(Span { first: date(first), last: Some(date(last)) }), "{text}");
        }
        for text in ["2022年7月至今", "2022-07 – now", "July 2022 to present"] {
            assert_eq!(span(text), Some(Span { first: date("2022-07"), last: None }), "{text}");
        }
        let others = [
            "1995",
            "1995-07",
            "1995-07-01",
            "2016年7月",
            "1998–1995",
            "soon",
            "1995 and 1998",
            "–1998",
            "1995–soon",
            "",
        ];
        for text in others {
            assert_eq!(span(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_a_span_that_ends_before_it_begins(text in "[0-9年月至–/ .-]{0,24}") {
            if let Some(Span { first, last: Some(last) }) = span(&text) {
                prop_assert!(last.year >= first.year, "{text}");
            }
        }
    }
}
