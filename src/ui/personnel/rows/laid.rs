//! Where everything stands in the chart of lying bars, measured once: a thousand rows are not measured in each frame.

use std::sync::Arc;

use egui::Ui;

use super::{BESIDE, BRACKET};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::memo::remembered;
use crate::ui::personnel::paint;
use crate::ui::personnel::places::{AxisSlot, Chart, Look, Span};
use crate::ui::personnel::scale::per_person;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;

/// Between the names and the axis.
pub const GUTTER: f32 = 16.0;
/// The area that the longest bar keeps beside its words.
const LEAST_LENGTH: f32 = 24.0;
/// The share of the plot that values may take at a size; where they would take more they are set smaller.
const VALUE_SHARE: f32 = 0.6;
/// The least width of the words beside a bracket.
const LEAST_WORDS: f32 = 150.0;
/// Between a value and the mark of other reports.
const BEFORE_MARK: f32 = 10.0;

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A place with its bar.
    AxisSlot(usize),
    /// A figure for several places together, where no bracket can stand beside them.
    Span(usize),
}

/// What follows from the width alone.
pub struct Laid {
    /// The rows, from the top down.
    pub items: Vec<Row>,
    /// The row of each place.
    pub row_of: Vec<usize>,
    /// The figures that stand beside a bracket.
    pub brackets: Vec<usize>,
    /// The width of the names.
    pub names: f32,
    /// The size of the values.
    pub value: Role,
    /// The most that words beside a bar may take.
    pub most: f32,
    /// The length of one person.
    pub per_person: f64,
    /// The length of the slot of what is not published.
    pub void: f32,
    /// How far it reaches with its words.
    pub void_reach: f32,
    /// The least height of a row.
    pub least: f32,
}

impl Laid {
    /// The layout of a chart at a width.
    pub fn of(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> Arc<Self> {
        remembered(ui, cx, "lying bars", (cx.state.chart(), width.to_bits()), || Self::new(ui, cx, chart, width))
    }

    fn new(ui: &Ui, cx: &Cx<'_>, chart: &Chart, width: f32) -> Self {
        let names = chart.places.iter().map(|p| name_size(ui, cx, p).0).fold(0.0, f32::max);
        let spans = chart.spans.iter().map(|s| cx.label(&s.batches, Role::Strong).size(ui.ctx()).x);
        let names = spans.fold(names, f32::max);
        let plot = (width - names - GUTTER).max(1.0);
        let most = (plot - LEAST_LENGTH - BESIDE).max(1.0);
        let widest = |role| {
            let widths = chart.places.iter().map(|p| cx.label(&p.value, role).size(ui.ctx()).x + mark_width(p));
            widths.fold(0.0, f32::max)
        };
        let value = [Role::Value, Role::Strong].into_iter().find(|role| widest(*role) <= plot * VALUE_SHARE);
        let mut laid = Self {
            items: Vec::new(),
            row_of: Vec::new(),
            brackets: Vec::new(),
            names,
            value: value.unwrap_or(Role::NoteStrong),
            most,
            per_person: 0.0,
            void: 0.0,
            void_reach: 0.0,
            least: measure::BUTTON,
        };
        laid.lengths(ui, cx, chart, plot);
        laid.arrange(chart, plot);
        let heights = chart.places.iter().map(|p| laid.block(ui, cx, p).1.max(name_size(ui, cx, p).1));
        let spans = chart.spans.iter().map(|span| laid.span_height(ui, cx, span));
        laid.least = heights.chain(spans).map(|height| height + 10.0).fold(measure::BUTTON, f32::max);
        laid
    }

    fn lengths(&mut self, ui: &Ui, cx: &Cx<'_>, chart: &Chart, plot: f32) {
        self.per_person = per_person(chart, |_, place| {
            let (beside, _) = self.block(ui, cx, place);
            (plot - BESIDE - beside - 4.0).max(LEAST_LENGTH)
        });
        let words = cx.label(&cx.say(Say::NotPublished), Role::Note).width(self.most).size(ui.ctx()).x;
        self.void = paint::void_length(chart, self.per_person, words + 36.0).min(plot);
        self.void_reach = if self.void < words { self.void + BESIDE + words } else { self.void };
    }

    /// A bracket stands where its places have no bars, it crosses no other, and there is room for its words; else the figure
    /// has a row of its own after its last place.
    fn arrange(&mut self, chart: &Chart, plot: f32) {
        let has_room = plot - self.void_reach - BESIDE - BRACKET >= LEAST_WORDS;
        let is_free = |span: &Span| chart.places[span.first..=span.last].iter().all(AxisSlot::is_bare);
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (i, span) in chart.spans.iter().enumerate() {
            let crosses = taken.iter().any(|&(first, last)| span.first <= last && first <= span.last);
            if has_room && !crosses && is_free(span) {
                taken.push((span.first, span.last));
                self.brackets.push(i);
            }
        }
        for place in 0..chart.places.len() {
            self.row_of.push(self.items.len());
            self.items.push(Row::AxisSlot(place));
            let ends = |i: &usize| chart.spans[*i].last == place && !self.brackets.contains(i);
            self.items.extend((0..chart.spans.len()).filter(ends).map(Row::Span));
        }
    }

    /// The size of what stands beside a bar, with the words that may not fit into it.
    fn block(&self, ui: &Ui, cx: &Cx<'_>, place: &AxisSlot) -> (f32, f32) {
        let value = self.value_label(cx, place.printed(), place).size(ui.ctx());
        let mark = if place.also.is_empty() { 0.0 } else { paint::MARK };
        let mut size = if place.printed().is_empty() { (mark, mark) } else { (value.x, value.y.max(mark)) };
        size.0 += if place.printed().is_empty() { 0.0 } else { mark_width(place) };
        let state = match place.look {
            Look::WorkedOut(_) => cx.say(Say::WorkedOutShort),
            Look::NotPublished => cx.say(Say::NotPublished),
            Look::Reported(_) | Look::NotApplicable => String::new(),
        };
        for words in [&state, &place.under].into_iter().filter(|words| !words.is_empty()) {
            let words = cx.label(words, Role::Note).width(self.most).size(ui.ctx());
            size = (size.0.max(words.x), size.1 + words.y);
        }
        size
    }

    fn span_height(&self, ui: &Ui, cx: &Cx<'_>, span: &Span) -> f32 {
        let value = cx.label(&span.value, self.value).width(self.most).size(ui.ctx()).y;
        value + cx.label(&span.words, Role::Note).width(self.most).size(ui.ctx()).y
    }

    /// The value of a place, as it is set beside its bar.
    pub fn value_label<'t>(&self, cx: &Cx<'_>, words: &'t str, place: &AxisSlot) -> Label<'t> {
        cx.label(words, self.value).width((self.most - mark_width(place)).max(1.0))
    }
}

/// The area of the mark of other reports after a value.
fn mark_width(place: &AxisSlot) -> f32 {
    if place.also.is_empty() { 0.0 } else { BEFORE_MARK + paint::MARK }
}

fn name_size(ui: &Ui, cx: &Cx<'_>, place: &AxisSlot) -> (f32, f32) {
    let number = cx.label(&place.batch.to_string(), Role::Strong).size(ui.ctx());
    let years = cx.dim(&place.years, Role::Note).size(ui.ctx());
    (years.x.max(number.x), number.y + years.y)
}
