//! The footer of an audience's charts: the totals beside the sum, and who reported the total. A key is not needed: every bar
//! says what it is.

use egui::{Vec2, vec2};

use super::column::{Column, Fitted, STEPS};
use super::poster::{block, dim};
use super::{SIDE, TEXT};
use crate::model::{Difference, summary};
use crate::state::ChartMode;
use crate::text::{self, Say};
use crate::ui::chart::places::Chart;
use crate::ui::chart::totals;
use crate::ui::marks::{Line, Shape, Tone};
use crate::ui::presenter::pen::{LINE_SLACK, Pen, tight};
use crate::ui::typeset::Label;

/// Between two entries of a line, and between two lines.
const GAP: f32 = 48.0;
const LINE: f32 = 4.0;
/// The width of the rule over the totals, and the gaps under it and under them.
const RULE_WIDTH: f32 = 3.0;
const UNDER_RULE: f32 = 14.0;
const UNDER_TOTALS: f32 = 30.0;
/// The sizes of the total over low bars.
const TOTAL: [f32; STEPS] = [112.0, 96.0, 80.0, 66.0];

/// A total, or a note.
struct Entry {
    words: String,
    bold: bool,
    dim: bool,
}

/// Totals and notes with their places.
pub(super) struct Sums {
    entries: Vec<(Entry, Vec2)>,
    /// The height of all of them.
    pub(super) height: f32,
}

impl Sums {
    /// The totals, with the published one or without.
    pub(super) fn of(pen: &Pen<'_>, chart: &Chart, has_total: bool) -> Self {
        let cx = pen.cx;
        let mut totals = totals(pen, has_total);
        if chart.has(|p| p.years.ends_with('*')) {
            totals.push(Entry { words: cx.localized(&cx.x().notes.inferred), bold: false, dim: true });
        }
        let most = pen.width() - 2.0 * SIDE;
        let (mut at, mut bottom) = (Vec2::ZERO, 0.0_f32);
        let mut entries = Vec::new();
        for entry in totals {
            let alone = pen.size(&label(pen, &entry)).x;
            let height = pen.size(&label(pen, &entry).width(pen.px(most))).y;
            if at.x > 0.0 && at.x + alone > most {
                at = vec2(0.0, bottom + LINE);
            }
            entries.push((entry, at));
            at.x += alone + GAP;
            bottom = bottom.max(at.y + height);
        }
        let around = if entries.is_empty() { 0.0 } else { UNDER_RULE + UNDER_TOTALS };
        Self { entries, height: bottom + around }
    }

    /// Draws them under a rule with its top at a height.
    pub(super) fn draw(&self, pen: &Pen<'_>, top: f32) {
        if self.entries.is_empty() {
            return;
        }
        let line = Line::new(pen.px(RULE_WIDTH), pen.cx.colors.line);
        let [left, right] = [SIDE, pen.width() - SIDE].map(|x| pen.at(x, 0.0).x);
        pen.marks(Tone::default(), [Shape::rule(left, right, pen.at(0.0, top).y, line)]);
        for (entry, at) in &self.entries {
            pen.put(
                label(pen, entry),
                SIDE + at.x,
                top + UNDER_RULE + at.y,
                pen.width() - 2.0 * SIDE - at.x + LINE_SLACK,
            );
        }
    }
}

fn label<'e>(pen: &Pen<'_>, entry: &'e Entry) -> Label<'e> {
    let colors = &pen.cx.colors;
    pen.label(&entry.words, tight(TEXT, entry.bold), if entry.dim { colors.dim } else { colors.text })
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

/// The published total, the sum beside it with the difference in words, and who reported the total.
fn totals(pen: &Pen<'_>, has_total: bool) -> Vec<Entry> {
    let cx = pen.cx;
    let entry = |words, bold, dim| Entry { words, bold, dim };
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
        .skip(if has_total { 0 } else { 2 })
        .filter_map(|(words, bold, dim)| Some(entry(words?, bold, dim)))
        .collect()
}
