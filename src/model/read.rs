//! Lenient reading of `exhibition.json`: unreadable entries are reported, the others shown. An unreadable batch keeps its place
//! without a number of people, so that no sum bridges it.
//!
//! A first pass finds the entries ([`super::json`]); each is then read separately, so that memory is bounded by what is shown
//! and an error costs only its own entry.

mod batches;

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::json::{self, Entries, Field, Lines, Piece};
use super::shape::{self, Wrong};
use super::unread::{Unread, Whole};
use super::{
    Division, Exhibition, FORMAT, Group, Left, Location, Mistake, Problem, Province, Topic, Trouble, Why, locate,
};

/// The maximum number of entries of a list; far above any exhibition, far below what would exhaust memory.
pub const LIST_LIMIT: usize = 10_000;
/// The maximum number of values in one entry: texts, numbers, lists and what is in them.
const ENTRY_VALUES: usize = 20_000;
/// The maximum number of values in all entries.
const ALL_VALUES: usize = 1_000_000;
/// The maximum number of problems reported.
const PROBLEMS: usize = 5_000;

/// Why a file could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The text is not JSON: cut off or mistyped.
    NotJson(Box<Mistake>),
    /// The text is JSON, but not an exhibition: not an object, or without `format`.
    NotAnExhibition,
    /// A format version unknown to this program.
    OtherFormat {
        /// The version found.
        found: String,
    },
}

/// Reads the text of an `exhibition.json`. What could not be read is reported in the problems, with its line.
///
/// # Errors
/// Only if there is nothing to show: not JSON, not an exhibition, or another format version.
pub fn read(text: &str) -> Result<(Exhibition, Vec<Problem>), Unreadable> {
    let survey = json::survey(text).map_err(Unreadable::NotJson)?;
    let Some(mut fields) = survey.fields else { return Err(Unreadable::NotAnExhibition) };
    let format = fields.iter().rposition(|field| field.key == "format");
    let Some(format) = format.map(|i| fields.swap_remove(i)) else { return Err(Unreadable::NotAnExhibition) };
    let found = text.get(format.piece.span).unwrap_or_default();
    if found.parse() != Ok(FORMAT) {
        return Err(Unreadable::OtherFormat { found: found.chars().take(40).collect() });
    }
    let mut reader = Reader { text, fields, values: 0, problems: Vec::new(), unread: Vec::new() };
    let mut lines = Lines::default();
    for double in survey.duplicates {
        let place = Location { path: double.path, line: Some(lines.line(text, double.at)) };
        reader.say(Problem { place, trouble: Trouble::DoubledField { key: double.key } });
    }
    let mut exhibition = Exhibition {
        format: FORMAT,
        title: reader.one("title", "Words"),
        short_title: reader.one("short_title", "Words"),
        about: reader.list("about", "Words"),
        notes: reader.one("notes", "Notes"),
        divisions: reader.unlike("divisions", "Division", |division: &Division| division.id.as_str()),
        provinces: reader.unlike("provinces", "Province", |province: &Province| province.id.as_str()),
        pairings: reader.list("pairings", "Pairing"),
        pairing_stops: reader.list("pairing_stops", "PairingStep"),
        batches: reader.batches(),
        subtotals: reader.list("subtotals", "Subtotal"),
        totals: reader.list("totals", "Total"),
        groups: reader.unlike("groups", "Group", |group: &Group| group.id.as_str()),
        statements: reader.list("statements", "Statement"),
        milestones: reader.list("milestones", "Milestone"),
        topics: reader.unlike("topics", "Topic", |topic: &Topic| topic.id.as_str()),
        photos: reader.list("photos", "Photo"),
        running_order: reader.list("running_order", "Stop"),
        sources: reader.list("sources", "Source"),
        glossary: reader.list("glossary", "GlossaryTerm"),
        rest: super::Rest::new(),
        unread: Vec::new(),
    };
    exhibition.rest = reader.rest();
    exhibition.unread = reader.unread;
    let mut problems = reader.problems;
    locate(&mut problems, text);
    Ok((exhibition, problems))
}

