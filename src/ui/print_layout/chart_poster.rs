//! The chart as a poster: title, what it shows in a sentence, the bars, their key, the totals, remarks, and who reported what.

use std::cell::RefCell;

use egui::{Pos2, Rect, Ui, pos2, vec2};

use super::columns::columns;
use crate::export::drawing::PageTag;
use crate::text::{Column, Say};
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Mark, Shape};
use crate::ui::personnel::Print;
use crate::ui::theme::{Role, measure};
use crate::ui::{Cx, widgets};

/// The margin, as a share of the shorter side.
const MARGIN: f32 = 0.052;
/// The height of the mark beside the title, and the gap after it.
const MARK: f32 = 30.0;
const AFTER_MARK: f32 = 14.0;
/// Under the exhibition's title, and under the heading.
const UNDER_TITLE: f32 = 18.0;
const UNDER_HEADING: f32 = 6.0;
/// Between the sentence and standing bars, which have free space over most of them.
const OVER_BARS: f32 = 12.0;
/// Between the sentence and lying bars, and between the remarks and the sources.
const GAP: f32 = 24.0;
/// Over the heading of the sources, and under it.
const SOURCES_GAP: [f32; 2] = [14.0, 4.0];
/// The least width of a column of sources.
const COLUMN: f32 = 430.0;
/// Between two of them.
const GUTTER: f32 = 36.0;
/// After a batch's name, and under an entry.
const NAME_GAP: f32 = 10.0;
const UNDER_ENTRY: f32 = 3.0;
/// The poster.
pub struct ChartPoster<'p> {
    cx: &'p Cx<'p>,
    print: Print<'p>,
    margin: f32,
    width: f32,
}

impl<'p> ChartPoster<'p> {
    /// The poster for the size that the layout gives; `None` where there is nothing to draw.
    #[must_use]
    pub fn new(cx: &'p Cx<'p>) -> Option<Self> {
        let size = cx.layout.size;
        let margin = MARGIN * size.min_elem();
        Some(Self { cx, print: Print::new(cx)?, margin, width: (size.x - 2.0 * margin).max(1.0) })
    }

    /// Its title: what it shows, and of which exhibition.
    #[must_use]
    pub fn title(&self) -> String {
        let (heading, exhibition) = (self.cx.say(Say::PersonnelPerBatch), self.cx.localized(&self.cx.x().title));
        if exhibition.is_empty() { heading } else { format!("{heading} – {exhibition}") }
    }

    /// The description of the chart, for screen readers.
    #[must_use]
    pub fn description(&self) -> String {
        self.print.description()
    }

    /// The least height at this width on which everything has room.
    #[must_use]
    pub fn least_height(&self, ui: &Ui) -> f32 {
        let heights = self.print.heights(ui, self.width);
        let header = self.header(ui, FlowMode::Measure, Pos2::ZERO);
        let around = 2.0 * self.margin + header + heights.footer + self.sources(ui, FlowMode::Measure, Pos2::ZERO);
        // The bars take half of the poster at least.
        around + heights.bars.max(around)
    }

