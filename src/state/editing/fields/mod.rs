//! The fields of an exhibition as a person fills them in: for each list, in which order, and how each is typed or chosen.

mod called;
mod lists;
#[cfg(test)]
mod tests;

use crate::model::List;

pub use called::Called;
pub use lists::{NOT_TYPED, WHOLE, figure, report, term};

/// A field, below an entry of a list or below the whole document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its path below the entry; empty for an entry that is itself a text.
    pub path: &'static str,
    /// What it is called.
    pub called: Called,
    /// How it is filled in.
    pub kind: Kind,
    /// What goes with it when it is emptied, if more than the field: an end whose date is taken out is no end. Empty for the whole
    /// entry: a pairing without its province is none.
    pub goes_with: Option<&'static str>,
    /// Whether it stays, empty, when its text is taken out.
    pub stays: bool,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words in three languages, on one line.
    Line,
    /// Words in three languages, on several lines.
    Lines,
    /// One text in one language.
    Text,
    /// Several short texts.
    Texts,
    /// A day, a month or a year.
    Date,
    /// A whole number.
    Whole,
    /// A number that may have decimals.
    Number,
    /// One of a few.
    Choice(Choice),
    /// An entry of a list, by its id.
    One(List),
    /// Entries of a list, by their ids.
    Several(List),
    /// Batches, by their numbers.
    Batches,
    /// Yes or no.
    Flag,
    /// A figure with its state.
    Figure,
    /// Parts of a figure that is worked out.
    Terms,
    /// Reports of a number.
    Reports,
    /// A point of a picture.
    Focus,
    /// Width and height, which the file says.
    Size,
    /// A file of the pack.
    File,
    /// What the audience sees.
    Shows,
    /// The id by which others refer to the entry.
    Id,
}

/// A choice of few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The rank of a division.
    Division,
    /// The rank of a province.
    Province,
    /// What a picture is.
    Picture,
    /// Where a source was found.
    Hosting,
    /// How much of it was read.
    HowRead,
    /// The word before a number.
    Precision,
    /// The state of a figure.
    State,
    /// A form of the personnel.
    Chart,
    /// What the audience sees.
    Shows,
}

impl Choice {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Division,
        Self::Province,
        Self::Picture,
        Self::Hosting,
        Self::HowRead,
        Self::Precision,
        Self::State,
        Self::Chart,
        Self::Shows,
    ];

    /// What can be chosen, as it stands in `exhibition.json`. The first is meant where nothing stands there.
    #[must_use]
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::Division => &["city", "prefecture"],
            Self::Province => &["province", "municipality"],
            Self::Picture => &["photograph", "illustration"],
            Self::Hosting => &["publisher", "reprint", "mirror", "article"],
            Self::HowRead => &["full", "excerpt", "data"],
            Self::Precision => &["exact", "nearly", "more_than", "about"],
            Self::State => &["reported", "worked_out", "not_published", "not_applicable"],
            Self::Chart => &["bars", "rows", "running", "table"],
            Self::Shows => &["photo", "chart", "province", "milestone", "pairings", "card"],
        }
    }
}

impl Field {
    pub(in crate::state::editing::fields) const fn new(path: &'static str, called: Called, kind: Kind) -> Self {
        Self { path, called, kind, goes_with: None, stays: false }
    }

    pub(in crate::state::editing::fields) const fn with(self, goes_with: &'static str) -> Self {
        Self { goes_with: Some(goes_with), ..self }
    }

    pub(in crate::state::editing::fields) const fn stays(self) -> Self {
        Self { stays: true, ..self }
    }
}

impl Field {
    /// Returns `true` for what takes little room, so that several stand side by side.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.kind.is_short() && !matches!(self.called, Called::SourceTitle | Called::Address)
    }
}

impl Kind {
    fn is_short(self) -> bool {
        match self {
            Self::Text
            | Self::Date
            | Self::Whole
            | Self::Number
            | Self::Choice(_)
            | Self::One(_)
            | Self::Flag
            | Self::Size
            | Self::Id
            | Self::File => true,
            Self::Line
            | Self::Lines
            | Self::Texts
            | Self::Several(_)
            | Self::Batches
            | Self::Figure
            | Self::Terms
            | Self::Reports
            | Self::Focus
            | Self::Shows => false,
        }
    }
}

/// The fields of the entries of a list, in the order in which a person fills them in.
#[must_use]
pub fn fields(list: List) -> &'static [Field] {
    lists::of(list)
}

/// The field of the whole document or of a list with a path.
#[must_use]
pub fn field(list: Option<List>, path: &str) -> Option<&'static Field> {
    list.map_or(WHOLE, fields).iter().find(|field| field.path == path)
}
