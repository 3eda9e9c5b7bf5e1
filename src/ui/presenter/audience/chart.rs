//! The personnel for an audience as bars: their words stand on them, since an audience cannot open one.

use egui::{Align, Color32, Rect, pos2, vec2};

use super::column::Fitted;
use super::sums::{self, Sums};
use super::{SIDE, Scene, TEXT, title_ui};
use crate::model::Lang;
use crate::text::Say;
use crate::ui::chart::bar::BarMeasures;
use crate::ui::chart::places::{self, AxisSlot, Chart, Look, Span};
use crate::ui::chart::scale::{self, Bars, count, per_person};
use crate::ui::chart::standing::{Also, Column, Standing, span_height};
use crate::ui::chart::{Item, Measures};
use crate::ui::marks::{Mark, Tone};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::measure;
use crate::ui::typeset::Label;

/// The share of its slot that a bar takes.
const BAR: f32 = 0.74;
/// The length of what is not published.
pub(super) const VOID: f32 = 64.0;
/// The height of the axis under the bars.
const AXIS: f32 = 108.0;
/// The most of the width that the total takes over low bars.
const TOTAL_SHARE: f32 = 0.45;
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
/// Over the bars, and between them and the footer.
const OVER: f32 = 24.0;
const UNDER: f32 = 28.0;
/// The sizes of the years, the least of them, and the gap between two.
const YEARS: [f32; 5] = [TEXT, 36.0, 34.0, 32.0, 30.0];
const LEAST_YEARS: f32 = 28.0;
const YEARS_GAP: f32 = 6.0;
/// The sizes of a value, and of a batch's number.
const VALUE_SIZE: f32 = 50.0;
const NUMBER_SIZE: f32 = 42.0;
/// From the axis to the numbers and the years.
const BELOW: [f32; 2] = [8.0, 58.0];
/// Between the words over two bars.
const WORDS_GAP: f32 = 4.0;
/// The smaller sizes of words that are too long for their slot, and the least of a number.
const SMALLER: [f32; 6] = [TEXT, 36.0, 34.0, 32.0, 30.0, 28.0];
const LEAST_NUMBER: f32 = 26.0;
/// The most height of words over a bar.
const WORDS_HEIGHT: f32 = 200.0;
/// The sizes of a bracket's words, and the most height they take.
const TOGETHER: [f32; 4] = [44.0, 40.0, 36.0, 32.0];
const TOGETHER_HEIGHT: f32 = 84.0;

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
        // Only bars are set back: numbers stay readable.
        let faded = Tone { faded: if stands_out { 0.0 } else { PALE }, ..Tone::default() };
        for mark in marks {
            let tone = if matches!(mark, Mark::Text(_)) { Tone::default() } else { faded };
            pen.marks(tone, [mark]);
        }
        if let Some(target) = target {
            pen.name(target.area, target.name);
        }
    }
}

pub(super) fn bars_ui(scene: Scene<'_>, highlighted: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let chart = places::batches(cx);
    let top = title_ui(&scene, &cx.say(Say::PersonnelPerBatch)) + OVER;
    let over =
        |sums: &Sums| Rect::from_min_max(pos2(SIDE, top), pos2(pen.width() - SIDE, pen.height() - sums.height - UNDER));
    // The total stands over low bars at the left, else under the chart.
    let alone = Sums::of(pen, &chart, false);
    let mut large = Large::of(pen, &chart, over(&alone));
    let sums = if large.total.is_some() { alone } else { Sums::of(pen, &chart, true) };
    if large.total.is_none() {
        large.items = standing(pen, &chart, over(&sums)).items(pen.ui, cx).split_off(1);
    }
    items_ui(pen, highlighted, &chart, large.items);
    if let Some((area, total)) = large.total {
        total.draw(pen, area);
    }
    sums.draw(pen, pen.height() - sums.height);
}

/// Standing bars that are read across a room: every bar carries its number, and there is no grid.
pub struct Large<'c> {
    /// Its parts.
    pub items: Vec<Item<'c>>,
    /// The total and its place in measures, where low bars at the left leave room over them.
    total: Option<(Rect, Fitted)>,
}

