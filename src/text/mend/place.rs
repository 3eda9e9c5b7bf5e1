//! A place in the document, named for people by the exhibition's own titles: “Photos, Solar field, Tibetan title”.

use std::borrow::Cow;

use serde_json::Value;

use super::fields::field_name;
use super::{Mend, mend};
use crate::model::{FieldPath, Lang, List, Step, Tree};
use crate::text::Editor;
use crate::text::citation::comma;
use crate::text::editor::editor;

/// A name of an entry is cut after so many letters.
const LONGEST: usize = 48;
/// So many of the innermost fields are named.
const FIELDS: usize = 2;

/// A place, named for people.
#[must_use]
pub fn place(lang: Lang, tree: &Tree, at: &FieldPath) -> String {
    let mut parts = Vec::new();
    let list = List::of_field(at.outermost());
    let whole = as_one_note(&at.0);
    match list {
        Some(list) => parts.push(mend(lang, Mend::List(list))),
        None => parts.push(editor(lang, Editor::Whole)),
    }
    let fields = match (list, at.list_entry()) {
        (Some(list), Some((_, index))) => {
            parts.push(entry_label(lang, tree, list, index));
            at.0.get(2..).unwrap_or_default()
        }
        (Some(_), None) => &[],
        (None, _) => whole.as_slice(),
    };
    let mut named = field_names(lang, fields);
    let first = named.len().saturating_sub(FIELDS);
    parts.extend(named.drain(first..));
    parts.retain(|part| !part.is_empty());
    parts.join(comma(lang))
}

/// A note beside a view has one name of its own: those of a talk are called notes too.
fn as_one_note(steps: &[Step]) -> Vec<Step> {
    match steps {
        [Step::Field(notes), Step::Field(view), rest @ ..] if notes == "notes" => {
            std::iter::once(Step::Field(format!("{notes}.{view}"))).chain(rest.iter().cloned()).collect()
        }
        _ => steps.to_vec(),
    }
}

/// The names of fields one within the other: of an entry in a list with its number, of a text with its language.
fn field_names(lang: Lang, steps: &[Step]) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for step in steps {
        match step {
            Step::Field(name) => {
                let language = Lang::ALL.into_iter().find(|lang| lang.code() == name);
                match (language, named.pop()) {
                    (Some(language), Some(field)) => named.push(mend(lang, Mend::InLanguage(&field, language))),
                    (Some(language), None) => named.push(language.own_name().to_owned()),
                    (None, before) => {
                        named.extend(before);
                        named.extend(field_name(lang, name).map(Cow::into_owned));
                    }
                }
            }
            Step::Index(index) => {
                if let Some(field) = named.pop() {
                    named.push(format!("{} {}", field.trim_end_matches('།'), index + 1));
                }
            }
        }
    }
    named
}

/// The name by which people know an entry: its title or name, else its number.
#[must_use]
pub fn entry_label(lang: Lang, tree: &Tree, list: List, index: usize) -> String {
    let numbered = || editor(lang, Editor::Entry(list, index + 1, tree.len(list.field())));
    let Some(entry) = tree.entry(list.field(), index) else { return numbered() };
    let words = |field: &str| entry.get(field).and_then(|words| resolved(words, lang));
    let text = |field: &str| entry.get(field).and_then(Value::as_str).filter(|text| !text.is_empty());
    let number = |field: &str| entry.get(field).and_then(Value::as_u64);
    let name = match list {
        List::About => None,
        List::Divisions | List::Provinces | List::Topics | List::Glossary => words("name"),
        List::Groups | List::Milestones => words("title"),
        List::Statements => words("text"),
        List::Photos => {
            words("title").or_else(|| text("file").map(|file| file.rsplit('/').next().unwrap_or(file).to_owned()))
        }
        List::Sources => text("title").map(str::to_owned).or_else(|| words("publisher")),
        List::Pairings => pairing(lang, tree, entry),
        List::PairingSteps => number("year").map(|year| year.to_string()),
        List::Batches => number("number").map(|number| mend(lang, Mend::Batch(number))),
        List::Subtotals => number("first").zip(number("last")).map(|(a, b)| mend(lang, Mend::Batches(a, b))),
        List::Totals => number("after_batch").map(|number| mend(lang, Mend::After(number))),
        List::RunningOrder => {
            let stop = mend(lang, Mend::Stop(index + 1));
            Some(words("title").map_or(stop.clone(), |title| format!("{stop}{}{title}", comma(lang))))
        }
    };
    name.map_or_else(numbered, |name| cut(&name))
}

fn pairing(lang: Lang, tree: &Tree, entry: &Value) -> Option<String> {
    let name = |field: &str, list: List| {
        let id = entry.get(field)?.as_str()?;
        let all = (0..tree.len(list.field())).filter_map(|index| tree.entry(list.field(), index));
        let mut named = all.filter(|other| other.get("id").and_then(Value::as_str) == Some(id));
        named.find_map(|other| resolved(other.get("name")?, lang))
    };
    Some(format!("{} – {}", name("province", List::Provinces)?, name("division", List::Divisions)?))
}

/// A text in a language, else in the first that it is written in.
fn resolved(words: &Value, lang: Lang) -> Option<String> {
    let only = |lang: Lang| words.get(lang.code()).and_then(Value::as_str).map(str::trim).filter(|t| !t.is_empty());
    [lang, Lang::En, Lang::Zh, Lang::Bo].into_iter().find_map(only).map(str::to_owned)
}

fn cut(name: &str) -> String {
    let name = name.replace(['\n', '\r'], " ");
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::model::{Lang, Tree};

    const TEXT: &str = r#"{ "title": {},
      "provinces": [ { "id": "CN-JS", "name": { "en": "Jiangsu", "zh": "江苏" } } ],
      "divisions": [ { "id": "lhasa", "name": { "en": "Lhasa", "zh": "拉萨" } } ],
      "pairings": [ { "province": "CN-JS", "division": "lhasa", "told": {} } ],
      "photos": [ { "title": { "en": "Solar field" } }, { "file": "pictures/yard.jpg" }, {} ],
      "batches": [ { "number": 7, "figure": { "also": [ {} ] } } ],
      "running_order": [ { "shows": { "card": { "text": {} } }, "title": { "en": "Two teachers" } } ] }"#;

    #[test]
    fn a_place_is_named_by_what_people_see() {
        let tree = Tree::of_text(TEXT).expect("a tree");
        let name = |lang, path: &str| place(lang, &tree, &path.parse().expect(path));
        for (path, expected) in [
            ("photos[0].title.bo", "Photos, Solar field, Tibetan title"),
            ("photos[1].caption", "Photos, yard.jpg, caption"),
            ("photos[2].file", "Photos, Picture 3 of 3, file"),
            ("photos[0].provinces[1]", "Photos, Solar field, province 2"),
            ("batches[0].figure.also[0].value", "Personnel, batch 7, other report 1, number"),
            ("pairings[0].told.zh", "Pairings, Jiangsu – Lhasa, Chinese span in words"),
            ("running_order[0].shows.card.text.en", "Running order, stop 1, Two teachers, English text"),
            ("title.zh", "The whole exhibition, Chinese title"),
            ("notes.personnel.bo", "The whole exhibition, Tibetan note under the personnel"),
            ("batches", "Personnel"),
            ("photos[0].something", "Photos, Solar field, something"),
        ] {
            assert_eq!(name(Lang::En, path), expected, "{path}");
        }
        assert_eq!(name(Lang::Zh, "pairings[0].told.bo"), "结对关系，江苏 – 拉萨，藏文时段的说法");
    }
}
