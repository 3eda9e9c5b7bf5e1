//! The content of a province's card, set from the top down at a width, so that its height is known before it is drawn.

use egui::{CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2};

use crate::model::{Lang, Pairing, Province, Report, Source};
use crate::state::{Action, Claim, ClaimKey, Rests, Subject, Trace, View, claims};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Shape};
use crate::ui::pairings::year_shown;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets;

/// The gap between the label of a row and its value.
const GAP: f32 = 16.0;
/// The width left for a swatch before a division's name.
const SWATCH: f32 = 30.0;
/// The side of a swatch, and of its outline the width, a dash and the gap after it.
const SWATCH_SIDE: f32 = 20.0;
const SWATCH_LINE: f32 = 2.0;
const DASH: [f32; 2] = [5.0, 4.0];
/// How far the area of a figure reaches beyond its texts.
const REACH: Vec2 = vec2(10.0, 6.0);
/// The width of the rule under the name, the gap above it, and the one above a part of the card.
const NAME_RULE: f32 = 48.0;
const NAME_GAP: f32 = 10.0;
const PART_GAP: f32 = 18.0;
/// The gap after a pairing, how much of it the last one gives back, after a row, and the least between a label and its value.
const PAIRING_GAP: f32 = 10.0;
const LAST_PAIRING: f32 = 4.0;
const ROW_GAP: f32 = 2.0;
const LABEL_GAP: f32 = 8.0;
/// The gaps below the heading of the figures, above each other one and the note, and above the closing remark.
const HEADING_GAP: f32 = 2.0;
const FIGURE_GAP: f32 = 16.0;
const REMARK_GAP: f32 = 10.0;

/// The gap between two provinces of a row, the least width of one, and the space below them.
const NAMES_GAP: f32 = 16.0;
const LEAST_NAME: f32 = 32.0;
const PARTNERS_END: f32 = 4.0;

/// A text of a figure, in the second text colour or not.
type Said = (String, Role, bool);

/// Sets the card of a province from a point on, at a width; gives its height.
pub(super) fn content(ui: &Ui, cx: &Cx<'_>, way: FlowMode, province: &Province, at: Pos2, width: f32) -> f32 {
    let dimmed = cx.lit(false);
    let tones = [cx, &dimmed];
    let mut content = Content { flow: Flow::new(ui, cx, way, at, width), tones, province, at, width, figures: 0 };
    let flow = &mut content.flow;
    flow.dim(&cx.say(Say::ProvinceCard), Role::Note);
    flow.text(&cx.localized(&province.name), Role::CardHeading);
    flow.gap(NAME_GAP);
    let underline = Rect::from_min_size(flow.pos, vec2(NAME_RULE, measure::UNDERLINE));
    flow.put([Shape::Rect { rect: underline, radius: 2, fill: cx.colors.accent }]);
    flow.gap(measure::UNDERLINE + PART_GAP);
    content.pairings();
    content.flow.gap(PART_GAP);
    content.flow.rule(measure::RULE, cx.colors.line);
    content.flow.gap(PART_GAP);
    content.personnel();
    content.flow.pos.y - at.y
}

/// A card that is being set.
struct Content<'a> {
    flow: Flow<'a>,
    /// The contexts of what rests on the source whose support is shown, and of all else.
    tones: [&'a Cx<'a>; 2],
    province: &'a Province,
    at: Pos2,
    width: f32,
    /// How many controls it has so far.
    figures: usize,
}

