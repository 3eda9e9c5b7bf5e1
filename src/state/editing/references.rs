//! What refers to an entry: it goes with it, or follows its new id.

use serde_json::Value;

use super::fields::{Field, Kind, fields, figure, report, term};
use crate::model::{Change, FieldPath, List, Tree};

/// What others know an entry by: its id, or a batch's number.
#[must_use]
pub fn id_of(tree: &Tree, list: List, index: usize) -> Option<String> {
    let entry = tree.entry(list.field(), index)?;
    let id = if list == List::Batches { entry.get("number")? } else { entry.get("id")? };
    named(id)
}

fn named(id: &Value) -> Option<String> {
    match id {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The changes that delete an entry and all that refers to it, in an order in which each fits.
#[must_use]
pub fn delete(tree: &Tree, list: List, index: usize) -> Vec<Change> {
    let mut changes = id_of(tree, list, index).map_or_else(Vec::new, |id| {
        let others = (0..tree.len(list.field())).filter(|other| *other != index);
        // Of two with one id, those that refer to it may mean the other.
        let is_shared = others.into_iter().any(|other| id_of(tree, list, other).as_ref() == Some(&id));
        if is_shared { Vec::new() } else { references_to(tree, list, &id) }
    });
    changes.push(Change::Remove { at: FieldPath::entry(list.field(), index) });
    changes
}

/// The changes that remove what refers to an entry: mentions of it, and entries that are nothing without it. In an order in which
/// each fits; the entry itself stays.
#[must_use]
pub fn references_to(tree: &Tree, list: List, id: &str) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut entries = Vec::new();
    for own in List::ALL {
        for index in (0..tree.len(own.field())).rev() {
            let Some(entry) = tree.entry(own.field(), index) else { continue };
            let at = FieldPath::entry(own.field(), index);
            let mut search = Search { list, id, to: None, found: Vec::new(), is_nothing: false };
            search.fields(fields(own), entry, &at);
            if search.is_nothing {
                entries.push(Change::Remove { at });
            } else {
                changes.append(&mut search.found);
            }
        }
    }
    changes.extend(entries);
    changes
}

/// The changes by which what refers to an entry refers to it by another id.
#[must_use]
pub fn renamed(tree: &Tree, list: List, id: &str, to: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for own in List::ALL {
        for index in 0..tree.len(own.field()) {
            let Some(entry) = tree.entry(own.field(), index) else { continue };
            let mut search = Search { list, id, to: Some(to), found: Vec::new(), is_nothing: false };
            search.fields(fields(own), entry, &FieldPath::entry(own.field(), index));
            changes.append(&mut search.found);
        }
    }
    changes
}

/// A search for what refers to an entry.
struct Search<'s> {
    list: List,
    id: &'s str,
    /// The new id; what refers to the old one is taken out where there is none.
    to: Option<&'s Value>,
    found: Vec<Change>,
    /// Whether the entry that is searched is nothing without the other.
    is_nothing: bool,
}

impl Search<'_> {
    fn is_it(&self, value: &Value) -> bool {
        named(value).is_some_and(|id| id == self.id)
    }

    fn fields(&mut self, fields: &[Field], value: &Value, at: &FieldPath) {
        for field in fields.iter().filter(|field| !field.path.is_empty()) {
            let path = at.field(field.path);
            let Some(value) = field.path.split('.').try_fold(value, |value, name| value.get(name)) else { continue };
            match field.kind {
                Kind::One(list) if list == self.list && self.is_it(value) => {
                    self.is_nothing |= field.goes_with == Some("");
                    self.found.push(Change::Set { at: path, value: self.to.cloned(), place: None });
                }
                Kind::Several(list) if list == self.list => self.items(value, &path),
                Kind::Batches if self.list == List::Batches => self.items(value, &path),
                Kind::Figure => self.fields(figure(), value, &path),
                Kind::Terms => self.each(term(), value, &path),
                Kind::Reports => self.each(report(), value, &path),
                _ => {}
            }
        }
    }

    fn each(&mut self, fields: &[Field], list: &Value, at: &FieldPath) {
        for (index, item) in list.as_array().into_iter().flatten().enumerate() {
            self.fields(fields, item, &at.index(index));
        }
    }

    fn items(&mut self, list: &Value, at: &FieldPath) {
        let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
        let found = items.iter().enumerate().rev().filter(|(_, item)| self.is_it(item));
        let change = |at: FieldPath| match self.to {
            Some(to) => Change::set(at, to.clone()),
            None => Change::Remove { at },
        };
        let changes: Vec<Change> = found.map(|(index, _)| change(at.index(index))).collect();
        self.found.extend(changes);
    }
}

