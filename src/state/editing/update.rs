//! The commands for editing.

use std::sync::Arc;

use serde_json::json;

use super::beside::bound_checks;
use super::numbers::numbers_follow;
use super::{BeginCommand, Begun, CHECK_SECS, Chosen, Edit, EditCommand, Editing, Kept, Origin, Record, Surface};
use crate::model::{Change, EntryKey, FieldPath, List, PackPlace, Tree, read};
use crate::state::{Action, Effect, Notice, Overlay, State, Subject, View};

impl State {
    /// The exhibition that is being edited.
    #[must_use]
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_deref()
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each case")]
    pub(in crate::state) fn edit_command(&mut self, command: EditCommand) -> Vec<Effect> {
        if let Some(mut effects) = self.leave_typed(&command) {
            effects.extend(self.edit_command(command));
            return effects;
        }
        let now = self.now;
        let Some(editing) = self.editing.as_deref_mut() else {
            return if let EditCommand::Begin(command) = command { self.begin_command(command) } else { Vec::new() };
        };
        match command {
            EditCommand::Begin(command) => return self.begin_command(command),
            EditCommand::Edit(edit) => return self.edit(edit),
            EditCommand::Form(command) => return self.form_command(command),
            EditCommand::Cells(command) => return self.cell_command(command),
            EditCommand::Problem(command) => self.problem_command(command),
            EditCommand::Order(command) => return self.order_command(command),
            EditCommand::Undo => {
                if !self.undo_in_cell() && !self.undo_typed_id() {
                    return self.undo(true);
                }
            }
            EditCommand::Redo => return self.undo(false),
            EditCommand::Choose(chosen) => self.choose_entry(chosen),
            EditCommand::Beside(by) => self.choose_beside(by),
            EditCommand::GoTo(path) => self.go_to_field(&path),
            EditCommand::Photos(command) => return self.photo_command(command),
            EditCommand::Check { at, lang, reader } => return self.mark_read(&at, lang, reader.as_deref()),
            EditCommand::Leave => {
                self.editing = None;
                let place = self.pack.place.clone();
                return vec![Effect::EndEditing, Effect::Open(place)];
            }
            EditCommand::GoBack(number) => {
                self.session.overlay = None;
                return vec![Effect::ReadVersion(number)];
            }
            EditCommand::VersionRead(tree) => {
                let changes = editing.tree.changes_to(&tree);
                return self.edit(Edit::step(changes));
            }
            EditCommand::Save => return self.save_edited(true),
            EditCommand::SaveAs => return self.save_edited(false),
            EditCommand::Saved(path, revision, left_out, renamed) => {
                return self.edited_saved(&path, revision, left_out, &renamed);
            }
            EditCommand::Surface(surface) => editing.go_to_surface(surface),
            EditCommand::Table(table) => (editing.surface, editing.table) = (Surface::Tables, table),
            EditCommand::Mark(key) => editing.mark(key),
            EditCommand::Unmark => editing.marked.clear(),
            EditCommand::Marking(on) => editing.choose_several(on),
            EditCommand::EndRun => {
                editing.history.end_run();
                editing.end_typing();
            }
            EditCommand::CaretPut => editing.caret = None,
            EditCommand::Checked(revision, problems) => editing.take_problems(revision, problems),
            EditCommand::Kept(count) => {
                if count >= editing.records && editing.kept != Kept::Nothing {
                    editing.kept = Kept::Since(now);
                }
            }
            EditCommand::NotKept(why) => editing.kept = Kept::Failed(why),
            EditCommand::TextsFound(found) => self.texts_found(found),
            EditCommand::Versions(versions) => editing.versions = versions,
            EditCommand::Today(today) => editing.today = today,
            EditCommand::Preview(on) => {
                // What was open in it is closed with it.
                (editing.preview, self.session.photo, self.session.sheet) = (on, None, None);
                (editing.pick, editing.typed_time) = (None, None);
            }
            EditCommand::PreviewAs(preview) => editing.preview_as = preview,
        }
        Vec::new()
    }

