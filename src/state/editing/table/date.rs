//! Dates as people write them, never more precise than they are written.

use super::amount::plain;
use super::put::Refusal;
use crate::model::Date;

/// The months as they are written in English; their first three letters are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What stands beside the parts of a date in Chinese and Tibetan.
const MARKS: [&str; 10] = ["年", "月", "日", "号", "སྤྱི་ལོ", "ལོའི", "ལོ", "ཟླ", "ཚེས", "པར"];

/// A part of a date, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Four digits.
    Year(u16),
    /// One or two digits.
    Number(u16),
    /// A month by its name.
    Month(u16),
}

/// A date as precise as it is: `2024`, `2024-08`, `2024-08-26`, with other marks between its parts too; `August 2024`, `2024 年 8 月`.
///
/// # Errors
/// If it is none, or could be two: `03/04/2024`.
pub fn read_date(text: &str) -> Result<Date, Refusal> {
    let text = plain(text).to_lowercase();
    // A spreadsheet adds midnight to a day.
    let text = text.trim().trim_end_matches(['།', '་', ' ']);
    let text = text.strip_suffix("00:00:00").or_else(|| text.strip_suffix("0:00")).unwrap_or(text);
    let text = text.trim_end_matches(['t', ' ']);
    let (year, rest) = parts_of(text).and_then(|parts| in_order(&parts)).ok_or(Refusal::NoDate)?;
    let date = rest.into_iter().flatten().fold(format!("{year:04}"), |date, part| format!("{date}-{part:02}"));
    Date::try_from(date).map_err(|_not| Refusal::NoDate)
}

fn parts_of(text: &str) -> Option<Vec<Part>> {
    let mut text = text.to_owned();
    for mark in MARKS {
        text = text.replace(mark, " ");
    }
    let words = text.split(['-', '/', '.', ',', ' ', '་']).filter(|word| !word.is_empty());
    words.take(4).map(part).collect()
}

fn part(word: &str) -> Option<Part> {
    let month = MONTHS
        .iter()
        .position(|month| month.starts_with(word) && word.len() >= 3 || word == "sept" && *month == "september");
    if let Some(month) = month {
        return u16::try_from(month + 1).ok().map(Part::Month);
    }
    // The 1st, 2nd and so on.
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse().ok()?;
    match (digits.len(), word.len() == digits.len()) {
        (4, true) => Some(Part::Year(number)),
        (1 | 2, _) => Some(Part::Number(number)),
        _ => None,
    }
}

/// The year, and month and day as far as they are written.
fn in_order(parts: &[Part]) -> Option<(u16, [Option<u16>; 2])> {
    Some(match *parts {
        [Part::Year(year)] => (year, [None, None]),
        [Part::Year(year), Part::Number(month) | Part::Month(month)]
        | [Part::Month(month) | Part::Number(month), Part::Year(year)] => (year, [Some(month), None]),
        [Part::Year(year), Part::Number(month) | Part::Month(month), Part::Number(day)]
        | [Part::Number(day), Part::Month(month), Part::Year(year)]
        | [Part::Month(month), Part::Number(day), Part::Year(year)] => (year, [Some(month), Some(day)]),
        // Which of the two is the month shows only where the other cannot be one.
        [Part::Number(first), Part::Number(second), Part::Year(year)] => match (first > 12, second > 12) {
            (true, false) => (year, [Some(second), Some(first)]),
            (false, true) => (year, [Some(first), Some(second)]),
            (false, false) if first == second => (year, [Some(first), Some(second)]),
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::read_date;

    #[test]
    fn a_date_is_read_as_it_is_written_in_three_languages_and_no_further() {
        for (text, date) in [
            ("1994", "1994"),
            ("1994年", "1994"),
            ("1994 ལོ།", "1994"),
            ("2016年7月", "2016-07"),
            ("2016 年 7 月 1 日", "2016-07-01"),
            ("２０１６．７", "2016-07"),
            ("July 2016", "2016-07"),
            ("Jul 2016", "2016-07"),
            ("Sept. 2016", "2016-09"),
            ("1 July 2016", "2016-07-01"),
            ("July 1st, 2016", "2016-07-01"),
            ("2016/7/1", "2016-07-01"),
            ("2016-07-01T00:00:00", "2016-07-01"),
            ("2016-07-01 0:00", "2016-07-01"),
            ("26.8.2024", "2024-08-26"),
            ("8/26/2024", "2024-08-26"),
            ("5/5/2024", "2024-05-05"),
            ("07/2016", "2016-07"),
            ("2016 ལོའི་ཟླ་ 7", "2016-07"),
            ("2016 ལོའི་ཟླ་ 7 ཚེས་ 12", "2016-07-12"),
        ] {
            assert_eq!(read_date(text).map(String::from).as_deref(), Ok(date), "{text}");
        }
        for text in [
            "",
            "Jul-16",
            "3/4/2024",
            "16-7",
            "2016-13",
            "2016-02-30",
            "1995–1998",
            "201607",
            "7",
            "ma 2016",
            "2016-07-01 13:30",
            "in July",
            "2016 2017",
        ] {
            assert!(read_date(text).is_err(), "{text}");
        }
    }
}
