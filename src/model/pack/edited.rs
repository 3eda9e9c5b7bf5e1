//! A pack that follows the changes of its document.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Held, Pack, Shown};
use crate::model::shape::{self, Wrong};
use crate::model::{Change, EntryKey, Exhibition, FieldPath, Gaps, Photo, PhotoKey, PhotoKind, Problem, Step, Tree};

/// What an edited pack must know of its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackFiles {
    /// The names of the files in the pack.
    pub names: BTreeSet<String>,
    /// The names of files as their folder lists them, by the names as written, where the two differ.
    pub listed: BTreeMap<String, String>,
}

impl PackFiles {
    fn settle(&self, photo: &mut Photo) {
        let stand_in = photo.stand_in.as_mut().map(|stand_in| &mut stand_in.file);
        for file in [&mut photo.file].into_iter().chain(stand_in) {
            if let Some(listed) = self.listed.get(file) {
                file.clone_from(listed);
            }
        }
    }
}

/// Which picture an entry of the document is.
pub type PhotoEntries = BTreeMap<EntryKey, PhotoKey>;

/// A change within a list of entries.
enum InList {
    Within(usize),
    Insert(usize),
    Remove(usize),
    Move(usize, usize),
}

impl Pack {
    /// Follows a change that a tree has just made, without reading anything else. Returns `false` if all of it must be read
    /// again; then nothing has changed.
    pub fn follow(&mut self, tree: &Tree, change: &Change, files: &PackFiles, entries: &mut PhotoEntries) -> bool {
        let outermost = change.at().outermost();
        if self.document().unread.iter().any(|unread| unread.field == outermost) {
            return false;
        }
        if outermost == "photos" {
            return self.follow_photos(tree, change, files, entries);
        }
        let mut both = [self.document.as_mut().map(std::sync::Arc::make_mut), Some(&mut self.exhibition)];
        both.iter_mut().flatten().all(|x| x.follow(tree, change))
    }

    fn follow_photos(&mut self, tree: &Tree, change: &Change, files: &PackFiles, entries: &mut PhotoEntries) -> bool {
        let Some(step) = in_list(change) else { return false };
        let read = |index| {
            let mut photo: Photo = sound(tree.entry("photos", index)?, "Photo", "photos")?;
            files.settle(&mut photo);
            Some(photo)
        };
        let count = self.keys.len();
        match step {
            InList::Within(index) | InList::Insert(index) => {
                let (Some(photo), Some(entry)) = (read(index), tree.key("photos", index)) else { return false };
                let is_new = matches!(step, InList::Insert(_));
                if index >= count + usize::from(is_new) {
                    return false;
                }
                let shown = shown(&photo, |name| files.names.contains(name));
                let key = if is_new { self.place(entries.get(&entry).copied()) } else { self.keys[index] };
                self.show_file(key, shown);
                entries.insert(entry, key);
                if is_new {
                    self.keys.insert(index, key);
                }
                for x in self.both() {
                    if is_new { x.photos.insert(index, photo.clone()) } else { x.photos[index] = photo.clone() }
                }
            }
            InList::Remove(index) if index < count => {
                let key = self.keys.remove(index);
                self.held[key.0 as usize].at = None;
                self.both().for_each(|x| drop(x.photos.remove(index)));
            }
            InList::Move(from, to) if from.max(to) < count => {
                let key = self.keys.remove(from);
                self.keys.insert(to, key);
                for x in self.both() {
                    let photo = x.photos.remove(from);
                    x.photos.insert(to, photo);
                }
            }
            InList::Remove(_) | InList::Move(..) => return false,
        }
        if !matches!(step, InList::Within(_)) {
            self.number();
        }
        if let InList::Within(index) | InList::Insert(index) = step {
            self.join(self.keys[index]);
        }
        true
    }

    /// Takes in a document that was read again: of `entries`, those that are still in it keep all that is known of them.
    pub fn read_again(
        &mut self,
        tree: &Tree,
        (mut document, problems): (Exhibition, Vec<Problem>),
        files: &PackFiles,
        entries: &mut PhotoEntries,
    ) {
        document.photos.iter_mut().for_each(|photo| files.settle(photo));
        let gaps = Gaps::of(&document);
        self.held.iter_mut().for_each(|held| held.at = None);
        let mut keys = Vec::with_capacity(document.photos.len());
        for (at, photo) in document.photos.iter().enumerate() {
            let entry = tree.key("photos", gaps.index("photos", at));
            let known = entry.and_then(|entry| entries.get(&entry)).copied();
            let key = self.place(known);
            let held = &mut self.held[key.0 as usize];
            held.at = Some(at);
            self.show_file(key, shown(photo, |name| files.names.contains(name)));
            if let Some(entry) = entry {
                entries.insert(entry, key);
            }
            keys.push(key);
        }
        self.keys = keys;
        self.problems = problems;
        self.document = Some(std::sync::Arc::new(document.clone()));
        self.exhibition = document;
        for key in self.keys.clone() {
            self.join(key);
        }
    }

    /// The pictures of the entries of a tree that was made of this pack's document.
    #[must_use]
    pub fn entries(&self, tree: &Tree) -> PhotoEntries {
        let gaps = Gaps::of(self.document());
        let entry = |(at, key): (usize, &PhotoKey)| Some((tree.key("photos", gaps.index("photos", at))?, *key));
        self.keys.iter().enumerate().filter_map(entry).collect()
    }

    /// The document and what is shown; the first only where it differs.
    fn both(&mut self) -> impl Iterator<Item = &mut Exhibition> {
        self.document.as_mut().map(std::sync::Arc::make_mut).into_iter().chain([&mut self.exhibition])
    }

