//! Typographic apostrophes, for words that were typed on a typewriter's keys.

use std::borrow::Cow;

/// The words with a typographic apostrophe wherever a straight one stands inside a word. Quotation marks, and what belongs to
/// code, stay as they are.
#[must_use]
pub fn typographic(words: &str) -> Cow<'_, str> {
    if !words.contains('\'') {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 8);
    let mut characters = words.chars().peekable();
    let mut before = ' ';
    while let Some(c) = characters.next() {
        let is_inside = before.is_alphabetic() && characters.peek().is_some_and(|next| next.is_alphabetic());
        out.push(if c == '\'' && is_inside { '’' } else { c });
        before = c;
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::typographic;

    #[test]
    fn an_apostrophe_is_a_typographic_one() {
        assert_eq!(typographic("Xizang's people don't {'a': 1}"), "Xizang’s people don’t {'a': 1}");
    }
}
