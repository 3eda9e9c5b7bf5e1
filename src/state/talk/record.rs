//! What is kept on disk while a talk runs, so that it can go on at the same stop after a power cut. Nothing personal.

use serde::{Deserialize, Serialize};

use crate::model::{Lang, PackPlace};

/// A talk that was under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Which exhibition it was about.
    pub pack: String,
    /// How many stops it had.
    pub stops: usize,
    /// Where its stop stood in the order, from 0: a key means nothing to another start.
    pub stop: usize,
    /// How long it had run, in thousandths of a second.
    pub elapsed_ms: u64,
    /// How long it was to take, in seconds.
    pub planned_secs: u32,
    /// How long each stop was shown, in thousandths of a second.
    #[serde(default)]
    pub shown_ms: Vec<u64>,
    /// The language of the audience.
    #[serde(default)]
    pub lang: Lang,
    /// The language of the notes.
    #[serde(default)]
    pub notes_lang: Lang,
}

impl Record {
    /// The record as the text of a file.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The record in the text of a file; `None` where it is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// What an exhibition is known by in a record.
#[must_use]
pub fn pack_key(place: &PackPlace) -> String {
    match place {
        PackPlace::BuiltIn => String::new(),
        PackPlace::Folder(path) | PackPlace::Archive(path) | PackPlace::Picture(path) => path.display().to_string(),
    }
}

/// Seconds as whole thousandths.
pub(super) fn ms(secs: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length of time, never negative")]
    let ms = (secs.max(0.0) * 1000.0).round() as u64;
    ms
}

/// Whole thousandths as seconds.
pub(super) fn secs(ms: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a length of time")]
    let secs = ms as f64 / 1000.0;
    secs
}
