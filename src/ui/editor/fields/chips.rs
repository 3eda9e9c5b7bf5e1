//! Several of a list, as chips that take out what they name, and a + that opens a list.

use egui::accesskit::Role as Access;
use egui::{
    CornerRadius, Id, Key, Modifiers, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use serde_json::{Value, json};

use crate::model::{Change, FieldPath, Lang, List};
use crate::state::editing::FormCommand;
use crate::state::editing::fields::Called;
use crate::state::editing::form::refer;
use crate::text::{Editor, Pane, Say};
use crate::ui::editor::landing::{Places, grasp, handle_in_hand, order_ui};
use crate::ui::theme::measure;
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};

use super::names::short_name_of;
use super::picker::{Picked, close, go_on, picker_ui, rows_of, toggle};
use super::text::text_ui;
use super::{FIELD, Form, Lines, Typed, cross_ui, field_id, problems_ui, text_style};

/// The gap between chips, and what one has beside its words: at the left, and with its cross at the right.
const GAP: f32 = 8.0;
const PADS: [f32; 2] = [16.0, 42.0];

/// Chips that flow over lines.
struct Flow {
    left: f32,
    right: f32,
    pos: Pos2,
}

impl Flow {
    fn place(&mut self, width: f32) -> Rect {
        let width = width.min(self.right - self.left);
        if self.pos.x > self.left && self.pos.x + width > self.right {
            self.pos = pos2(self.left, self.pos.y + FIELD + GAP);
        }
        let area = Rect::from_min_size(self.pos, vec2(width, FIELD));
        self.pos.x = area.right() + GAP;
        area
    }
}

/// A chip.
pub fn chip_ui(form: &Form<'_>, ui: &Ui, area: Rect, id: Id, words: &str) -> Response {
    let response = ui.interact(area, id, Sense::click());
    let name = form.say(Pane::TakeOut(words));
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    let radius = CornerRadius::same(23);
    ui.painter().rect_filled(area, radius, form.cx.touched(form.cx.colors.bg, &response));
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, form.cx.colors.edge), StrokeKind::Inside);
    let inner = Rect::from_min_max(pos2(area.left() + PADS[0], area.top()), pos2(area.right() - 36.0, area.bottom()));
    let label = Label::new(words, text_style(form.cx.lang()), form.cx.colors.text);
    label.width(inner.width().max(1.0)).one_line().paint_in(ui, inner);
    widgets::icon(ui.painter(), Icon::Cross, pos2(area.right() - 22.0, area.center().y), 18.0, form.cx.colors.dim);
    widgets::focus_ring(ui, &response, 23, &form.cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// The ids at a path.
#[must_use]
pub fn ids_at(form: &Form<'_>, at: &FieldPath) -> Vec<String> {
    let items = form.editing.tree().value(at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    items.iter().map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned)).collect()
}

/// Draws references to several entries, with their label.
pub fn several_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called, list: List) {
    form.label(ui, called);
    let name = form.say(Pane::Name(called));
    chips_ui(form, ui, at, &name, list);
    problems_ui(form, ui, at);
}

fn chip_id(at: &FieldPath, id: &str) -> Id {
    Id::unique(("chip", at.to_string(), id.to_owned()))
}

/// What a chip is dragged by.
fn handle(at: &FieldPath, id: &str) -> Id {
    chip_id(at, id).with("dragged")
}

/// Alt and an arrow move the chip that has the focus.
fn moved_by_keys(form: &Form<'_>, ui: &Ui, at: &FieldPath, (i, count): (usize, usize), response: &Response) {
    if !response.has_focus() {
        return;
    }
    let press = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let to = match () {
        () if press(Key::ArrowUp) || press(Key::ArrowLeft) => i.checked_sub(1),
        () if press(Key::ArrowDown) || press(Key::ArrowRight) => Some(i + 1).filter(|to| *to < count),
        () => None,
    };
    if let Some(to) = to {
        form.change(vec![Change::Move { at: at.index(i), to }]);
    }
}

