//! The page that a visitor opens from the end of the wall: one slow look over the whole, after which each picture opens.

use egui::{Id, PointerButton, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2};

use super::{counted, designed, seen};
use crate::state::{Action, Overlay};
use crate::text::Say;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{BUTTON_ICON, Cx, frame, kiosk, photo_paint};

/// What the button that leads back takes beside its words, and the gap after it.
const BUTTON_PAD: f32 = 48.0;
const GAP: f32 = 24.0;

/// Who remembers its poster: the end of the wall shows the same one.
pub const NAME: &str = "the whole on a page";

/// Whether it is open.
#[must_use]
pub fn is_open(cx: &Cx<'_>) -> bool {
    cx.state.overlay() == Some(Overlay::Whole)
}

/// Whether a window has room for a poster whose words can be read.
#[must_use]
pub fn has_room(cx: &Cx<'_>) -> bool {
    !cx.layout.low && !cx.layout.slim
}

/// The room that it has for a poster, but for a notice.
#[must_use]
pub fn room(cx: &Cx<'_>) -> Vec2 {
    let foot = if kiosk::has_bar(cx) { kiosk::BAR } else { 0.0 };
    cx.layout.size - vec2(0.0, frame::bar_height(cx) + foot)
}

/// Draws it in the place of the view. A touch ends the look; after it, and by keys at once, each picture opens.
pub fn page_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    if !has_room(cx) {
        cx.send(Action::Overlay(None));
        return;
    }
    let height = frame::bar_height(cx);
    let (bar, area) = if cx.state.access().controls_low {
        let (area, bar) = area.split_top_bottom_at_y(area.bottom() - height);
        (bar, area)
    } else {
        area.split_top_bottom_at_y(area.top() + height)
    };
    bar_ui(ui, cx, bar);
    let whole = match designed(ui, cx, NAME, area.size()) {
        None => return,
        Some(None) => return cx.send(Action::Overlay(None)),
        Some(Some(whole)) => whole,
    };
    let (place, most, is_over) = seen(ui, cx, &whole, area, false);
    let ground = ui.interact(area, Id::unique("the whole"), Sense::CLICK);
    ground.widget_info(|| WidgetInfo::labeled(accesskit::Role::Label, true, counted(cx)));
    whole.paint(ui, cx, (place, area), most);
    let mut ends = ground.clicked();
    for (key, rect) in whole.pictures(place) {
        let Some(photo) = cx.photo(key).filter(|_| ui.is_rect_visible(rect)) else { continue };
        let response = ui.interact(rect, Id::unique(("on the whole", key)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, cx.localized(&photo.title)));
        if is_over && hand::hovers(&response) {
            ui.painter().add(photo_paint::outline(rect, photo_paint::HOVER_LINE, cx.colors.text));
        }
        widgets::focus_ring(ui, &response, measure::RADIUS_PICTURE, &cx.colors);
        // What moves is not aimed at.
        let by_touch = response.clicked_by(PointerButton::Primary);
        if by_touch && !is_over {
            ends = true;
        } else if response.clicked() {
            cx.send(Action::OpenPhoto(key));
        }
    }
    if ends {
        cx.motion.borrow_mut().look.end();
        ui.ctx().request_repaint();
    }
}

/// The bar with the way back, the name of the page, and the languages.
fn bar_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let is_low = cx.state.access().controls_low;
    let edge = if is_low { area.top() } else { area.bottom() - 0.5 };
    widgets::rule(ui, area.left(), area.right(), edge, Stroke::new(measure::RULE, cx.colors.line));
    let inner = area.shrink2(vec2(cx.layout.margin, 0.0));
    let words = cx.say(Say::AllPictures);
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_ICON + BUTTON_PAD;
    let back =
        Rect::from_min_size(pos2(inner.left(), area.center().y - measure::BUTTON / 2.0), vec2(width, measure::BUTTON));
    let label = (Some(Icon::Left), words.as_str());
    let id = Id::unique("back from the whole");
    if widgets::button(ui, back, id, label, &cx.style(Role::Label), &cx.colors, true).clicked() {
        cx.send(Action::Overlay(None));
    }
    let end = if is_low { inner.right() } else { frame::languages_ui(ui, cx, inner).left() };
    let heading = cx.say(Say::Whole);
    let heading = cx.label(&heading, Role::Strong);
    let left = back.right() + GAP;
    if left + heading.size(ui.ctx()).x + GAP <= end {
        heading.at(ui, pos2(left, area.center().y - heading.size(ui.ctx()).y / 2.0));
    }
}
