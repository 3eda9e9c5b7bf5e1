//! The line over a table: its name, which of its texts is shown, and which rows.

use egui::{Id, Rect, Ui, pos2, vec2};

use super::{Frame, say, send};
use crate::state::editing::table::{CellCommand, RowFilter, passages};
use crate::text::{Cells, Editor, Say};
use crate::ui::heading::right_aligned;
use crate::ui::theme::{self, Role, measure};
use crate::ui::{Cx, widgets};

/// The middle of the line under the top, its height, and a further line.
const MIDDLE: f32 = 46.0;
const HEIGHT: f32 = 90.0;
const LINE: f32 = 56.0;
/// The height of controls, what a segment and a chip take beside their words.
const CONTROL: f32 = 46.0;
const SEGMENT_PAD: f32 = 38.0;
const CHIP_PAD: f32 = 40.0;
/// The same of the chosen filter, which has a cross.
const CHOICE_PAD: f32 = 66.0;
/// Between the heading and the switch, between chips, and between parts of the line.
const HEADING_GAP: f32 = 24.0;
const GAP: f32 = 8.0;
const APART: f32 = 32.0;

/// Draws the line, and gives where the table begins.
pub fn head_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) -> f32 {
    let heading = cx.say(Say::Editor(Editor::Table(frame.table)));
    let label = cx.label(&heading, Role::Heading);
    let size = label.size(ui.ctx());
    let middle = area.top() + MIDDLE;
    label.at(ui, pos2(area.left(), middle - size.y / 2.0));
    let switch = switch_widths(ui, cx, frame);
    let chips = chips(ui, cx, frame);
    let switch_width: f32 = switch.iter().sum();
    let chips_width = chips.iter().map(|(width, ..)| width + GAP).sum::<f32>() - GAP;
    let heading_right = area.left() + size.x + HEADING_GAP;
    let mut bottom = area.top() + HEIGHT;
    // Whatever has no room on the heading's line goes on lines of its own.
    let has_switch = heading_right + switch_width <= area.right();
    let switch_at = if has_switch {
        pos2(heading_right, middle)
    } else {
        bottom += LINE;
        pos2(area.left(), bottom - LINE / 2.0 - GAP)
    };
    switch_ui(ui, cx, frame, switch_at, &switch);
    if chips.is_empty() {
        return bottom;
    }
    let taken = if has_switch { heading_right + switch_width } else { area.left() + size.x };
    if taken + APART + chips_width <= area.right() {
        chips_ui(ui, cx, (area.right(), middle), &chips);
        return bottom;
    }
    let mut rest = chips.as_slice();
    while !rest.is_empty() {
        let mut width = -GAP;
        let fitting = rest.iter().take_while(|(wide, ..)| {
            width += wide + GAP;
            width <= area.width()
        });
        let (now, later) = rest.split_at(fitting.count().max(1));
        let width = now.iter().map(|(wide, ..)| wide + GAP).sum::<f32>() - GAP;
        bottom += LINE;
        chips_ui(ui, cx, (area.left() + width, bottom - LINE / 2.0 - GAP), now);
        rest = later;
    }
    bottom
}

fn switch_widths(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>) -> Vec<f32> {
    let all = passages(frame.table);
    if all.len() < 2 {
        return Vec::new();
    }
    let width = |words: String| cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + SEGMENT_PAD;
    all.iter().map(|passage| width(say(cx, Cells::Passage(*passage)))).collect()
}

/// The switch of the table's texts, from a point at the left of its middle.
fn switch_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, at: egui::Pos2, widths: &[f32]) {
    let mut left = at.x;
    let whole = Rect::from_min_size(pos2(left, at.y - CONTROL / 2.0), vec2(widths.iter().sum(), CONTROL));
    for (passage, width) in passages(frame.table).iter().zip(widths) {
        let is_chosen = frame.view.passage() == Some(*passage);
        let style = theme::style(if is_chosen { Role::LabelStrong } else { Role::Label }, cx.lang());
        let part = Rect::from_min_size(pos2(left, whole.top()), vec2(*width, CONTROL));
        left = part.right();
        let words = say(cx, Cells::Passage(*passage));
        let id = Id::unique(("text of a table", *passage));
        if widgets::segment(ui, part, id, &words, &style, &cx.colors, is_chosen).clicked() {
            send(cx, CellCommand::Passage(*passage));
        }
    }
    if !widths.is_empty() {
        let stroke = egui::Stroke::new(measure::CONTROL, cx.colors.edge);
        ui.painter().rect_stroke(whole, measure::RADIUS_ROW, stroke, egui::StrokeKind::Outside);
    }
}

type Chip = (f32, RowFilter, String);

/// The filters with something to filter, and their widths.
fn chips(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>) -> Vec<Chip> {
    if frame.view.passage().is_none() {
        return Vec::new();
    }
    let counts = RowFilter::ALL.into_iter().zip(frame.view.counts());
    let is_shown =
        |filter: RowFilter, count: usize| filter == RowFilter::All || count > 0 || filter == frame.view.filter();
    let chip = |(filter, count)| {
        let words = say(cx, Cells::Filter(filter, count));
        let is_choice = filter == frame.view.filter() && filter != RowFilter::All;
        let pad = if is_choice { CHOICE_PAD } else { CHIP_PAD };
        let width = cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + pad;
        (width, filter, words)
    };
    let shown: Vec<_> = counts.filter(|(filter, count)| is_shown(*filter, *count)).collect();
    if let [(RowFilter::All, _)] = shown[..] { Vec::new() } else { shown.into_iter().map(chip).collect() }
}

fn chips_ui(ui: &Ui, cx: &Cx<'_>, (right, middle): (f32, f32), chips: &[Chip]) {
    let now = cx.state.editing().map(|editing| editing.cells().filter()).unwrap_or_default();
    let widths: Vec<f32> = chips.iter().map(|(width, ..)| *width).collect();
    for (area, (_, filter, words)) in right_aligned(right, middle, CONTROL, GAP, &widths).into_iter().zip(chips) {
        let is_chosen = *filter == now;
        let style = theme::style(if is_chosen { Role::LabelStrong } else { Role::Label }, cx.lang());
        let id = Id::unique(("rows of a table", *filter));
        if is_chosen && *filter != RowFilter::All {
            let name = format!("{words}. {}", say(cx, Cells::ShowAll));
            if widgets::choice(ui, area, id, words, &name, &style, &cx.colors).clicked() {
                send(cx, CellCommand::Filter(RowFilter::All));
            }
        } else if widgets::chip(ui, area, id, words, &style, &cx.colors, is_chosen).clicked() {
            send(cx, CellCommand::Filter(*filter));
        }
    }
}
