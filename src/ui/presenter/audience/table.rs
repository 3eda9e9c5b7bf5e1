//! The personnel for an audience as a table: every figure with its state in words.

use egui::{Stroke, vec2};

use super::{SIDE, Scene, TEXT, title_ui};
use crate::text::{Column, Say};
use crate::ui::chart::places::{self, Look};
use crate::ui::chart::scale;
use crate::ui::presenter::pen::tight;

/// Where the columns begin and how wide they are, as shares of the width.
const COLUMNS: [(f32, f32); 4] = [(0.0, 0.10), (0.11, 0.18), (0.30, 0.36), (0.67, 0.33)];
const HEADERS: [Column; 4] = [Column::Batch, Column::Years, Column::People, Column::Others];
/// Over and under the table.
const OVER: f32 = 24.0;
const UNDER: f32 = 40.0;
/// The greatest height of a row.
const MOST_PITCH: f32 = 82.0;
/// How much narrower than its column a cell's words are set, and where they are cut.
const WORDS_GAP: f32 = 16.0;
const CUT_GAP: f32 = 12.0;
/// The width of a rule.
const RULE: f32 = 2.0;

pub(super) fn table_ui(scene: Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let chart = places::batches(cx);
    let top = title_ui(&scene, &cx.say(Say::PersonnelPerBatch)) + OVER;
    let rows = scale::count(chart.places.len() + 1);
    let pitch = ((pen.height() - top - UNDER) / rows).min(MOST_PITCH);
    let size = (pitch * 0.56).min(TEXT);
    let width = pen.width() - 2.0 * SIDE;
    let cell = |row: usize, column: usize, words: &str, bold: bool| {
        let Some((left, share)) = COLUMNS.get(column) else { return };
        let area = pen.rect(SIDE + left * width, top + scale::count(row) * pitch, share * width, pitch);
        let sizes = [size, size * 0.88, size * 0.76];
        let kind = pen.fitting(words, tight(size, bold), vec2(share * width - WORDS_GAP, pitch), &sizes);
        let label = pen.label(words, kind, if row == 0 { cx.colors.dim } else { cx.colors.text });
        pen.inside(label, egui::Align::Min, area.with_max_x(area.right() - pen.px(CUT_GAP)));
    };
    for (column, header) in HEADERS.into_iter().enumerate() {
        cell(0, column, &cx.say(Say::Column(header)), true);
    }
    for (i, place) in chart.places.iter().enumerate() {
        let y = pen.at(0.0, top + scale::count(i + 1) * pitch).y;
        let stroke = Stroke::new(pen.px(RULE).max(1.0), cx.colors.line);
        pen.ui.painter().hline(pen.at(SIDE, 0.0).x..=pen.at(SIDE + width, 0.0).x, y, stroke);
        let figure = match place.look {
            Look::Reported(_) => place.value.clone(),
            Look::WorkedOut(_) => format!("{} ({})", place.value, cx.say(Say::WorkedOutShort)),
            Look::NotPublished => cx.say(Say::NotPublished),
            Look::NotApplicable => cx.say(Say::NotApplicable),
        };
        cell(i + 1, 0, &place.batch.to_string(), true);
        cell(i + 1, 1, &place.years, false);
        cell(i + 1, 2, &figure, matches!(place.look, Look::Reported(_)));
        cell(i + 1, 3, &places::listed(cx, &place.also), false);
    }
}
