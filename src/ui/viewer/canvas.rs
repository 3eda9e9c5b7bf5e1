//! The picture itself, with the pointer, fingers and wheel on it.

use egui::{Color32, CornerRadius, Id, Mesh, PointerButton, Pos2, Rect, Sense, Shape, Ui, Vec2, WidgetInfo, accesskit};
use egui::{pos2, vec2};

use super::placement::Placement;
use super::travel;
use crate::model::{PhotoKey, TILE, Tile};
use crate::state::{Action, Subject, Zoom};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::photo_paint;
use crate::ui::photo_textures::PhotoNow;
use crate::ui::theme::{Role, duration, measure};

/// The zoom factor of a double tap.
const DOUBLE_TAP: f32 = 2.5;
/// The scale up to which a picture counts as whole.
const WHOLE: f32 = 1.01;
/// The distance from which a drag is a swipe, in points.
const SWIPE: f32 = 60.0;
/// The scroll distance that enlarges a picture by the factor e, in points.
const WHEEL: f32 = 400.0;
/// The exponential decay rate of a released picture's speed, per second.
const FRICTION: f32 = 5.0;
/// The speed at which it stops, in points a second.
const SLOW: f32 = 30.0;
/// The progress pill: the least width of its words, the space below them for the track, and the track's height.
const PILL_WORDS: f32 = 180.0;
const TRACK_AREA: f32 = 10.0;
const TRACK: f32 = 3.0;
/// Its padding at the sides and above and below, and its distance from the area's bottom.
const PILL_PAD: Vec2 = vec2(16.0, 10.0);
const PILL_BOTTOM: f32 = 24.0;
/// The largest difference to a tile's pixels at which it is snapped to the pixel grid, in pixels.
const TILE_SNAP: f32 = 0.02;
/// The margin of the card of a picture that cannot be shown.
const CARD_MARGIN: f32 = 40.0;

/// The previous picture, and the time from which the present one is shown.
#[derive(Clone, Copy)]
pub struct Fade {
    shown: PhotoKey,
    before: Option<PhotoKey>,
    since: f64,
}

/// Draws the open picture into its area, and lets it be zoomed and moved. While it grows from its place in a view it is left out:
/// gives its area then.
pub fn canvas_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, photo: PhotoKey) -> Option<Rect> {
    let placement = Placement::of(ui, cx, area, photo);
    ui.data_mut(|d| d.insert_temp(Id::unique("viewer most"), placement.most));
    let zoom = placement.bounded(cx.state.zoom());
    let response = ui.interact(area, Id::unique("canvas"), Sense::CLICK | Sense::DRAG);
    let alt = cx.state.pack().alt(photo).map(|alt| cx.localized(alt)).filter(|alt| !alt.is_empty());
    let alt = alt.or_else(|| cx.photo(photo).map(|p| cx.localized(&p.title))).unwrap_or_default();
    let rests = cx.photo(photo).and_then(|photo| cx.rests(&Subject::Photo(photo.id.clone())));
    let name = cx.spoken(alt, rests);
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, &name));
    let is_first = cx.motion.borrow().viewer.is_none();
    let growing = travel::growing(ui, cx, photo, placement.at(zoom).intersect(area), is_first);
    let fade = fade(ui, cx, &placement, photo);
    if growing.is_some() {
        // Requested at its size.
        cx.photos.borrow_mut().photo(photo, placement.pixels(ui));
        gestures(ui, cx, &placement, zoom, &response);
        return growing;
    }
    let share = share(ui, fade, !cx.photos.borrow().has_any(photo));
    if let Some(before) = fade.before.filter(|_| share < 1.0) {
        let under = Placement::of(ui, cx, area, before);
        // Opaque at first, while the next one fades in over it.
        paint(ui, cx, &under, before, Zoom::WHOLE, if share > 0.0 { 1.0 - share * share } else { 1.0 });
    }
    if share > 0.0 {
        paint(ui, cx, &placement, photo, zoom, share);
    }
    if cx.colors.veil != egui::Color32::TRANSPARENT {
        let radius = CornerRadius::same(measure::RADIUS_PICTURE);
        ui.painter().rect_filled(placement.at(zoom).intersect(area), radius, cx.colors.veil);
    }
    // However it is zoomed: an illustration is never taken for a photograph.
    photo_paint::paint_mark(ui, cx, photo, placement.at(zoom).intersect(area));
    progress(ui, cx, area, photo);
    gestures(ui, cx, &placement, zoom, &response);
    None
}

