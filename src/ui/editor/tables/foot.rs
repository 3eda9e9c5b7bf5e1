//! Under a table: how many rows there are, what can be done with them, what came of a paste, and the keys.

use egui::{CornerRadius, Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{FOOT, Frame, cell, say, send};
use crate::model::List;
use crate::state::editing::SheetCommand;
use crate::state::editing::spreadsheet::TABLES;
use crate::state::editing::table::{CellCommand, Report};
use crate::state::{EditCommand, Landing, PhotoCommand};
use crate::text::{Cells, Editor, Import, Say};
use crate::ui::theme::{Role, measure};
use crate::ui::{Cx, typeset, widgets};

/// Buttons: their height, what they take beside their words, and the gap between two.
const CONTROL: f32 = 46.0;
const PAD: f32 = 36.0;
const GAP: f32 = 12.0;
/// Between parts of the line.
const APART: f32 = 28.0;
/// The least room for the keys.
const LEAST_KEYS: f32 = 120.0;
/// The strip over it: around its words, and how many cells it names at most.
const AIR: f32 = 12.0;
const INDENT: f32 = 4.0;
const MOST_NAMED: usize = 3;

/// The button that adds a row.
pub fn add_id() -> Id {
    Id::unique("add a row")
}

/// Draws the foot, and gives where the table ends.
pub fn foot_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) -> f32 {
    let foot = area.with_min_y(area.bottom() - FOOT);
    let middle = foot.center().y;
    let shown = say(cx, Cells::Shown(frame.view.rows().len(), frame.editing.tree().len(frame.list.field())));
    let label = cx.dim(&shown, Role::Note);
    let size = label.size(ui.ctx());
    label.at(ui, pos2(foot.left(), middle - size.y / 2.0));
    let mut left = foot.left() + size.x + APART;
    left = buttons_ui(ui, cx, frame, pos2(left, middle));
    let stays =
        frame.view.cursor().and_then(|at| frame.view.rows().iter().find(|row| row.key == at.key && !row.answers));
    let words = match (stays, frame.view.writing()) {
        (Some(row), _) => say(cx, Cells::Stays(row.index + 1)),
        (None, Some(writing)) => {
            let has_lines = frame.columns.get(writing.at.column).is_some_and(|column| column.kind.has_lines());
            say(cx, Cells::WritingKeys(has_lines))
        }
        (None, None) => say(cx, Cells::Keys),
    };
    let room = foot.with_min_x(left + APART - GAP);
    let label = cx.dim(&words, Role::Note);
    if label.size(ui.ctx()).x <= room.width() {
        let drawn = label.align(egui::Align::Max).paint_in(ui, room);
        typeset::name(ui, drawn, &words);
    } else if room.width() > LEAST_KEYS {
        let whole = cx.dim(&words, Role::Note).width(room.width());
        let cut = whole.clone().at_most(ui.ctx(), 2);
        // Half a hint is none.
        if whole.size(ui.ctx()).y <= cut.size(ui.ctx()).y {
            typeset::name(ui, whole.paint_in(ui, room), &words);
        }
    }
    strip_ui(ui, cx, frame, area.with_max_y(foot.top()))
}

/// The buttons that add and delete rows, from a point at the left of their middle; gives where they end.
fn buttons_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, at: egui::Pos2) -> f32 {
    let mut left = at.x;
    let mut button = |words: &str, id: Id, enabled: bool| {
        let width = cx.label(words, Role::Label).size(ui.ctx()).x + PAD;
        let area = Rect::from_min_size(pos2(left, at.y - CONTROL / 2.0), vec2(width, CONTROL));
        left = area.right() + GAP;
        let response = widgets::button(ui, area, id, (None, words), &cx.style(Role::Label), &cx.colors, enabled);
        let clicked = enabled && response.clicked();
        if clicked {
            // The keys go on in the table.
            ui.memory_mut(|memory| memory.surrender_focus(id));
        }
        clicked
    };
    let is_pictures = frame.list == List::Photos;
    let words = cx.say(Say::Editor(if is_pictures { Editor::AddPhotographs } else { Editor::Add(frame.list) }));
    if button(&words, add_id(), true) {
        if is_pictures {
            super::super::send(cx, EditCommand::Photos(PhotoCommand::Pick(Landing::End)));
        } else {
            send(cx, CellCommand::Add);
        }
    }
    let rows = frame.block.map_or(0, |(rows, _)| rows[1] - rows[0] + 1);
    if button(&say(cx, Cells::Delete(rows.max(1))), Id::unique("delete rows"), rows > 0) {
        send(cx, CellCommand::Delete);
    }
    if TABLES.contains(&frame.table) && button(&cx.say(Say::Import(Import::Open)), Id::unique("spreadsheet"), true) {
        super::super::send(cx, EditCommand::Sheet(SheetCommand::Pick));
    }
    left
}

