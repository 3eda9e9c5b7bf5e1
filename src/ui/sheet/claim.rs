//! One page of a sheet: the figure, the source that gives it, what it says, and the code that carries it away.

use egui::{Id, Pos2, Rect, Ui, Vec2, pos2, vec2};

use crate::model::{Lang, Source, Unit};
use crate::state::{Action, Claim};
use crate::text::{self, Column, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::Role;
use crate::ui::widgets::{self, Icon};

use super::code::{code_ui, least_side};
use super::explained::{Explained, arithmetic, counted, kind};

/// The side of the code.
const CODE: f32 = 380.0;
/// The area between the text and the code.
const GAP: f32 = 64.0;
/// Both on a narrow card.
const SLIM_CODE: f32 = 300.0;
const SLIM_GAP: f32 = 32.0;
/// The least width of the text beside a code, wide and narrow.
const LEAST_TEXT: [f32; 2] = [400.0, 380.0];
/// The longest part of an address that is shown, in characters.
const MOST_ADDRESS: usize = 400;
/// The width of running text: 45 to 55 characters.
const LINE: f32 = 640.0;

/// Draws the page from `pos` on and gives its bottom.
pub fn page_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    pos: Pos2,
    area: Vec2,
    (about, list, page): (&Explained<'_>, &[Claim<'_>], usize),
) -> f32 {
    let width = area.x;
    let [wide, slim] = LEAST_TEXT;
    let least = list.get(page).map_or(0.0, |claim| least_side(ui.ctx(), &text::carried(cx.lang(), claim.source)));
    let (usual, small) = (CODE.max(least), SLIM_CODE.max(least));
    let (code, gap) = if width >= usual + GAP + wide { (usual, GAP) } else { (small, SLIM_GAP) };
    let beside = width >= code + gap + slim;
    let code = if beside { code } else { usual.min(width) };
    let text_width = if beside { width - code - gap } else { width };
    let mut header = Flow::new(ui, cx, FlowMode::Name, pos, text_width.min(LINE));
    header_ui(cx, &mut header, about);
    let Some(claim) = list.get(page) else {
        header.dim(&cx.say(Say::NoSourceGiven), Role::Body);
        return header.pos.y;
    };
    let mut flow = Flow::new(ui, cx, FlowMode::Name, header.pos, text_width);
    source_ui(cx, &mut flow, claim.source);
    says_ui(ui, cx, &mut flow, claim, about);
    if !claim.differs {
        others_ui(ui, cx, &mut flow, (list, about));
    }
    section(&mut flow, &cx.say(Say::HowItWasRead), &cx.say(Say::HowRead(claim.source.how_read)));
    flow.gap(8.0);
    flow.dim_words(&claim.source.note, Role::Body);
    let corner = if beside {
        // Beside the source, or higher where the code and its address would not be seen at once.
        let height = carry_height(ui, cx, code, claim.source);
        let highest = (pos.y + area.y - height - 17.0).max(pos.y + 12.0);
        pos2(pos.x + width - code, header.pos.y.min(highest))
    } else {
        flow.pos + vec2(0.0, 40.0)
    };
    let footer = carry_ui(ui, cx, corner, code, claim.source);
    flow.pos.y.max(footer) + 16.0
}

/// What the sheet is about: the figure, its kind, its arithmetic, and what is stated.
fn header_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, about: &Explained<'_>) {
    if about.large.is_empty() {
        flow.gap(8.0);
    }
    flow.pair((&about.large, about.role()), (&about.unit_words(cx), Role::Body));
    if let Some(figure) = about.figure {
        if let Some(kind) = kind(cx, figure) {
            flow.gap(4.0);
            flow.text(&kind, Role::Body);
        }
        if let Some((sum, meanings)) = arithmetic(cx, figure, about.unit) {
            flow.gap(16.0);
            flow.dim(&cx.say(Say::Arithmetic), Role::Label);
            flow.text(&sum, Role::Value);
            for meaning in &meanings {
                flow.dim(meaning, Role::Label);
            }
        }
    }
    if !about.sum.is_empty() {
        flow.gap(4.0);
        flow.text(&cx.say(Say::AddedUpHere), Role::Body);
        flow.gap(16.0);
        flow.dim(&cx.say(Say::Arithmetic), Role::Label);
        flow.text(&about.sum, Role::Strong);
    }
    for words in [about.told, about.figure.map(|f| &f.note)].into_iter().flatten().filter(|w| !w.is_empty()) {
        flow.gap(14.0);
        flow.words(words, if about.large.is_empty() { Role::Caption } else { Role::Body });
    }
    flow.gap(26.0);
    flow.accent_rule();
    flow.gap(30.0);
}

/// The source: title, publisher, date and language.
fn source_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, source: &Source) {
    let lang = cx.lang();
    let title = text::source_title(lang, source);
    if !title.is_empty() {
        flow.text_in(text::title_letters(lang, source), title, Role::CardHeading);
        flow.gap(12.0);
    }
    flow.text(source.publisher.resolve(lang).text, Role::Body);
    let language = cx.say(Say::InLanguage(&source.language));
    flow.text(&cx.say(Say::ReportedBy(&text::source_date(lang, source), &language)), Role::Body);
}

