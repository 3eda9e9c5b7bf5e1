//! The personnel for an audience as bars: their words stand on them, since an audience cannot open one.

use egui::{Align, Color32, Rect, vec2};

use super::sums::Sums;
use super::{SIDE, Scene, TEXT, title_ui};
use crate::text::Say;
use crate::ui::Cx;
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
/// How much of the ground lies over bars that are not highlighted.
const PALE: f32 = 0.68;
/// The radius of a bar's corners, and the outline of what is worked out.
const RADIUS: f32 = 5.0;
const EDGE: f32 = 5.0;
/// The hatching and the dashes of what is not published, as in [`BarMeasures`].
const HATCH: [f32; 3] = [3.0, 16.0, 2.5];
const DASH: [f32; 3] = [12.0, 9.0, 3.5];
/// Lines, grid, gap and bracket, as in [`Measures`].
const LINES: [f32; 3] = [2.0, 3.0, 3.0];
const GRID: [f32; 2] = [110.0, 20.0];
const GAP: f32 = 4.0;
const BRACKET: [f32; 3] = [38.0, 22.0, 8.0];
/// Over the bars, between them and the footer, and at their right.
const OVER: f32 = 24.0;
const UNDER: f32 = 28.0;
const RIGHT: f32 = 40.0;
/// The sizes of the years, the least of them, and the gap between two.
const YEARS: [f32; 5] = [TEXT, 36.0, 34.0, 32.0, 30.0];
const LEAST_YEARS: f32 = 28.0;
const YEARS_GAP: f32 = 6.0;
/// The sizes of a value, of the word for its state, and of a batch's number.
const VALUE_SIZE: f32 = 48.0;
const STATE_SIZE: f32 = 36.0;
const NUMBER_SIZE: f32 = 42.0;
/// From the axis to the numbers and the years.
const BELOW: [f32; 2] = [8.0, 58.0];
/// Between the words over two bars.
const WORDS_GAP: f32 = 4.0;
/// The smaller sizes of words that are too long for their slot, and the least of a number.
const SMALLER: [f32; 5] = [36.0, 34.0, 32.0, 30.0, 28.0];
const LEAST_NUMBER: f32 = 26.0;
/// The most height of words over a bar.
const WORDS_HEIGHT: f32 = 200.0;
/// The sizes of a bracket's words, and the most height they take.
const TOGETHER: [f32; 4] = [44.0, 40.0, 36.0, 32.0];
const TOGETHER_HEIGHT: f32 = 60.0;

