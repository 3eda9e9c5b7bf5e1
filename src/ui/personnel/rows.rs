//! The chart as lying bars, for windows that are higher than wide and for charts of many batches: one row for each batch.

mod laid;

use std::sync::Arc;

use egui::{Align, Id, Pos2, Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::paint::{self, Touch};
use super::places::{Chart, Look, Place, Span};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use laid::{GUTTER, Item, Laid};

/// The largest height of a row.
const MOST_PITCH: f32 = 104.0;
/// Between a bar and its value.
const BESIDE: f32 = 14.0;
/// From the reach of what it binds to a bracket's words.
const BRACKET: f32 = 40.0;
/// About how far grid lines stand apart.
const GRID_PITCH: f32 = 150.0;
/// Between two numbers of the axis.
const BETWEEN_NUMBERS: f32 = 12.0;

/// Where everything stands.
struct Geometry {
    laid: Arc<Laid>,
    plot: Rect,
    pitch: f32,
}

impl Geometry {
    fn new(ui: &Ui, cx: &Cx<'_>, room: Rect, chart: &Chart) -> Self {
        let laid = Laid::of(ui, cx, chart, room.width());
        let rows = paint::count(laid.items.len().max(1));
        let pitch = ((room.height() - axis_height(cx)) / rows).clamp(1.0, MOST_PITCH.max(laid.least));
        let left = room.left() + laid.names + GUTTER;
        let plot = Rect::from_min_size(pos2(left, room.top()), vec2((room.right() - left).max(1.0), pitch * rows));
        Self { laid, plot, pitch }
    }

    fn row(&self, at: usize) -> Rect {
        let top = self.plot.top() + paint::count(at) * self.pitch;
        Rect::from_min_size(pos2(self.plot.left(), top), vec2(self.plot.width(), self.pitch))
    }

    fn bar(&self, at: usize, place: &Place) -> Rect {
        let length = match place.look {
            Look::Reported(value) | Look::WorkedOut(value) => paint::length(value, self.laid.per_person),
            Look::NotPublished => self.laid.void,
            Look::NotApplicable => 0.0,
        };
        let row = self.row(at);
        let height = self.pitch.min(MOST_PITCH) * paint::BAR_SHARE;
        Rect::from_min_size(pos2(row.left(), row.center().y - height / 2.0), vec2(length, height))
    }
}

/// Draws the chart. The numbers of its axis stay in sight where it scrolls.
pub fn rows_ui(ui: &mut Ui, cx: &Cx<'_>, room: Rect, chart: &Chart) {
    let geometry = Geometry::new(ui, cx, room, chart);
    let (plot, seen) = (geometry.plot, ui.clip_rect());
    let axis = plot.bottom().min((seen.bottom() - axis_height(cx)).max(plot.top()));
    let mut body = ui.new_child(UiBuilder::new().max_rect(room));
    body.shrink_clip_rect(seen.with_max_y(axis));
    let numbers = grid_ui(&body, cx, &geometry, chart.highest());
    for (at, item) in geometry.laid.items.iter().enumerate() {
        let row = geometry.row(at);
        match *item {
            Item::Place(i) => {
                for &span in geometry.laid.brackets.iter().filter(|&&span| chart.spans[span].first == i) {
                    bracket_ui(&body, cx, &geometry, &chart.spans[span]);
                }
                let over = geometry.laid.brackets.iter().map(|&span| &chart.spans[span]);
                let is_bound = over.into_iter().any(|span| (span.first..=span.last).contains(&i));
                let right = if is_bound { row.left() + geometry.laid.void_reach + BESIDE } else { room.right() };
                let target = Rect::from_min_max(pos2(room.left(), row.top()), pos2(right, row.bottom()));
                place_ui(&body, cx, &geometry, (at, i), &chart.places[i], target);
            }
            Item::Span(i) => span_ui(&body, cx, &geometry, at, &chart.spans[i], room.left()),
        }
    }
    body.painter().vline(plot.left(), plot.y_range(), Stroke::new(measure::AXIS, cx.colors.text));
    axis_ui(ui, cx, &numbers, room, axis);
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

/// The grid lines; gives where each stands.
fn grid_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, highest: f64) -> Vec<(f32, f64)> {
    let plot = geometry.plot;
    let mut numbers = Vec::new();
    for value in paint::grid(highest, plot.width(), GRID_PITCH) {
        let x = plot.left() + paint::length(value, geometry.laid.per_person);
        ui.painter().vline(x, plot.y_range(), Stroke::new(measure::RULE, cx.colors.line));
        numbers.push((x, value));
    }
    numbers
}

/// The numbers of the axis, as many as have room.
fn axis_ui(ui: &Ui, cx: &Cx<'_>, numbers: &[(f32, f64)], room: Rect, top: f32) {
    let mut right = room.left();
    for &(x, value) in numbers {
        let words = text::number(value);
        let label = cx.dim(&words, Role::Note).align(Align::Center);
        let half = label.size(ui.ctx()).x / 2.0;
        if x - half >= right && x + half <= room.right() {
            label.paint(ui, pos2(x, top + 6.0));
            right = x + half + BETWEEN_NUMBERS;
        }
    }
}

fn place_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, (at, i): (usize, usize), place: &Place, target: Rect) {
    let id = Id::unique(("place", cx.state.chart(), i));
    let touch = paint::touch(ui, cx, target, id, place.subject.as_ref(), &place.name);
    if !ui.is_rect_visible(target) {
        return;
    }
    let bar = geometry.bar(at, place);
    let number_height = cx.style(Role::Strong).line;
    let years = cx.dim(&place.years, Role::Note);
    let top = bar.center().y - 0.5 * (number_height + years.size(ui.ctx()).y);
    cx.label(&place.batch.to_string(), Role::Strong).paint(ui, pos2(target.left(), top));
    years.paint(ui, pos2(target.left(), top + number_height));
    paint::bar(ui, cx, bar, place.look, &touch);
    let state = words_in_bar(ui, cx, place, bar, &touch);
    beside_ui(ui, cx, &geometry.laid, place, &state, pos2(bar.right() + BESIDE, bar.center().y));
    paint::ring(ui, cx, &touch);
}

