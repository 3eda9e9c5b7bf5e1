//! Figures and their states. A missing figure has no value at all, so it cannot be mistaken for zero.

use serde::{Deserialize, Serialize};

use super::{Rest, SourceId, Words};

/// How a source qualifies a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Printed as an exact number.
    #[default]
    Exact,
    /// “nearly”: the true number is a little lower.
    Nearly,
    /// “more than”: the true number is higher.
    MoreThan,
    /// “about”.
    About,
}

/// A number with its qualifying word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number as printed.
    pub value: f64,
    /// Its qualifying word.
    pub precision: Precision,
}

/// One report of a number, by named sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Report {
    /// The number as printed.
    pub value: f64,
    /// Its qualifying word.
    #[serde(default)]
    pub precision: Precision,
    /// What the number counts, in our own words: whom, until when.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub counts: Words,
    /// Who reported it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Report {
    /// The number with its qualifying word.
    #[must_use]
    pub fn amount(&self) -> Amount {
        Amount { value: self.value, precision: self.precision }
    }
}

/// A part of a worked-out figure. Negative values are subtracted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Term {
    /// The published number, negative when it is subtracted.
    pub value: f64,
    /// What it counts.
    #[serde(default)]
    pub counts: Words,
    /// Who reported it.
    #[serde(default)]
    pub sources: Vec<SourceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The four states of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureState {
    /// Printed by the sources.
    Reported {
        /// The number with its qualifying word.
        amount: Amount,
        /// Who reported it.
        sources: Vec<SourceId>,
    },
    /// The sum of published parts; printed nowhere itself.
    WorkedOut {
        /// The parts, at least one.
        terms: Vec<Term>,
    },
    /// No source prints it. Not zero.
    NotPublished,
    /// The question does not arise.
    NotApplicable,
}

/// A figure: its state, other reports of it, and a remark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "FigureFile", into = "FigureFile")]
pub struct Figure {
    /// Its state.
    pub state: FigureState,
    /// Other reports of the same figure, shown beside it, never averaged.
    pub also: Vec<Report>,
    /// A remark on it.
    pub note: Words,
    /// Fields that this version does not know.
    pub rest: Rest,
}

impl Figure {
    /// A figure that no source prints.
    #[must_use]
    pub fn not_published() -> Self {
        Self { state: FigureState::NotPublished, also: Vec::new(), note: Words::default(), rest: Rest::new() }
    }

    /// The number, reported or worked out; `None` if there is none, never zero for a missing figure.
    #[must_use]
    pub fn amount(&self) -> Option<Amount> {
        match &self.state {
            FigureState::Reported { amount, .. } => Some(*amount).filter(|amount| is_count(amount.value)),
            FigureState::WorkedOut { terms } => {
                let value = terms.iter().map(|t| t.value).sum();
                is_count(value).then_some(Amount { value, precision: Precision::Exact })
            }
            FigureState::NotPublished | FigureState::NotApplicable => None,
        }
    }

    /// The sources of the figure itself (not of other reports), without duplicates.
    #[must_use]
    pub fn sources(&self) -> Vec<&SourceId> {
        let all: Vec<&SourceId> = match &self.state {
            FigureState::Reported { sources, .. } => sources.iter().collect(),
            FigureState::WorkedOut { terms } => terms.iter().flat_map(|t| &t.sources).collect(),
            FigureState::NotPublished | FigureState::NotApplicable => Vec::new(),
        };
        let mut once: Vec<&SourceId> = Vec::new();
        for id in all {
            if !once.contains(&id) {
                once.push(id);
            }
        }
        once
    }
}

/// Returns `true` for a number that can be an exact count: finite and not negative.
pub(super) fn is_count(value: f64) -> bool {
    (0.0..=super::shape::MOST).contains(&value)
}

/// The names of the states in `exhibition.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StateName {
    /// Needs `value` and `sources`.
    Reported,
    /// Needs `terms`.
    WorkedOut,
    /// Has no value.
    NotPublished,
    /// Has no value.
    NotApplicable,
}

/// A figure as it stands in `exhibition.json`: flat, with the fields that its state calls for.
#[derive(Clone, Debug, Serialize, Deserialize, schemars::JsonSchema)]
pub struct FigureFile {
    /// The state.
    pub state: StateName,
    /// The number, for a reported figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Its qualifying word, for a reported figure; exact when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// Who reported it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// The parts of a worked-out figure; it is their sum.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// Other reports of the same figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Report>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub note: Words,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl TryFrom<FigureFile> for Figure {
    type Error = String;

    fn try_from(file: FigureFile) -> Result<Self, Self::Error> {
        let state = match (file.state, file.value) {
            (StateName::Reported, Some(value)) if is_count(value) => FigureState::Reported {
                amount: Amount { value, precision: file.precision.unwrap_or_default() },
                sources: file.sources,
            },
            (StateName::Reported, Some(_)) => return Err("a reported figure cannot be negative".to_owned()),
            (StateName::Reported, None) => {
                return Err("a reported figure needs a value; write not_published if there is none".to_owned());
            }
            (_, Some(_)) => return Err("only a reported figure has a value of its own".to_owned()),
            (StateName::WorkedOut, None) if file.terms.is_empty() => {
                return Err("a worked-out figure needs its terms".to_owned());
            }
            (StateName::WorkedOut, None) if !is_count(file.terms.iter().map(|term| term.value).sum()) => {
                return Err("the parts of a worked-out figure add up to no number of people".to_owned());
            }
            (StateName::WorkedOut, None) => FigureState::WorkedOut { terms: file.terms },
            (StateName::NotPublished, None) => FigureState::NotPublished,
            (StateName::NotApplicable, None) => FigureState::NotApplicable,
        };
        Ok(Self { state, also: file.also, note: file.note, rest: file.rest })
    }
}

impl From<Figure> for FigureFile {
    fn from(figure: Figure) -> Self {
        let (state, value, precision, sources, terms) = match figure.state {
            FigureState::Reported { amount, sources } => {
                (StateName::Reported, Some(amount.value), Some(amount.precision), sources, Vec::new())
            }
            FigureState::WorkedOut { terms } => (StateName::WorkedOut, None, None, Vec::new(), terms),
            FigureState::NotPublished => (StateName::NotPublished, None, None, Vec::new(), Vec::new()),
            FigureState::NotApplicable => (StateName::NotApplicable, None, None, Vec::new(), Vec::new()),
        };
        Self { state, value, precision, sources, terms, also: figure.also, note: figure.note, rest: figure.rest }
    }
}

impl schemars::JsonSchema for Figure {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        FigureFile::json_schema(generator)
    }
}
