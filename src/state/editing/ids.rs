//! Another id for an entry: whatever refers to the entry changes with it, in one step.

use serde_json::Value;

use super::references::{id_of, renamed};
use super::{Edit, Editing, needs_id};
use crate::model::{Change, FieldPath, List, Tree};
use crate::state::{Effect, State};

/// Why an entry cannot have an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdFault {
    /// There is nothing to refer to it by.
    Empty,
    /// Another entry of the list has it.
    Taken,
}

/// The changes that give an entry another id; none where it has this one.
///
/// # Errors
/// If it cannot have it.
pub fn with_id(tree: &Tree, list: List, index: usize, typed: &str) -> Result<Vec<Change>, IdFault> {
    let id = typed.trim();
    if id.is_empty() {
        return Err(IdFault::Empty);
    }
    let old = id_of(tree, list, index);
    if old.as_deref() == Some(id) {
        return Ok(Vec::new());
    }
    let has = |index: usize, id: &str| id_of(tree, list, index).as_deref() == Some(id);
    if (0..tree.len(list.field())).any(|other| other != index && has(other, id)) {
        return Err(IdFault::Taken);
    }
    let mut changes = vec![Change::set(FieldPath::entry(list.field(), index).field("id"), id)];
    // Whatever refers to one of two with the same id means the first.
    if let Some(old) = old.filter(|old| !(0..index).any(|before| has(before, old))) {
        changes.extend(renamed(tree, list, &old, &Value::from(id)));
    }
    Ok(changes)
}

/// The list and the entry whose id stands at a path.
#[must_use]
pub fn entry_of_id(at: &FieldPath) -> Option<(List, usize)> {
    let (list, index) = at.list_entry()?;
    let list = List::of_field(list).filter(|list| needs_id(*list))?;
    (*at == FieldPath::entry(list.field(), index).field("id")).then_some((list, index))
}

impl Editing {
    /// Why the id that is typed, or was, cannot be.
    #[must_use]
    pub fn id_fault(&self, at: &FieldPath) -> Option<IdFault> {
        let typed = self.form.typed_id(at)?;
        let (list, index) = entry_of_id(at)?;
        with_id(&self.tree, list, index, typed).err()
    }
}

impl State {
    /// Writes the id that is being typed. What cannot be stays in its field, with the reason under it.
    pub(super) fn write_id(&mut self) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let chosen = editing.chosen_path();
        let Some((at, typed, is_left)) = &mut editing.form.id else { return Vec::new() };
        *is_left = true;
        // An entry that was moved meanwhile has another path.
        let entry = entry_of_id(at).filter(|(list, index)| chosen == Some(FieldPath::entry(list.field(), *index)));
        let Some((list, index)) = entry else { return Vec::new() };
        let Ok(changes) = with_id(&editing.tree, list, index, typed) else { return Vec::new() };
        editing.form.id = None;
        if changes.is_empty() {
            return Vec::new();
        }
        let effects = self.edit(Edit::step(changes));
        self.show_chosen();
        effects
    }

    /// Takes back an id that is typed and not written. False where there is none.
    pub(super) fn undo_typed_id(&mut self) -> bool {
        self.editing.as_deref_mut().is_some_and(|editing| editing.form.id.take().is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::{IdFault, with_id};
    use crate::model::{List, Tree, read};

    const TEXT: &str = r#"{ "format": 1,
      "divisions": [ {"id": "d", "name": {}, "kind": "city"} ],
      "provinces": [ {"id": "p", "name": {}, "kind": "province", "personnel": [{"value": 1, "sources": ["a", "s", "s"]}]} ],
      "pairings": [ {"province": "p", "division": "d", "since": "1994", "told": {}, "sources": []} ],
      "batches": [ {"number": 1, "arrive": {"date": "1995"}, "years_sources": ["s"],
                    "figure": {"state": "worked_out", "terms": [{"value": 2, "sources": ["s", "a"]}], "also": [{"value": 3, "sources": ["s"]}]}} ],
      "photos": [ {"id": "x", "file": "x.jpg", "title": {}, "caption": {}, "alt": {}, "provinces": ["q", "p"], "sources": ["s"]} ],
      "milestones": [ {"id": "m", "date": "1994", "title": {}, "text": {}, "photo": "x", "provinces": ["p"], "sources": ["s"]} ],
      "running_order": [ {"shows": {"province": "p"}}, {"shows": {"photo": "x"}}, {"shows": {"milestone": "m"}},
                         {"shows": {"pairings": {"lit": "p"}}} ],
      "sources": [ {"id": "s", "publisher": {}, "language": "en", "hosting": "publisher", "how_read": "full"},
                   {"id": "a", "publisher": {}, "language": "en", "hosting": "publisher", "how_read": "full"} ] }"#;

    #[test]
    fn whatever_refers_to_an_entry_follows_its_new_id_and_back() {
        for (list, id, mentions) in [
            (List::Provinces, "p", 5),
            (List::Divisions, "d", 1),
            (List::Photos, "x", 2),
            (List::Milestones, "m", 1),
            (List::Sources, "s", 7),
        ] {
            let mut tree = Tree::of_text(TEXT).expect("a tree");
            let changes = with_id(&tree, list, 0, " new ").expect("it can be");
            assert_eq!(changes.len(), mentions + 1, "{list:?}: {changes:#?}");
            let inverses = tree.apply_all(&changes).expect("each fits");
            let text = tree.text().expect("text");
            read(&text).expect("it can be read");
            let compact = |text: &str| text.replace([' ', '\n'], "");
            let named = compact(&TEXT.replace(&format!("\"{id}\""), "\"new\""));
            assert_eq!(compact(&text), named, "{list:?}: nothing else has changed");
            tree.apply_all(&inverses).expect("each fits");
            assert_eq!(tree.text().expect("text"), TEXT);
        }
    }

    #[test]
    fn an_id_is_neither_empty_nor_doubled() {
        let tree = Tree::of_text(TEXT).expect("a tree");
        assert_eq!(with_id(&tree, List::Sources, 0, " \u{3000}"), Err(IdFault::Empty));
        assert_eq!(with_id(&tree, List::Sources, 0, "a "), Err(IdFault::Taken));
        assert_eq!(with_id(&tree, List::Sources, 0, "s"), Ok(Vec::new()));
        assert!(with_id(&tree, List::Sources, 0, "x").is_ok(), "another list may have it");
    }

    #[test]
    fn of_two_with_one_id_the_first_keeps_what_refers_to_it() {
        let twice = Tree::of_text(&TEXT.replace("\"id\": \"a\"", "\"id\": \"s\"")).expect("a tree");
        assert_eq!(with_id(&twice, List::Sources, 1, "b").expect("it can be").len(), 1);
        assert_eq!(with_id(&twice, List::Sources, 0, "b").expect("it can be").len(), 8);
    }
}
