//! A figure: what is known comes first, and decides what is asked. A missing number is never zero.

use egui::accesskit::Role as Access;
use egui::{Align, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Change, FieldPath, StateName};
use crate::state::editing::FormCommand;
use crate::state::editing::fields::{Called, Choice};
use crate::state::editing::figure::sum;
use crate::text::{self, Pane};
use crate::ui::editor::fields::{
    Digits, Form, Parts, choice_ui, number_ui, problems_under, reports_ui, sources_ui, words_ui,
};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// A card of a state: its least height, what is around its words, its disc, and the gaps.
const CARD: f32 = 64.0;
const PAD: f32 = 10.0;
const DISC: f32 = 11.0;
const WORDS: f32 = 50.0;
const GAP: f32 = 8.0;
/// Between the parts of the editor.
const PART: f32 = 22.0;

/// Draws the editor of a figure of an entry.
pub fn figure_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, entry: &FieldPath) {
    // A batch has a figure, whatever is known of it; a statement need not.
    let is_optional = entry.outermost() == "statements";
    form.gap(if is_optional { 8.0 } else { 0.0 });
    let heading = if is_optional { Called::Figure } else { Called::State };
    form.heading(ui, &form.say(Pane::Name(heading)), &form.say(Pane::Help(Called::State)));
    let state = form.editing.tree().text_at(&at.field("state")).to_owned();
    cards_ui(form, ui, at, &state);
    problems_under(form, ui, at, true);
    problems_under(form, ui, &at.field("state"), true);
    form.gap(PART - 4.0);
    match state.as_str() {
        "reported" => reported_ui(form, ui, at),
        "worked_out" => worked_out_ui(form, ui, at),
        _ => {}
    }
    if state.is_empty() {
        return;
    }
    form.heading(ui, &form.say(Pane::Name(Called::Also)), &form.say(Pane::Help(Called::Also)));
    reports_ui(form, ui, &at.field("also"), Parts::Reports);
    form.gap(PART);
    words_ui(form, ui, &at.field("note"), Called::Note, true);
    if is_optional {
        form.gap(6.0);
        let words = form.say(Pane::NoFigure);
        if form.button(ui, Id::unique(("no figure", at.to_string())), None, &words, true) {
            form.change(vec![Change::unset(at.clone())]);
        }
    }
}

/// The four states as cards, two by two.
fn cards_ui(form: &mut Form<'_>, ui: &Ui, at: &FieldPath, state: &str) {
    let columns = form.columns(2);
    let states = [StateName::Reported, StateName::WorkedOut, StateName::NotPublished, StateName::NotApplicable];
    let all: Vec<(StateName, &str)> = states.into_iter().zip(Choice::State.values().iter().copied()).collect();
    for (i, pair) in all.chunks(2).enumerate() {
        if i > 0 {
            form.gap(GAP);
        }
        let texts = pair.iter().map(|(_, name)| (form.say(Pane::Choice(name)), form.say(Pane::ChoiceIs(name))));
        let texts: Vec<(String, String)> = texts.collect();
        let width = columns[0].1 - WORDS - PAD;
        let height = |(word, is): &(String, String)| {
            let [word, is] = [form.cx.label(word, Role::LabelStrong), form.cx.dim(is, Role::Note)]
                .map(|label| label.width(width).size(ui.ctx()).y);
            word + is + 2.0 * PAD - 2.0
        };
        let height = texts.iter().map(height).fold(CARD, f32::max);
        let row = form.place(height);
        for (((name, value), (word, is)), (from, width)) in pair.iter().zip(&texts).zip(&columns) {
            let card = Rect::from_min_size(pos2(row.left() + from, row.top()), vec2(*width, height));
            let id = Id::unique(("figure", at.to_string(), *value));
            if card_ui(form, ui, (card, id), (word, is), *value == state) && *value != state {
                form.send(FormCommand::State(at.clone(), *name));
            }
        }
    }
}

