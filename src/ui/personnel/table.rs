//! The same numbers as a table. A cell without a number says why; it is never empty and never zero.

use egui::{Align, Id, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::paint;
use super::places::{self, Look};
use crate::model::{Figure, slots};
use crate::state::{Subject, claims};
use crate::text::{self, Column, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets;

/// How the columns of words share the width that those of numbers leave.
const SHARES: [(Column, f32); 3] = [(Column::State, 0.30), (Column::Others, 0.22), (Column::Sources, 0.48)];
/// The columns of numbers; they are as wide as their widest cell.
const NUMBERS: [Column; 3] = [Column::Batch, Column::Years, Column::People];
/// Under this width the columns that the sheet shows anyway are left out.
const ALL_COLUMNS: f32 = 700.0;
/// Between the words of a cell and its sides, across and down.
const PAD: [f32; 2] = [12.0, 9.0];

/// One row.
struct Row {
    subject: Subject,
    name: String,
    is_reported: bool,
    cells: Vec<(Column, String)>,
}

/// Draws the table.
pub fn table_ui(ui: &Ui, cx: &Cx<'_>, room: Rect) {
    let (rows, heads) = (rows(cx), heads(cx));
    let columns = columns(ui, cx, &rows, &heads, room.width());
    let head = row_height(ui, cx, &columns, &heads, Role::NoteStrong);
    head_ui(ui, cx, &columns, &heads, room.min);
    let mut y = room.top() + head;
    widgets::rule(ui, room.left(), room.right(), y, Stroke::new(measure::AXIS, cx.colors.text));
    for (i, row) in rows.iter().enumerate() {
        let height = row_height(ui, cx, &columns, &row.cells, Role::Label);
        let place = Rect::from_min_max(pos2(room.left(), y), pos2(room.right(), y + height));
        row_ui(ui, cx, &columns, (i, row), place);
        y += height;
    }
}

/// The height of the table at a width.
#[must_use]
pub fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let (rows, heads) = (rows(cx), heads(cx));
    let columns = columns(ui, cx, &rows, &heads, width);
    let rows: f32 = rows.iter().map(|row| row_height(ui, cx, &columns, &row.cells, Role::Label)).sum();
    row_height(ui, cx, &columns, &heads, Role::NoteStrong) + rows
}

/// The names of the columns.
fn heads(cx: &Cx<'_>) -> Vec<(Column, String)> {
    Column::ALL.into_iter().map(|column| (column, cx.say(Say::Column(column)))).collect()
}

/// The columns with their widths.
fn columns(ui: &Ui, cx: &Cx<'_>, rows: &[Row], heads: &[(Column, String)], width: f32) -> Vec<(Column, f32)> {
    let cells = || rows.iter().flat_map(|row| &row.cells).chain(heads);
    let natural = |column: Column| {
        let size =
            |(_, text): &(Column, String)| cx.label(text, Role::LabelStrong).size(ui.ctx()).x + 2.0 * PAD[0] + 1.0;
        cells().filter(|(other, _)| *other == column).map(size).fold(0.0, f32::max)
    };
    let mut columns: Vec<(Column, f32)> = NUMBERS.into_iter().map(|column| (column, natural(column))).collect();
    let rest = (width - columns.iter().map(|(_, width)| width).sum::<f32>()).max(1.0);
    let shown = |(column, _): &&(Column, f32)| width >= ALL_COLUMNS || *column == Column::Others;
    let sum: f32 = SHARES.iter().filter(shown).map(|(_, share)| share).sum();
    // A number that is broken in two is another number: the column of other reports has room for each.
    let others = SHARES.iter().find(|(column, _)| *column == Column::Others).map_or(0.0, |(_, share)| share / sum);
    let least = widest_report(ui, cx).min(rest) / rest;
    let share = |column: Column, share: f32| match column {
        Column::Others => others.max(least),
        _ if least > others && others < 1.0 => share / sum * (1.0 - least) / (1.0 - others),
        _ => share / sum,
    };
    columns.extend(SHARES.iter().filter(shown).map(|&(column, s)| (column, rest * share(column, s))));
    columns
}

/// The width of the widest other report, with the room at the sides of a cell.
fn widest_report(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let figures = cx.x().batches.iter().map(|b| &b.figure).chain(cx.x().subtotals.iter().map(|s| &s.figure));
    let reports = figures.flat_map(|figure| places::others(cx, &figure.also));
    let width = |report: String| {
        let report = format!("{}{}", text::unbroken(&report), places::separator(cx).trim_end());
        cx.label(&report, Role::Label).size(ui.ctx()).x + 2.0 * PAD[0] + 1.0
    };
    reports.map(width).fold(0.0, f32::max)
}

/// The rows: each batch, and each subtotal after the last batch that it covers.
fn rows(cx: &Cx<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for slot in slots(cx.x()) {
        let batch = slot.batch;
        let figure = places::in_words(cx, &batch.figure);
        let (years, also) = (places::years(batch), others(cx, &batch.figure, str::to_owned));
        let subject = Subject::Batch(batch.number);
        let name = cx.say(Say::BarName { batch: batch.number, years: &years, figure: &figure, also: &also });
        rows.push(Row {
            name,
            is_reported: matches!(Look::of(&batch.figure), Look::Reported(_)),
            cells: cells(cx, &subject, (batch.number.to_string(), years), &batch.figure),
            subject,
        });
        for (i, subtotal) in cx.x().subtotals.iter().enumerate().filter(|(_, s)| s.last == batch.number) {
            let figure = &subtotal.figure;
            let words = places::in_words(cx, figure);
            let batches = format!("{}–{}", subtotal.first, subtotal.last);
            let years = places::years_through(cx, subtotal.first, subtotal.last);
            let subject = Subject::Subtotal(i);
            let mut cells = cells(cx, &subject, (batches, years), figure);
            for (column, text) in &mut cells {
                if *column == Column::State {
                    *text = cx.say(places::together(subtotal));
                }
            }
            rows.push(Row {
                subject,
                name: cx.say(Say::SubtotalName(subtotal.first, subtotal.last, &words)),
                is_reported: matches!(Look::of(figure), Look::Reported(_)),
                cells,
            });
        }
    }
    rows
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

fn cell<'t>(cx: &Cx<'_>, column: Column, text: &'t str, role: Role, width: f32) -> Label<'t> {
    let align = if column == Column::People { Align::Max } else { Align::Min };
    cx.label(text, role).width((width - 2.0 * PAD[0]).max(1.0)).align(align)
}

fn row_height(ui: &Ui, cx: &Cx<'_>, columns: &[(Column, f32)], cells: &[(Column, String)], role: Role) -> f32 {
    let height = |(column, width): &(Column, f32)| {
        let found = cells.iter().find(|(other, _)| other == column);
        found.map_or(0.0, |(_, text)| cell(cx, *column, text, role, *width).size(ui.ctx()).y)
    };
    let least = if role == Role::Label { measure::TARGET } else { 0.0 };
    least.max(columns.iter().map(height).fold(0.0, f32::max) + 2.0 * PAD[1])
}

/// Names the columns.
fn head_ui(ui: &Ui, cx: &Cx<'_>, columns: &[(Column, f32)], heads: &[(Column, String)], at: Pos2) {
    let mut x = at.x;
    for (column, width) in columns {
        if let Some((_, text)) = heads.iter().find(|(other, _)| other == column) {
            let label = cell(cx, *column, text, Role::NoteStrong, *width).color(cx.colors.dim);
            label.at(ui, pos2(left_of(*column, x, *width), at.y + PAD[1]));
        }
        x += width;
    }
}

/// Where a cell's words begin, or end in the column of numbers.
fn left_of(column: Column, x: f32, width: f32) -> f32 {
    if column == Column::People { x + width - PAD[0] } else { x + PAD[0] }
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, columns: &[(Column, f32)], (i, row): (usize, &Row), room: Rect) {
    let id = Id::unique(("table row", i));
    let touch = paint::touch(ui, cx, room, id, Some(&row.subject), &row.name);
    let ground = if touch.chosen { cx.colors.accent } else { cx.touched(cx.colors.bg, &touch.response) };
    ui.painter().rect_filled(room.shrink2(vec2(0.0, 1.0)), measure::RADIUS_ROW, ground);
    let mut x = room.left();
    for (column, width) in columns {
        let found = row.cells.iter().find(|(other, text)| other == column && !text.is_empty());
        if let Some((_, text)) = found {
            let strong = matches!(column, Column::Batch) || (*column == Column::People && row.is_reported);
            let role = if strong { Role::LabelStrong } else { Role::Label };
            let color = match (touch.chosen, column) {
                (true, _) => cx.colors.on_accent,
                (false, Column::Batch | Column::People | Column::State) => cx.colors.text,
                (false, _) => cx.colors.dim,
            };
            let label = cell(cx, *column, text, role, *width).color(color);
            let height = label.size(ui.ctx()).y;
            label.paint(ui, pos2(left_of(*column, x, *width), room.center().y - height / 2.0));
        }
        x += width;
    }
    widgets::rule(ui, room.left(), room.right(), room.bottom(), Stroke::new(measure::RULE, cx.colors.line));
    paint::ring(ui, cx, &touch);
}