/// The chips, the + and its list.
pub fn chips_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, name: &str, list: List) {
    let ids = ids_at(form, at);
    let mut flow = Flow { left: form.pos.x, right: form.pos.x + form.width, pos: form.pos };
    let style = text_style(form.cx.lang());
    let mut areas = Vec::with_capacity(ids.len());
    for (i, id) in ids.iter().enumerate() {
        let words = short_name_of(form.cx, form.editing, list, id, true);
        let width = Label::new(&words, style.clone(), form.cx.colors.text).size(ui.ctx()).x + PADS[0] + PADS[1];
        let response = chip_ui(form, ui, flow.place(width), chip_id(at, id), &words);
        areas.push(response.rect);
        grasp(&response, handle(at, id));
        moved_by_keys(form, ui, at, (i, ids.len()), &response);
        if response.clicked() {
            form.change(vec![Change::Remove { at: at.index(i) }]);
        }
    }
    let in_hand = handle_in_hand(ui.ctx());
    if let Some(own) = ids.iter().position(|id| Some(handle(at, id)) == in_hand) {
        let places = Places { areas: &areas, first: 0, across: true, gap: GAP };
        let edit = order_ui(ui, form.cx, (handle(at, &ids[own]), own), &places, |i| at.index(i));
        if let Some(edit) = edit {
            form.change(edit.changes);
        }
    }
    let add = if list == List::Sources {
        form.cx.say(Say::Editor(Editor::Add(List::Sources)))
    } else {
        form.say(Pane::AddTo(name))
    };
    let id = field_id(at);
    let response = if list == List::Sources {
        let area = flow.place(form.button_width(ui, Some(Icon::Plus), &add));
        widgets::button(ui, area, id, (Some(Icon::Plus), &add), &style, &form.cx.colors, true)
    } else {
        widgets::icon_button(ui, flow.place(FIELD), id, Icon::Plus, &add, &form.cx.colors, true)
    };
    form.pos.y = flow.pos.y + FIELD;
    if form.wants(at) {
        response.request_focus();
    }
    if response.clicked() {
        toggle(form, ui, at, None);
    }
    let rows = |form: &Form<'_>| rows_of(form, list, &|id| ids.iter().any(|own| own == id));
    match picker_ui(form, ui, at, rows, (true, Some(list))) {
        Some(Picked::Row(id)) => {
            match ids.iter().position(|own| *own == id) {
                Some(i) => form.change(vec![Change::Remove { at: at.index(i) }]),
                None => form.change(vec![refer(form.editing.tree(), at, &id)]),
            }
            if list == List::Sources { close(form, ui, field_id(at)) } else { go_on(form, at) }
        }
        Some(Picked::New(name)) => form.send(FormCommand::New { at: Some(at.clone()), list, name }),
        None => {}
    }
}

/// Draws batches by their numbers, each to be touched.
pub fn batches_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called) {
    form.label(ui, called);
    let tree = form.editing.tree();
    let chosen: Vec<u64> =
        tree.value(at).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_u64).collect();
    let numbers: Vec<u64> = (0..tree.len(List::Batches.field()))
        .filter_map(|i| tree.entry(List::Batches.field(), i)?.get("number")?.as_u64())
        .collect();
    let mut flow = Flow { left: form.pos.x, right: form.pos.x + form.width, pos: form.pos };
    let style = text_style(form.cx.lang());
    for number in numbers {
        let area = flow.place(FIELD + 6.0);
        let is_chosen = chosen.contains(&number);
        let id = Id::unique(("batch", at.to_string(), number));
        if widgets::chip(ui, area, id, &number.to_string(), &style, &form.cx.colors, is_chosen).clicked() {
            let change = match chosen.iter().position(|own| *own == number) {
                Some(i) => Change::Remove { at: at.index(i) },
                None if chosen.is_empty() => Change::set(at.clone(), json!([number])),
                None => Change::insert(at.index(chosen.len()), number),
            };
            form.change(vec![change]);
        }
    }
    form.pos.y = flow.pos.y + FIELD;
    problems_ui(form, ui, at);
}

/// Draws several short texts, each with what takes it out, and what adds one.
pub fn texts_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called) {
    form.label(ui, called);
    let count = ids_at(form, at).len();
    let (name, help, empty) = (form.say(Pane::Name(called)), form.say(Pane::Help(called)), form.say(Pane::NotGiven));
    for i in 0..count {
        let path = at.index(i);
        let field = Typed {
            at: &path,
            name: &name,
            help: &help,
            empty: &empty,
            lang: Lang::En,
            lines: Lines::One,
            date: false,
            goes_with: None,
            stays: true,
        };
        let area = form.place(FIELD);
        text_ui(ui, form.cx, form.editing, area.with_max_x(area.right() - FIELD - GAP), &field);
        let out = form.say(Pane::TakeOut(form.editing.tree().text_at(&path)));
        let cross = area.with_min_x(area.right() - FIELD);
        let id = Id::unique(("out", path.to_string()));
        if cross_ui(ui, form.cx, cross, id, &out) {
            form.change(vec![Change::Remove { at: path.clone() }]);
        }
        form.gap(GAP);
    }
    let area = form.place(FIELD);
    let add = form.say(Pane::AddTo(&name));
    let button = Rect::from_min_size(area.min, vec2(FIELD, FIELD));
    if widgets::icon_button(ui, button, field_id(at), Icon::Plus, &add, &form.cx.colors, true).clicked() {
        let change =
            if count == 0 { Change::set(at.clone(), json!([""])) } else { Change::insert(at.index(count), "") };
        form.change(vec![change]);
        ui.memory_mut(|m| m.request_focus(field_id(&at.index(count))));
    }
    problems_ui(form, ui, at);
}
