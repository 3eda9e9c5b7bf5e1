//! New entries: with what an exhibition cannot be without, and nothing that somebody could take for a fact.

use serde_json::{Map, Value, json};

use crate::model::{List, Tree};

/// An id that no entry of a list has, made of a text that people know it by.
#[must_use]
#[expect(clippy::maybe_infinite_iter, reason = "ids are finite")]
pub fn fresh_id(tree: &Tree, list: List, text: &str) -> String {
    let mut id = String::new();
    for c in text.chars().flat_map(char::to_lowercase).take(60) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_matches('-');
    let id = if id.is_empty() { stem(list) } else { id };
    let is_taken = |id: &str| {
        (0..tree.len(list.field())).any(|index| {
            tree.entry(list.field(), index).and_then(|entry| entry.get("id")).and_then(Value::as_str) == Some(id)
        })
    };
    if !is_taken(id) {
        return id.to_owned();
    }
    (2..).map(|n| format!("{id}-{n}")).find(|id| !is_taken(id)).unwrap_or_default()
}

fn stem(list: List) -> &'static str {
    match list {
        List::About => "paragraph",
        List::Divisions => "division",
        List::Provinces => "province",
        List::Pairings => "pairing",
        List::PairingSteps => "year",
        List::Batches => "batch",
        List::Subtotals => "subtotal",
        List::Totals => "total",
        List::Groups => "group",
        List::Statements => "statement",
        List::Milestones => "milestone",
        List::Topics => "topic",
        List::Photos => "picture",
        List::RunningOrder => "stop",
        List::Sources => "source",
        List::Glossary => "term",
    }
}

/// A new entry of a list. Numbers of batches go on, and the first group is taken; a year or a partner that nobody has
/// said is missing, and until it is given, nobody but whoever edits sees the entry.
#[must_use]
pub fn new_entry(tree: &Tree, list: List) -> Value {
    let count = tree.len(list.field());
    let first = |list: List| {
        let id = tree.entry(list.field(), 0).and_then(|entry| entry.get("id")).and_then(Value::as_str);
        id.unwrap_or_default().to_owned()
    };
    let number = |field: &str| tree.entry(list.field(), count.checked_sub(1)?)?.get(field)?.as_u64();
    let unknown = json!({ "state": "not_published" });
    let mut entry = match list {
        List::About => json!({}),
        List::Divisions => json!({ "name": {}, "kind": "city" }),
        List::Provinces => json!({ "name": {}, "kind": "province" }),
        List::Pairings => json!({ "told": {}, "sources": [] }),
        List::PairingSteps => json!({ "change": {}, "sources": [] }),
        List::Batches => json!({
            "number": number("number").map_or(1, |number| number + 1), "years_sources": [], "figure": unknown,
        }),
        List::Subtotals => json!({ "first": 1, "last": 1, "figure": unknown }),
        List::Totals => {
            json!({ "after_batch": number("after_batch").map_or(1, |number| number + 1), "figure": unknown })
        }
        List::Groups => json!({ "title": {} }),
        List::Statements => json!({ "group": first(List::Groups), "text": {}, "sources": [] }),
        List::Milestones => json!({ "title": {}, "text": {}, "sources": [] }),
        List::Topics | List::Glossary => json!({ "name": {} }),
        List::Photos => json!({ "file": "", "title": {}, "caption": {}, "alt": {}, "sources": [] }),
        List::RunningOrder => json!({ "shows": { "card": {} }, "secs": 60 }),
        List::Sources => json!({
            "publisher": {}, "language": "", "hosting": "publisher", "how_read": "excerpt",
        }),
    };
    if needs_id(list)
        && let Value::Object(fields) = &mut entry
    {
        let id = Map::from_iter([("id".to_owned(), json!(fresh_id(tree, list, "")))]);
        let rest = std::mem::replace(fields, id);
        fields.extend(rest);
    }
    entry
}

/// Returns `true` for a list whose entries have an id.
#[must_use]
pub fn needs_id(list: List) -> bool {
    match list {
        List::Divisions
        | List::Provinces
        | List::Groups
        | List::Statements
        | List::Milestones
        | List::Topics
        | List::Photos
        | List::Sources => true,
        List::About
        | List::Pairings
        | List::PairingSteps
        | List::Batches
        | List::Subtotals
        | List::Totals
        | List::RunningOrder
        | List::Glossary => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{fresh_id, new_entry};
    use crate::model::{Change, FieldPath, List, Problem, Tree, Trouble, Why, read};

    #[test]
    fn a_new_entry_can_be_read_and_says_nothing_yet() {
        let mut tree = Tree::of_text(r#"{ "format": 1, "title": {} }"#).expect("a tree");
        // What others refer to comes first.
        for list in [List::Sources, List::Divisions, List::Provinces, List::Groups].into_iter().chain(List::ALL) {
            let entry = new_entry(&tree, list);
            tree.apply(&Change::insert(FieldPath::entry(list.field(), tree.len(list.field())), entry)).expect("fits");
        }
        let (x, problems) = read(&tree.text().expect("text")).expect("read");
        let missing = |problem: &Problem| match &problem.trouble {
            Trouble::Unreadable { why: Why::Missing { field }, .. } => Some(field.clone()),
            _ => None,
        };
        let missing: Option<Vec<String>> = problems.iter().map(missing).collect();
        let mut missing = missing.expect("the rest can be read");
        missing.sort();
        assert_eq!(missing, ["arrive", "date", "division", "province", "since", "year"], "nobody has said them yet");
        assert!(x.batches.iter().all(|batch| batch.figure.amount().is_none()), "no number is made up");
        assert_eq!(x.sources.iter().map(|source| source.id.as_str()).collect::<Vec<_>>(), ["source", "source-2"]);
    }

    #[test]
    fn an_id_is_made_of_the_name_and_differs_from_all_others() {
        let mut tree = Tree::of_text(r#"{ "photos": [ {"id": "img-1"} ] }"#).expect("a tree");
        assert_eq!(fresh_id(&tree, List::Photos, "IMG 1"), "img-1-2");
        assert_eq!(fresh_id(&tree, List::Photos, "布达拉宫"), "picture");
        tree.apply(&Change::insert(FieldPath::entry("photos", 1), json!({"id": "picture"}))).expect("fits");
        assert_eq!(fresh_id(&tree, List::Photos, "བོད"), "picture-2");
    }
}
