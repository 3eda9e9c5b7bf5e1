//! The chart as standing bars, on a visitor's screen and on paper: printed values, and the words of other reports where they have
//! room.

use egui::{Align, Rect, Ui};

use crate::state::Rests;
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
/// The least width of a bar, for its words.
const LEAST_BAR_WIDTH: f32 = 68.0;
/// The least width of a line of words in a bar.
const LEAST_WORDS: f32 = 70.0;
/// The least width of a slot; the bars lie where it is less.
const LEAST_SLOT: f32 = 74.0;
/// The height of the slot of a figure that is not published, unless its words with the gaps around them need more.
const VOID_HEIGHT: f32 = 64.0;
const AROUND_VOID: f32 = 22.0;
/// What the width of such a slot adds to that of its words.
const BESIDE_VOID: f32 = 8.0;
/// Between two bars, between the words of two slots, and between two values.
const BAR_GAP: f32 = 4.0;
const WORDS_GAP: f32 = 6.0;
const VALUE_GAP: f32 = 10.0;
/// Around words in a bar.
const AROUND_INSIDE: f32 = 16.0;
/// The least height of the bars alone.
const LEAST_BARS: f32 = 100.0;
/// The least width of the axis' numbers, and from them to the axis.
const LEAST_GUTTER: f32 = 44.0;
const GUTTER_GAP: f32 = 14.0;
/// From a value to the mark of other reports beside it, and how far the mark may reach over its slot.
const BEFORE_MARK: f32 = 8.0;
const MARK_REACH: f32 = 4.0;
/// What the words of other reports leave of their slot's width, beside the mark.
const ALSO_GAP: f32 = 10.0;
/// From the axis to the number, and from the years to the sum.
const UNDER_AXIS: f32 = 6.0;
const UNDER_YEARS: f32 = 2.0;

/// What follows from the width alone.
struct Slots<'s> {
    ui: &'s Ui,
    cx: &'s Cx<'s>,
    /// The width of the axis' numbers.
    gutter: f32,
    /// The width of one slot.
    width: f32,
    /// The width of a bar.
    bar: f32,
    /// Whether the words of other reports stand over the bars.
    words: bool,
    /// Whether the mark alone stands beside the values, not over them.
    beside: bool,
    /// The values' size: smaller where a number would not fit its slot, since a number is never broken.
    value: Role,
}

