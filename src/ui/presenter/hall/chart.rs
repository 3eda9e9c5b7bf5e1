//! The personnel for the hall as standing bars: what is said of them stands on them, since nobody there can touch one.

use egui::{Align, Color32, Rect, Shape, Stroke, vec2};

use super::sums::{Sums, bar_ui};
use super::{SIDE, Scene, title_ui};
use crate::text::{self, Say};
use crate::ui::marks::Tone;
use crate::ui::personnel::paint;
use crate::ui::personnel::places::{self, Chart, Look, Place};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::measure;

/// The share of its slot that a bar takes.
const BAR: f32 = 0.61;
/// The height of what is not published: lower than any bar, so that no value can be read from it.
const VOID: f32 = 64.0;
/// The height of a value and of another report, and of the axis under the bars.
const VALUE: f32 = 56.0;
const OTHER: f32 = 42.0;
const AXIS: f32 = 108.0;
/// How much of the ground lies over what does not stand out.
const PALE: f32 = 0.68;

/// The colours of a place: pale where others stand out.
pub(super) struct Ink<'a> {
    pen: &'a Pen<'a>,
    lit: &'a [u32],
}

impl<'a> Ink<'a> {
    pub(super) fn new(pen: &'a Pen<'a>, lit: &'a [u32]) -> Self {
        Self { pen, lit }
    }

    pub(super) fn tone(&self, batch: u32) -> Tone {
        let stands_out = self.lit.is_empty() || self.lit.contains(&batch);
        Tone { faded: if stands_out { 0.0 } else { PALE }, ..Tone::default() }
    }

    pub(super) fn of(&self, batch: u32, color: Color32) -> Color32 {
        self.tone(batch).color(color.into(), &self.pen.cx.colors)
    }
}

/// The other reports of a place, each with its sign: “≠ ≥850”.
pub(super) fn others(scene: &Scene<'_>, batch: u32) -> Vec<String> {
    let x = scene.pen.cx.x();
    let running = scene.pen.cx.state.chart == crate::state::ChartMode::Running;
    let figure = if running {
        x.totals.iter().find(|t| t.after_batch == batch).map(|t| &t.figure)
    } else {
        x.batches.iter().find(|b| b.number == batch).map(|b| &b.figure)
    };
    let mut list: Vec<String> = Vec::new();
    for report in figure.iter().flat_map(|figure| &figure.also) {
        let words = format!("≠ {}", text::marked(report.amount()));
        if !list.contains(&words) {
            list.push(words);
        }
    }
    list
}

/// The value of a place with its sign; empty where there is none.
pub(super) fn value(scene: &Scene<'_>, place: &Place) -> String {
    let x = scene.pen.cx.x();
    let running = scene.pen.cx.state.chart == crate::state::ChartMode::Running;
    let amount = if running {
        x.totals.iter().find(|t| t.after_batch == place.batch).and_then(|t| t.figure.amount())
    } else {
        x.batches.iter().find(|b| b.number == place.batch).and_then(|b| b.figure.amount())
    };
    amount.map(text::marked).unwrap_or_default()
}

struct Geometry {
    /// The size of the years under the bars: the same for all.
    years: f32,
    plot: Rect,
    slot: f32,
    per_person: f64,
}

pub(super) fn bars_ui(scene: Scene<'_>, lit: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let chart = places::batches(cx);
    let top = title_ui(&scene, &cx.say(Say::PersonnelPerBatch)) + 24.0;
    let sums = Sums::of(pen, &chart);
    let bottom = pen.height() - sums.height - AXIS - 28.0;
    let gutter = 130.0;
    let plot = Rect::from_min_max(egui::pos2(SIDE + gutter, top), egui::pos2(pen.width() - 40.0, bottom));
    let slot = plot.width() / paint::count(chart.places.len().max(1));
    let free = |place: &Place| plot.height() - stack(&scene, place);
    let fits = |place: &Place| Some(f64::from(free(place).max(1.0)) / place.look.value().filter(|v| *v > 0.0)?);
    let per_person = chart.places.iter().filter_map(fits).fold(f64::INFINITY, f64::min);
    let per_person = if per_person.is_finite() { per_person } else { 0.0 };
    let widest = |size: f32| {
        let years = chart.places.iter().map(|p| pen.size(&pen.label(&p.years, tight(size, false), cx.colors.dim)).x);
        years.fold(0.0, f32::max)
    };
    let years = [38.0, 36.0, 34.0, 32.0, 30.0].into_iter().find(|size| widest(*size) <= slot - 6.0).unwrap_or(28.0);
    let geometry = Geometry { years, plot, slot, per_person };
    grid_ui(pen, &geometry, &chart);
    let ink = Ink::new(pen, lit);
    for (i, place) in chart.places.iter().enumerate() {
        place_ui(&scene, &geometry, &ink, i, place);
    }
    for span in &chart.spans {
        let ends = [chart.places.get(span.first), chart.places.get(span.last)].map(|p| p.map_or(0, |p| p.batch));
        let words = format!("{} {}", span.value, span.words);
        let color = ink.of(ends[0], cx.colors.text);
        span_ui(&scene, &geometry, (span.first, span.last), &words, color);
        pen.name(pen.rect(plot.left(), plot.top(), 2.0, 2.0), &span.name);
    }
    let base = pen.at(plot.left(), plot.bottom()).y;
    let stroke = Stroke::new(pen.px(3.0), cx.colors.text);
    pen.ui.painter().hline(pen.at(plot.left(), 0.0).x..=pen.at(plot.right(), 0.0).x, base, stroke);
    sums.draw(pen, pen.height() - sums.height);
}

