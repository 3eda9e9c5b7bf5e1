//! What a trial asks of the person who sets a kiosk up: to go the staff's way in once. It lies over everything else, and nothing of
//! it can be touched.

use egui::{Area, Id, Order, Rect, Ui, vec2};

use super::parts::{RADIUS, corners};
use crate::state::Kiosk;
use crate::state::kiosk::{Corner, Trial};
use crate::text::{Say, SetUp};
use crate::ui::Cx;
use crate::ui::presenter::{HEIGHT, Pen, running};

/// The widest strip, its padding, its distance from the edges, and the sizes of its words.
const WIDEST: f32 = 900.0;
const PAD: f32 = 26.0;
const AROUND: f32 = 32.0;
const SIZE: f32 = 32.0;
/// The least size of the words on a small screen, in points.
const LEAST: f32 = 15.0;

/// Draws it, where this is a trial that asks for something: away from the corner that it speaks of.
pub fn trial_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, kiosk: &Kiosk) {
    let Some(trial) = kiosk.trial().filter(|_| kiosk.staff().is_none()) else { return };
    let setup = kiosk.setup();
    let words = cx.say(Say::SetUp(match trial {
        Trial::Asks => SetUp::TrialAsks(setup.corner, setup.pin.is_some()),
        Trial::Done => SetUp::TrialDone,
    }));
    let scale = (area.height() / HEIGHT).min(area.width() / HEIGHT).max(LEAST / SIZE);
    let region = Area::new(Id::unique("kiosk trial"))
        .order(Order::Tooltip)
        .fixed_pos(area.min)
        .default_size(area.size())
        .constrain(false)
        .movable(false)
        .interactable(false)
        .fade_in(false);
    region.show(ui.ctx(), |ui| {
        let pen = Pen { ui, cx, area, scale, named: true };
        let width = WIDEST.min(pen.width() - 2.0 * (AROUND + PAD));
        let size = pen.size(&pen.label(&words, running(SIZE), cx.colors.bg).width(pen.px(width)));
        let strip = size + 2.0 * vec2(PAD, PAD);
        let left = (pen.width() - strip.x) / 2.0;
        let top = match setup.corner {
            Corner::TopLeft | Corner::TopRight => pen.height() - AROUND - strip.y,
            Corner::BottomLeft | Corner::BottomRight => AROUND,
        };
        let place = pen.rect(left, top, strip.x, strip.y);
        let shadow = egui::Shadow { color: cx.colors.shadow, ..crate::ui::SHADOW };
        ui.painter().add(shadow.as_shape(place, corners(&pen, RADIUS)));
        ui.painter().rect_filled(place, corners(&pen, RADIUS), cx.colors.accent);
        pen.put(pen.label(&words, running(SIZE), cx.colors.on_accent), left + PAD, top + PAD, size.x + 1.0);
    });
}
