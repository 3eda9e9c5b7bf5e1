//! A document as a tree: every field as it is written, also those that this version does not know or cannot read, so that an
//! edit touches nothing else.

mod change;
mod list;
mod path;

use std::sync::Arc;

use serde::ser::{Error as _, SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::json::{self, Entries, Piece};

pub use change::{Change, Unfit};
pub use list::List;
pub use path::{FieldPath, NoPath, Step};

/// The name of the only field of an object that stands for a piece of text which `serde_json` has no value for.
const RAW: &str = "\0raw";

/// Identifies an entry of an outermost list, whatever happens to the list. Never reused within a tree, never written to
/// `exhibition.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryKey(u32);

/// An entry of an outermost list. Copies of a tree share it.
#[derive(Clone, Debug)]
struct Listed {
    key: EntryKey,
    value: Arc<Value>,
}

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) || self.value == other.value
    }
}

/// The value of an outermost field.
#[derive(Clone, Debug, PartialEq)]
enum Node {
    List(Vec<Listed>),
    Other(Value),
}

impl Node {
    fn to_value(&self) -> Value {
        match self {
            Self::List(entries) => Value::Array(entries.iter().map(|entry| (*entry.value).clone()).collect()),
            Self::Other(value) => value.clone(),
        }
    }
}

/// A document as a tree. A copy is cheap, whatever its number of entries.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    fields: Vec<(String, Node)>,
    next_key: u32,
    /// The text that it was made of, and its content then.
    #[expect(clippy::type_complexity, reason = "said once")]
    original: Option<(Arc<str>, Arc<Vec<(String, Node)>>)>,
}

impl PartialEq for Tree {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}

impl Tree {
    /// The tree of an `exhibition.json`. `None` if the text is not JSON, or not an object.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        let fields = json::survey(text).ok()?.fields?;
        let mut tree = Self::default();
        for field in fields {
            let node = match &field.entries {
                Some(entries) => Node::List(tree.entries(text, &field.piece, entries)),
                None => Node::Other(value_of(text, &field.piece)),
            };
            // Of several fields with the same name, the last one counts.
            tree.fields.retain(|(name, _)| *name != field.key);
            tree.fields.push((field.key, node));
        }
        tree.original = Some((text.into(), Arc::new(tree.fields.clone())));
        Some(tree)
    }

    fn entries(&mut self, text: &str, list: &Piece, entries: &Entries) -> Vec<Listed> {
        let mut all: Vec<Value> = entries.taken.iter().map(|piece| value_of(text, piece)).collect();
        if entries.taken.len() < entries.found
            && let Some(last) = entries.taken.last()
        {
            let rest = text.get(last.span.end..list.span.end.saturating_sub(1)).unwrap_or_default();
            let rest = format!("[{}]", rest.trim().trim_matches(',').trim());
            let rest: Vec<Box<RawValue>> = serde_json::from_str(&rest).unwrap_or_default();
            all.extend(rest.iter().map(|entry| serde_json::from_str(entry.get()).unwrap_or_else(|_| raw(entry.get()))));
        }
        all.into_iter().map(|value| Listed { key: self.new_key(), value: Arc::new(value) }).collect()
    }

    fn new_key(&mut self) -> EntryKey {
        self.next_key += 1;
        EntryKey(self.next_key - 1)
    }

    fn node_of(&mut self, value: Value) -> Node {
        match value {
            Value::Array(all) => {
                let listed = |value| Listed { key: self.new_key(), value: Arc::new(value) };
                Node::List(all.into_iter().map(listed).collect())
            }
            value => Node::Other(value),
        }
    }

    /// The text of an `exhibition.json`: that which it was made of, if nothing has changed.
    ///
    /// # Errors
    /// None in practice: a tree is plain data.
    pub fn text(&self) -> serde_json::Result<String> {
        if let Some((text, fields)) = &self.original
            && **fields == self.fields
        {
            return Ok(text.as_ref().to_owned());
        }
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }

    /// The changes that make this tree say what another one says.
    #[must_use]
    pub fn changes_to(&self, other: &Self) -> Vec<Change> {
        let gone = self.fields.iter().filter(|(name, _)| other.node(name).is_none());
        let mut changes: Vec<Change> = gone.map(|(name, _)| Change::unset(FieldPath::of(name))).collect();
        for (place, (name, node)) in other.fields.iter().enumerate() {
            if self.node(name) != Some(node) {
                let at = FieldPath::default().field_named(name);
                changes.push(Change::Set { at, value: Some(node.to_value()), place: Some(place) });
            }
        }
        changes
    }

    /// Returns `true` if nothing differs from the text that it was made of.
    #[must_use]
    pub fn is_original(&self) -> bool {
        self.original.as_ref().is_some_and(|(_, fields)| **fields == self.fields)
    }

    /// The number of entries of an outermost list; 0 if there is none.
    #[must_use]
    pub fn len(&self, list: &str) -> usize {
        self.listed(list).len()
    }

    /// An entry of an outermost list.
    #[must_use]
    pub fn entry(&self, list: &str, index: usize) -> Option<&Value> {
        self.listed(list).get(index).map(|entry| &*entry.value)
    }

    /// The key of an entry.
    #[must_use]
    pub fn key(&self, list: &str, index: usize) -> Option<EntryKey> {
        self.listed(list).get(index).map(|entry| entry.key)
    }

    /// The keys of a list's entries, in order.
    pub fn keys(&self, list: &str) -> impl Iterator<Item = EntryKey> {
        self.listed(list).iter().map(|entry| entry.key)
    }

    /// The index of an entry, from 0; `None` once removed.
    #[must_use]
    pub fn position(&self, list: &str, key: EntryKey) -> Option<usize> {
        self.listed(list).iter().position(|entry| entry.key == key)
    }

    fn listed(&self, list: &str) -> &[Listed] {
        match self.node(list) {
            Some(Node::List(entries)) => entries,
            _ => &[],
        }
    }

    fn node(&self, name: &str) -> Option<&Node> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, node)| node)
    }

    fn list_mut(&mut self, name: &str) -> Option<&mut Vec<Listed>> {
        match self.fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, Node::List(entries))) => Some(entries),
            _ => None,
        }
    }

    /// The names of the outermost fields.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(name, _)| name.as_str())
    }

    /// What stands at a path below the outermost object; of an outermost list only its entries can be had.
    #[must_use]
    pub fn value(&self, at: &FieldPath) -> Option<&Value> {
        match at.0.as_slice() {
            [Step::Field(name), Step::Index(index), rest @ ..] => match self.node(name)? {
                Node::List(entries) => below(entries.get(*index)?.value.as_ref(), rest),
                Node::Other(_) => None,
            },
            [Step::Field(name), rest @ ..] => match self.node(name)? {
                Node::List(_) => None,
                Node::Other(value) => below(value, rest),
            },
            _ => None,
        }
    }

    /// A text at a path; empty if there is none.
    #[must_use]
    pub fn text_at(&self, at: &FieldPath) -> &str {
        self.value(at).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether something stands at a path, the outermost object and lists included.
    fn get(&self, at: &FieldPath) -> Option<()> {
        match at.0.as_slice() {
            [] => Some(()),
            [Step::Field(name)] => self.node(name).map(drop),
            _ => self.value(at).map(drop),
        }
    }

    fn get_mut(&mut self, at: &FieldPath) -> Option<&mut Value> {
        match at.0.as_slice() {
            [Step::Field(name), Step::Index(index), rest @ ..] => {
                below_mut(Arc::make_mut(&mut self.list_mut(name)?.get_mut(*index)?.value), rest)
            }
            [Step::Field(name), rest @ ..] => match self.fields.iter_mut().find(|(field, _)| field == name) {
                Some((_, Node::Other(value))) => below_mut(value, rest),
                _ => None,
            },
            _ => None,
        }
    }
}