fn card_ui(form: &Form<'_>, ui: &Ui, (area, id): (Rect, Id), (word, is): (&str, &str), is_chosen: bool) -> bool {
    let cx = form.cx;
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, is_chosen, word));
    crate::ui::editor::fields::describe(ui, id, is);
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.bg, &response));
    let stroke = if is_chosen {
        Stroke::new(measure::STRONG, cx.colors.accent)
    } else {
        Stroke::new(measure::CONTROL, cx.colors.edge)
    };
    ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    let label = cx.label(word, Role::LabelStrong).width(area.width() - WORDS - PAD);
    let middle = pos2(area.left() + WORDS / 2.0 + 1.0, area.top() + PAD + label.line() / 2.0);
    ui.painter().circle_stroke(
        middle,
        DISC,
        Stroke::new(measure::AXIS, if is_chosen { cx.colors.accent } else { cx.colors.text }),
    );
    if is_chosen {
        ui.painter().circle_filled(middle, DISC * 0.55, cx.colors.accent);
    }
    let drawn = label.paint(ui, pos2(area.left() + WORDS, area.top() + PAD - 2.0));
    cx.dim(is, Role::Note).width(area.width() - WORDS - PAD).paint(ui, pos2(area.left() + WORDS, drawn.bottom()));
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clicked()
}

fn reported_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath) {
    let columns = form.columns(2);
    let top = form.column(0.0, form.width);
    let mut number = top.column(columns[0].0, columns[0].1);
    let digits = Digits { decimals: true, grouped: true, signed: false };
    number_ui(&mut number, ui, &at.field("value"), Called::Value, digits);
    let mut precision = top.column(columns[1].0, columns[1].1);
    choice_ui(&mut precision, ui, &at.field("precision"), Called::Precision, Choice::Precision);
    form.below(&number);
    form.below(&precision);
    form.gap(14.0);
    sources_ui(form, ui, &at.field("sources"));
    form.gap(PART);
}

fn worked_out_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath) {
    form.heading(ui, &form.say(Pane::Name(Called::Terms)), &form.say(Pane::Help(Called::Terms)));
    reports_ui(form, ui, &at.field("terms"), Parts::Terms);
    problems_under(form, ui, &at.field("terms"), true);
    form.gap(12.0);
    let rule = Stroke::new(measure::AXIS, form.cx.colors.text);
    widgets::rule(ui, form.pos.x, form.pos.x + form.width, form.pos.y, rule);
    form.gap(10.0);
    sum_ui(form, ui, at);
    form.gap(6.0);
    form.note(ui, &form.say(Pane::SumIs));
    form.gap(PART);
}

/// The sum of the terms, which follows them.
fn sum_ui(form: &mut Form<'_>, ui: &Ui, at: &FieldPath) {
    let area = form.place(44.0);
    let cx = form.cx;
    let equals = area.with_max_x(area.left() + 46.0);
    cx.label("=", Role::Value).align(Align::Center).paint_in(ui, equals);
    let name = form.say(Pane::Sum);
    let Some(value) = sum(form.editing.tree(), at) else {
        let words = form.say(Pane::NoSum);
        let drawn = cx.dim(&words, Role::Label).paint_in(ui, area.with_min_x(equals.right() + 8.0));
        text_name(ui, drawn, &format!("{name}: {words}"));
        return;
    };
    let number = text::number(value);
    let label = cx.label(&number, Role::CardHeading);
    let size = label.size(ui.ctx());
    let drawn = label.paint_in(ui, area.with_min_x(equals.right() + 8.0));
    text_name(ui, drawn, &format!("{name}: {number}"));
    let rest = area.with_min_x(area.left() + (equals.width() + 8.0 + size.x + 24.0).max(190.0));
    let half = rest.width() / 2.0;
    let count = source_count(form, at);
    let precision = form.say(Pane::SumPrecision);
    let sources = form.say(Pane::SumSources(count));
    let width = half - 14.0;
    let lines = [&precision, &sources].map(|words| cx.dim(words, Role::Note).width(width).size(ui.ctx()).y);
    let height = lines[0].max(lines[1]);
    for (i, words) in [&precision, &sources].into_iter().enumerate() {
        let left = rest.left() + if i == 0 { 0.0 } else { half };
        cx.dim(words, Role::Note).width(width).at(ui, pos2(left, area.top()));
    }
    form.pos.y = form.pos.y.max(area.top() + height);
}

fn text_name(ui: &Ui, area: Rect, words: &str) {
    crate::ui::typeset::name(ui, area, words);
}

/// How many sources the terms have, each counted once.
fn source_count(form: &Form<'_>, at: &FieldPath) -> usize {
    let terms = form.editing.tree().value(&at.field("terms")).and_then(serde_json::Value::as_array);
    let all = terms.into_iter().flatten().filter_map(|term| term.get("sources")?.as_array()).flatten();
    let ids: std::collections::BTreeSet<&str> = all.filter_map(serde_json::Value::as_str).collect();
    ids.len()
}
