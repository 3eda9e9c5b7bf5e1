//! A picture: itself with its point of interest, what is known of it beside that, then its texts.

use egui::{Stroke, Ui};

use crate::model::{EntryKey, FieldPath, List};
use crate::state::editing::fields::{Called, Field, field};
use crate::ui::editor::fields::{COLUMN_GAP, FIELD_GAP, Form, compact_ui, focus_ui, late_ui, problems_under};
use crate::ui::theme::measure;
use crate::ui::widgets;

use super::entry::{end_ui, field_ui, fields_ui};

/// The width of the picture beside its fields, the gap between them, and the least width of both.
const PICTURE: f32 = 260.0;
const GAP: f32 = 20.0;
const BESIDE: f32 = 700.0;

/// What stands beside the picture, and its texts.
const ABOVE: [&str; 6] = ["focus", "credit", "topic", "date", "place", "provinces"];
const TEXTS: [&str; 3] = ["title", "caption", "alt"];

fn of(path: &str) -> Option<&'static Field> {
    field(Some(List::Photos), path)
}

/// Draws it.
pub fn photo_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, key: EntryKey) {
    problems_under(form, ui, at, true);
    if form.width >= BESIDE {
        let mut picture = form.column(0.0, PICTURE);
        focus_ui(&mut picture, ui, &at.field("focus"), Called::Focus, key);
        let mut known = form.column(PICTURE + GAP, form.width - PICTURE - GAP);
        known_ui(&mut known, ui, at, key);
        form.below(&picture);
        form.below(&known);
    } else {
        focus_ui(form, ui, &at.field("focus"), Called::Focus, key);
        form.gap(FIELD_GAP);
        known_ui(form, ui, at, key);
    }
    form.gap(14.0);
    let (left, right) = (form.pos.x - 28.0, form.pos.x + form.width + 28.0);
    widgets::rule(ui, left, right, form.pos.y, Stroke::new(measure::RULE, form.cx.colors.line));
    form.gap(12.0);
    for path in TEXTS {
        if let Some(field) = of(path) {
            field_ui(form, ui, at, (field, key));
            form.gap(6.0);
        }
    }
    form.gap(8.0);
    let rest: Vec<Field> = crate::state::editing::fields::fields(List::Photos)
        .iter()
        .filter(|field| !ABOVE.contains(&field.path) && !TEXTS.contains(&field.path) && field.path != "sources")
        .copied()
        .collect();
    fields_ui(form, ui, at, (&rest, key));
    end_ui(form, ui, at, (List::Photos, key));
}

/// What is known of a picture: credit, topic, date, place, provinces, sources.
fn known_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, key: EntryKey) {
    let half = (form.width - COLUMN_GAP) * 0.58;
    let rest = form.width - COLUMN_GAP - half;
    let top = form.column(0.0, form.width);
    let mut credit = top.column(0.0, half);
    compact_ui(&mut credit, ui, &at.field("credit"), Called::Credit, true);
    let mut topic = top.column(half + COLUMN_GAP, rest);
    if let Some(field) = of("topic") {
        field_ui(&mut topic, ui, at, (field, key));
    }
    form.below(&credit);
    form.below(&topic);
    form.gap(10.0);
    let row: &[(&str, f32)] = if form.width > 500.0 {
        &[("date", 0.25), ("place", 0.33), ("provinces", 0.42)]
    } else {
        &[("date", 0.42), ("place", 0.58)]
    };
    let gaps = row.iter().skip(1).map(|_| COLUMN_GAP).sum::<f32>();
    let room = form.width - gaps;
    let top = form.column(0.0, form.width);
    let mut from = 0.0;
    for (path, share) in row {
        let mut column = top.column(from, room * share);
        from += room * share + COLUMN_GAP;
        match (*path, of(path)) {
            ("place", _) => compact_ui(&mut column, ui, &at.field("place"), Called::Place, true),
            (_, Some(field)) => field_ui(&mut column, ui, at, (field, key)),
            _ => {}
        }
        form.below(&column);
    }
    late_ui(form, ui);
    form.gap(10.0);
    for path in ["provinces", "sources"].iter().filter(|path| row.iter().all(|(own, _)| own != *path)) {
        if let Some(field) = of(path) {
            field_ui(form, ui, at, (field, key));
            form.gap(10.0);
        }
    }
}
