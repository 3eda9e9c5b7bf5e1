//! Strings and numbers: what JSON allows, and what people write instead.

use std::ops::Range;

use super::cursor::Cursor;
use super::{Mistake, Slip};

/// A string as written in the file.
pub struct Text {
    /// The range between its quotes.
    pub inner: Range<usize>,
    /// Whether it has an unpaired surrogate (`\ud800`), which no text can contain.
    pub halved: bool,
}

/// Reads a string, starting at its opening quote.
pub fn string(cursor: &mut Cursor<'_>) -> Result<Text, Box<Mistake>> {
    let opened = cursor.at;
    cursor.at += 1;
    let mut halved = false;
    loop {
        match cursor.byte() {
            None => return Err(cursor.mistake(opened, Slip::CutOff, None)),
            Some(b'"') => {
                cursor.at += 1;
                return Ok(Text { inner: opened + 1..cursor.at - 1, halved });
            }
            Some(b'\\') => halved |= escape(cursor, opened)?,
            Some(b'\n' | b'\r') => return Err(not_closed(cursor, opened)),
            Some(byte) if byte < b' ' => {
                let mended = (cursor.at..cursor.at + 1, if byte == b'\t' { "\\t" } else { "" }.to_owned());
                return Err(cursor.mistake(cursor.at, Slip::Control(char::from(byte)), Some(mended)));
            }
            Some(_) => cursor.at += 1,
        }
    }
}

/// A string that is not closed on its line.
fn not_closed(cursor: &Cursor<'_>, opened: usize) -> Box<Mistake> {
    let line = &cursor.text[opened..cursor.at];
    if let Some((at, curly)) = line.char_indices().find(|(_, c)| is_curly(*c)) {
        return cursor.mistake(opened + at, Slip::CurlyQuote(curly), straightened(cursor, opened));
    }
    let end = opened + line.trim_end_matches([' ', ',', '}', ']']).len();
    let line = super::Lines::before(cursor.text, opened);
    cursor.mistake(opened, Slip::OpenText { opened: line }, Some((end..end, "\"".to_owned())))
}

/// Reads an escape; returns `true` for an unpaired surrogate.
fn escape(cursor: &mut Cursor<'_>, opened: usize) -> Result<bool, Box<Mistake>> {
    let hex = |at: usize| {
        let digits = cursor.text.get(at..at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    let at = cursor.at;
    match cursor.text.as_bytes().get(at + 1) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
            cursor.at += 2;
            Ok(false)
        }
        Some(b'u') if hex(at + 2).is_some() => {
            let first = hex(at + 2).unwrap_or_default();
            let second = cursor.text.get(at + 6..at + 8).filter(|mark| *mark == "\\u").and_then(|_| hex(at + 8));
            let is_pair = (0xD800..0xDC00).contains(&first) && second.is_some_and(|s| (0xDC00..0xE000).contains(&s));
            cursor.at += if is_pair { 12 } else { 6 };
            Ok(!is_pair && (0xD800..0xE000).contains(&first))
        }
        _ => Err(cursor.mistake(at, Slip::Backslash, Some(without_backslashes(cursor, opened)))),
    }
}

/// The string without its backslashes: with `/` in the name of a file, else doubled.
fn without_backslashes(cursor: &Cursor<'_>, opened: usize) -> (Range<usize>, String) {
    let inner = &cursor.text[opened + 1..];
    let end = inner.find(['"', '\n', '\r']).unwrap_or(inner.len());
    let inner = &inner[..end];
    let is_name = inner.rsplit_once('.').is_some_and(|(_, ending)| (2..=4).contains(&ending.len()));
    let mended = if is_name { inner.replace('\\', "/") } else { inner.replace('\\', "\\\\") };
    (opened + 1..opened + 1 + end, mended)
}

/// Returns `true` for typographic quotes.
pub fn is_curly(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '〝' | '〞' | '「' | '」')
}

/// The line with straight quotes, and with ASCII colons and commas beside them.
pub fn straightened(cursor: &Cursor<'_>, at: usize) -> Option<(Range<usize>, String)> {
    let is_break = |c: char| c == '\n' || c == '\r';
    let from = cursor.text[..at].rfind(is_break).map_or(0, |i| i + 1);
    let until = cursor.text[at..].find(is_break).map_or(cursor.text.len(), |i| at + i);
    let mut line: String = cursor.text[from..until].chars().map(|c| if is_curly(c) { '"' } else { c }).collect();
    for (wide, plain) in [("：", ":"), ("，", ",")] {
        for beside in ['"', '}', ']'] {
            line = line.replace(&format!("{beside}{wide}"), &format!("{beside}{plain}"));
        }
        line = line.replace(&format!("{wide}\""), &format!("{plain}\""));
    }
    (line.chars().filter(|c| *c == '"').count() % 2 == 0).then_some((from..until, line))
}

/// Reads a number; returns `true` if it overflows.
pub fn number(cursor: &mut Cursor<'_>) -> Result<bool, Box<Mistake>> {
    let from = cursor.at;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_');
    let length = cursor.rest().find(|c| !is_part(c)).unwrap_or(cursor.rest().len());
    let written = &cursor.rest()[..length];
    if is_number(written) {
        cursor.at += length;
        return Ok(written.parse::<f64>().is_ok_and(f64::is_infinite));
    }
    let instead = plain_number(written);
    let mended = instead.clone().map(|number| (from..from + length, number));
    let slip = Slip::Number { written: written.chars().take(40).collect(), instead };
    Err(cursor.mistake(from, slip, mended))
}

/// The JSON form of a number in another notation, or of a date without quotes.
fn plain_number(written: &str) -> Option<String> {
    let is_date = written.len() >= 7 && written.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if is_date && written.bytes().take(4).all(|b| b.is_ascii_digit()) {
        return Some(format!("\"{written}\""));
    }
    let (sign, digits) = written.strip_prefix('-').map_or(("", written), |rest| ("-", rest));
    let digits = digits.trim_start_matches('+').replace('_', "");
    let digits = digits.strip_suffix('.').unwrap_or(&digits);
    let bare = digits.trim_start_matches('0');
    let lead = if bare.is_empty() || bare.starts_with(['.', 'e', 'E']) { "0" } else { "" };
    Some(format!("{sign}{lead}{bare}")).filter(|number| is_number(number))
}

/// Returns `true` for a number in JSON syntax.
pub fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (text, power) = text.split_once(['e', 'E']).map_or((text, None), |(t, p)| (t, Some(p)));
    let (whole, part) = text.split_once('.').map_or((text, None), |(w, p)| (w, Some(p)));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && part.is_none_or(digits)
        && power.is_none_or(|power| digits(power.strip_prefix(['+', '-']).unwrap_or(power)))
}
