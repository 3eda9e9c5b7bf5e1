//! A position in a text, and mistakes reported there.

use std::ops::Range;

use super::{Lines, Mistake, Slip};

/// How much of a line is quoted, in characters on each side of a slip.
const AROUND: usize = 60;

/// A position in a text.
#[derive(Clone, Copy)]
pub struct Cursor<'t> {
    /// The text.
    pub text: &'t str,
    /// The offset read so far, in bytes; always on a character boundary.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The remaining text.
    pub fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte, which is the next character for all of JSON's own syntax.
    pub fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips white space.
    pub fn space(&mut self) {
        while self.byte().is_some_and(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The mistake for a slip at `at`, corrected by replacing a part of its line.
    pub fn mistake(&self, at: usize, slip: Slip, mended: Option<(Range<usize>, String)>) -> Box<Mistake> {
        let at = at.min(self.text.len());
        let is_break = |c: char| c == '\n' || c == '\r';
        let from = self.text[..at].rfind(is_break).map_or(0, |i| i + 1);
        let until = self.text[at..].find(is_break).map_or(self.text.len(), |i| at + i);
        let before = self.text[from..at].chars().count();
        let line = &self.text[from..until];
        let skipped = before.saturating_sub(AROUND);
        let text: String = line.chars().skip(skipped).take(2 * AROUND).collect();
        let correct = mended.filter(|(range, _)| range.start >= from && range.end <= until).map(|(range, words)| {
            format!("{}{words}{}", &self.text[from..range.start], &self.text[range.end..until]).trim().to_owned()
        });
        Box::new(Mistake {
            slip,
            line: Lines::before(self.text, at),
            column: before + 1,
            text: text.trim_end().to_owned(),
            caret: before - skipped,
            correct: correct.filter(|line| line.chars().count() <= 2 * AROUND),
        })
    }
}
