//! Comparing what is typed with a name letter by letter: without case and accents, Tibetan by base letters.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::pinyin;
use crate::model::Words;

/// What is typed, ready to be looked for.
pub struct Typed {
    /// As the search is usually done: without case.
    plain: String,
    /// Its letters.
    letters: Vec<char>,
    /// The same without what stands between words.
    spelled: Vec<char>,
}

/// A letter of a name as it is compared, and where it stands.
struct Letter {
    letter: char,
    place: Range<usize>,
}

impl Typed {
    /// Takes in what is typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let plain = typed.trim().to_lowercase();
        let letters: Vec<char> = letters(typed.trim()).into_iter().map(|letter| letter.letter).collect();
        let spelled = letters.iter().copied().filter(|letter| !may_be_left_out(*letter)).collect();
        Self { plain, letters, spelled }
    }

    /// Returns `true` if nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// Returns `true` if it stands in a name in any language.
    #[must_use]
    pub fn finds(&self, name: &Words) -> bool {
        [&name.en, &name.zh, &name.bo].into_iter().any(|name| self.place_in(name).is_some())
    }

    /// Returns `true` if it stands in a name letter for letter.
    #[must_use]
    pub fn stands_in(&self, name: &str) -> bool {
        name.to_lowercase().contains(&self.plain)
    }

    /// Where it stands in a name, with all that belongs to its last letter. `None` where it does not, or nothing is typed.
    #[must_use]
    pub fn place_in(&self, name: &str) -> Option<Range<usize>> {
        if self.is_empty() {
            return None;
        }
        let place = written(&letters(name), &self.letters).or_else(|| pinyin::place(name, &self.spelled));
        place.map(|place| whole_letters(name, place)).or_else(|| {
            // What has no letters, such as an apostrophe alone.
            self.stands_in(name).then_some(0..name.len())
        })
    }
}

/// Where the letters of a name begin with typed ones. What may be left out between them counts only where it is typed.
fn written(name: &[Letter], typed: &[char]) -> Option<Range<usize>> {
    let first = typed.first()?;
    let begins = (0..name.len()).filter(|at| name[*at].letter == *first);
    begins.into_iter().find_map(|begin| {
        let mut rest = typed;
        for letter in &name[begin..] {
            if letter.letter == rest[0] {
                rest = &rest[1..];
                if rest.is_empty() {
                    return Some(name[begin].place.start..letter.place.end);
                }
            } else if !may_be_left_out(letter.letter) {
                return None;
            }
        }
        None
    })
}

/// The letters of a text as they are compared: lower case, without accents and apostrophes, subjoined Tibetan letters as plain ones.
fn letters(text: &str) -> Vec<Letter> {
    let mut found = Vec::with_capacity(text.len());
    for (at, sign) in text.char_indices() {
        let place = at..at + sign.len_utf8();
        let parts = sign.to_lowercase().nfd().filter(|part| !is_accent(*part) && !matches!(part, '\'' | '’' | 'ʼ'));
        found.extend(parts.map(|part| Letter { letter: base(part), place: place.clone() }));
    }
    found
}

/// The accents of Latin letters.
fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// A Tibetan letter that stands under another one as it stands alone; the forms that keep their shape as the usual ones.
fn base(sign: char) -> char {
    match sign {
        '\u{f6a}' | '\u{fbc}' => '\u{f62}',
        '\u{fba}' => '\u{f5d}',
        '\u{fbb}' => '\u{f61}',
        '\u{f90}'..='\u{fb9}' => char::from_u32(u32::from(sign) - 0x50).unwrap_or(sign),
        other => other,
    }
}

/// Tibetan vowels and the signs over and under letters, the tsheg between syllables, spaces and hyphens between words.
fn may_be_left_out(sign: char) -> bool {
    matches!(sign, '\u{f71}'..='\u{f84}' | '\u{f0b}' | '\u{f0c}' | '-') || sign.is_whitespace()
}

/// True for what is drawn on, over or under the letter before it, or ends its syllable.
fn belongs_to_letter_before(sign: char) -> bool {
    is_accent(sign) || matches!(sign, '\u{f90}'..='\u{fbc}' | '\u{f71}'..='\u{f84}' | '\u{f0b}' | '\u{f0c}')
}

/// The place from the beginning of its first letter to the end of its last one, with the tsheg behind it.
fn whole_letters(name: &str, place: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (place.start, place.end);
    let is_part = |sign: char| belongs_to_letter_before(sign) && !matches!(sign, '\u{f0b}' | '\u{f0c}');
    while name[start..].chars().next().is_some_and(is_part) {
        let Some(before) = name[..start].chars().next_back() else { break };
        start -= before.len_utf8();
    }
    while let Some(after) = name[end..].chars().next().filter(|sign| belongs_to_letter_before(*sign)) {
        end += after.len_utf8();
    }
    start..end
}