    fn begin_command(&mut self, command: BeginCommand) -> Vec<Effect> {
        match command {
            BeginCommand::From(Origin::AskFolder) if self.no_dialog => {
                self.session.overlay = Some(Overlay::FirstPhotographs);
            }
            BeginCommand::NoDialog => {
                (self.no_dialog, self.session.overlay) = (true, Some(Overlay::FirstPhotographs));
            }
            BeginCommand::From(origin) => {
                self.session.overlay = None;
                return vec![Effect::BeginEditing(origin, self.pack.place.clone())];
            }
            BeginCommand::Begun(begun) => return self.editing_begun(*begun),
            BeginCommand::NotBegun(path, why) => {
                let name = PackPlace::Folder(path).name();
                self.notices.push(Notice::OpenFailed(name, why), self.now);
            }
            BeginCommand::InUse(name) => self.notices.push(Notice::InUse(name), self.now),
            BeginCommand::Unfinished(found) => self.unfinished = found,
        }
        Vec::new()
    }

    fn editing_begun(&mut self, begun: Begun) -> Vec<Effect> {
        let Begun { pack, tree, files, records, target, is_older } = begun;
        let name = pack.place.name();
        let was_kept = !records.is_empty();
        let lang = self.session.lang;
        self.show(pack);
        self.notices.dismiss();
        self.session.lang = lang;
        let mut editing = Editing { entries: self.pack.entries(&tree), tree, files, target, ..Editing::default() };
        for record in records {
            // What does not fit is passed over, here as at the next start: what was written after it must not be lost with it.
            let _fits = editing.history.replay(&mut editing.tree, record).is_ok();
            editing.revision += 1;
            editing.records += 1;
        }
        if was_kept {
            editing.kept = Kept::Since(self.now);
            let notice = if is_older { Notice::ChangedElsewhere(name) } else { Notice::WorkRestored };
            self.notices.push(notice, self.now);
        }
        editing.check_due = Some(self.now);
        self.editing = Some(Box::new(editing));
        if was_kept {
            self.read_edited_again();
        }
        Vec::new()
    }

    /// Makes an edit: the exhibition shown follows it at once.
    pub(in crate::state) fn edit(&mut self, mut edit: Edit) -> Vec<Effect> {
        let now = self.now;
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let bound = bound_checks(&editing.tree, &edit.changes);
        // A number that is typed is followed once it is whole.
        let followed = if edit.run.is_none() { numbers_follow(&editing.tree, &edit.changes) } else { Vec::new() };
        edit.changes.splice(0..0, bound);
        edit.changes.extend(followed);
        let changes = edit.changes.clone();
        let mut before = editing.tree.clone();
        let Some(record) = editing.history.make(&mut editing.tree, edit, now) else { return Vec::new() };
        self.follow(&mut before, &changes);
        self.keep(&record)
    }

    pub(in crate::state) fn undo(&mut self, back: bool) -> Vec<Effect> {
        let Some(editing) = self.editing.as_deref_mut() else { return Vec::new() };
        let mut before = editing.tree.clone();
        let made = if back { editing.history.undo(&mut editing.tree) } else { editing.history.redo(&mut editing.tree) };
        let Some(made) = made else { return Vec::new() };
        // Cells that were filled from the first one on are emptied from the last one on.
        let sets = made.iter().all(|change| matches!(change, Change::Set { .. }));
        if let Some(first) = if back && sets { made.last() } else { made.first() } {
            let path = first.at().clone();
            self.follow(&mut before, &made);
            self.go_to_field(&path);
        }
        self.keep(&if back { Record::Undone { changes: made } } else { Record::Redone { changes: made } })
    }

