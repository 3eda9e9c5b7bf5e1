//! What stands on a province's card, set from the top down at a width, so that its height is known before it is drawn.

use egui::{Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::model::{Lang, Pairing, Province, Report, Source};
use crate::state::{Claim, ClaimKey, Subject, View, claims};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::pairings::year_shown;
use crate::ui::theme::Role;

/// Between the words of a row and what they stand for.
const GAP: f32 = 16.0;
/// The width left for a swatch before a division's name.
const SWATCH: f32 = 30.0;
/// How far the area of a figure reaches beyond its texts.
const REACH: Vec2 = vec2(10.0, 6.0);

/// The colour of a text, by its meaning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TextColor {
    Text,
    Dim,
}

/// A text at its place, from the content's upper left corner.
pub(super) struct Text {
    pub at: Pos2,
    pub words: String,
    pub role: Role,
    pub text_color: TextColor,
    pub width: f32,
}

/// How the diagram shows a pairing in its year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// As a filled ribbon.
    Held,
    /// As a dashed outline.
    Over,
    /// Not at all.
    NotYet,
}

fn key(pairing: &Pairing, year: u16) -> Key {
    match (pairing.holds_in(year), pairing.since.year <= year) {
        (true, _) => Key::Held,
        (false, true) => Key::Over,
        (false, false) => Key::NotYet,
    }
}

/// A part of a card.
pub(super) enum Piece {
    Text(Text),
    /// The short accent line under the name.
    Underline(Pos2),
    /// A rule across the card.
    Rule(f32),
    /// The key to a ribbon of the diagram.
    Swatch {
        area: Rect,
        key: Key,
    },
    /// A figure that opens its source: one control with one name.
    Figure {
        area: Rect,
        name: String,
        /// Which claim of the province's sheet; the first one where `None`.
        claim: Option<ClaimKey>,
        texts: Vec<Text>,
    },
}

/// A card's parts and their height.
pub(super) struct Content {
    pub pieces: Vec<Piece>,
    pub width: f32,
    pub height: f32,
}

/// Sets the card of a province at a width.
pub(super) fn content(ui: &Ui, cx: &Cx<'_>, province: &Province, width: f32) -> Content {
    let mut flow = Flow { ui, cx, width, y: 0.0, pieces: Vec::new() };
    flow.line(&cx.say(Say::ProvinceCard), Role::Note, TextColor::Dim);
    flow.line(&cx.localized(&province.name), Role::CardHeading, TextColor::Text);
    flow.y += 10.0;
    flow.pieces.push(Piece::Underline(pos2(0.0, flow.y)));
    flow.y += 4.0 + 18.0;
    flow.pairings(province);
    flow.rule();
    flow.personnel(province);
    Content { pieces: flow.pieces, width, height: flow.y }
}

/// Sets parts one under the other.
struct Flow<'a> {
    ui: &'a Ui,
    cx: &'a Cx<'a>,
    width: f32,
    y: f32,
    pieces: Vec<Piece>,
}

