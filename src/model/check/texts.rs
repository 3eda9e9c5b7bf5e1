//! Checks of texts (required languages, length, visible characters) and of file names.

use super::{Checker, Need};
use crate::model::{Lang, TEXT_LIMIT, TextState, Trouble, Words, draws_nothing};

/// The longest caption that visitors read, in words; three times that in Chinese characters or Tibetan syllables.
const CAPTION_WORDS: usize = 50;
/// How many outdated texts of a language are reported one by one.
const OUTDATED_PLACES: usize = 100;
/// How many texts that call a term otherwise than the glossary are reported one by one.
const OTHER_TERM_PLACES: usize = 100;

impl Checker<'_> {
    pub(super) fn words(&mut self, path: &str, words: &Words, need: Need) {
        for lang in Lang::ALL {
            let text = words.only(lang);
            let missing = text.trim().is_empty();
            if missing && (need == Need::Every || (need == Need::Some && words.is_empty() && lang == Lang::En)) {
                self.say(path, Trouble::MissingWords { lang });
            }
            match words.state(lang) {
                TextState::Draft => *self.drafts.entry(lang).or_default() += 1,
                TextState::Outdated(_) => self.outdated(path, lang),
                TextState::Missing | TextState::Checked(_) => {}
            }
            self.text(&format!("{path}.{}", lang.code()), text);
            self.terms(path, words, lang);
        }
    }

    /// Compares a translation with the glossary.
    fn terms(&mut self, path: &str, words: &Words, lang: Lang) {
        let lacking = self.glossary.lacking(words, lang);
        if lacking.is_empty() {
            return;
        }
        self.other_terms += 1;
        if self.other_terms > OTHER_TERM_PLACES {
            return;
        }
        let all: Vec<Trouble> = lacking
            .iter()
            .map(|one| Trouble::OtherTerm { lang, term: one.term.to_owned(), wanted: one.wanted.to_owned() })
            .collect();
        for trouble in all {
            self.say(format!("{path}.{}", lang.code()), trouble);
        }
    }

    /// Reports an outdated text at its place, or counts it when many have been reported.
    fn outdated(&mut self, path: &str, lang: Lang) {
        let count = self.outdated.entry(lang).or_default();
        *count += 1;
        if *count <= OUTDATED_PLACES {
            self.say(format!("{path}.{}", lang.code()), Trouble::Outdated { lang, count: 1 });
        }
    }

    /// Reports how many more texts are outdated than were reported, and how many are drafts.
    pub(super) fn unchecked(&mut self) {
        for (lang, count) in std::mem::take(&mut self.outdated) {
            if count > OUTDATED_PLACES {
                self.say("", Trouble::Outdated { lang, count: count - OUTDATED_PLACES });
            }
        }
        if self.other_terms > OTHER_TERM_PLACES {
            self.say("", Trouble::OtherTerms { count: self.other_terms - OTHER_TERM_PLACES });
        }
        for (lang, count) in std::mem::take(&mut self.drafts) {
            self.say("", Trouble::Unreviewed { lang, count });
        }
    }

    /// Checks that a text can be shown: not longer than is laid out, and without characters that lack a glyph.
    pub(super) fn text(&mut self, path: &str, text: &str) {
        // The byte length bounds the number of characters.
        if text.len() > TEXT_LIMIT {
            let found = text.chars().count();
            if found > TEXT_LIMIT {
                self.say(path, Trouble::LongText { found, limit: TEXT_LIMIT });
            }
        }
        self.glyphs(path, text);
    }

    fn glyphs(&mut self, path: &str, text: &str) {
        for character in text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !draws_nothing(*c)) {
            if !(self.known.has_glyph)(character) && self.unseen.insert(character) {
                self.say(path, Trouble::NoGlyph { character });
            }
        }
    }

    pub(super) fn caption_length(&mut self, path: &str, caption: &Words) {
        let lengths = [
            (Lang::En, caption.en.split_whitespace().count(), CAPTION_WORDS),
            (Lang::Zh, caption.zh.chars().filter(|c| !c.is_whitespace()).count(), CAPTION_WORDS * 3),
            (Lang::Bo, caption.bo.chars().filter(|&c| c == '\u{f0b}').count(), CAPTION_WORDS * 3),
        ];
        for (lang, found, limit) in lengths {
            if found > limit {
                self.say(format!("{path}.{}", lang.code()), Trouble::LongCaption { lang, found, limit });
            }
        }
    }
}

/// Replaces backslashes, and the control characters that JSON makes of them (`pictures\new.jpg` contains a line break), with `/`.
/// `None` if there are none.
pub(super) fn with_slashes(file: &str) -> Option<String> {
    let odd = |c: char| match c {
        '\\' => Some("/"),
        '\n' => Some("/n"),
        '\t' => Some("/t"),
        '\r' => Some("/r"),
        '\u{8}' => Some("/b"),
        '\u{c}' => Some("/f"),
        _ => None,
    };
    file.chars().any(|c| odd(c).is_some()).then(|| {
        file.chars().fold(String::new(), |mut name, c| {
            match odd(c) {
                Some(slash) => name.push_str(slash),
                None => name.push(c),
            }
            name
        })
    })
}
