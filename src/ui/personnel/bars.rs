//! The chart as standing bars: one slot for each batch, printed values, brackets over what is known only together.

use egui::{Align, Id, Pos2, Rect, Ui, pos2};

use super::paint::{self, Item, Target};
use super::places::{self, AxisSlot, Chart, Look, Span};
use super::scale::{Bars, per_person};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::marks::{Line, Mark, Paint, Shape, Text};
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;

/// The least width of a slot in which the words of other reports can be read.
const SLOT_WITH_WORDS: f32 = 118.0;
/// The least width of the window for them, in points.
const WINDOW_WITH_WORDS: f32 = 1200.0;
/// A bar is not narrower than its words.
const LEAST_BAR_WIDTH: f32 = 68.0;
/// The least width of a line of words in a bar.
const LEAST_WORDS: f32 = 70.0;
/// The least width of a slot; the bars lie where it is less.
const LEAST_SLOT: f32 = 74.0;
/// The height of the slot of what is not published, unless its words need more.
const VOID_HEIGHT: f32 = 64.0;
/// Between a bar and its value.
const OVER_BAR: f32 = 4.0;
/// From a slot to the bracket over it, and from the bracket to its words.
const BRACKET: [f32; 2] = [24.0, 12.0];
/// The bracket's ends.
const BRACKET_END: f32 = 14.0;
/// About how far grid lines stand apart.
const GRID_PITCH: f32 = 45.0;

/// What follows from the width alone.
struct Slots {
    /// The area of the axis' numbers.
    gutter: f32,
    /// The width of one slot.
    width: f32,
    /// The width of a bar.
    bar: f32,
    /// The width of the slot of what is not published; its words must fit.
    void: f32,
    /// The words of what is not published stand over its slot, which is too low for them.
    words_over_void: bool,
    /// The words of other reports stand over the bars.
    words: bool,
    /// Where they do not, their mark stands beside the values, not over them.
    beside: bool,
    /// The values' size: smaller where a number would not fit its slot, since a number is never broken.
    value: Role,
}

impl Slots {
    fn new(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> Self {
        let measured = |words: &str, role| cx.label(words, role).size(ui.ctx()).x;
        let gutter = (measured(&text::number(chart.highest().round()), Role::Note) + 14.0).max(44.0);
        let slot = (width - gutter) / paint::count(chart.places.len().max(1));
        let fits = |word: &str| measured(word, Role::Value) <= slot - 10.0;
        let is_large = chart.places.iter().flat_map(|p| p.value.split_whitespace()).all(fits);
        let value = if is_large { Role::Value } else { Role::Strong };
        let fits_beside = |p: &AxisSlot| measured(&p.value, value) / 2.0 + 8.0 + paint::MARK <= slot / 2.0 + 4.0;
        let bar = (slot * paint::BAR_SHARE).max(LEAST_BAR_WIDTH).min(slot - 4.0);
        let words = cx.say(Say::NotPublished);
        let void = inside(cx, &words, bar).size(ui.ctx()).x + 8.0;
        Self {
            gutter,
            width: slot,
            bar,
            void: void.clamp(bar, bar.max(slot - 4.0)),
            words_over_void: false,
            words: cx.layout.size.x >= WINDOW_WITH_WORDS && slot >= SLOT_WITH_WORDS,
            beside: chart.places.iter().filter(|p| !p.also.is_empty()).all(|p| !p.value.is_empty() && fits_beside(p)),
            value,
        }
    }
}

/// Where everything stands.
struct Geometry {
    slots: Slots,
    bars: Bars,
}

impl Geometry {
    fn new(ui: &Ui, cx: &Cx<'_>, area: Rect, chart: &Chart) -> Self {
        let mut slots = Slots::new(ui, cx, chart, area.width());
        let left = area.left() + slots.gutter;
        let base = area.bottom() - axis_height(ui, cx, chart, slots.width);
        let plot = Rect::from_min_max(pos2(left, area.top()), pos2(area.right(), base.max(area.top() + 1.0)));
        let per_person = per_person(chart, |i, place| {
            let over = chart.spans.iter().find(|span| (span.first..=span.last).contains(&i));
            let over = over.map_or(0.0, |span| span_height(ui, cx, span, &slots));
            (plot.height() - stack_height(ui, cx, place, &slots) - over).max(1.0)
        });
        let tall = void_height(ui, cx, &slots);
        let void = paint::void_length(chart, per_person, tall);
        if void < tall {
            slots.words_over_void = true;
            slots.void = slots.bar;
        }
        let (pitch, thick) = (slots.width, slots.bar);
        Self { slots, bars: Bars { plot, lie: false, pitch, thick, void, per_person, points: 1.0 } }
    }

