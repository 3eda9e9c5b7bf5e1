//! A list to choose from, under the field that it is for: type to find, arrows and Enter, or a touch; its last row makes a new entry.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{FieldPath, Lang, List};
use crate::state::editing::references::id_of;
use crate::state::editing::{FormCommand, Picking};
use crate::text::Pane;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, typeset};

use super::text::typing_ui;
use super::{FIELD, Form, Lines, Typed, entry_name, field_id, text_style};

/// The most rows that are seen at once, and a row's height.
const MOST: usize = 9;
const ROW: f32 = 44.0;
/// Around the list.
const PAD: f32 = 8.0;
/// The room of the tick before what is chosen.
const TICK: f32 = 34.0;

/// A row to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is chosen by it.
    pub key: String,
    /// Its words.
    pub words: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A row, by its key.
    Row(String),
    /// A new entry with this name.
    New(String),
}

/// The rows of a list's entries.
#[must_use]
pub fn rows_of(form: &Form<'_>, list: List, chosen: &dyn Fn(&str) -> bool) -> Vec<Row> {
    let tree = form.editing.tree();
    let row = |index: usize| {
        let key = id_of(tree, list, index)?;
        Some(Row { words: entry_name(form.cx, form.editing, list, index), chosen: chosen(&key), key })
    };
    (0..tree.len(list.field())).filter_map(row).collect()
}

/// The path of the field in which an entry is searched.
fn find_path(at: &FieldPath) -> FieldPath {
    at.field("find")
}

/// Opens a list under a field, or closes it.
pub fn toggle(form: &Form<'_>, ui: &Ui, at: &FieldPath, first: Option<Id>) {
    if form.editing.form().picking().is_some_and(|picking| picking.at == *at) {
        form.send(FormCommand::Pick(None));
        return;
    }
    form.send(FormCommand::Pick(Some(Picking { at: at.clone(), typed: String::new(), row: 0 })));
    // It is there in the next frame.
    ui.memory_mut(|m| m.request_focus(first.unwrap_or_else(|| field_id(&find_path(at)))));
}

/// The id of a row.
pub fn row_id(at: &FieldPath, key: &str) -> Id {
    Id::unique(("pick", at.to_string(), key.to_owned()))
}

fn matches(row: &Row, typed: &str) -> bool {
    let words = row.words.to_lowercase();
    typed.to_lowercase().split_whitespace().all(|part| words.contains(part) || row.key.to_lowercase().contains(part))
}

/// Draws the list where it is open under a field; gives what was chosen in it. Without `find` it is short enough to be seen at once.
pub fn picker_ui(
    form: &mut Form<'_>,
    ui: &mut Ui,
    at: &FieldPath,
    rows: impl FnOnce(&Form<'_>) -> Vec<Row>,
    (find, new): (bool, Option<List>),
) -> Option<Picked> {
    let picking = form.editing.form().picking().filter(|picking| picking.at == *at)?.clone();
    let mut rows: Vec<Row> = rows(form).into_iter().filter(|row| matches(row, &picking.typed)).collect();
    let found = rows.len();
    let name = picking.typed.trim().to_owned();
    if let Some(list) = new {
        rows.push(Row { key: String::new(), words: form.say(Pane::New(list, &name)), chosen: false });
    }
    let last = rows.len().saturating_sub(1);
    let chosen_row = picking.row.min(last);
    let from = (chosen_row + 1).saturating_sub(MOST).min(found.saturating_sub(MOST.min(found)));
    let mut shown: Vec<usize> = (from..found.min(from + MOST)).collect();
    shown.extend((found..rows.len()).take(1));
    form.gap(6.0);
    let lines = u16::try_from(shown.len()).unwrap_or(1) + u16::from(found == 0);
    let height = f32::from(lines) * ROW + if find { FIELD + PAD } else { 0.0 } + 2.0 * PAD;
    let area = form.place(height);
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, form.cx.colors.card);
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::AXIS, form.cx.colors.text), StrokeKind::Inside);
    let inner = area.shrink(PAD);
    let mut top = inner.top();
    let mut picked = None;
    if find {
        let field = Rect::from_min_size(inner.min, vec2(inner.width(), FIELD));
        top = field.bottom() + PAD;
        let rows = (rows.as_slice(), chosen_row);
        picked = find_ui(form, ui, field, &picking, rows);
    }
    if found == 0 {
        let row = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), ROW));
        top = row.bottom();
        let words = form.say(Pane::NothingFound);
        let drawn = form.cx.dim(&words, Role::Note).paint_in(ui, row.shrink2(vec2(12.0, 0.0)));
        typeset::name(ui, drawn, &words);
    }
    for at_row in shown {
        let place = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), ROW));
        top = place.bottom();
        let is_new = at_row >= found;
        if row_ui(ui, form.cx, place, (at, &rows[at_row]), (find && at_row == chosen_row, is_new)) {
            picked = Some(if is_new { Picked::New(name.clone()) } else { Picked::Row(rows[at_row].key.clone()) });
        }
    }
    picked
}

