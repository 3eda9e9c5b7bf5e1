//! One page of a sheet: the figure, its source, what that says, and a QR code of the citation.

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
/// The gap between the text and the code.
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
/// Gaps: within a paragraph, below a title or between reports, and between paragraphs.
const SMALL_GAP: f32 = 4.0;
const TITLE_GAP: f32 = 12.0;
const PARAGRAPH_GAP: f32 = 16.0;
/// The gaps above a heading without a figure, above a stated text, and above a section or rule.
const BARE_GAP: f32 = 8.0;
const STATED_GAP: f32 = 14.0;
const SECTION_GAP: f32 = 26.0;
/// The gap below the rule, above the source's note, and below the page.
const RULE_GAP: f32 = 30.0;
const NOTE_GAP: f32 = 8.0;
const END: f32 = 16.0;
/// The code: its distance from the top, and the gap above it where it stands below the text.
const CODE_TOP: f32 = 12.0;
const CODE_GAP: f32 = 40.0;
/// The icon before a differing report, the indent of the heading behind it, and the gap below.
const ICON: f32 = 24.0;
const ICON_INDENT: f32 = 34.0;
const REPORT_GAP: f32 = 2.0;

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
    flow.gap(NOTE_GAP);
    flow.dim_words(&claim.source.note, Role::Body);
    let corner = if beside {
        // At one place, whatever the sheet is about.
        pos2(pos.x + width - code, pos.y + CODE_TOP)
    } else {
        flow.pos + vec2(0.0, CODE_GAP)
    };
    let footer = carry_ui(ui, cx, corner, code, claim.source);
    flow.pos.y.max(footer) + END
}

/// What the sheet is about: the figure, its kind, its arithmetic, and what is stated.
fn header_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, about: &Explained<'_>) {
    if about.large.is_empty() {
        flow.gap(BARE_GAP);
    }
    flow.pair((&about.large, about.role()), (&about.unit_words(cx), Role::Body));
    if let Some(figure) = about.figure {
        if let Some(kind) = kind(cx, figure) {
            flow.gap(SMALL_GAP);
            flow.text(&kind, Role::Body);
        }
        if let Some((sum, meanings)) = arithmetic(cx, figure, about.unit) {
            flow.gap(PARAGRAPH_GAP);
            flow.dim(&cx.say(Say::Arithmetic), Role::Label);
            flow.text(&sum, Role::Value);
            for meaning in &meanings {
                flow.dim(meaning, Role::Label);
            }
        }
    }
    if !about.sum.is_empty() {
        flow.gap(SMALL_GAP);
        flow.text(&cx.say(Say::AddedUpHere), Role::Body);
        flow.gap(PARAGRAPH_GAP);
        flow.dim(&cx.say(Say::Arithmetic), Role::Label);
        flow.text(&about.sum, Role::Strong);
    }
    for words in [about.told, about.figure.map(|f| &f.note)].into_iter().flatten().filter(|w| !w.is_empty()) {
        flow.gap(STATED_GAP);
        flow.words(words, if about.large.is_empty() { Role::Caption } else { Role::Body });
    }
    flow.gap(SECTION_GAP);
    flow.accent_rule();
    flow.gap(RULE_GAP);
}

