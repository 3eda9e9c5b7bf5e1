//! The chart as standing bars, for a visitor and on paper: printed values, and the words of other reports where they have room.

use egui::{Align, Rect, Ui};

use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::chart::places::{self, AxisSlot, Chart, Look, Span};
use crate::ui::chart::scale::{BAR_SHARE, Bars, count};
use crate::ui::chart::standing::{Also, Column, Standing, span_height};
use crate::ui::chart::{Item, MARK, Measures};
use crate::ui::theme::Role;
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

/// What follows from the width alone.
struct Slots<'s> {
    ui: &'s Ui,
    cx: &'s Cx<'s>,
    /// The area of the axis' numbers.
    gutter: f32,
    /// The width of one slot.
    width: f32,
    /// The width of a bar.
    bar: f32,
    /// The words of other reports stand over the bars.
    words: bool,
    /// Where they do not, their mark stands beside the values, not over them.
    beside: bool,
    /// The values' size: smaller where a number would not fit its slot, since a number is never broken.
    value: Role,
}

/// Lays out the chart, from the back to the front.
pub fn layout<'c>(ui: &Ui, cx: &Cx<'_>, area: Rect, chart: &'c Chart) -> Vec<Item<'c>> {
    let slots = Slots::new(ui, cx, chart, area.width());
    let void = slots.inside(&cx.say(Say::NotPublished)).size(ui.ctx()).x + 8.0;
    let base = (area.bottom() - slots.axis_height(chart)).max(area.top() + 1.0);
    let plot = area.with_min_x(area.left() + slots.gutter).with_max_y(base);
    let standing = Standing {
        chart,
        columns: chart.places.iter().map(|place| slots.column(place)).collect(),
        spans: chart.spans.iter().map(|span| slots.span(span).into()).collect(),
        measures: Measures::of_view(cx),
        bars: Bars::standing(plot, (slots.width, slots.bar), slots.void_height()),
        void: void.clamp(slots.bar, slots.bar.max(slots.width - 4.0)),
        bottom: area.bottom(),
    };
    standing.items(ui, cx)
}

