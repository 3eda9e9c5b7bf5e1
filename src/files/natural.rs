//! Natural order of file names: numbers by value, ignoring case.
//!
//! Not a collation: Chinese names are in code point order.

use std::char::ToLowercase;
use std::cmp::Ordering;
use std::iter::from_fn;
use std::str::Chars;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// Compares two names or paths with `/`: 第2张 before 第10张, `IMG_9` before `img_10`.
///
/// Digits compare by value, including full-width and Tibetan ones; a dot precedes everything else, so that `a.jpg` comes
/// before `a (2).jpg`. Paths compare folder by folder, the files of a folder before its subfolders. Ties are broken by the
/// bytes, so that only equal names are `Equal`: a total order.
///
/// Names are compared in one Unicode form, so that composed and decomposed `é` sort alike.
#[must_use]
pub fn natural(a: &str, b: &str) -> Ordering {
    let is_composed = |name: &str| name.is_ascii() || is_nfc(name);
    if is_composed(a) && is_composed(b) {
        return paths(a, b);
    }
    let composed = |name: &str| name.nfc().collect::<String>();
    paths(&composed(a), &composed(b)).then_with(|| a.cmp(b))
}

fn paths(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('/').peekable(), b.split('/').peekable());
    loop {
        let (part_a, part_b) = match (a.next(), b.next()) {
            (Some(part_a), Some(part_b)) => (part_a, part_b),
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
        };
        // A last component is a file, which precedes folders of any name.
        let file_first = a.peek().is_some().cmp(&b.peek().is_some());
        let order = file_first.then_with(|| names(part_a, part_b));
        if order.is_ne() {
            return order;
        }
    }
}

/// Compares two names without folders. Ties are broken here, not at the end of the path, so that the files of the folders `A`
/// and `a` do not mix.
fn names(a: &str, b: &str) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    // Skips the common prefix: most of the name in a folder of camera pictures.
    let same = |(a, b): &(u8, u8)| a == b && a.is_ascii() && !a.is_ascii_digit();
    let begin = a.bytes().zip(b.bytes()).take_while(same).count();
    let (rest_a, rest_b) = (&a[begin..], &b[begin..]);
    tokens(rest_a).cmp_by_value(tokens(rest_b)).then_with(|| a.cmp(b))
}

/// A token of a name.
enum Token<'a> {
    /// The digits of an integer, without leading zeros; empty for zero.
    Number(&'a str),
    /// Any other character, in lower case.
    Char(char),
}

impl Token<'_> {
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => {
                let by_length = a.chars().count().cmp(&b.chars().count());
                by_length.then_with(|| a.chars().map(digit).cmp(b.chars().map(digit)))
            }
            // Against other characters a number compares as '0': none of them is between `0` and `9`, so all numbers sort at
            // the same place.
            (Self::Number(_), Self::Char(b)) => '0'.cmp(b),
            (Self::Char(a), Self::Number(_)) => a.cmp(&'0'),
            (Self::Char(a), Self::Char(b)) => a.cmp(b),
        }
    }
}

/// Iterates over the tokens of a name.
struct Tokens<'a> {
    rest: Chars<'a>,
    /// The rest of a lower-case mapping of more than one character.
    pending: Option<ToLowercase>,
}

fn tokens(name: &str) -> Tokens<'_> {
    Tokens { rest: name.chars(), pending: None }
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(c) = self.pending.as_mut().and_then(Iterator::next) {
            return Some(Token::Char(c));
        }
        let text = self.rest.as_str();
        let first = self.rest.next()?;
        if digit(first).is_some() {
            let is_digit = |c: char| digit(c).is_some();
            let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
            self.rest = text[end..].chars();
            return Some(Token::Number(text[..end].trim_start_matches(|c| digit(c) == Some(0))));
        }
        if first == '.' {
            // A dot sorts first, so that a short stem precedes a longer one.
            return Some(Token::Char('\0'));
        }
        if first.is_ascii() {
            return Some(Token::Char(first.to_ascii_lowercase()));
        }
        let mut lower = first.to_lowercase();
        let token = lower.next().map(Token::Char);
        self.pending = (lower.len() > 0).then_some(lower);
        token
    }

    fn cmp_by_value(mut self, mut other: Self) -> Ordering {
        let pairs = from_fn(|| match (self.next(), other.next()) {
            (None, None) => None,
            (Some(a), Some(b)) => Some(a.compare(&b)),
            (a, b) => Some(a.is_some().cmp(&b.is_some())),
        });
        pairs.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }
}

/// Returns the value of an ASCII, full-width or Tibetan digit.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '\u{f20}'..='\u{f29}' => '\u{f20}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_people_count() {
        let expected = [
            ".hidden.jpg",
            "a.jpg",
            "a (2).jpg",
            "A1.jpg",
            "a01.jpg",
            "a1.jpg",
            "IMG_9.jpg",
            "img_10.jpg",
            "IMG_99999999999999999999998.jpg",
            "img_99999999999999999999999.jpg",
            "\u{f54}\u{f22}.jpg",
            "\u{f54}\u{f21}\u{f20}.jpg",
            "第1张.jpg",
            "第２张.jpg",
            "第10张.jpg",
            "b/z.jpg",
            "b/a/a.jpg",
            "Day 2/1.jpg",
            "day 10/1.jpg",
        ];
        let mut sorted = expected;
        sorted.reverse();
        sorted.sort_by(|a, b| natural(a, b));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn a_letter_stands_at_one_place_in_either_unicode_form() {
        let mut names = ["e\u{301}3.jpg", "z.jpg", "\u{e9}2.jpg", "e\u{301}1.jpg", "e.jpg", "\u{e9}3.jpg"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["e.jpg", "z.jpg", "e\u{301}1.jpg", "\u{e9}2.jpg", "e\u{301}3.jpg", "\u{e9}3.jpg"]);
    }

    #[test]
    fn folders_that_differ_in_case_do_not_mix() {
        let mut names = ["a/1.jpg", "A/2.jpg", "a/3.jpg", "A/4.jpg"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["A/2.jpg", "A/4.jpg", "a/1.jpg", "a/3.jpg"]);
    }
}