/// The field in which an entry is searched, with its keys.
fn find_ui(
    form: &Form<'_>,
    ui: &mut Ui,
    area: Rect,
    picking: &Picking,
    (rows, row): (&[Row], usize),
) -> Option<Picked> {
    let path = find_path(&picking.at);
    let id = field_id(&path);
    let mut picked = None;
    let mut next = picking.clone();
    if ui.memory(|m| m.has_focus(id)) {
        let press = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if press(Key::ArrowDown) {
            next.row = (row + 1).min(rows.len().saturating_sub(1));
        }
        if press(Key::ArrowUp) {
            next.row = row.saturating_sub(1);
        }
        if press(Key::Enter)
            && let Some(found) = rows.get(row)
        {
            let is_new = found.key.is_empty();
            picked = Some(if is_new {
                Picked::New(picking.typed.trim().to_owned())
            } else {
                Picked::Row(found.key.clone())
            });
        }
    }
    let words = form.say(Pane::Find);
    let field = Typed {
        at: &path,
        name: &words,
        help: "",
        empty: &words,
        lang: Lang::En,
        lines: Lines::One,
        date: false,
        goes_with: None,
        stays: false,
    };
    let mut typed = picking.typed.clone();
    typing_ui(ui, form.cx, area, &field, &mut typed);
    if typed != picking.typed {
        (next.typed, next.row) = (typed, 0);
    }
    if next != *picking {
        form.send(FormCommand::Pick(Some(next)));
    }
    picked
}

fn row_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, (at, row): (&FieldPath, &Row), (is_next, is_new): (bool, bool)) -> bool {
    let response = ui.interact(area, row_id(at, &row.key), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, row.chosen, &row.words));
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    if is_next || hand::hovers(&response) || response.is_pointer_button_down_on() {
        ui.painter().rect_filled(area, radius, cx.touched(cx.colors.side, &response));
    }
    if is_next {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::AXIS, cx.colors.text), StrokeKind::Inside);
    }
    let icon = match (row.chosen, is_new) {
        (true, _) => Some(Icon::Tick),
        (_, true) => Some(Icon::Plus),
        _ => None,
    };
    if let Some(icon) = icon {
        widgets::icon(ui.painter(), icon, pos2(area.left() + 18.0, area.center().y), 20.0, cx.colors.text);
    }
    let inner = area.with_min_x(area.left() + TICK).with_max_x(area.right() - 10.0);
    let label = Label::new(&row.words, text_style(cx.lang()), cx.colors.text);
    label.width(inner.width().max(1.0)).one_line().paint_in(ui, inner);
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// Closes the list and gives the focus back to what opened it.
pub fn close(form: &Form<'_>, ui: &Ui, back_to: Id) {
    form.send(FormCommand::Pick(None));
    ui.memory_mut(|m| m.request_focus(back_to));
}

/// Leaves what was typed in the list behind, and stays open for the next choice.
pub fn go_on(form: &Form<'_>, at: &FieldPath) {
    form.send(FormCommand::Pick(Some(Picking { at: at.clone(), typed: String::new(), row: 0 })));
}
