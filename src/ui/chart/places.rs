//! The content of the chart, as words and heights: the batches, or the totals published after them.

use crate::model::{Amount, Batch, Figure, FigureState, Report, Subtotal, When, slots, sum_through};
use crate::state::{Rests, Subject};
use crate::text::{self, Say, Trace};
use crate::ui::Cx;

/// How far the slot of an unpublished total stands off the axis, in points.
const OFF_AXIS: f32 = 28.0;

/// How a figure is drawn. A figure without a number has no height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// A full bar.
    Reported(f64),
    /// A pale bar with a firm outline and words in it.
    WorkedOut(f64),
    /// A low hatched slot with words in it.
    NotPublished,
    /// An en dash.
    NotApplicable,
}

impl Look {
    /// How a figure is drawn.
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        match (&figure.state, figure.amount()) {
            (FigureState::WorkedOut { .. }, Some(amount)) => Self::WorkedOut(amount.value),
            (_, Some(amount)) => Self::Reported(amount.value),
            (FigureState::NotApplicable, None) => Self::NotApplicable,
            (_, None) => Self::NotPublished,
        }
    }

    /// The number, where there is one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Reported(value) | Self::WorkedOut(value) => Some(value),
            Self::NotPublished | Self::NotApplicable => None,
        }
    }
}

/// One place on the axis.
#[derive(Clone, Debug)]
pub struct AxisSlot {
    /// The batch's number.
    pub batch: u32,
    /// Its years, with an asterisk where they are inferred.
    pub years: String,
    /// How it is drawn.
    pub look: Look,
    /// The number as printed; empty where there is none.
    pub value: String,
    /// Other reports; empty where there are none.
    pub also: Vec<String>,
    /// The number with a sign for its precision, as an audience sees it; empty where there is none.
    pub marked: String,
    /// Words under the years; mostly empty.
    pub under: String,
    /// Its name for screen readers.
    pub name: String,
    /// The sheet it opens.
    pub subject: Option<Subject>,
    /// How it rests on the source whose support is shown; `None` where nothing is highlighted.
    pub rests: Option<Rests>,
}

impl AxisSlot {
    /// True unless what `of` asks for is dimmed.
    #[must_use]
    pub fn is_lit(&self, of: impl FnOnce(Rests) -> bool) -> bool {
        self.rests.is_none_or(of)
    }

    /// The value as printed, or a dash where a figure is not applicable.
    #[must_use]
    pub fn printed(&self) -> &str {
        if self.look == Look::NotApplicable { "–" } else { &self.value }
    }

    /// True where nothing stands beside its slot, which leaves room for a bracket.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.look == Look::NotPublished && self.also.is_empty() && self.under.is_empty()
    }
}

/// A figure for several places together; never split among them.
#[derive(Clone, Debug)]
pub struct Span {
    /// The position of its first place.
    pub first: usize,
    /// The position of its last place.
    pub last: usize,
    /// Its batches: “2–4”.
    pub batches: String,
    /// The number as printed.
    pub value: String,
    /// What kind of number it is.
    pub words: String,
    /// Its name for screen readers.
    pub name: String,
    /// The sheet it opens.
    pub subject: Subject,
    /// How it rests on the source whose support is shown; `None` where nothing is highlighted.
    pub rests: Option<Rests>,
}

impl Span {
    /// True unless it is dimmed.
    #[must_use]
    pub fn is_lit(&self) -> bool {
        self.rests.is_none_or(Rests::any)
    }

    /// True where a place is one of them.
    #[must_use]
    pub fn covers(&self, place: usize) -> bool {
        (self.first..=self.last).contains(&place)
    }
}

/// The content of the chart.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// The places, from left to right.
    pub places: Vec<AxisSlot>,
    /// Figures for several of them together.
    pub spans: Vec<Span>,
    /// True for totals up to each place: between them the slot of an unpublished one stands off the axis, not to look like a low
    /// bar.
    pub is_running: bool,
}

impl Chart {
    /// The highest number; zero where there is none at all.
    #[must_use]
    pub fn highest(&self) -> f64 {
        self.places.iter().filter_map(|p| p.look.value()).fold(0.0, f64::max)
    }

