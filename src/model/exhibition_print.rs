//! The fingerprint of an exhibition: one code for everything of it that a visitor could see.
//!
//! In it: every text in every language, every figure, date, link and order, and the bytes of every picture. Not in it: who has
//! checked a text, the names of files, the sizes that follow from the files, how `exhibition.json` is spaced, and the order of its
//! fields. So a folder and an archive of the same files have the same one, and a check that is noted later changes nothing.

use std::fmt;

use blake2::{Blake2b512, Digest as _};
use serde_json::Value;

use super::{Exhibition, Lang};

/// The bytes of a fingerprint: as many as nobody can search through.
const BYTES: usize = 20;
/// Digits and capital letters without those that are taken for others: I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The letters of a group, and the groups of a line.
const GROUP: usize = 4;
const LINE: usize = 20;

/// The fingerprint of an exhibition, written as eight groups of four letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExhibitionPrint([u8; BYTES]);

/// The fingerprint of a picture's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PicturePrint([u8; BYTES]);

impl PicturePrint {
    /// That of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = Blake2b512::new();
        hash.update(bytes);
        Self(shortened(hash))
    }
}

impl ExhibitionPrint {
    /// That of an exhibition as it is written, whose pictures have these fingerprints by the names of their files; one that cannot
    /// be read has none.
    #[must_use]
    pub fn of(document: &Exhibition, picture: &dyn Fn(&str) -> Option<PicturePrint>) -> Self {
        let mut hash = Blake2b512::new();
        // What is plain data can always be written.
        let value = serde_json::to_value(document).unwrap_or_default();
        Writer { hash: &mut hash, picture }.value(&value);
        Self(shortened(hash))
    }

    /// The letters in two lines, for comparing by eye.
    #[must_use]
    pub fn lines(self) -> [String; 2] {
        let text = self.to_string();
        let (first, second) = text.split_at(text.len().min(LINE));
        [first.trim_end().to_owned(), second.to_owned()]
    }
}

impl fmt::Display for ExhibitionPrint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut written = 0;
        for five in self.0.chunks(5) {
            let bits = five.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
            for at in (0..8).rev() {
                if written > 0 && written % GROUP == 0 {
                    f.write_str(" ")?;
                }
                let letter = usize::try_from((bits >> (5 * at)) & 31).unwrap_or_default();
                write!(f, "{}", char::from(LETTERS[letter]))?;
                written += 1;
            }
        }
        Ok(())
    }
}

fn shortened(hash: Blake2b512) -> [u8; BYTES] {
    let mut short = [0; BYTES];
    short.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    short
}

/// Writes a value so that two values are written alike only if they say the same.
struct Writer<'w> {
    hash: &'w mut Blake2b512,
    picture: &'w dyn Fn(&str) -> Option<PicturePrint>,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.hash.update(b"n"),
            Value::Bool(is) => self.hash.update(if *is { b"t" } else { b"f" }),
            Value::Number(number) => {
                self.hash.update(b"d");
                self.text(&number.as_f64().map_or_else(|| number.to_string(), |number| number.to_string()));
            }
            Value::String(text) => {
                self.hash.update(b"s");
                self.text(text);
            }
            Value::Array(all) => {
                self.hash.update(b"[");
                for value in all {
                    self.value(value);
                }
                self.hash.update(b"]");
            }
            Value::Object(fields) => {
                self.hash.update(b"{");
                let is_words = Lang::ALL.iter().any(|lang| fields.contains_key(lang.code()));
                let is_picture = fields.contains_key("file") && fields.contains_key("alt");
                let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
                fields.sort_by_key(|(name, _)| *name);
                for (name, value) in fields {
                    let is_left_out =
                        is_nothing(value) || (is_words && name == "reviewed") || (is_picture && name == "size");
                    if is_left_out {
                        continue;
                    }
                    self.text(name);
                    match value {
                        Value::String(file) if is_picture && name == "file" => self.file(file),
                        value => self.value(value),
                    }
                }
                self.hash.update(b"}");
            }
        }
    }

    fn file(&mut self, file: &str) {
        match (self.picture)(file) {
            Some(PicturePrint(print)) => {
                self.hash.update(b"p");
                self.hash.update(print);
            }
            None => self.hash.update(b"-"),
        }
    }

    fn text(&mut self, text: &str) {
        self.hash.update((text.len() as u64).to_le_bytes());
        self.hash.update(text);
    }
}

