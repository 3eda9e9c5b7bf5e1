//! The look of scroll areas: a thin handle shows that there is more.

use egui::Ui;
use egui::style::ScrollStyle;

use crate::ui::theme::Colors;

/// Styles the scroll areas created inside `ui`: a thin handle, visible without a pointer, as a touch screen has none.
pub fn show_handle(ui: &mut Ui, colors: &Colors) {
    let mut style = ScrollStyle { floating_width: 4.0, bar_width: 8.0, ..ScrollStyle::floating() };
    style.dormant_handle_opacity = 0.8;
    style.active_handle_opacity = 1.0;
    style.fade.strength = 0.0;
    ui.spacing_mut().scroll = style;
    let states = &mut ui.visuals_mut().widgets;
    states.inactive.fg_stroke.color = colors.edge;
    states.hovered.fg_stroke.color = colors.text;
    states.active.fg_stroke.color = colors.text;
    ui.visuals_mut().extreme_bg_color = colors.line;
}
