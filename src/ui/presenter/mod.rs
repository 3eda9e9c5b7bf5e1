//! Presenting: what the audience sees, and what the speaker sees.

pub mod console;
mod desk;
pub mod hall;
mod pen;

use egui::{Rect, Ui};

use super::{Cx, frame};
use crate::state::talk::Phase;

/// The windows of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// The only one where nobody presents; the speaker's in a talk.
    #[default]
    Main,
    /// The audience's.
    Hall,
}

/// Draws all of a window.
pub fn window_ui(ui: &mut Ui, cx: &Cx<'_>, window: Window) {
    let room = Rect::from_min_size(egui::Pos2::ZERO, cx.layout.size);
    let talk = &cx.state.talk;
    match (window, talk.phase) {
        (Window::Hall, _) => hall::hall_ui(ui, cx, room),
        (Window::Main, Phase::Off) => frame::frame_ui(ui, cx),
        (Window::Main, Phase::On) if talk.shows_audience_alone() => hall::hall_ui(ui, cx, room),
        (Window::Main, Phase::On) => console::console_ui(ui, cx, room),
        (Window::Main, _) => frame::frame_ui(ui, cx),
    }
}