/// What says as much as a field that is left out.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Object(fields) => fields.values().all(is_nothing),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{ExhibitionPrint, PicturePrint};
    use crate::model::{Exhibition, Lang, read};

    fn exhibition() -> Value {
        let photo = |id: &str, file: &str| {
            json!({ "id": id, "file": file, "title": { "en": "T", "zh": "题" }, "caption": { "en": "C", "bo": "ཀ" },
                "alt": { "en": "A" }, "sources": ["s"], "stand_in": { "file": "drawn.png", "alt": { "en": "D" } } })
        };
        json!({ "format": 1, "title": { "en": "Title", "zh": "标题", "bo": "མགོ" }, "about": [ { "en": "one" }, { "en": "two" } ],
            "photos": [photo("a", "a.jpg"), photo("b", "b.jpg")],
            "sources": [ { "id": "s", "publisher": { "en": "P" }, "language": "en", "hosting": "publisher", "how_read": "full" } ],
            "batches": [ { "number": 1, "arrive": { "date": "1995" },
                "figure": { "state": "reported", "value": 622, "precision": "exact", "sources": ["s"] } } ],
            "running_order": [ { "shows": { "photo": "a" }, "notes": { "en": "say it" } } ] })
    }

    fn print(document: &Value) -> ExhibitionPrint {
        print_with(document, &|name| Some(PicturePrint::of(name.rsplit('/').next().unwrap_or(name).as_bytes())))
    }

    fn print_with(document: &Value, picture: &dyn Fn(&str) -> Option<PicturePrint>) -> ExhibitionPrint {
        let (exhibition, ..) = read(&document.to_string()).expect("an exhibition");
        ExhibitionPrint::of(&exhibition, picture)
    }

    /// The places of all texts, numbers and lists with several entries.
    fn places(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found));
            }
            Value::Array(all) => {
                if all.len() > 1 {
                    found.push(at.to_owned());
                }
                all.iter().enumerate().for_each(|(i, value)| places(value, &format!("{at}/{i}"), found));
            }
            Value::String(_) | Value::Number(_)
                if Lang::ALL.iter().any(|l| at.ends_with(l.code())) || at.ends_with("value") =>
            {
                found.push(at.to_owned());
            }
            _ => {}
        }
    }

    fn change(value: &mut Value, by: &str) {
        match value {
            Value::String(text) => text.push_str(by),
            Value::Number(number) => *value = json!(number.as_f64().unwrap_or_default() + 1.0),
            Value::Array(all) => all.reverse(),
            _ => {}
        }
    }

    #[test]
    fn it_is_eight_groups_of_four_letters() {
        let print = print(&exhibition());
        let text = print.to_string();
        assert_eq!(text.len(), 39);
        assert!(text.split(' ').all(|group| group.len() == 4), "{text}");
        assert!(!text.contains(['I', 'L', 'O', 'U']), "{text}");
        assert_eq!(print.lines().join(" "), text);
        assert_ne!(ExhibitionPrint::of(&Exhibition::default(), &|_| None), print);
    }

    proptest! {
        /// Any text in any language, any figure, any order.
        #[test]
        fn every_change_of_what_is_seen_changes_it(pick in any::<prop::sample::Index>(), by in "[a-z字ཀ ]{1,8}") {
            let before = exhibition();
            let mut all = Vec::new();
            places(&before, "", &mut all);
            let at = &all[pick.index(all.len())];
            let mut after = before.clone();
            change(after.pointer_mut(at).expect("there"), &by);
            prop_assert_ne!(print(&before), print(&after), "{}", at);
        }

        #[test]
        fn every_picture_counts_by_its_bytes(which in 0..3_usize, bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let names = ["a.jpg", "b.jpg", "drawn.png"];
            let other = |name: &str| {
                let is_it = name == names[which];
                Some(PicturePrint::of(if is_it { &bytes } else { name.as_bytes() }))
            };
            prop_assert_ne!(print(&exhibition()), print_with(&exhibition(), &other));
            let gone = |name: &str| (name != names[which]).then(|| PicturePrint::of(name.as_bytes()));
            prop_assert_ne!(print(&exhibition()), print_with(&exhibition(), &gone));
        }

        /// Spaces between fields, their order, names of files, sizes, checks and empty fields.
        #[test]
        fn nothing_else_changes_it(folder in "[a-z]{1,6}", reader in "[a-z ]{1,9}", width in 1..9000_u32, reversed in any::<bool>()) {
            let mut after = exhibition();
            for photo in after["photos"].as_array_mut().expect("photos") {
                photo["file"] = json!(format!("{folder}/{}", photo["file"].as_str().expect("a name")));
                photo["size"] = json!([width, 100]);
                photo["caption"]["reviewed"] = json!([{ "lang": "bo", "reader": reader, "date": "2026-01-02" }]);
                photo["credit"] = json!({ "en": "" });
            }
            if reversed {
                let fields: Vec<_> = after.as_object().expect("fields").clone().into_iter().rev().collect();
                after = Value::Object(fields.into_iter().collect());
            }
            prop_assert_eq!(print(&exhibition()), print(&after));
        }
    }
}
