//! The layout of the chart of lying bars, measured once: measuring a thousand rows in each frame would be too slow.

use std::sync::Arc;

use egui::Ui;

use super::{BESIDE, BRACKET};
use crate::state::Rests;
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::chart::MARK;
use crate::ui::chart::lying::{BEFORE_MARK, Row, Words};
use crate::ui::chart::places::{AxisSlot, Chart, Look, Span};
use crate::ui::chart::scale::{per_person, void_length};
use crate::ui::memo::remembered;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;

/// Between the names and the axis.
pub const GUTTER: f32 = 16.0;
/// The least length that words leave to the longest bar.
const LEAST_LENGTH: f32 = 24.0;
/// The share of the plot that values may take at a size; where they would take more, they are set smaller.
const VALUE_SHARE: f32 = 0.6;
/// The least width of the words beside a bracket.
const LEAST_WORDS: f32 = 150.0;
/// Between the words of two rows.
const ROW_GAP: f32 = 10.0;
/// After the words beside a bar.
const AFTER_WORDS: f32 = 4.0;
/// Around words in the slot of a figure that is not published.
const AROUND_VOID: f32 = 36.0;
/// The width that a bracket leaves free.
const BRACKET_SPARE: f32 = 8.0;
/// What follows from the width alone.
pub struct Laid {
    /// The rows, from the top down.
    pub items: Vec<Row>,
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
    /// The length of the slot of a figure that is not published.
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
        let height = |label: &Label<'_>| label.size(ui.ctx()).y;
        let spans = chart.spans.iter().map(|span| laid.together(cx, span, most).iter().map(height).sum::<f32>());
        laid.least = heights.chain(spans).map(|height| height + ROW_GAP).fold(measure::BUTTON, f32::max);
        laid
    }

    fn lengths(&mut self, ui: &Ui, cx: &Cx<'_>, chart: &Chart, plot: f32) {
        self.per_person = per_person(chart, |_, place| {
            let (beside, _) = self.block(ui, cx, place);
            (plot - BESIDE - beside - AFTER_WORDS).max(LEAST_LENGTH)
        });
        let words = cx.label(&cx.say(Say::NotPublished), Role::Note).width(self.most).size(ui.ctx()).x;
        self.void = void_length(chart, self.per_person, words + AROUND_VOID).min(plot);
        self.void_reach = if self.void < words { self.void + BESIDE + words } else { self.void };
    }

    /// Gives a span a bracket where its places have no bars, it crosses no other, and its words have room; else a row of its own
    /// after its last place.
    fn arrange(&mut self, chart: &Chart, plot: f32) {
        let has_room = plot - self.void_reach - BESIDE - BRACKET[0] - BRACKET_SPARE >= LEAST_WORDS;
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
            self.items.push(Row::AxisSlot(place));
            let ends = |i: &usize| chart.spans[*i].last == place && !self.brackets.contains(i);
            self.items.extend((0..chart.spans.len()).filter(ends).map(Row::Span));
        }
    }

    /// The words of a place.
    pub fn words<'c>(&self, cx: &Cx<'_>, place: &'c AxisSlot) -> Words<'c> {
        let years = cx.lit(place.is_lit(|rests| rests.number() || rests.years));
        let cx = &cx.lit(place.is_lit(Rests::number));
        let note = |words: &str| cx.label(words, Role::Note).width(self.most).into_owned();
        let number = years.label(&place.batch.to_string(), Role::Strong).into_owned();
        let value = cx.label(place.printed(), self.value).width((self.most - mark_width(place)).max(1.0));
        let inside = match place.look {
            Look::WorkedOut(_) => Some(Say::WorkedOutShort),
            Look::NotPublished => Some(Say::NotPublished),
            Look::Reported(_) | Look::NotApplicable => None,
        };
        Words {
            names: [number, years.dim(&place.years, Role::Note)],
            inside: inside.map(|say| note(&cx.say(say))),
            value: Some(value).filter(|_| !place.printed().is_empty()),
            differs: !place.also.is_empty(),
            others: Some(note(&place.under)).filter(|_| !place.under.is_empty()).into_iter().collect(),
        }
    }

    /// The figure of several places, with its kind.
    pub fn together<'c>(&self, cx: &Cx<'_>, span: &'c Span, width: f32) -> Vec<Label<'c>> {
        let cx = cx.lit(span.is_lit());
        let set = |words: &'c str, role| cx.label(words, role).width(width.min(self.most));
        vec![set(&span.value, self.value), set(&span.words, Role::Note)]
    }

    /// The size of the words beside a bar, with those that may not fit into it.
    fn block(&self, ui: &Ui, cx: &Cx<'_>, place: &AxisSlot) -> (f32, f32) {
        let words = self.words(cx, place);
        let value = words.value.as_ref().map(|label| label.size(ui.ctx()));
        let mark = if words.differs { MARK } else { 0.0 };
        let first = value.map_or((mark, mark), |value| (value.x + mark_width(place), value.y.max(mark)));
        words
            .inside
            .iter()
            .chain(&words.others)
            .map(|label| label.size(ui.ctx()))
            .fold(first, |size, words| (size.0.max(words.x), size.1 + words.y))
    }
}

/// The width of the mark of other reports after a value, with the gap before it.
fn mark_width(place: &AxisSlot) -> f32 {
    if place.also.is_empty() { 0.0 } else { BEFORE_MARK + MARK }
}

fn name_size(ui: &Ui, cx: &Cx<'_>, place: &AxisSlot) -> (f32, f32) {
    let number = cx.label(&place.batch.to_string(), Role::Strong).size(ui.ctx());
    let years = cx.dim(&place.years, Role::Note).size(ui.ctx());
    (years.x.max(number.x), number.y + years.y)
}
