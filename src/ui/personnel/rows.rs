//! The chart as lying bars, for windows that are higher than wide and for charts of many batches: one row for each batch.

mod laid;

use std::sync::Arc;

use egui::{Align, Id, Pos2, Rect, Ui, UiBuilder, pos2, vec2};

use super::paint::{self, Item, Target};
use super::places::{AxisSlot, Chart, Look, Span};
use super::scale::Bars;
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::marks::{self, Line, Mark, Paint, Shape, Text, Tone};
use crate::ui::theme::{Role, measure};
use laid::{GUTTER, Laid, Row};

/// The largest height of a row.
const MOST_PITCH: f32 = 104.0;
/// Between a bar and its value.
const BESIDE: f32 = 14.0;
/// From the reach of what it binds to a bracket's words.
const BRACKET: f32 = 40.0;
/// A bracket's ends.
const BRACKET_END: f32 = 14.0;
/// About how far grid lines stand apart.
const GRID_PITCH: f32 = 150.0;
/// Between two numbers of the axis.
const BETWEEN_NUMBERS: f32 = 12.0;

/// Where everything stands.
struct Geometry {
    laid: Arc<Laid>,
    bars: Bars,
}

impl Geometry {
    fn new(ui: &Ui, cx: &Cx<'_>, area: Rect, chart: &Chart) -> Self {
        let laid = Laid::of(ui, cx, chart, area.width());
        let rows = paint::count(laid.items.len().max(1));
        let pitch = ((area.height() - axis_height(cx)) / rows).clamp(1.0, MOST_PITCH.max(laid.least));
        let left = area.left() + laid.names + GUTTER;
        let plot = Rect::from_min_size(pos2(left, area.top()), vec2((area.right() - left).max(1.0), pitch * rows));
        let (void, per_person) = (laid.void, laid.per_person);
        let thick = pitch.min(MOST_PITCH) * paint::BAR_SHARE;
        Self { laid, bars: Bars { plot, lie: true, pitch, thick, void, per_person, points: 1.0 } }
    }

    fn bar(&self, at: usize, look: Look) -> Rect {
        let (min, size) = self.bars.bar(self.row(at).center().y, look);
        Rect::from_min_size(min, size)
    }

    fn row(&self, at: usize) -> Rect {
        let top = self.bars.plot.top() + paint::count(at) * self.bars.pitch;
        Rect::from_min_size(pos2(self.bars.plot.left(), top), vec2(self.bars.plot.width(), self.bars.pitch))
    }
}

/// The chart, laid out from the back to the front.
pub struct Rows<'c> {
    /// What scrolls, and is cut at the axis.
    pub items: Vec<Item<'c>>,
    /// The height of the axis, which stays in sight where the chart scrolls.
    pub axis: f32,
    /// Its numbers.
    pub numbers: Vec<Mark>,
}

/// Lays out the chart in an area of which this is seen: rows that are not have no marks.
pub fn layout<'c>(ui: &Ui, cx: &Cx<'_>, area: Rect, seen: Rect, chart: &'c Chart) -> Rows<'c> {
    let geometry = Geometry::new(ui, cx, area, chart);
    let plot = geometry.bars.plot;
    let axis = plot.bottom().min((seen.bottom() - axis_height(cx)).max(plot.top()));
    let seen = seen.intersect(seen.with_max_y(axis));
    let numbers = grid(&geometry, chart.highest());
    let line = Line::new(measure::RULE, cx.colors.line);
    let upright = |x: f32| [pos2(x, plot.top()), pos2(x, plot.bottom())];
    let mut items = vec![Item::still([Shape::Segments(numbers.iter().map(|(x, _)| upright(*x)).collect(), line)])];
    for (at, item) in geometry.laid.items.iter().enumerate() {
        let row = geometry.row(at);
        match *item {
            Row::AxisSlot(i) => {
                let spans = geometry.laid.brackets.iter().map(|&span| &chart.spans[span]);
                items.extend(spans.clone().filter(|span| span.first == i).map(|s| bracket(ui, cx, &geometry, seen, s)));
                let is_bound = spans.into_iter().any(|span| (span.first..=span.last).contains(&i));
                let right = if is_bound { row.left() + geometry.laid.void_reach + BESIDE } else { area.right() };
                let area = Rect::from_min_max(pos2(area.left(), row.top()), pos2(right, row.bottom()));
                let place = &chart.places[i];
                let id = Id::unique(("place", cx.state.chart(), i));
                let target = Some(Target { area, id, subject: place.subject.as_ref(), name: &place.name });
                let is_seen = seen.intersects(area);
                let marks = if is_seen { place_marks(ui, cx, &geometry, at, place, area.left()) } else { Vec::new() };
                items.push(Item { target, marks });
            }
            Row::Span(i) => items.push(span(ui, cx, &geometry, at, &chart.spans[i], (area.left(), seen))),
        }
    }
    let line = Line::new(measure::AXIS, cx.colors.text);
    items.push(Item::still([Shape::Segments(vec![upright(plot.left())], line)]));
    Rows { items, axis, numbers: axis_numbers(ui, cx, &numbers, area, axis) }
}