/// The progress of the open picture, where it takes long: a gigapixel panorama takes seconds.
fn progress(ui: &Ui, cx: &Cx<'_>, area: Rect, photo: PhotoKey) {
    let Some(share) = cx.photos.borrow().progress(photo) else { return };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share in hundredths")]
    let percent = (share * 100.0) as u8;
    let words = cx.say(Say::PictureComesIn(percent));
    let [ground, text] = cx.colors.mark;
    let label = cx.label(&words, Role::Note).color(text);
    let inner = vec2(label.size(ui.ctx()).x.max(PILL_WORDS), label.size(ui.ctx()).y + TRACK_AREA);
    let pill =
        egui::Align2::CENTER_BOTTOM.anchor_size(area.center_bottom() - vec2(0.0, PILL_BOTTOM), inner + 2.0 * PILL_PAD);
    let response = ui.interact(pill, Id::unique("progress"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::ProgressIndicator, true, &words));
    ui.painter().rect_filled(pill, CornerRadius::same(measure::RADIUS_PICTURE), ground);
    let inner = pill.shrink2(PILL_PAD);
    label.align(egui::Align::Center).paint_in(ui, inner);
    let track = Rect::from_min_max(pos2(inner.left(), inner.bottom() - TRACK), inner.max);
    ui.painter().rect_filled(track, CornerRadius::ZERO, text.gamma_multiply(0.3));
    let done = Rect::from_min_size(track.min, vec2(track.width() * share, track.height()));
    ui.painter().rect_filled(done, CornerRadius::ZERO, text);
}

/// The previous picture stays until the next one has a rendition; then they cross-fade, or cut.
fn fade(ui: &Ui, cx: &Cx<'_>, placement: &Placement, photo: PhotoKey) -> Fade {
    let now = ui.input(|i| i.time);
    let kept = cx.motion.borrow_mut().viewer.take();
    let mut fade = kept.unwrap_or(Fade { shown: photo, before: None, since: now - 1.0 });
    if fade.shown != photo {
        fade = Fade { shown: photo, before: Some(fade.shown), since: now };
    }
    let at_hand = |photo: PhotoKey| cx.photos.borrow().has_any(photo);
    let is_here = at_hand(photo);
    if !is_here && fade.before.is_some_and(at_hand) {
        fade.since = now;
    } else if cx.state.still() {
        fade.since = now - 1.0;
    }
    if !is_here {
        // Requested, though it is not painted yet.
        cx.photos.borrow_mut().photo(photo, placement.pixels(ui));
    }
    cx.motion.borrow_mut().viewer = Some(fade);
    fade
}

/// The share of the cross-fade from the previous picture that is done.
fn share(ui: &Ui, fade: Fade, waits: bool) -> f32 {
    let now = ui.input(|i| i.time);
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let share = ((now - fade.since) / f64::from(duration::CROSS_FADE)).clamp(0.0, 1.0) as f32;
    if fade.before.is_none() {
        return 1.0;
    }
    // No repaint while the next one is awaited.
    if share < 1.0 && !waits {
        ui.ctx().request_repaint();
    }
    share
}

/// Paints a picture at a zoom: its sharpest rendition, and over it the tiles that are sharper.
fn paint(ui: &Ui, cx: &Cx<'_>, placement: &Placement, photo: PhotoKey, zoom: Zoom, alpha: f32) {
    let rect = placement.at(zoom);
    let tint = Color32::WHITE.gamma_multiply(alpha);
    let now = cx.photos.borrow_mut().photo(photo, placement.pixels(ui));
    let mut painter = ui.painter().clone();
    painter.shrink_clip_rect(placement.area);
    let radius = CornerRadius::same(measure::RADIUS_PICTURE);
    match now {
        PhotoNow::Texture { texture, sharp } if zoom.scale <= 1.0 => {
            let rect = photo_paint::on_pixels(ui, rect, texture.size_vec2(), photo_paint::nearly(sharp));
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.add(egui::epaint::RectShape::filled(rect, radius, tint).with_texture(texture.id(), whole));
        }
        PhotoNow::Texture { texture, .. } => {
            painter.add(image(texture.id(), rect, tint));
            for (rect, texture) in tiles(ui, cx, placement, photo, rect) {
                // Only where every tile has exactly its area, so that no gap appears.
                let rect = photo_paint::on_pixels(ui, rect, texture.size_vec2(), TILE_SNAP);
                painter.add(image(texture.id(), rect, tint));
            }
        }
        PhotoNow::Waiting(tone) => {
            let ground = tone.unwrap_or(cx.colors.side).gamma_multiply(alpha);
            painter.rect_filled(rect, radius, ground);
        }
        PhotoNow::Failed => photo_paint::damaged_card(ui, cx, photo, placement.area.shrink(CARD_MARGIN), radius),
    }
}