    /// The area of a bar, or of the slot of what is not published.
    fn bar(&self, i: usize, place: &AxisSlot) -> Rect {
        let thick = if place.look == Look::NotPublished { self.slots.void } else { self.slots.bar };
        let middle = self.bars.middle(i);
        let (min, _) = Bars { thick, ..self.bars }.bar(middle, place.look);
        Rect::from_min_max(min, pos2(middle + thick / 2.0, self.bars.plot.bottom()))
    }

    /// The line of the bracket over several places.
    fn bracket(&self, ui: &Ui, cx: &Cx<'_>, chart: &Chart, span: &Span) -> f32 {
        let top = |(i, place): (usize, &AxisSlot)| self.bar(i, place).top() - stack_height(ui, cx, place, &self.slots);
        let covered = chart.places.iter().enumerate().filter(|(i, _)| (span.first..=span.last).contains(i));
        covered.map(top).fold(self.bars.plot.bottom(), f32::min) - BRACKET[0]
    }
}

/// Lays out the chart, from the back to the front.
pub fn layout<'c>(ui: &Ui, cx: &Cx<'_>, area: Rect, chart: &'c Chart) -> Vec<Item<'c>> {
    let geometry = Geometry::new(ui, cx, area, chart);
    let mut items = vec![Item { target: None, marks: grid(ui, cx, &geometry, chart.highest()) }];
    for (i, place) in chart.places.iter().enumerate() {
        let spans = chart.spans.iter().filter(|span| span.first == i);
        items.extend(spans.map(|span| bracket(ui, cx, &geometry, chart, span)));
        let over = chart.spans.iter().find(|span| (span.first..=span.last).contains(&i));
        let top = over.map_or(area.top(), |span| geometry.bracket(ui, cx, chart, span));
        let half = geometry.slots.width / 2.0;
        let x = geometry.bars.middle(i);
        let area = Rect::from_min_max(pos2(x - half, top), pos2(x + half, area.bottom()));
        let id = Id::unique(("place", cx.state.chart(), i));
        let target = Some(Target { area, id, subject: place.subject.as_ref(), name: &place.name });
        items.push(Item { target, marks: column(ui, cx, &geometry, i, place) });
    }
    let plot = geometry.bars.plot;
    let axis = Line::new(measure::AXIS, cx.colors.text);
    items.push(Item::still([Shape::rule(plot.left(), plot.right(), plot.bottom(), axis)]));
    items
}

/// True where the words of other reports stand over the bars; where not, the mark alone does.
#[must_use]
pub fn has_words(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> bool {
    Slots::new(ui, cx, chart, width).words
}

/// True where standing bars would be too narrow for their words, or brackets would cross one another.
#[must_use]
pub fn is_crowded(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> bool {
    if width / paint::count(chart.places.len().max(1)) < LEAST_SLOT {
        return true;
    }
    let slots = Slots::new(ui, cx, chart, width);
    let fits = |words: &str, area: f32| {
        words.split_whitespace().all(|word| cx.label(word, slots.value).size(ui.ctx()).x <= area)
    };
    let span_fits = |span: &Span| {
        let places = paint::count(span.last - span.first);
        fits(&span.value, places * slots.width + slots.bar)
    };
    let crosses = |(i, span): (usize, &Span)| {
        chart.spans[..i].iter().any(|other| span.first <= other.last && other.first <= span.last)
    };
    slots.width < LEAST_SLOT
        || !chart.places.iter().all(|place| fits(&place.value, slots.width - 6.0))
        || !chart.spans.iter().all(span_fits)
        || chart.spans.iter().enumerate().any(crosses)
}

/// The least height at which every bar has room for its words.
#[must_use]
pub fn least_height(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> f32 {
    let slots = Slots::new(ui, cx, chart, width);
    let stack = chart.places.iter().map(|place| stack_height(ui, cx, place, &slots)).fold(0.0, f32::max);
    let void = void_height(ui, cx, &slots);
    let span = chart.spans.iter().map(|span| span_height(ui, cx, span, &slots)).fold(0.0, f32::max);
    axis_height(ui, cx, chart, slots.width) + stack + void + span + 100.0
}

/// The height of a bracket with its words.
fn span_height(ui: &Ui, cx: &Cx<'_>, span: &Span, slots: &Slots) -> f32 {
    let (value, words) = span_labels(cx, span, slots);
    BRACKET[0] + BRACKET[1] + value.size(ui.ctx()).y + words.size(ui.ctx()).y
}

/// The number over a bracket, and its kind, no wider than it.
fn span_labels<'t>(cx: &Cx<'_>, span: &'t Span, slots: &Slots) -> (Label<'t>, Label<'t>) {
    let width = paint::count(span.last - span.first) * slots.width + slots.bar;
    let set = |words: &'t str, role| cx.label(words, role).width(width).align(Align::Center);
    (set(&span.value, slots.value), set(&span.words, Role::Note))
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

fn void_height(ui: &Ui, cx: &Cx<'_>, slots: &Slots) -> f32 {
    let words = cx.say(Say::NotPublished);
    VOID_HEIGHT.max(inside(cx, &words, slots.bar).size(ui.ctx()).y + 22.0)
}

/// Words inside a bar or slot.
fn inside<'t>(cx: &Cx<'_>, words: &'t str, bar: f32) -> Label<'t> {
    cx.label(words, Role::Note).width((bar - 16.0).max(LEAST_WORDS)).align(Align::Center)
}

/// The value as it is printed. Where it is too long for one line, its precision word has one of its own.
fn value_words(ui: &Ui, cx: &Cx<'_>, place: &AxisSlot, slots: &Slots) -> String {
    let words = place.printed();
    let fits = cx.label(words, slots.value).size(ui.ctx()).x <= slots.width - 10.0;
    if fits { words.to_owned() } else { words.replace(' ', "\n") }
}

fn value_label<'t>(cx: &Cx<'_>, words: &'t str, slots: &Slots) -> Label<'t> {
    cx.label(words, slots.value).align(Align::Center)
}

/// The words of other reports. Lines break between two reports alone: a precision word stays with its number.
fn also_words(ui: &Ui, cx: &Cx<'_>, place: &AxisSlot, slots: &Slots) -> String {
    let most = slots.width - paint::MARK - 10.0;
    let is_wide = |words: &str| cx.dim(words, Role::Note).size(ui.ctx()).x > most;
    let mut list = String::new();
    for (i, report) in place.also.iter().enumerate() {
        let separator = if i > 0 { places::separator(cx) } else { "" };
        let line = list.rsplit('\n').next().unwrap_or_default();
        let longer = format!("{line}{separator}{report}");
        let is_first = !list.contains('\n');
        let breaks = if is_first { is_wide(&cx.say(Say::Also(&longer))) } else { is_wide(&longer) };
        list.push_str(if breaks { separator.trim_end() } else { separator });
        list.push_str(if breaks { "\n" } else { "" });
        list.push_str(report);
    }
    cx.say(Say::Also(&list))
}

/// The height of what stands over a bar.
fn stack_height(ui: &Ui, cx: &Cx<'_>, place: &AxisSlot, slots: &Slots) -> f32 {
    if slots.words_over_void && place.look == Look::NotPublished {
        return OVER_BAR + inside(cx, &cx.say(Say::NotPublished), slots.bar).size(ui.ctx()).y;
    }
    let words = value_words(ui, cx, place, slots);
    let value = if words.is_empty() { 0.0 } else { value_label(cx, &words, slots).size(ui.ctx()).y };
    let also = match (place.also.is_empty(), slots.words) {
        (true, _) => 0.0,
        (false, true) => {
            let words = also_words(ui, cx, place, slots);
            cx.dim(&words, Role::Note).size(ui.ctx()).y.max(paint::MARK) + 2.0
        }
        (false, false) if slots.beside => 0.0,
        (false, false) => paint::MARK + 4.0,
    };
    if value + also > 0.0 { OVER_BAR + value + also } else { 0.0 }
}

/// The grid lines with their numbers.
fn grid(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, highest: f64) -> Vec<Mark> {
    let plot = geometry.bars.plot;
    let mut marks = Vec::new();
    for value in paint::grid(highest, plot.height(), GRID_PITCH) {
        let y = plot.bottom() - paint::length(value, geometry.bars.per_person);
        marks.push(Shape::rule(plot.left(), plot.right(), y, Line::new(measure::RULE, cx.colors.line)).into());
        let words = text::number(value);
        let label = cx.dim(&words, Role::Note).align(Align::Max);
        let height = label.size(ui.ctx()).y;
        marks.push(Text::new(&label, pos2(plot.left() - 10.0, y - height / 2.0)).into());
    }
    marks
}

/// A bar with all that stands in it, over it and under it.
fn column(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, i: usize, place: &AxisSlot) -> Vec<Mark> {
    let bar = geometry.bar(i, place);
    let x = bar.center().x;
    let mut marks = paint::bar(cx, bar, place.look);
    words_in_bar(&mut marks, ui, cx, geometry, place, bar);
    let top = value(&mut marks, ui, cx, geometry, place, bar);
    also(&mut marks, ui, cx, geometry, place, pos2(x, top));
    let number = place.batch.to_string();
    let number =
        Text::new(&cx.label(&number, Role::Strong).align(Align::Center), pos2(x, geometry.bars.plot.bottom() + 6.0));
    let years = Text::new(&under(cx, &place.years, geometry.slots.width), pos2(x, number.rect(ui.ctx()).bottom()));
    let below = years.rect(ui.ctx()).bottom() + 2.0;
    marks.extend([number.into(), years.into()]);
    if !place.under.is_empty() {
        let label = under(cx, &place.under, geometry.slots.width).color(cx.colors.text);
        marks.push(Text::new(&label, pos2(x, below)).into());
    }
    marks
}

/// “Not published” in its slot, “worked out” in its bar.
fn words_in_bar(marks: &mut Vec<Mark>, ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, place: &AxisSlot, bar: Rect) {
    match place.look {
        Look::NotPublished => {
            let words = cx.say(Say::NotPublished);
            let label = inside(cx, &words, geometry.slots.bar);
            let height = label.size(ui.ctx()).y;
            if geometry.slots.words_over_void {
                let at = pos2(bar.center().x, bar.top() - OVER_BAR - height);
                paint::over_grid(marks, ui, cx, Text::new(&label, at));
            } else {
                marks.push(paint::halo(cx, &label, pos2(bar.center().x, bar.center().y - height / 2.0)).into());
            }
        }
        Look::WorkedOut(_) => {
            let words = cx.say(Say::WorkedOutShort);
            let label = inside(cx, &words, geometry.slots.bar);
            if label.size(ui.ctx()).y + 12.0 <= bar.height() {
                marks.push(Text::new(&label, pos2(bar.center().x, bar.top() + 10.0)).ink(Paint::OnBar).into());
            }
        }
        Look::Reported(_) | Look::NotApplicable => {}
    }
}

/// The value over its bar; gives the top of what stands there.
fn value(marks: &mut Vec<Mark>, ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, place: &AxisSlot, bar: Rect) -> f32 {
    let mut top = bar.top() - OVER_BAR;
    let words = cx.say(Say::WorkedOutShort);
    let label = inside(cx, &words, geometry.slots.bar);
    let height = label.size(ui.ctx()).y;
    // A bar too low for its words carries them: it must not look reported.
    if matches!(place.look, Look::WorkedOut(_)) && height + 12.0 > bar.height() {
        let text = Text::new(&label, pos2(bar.center().x, top - height));
        top = text.rect(ui.ctx()).top();
        marks.push(text.into());
    }
    let words = value_words(ui, cx, place, &geometry.slots);
    if words.is_empty() {
        return top;
    }
    let label = value_label(cx, &words, &geometry.slots);
    let height = label.size(ui.ctx()).y;
    paint::over_grid(marks, ui, cx, Text::new(&label, pos2(bar.center().x, top - height))).top()
}

/// Other reports: the mark and their words over the value, or the mark alone beside it.
fn also(marks: &mut Vec<Mark>, ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, place: &AxisSlot, at: Pos2) {
    if place.also.is_empty() {
        return;
    }
    let half = paint::MARK / 2.0;
    if geometry.slots.words {
        let words = also_words(ui, cx, place, &geometry.slots);
        let label = cx.dim(&words, Role::Note);
        let size = label.size(ui.ctx());
        let left = at.x - (size.x + paint::MARK + 6.0) / 2.0;
        let top = at.y - 2.0 - size.y.max(paint::MARK);
        marks.extend(paint::differs(cx, pos2(left + half, top + cx.style(Role::Note).line / 2.0)));
        paint::over_grid(marks, ui, cx, Text::new(&label, pos2(left + paint::MARK + 6.0, top)));
    } else if geometry.slots.beside {
        let value = value_label(cx, &place.value, &geometry.slots).size(ui.ctx());
        let middle = at.y + cx.style(geometry.slots.value).line / 2.0;
        marks.extend(paint::differs(cx, pos2(at.x + value.x / 2.0 + 8.0 + half, middle)));
    } else {
        marks.extend(paint::differs(cx, pos2(at.x, at.y - 2.0 - half)));
    }
}

/// The bracket over several places, with the figure that they have together.
fn bracket<'c>(ui: &Ui, cx: &Cx<'_>, geometry: &Geometry, chart: &Chart, span: &'c Span) -> Item<'c> {
    let y = geometry.bracket(ui, cx, chart, span);
    let middles = [span.first, span.last].map(|place| geometry.bars.middle(place));
    let line = geometry.bars.bracket(middles, y, BRACKET_END);
    let (left, right) = (line[0].x, line[3].x);
    let (value, words) = span_labels(cx, span, &geometry.slots);
    let (words_height, value_height) = (words.size(ui.ctx()).y, value.size(ui.ctx()).y);
    let tick = y - BRACKET[1];
    let top = tick - words_height - value_height;
    let area = Rect::from_min_max(pos2(left, top - 6.0), pos2(right, y));
    let stroke = Line::new(measure::AXIS, Paint::Bracket);
    let middle = area.center().x;
    // Grid lines run behind these words.
    let marks = vec![
        Shape::Polyline(line.into(), stroke).into(),
        Shape::segment(pos2(middle, y), pos2(middle, tick), stroke).into(),
        paint::halo(cx, &value, pos2(middle, top)).ink(Paint::Bracket).into(),
        paint::halo(cx, &words, pos2(middle, top + value_height)).ink(Paint::Bracket).into(),
    ];
    Item { target: Some(paint::span_target(area, span)), marks }
}
