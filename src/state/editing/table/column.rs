//! The columns of each table.

use crate::model::{FieldPath, Lang, List};
use crate::state::editing::Table;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// The number of a batch.
    Number,
    /// When a batch arrived.
    Arrived,
    /// When it left.
    Left,
    /// How many people.
    People,
    /// Who reported how many.
    PeopleSources,
    /// Who reported the years.
    YearsSources,
    /// The province.
    Province,
    /// The place.
    Division,
    /// When it began.
    Since,
    /// When it ended.
    Until,
    /// Whether its beginning is inferred.
    Inferred,
    /// The date.
    Date,
    /// The picture.
    Picture,
    /// The provinces.
    Provinces,
    /// Who reported it.
    Sources,
    /// The heading that it stands under.
    Group,
    /// A number.
    Figure,
    /// The title in a source's own language.
    OwnTitle,
    /// The language of a source.
    Language,
    /// Its address.
    Address,
    /// Where it was found.
    Hosting,
    /// How much of it was read.
    HowRead,
    /// The text in a language.
    Text(Lang),
}

/// A field with a text in three languages, of which a table shows one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Passage {
    /// The title.
    Title,
    /// The caption.
    Caption,
    /// The alternative text.
    Alternative,
    /// What happened, or what is stated.
    Text,
    /// The span of a pairing as it is told.
    Told,
    /// The publisher.
    Publisher,
    /// What a source is.
    Description,
}

impl Passage {
    /// Its field.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Caption => "caption",
            Self::Alternative => "alt",
            Self::Text => "text",
            Self::Told => "told",
            Self::Publisher => "publisher",
            Self::Description => "description",
        }
    }

    /// Returns `true` if it has no line breaks.
    #[must_use]
    pub fn is_one_line(self) -> bool {
        match self {
            Self::Title | Self::Alternative | Self::Publisher => true,
            Self::Caption | Self::Text | Self::Told | Self::Description => false,
        }
    }
}

/// The texts of a table, in the order of their switch; the first one is shown first, but for captions.
#[must_use]
pub fn passages(table: Table) -> &'static [Passage] {
    match table {
        Table::Captions => &[Passage::Title, Passage::Caption, Passage::Alternative],
        Table::Batches => &[],
        Table::Pairings => &[Passage::Told],
        Table::Milestones => &[Passage::Title, Passage::Text],
        Table::Sources => &[Passage::Publisher, Passage::Description],
        Table::Statements => &[Passage::Text],
    }
}

/// What can be chosen in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choices {
    /// Where a source was found.
    Hosting,
    /// How much of it was read.
    HowRead,
}

impl Choices {
    /// The choices, by their names in `exhibition.json`.
    #[must_use]
    pub fn all(self) -> &'static [&'static str] {
        match self {
            Self::Hosting => &["publisher", "reprint", "mirror", "article"],
            Self::HowRead => &["full", "excerpt", "data"],
        }
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text in a language, with or without line breaks.
    Words(Lang, bool),
    /// A text on one line.
    Line,
    /// A date, as precise as it is known.
    Date,
    /// A whole number from 1.
    Whole,
    /// A figure with its state.
    Figure,
    /// Yes or no.
    YesNo,
    /// One of several words.
    Choice(Choices),
    /// An entry of a list.
    Ref(List),
    /// Entries of a list.
    Refs(List),
}

impl Kind {
    /// Returns `true` if what is typed is what is written, letter by letter.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Words(..) | Self::Line)
    }

    /// Returns `true` if a cell may have several lines.
    #[must_use]
    pub fn has_lines(self) -> bool {
        matches!(self, Self::Words(_, true))
    }
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is about.
    pub name: Named,
    /// The path of its field within an entry, without the language.
    pub field: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether an entry cannot be without it.
    pub needed: bool,
}

impl Column {
    const fn new(name: Named, field: &'static str, kind: Kind) -> Self {
        Self { name, field, kind, needed: false }
    }

    const fn needed(name: Named, field: &'static str, kind: Kind) -> Self {
        Self { name, field, kind, needed: true }
    }

    /// The path of a cell.
    #[must_use]
    pub fn path(&self, list: List, index: usize) -> FieldPath {
        let field = FieldPath::entry(list.field(), index).field(self.field);
        match self.kind {
            Kind::Words(lang, _) => field.field_named(lang.code()),
            _ => field,
        }
    }

    /// The path of what goes when the cell is emptied.
    #[must_use]
    pub fn emptied(&self, list: List, index: usize) -> FieldPath {
        match self.field {
            "leave.date" => FieldPath::entry(list.field(), index).field("leave"),
            _ => self.path(list, index),
        }
    }
}

/// The columns of a table that shows this of its texts.
#[must_use]
pub fn columns(table: Table, passage: Option<Passage>) -> Vec<Column> {
    let sources = Column::new(Named::Sources, "sources", Kind::Refs(List::Sources));
    let (before, after) = match table {
        Table::Captions => (vec![], vec![]),
        Table::Batches => (
            vec![
                Column::needed(Named::Number, "number", Kind::Whole),
                Column::needed(Named::Arrived, "arrive.date", Kind::Date),
                Column::new(Named::Left, "leave.date", Kind::Date),
                Column::needed(Named::People, "figure", Kind::Figure),
                Column::new(Named::PeopleSources, "figure.sources", Kind::Refs(List::Sources)),
                Column::new(Named::YearsSources, "years_sources", Kind::Refs(List::Sources)),
            ],
            vec![],
        ),
        Table::Pairings => (
            vec![
                Column::needed(Named::Province, "province", Kind::Ref(List::Provinces)),
                Column::needed(Named::Division, "division", Kind::Ref(List::Divisions)),
                Column::needed(Named::Since, "since", Kind::Date),
                Column::new(Named::Until, "until", Kind::Date),
                Column::new(Named::Inferred, "inferred", Kind::YesNo),
            ],
            vec![sources],
        ),
        Table::Milestones => (
            vec![Column::needed(Named::Date, "date", Kind::Date)],
            vec![
                Column::new(Named::Picture, "photo", Kind::Ref(List::Photos)),
                Column::new(Named::Provinces, "provinces", Kind::Refs(List::Provinces)),
                sources,
            ],
        ),
        Table::Sources => (
            vec![
                Column::new(Named::OwnTitle, "title", Kind::Line),
                Column::new(Named::Date, "date", Kind::Date),
                Column::needed(Named::Language, "language", Kind::Line),
            ],
            vec![
                Column::new(Named::Address, "address", Kind::Line),
                Column::needed(Named::Hosting, "hosting", Kind::Choice(Choices::Hosting)),
                Column::needed(Named::HowRead, "how_read", Kind::Choice(Choices::HowRead)),
            ],
        ),
        Table::Statements => (
            vec![
                Column::needed(Named::Group, "group", Kind::Ref(List::Groups)),
                Column::new(Named::Figure, "figure", Kind::Figure),
            ],
            vec![sources],
        ),
    };
    let texts = passage.into_iter().flat_map(|passage| {
        Lang::ALL.map(|lang| Column::new(Named::Text(lang), passage.field(), Kind::Words(lang, !passage.is_one_line())))
    });
    before.into_iter().chain(texts).chain(after).collect()
}
