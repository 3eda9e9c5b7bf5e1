//! Which entry a row is about: by its id, else by what names the entry among the others of its list.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::forms::{self, Form};
use super::names::Names;
use super::preview::{FoundBy, Refused};
use super::value::{batch_number, clean, date_of};
use super::{Field, Table};
use crate::model::{Date, Lang, List, SheetCell, SheetCells, Tree};

/// What may name an entry.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    pub id: Option<SheetCell>,
    pub file: Option<String>,
    pub number: Option<u32>,
    pub province: Option<String>,
    pub division: Option<String>,
    pub date: Option<Date>,
    pub titles: Vec<String>,
    pub texts: Vec<String>,
    pub address: Option<String>,
}

/// A name and what kind of name it is.
type Key = (String, FoundBy);

fn plain(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Parts {
    /// Those of an entry.
    pub fn of_entry(entry: &Value) -> Self {
        let text = |field: &str| entry.get(field).and_then(Value::as_str).map(clean).filter(|text| !text.is_empty());
        let words = |field: &str| -> Vec<String> {
            let told = |lang: Lang| entry.get(field)?.get(lang.code())?.as_str().map(plain);
            Lang::ALL.into_iter().filter_map(told).filter(|text| !text.is_empty()).collect()
        };
        let date =
            ["date", "since"].iter().find_map(|field| Date::try_from(entry.get(field)?.as_str()?.to_owned()).ok());
        let own_title = text("title").map(|title| plain(&title));
        Self {
            id: text("id").map(SheetCell::Text),
            file: text("file"),
            number: entry.get("number").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok()),
            province: text("province"),
            division: text("division"),
            date,
            titles: words("title").into_iter().chain(own_title).collect(),
            texts: words("text").into_iter().chain(words("description")).collect(),
            address: text("address"),
        }
    }

    /// Those of the cells of a row. Names of provinces and divisions that are not known are left out here.
    pub fn of_row(cells: &[(Field, &SheetCell)], names: &Names, sheet: &SheetCells) -> Self {
        let mut parts = Self::default();
        for (field, cell) in cells {
            let text = || match cell {
                SheetCell::Text(text) => Some(clean(text)),
                SheetCell::Number(number) => Some(number.to_string()),
                SheetCell::Date(_) | SheetCell::Flag(_) | SheetCell::Error | SheetCell::Rewritten => None,
            };
            match field {
                Field::Id => parts.id = Some((*cell).clone()),
                Field::File => parts.file = text(),
                Field::Precision => {}
                Field::At(path, _) => match *path {
                    "number" => parts.number = batch_number(cell),
                    "province" => parts.province = names.find(List::Provinces, cell).map(str::to_owned),
                    "division" => parts.division = names.find(List::Divisions, cell).map(str::to_owned),
                    "date" | "since" => parts.date = date_of(cell, sheet),
                    "title" => parts.titles.extend(text().map(|text| plain(&text))),
                    "text" | "description" => parts.texts.extend(text().map(|text| plain(&text))),
                    "address" => parts.address = text(),
                    _ => {}
                },
            }
        }
        parts
    }

    fn file_keys(&self) -> Vec<Key> {
        let Some(file) = &self.file else { return Vec::new() };
        let file = file.replace('\\', "/").to_lowercase();
        let base = file.rsplit('/').next().unwrap_or_default().to_owned();
        let stem = base.rsplit_once('.').map_or(&*base, |(stem, _)| stem).to_owned();
        let keys = [format!("file {file}"), format!("base {base}"), format!("stem {stem}")];
        keys.into_iter().map(|key| (key, FoundBy::File)).collect()
    }

    /// The names of an entry, or with `is_row` those by which a row means one, the surest first.
    pub fn keys(&self, table: Table, is_row: bool) -> Vec<Key> {
        let of = |all: Vec<String>, by: FoundBy| -> Vec<Key> { all.into_iter().map(|key| (key, by)).collect() };
        let date = self.date.map(String::from);
        let year = self.date.map(|date| date.year);
        match table {
            Table::Captions => {
                let titles = of(self.titles.iter().map(|title| format!("title {title}")).collect(), FoundBy::Title);
                let has_better = is_row && (self.file.is_some() || self.id.is_some());
                self.file_keys().into_iter().chain(titles.into_iter().filter(|_| !has_better)).collect()
            }
            Table::Batches => {
                of(self.number.map(|number| format!("number {number}")).into_iter().collect(), FoundBy::Number)
            }
            Table::Pairings => {
                let Some(province) = &self.province else { return Vec::new() };
                let mut keys = Vec::new();
                match (&self.division, &date, year) {
                    (Some(division), Some(date), Some(year)) => {
                        keys.extend([
                            format!("{province} {division} {date}"),
                            format!("{province} {division} in {year}"),
                        ]);
                    }
                    (None, _, Some(year)) => keys.push(format!("{province} in {year}")),
                    _ => {}
                }
                if let (Some(division), true) = (&self.division, date.is_none() || !is_row) {
                    keys.push(format!("{province} {division}"));
                }
                if let (Some(year), false) = (year, is_row) {
                    keys.push(format!("{province} in {year}"));
                }
                of(keys, FoundBy::Pair)
            }
            Table::Milestones => {
                let mut keys = Vec::new();
                for title in &self.titles {
                    if let (Some(date), Some(year)) = (&date, year) {
                        keys.extend([format!("{date} {title}"), format!("in {year} {title}")]);
                    }
                    if date.is_none() || !is_row {
                        keys.push(format!("title {title}"));
                    }
                }
                if self.titles.is_empty() || !is_row {
                    keys.extend(self.texts.iter().filter_map(|text| Some(format!("{} text {text}", date.as_ref()?))));
                }
                of(keys, FoundBy::Title)
            }
            Table::Sources => {
                let address =
                    self.address.iter().map(|address| (format!("address {}", plain(address)), FoundBy::Address));
                let titles = self.titles.iter().map(|title| (format!("title {title}"), FoundBy::Title));
                let has_better = is_row && (self.address.is_some() || !self.titles.is_empty());
                let texts = self.texts.iter().map(|text| (format!("text {text}"), FoundBy::Title));
                address.chain(titles).chain(texts.filter(|_| !has_better)).collect()
            }
            Table::Statements => Vec::new(),
        }
    }
}

