//! The views: read the state, send actions. No files, no decoding, no threads here.

pub mod app_icon;
mod card;
mod chart;
mod cx;
mod editor;
pub mod fits;
mod flow;
pub mod fonts;
mod frame;
mod gallery;
mod heading;
mod keyboard;
mod keystrokes;
mod kiosk;
pub mod marks;
mod memo;
mod motion;
mod notice;
mod opener;
mod overlays;
mod pairings;
mod personnel;
mod photo_paint;
pub mod photo_textures;
pub mod presenter;
pub mod print_layout;
mod save;
mod scrolling;
mod sheet;
pub mod shortcuts;
mod sidebar;
mod sources;
pub mod taps;
pub mod theme;
mod timeline;
mod trace;
pub mod typeset;
mod viewer;
pub mod whole;
pub mod widgets;
pub mod years;

use crate::state::talk::Phase;
use crate::state::{Distance, State, Theme};
use theme::distance;

pub use cx::{Cx, Layout};
pub use frame::frame_ui;
pub use motion::Motion;
pub use presenter::{Window, window_ui};

/// How far the wheel scrolls in a step, in points.
const WHEEL_STEP: f32 = 80.0;
/// How far a finger may slip and still tap, in points. It may rest as long as it likes.
const SLIP: f32 = 16.0;
/// What a button's icon takes beside its words, gap included, in points.
const BUTTON_ICON: f32 = 34.0;
/// The shadow of what lies over a view, but for its colour, which is the theme's.
const SHADOW: egui::Shadow = egui::Shadow { offset: [0, 8], blur: 28, spread: 0, color: egui::Color32::TRANSPARENT };

/// Installs fonts and look into a context; once, before the first frame. `system_font` reads a system font.
pub fn dress(ctx: &egui::Context, system_font: fonts::FindFont<'_>) {
    ctx.set_fonts(fonts::definitions(system_font));
    ctx.options_mut(|o| {
        o.zoom_with_keyboard = false;
        o.input_options.line_scroll_speed = WHEEL_STEP;
        o.input_options.max_click_dist = SLIP;
        o.input_options.max_click_duration = f64::INFINITY;
    });
}

/// Clears egui's memory of its widgets, such as which one has the focus. Options stay.
pub fn forget_widgets(ctx: &egui::Context) {
    ctx.memory_mut(|memory| {
        memory.data.clear();
        memory.reset_areas();
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    ctx.clear_animations();
}

/// The zoom for a window of this size in the system's points. A talk has its own design.
#[must_use]
pub fn zoom_factor(size: egui::Vec2, state: &State) -> f32 {
    let is_talk = state.talk().phase != Phase::Off;
    let zoom = distance::zoom(size, if is_talk { Distance::Desk } else { state.distance() }, state.points_per_mm());
    match state.kiosk().filter(|_| state.access().large_text) {
        Some(kiosk) => zoom.max(distance::large_zoom(size, kiosk.setup().eyes_mm, state.points_per_mm())),
        None => zoom,
    }
}

/// egui's style, for the few of its widgets in use: the text field and the scroll bars.
#[must_use]
pub fn visuals(theme: Theme) -> egui::Visuals {
    let colors = theme::colors(theme);
    let mut visuals = if colors.is_dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    visuals.panel_fill = colors.bg;
    visuals.extreme_bg_color = colors.side;
    visuals.selection.bg_fill = theme::mix(colors.card, colors.accent, 0.35);
    visuals.selection.stroke.color = colors.text;
    visuals.text_cursor.stroke.color = colors.text;
    visuals.override_text_color = Some(colors.text);
    for widget in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
        widget.bg_fill = colors.edge;
        widget.fg_stroke.color = colors.edge;
    }
    visuals
}
