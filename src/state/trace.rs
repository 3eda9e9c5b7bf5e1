//! What rests on a source, while a visitor asks for it: which figures, statements, pictures, pairings and milestones, and how.
//!
//! [`rests_on`] is the one answer; views ask it through [`Trace`].

use crate::model::{
    Exhibition, Figure, FigureState, Pairing, Report, Source, SourceId, TableRow, parts_through, reported_parts,
    summary,
};

use super::{State, Subject, View};

/// How something rests on a source; not at all by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing, and several may hold")]
pub struct Rests {
    /// The source gives it.
    pub itself: bool,
    /// It is worked out, and the source gives a term of it.
    pub worked_out: bool,
    /// The source gives another report of the same figure, which is shown beside it.
    pub other_report: bool,
    /// The source gives the years of a batch.
    pub years: bool,
}

impl Rests {
    /// Returns `true` if something of it rests on the source.
    #[must_use]
    pub fn any(self) -> bool {
        self.number() || self.other_report || self.years
    }

    /// Returns `true` if the number or statement itself does, reported or worked out.
    #[must_use]
    pub fn number(self) -> bool {
        self.itself || self.worked_out
    }

    fn or(self, other: Self) -> Self {
        Self {
            itself: self.itself || other.itself,
            worked_out: self.worked_out || other.worked_out,
            other_report: self.other_report || other.other_report,
            years: self.years || other.years,
        }
    }
}

/// How a subject rests on a source. It does so exactly if its source sheet names the source.
#[must_use]
pub fn rests_on(x: &Exhibition, subject: &Subject, source: &SourceId) -> Rests {
    let all = |rests: &mut dyn Iterator<Item = Rests>| rests.fold(Rests::default(), Rests::or);
    match subject {
        Subject::Batch(number) => x.batches.iter().find(|b| b.number == *number).map_or_else(Rests::default, |batch| {
            Rests { years: batch.years_sources.contains(source), ..figure(&batch.figure, source) }
        }),
        Subject::Subtotal(first, last) => {
            let of = x.subtotals.iter().filter(|subtotal| (subtotal.first, subtotal.last) == (*first, *last));
            all(&mut of.map(|subtotal| figure(&subtotal.figure, source)))
        }
        Subject::Total(after_batch) => {
            let of = x.totals.iter().filter(|total| total.after_batch == *after_batch);
            all(&mut of.map(|total| figure(&total.figure, source)))
        }
        Subject::ReportedSum => sum(&reported_parts(x), source),
        Subject::SumThrough(last) => sum(&parts_through(x, *last).unwrap_or_default(), source),
        Subject::Statement(id) => x.statements.iter().find(|s| s.id == *id).map_or_else(Rests::default, |statement| {
            let own = statement.figure.as_ref().map(|own| figure(own, source)).unwrap_or_default();
            listed(&statement.sources, source).or(own)
        }),
        Subject::Photo(id) => x.photo(id).map(|photo| listed(&photo.sources, source)).unwrap_or_default(),
        Subject::Province(id) => {
            let pairings = x.pairings.iter().filter(|pairing| pairing.province == *id);
            let reports = x.province(id).into_iter().flat_map(|province| &province.personnel);
            let pairings = pairings.map(|pairing| listed(&pairing.sources, source));
            all(&mut pairings.chain(reports.map(|report| listed(&report.sources, source))))
        }
        Subject::Milestone(id) => {
            let found = x.milestones.iter().find(|milestone| milestone.id == *id);
            found.map(|milestone| listed(&milestone.sources, source)).unwrap_or_default()
        }
        Subject::Step(year) => {
            let of = x.pairing_stops.iter().filter(|step| step.year == *year);
            all(&mut of.map(|step| listed(&step.sources, source)))
        }
        Subject::Source(id) => Rests { itself: id == source, ..Rests::default() },
    }
}

fn listed(sources: &[SourceId], source: &SourceId) -> Rests {
    Rests { itself: sources.contains(source), ..Rests::default() }
}

fn figure(figure: &Figure, source: &SourceId) -> Rests {
    let own = figure.sources().contains(&source);
    let is_worked_out = matches!(figure.state, FigureState::WorkedOut { .. });
    Rests {
        itself: own && !is_worked_out,
        worked_out: own && is_worked_out,
        other_report: figure.also.iter().any(|report| report.sources.contains(source)),
        years: false,
    }
}

/// A sum that is worked out here rests on whatever its parts rest on.
fn sum(parts: &[TableRow<'_>], source: &SourceId) -> Rests {
    let has_part = parts.iter().any(|part| part.figure().sources().contains(&source));
    Rests { worked_out: has_part, ..Rests::default() }
}

/// Whether the sums under the chart rest on a source: of the reported figures, of all, and the difference from the total.
fn sums(x: &Exhibition, source: &SourceId) -> [bool; 3] {
    let summary = summary(x);
    let [reported, all] =
        [Subject::ReportedSum, Subject::SumThrough(u32::MAX)].map(|sum| rests_on(x, &sum, source).worked_out);
    let total = summary.reported.is_some_and(|(total, _)| figure(&total.figure, source).number());
    let sums = [summary.reported_sum.is_some() && reported, summary.full_sum.is_some() && all];
    [sums[0], sums[1], summary.difference.is_some() && (total || all)]
}

/// A source whose support is shown, in its exhibition.
#[derive(Clone, Copy, Debug)]
pub struct Trace<'a> {
    x: &'a Exhibition,
    /// The source.
    pub source: &'a Source,
    counts: Counts,
}

