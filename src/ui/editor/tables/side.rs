//! The list of tables with their numbers of rows, and what was copied.

use egui::{Id, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::{Frame, say};
use crate::state::EditCommand;
use crate::state::editing::Table;
use crate::state::editing::table::Block;
use crate::text::{Cells, Editor, Say, counted};
use crate::ui::theme::{self, Role, measure};
use crate::ui::{Cx, sidebar, widgets};

/// The heading over the list: its height.
const HEADING: f32 = 52.0;
/// A row, and how far its ground reaches beyond its words.
const ROW: f32 = 52.0;
const REACH: f32 = 10.0;
/// Right of the words.
const RIGHT: f32 = 24.0;
/// The line of tables in a narrow window, a table in it, and the gap between two.
pub const LINE: f32 = 56.0;
const CHIP: f32 = 46.0;
const CHIP_PAD: f32 = 40.0;
const GAP: f32 = 8.0;
/// Around what was copied.
const AIR: f32 = 14.0;

fn words(cx: &Cx<'_>, frame: &Frame<'_>, table: Table) -> (String, String, String) {
    let name = cx.say(Say::Editor(Editor::Table(table)));
    let count = frame.editing.tree().len(table.list().field());
    let spoken = say(cx, Cells::TableRow(&name, count));
    (name, counted(count), spoken)
}

/// Draws the list at the left.
pub fn side_ui(ui: &mut Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    let inner = Rect::from_min_max(
        pos2(area.left() + measure::MARGIN, area.top()),
        pos2(area.right() - RIGHT, area.bottom() - sidebar::menu_ui(ui, cx, area)),
    );
    let heading = say(cx, Cells::Tables);
    let line = inner.with_max_y(inner.top() + HEADING);
    let label = cx.dim(&heading, Role::Note);
    label.at(ui, pos2(line.left(), line.bottom() - 6.0 - label.line()));
    let mut top = line.bottom();
    for table in Table::ALL {
        let row = Rect::from_min_size(pos2(inner.left() - REACH, top), vec2(inner.width() + 2.0 * REACH, ROW));
        top = row.bottom();
        let is_chosen = table == frame.table;
        let (name, count, spoken) = words(cx, frame, table);
        let style = theme::style(if is_chosen { Role::LabelStrong } else { Role::Label }, cx.lang());
        let count_style = theme::style(if is_chosen { Role::NoteStrong } else { Role::Note }, cx.lang());
        let id = Id::unique(("table", table));
        let texts = (name.as_str(), count.as_str(), spoken.as_str());
        if widgets::row(ui, row, id, texts, (&style, &count_style), &cx.colors, is_chosen).clicked() {
            super::super::send(cx, EditCommand::Table(table));
        }
    }
    copied_ui(ui, cx, frame, inner.with_min_y(top));
}

/// Says what was copied, at the foot of an area.
fn copied_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) {
    let Some((rows, columns)) = frame.copied else { return };
    let block = Block { rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
    let (copied, what) = (say(cx, Cells::Copied(block)), say(cx, Cells::CopiedIs));
    let labels =
        [cx.label(&copied, Role::NoteStrong), cx.dim(&what, Role::Note)].map(|label| label.width(area.width()));
    let height: f32 = labels.iter().map(|label| label.size(ui.ctx()).y).sum();
    let mut top = area.bottom() - AIR - height;
    if top < area.top() + AIR {
        return;
    }
    widgets::rule(ui, area.left(), area.right(), top - AIR, Stroke::new(measure::RULE, cx.colors.line));
    for label in labels {
        top = label.at(ui, pos2(area.left(), top)).bottom();
    }
}

/// Draws the tables as a line of chips, where there is no room for a list.
pub fn line_ui(ui: &mut Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    let area = area.shrink2(vec2(cx.layout.margin, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        widgets::show_handle(ui, &cx.colors);
        ScrollArea::horizontal().id_salt("tables").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
            ui.horizontal(|ui| {
                for table in Table::ALL {
                    let is_chosen = table == frame.table;
                    let style = theme::style(if is_chosen { Role::LabelStrong } else { Role::Label }, cx.lang());
                    let (name, ..) = words(cx, frame, table);
                    let width = cx.label(&name, Role::LabelStrong).size(ui.ctx()).x + CHIP_PAD;
                    let (place, _) = ui.allocate_exact_size(vec2(width, area.height()), egui::Sense::hover());
                    let chip = Rect::from_center_size(place.center(), vec2(width, CHIP));
                    let id = Id::unique(("table", table));
                    if widgets::chip(ui, chip, id, &name, &style, &cx.colors, is_chosen).clicked() {
                        super::super::send(cx, EditCommand::Table(table));
                    }
                }
            });
        });
    });
}
