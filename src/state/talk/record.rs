//! The record persisted during a talk, so that it can resume at the same stop after a power cut. Nothing personal.

use serde::{Deserialize, Serialize};

use crate::model::{Lang, PackPlace};

/// An interrupted talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The key of its exhibition.
    pub pack: String,
    /// Its number of stops.
    pub stops: usize,
    /// The index of its stop in the running order: a key means nothing to another start.
    pub stop: usize,
    /// Its running time, in milliseconds.
    pub elapsed_ms: u64,
    /// Its planned time, in seconds.
    pub planned_secs: u32,
    /// How long each stop was shown, in milliseconds.
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
    /// Serializes the record.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Parses a record; `None` if the text is invalid.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// The key that identifies an exhibition in a record.
#[must_use]
pub fn pack_key(place: &PackPlace) -> String {
    match place {
        PackPlace::BuiltIn => String::new(),
        PackPlace::Folder(path) | PackPlace::Archive(path) | PackPlace::Picture(path) => path.display().to_string(),
    }
}

/// Seconds in whole milliseconds.
pub(super) fn ms(secs: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length of time, never negative")]
    let ms = (secs.max(0.0) * 1000.0).round() as u64;
    ms
}

/// Milliseconds in seconds.
pub(super) fn secs(ms: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a length of time")]
    let secs = ms as f64 / 1000.0;
    secs
}
