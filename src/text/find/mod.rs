//! Texts of the search by touch, and the letters of its keyboard.

mod bo;
mod en;
mod zh;

use crate::model::Lang;

/// One of these texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Find<'a> {
    /// How many provinces were found, of how many.
    Count(usize, usize),
    /// Under the name of a province that is paired with no place: the number of its pictures.
    Pictures(usize),
    /// Under the name of a province: the place it is paired with, and the number of its pictures.
    PairedWith(&'a str, usize),
    /// Empties the field.
    Clear,
    /// Takes the last letter back.
    Delete,
    /// A space.
    Space,
    /// Puts the keyboard away.
    Done,
    /// The key of the mark between Tibetan syllables, for screen readers.
    Tsheg,
}

/// A text in a language.
#[must_use]
pub fn find(lang: Lang, find: Find<'_>) -> String {
    match lang {
        Lang::En => en::en(find),
        Lang::Zh => zh::zh(find),
        Lang::Bo => bo::bo(find),
    }
}

/// The letters of a keyboard, row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRows {
    /// The rows, from the top.
    pub rows: &'static [&'static str],
    /// Whether words are parted by spaces, typed by a key of its own.
    pub has_space: bool,
    /// Whether Delete and Clear have words, or their icons alone until a native reader has given them.
    pub has_words: bool,
}

/// The keyboard of a language: Latin letters, by whose pinyin Chinese names are found too, or the thirty letters of Tibetan in their
/// order, the four vowels and the tsheg.
#[must_use]
pub fn key_rows(lang: Lang) -> KeyRows {
    match lang {
        Lang::En | Lang::Zh => {
            KeyRows { rows: &["qwertyuiop", "asdfghjkl", "zxcvbnm"], has_space: true, has_words: true }
        }
        Lang::Bo => KeyRows {
            rows: &["ཀཁགངཅཆཇཉཏཐ", "དནཔཕབམཙཚཛཝ", "ཞཟའཡརལཤསཧཨ", "\u{f72}\u{f74}\u{f7a}\u{f7c}\u{f0b}"],
            has_space: false,
            has_words: false,
        },
    }
}

/// What stands on the key of a letter: a vowel is drawn on the letter that carries it when it stands alone.
#[must_use]
pub fn key_face(letter: char) -> String {
    match letter {
        '\u{f71}'..='\u{f84}' => format!("ཨ{letter}"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_of_an_alphabet_has_one_key() {
        let letters = |lang| key_rows(lang).rows.concat().chars().collect::<Vec<_>>();
        let mut latin = letters(Lang::Zh);
        latin.sort_unstable();
        assert_eq!(latin, ('a'..='z').collect::<Vec<_>>());
        let mut tibetan = letters(Lang::Bo);
        let in_order = tibetan[..30].is_sorted();
        tibetan.sort_unstable();
        tibetan.dedup();
        assert_eq!((tibetan.len(), in_order), (35, true));
        assert_eq!((key_face('\u{f72}').as_str(), key_face('ཀ').as_str()), ("ཨི", "ཀ"));
    }
}