/// A picture without feathered edges, so that tiles join without a seam.
fn image(texture: egui::TextureId, rect: Rect, tint: Color32) -> Shape {
    let mut mesh = Mesh::with_texture(texture);
    mesh.add_rect_with_uv(rect, Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)), tint);
    Shape::mesh(mesh)
}

/// The visible tiles of a picture that are uploaded, the coarsest first; missing ones are requested.
fn tiles(ui: &Ui, cx: &Cx<'_>, placement: &Placement, photo: PhotoKey, rect: Rect) -> Vec<(Rect, egui::TextureHandle)> {
    let Some(size) = placement.size else { return Vec::new() };
    let scale = ui.ctx().pixels_per_point();
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    let full = vec2(size[0] as f32, size[1] as f32);
    let shown = rect.size() * scale;
    let wanted = level(full.x / shown.x.max(1.0));
    let seen = rect.intersect(placement.area);
    let mut photos = cx.photos.borrow_mut();
    // Coarser tiles stay until sharper ones arrive.
    let mut all: Vec<(Tile, egui::TextureHandle)> = photos.tiles_at_hand(photo);
    all.retain(|(tile, _)| tile.level > wanted && part(rect, full, *tile).is_some_and(|r| r.intersects(seen)));
    for tile in seen_tiles(rect, full, wanted, seen) {
        if let Some(texture) = photos.tile(photo, tile) {
            all.push((tile, texture));
        }
    }
    all.into_iter().filter_map(|(tile, texture)| Some((part(rect, full, tile)?, texture))).collect()
}

/// How often a picture can be halved and still have as many pixels as are shown.
fn level(pixels_per_pixel: f32) -> u8 {
    let mut level = 0;
    while level < Tile::COARSEST && pixels_per_pixel >= f32::from(2_u8.saturating_pow(u32::from(level) + 1)) {
        level += 1;
    }
    level
}

/// The area of a tile on the screen, where the whole picture lies at `rect`; `None` outside the picture.
#[expect(clippy::cast_precision_loss, reason = "pixel counts")]
fn part(rect: Rect, full: Vec2, Tile { level, column, row }: Tile) -> Option<Rect> {
    let side = (TILE << level) as f32;
    let min = vec2(column as f32, row as f32) * side;
    let max = (min + Vec2::splat(side)).min(full);
    (min.x < full.x && min.y < full.y)
        .then(|| Rect::from_min_max(rect.min + min / full * rect.size(), rect.min + max / full * rect.size()))
}

/// The visible tiles of a level, from the middle outwards.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the picture")]
#[expect(clippy::cast_precision_loss, reason = "pixel counts")]
fn seen_tiles(rect: Rect, full: Vec2, level: u8, seen: Rect) -> Vec<Tile> {
    let side = (TILE << level) as f32;
    let at = |p: Pos2| ((p - rect.min) / rect.size() * full / side).max(Vec2::ZERO);
    let (from, to) = (at(seen.min), at(seen.max));
    let last = (full / side).ceil() - Vec2::splat(1.0);
    let to = to.min(last);
    let columns = from.x as u32..=to.x as u32;
    let rows = |column| (from.y as u32..=to.y as u32).map(move |row| Tile { level, column, row });
    let mut tiles: Vec<Tile> = columns.flat_map(rows).collect();
    let middle = at(seen.center());
    let far = |tile: &Tile| (vec2(tile.column as f32 + 0.5, tile.row as f32 + 0.5) - middle).length();
    tiles.sort_by(|a, b| far(a).total_cmp(&far(b)));
    tiles
}

/// Wheel and pinch zoom where they are, a double tap zooms in or out, dragging pans with momentum, or swipes. Whatever comes
/// together in a frame leads to one zoom.
fn gestures(ui: &Ui, cx: &Cx<'_>, placement: &Placement, zoom: Zoom, response: &egui::Response) {
    let fingers = ui.input(egui::InputState::multi_touch);
    let fingers = fingers.filter(|fingers| response.enabled() && placement.area.contains(fingers.center_pos));
    let drag = drag(ui, cx, response, fingers.is_some());
    let mut next = zoom;
    if let Some(fingers) = fingers {
        // Two fingers hold two points of the picture: they move it and zoom it at once.
        next = placement.moved(next, fingers.translation_delta);
        next = placement.zoomed_at(next, fingers.center_pos, fingers.zoom_delta);
    } else {
        next = zoomed_by_wheel(ui, placement, next, response);
        if response.double_clicked() {
            let at = response.interact_pointer_pos().unwrap_or(placement.area.center());
            let factor = if next.scale > WHOLE { 1.0 / next.scale } else { DOUBLE_TAP };
            next = placement.zoomed_at(next, at, factor);
        }
        if let Some(drag) = drag {
            if next.scale > 1.0 {
                next = placement.moved(next, drag.by);
            } else if response.drag_stopped() && !drag.pinched && drag.whole().x.abs() > SWIPE {
                // A swipe on an unzoomed picture goes to its neighbour.
                cx.send(if drag.whole().x < 0.0 { Action::NextPhoto } else { Action::PreviousPhoto });
                return;
            }
        }
        let is_thrown = response.drag_stopped() && drag.is_some_and(|drag| !drag.pinched);
        next = glide(ui, cx, placement, next, response, is_thrown);
    }
    if next != zoom {
        cx.send(Action::Zoom(next));
    }
}

