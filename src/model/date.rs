//! Dates as sources print them: a year, a month or a day. Never more precise than the source.

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

    /// The date as a fraction of years, for a true-scale axis. An unknown month counts as the year's beginning.
    #[must_use]
    pub fn position(self) -> f32 {
        f32::from(self.year)
            + f32::from(self.month.unwrap_or(1) - 1) / 12.0
            + f32::from(self.day.unwrap_or(1) - 1) / 366.0
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
        let inside = month.is_none_or(|m| (1..=12).contains(&m)) && day.is_none_or(|d| (1..=31).contains(&d));
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
