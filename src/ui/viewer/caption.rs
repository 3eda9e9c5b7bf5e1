//! The caption panel: place, title, caption, what the picture is, and where its statements come from.

use egui::{Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::model::{Photo, PhotoKey};
use crate::state::{Action, Scrollable, Subject};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::scrolling;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// The area of the handle that scrolls, in points.
const HANDLE: f32 = 16.0;

/// True where there is something to say of a picture that the bar above does not say.
#[must_use]
pub fn speaks(cx: &Cx<'_>, key: PhotoKey, photo: &Photo) -> bool {
    let silent =
        photo.caption.is_empty() && photo.credit.is_empty() && photo.licence.is_empty() && photo.place.is_empty();
    !cx.state.pack().photo_folder || cx.state.pack().is_drawn(key) || !silent
}

/// Draws the panel; what is longer than its area scrolls.
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
            cx.label(&title, Role::Heading).show(ui);
            ui.add_space(14.0);
            let (line, _) = ui.allocate_exact_size(vec2(56.0, measure::UNDERLINE), Sense::hover());
            ui.painter().rect_filled(line, 2.0, cx.colors.accent);
            ui.add_space(22.0);
            let caption = cx.localized(&photo.caption);
            cx.label(&caption, Role::Caption).width(520.0_f32.max(area.width() * 0.7)).show(ui);
            ui.add_space(20.0);
            if pack.is_drawn(key) {
                cx.label(&cx.say(Say::IllustrationNotPhotograph), Role::LabelStrong).show(ui);
                if pack.stands_in(key) {
                    ui.add_space(4.0);
                    cx.dim(&cx.say(Say::StandsIn), Role::Label).show(ui);
                }
                ui.add_space(20.0);
            }
            line_ui(ui, cx);
            terms_ui(ui, cx, key, photo);
            sources_ui(ui, cx, photo);
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
        ui.add_space(6.0);
    }
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    widgets::rule(ui, line.left(), line.right(), line.top(), Stroke::new(measure::RULE, cx.colors.line));
    ui.add_space(20.0);
}

/// Credit and licence: of the photograph, where an illustration stands in for it.
fn terms_ui(ui: &mut Ui, cx: &Cx<'_>, key: PhotoKey, photo: &Photo) {
    let pack = cx.state.pack();
    let credit = if pack.stands_in(key) { Say::PhotographCredit } else { Say::Credit };
    for (say, words) in [(credit, Some(&photo.credit)), (Say::Licence, pack.licence(key))] {
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            cx.dim(&cx.say(say), Role::Note).show(ui);
            cx.label(&cx.localized(words), Role::Label).show(ui);
            ui.add_space(14.0);
        }
    }
}

fn sources_ui(ui: &mut Ui, cx: &Cx<'_>, photo: &Photo) {
    // Whoever shows a folder of pictures has not said where their words come from: the files say it.
    if cx.state.pack().photo_folder {
        return;
    }
    cx.dim(&cx.say(Say::SourcesOfCaption), Role::Note).show(ui);
    ui.add_space(2.0);
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
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + 14.0), Sense::hover());
        let id = Id::unique(("caption source", i));
        if widgets::link(ui, area.min + vec2(0.0, 5.0), id, &words, &style, &cx.colors, area.width()).clicked() {
            cx.send(Action::Sheet(Subject::Photo(photo.id.clone())));
            cx.send(Action::SheetPage((source.id.clone(), None)));
        }
    }
}
