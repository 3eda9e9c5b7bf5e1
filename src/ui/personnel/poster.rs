//! The chart on paper: the same bars and words as on the screen, and, printed beside them, what their sheets would show: who
//! reported which number, and how a number was worked out.

use egui::{Pos2, Rect, Ui};

use super::footer::Footer;
use super::{LEAST_CHART, bars, first_and_last, rows};
use crate::model::{Figure, FigureState, Lang, Source, SourceId, summary};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::chart::places::{self, AxisSlot, Chart};
use crate::ui::chart::{Item, scale};
use crate::ui::flow::FlowMode;
use crate::ui::marks::Mark;

/// The chart of the batches on paper.
pub struct Print<'p> {
    cx: &'p Cx<'p>,
    chart: Chart,
}

/// The heights of the parts.
#[derive(Clone, Copy, Debug)]
pub struct Heights {
    /// The least height of the bars.
    pub bars: f32,
    /// The height of the key, the totals and the remarks.
    pub footer: f32,
}

impl<'p> Print<'p> {
    /// The chart; `None` where there are no batches to draw.
    #[must_use]
    pub fn new(cx: &'p Cx<'p>) -> Option<Self> {
        let chart = places::batches(cx);
        (!chart.places.is_empty()).then_some(Self { cx, chart })
    }

    /// The sentence over the chart; empty where nothing can be said in one.
    #[must_use]
    pub fn sentence(&self) -> String {
        first_and_last(self.cx).0
    }

    /// The chart for screen readers: its sentence, every bar and bracket, the totals, and the remarks on them.
    #[must_use]
    pub fn description(&self) -> String {
        let cx = self.cx;
        let mut sentences = vec![crate::export::pattern(cx.x(), cx.lang(), crate::export::Chart::Batches)];
        for (i, place) in self.chart.places.iter().enumerate() {
            sentences.push(place.name.clone());
            sentences.extend(self.chart.spans.iter().filter(|span| span.last == i).map(|span| span.name.clone()));
        }
        let last = places::published(cx).places.pop().filter(|_| summary(cx.x()).reported.is_some());
        sentences.extend(last.map(|total| total.name));
        sentences.push(cx.localized(&cx.x().notes.personnel));
        sentences
            .iter()
            .filter(|sentence| !sentence.is_empty())
            .map(|sentence| ended(sentence))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Who reported each number, and how it was worked out: “Batch 1” with “622: Xinhua, …; 496: The Paper, …”.
    #[must_use]
    pub fn sources(&self) -> Vec<(String, String)> {
        let cx = self.cx;
        let x = cx.x();
        let mut list = Vec::new();
        for slot in crate::model::slots(x) {
            list.push((cx.say(Say::Batch(slot.batch.number)), self.reporters(&slot.batch.figure)));
            for subtotal in x.subtotals.iter().filter(|subtotal| subtotal.last == slot.batch.number) {
                list.push((cx.say(Say::Batches(subtotal.first, subtotal.last)), self.reporters(&subtotal.figure)));
            }
        }
        list.retain(|(_, words)| !words.is_empty());
        list
    }

    /// Each number with the first of those who reported it.
    fn reporters(&self, figure: &Figure) -> String {
        let cx = self.cx;
        let mut parts: Vec<String> = Vec::new();
        let mut add = |number: &str, sources: &[SourceId]| {
            let source = sources.iter().find_map(|id| cx.x().source(id));
            let byline = source.map_or_else(|| cx.say(Say::NoSourceGiven), |source| byline(cx, source));
            parts.push(format!("{}{}{byline}", text::unbroken(number), text::colon(cx.lang())));
        };
        match &figure.state {
            FigureState::Reported { amount, sources } => add(&text::amount(cx.lang(), *amount), sources),
            FigureState::WorkedOut { terms } => {
                for term in terms {
                    add(&text::number(term.value.abs()), &term.sources);
                }
            }
            FigureState::NotPublished | FigureState::NotApplicable => {}
        }
        for report in &figure.also {
            add(&text::amount(cx.lang(), report.amount()), &report.sources);
        }
        if let FigureState::WorkedOut { terms } = &figure.state {
            let gap = if cx.lang() == Lang::En { " " } else { text::colon(cx.lang()) };
            parts.insert(0, format!("{}{gap}{}", cx.say(Say::Arithmetic), text::arithmetic(terms)));
        }
        parts.join(places::separator(cx))
    }

    /// How many places the chart has.
    #[must_use]
    pub fn count(&self) -> f32 {
        scale::count(self.chart.places.len())
    }

    /// The totals that were published, each in words with what the batches add up to, and who reported it.
    #[must_use]
    pub fn totals(&self) -> Vec<(String, Vec<SourceId>)> {
        let x = self.cx.x();
        let resolved = |place: &AxisSlot| {
            let total = x.totals.iter().find(|total| total.after_batch == place.batch)?;
            let others = total.figure.also.iter().flat_map(|report| &report.sources);
            let sources = total.figure.sources().into_iter().chain(others).cloned().collect();
            Some((ended(&place.name), sources))
        };
        places::published(self.cx).places.iter().filter_map(resolved).collect()
    }

    /// True where the bars lie: on paper that is higher than wide, or where there are too many to stand.
    #[must_use]
    pub fn lies(&self, ui: &Ui, width: f32) -> bool {
        self.cx.layout.portrait || bars::is_crowded(ui, self.cx, &self.chart, width)
    }

    /// The heights of the parts at a width.
    #[must_use]
    pub fn heights(&self, ui: &Ui, width: f32) -> Heights {
        let bars = if self.lies(ui, width) {
            rows::least_height(ui, self.cx, &self.chart, width)
        } else {
            LEAST_CHART.max(bars::least_height(ui, self.cx, &self.chart, width))
        };
        Heights { bars, footer: self.footer(ui, width).set(ui, FlowMode::Measure, Pos2::ZERO, &self.chart) }
    }

    fn footer(&self, ui: &Ui, width: f32) -> Footer<'_> {
        let words_beside = !self.lies(ui, width) && bars::has_words(ui, self.cx, &self.chart, width);
        Footer::printed(self.cx, width, words_beside)
    }

    /// The bars in an area.
    #[must_use]
    pub fn bars(&self, ui: &Ui, area: Rect) -> Vec<Mark> {
        let marks = |items: Vec<Item<'_>>| items.into_iter().flat_map(|item| item.marks).collect::<Vec<Mark>>();
        if self.lies(ui, area.width()) {
            let rows = rows::layout(ui, self.cx, area, Rect::EVERYTHING, &self.chart);
            marks(rows.items).into_iter().chain(rows.numbers).collect()
        } else {
            marks(bars::layout(ui, self.cx, area, &self.chart))
        }
    }

    /// The key, the totals and the remarks below them.
    pub fn footer_ui(&self, ui: &Ui, way: FlowMode, left_top: Pos2, width: f32) {
        self.footer(ui, width).set(ui, way, left_top, &self.chart);
    }
}

/// Who published it and when; no line breaks in the date.
fn byline(cx: &Cx<'_>, source: &Source) -> String {
    let when = source.date.map(|date| text::date(cx.lang(), date)).unwrap_or_default();
    text::byline(cx.lang(), source).replace(&when, &text::unbroken(&when))
}

/// A sentence with its end.
fn ended(sentence: &str) -> String {
    let has_end = sentence.ends_with(['.', '。', '།', '!', '?', '！', '？']);
    if has_end { sentence.to_owned() } else { format!("{sentence}.") }
}
