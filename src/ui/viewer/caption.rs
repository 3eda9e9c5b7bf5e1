//! The caption panel: place, title, caption, kind of picture, terms and sources.

use egui::{Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, vec2};

use crate::model::{Photo, PhotoKey};
use crate::state::{Action, Scrollable, Subject};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::flow::ACCENT_RULE;
use crate::ui::scrolling;
use crate::ui::sheet::code::{code_ui, least_side};
use crate::ui::sheet::code_caption;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// The width of the scroll handle, in points.
const HANDLE: f32 = 16.0;
/// The gaps after the place, after the title, and after the rule below it.
const PLACE_GAP: f32 = 6.0;
const TITLE_GAP: f32 = 14.0;
const RULE_GAP: f32 = 22.0;
/// The gap between two parts of the panel, between two terms, and below a small heading or line.
const PART_GAP: f32 = 20.0;
const TERM_GAP: f32 = 14.0;
const HEADING_GAP: f32 = 2.0;
/// The least width at which the caption's lines break.
const LEAST_LINE: f32 = 520.0;
/// What a source takes above and below its words together, and above them.
const SOURCE_AIR: f32 = 14.0;
const SOURCE_TOP: f32 = 5.0;
/// The side of the source's code, the least width of the words beside it, and the gap under it.
const CODE: f32 = 200.0;
const LEAST_TERMS: f32 = 230.0;
const CODE_GAP: f32 = 8.0;

/// True where the panel has more to say of a picture than the bar above.
#[must_use]
pub fn speaks(cx: &Cx<'_>, key: PhotoKey, photo: &Photo) -> bool {
    let silent =
        photo.caption.is_empty() && photo.credit.is_empty() && photo.licence.is_empty() && photo.place.is_empty();
    let pack = cx.state.pack();
    !pack.photo_folder || pack.is_drawn(key) || pack.is_camera_preview(key) || !silent
}

/// Draws the panel, scrolling where it is longer than its area.
pub fn caption_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, key: PhotoKey, photo: &Photo) {
    let pack = cx.state.pack();
    // The handle stands outside the text, in the margin.
    let seen = area.with_max_x(area.right() + HANDLE);
    ui.scope_builder(UiBuilder::new().max_rect(seen), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt(("caption", key)).auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Caption, region, |ui| {
            ui.set_max_width(area.width());
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            place_ui(ui, cx, photo);
            let title = cx.localized(&photo.title);
            cx.label(&title, Role::Heading).balanced(ui.ctx(), area.width()).show(ui);
            ui.add_space(TITLE_GAP);
            let (line, _) = ui.allocate_exact_size(vec2(ACCENT_RULE, measure::UNDERLINE), Sense::hover());
            ui.painter().rect_filled(line, 2.0, cx.colors.accent);
            ui.add_space(RULE_GAP);
            let caption = cx.localized(&photo.caption);
            cx.label(&caption, Role::Caption).width(LEAST_LINE.max(area.width() * 0.7)).show(ui);
            ui.add_space(PART_GAP);
            if pack.is_drawn(key) {
                let say = if pack.stands_in(key) { Say::StandsIn } else { Say::IllustrationNotPhotograph };
                cx.label(&cx.say(say), Role::LabelStrong).show(ui);
                ui.add_space(PART_GAP);
            }
            if pack.is_camera_preview(key) {
                cx.label(&cx.say(Say::CameraPreview), Role::Label).show(ui);
                ui.add_space(PART_GAP);
            }
            line_ui(ui, cx);
            cited_ui(ui, cx, key, photo);
        });
    });
}

fn place_ui(ui: &mut Ui, cx: &Cx<'_>, photo: &Photo) {
    let mut parts: Vec<String> = Vec::new();
    if !photo.place.is_empty() {
        parts.push(cx.localized(&photo.place));
    }
    parts.extend(photo.provinces.iter().filter_map(|id| cx.x().province(id)).map(|p| cx.localized(&p.name)));
    if let Some(date) = photo.date {
        parts.push(text::date(cx.lang(), date));
    }
    if !parts.is_empty() {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        cx.dim(&text::list(cx.lang(), &parts), Role::Label).show(ui);
        ui.add_space(PLACE_GAP);
    }
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    widgets::rule(ui, line.left(), line.right(), line.top(), Stroke::new(measure::RULE, cx.colors.line));
    ui.add_space(PART_GAP);
}

