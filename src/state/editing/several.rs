//! Several pictures edited at once: what they have in common, where they differ, and one step for all.

use serde_json::{Value, json};

use super::Editing;
use super::form::Way;
use crate::model::{Change, FieldPath, Lang, List};

/// The outermost name of paths of what is typed for several pictures.
pub const MARKED: &str = "marked";

/// The fields that several pictures have together.
pub const FIELDS: [&str; 5] = ["caption", "credit", "place", "topic", "provinces"];

/// Where what is typed for a field of several pictures is kept.
#[must_use]
pub fn draft_path(field: &str) -> FieldPath {
    FieldPath::of(MARKED).field(field)
}

/// What several pictures have in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Common {
    /// None has anything.
    Nothing,
    /// All have the same.
    Same(Value),
    /// They differ, and in how many values, counting an empty one.
    Differing(usize),
}

/// What the marked pictures have at a path below their entries.
#[must_use]
pub fn common(editing: &Editing, field: &str) -> Common {
    let mut values: Vec<Value> = Vec::new();
    for path in paths(editing) {
        let value = editing.tree.value(&path.field(field)).filter(|value| !is_empty(value)).cloned();
        let value = value.unwrap_or(Value::Null);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    match values.as_slice() {
        [] | [Value::Null] => Common::Nothing,
        [one] => Common::Same(one.clone()),
        several => Common::Differing(several.len()),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => Lang::ALL.iter().all(|lang| fields.get(lang.code()).is_none_or(is_empty)),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The paths of the marked pictures, in the order of the wall.
fn paths(editing: &Editing) -> Vec<FieldPath> {
    let list = List::Photos.field();
    let marked = editing.tree.keys(list).enumerate().filter(|(_, key)| editing.marked.contains(key));
    marked.map(|(at, _)| FieldPath::entry(list, at)).collect()
}

/// The changes that write what was typed for a field into the marked pictures.
#[must_use]
pub fn changes(editing: &Editing, field: &str) -> Vec<Change> {
    let draft = |path: &FieldPath| editing.form.draft(path).trim().to_owned();
    let (at, way) = (draft_path(field), editing.form.way());
    let mut changes = Vec::new();
    for path in paths(editing).iter().map(|path| path.field(field)) {
        let has = editing.tree.value(&path);
        match field {
            "topic" => {
                let id = draft(&at);
                if !id.is_empty() && (way != Way::WhereEmpty || has.is_none_or(is_empty)) {
                    changes.push(Change::set(path, id));
                }
            }
            "provinces" => {
                let ids = draft(&at);
                let mut ids: Vec<&str> = ids.split_whitespace().collect();
                let old: Vec<&str> =
                    has.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
                if way == Way::Append {
                    ids.retain(|id| !old.contains(id));
                    ids.splice(0..0, old);
                } else if way == Way::WhereEmpty && !old.is_empty() {
                    continue;
                }
                if !ids.is_empty() {
                    changes.push(Change::set(path, json!(ids)));
                }
            }
            _ => {
                for lang in Lang::ALL {
                    let typed = draft(&at.field(lang.code()));
                    let path = path.field(lang.code());
                    let old = editing.tree.text_at(&path).trim_end();
                    let new = match way {
                        _ if typed.is_empty() => continue,
                        Way::WhereEmpty if !old.is_empty() => continue,
                        Way::Append if !old.is_empty() => format!("{old}{}{typed}", gap(lang, old)),
                        Way::Append | Way::Replace | Way::WhereEmpty => typed,
                    };
                    changes.push(Change::set(path, new));
                }
            }
        }
    }
    changes
}

/// What stands between a text and what is added to it.
fn gap(lang: Lang, before: &str) -> &'static str {
    match lang {
        Lang::En => " ",
        Lang::Zh => "",
        Lang::Bo if before.ends_with(['།', '༎', '་']) => " ",
        Lang::Bo => "་",
    }
}
