//! Which words of two texts differ: English words, Chinese characters, Tibetan syllables.

use std::ops::Range;

/// Texts whose middles have more pairs of words than this are not compared word by word: all of the middle differs.
const MOST_PAIRS: usize = 4_000_000;

/// The parts of two texts that differ, as ranges of characters. What stands between two words that differ is one with them where it
/// is nothing but space.
#[must_use]
pub fn difference(was: &str, now: &str) -> [Vec<Range<usize>>; 2] {
    let (old, new) = (words(was), words(now));
    let same = |(a, b): &(&Word<'_>, &Word<'_>)| a.text == b.text;
    let front = old.iter().zip(&new).take_while(same).count();
    let back = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(same).count();
    let (left, right) = (&old[front..old.len() - back], &new[front..new.len() - back]);
    let (mut gone, mut come) = (vec![true; left.len()], vec![true; right.len()]);
    if left.len().saturating_mul(right.len()) <= MOST_PAIRS {
        for (a, b) in common(left, right) {
            (gone[a], come[b]) = (false, false);
        }
    }
    [ranges(left, &gone), ranges(right, &come)]
}

/// A word with its place in characters.
struct Word<'t> {
    text: &'t str,
    chars: Range<usize>,
}

/// The pairs of a longest common sequence.
fn common(left: &[Word<'_>], right: &[Word<'_>]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for a in (0..left.len()).rev() {
        for b in (0..right.len()).rev() {
            longest[a * width + b] = if left[a].text == right[b].text {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < left.len() && b < right.len() {
        if left[a].text == right[b].text {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

fn ranges(words: &[Word<'_>], differ: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut space_since = false;
    for (word, differs) in words.iter().zip(differ) {
        let is_space = word.text.trim().is_empty();
        if *differs && !is_space {
            match ranges.last_mut().filter(|last| last.end == word.chars.start || space_since) {
                Some(last) => last.end = word.chars.end,
                None => ranges.push(word.chars.clone()),
            }
            space_since = true;
        } else if !is_space {
            space_since = false;
        }
    }
    ranges
}

/// What a character belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// A run of these is a word.
    Letter,
    /// So is one of these, up to a tsheg.
    Tibetan,
    Space,
    /// Stands alone.
    Single,
}

fn kind(c: char) -> Kind {
    match c {
        '\u{f40}'..='\u{fbc}' | '\u{f00}' | '\u{f18}'..='\u{f39}' => Kind::Tibetan,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Kind::Single,
        _ if c.is_whitespace() => Kind::Space,
        '\u{300}'..='\u{36f}' | '’' | '\'' => Kind::Letter,
        _ if c.is_alphanumeric() => Kind::Letter,
        _ => Kind::Single,
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let (mut from, mut chars_from, mut last) = (0, 0, None);
    let mut count = 0;
    for (at, c) in text.char_indices() {
        let own = kind(c);
        // A tsheg ends its syllable.
        let goes_on = match last {
            Some((Kind::Tibetan, _)) => own == Kind::Tibetan || c == '\u{f0b}',
            Some((Kind::Letter | Kind::Space, _)) => last.map(|(kind, _)| kind) == Some(own),
            Some((Kind::Single, _)) | None => false,
        };
        if !goes_on && at > from {
            words.push(Word { text: &text[from..at], chars: chars_from..count });
            (from, chars_from) = (at, count);
        }
        last = Some((if c == '\u{f0b}' { Kind::Single } else { own }, c));
        count += 1;
    }
    if text.len() > from {
        words.push(Word { text: &text[from..], chars: chars_from..count });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::difference;

    /// The parts that differ.
    fn parts(was: &str, now: &str) -> [Vec<String>; 2] {
        let cut = |text: &str, ranges: &[std::ops::Range<usize>]| {
            ranges.iter().map(|r| text.chars().skip(r.start).take(r.len()).collect()).collect()
        };
        let [gone, come] = difference(was, now);
        [cut(was, &gone), cut(now, &come)]
    }

    #[test]
    fn words_characters_and_syllables_that_differ_are_found() {
        for (was, now, gone, come) in [
            ("It sent 645 people.", "It had sent 645 people.", vec![], vec!["had"]),
            (
                "It sent 645 people in ten batches.",
                "It sent 650 in ten groups.",
                vec!["645 people", "batches"],
                vec!["650", "groups"],
            ),
            ("共选派 645 人。", "共计选派 650 人。", vec!["645"], vec!["计", "650"]),
            ("རིན་ཆེན་གཙོ།", "རིན་ཐང་གཙོ།", vec!["ཆེན་"], vec!["ཐང་"]),
            ("", "New", vec![], vec!["New"]),
            ("Same", "Same", vec![], vec![]),
            ("a  b", "a b", vec![], vec![]),
        ] {
            assert_eq!(parts(was, now), [gone, come], "{was} / {now}");
        }
    }

    #[test]
    fn long_texts_that_have_nothing_in_common_are_compared_at_once() {
        let (was, now) = ("a ".repeat(5_000), "b ".repeat(5_000));
        let [gone, come] = difference(&was, &now);
        assert_eq!((gone.len(), come.len()), (1, 1));
    }
}