/// A small heading and a text below it.
fn section(flow: &mut Flow<'_>, heading: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    flow.gap(26.0);
    flow.dim(heading, Role::Label);
    flow.text(words, Role::Caption);
}

/// What this source gives, or what it was read for.
fn says_ui(ui: &Ui, cx: &Cx<'_>, flow: &mut Flow<'_>, claim: &Claim<'_>, about: &Explained<'_>) {
    let says = claim.says.filter(|&says| Some(says) != about.told).map(|words| cx.localized(words)).unwrap_or_default();
    let amount = claim.amount.map(|amount| counted(cx, amount, about.unit)).unwrap_or_default();
    let words = match (amount.is_empty(), says.is_empty()) {
        (true, true) => {
            section(flow, &cx.say(Say::Column(Column::Years)), &about.years);
            if about.years.ends_with('*') {
                flow.dim(&cx.localized(&cx.x().notes.inferred), Role::Label);
            }
            return;
        }
        (false, true) => amount,
        (true, false) => says,
        (false, false) => format!("{amount}\n{says}"),
    };
    if claim.differs {
        differs_heading(ui, cx, flow);
        flow.text(&report(cx, claim, about.unit), Role::Caption);
    } else {
        section(flow, &cx.say(Say::WhatItSays), &words);
    }
}

fn differs_heading(ui: &Ui, cx: &Cx<'_>, flow: &mut Flow<'_>) {
    flow.gap(26.0);
    let line = cx.style(Role::Label).line;
    widgets::icon(ui.painter(), Icon::Differs, flow.pos + vec2(12.0, line / 2.0), 24.0, cx.colors.dim);
    flow.pos.x += 34.0;
    flow.dim(&cx.say(Say::AnotherReport), Role::Label);
    flow.pos.x -= 34.0;
    flow.gap(2.0);
}

/// The other reports of the same figure, side by side with it; each opens its page. A number that several sources give
/// stands once, over all of them.
fn others_ui(ui: &Ui, cx: &Cx<'_>, flow: &mut Flow<'_>, (list, about): (&[Claim<'_>], &Explained<'_>)) {
    let mut before = None;
    for (page, claim) in list.iter().enumerate().filter(|(_, claim)| claim.differs) {
        let Some(amount) = claim.amount else { continue };
        if before.is_none() {
            differs_heading(ui, cx, flow);
        }
        if before != Some((amount, claim.says)) {
            flow.gap(if before.is_some() { 12.0 } else { 0.0 });
            flow.text(&report(cx, claim, about.unit), Role::Caption);
        }
        before = Some((amount, claim.says));
        let id = Id::unique(("other report", page));
        flow.gap(4.0);
        if flow.link(id, &text::byline(cx.lang(), claim.source), Role::Body) {
            cx.send(Action::SheetPage(claim.key()));
        }
    }
}

/// Another report in words: its number, and what it counts.
fn report(cx: &Cx<'_>, claim: &Claim<'_>, unit: Option<&Unit>) -> String {
    let resolved =
        |amount| unit.map_or_else(|| text::amount(cx.lang(), amount), |unit| text::measured(cx.lang(), amount, unit));
    let number = claim.amount.map(resolved).unwrap_or_default();
    match claim.says {
        Some(says) => format!("{number}{}{}", text::colon(cx.lang()), cx.localized(says)),
        None => number,
    }
}

/// The code, and what a telephone finds in it. Gives its bottom.
fn carry_ui(ui: &Ui, cx: &Cx<'_>, corner: Pos2, side: f32, source: &Source) -> f32 {
    let text = text::carried(cx.lang(), source);
    let area = Rect::from_min_size(corner, Vec2::splat(side));
    code_ui(ui, cx, area, &text, &carry_caption(cx, source));
    let mut flow = Flow::new(ui, cx, FlowMode::Name, area.left_bottom(), side);
    carry_words(cx, &mut flow, source);
    flow.pos.y
}

fn carry_height(ui: &Ui, cx: &Cx<'_>, side: f32, source: &Source) -> f32 {
    let mut flow = Flow::new(ui, cx, FlowMode::Measure, pos2(0.0, side), side);
    carry_words(cx, &mut flow, source);
    flow.pos.y
}

fn carry_caption(cx: &Cx<'_>, source: &Source) -> String {
    let opens = text::carries_address(source);
    cx.say(if opens { Say::PhotographToOpen } else { Say::PhotographToKeep })
}

fn carry_words(cx: &Cx<'_>, flow: &mut Flow<'_>, source: &Source) {
    flow.gap(16.0);
    flow.text(&carry_caption(cx, source), Role::Strong);
    flow.gap(4.0);
    match source.link() {
        Some(address) => {
            // Nobody types one that is too long to be photographed.
            let shown = address.char_indices().nth(MOST_ADDRESS).and_then(|(end, _)| address.get(..end));
            let shown = shown.map_or_else(|| address.to_owned(), |start| format!("{start}…"));
            flow.text_in(Lang::En, &shown, Role::Note)
        }
        None => flow.dim(&cx.say(Say::NoAddress), Role::Note),
    };
}