/// The zoom after the wheel's turn, or a pinch on a touchpad.
fn zoomed_by_wheel(ui: &Ui, placement: &Placement, zoom: Zoom, response: &egui::Response) -> Zoom {
    let (pinch, scroll) = ui.input(|i| (i.zoom_delta(), i.smooth_scroll_delta.y));
    let factor = pinch * (scroll / WHEEL).exp();
    let at = response.hover_pos().or(response.interact_pointer_pos()).filter(|_| (factor - 1.0).abs() > 1e-4);
    at.map_or(zoom, |at| placement.zoomed_at(zoom, at, factor))
}

/// A drag: where it began and has come to, the distance since the last frame, and whether a second finger has taken part in it.
#[derive(Clone, Copy)]
pub struct Drag {
    origin: Pos2,
    last: Pos2,
    by: Vec2,
    pinched: bool,
}

impl Drag {
    fn whole(&self) -> Vec2 {
        self.last - self.origin
    }
}

/// The drag of this frame. A quick one on a slow screen lasts a frame or two; its movement before it counts as a drag, and in its
/// last frame, is included.
fn drag(ui: &Ui, cx: &Cx<'_>, response: &egui::Response, pinches: bool) -> Option<Drag> {
    let before = cx.motion.borrow_mut().drag.take();
    if !pinches && !response.dragged_by(PointerButton::Primary) && !response.drag_stopped() {
        return None;
    }
    let now = response.interact_pointer_pos().or_else(|| ui.input(|i| i.pointer.latest_pos()))?;
    let origin = |at: Pos2| Drag { origin: at, last: at, by: Vec2::ZERO, pinched: false };
    let before = before.or_else(|| ui.input(|i| i.pointer.press_origin()).map(origin))?;
    let drag = Drag { last: now, by: now - before.last, pinched: before.pinched || pinches, ..before };
    if !response.drag_stopped() {
        cx.motion.borrow_mut().drag = Some(drag);
    }
    Some(drag)
}

/// A picture released while it moves goes on for a while.
fn glide(ui: &Ui, cx: &Cx<'_>, placement: &Placement, zoom: Zoom, response: &egui::Response, is_thrown: bool) -> Zoom {
    let mut speed = std::mem::take(&mut cx.motion.borrow_mut().glide);
    if is_thrown && zoom.scale > 1.0 && !cx.state.still() {
        speed = ui.input(|i| i.pointer.velocity());
    } else if response.is_pointer_button_down_on() || zoom.scale <= 1.0 {
        speed = Vec2::ZERO;
    }
    if speed.length() <= SLOW {
        return zoom;
    }
    let dt = ui.input(|i| i.stable_dt).min(0.1);
    cx.motion.borrow_mut().glide = speed * (-FRICTION * dt).exp();
    ui.ctx().request_repaint();
    placement.moved(zoom, speed * dt)
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::{level, part, seen_tiles};

    #[test]
    fn a_level_never_has_fewer_pixels_than_are_shown() {
        assert_eq!([0.3, 1.0, 1.99, 2.0, 3.9, 4.0, 19.0].map(level), [0, 0, 0, 1, 1, 2, 4]);
    }

    #[test]
    fn the_parts_that_are_seen_cover_what_is_seen() {
        let full = vec2(25_000.0, 16_000.0);
        let rect = Rect::from_min_size(pos2(-3000.0, -2000.0), full / 2.0);
        let seen = Rect::from_min_size(pos2(100.0, 50.0), vec2(1266.0, 844.0));
        let tiles = seen_tiles(rect, full, 1, seen);
        let region: f32 =
            tiles.iter().filter_map(|tile| part(rect, full, *tile)).map(|r| r.intersect(seen).area()).sum();
        assert!((region / seen.area() - 1.0).abs() < 1e-3);
        let middle = part(rect, full, tiles[0]).expect("a part");
        assert!(middle.contains(seen.center()), "the middle comes first");
    }
}
