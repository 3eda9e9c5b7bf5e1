//! Guesses what was meant by text that is not JSON.

use std::ops::Range;

use super::cursor::Cursor;
use super::survey::{Next, Walk};
use super::token::{is_curly, number, straightened};
use super::{Lines, Mistake, Slip};

/// The text ends where something else is expected.
pub(super) fn end(walk: &Walk<'_>, next: Next) -> Box<Mistake> {
    let cursor = &walk.cursor;
    let at = cursor.text.trim_end().len();
    let slip = match walk.frames.last() {
        None => Slip::Empty,
        // The text may be cut off behind a bracket too, but then a bracket is missing in any case.
        Some(frame) if next == Next::Comma && cursor.text.trim_end().ends_with(['}', ']']) => {
            Slip::Unclosed { open: bracket(frame.list), opened: Lines::before(cursor.text, frame.open) }
        }
        Some(_) => Slip::CutOff,
    };
    cursor.mistake(at, slip, None)
}

/// An unexpected character.
pub(super) fn here(walk: &Walk<'_>, next: Next) -> Box<Mistake> {
    let cursor = &walk.cursor;
    let (at, Some(found)) = (cursor.at, cursor.peek()) else { return end(walk, next) };
    if let Some(known) = anywhere(cursor, found) {
        return known;
    }
    match next {
        Next::Value | Next::FirstItem | Next::Item => value(walk, next, found),
        Next::FirstKey | Next::Key => key(walk, next, found),
        Next::Comma => comma(walk, found),
        Next::Nothing => cursor.mistake(at, Slip::AfterTheEnd, None),
    }
}

/// A missing colon after a name.
pub(super) fn colon(walk: &Walk<'_>, key: &str) -> Box<Mistake> {
    let cursor = &walk.cursor;
    let Some(found) = cursor.peek() else { return end(walk, Next::Value) };
    if let Some(known) = anywhere(cursor, found) {
        return known;
    }
    if let Some(curly) = key.chars().find(|c| is_curly(*c)) {
        return cursor.mistake(walk.last.start, Slip::CurlyQuote(curly), straightened(cursor, walk.last.start));
    }
    let key: String = key.chars().take(40).collect();
    if walk.cursor.text[walk.last.end..].starts_with(|c: char| c.is_alphanumeric()) {
        return cursor.mistake(walk.last.end, Slip::QuoteInside, None);
    }
    let mended = match found {
        '=' => Some((cursor.at..cursor.at + 1, ":".to_owned())),
        '"' | '{' | '[' | '0'..='9' => Some((walk.last.end..walk.last.end, ":".to_owned())),
        _ => None,
    };
    cursor.mistake(walk.last.end, Slip::MissingColon { key }, mended)
}

/// What is wrong in any position.
fn anywhere(cursor: &Cursor<'_>, found: char) -> Option<Box<Mistake>> {
    let at = cursor.at;
    let length = found.len_utf8();
    if is_curly(found) {
        return Some(cursor.mistake(at, Slip::CurlyQuote(found), straightened(cursor, at)));
    }
    if found == '#' || cursor.rest().starts_with("//") || cursor.rest().starts_with("/*") {
        return Some(cursor.mistake(at, Slip::Comment, without_comment(cursor)));
    }
    if let Some(instead) = narrow(found) {
        let mended = straightened(cursor, at).map(|(line, _)| {
            let words =
                [&cursor.text[line.start..at], &instead.to_string(), &cursor.text[at + length..line.end]].concat();
            (line, words)
        });
        return Some(cursor.mistake(at, Slip::FullWidth { written: found, instead }, mended));
    }
    let is_unseen = found.is_whitespace() || found.is_control() || crate::model::draws_nothing(found);
    is_unseen.then(|| cursor.mistake(at, Slip::Invisible(found), Some((at..at + length, " ".to_owned()))))
}

/// The ASCII equivalent of a character of East Asian typesetting.
fn narrow(c: char) -> Option<char> {
    Some(match c {
        '，' | '、' | '；' => ',',
        '：' => ':',
        '｛' => '{',
        '｝' => '}',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '．' => '.',
        '－' | '−' | '–' => '-',
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10)?,
        _ => return None,
    })
}

