//! Dates as sources print them: a year, month or day, never more precise than the source.

use serde::{Deserialize, Serialize};

/// A day, a month or a year of the Gregorian calendar. Written `2024`, `2024-08` or `2024-08-26`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12, where it is known.
    pub month: Option<u8>,
    /// The day, 1 to 31, where it is known.
    pub day: Option<u8>,
}

impl Date {
    /// A whole year.
    #[must_use]
    pub fn year(year: u16) -> Self {
        Self { year, month: None, day: None }
    }

    /// Returns `true` if this date is certainly before another: “2024” is neither before nor after “2024-05”.
    #[must_use]
    pub fn is_before(self, other: Self) -> bool {
        let parts = [(self.month, other.month), (self.day, other.day)];
        if self.year != other.year {
            return self.year < other.year;
        }
        for (own, others) in parts {
            match (own, others) {
                (Some(own), Some(others)) if own != others => return own < others,
                (Some(_), Some(_)) => {}
                _ => return false,
            }
        }
        false
    }

    /// The date as a fractional year, for a true-scale axis. An unknown month counts as the start of the year.
    #[must_use]
    pub fn position(self) -> f32 {
        f32::from(self.year)
            + f32::from(self.month.unwrap_or(1) - 1) / 12.0
            + f32::from(self.day.unwrap_or(1) - 1) / 366.0
    }
}

/// The number of days in a month.
pub(super) fn days_of(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = || format!("“{text}” is not a date: write 2024, 2024-08 or 2024-08-26");
        let mut parts = text.split('-');
        let mut part = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse::<u16>().map(Some).map_err(|_e| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let year = part(4)?.ok_or_else(wrong)?;
        let month = part(2)?.and_then(|m| u8::try_from(m).ok());
        let day = part(2)?.and_then(|d| u8::try_from(d).ok());
        let longest = |day: u8| month.is_some_and(|month| (1..=days_of(year, month)).contains(&day));
        let inside = month.is_none_or(|m| (1..=12).contains(&m)) && day.is_none_or(longest);
        if !inside || parts.next().is_some() {
            return Err(wrong());
        }
        Ok(Self { year, month, day })
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        match (date.month, date.day) {
            (Some(m), Some(d)) => format!("{:04}-{m:02}-{d:02}", date.year),
            (Some(m), None) => format!("{:04}-{m:02}", date.year),
            _ => format!("{:04}", date.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn date(text: &str) -> Option<Date> {
        Date::try_from(text.to_owned()).ok()
    }

    #[test]
    fn a_day_that_no_calendar_has_is_no_date() {
        for there in ["2024-02-29", "2000-02-29", "2023-02-28", "2024-04-30", "2024-12-31", "2024-12", "2024"] {
            assert!(date(there).is_some(), "{there}");
        }
        for not in ["2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-13", "2024-00-01", "2024-01-00", "24"]
        {
            assert!(date(not).is_none(), "{not}");
        }
    }

    #[test]
    fn what_is_less_precise_is_neither_before_nor_after() {
        let before = |a: &str, b: &str| date(a).expect("a date").is_before(date(b).expect("a date"));
        assert!(before("2023", "2024-05") && before("2024-04", "2024-05") && before("2024-05-01", "2024-05-02"));
        for (a, b) in [("2024", "2024-05"), ("2024-05", "2024"), ("2024-05", "2024-05-03"), ("2024", "2024")] {
            assert!(!before(a, b) && !before(b, a), "{a} {b}");
        }
    }
}
