//! What entries are called in lists to choose from, in chips and in the pane's head.

use serde_json::Value;

use crate::model::{Date, FieldPath, Lang, List, Source, Words};
use crate::state::Editing;
use crate::state::editing::references::id_of;
use crate::text::{self, Pane, Say};
use crate::ui::Cx;

/// The longest name of an entry that is known by its text, in letters.
const MOST: usize = 60;

/// The name of an entry.
#[must_use]
pub fn entry_name(cx: &Cx<'_>, editing: &Editing, list: List, index: usize) -> String {
    let Some(entry) = editing.tree().entry(list.field(), index) else { return String::new() };
    let name = name(cx, editing, list, entry);
    if name.trim().is_empty() { unnamed(cx, editing, list, index) } else { name }
}

fn unnamed(cx: &Cx<'_>, editing: &Editing, list: List, index: usize) -> String {
    let words = cx.say(Say::Pane(Pane::Unnamed));
    match id_of(editing.tree(), list, index) {
        Some(id) if !id.is_empty() => format!("{words} ({id})"),
        _ => words,
    }
}

#[expect(clippy::match_same_arms, reason = "the same for different reasons")]
fn name(cx: &Cx<'_>, editing: &Editing, list: List, entry: &Value) -> String {
    let words = |field: &str| resolved(entry.get(field), cx.lang());
    let text = |field: &str| entry.get(field).map(plain).unwrap_or_default();
    let other = |list, field: &str| name_of(cx, editing, list, &text(field));
    match list {
        List::About => cut(&resolved(Some(entry), cx.lang())),
        List::Provinces => {
            let short = entry.get("short_name").and_then(|names| names.get(cx.lang().code())).map(plain);
            short.filter(|name| !name.is_empty()).unwrap_or_else(|| words("name"))
        }
        List::Divisions | List::Topics | List::Glossary => words("name"),
        List::Groups => words("title"),
        List::Statements => cut(&words("text")),
        List::Milestones => {
            format!("{} {}", text("date").get(..4).unwrap_or_default(), words("title")).trim().to_owned()
        }
        List::Photos => Some(words("title")).filter(|name| !name.is_empty()).unwrap_or_else(|| text("file")),
        List::Sources => source_name(cx, entry),
        List::Batches => text("number"),
        List::Pairings => format!("{} – {}", other(List::Provinces, "province"), other(List::Divisions, "division")),
        List::PairingSteps => Some(text("label")).filter(|label| !label.is_empty()).unwrap_or_else(|| text("year")),
        List::Subtotals => format!("{}–{}", text("first"), text("last")),
        List::Totals => text("after_batch"),
        List::RunningOrder => words("title"),
    }
}

fn source_name(cx: &Cx<'_>, entry: &Value) -> String {
    match serde_json::from_value::<Source>(entry.clone()) {
        Ok(source) => text::byline(cx.lang(), &source),
        Err(_) => resolved(entry.get("publisher"), cx.lang()),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn resolved(value: Option<&Value>, lang: Lang) -> String {
    let words: Option<Words> = value.and_then(|value| serde_json::from_value(value.clone()).ok());
    words.map(|words| words.resolve(lang).text.to_owned()).unwrap_or_default()
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The name of the entry with an id; the id itself where there is none.
#[must_use]
pub fn name_of(cx: &Cx<'_>, editing: &Editing, list: List, id: &str) -> String {
    let tree = editing.tree();
    let found = (0..tree.len(list.field())).find(|index| id_of(tree, list, *index).as_deref() == Some(id));
    found.map_or_else(|| id.to_owned(), |index| entry_name(cx, editing, list, index))
}

/// The same where there is little room: of a source, whom it is known by, and its date.
#[must_use]
pub fn short_name_of(cx: &Cx<'_>, editing: &Editing, list: List, id: &str, with_day: bool) -> String {
    if list != List::Sources {
        return name_of(cx, editing, list, id);
    }
    let Some(source) = cx.x().source(&id.into()) else { return name_of(cx, editing, list, id) };
    let publisher = source.publisher.resolve(cx.lang()).text;
    let first = publisher.split([',', '，', '(', '（']).next().unwrap_or_default().trim();
    match source.date {
        Some(date) => {
            let date = if with_day { date } else { Date::year(date.year) };
            format!("{first}{}{}", text::comma(cx.lang()), text::date(cx.lang(), date))
        }
        None => first.to_owned(),
    }
}

/// What stands beside an entry's number in the pane's head: a file, years, a place.
#[must_use]
pub fn beside(cx: &Cx<'_>, editing: &Editing, list: List, at: &FieldPath) -> String {
    let tree = editing.tree();
    let date = |field: &str| Date::try_from(tree.text_at(&at.field(field)).to_owned()).ok();
    match list {
        List::Photos => {
            let file = tree.text_at(&at.field("file")).to_owned();
            let file = file.rsplit('/').next().unwrap_or_default();
            match size(editing, &at.field("size")) {
                Some([w, h]) => {
                    format!("{file}{} {}", text::comma(cx.lang()).trim_end(), cx.say(Say::Pane(Pane::Pixels(w, h))))
                }
                None => file.to_owned(),
            }
        }
        List::Batches => date("arrive.date").map(|from| text::years(from, date("leave.date"))).unwrap_or_default(),
        List::RunningOrder | List::About => String::new(),
        list => {
            let index = at.list_entry().map_or(0, |(_, index)| index);
            entry_name(cx, editing, list, index)
        }
    }
}

/// Width and height in pixels.
#[must_use]
pub fn size(editing: &Editing, at: &FieldPath) -> Option<[u32; 2]> {
    serde_json::from_value(editing.tree().value(at)?.clone()).ok()
}