    /// Its marks.
    #[must_use]
    pub fn marks(&self, ui: &Ui) -> Vec<Mark> {
        let marks = RefCell::default();
        let way = FlowMode::Collect(&marks);
        let size = self.cx.layout.size;
        let area = Rect::from_min_size(Pos2::ZERO, size).shrink(self.margin);
        let top = self.header(ui, way, area.min);
        let footer = self.print.heights(ui, self.width).footer;
        let sources = self.sources(ui, FlowMode::Measure, Pos2::ZERO);
        let bars = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), area.bottom() - footer - sources));
        way.put(ui, self.cx, [PageTag::Figure(self.description())]);
        way.put(ui, self.cx, self.print.bars(ui, bars));
        way.put(ui, self.cx, [PageTag::Paragraph]);
        self.print.footer_ui(ui, way, bars.left_bottom(), self.width);
        self.sources(ui, way, pos2(area.left(), area.bottom() - sources));
        marks.into_inner()
    }

    /// Title and sentence; returns their bottom with the gap below them.
    fn header(&self, ui: &Ui, way: FlowMode, at: Pos2) -> f32 {
        let cx = self.cx;
        let mut flow = Flow::new(ui, cx, way, at, self.width);
        let exhibition = cx.localized(&cx.x().title);
        if !exhibition.is_empty() {
            let line = cx.style(Role::Title).line;
            let mark = Rect::from_min_size(at + vec2(0.0, (line - MARK) / 2.0), vec2(MARK * 38.0 / 36.0, MARK));
            way.put(ui, cx, [PageTag::Ornament]);
            way.put(ui, cx, widgets::mark(mark, [cx.colors.text, cx.colors.accent, cx.colors.gold]));
            way.put(ui, cx, [PageTag::Paragraph]);
            let indent = mark.width() + AFTER_MARK;
            flow.pos.x += indent;
            flow.width -= indent;
            flow.words(&cx.x().title, Role::Title);
            flow.pos.x -= indent;
            flow.width += indent;
            flow.gap(UNDER_TITLE);
        }
        way.put(ui, cx, [PageTag::Title]);
        flow.text(&cx.say(Say::PersonnelPerBatch), Role::Heading);
        flow.gap(UNDER_HEADING);
        way.put(ui, cx, [PageTag::Paragraph]);
        flow.text(&self.print.sentence(), Role::Body);
        flow.gap(if self.print.lies(ui, self.width) { GAP } else { OVER_BARS });
        flow.pos.y
    }

    /// The sources in columns about equally high; returns their height, with the gap over them.
    fn sources(&self, ui: &Ui, way: FlowMode, at: Pos2) -> f32 {
        let cx = self.cx;
        let list = self.print.sources();
        if list.is_empty() {
            return 0.0;
        }
        let top = at.y + GAP;
        way.put(ui, cx, [Shape::rule(at.x, at.x + self.width, top, Line::new(measure::RULE, cx.colors.line))]);
        way.put(ui, cx, [PageTag::Subheading]);
        let mut flow = Flow::new(ui, cx, way, pos2(at.x, top + SOURCES_GAP[0]), self.width);
        flow.text(&cx.say(Say::Column(Column::Sources)), Role::NoteStrong);
        flow.gap(SOURCES_GAP[1]);
        let top = flow.pos.y;
        way.put(ui, cx, [PageTag::Paragraph]);
        top + reporters(ui, cx, way, pos2(at.x, top), (self.width, COLUMN, &list)) - at.y
    }
}

/// Who reported what, after its name, in columns at least so wide; returns their height.
pub fn reporters(
    ui: &Ui,
    cx: &Cx<'_>,
    way: FlowMode,
    at: Pos2,
    (whole, least, list): (f32, f32, &[(String, String)]),
) -> f32 {
    let count = ((whole + GUTTER) / (least + GUTTER)).floor().clamp(1.0, 6.0);
    let width = (whole - GUTTER * (count - 1.0)) / count;
    let measured = |(name, _): &(String, String)| cx.label(name, Role::MarkStrong).size(ui.ctx()).x;
    let lead = list.iter().map(measured).fold(0.0, f32::max).min(width * 0.4) + NAME_GAP;
    let height = |entry| self::entry(ui, cx, FlowMode::Measure, Pos2::ZERO, [lead, width], entry);
    let heights: Vec<f32> = list.iter().map(height).collect();
    let (places, height) = columns(&heights, count, at, width + GUTTER);
    for (item, place) in list.iter().zip(places) {
        entry(ui, cx, way, place, [lead, width], item);
    }
    height
}

/// What somebody reported, after its name; returns its height.
fn entry(
    ui: &Ui,
    cx: &Cx<'_>,
    way: FlowMode,
    at: Pos2,
    [lead, width]: [f32; 2],
    (name, words): &(String, String),
) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at, lead - NAME_GAP);
    flow.text(name, Role::MarkStrong);
    let bottom = flow.pos.y;
    let mut flow = Flow::new(ui, cx, way, at + vec2(lead, 0.0), width - lead);
    flow.dim(words, Role::Mark);
    flow.pos.y.max(bottom) + UNDER_ENTRY - at.y
}
