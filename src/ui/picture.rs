//! Paints one picture of the exhibition into a room: its best rendition at hand, or its place holder, and its mark.

use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, epaint::RectShape, pos2, vec2,
};

use crate::model::{PhotoKind, Shown};
use crate::text::Say;

use super::Cx;
use super::photo_textures::PhotoNow;
use super::theme::{Role, measure};

/// How a picture fills its room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// All of it: the room has the picture's own proportions.
    Whole,
    /// Cropped to the room around its point of interest.
    Cover,
}

/// The width of a picture for a height of one: its own once it was decoded, before that what the exhibition says, and 3:2
/// where that says nothing.
#[must_use]
pub fn aspect(cx: &Cx<'_>, photo: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let said = || cx.state.pack.size(photo).map(|[w, h]| w.max(1) as f32 / h.max(1) as f32);
    cx.photos.borrow().aspect(photo).or_else(said).unwrap_or(1.5).clamp(0.1, 10.0)
}

/// Paints a picture with rounded corners. Where it is not decoded yet its place is kept; where it cannot be shown that is
/// said.
pub fn paint_photo(ui: &Ui, cx: &Cx<'_>, photo: usize, room: Rect, fit: Fit) {
    paint_photo_rounded(ui, cx, photo, room, fit, CornerRadius::same(measure::RADIUS_PICTURE));
}

/// Paints a picture with other corners: the top of a card, say.
pub fn paint_photo_rounded(ui: &Ui, cx: &Cx<'_>, photo: usize, room: Rect, fit: Fit, radius: CornerRadius) {
    if !ui.is_rect_visible(room) {
        return;
    }
    let pixels = room.width().max(room.height()) * ui.ctx().pixels_per_point();
    let now = cx.photos.borrow_mut().photo(photo, pixels);
    let painter = ui.painter();
    match now {
        PhotoNow::Texture { texture, .. } => {
            let focus = cx.state.pack.focus(photo).unwrap_or([0.5, 0.5]);
            let uv = match fit {
                Fit::Whole => Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
                Fit::Cover => cover(texture.size_vec2(), room.size(), focus),
            };
            painter.add(RectShape::filled(room, radius, Color32::WHITE).with_texture(texture.id(), uv));
        }
        PhotoNow::Waiting => {
            painter.rect_filled(room, radius, cx.colors.side);
        }
        PhotoNow::Failed => {
            painter.rect_filled(room, radius, cx.colors.side);
            painter.rect_stroke(room, radius, Stroke::new(measure::RULE, cx.colors.line), StrokeKind::Inside);
            let words = cx.say(Say::CannotBeShown);
            let inner = room.shrink(12.0);
            let label = cx.dim(&words, Role::Note).width(inner.width()).align(egui::Align::Center);
            let size = label.size(ui.ctx());
            if size.x <= inner.width() && size.y <= inner.height() && inner.width() > 60.0 {
                label.paint_in(ui, inner);
            }
        }
    }
}

/// Paints the mark of an illustration into the lower left corner of its picture.
pub fn paint_mark(ui: &Ui, cx: &Cx<'_>, photo: usize, room: Rect) {
    let drawn = |s: &Shown| s.kind == PhotoKind::Illustration && s.file.is_some();
    if !cx.state.pack.shown.get(photo).is_some_and(drawn) {
        return;
    }
    let words = cx.say(Say::Illustration);
    let [ground, text] = cx.colors.mark;
    let label = cx.label(&words, Role::Mark).color(text);
    let size = label.size(ui.ctx()) + vec2(22.0, 8.0);
    if size.x + 12.0 > room.width() || size.y + 12.0 > room.height() {
        return;
    }
    let mark = Align2::LEFT_BOTTOM.anchor_size(room.left_bottom() + vec2(10.0, -10.0), size);
    ui.painter().rect_filled(mark, CornerRadius::same(measure::RADIUS_PICTURE), ground);
    label.align(egui::Align::Center).paint_in(ui, mark);
}

/// The part of a picture that fills a room of other proportions, around its point of interest.
fn cover(picture: Vec2, room: Vec2, focus: [f32; 2]) -> Rect {
    let scale = (room.x / picture.x).max(room.y / picture.y);
    let seen = vec2(room.x / scale / picture.x, room.y / scale / picture.y).min(Vec2::splat(1.0));
    let min = |focus: f32, seen: f32| (focus - seen / 2.0).clamp(0.0, 1.0 - seen);
    let corner = Pos2::new(min(focus[0], seen.x), min(focus[1], seen.y));
    Rect::from_min_size(corner, seen)
}

/// Paints a shape's outline for hover and choice round a picture.
pub fn outline(room: Rect, width: f32, color: Color32) -> Shape {
    let radius = CornerRadius::same(measure::RADIUS_PICTURE);
    RectShape::stroke(room, radius, Stroke::new(width, color), StrokeKind::Outside).into()
}