impl Flow<'_> {
    fn size(&self, words: &str, role: Role, width: f32) -> Vec2 {
        self.cx.label(words, role).width(width).size(self.ui.ctx())
    }

    /// A text across the card, under the last part.
    fn line(&mut self, words: &str, role: Role, text_color: TextColor) {
        let height = self.put(0.0, words, role, text_color);
        self.y += height;
    }

    /// A text at the height reached, from `x` to the right end; gives its height.
    fn put(&mut self, x: f32, words: &str, role: Role, text_color: TextColor) -> f32 {
        let text = self.text(x, self.y, words, role, text_color);
        let height = self.size(words, role, text.width).y;
        self.pieces.push(Piece::Text(text));
        height
    }

    fn text(&self, x: f32, y: f32, words: &str, role: Role, text_color: TextColor) -> Text {
        Text { at: pos2(x, y), words: words.to_owned(), role, text_color, width: (self.width - x).max(1.0) }
    }

    fn rule(&mut self) {
        self.y += 18.0;
        self.pieces.push(Piece::Rule(self.y));
        self.y += 18.0;
    }

    /// What it is paired with, together with whom, and before.
    fn pairings(&mut self, province: &Province) {
        let cx = self.cx;
        let labels = [Say::PairedWith, Say::SameGroup, Say::Formerly].map(|say| cx.say(say));
        let widest = labels.iter().map(|words| self.size(words, Role::Label, f32::INFINITY).x).fold(0.0, f32::max);
        let left = (widest + GAP).min(self.width * 0.45);
        let [paired, together, before] = labels;
        let pairings = cx.x().pairings_of(&province.id);
        for pairing in pairings.iter().filter(|p| p.until.is_none()) {
            self.pairing(left, &paired, pairing);
            let others = cx.x().provinces_paired_with(&pairing.division);
            let names: Vec<String> =
                others.iter().filter(|other| other.id != province.id).map(|other| cx.localized(&other.name)).collect();
            let names = if names.is_empty() { cx.say(Say::NobodyElse) } else { listed(cx.lang(), &names) };
            self.row(left, &together, &names, Role::Label, None);
            self.y += 10.0;
        }
        for pairing in pairings.iter().filter(|p| p.until.is_some()) {
            self.pairing(left, &before, pairing);
        }
        if pairings.iter().any(|p| p.inferred) {
            let words = format!("* {}", cx.say(Say::Inferred));
            self.line(&words, Role::Note, TextColor::Dim);
        }
        if self.pieces.last().is_some_and(|piece| matches!(piece, Piece::Text(_))) && !pairings.is_empty() {
            self.y -= 4.0;
        }
    }

    /// A pairing: its division, and under it the span as the sources tell it.
    fn pairing(&mut self, left: f32, label: &str, pairing: &Pairing) {
        let cx = self.cx;
        let division = cx.x().division(&pairing.division).map_or_else(String::new, |d| cx.localized(&d.name));
        let keyed = cx.state.view() == View::Pairings && !cx.layout.portrait;
        self.row(left, label, &division, Role::LabelStrong, keyed.then(|| key(pairing, year_shown(cx))));
        let star = if pairing.inferred { " *" } else { "" };
        let resolved = format!("{}{star}", cx.localized(&pairing.told));
        let height = self.put(left, &resolved, Role::Note, TextColor::Dim);
        self.y += height + 10.0;
    }

    /// A row: words, and what they stand for; a swatch stands before it where it is keyed to a ribbon.
    fn row(&mut self, left: f32, label: &str, value: &str, role: Role, key: Option<Key>) {
        let label_text = Text {
            at: pos2(0.0, self.y),
            words: label.to_owned(),
            role: Role::Label,
            text_color: TextColor::Dim,
            width: left - 8.0,
        };
        let label_height = self.size(label, Role::Label, left - 8.0).y;
        self.pieces.push(Piece::Text(label_text));
        let mut x = left;
        if let Some(key) = key {
            let middle = self.y + self.cx.line(role, [value]) / 2.0;
            let area = Rect::from_center_size(pos2(left + 10.0, middle), Vec2::splat(20.0));
            self.pieces.push(Piece::Swatch { area, key });
            x += SWATCH;
        }
        let value_height = self.put(x, value, role, TextColor::Text);
        self.y += label_height.max(value_height) + 2.0;
    }

    /// Its own personnel figures, side by side, never added up.
    fn personnel(&mut self, province: &Province) {
        let cx = self.cx;
        let mut reports: Vec<&Report> = province.personnel.iter().collect();
        reports.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| newest(cx, b).cmp(&newest(cx, a))));
        match reports.split_first() {
            None => self.line(&cx.say(Say::NoTotalFound), Role::Strong, TextColor::Text),
            Some((first, others)) => {
                self.line(&cx.say(Say::OwnPersonnel), Role::Note, TextColor::Dim);
                self.y += 2.0;
                self.large(province, first);
                let left = others.iter().map(|r| self.number_width(r)).fold(0.0, f32::max);
                for report in others {
                    self.y += 14.0;
                    self.small(province, report, (left + GAP).min(self.width * 0.45));
                }
            }
        }
        if !province.note.is_empty() {
            self.y += 14.0;
            self.note(province);
        }
        if !reports.is_empty() {
            self.y += 10.0;
            self.line(&cx.say(Say::NotAddedUp), Role::Note, TextColor::Dim);
        }
    }

    /// The remark, which may hold numbers: it opens the sources too.
    fn note(&mut self, province: &Province) {
        let name = self.cx.localized(&province.note);
        if claims(self.cx.x(), &Subject::Province(province.id.clone())).is_empty() {
            return self.line(&name, Role::Note, TextColor::Text);
        }
        let (top, mut texts) = (self.y, Vec::new());
        self.add(&mut texts, 0.0, &name, Role::Note, TextColor::Text);
        let area = Rect::from_min_max(pos2(0.0, top), pos2(self.width, self.y)).expand2(REACH);
        self.pieces.push(Piece::Figure { area, name, claim: None, texts });
    }

    fn number_width(&self, report: &Report) -> f32 {
        let number = text::amount(self.cx.lang(), report.amount());
        let width = self.size(&number, Role::Strong, f32::INFINITY).x;
        // A number with words before it takes a line of its own rather than half of the card from all the others.
        if width > self.width * 0.35 { 0.0 } else { width }
    }

    /// The figure that comes first: the number, what it counts, who reported it.
    fn large(&mut self, province: &Province, report: &Report) {
        let number = text::amount(self.cx.lang(), report.amount());
        self.figure(province, report, |flow, texts| {
            flow.add(texts, 0.0, &number, Role::Heading, TextColor::Text);
            flow.described(texts, 0.0, report, Role::Label);
        });
    }

    /// Another figure: the number at the left, the rest beside it.
    fn small(&mut self, province: &Province, report: &Report, left: f32) {
        let number = text::amount(self.cx.lang(), report.amount());
        let beside = self.number_width(report) > 0.0;
        self.figure(province, report, |flow, texts| {
            if beside {
                // Set on the first line's baseline: the number is larger than what stands beside it.
                let lower = (flow.cx.style(Role::Strong).line - flow.cx.style(Role::Note).line) / 2.0;
                texts.push(flow.text(0.0, flow.y - lower, &number, Role::Strong, TextColor::Text));
                flow.described(texts, left, report, Role::Note);
            } else {
                flow.add(texts, 0.0, &number, Role::Strong, TextColor::Text);
                flow.described(texts, 0.0, report, Role::Note);
            }
        });
    }

    fn add(&mut self, texts: &mut Vec<Text>, x: f32, words: &str, role: Role, text_color: TextColor) {
        let text = self.text(x, self.y, words, role, text_color);
        self.y += self.size(words, role, text.width).y;
        texts.push(text);
    }

    /// What a figure counts, and who reported it when.
    fn described(&mut self, texts: &mut Vec<Text>, x: f32, report: &Report, role: Role) {
        let cx = self.cx;
        if !report.counts.is_empty() {
            self.add(texts, x, &cx.localized(&report.counts), role, TextColor::Text);
        }
        for words in reporters(cx, report) {
            self.add(texts, x, &words, Role::Note, TextColor::Dim);
        }
    }

    /// Makes one control of a figure's texts.
    fn figure(&mut self, province: &Province, report: &Report, set: impl FnOnce(&mut Self, &mut Vec<Text>)) {
        let top = self.y;
        let mut texts = Vec::new();
        set(self, &mut texts);
        let area = Rect::from_min_max(pos2(0.0, top), pos2(self.width, self.y)).expand2(REACH);
        let said: Vec<&str> = texts.iter().map(|text| text.words.as_str()).collect();
        let name = format!("{}: {}", self.cx.localized(&province.name), said.join("; "));
        self.pieces.push(Piece::Figure { area, name, claim: claim(self.cx, province, report), texts });
    }
}

/// The claim of the province's source sheet that is a report.
fn claim(cx: &Cx<'_>, province: &Province, report: &Report) -> Option<ClaimKey> {
    let is_it = |claim: &&Claim<'_>| claim.amount == Some(report.amount()) && report.sources.contains(&claim.source.id);
    claims(cx.x(), &Subject::Province(province.id.clone())).iter().find(is_it).map(Claim::key)
}

/// Who reported a figure, and when; the words for it where nobody is named.
fn reporters(cx: &Cx<'_>, report: &Report) -> Vec<String> {
    let sources = report.sources.iter().filter_map(|id| cx.x().source(id));
    let lines: Vec<String> =
        sources.map(|source| cx.say(Say::ReportedBy(&cx.localized(&source.publisher), &dated(cx, source)))).collect();
    if lines.is_empty() { vec![cx.say(Say::NoSourceGiven)] } else { lines }
}

/// The date of a source, with the remark on it where it is not simply printed.
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

/// Names one after the other.
fn listed(lang: Lang, names: &[String]) -> String {
    match lang {
        Lang::En => names.join(", "),
        Lang::Zh => names.join("、"),
        // Names carry their own shad.
        Lang::Bo => names.join(" "),
    }
}
