//! Unreadable parts of an `exhibition.json`: their position, so that later entries keep theirs; their id, so that references to
//! them are not reported too; and their raw text, so that saving preserves them.

use std::collections::{BTreeMap, BTreeSet};

use serde::ser::{Error as _, SerializeMap as _};
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::Exhibition;

/// A part of an `exhibition.json` that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The outermost field itself, or the list that contains the entry.
    pub field: String,
    /// Its index in that list as in the file, from 0; `None` for the whole field.
    pub index: Option<usize>,
    /// Its id, if readable.
    pub id: Option<String>,
    /// The index of the entry that stands in for it: a batch without a number of people.
    pub stands_in: Option<usize>,
    /// Whether it is several entries: those beyond the limit of the list.
    pub many: bool,
    /// Its raw text.
    pub raw: String,
}

/// The unreadable entries, for mapping positions and ids.
#[derive(Debug, Default)]
pub struct Gaps {
    /// For each list, the indices in the file of entries without a stand-in.
    left_out: BTreeMap<String, Vec<usize>>,
    /// For each list, the ids of its unreadable entries.
    ids: BTreeMap<String, BTreeSet<String>>,
    /// Lists whose ids are not all known.
    unsure: BTreeSet<String>,
}

impl Gaps {
    /// The gaps of an exhibition.
    #[must_use]
    pub fn of(exhibition: &Exhibition) -> Self {
        let mut gaps = Self::default();
        for unread in &exhibition.unread {
            if let (Some(index), None) = (unread.index, unread.stands_in) {
                gaps.left_out.entry(unread.field.clone()).or_default().push(index);
            }
            match &unread.id {
                Some(id) => drop(gaps.ids.entry(unread.field.clone()).or_default().insert(id.clone())),
                None => drop(gaps.unsure.insert(unread.field.clone())),
            }
        }
        // A list under a misspelt name may hold the ids that others refer to.
        let known: Vec<&str> = super::shape::outermost().collect();
        for name in exhibition.rest.keys() {
            gaps.unsure.extend(super::near::nearest(name, known.iter().copied()).map(str::to_owned));
        }
        for indexes in gaps.left_out.values_mut() {
            indexes.sort_unstable();
        }
        gaps
    }

    /// The index of an entry in the file.
    #[must_use]
    pub fn index(&self, list: &str, position: usize) -> usize {
        let Some(left_out) = self.left_out.get(list) else { return position };
        // The k-th omitted entry precedes this one if its index is at most k larger than the position.
        let (mut before, mut until) = (0, left_out.len());
        while before < until {
            let middle = before.midpoint(until);
            if left_out[middle] <= position + middle { before = middle + 1 } else { until = middle }
        }
        position + before
    }

    /// Converts a path that counts loaded entries to one that counts those of the file.
    #[must_use]
    pub fn in_file(&self, path: &str) -> String {
        let place = || {
            let (list, rest) = path.split_once('[')?;
            let (position, rest) = rest.split_once(']')?;
            self.left_out.get(list)?;
            Some(format!("{list}[{}]{rest}", self.index(list, position.parse().ok()?)))
        };
        place().unwrap_or_else(|| path.to_owned())
    }

    /// Returns `true` if an unreadable entry may have this id.
    #[must_use]
    pub fn may_hold(&self, list: &str, id: &str) -> bool {
        self.unsure.contains(list) || self.ids.get(list).is_some_and(|ids| ids.contains(id))
    }

    /// Returns `true` if a list lacks something that is in the file.
    #[must_use]
    pub fn lacks(&self, list: &str) -> bool {
        self.unsure.contains(list) || self.left_out.contains_key(list)
    }
}

/// An exhibition as written to a file, with unreadable parts in their old places.
pub struct Whole<'x>(pub &'x Exhibition);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Value::Object(mut fields) = serde_json::to_value(self.0).map_err(S::Error::custom)? else {
            return Err(S::Error::custom("an exhibition is an object"));
        };
        let raw = |unread: &Unread| RawValue::from_string(unread.raw.clone()).map(Part::Raw).map_err(S::Error::custom);
        let mut lists: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
        let mut single: Vec<(&str, Part)> = Vec::new();
        // Stand-ins are replaced before insertions shift their positions.
        let mut all: Vec<&Unread> = self.0.unread.iter().collect();
        all.sort_by_key(|unread| (unread.stands_in.is_none(), unread.index));
        for unread in all {
            let Some(index) = unread.index else {
                fields.remove(&unread.field);
                single.push((&unread.field, raw(unread)?));
                continue;
            };
            let entries = lists.entry(&unread.field).or_insert_with(|| match fields.remove(&unread.field) {
                Some(Value::Array(entries)) => entries.into_iter().map(Part::Read).collect(),
                _ => Vec::new(),
            });
            match unread.stands_in {
                _ if unread.many => {
                    let all: Vec<Box<RawValue>> = serde_json::from_str(&unread.raw).map_err(S::Error::custom)?;
                    entries.extend(all.into_iter().map(Part::Raw));
                }
                Some(position) if position < entries.len() => entries[position] = raw(unread)?,
                _ => entries.insert(index.min(entries.len()), raw(unread)?),
            }
        }
        let mut map = to.serialize_map(None)?;
        for (key, value) in &fields {
            map.serialize_entry(key, value)?;
        }
        for (key, entries) in &lists {
            map.serialize_entry(key, entries)?;
        }
        for (key, part) in &single {
            map.serialize_entry(key, part)?;
        }
        map.end()
    }
}

/// An entry that was read, or the raw text of one that was not.
#[derive(Serialize)]
#[serde(untagged)]
enum Part {
    Read(Value),
    Raw(Box<RawValue>),
}

#[cfg(test)]
mod tests {
    use super::{Gaps, Unread};
    use crate::model::Exhibition;

    #[test]
    fn an_entry_keeps_the_place_that_it_has_in_the_file() {
        let gap = |index| Unread { field: "photos".to_owned(), index: Some(index), ..Unread::default() };
        let x = Exhibition { unread: vec![gap(0), gap(3), gap(4)], ..Exhibition::default() };
        let gaps = Gaps::of(&x);
        let places: Vec<usize> = (0..4).map(|position| gaps.index("photos", position)).collect();
        assert_eq!(places, [1, 2, 5, 6]);
        assert_eq!(gaps.in_file("photos[2].file"), "photos[5].file");
        assert_eq!(gaps.in_file("batches[2].figure"), "batches[2].figure");
        assert_eq!(gaps.in_file("title.en"), "title.en");
    }
}
