//! The chart as lying bars, for windows that are higher than wide: one row for each batch.

use egui::{Align, Id, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{self, Touch};
use super::places::{Chart, Look, Place, Span};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};

/// The largest height of a row.
const MOST_PITCH: f32 = 104.0;
/// Between a bar and its value.
const BESIDE: f32 = 14.0;

/// About how far grid lines stand apart.
const GRID_PITCH: f32 = 150.0;

/// Where everything stands.
struct Geometry {
    plot: Rect,
    pitch: f32,
    per_person: f64,
    /// The length of the slot of what is not published.
    void: f32,
    /// How far it reaches with its words.
    void_reach: f32,
}

impl Geometry {
    fn new(ui: &Ui, cx: &Cx<'_>, room: Rect, chart: &Chart) -> Self {
        let rows = paint::count(chart.places.len().max(1));
        let axis = axis_height(cx);
        let pitch = ((room.height() - axis) / rows).clamp(1.0, MOST_PITCH);
        let names = chart.places.iter().map(|p| name_width(ui, cx, p)).fold(0.0, f32::max);
        let plot = Rect::from_min_size(
            pos2(room.left() + names + 16.0, room.top()),
            vec2((room.width() - names - 16.0).max(1.0), pitch * rows),
        );
        let fits = |place: &Place| {
            let value = place.look.value().filter(|value| *value > 0.0)?;
            Some(f64::from((plot.width() - beside_width(ui, cx, place)).max(1.0)) / value)
        };
        let per_person = chart.places.iter().filter_map(fits).fold(f64::INFINITY, f64::min);
        let per_person = if per_person.is_finite() { per_person } else { 0.0 };
        let words = cx.label(&cx.say(Say::NotPublished), Role::Note).size(ui.ctx()).x;
        let void = paint::void_length(chart, per_person, words + 36.0);
        let void_reach = if void < words { void + BESIDE + words } else { void };
        Self { plot, pitch, per_person, void, void_reach }
    }

    fn row(&self, i: usize) -> Rect {
        let top = self.plot.top() + paint::count(i) * self.pitch;
        Rect::from_min_size(pos2(self.plot.left(), top), vec2(self.plot.width(), self.pitch))
    }

    fn bar(&self, i: usize, place: &Place) -> Rect {
        let length = match place.look {
            Look::Reported(value) | Look::WorkedOut(value) => paint::length(value, self.per_person),
            Look::NotPublished => self.void,
            Look::NotApplicable => 0.0,
        };
        let row = self.row(i);
        let height = self.pitch * paint::BAR_SHARE;
        Rect::from_min_size(pos2(row.left(), row.center().y - height / 2.0), vec2(length, height))
    }
}

/// Draws the chart.
pub fn rows_ui(ui: &Ui, cx: &Cx<'_>, room: Rect, chart: &Chart) {
    let geometry = Geometry::new(ui, cx, room, chart);
    grid_ui(ui, cx, &geometry, chart.highest());
    for (i, place) in chart.places.iter().enumerate() {
        for span in chart.spans.iter().filter(|span| span.first == i) {
            span_ui(ui, cx, &geometry, span);
        }
        let over = chart.spans.iter().find(|span| (span.first..=span.last).contains(&i));
        let row = geometry.row(i);
        let right = over.map_or(room.right(), |_| row.left() + geometry.void_reach + BESIDE);
        place_ui(
            ui,
            cx,
            &geometry,
            i,
            place,
            Rect::from_min_max(pos2(room.left(), row.top()), pos2(right, row.bottom())),
        );
    }
    let plot = geometry.plot;
    ui.painter().vline(plot.left(), plot.y_range(), Stroke::new(measure::AXIS, cx.colors.text));
}

/// The least height at which every row has room for its words.
#[must_use]
pub fn least_height(cx: &Cx<'_>, chart: &Chart) -> f32 {
    let height = |place: &Place| {
        let value = cx.style(Role::Value).line;
        let under = if place.under.is_empty() { 0.0 } else { cx.style(Role::Note).line };
        let names = cx.style(Role::Strong).line + cx.style(Role::Note).line;
        (value + under).max(names) + 10.0
    };
    let row = chart.places.iter().map(height).fold(measure::BUTTON, f32::max);
    row * paint::count(chart.places.len()) + axis_height(cx)
}

fn axis_height(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Note).line + 8.0
}

fn name_width(ui: &Ui, cx: &Cx<'_>, place: &Place) -> f32 {
    let number = cx.label(&place.batch.to_string(), Role::Strong).size(ui.ctx()).x;
    cx.dim(&place.years, Role::Note).size(ui.ctx()).x.max(number)
}

/// The width of what stands beside a bar.
fn beside_width(ui: &Ui, cx: &Cx<'_>, place: &Place) -> f32 {
    let value = cx.label(&place.value, Role::Value).size(ui.ctx()).x;
    let mark = if place.also.is_empty() { 0.0 } else { 10.0 + paint::MARK };
    let under = cx.dim(&place.under, Role::Note).size(ui.ctx()).x;
    BESIDE + (value + mark).max(under) + 4.0
}