/// Draws the chart. The numbers of its axis stay in sight where it scrolls.
pub fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, chart: &Chart) {
    let seen = ui.clip_rect();
    let rows = layout(ui, cx, area, seen, chart);
    let mut body = ui.new_child(UiBuilder::new().max_rect(area));
    body.shrink_clip_rect(seen.with_max_y(rows.axis));
    paint::items_ui(&body, cx, rows.items);
    marks::paint(ui, cx, Tone::default(), rows.numbers);
}

/// The least height at which every row has room for its words.
#[must_use]
pub fn least_height(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> f32 {
    let laid = Laid::of(ui, cx, chart, width);
    laid.least * paint::count(laid.items.len()) + axis_height(cx)
}

fn axis_height(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Note).line + 8.0
}

/// Where grid lines stand, and for how many people.
fn grid(geometry: &Geometry, highest: f64) -> Vec<(f32, f64)> {
    let plot = geometry.bars.plot;
    let at = |value: f64| (plot.left() + paint::length(value, geometry.laid.per_person), value);
    paint::grid(highest, plot.width(), GRID_PITCH).into_iter().map(at).collect()
}

/// The numbers of the axis, as many as have room.
fn axis_numbers(ui: &Ui, cx: &Cx<'_>, numbers: &[(f32, f64)], area: Rect, top: f32) -> Vec<Mark> {
    let mut right = area.left();
    let mut marks = Vec::new();
    for &(x, value) in numbers {
        let words = text::number(value);
        let label = cx.dim(&words, Role::Note).align(Align::Center);
        let half = label.size(ui.ctx()).x / 2.0;
        if x - half >= right && x + half <= area.right() {
            marks.push(Text::new(&label, pos2(x, top + 6.0)).into());
            right = x + half + BETWEEN_NUMBERS;
        }
    }
    marks
}

fn place_marks(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, at: usize, place: &AxisSlot, left: f32) -> Vec<Mark> {
    let bar = geometry.bar(at, place.look);
    let number_height = cx.style(Role::Strong).line;
    let years = cx.dim(&place.years, Role::Note);
    let top = bar.center().y - 0.5 * (number_height + years.size(ui.ctx()).y);
    let number = Text::new(&cx.label(&place.batch.to_string(), Role::Strong), pos2(left, top));
    let mut marks = vec![number.into(), Text::new(&years, pos2(left, top + number_height)).into()];
    marks.extend(paint::bar(cx, bar, place.look));
    let state = words_in_bar(&mut marks, ui, cx, place, bar);
    beside(&mut marks, ui, cx, &geometry.laid, place, &state, pos2(bar.right() + BESIDE, bar.center().y));
    marks
}

/// The words in a bar; gives those that it is too short for.
fn words_in_bar(marks: &mut Vec<Mark>, ui: &Ui, cx: &Cx<'_>, place: &AxisSlot, bar: Rect) -> String {
    let words = match place.look {
        Look::NotPublished => cx.say(Say::NotPublished),
        Look::WorkedOut(_) => cx.say(Say::WorkedOutShort),
        Look::Reported(_) | Look::NotApplicable => return String::new(),
    };
    let label = cx.label(&words, Role::Note);
    let size = label.size(ui.ctx());
    let y = bar.center().y - size.y / 2.0;
    if place.look == Look::NotPublished && size.x <= bar.width() {
        marks.push(paint::halo(cx, &label, pos2(bar.center().x - size.x / 2.0, y)).into());
        return String::new();
    }
    if size.x + 32.0 <= bar.width() {
        marks.push(Text::new(&label, pos2(bar.left() + 16.0, y)).ink(Paint::OnBar).into());
        return String::new();
    }
    words
}

