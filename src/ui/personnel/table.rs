//! The numbers of the chart as a table. A cell without a number says why; it is never empty and never zero.
//!
//! Not `egui_extras`' table: that scrolls by itself inside a view that scrolls as a whole, gives rows and headers no role or
//! name, and needs each row's height before its text is broken into lines. Here a row is one control with one name, a header
//! announces its order, and only visible rows are painted.

mod cells;

use egui::{Align, Id, Rect, Stroke, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2};

use super::paint;
use crate::state::years::has_arrived;
use crate::state::{Action, Subject};
use crate::text::{Column, Say};
use crate::ui::Cx;
use crate::ui::memo::remembered;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::trace;
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};
use cells::{Row, headers, rows, sort_by, widest_report};

/// The shares of the columns of words in the width that those of numbers leave.
const SHARES: [(Column, f32); 3] = [(Column::State, 0.30), (Column::Others, 0.22), (Column::Sources, 0.48)];
/// The columns of numbers; they are as wide as their widest cell.
const NUMBERS: [Column; 3] = [Column::Batch, Column::Years, Column::People];
/// The least width for the columns that the sheet shows too.
const ALL_COLUMNS: f32 = 700.0;
/// The least width for the column of other reports.
const WITH_OTHERS: f32 = 520.0;
/// The least width of the column of people; its words break.
const LEAST_PEOPLE: f32 = 84.0;
/// Between the words of a cell and its sides: across in a wide table and in a slim one, and down.
const PAD: f32 = 12.0;
const SLIM_PAD: f32 = 6.0;
const PAD_DOWN: f32 = 9.0;
/// The mark of the order beside a header, and the gap before it.
const ORDER: f32 = 14.0;
const BEFORE_ORDER: f32 = 3.0;
/// The inset of a header's ground.
const HEADER_INSET: [f32; 2] = [2.0, 3.0];
/// The inset of a bracket at the left of its rows, and the length of its ends.
const BRACKET_INSET: f32 = 1.0;
const BRACKET_END: f32 = 4.0;

/// The layout, which depends only on the width, the order and the words.
struct Laid {
    pad: f32,
    rows: Vec<Row>,
    headers: Vec<(Column, String)>,
    columns: Vec<(Column, f32)>,
    header: f32,
    /// The top of each row, from that of the first, and the bottom of the last.
    tops: Vec<f32>,
}

fn laid(ui: &Ui, cx: &Cx<'_>, width: f32) -> std::sync::Arc<Laid> {
    let trace = cx.trace().map(|trace| &trace.source.id);
    remembered(ui, cx, "table", (cx.state.sort(), width.to_bits(), trace), || {
        let (mut rows, headers) = (rows(cx), headers(cx));
        for row in rows.iter_mut().filter(|row| width < ALL_COLUMNS && !row.short.is_empty()) {
            let people = row.cells.iter_mut().find(|(column, _)| *column == Column::People);
            if let Some((_, text)) = people {
                *text = format!("{text}\n{}", row.short);
            }
        }
        let pad = if width < WITH_OTHERS { SLIM_PAD } else { PAD };
        let columns = columns(ui, cx, &rows, &headers, (width, pad));
        let header = row_height(ui, cx, (&columns, pad), &headers, Role::NoteStrong);
        let mut tops = vec![0.0];
        for row in &rows {
            let top = tops.last().copied().unwrap_or_default();
            tops.push(top + row_height(ui, cx, (&columns, pad), &row.cells, Role::Label));
        }
        Laid { pad, rows, headers, columns, header, tops }
    })
}

/// Draws the table. Its headers stay in sight where it scrolls.
pub fn table_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let laid = laid(ui, cx, area.width());
    let seen = ui.clip_rect();
    let top = area.top().max(seen.top()).min(area.bottom() - laid.header);
    header_ui(ui, cx, &laid, Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), laid.header)));
    let below = top + laid.header;
    widgets::rule(ui, area.left(), area.right(), below, Stroke::new(measure::AXIS, cx.colors.text));
    let mut body = ui.new_child(UiBuilder::new().max_rect(area));
    body.shrink_clip_rect(seen.with_min_y(below + measure::AXIS / 2.0));
    let first = area.top() + laid.header;
    for (i, row) in laid.rows.iter().enumerate() {
        let place =
            Rect::from_min_max(pos2(area.left(), first + laid.tops[i]), pos2(area.right(), first + laid.tops[i + 1]));
        row_ui(&body, cx, &laid, (i, row), place);
        if row.joins > 0 && body.is_rect_visible(place) {
            let from = first + f32::midpoint(laid.tops[i - row.joins], laid.tops[i - row.joins + 1]);
            bracket(&body, cx, place.left() + BRACKET_INSET, from, place.center().y);
        }
    }
}

