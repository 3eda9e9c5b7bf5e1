//! The footer of the chart or table: key and switch, the totals, other reports where the chart has no room for their words, and
//! remarks.

use egui::{Align, CornerRadius, Id, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{is_whole, paint};
use crate::model::Batch;
use crate::state::{Action, ChartMode, Rests, Subject};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::chart::bar::{BarMeasures, bar};
use crate::ui::chart::places::{self, AxisSlot, Chart, Look, Sample, highlight_key, key};
use crate::ui::chart::totals::{self, TotalText};
use crate::ui::chart::{MARK, differs, in_lines};
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Mark, Paint, Shape, Text};
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;
use crate::ui::{trace, widgets};

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
/// Their shares of the width.
const COLUMNS: [f32; 4] = [0.315, 0.228, 0.228, 0.229];
/// The gap between two entries of the key.
const KEY_GAP: f32 = 30.0;
/// The size of a sample in the key.
const SAMPLE: [f32; 2] = [36.0, 26.0];
/// From a sample to its words, and between two samples in lines close together.
const SAMPLE_GAP: f32 = 12.0;
const SAMPLE_LINE: f32 = 8.0;
/// Around a segment's words, and around the segments in the switch.
const SEGMENT_PAD: f32 = 44.0;
const SWITCH_PAD: f32 = 3.0;
/// From the key to the switch beside it, and below it.
const BEFORE_SWITCH: f32 = 32.0;
const OVER_SWITCH: f32 = 12.0;
/// Over and under key and switch.
const KEY_MARGIN: f32 = 20.0;
/// Over the totals and between two rows of them, under them, and over the byline.
const OVER_TOTALS: f32 = 16.0;
const UNDER_TOTALS: f32 = 12.0;
const OVER_BYLINE: f32 = 4.0;
/// From the foot of a number to the line under it, where it is highlighted.
const UNDER_NUMBER: f32 = 1.0;
/// How far the target of a total reaches beyond its words.
const TARGET_REACH: [f32; 2] = [8.0, 4.0];
/// Other reports: between their lines, before their words, and under them.
const REPORT_LINE: f32 = 4.0;
const REPORT_GAP: f32 = 8.0;
const UNDER_REPORTS: f32 = 8.0;
/// Between two remarks.
const NOTE_GAP: f32 = 2.0;
/// The most batches whose other reports are listed; where there are more, their marks, the sheets and the table show them.
const MOST_LISTED: usize = 24;