/// What stands beside a bar, one under the other: the value with the mark of other reports, what the bar is too short for,
/// a sum.
fn beside(marks: &mut Vec<Mark>, ui: &Ui, cx: &Cx<'_>, laid: &Laid, place: &AxisSlot, state: &str, left_middle: Pos2) {
    let words = place.printed();
    let value = laid.value_label(cx, words, place);
    let value_size = if words.is_empty() { vec2(0.0, 0.0) } else { value.size(ui.ctx()) };
    let mark = if place.also.is_empty() { 0.0 } else { paint::MARK };
    let first = value_size.y.max(mark);
    let under: Vec<_> = [state, &place.under]
        .into_iter()
        .filter(|words| !words.is_empty())
        .map(|words| cx.label(words, Role::Note).width(laid.most))
        .collect();
    let height = first + under.iter().map(|label| label.size(ui.ctx()).y).sum::<f32>();
    let mut at = pos2(left_middle.x, left_middle.y - height / 2.0);
    if !words.is_empty() {
        paint::over_grid(marks, ui, cx, Text::new(&value, at));
    }
    if mark > 0.0 {
        let gap = if words.is_empty() { 0.0 } else { 10.0 };
        marks.extend(paint::differs(cx, pos2(at.x + value_size.x + gap + mark / 2.0, at.y + first / 2.0)));
    }
    at.y += first;
    for label in &under {
        at.y = paint::over_grid(marks, ui, cx, Text::new(label, at)).bottom();
    }
}

/// The bracket beside several rows, with the figure that they have together. Its words stay in sight with its rows.
fn bracket<'c>(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, seen: Rect, span: &'c Span) -> Item<'c> {
    let [first, last] = [span.first, span.last].map(|place| geometry.row(geometry.laid.row_of[place]));
    let x = geometry.bars.plot.left() + geometry.laid.void_reach + BRACKET - 8.0;
    let area = Rect::from_min_max(
        pos2(geometry.bars.plot.left() + geometry.laid.void_reach + BESIDE, first.top()),
        pos2(geometry.bars.plot.right(), last.bottom()),
    );
    let target = Some(paint::span_target(area, span));
    if !seen.intersects(area) {
        return Item { target, marks: Vec::new() };
    }
    let bars = Bars { thick: geometry.bars.pitch * paint::BAR_SHARE, ..geometry.bars };
    let line = bars.bracket([first.center().y, last.center().y], x, BRACKET_END);
    let stroke = Line::new(measure::AXIS, Paint::Bracket);
    let left = x + 12.0 + 10.0;
    let value = cx.label(&span.value, geometry.laid.value).width((area.right() - left).max(1.0));
    let words = cx.label(&span.words, Role::Note).width((area.right() - left).max(1.0));
    let (value_height, words_height) = (value.size(ui.ctx()).y, words.size(ui.ctx()).y);
    let reach = 0.5 * (value_height + words_height);
    let middle = seen.intersect(area).center().y;
    let middle = middle.clamp(area.top() + reach, (area.bottom() - reach).max(area.top() + reach));
    let marks = vec![
        Shape::Polyline(line.into(), stroke).into(),
        Shape::segment(pos2(x, middle), pos2(x + 12.0, middle), stroke).into(),
        paint::halo(cx, &value, pos2(left, middle - reach)).ink(Paint::Bracket).into(),
        paint::halo(cx, &words, pos2(left, middle - reach + value_height)).ink(Paint::Bracket).into(),
    ];
    Item { target, marks }
}

/// The figure of several places in a row of its own, without a bar: it stands for all of them.
fn span<'c>(
    ui: &Ui,
    cx: &Cx<'_>,
    geometry: &Geometry,
    at: usize,
    span: &'c Span,
    (left, seen): (f32, Rect),
) -> Item<'c> {
    let row = geometry.row(at);
    let area = row.with_min_x(left);
    let target = Some(paint::span_target(area, span));
    let mut marks = Vec::new();
    if seen.intersects(area) {
        let batches = cx.label(&span.batches, Role::Strong);
        let middle = row.center().y;
        let number = Text::new(&batches, pos2(left, middle - batches.size(ui.ctx()).y / 2.0));
        marks.push(number.ink(Paint::Bracket).into());
        let value = cx.label(&span.value, geometry.laid.value).width(geometry.laid.most);
        let words = cx.label(&span.words, Role::Note).width(geometry.laid.most);
        let height = value.size(ui.ctx()).y + words.size(ui.ctx()).y;
        let at = pos2(row.left() + BESIDE, middle - height / 2.0);
        let below = paint::over_grid(&mut marks, ui, cx, Text::new(&value, at).ink(Paint::Bracket)).bottom();
        paint::over_grid(&mut marks, ui, cx, Text::new(&words, pos2(at.x, below)).ink(Paint::Bracket));
    }
    Item { target, marks }
}