/// The source: title, publisher, date and language.
fn source_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, source: &Source) {
    let lang = cx.lang();
    let title = text::source_title(lang, source);
    if !title.is_empty() {
        flow.text_in(text::title_letters(lang, source), title, Role::CardHeading);
        if let Some(gloss) = text::title_gloss(lang, source) {
            flow.dim_words(gloss, Role::Body);
        }
        flow.gap(TITLE_GAP);
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
    flow.gap(SECTION_GAP);
    flow.dim(heading, Role::Label);
    flow.text(words, Role::Caption);
}

/// What this source gives, or what it was read for.
fn says_ui(ui: &Ui, cx: &Cx<'_>, flow: &mut Flow<'_>, claim: &Claim<'_>, about: &Explained<'_>) {
    let says = claim.says.filter(|&says| Some(says) != about.told).map(|words| cx.localized(words)).unwrap_or_default();
    let Some(words) = sentence(cx, claim, about.unit, &says) else {
        section(flow, &cx.say(Say::Column(Column::Years)), &about.years);
        if about.years.ends_with('*') {
            flow.dim(&cx.localized(&cx.x().notes.inferred), Role::Label);
        }
        return;
    };
    if claim.differs {
        differs_heading(ui, cx, flow);
        flow.text(&words, Role::Caption);
    } else {
        section(flow, &cx.say(Say::WhatItSays), &words);
    }
}

/// What a source says, as a sentence: its number with the remark on it, or its words alone; `None` where it has neither.
fn sentence(cx: &Cx<'_>, claim: &Claim<'_>, unit: Option<&Unit>, says: &str) -> Option<String> {
    let Some(amount) = claim.amount else { return Some(says.to_owned()).filter(|says| !says.is_empty()) };
    let number = counted(cx, amount, unit);
    Some(if says.ends_with(['.', '。', '།']) {
        let given = cx.say(Say::ItGives(&number, ""));
        format!("{given}{}{says}", text::between_sentences(cx.lang()))
    } else {
        cx.say(Say::ItGives(&number, says))
    })
}

fn differs_heading(ui: &Ui, cx: &Cx<'_>, flow: &mut Flow<'_>) {
    flow.gap(SECTION_GAP);
    let line = cx.style(Role::Label).line;
    widgets::icon(ui.painter(), Icon::Differs, flow.pos + vec2(ICON / 2.0, line / 2.0), ICON, cx.colors.dim);
    flow.pos.x += ICON_INDENT;
    flow.dim(&cx.say(Say::AnotherReport), Role::Label);
    flow.pos.x -= ICON_INDENT;
    flow.gap(REPORT_GAP);
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
            flow.gap(if before.is_some() { TITLE_GAP } else { 0.0 });
            flow.text(&report(cx, claim, about.unit), Role::Caption);
        }
        before = Some((amount, claim.says));
        let id = Id::unique(("other report", page));
        flow.gap(SMALL_GAP);
        if flow.link(id, &text::byline(cx.lang(), claim.source), Role::Body) {
            cx.send(Action::SheetPage(claim.key()));
        }
    }
}

/// Another report in short: its number, and what it counts.
fn report(cx: &Cx<'_>, claim: &Claim<'_>, unit: Option<&Unit>) -> String {
    let number = claim.amount.map(|amount| counted(cx, amount, unit)).unwrap_or_default();
    match claim.says {
        Some(says) => format!("{number}{}{}", text::colon(cx.lang()), cx.localized(says)),
        None => number,
    }
}

/// The code and its caption. Gives its bottom.
fn carry_ui(ui: &Ui, cx: &Cx<'_>, corner: Pos2, side: f32, source: &Source) -> f32 {
    let text = text::carried(cx.lang(), source);
    let area = Rect::from_min_size(corner, Vec2::splat(side));
    code_ui(ui, cx, area, &text, &code_caption(cx, source));
    let mut flow = Flow::new(ui, cx, FlowMode::Name, area.left_bottom(), side);
    carry_words(cx, &mut flow, source);
    flow.pos.y
}

/// What to do with the code of a source.
#[must_use]
pub fn code_caption(cx: &Cx<'_>, source: &Source) -> String {
    let opens = text::carries_address(source);
    cx.say(if opens { Say::PhotographToOpen } else { Say::PhotographToKeep })
}

fn carry_words(cx: &Cx<'_>, flow: &mut Flow<'_>, source: &Source) {
    flow.gap(PARAGRAPH_GAP);
    flow.text(&code_caption(cx, source), Role::Strong);
    flow.gap(SMALL_GAP);
    match source.link() {
        Some(address) => {
            // An address too long for the code is not typed either.
            let shown = address.char_indices().nth(MOST_ADDRESS).and_then(|(end, _)| address.get(..end));
            let shown = shown.map_or_else(|| address.to_owned(), |start| format!("{start}…"));
            flow.text_in(Lang::En, &shown, Role::Note)
        }
        None => flow.dim(&cx.say(Say::NoAddress), Role::Note),
    };
}
