//! Changes of a document, each with its inverse.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{EntryKey, FieldPath, Listed, Step, Tree};

/// A change of a document, as data: it is kept on disk, undone and redone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Sets a field or an entry; without a value, removes the field.
    Set {
        /// Its path. Objects that are missing on the way are made.
        at: FieldPath,
        /// The new value.
        value: Option<Value>,
        /// The position of a new field among those of its object; at the end if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<usize>,
    },
    /// Inserts an entry.
    Insert {
        /// The path that it will have.
        at: FieldPath,
        /// The entry.
        value: Value,
        /// The key that it had before it was removed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<EntryKey>,
    },
    /// Removes an entry.
    Remove {
        /// Its path.
        at: FieldPath,
    },
    /// Moves an entry within its list.
    Move {
        /// Its path.
        at: FieldPath,
        /// Its index afterwards.
        to: usize,
    },
}

/// A change that does not fit the document: its path leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// The path.
    pub at: FieldPath,
}

impl Change {
    /// Sets a field.
    #[must_use]
    pub fn set(at: FieldPath, value: impl Into<Value>) -> Self {
        Self::Set { at, value: Some(value.into()), place: None }
    }

    /// Removes a field.
    #[must_use]
    pub fn unset(at: FieldPath) -> Self {
        Self::Set { at, value: None, place: None }
    }

    /// Inserts an entry.
    #[must_use]
    pub fn insert(at: FieldPath, value: impl Into<Value>) -> Self {
        Self::Insert { at, value: value.into(), key: None }
    }

    /// Where it happens.
    #[must_use]
    pub fn at(&self) -> &FieldPath {
        match self {
            Self::Set { at, .. } | Self::Insert { at, .. } | Self::Remove { at } | Self::Move { at, .. } => at,
        }
    }
}

impl Tree {
    /// Makes a change, and returns the one that takes it back.
    ///
    /// # Errors
    /// If it does not fit; then nothing has changed.
    pub fn apply(&mut self, change: &Change) -> Result<Change, Unfit> {
        let unfit = || Unfit { at: change.at().clone() };
        match change {
            Change::Set { at, value, place } => self.set(at, value.as_ref(), *place).ok_or_else(unfit),
            Change::Insert { at, value, key } => self.insert(at, value, *key).ok_or_else(unfit),
            Change::Remove { at } => self.remove(at).ok_or_else(unfit),
            Change::Move { at, to } => self.shift(at, *to).ok_or_else(unfit),
        }
    }

    /// Makes changes in order, all or none, and returns those that take them back.
    ///
    /// # Errors
    /// If one does not fit; then nothing has changed.
    pub fn apply_all(&mut self, changes: &[Change]) -> Result<Vec<Change>, Unfit> {
        let before = self.clone();
        let mut inverses = Vec::with_capacity(changes.len());
        for change in changes {
            match self.apply(change) {
                Ok(inverse) => inverses.push(inverse),
                Err(unfit) => {
                    *self = before;
                    return Err(unfit);
                }
            }
        }
        inverses.reverse();
        Ok(inverses)
    }

    #[expect(clippy::single_match_else, reason = "either is as likely")]
    fn set(&mut self, at: &FieldPath, value: Option<&Value>, place: Option<usize>) -> Option<Change> {
        let (above, last) = at.split_last()?;
        if let (None, Step::Index(_)) = (value, last) {
            return None;
        }
        // Where the way ends, the rest of it is made.
        let reached = (0..=above.0.len()).rev().find(|&n| self.get(&FieldPath(above.0[..n].to_vec())).is_some())?;
        let Some(value) = value else {
            return if reached == above.0.len() { self.unset(&above, last) } else { Some(Change::unset(at.clone())) };
        };
        let (mut top, mut value) = (at.clone(), value.clone());
        while top.0.len() > reached + 1 {
            let Some(Step::Field(name)) = top.0.pop() else { return None };
            value = Value::Object(Map::from_iter([(name, value)]));
        }
        let (above, last) = top.split_last()?;
        let last = last.clone();
        let old = match (above.0.is_empty(), last) {
            (true, Step::Field(name)) => self.put_field(&name, value, place),
            (false, Step::Field(name)) => {
                let Value::Object(fields) = self.get_mut(&above)? else { return None };
                match fields.get_mut(&name) {
                    Some(held) => Some(std::mem::replace(held, value)),
                    None => {
                        let place = place.unwrap_or(fields.len()).min(fields.len());
                        fields.shift_insert(place, name, value);
                        None
                    }
                }
            }
            (_, Step::Index(_)) => Some(std::mem::replace(self.get_mut(&top)?, value)),
        };
        Some(Change::Set { at: top, value: old, place: None })
    }

