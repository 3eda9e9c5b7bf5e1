//! One cell of the page: a heading, a paragraph, a statement with its figure, a source.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::{FigureState, Lang, Source, Statement};
use crate::state::{Action, Rests, Subject, claims};
use crate::text::{self, Machine, Say};
use crate::ui::Cx;
use crate::ui::flow::{ACCENT_RULE, Flow, FlowMode};
use crate::ui::fonts::FONT_LICENCES;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::trace;
use crate::ui::widgets;

use super::page::{Content, Section};

/// The padding above and below the words of a cell.
const PAD: f32 = 18.0;
/// The width of running text: 45 to 55 characters.
const LINE: f32 = 640.0;
/// How far a hovered cell's ground reaches beyond its words.
const RIM: f32 = 8.0;
/// The inset of a cell's focus ring above and below.
const RING_INSET: f32 = 6.0;
/// The gaps below a heading or its note, around a paragraph, after a statement's figure or a source's title, and above a byline.
const HEADING_GAP: f32 = 12.0;
const PARAGRAPH_GAP: f32 = 8.0;
const TITLE_GAP: f32 = 4.0;
const BYLINE_GAP: f32 = 6.0;
/// How far the line under something highlighted stands over its foot.
const UNDERLINE_RISE: f32 = 8.0;
/// What the button takes beside its words.
const BUTTON_PAD: f32 = 44.0;

/// The words of a section's heading.
#[must_use]
pub fn heading(cx: &Cx<'_>, section: Section) -> String {
    match section {
        Section::Choice => {
            let province = cx.state.filter().province.as_ref().and_then(|id| cx.x().province(id));
            province.map(|province| cx.say(Say::SourcesFor(cx.resolve(&province.name).text))).unwrap_or_default()
        }
        Section::About => cx.say(Say::About),
        Section::Group(g) => cx.x().groups.get(g).map(|group| cx.localized(&group.title)).unwrap_or_default(),
        Section::Sources => cx.say(Say::AllSources(cx.x().sources.len())),
    }
}

/// The height of a cell of this width.
#[must_use]
pub fn height(ui: &Ui, cx: &Cx<'_>, content: Content, width: f32) -> f32 {
    if content == Content::LicencesButton {
        return measure::BUTTON + PAD;
    }
    let mut flow = Flow::new(ui, cx, FlowMode::Measure, Pos2::ZERO, width);
    words_ui(cx, &mut flow, content);
    flow.pos.y
}

