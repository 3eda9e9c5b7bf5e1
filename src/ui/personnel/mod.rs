//! The personnel view: people per batch as a chart, as a table, or as the published totals; below it the key, the switch, the
//! totals and remarks on them.

mod bars;
mod footer;
mod paint;
mod poster;
mod rows;
mod table;

use std::sync::Arc;

use egui::{Id, Pos2, Rect, Sense, Ui, WidgetInfo, accesskit, pos2, vec2};

use crate::export::{self, Chart, TableFormat};
use crate::model::{Batch, FigureState};
use crate::state::years::has_arrived;
use crate::state::{Action, ChartMode, Scrollable, Subject};
use crate::text::{self, Say};
use crate::ui::scrolling;

use super::chart::places;
use super::flow::FlowMode;
use super::heading::{self, Below, heading_ui, right_aligned};
use super::memo::remembered;
use super::presenter::{HEIGHT, Large, Pen};
use super::theme::{Role, measure};
use super::{Cx, card, frame, widgets, years};
use footer::Footer;
pub use poster::Print;

/// The least height at which a chart of standing bars can be read.
const LEAST_CHART: f32 = 360.0;
/// Between a view's content and the window's or the tabs' edge.
const BELOW: f32 = 20.0;
/// The least height from the view's top to the remark.
const HEADER: f32 = 76.0;
/// Before the card, and under it.
const BEFORE_CARD: f32 = 40.0;
const UNDER_CARD: f32 = 24.0;
/// Around the words of the button that copies, and the least gap before it.
const COPY_PAD: f32 = 44.0;
const COPY_GAP: f32 = 24.0;
/// Over the remark, under it, and where there is none.
const OVER_REMARK: f32 = 4.0;
const UNDER_REMARK: f32 = 16.0;
const NO_REMARK: f32 = 24.0;
/// How far the remark's target reaches over and under its words.
const REMARK_REACH: f32 = 2.0;
/// The width of a focus ring or a touched ground beside the content.
const RING: f32 = 8.0;
/// Under the chart of a low window.
const LOW_END: f32 = 12.0;
/// Over the words of an empty chart.
const OVER_EMPTY: f32 = 40.0;

/// Draws the view into its area, heading included.
pub fn personnel_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let mode = cx.state.chart();
    let heading = cx.say(if mode == ChartMode::Running { Say::PublishedTotals } else { Say::PersonnelPerBatch });
    let below = heading_ui(ui, cx, area, &heading, (&[], 0.0));
    let below = Below { end: years::button_ui(ui, cx, &below), ..below };
    if mode == ChartMode::Table {
        copy_ui(ui, cx, &below);
    }
    if cx.layout.low {
        low_ui(ui, cx, below.area);
        return;
    }
    let (remark, subject) = remark(cx);
    let heading_bottom = below.middle + cx.style(Role::Heading).line / 2.0;
    // Across a room the figure comes first, and in a slim window the band at the foot takes its room.
    let is_left_out = cx.is_across_a_room() || (cx.layout.slim && cx.band > 0.0);
    let remark = if is_left_out { String::new() } else { remark };
    let top = remark_ui(ui, cx, area, heading_bottom.max(area.top() + HEADER), (&remark, subject.as_ref()));
    let mut content = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), area.bottom()));
    if has_card(cx) {
        let side = Rect::from_min_max(pos2(content.right() - measure::CARD, content.top()), content.max);
        card::province_card_ui(ui, cx, side.with_max_y(side.bottom() - UNDER_CARD));
        content.max.x = side.left() - BEFORE_CARD;
    }
    content_ui(ui, cx, content);
}

/// The height of the view where it scrolls as a whole: the chart fills the window, all else follows.
pub fn page_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let chart = chart(ui, cx);
    if chart.places.is_empty() {
        return 0.0;
    }
    let (remark, _) = remark(cx);
    let remark = if remark.is_empty() { 0.0 } else { cx.label(&remark, Role::Body).width(width).size(ui.ctx()).y };
    let form = Form::of(ui, cx, &chart, width);
    heading::taken(cx)
        + form.low_height(ui, cx, &chart, width)
        + UNDER_REMARK
        + remark
        + form.footer(ui, cx, &chart, width)
        + BELOW
}

/// In a low window the whole chart comes first, then the remark, the key, the switch and the totals.
fn low_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let chart = chart(ui, cx);
    if chart.places.is_empty() {
        empty_ui(ui, cx, area);
        return;
    }
    let form = Form::of(ui, cx, &chart, area.width());
    let body = area.with_max_y(area.top() + form.low_height(ui, cx, &chart, area.width()));
    form.chart_ui(ui, cx, body, &chart);
    let (remark, subject) = remark(cx);
    let top = remark_ui(ui, cx, area, body.bottom() + UNDER_REMARK - OVER_REMARK, (&remark, subject.as_ref()));
    let footer = Footer::new(ui, cx, area.width(), form.words_beside);
    footer.set(ui, FlowMode::Name, pos2(area.left(), top - UNDER_REMARK), &chart);
}