    /// Removes a field; the inverse puts it back where it was.
    fn unset(&mut self, above: &FieldPath, last: &Step) -> Option<Change> {
        let Step::Field(name) = last else { return None };
        let at = above.field_named(name);
        let (place, old) = if above.0.is_empty() {
            match self.fields.iter().position(|(field, _)| field == name) {
                Some(place) => (Some(place), Some(self.fields.remove(place).1.to_value())),
                None => (None, None),
            }
        } else {
            let Value::Object(fields) = self.get_mut(above)? else { return None };
            (fields.keys().position(|key| key == name), fields.shift_remove(name))
        };
        Some(Change::Set { at, value: old, place })
    }

    /// Sets an outermost field, and returns what it was.
    #[expect(clippy::single_match_else, reason = "either is as likely")]
    fn put_field(&mut self, name: &str, value: Value, place: Option<usize>) -> Option<Value> {
        let node = self.node_of(value);
        match self.fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, held)) => Some(std::mem::replace(held, node).to_value()),
            None => {
                let place = place.unwrap_or(self.fields.len()).min(self.fields.len());
                self.fields.insert(place, (name.to_owned(), node));
                None
            }
        }
    }

    fn insert(&mut self, at: &FieldPath, value: &Value, key: Option<EntryKey>) -> Option<Change> {
        let (above, last) = at.split_last()?;
        let Step::Index(index) = *last else { return None };
        if index == 0 && self.get(&above).is_none() {
            return self.set(&above, Some(&Value::Array(vec![value.clone()])), None);
        }
        if let [Step::Field(list)] = above.0.as_slice() {
            let key = key.filter(|key| key.0 < self.next_key && self.position(list, *key).is_none());
            let key = key.unwrap_or_else(|| self.new_key());
            let entries = self.list_mut(list)?;
            if index > entries.len() {
                return None;
            }
            entries.insert(index, Listed { key, value: Arc::new(value.clone()) });
        } else {
            let Value::Array(items) = self.get_mut(&above)? else { return None };
            if index > items.len() {
                return None;
            }
            items.insert(index, value.clone());
        }
        Some(Change::Remove { at: at.clone() })
    }

    fn remove(&mut self, at: &FieldPath) -> Option<Change> {
        let (above, last) = at.split_last()?;
        let Step::Index(index) = *last else { return None };
        let at = at.clone();
        if let [Step::Field(list)] = above.0.as_slice() {
            let entries = self.list_mut(list)?;
            let entry = (index < entries.len()).then(|| entries.remove(index))?;
            return Some(Change::Insert { at, value: Arc::unwrap_or_clone(entry.value), key: Some(entry.key) });
        }
        let Value::Array(items) = self.get_mut(&above)? else { return None };
        let value = (index < items.len()).then(|| items.remove(index))?;
        Some(Change::Insert { at, value, key: None })
    }

    fn shift(&mut self, at: &FieldPath, to: usize) -> Option<Change> {
        let (above, last) = at.split_last()?;
        let Step::Index(from) = *last else { return None };
        if let [Step::Field(list)] = above.0.as_slice() {
            let entries = self.list_mut(list)?;
            if from.max(to) >= entries.len() {
                return None;
            }
            let entry = entries.remove(from);
            entries.insert(to, entry);
        } else {
            let Value::Array(items) = self.get_mut(&above)? else { return None };
            if from.max(to) >= items.len() {
                return None;
            }
            let item = items.remove(from);
            items.insert(to, item);
        }
        Some(Change::Move { at: above.index(to), to: from })
    }
}
