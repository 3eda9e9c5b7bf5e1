//! The source sheet: its subject, and the claims it shows, each with its source.

use crate::model::{
    Amount, Exhibition, Figure, FigureState, MilestoneId, PhotoId, ProvinceId, Report, Source, SourceId, StatementId,
    TableRow, Words, parts_through, reported_parts,
};

/// The subject of a source sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The figure of a batch, by its number.
    Batch(u32),
    /// A subtotal, by its first and last batch.
    Subtotal(u32, u32),
    /// A published total, by the last batch it counts.
    Total(u32),
    /// The sum of the batches with a reported number.
    ReportedSum,
    /// The sum of all batches up to one, including worked-out figures.
    SumThrough(u32),
    /// A statement.
    Statement(StatementId),
    /// A picture's caption.
    Photo(PhotoId),
    /// A province's pairing and figures.
    Province(ProvinceId),
    /// A milestone.
    Milestone(MilestoneId),
    /// A change of the pairings, by the year of its step.
    Step(u16),
    /// A source by itself.
    Source(SourceId),
}

/// Identifies a claim of a sheet by its source and number.
pub type ClaimKey = (SourceId, Option<Amount>);

/// An open sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its subject.
    pub subject: Subject,
    /// The claim shown; `None` for the first.
    pub claim: Option<ClaimKey>,
}

impl Sheet {
    /// The index of the claim shown among those of its subject.
    #[must_use]
    pub fn page(&self, claims: &[Claim<'_>]) -> usize {
        claims.iter().position(|claim| self.claim.as_ref() == Some(&claim.key())).unwrap_or(0)
    }
}

/// A claim about a subject, with its source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim<'a> {
    /// The source.
    pub source: &'a Source,
    /// The number, if any.
    pub amount: Option<Amount>,
    /// What it says or counts, in our own words.
    pub says: Option<&'a Words>,
    /// Whether it is another report that differs from the figure itself.
    pub differs: bool,
}

impl Claim<'_> {
    /// Its key in its sheet.
    #[must_use]
    pub fn key(&self) -> ClaimKey {
        (self.source.id.clone(), self.amount)
    }
}

/// All claims of a subject, those for the figure itself before other reports; each source once per number.
#[must_use]
pub fn claims<'a>(x: &'a Exhibition, subject: &Subject) -> Vec<Claim<'a>> {
    let mut claims = Claims { x, list: Vec::new() };
    match subject {
        Subject::Batch(number) => {
            if let Some(batch) = x.batches.iter().find(|b| b.number == *number) {
                claims.figure(&batch.figure);
                claims.plain(&batch.years_sources, None);
            }
        }
        // Several subtotals of the same batches all give their sources.
        Subject::Subtotal(first, last) => {
            for subtotal in x.subtotals.iter().filter(|subtotal| (subtotal.first, subtotal.last) == (*first, *last)) {
                claims.figure(&subtotal.figure);
            }
        }
        Subject::Total(after_batch) => {
            for total in x.totals.iter().filter(|total| total.after_batch == *after_batch) {
                claims.figure(&total.figure);
            }
        }
        Subject::ReportedSum => claims.parts(&reported_parts(x)),
        Subject::SumThrough(last) => claims.parts(&parts_through(x, *last).unwrap_or_default()),
        Subject::Statement(id) => {
            if let Some(statement) = x.statements.iter().find(|s| s.id == *id) {
                if let Some(figure) = &statement.figure {
                    claims.figure(figure);
                }
                claims.plain(&statement.sources, Some(&statement.text));
            }
        }
        Subject::Photo(id) => {
            if let Some(photo) = x.photo(id) {
                claims.plain(&photo.sources, Some(&photo.caption));
            }
        }
        Subject::Province(id) => {
            for pairing in x.pairings_of(id) {
                claims.plain(&pairing.sources, Some(&pairing.told));
            }
            for report in x.province(id).iter().flat_map(|p| &p.personnel) {
                claims.report(report, false);
            }
        }
        Subject::Milestone(id) => {
            if let Some(milestone) = x.milestones.iter().find(|m| m.id == *id) {
                claims.plain(&milestone.sources, Some(&milestone.text));
            }
        }
        Subject::Step(year) => {
            for stop in x.pairing_stops.iter().filter(|stop| stop.year == *year) {
                claims.plain(&stop.sources, Some(&stop.change));
            }
        }
        Subject::Source(id) => claims.plain(std::slice::from_ref(id), None),
    }
    claims.list
}

struct Claims<'a> {
    x: &'a Exhibition,
    list: Vec<Claim<'a>>,
}

impl<'a> Claims<'a> {
    fn add(&mut self, id: &SourceId, amount: Option<Amount>, says: Option<&'a Words>, differs: bool) {
        let Some(source) = self.x.source(id) else { return };
        let known = |c: &Claim<'_>| c.source.id == source.id && (amount.is_none() || c.amount == amount);
        if !self.list.iter().any(known) {
            self.list.push(Claim { source, amount, says: says.filter(|w| !w.is_empty()), differs });
        }
    }

    fn plain(&mut self, sources: &[SourceId], says: Option<&'a Words>) {
        for id in sources {
            self.add(id, None, says, false);
        }
    }

    fn report(&mut self, report: &'a Report, differs: bool) {
        for id in &report.sources {
            self.add(id, Some(report.amount()), Some(&report.counts), differs);
        }
    }

    /// Adds the figures of a sum, without other reports of them.
    fn parts(&mut self, parts: &[TableRow<'a>]) {
        for part in parts {
            self.own(part.figure());
        }
    }

    fn figure(&mut self, figure: &'a Figure) {
        self.own(figure);
        for report in &figure.also {
            self.report(report, true);
        }
    }

    fn own(&mut self, figure: &'a Figure) {
        match &figure.state {
            FigureState::Reported { amount, sources } => {
                for id in sources {
                    self.add(id, Some(*amount), None, false);
                }
            }
            FigureState::WorkedOut { terms } => {
                for term in terms {
                    let amount = Amount { value: term.value.abs(), precision: crate::model::Precision::Exact };
                    for id in &term.sources {
                        self.add(id, Some(amount), Some(&term.counts), false);
                    }
                }
            }
            FigureState::NotPublished | FigureState::NotApplicable => {}
        }
    }
}