fn grid_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, highest: f64) {
    let plot = geometry.plot;
    for value in paint::grid(highest, plot.width(), GRID_PITCH) {
        let x = plot.left() + paint::length(value, geometry.per_person);
        ui.painter().vline(x, plot.y_range(), Stroke::new(measure::RULE, cx.colors.line));
        cx.dim(&text::number(value), Role::Note).align(Align::Center).paint(ui, pos2(x, plot.bottom() + 6.0));
    }
}

fn place_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, i: usize, place: &Place, target: Rect) {
    let id = Id::unique(("place", cx.state.chart, i));
    let touch = paint::touch(ui, cx, target, id, place.subject.as_ref(), &place.name);
    let bar = geometry.bar(i, place);
    let number_height = cx.style(Role::Strong).line;
    let years = cx.dim(&place.years, Role::Note);
    let top = bar.center().y - 0.5 * (number_height + years.size(ui.ctx()).y);
    cx.label(&place.batch.to_string(), Role::Strong).paint(ui, pos2(target.left(), top));
    years.paint(ui, pos2(target.left(), top + number_height));
    paint::bar(ui, cx, bar, place.look, &touch);
    let beside = words_in_bar(ui, cx, place, bar, &touch);
    value_ui(ui, cx, place, pos2(beside + BESIDE, bar.center().y));
    paint::ring(ui, cx, &touch);
}

/// The words in a bar, or beside it where it is too short for them; gives where the value may begin.
fn words_in_bar(ui: &Ui, cx: &Cx<'_>, place: &Place, bar: Rect, touch: &Touch) -> f32 {
    let words = match place.look {
        Look::NotPublished => cx.say(Say::NotPublished),
        Look::WorkedOut(_) => cx.say(Say::WorkedOutShort),
        Look::Reported(_) | Look::NotApplicable => return bar.right(),
    };
    let label = cx.label(&words, Role::Note);
    let size = label.size(ui.ctx());
    let y = bar.center().y - size.y / 2.0;
    if place.look == Look::NotPublished && size.x <= bar.width() {
        paint::halo(ui, cx, &label, pos2(bar.center().x - size.x / 2.0, y));
        return bar.right();
    }
    if size.x + 32.0 <= bar.width() {
        label.color(paint::on_bar(cx, touch)).paint(ui, pos2(bar.left() + 16.0, y));
        return bar.right();
    }
    paint::over_grid(ui, cx, &label, pos2(bar.right() + BESIDE, y)).right()
}

/// The value, the mark of other reports beside it, and what else stands there.
fn value_ui(ui: &Ui, cx: &Cx<'_>, place: &Place, left_middle: egui::Pos2) {
    let words = if place.look == Look::NotApplicable { "–" } else { &place.value };
    let value = cx.label(words, Role::Value);
    let under = cx.label(&place.under, Role::Note);
    let value_height = if words.is_empty() { 0.0 } else { value.size(ui.ctx()).y };
    let under_height = if place.under.is_empty() { 0.0 } else { under.size(ui.ctx()).y };
    let top = left_middle.y - 0.5 * (value_height + under_height);
    let mut right = left_middle.x;
    if !words.is_empty() {
        right = paint::over_grid(ui, cx, &value, pos2(right, top)).right() + 10.0;
    }
    if !place.also.is_empty() {
        paint::differs(ui, cx, pos2(right + paint::MARK / 2.0, top + value_height.max(paint::MARK) / 2.0));
    }
    if !place.under.is_empty() {
        paint::over_grid(ui, cx, &under, pos2(left_middle.x, top + value_height));
    }
}

/// The bracket beside several rows, with the figure that they have together.
fn span_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, span: &Span) {
    let half = geometry.pitch * paint::BAR_SHARE / 2.0;
    let (top, bottom) = (geometry.row(span.first).center().y - half, geometry.row(span.last).center().y + half);
    let x = geometry.plot.left() + geometry.void_reach + 32.0;
    let target = Rect::from_min_max(
        pos2(geometry.plot.left() + geometry.void_reach + BESIDE, geometry.row(span.first).top()),
        pos2(geometry.plot.right(), geometry.row(span.last).bottom()),
    );
    let id = Id::unique(("span", span.first, span.last));
    let touch = paint::touch(ui, cx, target, id, Some(&span.subject), &span.name);
    let color = if touch.chosen { cx.colors.accent } else { cx.touched(cx.colors.text, &touch.response) };
    let stroke = Stroke::new(measure::AXIS, color);
    let line = vec![pos2(x - 14.0, top), pos2(x, top), pos2(x, bottom), pos2(x - 14.0, bottom)];
    ui.painter().add(Shape::line(line, stroke));
    let middle = f32::midpoint(top, bottom);
    ui.painter().line_segment([pos2(x, middle), pos2(x + 12.0, middle)], stroke);
    let left = x + 12.0 + 10.0;
    let value = cx.label(&span.value, Role::Value).color(color);
    let words = cx.label(&span.words, Role::Note).width((target.right() - left).max(1.0)).color(color);
    let (value_height, words_height) = (value.size(ui.ctx()).y, words.size(ui.ctx()).y);
    let text_top = middle - 0.5 * (value_height + words_height);
    paint::halo(ui, cx, &value, pos2(left, text_top));
    paint::halo(ui, cx, &words, pos2(left, text_top + value_height));
    paint::ring(ui, cx, &touch);
}
