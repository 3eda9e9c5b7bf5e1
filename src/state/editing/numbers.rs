//! Another number for a batch: stops that highlight the batch go on doing so.

use serde_json::Value;

use super::references::{id_of, renamed};
use super::{EditCommand, FormCommand};
use crate::model::{Change, FieldPath, List, Tree};
use crate::state::{Effect, State};

const BATCHES: List = List::Batches;

/// The batch whose number stands at a path.
fn batch_of(at: &FieldPath) -> Option<usize> {
    let (list, index) = at.list_entry()?;
    (list == BATCHES.field() && *at == FieldPath::entry(list, index).field("number")).then_some(index)
}

/// The changes by which what refers to a batch by a number that it had refers to it by another one. None where another batch has
/// either, since nobody knows which is meant then.
fn followed(tree: &Tree, index: usize, old: &str, new: &Value) -> Vec<Change> {
    let now = new.to_string();
    let is_unclear = now == old || is_shared(tree, index, old) || is_shared(tree, index, &now);
    if is_unclear { Vec::new() } else { renamed(tree, BATCHES, old, new) }
}

/// Whether a batch other than this one has a number.
fn is_shared(tree: &Tree, index: usize, number: &str) -> bool {
    let mut others = (0..tree.len(BATCHES.field())).filter(|other| *other != index);
    others.any(|other| id_of(tree, BATCHES, other).as_deref() == Some(number))
}

/// The changes that follow those that give batches other numbers at once, as a table does.
#[must_use]
pub fn numbers_follow(tree: &Tree, changes: &[Change]) -> Vec<Change> {
    let numbered = changes.iter().filter_map(|change| match change {
        Change::Set { at, value: Some(new), .. } => Some((batch_of(at)?, new)),
        _ => None,
    });
    let numbered: Vec<(usize, &Value)> = numbered.collect();
    let mut after = tree.clone();
    if numbered.is_empty() || after.apply_all(changes).is_err() {
        return Vec::new();
    }
    // What refers to them is found before any of them has another number: none is renamed twice.
    let follow = |(index, new): &(usize, &Value)| {
        let old = id_of(tree, BATCHES, *index)?;
        let is_unclear = is_shared(tree, *index, &old) || is_shared(&after, *index, &new.to_string());
        (!is_unclear).then(|| renamed(tree, BATCHES, &old, new))
    };
    numbered.iter().filter_map(follow).flatten().collect()
}

impl State {
    /// Notes which number a batch had before another one is typed.
    pub(super) fn note_number(&mut self, at: &FieldPath) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        let Some(index) = batch_of(at).filter(|_| editing.form.numbered.as_ref().is_none_or(|(of, _)| of != at)) else {
            return;
        };
        editing.form.numbered = id_of(&editing.tree, BATCHES, index).map(|old| (at.clone(), old));
    }

    /// Whether a command that leaves fields ends the typing of a batch's number.
    pub(super) fn leaves_number(&self, command: &EditCommand) -> bool {
        let numbered = self.editing.as_deref().and_then(|editing| editing.form.numbered.as_ref());
        let goes_on = |of| matches!(command, EditCommand::Form(FormCommand::Number(at, _)) if at == of);
        numbered.is_some_and(|(of, _)| !goes_on(of))
    }

    /// Once a number is typed, what refers to its batch follows, in the same step; not where it is taken back.
    pub(super) fn follow_number(&mut self, is_meant: bool) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let Some((at, old)) = editing.form.numbered.take() else { return Vec::new() };
        let number = batch_of(&at).zip(editing.tree.value(&at)).filter(|_| is_meant);
        let Some((index, new)) = number else { return Vec::new() };
        let changes = followed(&editing.tree, index, &old, new);
        self.amend(&changes)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::model::{Change, FieldPath};
    use crate::state::editing::tests::begun;
    use crate::state::editing::{Edit, EditCommand, FormCommand};
    use crate::state::{Action, State};

    const TEXT: &str = r#"{ "format": 1, "title": { "en": "T" },
  "batches": [ { "number": 1, "arrive": { "date": "1995" }, "figure": { "state": "not_published" } },
               { "number": 2, "arrive": { "date": "1998" }, "figure": { "state": "not_published" } } ],
  "running_order": [ { "shows": { "chart": { "lit": [1, 2] } } } ] }"#;

    fn lit(state: &State) -> serde_json::Value {
        let path: FieldPath = "running_order[0].shows.chart.lit".parse().expect("a path");
        state.editing().expect("editing").tree().value(&path).cloned().expect("a list")
    }

    fn number(index: usize) -> FieldPath {
        FieldPath::entry("batches", index).field("number")
    }

    #[test]
    fn what_highlights_a_batch_follows_the_number_that_is_typed_once_it_is_left() {
        let mut state = begun(TEXT, Vec::new());
        let before = state.editing().expect("editing").tree().text().expect("text");
        for typed in ["", "1", "12"] {
            state.update(Action::Edit(EditCommand::Form(FormCommand::Number(number(1), typed.to_owned()))));
            assert_eq!(lit(&state), json!([1, 2]), "nothing follows half a number");
        }
        state.update(Action::Edit(EditCommand::EndRun));
        assert_eq!(lit(&state), json!([1, 12]));
        state.update(Action::Edit(EditCommand::Undo));
        assert_eq!(state.editing().expect("editing").tree().text().expect("text"), before, "one step");
        state.update(Action::Edit(EditCommand::Redo));
        assert_eq!(lit(&state), json!([1, 12]));
        // A number that another one has is told, and joins nothing.
        state.update(Action::Edit(EditCommand::Form(FormCommand::Number(number(1), "1".to_owned()))));
        state.update(Action::Edit(EditCommand::EndRun));
        assert_eq!(lit(&state), json!([1, 12]));
    }

    #[test]
    fn numbers_that_are_changed_at_once_are_exchanged_without_a_mix_up() {
        let mut state = begun(&TEXT.replace("[1, 2]", "[1]"), Vec::new());
        let changes = vec![Change::set(number(0), 2), Change::set(number(1), 1)];
        state.update(Action::Edit(EditCommand::Edit(Edit::step(changes))));
        assert_eq!(lit(&state), json!([2]), "the same batch");
        state.update(Action::Edit(EditCommand::Undo));
        assert_eq!(lit(&state), json!([1]));
    }
}
