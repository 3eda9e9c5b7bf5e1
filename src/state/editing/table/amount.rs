//! Numbers as people type them and spreadsheets give them: with thousands separators, in the digits of each language,
//! with the word for their precision.

use super::put::Refusal;
use super::spelling::{Said, precision_of};
use crate::model::{Amount, Precision};

/// The largest number that is exact.
const MOST: f64 = 9_007_199_254_740_992.0;
/// What the Chinese write after a number to multiply it.
const TIMES: [(char, f64); 2] = [('万', 1e4), ('亿', 1e8)];

/// The digits of a text in one form: full-width and Tibetan digits and marks as ASCII, and no joiners.
pub(super) fn plain(text: &str) -> String {
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

/// What people write after a number of people, or of anything.
const UNITS: [&str; 9] = ["people", "persons", "person", "人次", "人", "名", "位", "个", "所"];

/// A count as it is written in tables of others: with its unit, and with the word for its precision before that.
///
/// # Errors
/// If it is none, or could be two numbers: `1.000` is one in some countries, and a thousand in others.
pub fn read_count(text: &str) -> Result<Amount, Refusal> {
    let text = plain(text);
    let text = text.trim();
    // A count of journeys is none of people.
    let unit = UNITS.iter().find(|unit| text.to_lowercase().ends_with(*unit));
    let bare = match unit {
        Some(&"人次") => return Err(Refusal::NoNumber),
        Some(unit) => text[..text.len() - unit.len()].trim_end(),
        None => text,
    };
    let decimals = bare.rsplit_once('.').map(|(_, decimals)| decimals);
    let is_either = !bare.contains([',', ' ', '\'', '’', '万', '亿'])
        && decimals.is_some_and(|decimals| decimals.len() == 3 && decimals.bytes().all(|b| b.is_ascii_digit()));
    if is_either { Err(Refusal::NoNumber) } else { read_amount(bare) }
}
