//! Translations of the same source that somebody has checked elsewhere in the exhibition.

use serde::Deserialize as _;
use serde_json::Value;

use super::Editing;
use crate::model::{FieldPath, Lang, List, TextState, Words};

/// The most translations that are offered for one text.
const MOST: usize = 3;

impl Editing {
    /// The checked translations of a text's source that stand at other places, each once, without the text itself.
    #[must_use]
    pub fn checked_elsewhere(&self, words: &Words, lang: Lang) -> Vec<String> {
        let Some(from) = words.source(lang) else { return Vec::new() };
        let same = Same { from, source: words.only(from).trim(), lang, own: words.only(lang).trim() };
        let mut found = Vec::new();
        for field in self.tree.fields() {
            match List::of_field(field) {
                Some(_) => (0..self.tree.len(field))
                    .filter_map(|index| self.tree.entry(field, index))
                    .for_each(|entry| same.look_in(entry, &mut found)),
                None => {
                    if let Some(value) = self.tree.value(&FieldPath::of(field)) {
                        same.look_in(value, &mut found);
                    }
                }
            }
        }
        found
    }
}

/// What is looked for.
struct Same<'w> {
    from: Lang,
    source: &'w str,
    lang: Lang,
    own: &'w str,
}

impl Same<'_> {
    fn look_in(&self, value: &Value, found: &mut Vec<String>) {
        if found.len() >= MOST {
            return;
        }
        match value {
            Value::Object(fields) => {
                let is_same = |text: &Value| text.as_str().is_some_and(|text| text.trim() == self.source);
                if fields.get(self.from.code()).is_some_and(is_same) {
                    let new = self.checked(value).filter(|text| !found.contains(text));
                    found.extend(new);
                    return;
                }
                fields.values().for_each(|value| self.look_in(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| self.look_in(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn checked(&self, value: &Value) -> Option<String> {
        let words = Words::deserialize(value).ok()?;
        let text = words.only(self.lang).trim();
        let counts = words.source(self.lang) == Some(self.from) && text != self.own;
        (counts && matches!(words.state(self.lang), TextState::Checked(_))).then(|| text.to_owned())
    }
}
