//! What the rows of a sheet change, judged one by one against the exhibition as it is.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::figure::{self, FIGURE};
use super::keys::{Known, Parts, Slot};
use super::names::Names;
use super::preview::{CellChange, FoundBy, Judged, Preview, Refused, Verdict};
use super::value::{Put, put, says_nothing};
use super::{Field, Mapping, Table, forms, spans};
use crate::model::{Change, FieldPath, Lang, List, Review, SheetCell, SheetCells, TextState, Tree};
use crate::state::editing::beside::words_at;
use crate::state::editing::entries::{blank_entry, id_from, with_id_first};
use crate::state::editing::needs_id;
use crate::state::editing::table::{Kind, Refusal, sources_of_terms};

/// A row with the cells that say something.
struct Row<'s> {
    line: u32,
    cells: Vec<(Field, &'s SheetCell)>,
    parts: Parts,
}

/// Judges the rows of a sheet.
#[must_use]
pub fn judge(tree: &Tree, sheet: &SheetCells, mapping: &Mapping) -> Preview {
    let (sheet, mapping) = spans::parted(sheet, mapping);
    let (sheet, mapping) = (&*sheet, &*mapping);
    let lists = mapping.fields.values().filter_map(|field| match field {
        Field::At(_, Kind::Ref(list) | Kind::Refs(list)) => Some(*list),
        Field::Id | Field::File | Field::Precision | Field::At(..) => None,
    });
    let names = Names::of(tree, lists.collect::<HashSet<_>>());
    let rows = rows(sheet, mapping, &names);
    let mut known = Known::of(tree, mapping.table);
    let found = find(&rows, mapping.table, &mut known);
    let ids = Ids { taken: known.ids().cloned().collect(), next: HashMap::new() };
    let mut work =
        Work { table: mapping.table, tree: tree.clone(), names, sheet, ids, made: HashMap::new(), changes: Vec::new() };
    let mut judged = Vec::with_capacity(rows.len());
    for (row, found) in rows.iter().zip(found) {
        let found_by = found.as_ref().ok().and_then(|(_, by)| *by);
        let taken = found.and_then(|(slot, _)| work.take(row, slot));
        let (entry, verdict, cells) = match taken {
            Ok((entry, verdict, cells)) => (Some(entry), verdict, cells),
            Err(why) => (None, Verdict::Refused(why), Vec::new()),
        };
        judged.push(Judged { line: row.line, entry, found_by, verdict, cells });
    }
    Preview { table: mapping.table, rows: judged, changes: work.changes, after: work.tree }
}

fn rows<'s>(sheet: &'s SheetCells, mapping: &Mapping, names: &Names) -> Vec<Row<'s>> {
    let below = sheet.rows.range(mapping.first_row()..);
    let row = |(number, cells): (&u32, &'s crate::model::SheetRow)| {
        let says = |(column, cell): (&u32, &'s SheetCell)| {
            let field = mapping.fields.get(column).filter(|_| !says_nothing(cell))?;
            Some((*field, cell))
        };
        let cells: Vec<(Field, &SheetCell)> = cells.iter().filter_map(says).collect();
        if cells.is_empty() {
            return None;
        }
        let parts = Parts::of_row(&cells, names, sheet);
        Some(Row { line: number.saturating_add(1), cells, parts })
    };
    below.filter_map(row).collect()
}

/// The entry of each row, known or new, and by what it was found.
type Found = Result<(Slot, Option<FoundBy>), Refused>;

fn find(rows: &[Row<'_>], table: Table, known: &mut Known) -> Vec<Found> {
    let mut new = 0;
    let mut first: HashMap<Slot, usize> = HashMap::new();
    let mut found: Vec<Found> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let slot = known.find(&row.parts).and_then(|slot| {
            if let Some((slot, by)) = slot {
                return Ok((slot, Some(by)));
            }
            can_be_new(row, table)?;
            let slot = Slot::New(new);
            new += 1;
            known.add(&row.parts, slot);
            Ok((slot, None))
        });
        if let Ok((slot, _)) = &slot {
            let before = *first.entry(*slot).or_insert(at);
            if before != at && rows[before].cells != row.cells {
                let other = rows[before].line;
                found[before] = Err(Refused::Twice(row.line));
                found.push(Err(Refused::Twice(other)));
                continue;
            }
        }
        found.push(slot);
    }
    found
}

