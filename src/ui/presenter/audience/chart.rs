//! The personnel for the hall as bars: what is said of them stands on them, since nobody there can touch one.

use egui::{Align, Color32, Rect, vec2};

use super::sums::Sums;
use super::{SIDE, Scene, title_ui};
use crate::text::Say;
use crate::ui::chart::bar::BarMeasures;
use crate::ui::chart::places::{self, AxisSlot, Chart, Look, Span};
use crate::ui::chart::scale::{Bars, count};
use crate::ui::chart::standing::{Also, Column, Standing};
use crate::ui::chart::{Item, Measures};
use crate::ui::marks::Tone;
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::measure;
use crate::ui::typeset::Label;

/// The share of its slot that a bar takes.
const BAR: f32 = 0.61;
/// The length of what is not published.
pub(super) const VOID: f32 = 64.0;
/// The height of a value and of another report, and of the axis under the bars.
const VALUE: f32 = 56.0;
const OTHER: f32 = 42.0;
const AXIS: f32 = 108.0;
/// The area of the axis' numbers.
const GUTTER: f32 = 130.0;
/// How much of the ground lies over what does not stand out.
const PALE: f32 = 0.68;

/// The sizes of an audience's charts.
pub(super) fn measures(pen: &Pen<'_>) -> Measures {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    let radius = pen.px(5.0).round() as u8;
    Measures {
        bar: BarMeasures {
            radius,
            edge: pen.px(5.0).max(measure::RULE),
            hatch: [pen.px(3.0), pen.px(16.0), pen.px(2.5)],
            dash: [pen.px(12.0), pen.px(9.0), pen.px(3.5).max(1.0)],
            hatching: 0.5,
            covers: false,
        },
        lines: [pen.px(2.0), pen.px(3.0), pen.px(3.0).max(measure::RULE)],
        grid: [pen.px(110.0), pen.px(20.0)],
        numbers: pen.style(tight(38.0, false)),
        has_zero: true,
        gap: pen.px(4.0),
        bracket: [pen.px(38.0), pen.px(22.0), pen.px(8.0), 0.0],
    }
}

/// Draws a chart; where some batches are highlighted, the others are set back.
pub(super) fn items_ui(pen: &Pen<'_>, highlighted: &[u32], chart: &Chart, items: Vec<Item<'_>>) {
    for Item { target, marks } in items {
        let batch = target.as_ref().and_then(|target| chart.places.get(target.place)).map(|place| place.batch);
        let stands_out = highlighted.is_empty() || batch.is_none_or(|batch| highlighted.contains(&batch));
        pen.marks(Tone { faded: if stands_out { 0.0 } else { PALE }, ..Tone::default() }, marks);
        if let Some(target) = target {
            pen.name(target.area, target.name);
        }
    }
}

pub(super) fn bars_ui(scene: Scene<'_>, highlighted: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let chart = places::batches(cx);
    let top = title_ui(&scene, &cx.say(Say::PersonnelPerBatch)) + 24.0;
    let sums = Sums::of(pen, &chart);
    let bottom = pen.height() - sums.height - AXIS - 28.0;
    let plot = Rect::from_min_max(pen.at(SIDE + GUTTER, top), pen.at(pen.width() - 40.0, bottom));
    let pitch = plot.width() / pen.scale / count(chart.places.len().max(1));
    let widest = |size: f32| {
        let years = chart.places.iter().map(|p| pen.size(&pen.label(&p.years, tight(size, false), cx.colors.dim)).x);
        years.fold(0.0, f32::max)
    };
    // The same size for all.
    let years = [38.0, 36.0, 34.0, 32.0, 30.0].into_iter().find(|size| widest(*size) <= pitch - 6.0).unwrap_or(28.0);
    let standing = Standing {
        chart: &chart,
        columns: chart.places.iter().map(|place| column(pen, place, pitch, years)).collect(),
        spans: chart.spans.iter().map(|span| vec![together(pen, span, pitch)]).collect(),
        measures: measures(pen),
        bars: Bars::standing(plot, (pen.px(pitch), pen.px(pitch * BAR)), pen.px(VOID)),
        void: pen.px(pitch * BAR),
        bottom: plot.bottom() + pen.px(AXIS),
    };
    items_ui(pen, highlighted, &chart, standing.items(pen.ui, cx));
    sums.draw(pen, pen.height() - sums.height);
}

/// The words of a place.
fn column<'c>(pen: &Pen<'_>, place: &'c AxisSlot, pitch: f32, years: f32) -> Column<'c> {
    let (cx, colors) = (pen.cx, pen.cx.colors);
    let set = |words: &str, size: f32, bold: bool, color: Color32| over(pen, words, pitch - 4.0, (size, bold), color);
    let mut over = match place.look {
        Look::NotPublished => vec![set(&cx.say(Say::NotPublished), 38.0, false, colors.text)],
        Look::NotApplicable => vec![set("–", 48.0, true, colors.text)],
        Look::Reported(_) => vec![set(&place.marked, 48.0, true, colors.text)],
        Look::WorkedOut(_) => {
            let state = set(&cx.say(Say::WorkedOutShort), 36.0, false, colors.dim);
            vec![state, set(&place.marked, 48.0, true, colors.text)]
        }
    };
    over.extend(place.also_marked.iter().map(|words| set(&format!("≠ {words}"), 38.0, false, colors.accent)));
    let other = count(place.also_marked.len()) + if matches!(place.look, Look::WorkedOut(_)) { 1.0 } else { 0.0 };
    let number = pen.label(&place.batch.to_string(), tight(42.0, true), colors.text).align(Align::Center).into_owned();
    let years = pen.label(&place.years, tight(years, false), colors.dim).align(Align::Center);
    Column {
        inside: None,
        over,
        also: Also::None,
        under: vec![(pen.px(8.0), number), (pen.px(58.0), years)],
        free: place.look.value().map(|_| pen.px(VALUE + OTHER * other)),
    }
}

/// Words over a bar, no wider than its slot: a number stays on its line; others may take two.
fn over(pen: &Pen<'_>, words: &str, area: f32, (size, bold): (f32, bool), color: Color32) -> Label<'static> {
    let sizes = [size, 36.0, 34.0, 32.0, 30.0, 28.0];
    let is_number = words.chars().any(|c| c.is_ascii_digit());
    let fits = |size: &&f32| pen.size(&pen.label(words, tight(**size, bold), color)).x <= area;
    let label = if is_number {
        pen.label(words, tight(sizes.iter().find(fits).copied().unwrap_or(26.0), bold), color)
    } else {
        let kind = pen.fitting(words, tight(size, bold), vec2(area, 200.0), &sizes);
        pen.label(words, kind, color).width(pen.px(area))
    };
    label.align(Align::Center).into_owned()
}

/// The figure over a bracket, and what kind it is.
fn together(pen: &Pen<'_>, span: &Span, pitch: f32) -> Label<'static> {
    let words = format!("{} {}", span.value, span.words);
    let width = pitch * (count(span.last - span.first) + BAR + 0.8);
    let kind = pen.fitting(&words, tight(44.0, true), vec2(width, 60.0), &[44.0, 40.0, 36.0, 32.0]);
    pen.label(&words, kind, pen.cx.colors.text).width(pen.px(width)).align(Align::Center).into_owned()
}