/// Writes the text of an `exhibition.json`, including unknown fields, and unreadable parts unchanged.
///
/// # Errors
/// None in practice: an exhibition is plain data.
pub fn write(exhibition: &Exhibition) -> serde_json::Result<String> {
    let mut text = if exhibition.unread.is_empty() {
        serde_json::to_string_pretty(exhibition)?
    } else {
        serde_json::to_string_pretty(&Whole(exhibition))?
    };
    text.push('\n');
    Ok(text)
}

/// Takes known fields from a text and records what could not be read.
struct Reader<'t> {
    text: &'t str,
    fields: Vec<Field>,
    values: usize,
    problems: Vec<Problem>,
    unread: Vec<Unread>,
}

impl Reader<'_> {
    fn say(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// Takes a field; of several with the same name, the last.
    fn take(&mut self, key: &str) -> Option<Field> {
        let found = self.fields.iter().rposition(|field| field.key == key)?;
        let field = self.fields.remove(found);
        self.fields.retain(|field| field.key != key);
        Some(field)
    }

    fn one<T: DeserializeOwned + Default>(&mut self, key: &str, name: &str) -> T {
        let Some(field) = self.take(key) else { return T::default() };
        let read = self.read(&field.piece, name, key, Left::Field);
        if read.is_none() {
            self.keep(key, None, &field.piece);
        }
        read.unwrap_or_default()
    }

    fn list<T: DeserializeOwned>(&mut self, key: &str, name: &str) -> Vec<T> {
        self.unlike(key, name, |_| "")
    }

    /// Reads a list whose entries are referred to by id: each id once, so that what refers to it is not collected twice. An empty
    /// id counts as none.
    fn unlike<T: DeserializeOwned>(&mut self, key: &str, name: &str, id: impl Fn(&T) -> &str) -> Vec<T> {
        let mut all = Vec::new();
        let mut ids = BTreeSet::new();
        for (i, piece) in self.entries(key).into_iter().enumerate() {
            let entry: Option<T> = self.read(&piece, name, &format!("{key}[{i}]"), Left::Entry);
            let own = entry.as_ref().map(&id).unwrap_or_default().to_owned();
            let is_new = own.is_empty() || ids.insert(own.clone());
            match entry.filter(|_| is_new) {
                Some(entry) => all.push(entry),
                None => self.keep(key, Some(i), &piece),
            }
            if !is_new {
                self.say(Problem::new(format!("{key}[{i}].id"), Trouble::DuplicateId { id: own }));
            }
        }
        all
    }

    /// The entries of a list, up to the limits.
    fn entries(&mut self, key: &str) -> Vec<Piece> {
        let Some(field) = self.take(key) else { return Vec::new() };
        let Some(Entries { mut taken, found }) = field.entries else {
            // Not a list, which the schema check reports.
            let _: Option<Vec<Value>> = self.read(&field.piece, "[]", key, Left::Field);
            self.keep(key, None, &field.piece);
            return Vec::new();
        };
        let mut room = ALL_VALUES.saturating_sub(self.values);
        let fits = taken.iter().take_while(|piece| {
            let has_room = piece.values <= room;
            // An oversized entry is left out by itself, so it takes none of the budget.
            room = room.saturating_sub(if piece.values > ENTRY_VALUES { 0 } else { piece.values });
            has_room || piece.values > ENTRY_VALUES
        });
        let fits = fits.count();
        let rest = field.piece.span.start + 1..field.piece.span.end.saturating_sub(1);
        let left = taken.get(fits).map(|piece| piece.span.start).or(taken.last().map(|piece| piece.span.end));
        taken.truncate(fits);
        if taken.len() < found {
            self.say(Problem::new(key, Trouble::TooMany { found, taken: taken.len() }));
            let raw = self.text.get(left.unwrap_or(rest.start)..rest.end).unwrap_or_default();
            self.unread.extend(overlong(key, taken.len(), raw));
        }
        taken
    }

    /// Reads a piece as the schema type `name`, reporting what makes it unreadable and what else is wrong with it.
    fn read<T: DeserializeOwned>(&mut self, piece: &Piece, name: &str, path: &str, left: Left) -> Option<T> {
        if let Some(flaw) = &piece.flaw {
            let line = Lines::before(self.text, flaw.at);
            self.unreadable(Location { path: flaw.path.clone(), line: Some(line) }, flaw.why.clone(), None, left);
            return None;
        }
        if piece.values > ENTRY_VALUES {
            self.unreadable(Location::at(path), Why::TooMuch, None, left);
            return None;
        }
        let text = self.text.get(piece.span.clone()).unwrap_or_default();
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            self.unreadable(Location::at(path), Why::Unclear, None, left);
            return None;
        };
        let mut is_sound = true;
        for finding in shape::findings(&value, name, path) {
            match finding.trouble {
                Wrong::Unreadable(why, correct) => {
                    is_sound = false;
                    self.unreadable(Location::at(finding.path), why, correct, left);
                }
                Wrong::Beside(trouble) => self.say(Problem::new(finding.path, trouble)),
            }
        }
        if !is_sound {
            return None;
        }
        self.values += piece.values;
        let read = T::deserialize(value).ok();
        if read.is_none() {
            self.unreadable(Location::at(path), Why::Unclear, None, left);
        }
        read
    }

    fn unreadable(&mut self, place: Location, why: Why, correct: Option<String>, left: Left) {
        self.say(Problem { place, trouble: Trouble::Unreadable { why, correct, left } });
    }

    /// Preserves the raw text of what could not be read.
    fn keep(&mut self, field: &str, index: Option<usize>, piece: &Piece) {
        let raw = self.text.get(piece.span.clone()).unwrap_or_default();
        let id = index.and(parts(raw)).and_then(|parts| part(&parts, "id"));
        self.unread.push(Unread { field: field.to_owned(), index, id, raw: raw.to_owned(), ..Unread::default() });
    }

    /// Takes the unknown fields, and reports them.
    fn rest(&mut self) -> super::Rest {
        let mut rest = super::Rest::new();
        for field in std::mem::take(&mut self.fields) {
            let meant = super::near::nearest(&field.key, shape::outermost()).map(str::to_owned);
            self.say(Problem::new(field.key.as_str(), Trouble::UnknownField { name: field.key.clone(), meant }));
            let fits = field.piece.flaw.is_none() && field.piece.values <= ENTRY_VALUES;
            let raw = self.text.get(field.piece.span.clone()).unwrap_or_default();
            match fits.then(|| serde_json::from_str(raw)) {
                Some(Ok(value)) => drop(rest.insert(field.key, value)),
                _ => self.keep(&field.key, None, &field.piece),
            }
        }
        rest
    }
}

/// The raw text of the entries beyond the limit.
fn overlong(key: &str, taken: usize, raw: &str) -> Option<Unread> {
    let raw = raw.trim().trim_matches(',').trim();
    let raw_list = format!("[{raw}]");
    let whole = Unread { field: key.to_owned(), index: Some(taken), many: true, raw: raw_list, ..Unread::default() };
    (!raw.is_empty()).then_some(whole)
}

/// The fields of an object, unparsed.
fn parts(raw: &str) -> Option<BTreeMap<String, &RawValue>> {
    serde_json::from_str(raw).ok()
}

/// One of those fields, if it can be read.
fn part<T: DeserializeOwned>(parts: &BTreeMap<String, &RawValue>, name: &str) -> Option<T> {
    serde_json::from_str(parts.get(name)?.get()).ok()
}