/// The footer of the chart or table.
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
            let width = cx.label(&words, Role::LabelStrong).size(ui.ctx()).x + SEGMENT_PAD;
            (mode, words, width)
        };
        Self { cx, width, switch: ChartMode::ALL.map(segment).into(), words_beside }
    }

    /// The same on paper, without a switch.
    #[must_use]
    pub fn printed(cx: &'f Cx<'f>, width: f32, words_beside: bool) -> Self {
        Self { cx, width, switch: Vec::new(), words_beside }
    }

    /// Sets it from a point on; returns its height.
    pub fn set(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) -> f32 {
        let mut y = pos.y + KEY_MARGIN;
        y = self.key_and_switch(ui, way, pos2(pos.x, y), chart) + KEY_MARGIN;
        let line = Line::new(measure::AXIS, self.cx.colors.text);
        way.put(ui, self.cx, [Shape::rule(pos.x, pos.x + self.width, y, line)]);
        y = self.totals(ui, way, pos2(pos.x, y + OVER_TOTALS)) + UNDER_TOTALS;
        if !self.words_beside {
            y = self.others(ui, way, pos2(pos.x, y), chart);
        }
        self.notes(ui, way, pos2(pos.x, y)) - pos.y
    }

    fn key_and_switch(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) -> f32 {
        if self.switch.is_empty() {
            return pos.y + self.key(ui, way, pos, self.width, &key(chart));
        }
        let switch_width: f32 = self.switch.iter().map(|(_, _, width)| width).sum::<f32>() + 2.0 * SWITCH_PAD;
        let key_width = self.width - switch_width - BEFORE_SWITCH;
        let beside = key_width >= KEY_BESIDE;
        let entries = if self.cx.highlights().is_some() { highlight_key(chart) } else { key(chart) };
        let entries = if self.cx.state.chart() == ChartMode::Table { Vec::new() } else { entries };
        let key_height = self.key(ui, FlowMode::Measure, pos, if beside { key_width } else { self.width }, &entries);
        let height = if beside { SWITCH.max(key_height) } else { key_height + OVER_SWITCH + SWITCH };
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

    /// Sets the key in lines of a width; returns its height.
    fn key(&self, ui: &Ui, way: FlowMode, pos: Pos2, width: f32, entries: &[(Sample, Say<'static>)]) -> f32 {
        let line = self.cx.style(Role::Label).line.max(SAMPLE[1] + SAMPLE_LINE);
        let words: Vec<String> = entries.iter().map(|(_, say)| self.cx.say(*say)).collect();
        let labels: Vec<Label<'_>> = words.iter().map(|words| self.cx.label(words, Role::Label)).collect();
        let sample_width = |sample: Sample| if matches!(sample, Sample::Differs) { MARK } else { SAMPLE[0] };
        let measured = entries.iter().zip(&labels);
        let widths = measured.map(|((sample, _), label)| sample_width(*sample) + SAMPLE_GAP + label.size(ui.ctx()).x);
        let (places, height) = in_lines(widths, KEY_GAP, (line, width));
        for (((sample, _), label), at) in entries.iter().zip(&labels).zip(places) {
            let area = Rect::from_min_size(pos + at, vec2(sample_width(*sample), line));
            let toned = self.cx.lit(*sample != Sample::Dimmed);
            way.put(ui, &toned, self.sample(ui, *sample, area.shrink2(vec2(0.0, (line - SAMPLE[1]) / 2.0))));
            let at = pos2(area.right() + SAMPLE_GAP, area.top() + (line - label.size(ui.ctx()).y) / 2.0);
            way.put(ui, self.cx, [Text::new(label, at).named()]);
        }
        height
    }

    fn sample(&self, ui: &Ui, sample: Sample, area: Rect) -> Vec<Mark> {
        match sample {
            Sample::Differs => differs(self.cx, area.center()).collect(),
            Sample::Bar(Look::NotApplicable) => {
                let dash = self.cx.label("–", Role::Value).align(Align::Center);
                vec![Text::new(&dash, dash.middle_of(ui.ctx(), area)).into()]
            }
            Sample::Bar(look) => bar(area, look, &BarMeasures::of_view(&self.cx.colors)),
            Sample::Dimmed => bar(area, Look::Reported(0.0), &BarMeasures::of_view(&self.cx.colors)),
            Sample::Gives | Sample::GivesTerm => {
                let (look, rests) = if sample == Sample::Gives {
                    (Look::Reported(0.0), Rests { itself: true, ..Rests::default() })
                } else {
                    (Look::WorkedOut(0.0), Rests { worked_out: true, ..Rests::default() })
                };
                let line = trace::underline(self.cx, Some(rests), [area.left(), area.right()], area.bottom());
                let area = area.with_max_y(area.bottom() - SAMPLE_LINE);
                let bar = bar(area, look, &BarMeasures::of_view(&self.cx.colors));
                bar.into_iter().chain(line.map(Mark::from)).collect()
            }
        }
    }

    fn switch_ui(&self, ui: &Ui, area: Rect) {
        let cx = self.cx;
        let radius = CornerRadius::same(measure::RADIUS_BUTTON);
        ui.painter().rect_filled(area, radius, cx.colors.card);
        let mut x = area.left() + SWITCH_PAD;
        for (mode, words, width) in &self.switch {
            let part =
                Rect::from_min_max(pos2(x, area.top() + SWITCH_PAD), pos2(x + width, area.bottom() - SWITCH_PAD));
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

    /// The four totals; returns their bottom.
    fn totals(&self, ui: &Ui, way: FlowMode, pos: Pos2) -> f32 {
        let resolved = totals::in_words(self.cx);
        let columns = if self.width >= FOUR_COLUMNS { 4 } else { 2 };
        let widths = COLUMNS.map(|share| self.width * if columns == 4 { share } else { 0.5 } - COLUMN_GAP);
        let height = |(resolved, width): (&TotalText, f32)| {
            self.cx.dim(&resolved.header, Role::Note).width(width).size(ui.ctx()).y
        };
        let header_height = resolved.iter().zip(widths).map(height).fold(0.0, f32::max);
        let (mut x, mut y, mut bottom) = (pos.x, pos.y, pos.y);
        for (i, (resolved, width)) in resolved.iter().zip(widths).enumerate() {
            if i > 0 && i % columns == 0 {
                (x, y) = (pos.x, bottom + OVER_TOTALS);
            }
            let under = |words| self.total(ui, way, (pos2(x, y), width), (i, resolved, words), header_height);
            bottom = bottom.max(resolved.words.as_deref().map_or(y, under));
            x += width + COLUMN_GAP;
        }
        bottom
    }

    /// One of the totals under its heading, which opens its sheet; returns its bottom.
    fn total(
        &self,
        ui: &Ui,
        way: FlowMode,
        (pos, width): (Pos2, f32),
        (i, resolved, words): (usize, &TotalText, &str),
        header_height: f32,
    ) -> f32 {
        let toned = self.cx.lit(resolved.rests.is_none_or(Rests::number) && is_whole(self.cx));
        let set = |way: FlowMode<'_>| {
            let mut flow = Flow::new(ui, &toned, way, pos, width);
            flow.dim(&resolved.header, Role::Note);
            flow.pos.y = pos.y + header_height;
            let drawn = self.number(ui, &mut flow, i, words);
            let number = flow.pos.y;
            let across = [drawn.left(), drawn.right()];
            let rests = resolved.rests.filter(|rests| rests.number());
            way.put(ui, &toned, trace::underline(&toned, rests, across, number + UNDER_NUMBER));
            if let (0, Some(total)) = (i, &resolved.subject) {
                self.byline(&mut flow, total);
            }
            (number, flow.pos.y)
        };
        let (number, bottom) = set(FlowMode::Measure);
        let area = Rect::from_min_max(pos, pos2(pos.x + width, number)).expand2(TARGET_REACH.into());
        let ground = Shape::Rect { rect: area, radius: measure::RADIUS_ROW, fill: Paint::Ground };
        let ground = resolved.subject.is_some().then_some(ground);
        let touch = way.is_on_screen().then(|| {
            let name = format!("{}{}{words}", resolved.header, text::colon(self.cx.lang()));
            let name = self.cx.spoken(name, resolved.rests.filter(|rests| rests.number()));
            paint::opens(ui, self.cx, area, Id::unique(("total under the chart", i)), resolved.subject.as_ref(), &name)
        });
        way.put_as(ui, self.cx, touch.as_ref().map(paint::tone).unwrap_or_default(), ground);
        // On the screen, the control has the name already.
        set(if way.is_on_screen() { FlowMode::Paint } else { way });
        if let Some(touch) = touch {
            widgets::focus_ring(ui, &touch.response, measure::RADIUS_ROW, &self.cx.colors);
        }
        bottom
    }

    /// Sets the number of a total; gives its area.
    fn number(&self, ui: &Ui, flow: &mut Flow<'_>, i: usize, words: &str) -> Rect {
        let role = match i {
            0 if self.cx.x().totals.is_empty() => Role::CardHeading,
            0 => Role::Heading,
            1 | 2 => Role::Value,
            _ => {
                // A smaller size is better than another line.
                let fits_smaller = self.cx.label(words, Role::Strong).size(ui.ctx()).x <= flow.width;
                if flow.width < WIDE_COLUMN || fits_smaller { Role::Strong } else { Role::Value }
            }
        };
        if i > 0 {
            self.level(flow);
        }
        let is_number = matches!(role, Role::Heading) || matches!(i, 1 | 2);
        flow.text(&if is_number { text::unbroken(words) } else { words.to_owned() }, role)
    }

    /// Who published the total.
    fn byline(&self, flow: &mut Flow<'_>, total: &Subject) {
        flow.gap(OVER_BYLINE);
        let highlighted = self.cx.highlights().filter(|trace| trace.of(total).itself).map(|trace| trace.source);
        let Some(source) = highlighted.or_else(|| totals::source(self.cx)) else {
            flow.dim(&self.cx.say(Say::NoSourceGiven), Role::Note);
            return;
        };
        let byline = text::byline(self.cx.lang(), source);
        if self.switch.is_empty() {
            flow.dim(&byline, Role::Note);
        } else if flow.link(Id::unique("source of the total"), &byline, Role::Note) {
            self.cx.send(Action::Sheet(total.clone()));
        }
    }

    /// Moves the smaller figures down to the middle of the large one.
    fn level(&self, flow: &mut Flow<'_>) {
        flow.gap((self.cx.style(Role::Heading).line - self.cx.style(Role::Value).line) / 2.0);
    }

    /// Other reports, listed where the chart has no room for their words.
    fn others(&self, ui: &Ui, way: FlowMode, pos: Pos2, chart: &Chart) -> f32 {
        let cx = self.cx;
        let differing: Vec<&AxisSlot> = chart.places.iter().filter(|p| !p.also.is_empty()).collect();
        if differing.is_empty() || differing.len() > MOST_LISTED {
            return pos.y;
        }
        // Each is a touch target on the screen.
        let least = if self.switch.is_empty() { 0.0 } else { measure::TARGET };
        let line = (cx.style(Role::Note).line.max(MARK) + REPORT_LINE).max(least);
        let labels = differing.iter().map(|place| {
            let cx = &cx.lit(place.is_lit(|rests| rests.other_report));
            let also = cx.say(Say::Also(&places::listed(cx, &place.also)));
            let number = cx.label(&cx.say(Say::Batch(place.batch)), Role::NoteStrong).into_owned();
            [number, cx.dim(&also, Role::Note).into_owned()]
        });
        let labels: Vec<[Label<'_>; 2]> = labels.collect();
        let width =
            |labels: &[Label<'_>; 2]| MARK + labels.iter().map(|l| REPORT_GAP + l.size(ui.ctx()).x).sum::<f32>();
        let (places, height) = in_lines(labels.iter().map(width), KEY_GAP, (line, self.width));
        for ((place, set), at) in differing.into_iter().zip(&labels).zip(places) {
            let left = pos + at;
            let text_top = left.y + (line - cx.style(Role::Note).line) / 2.0;
            let number = Text::new(&set[0], pos2(left.x + MARK + REPORT_GAP, text_top));
            let also = Text::new(&set[1], pos2(number.rect(ui.ctx()).right() + REPORT_GAP, text_top));
            let toned = cx.lit(place.is_lit(|rests| rests.other_report));
            let sign = differs(&toned, pos2(left.x + MARK / 2.0, left.y + line / 2.0));
            let touch = way.is_on_screen().then(|| {
                let area = Rect::from_min_size(left, vec2(width(set), line));
                let id = Id::unique(("other reports", place.batch));
                paint::opens(ui, cx, area, id, place.subject.as_ref(), &place.name)
            });
            way.put(ui, cx, sign.chain([number.into(), also.into()]));
            if let Some(touch) = touch {
                widgets::focus_ring(ui, &touch.response, measure::RADIUS_ROW, &cx.colors);
            }
        }
        pos.y + height + UNDER_REPORTS
    }

    /// Remarks; returns their bottom.
    fn notes(&self, ui: &Ui, way: FlowMode, pos: Pos2) -> f32 {
        let mut flow = Flow::new(ui, self.cx, way, pos, self.width);
        if self.cx.x().batches.iter().any(Batch::has_inferred_years) {
            flow.dim(&self.cx.localized(&self.cx.x().notes.inferred), Role::Note);
            flow.gap(NOTE_GAP);
        }
        if self.cx.state.chart() != ChartMode::Running {
            flow.dim(&self.cx.localized(&self.cx.x().notes.personnel), Role::Note);
        }
        flow.pos.y
    }
}
