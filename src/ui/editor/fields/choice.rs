//! Fields in which one of several is chosen: a few words, an entry, a file, yes or no.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use serde_json::json;

use crate::model::{Change, FieldPath, List};
use crate::state::editing::FormCommand;
use crate::state::editing::fields::{Called, Choice, Field};
use crate::state::editing::references::id_of;
use crate::text::Pane;
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon, dashed_rect};

use super::names::{name_of, size};
use super::picker::{Picked, Row, close, picker_ui, row_id, rows_of, toggle};
use super::{FIELD, Form, RADIUS, describe, field_id, problems_ui, text_style, words_in};

/// What a part of a switch has beside its words.
const PART_PAD: f32 = 28.0;
/// The side of a box to tick.
const BOX: f32 = 26.0;

/// A field that opens a list: the words of what is chosen, and an arrow.
pub fn opener_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, (name, words, is_empty): (&str, &str, bool)) -> Response {
    let response = ui.interact(area, id, Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Access::ComboBox, true, name);
        info.current_text_value = Some(words.to_owned());
        info
    });
    let radius = CornerRadius::same(RADIUS);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.bg, &response));
    if is_empty {
        let line = crate::ui::marks::Line::new(measure::CONTROL, cx.colors.edge);
        crate::ui::marks::paint_shapes(ui.painter(), [dashed_rect(area, 5.0, 4.0, line)]);
    } else {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    }
    words_in(ui, cx, area.with_max_x(area.right() - 26.0), words, is_empty);
    widgets::icon(ui.painter(), Icon::Down, pos2(area.right() - 22.0, area.center().y), 20.0, cx.colors.text);
    widgets::focus_ring(ui, &response, RADIUS, &cx.colors);
    response
}

/// Draws a choice of few: as a switch, or as a list where its words need more room.
pub fn choice_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called, choice: Choice) {
    form.label(ui, called);
    let area = form.place(FIELD);
    choice_in(form, ui, area, (at, called), choice);
    choice_list_ui(form, ui, at, choice);
    problems_ui(form, ui, at);
}

/// The control alone.
pub fn choice_in(form: &Form<'_>, ui: &mut Ui, area: Rect, (at, called): (&FieldPath, Called), choice: Choice) {
    let now = form.editing.tree().text_at(at);
    let values = choice.values();
    let chosen = values.iter().copied().find(|value| *value == now);
    // What is left out means the first.
    let chosen = chosen.or_else(|| now.is_empty().then(|| values[0])).unwrap_or_default();
    let style = text_style(form.cx.lang());
    let words: Vec<String> = values.iter().map(|value| form.say(Pane::Choice(value))).collect();
    let width = |words: &String| Label::new(words, style.clone(), form.cx.colors.text).size(ui.ctx()).x + PART_PAD;
    let widths: Vec<f32> = words.iter().map(width).collect();
    let all: f32 = widths.iter().sum();
    if form.wants(at) {
        ui.memory_mut(|m| m.request_focus(field_id(at)));
    }
    if all > area.width() || values.len() > 3 {
        let name = form.say(Pane::Name(called));
        let words = form.say(Pane::Choice(chosen));
        let response = opener_ui(ui, form.cx, area, field_id(at), (&name, &words, false));
        describe(ui, response.id, &form.say(Pane::Help(called)));
        if response.clicked() {
            toggle(form, ui, at, Some(row_id(at, chosen)));
        }
        return;
    }
    let radius = CornerRadius::same(RADIUS);
    let whole = area.with_max_x(area.left() + all + 4.0);
    ui.painter().rect_filled(whole, radius, form.cx.colors.bg);
    let mut left = area.left() + 2.0;
    for (i, (value, words)) in values.iter().zip(&words).enumerate() {
        let part = Rect::from_min_size(pos2(left, area.top() + 2.0), vec2(widths[i], area.height() - 4.0));
        left = part.right();
        let id = if i == 0 { field_id(at) } else { row_id(at, value) };
        let is_chosen = *value == chosen;
        if widgets::segment(ui, part, id, words, &style, &form.cx.colors, is_chosen).clicked() && !is_chosen {
            form.change(vec![Change::set(at.clone(), *value)]);
        }
    }
    ui.painter().rect_stroke(whole, radius, Stroke::new(measure::CONTROL, form.cx.colors.edge), StrokeKind::Inside);
}

