//! Beside the document: checks of texts, saving, what is kept, and when problems are looked for.

use std::collections::BTreeMap;

use serde::Deserialize as _;
use serde_json::Value;

use super::update::view_of;
use super::{Chosen, Edit, Kept, Record};
use crate::model::{Change, Date, FieldPath, Lang, List, MilestoneId, Step, Tree, Words};
use crate::state::{Content, Effect, FileFormat, Saving, State, View};

impl State {
    /// Brings what is chosen into sight where its view shows one after the other.
    pub(super) fn show_chosen(&mut self) {
        let Some(editing) = self.editing.as_deref() else { return };
        let Some(value) = editing.chosen_path().and_then(|path| editing.tree.value(&path)) else { return };
        match editing.chosen {
            Some(Chosen::Entry(List::Milestones, _)) => {
                self.session.milestone = value.get("id").and_then(|id| id.as_str()).map(MilestoneId::from);
            }
            Some(Chosen::Entry(List::PairingSteps, _)) => {
                let year = value.get("year").and_then(serde_json::Value::as_u64);
                self.session.step = year.and_then(|year| u16::try_from(year).ok());
            }
            _ => {}
        }
    }

    /// Closes the pane of what the view that is gone to does not show; a stop can still be made of it.
    pub(in crate::state) fn leave_behind(&mut self, view: View) {
        let Some(editing) = self.editing.as_deref_mut().filter(|editing| !editing.preview) else { return };
        let Some(Chosen::Entry(list, _)) = editing.chosen else { return };
        if view_of(list) != Some(view) && !(list == List::Provinces && view == View::Pairings) {
            editing.leave_views();
            self.choose_entry(None);
        }
    }

    /// What was read of a text is written beside it, bound to the text.
    pub(super) fn mark_read(&mut self, at: &FieldPath, lang: Lang, reader: Option<&str>) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref() else { return Vec::new() };
        let Some(mut words) = words_at(&editing.tree, at) else { return Vec::new() };
        match reader {
            Some(reader) => words.mark_checked(lang, reader, Date::try_from(editing.today.clone()).ok()),
            None => words.unmark(lang),
        }
        reviews_change(at, &words).map_or_else(Vec::new, |change| self.edit(Edit::step(vec![change])))
    }

    pub(in crate::state) fn save_edited(&mut self, to_target: bool) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let target = editing.target.clone().filter(|_| to_target);
        editing.history.end_run();
        if self.saving.is_some() {
            return Vec::new();
        }
        let revision = editing.revision;
        self.saving = Some(Saving::Choosing);
        self.session.unplaced = Some((Content::Pack, FileFormat::Vitrine));
        vec![Effect::SaveEdited { revision, target, is_typed: false }]
    }

    /// Looks for problems a moment after the last change.
    pub(in crate::state) fn editing_tick(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        if editing.checking.is_some() || editing.check_due.is_none_or(|due| now < due) {
            return Vec::new();
        }
        editing.check_due = None;
        if editing.checked == Some(editing.revision) {
            return Vec::new();
        }
        editing.checking = Some(editing.revision);
        vec![Effect::CheckEdited(editing.revision)]
    }

    /// When time must be advanced for editing, in seconds from now.
    pub(in crate::state) fn editing_deadline(&self) -> Option<f64> {
        let editing = self.editing.as_deref()?;
        let check = editing.check_due.filter(|_| editing.checking.is_none()).map(|due| (due - self.now).max(0.0));
        // The line that says how long ago everything was kept.
        let kept = match editing.kept {
            Kept::Since(at) if self.now - at < 60.0 => Some(1.0),
            Kept::Since(_) => Some(30.0),
            Kept::Nothing | Kept::Soon | Kept::Failed(_) => None,
        };
        check.into_iter().chain(kept).min_by(f64::total_cmp)
    }

    pub(super) fn keep(&mut self, record: &Record) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let Ok(text) = serde_json::to_string(record) else { return Vec::new() };
        editing.records += 1;
        if !matches!(editing.kept, Kept::Failed(_)) {
            editing.kept = Kept::Soon;
        }
        vec![Effect::Keep(text)]
    }
}

/// The words at a path.
pub(super) fn words_at(tree: &Tree, at: &FieldPath) -> Option<Words> {
    Words::deserialize(tree.value(at)?).ok()
}

/// Writes the checks of words back to where they stand.
fn reviews_change(at: &FieldPath, words: &Words) -> Option<Change> {
    let at = at.field("reviewed");
    if words.reviewed.is_empty() {
        return Some(Change::unset(at));
    }
    serde_json::to_value(&words.reviewed).ok().map(|value| Change::set(at, value))
}

/// Before texts are changed: binds the checks of older packs to what they are of, and has checks keep what they were of.
pub(super) fn bound_checks(tree: &Tree, changes: &[Change]) -> Vec<Change> {
    let mut bound: BTreeMap<FieldPath, Words> = BTreeMap::new();
    for change in changes {
        let Change::Set { at, value, .. } = change else { continue };
        let Some((above, Step::Field(field))) = at.split_last() else { continue };
        let Some(lang) = Lang::ALL.into_iter().find(|lang| lang.code() == field) else { continue };
        // Of words that change in several languages, each check keeps what it was of.
        let words = bound.get(&above).cloned().or_else(|| words_at(tree, &above));
        let Some(mut words) = words.filter(|words| !words.reviewed.is_empty()) else { continue };
        let new = value.as_ref().and_then(Value::as_str).unwrap_or_default();
        if new.trim() == words.only(lang).trim() {
            continue;
        }
        let is_bound = words.bind_bare();
        if words.keep_read(lang) || is_bound {
            bound.insert(above, words);
        }
    }
    bound.iter().filter_map(|(at, words)| reviews_change(at, words)).collect()
}

/// Changes with what keeps the checks of the texts that they change: what is made without somebody who edits.
#[must_use]
pub fn with_checks_kept(tree: &Tree, mut changes: Vec<Change>) -> Vec<Change> {
    changes.splice(0..0, bound_checks(tree, &changes));
    changes
}