impl<'c> Large<'c> {
    /// Lays it out in an area, in measures.
    #[must_use]
    pub fn of(pen: &Pen<'_>, chart: &'c Chart, area: Rect) -> Self {
        let standing = standing(pen, chart, area);
        let fits = |(width, total): &(f32, Fitted)| has_room(pen, &standing, *width, total.height);
        let total = sums::total(pen, area.width() * TOTAL_SHARE).into_iter().find(fits);
        let total = total.map(|(width, total)| (Rect::from_min_size(area.min, vec2(width, total.height)), total));
        // The grid comes first: it is left out.
        Self { items: standing.items(pen.ui, pen.cx).split_off(1), total }
    }

    /// Draws the total.
    pub fn total_ui(self, pen: &Pen<'_>) {
        if let Some((area, total)) = self.total {
            total.draw(pen, area);
        }
    }
}

fn standing<'c>(pen: &Pen<'_>, chart: &'c Chart, area: Rect) -> Standing<'c> {
    let pitch = area.width() / count(chart.places.len().max(1));
    let widest = |short: bool, size: f32| {
        let words =
            chart.places.iter().map(|place| if short { short_years(&place.years) } else { place.years.clone() });
        words.map(|words| pen.size(&latin(pen, &words, size, false, pen.cx.colors.dim)).x).fold(0.0, f32::max)
    };
    // One form and one size for all years.
    let short = widest(false, TEXT) > pitch - YEARS_GAP;
    let years = YEARS.into_iter().find(|size| widest(short, *size) <= pitch - YEARS_GAP).unwrap_or(LEAST_YEARS);
    let plot = Rect::from_min_max(pen.at(area.left(), area.top()), pen.at(area.right(), area.bottom() - AXIS));
    Standing {
        chart,
        columns: (0..chart.places.len()).map(|i| column(pen, chart, i, pitch, (years, short))).collect(),
        spans: chart.spans.iter().map(|span| vec![together(pen, span, pitch)]).collect(),
        measures: measures(pen),
        bars: Bars::standing(plot, (pen.px(pitch), pen.px(pitch * BAR)), pen.px(VOID)),
        void: pen.px(pitch * BAR),
        bottom: plot.bottom() + pen.px(AXIS),
    }
}

/// True where the bars at the left, with their words and brackets, leave room over them for so many measures.
fn has_room(pen: &Pen<'_>, standing: &Standing<'_>, width: f32, height: f32) -> bool {
    let (ui, measures, plot) = (pen.ui, &standing.measures, standing.bars.plot);
    let over = |i: usize| {
        let words = standing.columns.get(i).map_or(0.0, |column| column.height(ui, measures));
        let spans = standing.chart.spans.iter().zip(&standing.spans).filter(|(span, _)| span.covers(i));
        words + spans.map(|(_, labels)| span_height(ui, measures, labels)).fold(0.0, f32::max)
    };
    let per_person = per_person(standing.chart, |i, _| (plot.height() - over(i)).max(1.0));
    let under = standing.chart.places.iter().enumerate().take_while(|(i, _)| {
        let left = standing.bars.middle(*i) - standing.bars.pitch / 2.0;
        left < plot.left() + pen.px(width + OVER)
    });
    let tallest = under.map(|(i, place)| {
        let bar = place.look.value().map_or(standing.bars.void, |value| scale::length(value, per_person));
        // A bracket stands over the tallest of its places.
        let span = standing.chart.spans.iter().find(|span| span.covers(i));
        let places = span.map_or(i..=i, |span| span.first..=span.last);
        bar + places.map(over).fold(0.0, f32::max)
    });
    tallest.fold(0.0, f32::max) + pen.px(height + OVER) <= plot.height()
}

/// Years with two digits at the end: 1998–01.
fn short_years(years: &str) -> String {
    match years.split_once('–') {
        Some((from, to)) if to.chars().take_while(char::is_ascii_digit).count() == 4 => {
            format!("{from}–{}", to.chars().skip(2).collect::<String>())
        }
        _ => years.to_owned(),
    }
}