/// Whether all batches have arrived by the year that is looked at: else what is said of all of them is set back.
fn is_whole(cx: &Cx<'_>) -> bool {
    cx.x().batches.iter().all(|batch| has_arrived(cx.x(), batch.number, cx.year))
}

/// The remark under the heading, with what it rests on.
fn remark(cx: &Cx<'_>) -> (String, Option<Subject>) {
    if cx.state.chart() == ChartMode::Running { (cx.say(Say::RunningNote), None) } else { first_and_last(cx) }
}

/// The chart of the mode.
fn chart(ui: &Ui, cx: &Cx<'_>) -> Arc<places::Chart> {
    remembered(ui, cx, "chart", (cx.state.chart(), cx.trace().map(|trace| &trace.source.id)), || {
        match cx.state.chart() {
            ChartMode::Running => places::published(cx),
            ChartMode::Bars | ChartMode::Table => places::batches(cx),
        }
    })
}

fn empty_ui(ui: &Ui, cx: &Cx<'_>, content: Rect) {
    let words = cx.say(Say::NoTotalFound);
    cx.label(&words, Role::CardHeading).width(content.width()).at(ui, pos2(content.left(), content.top() + OVER_EMPTY));
}

/// How the chart is drawn at a width.
#[derive(Clone, Copy)]
struct Form {
    lying: bool,
    /// As an audience sees it: across a room the figure comes first.
    large: bool,
    words_beside: bool,
}

impl Form {
    fn of(ui: &Ui, cx: &Cx<'_>, chart: &places::Chart, width: f32) -> Self {
        let lying = cx.layout.portrait || bars::is_crowded(ui, cx, chart, width);
        let words_beside = cx.state.chart() == ChartMode::Table || (!lying && bars::has_words(ui, cx, chart, width));
        let large = cx.layout.low && cx.is_across_a_room() && !lying && cx.state.chart() == ChartMode::Bars;
        Self { lying, large, words_beside: words_beside || large }
    }

    fn footer(self, ui: &Ui, cx: &Cx<'_>, chart: &places::Chart, width: f32) -> f32 {
        Footer::new(ui, cx, width, self.words_beside).set(ui, FlowMode::Measure, Pos2::ZERO, chart)
    }

    /// The least height of the chart.
    fn least(self, ui: &Ui, cx: &Cx<'_>, chart: &places::Chart, width: f32) -> f32 {
        match cx.state.chart() {
            ChartMode::Table => table::height(ui, cx, width),
            ChartMode::Bars | ChartMode::Running if self.lying => rows::least_height(ui, cx, chart, width),
            // Its sizes follow the window's height.
            ChartMode::Bars | ChartMode::Running if self.large => 0.0,
            ChartMode::Bars | ChartMode::Running => bars::least_height(ui, cx, chart, width),
        }
    }

    /// The height of the chart in a low window, which it fills.
    fn low_height(self, ui: &Ui, cx: &Cx<'_>, chart: &places::Chart, width: f32) -> f32 {
        self.least(ui, cx, chart, width).max(frame::view_height(cx) - heading::taken(cx) - LOW_END)
    }

    fn chart_ui(self, ui: &mut Ui, cx: &Cx<'_>, body: Rect, chart: &places::Chart) {
        described_ui(ui, cx, body);
        match cx.state.chart() {
            ChartMode::Table => table::table_ui(ui, cx, body),
            ChartMode::Bars | ChartMode::Running if self.lying => rows::rows_ui(ui, cx, body, chart),
            ChartMode::Bars | ChartMode::Running if self.large => large_ui(ui, cx, body, chart),
            ChartMode::Bars | ChartMode::Running => paint::items_ui(ui, cx, bars::layout(ui, cx, body, chart)),
        }
    }
}

/// Draws the button that copies the table, where the heading leaves room for it.
fn copy_ui(ui: &Ui, cx: &Cx<'_>, below: &Below) {
    // Nobody can paste at a kiosk.
    if cx.state.kiosk().is_some() {
        return;
    }
    let words = cx.say(Say::CopyTable);
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + COPY_PAD;
    let [area] = right_aligned(below.end, below.middle, measure::BUTTON, 0.0, &[width])[..] else { return };
    if area.left() < below.right + COPY_GAP {
        return;
    }
    let style = cx.style(Role::Label);
    if widgets::button(ui, area, Id::unique("copy table"), (None, &words), &style, &cx.colors, true).clicked() {
        cx.send(Action::Copy(export::sorted_table(cx.x(), cx.lang(), TableFormat::Tsv, cx.state.sort())));
    }
}

/// True where the card and the chart have room side by side.
fn has_card(cx: &Cx<'_>) -> bool {
    let chosen = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
    chosen.is_some() && !cx.layout.narrow && !cx.layout.folded
}

