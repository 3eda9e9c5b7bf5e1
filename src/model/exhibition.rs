//! The exhibition. One `Exhibition` is one `exhibition.json`.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{
    Date, DivisionId, Figure, GlossaryTerm, GroupId, Lang, LocalizedText, MilestoneId, Photo, PhotoId, ProvinceId,
    Report, Rest, Source, SourceId, StatementId, Stop, Topic, Unit, Unread, Words,
};

/// The format version that this program reads and writes.
pub const FORMAT: u64 = 1;

/// Everything that is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Exhibition {
    /// The format version, [`FORMAT`].
    pub format: u64,
    /// The title.
    #[serde(default)]
    pub title: Words,
    /// A short form of the title, for small windows and large type; where it is left out, the title up to its colon.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub short_title: Words,
    /// Paragraphs for the sources view: where the figures come from, and what they cannot tell.
    #[serde(default)]
    pub about: Vec<Words>,
    /// What must be said beside the views.
    #[serde(default)]
    pub notes: Notes,
    /// The prefecture-level divisions, in the order of the sidebar.
    #[serde(default)]
    pub divisions: Vec<Division>,
    /// The provinces and municipalities, in the order of the sidebar.
    #[serde(default)]
    pub provinces: Vec<Province>,
    /// Which province is paired with which division, since when.
    #[serde(default)]
    pub pairings: Vec<Pairing>,
    /// The years at which the pairing diagram can be looked at.
    #[serde(default)]
    pub pairing_stops: Vec<PairingStep>,
    /// The batches.
    #[serde(default)]
    pub batches: Vec<Batch>,
    /// Figures known only for several batches together.
    #[serde(default)]
    pub subtotals: Vec<Subtotal>,
    /// Totals that were published after a batch.
    #[serde(default)]
    pub totals: Vec<Total>,
    /// Headings of the statements.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// What the sources state, in our own words.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// The timeline.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Topics of the pictures.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// The pictures, in the order of the wall.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// The stops of a talk; without them, a talk goes through the pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running_order: Vec<Stop>,
    /// The sources.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Terms that recur in the texts, and what they are called in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<GlossaryTerm>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
    /// What could not be read, with its place in the file.
    #[serde(skip)]
    pub unread: Vec<Unread>,
}

/// What must be said beside the views: what their numbers and lines do not mean.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Notes {
    /// Under the personnel.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub personnel: Words,
    /// Beside the pairing diagram.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub pairings: Words,
    /// Over the divisions of the diagram: six cities and one prefecture.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub divisions: Words,
    /// Beside inferred years.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub inferred: Words,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A prefecture-level division.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Division {
    /// Its id.
    pub id: DivisionId,
    /// Its name.
    pub name: Words,
    /// City or prefecture.
    pub kind: DivisionKind,
    /// Other spellings that visitors may know: Shigatse, Lhoka.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_spelled: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The rank of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DivisionKind {
    /// A prefecture-level city.
    City,
    /// A prefecture.
    Prefecture,
}

/// A paired province or municipality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Province {
    /// Its id.
    pub id: ProvinceId,
    /// Its name.
    pub name: Words,
    /// Its name without “province” or “city”, for lists, in languages where the name has them.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub short_name: Words,
    /// Province or municipality.
    pub kind: ProvinceKind,
    /// Personnel figures of its own. Their dates and definitions differ: they are never added up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personnel: Vec<Report>,
    /// A remark for visitors.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub note: Words,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Province {
    /// The name used in lists: the short one, if this language has it.
    #[must_use]
    pub fn listed(&self, lang: Lang) -> LocalizedText<'_> {
        match self.short_name.only(lang).trim() {
            "" => self.name.resolve(lang),
            text => LocalizedText { text, lang },
        }
    }
}

/// The rank of a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProvinceKind {
    /// A province.
    Province,
    /// A municipality under the central government.
    Municipality,
}

/// One province paired with one division for a span of years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Pairing {
    /// The province.
    pub province: ProvinceId,
    /// The division.
    pub division: DivisionId,
    /// When it began.
    pub since: Date,
    /// When it ended; left out while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// True when the beginning is inferred, not printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// The span as the sources tell it.
    pub told: Words,
    /// Who reported it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Pairing {
    /// Returns `true` if the pairing held at the end of this year.
    #[must_use]
    pub fn holds_in(&self, year: u16) -> bool {
        self.since.year <= year && self.until.is_none_or(|until| year < until.year)
    }
}