    /// The key of a picture that is not in the list now: its own, if it was there before.
    #[expect(clippy::single_match_else, reason = "either is as likely")]
    fn place(&mut self, known: Option<PhotoKey>) -> PhotoKey {
        match known.filter(|key| self.held.get(key.0 as usize).is_some_and(|held| held.at.is_none())) {
            Some(key) => key,
            None => {
                let shown = Shown { file: None, kind: PhotoKind::default(), stands_in: false };
                self.held.push(Held { at: None, shown, probed: None });
                PhotoKey(u32::try_from(self.held.len() - 1).unwrap_or(u32::MAX - 1))
            }
        }
    }

    /// What is shown for a picture; of another file, nothing is known that was read of the one before.
    fn show_file(&mut self, key: PhotoKey, shown: Shown) {
        let held = &mut self.held[key.0 as usize];
        if held.shown.file.is_some() && held.shown.file != shown.file {
            held.probed = None;
        }
        held.shown = shown;
    }

    fn number(&mut self) {
        for (at, key) in self.keys.iter().enumerate() {
            self.held[key.0 as usize].at = Some(at);
        }
    }
}

/// What is shown for an entry, with these files.
pub(super) fn shown(photo: &Photo, there: impl Fn(&str) -> bool) -> Shown {
    match &photo.stand_in {
        _ if there(&photo.file) => Shown { file: Some(photo.file.clone()), kind: photo.kind, stands_in: false },
        Some(stand_in) => Shown {
            file: there(&stand_in.file).then(|| stand_in.file.clone()),
            kind: PhotoKind::Illustration,
            stands_in: true,
        },
        None => Shown { file: None, kind: photo.kind, stands_in: false },
    }
}

impl Exhibition {
    /// Follows a change outside the pictures; `false` if all must be read again.
    fn follow(&mut self, tree: &Tree, change: &Change) -> bool {
        let at = change.at();
        let within_id = matches!(at.0.as_slice(), [_, Step::Index(_), Step::Field(name), ..] if name == "id");
        let whole_entry = at.0.len() < 3;
        match at.outermost() {
            "title" => one(&mut self.title, tree, "title", "Words"),
            "short_title" => one(&mut self.short_title, tree, "short_title", "Words"),
            "notes" => one(&mut self.notes, tree, "notes", "Notes"),
            // Ids of these must differ, which only a reading of all tells.
            "divisions" | "provinces" | "groups" | "topics" if within_id || whole_entry => false,
            "divisions" => list(&mut self.divisions, tree, change, "Division"),
            "provinces" => list(&mut self.provinces, tree, change, "Province"),
            "groups" => list(&mut self.groups, tree, change, "Group"),
            "topics" => list(&mut self.topics, tree, change, "Topic"),
            "about" => list(&mut self.about, tree, change, "Words"),
            "pairings" => list(&mut self.pairings, tree, change, "Pairing"),
            "pairing_stops" => list(&mut self.pairing_stops, tree, change, "PairingStep"),
            "batches" => list(&mut self.batches, tree, change, "Batch"),
            "subtotals" => list(&mut self.subtotals, tree, change, "Subtotal"),
            "totals" => list(&mut self.totals, tree, change, "Total"),
            "statements" => list(&mut self.statements, tree, change, "Statement"),
            "milestones" => list(&mut self.milestones, tree, change, "Milestone"),
            "running_order" => list(&mut self.running_order, tree, change, "Stop"),
            "sources" => list(&mut self.sources, tree, change, "Source"),
            "glossary" => list(&mut self.glossary, tree, change, "GlossaryTerm"),
            _ => false,
        }
    }
}

fn one<T: DeserializeOwned + Default>(into: &mut T, tree: &Tree, field: &str, name: &str) -> bool {
    let read = match tree.value(&FieldPath::of(field)) {
        None => Some(T::default()),
        Some(value) => sound(value, name, field),
    };
    read.map(|read| *into = read).is_some()
}

fn list<T: DeserializeOwned>(all: &mut Vec<T>, tree: &Tree, change: &Change, name: &str) -> bool {
    let field = change.at().outermost();
    let read = |index| sound(tree.entry(field, index)?, name, field);
    let Some(step) = in_list(change) else { return false };
    let count = all.len();
    match step {
        InList::Within(index) if index < count => read(index).map(|entry| all[index] = entry).is_some(),
        InList::Insert(index) if index <= count => read(index).map(|entry| all.insert(index, entry)).is_some(),
        InList::Remove(index) if index < count => {
            all.remove(index);
            true
        }
        InList::Move(from, to) if from.max(to) < count => {
            let entry = all.remove(from);
            all.insert(to, entry);
            true
        }
        _ => false,
    }
}

/// What a change does to the outermost list that it is in; `None` if it replaces the list, or is in none.
fn in_list(change: &Change) -> Option<InList> {
    let (_, index) = change.at().list_entry()?;
    let is_entry = change.at().0.len() == 2;
    Some(match change {
        Change::Insert { .. } if is_entry => InList::Insert(index),
        Change::Remove { .. } if is_entry => InList::Remove(index),
        Change::Move { to, .. } if is_entry => InList::Move(index, *to),
        Change::Set { .. } | Change::Insert { .. } | Change::Remove { .. } | Change::Move { .. } => {
            InList::Within(index)
        }
    })
}

/// A value as this type of the schema; `None` if anything in it cannot be read.
fn sound<T: DeserializeOwned>(value: &Value, name: &str, field: &str) -> Option<T> {
    let path = format!("{field}[0]");
    let findings = shape::findings(value, name, if matches!(name, "Notes") { field } else { &path });
    let is_sound = findings.iter().all(|finding| !matches!(finding.trouble, Wrong::Unreadable(..)));
    if is_sound { T::deserialize(value).ok() } else { None }
}
