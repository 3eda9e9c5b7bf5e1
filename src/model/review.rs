//! Which texts a native reader has checked. A check holds for the text that was read, and for the one that it was translated from:
//! once either is changed, the check is outdated.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_64;

use super::{Date, Lang, Rest, Words};

/// A number that stands for a text, by which a change of it is noticed. Written as 16 digits: `0123456789abcdef`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[0-9a-f]{16}$"))]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// That of a text, whatever space is around it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(xxh3_64(text.trim().as_bytes()))
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        let number = u64::from_str_radix(&text, 16).ok().filter(|_| text.len() == 16 && text.bytes().all(is_digit));
        number.map(Self).ok_or_else(|| format!("“{text}” is not a fingerprint: 16 of the digits 0 to 9 and a to f"))
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        format!("{:016x}", fingerprint.0)
    }
}

/// Somebody has checked a text in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Review {
    /// The language of the text.
    pub lang: Lang,
    /// Who checked it; empty when nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reader: String,
    /// When it was checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The fingerprint of the text that was checked. The check is outdated once the text is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Fingerprint>,
    /// The language that the text was translated from; missing where it is the first one that has a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Lang>,
    /// The fingerprint of the text that it was translated from. The check is outdated once that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Fingerprint>,
    /// The text that was checked, kept once it is changed, so that whoever reads it again sees what has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_was: Option<String>,
    /// The same of the text that it was translated from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_was: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The checks that older packs keep: by nobody named, of no particular text.
static BARE: LazyLock<[Review; 3]> = LazyLock::new(|| Lang::ALL.map(|lang| Review { lang, ..Review::default() }));

/// One entry of `reviewed`.
#[derive(Clone, Debug, PartialEq)]
enum Entry {
    /// A language's code alone, as older packs have it.
    Bare(Lang),
    /// A check of a particular text.
    Record(Box<Review>),
    /// What cannot be read. It counts for nothing, and is written back as it was.
    Odd(Box<Value>),
    /// What stands in place of the list.
    Instead(Box<Value>),
}

impl Entry {
    fn read(value: Value) -> Self {
        let read = match &value {
            Value::String(_) => Lang::deserialize(&value).ok().map(Self::Bare),
            Value::Object(_) => Review::deserialize(&value).ok().map(|review| Self::Record(Box::new(review))),
            _ => None,
        };
        read.unwrap_or_else(|| Self::Odd(Box::new(value)))
    }

    fn lang(&self) -> Option<Lang> {
        match self {
            Self::Bare(lang) => Some(*lang),
            Self::Record(review) => Some(review.lang),
            Self::Odd(_) | Self::Instead(_) => None,
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bare(lang) => lang.serialize(to),
            Self::Record(review) => review.serialize(to),
            Self::Odd(value) | Self::Instead(value) => value.serialize(to),
        }
    }
}

/// A language's code, or a check of its text with the reader, the date, and fingerprints of what was checked.
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "describes an entry in the schema")]
enum Reviewed {
    /// Checked by nobody named: the check does not notice changes.
    Lang(Lang),
    /// Checked as long as nothing is changed.
    Review(Review),
}

/// The checks of a text's languages. What cannot be read among them is kept.
#[derive(Clone, Debug, Default, PartialEq, schemars::JsonSchema)]
#[schemars(with = "Vec<Reviewed>")]
pub struct Reviews(Vec<Entry>);

impl Serialize for Reviews {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [Entry::Instead(value)] => value.serialize(to),
            entries => entries.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Reviews {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match Value::deserialize(from)? {
            Value::Array(entries) => Self(entries.into_iter().map(Entry::read).collect()),
            other => Self(vec![Entry::Instead(Box::new(other))]),
        })
    }
}

impl Reviews {
    /// Returns `true` if nothing is written here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The check of a language, outdated or not; of several, the last.
    #[must_use]
    pub fn of(&self, lang: Lang) -> Option<&Review> {
        self.0.iter().rev().find(|entry| entry.lang() == Some(lang)).and_then(|entry| match entry {
            Entry::Bare(lang) => BARE.iter().find(|bare| bare.lang == *lang),
            Entry::Record(review) => Some(review),
            Entry::Odd(_) | Entry::Instead(_) => None,
        })
    }

    /// Puts a check in the place of the others of its language.
    fn put(&mut self, review: Review) {
        let lang = Some(review.lang);
        let at = self.0.iter().position(|entry| entry.lang() == lang);
        self.remove(review.lang);
        // A list takes the place of what stood there instead of one.
        self.0.retain(|entry| !matches!(entry, Entry::Instead(_)));
        self.0.insert(at.unwrap_or(self.0.len()).min(self.0.len()), Entry::Record(Box::new(review)));
    }

    fn remove(&mut self, lang: Lang) {
        self.0.retain(|entry| entry.lang() != Some(lang));
    }
}

/// What has changed since a text was checked: fingerprints of what it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutdatedBy {
    /// The text that was checked.
    pub text: Option<Fingerprint>,
    /// The text that it was translated from, with its language.
    pub source: Option<(Lang, Fingerprint)>,
}

