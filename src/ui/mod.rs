//! What is seen: reads the state, sends actions. No files, no decoding, no threads here.

pub mod app_icon;
mod card;
mod chart;
mod cx;
mod flow;
pub mod fonts;
mod frame;
mod gallery;
mod heading;
mod keystrokes;
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
pub mod theme;
mod timeline;
pub mod typeset;
mod viewer;
pub mod widgets;

pub use cx::{Cx, Layout};
pub use frame::frame_ui;
pub use motion::Motion;
pub use presenter::{Window, window_ui};

/// Installs fonts and look into a context; once, before the first frame. `system_font` reads a font of the system's.
pub fn dress(ctx: &egui::Context, system_font: fonts::FindFont<'_>) {
    ctx.set_fonts(fonts::definitions(system_font));
    ctx.options_mut(|o| {
        o.zoom_with_keyboard = false;
        o.input_options.line_scroll_speed = 80.0;
    });
}

/// Has egui forget what its widgets remember of themselves, like which one has the focus. Options stay.
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
