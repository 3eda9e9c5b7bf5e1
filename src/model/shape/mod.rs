//! Validates values against the schema generated from the types, before they are deserialized, so that errors can be told in
//! plain words.

mod figure;
mod kind;

use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::near::nearest;
use super::{Exhibition, Trouble, ValueKind, Why};

/// The largest number accepted: the largest up to which every integer is exact.
pub const MOST: f64 = 9_007_199_254_740_992.0;
/// How much of a word or text a message quotes, in characters.
const LONGEST: usize = 60;

/// Something wrong with a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its path.
    pub path: String,
    /// What is wrong.
    pub trouble: Wrong,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// It cannot be read; with the correct form, if it is clear.
    Unreadable(Why, Option<String>),
    /// It can be read, but something else is wrong.
    Beside(Trouble),
}

/// Checks the value at `path` against the schema type of this name, or a list: `[]`.
#[must_use]
pub fn findings(value: &Value, name: &str, path: &str) -> Vec<Finding> {
    let mut examiner = Examiner { findings: Vec::new(), path: path.to_owned() };
    examiner.named(name, value, if path.contains('[') { "" } else { path });
    examiner.findings
}

/// The names of the outermost fields.
pub fn outermost() -> impl Iterator<Item = &'static str> {
    schema().get("properties").and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name.as_str())
}

fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| schemars::schema_for!(Exhibition).to_value())
}

fn definition(name: &str) -> &'static Value {
    schema().get("$defs").and_then(|defs| defs.get(name)).unwrap_or(&Value::Null)
}