/// True where the words of other reports stand over the bars; where not, the mark alone does.
#[must_use]
pub fn has_words(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> bool {
    Slots::new(ui, cx, chart, width).words
}

/// True where standing bars would be too narrow for their words, or brackets would cross one another.
#[must_use]
pub fn is_crowded(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> bool {
    if width / count(chart.places.len().max(1)) < LEAST_SLOT {
        return true;
    }
    let slots = Slots::new(ui, cx, chart, width);
    let fits = |words: &str, area: f32| words.split_whitespace().all(|word| slots.width_of(word, slots.value) <= area);
    let crosses = |(i, span): (usize, &Span)| {
        chart.spans[..i].iter().any(|other| span.first <= other.last && other.first <= span.last)
    };
    slots.width < LEAST_SLOT
        || !chart.places.iter().all(|place| fits(&place.value, slots.width - 6.0))
        || !chart.spans.iter().all(|span| fits(&span.value, slots.span_width(span)))
        || chart.spans.iter().enumerate().any(crosses)
}

/// The least height at which every bar has room for its words.
#[must_use]
pub fn least_height(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> f32 {
    let slots = Slots::new(ui, cx, chart, width);
    let measures = Measures::of_view(cx);
    let stack = chart.places.iter().map(|place| slots.column(place).height(ui, &measures)).fold(0.0, f32::max);
    let span = chart.spans.iter().map(|span| span_height(ui, &measures, &slots.span(span))).fold(0.0, f32::max);
    slots.axis_height(chart) + stack + slots.void_height() + span + 100.0
}

impl<'s> Slots<'s> {
    fn new(ui: &'s Ui, cx: &'s Cx<'s>, chart: &Chart, width: f32) -> Self {
        let measured = |words: &str, role| cx.label(words, role).size(ui.ctx()).x;
        let gutter = (measured(&text::number(chart.highest().round()), Role::Note) + 14.0).max(44.0);
        let slot = (width - gutter) / count(chart.places.len().max(1));
        let fits = |word: &str| measured(word, Role::Value) <= slot - 10.0;
        let is_large = chart.places.iter().flat_map(|p| p.value.split_whitespace()).all(fits);
        let value = if is_large { Role::Value } else { Role::Strong };
        let fits_beside = |p: &AxisSlot| measured(&p.value, value) / 2.0 + 8.0 + MARK <= slot / 2.0 + 4.0;
        Self {
            ui,
            cx,
            gutter,
            width: slot,
            bar: (slot * BAR_SHARE).max(LEAST_BAR_WIDTH).min(slot - 4.0),
            words: cx.layout.size.x >= WINDOW_WITH_WORDS && slot >= SLOT_WITH_WORDS,
            beside: chart.places.iter().filter(|p| !p.also.is_empty()).all(|p| !p.value.is_empty() && fits_beside(p)),
            value,
        }
    }

    fn width_of(&self, words: &str, role: Role) -> f32 {
        self.cx.label(words, role).size(self.ui.ctx()).x
    }

    fn height_of(&self, label: &Label<'_>) -> f32 {
        label.size(self.ui.ctx()).y
    }

    /// Words inside a bar or slot.
    fn inside(&self, words: &str) -> Label<'static> {
        let label = self.cx.label(words, Role::Note).width((self.bar - 16.0).max(LEAST_WORDS)).align(Align::Center);
        label.into_owned()
    }

    fn void_height(&self) -> f32 {
        VOID_HEIGHT.max(self.height_of(&self.inside(&self.cx.say(Say::NotPublished))) + 22.0)
    }

    fn under<'t>(&self, words: &'t str) -> Label<'t> {
        self.cx.dim(words, Role::Note).width(self.width - 6.0).align(Align::Center)
    }

    /// The height of what stands under the axis: number, years, a sum.
    fn axis_height(&self, chart: &Chart) -> f32 {
        let height = |text: &str| if text.is_empty() { 0.0 } else { self.height_of(&self.under(text)) };
        let years = chart.places.iter().map(|p| height(&p.years)).fold(0.0, f32::max);
        let sums = chart.places.iter().map(|p| height(&p.under)).fold(0.0, f32::max);
        8.0 + self.cx.style(Role::Strong).line + years + sums
    }

    /// The words of a place.
    fn column<'c>(&self, place: &'c AxisSlot) -> Column<'c> {
        let inside = match place.look {
            Look::NotPublished => Some(Say::NotPublished),
            Look::WorkedOut(_) => Some(Say::WorkedOutShort),
            Look::Reported(_) | Look::NotApplicable => None,
        };
        let words = self.value_words(place);
        let value = self.cx.label(&words, self.value).align(Align::Center).into_owned();
        let over = if words.is_empty() { Vec::new() } else { vec![value] };
        let inside = inside.map(|say| self.inside(&self.cx.say(say)));
        Column { inside, over, also: self.also(place), under: self.below(place), free: None }
    }

    /// Number, years and a sum under the axis.
    fn below<'c>(&self, place: &'c AxisSlot) -> Vec<(f32, Label<'c>)> {
        let number = self.cx.label(&place.batch.to_string(), Role::Strong).align(Align::Center).into_owned();
        let years = self.under(&place.years);
        let at_years = 6.0 + self.height_of(&number);
        let at_sum = at_years + self.height_of(&years) + 2.0;
        let mut below = vec![(6.0, number), (at_years, years)];
        if !place.under.is_empty() {
            below.push((at_sum, self.under(&place.under).color(self.cx.colors.text)));
        }
        below
    }

    /// The value as it is printed. Where it is too long for one line, its precision word has one of its own.
    fn value_words(&self, place: &AxisSlot) -> String {
        let words = place.printed();
        let fits = self.width_of(words, self.value) <= self.width - 10.0;
        if fits { words.to_owned() } else { words.replace(' ', "\n") }
    }

    fn also(&self, place: &AxisSlot) -> Also<'static> {
        match (place.also.is_empty(), self.words) {
            (true, _) => Also::None,
            (false, true) => Also::Words(self.cx.dim(&self.also_words(place), Role::Note).into_owned()),
            (false, false) if self.beside => Also::Beside(self.width_of(&place.value, self.value)),
            (false, false) => Also::Over,
        }
    }

    /// The words of other reports. Lines break between two reports alone: a precision word stays with its number.
    fn also_words(&self, place: &AxisSlot) -> String {
        let cx = self.cx;
        let most = self.width - MARK - 10.0;
        let is_wide = |words: &str| cx.dim(words, Role::Note).size(self.ui.ctx()).x > most;
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

    fn span_width(&self, span: &Span) -> f32 {
        count(span.last - span.first) * self.width + self.bar
    }

    /// The number over a bracket, and its kind, no wider than it.
    fn span<'c>(&self, span: &'c Span) -> [Label<'c>; 2] {
        let set = |words: &'c str, role| self.cx.label(words, role).width(self.span_width(span)).align(Align::Center);
        [set(&span.value, self.value), set(&span.words, Role::Note)]
    }
}