/// Whether an entry can be made of a row; what is not said of it would have to be made up.
fn can_be_new(row: &Row<'_>, table: Table) -> Result<(), Refused> {
    for (field, cell) in &row.cells {
        let why = match field {
            Field::At("number", _) if row.parts.number.is_none() => Refusal::NoWhole,
            Field::At("province", _) if row.parts.province.is_none() => Refusal::Unknown(List::Provinces),
            Field::At("division", _) if row.parts.division.is_none() => Refusal::Unknown(List::Divisions),
            Field::At("date" | "since", _) if row.parts.date.is_none() => Refusal::NoDate,
            Field::Id | Field::File | Field::Precision | Field::At(..) => continue,
        };
        return Err(Refused::Cell(*field, cell.shown(), why));
    }
    let id = row.parts.id.as_ref().map(SheetCell::shown);
    let has = |path: &str| row.cells.iter().any(|(field, _)| matches!(field, Field::At(at, _) if *at == path));
    let needs = |path: &'static str| {
        let field = super::fields(table).into_iter().find(|field| matches!(field, Field::At(at, _) if *at == path));
        if has(path) { Ok(()) } else { Err(Refused::Incomplete(field.unwrap_or(Field::Id))) }
    };
    if table == Table::Captions {
        let name = row.parts.file.clone().or(id).or_else(|| row.parts.titles.first().cloned());
        return Err(name.map_or(Refused::NoName, Refused::NoPicture));
    }
    match &row.parts.id {
        Some(SheetCell::Text(text)) if !forms::looks_made(text) => {}
        Some(cell) => return Err(Refused::Rewritten(cell.shown())),
        None => {}
    }
    match table {
        Table::Captions | Table::Statements => Err(Refused::NoName),
        Table::Batches => needs("number").and_then(|()| needs("arrive.date")),
        Table::Pairings => ["province", "division", "since"].into_iter().try_for_each(needs),
        Table::Milestones if has("title") || has("text") => needs("date"),
        Table::Sources if has("address") || has("title") || has("description") => Ok(()),
        Table::Milestones | Table::Sources => needs("title"),
    }?;
    // Otherwise the same row would make another entry each time.
    let is_known_again = row.parts.id.is_some() || !row.parts.keys(table, true).is_empty();
    if is_known_again { Ok(()) } else { Err(Refused::NoName) }
}