/// A text as quoted in a message.
fn shortened(text: &str) -> String {
    let text = super::visible_text(text).replace('\n', " ");
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

struct Examiner {
    findings: Vec<Finding>,
    path: String,
}

impl Examiner {
    fn wrong(&mut self, why: Why, correct: Option<String>) {
        self.findings.push(Finding { path: self.path.clone(), trouble: Wrong::Unreadable(why, correct) });
    }

    fn beside(&mut self, step: &str, trouble: Trouble) {
        let path = format!("{}.{step}", self.path);
        self.findings.push(Finding { path, trouble: Wrong::Beside(trouble) });
    }

    /// Runs `examine` one step further down the path.
    fn within(&mut self, step: &str, examine: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(step);
        examine(self);
        self.path.truncate(length);
    }

    /// Checks a value of a named type. `key` is the name of its field.
    fn named(&mut self, name: &str, value: &Value, key: &str) {
        match name {
            "[]" => self.mismatch(ValueKind::List, value, key),
            "Words" if !value.is_object() => self.mismatch(ValueKind::Words, value, key),
            "Date" => self.date(value, key),
            "Fingerprint" => self.fingerprint(value, key),
            "Reviewed" => self.reviewed(value, key),
            _ => self.value(definition(name), value, key, name),
        }
    }

    /// Checks a value against a part of the schema; `name` is the type that contains it.
    fn value(&mut self, schema: &Value, value: &Value, key: &str, name: &str) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.named(reference.rsplit('/').next().unwrap_or_default(), value, key);
        }
        if let Some(either) = schema.get("anyOf").and_then(Value::as_array) {
            // The only kind of choice in the schema: a value, or null.
            if let Some(first) = either.first().filter(|_| !value.is_null()) {
                self.value(first, value, key, name);
            }
            return;
        }
        if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
            return self.one_of(choices, value, key);
        }
        let (kind, may_be_null) = match schema.get("type") {
            Some(Value::Array(kinds)) => (kinds.first().and_then(Value::as_str), true),
            Some(kind) => (kind.as_str(), false),
            None => return,
        };
        if value.is_null() && may_be_null {
            return;
        }
        match (kind.unwrap_or_default(), value) {
            ("object", Value::Object(fields)) => self.object(schema, fields, name),
            ("array", Value::Array(items)) => self.list(schema, items, name),
            ("string", Value::String(_)) | ("boolean", Value::Bool(_)) => {}
            ("number" | "integer", Value::Number(number)) => self.number(schema, number, (name, key)),
            ("object", _) => self.mismatch(ValueKind::Object, value, key),
            ("array", _) => self.mismatch(ValueKind::List, value, key),
            ("string", _) => self.mismatch(ValueKind::Text, value, key),
            ("boolean", _) => self.mismatch(ValueKind::Flag, value, key),
            ("integer", _) => self.mismatch(ValueKind::Whole, value, key),
            ("number", _) => self.mismatch(ValueKind::Number, value, key),
            _ => {}
        }
    }

    fn list(&mut self, schema: &Value, items: &[Value], name: &str) {
        let wanted = schema.get("minItems").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        if let Some(wanted) = wanted.filter(|wanted| *wanted != items.len()) {
            return self.wrong(Why::Length { found: items.len(), wanted }, None);
        }
        let Some(kind) = schema.get("items") else { return };
        for (i, item) in items.iter().enumerate() {
            self.within(&format!("[{i}]"), |inner| inner.value(kind, item, "", name));
        }
    }

    fn object(&mut self, schema: &Value, fields: &Map<String, Value>, name: &str) {
        let Some(known) = schema.get("properties").and_then(Value::as_object) else { return };
        let required = schema.get("required").and_then(Value::as_array);
        let mut missing: Vec<&str> =
            required.into_iter().flatten().filter_map(Value::as_str).filter(|f| !fields.contains_key(*f)).collect();
        let before = self.findings.len();
        for (key, value) in fields {
            if let Some(kind) = known.get(key) {
                let before = self.findings.len();
                self.within(&format!(".{key}"), |inner| inner.value(kind, value, key, name));
                if key == "reviewed" {
                    self.spare(before);
                }
                continue;
            }
            let absent = known.keys().map(String::as_str).filter(|field| !fields.contains_key(*field));
            let meant = nearest(key, absent).map(str::to_owned);
            let is_needed = meant.as_ref().is_some_and(|meant| missing.contains(&meant.as_str()));
            missing.retain(|field| Some(*field) != meant.as_deref());
            match meant {
                // Without its “about”, a number is not what was reported.
                Some(meant) if is_needed || meant == "precision" => {
                    let why = Why::Misspelt { name: shortened(key), meant };
                    self.within(&format!(".{key}"), |inner| inner.wrong(why, None));
                }
                None if name == "Words" => self.beside(key, Trouble::UnknownLanguage { code: shortened(key) }),
                meant => self.beside(key, Trouble::UnknownField { name: shortened(key), meant }),
            }
        }
        for field in missing {
            self.wrong(Why::Missing { field: field.to_owned() }, None);
        }
        let is_sound = !self.findings[before..].iter().any(|f| matches!(f.trouble, Wrong::Unreadable(..)));
        if name == "Figure" && is_sound {
            self.figure(fields);
        }
    }

    /// Turns what makes checks of a text unreadable, from one finding on, into something beside: the text itself can be read.
    fn spare(&mut self, before: usize) {
        for finding in &mut self.findings[before..] {
            if let Wrong::Unreadable(why, correct) = &finding.trouble {
                let (why, correct) = (why.clone(), correct.clone());
                finding.trouble = Wrong::Beside(Trouble::OddReview { why, correct });
            }
        }
    }

    /// Checks an enum: one of a few words, or an object with one of a few fields.
    fn one_of(&mut self, choices: &[Value], value: &Value, key: &str) {
        let words: Vec<&str> = choices.iter().filter_map(|c| c.get("const").and_then(Value::as_str)).collect();
        let tagged = |choice: &Value| {
            let (name, schema) = choice.get("properties")?.as_object()?.iter().next()?;
            Some((name.clone(), schema.clone()))
        };
        match value {
            Value::String(word) if !words.is_empty() => {
                if !words.contains(&word.as_str()) {
                    let meant = nearest(word, words.iter().copied()).map(str::to_owned);
                    let correct = meant.as_ref().map(|meant| kind::field(key, &format!("\"{meant}\"")));
                    let words = words.into_iter().map(str::to_owned).collect();
                    self.wrong(Why::OneOf { word: shortened(word), words, meant }, correct);
                }
            }
            Value::Object(fields) if words.is_empty() => {
                let known: Vec<(String, Value)> = choices.iter().filter_map(tagged).collect();
                let found =
                    fields.iter().find_map(|(k, v)| known.iter().find(|(name, _)| name == k).map(|kn| (k, v, kn)));
                if let (Some((key, value, (_, schema))), 1) = (found, fields.len()) {
                    return self.within(&format!(".{key}"), |inner| inner.value(schema, value, key, ""));
                }
                let odd = fields.keys().find(|k| !known.iter().any(|(name, _)| name == *k)).map_or("", String::as_str);
                let meant = nearest(odd, known.iter().map(|(name, _)| name.as_str())).map(str::to_owned);
                let words = known.iter().map(|(name, _)| name.clone()).collect();
                self.wrong(Why::OneOf { word: shortened(odd), words, meant }, None);
            }
            _ => self.mismatch(if words.is_empty() { ValueKind::Object } else { ValueKind::Text }, value, key),
        }
    }
}
