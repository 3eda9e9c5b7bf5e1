//! The fields of each list.

use super::{Called, Choice, Field, Kind};
use crate::model::List;

const fn f(path: &'static str, called: Called, kind: Kind) -> Field {
    Field::new(path, called, kind)
}

/// What nobody types: it is made, kept or worked out by the program.
pub const NOT_TYPED: [&str; 5] = ["format", "reviewed", "checked", "zoom", "rest"];

/// The fields of the whole document, beside its lists.
pub const WHOLE: &[Field] = &[
    f("title", Called::Title, Kind::Line),
    f("short_title", Called::ShortTitle, Kind::Line),
    f("notes.personnel", Called::NotePersonnel, Kind::Lines),
    f("notes.pairings", Called::NotePairings, Kind::Lines),
    f("notes.divisions", Called::NoteDivisions, Kind::Lines),
    f("notes.inferred", Called::NoteInferred, Kind::Lines),
];

const SOURCES: Field = f("sources", Called::Sources, Kind::Several(List::Sources));

const ID: Field = f("id", Called::Id, Kind::Id);

const FIGURE: &[Field] = &[
    f("state", Called::State, Kind::Choice(Choice::State)),
    f("value", Called::Value, Kind::Number),
    f("precision", Called::Precision, Kind::Choice(Choice::Precision)),
    SOURCES,
    f("terms", Called::Terms, Kind::Terms),
    f("also", Called::Also, Kind::Reports),
    f("note", Called::Note, Kind::Lines),
];

const TERM: &[Field] = &[f("value", Called::Value, Kind::Number), f("counts", Called::Counts, Kind::Line), SOURCES];

const REPORT: &[Field] = &[
    f("precision", Called::Precision, Kind::Choice(Choice::Precision)),
    f("value", Called::Value, Kind::Number),
    f("counts", Called::Counts, Kind::Line),
    SOURCES,
];

/// The fields of a figure.
#[must_use]
pub fn figure() -> &'static [Field] {
    FIGURE
}

/// The fields of a part of a figure that is worked out.
#[must_use]
pub fn term() -> &'static [Field] {
    TERM
}

/// The fields of a report of a number.
#[must_use]
pub fn report() -> &'static [Field] {
    REPORT
}

const ABOUT: &[Field] = &[f("", Called::Paragraph, Kind::Lines)];

const DIVISIONS: &[Field] = &[
    f("name", Called::Name, Kind::Line),
    f("kind", Called::Rank, Kind::Choice(Choice::Division)),
    f("also_spelled", Called::AlsoSpelled, Kind::Texts),
    ID,
];

const PROVINCES: &[Field] = &[
    f("name", Called::Name, Kind::Line),
    f("short_name", Called::ShortName, Kind::Line),
    f("kind", Called::Rank, Kind::Choice(Choice::Province)),
    f("personnel", Called::Personnel, Kind::Reports),
    f("note", Called::Note, Kind::Lines),
    ID,
];

const PAIRINGS: &[Field] = &[
    f("province", Called::Province, Kind::One(List::Provinces)).with(""),
    f("division", Called::Division, Kind::One(List::Divisions)).with(""),
    f("since", Called::Since, Kind::Date),
    f("until", Called::Until, Kind::Date),
    f("inferred", Called::Inferred, Kind::Flag),
    f("told", Called::Told, Kind::Lines),
    SOURCES,
];

const PAIRING_STEPS: &[Field] = &[
    f("year", Called::Year, Kind::Whole),
    f("label", Called::YearLabel, Kind::Text),
    f("change", Called::Change, Kind::Lines),
    SOURCES,
];

const BATCHES: &[Field] = &[
    f("figure", Called::Figure, Kind::Figure),
    f("arrive.date", Called::Arrive, Kind::Date),
    f("arrive.inferred", Called::ArriveInferred, Kind::Flag),
    f("leave.date", Called::Leave, Kind::Date).with("leave"),
    f("leave.inferred", Called::LeaveInferred, Kind::Flag),
    f("number", Called::BatchNumber, Kind::Whole),
    f("years_sources", Called::YearsSources, Kind::Several(List::Sources)),
];

const SUBTOTALS: &[Field] = &[
    f("first", Called::FirstBatch, Kind::Whole),
    f("last", Called::LastBatch, Kind::Whole),
    f("figure", Called::Figure, Kind::Figure),
];

const TOTALS: &[Field] = &[
    f("after_batch", Called::AfterBatch, Kind::Whole),
    f("as_of", Called::AsOf, Kind::Date),
    f("figure", Called::Figure, Kind::Figure),
];

const GROUPS: &[Field] = &[f("title", Called::Heading, Kind::Line), f("note", Called::Note, Kind::Lines), ID];

