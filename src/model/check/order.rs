//! Checks of the running order: every stop shows something that exists.

use super::{Checker, Exhibition, Need, Trouble};
use crate::model::{Shows, Stop};

impl Checker<'_> {
    pub(super) fn running_order(&mut self, x: &Exhibition) {
        for (i, stop) in x.running_order.iter().enumerate() {
            let path = format!("running_order[{i}]");
            self.words(&format!("{path}.title"), &stop.title, Need::None);
            // Notes are optional, but in one language alone they fail speakers of another.
            let need = if stop.notes.is_empty() { Need::None } else { Need::Every };
            self.words(&format!("{path}.notes"), &stop.notes, need);
            self.shows(x, &format!("{path}.shows"), stop);
        }
    }

    fn shows(&mut self, x: &Exhibition, path: &str, stop: &Stop) {
        match &stop.shows {
            Shows::Photo(id) => self.refers(&format!("{path}.photo"), id.as_str(), "photos"),
            Shows::Province(id) => self.refers(&format!("{path}.province"), id.as_str(), "provinces"),
            Shows::Milestone(id) => self.refers(&format!("{path}.milestone"), id.as_str(), "milestones"),
            Shows::Chart(chart) => {
                for (i, batch) in chart.highlighted.iter().enumerate() {
                    let is_known = x.batches.iter().any(|b| b.number == *batch) || self.gaps.lacks("batches");
                    if !is_known {
                        self.say(format!("{path}.chart.lit[{i}]"), Trouble::DanglingBatch { number: *batch });
                    }
                }
            }
            Shows::Pairings(pairings) => {
                let is_whole = !self.gaps.lacks("pairing_stops");
                let known = |year: &u16| !is_whole || x.pairing_stops.iter().any(|stop| stop.year == *year);
                if let Some(year) = pairings.year.filter(|year| !known(year)) {
                    self.say(format!("{path}.pairings.year"), Trouble::DanglingYear { year });
                }
                if let Some(id) = &pairings.highlighted {
                    self.refers(&format!("{path}.pairings.lit"), id.as_str(), "provinces");
                }
            }
            Shows::Card(card) => {
                self.words(&format!("{path}.card.text"), &card.text, Need::None);
                if let Some(id) = &card.statement {
                    self.refers(&format!("{path}.card.statement"), id.as_str(), "statements");
                }
                if let Some(id) = &card.photo {
                    self.refers(&format!("{path}.card.photo"), id.as_str(), "photos");
                }
                if stop.title.is_empty() && card.text.is_empty() && card.statement.is_none() {
                    self.words(&format!("{path}.card.text"), &card.text, Need::Some);
                }
            }
        }
    }
}