    /// How far the slot of a figure stands off the axis, in points.
    #[must_use]
    pub fn off_axis(&self, look: Look) -> f32 {
        if self.is_running && look == Look::NotPublished { OFF_AXIS } else { 0.0 }
    }

    /// True where `wanted` holds for some place.
    #[must_use]
    pub fn has(&self, wanted: impl Fn(&AxisSlot) -> bool) -> bool {
        self.places.iter().any(wanted)
    }
}

/// A sample of the key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// A bar.
    Bar(Look),
    /// The mark of other reports.
    Differs,
    /// A figure that the source whose support is shown gives.
    Gives,
    /// A figure that is worked out with a number of it.
    GivesTerm,
    /// Figures that rest on other sources.
    Dimmed,
}

/// The entries of the key while what rests on a source is highlighted.
#[must_use]
pub fn highlight_key(chart: &Chart) -> Vec<(Sample, Say<'static>)> {
    let rests: Vec<Rests> =
        chart.places.iter().map(|p| p.rests).chain(chart.spans.iter().map(|s| s.rests)).flatten().collect();
    let entries = [
        (rests.iter().any(|rests| rests.itself), Sample::Gives, Trace::Gives),
        (rests.iter().any(|rests| rests.worked_out), Sample::GivesTerm, Trace::GivesTerm),
        (rests.iter().any(|rests| !rests.number()), Sample::Dimmed, Trace::Others),
    ];
    entries.into_iter().filter(|(has, ..)| *has).map(|(_, sample, words)| (sample, Say::Trace(words))).collect()
}

/// The entries of the key that the chart needs.
#[must_use]
pub fn key(chart: &Chart) -> Vec<(Sample, Say<'static>)> {
    let bar = |look: Look, say| {
        let is_alike = |place: &AxisSlot| std::mem::discriminant(&place.look) == std::mem::discriminant(&look);
        chart.has(is_alike).then_some((Sample::Bar(look), say))
    };
    let differs = chart.has(|place| !place.also.is_empty()).then_some((Sample::Differs, Say::ReportsDiffer));
    let bars = [
        bar(Look::Reported(0.0), Say::Reported),
        bar(Look::WorkedOut(0.0), Say::WorkedOut),
        bar(Look::NotPublished, Say::NotPublishedKey),
        bar(Look::NotApplicable, Say::NotApplicable),
    ];
    bars.into_iter().chain([differs]).flatten().collect()
}

/// The people of each batch, with the subtotals.
#[must_use]
pub fn batches(cx: &Cx<'_>) -> Chart {
    let places: Vec<AxisSlot> = slots(cx.x()).iter().map(|slot| of_batch(cx, slot.batch)).collect();
    let at = |number: u32| places.iter().position(|p| p.batch == number);
    let span = |subtotal: &Subtotal| {
        let (first, last) = (at(subtotal.first)?, at(subtotal.last)?);
        let value = text::amount(cx.lang(), subtotal.figure.amount()?);
        let subject = Subject::Subtotal(subtotal.first, subtotal.last);
        let rests = cx.rests(&subject);
        Some(Span {
            first,
            last,
            batches: format!("{}–{}", subtotal.first, subtotal.last),
            words: cx.say(together(subtotal)),
            name: cx.spoken(
                cx.say(Say::SubtotalName(subtotal.first, subtotal.last, &in_words(cx, &subtotal.figure))),
                rests,
            ),
            value,
            subject,
            rests,
        })
    };
    let spans = cx.x().subtotals.iter().filter_map(span).filter(|s| s.first <= s.last).collect();
    Chart { places, spans, is_running: false }
}

/// The words under a subtotal.
#[must_use]
pub fn together(subtotal: &Subtotal) -> Say<'static> {
    if matches!(subtotal.figure.state, FigureState::WorkedOut { .. }) { Say::TogetherWorkedOut } else { Say::Together }
}

/// A place with a figure; `name` makes its name from the figure in words and other reports.
fn place(cx: &Cx<'_>, batch: &Batch, figure: &Figure, name: impl FnOnce(&str, &str) -> String) -> AxisSlot {
    let also = others(cx, &figure.also);
    AxisSlot {
        batch: batch.number,
        years: years(batch),
        look: Look::of(figure),
        value: value(cx, figure),
        marked: figure.amount().map(text::marked).unwrap_or_default(),
        under: String::new(),
        name: name(&in_words(cx, figure), &listed(cx, &also)),
        subject: None,
        rests: None,
        also,
    }
}

