//! The numbers of the personnel view, one record per figure.

use serde::{Serialize, Serializer};

use super::{Cited, cited};
use crate::model::{
    Exhibition, Figure, FigureState, Lang, Precision, Report, Sort, StateName, TableRow, Term, table_rows,
};
use crate::text;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// One batch.
    Batch,
    /// Several batches that are only known together.
    Together,
    /// All batches up to one, as published.
    Total,
}

/// A figure with everything known about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureRecord {
    /// What it counts.
    pub counts: Counts,
    /// The first batch.
    pub first_batch: u32,
    /// The last batch.
    pub last_batch: u32,
    /// The years of the batches, or the date of the total; empty if unknown.
    pub years: String,
    /// Whether one of the years is not printed by any source.
    pub years_inferred: bool,
    /// Its state.
    pub state: StateName,
    /// The number; `None` if there is none, never zero.
    #[serde(serialize_with = "plain")]
    pub people: Option<f64>,
    /// The word that qualifies a reported number.
    pub precision: Option<Precision>,
    /// The figure in words: with its precision word, or why there is none.
    pub in_words: String,
    /// The sum behind a worked-out figure: “4,766 − 3,747 = 1,019”.
    pub arithmetic: Option<String>,
    /// The published numbers that it was worked out from; negative ones are subtracted.
    pub parts: Vec<PublishedNumber>,
    /// Other reports of the same figure, never averaged.
    pub other_reports: Vec<PublishedNumber>,
    /// A remark on it.
    pub remark: String,
    /// Who reported it.
    pub sources: Vec<Cited>,
}

/// A published number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedNumber {
    /// The number.
    #[serde(serialize_with = "plain")]
    pub people: Option<f64>,
    /// Its qualifying word.
    pub precision: Precision,
    /// The number with that word.
    pub in_words: String,
    /// What it counts.
    pub counts: String,
    /// Who reported it.
    pub sources: Vec<Cited>,
}

/// Serializes a whole number without a decimal point, and `None` as `null`.
#[expect(clippy::ref_option, reason = "serde calls it so")]
fn plain<S: Serializer>(value: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        None => to.serialize_none(),
        #[expect(clippy::cast_possible_truncation, reason = "a whole number that was checked")]
        Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => to.serialize_i64(*value as i64),
        Some(value) => to.serialize_f64(*value),
    }
}

/// Every batch, each subtotal after the last batch it covers, then the totals.
#[must_use]
pub fn figures(x: &Exhibition, lang: Lang) -> Vec<FigureRecord> {
    sorted_figures(x, lang, None)
}

/// The same, with the batches in this order.
#[must_use]
pub fn sorted_figures(x: &Exhibition, lang: Lang, sort: Option<Sort>) -> Vec<FigureRecord> {
    let mut all = Vec::new();
    for row in table_rows(x, sort) {
        all.push(match row {
            TableRow::Batch(batch) => {
                let years = text::years(batch.arrive.date, batch.leave.as_ref().map(|when| when.date));
                let span = (Counts::Batch, batch.number, batch.number);
                record(x, lang, span, (years, batch.has_inferred_years()), &batch.figure)
            }
            TableRow::Subtotal(subtotal) => {
                let span = (Counts::Together, subtotal.first, subtotal.last);
                record(x, lang, span, years_through(x, subtotal.first, subtotal.last), &subtotal.figure)
            }
        });
    }
    let first = x.batches.iter().map(|batch| batch.number).min().unwrap_or(1);
    for total in &x.totals {
        let said = total.as_of.map_or_else(String::new, |date| text::date(lang, date));
        let span = (Counts::Total, first, total.after_batch);
        all.push(record(x, lang, span, (said, false), &total.figure));
    }
    all
}

fn years_through(x: &Exhibition, first: u32, last: u32) -> (String, bool) {
    let found = |number: u32| x.batches.iter().find(|b| b.number == number);
    let (Some(first), Some(last)) = (found(first), found(last)) else { return (String::new(), false) };
    let inferred = first.arrive.inferred || last.leave.as_ref().is_some_and(|when| when.inferred);
    (text::years(first.arrive.date, last.leave.as_ref().map(|when| when.date)), inferred)
}

fn record(
    x: &Exhibition,
    lang: Lang,
    (counts, first_batch, last_batch): (Counts, u32, u32),
    (years, years_inferred): (String, bool),
    figure: &Figure,
) -> FigureRecord {
    let amount = figure.amount();
    let (state, precision) = match &figure.state {
        FigureState::Reported { amount, .. } => (StateName::Reported, Some(amount.precision)),
        FigureState::WorkedOut { .. } => (StateName::WorkedOut, None),
        FigureState::NotPublished => (StateName::NotPublished, None),
        FigureState::NotApplicable => (StateName::NotApplicable, None),
    };
    let terms: &[Term] = if let FigureState::WorkedOut { terms } = &figure.state { terms } else { &[] };
    FigureRecord {
        counts,
        first_batch,
        last_batch,
        years,
        years_inferred,
        state,
        people: amount.map(|amount| amount.value),
        precision,
        in_words: text::figure(lang, figure, |amount| text::amount(lang, amount)),
        arithmetic: (!terms.is_empty()).then(|| text::arithmetic(terms)),
        parts: terms.iter().map(|term| term_part(x, lang, term)).collect(),
        other_reports: figure.also.iter().map(|report| report_part(x, lang, report)).collect(),
        remark: figure.note.resolve(lang).text.to_owned(),
        sources: cited(x, lang, figure.sources()),
    }
}

fn term_part(x: &Exhibition, lang: Lang, term: &Term) -> PublishedNumber {
    PublishedNumber {
        people: Some(term.value),
        precision: Precision::Exact,
        in_words: text::number(term.value),
        counts: term.counts.resolve(lang).text.to_owned(),
        sources: cited(x, lang, &term.sources),
    }
}

fn report_part(x: &Exhibition, lang: Lang, report: &Report) -> PublishedNumber {
    PublishedNumber {
        people: Some(report.value),
        precision: report.precision,
        in_words: text::amount(lang, report.amount()),
        counts: report.counts.resolve(lang).text.to_owned(),
        sources: cited(x, lang, &report.sources),
    }
}
