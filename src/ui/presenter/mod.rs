//! Presenting: what the audience sees, and what the speaker sees.

pub mod audience;
pub mod console;
mod console_widgets;
mod corner;
pub mod keyboard;
mod pen;
mod report;
mod start;

use egui::{Align, Rect, Ui};

use super::editor::unscaled;
use super::theme::stage::console as colors;
use super::{Cx, frame, kiosk};
use crate::model::Lang;
use crate::state::Editing;
use crate::state::talk::Phase;
pub use audience::Fade as AudienceFade;
pub(super) use audience::Large;
pub(super) use pen::{HEIGHT, Pen, text as running, tight};

/// Identifying a screen: the number and the name with text size and top, in measures.
const NUMBER: f32 = 620.0;
const NUMBER_TOP: f32 = 90.0;
const NAME: f32 = 56.0;
const NAME_TOP: f32 = 880.0;

/// The windows of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// The only window outside a talk; the speaker's in a talk.
    #[default]
    Main,
    /// The audience's.
    Audience,
}

/// Draws all of a window.
pub fn window_ui(ui: &mut Ui, cx: &Cx<'_>, window: Window) {
    let area = Rect::from_min_size(egui::Pos2::ZERO, cx.layout.size);
    let talk = cx.state.talk();
    if !cx.state.editing().is_some_and(Editing::preview) {
        unscaled(ui.ctx());
    }
    match (window, talk.phase) {
        (Window::Audience, _) => audience::audience_ui(ui, cx, area),
        (Window::Main, Phase::Off) => match cx.state.kiosk() {
            Some(kiosk) => kiosk::kiosk_ui(ui, cx, kiosk),
            None => frame::frame_ui(ui, cx),
        },
        // On the audience's screen nothing but its own view appears, wherever the window was put.
        (Window::Main, Phase::On) if talk.shows_audience_alone() || talk.screens.strayed_to_the_audience() => {
            audience::audience_ui(ui, cx, area);
            if talk.shows_audience_alone() {
                corner::corner_ui(ui, cx, area);
            }
        }
        (Window::Main, Phase::On) => console::console_ui(ui, cx, area),
        (Window::Main, Phase::Sheet) => start::start_ui(ui, cx, area),
        (Window::Main, Phase::After) => report::report_ui(ui, cx, area),
    }
}

/// Fills a window with the number and name of its screen, to tell the screens apart before a talk.
pub fn identify_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, screen: usize) {
    ui.painter().rect_filled(area, 0.0, colors::BG);
    let pen = Pen { ui, cx, area, scale: area.height() / HEIGHT, named: true };
    let number = (screen + 1).to_string();
    let middle = pen.width() / 2.0;
    pen.line(pen.label_in(Lang::En, &number, tight(NUMBER, true), colors::CREAM), Align::Center, middle, NUMBER_TOP);
    if let Some(monitor) = cx.state.talk().screens.list.get(screen) {
        let [width, height] = monitor.id.size;
        let words = format!("{}, {width} × {height}", monitor.id.name);
        pen.line(pen.label(&words, tight(NAME, false), colors::SOFT), Align::Center, middle, NAME_TOP);
    }
}
