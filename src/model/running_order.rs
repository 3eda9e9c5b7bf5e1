//! The running order of a talk: its stops, what the audience sees at each, and the speaker's notes.

use serde::{Deserialize, Serialize};

use super::{Exhibition, MilestoneId, PhotoId, ProvinceId, Rest, StatementId, Words};

/// The duration of a stop without a planned time, in seconds.
pub const STOP_SECS: u32 = 60;
/// The longest planned time of a stop, in seconds: a day.
const MOST_SECS: u32 = 86_400;

/// One stop of a talk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Stop {
    /// What the audience sees.
    pub shows: Shows,
    /// Its name; where it is left out, that of what is shown.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub title: Words,
    /// What the speaker has before them, and nobody else sees. A line that begins with `!` says what to do, not what to say.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub notes: Words,
    /// The planned time in seconds.
    #[serde(default = "stop_secs")]
    pub secs: u32,
    /// The part of a picture that is seen at first: how many times it is enlarged, from 1 to 4, and the point in its middle, from
    /// 0 to 1 across and down; all of it where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zoom: Option<[f32; 3]>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

fn stop_secs() -> u32 {
    STOP_SECS
}

/// What the audience sees. Notes are not part of it, so that no way leads from here to them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// A picture with its caption.
    Photo(PhotoId),
    /// The personnel.
    Chart(ChartStop),
    /// A province's card.
    Province(ProvinceId),
    /// A milestone.
    Milestone(MilestoneId),
    /// The pairing diagram.
    Pairings(PairingsStop),
    /// A text.
    Card(Card),
}

/// The personnel in one of their forms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ChartStop {
    /// The form.
    #[serde(default)]
    pub form: ChartForm,
    /// The batches, by number, that stand out; all of them where it is empty.
    #[serde(rename = "lit", default, skip_serializing_if = "Vec::is_empty")]
    pub highlighted: Vec<u32>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A form of the personnel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartForm {
    /// Standing bars.
    #[default]
    Bars,
    /// Lying bars.
    Rows,
    /// The totals published after each batch.
    Running,
    /// A table.
    Table,
}

/// The pairing diagram in a year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PairingsStop {
    /// The year at whose end it is looked at; the last one where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// A province whose ribbon stands out.
    #[serde(rename = "lit", default, skip_serializing_if = "Option::is_none")]
    pub highlighted: Option<ProvinceId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A text under the stop's title: of its own, or a statement with its figure and source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Card {
    /// A few words.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub text: Words,
    /// The statement whose figure is shown large.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<StatementId>,
    /// A picture beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A line of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteLine<'a> {
    /// Whether it says what to do, rather than what to say.
    pub cue: bool,
    /// Its text without the mark.
    pub text: &'a str,
}

/// The lines of notes, without empty ones.
#[must_use]
pub fn note_lines(notes: &str) -> Vec<NoteLine<'_>> {
    let mut lines = Vec::new();
    for raw in notes.lines().map(str::trim) {
        let (cue, text) = raw.strip_prefix('!').map_or((false, raw), |text| (true, text.trim()));
        if !text.is_empty() {
            lines.push(NoteLine { cue, text });
        }
    }
    lines
}

impl Stop {
    /// A stop that shows something, without notes.
    #[must_use]
    pub fn showing(shows: Shows) -> Self {
        Self { shows, title: Words::default(), notes: Words::default(), secs: STOP_SECS, zoom: None, rest: Rest::new() }
    }

    /// The planned time in seconds, from one second to a day.
    #[must_use]
    pub fn planned_secs(&self) -> f64 {
        f64::from(self.secs.clamp(1, MOST_SECS))
    }
}

impl Exhibition {
    /// The stops of a talk: the running order, or all pictures if there is none.
    #[must_use]
    pub fn stops(&self) -> Vec<Stop> {
        if self.running_order.is_empty() {
            return self.photos.iter().map(|p| Stop::showing(Shows::Photo(p.id.clone()))).collect();
        }
        self.running_order.clone()
    }

    /// The name of what is shown; empty for charts and diagrams, which the interface names.
    #[must_use]
    pub fn name_of(&self, shows: &Shows) -> Words {
        let found = match shows {
            Shows::Photo(id) => self.photo(id).map(|p| &p.title),
            Shows::Province(id) => self.province(id).map(|p| &p.name),
            Shows::Milestone(id) => self.milestones.iter().find(|m| m.id == *id).map(|m| &m.title),
            Shows::Chart(_) | Shows::Pairings(_) | Shows::Card(_) => None,
        };
        found.cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{NoteLine, note_lines};

    #[test]
    fn a_line_with_an_exclamation_mark_says_what_to_do() {
        let lines = note_lines("! Wait.\nSay this!\n\n!\n");
        assert_eq!(lines, [NoteLine { cue: true, text: "Wait." }, NoteLine { cue: false, text: "Say this!" }]);
    }
}
