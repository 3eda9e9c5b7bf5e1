//! One pass over a text that stores only the positions of its pieces.

use std::collections::HashSet;
use std::ops::Range;

use super::cursor::Cursor;
use super::token::{Text, number, string};
use super::{Mistake, Slip, guess};
use crate::model::{LIST_LIMIT, Why};

/// The maximum nesting in an entry; more than any needs, less than what a reader can follow.
const DEEP: usize = 120;
/// The maximum nesting in the whole text.
const DEEPEST: usize = 10_000;
/// The number of names of an object up to which they are compared one by one, before a set is used.
const FEW: usize = 24;
/// The maximum number of names compared in an object.
const NAMES: usize = 10_000;
/// The maximum number of duplicate names reported.
const DOUBLED: usize = 500;

/// The pieces of a text.
#[derive(Debug, Default)]
pub struct Survey {
    /// The fields of the outermost object; `None` if the text is something else.
    pub fields: Option<Vec<Field>>,
    /// Names that occur twice in one object, in the order of the text.
    pub duplicates: Vec<Duplicate>,
}

/// A field of the outermost object.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub key: String,
    /// Its value.
    pub piece: Piece,
    /// Its entries, if it is a list.
    pub entries: Option<Entries>,
}

/// The entries of a list.
#[derive(Debug, Default)]
pub struct Entries {
    /// The first [`LIST_LIMIT`] of them.
    pub taken: Vec<Piece>,
    /// The total number.
    pub found: usize,
}

/// A value that is read separately.
#[derive(Debug)]
pub struct Piece {
    /// Its byte range.
    pub span: Range<usize>,
    /// The number of values in it.
    pub values: usize,
    /// What in it cannot be read although it is JSON.
    pub flaw: Option<Flaw>,
}

/// Something that is JSON but cannot be read.
#[derive(Debug)]
pub struct Flaw {
    /// The path from the outermost object.
    pub path: String,
    /// The byte offset.
    pub at: usize,
    /// The reason.
    pub why: Why,
}

/// A name that occurs twice in one object.
#[derive(Debug)]
pub struct Duplicate {
    /// The path.
    pub path: String,
    /// The name.
    pub key: String,
    /// The byte offset of the second occurrence.
    pub at: usize,
}

/// Finds the pieces of a text.
///
/// # Errors
/// Returns the first slip if the text is not JSON.
pub fn survey(text: &str) -> Result<Survey, Box<Mistake>> {
    let mut walk = Walk::new(text);
    walk.all()?;
    Ok(walk.survey)
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A value.
    Value,
    /// The first entry of a list, or its end.
    FirstItem,
    /// An entry of a list, after a comma.
    Item,
    /// The first name of an object, or its end.
    FirstKey,
    /// A name, after a comma.
    Key,
    /// A comma, or the end of the object or list.
    Comma,
    /// Nothing.
    Nothing,
}

/// An open bracket.
pub(super) struct Frame<'t> {
    /// Its byte offset.
    pub open: usize,
    /// Whether it opens a list.
    pub list: bool,
    /// The number of entries read.
    pub index: usize,
    /// The name of the current field.
    pub key: &'t str,
    first_name: usize,
    many: HashSet<&'t str>,
}

/// The pass.
pub(super) struct Walk<'t> {
    pub cursor: Cursor<'t>,
    pub frames: Vec<Frame<'t>>,
    /// The last value or bracket, after which a missing comma is reported.
    pub last: Range<usize>,
    names: Vec<&'t str>,
    values: usize,
    field: Begun,
    entry: Begun,
    entries: Option<Entries>,
    survey: Survey,
}