fn without_comment(cursor: &Cursor<'_>) -> Option<(Range<usize>, String)> {
    let rest = cursor.rest();
    let end = match rest.strip_prefix("/*") {
        Some(inside) => inside.find("*/")? + 4,
        None => rest.find(['\n', '\r']).unwrap_or(rest.len()),
    };
    let before = cursor.text[..cursor.at].rsplit(['\n', '\r']).next().unwrap_or_default();
    let is_alone = before.trim().is_empty() && rest[end..].trim_start_matches(' ').starts_with(['\n', '\r']);
    (!is_alone).then(|| (cursor.at..cursor.at + end, String::new()))
}

fn value(walk: &Walk<'_>, next: Next, found: char) -> Box<Mistake> {
    let cursor = &walk.cursor;
    let at = cursor.at;
    match found {
        ']' | '}' if next == Next::Item && (found == ']') == walk.is_list() => trailing(walk),
        ']' | '}' if next == Next::Value && !walk.frames.is_empty() => missing_value(walk),
        ']' | '}' => wrong_bracket(walk, at),
        ',' if next == Next::Value => missing_value(walk),
        ',' => cursor.mistake(at, Slip::LoneComma, Some((at..at + 1, String::new()))),
        '\'' => cursor.mistake(at, Slip::SingleQuote, single(cursor)),
        '+' | '.' => {
            let mut copy = *cursor;
            number(&mut copy).err().unwrap_or_else(|| cursor.mistake(at, Slip::Strange(found), None))
        }
        c if c.is_alphabetic() || c == '_' => word(cursor),
        c => cursor.mistake(at, Slip::Strange(c), None),
    }
}

fn key(walk: &Walk<'_>, next: Next, found: char) -> Box<Mistake> {
    let cursor = &walk.cursor;
    let at = cursor.at;
    match found {
        '}' if next == Next::Key => trailing(walk),
        ',' => cursor.mistake(at, Slip::LoneComma, Some((at..at + 1, String::new()))),
        '{' | '[' | ']' | '}' => wrong_bracket(walk, at),
        '\'' => cursor.mistake(at, Slip::SingleQuote, single(cursor)),
        '0'..='9' if next == Next::Key => thousands(walk).unwrap_or_else(|| unquoted(cursor)),
        c if c.is_alphanumeric() || c == '_' => unquoted(cursor),
        c => cursor.mistake(at, Slip::Strange(c), None),
    }
}

fn comma(walk: &Walk<'_>, found: char) -> Box<Mistake> {
    let cursor = &walk.cursor;
    let (at, last) = (cursor.at, walk.last.clone());
    let was = &cursor.text[last.clone()];
    let is_text = was.starts_with('"');
    if let Some(curly) = was.chars().find(|c| is_text && is_curly(*c)) {
        return cursor.mistake(last.start, Slip::CurlyQuote(curly), straightened(cursor, last.start));
    }
    let between = cursor.text[last.end..at].is_empty();
    if let Some(text) =
        was.strip_suffix('"').map(str::trim_end).filter(|text| is_text && between && text.ends_with(','))
    {
        // The supposed closing quote opens the next text.
        let end = last.start + text.len() - 1;
        let opened = Lines::before(cursor.text, last.start);
        return cursor.mistake(last.start, Slip::OpenText { opened }, Some((end..end, "\"".to_owned())));
    }
    match found {
        '0'..='9' if was.bytes().all(|b| b.is_ascii_digit()) && !cursor.text[last.end..at].contains(['\n', '\r']) => {
            let digits = digits_here(cursor);
            let number = format!("{was}{digits}");
            let slip = Slip::Number { written: format!("{was} {digits}"), instead: Some(number.clone()) };
            cursor.mistake(last.start, slip, Some((last.start..at + digits.len(), number)))
        }
        ']' | '}' | ':' => wrong_bracket(walk, at),
        '{' if !walk.is_list() => wrong_bracket(walk, at),
        c if is_text && between && (c.is_alphanumeric() || c == '"') => cursor.mistake(at, Slip::QuoteInside, None),
        '"' | '{' | '[' | '\'' => missing_comma(walk),
        ';' => cursor.mistake(at, missing_comma(walk).slip, Some((at..at + 1, ",".to_owned()))),
        c if c.is_alphanumeric() && !between => missing_comma(walk),
        c => cursor.mistake(at, Slip::Strange(c), None),
    }
}

