//! Published sources, cited as they were seen.

use serde::{Deserialize, Serialize};

use super::{Date, Rest, SourceId, Words};

/// The size of a citation and its address, in bytes, that a phone can read as a QR code from a screen at arm's length: about 110
/// modules across. A longer address is left out of the code, and a longer citation is cut.
pub const CODE_LIMIT: usize = 1_000;

/// Where the text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Hosting {
    /// The publisher's own site, or a government or state outlet's.
    Publisher,
    /// A reprint on a recognised outlet or portal.
    Reprint,
    /// Only a copy was seen: cited by outlet, title and date, never linked.
    Mirror,
    /// The article that the exhibition starts from.
    Article,
}

/// How much of the text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HowRead {
    /// The whole text.
    Full,
    /// Only the opening.
    Excerpt,
    /// Machine-readable data, opened directly.
    Data,
}

/// A published source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// The title in the source's own language, word for word; left out where it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is, in our own words; shown where there is no title, and under a title in another language.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub description: Words,
    /// Who published it, and on whose site it was read.
    pub publisher: Words,
    /// When it was published, as precisely as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// A remark on the date: inferred, not shown.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub date_note: Words,
    /// The language of the source, as an ISO 639-1 code.
    pub language: String,
    /// The address, where it may be given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Where the text was found.
    pub hosting: Hosting,
    /// How much of it was read.
    pub how_read: HowRead,
    /// A remark.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub note: Words,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Source {
    /// The address that may be shown and encoded; never a mirror's.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        match self.hosting {
            Hosting::Mirror => None,
            Hosting::Publisher | Hosting::Reprint | Hosting::Article => self.address.as_deref(),
        }
    }
}