    /// Brings what is shown up to date with changes that were made to `before`.
    pub(super) fn follow(&mut self, before: &mut Tree, changes: &[Change]) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        editing.revision += 1;
        editing.check_due = Some(self.now + CHECK_SECS);
        let pack = Arc::make_mut(&mut self.pack);
        // One step at a time, as the lists then are.
        let one_by_one = changes.len() == 1;
        let follows = changes.iter().all(|change| {
            let applied = one_by_one || before.apply(change).is_ok();
            let tree = if one_by_one { &editing.tree } else { &*before };
            applied && pack.follow(tree, change, &editing.files, &mut editing.entries)
        });
        if !follows {
            self.read_edited_again();
        }
        self.forget_unavailable(changes);
        self.settle_choices();
    }

    /// A picture that could not be shown may have another file now.
    fn forget_unavailable(&mut self, changes: &[Change]) {
        let Some(editing) = self.editing.as_deref() else { return };
        for change in changes {
            let photo = change.at().list_entry().filter(|(list, _)| *list == List::Photos.field());
            let entry = photo.and_then(|(list, index)| editing.tree.key(list, index));
            if let Some(key) = entry.and_then(|entry| editing.photo_of(entry)) {
                self.unavailable.remove(&key);
            }
        }
    }

    fn read_edited_again(&mut self) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        let read = editing.tree.text().ok().and_then(|text| read(&text).ok());
        // What is no exhibition any more (its format was removed) leaves the last one that was.
        let Some(read) = read else { return };
        Arc::make_mut(&mut self.pack).read_again(&editing.tree, read, &editing.files, &mut editing.entries);
        self.settle_choices();
    }

    /// Lets go of what is no longer there.
    pub(super) fn settle_choices(&mut self) {
        let views = self.views();
        let x = &self.pack.exhibition;
        let session = &mut self.session;
        if session.photo.is_some_and(|photo| self.pack.position(photo).is_none()) {
            session.photo = None;
        }
        if session.filter.topic.as_ref().is_some_and(|id| x.topics.iter().all(|topic| topic.id != *id)) {
            session.filter.topic = None;
        }
        if session.filter.province.as_ref().is_some_and(|id| x.province(id).is_none()) {
            session.filter.province = None;
        }
        if !views.contains(&session.view) {
            session.view = View::Photos;
        }
        if session.step.is_some_and(|year| x.pairing_stop(year).is_none()) {
            session.step = None;
        }
        if session.milestone.as_ref().is_some_and(|id| x.milestones.iter().all(|milestone| milestone.id != *id)) {
            session.milestone = None;
        }
        if let Some(editing) = self.editing.as_deref_mut() {
            if editing.chosen_path().is_none() {
                editing.chosen = None;
            }
            let tree = &editing.tree;
            editing.marked.retain(|key| tree.position(List::Photos.field(), *key).is_some());
        }
    }

    pub(super) fn choose_entry(&mut self, chosen: Option<Chosen>) {
        self.pane_to_top();
        let Some(editing) = self.editing.as_deref_mut() else { return };
        editing.clear_form();
        editing.history.end_run();
        (editing.pick, editing.typed_time) = (None, None);
        editing.chosen = chosen;
        if let Some(Chosen::Entry(List::RunningOrder, stop)) = chosen {
            editing.last_stop = Some(stop);
        }
        editing.shows_problems = false;
        editing.caret = None;
        if editing.chosen_path().is_none() {
            editing.chosen = None;
        }
        (self.session.photo, self.session.sheet) = (None, None);
        self.show_chosen();
    }

    /// Chooses the entry of a subject, if the exhibition is being edited.
    pub(in crate::state) fn edit_subject(&mut self, subject: &Subject) {
        let editing = self.editing.as_deref().filter(|editing| !editing.preview);
        if let Some(chosen) = editing.and_then(|editing| editing.entry_for(subject)) {
            self.choose_entry(Some(chosen));
        }
    }

    fn choose_beside(&mut self, by: isize) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        let Some(Chosen::Entry(list, key)) = editing.chosen else { return };
        let next = editing.tree.position(list.field(), key).and_then(|at| at.checked_add_signed(by));
        if let Some(next) = next.and_then(|next| editing.tree.key(list.field(), next)) {
            self.choose_entry(Some(Chosen::Entry(list, next)));
        }
    }

    /// Opens the view, the entry and the field of a path.
    pub(super) fn go_to_field(&mut self, path: &FieldPath) {
        let Some(editing) = self.editing.as_deref_mut() else { return };
        let entry = path.list_entry().and_then(|(field, index)| {
            let list = List::of_field(field)?;
            Some(Chosen::Entry(list, editing.tree.key(field, index)?))
        });
        let chosen = entry.or((!path.0.is_empty() && path.list_entry().is_none()).then_some(Chosen::Whole));
        if chosen.is_none() {
            return;
        }
        if editing.chosen != chosen {
            editing.clear_form();
        }
        editing.leave_problems(path);
        editing.leave_views();
        (editing.chosen, editing.caret, editing.shows_problems) = (chosen, Some(path.clone()), false);
        if let Some(Chosen::Entry(list, _)) = chosen {
            if list == List::RunningOrder {
                editing.surface = Surface::RunningOrder;
            } else if editing.surface == Surface::RunningOrder {
                editing.surface = Surface::Views;
            }
            if let Some(view) = view_of(list).filter(|view| self.views().contains(view)) {
                self.session.view = view;
            }
        }
        (self.session.photo, self.session.sheet, self.session.overlay) = (None, None, None);
        self.show_chosen();
    }

    /// What an action means while editing: whoever touches something in a view edits it.
    pub(in crate::state) fn as_edited(&self, action: Action) -> Action {
        let Some(editing) = self.editing.as_deref().filter(|editing| !editing.preview) else { return action };
        if let Some(mark) = self.marks(&action) {
            return mark;
        }
        let choose = |chosen| Action::Edit(EditCommand::Choose(Some(chosen)));
        match &action {
            Action::OpenPhoto(photo) if editing.marking => {
                editing.entry_of(*photo).map_or(action, |entry| Action::Edit(EditCommand::Mark(entry)))
            }
            Action::OpenPhoto(photo) => {
                let entry = editing.entry_of(*photo).map(|entry| Chosen::Entry(List::Photos, entry));
                entry.map_or(action, choose)
            }
            Action::Sheet(subject) => editing.entry_for(subject).map_or(action, choose),
            // The title leads to what concerns all of it.
            Action::Home => choose(Chosen::Whole),
            _ => action,
        }
    }
}