/// The height of what stands over a bar.
fn stack(scene: &Scene<'_>, place: &Place) -> f32 {
    let worked_out = matches!(place.look, Look::WorkedOut(_));
    VALUE + OTHER * paint::count(others(scene, place.batch).len()) + if worked_out { OTHER } else { 0.0 }
}

fn grid_ui(pen: &Pen<'_>, geometry: &Geometry, chart: &Chart) {
    let plot = geometry.plot;
    let (left, right) = (pen.at(plot.left(), 0.0).x, pen.at(plot.right(), 0.0).x);
    for value in paint::grid(chart.highest(), plot.height(), 110.0).into_iter().chain([0.0]) {
        #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
        let y = plot.bottom() - (value * geometry.per_person) as f32;
        let stroke = Stroke::new(pen.px(2.0), pen.cx.colors.line);
        pen.ui.painter().hline(left..=right, pen.at(0.0, y).y, stroke);
        let words = text::number(value);
        let label = pen.label(&words, tight(38.0, false), pen.cx.colors.dim).align(Align::Max);
        label.paint(pen.ui, pen.at(plot.left() - 20.0, y - 24.0));
    }
}

fn place_ui(scene: &Scene<'_>, geometry: &Geometry, ink: &Ink<'_>, i: usize, place: &Place) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let middle = geometry.plot.left() + (paint::count(i) + 0.5) * geometry.slot;
    let half = geometry.slot * BAR / 2.0;
    let base = geometry.plot.bottom();
    let height = match place.look {
        Look::Reported(value) | Look::WorkedOut(value) => {
            paint::length(value, geometry.per_person * f64::from(pen.scale)) / pen.scale
        }
        Look::NotPublished => VOID,
        Look::NotApplicable => 0.0,
    };
    let bar = pen.rect(middle - half, base - height, 2.0 * half, height);
    bar_ui(pen, bar, place.look, ink.tone(place.batch));
    let mut y = base - height - 4.0;
    let mut over = |words: &str, size: f32, bold: bool, color: Color32| {
        let room = geometry.slot - 4.0;
        // A number stays on its line; words may take two.
        let is_number = words.chars().any(|c| c.is_ascii_digit());
        let fits = |size: &&f32| pen.size(&pen.label(words, tight(**size, bold), color)).x <= room;
        let sizes = [size, 36.0, 34.0, 32.0, 30.0, 28.0];
        let least = sizes.iter().find(fits).copied().unwrap_or(26.0);
        let kind = if is_number {
            tight(least, bold)
        } else {
            pen.fitting(words, tight(size, bold), vec2(room, 200.0), &sizes)
        };
        let label = pen.label(words, kind, ink.of(place.batch, color));
        let label = if is_number { label } else { label.width(pen.px(room)) };
        let size = pen.size(&label);
        y -= size.y;
        label.align(Align::Center).paint(pen.ui, pen.at(middle, y));
    };
    match place.look {
        Look::NotPublished => over(&cx.say(Say::NotPublished), 38.0, false, cx.colors.text),
        Look::NotApplicable => over("–", 48.0, true, cx.colors.text),
        look => {
            if matches!(look, Look::WorkedOut(_)) {
                over(&cx.say(Say::WorkedOutShort), 36.0, false, cx.colors.dim);
            }
            over(&value(scene, place), 48.0, true, cx.colors.text);
        }
    }
    for words in others(scene, place.batch) {
        over(&words, 38.0, false, cx.colors.accent);
    }
    let number = place.batch.to_string();
    let label = pen.label(&number, tight(42.0, true), ink.of(place.batch, cx.colors.text));
    label.align(Align::Center).paint(pen.ui, pen.at(middle, base + 8.0));
    let label = pen.label(&place.years, tight(geometry.years, false), ink.of(place.batch, cx.colors.dim));
    label.align(Align::Center).paint(pen.ui, pen.at(middle, base + 58.0));
    pen.name(bar, &place.name);
}

/// The bracket over several places, with the figure that they have together.
fn span_ui(scene: &Scene<'_>, geometry: &Geometry, (first, last): (usize, usize), words: &str, color: Color32) {
    let pen = &scene.pen;
    let edge = |i: usize, side: f32| {
        geometry.plot.left() + (paint::count(i) + 0.5) * geometry.slot + side * geometry.slot * BAR / 2.0
    };
    let (left, right) = (edge(first, -1.0), edge(last, 1.0));
    let words_of_void = pen.cx.say(Say::NotPublished);
    let label = pen.label(&words_of_void, tight(38.0, false), color).width(pen.px(geometry.slot - 4.0));
    let y = geometry.plot.bottom() - VOID - pen.size(&label).y - 42.0;
    let stroke = Stroke::new(pen.px(3.0).max(measure::RULE), color);
    let line = vec![pen.at(left, y + 22.0), pen.at(left, y), pen.at(right, y), pen.at(right, y + 22.0)];
    pen.ui.painter().add(Shape::line(line, stroke));
    let width = right - left + geometry.slot * 0.8;
    let kind = pen.fitting(words, tight(44.0, true), vec2(width, 60.0), &[44.0, 40.0, 36.0, 32.0]);
    let label = pen.label(words, kind, color).width(pen.px(width)).align(Align::Center);
    let height = pen.size(&label).y;
    let middle = f32::midpoint(left, right);
    let size = pen.size(&label);
    let back = pen.rect(middle - size.x / 2.0 - 4.0, y - height - 6.0, size.x + 8.0, height);
    pen.ui.painter().rect_filled(back, 0.0, pen.cx.colors.bg);
    label.paint(pen.ui, pen.at(middle, y - height - 8.0));
}
