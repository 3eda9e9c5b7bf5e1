//! The personnel for the hall as lying bars: for narrow screens, and for the totals, which need words beside them.

use egui::{Align, Rect, pos2, vec2};

use super::chart::tone;
use super::sums::{Sums, bar_marks};
use super::{SIDE, Scene, title_ui};
use crate::state::ChartMode;
use crate::text::Say;
use crate::ui::marks::{Line, Mark, Shape, Text, Tone};
use crate::ui::personnel::paint;
use crate::ui::personnel::places::{self, AxisSlot, Look, Span};
use crate::ui::personnel::scale::{Bars, per_person};
use crate::ui::presenter::pen::{Pen, tight};
use crate::ui::theme::measure;

/// The highest row.
const MOST: f32 = 84.0;
/// The share of its row that a bar takes.
const BAR: f32 = 0.62;
/// The length of what is not published.
const VOID: f32 = 64.0;
/// Between a bar and its words, and between these.
const GAP: f32 = 20.0;
/// A bracket's ends.
const BRACKET_END: f32 = 20.0;

pub(super) fn rows_ui(scene: Scene<'_>, highlighted: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let running = cx.state.chart() == ChartMode::Running;
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
    let per_person = per_person(&chart, |_, place| (plot.width() - beside(pen, place, size)).max(40.0));
    let bars = Bars { plot, lie: true, pitch, thick: pitch * BAR, void: VOID, per_person, points: pen.scale };
    for (i, place) in chart.places.iter().enumerate() {
        let (bar, marks) = row(pen, &bars, size, i, place);
        pen.marks(tone(highlighted, place.batch), marks);
        pen.name(bar, &place.name);
    }
    for span in &chart.spans {
        let covered = chart.places.iter().skip(span.first).take(span.last - span.first + 1);
        let reach = covered.map(|place| beside(pen, place, size)).fold(0.0, f32::max);
        let batch = chart.places.get(span.first).map_or(0, |place| place.batch);
        bracket_ui(pen, &bars, span, plot.left() + VOID + reach + 30.0, tone(highlighted, batch));
    }
    let line = Line::new(pen.px(3.0), cx.colors.text);
    let axis = Shape::segment(pen.at(plot.left(), plot.top()), pen.at(plot.left(), plot.bottom()), line);
    pen.marks(Tone::default(), [axis]);
    sums.draw(pen, pen.height() - sums.height);
}

/// What stands after a bar: its words, bold or not, other reports or not.
fn words(pen: &Pen<'_>, place: &AxisSlot) -> Vec<(String, bool, bool)> {
    let cx = pen.cx;
    let mut parts = match place.look {
        Look::NotPublished => vec![(cx.say(Say::NotPublished), false, false)],
        Look::NotApplicable => vec![("–".to_owned(), true, false)],
        Look::Reported(_) => vec![(place.value.clone(), true, false)],
        Look::WorkedOut(_) => vec![(place.value.clone(), true, false), (cx.say(Say::WorkedOutShort), false, false)],
    };
    parts.extend(place.also_marked.iter().map(|other| (format!("≠ {other}"), false, true)));
    if !place.under.is_empty() {
        parts.push((place.under.clone(), false, false));
    }
    parts
}

fn beside(pen: &Pen<'_>, place: &AxisSlot, size: f32) -> f32 {
    let width = |(words, bold, _): &(String, bool, bool)| {
        pen.size(&pen.label(words, tight(size, *bold), pen.cx.colors.text)).x + GAP
    };
    words(pen, place).iter().map(width).sum::<f32>() + 8.0
}

/// A bar with its number and years before it, and its words after it.
fn row(pen: &Pen<'_>, bars: &Bars, size: f32, i: usize, place: &AxisSlot) -> (Rect, Vec<Mark>) {
    let colors = &pen.cx.colors;
    let middle = bars.middle(i);
    let set = |words: &str, bold: bool, color, align: Align, x: f32| {
        let label = pen.label(words, tight(size, bold), color).align(align);
        let size = pen.size(&label);
        (Mark::from(Text::new(&label, pen.at(x, middle - size.y / 2.0))), size.x)
    };
    let (number, _) = set(&place.batch.to_string(), true, colors.text, Align::Min, SIDE);
    let (years, _) = set(&place.years, false, colors.dim, Align::Max, bars.plot.left() - 24.0);
    let (corner, length) = bars.bar(middle, place.look);
    let bar = pen.rect(corner.x, corner.y, length.x, length.y);
    let mut marks = vec![number, years];
    marks.extend(bar_marks(pen, bar, place.look));
    let mut x = corner.x + length.x + GAP;
    for (words, bold, differs) in words(pen, place) {
        let color = if differs { colors.accent } else { colors.text };
        let (mark, width) = set(&words, bold, color, Align::Min, x);
        marks.push(mark);
        x += width + GAP;
    }
    (bar, marks)
}

/// The bracket beside what is known only together.
fn bracket_ui(pen: &Pen<'_>, bars: &Bars, span: &Span, x: f32, tone: Tone) {
    let line = bars.bracket([span.first, span.last].map(|place| bars.middle(place)), x, BRACKET_END);
    let (top, bottom) = (line[0].y, line[3].y);
    let words = format!("{} {}", span.value, span.words);
    let width = bars.plot.right() - x - 20.0;
    let kind = pen.fitting(&words, tight(44.0, true), vec2(width, bottom - top), &[44.0, 40.0, 36.0, 30.0]);
    let label = pen.label(&words, kind, pen.cx.colors.text).width(pen.px(width));
    let height = pen.size(&label).y;
    let stroke = Line::new(pen.px(3.0).max(measure::RULE), pen.cx.colors.text);
    let line = pen.line_through(line, stroke);
    let words = Text::new(&label, pen.at(x + 20.0, f32::midpoint(top, bottom) - height / 2.0));
    pen.marks(tone, [Mark::from(line), words.into()]);
    pen.name(pen.rect(x, top, 2.0, bottom - top), &span.name);
}