/// Draws the remark under the heading, which opens the source of its numbers; returns the top of the content.
fn remark_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, top: f32, (remark, subject): (&str, Option<&Subject>)) -> f32 {
    if remark.is_empty() {
        return top + NO_REMARK;
    }
    let label = cx.label(remark, Role::Body).width(area.width());
    // Its numbers rest on one source together.
    let slots = crate::model::slots(cx.x());
    let ends = [slots.first(), slots.last()].into_iter().flatten().map(|slot| Subject::Batch(slot.batch.number));
    let is_lit = subject.is_none() || ends.filter_map(|subject| cx.rests(&subject)).all(|rests| rests.itself);
    let is_lit = is_lit && is_whole(cx);
    let place = Rect::from_min_size(pos2(area.left(), top + OVER_REMARK), label.size(ui.ctx()));
    let target = place.expand2(vec2(RING, REMARK_REACH));
    let touch = paint::opens(ui, cx, widgets::target(target), Id::unique("remark on the personnel"), subject, remark);
    if subject.is_some() {
        ui.painter().rect_filled(target, measure::RADIUS_ROW, cx.touched(cx.colors.bg, &touch.response));
    }
    label.color(cx.lit(is_lit).colors.text).paint(ui, place.min);
    widgets::focus_ring(ui, &touch.response.with_new_rect(target), measure::RADIUS_ROW, &cx.colors);
    place.bottom() + UNDER_REMARK
}

/// Draws the content under the heading, which scrolls where it is taller than its area.
fn content_ui(ui: &mut Ui, cx: &Cx<'_>, content: Rect) {
    let chart = chart(ui, cx);
    if chart.places.is_empty() {
        empty_ui(ui, cx, content);
        return;
    }
    let form = Form::of(ui, cx, &chart, content.width());
    let footer_height = form.footer(ui, cx, &chart, content.width());
    let least = form.least(ui, cx, &chart, content.width());
    let is_standing = cx.state.chart() != ChartMode::Table && !form.lying;
    let least = if is_standing { least.max(LEAST_CHART) } else { least };
    let parts = |ui: &mut Ui, place: Rect| {
        let body = place.with_max_y(place.bottom() - footer_height - BELOW);
        form.chart_ui(ui, cx, body, &chart);
        let footer = Footer::new(ui, cx, content.width(), form.words_beside);
        footer.set(ui, FlowMode::Name, pos2(place.left(), body.bottom()), &chart);
    };
    if least <= content.height() - footer_height - BELOW {
        parts(ui, content);
    } else {
        // Leaves room for focus rings at the sides.
        let seen = content.expand2(vec2(RING, 0.0));
        let surface = Scrollable::Personnel(cx.state.chart());
        scrolling::area(ui, cx, surface, (seen, least + footer_height + BELOW), |ui, place| {
            parts(ui, place.shrink2(vec2(RING, 0.0)));
        });
    }
}

/// Draws the chart as an audience sees it, in the sizes of the window's height.
fn large_ui(ui: &Ui, cx: &Cx<'_>, body: Rect, chart: &places::Chart) {
    let pen = Pen { ui, cx, area: body, scale: cx.layout.size.y / HEIGHT, named: true };
    let mut large = Large::of(&pen, chart, Rect::from_min_size(Pos2::ZERO, vec2(pen.width(), pen.height())));
    paint::items_ui(ui, cx, std::mem::take(&mut large.items));
    large.total_ui(&pen);
}

/// Describes the chart or table for screen readers only: the bars show the same.
fn described_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let (chart, heading) = match cx.state.chart() {
        ChartMode::Running => (Chart::Totals, Say::PublishedTotals),
        ChartMode::Bars | ChartMode::Table => (Chart::Batches, Say::PersonnelPerBatch),
    };
    let role = if cx.state.chart() == ChartMode::Table { accesskit::Role::Table } else { accesskit::Role::Figure };
    let response = ui.interact(area, Id::unique("what the chart shows"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, cx.say(heading)));
    let pattern = remembered(ui, cx, "pattern", chart, || export::pattern(cx.x(), cx.lang(), chart));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(pattern.as_str()));
}

/// One sentence on the first and the last batch, where one source reports both, and what it rests on.
fn first_and_last(cx: &Cx<'_>) -> (String, Option<Subject>) {
    let slots = crate::model::slots(cx.x());
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return (String::new(), None) };
    let reported = |batch: &Batch| match batch.figure.state {
        FigureState::Reported { amount, .. } => Some(text::amount(cx.lang(), amount)),
        _ => None,
    };
    let (Some(one), Some(other)) = (reported(first.batch), reported(last.batch)) else { return (String::new(), None) };
    let theirs = last.batch.figure.sources();
    let common = first.batch.figure.sources().into_iter().find(|id| theirs.contains(id));
    let Some(source) = common.and_then(|id| cx.x().source(id)) else { return (String::new(), None) };
    if first.batch.number != 1 || last.batch.number == 1 {
        return (String::new(), None);
    }
    let byline = text::byline(cx.lang(), source);
    let words = Say::FirstAndLast { first: &one, batch: last.batch.number, last: &other, byline: &byline };
    (cx.say(words), Some(Subject::Batch(last.batch.number)))
}
