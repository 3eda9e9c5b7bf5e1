//! Words in the three languages of an exhibition, and which of them a native reader has checked.
//!
//! The words of the *interface* are not here: they live in `text`.

use serde::{Deserialize, Serialize};

/// Fields of `exhibition.json` that this version does not know. They are kept and written back on saving.
pub type Rest = serde_json::Map<String, serde_json::Value>;

/// The longest text that is shown, in characters; a longer one is cut with an ellipsis.
pub const TEXT_LIMIT: usize = 10_000;

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

    /// The language's name in itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Zh => "中文",
            Self::Bo => "བོད་ཡིག",
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
    /// The languages that a native reader has checked. The others are drafts: the curator is told, the visitor is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviewed: Vec<Lang>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A text as it can be told: in the language asked for, or in another one where that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// The text; empty when no language has one.
    pub text: &'a str,
    /// The language it is in. Shown beside the text where it is not the one asked for.
    pub lang: Lang,
}

impl Words {
    /// Words in English alone.
    #[must_use]
    pub fn english(text: &str) -> Self {
        Self { en: text.to_owned(), ..Self::default() }
    }

    /// The text in exactly this language; empty when missing.
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
    pub fn told(&self, lang: Lang) -> Told<'_> {
        [lang, Lang::En, Lang::Zh, Lang::Bo]
            .into_iter()
            .map(|lang| Told { text: self.only(lang).trim(), lang })
            .find(|told| !told.text.is_empty())
            .unwrap_or(Told { text: "", lang })
    }

    /// True when no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Lang::ALL.iter().all(|&lang| self.only(lang).trim().is_empty())
    }
}
