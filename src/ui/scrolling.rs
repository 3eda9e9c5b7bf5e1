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
    let after = output.state.unclamped_offset() - overlooked(ui, cx, &output);
    note_coasting(ui, cx, &output, after != before);
    if after != before && !cx.state.for_audience() {
        cx.send(Action::Scroll(surface, after.into()));
    }
    output
}

/// How far a drag has moved an area beyond what egui has noticed: on a slow screen a frame takes in the touch and the way that
/// followed it, or the way and the end, of which egui counts nothing.
fn overlooked<R>(ui: &Ui, cx: &Cx<'_>, area: &ScrollAreaOutput<R>) -> Vec2 {
    let id = dragged_id(area);
    let (dragged, stopped) = (ui.ctx().is_being_dragged(id), ui.ctx().drag_stopped_id() == Some(id));
    if !dragged && !stopped {
        return Vec2::ZERO;
    }
    let (now, origin, counted) = ui.input(|i| (i.pointer.interact_pos(), i.pointer.press_origin(), i.pointer.delta()));
    let before = cx.motion.borrow_mut().scrolled.take().filter(|(other, _)| *other == id).map(|(_, at)| at);
    let (Some(now), Some(before)) = (now, before.or(origin)) else { return Vec2::ZERO };
    cx.motion.borrow_mut().scrolled = dragged.then_some((id, now));
    let missing = now - before - if dragged { counted } else { Vec2::ZERO };
    // Each area scrolls in one direction, and not beyond its ends.
    let most = (area.content_size - area.inner_rect.size()).max(Vec2::ZERO);
    let along = if most.y >= most.x { Vec2::DOWN } else { Vec2::RIGHT };
    let offset = area.state.unclamped_offset();
    offset - (offset - missing * along).clamp(Vec2::ZERO, most.max(offset))
}

/// Records that a released area goes on by itself.
fn note_coasting<R>(ui: &Ui, cx: &Cx<'_>, area: &ScrollAreaOutput<R>, moves: bool) {
    let (id, ctx) = (dragged_id(area), ui.ctx());
    let motion = &mut cx.motion.borrow_mut();
    if ctx.drag_stopped_id() == Some(id) {
        motion.coasting = Some((id, ctx.cumulative_frame_nr()));
    } else if motion.coasting.is_some_and(|(other, _)| other == id) {
        motion.coasting = (moves && !ctx.is_being_dragged(id)).then(|| (id, ctx.cumulative_frame_nr()));
    }
}

fn dragged_id<R>(area: &ScrollAreaOutput<R>) -> Id {
    // The id that egui gives to what it drags.
    area.id.with("area")
}

/// True while a pointer drags the area.
#[must_use]
pub fn is_dragged<R>(ui: &Ui, area: &ScrollAreaOutput<R>) -> bool {
    ui.ctx().is_being_dragged(dragged_id(area))
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
