//! Where sentences end, so that a caption that is too long loses whole ones.

/// Closing marks that belong to the sentence before them.
const CLOSERS: &str = "”’\"')]）》」』】〉";

/// The sentences of a text, each with the space after it. A full stop after an initial or a short title (“J.”, “No.”) ends none.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let Some(kind) = End::of(c) else { continue };
        let mut end = at + c.len_utf8();
        // Further marks, closing ones, and the space after them.
        let mut has_space = false;
        while let Some((next, more)) = letters.peek().copied() {
            let is_space = more.is_whitespace();
            let is_mark = CLOSERS.contains(more) || End::of(more).is_some();
            let belongs = if has_space { is_shad(more) } else { is_mark };
            if !is_space && !belongs {
                break;
            }
            has_space |= is_space;
            end = next + more.len_utf8();
            letters.next();
        }
        let ends = match kind {
            End::Full => true,
            End::Spaced => (has_space || end == text.len()) && !is_short(&text[begin..at], c),
        };
        if ends {
            found.push(&text[begin..end]);
            begin = end;
        }
    }
    if begin < text.len() {
        found.push(&text[begin..]);
    }
    found
}

/// How a mark ends a sentence.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// Always.
    Full,
    /// Where a space follows.
    Spaced,
}

impl End {
    fn of(c: char) -> Option<Self> {
        match c {
            '。' | '！' | '？' => Some(Self::Full),
            '.' | '!' | '?' | '…' => Some(Self::Spaced),
            c if is_shad(c) => Some(Self::Spaced),
            _ => None,
        }
    }
}

fn is_shad(c: char) -> bool {
    matches!(c, '།' | '༎' | '༏' | '༐' | '༑')
}

/// True where the word before a full stop is an initial or an abbreviated title.
fn is_short(before: &str, mark: char) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let begins = word.chars().next().is_some_and(char::is_uppercase);
    mark == '.' && begins && word.chars().count() <= 2
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_as_their_language_ends_them() {
        for (text, parts) in [
            ("One. Two! Three", vec!["One. ", "Two! ", "Three"]),
            (
                "It cost 6.2 billion. J. Smith said “No.” Then he left.",
                vec!["It cost 6.2 billion. ", "J. Smith said “No.” Then he left."],
            ),
            ("他说：“好。”走了。真的？", vec!["他说：“好。”", "走了。", "真的？"]),
            ("རེད། ། ཡིན།", vec!["རེད། ། ", "ཡིན།"]),
            ("", vec![]),
        ] {
            assert_eq!(sentences(text), parts, "{text}");
            assert_eq!(sentences(text).concat(), text);
        }
    }
}
