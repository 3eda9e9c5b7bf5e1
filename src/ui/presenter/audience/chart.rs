//! The personnel for the hall as standing bars: what is said of them stands on them, since nobody there can touch one.

use egui::{Align, Color32, Rect, pos2, vec2};

use super::sums::{Sums, bar_marks};
use super::{SIDE, Scene, title_ui};
use crate::text::{self, Say};
use crate::ui::marks::{Line, Mark, Shape, Text, Tone};
use crate::ui::personnel::paint;
use crate::ui::personnel::places::{self, AxisSlot, Chart, Look, Span};
use crate::ui::personnel::scale::{Bars, per_person};
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
/// The area of the axis' numbers, and about how far they stand apart.
const GUTTER: f32 = 130.0;
const GRID_PITCH: f32 = 110.0;
/// A bracket's ends.
const BRACKET_END: f32 = 22.0;
/// How much of the ground lies over what does not stand out.
const PALE: f32 = 0.68;

/// How a place stands out: it is set back where others are highlighted.
pub(super) fn tone(highlighted: &[u32], batch: u32) -> Tone {
    let stands_out = highlighted.is_empty() || highlighted.contains(&batch);
    Tone { faded: if stands_out { 0.0 } else { PALE }, ..Tone::default() }
}

pub(super) fn bars_ui(scene: Scene<'_>, highlighted: &[u32]) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let chart = places::batches(cx);
    let top = title_ui(&scene, &cx.say(Say::PersonnelPerBatch)) + 24.0;
    let sums = Sums::of(pen, &chart);
    let bottom = pen.height() - sums.height - AXIS - 28.0;
    let plot = Rect::from_min_max(pos2(SIDE + GUTTER, top), pos2(pen.width() - 40.0, bottom));
    let pitch = plot.width() / paint::count(chart.places.len().max(1));
    let per_person = per_person(&chart, |_, place| (plot.height() - stack(place)).max(1.0));
    let bars = Bars { plot, lie: false, pitch, thick: pitch * BAR, void: VOID, per_person, points: pen.scale };
    let widest = |size: f32| {
        let years = chart.places.iter().map(|p| pen.size(&pen.label(&p.years, tight(size, false), cx.colors.dim)).x);
        years.fold(0.0, f32::max)
    };
    // The same size for all.
    let years = [38.0, 36.0, 34.0, 32.0, 30.0].into_iter().find(|size| widest(*size) <= pitch - 6.0).unwrap_or(28.0);
    pen.marks(Tone::default(), grid(pen, &bars, &chart));
    for (i, place) in chart.places.iter().enumerate() {
        let (bar, marks) = column(pen, &bars, i, place, years);
        pen.marks(tone(highlighted, place.batch), marks);
        pen.name(bar, &place.name);
    }
    for span in &chart.spans {
        let batch = chart.places.get(span.first).map_or(0, |place| place.batch);
        pen.marks(tone(highlighted, batch), bracket(pen, &bars, span));
        pen.name(pen.rect(plot.left(), plot.top(), 2.0, 2.0), &span.name);
    }
    let line = Line::new(pen.px(3.0), cx.colors.text);
    pen.marks(Tone::default(), [Shape::segment(pen.at(plot.left(), bottom), pen.at(plot.right(), bottom), line)]);
    sums.draw(pen, pen.height() - sums.height);
}

/// The height of what stands over a bar.
fn stack(place: &AxisSlot) -> f32 {
    let worked_out = matches!(place.look, Look::WorkedOut(_));
    VALUE + OTHER * paint::count(place.also_marked.len()) + if worked_out { OTHER } else { 0.0 }
}

fn grid(pen: &Pen<'_>, bars: &Bars, chart: &Chart) -> Vec<Mark> {
    let plot = bars.plot;
    let line = Line::new(pen.px(2.0), pen.cx.colors.line);
    let mut marks = Vec::new();
    for value in paint::grid(chart.highest(), plot.height(), GRID_PITCH).into_iter().chain([0.0]) {
        #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
        let y = plot.bottom() - (value * bars.per_person) as f32;
        marks.push(Shape::segment(pen.at(plot.left(), y), pen.at(plot.right(), y), line).into());
        let words = text::number(value);
        let label = pen.label(&words, tight(38.0, false), pen.cx.colors.dim).align(Align::Max);
        marks.push(Text::new(&label, pen.at(plot.left() - 20.0, y - 24.0)).into());
    }
    marks
}

