//! The totals under a chart, in words: the published total, the sums of the batches, and the difference between them.

use crate::model::{Amount, Source, summary};
use crate::state::{Rests, Subject};
use crate::text::{self, Say};
use crate::ui::Cx;

/// A total under its heading.
pub struct TotalText {
    /// What it counts.
    pub header: String,
    /// The total; `None` where it cannot be resolved.
    pub words: Option<String>,
    /// The subject whose sheet shows what it rests on.
    pub subject: Option<Subject>,
    /// How it rests on the source whose support is shown; `None` where nothing is highlighted.
    pub rests: Option<Rests>,
}

/// The published total, the sum of the reported figures, that with the worked-out ones, and its difference from the total.
#[must_use]
pub fn in_words(cx: &Cx<'_>) -> [TotalText; 4] {
    let (lang, summary) = (cx.lang(), summary(cx.x()));
    let amount = |amount: Amount| text::amount(lang, amount);
    let total = summary.reported.map(|(total, _)| Subject::Total(total.after_batch));
    let last = cx.x().batches.iter().map(|batch| batch.number).max();
    let reported = summary.reported.map(|(_, reported)| amount(reported));
    let difference = summary.difference.zip(reported.as_ref());
    let difference = difference.map(|(by, reported)| cx.say(Say::Difference(by, &text::unbroken(reported))));
    let of = |header, words: Option<String>, subject: Option<Subject>| {
        let rests = subject.as_ref().map_or_else(|| cx.highlights().map(|_| Rests::default()), |s| cx.rests(s));
        TotalText { header: cx.say(header), words, subject, rests }
    };
    let totals = [
        of(
            Say::TotalReported(cx.x().batches.len()),
            reported.or_else(|| last.map(|_| cx.say(Say::NoTotalFound))),
            total.clone(),
        ),
        of(
            Say::ReportedBarsTogether(summary.reported_batches),
            summary.reported_sum.map(amount),
            Some(Subject::ReportedSum),
        ),
        of(Say::WithWorkedOut, summary.full_sum.map(amount), last.map(Subject::SumThrough)),
        of(Say::DifferenceHeading, difference, total),
    ];
    // The difference is worked out from the total and the sum.
    let parts = [totals[0].rests, totals[2].rests];
    let [reported, bars, all, difference] = totals;
    let worked_out = parts.into_iter().flatten().any(Rests::number);
    let rests = difference.rests.map(|_| Rests { worked_out, ..Rests::default() });
    [reported, bars, all, TotalText { rests, ..difference }]
}

/// Who published the total first.
#[must_use]
pub fn source<'x>(cx: &Cx<'x>) -> Option<&'x Source> {
    let (total, _) = summary(cx.x()).reported?;
    total.figure.sources().into_iter().find_map(|id| cx.x().source(id))
}
