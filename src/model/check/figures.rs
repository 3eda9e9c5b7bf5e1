//! Checks of figures: sources, the order of batches, spans that end before they begin.

use std::collections::BTreeSet;

use super::{Checker, Need};
use crate::model::{Exhibition, Figure, FigureState, Trouble};

impl Checker<'_> {
    pub(super) fn figures(&mut self, x: &Exhibition) {
        let mut numbers = BTreeSet::new();
        let stand_ins: BTreeSet<usize> =
            x.unread.iter().filter(|u| u.field == "batches").filter_map(|u| u.stands_in).collect();
        let mut last = 0;
        for (i, batch) in x.batches.iter().enumerate() {
            let path = format!("batches[{i}]");
            let is_new = numbers.insert(batch.number);
            // Unreadable batches have been reported already.
            if stand_ins.contains(&i) {
                last = last.max(batch.number);
                continue;
            }
            if !is_new {
                self.say(format!("{path}.number"), Trouble::DuplicateId { id: batch.number.to_string() });
            } else if batch.number < last {
                let trouble = Trouble::OutOfOrder { after: last.to_string(), own: batch.number.to_string() };
                self.say(format!("{path}.number"), trouble);
            }
            last = last.max(batch.number);
            if batch.leave.as_ref().is_some_and(|leave| leave.date.is_before(batch.arrive.date)) {
                self.say(&path, Trouble::Reversed);
            }
            self.cites_in(&format!("{path}.years_sources"), &batch.years_sources);
            self.figure(&format!("{path}.figure"), &batch.figure);
        }
        if !self.gaps.lacks("batches") {
            self.between(&numbers);
        }
        for (i, subtotal) in x.subtotals.iter().enumerate() {
            let path = format!("subtotals[{i}]");
            if subtotal.last < subtotal.first {
                self.say(path.clone(), Trouble::Reversed);
            }
            for (name, number) in [("first", subtotal.first), ("last", subtotal.last)] {
                if !numbers.contains(&number) && !self.gaps.lacks("batches") {
                    self.say(format!("{path}.{name}"), Trouble::DanglingBatch { number });
                }
            }
            self.figure(&format!("{path}.figure"), &subtotal.figure);
        }
        for (i, total) in x.totals.iter().enumerate() {
            if !numbers.contains(&total.after_batch) && !self.gaps.lacks("batches") {
                self.say(format!("totals[{i}].after_batch"), Trouble::DanglingBatch { number: total.after_batch });
            }
            self.figure(&format!("totals[{i}].figure"), &total.figure);
        }
    }

    pub(super) fn figure(&mut self, path: &str, figure: &Figure) {
        match &figure.state {
            FigureState::Reported { sources, .. } => self.cites(path, sources, true),
            FigureState::WorkedOut { terms } => {
                for (i, term) in terms.iter().enumerate() {
                    let path = format!("{path}.terms[{i}]");
                    self.words(&format!("{path}.counts"), &term.counts, Need::None);
                    self.cites(&path, &term.sources, true);
                }
            }
            FigureState::NotPublished | FigureState::NotApplicable => {}
        }
        for (i, report) in figure.also.iter().enumerate() {
            let path = format!("{path}.also[{i}]");
            self.words(&format!("{path}.counts"), &report.counts, Need::None);
            self.cites(&path, &report.sources, true);
        }
        self.words(&format!("{path}.note"), &figure.note, Need::None);
    }

    /// Reports batches missing between the first and the last.
    fn between(&mut self, numbers: &BTreeSet<u32>) {
        let mut following = numbers.iter().skip(1);
        for number in numbers {
            if let Some(next) = following.next()
                && *next > number + 1
            {
                self.say("batches", Trouble::NoBatch { number: number + 1 });
            }
        }
    }
}
