//! What stands in the table: its headers and its rows, in the order that was asked for, as words.

use egui::Ui;

use super::PAD;
use crate::model::{Figure, SortBy, TableRow, table_rows};
use crate::state::{Subject, claims};
use crate::text::{self, Column, Say};
use crate::ui::Cx;
use crate::ui::personnel::places::{self, Look};
use crate::ui::theme::Role;

/// One row.
pub struct Row {
    /// What it opens.
    pub subject: Subject,
    /// What screen readers say.
    pub name: String,
    /// A source prints its number.
    pub is_reported: bool,
    /// What must stand under its number where there is no column of states: that it is worked out, or of several batches.
    pub short: String,
    /// It stands for so many rows right above it together; zero for a single batch, and where other rows came between.
    pub joins: usize,
    /// Its words.
    pub cells: Vec<(Column, String)>,
}

/// The names of the columns.
pub fn headers(cx: &Cx<'_>) -> Vec<(Column, String)> {
    Column::ALL.into_iter().map(|column| (column, cx.say(Say::Column(column)))).collect()
}

/// What a column sorts by. A cell may name several sources, so that there is no order of them.
pub fn sort_by(column: Column) -> Option<SortBy> {
    match column {
        Column::Batch => Some(SortBy::Batch),
        Column::Years => Some(SortBy::Years),
        Column::People => Some(SortBy::People),
        Column::State => Some(SortBy::State),
        Column::Others => Some(SortBy::Others),
        Column::Sources => None,
    }
}

/// The rows: each batch, and each subtotal after the last batch that it covers.
pub fn rows(cx: &Cx<'_>) -> Vec<Row> {
    let order = table_rows(cx.x(), cx.state.sort());
    let mut rows: Vec<Row> = Vec::with_capacity(order.len());
    for (at, row) in order.iter().enumerate() {
        rows.push(match row {
            TableRow::Batch(batch) => {
                let figure = places::in_words(cx, &batch.figure);
                let (years, also) = (places::years(batch), others(cx, &batch.figure, str::to_owned));
                let subject = Subject::Batch(batch.number);
                Row {
                    name: cx.say(Say::BarName { batch: batch.number, years: &years, figure: &figure, also: &also }),
                    is_reported: matches!(Look::of(&batch.figure), Look::Reported(_)),
                    short: match Look::of(&batch.figure) {
                        Look::WorkedOut(_) => cx.say(Say::WorkedOutShort),
                        Look::Reported(_) | Look::NotPublished | Look::NotApplicable => String::new(),
                    },
                    joins: 0,
                    cells: cells(cx, &subject, (batch.number.to_string(), years), &batch.figure),
                    subject,
                }
            }
            TableRow::Subtotal(subtotal) => {
                let words = places::in_words(cx, &subtotal.figure);
                let batches = format!("{}–{}", subtotal.first, subtotal.last);
                let years = places::years_through(cx, subtotal.first, subtotal.last);
                let subject = Subject::Subtotal(subtotal.first, subtotal.last);
                let mut cells = cells(cx, &subject, (batches, years), &subtotal.figure);
                for (_, text) in cells.iter_mut().filter(|(column, _)| *column == Column::State) {
                    if subtotal.figure.amount().is_some() {
                        *text = cx.say(places::together(subtotal));
                    }
                }
                Row {
                    name: cx.say(Say::SubtotalName(subtotal.first, subtotal.last, &words)),
                    is_reported: matches!(Look::of(&subtotal.figure), Look::Reported(_)),
                    short: subtotal.figure.amount().map_or_else(String::new, |_| cx.say(places::together(subtotal))),
                    joins: joined(cx, &order[..at], (subtotal.first, subtotal.last)),
                    cells,
                    subject,
                }
            }
        });
    }
    rows
}

/// How many rows above are just those that a subtotal covers.
fn joined(cx: &Cx<'_>, above: &[TableRow<'_>], (first, last): (u32, u32)) -> usize {
    let covers = |row: &TableRow<'_>| matches!(row, TableRow::Batch(b) if (first..=last).contains(&b.number));
    let run = above.iter().rev().take_while(|row| covers(row)).count();
    let all = cx.x().batches.iter().filter(|batch| (first..=last).contains(&batch.number)).count();
    if run == all { run } else { 0 }
}

fn cells(cx: &Cx<'_>, subject: &Subject, (batches, years): (String, String), figure: &Figure) -> Vec<(Column, String)> {
    let (people, state) = match Look::of(figure) {
        Look::Reported(_) => (places::value(cx, figure), cx.say(Say::Reported)),
        Look::WorkedOut(_) => (places::value(cx, figure), cx.say(Say::WorkedOut)),
        Look::NotPublished => (cx.say(Say::NotPublished), cx.say(Say::NotPublishedKey)),
        Look::NotApplicable => (cx.say(Say::NotApplicable), cx.say(Say::NotApplicable)),
    };
    vec![
        (Column::Batch, batches),
        (Column::Years, years),
        (Column::People, people),
        (Column::State, state),
        (Column::Others, others(cx, figure, text::unbroken)),
        (Column::Sources, sources(cx, subject, figure)),
    ]
}

/// The other reports in one line, each set in a way.
fn others(cx: &Cx<'_>, figure: &Figure, set: impl Fn(&str) -> String) -> String {
    let reports: Vec<String> = places::others(cx, &figure.also).iter().map(|report| set(report)).collect();
    places::listed(cx, &reports)
}

/// Who reported the figure first, and how many sources its sheet shows.
fn sources(cx: &Cx<'_>, subject: &Subject, figure: &Figure) -> String {
    let Some(first) = figure.sources().iter().find_map(|id| cx.x().source(id)) else {
        return if figure.amount().is_some() { cx.say(Say::NoSourceGiven) } else { cx.say(Say::NoFigurePublished) };
    };
    let byline = text::byline(cx.lang(), first);
    let shown = claims(cx.x(), subject).len();
    let count = text::unbroken(&cx.say(Say::SeeSources(shown)));
    if shown > 1 { format!("{byline} · {count}") } else { byline }
}

/// The width of the widest other report, with the area at the sides of a cell.
pub fn widest_report(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let figures = cx.x().batches.iter().map(|b| &b.figure).chain(cx.x().subtotals.iter().map(|s| &s.figure));
    let reports = figures.flat_map(|figure| places::others(cx, &figure.also));
    let width = |report: String| {
        let report = format!("{}{}", text::unbroken(&report), places::separator(cx).trim_end());
        cx.label(&report, Role::Label).size(ui.ctx()).x + 2.0 * PAD + 1.0
    };
    reports.map(width).fold(0.0, f32::max)
}
