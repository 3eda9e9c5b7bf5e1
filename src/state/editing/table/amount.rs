//! Numbers and dates as people type them and spreadsheets give them: with thousands separators, in the digits of each language,
//! with the word for their precision.

use super::put::Refusal;
use super::spelling::{Said, precision_of};
use crate::model::{Amount, Date, Precision};

/// The largest number that is exact.
const MOST: f64 = 9_007_199_254_740_992.0;
/// What the Chinese write after a number to multiply it.
const TIMES: [(char, f64); 2] = [('万', 1e4), ('亿', 1e8)];

/// The digits of a text in one form: full-width and Tibetan digits and marks as ASCII, and no joiners.
fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        '༠'..='༩' => char::from_u32(u32::from(c) - u32::from('༠') + u32::from('0')),
        '，' | '٬' => Some(','),
        '．' => Some('.'),
        '－' | '−' | '‑' | '–' => Some('-'),
        '／' => Some('/'),
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}' => Some(' '),
        '\u{2060}' | '\u{feff}' => None,
        '\u{f0c}' => Some('་'),
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

/// A number with the word for its precision: `2,117`, `nearly 12,000`, `约 1.2 万`, `2,100 余`.
///
/// # Errors
/// If it is none, is negative, or too large.
pub fn read_amount(text: &str) -> Result<Amount, Refusal> {
    let text = plain(text);
    let text = text.trim();
    let (precision, rest) = match precision_of(text) {
        Some((Said::Precision(precision), rest)) => (precision, rest),
        _ => (Precision::Exact, text),
    };
    let value = number_in(rest).ok_or(Refusal::NoNumber)?;
    if value < 0.0 {
        return Err(Refusal::Negative);
    }
    if value > MOST {
        return Err(Refusal::TooLarge);
    }
    Ok(Amount { value, precision })
}

/// The number that a text is, without words. Thousands may be set apart by commas, spaces or apostrophes.
#[must_use]
pub fn number_in(text: &str) -> Option<f64> {
    let text = plain(text);
    let mut text = text.trim();
    let mut times = 1.0;
    for (sign, factor) in TIMES {
        if let Some(rest) = text.strip_suffix(sign) {
            (text, times) = (rest.trim_end(), factor);
        }
    }
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest.trim_start()));
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return None;
    }
    let apart = [',', ' ', '\'', '’'].into_iter().find(|apart| whole.contains(*apart));
    let whole = match apart {
        None => whole.to_owned(),
        Some(apart) => {
            let mut groups = whole.split(apart);
            let first = groups.next()?;
            if !(1..=3).contains(&first.len()) || !groups.clone().all(|group| group.len() == 3) {
                return None;
            }
            std::iter::once(first).chain(groups).collect()
        }
    };
    if !is_digits(&whole) {
        return None;
    }
    let value: f64 = format!("{whole}.{}", decimals.unwrap_or("0")).parse().ok()?;
    // Not 11,999.999 for 1.19999 times ten thousand.
    let value = if times > 1.0 { (value * times * 1e6).round() / 1e6 } else { value };
    value.is_finite().then_some(sign * value)
}

/// A date as precise as it is: `2024`, `2024-08`, `2024-08-26`, with other marks between its parts too.
///
/// # Errors
/// If it is none.
pub fn read_date(text: &str) -> Result<Date, Refusal> {
    let text = plain(text);
    let text = text.trim().trim_end_matches('།').trim_end();
    let parts: Vec<&str> =
        text.split(['-', '/', '.', '年', '月', '日']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    if parts.is_empty() || parts.len() > 3 || parts[0].len() != 4 || !parts.iter().all(is_number) {
        return Err(Refusal::NoDate);
    }
    let year = parts[0].to_owned();
    let date = parts[1..].iter().fold(year, |date, part| format!("{date}-{part:0>2}"));
    Date::try_from(date).map_err(|_not| Refusal::NoDate)
}
