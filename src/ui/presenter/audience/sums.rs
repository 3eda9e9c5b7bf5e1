//! What stands under the hall's charts: the key to their bars, the totals beside the sum, and who reported the total.

use egui::{Rect, Stroke, vec2};

use crate::model::{Difference, FigureState, summary};
use crate::state::ChartMode;
use crate::text::{self, Say};
use crate::ui::marks::{self, BarMeasures, Mark, Tone};
use crate::ui::personnel::places::{self, Chart, Look, Sample};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::measure;

use super::SIDE;

/// Between two entries of a line, between two lines, and around the rule over the totals.
const GAP: f32 = 48.0;
const LINE: f32 = 8.0;
/// A sample of the key.
const SAMPLE: [f32; 2] = [46.0, 36.0];

/// An entry: what stands before it, its words, bold or not, soft or not.
type Entry = (Option<Sample>, String, bool, bool);

/// Key and totals, measured.
pub(super) struct Sums {
    key: Vec<Vec<Entry>>,
    totals: Vec<Vec<Entry>>,
    /// Their height.
    pub(super) height: f32,
    line: f32,
}

impl Sums {
    pub(super) fn of(pen: &Pen<'_>, chart: &Chart) -> Self {
        let line = pen.label("8", tight(38.0, false), pen.cx.colors.text);
        let line = pen.size(&line).y.max(44.0) + LINE;
        let is_shown = |(sample, _): &(Sample, Say<'_>)| *sample != Sample::Bar(Look::NotApplicable);
        let entry = |(sample, say)| (Some(sample), pen.cx.say(say), false, false);
        let key = broken(pen, places::key(chart).into_iter().filter(is_shown).map(entry).collect());
        let mut lines = totals(pen);
        if chart.has(|p| p.years.ends_with('*')) {
            lines.push((None, pen.cx.localized(&pen.cx.x().notes.inferred), false, true));
        }
        let totals = broken(pen, lines);
        let rows = crate::ui::personnel::paint::count(key.len() + totals.len());
        let height = rows * line + if totals.is_empty() { 24.0 } else { 28.0 + 36.0 };
        Self { key, totals, height, line }
    }

    /// Draws them with their top at a height.
    pub(super) fn draw(&self, pen: &Pen<'_>, top: f32) {
        let mut y = top;
        for line in &self.key {
            line_ui(pen, line, y, self.line);
            y += self.line;
        }
        if self.totals.is_empty() {
            return;
        }
        y += 12.0;
        let (left, right) = (pen.at(SIDE, 0.0).x, pen.at(pen.width() - SIDE, 0.0).x);
        let stroke = Stroke::new(pen.px(3.0), pen.cx.colors.line);
        pen.ui.painter().hline(left..=right, pen.at(0.0, y).y, stroke);
        y += 16.0;
        for line in &self.totals {
            line_ui(pen, line, y, self.line);
            y += self.line;
        }
    }
}

/// The published total, the sum beside it with the difference in words, and who reported the total.
fn totals(pen: &Pen<'_>) -> Vec<Entry> {
    let cx = pen.cx;
    if cx.state.chart() == ChartMode::Running {
        return vec![(None, cx.say(Say::RunningNote), false, true)];
    }
    let sums = summary(cx.x());
    let Some((total, amount)) = sums.reported else { return Vec::new() };
    let colon = text::colon(cx.lang());
    let words = text::amount(cx.lang(), amount);
    let mut entries =
        vec![(None, format!("{}{colon}{words}", cx.say(Say::TotalReported(cx.x().batches.len()))), true, false)];
    if let FigureState::Reported { sources, .. } = &total.figure.state {
        let source = sources.iter().find_map(|id| cx.x().source(id));
        entries.extend(source.map(|source| (None, text::byline(cx.lang(), source), false, true)));
    }
    if let Some(sum) = sums.full_sum {
        let with = format!("{}{colon}{}", cx.say(Say::WithWorkedOut), text::amount(cx.lang(), sum));
        let difference = sums.difference.filter(|d| *d != Difference::None);
        let resolved = difference.map(|d| cx.say(Say::Difference(d, &words)));
        let resolved = resolved.map_or(with.clone(), |resolved| format!("{with}{}{resolved}", text::comma(cx.lang())));
        entries.push((None, resolved, false, false));
    }
    entries
}

/// Breaks entries into lines.
fn broken(pen: &Pen<'_>, entries: Vec<Entry>) -> Vec<Vec<Entry>> {
    let most = pen.width() - 2.0 * SIDE;
    let mut lines: Vec<Vec<Entry>> = Vec::new();
    let mut x = 0.0;
    for entry in entries {
        let width = width(pen, &entry);
        match lines.last_mut() {
            Some(line) if x + GAP + width <= most => {
                x += GAP + width;
                line.push(entry);
            }
            _ => {
                x = width;
                lines.push(vec![entry]);
            }
        }
    }
    lines
}

fn width(pen: &Pen<'_>, (sample, words, bold, _): &Entry) -> f32 {
    let words = pen.size(&pen.label(words, tight(38.0, *bold), pen.cx.colors.text)).x;
    words + if sample.is_some() { SAMPLE[0] + 16.0 } else { 0.0 }
}

fn line_ui(pen: &Pen<'_>, entries: &[Entry], y: f32, height: f32) {
    let colors = &pen.cx.colors;
    let mut x = SIDE;
    for entry in entries {
        let all = width(pen, entry);
        let (sample, words, bold, soft) = entry;
        let mut left = x;
        if let Some(sample) = sample {
            let area = pen.rect(x, y + (height - LINE - SAMPLE[1]) / 2.0, SAMPLE[0], SAMPLE[1]);
            sample_ui(pen, *sample, area);
            left += SAMPLE[0] + 16.0;
        }
        let color = if *soft { colors.dim } else { colors.text };
        let most = pen.width() - SIDE - left;
        let kind = pen.fitting(words, tight(38.0, *bold), vec2(most, height), &[38.0, 34.0, 30.0, 26.0]);
        let label = pen.label(words, kind, color);
        let drop = (height - LINE - pen.size(&label).y) / 2.0;
        pen.put(label, left, y + drop, most);
        x += all + GAP;
    }
}

fn sample_ui(pen: &Pen<'_>, sample: Sample, area: Rect) {
    match sample {
        Sample::Bar(look) => pen.marks(Tone::default(), bar_marks(pen, area, look)),
        Sample::Differs => {
            let label = pen.label("≠", tight(44.0, true), pen.cx.colors.accent).align(egui::Align::Center);
            label.paint_in(pen.ui, area);
        }
    }
}

/// A bar, or the low slot of what is not published.
pub(super) fn bar_marks(pen: &Pen<'_>, area: Rect, look: Look) -> Vec<Mark> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    let radius = pen.px(5.0).round() as u8;
    let measures = BarMeasures {
        radius,
        edge: pen.px(5.0).max(measure::RULE),
        hatch: [pen.px(3.0), pen.px(16.0), pen.px(2.5)],
        dash: [pen.px(12.0), pen.px(9.0), pen.px(3.5).max(1.0)],
        hatching: 0.5,
        covers: false,
    };
    marks::bar(area, look, &measures).into_iter().map(Into::into).collect()
}
