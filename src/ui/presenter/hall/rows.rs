//! The personnel for the hall as lying bars: for narrow screens, and for the totals, which need words beside them.

use egui::{Align, Rect, Shape, Stroke, pos2, vec2};

use super::chart::{Ink, others};
use super::sums::{Sums, bar_ui};
use super::{SIDE, Scene, title_ui};
use crate::state::ChartMode;
use crate::text::Say;
use crate::ui::personnel::paint;
use crate::ui::personnel::places::{self, Chart, Look, Place};
use crate::ui::presenter::pen::tight;
use crate::ui::theme::measure;

/// The highest row.
const MOST: f32 = 84.0;
/// The share of its row that a bar takes.
const BAR: f32 = 0.62;
/// The length of what is not published.
const VOID: f32 = 64.0;
const GAP: f32 = 20.0;

struct Geometry {
    plot: Rect,
    pitch: f32,
    per_person: f64,
    size: f32,
}

pub(super) fn rows_ui(scene: Scene<'_>, lit: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let running = cx.state.chart == ChartMode::Running;
    let chart = if running { places::published(cx) } else { places::batches(cx) };
    let heading = cx.say(if running { Say::PublishedTotals } else { Say::PersonnelPerBatch });
    let top = title_ui(&scene, &heading) + 20.0;
    let sums = Sums::of(pen, &chart);
    let rows = paint::count(chart.places.len().max(1));
    let pitch = ((pen.height() - top - sums.height - 28.0) / rows).clamp(20.0, MOST);
    let size = (pitch * 0.56).min(40.0);
    let names = chart.places.iter().map(|p| pen.size(&pen.label(&p.years, tight(size, false), cx.colors.dim)).x);
    let left = SIDE + 72.0 + names.fold(0.0, f32::max) + 24.0;
    let plot = Rect::from_min_size(pos2(left, top), vec2(pen.width() - SIDE - left, pitch * rows));
    let fits = |place: &Place| {
        let free = plot.width() - beside(&scene, place, size);
        Some(f64::from(free.max(40.0)) / place.look.value().filter(|v| *v > 0.0)?)
    };
    let per_person = chart.places.iter().filter_map(fits).fold(f64::INFINITY, f64::min);
    let per_person = if per_person.is_finite() { per_person } else { 0.0 };
    let geometry = Geometry { plot, pitch, per_person, size };
    let ink = Ink::new(pen, lit);
    for (i, place) in chart.places.iter().enumerate() {
        place_ui(&scene, &geometry, &ink, i, place);
    }
    spans_ui(&scene, &geometry, &ink, &chart);
    let stroke = Stroke::new(pen.px(3.0), cx.colors.text);
    let x = pen.at(plot.left(), 0.0).x;
    pen.ui.painter().vline(x, pen.at(0.0, plot.top()).y..=pen.at(0.0, plot.bottom()).y, stroke);
    sums.draw(pen, pen.height() - sums.height);
}

/// What stands after a bar.
fn words(scene: &Scene<'_>, place: &Place) -> Vec<(String, bool, bool)> {
    let cx = scene.pen.cx;
    let mut parts = Vec::new();
    match place.look {
        Look::NotPublished => parts.push((cx.say(Say::NotPublished), false, false)),
        Look::NotApplicable => parts.push(("–".to_owned(), true, false)),
        look => {
            parts.push((place.value.clone(), true, false));
            if matches!(look, Look::WorkedOut(_)) {
                parts.push((cx.say(Say::WorkedOutShort), false, false));
            }
        }
    }
    parts.extend(others(scene, place.batch).into_iter().map(|other| (other, false, true)));
    if !place.under.is_empty() {
        parts.push((place.under.clone(), false, false));
    }
    parts
}

fn beside(scene: &Scene<'_>, place: &Place, size: f32) -> f32 {
    let width = |(words, bold, _): &(String, bool, bool)| {
        scene.pen.size(&scene.pen.label(words, tight(size, *bold), scene.pen.cx.colors.text)).x + GAP
    };
    words(scene, place).iter().map(width).sum::<f32>() + 8.0
}

fn place_ui(scene: &Scene<'_>, geometry: &Geometry, ink: &Ink<'_>, i: usize, place: &Place) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let middle = geometry.plot.top() + (paint::count(i) + 0.5) * geometry.pitch;
    let set = |words: &str, bold: bool, color, align: Align, x: f32| {
        let label = pen.label(words, tight(geometry.size, bold), ink.of(place.batch, color)).align(align);
        let size = pen.size(&label);
        label.paint(pen.ui, pen.at(x, middle - size.y / 2.0));
        size.x
    };
    set(&place.batch.to_string(), true, cx.colors.text, Align::Min, SIDE);
    set(&place.years, false, cx.colors.dim, Align::Max, geometry.plot.left() - 24.0);
    let length = match place.look {
        Look::Reported(value) | Look::WorkedOut(value) => {
            paint::length(value, geometry.per_person * f64::from(pen.scale)) / pen.scale
        }
        Look::NotPublished => VOID,
        Look::NotApplicable => 0.0,
    };
    let height = geometry.pitch * BAR;
    let bar = pen.rect(geometry.plot.left(), middle - height / 2.0, length, height);
    bar_ui(pen, bar, place.look, ink.tone(place.batch));
    let mut x = geometry.plot.left() + length + GAP;
    for (words, bold, differs) in words(scene, place) {
        let color = if differs { cx.colors.accent } else { cx.colors.text };
        x += set(&words, bold, color, Align::Min, x) + GAP;
    }
    pen.name(bar, &place.name);
}

/// The brackets beside what is known only together.
fn spans_ui(scene: &Scene<'_>, geometry: &Geometry, ink: &Ink<'_>, chart: &Chart) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    for span in &chart.spans {
        let batch = chart.places.get(span.first).map_or(0, |p| p.batch);
        let color = ink.of(batch, cx.colors.text);
        let covered = chart.places.iter().skip(span.first).take(span.last - span.first + 1);
        let reach = covered.map(|p| beside(scene, p, geometry.size)).fold(0.0, f32::max);
        let x = geometry.plot.left() + VOID + reach + 30.0;
        let y = |i: usize, side: f32| {
            geometry.plot.top() + (paint::count(i) + 0.5) * geometry.pitch + side * geometry.pitch * BAR / 2.0
        };
        let (top, bottom) = (y(span.first, -1.0), y(span.last, 1.0));
        let line = vec![pen.at(x - 20.0, top), pen.at(x, top), pen.at(x, bottom), pen.at(x - 20.0, bottom)];
        let stroke = Stroke::new(pen.px(3.0).max(measure::RULE), color);
        pen.ui.painter().add(Shape::line(line, stroke));
        let words = format!("{} {}", span.value, span.words);
        let width = geometry.plot.right() - x - 20.0;
        let kind = pen.fitting(&words, tight(44.0, true), vec2(width, bottom - top), &[44.0, 40.0, 36.0, 30.0]);
        let label = pen.label(&words, kind, color).width(pen.px(width));
        let height = pen.size(&label).y;
        label.paint(pen.ui, pen.at(x + 20.0, f32::midpoint(top, bottom) - height / 2.0));
        pen.name(pen.rect(x, top, 2.0, bottom - top), &span.name);
    }
}
