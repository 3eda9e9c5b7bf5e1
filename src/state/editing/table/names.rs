//! The names by which entries are known, and which entry a typed name means.

use serde_json::Value;

use crate::model::{Lang, List, Tree};

/// The fields in which an entry of a list says its name, the one that lists show first.
fn fields(list: List) -> &'static [&'static str] {
    match list {
        List::Provinces => &["short_name", "name"],
        List::Divisions | List::Topics | List::Glossary => &["name"],
        List::Photos | List::Groups | List::Milestones | List::Sources => &["title"],
        List::About
        | List::Pairings
        | List::PairingSteps
        | List::Batches
        | List::Subtotals
        | List::Totals
        | List::Statements
        | List::RunningOrder => &[],
    }
}

/// The names of an entry in all languages, those of `lang` first.
pub fn names_of(list: List, entry: &Value, lang: Lang) -> impl Iterator<Item = &str> {
    let langs = [lang].into_iter().chain(Lang::ALL.into_iter().filter(move |other| *other != lang));
    let named = langs.flat_map(move |lang| {
        fields(list).iter().filter_map(move |field| match entry.get(field)? {
            Value::String(text) => (lang == Lang::En).then_some(text.as_str()),
            words => words.get(lang.code())?.as_str(),
        })
    });
    named.map(str::trim).filter(|name| !name.is_empty())
}

/// The entry with an id.
pub(super) fn entry_with<'t>(tree: &'t Tree, list: List, id: &str) -> Option<&'t Value> {
    (0..tree.len(list.field()))
        .filter_map(|index| tree.entry(list.field(), index))
        .find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))
}

/// The id of the one entry that a text means: by its id, else by a name that no other entry has.
#[must_use]
pub fn find_entry<'t>(tree: &'t Tree, list: List, text: &str) -> Option<&'t str> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let id_of = |entry: &'t Value| entry.get("id").and_then(Value::as_str);
    if let Some(entry) = entry_with(tree, list, text) {
        return id_of(entry);
    }
    let same = |name: &str| name == text || name.to_lowercase() == text.to_lowercase();
    let entries = (0..tree.len(list.field())).filter_map(|index| tree.entry(list.field(), index));
    let mut found = entries.filter(|entry| names_of(list, entry, Lang::En).any(same));
    let first = found.next()?;
    if found.next().is_some() { None } else { id_of(first) }
}

/// Returns `true` if a name leads back to this entry alone, even in a list of names.
#[must_use]
pub fn leads_to(tree: &Tree, list: List, name: &str, id: &str) -> bool {
    !name.contains(SEPARATORS) && find_entry(tree, list, name) == Some(id)
}

/// What stands between the names of a list, besides a line break.
pub(super) const SEPARATORS: [char; 7] = [',', '，', '、', ';', '；', '\n', '\t'];
