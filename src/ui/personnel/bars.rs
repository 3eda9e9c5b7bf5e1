//! The chart as standing bars: one slot for each batch, printed values, brackets over what is known only together.

use egui::{Align, Id, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::paint::{self, Touch};
use super::places::{Chart, Look, Place, Span};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets;

/// The least width of a slot in which the words of other reports can be read.
const SLOT_WITH_WORDS: f32 = 118.0;
/// The least width of the window for them, in points.
const WINDOW_WITH_WORDS: f32 = 1200.0;
/// A bar is not narrower than its words.
const LEAST_BAR_WIDTH: f32 = 72.0;
/// The height of the slot of what is not published, unless its words need more.
const VOID_HEIGHT: f32 = 64.0;
/// Between a bar and its value.
const OVER_BAR: f32 = 4.0;
/// From a slot to the bracket over it, and from the bracket to its words.
const BRACKET: [f32; 2] = [24.0, 12.0];
/// The bracket's ends.
const BRACKET_END: f32 = 14.0;

/// Where everything stands.
struct Geometry {
    plot: Rect,
    slot: f32,
    bar: f32,
    per_person: f64,
    words: bool,
}

impl Geometry {
    fn new(ui: &Ui, cx: &Cx<'_>, room: Rect, chart: &Chart) -> Self {
        let left = room.left() + gutter(ui, cx, chart);
        let slot = (room.right() - left) / paint::count(chart.places.len().max(1));
        let base = room.bottom() - axis_height(ui, cx, chart, slot);
        let plot = Rect::from_min_max(pos2(left, room.top()), pos2(room.right(), base.max(room.top() + 1.0)));
        let words = has_words(ui, cx, chart, room.width());
        let fits = |place: &Place| {
            let value = place.look.value().filter(|value| *value > 0.0)?;
            Some(f64::from((plot.height() - stack_height(ui, cx, place, slot, words)).max(1.0)) / value)
        };
        let per_person = chart.places.iter().filter_map(fits).fold(f64::INFINITY, f64::min);
        let bar = (slot * paint::BAR_SHARE).max(LEAST_BAR_WIDTH).min(slot - 4.0);
        Self { plot, slot, bar, per_person: if per_person.is_finite() { per_person } else { 0.0 }, words }
    }

    fn middle(&self, i: usize) -> f32 {
        self.plot.left() + (paint::count(i) + 0.5) * self.slot
    }

    /// The room of a bar, or of the slot of what is not published.
    fn bar(&self, ui: &Ui, cx: &Cx<'_>, i: usize, place: &Place) -> Rect {
        let height = match place.look {
            Look::Reported(value) | Look::WorkedOut(value) => paint::length(value, self.per_person),
            Look::NotPublished => void_height(ui, cx, self.slot),
            Look::NotApplicable => 0.0,
        };
        let x = self.middle(i);
        let base = self.plot.bottom();
        Rect::from_min_max(pos2(x - self.bar / 2.0, base - height), pos2(x + self.bar / 2.0, base))
    }

    /// The line of the bracket over several places.
    fn bracket(&self, ui: &Ui, cx: &Cx<'_>, chart: &Chart, span: &Span) -> f32 {
        let top = |(i, place): (usize, &Place)| {
            self.bar(ui, cx, i, place).top() - stack_height(ui, cx, place, self.slot, self.words)
        };
        let covered = chart.places.iter().enumerate().filter(|(i, _)| (span.first..=span.last).contains(i));
        covered.map(top).fold(self.plot.bottom(), f32::min) - BRACKET[0]
    }
}

/// Draws the chart.
pub fn bars_ui(ui: &Ui, cx: &Cx<'_>, room: Rect, chart: &Chart) {
    let geometry = Geometry::new(ui, cx, room, chart);
    grid_ui(ui, cx, &geometry, chart.highest());
    for (i, place) in chart.places.iter().enumerate() {
        for span in chart.spans.iter().filter(|span| span.first == i) {
            span_ui(ui, cx, &geometry, chart, span);
        }
        let over = chart.spans.iter().find(|span| (span.first..=span.last).contains(&i));
        let top = over.map_or(room.top(), |span| geometry.bracket(ui, cx, chart, span));
        let left = geometry.middle(i) - geometry.slot / 2.0;
        let target = Rect::from_min_max(pos2(left, top), pos2(left + geometry.slot, room.bottom()));
        place_ui(ui, cx, &geometry, i, place, target);
    }
    let plot = geometry.plot;
    widgets::rule(ui, plot.left(), plot.right(), plot.bottom(), Stroke::new(measure::AXIS, cx.colors.text));
}

/// True where the words of other reports stand over the bars; where not, the mark alone does.
#[must_use]
pub fn has_words(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> bool {
    let slot = (width - gutter(ui, cx, chart)) / paint::count(chart.places.len().max(1));
    cx.layout.size.x >= WINDOW_WITH_WORDS && slot >= SLOT_WITH_WORDS
}

/// The least height at which every bar has room for its words.
#[must_use]
pub fn least_height(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> f32 {
    let slot = (width - gutter(ui, cx, chart)) / paint::count(chart.places.len().max(1));
    let words = has_words(ui, cx, chart, width);
    let stack = chart.places.iter().map(|place| stack_height(ui, cx, place, slot, words)).fold(0.0, f32::max);
    let void = void_height(ui, cx, slot);
    let span = if chart.spans.is_empty() { 0.0 } else { BRACKET[0] + BRACKET[1] + cx.style(Role::Value).line };
    axis_height(ui, cx, chart, slot) + (stack + void).max(void + span) + 100.0
}

fn gutter(ui: &Ui, cx: &Cx<'_>, chart: &Chart) -> f32 {
    let width = |value: f64| cx.label(&text::number(value), Role::Note).size(ui.ctx()).x + 14.0;
    paint::grid(chart.highest()).into_iter().map(width).fold(44.0, f32::max)
}

/// The height of what stands under the axis: number, years, a sum.
fn axis_height(ui: &Ui, cx: &Cx<'_>, chart: &Chart, slot: f32) -> f32 {
    let height = |text: &str| if text.is_empty() { 0.0 } else { under(cx, text, slot).size(ui.ctx()).y };
    let years = chart.places.iter().map(|p| height(&p.years)).fold(0.0, f32::max);
    let sums = chart.places.iter().map(|p| height(&p.under)).fold(0.0, f32::max);
    8.0 + cx.style(Role::Strong).line + years + sums
}

fn under<'t>(cx: &Cx<'_>, text: &'t str, slot: f32) -> Label<'t> {
    cx.dim(text, Role::Note).width(slot - 6.0).align(Align::Center)
}

fn void_height(ui: &Ui, cx: &Cx<'_>, slot: f32) -> f32 {
    let words = cx.say(Say::NotPublished);
    VOID_HEIGHT.max(inside(cx, &words, slot).size(ui.ctx()).y + 20.0)
}

/// Words inside a bar or slot.
fn inside<'t>(cx: &Cx<'_>, words: &'t str, slot: f32) -> Label<'t> {
    let width = (slot * paint::BAR_SHARE).max(LEAST_BAR_WIDTH).min(slot - 2.0);
    cx.label(words, Role::Note).width(width).align(Align::Center)
}

fn value_words(place: &Place) -> &str {
    if place.look == Look::NotApplicable { "–" } else { &place.value }
}

fn value_label<'t>(cx: &Cx<'_>, place: &'t Place, slot: f32) -> Label<'t> {
    cx.label(value_words(place), Role::Value).width(slot - 2.0).align(Align::Center)
}

fn also_label<'t>(cx: &Cx<'_>, words: &'t str, slot: f32) -> Label<'t> {
    cx.dim(words, Role::Note).width(slot - paint::MARK - 10.0)
}

/// True where the mark of other reports fits beside the value.
fn mark_beside(ui: &Ui, cx: &Cx<'_>, place: &Place, slot: f32) -> bool {
    let value = value_label(cx, place, slot).size(ui.ctx());
    !value_words(place).is_empty() && value.x / 2.0 + 8.0 + paint::MARK <= slot / 2.0 + 4.0
}

/// The height of what stands over a bar.
fn stack_height(ui: &Ui, cx: &Cx<'_>, place: &Place, slot: f32, words: bool) -> f32 {
    let value = if value_words(place).is_empty() { 0.0 } else { value_label(cx, place, slot).size(ui.ctx()).y };
    let also = match (place.also.is_empty(), words) {
        (true, _) => 0.0,
        (false, true) => also_label(cx, &cx.say(Say::Also(&place.also)), slot).size(ui.ctx()).y.max(paint::MARK) + 2.0,
        (false, false) if mark_beside(ui, cx, place, slot) => 0.0,
        (false, false) => paint::MARK + 4.0,
    };
    if value + also > 0.0 { OVER_BAR + value + also } else { 0.0 }
}

fn grid_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, highest: f64) {
    let plot = geometry.plot;
    for value in paint::grid(highest) {
        let y = plot.bottom() - paint::length(value, geometry.per_person);
        widgets::rule(ui, plot.left(), plot.right(), y, Stroke::new(measure::RULE, cx.colors.line));
        let words = text::number(value);
        let label = cx.dim(&words, Role::Note).align(Align::Max);
        let height = label.size(ui.ctx()).y;
        label.paint(ui, pos2(plot.left() - 10.0, y - height / 2.0));
    }
}

fn place_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, i: usize, place: &Place, target: Rect) {
    let id = Id::unique(("place", cx.state.chart, place.batch));
    let touch = paint::touch(ui, cx, target, id, place.subject.as_ref(), &place.name);
    let bar = geometry.bar(ui, cx, i, place);
    paint::bar(ui, cx, bar, place.look, &touch);
    words_in_bar(ui, cx, geometry, place, bar, &touch);
    let top = value_ui(ui, cx, geometry, place, bar);
    also_ui(ui, cx, geometry, place, pos2(bar.center().x, top));
    let x = bar.center().x;
    let number = place.batch.to_string();
    let number = cx.label(&number, Role::Strong).align(Align::Center).paint(ui, pos2(x, geometry.plot.bottom() + 6.0));
    let years = under(cx, &place.years, geometry.slot).paint(ui, pos2(x, number.bottom()));
    if !place.under.is_empty() {
        under(cx, &place.under, geometry.slot).color(cx.colors.text).paint(ui, pos2(x, years.bottom() + 2.0));
    }
    paint::ring(ui, cx, &touch);
}

/// “Not published” in its slot, “worked out” in its bar.
fn words_in_bar(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, place: &Place, bar: Rect, touch: &Touch) {
    match place.look {
        Look::NotPublished => {
            let words = cx.say(Say::NotPublished);
            let label = inside(cx, &words, geometry.slot);
            let height = label.size(ui.ctx()).y;
            paint::halo(ui, cx, &label, pos2(bar.center().x, bar.center().y - height / 2.0));
        }
        Look::WorkedOut(_) => {
            let words = cx.say(Say::WorkedOutShort);
            let label = inside(cx, &words, geometry.slot).color(paint::on_bar(cx, touch));
            if label.size(ui.ctx()).y + 12.0 <= bar.height() {
                label.paint(ui, pos2(bar.center().x, bar.top() + 10.0));
            }
        }
        Look::Reported(_) | Look::NotApplicable => {}
    }
}

/// The value over its bar; gives the top of what stands there.
fn value_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, place: &Place, bar: Rect) -> f32 {
    let mut top = bar.top() - OVER_BAR;
    let words = cx.say(Say::WorkedOutShort);
    let label = inside(cx, &words, geometry.slot);
    let height = label.size(ui.ctx()).y;
    // A bar too low for its words carries them: it must not look reported.
    if matches!(place.look, Look::WorkedOut(_)) && height + 12.0 > bar.height() {
        top = label.paint(ui, pos2(bar.center().x, top - height)).top();
    }
    if value_words(place).is_empty() {
        return top;
    }
    let label = value_label(cx, place, geometry.slot);
    let height = label.size(ui.ctx()).y;
    label.paint(ui, pos2(bar.center().x, top - height)).top()
}