/// The list of a choice of few, where it is open.
pub fn choice_list_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, choice: Choice) {
    let now = form.editing.tree().text_at(at).to_owned();
    let rows = |form: &Form<'_>| {
        let row = |(i, value): (usize, &&str)| Row {
            key: (*value).to_owned(),
            words: form.say(Pane::Choice(value)),
            chosen: *value == now || now.is_empty() && i == 0,
        };
        choice.values().iter().enumerate().map(row).collect()
    };
    if let Some(Picked::Row(value)) = picker_ui(form, ui, at, rows, (false, None)) {
        form.change(vec![Change::set(at.clone(), value)]);
        close(form, ui, field_id(at));
    }
}

/// Draws a reference to one entry of a list.
pub fn one_ui(form: &mut Form<'_>, ui: &mut Ui, entry: &FieldPath, field: &Field, list: List) {
    let at = entry.field(field.path);
    let now = form.editing.tree().text_at(&at).to_owned();
    form.label(ui, field.called);
    let area = form.place(FIELD);
    let name = form.say(Pane::Name(field.called));
    let words = if now.is_empty() { form.say(Pane::NotGiven) } else { name_of(form.cx, form.editing, list, &now) };
    let response = opener_ui(ui, form.cx, area, field_id(&at), (&name, &words, now.is_empty()));
    describe(ui, response.id, &form.say(Pane::Help(field.called)));
    if form.wants(&at) {
        response.request_focus();
    }
    if response.clicked() {
        toggle(form, ui, &at, None);
    }
    let rows = |form: &Form<'_>| {
        let mut rows = rows_of(form, list, &|id| id == now);
        if field.goes_with.is_none() && !now.is_empty() {
            rows.insert(0, Row { key: NONE.to_owned(), words: form.say(Pane::Nothing), chosen: false });
        }
        rows
    };
    match picker_ui(form, ui, &at, rows, (true, Some(list))) {
        Some(Picked::Row(id)) => {
            let change = if id == NONE { Change::unset(at.clone()) } else { Change::set(at.clone(), id) };
            form.change(vec![change]);
            close(form, ui, field_id(&at));
        }
        Some(Picked::New(name)) => form.send(FormCommand::New { at: Some(at.clone()), list, name }),
        None => {}
    }
    problems_ui(form, ui, &at);
}

/// The key of the row that takes out what is chosen; no id begins so.
const NONE: &str = "\u{0}none";

/// Draws the choice of one of the pack's files.
pub fn file_ui(form: &mut Form<'_>, ui: &mut Ui, entry: &FieldPath, field: &Field) {
    let at = entry.field(field.path);
    let now = form.editing.tree().text_at(&at).to_owned();
    form.label(ui, field.called);
    let area = form.place(FIELD);
    let name = form.say(Pane::Name(field.called));
    let words = if now.is_empty() { form.say(Pane::NotGiven) } else { now.clone() };
    let response = opener_ui(ui, form.cx, area, field_id(&at), (&name, &words, now.is_empty()));
    if form.wants(&at) {
        response.request_focus();
    }
    if response.clicked() {
        toggle(form, ui, &at, None);
    }
    let rows = |form: &Form<'_>| {
        let files = form.editing.files().names.iter();
        let row = |file: &String| Row { key: file.clone(), words: file.clone(), chosen: *file == now };
        let mut rows: Vec<Row> = files.map(row).collect();
        if field.goes_with.is_some() && !now.is_empty() {
            rows.insert(0, Row { key: NONE.to_owned(), words: form.say(Pane::Nothing), chosen: false });
        }
        rows
    };
    if let Some(Picked::Row(file)) = picker_ui(form, ui, &at, rows, (true, None)) {
        let change = match field.goes_with {
            Some(above) if file == NONE => Change::unset(entry.field(above)),
            _ => Change::set(at.clone(), file),
        };
        form.change(vec![change]);
        close(form, ui, field_id(&at));
    }
    problems_ui(form, ui, &at);
}