/// A missing comma after the last token.
fn missing_comma(walk: &Walk<'_>) -> Box<Mistake> {
    let end = walk.last.end;
    let at_end = walk.cursor.text[end..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    let mended = Some((end..end, ",".to_owned()));
    // Points to where the comma belongs, not to where its absence was noticed.
    walk.cursor.mistake(end, Slip::MissingComma { at_end }, mended)
}

fn missing_value(walk: &Walk<'_>) -> Box<Mistake> {
    let key = walk.frames.last().map_or("", |frame| frame.key).chars().take(40).collect();
    walk.cursor.mistake(walk.cursor.at, Slip::MissingValue { key }, None)
}

fn trailing(walk: &Walk<'_>) -> Box<Mistake> {
    walk.cursor.mistake(walk.last.start, Slip::TrailingComma, Some((walk.last.clone(), String::new())))
}

/// An open bracket that should have been closed before `at`.
fn wrong_bracket(walk: &Walk<'_>, at: usize) -> Box<Mistake> {
    let slip = walk.frames.last().map_or(Slip::AfterTheEnd, |frame| Slip::WrongBracket {
        open: bracket(frame.list),
        opened: Lines::before(walk.cursor.text, frame.open),
    });
    walk.cursor.mistake(at, slip, None)
}

fn bracket(list: bool) -> char {
    if list { '[' } else { '{' }
}

fn digits_here<'t>(cursor: &Cursor<'t>) -> &'t str {
    let rest = cursor.rest();
    &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())]
}

/// A comma between digits: a separator if after every third digit, else a decimal comma.
fn thousands(walk: &Walk<'_>) -> Option<Box<Mistake>> {
    let cursor = &walk.cursor;
    // The last token is the comma; the number precedes it.
    let before = cursor.text[..walk.last.start].trim_end();
    let from = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |i| i + 1);
    let first = &before[from..];
    let rest = cursor.rest();
    let group = |c: char| !c.is_ascii_digit() && c != ',';
    let tail = rest[..rest.find(group).unwrap_or(rest.len())].trim_end_matches(',');
    if first.is_empty() || tail.is_empty() {
        return None;
    }
    let is_grouped = tail.split(',').all(|three| three.len() == 3);
    let number = if is_grouped { format!("{first}{}", tail.replace(',', "")) } else { format!("{first}.{tail}") };
    let instead = super::token::is_number(&number).then_some(number);
    let mended = instead.clone().map(|number| (from..cursor.at + tail.len(), number));
    let slip = Slip::Number { written: format!("{first},{tail}").chars().take(40).collect(), instead };
    Some(cursor.mistake(from, slip, mended))
}

fn single(cursor: &Cursor<'_>) -> Option<(Range<usize>, String)> {
    let inside = cursor.rest().get(1..)?;
    let end = inside.find(['\'', '"', '\n', '\r']).filter(|end| inside[*end..].starts_with('\''))?;
    Some((cursor.at..cursor.at + end + 2, format!("\"{}\"", &inside[..end])))
}

fn bare<'t>(cursor: &Cursor<'t>) -> &'t str {
    let rest = cursor.rest();
    &rest[..rest.find(|c: char| !c.is_alphanumeric() && !"_-".contains(c)).unwrap_or(rest.len())]
}

fn unquoted(cursor: &Cursor<'_>) -> Box<Mistake> {
    let name = bare(cursor);
    let mended = Some((cursor.at..cursor.at + name.len(), format!("\"{name}\"")));
    cursor.mistake(cursor.at, Slip::UnquotedKey(name.chars().take(40).collect()), mended)
}

/// A bare word where a value belongs.
fn word(cursor: &Cursor<'_>) -> Box<Mistake> {
    let word = bare(cursor);
    let instead = match word.to_ascii_lowercase().as_str() {
        "true" | "yes" => Some("true"),
        "false" | "no" => Some("false"),
        "none" | "null" | "nil" | "undefined" | "nan" | "infinity" | "inf" => Some("null"),
        _ => None,
    };
    let mended = instead.map(|instead| (cursor.at..cursor.at + word.len(), instead.to_owned())).or_else(|| {
        let rest = cursor.rest();
        let whole = rest[..rest.find([',', '}', ']', '"', '\n', '\r']).unwrap_or(rest.len())].trim_end();
        Some((cursor.at..cursor.at + whole.len(), format!("\"{whole}\"")))
    });
    let slip = Slip::Word { word: word.chars().take(40).collect(), instead };
    cursor.mistake(cursor.at, slip, mended)
}
