//! What can be chosen in a cell, below it while it is written: entries by their names, words, and the states of a figure.

use serde_json::Value;

use super::{Frame, say};
use crate::model::List;
use crate::state::editing::table::{Column, Kind, leads_to, names_of};
use crate::text::{self, Cells, Say};
use crate::ui::Cx;

/// How many choices are shown.
pub const MOST: usize = 6;
/// What parts the names of a list.
const PARTS: [char; 7] = [',', '，', '、', ';', '；', '\n', '\t'];

/// A choice.
pub struct Choice {
    /// What it is called.
    pub name: String,
    /// What the cell says with it.
    pub text: String,
}

/// The only choice left by what was typed of a name: whoever ends writing then means it.
pub fn only<'c>(column: &Column, (typed, is_typed): (&str, bool), choices: &'c [Choice]) -> Option<&'c Choice> {
    let names = matches!(column.kind, Kind::Ref(_) | Kind::Refs(_));
    let part = typed.rsplit(PARTS).next().unwrap_or_default();
    if let ([choice], true) = (choices, names && is_typed && !part.trim().is_empty()) { Some(choice) } else { None }
}

/// The choices of a cell that is being written, with this text in it.
pub fn options(cx: &Cx<'_>, frame: &Frame<'_>, column: &Column, (typed, is_typed): (&str, bool)) -> Vec<Choice> {
    let plain = |name: String| Choice { text: name.clone(), name };
    let all: Vec<Choice> = match column.kind {
        Kind::Words(..) | Kind::Line | Kind::Date | Kind::Whole => Vec::new(),
        Kind::YesNo => [true, false].map(|yes| plain(say(cx, Cells::YesNo(yes)))).into(),
        Kind::Figure => return [Say::NotPublished, Say::NotApplicable].map(|words| plain(cx.say(words))).into(),
        Kind::Choice(choices) => {
            choices.all().iter().map(|name| plain(say(cx, Cells::Choice(choices, name)))).collect()
        }
        Kind::Ref(list) => return entries(cx, frame, list, ("", if is_typed { typed } else { "" })),
        Kind::Refs(list) => {
            let at = typed.rfind(PARTS).map_or(0, |at| at + typed[at..].chars().next().map_or(1, char::len_utf8));
            let (kept, part) = typed.split_at(at);
            // Nothing typed yet: what is chosen comes after what is there.
            let (kept, part) = if !is_typed && !typed.trim().is_empty() { (typed, "") } else { (kept, part) };
            return entries(cx, frame, list, (kept, part));
        }
    };
    let part = typed.trim().to_lowercase();
    let matching = |choice: &Choice| !is_typed || choice.name.to_lowercase().contains(&part);
    all.into_iter().filter(matching).collect()
}

/// The entries of a list with a part in one of their names; what is chosen comes after what is kept.
fn entries(cx: &Cx<'_>, frame: &Frame<'_>, list: List, (kept, part): (&str, &str)) -> Vec<Choice> {
    let tree = frame.editing.tree();
    let part = part.trim().to_lowercase();
    let kept = kept.trim_end_matches([',', ';', ' ', '，', '、', '；']);
    let found = (0..tree.len(list.field())).filter_map(|index| tree.entry(list.field(), index)).filter(|entry| {
        let id = entry.get("id").and_then(Value::as_str).unwrap_or_default();
        let mut names = names_of(list, entry, cx.lang()).map(str::to_lowercase);
        part.is_empty()
            || id.to_lowercase().contains(&part)
            || names.any(|name| name.contains(&part))
            || text::entry_name(cx.lang(), list, entry).to_lowercase().contains(&part)
    });
    let choice = |entry: &Value| {
        let id = entry.get("id").and_then(Value::as_str).unwrap_or_default();
        let named = text::entry_name(cx.lang(), list, entry);
        let written = if leads_to(tree, list, &named, id) { named.clone() } else { id.to_owned() };
        let text = if kept.is_empty() { written } else { format!("{kept}, {written}") };
        let title = names_of(list, entry, cx.lang()).next().unwrap_or_default();
        let name = if list == List::Sources && !title.is_empty() { format!("{named}: {title}") } else { named };
        Choice { name, text }
    };
    found.take(MOST).map(choice).collect()
}