/// Draws a cell.
pub fn cell_ui(ui: &Ui, cx: &Cx<'_>, content: Content, area: Rect) {
    let rests = rests(cx, content);
    let cx = &cx.lit(rests.is_none_or(Rests::any));
    let opens = match content {
        Content::Statement(i) => {
            cx.x().statements.get(i).map(|s| (Subject::Statement(s.id.clone()), statement_name(cx, s)))
        }
        Content::Source(i) | Content::OfChoice(i) => {
            cx.x().sources.get(i).map(|s| (Subject::Source(s.id.clone()), source_name(cx, s)))
        }
        Content::LicencesButton => return licences_button_ui(ui, cx, area),
        _ => None,
    };
    let way = if opens.is_some() { FlowMode::Paint } else { FlowMode::Name };
    if let Some((subject, name)) = opens {
        let name = cx.spoken(name, rests);
        let response = ui.interact(area, Id::unique(("sources cell", content)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
        widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
        if hand::hovers(&response) || response.is_pointer_button_down_on() {
            let ground = area.shrink2(vec2(-RIM, 1.0));
            ui.painter().rect_filled(
                ground,
                CornerRadius::same(measure::RADIUS_ROW),
                cx.touched(cx.colors.bg, &response),
            );
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let ring = response.clone().with_new_rect(area.shrink2(vec2(0.0, RING_INSET)));
        widgets::focus_ring(ui, &ring, measure::RADIUS_ROW, &cx.colors);
        if response.clicked() {
            cx.send(Action::Sheet(subject));
        }
    }
    let mut flow = Flow::new(ui, cx, way, area.min, area.width());
    words_ui(cx, &mut flow, content);
    let bottom = flow.pos.y;
    trace::underline_ui(ui, cx, rests, [area.left(), area.left() + ACCENT_RULE], bottom - UNDERLINE_RISE);
    if let Content::Source(i) | Content::OfChoice(i) = content
        && let Some(source) = cx.x().sources.get(i)
    {
        let at = pos2(area.left(), bottom - PAD - f32::midpoint(measure::TARGET, cx.style(Role::Label).line));
        trace::link_ui(ui, cx, (Id::unique(("rests on it", content)), at, area.width()), source);
    }
}

/// How what a cell says rests on the source whose support is shown. Headings and what concerns the program stay as they are.
pub fn rests(cx: &Cx<'_>, content: Content) -> Option<Rests> {
    let x = cx.x();
    match content {
        Content::Statement(i) => x.statements.get(i).and_then(|s| cx.rests(&Subject::Statement(s.id.clone()))),
        Content::Source(i) | Content::OfChoice(i) => {
            x.sources.get(i).and_then(|source| cx.rests(&Subject::Source(source.id.clone())))
        }
        Content::GroupNote(_) | Content::About(_) => cx.highlights().map(|_| Rests::default()),
        Content::Heading(_) | Content::LicencesButton | Content::Licences | Content::Program => None,
    }
}

/// The words of a cell; measured and drawn by the same code, so that they cannot disagree.
fn words_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, content: Content) {
    let x = cx.x();
    match content {
        Content::Heading(section) => {
            flow.text(&heading(cx, section), Role::CardHeading);
            flow.gap(HEADING_GAP);
        }
        Content::GroupNote(g) => {
            let whole = flow.width;
            flow.width = whole.min(LINE);
            if let Some(group) = x.groups.get(g) {
                flow.dim_words(&group.note, Role::Body);
            }
            flow.width = whole;
            flow.gap(HEADING_GAP);
        }
        Content::About(i) => {
            flow.gap(PARAGRAPH_GAP);
            if let Some(words) = x.about.get(i) {
                flow.words(words, Role::Body);
            }
            flow.gap(PARAGRAPH_GAP);
        }
        Content::Statement(i) => {
            if let Some(statement) = x.statements.get(i) {
                statement_ui(cx, flow, statement);
            }
        }
        Content::Source(i) | Content::OfChoice(i) => {
            if let Some(source) = x.sources.get(i) {
                source_ui(cx, flow, source);
            }
        }
        Content::Licences => {
            for paragraph in FONT_LICENCES.trim().split("\n\n") {
                flow.text_in(Lang::En, paragraph, Role::Note);
                flow.gap(cx.style(Role::Note).line);
            }
        }
        Content::LicencesButton => {}
        Content::Program => {
            flow.dim(&cx.say(Say::Machine(Machine::Program(cx.state.drawn_by()))), Role::Note);
        }
    }
}

/// A statement: its figure, what is stated, and who reported it.
fn statement_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, statement: &Statement) {
    flow.gap(PAD);
    if let Some((figure, remark, is_number)) = figure_words(cx, statement) {
        let role = if is_number { Role::Value } else { Role::Strong };
        flow.pair((&figure, role), (&remark, Role::Label));
        flow.gap(TITLE_GAP);
    }
    flow.words(&statement.text, Role::Body);
    flow.gap(BYLINE_GAP);
    flow.looks_like_link(&bylines(cx, statement), Role::Label);
    flow.gap(PAD);
}

/// The figure, what it counts and whether it is worked out, and whether it is a number at all.
fn figure_words(cx: &Cx<'_>, statement: &Statement) -> Option<(String, String, bool)> {
    let figure = statement.figure.as_ref()?;
    let unit = &statement.unit;
    let mut remark = unit.resolve(cx.lang()).text.to_owned();
    let number = figure.amount().map(|amount| text::amount_in(cx.lang(), amount, unit));
    Some(match (&figure.state, number) {
        (FigureState::WorkedOut { .. }, Some(number)) => {
            let how = cx.say(Say::WorkedOutShort);
            remark = if remark.is_empty() { how } else { format!("{remark} · {how}") };
            (number, remark, true)
        }
        (_, Some(number)) => (number, remark, true),
        (FigureState::NotApplicable, None) => (cx.say(Say::NotApplicable), String::new(), false),
        (_, None) => (cx.say(Say::NotPublished), String::new(), false),
    })
}

/// The first source by name and date; more of them by their number.
fn bylines(cx: &Cx<'_>, statement: &Statement) -> String {
    let sources: Vec<&Source> = statement.sources.iter().filter_map(|id| cx.x().source(id)).collect();
    match sources.as_slice() {
        [] => cx.say(Say::NoSourceGiven),
        [only] => text::byline(cx.lang(), only),
        _ => cx.say(Say::SeeSources(claims(cx.x(), &Subject::Statement(statement.id.clone())).len())),
    }
}

fn statement_name(cx: &Cx<'_>, statement: &Statement) -> String {
    let text = cx.localized(&statement.text);
    let by = bylines(cx, statement);
    match figure_words(cx, statement) {
        Some((figure, remark, _)) => format!("{figure} {remark}; {text} {by}"),
        None => format!("{text} {by}"),
    }
}

/// A source: its title in its own language, who published it, when, in which language, and whether it has an address.
fn source_ui(cx: &Cx<'_>, flow: &mut Flow<'_>, source: &Source) {
    flow.gap(PAD);
    let lang = cx.lang();
    flow.text_in(text::title_letters(lang, source), text::source_title(lang, source), Role::Strong);
    if let Some(gloss) = text::title_gloss(lang, source) {
        flow.dim_words(gloss, Role::Label);
    }
    flow.gap(TITLE_GAP);
    flow.text(source.publisher.resolve(lang).text, Role::Label);
    flow.dim(&when(cx, source), Role::Label);
    if source.link().is_none() {
        flow.dim(&cx.say(Say::NoAddress), Role::Note);
    }
    // The link to what rests on it is a touch target of its own.
    flow.gap(measure::TARGET + PAD);
}

fn when(cx: &Cx<'_>, source: &Source) -> String {
    let language = cx.say(Say::InLanguage(&source.language));
    cx.say(Say::ReportedBy(&text::source_date(cx.lang(), source), &language))
}

fn source_name(cx: &Cx<'_>, source: &Source) -> String {
    let title = text::source_title(cx.lang(), source);
    format!("{title}; {}; {}", cx.localized(&source.publisher), when(cx, source))
}

fn licences_button_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let words = cx.say(Say::FontLicences);
    let style = cx.style(Role::Label);
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(area.min, vec2(width, measure::BUTTON));
    if widgets::button(ui, button, Id::unique("licences"), (None, &words), &style, &cx.colors, true).clicked() {
        cx.send(Action::Licences(!cx.state.session().licences));
    }
}
