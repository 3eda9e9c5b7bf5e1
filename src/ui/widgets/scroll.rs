//! A room whose content may be taller than it: it scrolls, and a thin handle shows that there is more.

use egui::style::ScrollStyle;
use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, vec2};

use crate::ui::theme::Colors;

/// Dresses the scroll areas that are made inside `ui`: a thin handle that is seen without a pointer, as nobody at a touch
/// screen could guess it.
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

/// Scrolls content of a known height inside a room, and hands its place to `add`. The place of the scrolling is kept under
/// `id`.
pub fn scroll(ui: &mut Ui, room: Rect, id: Id, height: f32, colors: &Colors, add: impl FnOnce(&mut Ui, Rect)) {
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        show_handle(ui, colors);
        ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
            let (place, _) = ui.allocate_exact_size(vec2(room.width(), height), Sense::hover());
            add(ui, place);
        });
    });
}