/// A year at which the pairing diagram can be looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PairingStep {
    /// The year whose end the diagram shows.
    pub year: u16,
    /// The year as printed under the stop: 1994–95.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What changed.
    pub change: Words,
    /// Who reported it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A date of a batch, which may be inferred.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct When {
    /// The date.
    pub date: Date,
    /// True when no source prints it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
}

/// A batch of personnel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Batch {
    /// Its number, from 1.
    pub number: u32,
    /// When it arrived.
    pub arrive: When,
    /// When it left; left out while it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leave: Option<When>,
    /// Who reported the years.
    #[serde(default)]
    pub years_sources: Vec<SourceId>,
    /// How many people.
    pub figure: Figure,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Batch {
    /// Returns `true` if one of its years is not printed by any source.
    #[must_use]
    pub fn has_inferred_years(&self) -> bool {
        self.arrive.inferred || self.leave.as_ref().is_some_and(|when| when.inferred)
    }
}

/// A figure known only for several batches together. It is never split.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Subtotal {
    /// The first batch.
    pub first: u32,
    /// The last batch.
    pub last: u32,
    /// How many people.
    pub figure: Figure,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A total of all batches up to one, as published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Total {
    /// The last batch it counts.
    pub after_batch: u32,
    /// How many people.
    pub figure: Figure,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A heading over statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// The heading.
    pub title: Words,
    /// A remark under it: why its lines must not be added up, say.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub note: Words,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What a source states, in our own words, with its speaker named in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Statement {
    /// Its id.
    pub id: StatementId,
    /// The group it stands in.
    pub group: GroupId,
    /// The statement.
    pub text: Words,
    /// Its figure, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// What the figure counts: people, schools, billion yuan.
    #[serde(default, skip_serializing_if = "Unit::is_empty")]
    pub unit: Unit,
    /// Who stated it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An event on the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// When.
    pub date: Date,
    /// The date as printed beside the year: July; from May.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub date_note: Words,
    /// What happened, in a few words.
    pub title: Words,
    /// What happened.
    pub text: Words,
    /// How sure it is, where that must be said.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub certainty: Words,
    /// A picture that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
    /// Provinces it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provinces: Vec<ProvinceId>,
    /// Who reported it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Exhibition {
    /// A province by id.
    #[must_use]
    pub fn province(&self, id: &ProvinceId) -> Option<&Province> {
        self.provinces.iter().find(|p| p.id == *id)
    }

    /// A division by id.
    #[must_use]
    pub fn division(&self, id: &DivisionId) -> Option<&Division> {
        self.divisions.iter().find(|d| d.id == *id)
    }

    /// The step of the year control for a year.
    #[must_use]
    pub fn pairing_stop(&self, year: u16) -> Option<&PairingStep> {
        self.pairing_stops.iter().find(|stop| stop.year == year)
    }

    /// The total published after a batch.
    #[must_use]
    pub fn total(&self, after_batch: u32) -> Option<&Total> {
        self.totals.iter().find(|total| total.after_batch == after_batch)
    }

    /// A picture by id.
    #[must_use]
    pub fn photo(&self, id: &PhotoId) -> Option<&Photo> {
        self.photos.iter().find(|p| p.id == *id)
    }

    /// A source by id.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == *id)
    }

    /// The pairings of a province, current ones first.
    #[must_use]
    pub fn pairings_of(&self, id: &ProvinceId) -> Vec<&Pairing> {
        let mut all: Vec<&Pairing> = self.pairings.iter().filter(|p| p.province == *id).collect();
        all.sort_by_key(|p| p.until.is_some());
        all
    }

    /// The provinces now paired with a division, in the sidebar's order.
    #[must_use]
    pub fn provinces_paired_with(&self, division: &DivisionId) -> Vec<&Province> {
        let lasts = |pairing: &&Pairing| pairing.division == *division && pairing.until.is_none();
        let ids: HashSet<&ProvinceId> = self.pairings.iter().filter(lasts).map(|pairing| &pairing.province).collect();
        let paired = |province: &&Province| ids.contains(&province.id);
        self.provinces.iter().filter(paired).collect()
    }
}