fn below<'v>(value: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.as_object()?.get(name),
        Step::Index(index) => value.as_array()?.get(*index),
    })
}

fn below_mut<'v>(value: &'v mut Value, steps: &[Step]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Field(name) => value.as_object_mut()?.get_mut(name),
        Step::Index(index) => value.as_array_mut()?.get_mut(*index),
    })
}

/// The value of a piece, or its text as it stands.
fn value_of(text: &str, piece: &Piece) -> Value {
    let text = text.get(piece.span.clone()).unwrap_or_default();
    let read = if piece.flaw.is_some() { None } else { serde_json::from_str(text).ok() };
    read.unwrap_or_else(|| raw(text))
}

fn raw(text: &str) -> Value {
    Value::Object(Map::from_iter([(RAW.to_owned(), Value::String(text.to_owned()))]))
}

/// The text that a value stands for, if it does.
fn raw_text(value: &Value) -> Option<&str> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    fields.get(RAW)?.as_str()
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.fields.len()))?;
        for (name, node) in &self.fields {
            map.serialize_entry(name, &Written::Node(node))?;
        }
        map.end()
    }
}

/// A part of a tree on its way into a text.
enum Written<'t> {
    Node(&'t Node),
    Value(&'t Value),
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            &Self::Node(Node::Other(value)) | &Self::Value(value) => match raw_text(value) {
                Some(text) => RawValue::from_string(text.to_owned()).map_err(S::Error::custom)?.serialize(to),
                None => value.serialize(to),
            },
            &Self::Node(Node::List(entries)) => {
                let mut list = to.serialize_seq(Some(entries.len()))?;
                for entry in entries {
                    list.serialize_element(&Written::Value(&entry.value))?;
                }
                list.end()
            }
        }
    }
}

#[cfg(test)]
mod tests;