/// A bar with all that stands over it and under it.
fn column(pen: &Pen<'_>, bars: &Bars, i: usize, place: &AxisSlot, years: f32) -> (Rect, Vec<Mark>) {
    let (cx, colors) = (pen.cx, pen.cx.colors);
    let (middle, base) = (bars.middle(i), bars.plot.bottom());
    let (corner, size) = bars.bar(middle, place.look);
    let bar = pen.rect(corner.x, corner.y, size.x, size.y);
    let mut marks = bar_marks(pen, bar, place.look);
    let mut y = corner.y - 4.0;
    let mut over = |words: &str, size: f32, bold: bool, color: Color32| {
        let area = bars.pitch - 4.0;
        // A number stays on its line; words may take two.
        let is_number = words.chars().any(|c| c.is_ascii_digit());
        let fits = |size: &&f32| pen.size(&pen.label(words, tight(**size, bold), color)).x <= area;
        let sizes = [size, 36.0, 34.0, 32.0, 30.0, 28.0];
        let kind = if is_number {
            tight(sizes.iter().find(fits).copied().unwrap_or(26.0), bold)
        } else {
            pen.fitting(words, tight(size, bold), vec2(area, 200.0), &sizes)
        };
        let label = pen.label(words, kind, color);
        let label = if is_number { label } else { label.width(pen.px(area)) };
        y -= pen.size(&label).y;
        marks.push(Text::new(&label.align(Align::Center), pen.at(middle, y)).into());
    };
    match place.look {
        Look::NotPublished => over(&cx.say(Say::NotPublished), 38.0, false, colors.text),
        Look::NotApplicable => over("–", 48.0, true, colors.text),
        Look::Reported(_) => over(&place.marked, 48.0, true, colors.text),
        Look::WorkedOut(_) => {
            over(&cx.say(Say::WorkedOutShort), 36.0, false, colors.dim);
            over(&place.marked, 48.0, true, colors.text);
        }
    }
    for words in &place.also_marked {
        over(&format!("≠ {words}"), 38.0, false, colors.accent);
    }
    let number = place.batch.to_string();
    let number = pen.label(&number, tight(42.0, true), colors.text).align(Align::Center);
    let years = pen.label(&place.years, tight(years, false), colors.dim).align(Align::Center);
    marks.push(Text::new(&number, pen.at(middle, base + 8.0)).into());
    marks.push(Text::new(&years, pen.at(middle, base + 58.0)).into());
    (bar, marks)
}

/// The bracket over several places, with the figure that they have together.
fn bracket(pen: &Pen<'_>, bars: &Bars, span: &Span) -> Vec<Mark> {
    let colors = &pen.cx.colors;
    let words_of_void = pen.cx.say(Say::NotPublished);
    let label = pen.label(&words_of_void, tight(38.0, false), colors.text).width(pen.px(bars.pitch - 4.0));
    let y = bars.plot.bottom() - VOID - pen.size(&label).y - 42.0;
    let line = bars.bracket([span.first, span.last].map(|place| bars.middle(place)), y, BRACKET_END);
    let (left, right) = (line[0].x, line[3].x);
    let words = format!("{} {}", span.value, span.words);
    let width = right - left + bars.pitch * 0.8;
    let kind = pen.fitting(&words, tight(44.0, true), vec2(width, 60.0), &[44.0, 40.0, 36.0, 32.0]);
    let label = pen.label(&words, kind, colors.text).width(pen.px(width)).align(Align::Center);
    let size = pen.size(&label);
    let middle = f32::midpoint(left, right);
    let rect = pen.rect(middle - size.x / 2.0 - 4.0, y - size.y - 6.0, size.x + 8.0, size.y);
    let stroke = Line::new(pen.px(3.0).max(measure::RULE), colors.text);
    vec![
        pen.line_through(line, stroke).into(),
        Shape::Rect { rect, radius: 0, fill: colors.bg }.into(),
        Text::new(&label, pen.at(middle, y - size.y - 8.0)).into(),
    ]
}
