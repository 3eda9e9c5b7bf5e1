//! The picture itself, with the pointer, fingers and wheel on it.

use egui::epaint::RectShape;
use egui::{Color32, CornerRadius, Id, PointerButton, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, accesskit, pos2, vec2};

use crate::state::{Action, Zoom};
use crate::ui::Cx;
use crate::ui::photo_textures::PhotoNow;
use crate::ui::picture::{self, Fit};
use crate::ui::theme::{duration, measure};

/// How much larger a double tap shows a picture.
const DOUBLE_TAP: f32 = 2.5;
/// How far a finger moves until it swipes, in points.
const SWIPE: f32 = 60.0;
/// How far the wheel turns, in points, until a picture is e times as large.
const WHEEL: f32 = 400.0;

/// Which picture was shown before, and since when the present one is.
#[derive(Clone, Copy)]
struct Fade {
    shown: usize,
    before: Option<usize>,
    since: f64,
}

/// Draws the open picture into its box, and lets it be zoomed and moved.
pub fn canvas_ui(ui: &Ui, cx: &Cx<'_>, room: Rect, index: usize) {
    let fitted = fit(picture::aspect(cx, index), room);
    let zoom = cx.state.zoom();
    let response = ui.interact(fitted, Id::unique("canvas"), Sense::CLICK | Sense::DRAG);
    let alt = cx.state.pack.alt(index).map(|alt| cx.told(alt).text).unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, alt));
    if zoom.scale <= 1.0 {
        let alpha = cross_fade(ui, cx, room, index);
        if alpha >= 1.0 {
            picture::paint_photo(ui, cx, index, fitted, Fit::Whole);
        } else {
            let mut faded = ui.painter().clone();
            faded.multiply_opacity(alpha);
            paint_part(ui, &faded, cx, index, fitted, Zoom::WHOLE);
        }
    } else {
        paint_part(ui, ui.painter(), cx, index, fitted, zoom);
    }
    picture::paint_mark(ui, cx, index, fitted);
    gestures(ui, cx, fitted, zoom, &response);
}

/// The largest room of a picture's proportions inside a box, at its top left, so that controls do not move.
fn fit(aspect: f32, room: Rect) -> Rect {
    let width = room.width().min(room.height() * aspect);
    let size = vec2(width, width / aspect);
    Rect::from_center_size(pos2(room.center().x, room.center().y), size)
}

/// How far the open picture has come over the one before it, which is painted under it.
fn cross_fade(ui: &Ui, cx: &Cx<'_>, room: Rect, index: usize) -> f32 {
    let id = Id::unique("viewer fade");
    let now = ui.input(|i| i.time);
    let mut fade =
        ui.data_mut(|d| d.get_temp::<Fade>(id)).unwrap_or(Fade { shown: index, before: None, since: now - 1.0 });
    if fade.shown != index {
        fade = Fade { shown: index, before: Some(fade.shown), since: now };
    }
    ui.data_mut(|d| d.insert_temp(id, fade));
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let share = ((now - fade.since) / f64::from(duration::CROSS_FADE)).clamp(0.0, 1.0) as f32;
    let Some(before) = fade.before.filter(|_| share < 1.0) else { return 1.0 };
    let under = fit(picture::aspect(cx, before), room);
    let mut painter = ui.painter().clone();
    painter.multiply_opacity(1.0 - share * share);
    paint_part(ui, &painter, cx, before, under, Zoom::WHOLE);
    ui.ctx().request_repaint();
    share
}

fn paint_part(ui: &Ui, painter: &egui::Painter, cx: &Cx<'_>, index: usize, room: Rect, zoom: Zoom) {
    let pixels = room.width().max(room.height()) * ui.ctx().pixels_per_point() * zoom.scale;
    let now = cx.photos.borrow_mut().photo(index, pixels);
    let radius = CornerRadius::same(measure::RADIUS_PICTURE);
    if let PhotoNow::Texture { texture, .. } = now {
        let seen = Rect::from_center_size(Pos2::from(zoom.center), Vec2::splat(1.0 / zoom.scale));
        painter.add(RectShape::filled(room, radius, Color32::WHITE).with_texture(texture.id(), seen));
    } else {
        painter.rect_filled(room, radius, cx.colors.side);
    }
}

/// Wheel and pinch zoom at the pointer, a double tap zooms in or out, dragging moves or swipes.
fn gestures(ui: &Ui, cx: &Cx<'_>, room: Rect, zoom: Zoom, response: &egui::Response) {
    let (pinch, scroll) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta.y));
    let at = response.hover_pos().or(response.interact_pointer_pos());
    let factor = pinch * (scroll / WHEEL).exp();
    if let Some(at) = at.filter(|_| (factor - 1.0).abs() > 1e-4) {
        cx.send(Action::Zoom(zoomed_at(zoom, room, at, factor)));
    }
    if response.double_clicked() {
        let at = response.interact_pointer_pos().unwrap_or(room.center());
        let factor = if zoom.scale > 1.01 { 1.0 / zoom.scale } else { DOUBLE_TAP };
        cx.send(Action::Zoom(zoomed_at(zoom, room, at, factor)));
    }
    if response.dragged_by(PointerButton::Primary) && zoom.scale > 1.0 {
        let moved = response.drag_delta() / room.size() / zoom.scale;
        cx.send(Action::Zoom(Zoom { center: [zoom.center[0] - moved.x, zoom.center[1] - moved.y], ..zoom }));
    }
    swipe(ui, cx, zoom, response);
}

/// A swipe over the whole picture goes to its neighbour.
fn swipe(ui: &Ui, cx: &Cx<'_>, zoom: Zoom, response: &egui::Response) {
    // How far a drag went is no longer known in the frame in which it ends.
    let id = Id::unique("viewer swipe");
    if let Some(moved) = response.total_drag_delta() {
        ui.data_mut(|d| d.insert_temp(id, moved.x));
    }
    if response.drag_stopped() {
        let moved = ui.data_mut(|d| d.remove_temp::<f32>(id)).unwrap_or_default();
        if zoom.scale <= 1.0 && moved.abs() > SWIPE {
            cx.send(if moved < 0.0 { Action::NextPhoto } else { Action::PreviousPhoto });
        }
    }
}

/// A zoom that keeps the point under the pointer where it is.
fn zoomed_at(zoom: Zoom, room: Rect, at: Pos2, factor: f32) -> Zoom {
    let scale = (zoom.scale * factor).clamp(1.0, Zoom::MOST);
    let from_middle = (at - room.center()) / room.size();
    let shift = from_middle * (1.0 / zoom.scale - 1.0 / scale);
    Zoom { scale, center: [zoom.center[0] + shift.x, zoom.center[1] + shift.y] }
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::{Zoom, zoomed_at};

    #[test]
    fn the_point_under_the_pointer_stays() {
        let room = Rect::from_min_size(pos2(40.0, 112.0), vec2(1200.0, 800.0));
        let at = pos2(340.0, 312.0);
        let point = |z: Zoom| (z.center[0] + (at - room.center()).x / room.width() / z.scale) * 1000.0;
        let first = zoomed_at(Zoom::WHOLE, room, at, 2.5);
        let second = zoomed_at(first, room, at, 1.3);
        assert!((point(Zoom::WHOLE) - point(first)).abs() < 0.01);
        assert!((point(first) - point(second)).abs() < 0.01);
    }
}