/// Other reports: the mark and their words over the value, or the mark alone beside it.
fn also_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, place: &Place, at: Pos2) {
    if place.also.is_empty() {
        return;
    }
    let half = paint::MARK / 2.0;
    if geometry.words {
        let words = cx.say(Say::Also(&place.also));
        let label = also_label(cx, &words, geometry.slot);
        let size = label.size(ui.ctx());
        let left = at.x - (size.x + paint::MARK + 6.0) / 2.0;
        let top = at.y - 2.0 - size.y.max(paint::MARK);
        paint::differs(ui, cx, pos2(left + half, top + cx.style(Role::Note).line / 2.0));
        label.paint(ui, pos2(left + paint::MARK + 6.0, top));
    } else if mark_beside(ui, cx, place, geometry.slot) {
        let value = value_label(cx, place, geometry.slot).size(ui.ctx());
        paint::differs(ui, cx, pos2(at.x + value.x / 2.0 + 8.0 + half, at.y + cx.style(Role::Value).line / 2.0));
    } else {
        paint::differs(ui, cx, pos2(at.x, at.y - 2.0 - half));
    }
}

/// The bracket over several places, with the figure that they have together.
fn span_ui(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, chart: &Chart, span: &Span) {
    let y = geometry.bracket(ui, cx, chart, span);
    let half = geometry.bar / 2.0;
    let (left, right) = (geometry.middle(span.first) - half, geometry.middle(span.last) + half);
    let room = cx.label(&span.words, Role::Note).width(right - left).align(Align::Center);
    let value = cx.label(&span.value, Role::Value).width(right - left).align(Align::Center);
    let (words_height, value_height) = (room.size(ui.ctx()).y, value.size(ui.ctx()).y);
    let tick = y - BRACKET[1];
    let top = tick - words_height - value_height;
    let target = Rect::from_min_max(pos2(left, top - 6.0), pos2(right, y));
    let id = Id::unique(("span", span.first, span.last));
    let touch = paint::touch(ui, cx, target, id, Some(&span.subject), &span.name);
    let color = if touch.chosen { cx.colors.accent } else { cx.touched(cx.colors.text, &touch.response) };
    let stroke = Stroke::new(measure::AXIS, color);
    let end = vec2(0.0, BRACKET_END);
    let line = vec![pos2(left, y) + end, pos2(left, y), pos2(right, y), pos2(right, y) + end];
    ui.painter().add(Shape::line(line, stroke));
    let middle = target.center().x;
    ui.painter().line_segment([pos2(middle, y), pos2(middle, tick)], stroke);
    // Grid lines run behind these words.
    paint::halo(ui, cx, &value.color(color), pos2(middle, top));
    paint::halo(ui, cx, &room.color(color), pos2(middle, top + value_height));
    paint::ring(ui, cx, &touch);
}