/// An entry that is there, by its index, or one that a row before has made, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// One that is there.
    Old(usize),
    /// One that comes.
    New(usize),
}

/// The entries of a list by all that names them; `None` where several have one name.
pub struct Known {
    table: Table,
    ids: HashMap<String, Vec<Slot>>,
    forms: HashMap<Form, HashSet<Slot>>,
    keys: HashMap<String, Option<Slot>>,
    dates: HashMap<Slot, Date>,
}

fn put(map: &mut HashMap<String, Option<Slot>>, key: String, slot: Slot) {
    let several = |other: &mut Option<Slot>| {
        if *other != Some(slot) {
            *other = None;
        }
    };
    map.entry(key).and_modify(several).or_insert(Some(slot));
}

impl Known {
    /// Those of a table.
    pub fn of(tree: &Tree, table: Table) -> Self {
        let list = table.list().field();
        let mut known =
            Self { table, ids: HashMap::new(), forms: HashMap::new(), keys: HashMap::new(), dates: HashMap::new() };
        for index in 0..tree.len(list) {
            let Some(entry) = tree.entry(list, index) else { continue };
            known.add(&Parts::of_entry(entry), Slot::Old(index));
        }
        known
    }

    /// Adds what names an entry.
    pub fn add(&mut self, parts: &Parts, slot: Slot) {
        if let Some(id) = parts.id.as_ref().map(SheetCell::shown) {
            for form in forms::of_text(&id) {
                self.forms.entry(form).or_default().insert(slot);
            }
            self.ids.entry(id).or_default().push(slot);
        }
        if let Some(date) = parts.date {
            self.dates.insert(slot, date);
        }
        for (key, _) in parts.keys(self.table, false) {
            put(&mut self.keys, key, slot);
        }
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = &String> {
        self.ids.keys()
    }

    /// The entry that a row is about; `None` if it is about none that is known.
    pub fn find(&self, parts: &Parts) -> Result<Option<(Slot, FoundBy)>, Refused> {
        let by_id = self.by_id(parts.id.as_ref());
        let by_key = self.by_key(parts);
        let Some(id) = &parts.id else { return by_key };
        match (by_id.as_slice(), by_key) {
            ([one], Ok(Some((other, FoundBy::File)))) if *one != other => Err(Refused::OtherFile(id.shown())),
            ([one], _) => {
                let is_exact = id.text().is_some() && self.ids.contains_key(&id.shown());
                Ok(Some((*one, if is_exact { FoundBy::Id } else { FoundBy::RewrittenId })))
            }
            ([], Ok(found)) => Ok(found),
            ([], Err(why)) => Err(why),
            (several, Ok(Some((slot, by)))) if several.contains(&slot) => Ok(Some((slot, by))),
            (_, _) => Err(Refused::Several(id.shown())),
        }
    }

    /// The entries whose id a cell may be, as it is or as a spreadsheet has rewritten it.
    fn by_id(&self, cell: Option<&SheetCell>) -> Vec<Slot> {
        let Some(cell) = cell else { return Vec::new() };
        // Two entries with one id are told apart by their other names.
        let mut found = cell.text().and_then(|_| self.ids.get(&cell.shown())).cloned().unwrap_or_default();
        for slot in forms::of_cell(cell).iter().filter_map(|form| self.forms.get(form)).flatten() {
            if !found.contains(slot) {
                found.push(*slot);
            }
        }
        found
    }

    fn by_key(&self, parts: &Parts) -> Result<Option<(Slot, FoundBy)>, Refused> {
        let mut doubtful = None;
        for (key, by) in parts.keys(self.table, true) {
            match self.keys.get(&key) {
                Some(Some(slot)) if self.agrees(*slot, parts) => return Ok(Some((*slot, by))),
                Some(None) => doubtful = doubtful.or(Some(key)),
                Some(Some(_)) | None => {}
            }
        }
        doubtful.map_or(Ok(None), |key| {
            Err(Refused::Several(key.split_once(' ').map_or(String::new(), |(_, name)| name.to_owned())))
        })
    }

    /// Whether the dates do not contradict each other.
    fn agrees(&self, slot: Slot, parts: &Parts) -> bool {
        match (self.table, self.dates.get(&slot), parts.date) {
            (Table::Milestones | Table::Pairings, Some(had), Some(date)) => {
                // A spreadsheet makes the first of a month of it.
                let is_first = had.day.is_none() && had.month.is_some() && had.month == date.month;
                is_first || !had.is_before(date) && !date.is_before(*had)
            }
            _ => true,
        }
    }
}
