//! What stands under the chart or table: key and switch, the totals, other reports where the chart has no room for their
//! words, and remarks.

use egui::{Align, CornerRadius, Id, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::paint;
use super::places::{self, Chart, Look, Sample, key};
use crate::model::{Amount, Summary, Total, summary};
use crate::state::{Action, ChartMode, Subject};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Mark, Paint, Shape, Text};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// The height of the switch.
const SWITCH: f32 = 54.0;
/// The least width for the key beside the switch.
const KEY_BESIDE: f32 = 300.0;
/// The least width for the four totals side by side.
const FOUR_COLUMNS: f32 = 800.0;
/// The least width of a column for words as large as the figures beside them.
const WIDE_COLUMN: f32 = 300.0;
/// Between two of them.
const COLUMN_GAP: f32 = 24.0;
/// How the width is shared among them.
const COLUMNS: [f32; 4] = [0.315, 0.228, 0.228, 0.229];
/// The gap between two entries of the key.
const KEY_GAP: f32 = 30.0;
/// The size of a sample in the key.
const SAMPLE: [f32; 2] = [36.0, 26.0];

/// Other reports are listed for so many batches; where there are more, their marks, the sheets and the table tell them.
const MOST_LISTED: usize = 24;

/// What stands under the chart or table.
pub struct Footer<'f> {
    cx: &'f Cx<'f>,
    width: f32,
    switch: Vec<(ChartMode, String, f32)>,
    words_beside: bool,
}

impl<'f> Footer<'f> {
    /// The footer of a view of this width; `words_beside` where the chart itself has the words of other reports.
    #[must_use]
    pub fn new(ui: &Ui, cx: &'f Cx<'f>, width: f32, words_beside: bool) -> Self {
        let segment = |mode| {
            let words = cx.say(Say::ChartMode(mode));
            let width = cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + 44.0;
            (mode, words, width)
        };
        Self { cx, width, switch: ChartMode::ALL.map(segment).into(), words_beside }
    }

    /// The same on paper: nothing to switch or to open.
    #[must_use]
    pub fn printed(cx: &'f Cx<'f>, width: f32, words_beside: bool) -> Self {
        Self { cx, width, switch: Vec::new(), words_beside }
    }

    /// Its height.
    #[must_use]
    pub fn height(&self, ui: &Ui, chart: &Chart) -> f32 {
        self.run(ui, FlowMode::Measure, Pos2::ZERO, chart)
    }

    /// Draws it, or adds it to the marks of a page.
    pub fn draw(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) {
        self.run(ui, way, pos, chart);
    }

    fn run(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) -> f32 {
        let mut y = pos.y + 20.0;
        y = self.key_and_switch(ui, way, pos2(pos.x, y), chart) + 20.0;
        let line = Line::new(measure::AXIS, self.cx.colors.text);
        way.put(ui, self.cx, [Shape::rule(pos.x, pos.x + self.width, y, line)]);
        y = self.totals(ui, way, pos2(pos.x, y + 16.0)) + 12.0;
        if !self.words_beside {
            y = self.others(ui, way, pos2(pos.x, y), chart);
        }
        self.notes(ui, way, pos2(pos.x, y)) - pos.y
    }

    fn key_and_switch(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) -> f32 {
        if self.switch.is_empty() {
            return pos.y + self.key(ui, way, pos, self.width, &key(chart));
        }
        let switch_width: f32 = self.switch.iter().map(|(_, _, width)| width).sum::<f32>() + 6.0;
        let key_width = self.width - switch_width - 32.0;
        let beside = key_width >= KEY_BESIDE;
        let entries = key(chart);
        let entries = if self.cx.state.chart() == ChartMode::Table { Vec::new() } else { entries };
        let key_height = self.key(ui, FlowMode::Measure, pos, if beside { key_width } else { self.width }, &entries);
        let height = if beside { SWITCH.max(key_height) } else { key_height + 12.0 + SWITCH };
        if way != FlowMode::Measure {
            let top = if beside { pos.y + (height - key_height) / 2.0 } else { pos.y };
            self.key(ui, way, pos2(pos.x, top), if beside { key_width } else { self.width }, &entries);
            let top = if beside { pos.y + (height - SWITCH) / 2.0 } else { pos.y + height - SWITCH };
            self.switch_ui(
                ui,
                Rect::from_min_size(pos2(pos.x + self.width - switch_width, top), vec2(switch_width, SWITCH)),
            );
        }
        pos.y + height
    }

