//! Which entries the cells of a column mean: by their ids, by their names in three languages, by what a spreadsheet has made of them.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::forms::{self, Form};
use crate::model::{Lang, List, SheetCell, Tree};
use crate::state::editing::table::{SEPARATORS, names_of};

/// What follows the name of a province or place, and may be left out.
const RANKS: [&str; 9] =
    ["自治区", "地区", "省", "市", " autonomous region", " province", " municipality", " prefecture", " city"];

/// The names of the entries of some lists.
#[derive(Default)]
pub struct Names {
    lists: BTreeMap<List, Known>,
}

/// The entries of a list; of several with one name, `None`.
#[derive(Default)]
struct Known {
    ids: HashMap<String, String>,
    names: HashMap<String, Option<String>>,
    /// By other spellings, and without the rank of a place.
    loose: HashMap<String, Option<String>>,
    forms: HashMap<Form, Option<String>>,
}

fn plain(name: &str) -> String {
    let name = name.trim().trim_end_matches(['་', '།', ' ']).to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_rank(name: &str) -> &str {
    RANKS.iter().find_map(|rank| name.strip_suffix(rank)).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

impl Known {
    fn of(tree: &Tree, list: List) -> Self {
        let mut known = Self::default();
        for entry in (0..tree.len(list.field())).filter_map(|index| tree.entry(list.field(), index)) {
            let Some(id) = entry.get("id").and_then(Value::as_str).filter(|id| !id.trim().is_empty()) else { continue };
            known.ids.entry(id.to_owned()).or_insert_with(|| id.to_owned());
            for name in names_of(list, entry, Lang::En) {
                put(&mut known.names, plain(name), id);
            }
            let texts = ["address", "file"].iter().filter_map(|field| entry.get(field)?.as_str());
            // A picture is meant by the name of its file, wherever that lies.
            let file = entry.get("file").and_then(Value::as_str).and_then(|file| file.rsplit('/').next());
            let spelled = entry.get("also_spelled").and_then(Value::as_array).into_iter().flatten();
            let full = entry.get("name").and_then(Value::as_object).into_iter().flat_map(|name| name.values());
            let others = texts.chain(file).chain(spelled.chain(full).filter_map(Value::as_str)).chain([id]);
            let all: Vec<String> = others.chain(names_of(list, entry, Lang::En)).map(plain).collect();
            for name in all {
                put(&mut known.loose, without_rank(&name).to_owned(), id);
                put(&mut known.loose, name, id);
            }
            for form in forms::of_text(id) {
                put(&mut known.forms, form, id);
            }
        }
        known
    }

    fn find(&self, cell: &SheetCell) -> Option<&str> {
        if let Some(text) = cell.text() {
            let text = text.trim();
            let name = plain(text);
            let loose = || self.loose.get(&name).or_else(|| self.loose.get(without_rank(&name)));
            let named = || self.names.get(&name).filter(|id| id.is_some()).or_else(loose);
            if let Some(id) = self.ids.get(text).or_else(|| named()?.as_ref()) {
                return Some(id);
            }
        }
        let mut found = forms::of_cell(cell).into_iter().filter_map(|form| self.forms.get(&form));
        let first = found.next()?.as_deref()?;
        found.all(|other| other.as_deref() == Some(first)).then_some(first)
    }
}

fn put<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Option<String>>, key: K, id: &str) {
    map.entry(key)
        .and_modify(|other| {
            if other.as_deref() != Some(id) {
                *other = None;
            }
        })
        .or_insert_with(|| Some(id.to_owned()));
}

impl Names {
    /// Those of the lists that are asked for.
    pub fn of(tree: &Tree, lists: impl IntoIterator<Item = List>) -> Self {
        Self { lists: lists.into_iter().map(|list| (list, Known::of(tree, list))).collect() }
    }

    /// The id of the one entry that a cell means.
    pub fn find(&self, list: List, cell: &SheetCell) -> Option<&str> {
        self.lists.get(&list)?.find(cell)
    }

    /// The ids of the entries that a cell lists, beside those that are listed already; `None` if one of them is not known.
    pub fn find_all<'n>(&'n self, list: List, cell: &SheetCell, had: &[&'n str]) -> Option<Vec<&'n str>> {
        // A name may hold a comma.
        if let Some(id) = self.find(list, cell) {
            return Some(vec![id]);
        }
        let mut found = Vec::new();
        let is_between = |c: char| SEPARATORS.contains(&c) || c == '|';
        for name in cell.text()?.split(is_between).map(str::trim).filter(|name| !name.is_empty()) {
            let found_one = self.find(list, &SheetCell::Text(name.to_owned()));
            let id = found_one.or_else(|| had.iter().copied().find(|id| *id == name))?;
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Some(found).filter(|found| !found.is_empty())
    }
}