/// Credit and licence: of the photograph, where an illustration stands in for it.
fn terms_ui(ui: &mut Ui, cx: &Cx<'_>, key: PhotoKey, photo: &Photo) {
    let pack = cx.state.pack();
    let credit = if pack.stands_in(key) { Say::PhotographCredit } else { Say::Credit };
    for (say, words) in [(credit, Some(&photo.credit)), (Say::Licence, pack.licence(key))] {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            cx.dim(&cx.say(say), Role::Note).show(ui);
            cx.label(&cx.localized(words), Role::Label).show(ui);
            ui.add_space(TERM_GAP);
        }
    }
}

fn sources_ui(ui: &mut Ui, cx: &Cx<'_>, photo: &Photo) {
    // A photo folder has no sources: its words come from the files.
    if cx.state.pack().photo_folder {
        return;
    }
    cx.dim(&cx.say(Say::SourcesOfCaption), Role::Note).show(ui);
    ui.add_space(HEADING_GAP);
    let sources: Vec<_> = photo.sources.iter().filter_map(|id| cx.x().source(id)).collect();
    if sources.is_empty() {
        cx.label(&cx.say(Say::NoSourceGiven), Role::Label).show(ui);
    }
    for (i, source) in sources.iter().enumerate() {
        let date = source.date.map_or_else(|| cx.say(Say::NoDate), |d| text::date(cx.lang(), d));
        let publisher = cx.resolve(&source.publisher).text;
        let words = cx.say(Say::ReportedBy(publisher, &date));
        let style = cx.style(Role::Label);
        let height = crate::ui::typeset::Label::new(&words, style.clone(), cx.colors.accent)
            .width(ui.available_width())
            .size(ui.ctx())
            .y;
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + SOURCE_AIR), Sense::hover());
        let id = Id::unique(("caption source", i));
        if widgets::link(ui, area.min + vec2(0.0, SOURCE_TOP), id, &words, &style, &cx.colors, area.width()).clicked() {
            cx.send(Action::Sheet(Subject::Photo(photo.id.clone())));
            cx.send(Action::SheetPage((source.id.clone(), None)));
        }
    }
}

/// Terms and sources, and the code of the first source beside them, or below them where the panel is narrow and has room.
fn cited_ui(ui: &mut Ui, cx: &Cx<'_>, key: PhotoKey, photo: &Photo) {
    // An open sheet has a code of its own.
    let source = photo.sources.iter().find_map(|id| cx.x().source(id)).filter(|_| cx.state.sheet().is_none());
    let code = source.map(|source| {
        let text = text::carried(cx.lang(), source);
        let side = CODE.max(least_side(ui.ctx(), &text)).min(ui.available_width());
        (text, side, code_caption(cx, source))
    });
    let words_ui = |ui: &mut Ui| {
        terms_ui(ui, cx, key, photo);
        sources_ui(ui, cx, photo);
    };
    let Some((text, side, caption)) = code else { return words_ui(ui) };
    let code_ui = |ui: &mut Ui| {
        let (area, _) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
        code_ui(ui, cx, area, &text, &caption);
        ui.add_space(CODE_GAP);
        cx.dim(&caption, Role::Note).width(side).show(ui);
    };
    let left = ui.available_width() - side - PART_GAP;
    if left < LEAST_TERMS {
        words_ui(ui);
        ui.add_space(PART_GAP);
        // Whole or not at all; the source's sheet has it too.
        let needed = side + CODE_GAP + cx.dim(&caption, Role::Note).width(side).size(ui.ctx()).y;
        if ui.cursor().top() - ui.min_rect().top() + needed <= ui.clip_rect().height() {
            code_ui(ui);
        }
        return;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(left);
            words_ui(ui);
        });
        ui.add_space(PART_GAP);
        ui.vertical(code_ui);
    });
}
