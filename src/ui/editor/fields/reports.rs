//! Numbers in rows: the parts of a sum, and other reports, each with its words and its source.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use serde_json::{Value, json};

use crate::model::{Change, FieldPath, List};
use crate::state::editing::FormCommand;
use crate::state::editing::fields::{Called, Choice};
use crate::state::editing::figure::negated;
use crate::text::Pane;
use crate::ui::editor::landing::{Places, grip_ui, handle_in_hand, order_ui};
use crate::ui::theme::measure;
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};

use super::chips::{chips_ui, ids_at};
use super::choice::{choice_in, choice_list_ui};
use super::names::short_name_of;
use super::number::{Digits, number_in};
use super::picker::toggle;
use super::words::compact_ui;
use super::{FIELD, Form, cross_ui, field_id, problems_under, text_style, words_at};

/// The gap between the parts of a row, and between rows.
const GAP: f32 = 8.0;
/// The grip of a row, where there are several.
const GRIP: f32 = 26.0;
/// The widths of a number, of the word before it, and of a source.
const NUMBER: [f32; 2] = [112.0, 84.0];
const PRECISION: f32 = 112.0;
const SOURCE: [f32; 2] = [220.0, 164.0];
/// A narrower column has two lines a row.
const NARROW: f32 = 560.0;
/// Longer words, in letters, have a line of their own too; in a column that has less room, earlier.
const LONG: [usize; 2] = [60, 34];
/// A wider one has room for a longer name of a source.
const ROOMY: f32 = 600.0;

/// What stands in the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Parts of a sum, with a sign.
    Terms,
    /// Reports, with the word before their number.
    Reports,
}

/// Draws the rows at a path, and what adds one.
pub fn reports_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, parts: Parts) {
    let count = form.editing.tree().value(at).and_then(Value::as_array).map_or(0, Vec::len);
    let mut rows = Vec::with_capacity(count);
    for i in 0..count {
        moved_by_keys(form, ui, at, (i, count));
        let top = form.pos;
        if count > 1 {
            let grip = Rect::from_min_size(top, vec2(GRIP, FIELD));
            let name = form.say(Pane::Grip(&name_of_row(form, i, parts)));
            grip_ui(ui, form.cx, grip, grip_id(at, i), &name);
            let mut row = form.column(GRIP, form.width - GRIP);
            row_ui(&mut row, ui, at, (i, parts));
            form.below(&row);
        } else {
            row_ui(form, ui, at, (i, parts));
        }
        rows.push(Rect::from_min_max(top, pos2(top.x + form.width, form.pos.y)));
        form.gap(GAP);
    }
    let in_hand = handle_in_hand(ui.ctx());
    if let Some(own) = (0..count).find(|i| Some(grip_id(at, *i)) == in_hand) {
        let places = Places { areas: &rows, first: 0, across: false, gap: GAP };
        let edit = order_ui(ui, form.cx, (grip_id(at, own), own), &places, |i| at.index(i));
        if let Some(edit) = edit {
            form.change(edit.changes);
        }
    }
    let add = form.say(if parts == Parts::Terms { Pane::AddTerm } else { Pane::AddReport });
    if form.button(ui, Id::unique(("add", at.to_string())), Some(Icon::Plus), &add, true) {
        let change =
            if count == 0 { Change::set(at.clone(), json!([{}])) } else { Change::insert(at.index(count), json!({})) };
        form.change(vec![change]);
        ui.memory_mut(|m| m.request_focus(field_id(&at.index(count).field("value"))));
    }
}

fn grip_id(at: &FieldPath, i: usize) -> Id {
    Id::unique(("grip", at.index(i).to_string()))
}

fn name_of_row(form: &Form<'_>, i: usize, parts: Parts) -> String {
    form.say(if parts == Parts::Terms { Pane::Term(i + 1) } else { Pane::Report(i + 1) })
}

/// Alt and an arrow move the row that is typed in.
fn moved_by_keys(form: &Form<'_>, ui: &Ui, at: &FieldPath, (i, count): (usize, usize)) {
    let fields = ["value", "counts.en", "counts.zh", "counts.bo", "sources", "precision"];
    let focused = ui.memory(egui::Memory::focused);
    let Some(field) = fields.into_iter().find(|field| focused == Some(field_id(&at.index(i).field(field)))) else {
        return;
    };
    let press = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let to = match () {
        () if press(Key::ArrowUp) => i.checked_sub(1),
        () if press(Key::ArrowDown) => Some(i + 1).filter(|to| *to < count),
        () => None,
    };
    if let Some(to) = to {
        form.change(vec![Change::Move { at: at.index(i), to }]);
        ui.memory_mut(|m| m.request_focus(field_id(&at.index(to).field(field))));
    }
}

