//! Entries out of a spreadsheet: which column is which field, which row is which entry, and what that changes. Pure: the cells
//! come in as values, and what comes out is shown before it becomes one step.
//!
//! A cell in which nothing is said leaves its field as it is, and never makes a number. A row is taken whole or not at all.

mod figure;
mod forms;
mod judge;
mod keys;
mod names;
mod preview;
mod spans;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeMap;

use super::Table;
use super::table::{Choices, Kind};
use crate::model::{Lang, List};

pub use judge::judge;
pub use preview::{CellChange, FoundBy, Judged, Preview, Refused, Tally, Verdict};

/// The tables that rows can be taken into.
pub const TABLES: [Table; 5] = [Table::Captions, Table::Batches, Table::Pairings, Table::Milestones, Table::Sources];

/// What a column of a spreadsheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The id of the entry.
    Id,
    /// The file of the picture.
    File,
    /// The word for the precision of the figure, beside it.
    Precision,
    /// A field of the entry by its path, and what it holds.
    At(&'static str, Kind),
}

impl Field {
    /// Its name on the command line and in the hidden row of a template: `caption.zh`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Id => "id".to_owned(),
            Self::File => "file".to_owned(),
            Self::Precision => "precision".to_owned(),
            Self::At(path, Kind::Words(lang, _)) => format!("{path}.{}", lang.code()),
            Self::At(path, _) => path.to_owned(),
        }
    }

    /// The field of a table with this name.
    #[must_use]
    pub fn named(table: Table, name: &str) -> Option<Self> {
        fields(table).into_iter().find(|field| field.name() == name)
    }

    /// The language of its text.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        match self {
            Self::At(_, Kind::Words(lang, _)) => Some(lang),
            Self::Id | Self::File | Self::Precision | Self::At(..) => None,
        }
    }
}

/// The name of a table on the command line and in templates.
#[must_use]
pub fn table_name(table: Table) -> &'static str {
    match table {
        Table::Captions => "captions",
        Table::Batches => "batches",
        Table::Pairings => "pairings",
        Table::Milestones => "milestones",
        Table::Sources => "sources",
        Table::Statements => "statements",
    }
}

/// The fields that rows of a table may have, in the order of a template.
#[must_use]
pub fn fields(table: Table) -> Vec<Field> {
    let words = |path: &'static str, has_lines: bool| {
        Lang::ALL.map(|lang| Field::At(path, Kind::Words(lang, has_lines))).to_vec()
    };
    let one = |path: &'static str, kind: Kind| vec![Field::At(path, kind)];
    let sources = one("sources", Kind::Refs(List::Sources));
    let parts = match table {
        Table::Captions => vec![
            vec![Field::Id, Field::File],
            words("title", false),
            words("caption", true),
            words("alt", true),
            words("credit", false),
            words("place", false),
            one("date", Kind::Date),
            one("topic", Kind::Ref(List::Topics)),
            one("provinces", Kind::Refs(List::Provinces)),
            sources,
        ],
        Table::Batches => vec![
            one("number", Kind::Whole),
            one("arrive.date", Kind::Date),
            one("leave.date", Kind::Date),
            one("figure", Kind::Figure),
            vec![Field::Precision],
            one("figure.sources", Kind::Refs(List::Sources)),
            one("years_sources", Kind::Refs(List::Sources)),
        ],
        Table::Pairings => vec![
            one("province", Kind::Ref(List::Provinces)),
            one("division", Kind::Ref(List::Divisions)),
            one("since", Kind::Date),
            one("until", Kind::Date),
            one("inferred", Kind::YesNo),
            words("told", true),
            sources,
        ],
        Table::Milestones => vec![
            vec![Field::Id],
            one("date", Kind::Date),
            words("title", false),
            words("text", true),
            one("photo", Kind::Ref(List::Photos)),
            one("provinces", Kind::Refs(List::Provinces)),
            sources,
        ],
        Table::Sources => vec![
            vec![Field::Id],
            one("title", Kind::Line),
            words("publisher", false),
            words("description", true),
            one("date", Kind::Date),
            one("language", Kind::Line),
            one("address", Kind::Line),
            one("hosting", Kind::Choice(Choices::Hosting)),
            one("how_read", Kind::Choice(Choices::HowRead)),
        ],
        Table::Statements => Vec::new(),
    };
    parts.into_iter().flatten().collect()
}

/// The lists whose entries can be named in the columns of a table.
#[must_use]
pub fn lists_of(table: Table) -> Vec<List> {
    let mut lists = Vec::new();
    for field in fields(table) {
        if let Field::At(_, Kind::Ref(list) | Kind::Refs(list)) = field
            && !lists.contains(&list)
        {
            lists.push(list);
        }
    }
    lists
}

/// Which columns of a sheet are which fields of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The table.
    pub table: Table,
    /// The row of the heads, from 0; what stands above it is not read. `None` where a sheet has no heads.
    pub heads: Option<u32>,
    /// The fields by the columns, from 0.
    pub fields: BTreeMap<u32, Field>,
}

impl Mapping {
    /// Makes a column a field, or none; no two columns are the same field.
    pub fn put(&mut self, column: u32, field: Option<Field>) {
        if let Some(field) = field {
            self.fields.retain(|_, other| *other != field);
            self.fields.insert(column, field);
        } else {
            self.fields.remove(&column);
        }
    }

    /// The first row that is read, from 0.
    #[must_use]
    pub fn first_row(&self) -> u32 {
        self.heads.map_or(0, |heads| heads.saturating_add(1))
    }
}
