//! Whether a text is missing, a draft, checked or outdated: a mark of its own shape each, and always its word.

use egui::{Color32, Pos2, Rect, Ui, pos2, vec2};

use crate::model::{FieldPath, Lang, Words};
use crate::state::Editing;
use crate::state::editing::table::Progress;
use crate::text::Pane;
use crate::ui::Cx;
use crate::ui::marks::{Line, Shape, paint_shapes};
use crate::ui::theme::Role;

use super::Form;
use super::reading::opener_ui;

/// The side of a mark, and the gap behind it.
const SIDE: f32 = 18.0;
const GAP: f32 = 8.0;
/// How many dashes a ring has, and how much of each step is drawn.
const DASHES: u8 = 9;
const DRAWN: f32 = 0.6;

/// The state of a text.
#[must_use]
pub fn state_of(words: &Words, lang: Lang) -> Progress {
    Progress::of(words, lang)
}

/// The words at a path; none where something else stands there.
#[must_use]
pub fn words_at(editing: &Editing, at: &FieldPath) -> Words {
    let value = editing.tree().value(at).cloned().unwrap_or_default();
    serde_json::from_value(value).unwrap_or_default()
}

/// Draws a mark around a centre.
pub fn mark_ui(ui: &Ui, cx: &Cx<'_>, stage: Progress, center: Pos2, side: f32) {
    paint_shapes(ui.painter(), shapes(stage, center, side, [cx.colors.bar, cx.colors.card, cx.colors.text]));
}

fn shapes(stage: Progress, center: Pos2, side: f32, [teal, ground, ink]: [Color32; 3]) -> Vec<Shape> {
    let radius = side / 2.0;
    let at = |x: f32, y: f32| center + vec2(x, y) * radius;
    let around = |from: f32, to: f32| -> Vec<Pos2> {
        let step = |n: u8| from + (to - from) * f32::from(n) / 12.0;
        (0..=12).map(|n| center + vec2(step(n).sin(), -step(n).cos()) * (radius - 1.0)).collect()
    };
    match stage {
        Progress::Checked => vec![
            Shape::Disc(center, radius, teal),
            Shape::Polyline(vec![at(-0.42, 0.02), at(-0.1, 0.36), at(0.46, -0.32)], Line::new(side * 0.13, ground)),
        ],
        Progress::Draft => vec![
            Shape::Ring(center, radius - 1.0, Line::new(1.5, ink)),
            Shape::Polygon(around(0.0, std::f32::consts::PI), ink),
        ],
        Progress::Outdated => vec![
            Shape::Polygon(vec![at(0.0, -1.05), at(1.05, 0.0), at(0.0, 1.05), at(-1.05, 0.0)], ink),
            Shape::segment(at(0.0, -0.5), at(0.0, 0.12), Line::new(side * 0.12, ground)),
            Shape::Disc(at(0.0, 0.42), side * 0.07, ground),
        ],
        Progress::Missing => {
            let step = std::f32::consts::TAU / f32::from(DASHES);
            let dash = |n: u8| {
                let from = f32::from(n) * step;
                Shape::Polyline(around(from, from + step * DRAWN), Line::new(1.6, ink))
            };
            (0..DASHES).map(dash).collect()
        }
    }
}

/// The line under a field: mark, word, and what it means.
pub fn state_line_ui(form: &mut Form<'_>, ui: &Ui, (at, lang): (&FieldPath, Lang), words: &Words) {
    let stage = state_of(words, lang);
    let (word, detail) = match stage {
        Progress::Checked => (Pane::Checked, reviewed(words, lang, false)),
        Progress::Draft => (Pane::Draft, Some(Pane::DraftIs)),
        Progress::Outdated => (Pane::Outdated, reviewed(words, lang, true)),
        Progress::Missing => {
            let instead = words.resolve(lang);
            let is = if instead.text.is_empty() { Pane::MissingAll } else { Pane::MissingIs(instead.lang) };
            (Pane::Missing, Some(is))
        }
    };
    let (word, detail) = (form.say(word), detail.map(|is| form.say(is)).unwrap_or_default());
    form.gap(5.0);
    let line = form.cx.style(Role::Note).line;
    let area = form.place(line);
    mark_ui(ui, form.cx, stage, pos2(area.left() + SIDE / 2.0, area.center().y), SIDE);
    let left = area.left() + SIDE + GAP;
    let named = form.cx.label(&word, Role::NoteStrong);
    let named = if stage == Progress::Missing { named } else { named.underline() };
    let drawn = named.paint_in(ui, area.with_min_x(left));
    let rest = area.with_min_x(drawn.right() + GAP);
    let beside = form.cx.dim(&detail, Role::Note);
    // A part of it would say nothing.
    if beside.size(ui.ctx()).x <= rest.width() {
        beside.paint_in(ui, rest);
    }
    let whole = if detail.is_empty() { word } else { format!("{word}, {detail}") };
    if stage == Progress::Missing {
        crate::ui::typeset::name(ui, Rect::from_min_max(area.min, pos2(area.right(), area.bottom())), &whole);
    } else {
        opener_ui(form, ui, area, (at, lang), &whole);
    }
}

/// Who checked a text, and when.
fn reviewed(words: &Words, lang: Lang, was: bool) -> Option<Pane<'_>> {
    let review = words.reviewed.of(lang)?;
    Some(Pane::By(&review.reader, review.date, was))
}