fn row_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, (i, parts): (usize, Parts)) {
    let row = at.index(i);
    let name = name_of_row(form, i, parts);
    let words = words_at(form.editing, &row.field("counts"));
    let letters = words.resolve(form.cx.lang()).text.chars().count();
    let is_narrow = form.width < NARROW || letters > LONG[usize::from(form.width < ROOMY)];
    let top = form.column(0.0, form.width);
    let mut left = form.pos.x;
    let y = form.pos.y;
    let mut next = |width: f32| {
        let area = Rect::from_min_size(pos2(left, y), vec2(width, FIELD));
        left = area.right() + GAP;
        area
    };
    let value = row.field("value");
    let precision = row.field("precision");
    match parts {
        Parts::Terms => sign_ui(form, ui, next(FIELD), &value, &name),
        Parts::Reports => choice_in(form, ui, next(PRECISION), (&precision, Called::Precision), Choice::Precision),
    }
    let digits = Digits { decimals: true, grouped: true, signed: parts == Parts::Terms };
    let number_name = format!("{name}{}{}", crate::text::comma(form.cx.lang()), form.say(Pane::Name(Called::Value)));
    number_in(
        form,
        ui,
        next(NUMBER[usize::from(parts == Parts::Reports)]),
        (&value, &number_name, Called::Value),
        digits,
    );
    let right = form.pos.x + form.width;
    let wide = SOURCE[usize::from(parts == Parts::Reports || form.width < ROOMY)];
    // In a narrow column the words have a line of their own, in the reading order.
    let (words, source) = if is_narrow {
        let from = left - form.pos.x;
        ((0.0, form.width, FIELD + GAP), (from, form.width - from - FIELD - GAP))
    } else {
        let from = left - form.pos.x;
        let source = right - FIELD - GAP - wide - form.pos.x;
        ((from, source - GAP - from, 0.0), (source, wide))
    };
    let mut column = top.column(words.0, words.1);
    column.gap(words.2);
    compact_ui(&mut column, ui, &row.field("counts"), Called::Counts, false);
    form.below(&column);
    let pill = Rect::from_min_size(pos2(form.pos.x + source.0, y), vec2(source.1, FIELD));
    let sources = row.field("sources");
    let response = source_pill_ui(form, ui, pill, &sources, &name);
    if response.clicked() {
        toggle(form, ui, &sources, None);
    }
    let cross = Rect::from_min_size(pos2(right - FIELD, y), vec2(FIELD, FIELD));
    let out = form.say(Pane::TakeOut(&name));
    if cross_ui(ui, form.cx, cross, Id::unique(("out", row.to_string())), &out) {
        form.change(vec![Change::Remove { at: row.clone() }]);
    }
    form.pos.y = form.pos.y.max(y + FIELD);
    under_ui(form, ui, &row, parts);
}

/// What stands under a row: a list that is open, and problems.
fn under_ui(form: &mut Form<'_>, ui: &mut Ui, row: &FieldPath, parts: Parts) {
    if parts == Parts::Reports {
        choice_list_ui(form, ui, &row.field("precision"), Choice::Precision);
    }
    let sources = row.field("sources");
    if form.editing.form().picking().is_some_and(|picking| picking.at == sources) {
        form.gap(GAP);
        let name = form.say(Pane::Name(Called::Sources));
        chips_ui(form, ui, &sources, &name, List::Sources);
    }
    problems_under(form, ui, row, true);
    for field in ["value", "sources", "counts"] {
        problems_under(form, ui, &row.field(field), true);
    }
}

/// The sign of a part: it is added or taken away.
fn sign_ui(form: &Form<'_>, ui: &Ui, area: Rect, value: &FieldPath, name: &str) {
    let now = form.editing.form().number(form.editing.tree(), value);
    let is_minus = now.starts_with('-');
    let says = form.say(if is_minus { Pane::Minus } else { Pane::Plus });
    let icon = if is_minus { Icon::Minus } else { Icon::Plus };
    let id = Id::unique(("sign", value.to_string()));
    let name = format!("{name}: {says}");
    if widgets::icon_button(ui, area, id, icon, &name, &form.cx.colors, true).clicked() {
        form.send(FormCommand::Number(value.clone(), negated(&now)));
    }
}

/// The sources of a row in one pill: the first, and how many more.
fn source_pill_ui(form: &Form<'_>, ui: &Ui, area: Rect, at: &FieldPath, name: &str) -> Response {
    let ids = ids_at(form, at);
    // While the list is open, what adds to it has the focus.
    let is_open = form.editing.form().picking().is_some_and(|picking| picking.at == *at);
    let id = if is_open { Id::unique(("pill", at.to_string())) } else { field_id(at) };
    let response = ui.interact(area, id, Sense::click());
    let colors = &form.cx.colors;
    let radius = CornerRadius::same(23);
    ui.painter().rect_filled(area, radius, form.cx.touched(colors.bg, &response));
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, colors.edge), StrokeKind::Inside);
    let more = if ids.len() > 1 { format!("+{}", ids.len() - 1) } else { String::new() };
    let style = text_style(form.cx.lang());
    let end = Label::new(&more, style.clone(), colors.text).align(egui::Align::Max);
    let right = area.right() - 40.0;
    let drawn = end.paint_in(ui, area.with_max_x(right));
    let inner = Rect::from_min_max(pos2(area.left() + 16.0, area.top()), pos2(drawn.left() - 6.0, area.bottom()));
    let named = |with_day| ids.first().map(|id| short_name_of(form.cx, form.editing, List::Sources, id, with_day));
    let (words, color) = match named(true) {
        None => (form.say(Pane::NotGiven), colors.dim),
        Some(whole) if Label::new(&whole, style.clone(), colors.text).size(ui.ctx()).x <= inner.width() => {
            (whole, colors.text)
        }
        Some(_) => (named(false).unwrap_or_default(), colors.text),
    };
    Label::new(&words, style, color).width(inner.width().max(1.0)).one_line().paint_in(ui, inner);
    widgets::icon(ui.painter(), Icon::Down, pos2(area.right() - 22.0, area.center().y), 18.0, colors.text);
    let comma = crate::text::comma(form.cx.lang());
    let whole = format!("{name}{comma}{}", form.say(Pane::Name(Called::Sources)));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Access::ComboBox, true, &whole);
        info.current_text_value = Some(format!("{words} {more}").trim().to_owned());
        info
    });
    widgets::focus_ring(ui, &response, 23, colors);
    response
}

/// Draws the sources of a number with their label.
pub fn sources_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath) {
    super::several_ui(form, ui, at, Called::Sources, List::Sources);
}
