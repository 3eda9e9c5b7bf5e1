//! What is visible of a text: which characters draw nothing, which break a line, and which do not belong in it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The maximum number of characters of a text that are shown; far more than anyone reads on a wall.
pub const TEXT_LIMIT: usize = 10_000;

/// A text as shown: every kind of line break becomes `\n`, and control characters are removed.
#[must_use]
pub fn visible_text(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{2028}' | '\u{2029}');
    if !text.chars().any(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Returns `true` for characters that draw nothing themselves, whether or not a font has them, but join, separate, turn or vary
/// others (default-ignorable in Unicode).
#[must_use]
pub fn draws_nothing(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFF8 | 0x1BCA0..=0x1BCA3
        | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}

/// A text that is safe for a terminal: control characters and those that change the writing direction are escaped as in
/// `exhibition.json`, `\u001b`. Line breaks stay.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(u32::from(c), 0x61C | 0x200B | 0x200E..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF)
            || matches!(u32::from(c), 0xFFF9..=0xFFFB | 0xE0000..=0xE007F)
    };
    if !text.chars().any(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_odd(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{draws_nothing, printable, visible_text};

    #[test]
    fn every_line_break_breaks_and_what_commands_a_machine_is_gone() {
        assert_eq!(visible_text("a\u{2028}b\u{85}c\r\nd\re\u{b}f\u{c}g"), "a\nb\nc\nd\ne\nf\ng");
        assert_eq!(visible_text("a\tb\u{0}\u{1b}[31m\u{9b}c\u{7f}"), "a b[31mc");
        assert_eq!(visible_text("བོད\u{f0b} 中文\n"), "བོད\u{f0b} 中文\n");
    }

    #[test]
    fn no_terminal_is_commanded() {
        assert_eq!(printable("\u{1b}]0;x\u{7}"), "\\u001b]0;x\\u0007");
        assert_eq!(printable("\u{9b}31m"), "\\u009b31m");
        assert_eq!(printable("gpj.\u{202e}exe"), "gpj.\\u202eexe");
        assert_eq!(printable("\u{e0041}"), "\\udb40\\udc41");
        assert_eq!(printable("two\nlines 中文 བོད"), "two\nlines 中文 བོད");
    }

    #[test]
    fn joiners_and_variants_draw_nothing() {
        for c in ['\u{fe0f}', '\u{e0100}', '\u{200d}', '\u{200e}', '\u{ad}', '\u{feff}', '\u{2066}'] {
            assert!(draws_nothing(c), "U+{:04X}", u32::from(c));
        }
        for c in ['a', '中', 'ཀ', '👩', '\u{f71}', '\u{e000}'] {
            assert!(!draws_nothing(c), "U+{:04X}", u32::from(c));
        }
    }
}