/// How much rests on a source, by kind. A figure or statement is counted once, by its closest tie to the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Figures that it gives: of batches, subtotals, totals and provinces.
    pub figures: usize,
    /// Figures that are worked out with a number of it, with the sums under the chart.
    pub worked_out: usize,
    /// Figures beside which another report of it stands.
    pub other_reports: usize,
    /// Batches whose years it gives.
    pub years: usize,
    /// Statements.
    pub statements: usize,
    /// Captions of pictures.
    pub photos: usize,
    /// Pairings.
    pub pairings: usize,
    /// Years in which the pairings changed.
    pub changes: usize,
    /// Milestones.
    pub milestones: usize,
    /// Of all these, those in the views of figures, pairings and milestones.
    pub in_views: [usize; 3],
}

impl Counts {
    /// What rests on a source of an exhibition.
    #[must_use]
    pub fn of(x: &Exhibition, source: &SourceId) -> Self {
        let mut counts = Self::default();
        let batches = x.batches.iter().map(|batch| &batch.figure);
        let personnel = batches.chain(x.subtotals.iter().map(|s| &s.figure)).chain(x.totals.iter().map(|t| &t.figure));
        personnel.for_each(|of| counts.add(figure(of, source)));
        counts.worked_out += sums(x, source).into_iter().filter(|rests| *rests).count();
        counts.in_views[0] = counts.figures + counts.worked_out + counts.other_reports;
        let reports = x.provinces.iter().flat_map(|province| &province.personnel);
        counts.figures += reports.filter(|report| report.sources.contains(source)).count();
        for statement in &x.statements {
            let own = statement.figure.as_ref().map(|own| figure(own, source)).unwrap_or_default();
            if statement.sources.contains(source) || own.itself {
                counts.statements += 1;
            } else {
                counts.add(own);
            }
        }
        counts.years = x.batches.iter().filter(|batch| batch.years_sources.contains(source)).count();
        counts.photos = x.photos.iter().filter(|photo| photo.sources.contains(source)).count();
        counts.pairings = x.pairings.iter().filter(|pairing| pairing.sources.contains(source)).count();
        counts.changes = x.pairing_stops.iter().filter(|step| step.sources.contains(source)).count();
        counts.milestones = x.milestones.iter().filter(|milestone| milestone.sources.contains(source)).count();
        counts.in_views[0] += counts.years;
        counts.in_views[1] = counts.pairings + counts.changes;
        counts.in_views[2] = counts.milestones + counts.years;
        counts
    }

    fn add(&mut self, rests: Rests) {
        match rests {
            Rests { itself: true, .. } => self.figures += 1,
            Rests { worked_out: true, .. } => self.worked_out += 1,
            Rests { other_report: true, .. } => self.other_reports += 1,
            _ => {}
        }
    }

    /// Returns `true` if nothing rests on the source.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Trace<'_> {
    /// How much rests on the source.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// How a subject rests on it.
    #[must_use]
    pub fn of(&self, subject: &Subject) -> Rests {
        rests_on(self.x, subject, &self.source.id)
    }

    /// How a pairing rests on it.
    #[must_use]
    pub fn pairing(&self, pairing: &Pairing) -> Rests {
        listed(&pairing.sources, &self.source.id)
    }

    /// How a province's own figure rests on it.
    #[must_use]
    pub fn report(&self, report: &Report) -> Rests {
        listed(&report.sources, &self.source.id)
    }

    /// Returns `true` if a view shows something that rests on it.
    #[must_use]
    pub fn is_in(&self, view: View) -> bool {
        let [figures, pairings, milestones] = self.counts.in_views;
        match view {
            View::Photos => self.counts.photos > 0,
            View::Personnel => figures > 0,
            View::Pairings => pairings > 0,
            View::Timeline => milestones > 0,
            // It has the source itself.
            View::Sources => true,
        }
    }
}

impl State {
    /// The source whose support is shown; `None` while an exhibition is edited.
    #[must_use]
    pub fn trace(&self) -> Option<Trace<'_>> {
        let source = self.pack.exhibition.source(self.session.trace.as_ref().filter(|_| self.editing.is_none())?)?;
        let x = &self.pack.exhibition;
        Some(Trace { x, source, counts: Counts::of(x, &source.id) })
    }

    /// Shows what rests on a source, through all views, or everything again.
    pub(super) fn trace_source(&mut self, source: Option<SourceId>) {
        self.session.trace = source.filter(|id| self.pack.exhibition.source(id).is_some());
        if self.session.trace.is_some() {
            self.look_at_year(None);
            self.session.last_photo = self.session.photo.take().or(self.session.last_photo);
            self.session.zoom = None;
            self.end_search();
            self.close_overlays();
        }
    }
}

#[cfg(test)]
mod tests;