const STATEMENTS: &[Field] = &[
    f("group", Called::Group, Kind::One(List::Groups)).with(""),
    f("text", Called::Statement, Kind::Lines),
    SOURCES,
    f("figure", Called::Figure, Kind::Figure),
    f("unit", Called::Unit, Kind::Line),
    f("unit.scale.en", Called::ScaleEn, Kind::Number),
    f("unit.scale.zh", Called::ScaleZh, Kind::Number),
    f("unit.scale.bo", Called::ScaleBo, Kind::Number),
    ID,
];

const MILESTONES: &[Field] = &[
    f("date", Called::Date, Kind::Date),
    f("photo", Called::Picture, Kind::One(List::Photos)),
    f("title", Called::Title, Kind::Line),
    f("text", Called::Text, Kind::Lines),
    f("date_note", Called::DateNote, Kind::Line),
    f("certainty", Called::Certainty, Kind::Line),
    f("provinces", Called::Provinces, Kind::Several(List::Provinces)),
    SOURCES,
    ID,
];

const TOPICS: &[Field] = &[f("name", Called::Name, Kind::Line), ID];

const GLOSSARY: &[Field] = &[f("name", Called::Name, Kind::Line), f("also_spelled", Called::AlsoSpelled, Kind::Texts)];

const PHOTOS: &[Field] = &[
    f("credit", Called::Credit, Kind::Line),
    f("topic", Called::Topic, Kind::One(List::Topics)),
    f("date", Called::Date, Kind::Date),
    f("place", Called::Place, Kind::Line),
    f("provinces", Called::Provinces, Kind::Several(List::Provinces)),
    f("focus", Called::Focus, Kind::Focus),
    SOURCES,
    f("title", Called::Title, Kind::Line),
    f("caption", Called::Caption, Kind::Lines),
    f("alt", Called::Alt, Kind::Lines),
    f("lead", Called::Lead, Kind::Flag),
    f("kind", Called::PictureKind, Kind::Choice(Choice::Picture)),
    f("licence", Called::Licence, Kind::Lines),
    f("file", Called::File, Kind::File).stays(),
    f("size", Called::Size, Kind::Size),
    ID,
    f("stand_in.file", Called::StandIn, Kind::File).with("stand_in"),
    f("stand_in.size", Called::StandInSize, Kind::Size),
    f("stand_in.focus", Called::StandInFocus, Kind::Focus),
    f("stand_in.alt", Called::StandInAlt, Kind::Lines),
];

const STOPS: &[Field] = &[
    f("shows", Called::Shows, Kind::Shows),
    f("shows.photo", Called::Picture, Kind::One(List::Photos)).with(""),
    f("shows.province", Called::Province, Kind::One(List::Provinces)).with(""),
    f("shows.milestone", Called::Milestone, Kind::One(List::Milestones)).with(""),
    f("shows.chart.form", Called::ChartForm, Kind::Choice(Choice::Chart)),
    f("shows.chart.lit", Called::LitBatches, Kind::Batches),
    f("shows.pairings.year", Called::ShownYear, Kind::Whole),
    f("shows.pairings.lit", Called::LitProvince, Kind::One(List::Provinces)),
    f("shows.card.text", Called::CardText, Kind::Lines),
    f("shows.card.statement", Called::CardStatement, Kind::One(List::Statements)),
    f("shows.card.photo", Called::Picture, Kind::One(List::Photos)),
    f("title", Called::Title, Kind::Line),
    f("notes", Called::SpeakerNotes, Kind::Lines),
    f("secs", Called::Secs, Kind::Whole),
];

const SOURCE: &[Field] = &[
    f("publisher", Called::Publisher, Kind::Line),
    f("title", Called::SourceTitle, Kind::Text),
    f("date", Called::Date, Kind::Date),
    f("language", Called::Language, Kind::Text).stays(),
    f("address", Called::Address, Kind::Text),
    f("description", Called::Description, Kind::Line),
    f("date_note", Called::DateNote, Kind::Line),
    f("hosting", Called::Hosting, Kind::Choice(Choice::Hosting)),
    f("how_read", Called::HowRead, Kind::Choice(Choice::HowRead)),
    f("note", Called::Note, Kind::Lines),
    ID,
];

/// The fields of the entries of a list.
pub(super) fn of(list: List) -> &'static [Field] {
    match list {
        List::About => ABOUT,
        List::Divisions => DIVISIONS,
        List::Provinces => PROVINCES,
        List::Pairings => PAIRINGS,
        List::PairingSteps => PAIRING_STEPS,
        List::Batches => BATCHES,
        List::Subtotals => SUBTOTALS,
        List::Totals => TOTALS,
        List::Groups => GROUPS,
        List::Statements => STATEMENTS,
        List::Milestones => MILESTONES,
        List::Topics => TOPICS,
        List::Photos => PHOTOS,
        List::RunningOrder => STOPS,
        List::Sources => SOURCE,
        List::Glossary => GLOSSARY,
    }
}
