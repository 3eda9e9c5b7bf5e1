//! The content of the table as words: its headers, and its rows in the chosen order.

use egui::Ui;

use super::PAD;
use crate::model::{Figure, SortBy, TableRow, table_rows};
use crate::state::{Rests, Subject, claims};
use crate::text::{self, Column, Say};
use crate::ui::Cx;
use crate::ui::chart::places::{self, Look};
use crate::ui::theme::Role;

/// One row.
pub struct Row {
    /// The sheet it opens.
    pub subject: Subject,
    /// Its name for screen readers.
    pub name: String,
    /// Whether a source reports its number.
    pub is_reported: bool,
    /// The words under its number where there is no column of states: that it is worked out, or of several batches.
    pub short: String,
    /// The number of rows right above that it covers; zero for a single batch, and where other rows stand between.
    pub joins: usize,
    /// How it rests on the source whose support is shown; `None` where nothing is highlighted.
    pub rests: Option<Rests>,
    /// Its words.
    pub cells: Vec<(Column, String)>,
}

/// The names of the columns.
pub fn headers(cx: &Cx<'_>) -> Vec<(Column, String)> {
    Column::ALL.into_iter().map(|column| (column, cx.say(Say::Column(column)))).collect()
}

/// The order of a column. That of sources has none, since a cell may name several.
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
    order.iter().enumerate().map(|(at, row)| self::row(cx, row, &order[..at])).collect()
}

fn row(cx: &Cx<'_>, row: &TableRow<'_>, above: &[TableRow<'_>]) -> Row {
    let figure = row.figure();
    let (look, words) = (Look::of(figure), places::in_words(cx, figure));
    let (subject, name, batches, years, joins) = match row {
        TableRow::Batch(batch) => {
            let (years, also) = (places::years(batch), others(cx, figure, str::to_owned));
            let name = cx.say(Say::BarName { batch: batch.number, years: &years, figure: &words, also: &also });
            (Subject::Batch(batch.number), name, batch.number.to_string(), years, 0)
        }
        TableRow::Subtotal(subtotal) => {
            let (first, last) = (subtotal.first, subtotal.last);
            let years = places::years_through(cx, first, last);
            let name = cx.say(Say::SubtotalName(first, last, &words));
            (Subject::Subtotal(first, last), name, format!("{first}–{last}"), years, joined(cx, above, (first, last)))
        }
    };
    let together = match row {
        TableRow::Subtotal(subtotal) => figure.amount().map(|_| cx.say(places::together(subtotal))),
        TableRow::Batch(_) => None,
    };
    let worked_out = || matches!(look, Look::WorkedOut(_)).then(|| cx.say(Say::WorkedOutShort));
    let mut cells = cells(cx, &subject, (batches, years), figure);
    if let (Some(together), Some((_, state))) = (&together, cells.iter_mut().find(|(c, _)| *c == Column::State)) {
        state.clone_from(together);
    }
    let (is_reported, short) = (matches!(look, Look::Reported(_)), together.or_else(worked_out).unwrap_or_default());
    let rests = cx.rests(&subject);
    Row { name: cx.spoken(name, rests), subject, is_reported, short, joins, rests, cells }
}

/// The number of rows right above, if they are exactly those that a subtotal covers; else zero.
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

/// The other reports in one line, each set by `set`.
fn others(cx: &Cx<'_>, figure: &Figure, set: impl Fn(&str) -> String) -> String {
    let reports: Vec<String> = places::others(cx, &figure.also).iter().map(|report| set(report)).collect();
    places::listed(cx, &reports)
}

/// The byline of the figure's first source, and how many sources its sheet shows.
fn sources(cx: &Cx<'_>, subject: &Subject, figure: &Figure) -> String {
    let Some(first) = figure.sources().iter().find_map(|id| cx.x().source(id)) else {
        return if figure.amount().is_some() { cx.say(Say::NoSourceGiven) } else { cx.say(Say::NoFigurePublished) };
    };
    let byline = text::byline(cx.lang(), first);
    let shown = claims(cx.x(), subject).len();
    let count = text::unbroken(&cx.say(Say::SeeSources(shown)));
    if shown > 1 { format!("{byline} · {count}") } else { byline }
}

/// The width of the widest other report, with the padding of a cell.
pub fn widest_report(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let figures = cx.x().batches.iter().map(|b| &b.figure).chain(cx.x().subtotals.iter().map(|s| &s.figure));
    let reports = figures.flat_map(|figure| places::others(cx, &figure.also));
    let width = |report: String| {
        let report = format!("{}{}", text::unbroken(&report), places::separator(cx).trim_end());
        cx.label(&report, Role::Label).size(ui.ctx()).x + 2.0 * PAD + 1.0
    };
    reports.map(width).fold(0.0, f32::max)
}
