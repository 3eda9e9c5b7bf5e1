//! What was checked beside what stands now, with what has changed marked, and what is said of it then.

use std::ops::Range;
use std::sync::Arc;

use egui::text::CCursor;
use egui::{Color32, CornerRadius, Galley, Id, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::model::{FieldPath, Lang, Words};
use crate::state::EditCommand;
use crate::state::editing::fields::Called;
use crate::state::editing::{Compared, FormCommand, Former};
use crate::text::{Pane, difference};
use crate::ui::editor::send;
use crate::ui::theme::{Role, measure};
use crate::ui::{scrolling, typeset};

use super::problem::{action_ui, wash};
use super::reading::{button_ui, check};
use super::{Form, RADIUS, cross_ui, describe, field_id, text_style};

/// Around what is compared, between its parts, and between a text and its heading.
const PAD: f32 = 16.0;
const GAP: f32 = 14.0;
const HEAD_GAP: f32 = 4.0;
/// Between two texts side by side, and the least width of both.
const BETWEEN: f32 = 24.0;
const BESIDE: f32 = 480.0;
/// The line under what has changed, and its distance above the bottom of the text's line.
const UNDER: f32 = 2.0;
const ABOVE: f32 = 2.0;
/// The room of the × that closes it.
const CROSS: f32 = 44.0;

/// Draws that a text is outdated, with the way to what has changed; its language is named where nothing else names it.
pub fn outdated_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), words: &Words, named: bool) {
    let by = words.outdated_by(lang);
    let why = match (by.text, by.source) {
        (Some(_), Some((source, _))) => Pane::BothChanged(source),
        (None, Some((source, _))) => Pane::SourceChanged(source),
        (_, None) => Pane::TextChanged,
    };
    let (mut why, compare) = (form.say(why), form.say(Pane::Compare));
    if named {
        why = format!("{}{}{why}", lang.own_name(), crate::text::colon(form.cx.lang()));
    }
    let id = field_id(at).with(("compare", lang.code()));
    if action_ui(form, ui, id, (&why, &compare)) {
        let is_open = form.editing.form().comparing() == Some((at, lang));
        form.send(FormCommand::Compare((!is_open).then(|| (at.clone(), lang))));
        ui.data_mut(|data| data.insert_temp(opened_id(), !is_open));
    }
}

/// Where it is noted that a comparison is to be brought into sight.
fn opened_id() -> Id {
    Id::unique("comparison opened")
}

/// Draws the comparison of one of these languages, where it is open.
pub fn compare_ui(form: &mut Form<'_>, ui: &mut Ui, (at, called): (&FieldPath, Called), words: &Words, langs: &[Lang]) {
    let Some((_, lang)) = form.editing.form().comparing().filter(|(of, lang)| *of == at && langs.contains(lang)) else {
        return;
    };
    let Some(review) = words.reviewed.of(lang) else { return };
    let by = words.outdated_by(lang);
    let changed: Vec<_> = by.source.into_iter().chain(by.text.map(|print| (lang, print))).collect();
    if changed.is_empty() {
        return;
    }
    form.gap(8.0);
    let top = form.pos;
    let ground = ui.painter().add(Shape::Noop);
    let mut inner = form.column(PAD, form.width - 2.0 * PAD);
    inner.gap(PAD);
    head_ui(&mut inner, ui, (called, lang), &form.say(Pane::By(&review.reader, review.date, true)));
    for compared in form.editing.compared(review, &changed) {
        inner.gap(GAP);
        both_ui(&mut inner, ui, compared, words.only(compared.lang));
    }
    inner.gap(GAP);
    say_ui(&mut inner, ui, (at, lang), &review.reader);
    inner.gap(PAD);
    let area = Rect::from_min_max(top, pos2(top.x + form.width, inner.pos.y));
    let (fill, edge) = (form.cx.colors.card, Stroke::new(measure::CONTROL, form.cx.colors.edge));
    let radius = CornerRadius::same(RADIUS);
    ui.painter().set(ground, egui::epaint::RectShape::new(area, radius, fill, edge, StrokeKind::Inside));
    form.pos.y = area.bottom();
    if ui.data_mut(|data| data.remove_temp::<bool>(opened_id())) == Some(true) {
        // The strip that says that more follows lies over the end.
        ui.scroll_to_rect(area.with_max_y(area.bottom() + scrolling::MORE + PAD), None);
    }
}

/// What is compared, who had checked it, and the × that closes it.
fn head_ui(form: &mut Form<'_>, ui: &Ui, (called, lang): (Called, Lang), by: &str) {
    let name = form.say(Pane::In(called, lang));
    let width = form.width - CROSS;
    let drawn = form.cx.label(&name, Role::LabelStrong).width(width).at(ui, form.pos);
    form.pos.y = drawn.bottom();
    let cross =
        Rect::from_center_size(pos2(form.pos.x + form.width - CROSS / 2.0 + 6.0, drawn.center().y), vec2(32.0, 32.0));
    let close = form.say(Pane::EndCompare);
    if cross_ui(ui, form.cx, cross, Id::unique("end comparing"), &close) {
        form.send(FormCommand::Compare(None));
    }
    if !by.is_empty() {
        form.note(ui, by);
    }
}

