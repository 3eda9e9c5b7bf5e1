//! The strip that tells what happened, until it is read.

use egui::{Align2, CornerRadius, Id, Order, Rect, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use crate::state::{Action, Drawer, Notice};
use crate::text::{Machine, Say};

use super::theme::{Role, measure};
use super::widgets::{self, Icon};
use super::{Cx, frame, viewer};

/// The top of what stands at the window's foot: a notice that waits there must not cover the way out.
fn foot(cx: &Cx<'_>, window: Rect) -> f32 {
    let taken = match cx.state.photo {
        Some(_) => viewer::FOOT,
        None => frame::foot_height(cx),
    };
    window.bottom() - taken
}

/// Draws the notice at the foot of the window, over the view.
pub fn notice_ui(ui: &mut Ui, cx: &Cx<'_>, window: Rect) {
    let Some((notice, _)) = &cx.state.notice else { return };
    let words = cx.say(Say::Notice(notice));
    let layer = egui::LayerId::new(Order::Foreground, Id::unique("notice"));
    ui.scope_builder(UiBuilder::new().layer_id(layer).max_rect(window), |ui| {
        let close = cx.say(Say::Close);
        let width_of = |words: &str| cx.label(words, Role::Label).size(ui.ctx()).x;
        let button = width_of(&close) + 80.0;
        let offer = matches!(notice, Notice::FirstStart).then(|| cx.say(Say::Machine(Machine::ChooseSize)));
        let offer_width = offer.as_ref().map_or(0.0, |offer| width_of(offer) + 56.0);
        let width = (window.width() - 2.0 * cx.layout.margin).min(900.0);
        // In a slim window the offer stands under the words.
        let beneath = offer.is_some() && width - button - offer_width < 360.0;
        let taken = if beneath { 0.0 } else { button + offer_width + 12.0 };
        let label = cx.label(&words, Role::Body).width((width - taken - 60.0).max(1.0));
        let text = label.size(ui.ctx()).y;
        let height = if beneath { text + measure::BUTTON + 52.0 } else { (text + 32.0).max(measure::BUTTON + 24.0) };
        let corner = pos2(window.center().x, foot(cx, window) - measure::STEP[5]);
        let strip = Align2::CENTER_BOTTOM.anchor_size(corner, vec2(width, height));
        let radius = CornerRadius::same(measure::RADIUS_CARD);
        let shadow = egui::Shadow { offset: [0, 8], blur: 28, spread: 0, color: cx.colors.shadow };
        ui.painter().add(shadow.as_shape(strip, radius));
        ui.painter().rect_filled(strip, radius, cx.colors.card);
        ui.painter().rect_stroke(strip, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
        let middle = if beneath { strip.bottom() - 16.0 - measure::BUTTON / 2.0 } else { strip.center().y };
        let top = if beneath { strip.top() + 20.0 } else { strip.center().y - text / 2.0 };
        label.at(ui, pos2(strip.left() + 24.0, top));
        let room =
            Rect::from_center_size(pos2(strip.right() - 16.0 - button / 2.0, middle), vec2(button, measure::BUTTON));
        if let Some(offer) = offer {
            let right = room.left() - 12.0;
            let room = Rect::from_min_max(pos2(right - offer_width, room.top()), pos2(right, room.bottom()));
            let label = (None, offer.as_str());
            let id = Id::unique("choose size");
            if widgets::button(ui, room, id, label, &cx.style(Role::Label), &cx.colors, true).clicked() {
                cx.send(Action::Drawer(Some(Drawer::Size)));
            }
        }
        let id = Id::unique("close notice");
        let label = (Some(Icon::Cross), close.as_str());
        if widgets::button(ui, room, id, label, &cx.style(Role::Label), &cx.colors, true).clicked() {
            cx.send(Action::DismissNotice);
        }
    });
}