/// The height of the table at a width.
#[must_use]
pub fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let laid = laid(ui, cx, width);
    laid.header + laid.tops.last().copied().unwrap_or_default()
}

/// The columns with their widths.
fn columns(
    ui: &Ui,
    cx: &Cx<'_>,
    rows: &[Row],
    headers: &[(Column, String)],
    (width, pad): (f32, f32),
) -> Vec<(Column, f32)> {
    let size = |text: &str, role| cx.label(text, role).size(ui.ctx()).x + 2.0 * pad + 1.0;
    let natural = |column: Column| {
        let cells = rows.iter().flat_map(|row| &row.cells).filter(|(other, _)| *other == column);
        let cells = cells.map(|(_, text)| size(text, Role::LabelStrong));
        let headers = headers.iter().filter(|(other, _)| *other == column);
        cells.chain(headers.map(|(_, text)| size(text, Role::NoteStrong) + BEFORE_ORDER + ORDER)).fold(0.0, f32::max)
    };
    let mut columns: Vec<(Column, f32)> = NUMBERS.into_iter().map(|column| (column, natural(column))).collect();
    let over = columns.iter().map(|(_, width)| width).sum::<f32>() - width;
    if let Some((_, people)) = columns.last_mut().filter(|_| over > 0.0 || width < WITH_OTHERS) {
        *people = (*people - over).max(LEAST_PEOPLE);
        return columns;
    }
    let rest = (-over).max(1.0);
    let shown = |(column, _): &&(Column, f32)| width >= ALL_COLUMNS || *column == Column::Others;
    let sum: f32 = SHARES.iter().filter(shown).map(|(_, share)| share).sum();
    // A number must not be broken over two lines, so the column of other reports is as wide as the widest of them.
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

fn cell<'t>(cx: &Cx<'_>, column: Column, text: &'t str, role: Role, (width, pad): (f32, f32)) -> Label<'t> {
    let align = if column == Column::People { Align::Max } else { Align::Min };
    let order = if role == Role::NoteStrong && sort_by(column).is_some() { BEFORE_ORDER + ORDER } else { 0.0 };
    cx.label(text, role).width((width - 2.0 * pad - order).max(1.0)).align(align)
}

fn row_height(
    ui: &Ui,
    cx: &Cx<'_>,
    (columns, pad): (&[(Column, f32)], f32),
    cells: &[(Column, String)],
    role: Role,
) -> f32 {
    let height = |(column, width): &(Column, f32)| {
        let found = cells.iter().find(|(other, _)| other == column);
        found.map_or(0.0, |(_, text)| cell(cx, *column, text, role, (*width, pad)).size(ui.ctx()).y)
    };
    measure::TARGET.max(columns.iter().map(height).fold(0.0, f32::max) + 2.0 * PAD_DOWN)
}

/// Draws the headers; a click on one sorts by its column.
fn header_ui(ui: &Ui, cx: &Cx<'_>, laid: &Laid, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.bg);
    let mut x = area.left();
    for (column, width) in &laid.columns {
        let place = Rect::from_min_size(pos2(x, area.top()), vec2(*width, area.height()));
        x += width;
        let Some((_, text)) = laid.headers.iter().find(|(other, _)| other == column) else { continue };
        let label = cell(cx, *column, text, Role::NoteStrong, (*width, laid.pad));
        let at =
            pos2(left_of(*column, place.left(), (*width, laid.pad)), place.center().y - label.size(ui.ctx()).y / 2.0);
        let Some(by) = sort_by(*column) else {
            label.color(cx.colors.dim).at(ui, at);
            continue;
        };
        let down = cx.state.sort().filter(|sort| sort.by == by).map(|sort| sort.down);
        let response = ui.interact(place, Id::unique(("sort by", *column)), egui::Sense::click());
        let name = cx.say(Say::SortBy(text, down));
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::ColumnHeader, true, &name));
        if let Some(down) = down {
            use accesskit::SortDirection::{Ascending, Descending};
            let direction = if down { Descending } else { Ascending };
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
        }
        if response.clicked() {
            cx.send(Action::Sort(by));
        }
        let ground = place.shrink2(HEADER_INSET.into());
        ui.painter().rect_filled(ground, measure::RADIUS_ROW, cx.touched(cx.colors.bg, &response));
        let color = if down.is_some() { cx.colors.text } else { cx.colors.dim };
        let drawn = label.color(color).paint(ui, at);
        let off = BEFORE_ORDER + ORDER / 2.0;
        let beside = if *column == Column::People { drawn.left() - off } else { drawn.right() + off };
        let glyph = [Icon::Sort, Icon::Up, Icon::Down][down.map_or(0, |down| 1 + usize::from(down))];
        widgets::icon(ui.painter(), glyph, pos2(beside, place.center().y), ORDER, color);
        if hand::has_ring(&response) {
            let stroke = Stroke::new(measure::STRONG, cx.colors.text);
            ui.painter().rect_stroke(ground, measure::RADIUS_ROW, stroke, egui::StrokeKind::Inside);
        }
    }
}

