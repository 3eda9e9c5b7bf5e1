//! Reading `exhibition.json` leniently: an entry that cannot be read is left out and named; the others are shown.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Exhibition, FORMAT, Place, Problem, Trouble, locate};

/// The most entries of one list that are taken; far above any exhibition, far below what would exhaust memory.
pub const LIST_LIMIT: usize = 100_000;

/// Why nothing could be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The text is not JSON: cut off, or mistyped.
    NotJson {
        /// The line where reading stopped, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// True when the text ends too early.
        cut_off: bool,
    },
    /// The text is JSON, but no exhibition: no object, or no `format`.
    NotAnExhibition,
    /// A format version that this program does not know.
    OtherFormat {
        /// The version found.
        found: String,
    },
}

/// Reads the text of an `exhibition.json`. What could not be read is named in the problems, with its line.
///
/// # Errors
/// Only where there is nothing to show: no JSON, no exhibition, or another format version.
pub fn read(text: &str) -> Result<(Exhibition, Vec<Problem>), Unreadable> {
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| Unreadable::NotJson {
        line: e.line(),
        column: e.column(),
        cut_off: e.is_eof(),
    })?;
    let Value::Object(mut fields) = value else { return Err(Unreadable::NotAnExhibition) };
    match fields.remove("format") {
        Some(Value::Number(n)) if n.as_u64() == Some(FORMAT) => {}
        Some(other) => return Err(Unreadable::OtherFormat { found: other.to_string().chars().take(40).collect() }),
        None => return Err(Unreadable::NotAnExhibition),
    }
    let mut taker = Taker { fields, problems: Vec::new() };
    let mut exhibition = Exhibition {
        format: FORMAT,
        title: taker.one("title"),
        about: taker.list("about"),
        notes: taker.one("notes"),
        divisions: taker.list("divisions"),
        provinces: taker.list("provinces"),
        pairings: taker.list("pairings"),
        pairing_stops: taker.list("pairing_stops"),
        batches: taker.list("batches"),
        subtotals: taker.list("subtotals"),
        totals: taker.list("totals"),
        groups: taker.list("groups"),
        statements: taker.list("statements"),
        milestones: taker.list("milestones"),
        topics: taker.list("topics"),
        photos: taker.list("photos"),
        running_order: taker.list("running_order"),
        sources: taker.list("sources"),
        rest: super::Rest::new(),
    };
    exhibition.rest = taker.fields;
    let mut problems = taker.problems;
    locate(&mut problems, text);
    Ok((exhibition, problems))
}

/// The text of an `exhibition.json`, unknown fields included.
///
/// # Errors
/// None in practice: an exhibition is plain data.
pub fn write(exhibition: &Exhibition) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(exhibition)?;
    text.push('\n');
    Ok(text)
}

/// Takes known fields out of an object and keeps account of what could not be read.
struct Taker {
    fields: super::Rest,
    problems: Vec<Problem>,
}

impl Taker {
    fn one<T: DeserializeOwned + Default>(&mut self, key: &str) -> T {
        self.fields.remove(key).and_then(|value| self.read(key.to_owned(), value)).unwrap_or_default()
    }

    fn list<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        match self.fields.remove(key) {
            None => Vec::new(),
            Some(Value::Array(mut items)) => {
                if items.len() > LIST_LIMIT {
                    let trouble = Trouble::TooMany { found: items.len(), taken: LIST_LIMIT };
                    self.problems.push(Problem::new(key, trouble));
                    items.truncate(LIST_LIMIT);
                }
                let read = |(i, item)| self.read(format!("{key}[{i}]"), item);
                items.into_iter().enumerate().filter_map(read).collect()
            }
            Some(_) => {
                let why = "a list in [ ] is expected here".to_owned();
                self.problems.push(Problem::new(key, Trouble::Unreadable { why }));
                Vec::new()
            }
        }
    }

    fn read<T: DeserializeOwned>(&mut self, path: String, value: Value) -> Option<T> {
        match serde_path_to_error::deserialize(value) {
            Ok(read) => Some(read),
            Err(error) => {
                let inner = error.path().to_string();
                let path = if inner == "." { path } else { format!("{path}.{inner}") };
                let place = Place::at(path);
                self.problems.push(Problem { place, trouble: Trouble::Unreadable { why: error.inner().to_string() } });
                None
            }
        }
    }
}
