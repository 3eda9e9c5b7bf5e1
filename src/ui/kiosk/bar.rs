//! The one button of a kiosk's own in every view: easier to see and reach. It stands at the foot of the sidebar; where there is none,
//! and where the controls are low, in a bar at the foot, there with tabs and languages.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::icons::{Sign, at_left, sign};
use crate::state::Action;
use crate::state::kiosk::{AccessChange, KioskCommand};
use crate::text::{Kiosk as Words, Say};
use crate::ui::theme::{Role, measure};
use crate::ui::{Cx, frame, widgets};

/// The height of the bar, and of the sidebar's foot with the button.
pub const BAR: f32 = 72.0;
/// The sign of the button, its inset, the gap after it, and the inset of the words.
const SIGN: f32 = 34.0;
const INSET: f32 = 11.0;
const GAP: f32 = 12.0;
/// The widest button; a narrower window shows the sign alone.
const WIDEST: f32 = 300.0;
const LEAST_WINDOW: f32 = 620.0;

/// True where the button has a bar: not beside the sidebar, which has it at its foot, nor beside the keyboard of a wide window.
pub fn has_bar(cx: &Cx<'_>) -> bool {
    let has_sidebar = !cx.is_bare() && !cx.layout.folded && !cx.layout.portrait && cx.state.photo().is_none();
    let has_keyboard = cx.state.finder().is_some() && !cx.layout.portrait;
    cx.state.kiosk().is_some() && (!(has_sidebar || has_keyboard) || cx.state.access().controls_low)
}

/// Draws the bar.
pub fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let inner = Rect::from_center_size(area.center(), vec2(area.width() - 2.0 * cx.layout.margin, measure::BUTTON));
    // Tabs need the room more.
    let is_low = cx.state.access().controls_low;
    let with_words = !is_low && area.width() >= LEAST_WINDOW;
    let words = cx.label(&cx.say(Say::Kiosk(Words::Access)), Role::Label).size(ui.ctx()).x;
    let width = if with_words { (words + SIGN + 2.0 * INSET + 2.0 * GAP).min(WIDEST) } else { measure::BUTTON };
    access_button_ui(ui, cx, inner.with_max_x(inner.left() + width));
    if is_low && cx.state.photo().is_none() {
        let languages = frame::languages_ui(ui, cx, inner);
        let tabs = Rect::from_min_max(
            pos2(inner.left() + width + GAP, area.top()),
            pos2(languages.left() - GAP, area.bottom()),
        );
        if !cx.layout.portrait {
            frame::tabs_at_foot_ui(ui, cx, tabs);
        }
    }
}

/// Draws the button: a sign, and words where they have room.
pub fn access_button_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let words = cx.say(Say::Kiosk(Words::Access));
    let response = ui.interact(area, Id::unique("kiosk access"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &words));
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    let stroke = Stroke::new(measure::CONTROL, cx.colors.edge);
    ui.painter().rect_stroke(area, radius, stroke, StrokeKind::Inside);
    let left = at_left(area, INSET, SIGN);
    sign(ui.painter(), Sign::Person, left, SIGN, cx.colors.text);
    let text = Rect::from_min_max(pos2(left.x + SIGN / 2.0 + GAP, area.top()), pos2(area.right() - GAP, area.bottom()));
    if text.width() > SIGN {
        let label = cx.label(&words, Role::Label);
        let label = if label.size(ui.ctx()).x <= text.width() {
            label
        } else {
            cx.label(&words, Role::Note).width(text.width())
        };
        label.paint_in(ui, text);
    }
    widgets::focus_ring(ui, &response, measure::RADIUS_BUTTON, &cx.colors);
    if response.clicked() {
        cx.send(Action::Kiosk(KioskCommand::Access(AccessChange::Sheet(true))));
    }
}