impl Content<'_> {
    fn width_of(&self, words: &str, role: Role) -> f32 {
        self.flow.cx.label(words, role).size(self.flow.ui.ctx()).x
    }

    /// Goes on at the height reached, from `x` to the right end.
    fn indent(&mut self, x: f32) {
        self.flow.column(x, (self.width - x).max(1.0), self.flow.pos.y);
    }

    /// The division it is paired with, the provinces paired with the same, and former pairings.
    fn pairings(&mut self) {
        let cx = self.flow.cx;
        let labels = [Say::PairedWith, Say::SameGroup, Say::Formerly].map(|say| cx.say(say));
        let widest = labels.iter().map(|words| self.width_of(words, Role::Label)).fold(0.0, f32::max);
        let left = (widest + GAP).min(self.width * 0.45);
        let [paired, together, before] = labels;
        let pairings = cx.x().pairings_of(&self.province.id);
        for pairing in pairings.iter().filter(|p| p.until.is_none()) {
            self.pairing(left, &paired, pairing);
            let others = cx.x().provinces_paired_with(&pairing.division);
            let others: Vec<&Province> = others.into_iter().filter(|other| other.id != self.province.id).collect();
            if others.is_empty() {
                self.row(left, &together, &cx.say(Say::NobodyElse), Role::Label, None);
            } else {
                self.partners(left, &together, (pairing, &others));
            }
            self.flow.gap(PAIRING_GAP);
        }
        for pairing in pairings.iter().filter(|p| p.until.is_some()) {
            self.pairing(left, &before, pairing);
        }
        if pairings.iter().any(|p| p.inferred) {
            self.flow.dim(&format!("* {}", cx.say(Say::Inferred)), Role::Note);
        }
        if !pairings.is_empty() {
            self.flow.gap(-LAST_PAIRING);
        }
    }

    /// Goes on in dimmed colours unless something rests on the source whose support is shown.
    fn tone(&mut self, rests: impl FnOnce(&Trace<'_>) -> Rests) {
        let is_lit = self.tones[0].highlights().is_none_or(|trace| rests(trace).any());
        self.flow.cx = self.tones[usize::from(!is_lit)];
    }

    /// A pairing: its division, and under it the period as the sources state it.
    fn pairing(&mut self, left: f32, label: &str, pairing: &Pairing) {
        self.tone(|trace| trace.pairing(pairing));
        let cx = self.flow.cx;
        let division = cx.x().division(&pairing.division).map_or_else(String::new, |d| cx.localized(&d.name));
        let keyed = cx.state.view() == View::Pairings && !cx.layout.portrait;
        self.row(left, label, &division, Role::LabelStrong, keyed.then_some(pairing));
        let star = if pairing.inferred { " *" } else { "" };
        self.indent(left);
        self.flow.dim(&format!("{}{star}", cx.localized(&pairing.told)), Role::Note);
        self.flow.gap(PAIRING_GAP);
        self.indent(0.0);
        self.flow.cx = self.tones[0];
    }

    /// A row: a label and provinces, each of which a touch chooses.
    fn partners(&mut self, left: f32, label: &str, (pairing, others): (&Pairing, &[&Province])) {
        let Flow { ui, cx, .. } = self.flow;
        let flow = &mut self.flow;
        let top = flow.pos.y;
        flow.width = left - LABEL_GAP;
        flow.dim(label, Role::Label);
        let labelled = flow.pos.y;
        let (mut x, mut y) = (left, top);
        let line = cx.style(Role::Label).line;
        for (i, other) in others.iter().enumerate() {
            let name = cx.resolve(&other.name).text;
            let width = cx.label(name, Role::Label).size(ui.ctx()).x.min(self.width - left);
            if x > left && x + width > self.width {
                (x, y) = (left, y + line.max(measure::TARGET));
            }
            let id = Id::unique(("partner", pairing.division.as_str(), i, ui.layer_id()));
            flow.column(x, (self.width - x).max(1.0), y);
            if flow.link(id, name, Role::Label) {
                cx.send(Action::Province(Some(other.id.clone())));
            }
            x += width.max(LEAST_NAME) + NAMES_GAP;
        }
        flow.across(labelled.max(y + line) + PARTNERS_END);
    }

    /// A row: a label and its value, with a swatch before it where it is keyed to a ribbon.
    fn row(&mut self, left: f32, label: &str, value: &str, role: Role, key: Option<&Pairing>) {
        let flow = &mut self.flow;
        let top = flow.pos.y;
        flow.width = left - LABEL_GAP;
        flow.dim(label, Role::Label);
        let bottom = flow.pos.y;
        let mut x = left;
        if let Some(pairing) = key {
            let middle = top + flow.cx.line(role, [value]) / 2.0;
            let area =
                Rect::from_center_size(pos2(self.at.x + left + SWATCH_SIDE / 2.0, middle), Vec2::splat(SWATCH_SIDE));
            flow.put(swatch(flow.cx, area, pairing));
            x += SWATCH;
        }
        flow.column(x, (self.width - x).max(1.0), top);
        flow.text(value, role);
        let bottom = bottom.max(flow.pos.y) + ROW_GAP;
        flow.across(bottom);
    }

    /// Its own personnel figures, side by side, never added up.
    fn personnel(&mut self) {
        let cx = self.flow.cx;
        let mut reports: Vec<&Report> = self.province.personnel.iter().collect();
        reports.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| newest(cx, b).cmp(&newest(cx, a))));
        match reports.split_first() {
            None => {
                self.flow.text(&cx.say(Say::NoTotalFound), Role::Strong);
            }
            Some((first, others)) => {
                self.flow.dim(&cx.say(Say::OwnPersonnel), Role::Note);
                self.flow.gap(HEADING_GAP);
                self.report(first, Role::Heading, 0.0);
                let left = others.iter().map(|r| self.number_width(r)).fold(0.0, f32::max);
                for report in others {
                    self.flow.gap(FIGURE_GAP);
                    let beside = if self.number_width(report) > 0.0 { left + GAP } else { 0.0 };
                    self.report(report, Role::Strong, beside.min(self.width * 0.45));
                }
            }
        }
        if !self.province.note.is_empty() {
            self.flow.gap(FIGURE_GAP);
            self.note();
        }
        if !reports.is_empty() {
            self.flow.gap(REMARK_GAP);
            self.flow.dim(&cx.say(Say::NotAddedUp), Role::Note);
        }
    }

    /// The remark, which may hold numbers: it opens the sources too.
    fn note(&mut self) {
        let note = self.flow.cx.localized(&self.province.note);
        if claims(self.flow.cx.x(), &Subject::Province(self.province.id.clone())).is_empty() {
            self.flow.text(&note, Role::Note);
            return;
        }
        self.figure(&note, None, |flow| {
            flow.text(&note, Role::Note);
        });
    }

    fn number_width(&self, report: &Report) -> f32 {
        let number = text::amount(self.flow.cx.lang(), report.amount());
        let width = self.width_of(&number, Role::Strong);
        // A wide number, with words before it, takes a line of its own instead of narrowing all the others.
        if width > self.width * 0.35 { 0.0 } else { width }
    }

    /// A figure: the number, what it counts and who reported it under it, or beside it from `left` on.
    fn report(&mut self, report: &Report, role: Role, left: f32) {
        self.tone(|trace| trace.report(report));
        let (cx, width) = (self.flow.cx, self.width);
        let rests = cx.highlights().map(|trace| trace.report(report));
        let number = text::amount(cx.lang(), report.amount());
        let counts_role = if role == Role::Heading { Role::Label } else { Role::Note };
        let counts = (!report.counts.is_empty()).then(|| (cx.localized(&report.counts), counts_role, false));
        let reporters = reporters(cx, report).into_iter().map(|words| (words, Role::Note, true));
        let lines: Vec<Said> = counts.into_iter().chain(reporters).collect();
        let said = std::iter::once(number.as_str()).chain(lines.iter().map(|(words, ..)| words.as_str()));
        let name = format!("{}: {}", cx.localized(&self.province.name), said.collect::<Vec<_>>().join("; "));
        let name = cx.spoken(name, rests);
        self.figure(&name, claim(cx, self.province, report), |flow| {
            let top = flow.pos.y;
            if left > 0.0 {
                // Set on the first line's baseline: the number is larger than what stands beside it.
                flow.gap((cx.style(Role::Note).line - cx.style(role).line) / 2.0);
            }
            flow.text(&number, role);
            if left > 0.0 {
                flow.column(left, (width - left).max(1.0), top);
            }
            for (words, role, dim) in &lines {
                flow.colored(words, *role, if *dim { cx.colors.dim } else { cx.colors.text });
            }
        });
        self.flow.cx = self.tones[0];
    }

    /// Makes one control of a figure's texts, which opens a page of the sources.
    fn figure(&mut self, name: &str, claim: Option<ClaimKey>, set: impl Fn(&mut Flow<'_>)) {
        let Flow { ui, cx, way, pos, .. } = self.flow;
        let at = |way| {
            let mut flow = Flow::new(ui, cx, way, pos, self.width);
            set(&mut flow);
            flow.pos.y
        };
        let bottom = at(FlowMode::Measure);
        self.flow.across(bottom);
        self.figures += 1;
        if !way.is_on_screen() {
            return;
        }
        let area = widgets::target(Rect::from_min_max(pos, pos2(pos.x + self.width, bottom)).expand2(REACH));
        let id = Id::unique(("figure of the province", self.figures, ui.layer_id()));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, name));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
        at(FlowMode::Paint);
        if hand::has_ring(&response) {
            // Inside its area: other figures stand close above and below.
            let stroke = Stroke::new(measure::STRONG, cx.colors.text);
            ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            cx.send(Action::Sheet(Subject::Province(self.province.id.clone())));
            if let Some(claim) = claim {
                cx.send(Action::SheetPage(claim));
            }
        }
    }
}

