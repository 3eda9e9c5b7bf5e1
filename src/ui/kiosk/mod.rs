//! What a kiosk has on its screen: the frame for a visitor; over it the warning, the sheet for easier seeing, the staff's pad and
//! sheet; instead of it the attract loop, or nothing.
//!
//! All of it but the frame is drawn in the measures of a screen 1080 high, so that it looks alike at every size of text, and no
//! control is smaller than a finger needs by the screen's ruler ([`parts::unit`]).

mod access;
mod attract;
mod bar;
mod dark;
pub mod hear;
mod icons;
mod parts;
mod staff;
mod trial;
mod warning;

use egui::{CursorIcon, Ui};

use super::{Cx, frame};
use crate::state::Kiosk;
use crate::state::kiosk::Phase;

pub use access::sheet_ui as access_ui;
pub use bar::{BAR, access_button_ui, bar_ui, has_bar};

/// Draws all of a kiosk's window.
pub fn kiosk_ui(ui: &mut Ui, cx: &Cx<'_>, kiosk: &Kiosk) {
    let area = ui.ctx().content_rect();
    let is_unattended = matches!(kiosk.phase(), Phase::Attract | Phase::Black | Phase::Closed(_));
    if is_unattended && kiosk.staff().is_none() {
        ui.ctx().set_cursor_icon(CursorIcon::None);
    }
    match kiosk.phase() {
        Phase::Attract => attract::attract_ui(ui, cx, area, kiosk),
        Phase::Visit => frame::frame_ui(ui, cx),
        Phase::Warning(_) => {
            frame::frame_ui(ui, cx);
            warning::warning_ui(ui, cx, area, kiosk);
        }
        Phase::Cleaning(_) => dark::cleaning_ui(ui, cx, area, kiosk),
        Phase::Black => dark::black_ui(ui, area),
        Phase::Closed(asked) => dark::closed_ui(ui, cx, area, kiosk, asked.is_some()),
    }
    trial::trial_ui(ui, cx, area, kiosk);
    if let Some(staff) = kiosk.staff() {
        staff::staff_ui(ui, cx, area, (kiosk, staff));
    }
}