/// Lays out the chart, from the back to the front.
pub fn layout<'c>(ui: &Ui, cx: &Cx<'_>, area: Rect, chart: &'c Chart) -> Vec<Item<'c>> {
    let slots = Slots::new(ui, cx, chart, area.width());
    let void = slots.inside(&cx.say(Say::NotPublished)).size(ui.ctx()).x + BESIDE_VOID;
    let base = (area.bottom() - slots.axis_height(chart)).max(area.top() + 1.0);
    let plot = area.with_min_x(area.left() + slots.gutter).with_max_y(base);
    let standing = Standing {
        chart,
        columns: chart.places.iter().map(|place| slots.column(place)).collect(),
        spans: chart.spans.iter().map(|span| slots.span(span).into()).collect(),
        measures: Measures::of_view(cx),
        bars: Bars::standing(plot, (slots.width, slots.bar), slots.void_height()),
        void: void.clamp(slots.bar, slots.bar.max(slots.width - BAR_GAP)),
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
        || !chart.places.iter().all(|place| fits(&place.value, slots.width - WORDS_GAP))
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
    if cx.layout.low {
        // Words over a bracket and those over a high bar stand side by side.
        return slots.axis_height(chart) + (stack + LEAST_BARS).max(slots.void_height() + span);
    }
    slots.axis_height(chart) + stack + slots.void_height() + span + LEAST_BARS
}

impl<'s> Slots<'s> {
    fn new(ui: &'s Ui, cx: &'s Cx<'s>, chart: &Chart, width: f32) -> Self {
        let measured = |words: &str, role| cx.label(words, role).size(ui.ctx()).x;
        let gutter = (measured(&text::number(chart.highest().round()), Role::Note) + GUTTER_GAP).max(LEAST_GUTTER);
        let slot = (width - gutter) / count(chart.places.len().max(1));
        let fits = |word: &str| measured(word, Role::Value) <= slot - VALUE_GAP;
        let is_large = chart.places.iter().flat_map(|p| p.value.split_whitespace()).all(fits);
        let value = if is_large { Role::Value } else { Role::Strong };
        let fits_beside =
            |p: &AxisSlot| measured(&p.value, value) / 2.0 + BEFORE_MARK + MARK <= slot / 2.0 + MARK_REACH;
        Self {
            ui,
            cx,
            gutter,
            width: slot,
            bar: (slot * BAR_SHARE).max(LEAST_BAR_WIDTH).min(slot - BAR_GAP),
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
        let label =
            self.cx.label(words, Role::Note).width((self.bar - AROUND_INSIDE).max(LEAST_WORDS)).align(Align::Center);
        label.into_owned()
    }

    fn void_height(&self) -> f32 {
        VOID_HEIGHT.max(self.height_of(&self.inside(&self.cx.say(Say::NotPublished))) + AROUND_VOID)
    }

    fn under<'t>(&self, words: &'t str) -> Label<'t> {
        self.cx.dim(words, Role::Note).width(self.width - WORDS_GAP).align(Align::Center)
    }

    /// The height of the words under the axis: number, years, a sum.
    fn axis_height(&self, chart: &Chart) -> f32 {
        let height = |text: &str| if text.is_empty() { 0.0 } else { self.height_of(&self.under(text)) };
        let years = chart.places.iter().map(|p| height(&p.years)).fold(0.0, f32::max);
        let sums = chart.places.iter().map(|p| height(&p.under)).fold(0.0, f32::max);
        UNDER_AXIS + UNDER_YEARS + self.cx.style(Role::Strong).line + years + sums
    }

    /// The words of a place.
    fn column<'c>(&self, place: &'c AxisSlot) -> Column<'c> {
        let toned = |of: fn(Rests) -> bool| self.cx.lit(place.is_lit(of));
        let (number, years, others) =
            (toned(Rests::number), toned(|rests| rests.number() || rests.years), toned(|rests| rests.other_report));
        let column = Slots { cx: &number, ..*self }.over(place);
        let also = Slots { cx: &others, ..*self }.also(place);
        Column { also, under: Slots { cx: &years, ..*self }.below(place), ..column }
    }

    /// What stands in the bar of a place and over it.
    fn over<'c>(&self, place: &'c AxisSlot) -> Column<'c> {
        let inside = match place.look {
            Look::NotPublished => Some(Say::NotPublished),
            Look::WorkedOut(_) => Some(Say::WorkedOutShort),
            Look::Reported(_) | Look::NotApplicable => None,
        };
        let words = self.value_words(place);
        let value = self.cx.label(&words, self.value).align(Align::Center).into_owned();
        let over = if words.is_empty() { Vec::new() } else { vec![value] };
        let inside = inside.map(|say| self.inside(&self.cx.say(say)));
        Column { inside, over, ..Column::default() }
    }

    /// Number, years and a sum under the axis.
    fn below<'c>(&self, place: &'c AxisSlot) -> Vec<(f32, Label<'c>)> {
        let number = self.cx.label(&place.batch.to_string(), Role::Strong).align(Align::Center).into_owned();
        let years = self.under(&place.years);
        let at_years = UNDER_AXIS + self.height_of(&number);
        let at_sum = at_years + self.height_of(&years) + UNDER_YEARS;
        let mut below = vec![(UNDER_AXIS, number), (at_years, years)];
        if !place.under.is_empty() {
            below.push((at_sum, self.under(&place.under).color(self.cx.colors.text)));
        }
        below
    }

    /// The value as printed. Where it is too long for one line, its precision word has a line of its own.
    fn value_words(&self, place: &AxisSlot) -> String {
        let words = place.printed();
        let fits = self.width_of(words, self.value) <= self.width - VALUE_GAP;
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

    /// The words of other reports. Lines break only between two reports: a precision word stays with its number.
    fn also_words(&self, place: &AxisSlot) -> String {
        let cx = self.cx;
        let most = self.width - MARK - ALSO_GAP;
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
        let cx = self.cx.lit(span.is_lit());
        let set = |words: &'c str, role| cx.label(words, role).width(self.span_width(span)).align(Align::Center);
        [set(&span.value, self.value), set(&span.words, Role::Note)]
    }
}