/// The words in a bar; gives those that it is too short for.
fn words_in_bar(ui: &Ui, cx: &Cx<'_>, place: &Place, bar: Rect, touch: &Touch) -> String {
    let words = match place.look {
        Look::NotPublished => cx.say(Say::NotPublished),
        Look::WorkedOut(_) => cx.say(Say::WorkedOutShort),
        Look::Reported(_) | Look::NotApplicable => return String::new(),
    };
    let label = cx.label(&words, Role::Note);
    let size = label.size(ui.ctx());
    let y = bar.center().y - size.y / 2.0;
    if place.look == Look::NotPublished && size.x <= bar.width() {
        paint::halo(ui, cx, &label, pos2(bar.center().x - size.x / 2.0, y));
        return String::new();
    }
    if size.x + 32.0 <= bar.width() {
        label.color(paint::on_bar(cx, touch)).paint(ui, pos2(bar.left() + 16.0, y));
        return String::new();
    }
    words
}

/// What stands beside a bar, one under the other: the value with the mark of other reports, what the bar is too short for,
/// a sum.
fn beside_ui(ui: &Ui, cx: &Cx<'_>, laid: &Laid, place: &Place, state: &str, left_middle: Pos2) {
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
        paint::over_grid(ui, cx, &value, at);
    }
    if mark > 0.0 {
        let gap = if words.is_empty() { 0.0 } else { 10.0 };
        paint::differs(ui, cx, pos2(at.x + value_size.x + gap + mark / 2.0, at.y + first / 2.0));
    }
    at.y += first;
    for label in &under {
        at.y = paint::over_grid(ui, cx, label, at).bottom();
    }
}

/// The bracket beside several rows, with the figure that they have together. Its words stay in sight with its rows.
fn bracket_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, span: &Span) {
    let half = geometry.pitch * paint::BAR_SHARE / 2.0;
    let rows = |place: usize| geometry.row(geometry.laid.row_of[place]);
    let (first, last) = (rows(span.first), rows(span.last));
    let (top, bottom) = (first.center().y - half, last.center().y + half);
    let x = geometry.plot.left() + geometry.laid.void_reach + BRACKET - 8.0;
    let target = Rect::from_min_max(
        pos2(geometry.plot.left() + geometry.laid.void_reach + BESIDE, first.top()),
        pos2(geometry.plot.right(), last.bottom()),
    );
    let touch = touch_span(ui, cx, target, span);
    if !ui.is_rect_visible(target) {
        return;
    }
    let color = if touch.chosen { cx.colors.accent } else { cx.touched(cx.colors.text, &touch.response) };
    let stroke = Stroke::new(measure::AXIS, color);
    let line = vec![pos2(x - 14.0, top), pos2(x, top), pos2(x, bottom), pos2(x - 14.0, bottom)];
    ui.painter().add(Shape::line(line, stroke));
    let left = x + 12.0 + 10.0;
    let value = cx.label(&span.value, geometry.laid.value).width((target.right() - left).max(1.0)).color(color);
    let words = cx.label(&span.words, Role::Note).width((target.right() - left).max(1.0)).color(color);
    let (value_height, words_height) = (value.size(ui.ctx()).y, words.size(ui.ctx()).y);
    let room = 0.5 * (value_height + words_height);
    let seen = ui.clip_rect().intersect(target);
    let middle = seen.center().y.clamp(target.top() + room, (target.bottom() - room).max(target.top() + room));
    ui.painter().line_segment([pos2(x, middle), pos2(x + 12.0, middle)], stroke);
    paint::halo(ui, cx, &value, pos2(left, middle - room));
    paint::halo(ui, cx, &words, pos2(left, middle - room + value_height));
    paint::ring(ui, cx, &touch);
}

/// The figure of several places in a row of its own, without a bar: it stands for all of them.
fn span_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, at: usize, span: &Span, left: f32) {
    let row = geometry.row(at);
    let target = row.with_min_x(left);
    let touch = touch_span(ui, cx, target, span);
    if !ui.is_rect_visible(target) {
        return;
    }
    let color = if touch.chosen { cx.colors.accent } else { cx.touched(cx.colors.text, &touch.response) };
    let batches = cx.label(&span.batches, Role::Strong).color(color);
    batches.paint(ui, pos2(left, row.center().y - batches.size(ui.ctx()).y / 2.0));
    let value = cx.label(&span.value, geometry.laid.value).width(geometry.laid.most).color(color);
    let words = cx.label(&span.words, Role::Note).width(geometry.laid.most).color(color);
    let height = value.size(ui.ctx()).y + words.size(ui.ctx()).y;
    let at = pos2(row.left() + BESIDE, row.center().y - height / 2.0);
    let below = paint::over_grid(ui, cx, &value, at).bottom();
    paint::over_grid(ui, cx, &words, pos2(at.x, below));
    paint::ring(ui, cx, &touch);
}

fn touch_span(ui: &Ui, cx: &Cx<'_>, target: Rect, span: &Span) -> Touch {
    let id = Id::unique(("span", &span.subject));
    paint::touch(ui, cx, target, id, Some(&span.subject), &span.name)
}
