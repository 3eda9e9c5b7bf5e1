//! What was changed, to be undone and redone.

use serde::{Deserialize, Serialize};

use crate::model::{Change, FieldPath, Tree, Unfit};

/// The longest pause within a run of typing that is one step, in seconds.
const RUN_SECS: f64 = 3.0;

/// Changes that are made and undone together.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// The field that is being typed in: a run of typing in one field is one step.
    pub run: Option<FieldPath>,
}

impl Edit {
    /// Changes that are a step of their own.
    #[must_use]
    pub fn step(changes: Vec<Change>) -> Self {
        Self { changes, run: None }
    }

    /// What was typed in a field; an empty text removes it.
    #[must_use]
    pub fn typed(at: FieldPath, text: &str) -> Self {
        let change = if text.is_empty() { Change::unset(at.clone()) } else { Change::set(at.clone(), text) };
        Self { changes: vec![change], run: Some(at) }
    }
}

/// What is kept on disk of an edit, so that nothing is lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// Changes were made.
    Made {
        /// The changes.
        changes: Vec<Change>,
        /// Whether they belong to the step before them.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        goes_on: bool,
    },
    /// A step was undone, by these changes.
    Undone {
        /// The changes.
        changes: Vec<Change>,
    },
    /// A step that was undone was made again, by these changes.
    Redone {
        /// The changes.
        changes: Vec<Change>,
    },
}

/// A step: what makes it, and what takes it back.
#[derive(Clone, Debug)]
struct Step {
    changes: Vec<Change>,
    inverses: Vec<Change>,
    run: Option<FieldPath>,
    /// When it last grew, in seconds.
    at: f64,
}

/// The steps behind and before the document as it stands.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// The number of steps that can be undone.
    #[must_use]
    pub fn undoable(&self) -> usize {
        self.done.len()
    }

    /// The number of steps that can be made again.
    #[must_use]
    pub fn redoable(&self) -> usize {
        self.undone.len()
    }

    /// All changes and those that take them back, the newest steps first.
    pub(super) fn changes(&self) -> impl Iterator<Item = &Change> {
        let steps = self.done.iter().rev().chain(&self.undone);
        steps.flat_map(|step| step.inverses.iter().chain(&step.changes))
    }

    /// Where the step that would be undone happened.
    #[must_use]
    pub fn last(&self) -> Option<&FieldPath> {
        Some(self.done.last()?.changes.first()?.at())
    }

    /// Where the step that would be made again happened.
    #[must_use]
    pub fn next(&self) -> Option<&FieldPath> {
        Some(self.undone.last()?.changes.first()?.at())
    }

    /// Makes an edit. `None` if it changes nothing or does not fit.
    pub(super) fn make(&mut self, tree: &mut Tree, edit: Edit, now: f64) -> Option<Record> {
        let joins = edit.run.is_some()
            && self.undone.is_empty()
            && self.done.last().is_some_and(|last| last.run == edit.run && now - last.at <= RUN_SECS);
        self.put(tree, edit, joins, now)
    }

    /// Changes what nobody asked for: it is undone with the last step, and what was undone before can still be made again. `None` if
    /// it changes nothing or does not fit.
    pub(super) fn amend(&mut self, tree: &mut Tree, changes: Vec<Change>) -> Option<Record> {
        let undone = std::mem::take(&mut self.undone);
        let joins = !self.done.is_empty();
        let made = self.put(tree, Edit { changes, run: None }, joins, 0.0);
        self.undone = undone;
        made
    }

    fn put(&mut self, tree: &mut Tree, edit: Edit, joins: bool, now: f64) -> Option<Record> {
        let before = tree.clone();
        let mut inverses = tree.apply_all(&edit.changes).ok()?;
        if *tree == before {
            return None;
        }
        self.undone.clear();
        let record = Record::Made { changes: edit.changes.clone(), goes_on: joins };
        match self.done.last_mut().filter(|_| joins) {
            Some(last) => {
                last.at = now;
                match (last.changes.last_mut(), edit.changes.as_slice()) {
                    // Typing on: the last text counts, and the first one comes back.
                    (Some(Change::Set { at, value, .. }), [Change::Set { at: same, value: new, .. }]) if at == same => {
                        value.clone_from(new);
                    }
                    _ => {
                        last.changes.extend(edit.changes);
                        inverses.append(&mut last.inverses);
                        last.inverses = inverses;
                    }
                }
            }
            None => self.done.push(Step { changes: edit.changes, inverses, run: edit.run, at: now }),
        }
        Some(record)
    }

    /// Takes back the last step, and gives the changes that did so.
    pub(super) fn undo(&mut self, tree: &mut Tree) -> Option<Vec<Change>> {
        let step = self.done.pop()?;
        let made = step.inverses.clone();
        let changes = tree.apply_all(&step.inverses).ok()?;
        self.undone.push(Step { changes, ..step });
        Some(made)
    }

    /// Makes the last step again that was undone, and gives its changes.
    pub(super) fn redo(&mut self, tree: &mut Tree) -> Option<Vec<Change>> {
        let step = self.undone.pop()?;
        let made = step.changes.clone();
        let inverses = tree.apply_all(&step.changes).ok()?;
        self.done.push(Step { inverses, run: None, ..step });
        Some(made)
    }

    /// Ends a run of typing: what is typed next is a step of its own.
    pub(super) fn end_run(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.run = None;
        }
    }

    /// Does again what was kept on disk.
    ///
    /// # Errors
    /// If it does not fit.
    pub(super) fn replay(&mut self, tree: &mut Tree, record: Record) -> Result<(), Unfit> {
        let unfit = || Unfit { at: FieldPath::default() };
        match record {
            Record::Made { changes, goes_on } => {
                let run = None;
                let joins = goes_on && !self.done.is_empty();
                tree.clone().apply_all(&changes)?;
                self.put(tree, Edit { changes, run }, joins, 0.0);
                Ok(())
            }
            // What was undone may be older than what the records start from: then it is a change like any other.
            Record::Undone { changes } if self.done.last().is_some_and(|last| last.inverses == changes) => {
                self.undo(tree).map(drop).ok_or_else(unfit)
            }
            Record::Redone { changes } if self.undone.last().is_some_and(|next| next.changes == changes) => {
                self.redo(tree).map(drop).ok_or_else(unfit)
            }
            Record::Undone { changes } | Record::Redone { changes } => {
                tree.clone().apply_all(&changes)?;
                self.put(tree, Edit { changes, run: None }, false, 0.0);
                Ok(())
            }
        }
    }
}