#[cfg(test)]
mod tests {
    use super::{delete, references_to};
    use crate::model::{List, Tree, read};

    const TEXT: &str = r#"{ "format": 1,
      "divisions": [ {"id": "d", "name": {}, "kind": "city"} ],
      "provinces": [ {"id": "p", "name": {}, "kind": "province", "personnel": [{"value": 1, "sources": ["a", "s", "s"]}]},
                     {"id": "q", "name": {}, "kind": "province"} ],
      "pairings": [ {"province": "p", "division": "d", "since": "1994", "told": {}, "sources": []},
                    {"province": "q", "division": "d", "since": "1994", "told": {}, "sources": ["s"]},
                    {"province": "p", "division": "d", "since": "1996", "told": {}, "sources": []} ],
      "batches": [ {"number": 1, "arrive": {"date": "1995"}, "years_sources": ["s"],
                    "figure": {"state": "worked_out", "terms": [{"value": 2, "sources": ["s", "a"]}], "also": [{"value": 3, "sources": ["s"]}]}} ],
      "photos": [ {"id": "x", "file": "x", "title": {}, "caption": {}, "alt": {}, "provinces": ["q", "p"], "sources": ["s"]} ],
      "milestones": [ {"id": "m", "date": "1994", "title": {}, "text": {}, "photo": "x", "sources": ["s"]} ],
      "running_order": [ {"shows": {"province": "p"}}, {"shows": {"chart": {"lit": [1, 2]}}},
                         {"shows": {"pairings": {"lit": "p"}}}, {"shows": {"photo": "x"}} ],
      "sources": [ {"id": "s", "publisher": {}, "language": "en", "hosting": "publisher", "how_read": "full"},
                   {"id": "a", "publisher": {}, "language": "en", "hosting": "publisher", "how_read": "full"} ] }"#;

    fn without(list: List, index: usize) -> String {
        let mut tree = Tree::of_text(TEXT).expect("a tree");
        let changes = delete(&tree, list, index);
        tree.apply_all(&changes).expect("each fits");
        let text = tree.text().expect("text");
        read(&text).expect("it can be read");
        serde_json::to_string(&serde_json::from_str::<serde_json::Value>(&text).expect("JSON")).expect("text")
    }

    #[test]
    fn what_is_nothing_without_an_entry_goes_with_it_and_mentions_go_too() {
        let left = without(List::Provinces, 0);
        assert!(!left.contains("\"p\""), "{left}");
        assert!(left.contains(r#""provinces":["q"]"#) && left.contains("chart") && left.contains(r#"{"pairings":{}}"#));
        assert_eq!(left.matches("\"since\"").count(), 1, "the pairing of the other one stays");
        let left = without(List::Sources, 0);
        assert!(!left.contains("\"s\""), "{left}");
        assert_eq!(left.matches("[\"a\"]").count(), 2, "{left}");
        let left = without(List::Photos, 0);
        assert!(!left.contains("\"x\"") && left.contains("\"m\""), "{left}");
        assert!(without(List::Batches, 0).contains(r#""lit":[2]"#));
        assert!(!without(List::Divisions, 0).contains("since"));
    }

    #[test]
    fn what_nothing_refers_to_goes_alone_and_so_does_one_of_two_with_one_id() {
        let tree = Tree::of_text(TEXT).expect("a tree");
        assert_eq!(delete(&tree, List::Milestones, 0).len(), 1);
        assert_eq!(references_to(&tree, List::Sources, "none"), []);
        let twice = TEXT.replace("\"id\": \"a\"", "\"id\": \"s\"");
        let tree = Tree::of_text(&twice).expect("a tree");
        assert_eq!(delete(&tree, List::Sources, 1).len(), 1);
    }
}