/// Ids that nobody has yet.
struct Ids {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    fn fresh(&mut self, list: List, text: &str) -> String {
        let stem = id_from(list, text);
        if self.taken.insert(stem.clone()) {
            return stem;
        }
        let next = self.next.entry(stem.clone()).or_insert(2);
        loop {
            let id = format!("{stem}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// What has been made of the rows so far.
struct Work<'s> {
    table: Table,
    tree: Tree,
    names: Names,
    sheet: &'s SheetCells,
    ids: Ids,
    /// The indices of the entries that rows have made.
    made: HashMap<usize, usize>,
    changes: Vec<Change>,
}

type Taken = (usize, Verdict, Vec<CellChange>);

impl Work<'_> {
    /// Takes a row, or leaves everything as it was.
    fn take(&mut self, row: &Row<'_>, slot: Slot) -> Result<Taken, Refused> {
        let index = match slot {
            Slot::Old(index) => Some(index),
            Slot::New(number) => self.made.get(&number).copied(),
        };
        match (slot, index) {
            (_, Some(index)) => {
                let (cells, changes, inverses) = self.fill(row, index)?;
                drop(inverses);
                let verdict = if changes.is_empty() { Verdict::Same } else { Verdict::Changed };
                self.changes.extend(changes);
                Ok((index, verdict, cells))
            }
            (Slot::New(number), None) => {
                let taken = self.add(row)?;
                self.made.insert(number, taken.0);
                Ok(taken)
            }
            (Slot::Old(_), None) => Err(Refused::NoName),
        }
    }

    /// Adds an entry.
    fn add(&mut self, row: &Row<'_>) -> Result<Taken, Refused> {
        let list = self.table.list();
        let index = self.tree.len(list.field());
        let at = FieldPath::entry(list.field(), index);
        let blank = blank_entry(&self.tree, list);
        let blank = if needs_id(list) { with_id_first(blank, &self.id_for(row)) } else { blank };
        let blank = with_language(blank, self.table, row);
        let unmade = Err(Refused::NoName);
        if self.tree.apply(&Change::insert(at.clone(), blank)).is_err() {
            return unmade;
        }
        let filled = self.fill(row, index);
        let cells = match filled {
            Ok((mut cells, _, _)) => {
                // What a blank entry says, nobody has said.
                for cell in &mut cells {
                    cell.was = None;
                }
                cells
            }
            Err(why) => {
                let _ = self.tree.apply(&Change::Remove { at });
                return Err(why);
            }
        };
        let Some(entry) = self.tree.entry(list.field(), index).cloned() else { return unmade };
        self.changes.push(Change::insert(at, entry));
        Ok((index, Verdict::New, cells))
    }

    fn id_for(&mut self, row: &Row<'_>) -> String {
        if let Some(id) = row.parts.id.as_ref().and_then(SheetCell::text) {
            let id = super::value::clean(id);
            self.ids.taken.insert(id.clone());
            return id;
        }
        let named = row.parts.titles.iter().find(|title| Lang::of_script(title) == Lang::En && title.is_ascii());
        self.ids.fresh(self.table.list(), named.map_or("", String::as_str))
    }

    /// Puts the cells of a row into an entry of the tree; takes all back if one cannot be there.
    #[expect(clippy::type_complexity, reason = "said once")]
    fn fill(&mut self, row: &Row<'_>, index: usize) -> Result<(Vec<CellChange>, Vec<Change>, Vec<Change>), Refused> {
        let (mut cells, mut changes, mut inverses) = (Vec::new(), Vec::new(), Vec::new());
        // A figure comes before its sources.
        let (figures, others): (Vec<_>, Vec<_>) = row.cells.iter().partition(|(field, _)| *field == FIGURE);
        for (field, cell) in figures.into_iter().chain(others) {
            let done = self.fill_one(row, (field, cell), index).and_then(|made| {
                let Some((cell, change)) = made else { return Ok(()) };
                let inverse = self.tree.apply(&change).map_err(|_unfit| Refused::NotAText(field))?;
                cells.push(cell);
                changes.push(change);
                inverses.push(inverse);
                Ok(())
            });
            if let Err(why) = done {
                inverses.iter().rev().for_each(|inverse| drop(self.tree.apply(inverse)));
                return Err(why);
            }
        }
        Ok((cells, changes, inverses))
    }

    fn fill_one(
        &self,
        row: &Row<'_>,
        (field, cell): (Field, &SheetCell),
        index: usize,
    ) -> Result<Option<(CellChange, Change)>, Refused> {
        let Field::At(path, kind) = field else { return Ok(None) };
        let entry = FieldPath::entry(self.table.list().field(), index);
        let at = field.lang().map_or_else(|| entry.field(path), |lang| entry.field(path).field(lang.code()));
        let now = self.tree.value(&at).filter(|value| !value.is_null());
        let put = match path {
            "figure" => {
                let precision = row.cells.iter().find(|(field, _)| *field == Field::Precision).map(|(_, cell)| *cell);
                figure::put(cell, precision, self.own_sources(row)?.as_ref(), now)?
            }
            "figure.sources" => self.put_figure_sources(field, cell, &entry, now)?,
            _ => put((field, kind), cell, now, (&self.names, self.sheet))?,
        };
        let becomes = match put {
            Put::Same => return Ok(None),
            Put::Set(value) => Some(value),
            Put::Unset => None,
        };
        let (check, outdates) = self.checks(field, &entry.field(path), becomes.as_ref());
        let change = CellChange { field, was: now.cloned(), becomes: becomes.clone(), check, outdates };
        Ok(Some((change, Change::Set { at, value: becomes, place: None })))
    }

    /// The sources that a row gives for its number.
    fn own_sources(&self, row: &Row<'_>) -> Result<Option<Value>, Refused> {
        let given = row.cells.iter().find(|(field, _)| matches!(field, Field::At("figure.sources", _)));
        let Some((field, cell)) = given else { return Ok(None) };
        let refuse = || Refused::Cell(*field, cell.shown(), Refusal::Unknown(List::Sources));
        Ok(figure::sources(&self.names.find_all(List::Sources, cell, &[]).ok_or_else(refuse)?))
    }

    /// Sources belong to a number that is reported; of one that is worked out they are those of its terms.
    fn put_figure_sources(
        &self,
        field: Field,
        cell: &SheetCell,
        entry: &FieldPath,
        now: Option<&Value>,
    ) -> Result<Put, Refused> {
        let refuse = |why| Err(Refused::Cell(field, cell.shown(), why));
        let figure = self.tree.value(&entry.field("figure"));
        let state = figure.and_then(|figure| figure.get("state")?.as_str()).unwrap_or_default();
        match (state, figure) {
            ("reported", _) => put((field, Kind::Refs(List::Sources)), cell, now, (&self.names, self.sheet)),
            ("worked_out", Some(figure)) => {
                let own = sources_of_terms(figure);
                let ids = self.names.find_all(List::Sources, cell, &own);
                let is_same = ids.is_some_and(|ids| ids.iter().all(|id| own.contains(id)))
                    || cell.text().map(str::trim) == Some(own.join(", ").trim());
                if is_same { Ok(Put::Same) } else { refuse(Refusal::WorkedOut) }
            }
            _ => refuse(Refusal::NumberFirst),
        }
    }

    /// The check of a text that changes, and the languages whose checked texts were translated from it.
    fn checks(&self, field: Field, at: &FieldPath, becomes: Option<&Value>) -> (Option<Review>, Vec<Lang>) {
        let words = field.lang().and_then(|lang| Some((lang, words_at(&self.tree, at)?)));
        let Some((lang, mut words)) = words.filter(|(_, words)| !words.reviewed.is_empty()) else {
            return (None, Vec::new());
        };
        words.bind_bare();
        let check = match words.state(lang) {
            TextState::Checked(review) => Some(review.clone()),
            TextState::Missing | TextState::Draft | TextState::Outdated(_) => None,
        };
        let is_checked = |words: &crate::model::Words, lang: Lang| matches!(words.state(lang), TextState::Checked(_));
        let others: Vec<Lang> =
            Lang::ALL.into_iter().filter(|other| *other != lang && is_checked(&words, *other)).collect();
        words.put(lang, becomes.and_then(Value::as_str).unwrap_or_default());
        (check, others.into_iter().filter(|other| !is_checked(&words, *other)).collect())
    }
}

/// The language of a source is that of its own title, where the letters leave no doubt.
fn with_language(mut entry: Value, table: Table, row: &Row<'_>) -> Value {
    let own = row.cells.iter().find(|(field, _)| matches!(field, Field::At("title", Kind::Line)));
    let lang = own.and_then(|(_, cell)| cell.text()).map(Lang::of_script);
    if let (Table::Sources, Some(lang @ (Lang::Zh | Lang::Bo)), Some(fields)) = (table, lang, entry.as_object_mut()) {
        fields.insert("language".to_owned(), json!(lang.code()));
    }
    entry
}
