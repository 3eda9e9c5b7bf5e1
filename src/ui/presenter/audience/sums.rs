//! The footer of an audience's charts: the key to their bars, the totals beside the sum, and who reported the total.

use egui::{Rect, Vec2, vec2};

use super::chart::measures;
use super::column::{Column, Fitted, STEPS};
use super::poster::{block, dim};
use super::{SIDE, TEXT};
use crate::model::{Difference, summary};
use crate::state::ChartMode;
use crate::text::{self, Say};
use crate::ui::chart::bar::bar;
use crate::ui::chart::places::{self, Chart, Look, Sample};
use crate::ui::chart::{in_lines, totals};
use crate::ui::marks::{Line, Shape, Tone};
use crate::ui::presenter::pen::{LINE_SLACK, Pen, tight};

/// Between two entries of a line, and between two lines.
const GAP: f32 = 48.0;
const LINE: f32 = 8.0;
/// The least height of a line of text.
const LEAST_LINE: f32 = 44.0;
/// Over and under the rule between key and totals, and its width.
const RULE: [f32; 2] = [12.0, 16.0];
const RULE_WIDTH: f32 = 3.0;
/// Around the key alone, and under the totals.
const AROUND_KEY: f32 = 24.0;
const UNDER_TOTALS: f32 = 36.0;
/// The sizes of an entry: smaller ones only where it is too long.
const SIZES: [f32; 4] = [TEXT, 34.0, 30.0, 26.0];
/// The sizes of the total over low bars.
const TOTAL: [f32; STEPS] = [112.0, 96.0, 80.0, 66.0];
/// The size of the mark ≠ in the key.
const MARK: f32 = 44.0;
/// The size of a sample in the key, and the indent of the words after it.
const SAMPLE: [f32; 2] = [46.0, 36.0];
const INDENT: f32 = SAMPLE[0] + 16.0;

/// A sample of the key with its words, or a total.
struct Entry {
    sample: Option<Sample>,
    words: String,
    bold: bool,
    dim: bool,
}

/// Key and totals with their places.
pub(super) struct Sums {
    key: Vec<(Entry, Vec2)>,
    totals: Vec<(Entry, Vec2)>,
    key_height: f32,
    /// The height of both.
    pub(super) height: f32,
    line: f32,
}

impl Sums {
    pub(super) fn of(pen: &Pen<'_>, chart: &Chart, shown: Shown) -> Self {
        let cx = pen.cx;
        let line = pen.size(&pen.label("8", tight(TEXT, false), cx.colors.text)).y.max(LEAST_LINE) + LINE;
        let is_shown = |(sample, _): &(Sample, Say<'_>)| *sample != Sample::Bar(Look::NotApplicable);
        let sample = |(sample, say)| Entry { sample: Some(sample), words: cx.say(say), bold: false, dim: false };
        let mut totals = totals(pen, shown);
        if chart.has(|p| p.years.ends_with('*')) {
            totals.push(Entry { sample: None, words: cx.localized(&cx.x().notes.inferred), bold: false, dim: true });
        }
        let set = |entries: Vec<Entry>| {
            let (places, height) =
                in_lines(entries.iter().map(|entry| width(pen, entry)), GAP, (line, pen.width() - 2.0 * SIDE));
            (entries.into_iter().zip(places).collect::<Vec<_>>(), height)
        };
        let (key, key_height) =
            set(places::key(chart).into_iter().filter(is_shown).filter(|_| shown.key).map(sample).collect());
        let (totals, height) = set(totals);
        let around = match (key.is_empty(), totals.is_empty()) {
            (true, true) => 0.0,
            (false, true) => AROUND_KEY,
            (_, false) => RULE[0] + RULE[1] + UNDER_TOTALS,
        };
        Self { key, totals, key_height, height: key_height + height + around, line }
    }

    /// Draws them with their top at a height.
    pub(super) fn draw(&self, pen: &Pen<'_>, top: f32) {
        for (entry, at) in &self.key {
            entry_ui(pen, entry, at.x + SIDE, top + at.y, self.line);
        }
        if self.totals.is_empty() {
            return;
        }
        let y = top + self.key_height + RULE[0];
        let line = Line::new(pen.px(RULE_WIDTH), pen.cx.colors.line);
        pen.marks(
            Tone::default(),
            [Shape::rule(pen.at(SIDE, y).x, pen.at(pen.width() - SIDE, y).x, pen.at(0.0, y).y, line)],
        );
        for (entry, at) in &self.totals {
            entry_ui(pen, entry, at.x + SIDE, y + RULE[1] + at.y, self.line);
        }
    }
}

/// The published total with who reported it, large, and its width: in as few lines as it can, then narrower. Nothing where
/// there is none.
pub(super) fn total(pen: &Pen<'_>, most: f32) -> Vec<(f32, Fitted)> {
    let cx = pen.cx;
    let [total, ..] = totals::in_words(cx);
    let Some(words) = total.words.filter(|_| total.subject.is_some()).map(|words| text::unbroken(&words)) else {
        return Vec::new();
    };
    let byline = totals::source(cx).map(|source| text::byline(cx.lang(), source)).unwrap_or_default();
    let mut column = Column::default();
    column.add(dim(cx, &total.header, [TEXT; STEPS], 0.0));
    column.add(block(cx, (cx.lang(), &words), TOTAL, true, 0.0));
    column.add(dim(cx, &byline, [TEXT; STEPS], 0.0));
    let wide = |words: &str, size: f32, bold| pen.size(&pen.label(words, tight(size, bold), cx.colors.text)).x;
    let number = wide(&words, TOTAL[0], true);
    let all = number.max(wide(&total.header, TEXT, false)).max(wide(&byline, TEXT, false)) + LINE_SLACK;
    let widths = [all, number + LINE_SLACK].into_iter().filter(|width| *width <= most);
    widths.filter_map(|width| Some((width, column.fit(pen, vec2(width, f32::INFINITY), STEPS - 1)?))).collect()
}

/// What of the footer is shown.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    /// The key to the bars.
    pub(super) key: bool,
    /// The published total.
    pub(super) total: bool,
}