/// Draws what can be so or not.
pub fn flag_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called) {
    let is_set = form.editing.tree().value(at).and_then(serde_json::Value::as_bool).unwrap_or_default();
    let name = form.say(Pane::Name(called));
    let label = form.cx.label(&name, Role::Note).width((form.width - BOX - 14.0).max(1.0));
    let area = form.place(FIELD.max(label.size(ui.ctx()).y));
    let response = ui.interact(area, field_id(at), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Access::CheckBox, true, is_set, &name));
    describe(ui, response.id, &form.say(Pane::Help(called)));
    let square = Rect::from_center_size(pos2(area.left() + BOX / 2.0, area.center().y), vec2(BOX, BOX));
    let radius = CornerRadius::same(6);
    let fill = if is_set { form.cx.colors.text } else { form.cx.colors.bg };
    ui.painter().rect_filled(square, radius, form.cx.touched(fill, &response));
    ui.painter().rect_stroke(square, radius, Stroke::new(measure::CONTROL, form.cx.colors.edge), StrokeKind::Inside);
    if is_set {
        widgets::icon(ui.painter(), Icon::Tick, square.center(), 20.0, form.cx.colors.bg);
    }
    label.paint_in(ui, area.with_min_x(square.right() + 12.0));
    widgets::focus_ring(ui, &response, RADIUS, &form.cx.colors);
    if form.wants(at) {
        response.request_focus();
    }
    if response.clicked() {
        let change = if is_set { Change::unset(at.clone()) } else { Change::set(at.clone(), true) };
        form.change(vec![change]);
    }
    problems_ui(form, ui, at);
}

/// Draws width and height, which nobody types.
pub fn size_ui(form: &mut Form<'_>, ui: &Ui, at: &FieldPath, called: Called) {
    form.label(ui, called);
    let area = form.place(FIELD);
    let words = match size(form.editing, at) {
        Some([width, height]) => form.say(Pane::Pixels(width, height)),
        None => form.say(Pane::NotGiven),
    };
    let drawn = form.cx.dim(&words, Role::Label).paint_in(ui, area);
    let name = form.say(Pane::Name(called));
    crate::ui::typeset::name(ui, drawn, &format!("{name}: {words}"));
    problems_ui(form, ui, at);
}

/// Draws the choice of what the audience sees at a stop. Another choice begins with the first entry that there is.
pub fn shows_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath) {
    let shown = shown(form, at);
    let called = Called::Shows;
    form.label(ui, called);
    let area = form.place(FIELD);
    let (name, words) = (form.say(Pane::Name(called)), form.say(Pane::Choice(&shown)));
    let response = opener_ui(ui, form.cx, area, field_id(at), (&name, &words, shown.is_empty()));
    if response.clicked() {
        toggle(form, ui, at, Some(row_id(at, &shown)));
    }
    let rows = |form: &Form<'_>| {
        let row = |value: &&str| Row {
            key: (*value).to_owned(),
            words: form.say(Pane::Choice(value)),
            chosen: *value == shown,
        };
        Choice::Shows.values().iter().map(row).collect()
    };
    if let Some(Picked::Row(kind)) = picker_ui(form, ui, at, rows, (false, None)) {
        let first = |list| id_of(form.editing.tree(), list, 0).unwrap_or_default();
        let value = match kind.as_str() {
            "photo" => json!({ "photo": first(List::Photos) }),
            "province" => json!({ "province": first(List::Provinces) }),
            "milestone" => json!({ "milestone": first(List::Milestones) }),
            other => json!({ other: {} }),
        };
        form.change(vec![Change::set(at.clone(), value)]);
        close(form, ui, field_id(at));
    }
    problems_ui(form, ui, at);
}

/// What the audience sees at a stop, as it stands in the document.
#[must_use]
pub fn shown(form: &Form<'_>, at: &FieldPath) -> String {
    let value = form.editing.tree().value(at).and_then(serde_json::Value::as_object);
    value.and_then(|value| value.keys().next().cloned()).unwrap_or_default()
}