/// The sizes of an audience's charts.
pub(super) fn measures(pen: &Pen<'_>) -> Measures {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    let radius = pen.px(RADIUS).round() as u8;
    Measures {
        bar: BarMeasures {
            radius,
            edge: pen.px(EDGE).max(measure::RULE),
            hatch: HATCH.map(|size| pen.px(size)),
            dash: [pen.px(DASH[0]), pen.px(DASH[1]), pen.px(DASH[2]).max(1.0)],
            hatching: 0.5,
            covers: false,
        },
        lines: [pen.px(LINES[0]), pen.px(LINES[1]), pen.px(LINES[2]).max(measure::RULE)],
        grid: GRID.map(|size| pen.px(size)),
        numbers: pen.style(tight(TEXT, false)),
        has_zero: true,
        gap: pen.px(GAP),
        bracket: [pen.px(BRACKET[0]), pen.px(BRACKET[1]), pen.px(BRACKET[2]), 0.0],
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
    let top = title_ui(&scene, &cx.say(Say::PersonnelPerBatch)) + OVER;
    let sums = Sums::of(pen, &chart);
    let bottom = pen.height() - sums.height - AXIS - UNDER;
    let plot = Rect::from_min_max(pen.at(SIDE + GUTTER, top), pen.at(pen.width() - RIGHT, bottom));
    let pitch = plot.width() / pen.scale / count(chart.places.len().max(1));
    let widest = |size: f32| {
        let years = chart.places.iter().map(|p| pen.size(&pen.label(&p.years, tight(size, false), cx.colors.dim)).x);
        years.fold(0.0, f32::max)
    };
    // One size for all years.
    let years = YEARS.into_iter().find(|size| widest(*size) <= pitch - YEARS_GAP).unwrap_or(LEAST_YEARS);
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

/// The words of a slot.
fn column<'c>(pen: &Pen<'_>, place: &'c AxisSlot, pitch: f32, years: f32) -> Column<'c> {
    let (cx, colors) = (pen.cx, pen.cx.colors);
    let set =
        |words: &str, size: f32, bold: bool, color: Color32| over(pen, words, pitch - WORDS_GAP, (size, bold), color);
    let mut over = match place.look {
        Look::NotPublished => vec![set(&cx.say(Say::NotPublished), TEXT, false, colors.text)],
        Look::NotApplicable => vec![set("–", VALUE_SIZE, true, colors.text)],
        Look::Reported(_) => vec![set(&place.marked, VALUE_SIZE, true, colors.text)],
        Look::WorkedOut(_) => {
            let state = set(&cx.say(Say::WorkedOutShort), STATE_SIZE, false, colors.dim);
            vec![state, set(&place.marked, VALUE_SIZE, true, colors.text)]
        }
    };
    // From below upwards, with one mark for all.
    let others = other_reports(cx, place);
    let sizes = [&[TEXT][..], &SMALLER].concat();
    let fits = |size: &&f32| {
        others
            .iter()
            .all(|words| pen.size(&pen.label(words, tight(**size, false), colors.accent)).x <= pitch - WORDS_GAP)
    };
    let size = sizes.iter().find(fits).copied().unwrap_or(LEAST_NUMBER);
    over.extend(others.iter().rev().map(|words| set(words, size, false, colors.accent)));
    let other = count(others.len()) + if matches!(place.look, Look::WorkedOut(_)) { 1.0 } else { 0.0 };
    let number =
        pen.label(&place.batch.to_string(), tight(NUMBER_SIZE, true), colors.text).align(Align::Center).into_owned();
    let years = pen.label(&place.years, tight(years, false), colors.dim).align(Align::Center);
    Column {
        inside: None,
        over,
        also: Also::None,
        under: vec![(pen.px(BELOW[0]), number), (pen.px(BELOW[1]), years)],
        free: place.look.value().map(|_| pen.px(VALUE + OTHER * other)),
    }
}

/// Other reports, one below the other: “≠ also”, “about 1,000”, “about 980”.
fn other_reports(cx: &Cx<'_>, place: &AxisSlot) -> Vec<String> {
    let head = (!place.also.is_empty()).then(|| format!("≠ {}", cx.say(Say::Also("")).trim_end()));
    head.into_iter().chain(place.also.iter().cloned()).collect()
}

/// Words over a bar, no wider than its slot: a number stays on its line; others may take two.
fn over(pen: &Pen<'_>, words: &str, area: f32, (size, bold): (f32, bool), color: Color32) -> Label<'static> {
    let sizes = [&[size][..], &SMALLER].concat();
    let is_number = words.chars().any(|c| c.is_ascii_digit());
    let fits = |size: &&f32| pen.size(&pen.label(words, tight(**size, bold), color)).x <= area;
    let label = if is_number {
        pen.label(words, tight(sizes.iter().find(fits).copied().unwrap_or(LEAST_NUMBER), bold), color)
    } else {
        let kind = pen.fitting(words, tight(size, bold), vec2(area, WORDS_HEIGHT), &sizes);
        pen.label(words, kind, color).width(pen.px(area))
    };
    label.align(Align::Center).into_owned()
}

/// The figure over a bracket, with its kind.
fn together(pen: &Pen<'_>, span: &Span, pitch: f32) -> Label<'static> {
    let words = format!("{} {}", span.value, span.words);
    let width = pitch * (count(span.last - span.first) + BAR + 0.8);
    let kind = pen.fitting(&words, tight(TOGETHER[0], true), vec2(width, TOGETHER_HEIGHT), &TOGETHER);
    pen.label(&words, kind, pen.cx.colors.text).width(pen.px(width)).align(Align::Center).into_owned()
}
