//! Words in the three languages of an exhibition, and which of them a native reader has checked.
//!
//! Not here: the words of the interface (`text`).

use serde::{Deserialize, Serialize};

use super::Reviews;

/// Fields of `exhibition.json` unknown to this version, which are written back on saving.
pub type Rest = serde_json::Map<String, serde_json::Value>;

/// One of the three languages.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, in simplified characters.
    Zh,
    /// Tibetan.
    Bo,
}

impl Lang {
    /// All three, in the order of the language switch.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Bo];

    /// The language's own name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "中文",
            Self::Bo => "བོད་ཡིག",
        }
    }

    /// The same in one or two letters, for a small window.
    #[must_use]
    pub fn short_name(self) -> &'static str {
        match self {
            Self::En => "EN",
            Self::Zh => "中",
            Self::Bo => "བོད",
        }
    }

    /// The language of a text's predominant script; English if it is neither Chinese nor Tibetan.
    #[must_use]
    pub fn of_script(text: &str) -> Self {
        let [mut latin, mut han, mut tibetan] = [0_usize; 3];
        for c in text.chars() {
            match c {
                '\u{0F00}'..='\u{0FFF}' => tibetan += 1,
                // Counts as three letters: a character is a syllable, and short names are set beside long words.
                '\u{2E80}'..='\u{2FDF}'
                | '\u{3400}'..='\u{9FFF}'
                | '\u{F900}'..='\u{FAFF}'
                | '\u{20000}'..='\u{3FFFF}' => han += 3,
                c if c.is_alphabetic() => latin += 1,
                _ => {}
            }
        }
        match latin.max(han).max(tibetan) {
            0 => Self::En,
            most if most == tibetan => Self::Bo,
            most if most == han => Self::Zh,
            _ => Self::En,
        }
    }

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
            Self::Bo => "bo",
        }
    }
}

/// A text in up to three languages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Words {
    /// English; empty when missing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    /// Chinese, simplified; empty when missing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zh: String,
    /// Tibetan; empty when missing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bo: String,
    /// What a native reader has checked. The other texts are drafts: the curator is told, the visitor is not.
    #[serde(default, skip_serializing_if = "Reviews::is_empty")]
    pub reviewed: Reviews,
    /// True where nobody said in what language the text is: it stands where its script belongs, and no language is named
    /// beside it. It is not kept in the file.
    #[serde(skip)]
    pub undeclared: bool,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A text in the requested language, or in another one if that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalizedText<'a> {
    /// The text; empty when no language has one.
    pub text: &'a str,
    /// Its language, shown beside the text if it is not the requested one.
    pub lang: Lang,
}

impl Words {
    /// Words in English alone.
    #[must_use]
    pub fn english(text: &str) -> Self {
        Self { en: text.to_owned(), ..Self::default() }
    }

    /// Words in an undeclared language, such as a file's name or a camera's text: that of their predominant script, English if it
    /// is neither Chinese nor Tibetan. They are a draft, since they have not been reviewed.
    #[must_use]
    pub fn undeclared(text: &str) -> Self {
        let text = text.trim();
        let mut words = Self { undeclared: !text.is_empty(), ..Self::default() };
        words.put(Lang::of_script(text), text);
        words
    }

    /// Sets the text of one language.
    pub fn put(&mut self, lang: Lang, text: &str) {
        let place = match lang {
            Lang::En => &mut self.en,
            Lang::Zh => &mut self.zh,
            Lang::Bo => &mut self.bo,
        };
        text.clone_into(place);
    }

    /// The text in exactly this language; empty if missing.
    #[must_use]
    pub fn only(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
            Lang::Bo => &self.bo,
        }
    }

    /// The text in `lang`, else in English, Chinese or Tibetan, whichever comes first.
    #[must_use]
    pub fn resolve(&self, lang: Lang) -> LocalizedText<'_> {
        [lang, Lang::En, Lang::Zh, Lang::Bo]
            .into_iter()
            .map(|lang| LocalizedText { text: self.only(lang).trim(), lang })
            .find(|told| !told.text.is_empty())
            .map_or(LocalizedText { text: "", lang }, |told| {
                if self.undeclared { LocalizedText { lang, ..told } } else { told }
            })
    }

    /// Returns `true` if no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Lang::ALL.iter().all(|&lang| self.only(lang).trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_in_the_language_of_its_script() {
        for (text, lang) in [
            ("IMG 布达拉宫 2024", Lang::Zh),
            ("拉萨 Potala", Lang::Zh),
            ("བོད་ལྗོངས་ Lhasa", Lang::Bo),
            ("Photo by 李明", Lang::En),
            ("Straße", Lang::En),
            ("DSC 0012", Lang::En),
            ("2024-08", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of_script(text), lang, "{text}");
        }
    }

    #[test]
    fn what_nobody_declared_is_a_draft_and_shown_without_naming_a_language() {
        let words = Words::undeclared(" 校舍 ");
        assert_eq!((words.zh.as_str(), words.en.as_str(), words.bo.as_str()), ("校舍", "", ""));
        assert!(words.reviewed.is_empty());
        assert_eq!(words.resolve(Lang::Bo), LocalizedText { text: "校舍", lang: Lang::Bo });
        // Reading the file again yields no more than is written in it.
        let kept: Words = serde_json::from_str(&serde_json::to_string(&words).expect("json")).expect("words");
        assert_eq!(kept.resolve(Lang::Bo), LocalizedText { text: "校舍", lang: Lang::Zh });
        assert_eq!(Words::undeclared(" \n"), Words::default());
    }
}
