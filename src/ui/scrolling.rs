//! Scroll areas. Any pointer drags them, from its first touch on; what is dragged itself, as a slider, lies on top and keeps its
//! drags. Their offsets belong to the session, so that a reset restores them and they do not depend on egui's memory.

use egui::scroll_area::{ScrollAreaOutput, ScrollSource};
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
    // Without momentum where every change is a cut, and never past an end.
    let kinetic = &mut ui.spacing_mut().scroll.kinetic;
    kinetic.rubber_band = false;
    if cx.state.still() {
        kinetic.decay_time = 0.0;
    }
    let region = region.scroll_source(ScrollSource::ALL).scroll_offset(offset.unwrap_or(before));
    let output = region.show_viewport(ui, add);
    let after = output.state.unclamped_offset();
    if after != before && !cx.state.for_audience() {
        cx.send(Action::Scroll(surface, after.into()));
    }
    output
}

/// True while a pointer drags the area.
#[must_use]
pub fn is_dragged<R>(ui: &Ui, area: &ScrollAreaOutput<R>) -> bool {
    // The id that egui gives to what it drags.
    ui.ctx().is_being_dragged(area.id.with("area"))
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