    /// Sets the key in lines of a width, and gives its height.
    fn key(&self, ui: &Ui, way: FlowMode, pos: Pos2, width: f32, entries: &[(Sample, Say<'static>)]) -> f32 {
        let line = self.cx.style(Role::Label).line.max(SAMPLE[1] + 8.0);
        let mut at = vec2(0.0, 0.0);
        for (sample, say) in entries {
            let words = self.cx.say(*say);
            let label = self.cx.label(&words, Role::Label);
            let sample_width = if matches!(sample, Sample::Differs) { paint::MARK } else { SAMPLE[0] };
            let entry = sample_width + 12.0 + label.size(ui.ctx()).x;
            if at.x > 0.0 && at.x + entry > width {
                at = vec2(0.0, at.y + line);
            }
            let left = pos + at;
            let middle = pos2(left.x + sample_width / 2.0, left.y + line / 2.0);
            let area = Rect::from_center_size(middle, vec2(sample_width, SAMPLE[1]));
            way.put(ui, self.cx, self.sample(ui, *sample, area));
            let height = label.size(ui.ctx()).y;
            let at_words = pos2(area.right() + 12.0, left.y + (line - height) / 2.0);
            way.put(ui, self.cx, [Text::new(&label, at_words).named()]);
            at.x += entry + KEY_GAP;
        }
        if entries.is_empty() { 0.0 } else { at.y + line }
    }

    fn sample(&self, ui: &Ui, sample: Sample, area: Rect) -> Vec<Mark> {
        match sample {
            Sample::Differs => paint::differs(self.cx, area.center()).collect(),
            Sample::Bar(Look::NotApplicable) => {
                let dash = self.cx.label("–", Role::Value).align(Align::Center);
                vec![Text::new(&dash, dash.middle_of(ui.ctx(), area)).into()]
            }
            Sample::Bar(look) => paint::bar(self.cx, area, look),
        }
    }

    fn switch_ui(&self, ui: &Ui, area: Rect) {
        let cx = self.cx;
        let radius = CornerRadius::same(measure::RADIUS_BUTTON);
        ui.painter().rect_filled(area, radius, cx.colors.card);
        let mut x = area.left() + 3.0;
        for (mode, words, width) in &self.switch {
            let part = Rect::from_min_max(pos2(x, area.top() + 3.0), pos2(x + width, area.bottom() - 3.0));
            x += width;
            let chosen = cx.state.chart() == *mode;
            let style = cx.style(if chosen { Role::LabelStrong } else { Role::Label });
            let id = Id::unique(("chart mode", *mode));
            if widgets::segment(ui, part, id, words, &style, &cx.colors, chosen).clicked() {
                cx.send(Action::Chart(*mode));
            }
        }
        let stroke = Stroke::new(measure::CONTROL, cx.colors.edge);
        ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    }

    /// The four totals; gives their bottom.
    fn totals(&self, ui: &Ui, way: FlowMode, pos: Pos2) -> f32 {
        let cx = self.cx;
        let summary = summary(cx.x());
        let headers = [
            cx.say(Say::TotalReported(cx.x().batches.len())),
            cx.say(Say::ReportedBarsTogether(summary.reported_batches)),
            cx.say(Say::WithWorkedOut),
            cx.say(Say::DifferenceHeading),
        ];
        let columns = if self.width >= FOUR_COLUMNS { 4 } else { 2 };
        let widths = COLUMNS.map(|share| self.width * if columns == 4 { share } else { 0.5 });
        let height =
            |(header, width): (&String, f32)| cx.dim(header, Role::Note).width(width - COLUMN_GAP).size(ui.ctx()).y;
        let header_height = headers.iter().zip(widths).map(height).fold(0.0, f32::max);
        let (mut x, mut y, mut bottom) = (pos.x, pos.y, pos.y);
        for (i, (header, width)) in headers.iter().zip(widths).enumerate() {
            if i > 0 && i % columns == 0 {
                (x, y) = (pos.x, bottom + 16.0);
            }
            let at = (pos2(x, y), width - COLUMN_GAP);
            bottom = bottom.max(self.total(ui, way, at, i, (header, header_height), &summary).unwrap_or(y));
            x += width;
        }
        bottom
    }

    /// One of the totals under its heading, which opens what it rests on; gives its bottom, or `None` where it cannot be resolved.
    fn total(
        &self,
        ui: &Ui,
        way: FlowMode,
        (pos, width): (Pos2, f32),
        i: usize,
        (header, height): (&str, f32),
        summary: &Summary<'_>,
    ) -> Option<f32> {
        let (words, subject) = self.summary_text(i, summary)?;
        let set = |way| {
            let mut flow = Flow::new(ui, self.cx, way, pos, width);
            flow.dim(header, Role::Note);
            flow.pos.y = pos.y + height;
            self.number(ui, &mut flow, i, &words);
            let number = flow.pos.y;
            if i == 0 {
                self.byline(&mut flow, summary);
            }
            (number, flow.pos.y)
        };
        let (number, bottom) = set(FlowMode::Measure);
        let area = Rect::from_min_max(pos, pos2(pos.x + width, number)).expand2(vec2(8.0, 4.0));
        let ground = Shape::Rect { rect: area, radius: measure::RADIUS_ROW, fill: Paint::Ground };
        let ground = subject.is_some().then_some(ground);
        let touch = way.is_on_screen().then(|| {
            let name = format!("{header}{}{words}", text::colon(self.cx.lang()));
            paint::opens(ui, self.cx, area, Id::unique(("total under the chart", i)), subject.as_ref(), &name)
        });
        way.put_as(ui, self.cx, touch.as_ref().map(paint::tone).unwrap_or_default(), ground);
        // What can be touched has a name already.
        set(if way.is_on_screen() { FlowMode::Paint } else { way });
        if let Some(touch) = touch {
            widgets::focus_ring(ui, &touch.response, measure::RADIUS_ROW, &self.cx.colors);
        }
        Some(bottom)
    }

    /// A total in words, and what it rests on; `None` where it cannot be resolved.
    fn summary_text(&self, i: usize, summary: &Summary<'_>) -> Option<(String, Option<Subject>)> {
        let lang = self.cx.lang();
        let total = |(total, _): (&Total, Amount)| Subject::Total(total.after_batch);
        let last = self.cx.x().batches.iter().map(|batch| batch.number).max()?;
        Some(match i {
            0 => match summary.reported {
                Some((_, amount)) => (text::amount(lang, amount), summary.reported.map(total)),
                None => (self.cx.say(Say::NoTotalFound), None),
            },
            1 => (text::amount(lang, summary.reported_sum?), Some(Subject::ReportedSum)),
            2 => (text::amount(lang, summary.full_sum?), Some(Subject::SumThrough(last))),
            _ => {
                let reported = text::unbroken(&text::amount(lang, summary.reported?.1));
                (self.cx.say(Say::Difference(summary.difference?, &reported)), summary.reported.map(total))
            }
        })
    }

    fn number(&self, ui: &Ui, flow: &mut Flow<'_>, i: usize, words: &str) {
        match i {
            0 if self.cx.x().totals.is_empty() => {
                flow.text(words, Role::CardHeading);
            }
            0 => {
                flow.text(&text::unbroken(words), Role::Heading);
            }
            1 | 2 => {
                self.level(flow);
                flow.text(&text::unbroken(words), Role::Value);
            }
            _ => {
                self.level(flow);
                // Rather a little smaller than on one line more.
                let fits_smaller = self.cx.label(words, Role::Strong).size(ui.ctx()).x <= flow.width;
                let is_small = flow.width < WIDE_COLUMN || fits_smaller;
                flow.text(words, if is_small { Role::Strong } else { Role::Value });
            }
        }
    }

    /// Who published the total.
    fn byline(&self, flow: &mut Flow<'_>, summary: &Summary<'_>) {
        let Some((total, _)) = summary.reported else { return };
        let source = total.figure.sources().into_iter().find_map(|id| self.cx.x().source(id));
        let byline = source.map_or_else(|| self.cx.say(Say::NoSourceGiven), |s| text::byline(self.cx.lang(), s));
        flow.gap(4.0);
        if source.is_none() || self.switch.is_empty() {
            flow.dim(&byline, Role::Note);
        } else if flow.link(Id::unique("source of the total"), &byline, Role::Note) {
            self.cx.send(Action::Sheet(Subject::Total(total.after_batch)));
        }
    }

    /// Brings the smaller figures down to the large one's middle.
    fn level(&self, flow: &mut Flow<'_>) {
        flow.gap((self.cx.style(Role::Heading).line - self.cx.style(Role::Value).line) / 2.0);
    }

    /// Other reports, listed where the chart has no room for their words.
    fn others(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) -> f32 {
        let line = self.cx.style(Role::Note).line.max(paint::MARK) + 4.0;
        let mut at = vec2(0.0, 0.0);
        let differing = chart.places.iter().filter(|p| !p.also.is_empty());
        if differing.clone().count() > MOST_LISTED {
            return pos.y;
        }
        for place in differing {
            let number = self.cx.say(Say::Batch(place.batch));
            let also = self.cx.say(Say::Also(&places::listed(self.cx, &place.also)));
            let (number, also) = (self.cx.label(&number, Role::NoteStrong), self.cx.dim(&also, Role::Note));
            let number_width = number.size(ui.ctx()).x;
            let width = paint::MARK + 8.0 + number_width + 8.0 + also.size(ui.ctx()).x;
            if at.x > 0.0 && at.x + width > self.width {
                at = vec2(0.0, at.y + line);
            }
            let left = pos + at;
            let text_top = left.y + (line - self.cx.style(Role::Note).line) / 2.0;
            let number = Text::new(&number, pos2(left.x + paint::MARK + 8.0, text_top));
            let also = Text::new(&also, pos2(number.rect(ui.ctx()).right() + 8.0, text_top));
            let sign = paint::differs(self.cx, pos2(left.x + paint::MARK / 2.0, left.y + line / 2.0));
            let touch = way.is_on_screen().then(|| {
                let area = Rect::from_min_size(left, vec2(width, line));
                let id = Id::unique(("other reports", place.batch));
                paint::opens(ui, self.cx, area, id, place.subject.as_ref(), &place.name)
            });
            way.put(ui, self.cx, sign.chain([number.into(), also.into()]));
            if let Some(touch) = touch {
                widgets::focus_ring(ui, &touch.response, measure::RADIUS_ROW, &self.cx.colors);
            }
            at.x += width + KEY_GAP;
        }
        pos.y + if at == vec2(0.0, 0.0) { 0.0 } else { at.y + line + 8.0 }
    }

    /// Remarks; gives their bottom.
    fn notes(&self, ui: &Ui, way: FlowMode, pos: Pos2) -> f32 {
        let mut flow = Flow::new(ui, self.cx, way, pos, self.width);
        if self.cx.x().batches.iter().any(places::is_inferred) {
            flow.dim(&self.cx.localized(&self.cx.x().notes.inferred), Role::Note);
            flow.gap(2.0);
        }
        if self.cx.state.chart() != ChartMode::Running {
            flow.dim(&self.cx.localized(&self.cx.x().notes.personnel), Role::Note);
        }
        flow.pos.y
    }
}