/// A text as it was, beside or above what it is now.
fn both_ui(form: &mut Form<'_>, ui: &mut Ui, compared: Compared<'_>, now: &str) {
    let lang = compared.lang;
    let old = match compared.was {
        Former::Known(text) => Ok(text),
        Former::Awaited => Err(form.say(Pane::FormerAwaited)),
        Former::Gone => Err(form.say(Pane::FormerGone)),
    };
    let differ = old.as_ref().map(|old| difference(old, now)).unwrap_or_default();
    let is_beside = form.width >= BESIDE;
    let width = if is_beside { (form.width - BETWEEN) / 2.0 } else { form.width };
    let mut left = form.column(0.0, width);
    match &old {
        Ok(old) => text_ui(&mut left, ui, (Pane::Was(lang), lang), old, &differ[0]),
        Err(why) => {
            head_of(&mut left, ui, Pane::Was(lang));
            let label = left.cx.dim(why, Role::Note).width(width);
            left.pos.y = label.at(ui, left.pos).bottom();
        }
    }
    let mut right = form.column(if is_beside { width + BETWEEN } else { 0.0 }, width);
    if !is_beside {
        right.pos.y = left.pos.y + GAP;
    }
    text_ui(&mut right, ui, (Pane::Now(lang), lang), now, &differ[1]);
    form.below(&left);
    form.below(&right);
}

fn head_of(form: &mut Form<'_>, ui: &Ui, head: Pane<'_>) {
    let words = form.say(head);
    let drawn = form.cx.label(&words, Role::NoteStrong).width(form.width).paint(ui, form.pos);
    form.pos.y = drawn.bottom() + HEAD_GAP;
}

/// A text under its heading, with the parts marked that differ.
fn text_ui(form: &mut Form<'_>, ui: &Ui, (head, lang): (Pane<'_>, Lang), text: &str, differ: &[Range<usize>]) {
    let words = form.say(head);
    let top = form.pos;
    head_of(form, ui, head);
    let galley = typeset::area(text_style(lang), None, form.cx.colors.text)(ui, &text.to_owned(), form.width);
    let area = Rect::from_min_size(form.pos, vec2(form.width, galley.size().y));
    for part in marked(&galley, differ) {
        let part = part.translate(form.pos.to_vec2());
        ui.painter().rect_filled(part.expand2(vec2(1.0, 0.0)), CornerRadius::same(2), wash(form.cx));
        let under = part.with_min_y(part.bottom() - ABOVE - UNDER).with_max_y(part.bottom() - ABOVE);
        ui.painter().rect_filled(under, CornerRadius::ZERO, form.cx.colors.text);
    }
    ui.painter().galley(form.pos, galley, Color32::PLACEHOLDER);
    form.pos.y = area.bottom();
    let whole = Rect::from_min_max(top, area.max);
    let named = typeset::name(ui, whole, &format!("{words}: {text}"));
    let changed: Vec<String> =
        differ.iter().map(|part| text.chars().skip(part.start).take(part.len()).collect()).collect();
    if !changed.is_empty() {
        let list = changed.join(crate::text::semicolon(form.cx.lang()));
        describe(ui, named.id, &form.say(Pane::Differs(&list)));
    }
}

/// The areas of parts of a text, line by line.
fn marked(galley: &Arc<Galley>, parts: &[Range<usize>]) -> Vec<Rect> {
    let mut areas = Vec::new();
    let mut from = 0;
    for row in &galley.rows {
        let count: usize = row.char_count_including_newline().0;
        let line = from..from + count;
        from = line.end;
        for part in parts {
            let (start, end) = (part.start.max(line.start), part.end.min(line.end));
            if start >= end {
                continue;
            }
            let x = |index: usize, prefer_next_row: bool| {
                galley.pos_from_cursor(CCursor { index: index.into(), prefer_next_row }).left()
            };
            let (left, right) = (x(start, true), x(end, false));
            if right > left {
                areas.push(Rect::from_min_max(pos2(left, row.rect().top()), pos2(right, row.rect().bottom())));
            }
        }
    }
    areas
}

/// What is said of it: it still holds, or is to be read again.
fn say_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), reader: &str) {
    let top = form.column(0.0, form.width);
    let mut from = 0.0;
    for words in [Pane::StillRight, Pane::ToBeReadAgain] {
        let width = super::reading::button_width(form, ui, words);
        let mut column = top.column(from, width);
        if from > 0.0 && from + width > form.width {
            column = form.column(0.0, width);
            column.gap(8.0);
        }
        if button_ui(&mut column, ui, (at, lang), words) {
            let reader = (words == Pane::StillRight).then(|| reader.to_owned());
            check(form, at, lang, reader);
            send(form.cx, EditCommand::Form(FormCommand::Compare(None)));
        }
        from += width + 12.0;
        form.below(&column);
    }
}
