//! The answers that a page has saved: as a file of its own, within a text such as an e-mail, or in the page itself.
//!
//! What a browser wrote is JSON, and may have been made by anybody: its size, depth and entries are bounded while it is read, and a
//! field of a wrong kind spoils its own answer alone.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::answers::{Answer, Cell, Read};
use super::page::NAME;
use super::workbook::{Answers, Unread};
use super::{ANSWERS, FORMAT, MARK};
use crate::model::Date;

/// The most answers: more than any exhibition has texts.
const MOST_ANSWERS: usize = 100_000;
/// The most bytes of all their texts.
const MOST_TEXT: usize = 32 << 20;
/// What an error says that is no mistake of the JSON.
const TOO_MUCH: &str = "too much";

/// Reads the answers from a text; `None` if there is no mark of them in it.
pub fn read(bytes: &[u8]) -> Option<Result<Answers, Unread>> {
    let finds = |what: &str| memchr::memmem::find(bytes, what.as_bytes());
    if let Some(at) = finds(ANSWERS) {
        let inside = bytes.get(at + ANSWERS.len()..).unwrap_or_default();
        let end = memchr::memmem::find(inside, b"</script").unwrap_or(inside.len());
        let inside = inside.get(..end).unwrap_or_default();
        return Some(if inside.trim_ascii().is_empty() { Err(Unread::NoAnswers) } else { parsed(inside) });
    }
    let begin = format!("{{\"{MARK}\":");
    finds(&begin).map(|at| parsed(bytes.get(at..).unwrap_or_default()))
}

/// Reads one value of JSON; what stands after it is of an e-mail.
fn parsed(json: &[u8]) -> Result<Answers, Unread> {
    let mut from = serde_json::Deserializer::from_slice(json);
    let file = File::deserialize(&mut from).map_err(|why| {
        // Its depth is bounded by the library.
        let is_large = why.to_string().starts_with(TOO_MUCH) || why.to_string().starts_with("recursion limit");
        if is_large { Unread::TooLarge } else { Unread::Damaged }
    })?;
    match file.format {
        None => Err(Unread::NotAReview),
        Some(format) if format > FORMAT => Err(Unread::Newer),
        Some(_) => Ok(file.answers),
    }
}

#[derive(Default)]
struct File {
    format: Option<u64>,
    answers: Answers,
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FileVisitor)
    }
}

struct FileVisitor;

impl<'de> Visitor<'de> for FileVisitor {
    type Value = File;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("answers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<File, A::Error> {
        let (mut file, mut texts) = (File::default(), 0);
        while let Some(Value(key)) = map.next_key()? {
            let Cell::Text(key) = key else { continue };
            if key == "answers" {
                let List(rows) = map.next_value()?;
                file.answers.rows = rows;
                continue;
            }
            let Value(value) = map.next_value()?;
            match (&*key, &value) {
                (MARK, Cell::Digits(format)) => file.format = format.parse().ok(),
                ("texts", Cell::Digits(count)) => texts = count.parse().unwrap_or(0),
                ("pack", Cell::Text(pack)) => file.answers.pack = Some(pack.clone()),
                ("date", Cell::Text(date)) => file.answers.date = Date::try_from(date.clone()).ok(),
                ("reader", _) => file.answers.reader = value.text().map(|name| one_line(&name)),
                _ => {}
            }
        }
        // Texts without an answer are not in the file.
        file.answers.silent = usize::min(texts, MOST_ANSWERS).saturating_sub(file.answers.rows.len());
        Ok(file)
    }
}

/// A name without line breaks, no longer than its field.
fn one_line(name: &str) -> String {
    name.chars().take(NAME).map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// The list of the answers.
#[derive(Default)]
struct List(Vec<Answer>);

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(ListVisitor)
    }
}

struct ListVisitor;

impl<'de> Visitor<'de> for ListVisitor {
    type Value = List;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of answers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List, A::Error> {
        let (mut rows, mut letters) = (Vec::new(), 0);
        while let Some(One(answer, length)) = seq.next_element()? {
            letters += length + 1;
            if rows.len() >= MOST_ANSWERS || letters > MOST_TEXT {
                return Err(A::Error::custom(TOO_MUCH));
            }
            rows.push(answer);
        }
        Ok(List(rows))
    }
}

/// One answer, with the bytes of its texts.
struct One(Answer, usize);

impl<'de> Deserialize<'de> for One {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(OneVisitor)
    }
}

/// What is no answer at all: it is refused, and the others stay.
fn no_answer() -> One {
    One(Answer { better: Cell::Other, ..Answer::default() }, 0)
}

struct OneVisitor;

impl<'de> Visitor<'de> for OneVisitor {
    type Value = One;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an answer")
    }

    fn visit_bool<E>(self, _flag: bool) -> Result<One, E> {
        Ok(no_answer())
    }

    fn visit_u64<E>(self, _number: u64) -> Result<One, E> {
        Ok(no_answer())
    }

    fn visit_i64<E>(self, _number: i64) -> Result<One, E> {
        Ok(no_answer())
    }

    fn visit_f64<E>(self, _number: f64) -> Result<One, E> {
        Ok(no_answer())
    }

    fn visit_str<E>(self, _text: &str) -> Result<One, E> {
        Ok(no_answer())
    }

    fn visit_unit<E>(self) -> Result<One, E> {
        Ok(no_answer())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<One, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(no_answer())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<One, A::Error> {
        let (mut answer, mut letters) = (Answer::default(), 0);
        while let Some((Value(key), Value(value))) = map.next_entry()? {
            letters += if let Cell::Text(text) = &value { text.len() } else { 0 };
            let Cell::Text(key) = key else { continue };
            let text = match &value {
                Cell::Text(text) => Some(text.clone()),
                Cell::Empty | Cell::Digits(_) | Cell::Flag(_) | Cell::Other => None,
            };
            match &*key {
                "number" => {
                    if let Cell::Digits(number) = &value {
                        answer.line = number.parse().unwrap_or(0);
                    }
                }
                "id" => answer.id = text,
                "text" => answer.text = text.map(Read::Print),
                "source" => answer.source = text.map(Read::Print),
                "better" => answer.better = if value == Cell::Flag(true) { Cell::Other } else { value },
                // A page has a box to tick.
                "agreed" => {
                    answer.agreed = match value {
                        Cell::Flag(true) => Cell::Text("x".to_owned()),
                        Cell::Flag(false) => Cell::Empty,
                        value @ (Cell::Empty | Cell::Text(_) | Cell::Digits(_) | Cell::Other) => value,
                    };
                }
                "remark" => answer.remark = text.filter(|remark| !remark.trim().is_empty()),
                _ => {}
            }
        }
        Ok(One(answer, letters))
    }
}

/// Any value: a text, a number, yes or no; what is more than that is passed over.
struct Value(Cell);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ValueVisitor).map(Value)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Cell;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Cell, E> {
        Ok(Cell::Text(text))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Cell, E> {
        Ok(Cell::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell, E> {
        Ok(Cell::Digits(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell, E> {
        Ok(Cell::Digits(number.to_string()))
    }

    fn visit_f64<E>(self, _number: f64) -> Result<Cell, E> {
        Ok(Cell::Other)
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Empty)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cell, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Cell::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Other)
    }
}