/// Where a cell's words begin, or end in the column of numbers.
fn left_of(column: Column, x: f32, (width, pad): (f32, f32)) -> f32 {
    if column == Column::People { x + width - pad } else { x + pad }
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, laid: &Laid, (i, row): (usize, &Row), area: Rect) {
    let id = Id::unique(("table row", i));
    let touch = paint::touch(ui, cx, area, id, Some(&row.subject), &row.name);
    if !ui.is_rect_visible(area) {
        return;
    }
    let ground = if touch.chosen { cx.colors.accent } else { cx.touched(cx.colors.bg, &touch.response) };
    ui.painter().rect_filled(area.shrink2(vec2(0.0, 1.0)), measure::RADIUS_ROW, ground);
    let has_come = match row.subject {
        Subject::Batch(last) | Subject::Subtotal(_, last) => has_arrived(cx.x(), last, cx.year),
        _ => true,
    };
    let mut x = area.left();
    for (column, width) in &laid.columns {
        let found = row.cells.iter().find(|(other, text)| other == column && !text.is_empty());
        if let Some((_, text)) = found {
            let strong = matches!(column, Column::Batch) || (*column == Column::People && row.is_reported);
            let role = if strong { Role::LabelStrong } else { Role::Label };
            let colors = cx.lit(is_lit(row, *column) && has_come).colors;
            let color = match (touch.chosen, column) {
                (true, _) => colors.on_accent,
                (false, Column::Batch | Column::People | Column::State) => colors.text,
                (false, _) => colors.dim,
            };
            let label = cell(cx, *column, text, role, (*width, laid.pad)).color(color);
            let height = label.size(ui.ctx()).y;
            let at = pos2(left_of(*column, x, (*width, laid.pad)), area.center().y - height / 2.0);
            let drawn = label.paint(ui, at);
            if *column == Column::People && !touch.chosen {
                let rests = row.rests.filter(|rests| rests.number());
                trace::underline_ui(ui, cx, rests, [drawn.left(), drawn.right()], drawn.bottom());
            }
        }
        x += width;
    }
    widgets::rule(ui, area.left(), area.right(), area.bottom(), Stroke::new(measure::RULE, cx.colors.line));
    paint::ring(ui, cx, &touch);
}

/// True unless a cell of a row is dimmed.
fn is_lit(row: &Row, column: Column) -> bool {
    row.rests.is_none_or(|rests| match column {
        Column::Batch => rests.any(),
        Column::Years => rests.years || rests.number(),
        Column::Others => rests.other_report,
        Column::People | Column::State | Column::Sources => rests.number(),
    })
}

/// Draws a bracket from the rows of several batches to the row of their subtotal.
fn bracket(ui: &Ui, cx: &Cx<'_>, x: f32, from: f32, to: f32) {
    let line = vec![pos2(x + BRACKET_END, from), pos2(x, from), pos2(x, to), pos2(x + BRACKET_END, to)];
    ui.painter().add(egui::Shape::line(line, Stroke::new(measure::AXIS, cx.colors.text)));
}