/// The key to a ribbon of the pairing diagram: filled, an outline where it has ended, or none where it has not begun.
fn swatch(cx: &Cx<'_>, rect: Rect, pairing: &Pairing) -> Option<Shape> {
    let year = year_shown(cx);
    if pairing.holds_in(year) {
        return Some(Shape::Rect { rect, radius: 0, fill: cx.colors.accent });
    }
    (pairing.since.year <= year)
        .then(|| widgets::dashed_rect(rect, DASH[0], DASH[1], Line::new(SWATCH_LINE, cx.colors.text)))
}

/// The claim of the province's source sheet that is a report.
fn claim(cx: &Cx<'_>, province: &Province, report: &Report) -> Option<ClaimKey> {
    let is_it = |claim: &&Claim<'_>| claim.amount == Some(report.amount()) && report.sources.contains(&claim.source.id);
    claims(cx.x(), &Subject::Province(province.id.clone())).iter().find(is_it).map(Claim::key)
}

/// Who reported a figure, and when, or the words that no source is given.
fn reporters(cx: &Cx<'_>, report: &Report) -> Vec<String> {
    let sources = report.sources.iter().filter_map(|id| cx.x().source(id));
    let lines: Vec<String> =
        sources.map(|source| cx.say(Say::ReportedBy(&cx.localized(&source.publisher), &dated(cx, source)))).collect();
    if lines.is_empty() { vec![cx.say(Say::NoSourceGiven)] } else { lines }
}

/// The date of a source, with its note where there is one.
fn dated(cx: &Cx<'_>, source: &Source) -> String {
    let note = cx.localized(&source.date_note);
    match (source.date, note.is_empty()) {
        (None, true) => cx.say(Say::NoDate),
        (None, false) => note,
        (Some(date), true) => text::date(cx.lang(), date),
        (Some(date), false) if cx.lang() == Lang::Zh => format!("{}（{note}）", text::date(cx.lang(), date)),
        (Some(date), false) => format!("{} ({note})", text::date(cx.lang(), date)),
    }
}

fn newest(cx: &Cx<'_>, report: &Report) -> Option<crate::model::Date> {
    report.sources.iter().filter_map(|id| cx.x().source(id)?.date).max()
}
