//! What the kiosk's own screens are made of: the unit of their measures, layers over everything, and buttons.

use egui::accesskit::Role as Access;
use egui::{
    Align, Area, CornerRadius, Id, Order, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::ui::Cx;
use crate::ui::presenter::{HEIGHT, Pen, tight};
use crate::ui::theme::{distance, hand};

/// The least height of a main control in the measures of these screens, and on the screen in millimetres.
pub const MAIN: f32 = 84.0;
const MAIN_MM: f32 = 20.0;
/// The radius of buttons and cards.
pub const RADIUS: f32 = 14.0;
pub const CARD_RADIUS: f32 = 24.0;
/// The padding beside a button's words, and the outline of one that is not filled.
const PAD: f32 = 24.0;
const LINE: f32 = 3.0;
/// The shares of a size that are tried until words fit.
const STEPS: [f32; 5] = [1.0, 0.86, 0.74, 0.62, 0.5];

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The main one.
    Filled,
    /// Another.
    Outlined,
}

/// Points per millimetre of the screen.
pub fn points_per_mm(ui: &Ui, cx: &Cx<'_>) -> f32 {
    cx.state.points_per_mm() / distance::zoom_of(ui.ctx())
}

/// Points per measure for something of a size in measures: as the screen is high, and no smaller than fingers need, as far as it
/// fits the area.
pub fn unit(ui: &Ui, cx: &Cx<'_>, area: Rect, size: Vec2) -> f32 {
    let screen = (area.height() / HEIGHT).min(area.width() / HEIGHT);
    let finger = MAIN_MM * points_per_mm(ui, cx) / MAIN;
    screen.max(finger).min((area.size() / size).min_elem())
}

/// Draws over everything else, which nothing reaches then.
pub fn over(ui: &Ui, name: &str, area: Rect, add: impl FnOnce(&mut Ui)) {
    let region = Area::new(Id::unique(name))
        .order(Order::Tooltip)
        .fixed_pos(area.min)
        .default_size(area.size())
        .constrain(false)
        .movable(false)
        .fade_in(false);
    ui.ctx().memory_mut(|m| m.set_modal_layer(region.layer()));
    region.show(ui.ctx(), |ui| {
        ui.expand_to_include_rect(area);
        ui.interact(area, Id::unique((name, "ground")), Sense::CLICK | Sense::DRAG);
        add(ui);
    });
}

/// A radius given in measures.
pub fn corners(pen: &Pen<'_>, radius: f32) -> CornerRadius {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    CornerRadius::same(pen.px(radius).round().clamp(0.0, 255.0) as u8)
}

/// The ground of a card.
pub fn card(pen: &Pen<'_>, area: Rect) {
    let colors = &pen.cx.colors;
    let shadow = egui::Shadow { color: colors.shadow, ..crate::ui::SHADOW };
    pen.ui.painter().add(shadow.as_shape(area, corners(pen, CARD_RADIUS)));
    pen.ui.painter().rect_filled(area, corners(pen, CARD_RADIUS), colors.card);
    if colors.is_dark {
        let stroke = Stroke::new(pen.px(LINE).max(1.0), colors.line);
        pen.ui.painter().rect_stroke(area, corners(pen, CARD_RADIUS), stroke, StrokeKind::Inside);
    }
}

/// A button in an area in points, with words of a size in measures, or smaller ones where they are long.
pub fn button(pen: &Pen<'_>, area: Rect, id: Id, (words, size): (&str, f32), look: Look) -> Response {
    named_button(pen, area, id, (words, words, size), look)
}

/// The same with another name for screen readers.
pub fn named_button(pen: &Pen<'_>, area: Rect, id: Id, (words, name, size): (&str, &str, f32), look: Look) -> Response {
    let response = pen.ui.interact(area, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    let colors = &pen.cx.colors;
    let (fill, ink) = match look {
        Look::Filled => (colors.text, colors.bg),
        Look::Outlined => (colors.card, colors.text),
    };
    pen.ui.painter().rect_filled(area, corners(pen, RADIUS), touched(fill, ink, &response));
    if look == Look::Outlined {
        let stroke = Stroke::new(pen.px(LINE).max(1.0), colors.edge);
        pen.ui.painter().rect_stroke(area, corners(pen, RADIUS), stroke, StrokeKind::Inside);
    }
    ring(pen, &response);
    let inner = area.shrink2(vec2(pen.px(PAD), 0.0));
    let kind = tight(size, look == Look::Filled);
    let kind = pen.fitting(words, kind, inner.size() / pen.scale, &STEPS.map(|step| step * size));
    pen.label(words, kind, ink).width(inner.width()).align(Align::Center).paint_in(pen.ui, inner);
    response
}

/// A ground under a pointer or finger.
pub fn touched(fill: egui::Color32, ink: egui::Color32, response: &Response) -> egui::Color32 {
    crate::ui::theme::mix(fill, ink, crate::ui::theme::touched(response))
}

/// The ring of the keyboard's focus.
pub fn ring(pen: &Pen<'_>, response: &Response) {
    if hand::has_ring(response) {
        let stroke = Stroke::new(pen.px(LINE + 2.0), pen.cx.colors.text);
        let area = response.rect.expand(pen.px(2.0 * LINE + 2.0));
        pen.ui.painter().rect_stroke(area, corners(pen, RADIUS), stroke, StrokeKind::Middle);
    }
}