/// Draws what a paste asks, or what came of it, at the foot of an area; gives where that begins.
fn strip_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) -> f32 {
    if let Some(question) = frame.view.question() {
        let words = say(cx, Cells::Question(question.copied, question.here));
        let strip = area.with_min_y(area.bottom() - CONTROL - 2.0 * AIR);
        ground(ui, cx, strip);
        let mut right = strip.right() - AIR;
        let adding = (say(cx, Cells::PasteAdding(question.added)), CellCommand::PasteAdding, "paste with new rows");
        let ways = [
            (say(cx, Cells::Leave), CellCommand::Leave, "paste nothing"),
            (say(cx, Cells::PasteHere), CellCommand::PasteHere, "paste what has room"),
        ];
        for (words, command, id) in ways.into_iter().chain((question.added > 0).then_some(adding)) {
            let width = cx.label(&words, Role::Label).size(ui.ctx()).x + PAD;
            let place = Rect::from_min_size(pos2(right - width, strip.top() + AIR), vec2(width, CONTROL));
            right = place.left() - GAP;
            let id = Id::unique(id);
            let style = cx.style(Role::Label);
            if widgets::button(ui, place, id, (None, &words), &style, &cx.colors, true).clicked() {
                ui.memory_mut(|memory| memory.surrender_focus(id));
                send(cx, command);
            }
        }
        let text = Rect::from_min_max(strip.min + vec2(AIR + INDENT, 0.0), pos2(right, strip.bottom()));
        let drawn = cx.label(&words, Role::LabelStrong).width(text.width().max(1.0)).paint_in(ui, text);
        announce(ui, drawn, &words);
        return strip.top() - AIR;
    }
    match frame.view.report() {
        // What is being written says it beside itself.
        Some(report) if frame.view.writing().is_none() && !report.refused.is_empty() => {
            report_ui(ui, cx, frame, area, report)
        }
        _ => area.bottom(),
    }
}

fn ground(ui: &Ui, cx: &Cx<'_>, strip: Rect) {
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(strip, radius, cx.colors.side);
    let line = Stroke::new(measure::CONTROL, cx.colors.edge);
    ui.painter().rect_stroke(strip, radius, line, StrokeKind::Inside);
}

/// Names a text that those who hear it are told at once.
fn announce(ui: &Ui, area: Rect, words: &str) {
    let id = Id::unique(("told under a table", words));
    ui.interact(area, id, egui::Sense::hover())
        .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, words));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// Names the cells that were left as they were.
fn report_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect, report: &Report) -> f32 {
    let mut words = vec![say(cx, Cells::LeftAsTheyWere(report.refused.len()))];
    if report.changed > 0 {
        words[0] = format!("{} {}", say(cx, Cells::Changed(report.changed)), words[0]);
    }
    let rows = frame.view.rows();
    for refused in report.refused.iter().take(MOST_NAMED) {
        let why = say(cx, Cells::Why(refused.why));
        let told = say(cx, Cells::Refused(&excerpt(&refused.text), &why));
        let name = say(cx, Cells::Column(refused.column.name));
        let row = rows.iter().find(|row| row.index == refused.index);
        let row = row.map_or_else(String::new, |row| cell::row_spoken(cx, frame, row));
        words.push(say(cx, Cells::Cell(&name, &row, &told)));
    }
    if report.refused.len() > MOST_NAMED {
        words.push("…".to_owned());
    }
    let width = area.width() - 2.0 * (AIR + INDENT) - CONTROL;
    let role = |i| if i == 0 { Role::LabelStrong } else { Role::Label };
    let labels: Vec<_> = words.iter().enumerate().map(|(i, line)| cx.label(line, role(i)).width(width)).collect();
    let height: f32 = labels.iter().map(|label| label.size(ui.ctx()).y).sum();
    let strip = area.with_min_y(area.bottom() - height - 2.0 * AIR);
    ground(ui, cx, strip);
    let mut top = strip.top() + AIR;
    for (label, line) in labels.into_iter().zip(&words) {
        let drawn = label.paint(ui, pos2(strip.left() + AIR + INDENT, top));
        announce(ui, drawn, line);
        top = drawn.bottom();
    }
    let close = Rect::from_min_size(pos2(strip.right() - CONTROL, strip.top()), vec2(CONTROL, CONTROL)).shrink(4.0);
    let name = cx.say(Say::Editor(Editor::Close));
    let id = Id::unique("close the report");
    if widgets::icon_button(ui, close, id, widgets::Icon::Cross, &name, &cx.colors, true).clicked() {
        ui.memory_mut(|memory| memory.surrender_focus(id));
        send(cx, CellCommand::Leave);
    }
    strip.top() - AIR
}

/// The beginning of a text.
fn excerpt(text: &str) -> String {
    const MOST: usize = 40;
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() { format!("{}…", start.trim_end()) } else { start }
}