/// The words of a slot.
fn column<'c>(pen: &Pen<'_>, chart: &'c Chart, i: usize, pitch: f32, (years, short): (f32, bool)) -> Column<'c> {
    let place = &chart.places[i];
    let (cx, colors) = (pen.cx, pen.cx.colors);
    let number = |words: &str| {
        let fits = |size: &f32| pen.size(&latin(pen, words, *size, true, colors.text)).x <= pitch - WORDS_GAP;
        let size = [VALUE_SIZE].into_iter().chain(SMALLER).find(fits).unwrap_or(LEAST_NUMBER);
        latin(pen, words, size, true, colors.text)
    };
    let not_published = cx.say(Say::NotPublished);
    let mut above = match place.look {
        Look::NotPublished => match shared(chart, i) {
            // Once for all places under a bracket.
            Some(middle) if middle == i => {
                vec![pen.label(&not_published, tight(TEXT, false), colors.text).align(Align::Center).into_owned()]
            }
            Some(_) => Vec::new(),
            None => vec![over(pen, &not_published, pitch - WORDS_GAP, colors.text)],
        },
        Look::NotApplicable => vec![number("–")],
        Look::Reported(_) | Look::WorkedOut(_) => vec![number(&place.marked)],
    };
    above.extend(others(pen, place, pitch - WORDS_GAP));
    let worked_out = matches!(place.look, Look::WorkedOut(_)).then(|| cx.say(Say::WorkedOutShort));
    let batch = latin(pen, &place.batch.to_string(), NUMBER_SIZE, true, colors.text);
    let words = if short { short_years(&place.years) } else { place.years.clone() };
    let years = latin(pen, &words, years, false, colors.dim);
    Column {
        inside: worked_out.map(|words| over(pen, &words, pitch * BAR - WORDS_GAP, colors.text)),
        over: above,
        also: Also::None,
        under: vec![(pen.px(BELOW[0]), batch), (pen.px(BELOW[1]), years)],
        free: None,
    }
}

/// Other reports, one below the other: from below upwards, with one mark for all of them.
fn others(pen: &Pen<'_>, place: &AxisSlot, width: f32) -> Vec<Label<'static>> {
    let cx = pen.cx;
    if place.also.is_empty() {
        return Vec::new();
    }
    let line = |words: &str| {
        let lang = if is_number(words) { Lang::En } else { cx.lang() };
        let label = pen.label_in(lang, words, tight(TEXT, false), cx.colors.dim);
        label.width(pen.px(width)).align(Align::Center).into_owned()
    };
    let separator = places::separator(cx).trim_end();
    let listed = places::listed(cx, &place.also);
    let is_short = is_number(&listed) && pen.size(&line(&listed)).y < 1.5 * pen.size(&line("8")).y;
    let reports = if is_short { std::slice::from_ref(&listed) } else { &place.also };
    let last = reports.len() - 1;
    let lines = reports.iter().enumerate().rev();
    let mut lines: Vec<Label<'static>> =
        lines.map(|(i, words)| line(&if i == last { words.clone() } else { format!("{words}{separator}") })).collect();
    lines.push(line(&format!("≠ {}", cx.say(Say::Also("")).trim_end())));
    lines
}

/// True for words without letters, which are set as Latin digits: they need no room for letters over and under the line.
fn is_number(words: &str) -> bool {
    !words.chars().any(char::is_alphabetic)
}

/// The place in the middle of a bracket over places that are all not published; `None` where there is none.
fn shared(chart: &Chart, i: usize) -> Option<usize> {
    let span = chart.spans.iter().find(|span| span.covers(i))?;
    let places = span.first..=span.last;
    let is_alike = chart.places.get(places)?.iter().all(places::AxisSlot::is_bare);
    let steps = span.last - span.first;
    (is_alike && steps > 0 && steps.is_multiple_of(2)).then_some(span.first + steps / 2)
}

/// Words over a bar, no wider than its slot.
fn over(pen: &Pen<'_>, words: &str, width: f32, color: Color32) -> Label<'static> {
    let kind = pen.fitting(words, tight(TEXT, false), vec2(width, WORDS_HEIGHT), &SMALLER);
    pen.label(words, kind, color).width(pen.px(width)).align(Align::Center).into_owned()
}

/// Digits in the middle of a slot.
fn latin(pen: &Pen<'_>, words: &str, size: f32, bold: bool, color: Color32) -> Label<'static> {
    pen.label_in(Lang::En, words, tight(size, bold), color).align(Align::Center).into_owned()
}

/// The figure over a bracket, with its kind.
fn together(pen: &Pen<'_>, span: &Span, pitch: f32) -> Label<'static> {
    let words = format!("{} {}", span.value, span.words);
    let width = pitch * (count(span.last - span.first) + BAR + 0.8);
    let kind = pen.fitting(&words, tight(TOGETHER[0], true), vec2(width, TOGETHER_HEIGHT), &TOGETHER);
    pen.label(&words, kind, pen.cx.colors.text).width(pen.px(width)).align(Align::Center).into_owned()
}