impl Editing {
    fn go_to_surface(&mut self, surface: Surface) {
        self.leave_views();
        (self.surface, self.preview) = (surface, false);
        self.chosen = None;
        self.marked.clear();
    }

    /// Marks an entry, or no longer.
    fn mark(&mut self, entry: EntryKey) {
        if !self.marked.remove(&entry) {
            self.marked.insert(entry);
        }
    }

    /// Begins or ends choosing several pictures; the one that was chosen is the first of them.
    fn choose_several(&mut self, on: bool) {
        self.marking = on;
        self.marked.clear();
        if let (true, Some(Chosen::Entry(List::Photos, chosen))) = (on, self.chosen.take()) {
            self.marked.insert(chosen);
        }
    }

    /// The entry that a source sheet would be about.
    #[must_use]
    pub fn entry_for(&self, subject: &Subject) -> Option<Chosen> {
        let (list, field, value) = match subject {
            Subject::Photo(id) => (List::Photos, "id", json!(id)),
            Subject::Batch(number) => (List::Batches, "number", json!(number)),
            Subject::Subtotal(first, _) => (List::Subtotals, "first", json!(first)),
            Subject::Total(after) => (List::Totals, "after_batch", json!(after)),
            Subject::Statement(id) => (List::Statements, "id", json!(id)),
            Subject::Milestone(id) => (List::Milestones, "id", json!(id)),
            Subject::Province(id) => (List::Provinces, "id", json!(id)),
            Subject::Step(year) => (List::PairingSteps, "year", json!(year)),
            Subject::Source(id) => (List::Sources, "id", json!(id)),
            Subject::ReportedSum | Subject::SumThrough(_) => return None,
        };
        Some(Chosen::Entry(list, self.entry_with(list, field, &value)?))
    }

    /// Goes back to the views, whose tab was touched.
    pub(in crate::state) fn go_to_views(&mut self) {
        if self.surface != Surface::Views {
            (self.surface, self.chosen, self.pick) = (Surface::Views, None, None);
        }
    }
}

/// The view in which a list's entries are seen.
#[must_use]
pub fn view_of(list: List) -> Option<View> {
    match list {
        List::Photos | List::Topics | List::Provinces => Some(View::Photos),
        List::Batches | List::Subtotals | List::Totals => Some(View::Personnel),
        List::Pairings | List::PairingSteps | List::Divisions => Some(View::Pairings),
        List::Milestones => Some(View::Timeline),
        List::About | List::Groups | List::Statements | List::Sources => Some(View::Sources),
        List::RunningOrder | List::Glossary => None,
    }
}
