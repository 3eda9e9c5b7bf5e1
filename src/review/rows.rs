//! The texts of an exhibition in one language, each with its id and what it was translated from.

use std::collections::HashMap;

use serde::Deserialize as _;
use serde_json::Value;

use crate::model::{FieldPath, Fingerprint, Lang, List, TextState, Tree, Words};

/// A text of the exhibition in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Names it whatever is inserted or moved elsewhere: `photos/reading/caption.bo`.
    pub id: String,
    /// Where its words stand.
    pub at: FieldPath,
    /// Its language.
    pub lang: Lang,
    /// Its words, with their checks.
    pub words: Words,
    /// The id of the picture that it belongs to.
    pub photo: Option<String>,
}

impl Row {
    /// How far the text is.
    #[must_use]
    pub fn state(&self) -> TextState<'_> {
        self.words.state(self.lang)
    }

    /// The text itself.
    #[must_use]
    pub fn text(&self) -> &str {
        self.words.only(self.lang)
    }

    /// What it was translated from, in its language; `None` for the source itself.
    #[must_use]
    pub fn source(&self) -> Option<(Lang, &str)> {
        self.words.source(self.lang).map(|from| (from, self.words.only(from)))
    }

    /// The fingerprint of the text, as a cell holds it. The mark before it keeps a spreadsheet from reading a number.
    #[must_use]
    pub fn text_print(&self) -> String {
        print_text(self.text())
    }

    /// The fingerprint of the source, with its language.
    #[must_use]
    pub fn source_print(&self) -> String {
        match self.source() {
            Some((from, text)) => format!("{} {}", from.code(), print_text(text)),
            None => "none".to_owned(),
        }
    }
}

/// The fingerprint of a text, as a cell holds it.
#[must_use]
pub fn print_text(text: &str) -> String {
    format!("print:{}", String::from(Fingerprint::of(text)))
}

/// The texts in a language, in the order of the document: those that are there, and those that are missing where another language
/// has one.
#[must_use]
pub fn rows(tree: &Tree, lang: Lang) -> Vec<Row> {
    let mut rows = Vec::new();
    for field in tree.fields() {
        let Some(list) = List::of_field(field) else {
            let at = FieldPath::of(field);
            if let Some(value) = tree.value(&at) {
                below(value, &Place { at, id: "whole", photo: None }, field, lang, &mut rows);
            }
            continue;
        };
        let keys = entry_keys(tree, list);
        for (index, key) in keys.iter().enumerate() {
            let Some(value) = tree.entry(field, index) else { continue };
            let photo = if list == List::Photos { value.get("id").and_then(Value::as_str) } else { None };
            let place = Place { at: FieldPath::entry(field, index), id: &format!("{field}/{key}"), photo };
            below(value, &place, "", lang, &mut rows);
        }
    }
    rows
}

/// What the entries of a list are called in ids: their own id or number, else their position.
fn entry_keys(tree: &Tree, list: List) -> Vec<String> {
    let entries = || (0..tree.len(list.field())).filter_map(|index| tree.entry(list.field(), index));
    let own: Vec<Option<String>> = entries().map(|entry| own_key(list, entry)).collect();
    let mut count: HashMap<&str, usize> = HashMap::new();
    for key in own.iter().flatten() {
        *count.entry(key).or_default() += 1;
    }
    let is_unique = |key: &String| count.get(key.as_str()) == Some(&1) && !key.starts_with('#');
    let named = |(index, key): (usize, &Option<String>)| {
        key.clone().filter(is_unique).unwrap_or_else(|| format!("#{}", index + 1))
    };
    own.iter().enumerate().map(named).collect()
}

fn own_key(list: List, entry: &Value) -> Option<String> {
    let text = |field: &str| entry.get(field).and_then(Value::as_str).map(str::to_owned);
    let number = |field: &str| entry.get(field).and_then(Value::as_u64).map(|number| number.to_string());
    match list {
        List::Divisions
        | List::Provinces
        | List::Groups
        | List::Statements
        | List::Milestones
        | List::Topics
        | List::Photos
        | List::Sources => text("id"),
        List::Pairings => Some(format!("{} {} {}", text("province")?, text("division")?, text("since")?)),
        List::PairingSteps => number("year"),
        List::Batches => number("number"),
        List::Subtotals => Some(format!("{} {}", number("first")?, number("last")?)),
        List::Totals => number("after_batch"),
        List::About | List::RunningOrder | List::Glossary => None,
    }
}

/// Where a value stands.
struct Place<'a> {
    at: FieldPath,
    id: &'a str,
    photo: Option<&'a str>,
}

/// Collects the texts in a value; `way` is its path below the entry.
fn below(value: &Value, place: &Place<'_>, way: &str, lang: Lang, rows: &mut Vec<Row>) {
    let deeper = |at: FieldPath| Place { at, ..*place };
    match value {
        Value::Object(fields) if Lang::ALL.iter().any(|lang| fields.get(lang.code()).is_some_and(Value::is_string)) => {
            let Ok(words) = Words::deserialize(value) else { return };
            // Short forms are written only where a language has them.
            let is_short = way.rsplit('.').next().is_some_and(|name| name.starts_with("short_"));
            if words.is_empty() || is_short && words.state(lang) == TextState::Missing {
                return;
            }
            let id = format!("{}/{way}{}{}", place.id, if way.is_empty() { "" } else { "." }, lang.code());
            let photo = place.photo.map(str::to_owned);
            rows.push(Row { id, at: place.at.clone(), lang, words, photo });
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let way = if way.is_empty() { name.clone() } else { format!("{way}.{name}") };
                below(value, &deeper(place.at.field_named(name)), &way, lang, rows);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                below(value, &deeper(place.at.index(index)), &format!("{way}[{}]", index + 1), lang, rows);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::model::{Lang, Tree};

    #[test]
    fn a_text_has_an_id_that_stays_when_others_come_and_go() {
        let text = r#"{ "format": 1, "title": { "en": "T", "bo": "ཐ" }, "about": [ { "en": "A" } ],
            "photos": [ { "id": "x", "caption": { "en": "C" }, "title": {} }, { "id": "x", "caption": { "en": "D" } } ],
            "batches": [ { "number": 7, "figure": { "also": [ { "counts": { "en": "sent" } } ] } } ],
            "provinces": [ { "id": "CN-JS", "name": { "en": "Jiangsu" }, "short_name": { "en": "J" } } ],
            "statements": [ { "id": "s", "unit": { "en": "people", "scale": { "en": 1 } } } ] }"#;
        let tree = Tree::of_text(text).expect("a tree");
        let ids: Vec<String> = rows(&tree, Lang::Bo).into_iter().map(|row| row.id).collect();
        let expected = [
            "whole/title.bo",
            "about/#1/bo",
            "photos/#1/caption.bo",
            "photos/#2/caption.bo",
            "batches/7/figure.also[1].counts.bo",
            "provinces/CN-JS/name.bo",
            "statements/s/unit.bo",
        ];
        assert_eq!(ids, expected);
    }
}
