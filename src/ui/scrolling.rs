//! Scroll areas. Their offsets belong to the session, so that a reset restores them and they do not depend on egui's memory.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2, vec2};

use super::{Cx, widgets};
use crate::state::{Action, Scrollable};

/// Shows a scroll area at the session's offset, and records where it is scrolled to.
pub fn show<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    region: ScrollArea,
    add: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    show_viewport(ui, cx, surface, region, |ui, _seen| add(ui))
}

/// The same, passing the visible part of the content to `add`.
pub fn show_viewport<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    region: ScrollArea,
    add: impl FnOnce(&mut Ui, Rect) -> R,
) -> ScrollAreaOutput<R> {
    jump_to(ui, cx, surface, None, region, add)
}

/// The same, scrolled to an offset in points where there is one.
pub fn jump_to<R>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    offset: Option<Vec2>,
    region: ScrollArea,
    add: impl FnOnce(&mut Ui, Rect) -> R,
) -> ScrollAreaOutput<R> {
    let before = Vec2::from(cx.state.session().scrolled(surface));
    let output = region.scroll_offset(offset.unwrap_or(before)).show_viewport(ui, add);
    let after = output.state.unclamped_offset();
    if after != before && !cx.state.for_audience() {
        cx.send(Action::Scroll(surface, after.into()));
    }
    output
}

/// Scrolls content of a known height inside an area, and hands its place to `add`.
pub fn area(
    ui: &mut Ui,
    cx: &Cx<'_>,
    surface: Scrollable,
    (area, height): (Rect, f32),
    add: impl FnOnce(&mut Ui, Rect),
) {
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt(Id::unique(surface)).auto_shrink(false);
        show(ui, cx, surface, region, |ui| {
            let (place, _) = ui.allocate_exact_size(vec2(area.width(), height), Sense::hover());
            add(ui, place);
        });
    });
}
