//! What closes the wall: the whole exhibition at one look, small, which opens as a page.

use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2};

use crate::model::Filter;
use crate::state::kiosk::attract;
use crate::state::{Action, Overlay};
use crate::text::Say;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::{Cx, photo_paint, whole, widgets};

/// The height of the poster in it, the width that it takes at most as a share of the wall's, and the padding around it.
const HEIGHT: f32 = 220.0;
const SHARE: f32 = 0.4;
const PAD: f32 = 20.0;
/// Between the poster and its words, and between these.
const GAP: f32 = 28.0;
const WORDS_GAP: f32 = 8.0;

/// Whether the wall has it: all pictures are there, and there is more than pictures.
fn is_there(cx: &Cx<'_>) -> bool {
    let is_whole = *cx.state.filter() == Filter::default();
    let is_visit = cx.state.editing().is_none() && !cx.is_across_a_room();
    is_whole && is_visit && whole::page::has_room(cx) && attract::has_whole(cx.state)
}

/// The size of the poster in it, in the page's proportions.
fn poster(cx: &Cx<'_>, width: f32) -> Vec2 {
    let most = (width - 2.0 * PAD) * SHARE;
    let room = whole::page::room(cx);
    let size = room * (HEIGHT / room.y);
    size * (most / size.x).min(1.0)
}

/// The height that it takes below the wall, of a width; nothing where it is not there.
pub fn height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    if !is_there(cx) {
        return 0.0;
    }
    2.0 * PAD + poster(cx, width).y.max(words_height(ui, cx, width))
}

fn words_width(cx: &Cx<'_>, width: f32) -> f32 {
    width - 2.0 * PAD - poster(cx, width).x - GAP
}

fn words_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    let width = words_width(cx, width);
    let (heading, counted) = (cx.say(Say::Whole), whole::counted(cx));
    let height = |words: &str, role| cx.label(words, role).width(width).size(ui.ctx()).y;
    height(&heading, Role::CardHeading) + WORDS_GAP + height(&counted, Role::Body)
}

/// Draws it below the wall.
pub fn closing_ui(ui: &Ui, cx: &Cx<'_>, corner: egui::Pos2, width: f32) {
    let height = height(ui, cx, width);
    let area = Rect::from_min_size(corner, vec2(width, height));
    if height == 0.0 || !ui.is_rect_visible(area) {
        return;
    }
    let (heading, counted) = (cx.say(Say::Whole), whole::counted(cx));
    let response = ui.interact(area, Id::unique("all of it"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, format!("{heading}. {counted}")));
    ui.painter().rect_filled(area, measure::RADIUS_SHEET, cx.touched(cx.colors.card, &response));
    let line = Stroke::new(measure::RULE, cx.colors.line);
    ui.painter().rect_stroke(area, measure::RADIUS_SHEET, line, StrokeKind::Inside);
    let size = poster(cx, width);
    let place = Rect::from_min_size(pos2(area.left() + PAD, area.center().y - size.y / 2.0), size);
    ui.painter().rect_filled(place, 0.0, cx.colors.bg);
    if let Some(Some(whole)) = whole::designed(ui, cx, whole::page::NAME, whole::page::room(cx)) {
        whole.paint(ui, cx, (place, place), 1.0);
    }
    ui.painter().rect_stroke(place, 0.0, line, StrokeKind::Outside);
    let left = place.right() + GAP;
    let top = area.center().y - words_height(ui, cx, width) / 2.0;
    let most = words_width(cx, width);
    let heading = cx.label(&heading, Role::CardHeading).width(most);
    heading.paint(ui, pos2(left, top));
    let under = top + heading.size(ui.ctx()).y + WORDS_GAP;
    cx.dim(&counted, Role::Body).width(most).paint(ui, pos2(left, under));
    if hand::hovers(&response) {
        ui.painter().add(photo_paint::outline(area, photo_paint::HOVER_LINE, cx.colors.text));
    }
    widgets::focus_ring(ui, &response, measure::RADIUS_SHEET, &cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.send(Action::Overlay(Some(Overlay::Whole)));
    }
}