/// The same with the sheet that it opens, and how it rests on the source whose support is shown.
fn opening(cx: &Cx<'_>, slot: AxisSlot, subject: Option<Subject>) -> AxisSlot {
    let none = || cx.highlights().map(|_| Rests::default());
    let rests = subject.as_ref().map_or_else(none, |subject| cx.rests(subject));
    AxisSlot { name: cx.spoken(slot.name, rests), subject, rests, ..slot }
}

fn of_batch(cx: &Cx<'_>, batch: &Batch) -> AxisSlot {
    let name =
        |figure: &str, also: &str| cx.say(Say::BarName { batch: batch.number, years: &years(batch), figure, also });
    opening(cx, place(cx, batch, &batch.figure, name), Some(Subject::Batch(batch.number)))
}

/// The totals published after each batch, beside the sums of the batches.
#[must_use]
pub fn published(cx: &Cx<'_>) -> Chart {
    let x = cx.x();
    let total = |batch: &Batch| {
        let found = x.total(batch.number);
        let none = Figure::not_published();
        let figure = found.map_or(&none, |total| &total.figure);
        let sum = sum_through(x, batch.number).map(|sum| text::amount(cx.lang(), sum)).unwrap_or_default();
        let name = |figure: &str, also: &str| cx.say(Say::TotalName { batch: batch.number, figure, also, sum: &sum });
        let adds_up = (!sum.is_empty()).then_some(Subject::SumThrough(batch.number));
        let under = if sum.is_empty() { String::new() } else { cx.say(Say::AddsUpTo(&sum)) };
        let slot = AxisSlot { under, ..place(cx, batch, figure, name) };
        opening(cx, slot, found.map(|total| Subject::Total(total.after_batch)).or(adds_up))
    };
    Chart { places: slots(x).iter().map(|slot| total(slot.batch)).collect(), spans: Vec::new(), is_running: true }
}

/// The years of a batch, with an asterisk where one of them is inferred.
#[must_use]
pub fn years(batch: &Batch) -> String {
    years_of(&batch.arrive, batch.leave.as_ref())
}

/// The years of several batches, from the arrival of the first to the end of the last; empty where one of them is missing.
#[must_use]
pub fn years_through(cx: &Cx<'_>, first: u32, last: u32) -> String {
    let found = |number: u32| cx.x().batches.iter().find(|b| b.number == number);
    let (Some(first), Some(last)) = (found(first), found(last)) else { return String::new() };
    years_of(&first.arrive, last.leave.as_ref())
}

fn years_of(arrive: &When, leave: Option<&When>) -> String {
    let years = text::years(arrive.date, leave.map(|when| when.date));
    let inferred = arrive.inferred || leave.is_some_and(|when| when.inferred);
    if inferred { format!("{years}*") } else { years }
}

/// Other reports, each once: “more than 850”, “850”, “about 800”.
#[must_use]
pub fn others(cx: &Cx<'_>, reports: &[Report]) -> Vec<String> {
    each_once(reports, |amount| text::amount(cx.lang(), amount))
}

fn each_once(reports: &[Report], words: impl Fn(Amount) -> String) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for words in reports.iter().map(|report| words(report.amount())) {
        if !list.contains(&words) {
            list.push(words);
        }
    }
    list
}

/// A list in one line: “more than 850; 850; about 800”.
#[must_use]
pub fn listed(cx: &Cx<'_>, list: &[String]) -> String {
    list.join(separator(cx))
}

/// The separator between two other reports.
#[must_use]
pub fn separator(cx: &Cx<'_>) -> &'static str {
    text::semicolon(cx.lang())
}

/// The number as printed on the chart; empty where there is none.
#[must_use]
pub fn value(cx: &Cx<'_>, figure: &Figure) -> String {
    figure.amount().map_or_else(String::new, |amount| text::amount(cx.lang(), amount))
}

/// The figure in words: its number and how it came about, or why there is none.
#[must_use]
pub fn in_words(cx: &Cx<'_>, figure: &Figure) -> String {
    text::figure(cx.lang(), figure, |amount| text::amount(cx.lang(), amount))
}
