//! The cells of a spreadsheet that some other program has saved: values alone, nothing that is evaluated.

use std::collections::BTreeMap;

use super::Date;

/// What a cell holds. One that holds nothing is left out of its row.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, as precise as the cell shows it.
    Date(Date),
    /// Yes or no.
    Flag(bool),
    /// An error: `#N/A` and the like.
    Error,
    /// What the spreadsheet has made of something else, beyond recognition: a time, a day without its year.
    Rewritten,
}

impl SheetCell {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Date(_) | Self::Flag(_) | Self::Error | Self::Rewritten => None,
        }
    }

    /// What is read in it, on one line; a number without separators.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => String::from(*date),
            Self::Flag(flag) => flag.to_string().to_uppercase(),
            Self::Error => "#N/A".to_owned(),
            Self::Rewritten => "?".to_owned(),
        }
    }
}

/// The cells of a row by their columns, from 0.
pub type SheetRow = BTreeMap<u32, SheetCell>;

/// A sheet of a workbook, or all of a file with separated values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetCells {
    /// Its name; empty for a file with separated values.
    pub name: String,
    /// Whether a person would not see it.
    pub is_hidden: bool,
    /// Whether days are counted from 1904 on, as old Excel for Mac does.
    pub from_1904: bool,
    /// Its rows by their numbers, from 0; those without cells are left out.
    pub rows: BTreeMap<u32, SheetRow>,
}

impl SheetCells {
    /// The date that a number of days is in this sheet; `None` where there was no such day.
    #[must_use]
    pub fn day(&self, serial: f64) -> Option<Date> {
        day(serial, self.from_1904)
    }
}

/// The most days that Excel counts: to the end of 9999.
const MOST_DAYS: f64 = 2_958_465.0;
/// From the first of January of 1970 back to the day before Excel's first, and to the last of 1903.
const BEFORE_1900: i64 = 25_568;
const BEFORE_1904: i64 = 24_107;
/// Excel counts a 29th of February that 1900 did not have.
const NO_DAY: i64 = 60;

/// The date that Excel means by a number of days.
#[must_use]
pub fn day(serial: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..=MOST_DAYS).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it was looked at")]
    let days = serial as i64;
    let since_1970 = match (from_1904, days) {
        (true, days) => days - BEFORE_1904,
        (false, 0 | NO_DAY) => return None,
        (false, days) => days - BEFORE_1900 - i64::from(days > NO_DAY),
    };
    civil(since_1970)
}

/// The day so many days after the first of January of 1970, by the Gregorian calendar, whose years are counted from March here.
fn civil(days: i64) -> Option<Date> {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(Date { year: u16::try_from(year).ok()?, month: u8::try_from(month).ok(), day: u8::try_from(day).ok() })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_those_of_excel_from_1900_and_from_1904() {
        let text = |serial: f64, from_1904| day(serial, from_1904).map(String::from);
        for (serial, expected) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (42_552.0, "2016-07-01"),
            (42_552.75, "2016-07-01"),
            (45_351.0, "2024-02-29"),
        ] {
            assert_eq!(text(serial, false).as_deref(), Some(expected));
        }
        assert_eq!(text(41_090.0, true).as_deref(), Some("2016-07-01"));
        assert_eq!(text(0.0, true).as_deref(), Some("1904-01-01"));
        for never in [0.0, 60.0, -1.0, 3e6, f64::NAN, f64::INFINITY] {
            assert_eq!(text(never, false), None, "{never}");
        }
    }
}
