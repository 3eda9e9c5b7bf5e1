//! Draws cells: of the fields, the names of rows at the left, and the states of texts at the right.

use egui::accesskit::Role as Access;
use egui::{Align, Color32, CursorIcon, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};
use serde_json::Value;

use super::{Frame, cell_id, say, send};
use crate::model::{EntryKey, Lang};
use crate::state::editing::Table;
use crate::state::editing::table::{Cell, CellCommand, Column, Kind, Progress, Row, cell, progress};
use crate::text::{self, Cells};
use crate::ui::editor::fields;
use crate::ui::editor::landing::grasp;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;
use crate::ui::{Cx, photo_paint};

/// Between the words of a cell and its sides, and above and below them at least.
pub const PAD: f32 = 14.0;
const AIR: f32 = 4.0;
/// The place of a row's number, that of its picture, and the gaps after both.
const NUMBER: f32 = 44.0;
const PICTURE: [f32; 2] = [88.0, 66.0];
const GAP: f32 = 12.0;
/// The states: above and below them, the middle of a mark, where its language begins, and the gap after that.
const STATES_AIR: f32 = 6.0;
const MARK: f32 = 8.0;
const STATE_LANG: f32 = 22.0;
const STATE_GAP: f32 = 10.0;

/// What a cell says to those who hear it.
pub fn spoken(cx: &Cx<'_>, frame: &Frame<'_>, row: &Row, column: &Column) -> String {
    let held = cell(frame.editing.tree(), frame.list, row.index, column);
    let says = match (&held, column.kind) {
        (Cell::Empty, Kind::Words(..)) => say(cx, Cells::State(Progress::Missing)).to_lowercase(),
        (Cell::Empty, _) => say(cx, Cells::NotGiven).to_lowercase(),
        _ => text::cell_shown(cx.lang(), frame.editing.tree(), &held),
    };
    let name = say(cx, Cells::Column(column.name));
    say(cx, Cells::Cell(&name, &row_spoken(cx, frame, row), &says))
}

/// What a row is called by those who hear it.
pub fn row_spoken(cx: &Cx<'_>, frame: &Frame<'_>, row: &Row) -> String {
    let name = text::row_name(cx.lang(), frame.editing.tree(), frame.table, row.index);
    say(cx, Cells::Row(row.index + 1, &name))
}

/// Senses a cell, which can be chosen and dragged from.
pub fn touch(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect, (row, column): (&Row, usize)) -> Response {
    let id = cell_id(frame.table, row.key, column);
    // On a touch screen a finger that moves scrolls.
    let sense = if ui.input(egui::InputState::any_touches) { Sense::click() } else { Sense::click_and_drag() };
    let response = ui.interact(area, id, sense);
    let is_cursor = frame.view.cursor().is_some_and(|at| at.key == row.key && at.column == column);
    response.widget_info(|| {
        WidgetInfo::selected(Access::GridCell, true, is_cursor, spoken(cx, frame, row, &frame.columns[column]))
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_row_index(row.index);
        node.set_column_index(column);
    });
    response
}

/// Draws what a cell holds.
pub fn paint(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect, (row, column): (&Row, &Column)) {
    let held = cell(frame.editing.tree(), frame.list, row.index, column);
    let words = match (&held, column.kind) {
        (Cell::Empty, Kind::Words(..)) => say(cx, Cells::NotWritten),
        (Cell::Empty, _) => String::new(),
        (Cell::YesNo(false), _) => "–".to_owned(),
        _ => text::cell_shown(cx.lang(), frame.editing.tree(), &held),
    };
    let (role, color) = match held {
        Cell::Amount(_) => (Role::LabelStrong, cx.colors.text),
        Cell::Empty | Cell::NotPublished | Cell::NotApplicable | Cell::YesNo(false) => (Role::Label, cx.colors.dim),
        _ => (Role::Label, cx.colors.text),
    };
    let is_number = matches!(
        held,
        Cell::Amount(_) | Cell::Whole(_) | Cell::WorkedOut(_) | Cell::NotPublished | Cell::NotApplicable
    );
    let align = if is_number { Align::Max } else { Align::Min };
    text_in(ui, cx, area, &words, (role, color, align));
}

/// Sets a text in a cell, on as many lines as it has room for.
pub fn text_in(ui: &Ui, cx: &Cx<'_>, area: Rect, words: &str, (role, color, align): (Role, Color32, Align)) {
    if words.is_empty() || !ui.is_rect_visible(area) {
        return;
    }
    let inner = area.shrink2(vec2(PAD, AIR));
    let label = cx.label(words, role).color(color).width(inner.width().max(1.0)).align(align);
    lines_in(ui, label, inner);
}

/// As many lines of a text as there is room for.
fn lines_in(ui: &Ui, label: Label<'_>, inner: Rect) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
    let lines = (inner.height() / label.line()).floor().max(1.0) as usize;
    label.at_most(ui.ctx(), lines).paint_in(ui, inner);
}

/// Where the names of rows begin, but for their pictures.
pub const fn name_left() -> f32 {
    NUMBER + GAP
}