/// How far a text in one language is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TextState<'a> {
    /// There is no text.
    Missing,
    /// Nobody has checked it.
    Draft,
    /// A native reader has checked it.
    Checked(&'a Review),
    /// It was checked; since then it was changed, or the text that it was translated from.
    Outdated(&'a Review),
}

impl TextState<'_> {
    /// Returns `true` for a text that is there and still to be checked, for the first time or anew.
    #[must_use]
    pub fn is_to_be_checked(self) -> bool {
        matches!(self, Self::Draft | Self::Outdated(_))
    }
}

impl Words {
    /// How far the text in this language is.
    #[must_use]
    pub fn state(&self, lang: Lang) -> TextState<'_> {
        if self.only(lang).trim().is_empty() {
            return TextState::Missing;
        }
        let Some(review) = self.reviewed.of(lang) else { return TextState::Draft };
        let is_same = |fingerprint: Option<Fingerprint>, lang: Option<Lang>| {
            fingerprint.is_none_or(|was| lang.is_some_and(|lang| was == Fingerprint::of(self.only(lang))))
        };
        let from = review.from.or_else(|| self.source(lang));
        if is_same(review.text, Some(lang)) && is_same(review.source, from) {
            TextState::Checked(review)
        } else {
            TextState::Outdated(review)
        }
    }

    /// The language that the text in `lang` is translated from: English where there is an English text, else the first that has
    /// one. `None` for the source itself.
    #[must_use]
    pub fn source(&self, lang: Lang) -> Option<Lang> {
        let first = Lang::ALL.into_iter().find(|&lang| !self.only(lang).trim().is_empty());
        first.filter(|first| *first != lang)
    }

    /// Notes that somebody has checked the text in this language as it is now, beside the one that it is translated from.
    /// Nothing happens where there is no text.
    pub fn mark_checked(&mut self, lang: Lang, reader: &str, date: Option<Date>) {
        if !self.only(lang).trim().is_empty() {
            let rest = self.reviewed.of(lang).map(|review| review.rest.clone()).unwrap_or_default();
            let review = Review { reader: reader.trim().to_owned(), date, rest, ..self.bound(lang) };
            self.reviewed.put(review);
        }
    }

    /// Makes the text in this language a draft.
    pub fn unmark(&mut self, lang: Lang) {
        self.reviewed.remove(lang);
    }

    /// Binds the checks that are bound to nothing, as older packs keep them, to the texts as they are now, so that later changes
    /// show. One of a text that is not there is dropped. Returns whether anything was changed.
    pub fn bind_bare(&mut self) -> bool {
        let mut is_changed = false;
        for lang in Lang::ALL {
            let Some(review) = self.reviewed.of(lang).filter(|review| review.text.is_none()) else { continue };
            is_changed = true;
            if self.only(lang).trim().is_empty() {
                self.reviewed.remove(lang);
            } else {
                let Review { reader, date, rest, .. } = review.clone();
                self.reviewed.put(Review { reader, date, rest, ..self.bound(lang) });
            }
        }
        is_changed
    }

    /// Which texts of an outdated check are others now: its own, and the one that it was translated from.
    #[must_use]
    pub fn outdated_by(&self, lang: Lang) -> OutdatedBy {
        let Some(review) = self.reviewed.of(lang) else { return OutdatedBy::default() };
        let is_other = |was: Option<Fingerprint>, lang: Option<Lang>| {
            was.filter(|was| lang.is_none_or(|lang| *was != Fingerprint::of(self.only(lang))))
        };
        let from = review.from.or_else(|| self.source(lang));
        OutdatedBy {
            text: is_other(review.text, Some(lang)),
            source: is_other(review.source, from).map(|was| (from.unwrap_or_default(), was)),
        }
    }

    /// Before the text in this language is changed: the checks that the change makes outdated keep it as it was. Returns whether
    /// anything is written.
    pub fn keep_read(&mut self, changed: Lang) -> bool {
        let now = self.only(changed).to_owned();
        let print = Fingerprint::of(&now);
        let mut is_changed = false;
        for lang in Lang::ALL {
            let Some(review) = self.reviewed.of(lang) else { continue };
            let from = review.from.or_else(|| self.source(lang));
            let is_text = lang == changed && review.text == Some(print) && review.text_was.is_none();
            let is_source = from == Some(changed) && review.source == Some(print) && review.source_was.is_none();
            if is_text || is_source {
                let mut review = review.clone();
                if is_text {
                    review.text_was = Some(now.clone());
                }
                if is_source {
                    review.source_was = Some(now.clone());
                }
                self.reviewed.put(review);
                is_changed = true;
            }
        }
        is_changed
    }

    /// A check of the text in this language as it is now, by nobody.
    fn bound(&self, lang: Lang) -> Review {
        let from = self.source(lang);
        Review {
            lang,
            text: Some(Fingerprint::of(self.only(lang))),
            from,
            source: from.map(|from| Fingerprint::of(self.only(from))),
            ..Review::default()
        }
    }
}

#[cfg(test)]
mod tests;