/// The published total, the sum beside it with the difference in words, and who reported the total.
fn totals(pen: &Pen<'_>, shown: Shown) -> Vec<Entry> {
    let cx = pen.cx;
    let entry = |words, bold, dim| Entry { sample: None, words, bold, dim };
    if cx.state.chart() == ChartMode::Running {
        return vec![entry(cx.say(Say::RunningNote), false, true)];
    }
    let [total, _, sum, difference] = totals::in_words(cx);
    if total.subject.is_none() {
        return Vec::new();
    }
    let together = |total_text: totals::TotalText| {
        Some(format!("{}{}{}", total_text.header, text::colon(cx.lang()), total_text.words?))
    };
    let is_equal = summary(cx.x()).difference == Some(Difference::None);
    let difference = difference.words.filter(|_| !is_equal);
    let sum = together(sum).map(|sum| match difference {
        Some(difference) => format!("{sum}{}{difference}", text::comma(cx.lang())),
        None => sum,
    });
    let byline = totals::source(cx).map(|source| text::byline(cx.lang(), source));
    let entries = [(together(total), true, false), (byline, false, true), (sum, false, false)];
    entries
        .into_iter()
        .skip(if shown.total { 0 } else { 2 })
        .filter_map(|(words, bold, dim)| Some(entry(words?, bold, dim)))
        .collect()
}

fn width(pen: &Pen<'_>, entry: &Entry) -> f32 {
    let words = pen.size(&pen.label(&entry.words, tight(TEXT, entry.bold), pen.cx.colors.text)).x;
    words + if entry.sample.is_some() { INDENT } else { 0.0 }
}

fn entry_ui(pen: &Pen<'_>, entry: &Entry, x: f32, y: f32, line: f32) {
    let colors = &pen.cx.colors;
    let mut left = x;
    if let Some(sample) = entry.sample {
        sample_ui(pen, sample, pen.rect(x, y + (line - LINE - SAMPLE[1]) / 2.0, SAMPLE[0], SAMPLE[1]));
        left += INDENT;
    }
    let color = if entry.dim { colors.dim } else { colors.text };
    let most = pen.width() - SIDE - left;
    let kind = pen.fitting(&entry.words, tight(TEXT, entry.bold), vec2(most, line), &SIZES);
    let label = pen.label(&entry.words, kind, color);
    let drop = (line - LINE - pen.size(&label).y) / 2.0;
    pen.put(label, left, y + drop, most);
}

fn sample_ui(pen: &Pen<'_>, sample: Sample, area: Rect) {
    match sample {
        Sample::Bar(look) => pen.marks(Tone::default(), bar(area, look, &measures(pen).bar)),
        Sample::Differs => {
            let label = pen.label("≠", tight(MARK, true), pen.cx.colors.accent).align(egui::Align::Center);
            label.paint_in(pen.ui, area);
        }
    }
}
