//! A text as it is drawn: odd characters of its file are normalised, and texts are cut to a readable length.

use std::borrow::Cow;

use crate::model::TEXT_LIMIT;
use crate::text::typographic;

/// The text without characters that have no look of their own. What ends a line or a paragraph anywhere in Unicode (U+2028,
/// U+2029, U+0085, vertical tab, form feed, CR, CR LF) is a line break, a tab is a space, other controls vanish, and so does what
/// only speaks to a text engine of another kind: variation selectors, signs of direction, a byte order mark, tags. Joiners that
/// say where a line may break stay. A typewriter's apostrophe inside a word is a typographic one. Beyond [`TEXT_LIMIT`] letters the text ends with an ellipsis.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let text = match shortened(text) {
        Cow::Borrowed(text) => typographic(text),
        Cow::Owned(text) => Cow::Owned(typographic(&text).into_owned()),
    };
    if !text.chars().any(is_odd) {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut before = '\0';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\t' => plain.push(' '),
            c if is_odd(c) => {}
            c => plain.push(c),
        }
        before = c;
    }
    Cow::Owned(plain)
}

/// No more than [`TEXT_LIMIT`] letters.
fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= TEXT_LIMIT {
        return Cow::Borrowed(text);
    }
    let end = text.char_indices().nth(TEXT_LIMIT).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).map_or(Cow::Borrowed(text), |start| Cow::Owned(format!("{start}…")))
}

/// What is not drawn as it stands.
fn is_odd(c: char) -> bool {
    matches!(c,
        '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2061}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::model::TEXT_LIMIT;

    #[test]
    fn ends_of_lines_break_and_controls_vanish() {
        for end in ["\u{2028}", "\u{2029}", "\u{85}", "\u{b}", "\u{c}", "\r", "\r\n", "\n"] {
            assert_eq!(plain(&format!("one{end}two")), "one\ntwo", "{end:?}");
        }
        assert_eq!(plain("a\n\r\nb"), "a\n\nb");
        assert_eq!(plain("\u{1b}[31mred\u{7}\u{0}\u{9c}\tend"), "[31mred end");
    }

    #[test]
    fn what_draws_nothing_is_not_drawn() {
        assert_eq!(plain("❤\u{fe0f} 葛\u{e0100} \u{200f}x\u{202e}y\u{2066}\u{feff}\u{200d}\u{61c}"), "❤ 葛 xy");
        assert_eq!(plain("wo\u{2060}rd zero\u{200b}width so\u{ad}ft"), "wo\u{2060}rd zero\u{200b}width so\u{ad}ft");
    }

    #[test]
    fn a_text_ends_where_nobody_reads_on() {
        let long = "字".repeat(2 * TEXT_LIMIT);
        let shown = plain(&long);
        assert_eq!(shown.chars().count(), TEXT_LIMIT + 1);
        assert!(shown.ends_with('…'));
        assert_eq!(plain(&"བོད་".repeat(TEXT_LIMIT / 4)).chars().count(), TEXT_LIMIT);
    }
}