/// What a row is dragged by: its number.
pub fn handle(table: Table, key: EntryKey) -> egui::Id {
    egui::Id::unique(("row that is dragged", table, key))
}

/// Draws the name of a row, with its number and its picture; touching it chooses the row.
pub fn name_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect, at: usize) {
    let row = &frame.view.rows()[at];
    let id = egui::Id::unique(("row of a table", frame.table, row.key));
    let response = ui.interact(area, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::RowHeader, true, row_spoken(cx, frame, row)));
    let is_in_block = frame.block.is_some_and(|([from, to], _)| (from..=to).contains(&at));
    let ground = if is_in_block { cx.colors.side } else { cx.colors.card };
    ui.painter().rect_filled(area, 0.0, cx.touched(ground, &response));
    if response.clicked() {
        send(cx, CellCommand::Row(row.key));
    }
    let number = (row.index + 1).to_string();
    let place = area.with_max_x(area.left() + NUMBER);
    let is_over = response.hover_pos().or(response.interact_pointer_pos()).is_some_and(|at| place.contains(at));
    if is_over {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
        grasp(&response, handle(frame.table, row.key));
    }
    cx.dim(&number, Role::Note).align(Align::Max).paint_in(ui, place);
    let mut left = place.right() + GAP;
    if frame.table == Table::Captions {
        let place = Rect::from_center_size(pos2(left + PICTURE[0] / 2.0, area.center().y), PICTURE.into());
        if let Some(photo) = frame.editing.photo_of(row.key) {
            let aspect = photo_paint::aspect(cx, photo);
            let size = if aspect > place.aspect_ratio() {
                vec2(place.width(), place.width() / aspect)
            } else {
                vec2(place.height() * aspect, place.height())
            };
            photo_paint::paint_photo(ui, cx, photo, Rect::from_center_size(place.center(), size));
        }
        left = place.right() + GAP;
    }
    let name = text::row_name(cx.lang(), frame.editing.tree(), frame.table, row.index);
    let inner = Rect::from_min_max(pos2(left, area.top() + AIR), pos2(area.right() - PAD, area.bottom() - AIR));
    lines_in(ui, cx.label(&name, Role::Label).width(inner.width().max(1.0)), inner);
    let line = egui::Stroke::new(measure::RULE, cx.colors.line);
    ui.painter().hline(area.x_range(), area.bottom() - 0.5, line);
}

/// The words of a row's text.
fn words<'f>(frame: &Frame<'f>, row: &Row) -> Option<&'f Value> {
    let field = frame.view.passage()?.field();
    frame.editing.tree().entry(frame.list.field(), row.index)?.get(field)
}

/// The width of the column of states.
pub fn states_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let all = [Progress::Missing, Progress::Draft, Progress::Checked, Progress::Outdated];
    let width = |state| cx.label(&say(cx, Cells::State(state)), Role::Note).size(ui.ctx()).x;
    let heading = cx.label(&say(cx, Cells::States), Role::LabelStrong).size(ui.ctx()).x;
    2.0 * PAD
        + (all.into_iter().map(width).fold(0.0, f32::max) + lang_width(ui, cx) + STATE_LANG + STATE_GAP).max(heading)
}

fn lang_width(ui: &Ui, cx: &Cx<'_>) -> f32 {
    let width = |lang: Lang| cx.label(lang.short_name(), Role::Note).size(ui.ctx()).x;
    Lang::ALL.into_iter().map(width).fold(0.0, f32::max)
}

/// Draws how far the texts of a row have come.
pub fn states_ui(ui: &Ui, cx: &Cx<'_>, frame: &Frame<'_>, area: Rect, row: &Row) {
    let words = words(frame, row);
    let states = Lang::ALL.map(|lang| (lang, progress(words, lang)));
    let response = ui.interact(area, egui::Id::unique(("states of a row", frame.table, row.key)), Sense::hover());
    response.widget_info(|| {
        let all =
            states.map(|(lang, state)| format!("{} {}", lang.own_name(), say(cx, Cells::State(state)).to_lowercase()));
        let name = say(cx, Cells::States);
        let says = all.join(", ");
        WidgetInfo::labeled(Access::Label, true, say(cx, Cells::Cell(&name, &row_spoken(cx, frame, row), &says)))
    });
    let inner = area.shrink2(vec2(PAD, STATES_AIR));
    let pitch = inner.height() / 3.0;
    let beside = lang_width(ui, cx);
    // Tibetan lines are high.
    let role = if cx.style(Role::Note).line > pitch { Role::Mark } else { Role::Note };
    let mut top = inner.top();
    for (lang, state) in states {
        let line = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), pitch));
        top = line.bottom();
        fields::mark_ui(ui, cx, state, pos2(line.left() + MARK, line.center().y), 2.0 * MARK);
        let left = line.left() + STATE_LANG;
        cx.label(lang.short_name(), Role::Note).paint_in(ui, line.with_min_x(left));
        let name = say(cx, Cells::State(state));
        cx.dim(&name, role).paint_in(ui, line.with_min_x(left + beside + STATE_GAP));
    }
}