/// A piece whose end has not been reached.
#[derive(Default)]
struct Begun {
    at: usize,
    values: usize,
    flaw: Option<Flaw>,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self {
            cursor: Cursor { text, at },
            frames: Vec::new(),
            last: 0..0,
            names: Vec::new(),
            values: 0,
            field: Begun::default(),
            entry: Begun::default(),
            entries: None,
            survey: Survey::default(),
        }
    }

    fn all(&mut self) -> Result<(), Box<Mistake>> {
        let mut next = Next::Value;
        loop {
            self.cursor.space();
            let Some(byte) = self.cursor.byte() else {
                return if next == Next::Nothing { Ok(()) } else { Err(guess::end(self, next)) };
            };
            next = match (next, byte) {
                (Next::Value | Next::Item | Next::FirstItem, b'{' | b'[') => self.open(byte == b'[')?,
                (Next::Value | Next::Item | Next::FirstItem, b'"') => {
                    self.begin();
                    let text = string(&mut self.cursor)?;
                    self.halved(&text);
                    self.done(text.inner.start - 1)
                }
                (Next::Value | Next::Item | Next::FirstItem, b'-' | b'0'..=b'9') => {
                    self.begin();
                    let from = self.cursor.at;
                    if number(&mut self.cursor)? {
                        self.flaw(from, Why::TooLarge);
                    }
                    self.done(from)
                }
                (Next::Value | Next::Item | Next::FirstItem, b't' | b'f' | b'n') => self.word(next)?,
                (Next::FirstItem, b']') | (Next::FirstKey, b'}') => self.close(),
                (Next::FirstKey | Next::Key, b'"') => self.name()?,
                (Next::Comma, b',') => {
                    self.last = self.cursor.at..self.cursor.at + 1;
                    self.cursor.at += 1;
                    if self.is_list() { Next::Item } else { Next::Key }
                }
                (Next::Comma, b']' | b'}') if self.is_list() == (byte == b']') => self.close(),
                _ => return Err(guess::here(self, next)),
            };
        }
    }

    pub fn is_list(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.list)
    }

    fn word(&mut self, next: Next) -> Result<Next, Box<Mistake>> {
        self.begin();
        let from = self.cursor.at;
        let rest = self.cursor.rest();
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if !matches!(&rest[..length], "true" | "false" | "null") {
            return Err(guess::here(self, next));
        }
        self.cursor.at += length;
        Ok(self.done(from))
    }

    fn name(&mut self) -> Result<Next, Box<Mistake>> {
        let at = self.cursor.at;
        let text = string(&mut self.cursor)?;
        let key = &self.cursor.text[text.inner.clone()];
        self.last = at..self.cursor.at;
        self.doubled(key, at);
        if let Some(frame) = self.frames.last_mut() {
            frame.key = key;
        }
        self.halved(&text);
        self.cursor.space();
        if self.cursor.byte() != Some(b':') {
            return Err(guess::colon(self, key));
        }
        self.cursor.at += 1;
        Ok(Next::Value)
    }

    /// Records a name, as a duplicate if this object already has it.
    fn doubled(&mut self, key: &'t str, at: usize) {
        let Some(frame) = self.frames.last_mut() else { return };
        let here = self.names.len() - frame.first_name;
        let is_double = if here < FEW {
            self.names[frame.first_name..].contains(&key)
        } else if here < NAMES {
            if frame.many.is_empty() {
                frame.many.extend(&self.names[frame.first_name..]);
            }
            !frame.many.insert(key)
        } else {
            return;
        };
        if !is_double {
            self.names.push(key);
        } else if self.survey.duplicates.len() < DOUBLED {
            frame.key = key;
            let path = self.path();
            self.survey.duplicates.push(Duplicate { path, key: key.to_owned(), at });
        }
    }

    fn open(&mut self, list: bool) -> Result<Next, Box<Mistake>> {
        self.begin();
        let open = self.cursor.at;
        if self.frames.len() >= DEEPEST {
            return Err(self.cursor.mistake(open, Slip::TooDeep, None));
        }
        if self.frames.len() == 1 && list {
            self.entries = Some(Entries::default());
        }
        if self.frames.len() > DEEP {
            self.flaw(open, Why::TooDeep);
        }
        let first_name = self.names.len();
        self.frames.push(Frame { open, list, index: 0, key: "", first_name, many: HashSet::new() });
        if self.frames.len() == 1 && !list {
            self.survey.fields = Some(Vec::new());
        }
        self.last = open..open + 1;
        self.cursor.at += 1;
        Ok(if list { Next::FirstItem } else { Next::FirstKey })
    }

    fn close(&mut self) -> Next {
        let at = self.cursor.at;
        self.cursor.at += 1;
        if let Some(frame) = self.frames.pop() {
            self.names.truncate(frame.first_name);
        }
        self.done(at)
    }

    /// Begins a value here.
    fn begin(&mut self) {
        let begun = Begun { at: self.cursor.at, values: self.values, flaw: None };
        match self.frames.len() {
            1 => {
                // A flaw in the field's name is a flaw of the field.
                let flaw = self.field.flaw.take();
                self.field = Begun { flaw, ..begun };
                self.entries = None;
            }
            2 if self.entries.is_some() => self.entry = begun,
            _ => {}
        }
        self.values += 1;
    }

    /// Ends the value that began at `from`.
    fn done(&mut self, from: usize) -> Next {
        self.last = from..self.cursor.at;
        let ended = |begun: &mut Begun, end: usize, values: usize| Piece {
            span: begun.at..end,
            values: values - begun.values,
            flaw: begun.flaw.take(),
        };
        match (self.frames.len(), &mut self.entries) {
            (0, _) => return Next::Nothing,
            (2, Some(entries)) => {
                let piece = ended(&mut self.entry, self.cursor.at, self.values);
                entries.found += 1;
                if entries.taken.len() < LIST_LIMIT {
                    entries.taken.push(piece);
                }
            }
            (1, _) => {
                let piece = ended(&mut self.field, self.cursor.at, self.values);
                let key = self.frames[0].key;
                let entries = self.entries.take();
                if let Some(fields) = self.survey.fields.as_mut().filter(|fields| fields.len() < NAMES) {
                    fields.push(Field { key: key.to_owned(), piece, entries });
                }
            }
            _ => {}
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.index += 1;
        }
        Next::Comma
    }

    fn halved(&mut self, text: &Text) {
        if text.halved {
            self.flaw(text.inner.start, Why::HalfCharacter);
        }
    }

    /// Records a flaw in this entry, or in this field if it is not a list.
    fn flaw(&mut self, at: usize, why: Why) {
        let is_entry = self.frames.len() >= 2 && self.entries.is_some();
        let begun = if is_entry { &self.entry } else { &self.field };
        if begun.flaw.is_none() {
            let flaw = Some(Flaw { path: self.path(), at, why });
            if is_entry { self.entry.flaw = flaw } else { self.field.flaw = flaw }
        }
    }

    /// The path of the current value.
    fn path(&self) -> String {
        use std::fmt::Write as _;
        let mut path = String::new();
        for frame in self.frames.iter().take(DEEP) {
            if frame.list {
                let _ = write!(path, "[{}]", frame.index);
            } else {
                path.push_str(if path.is_empty() { "" } else { "." });
                path.push_str(frame.key);
            }
        }
        path
    }
}
