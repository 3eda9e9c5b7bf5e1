//! Where a picture lies in its area at a zoom, and how far it can be zoomed and moved.

use egui::{Pos2, Rect, Ui, Vec2, vec2};

use crate::model::PhotoKey;
use crate::state::Zoom;
use crate::ui::Cx;
use crate::ui::photo_paint;

/// The zoom that every picture allows, relative to its whole view.
const LEAST_MOST: f32 = 4.0;
/// The largest magnification of a small picture's own pixels.
const ENLARGED: f32 = 4.0;

/// Where a picture lies.
pub struct Placement {
    /// The area in which it is visible.
    pub area: Rect,
    /// Its size when shown whole.
    pub fitted: Vec2,
    /// The strongest zoom.
    pub most: f32,
    /// Its own width and height in pixels, where they are known.
    pub size: Option<[u32; 2]>,
}

impl Placement {
    /// The place of a picture of the exhibition.
    pub fn of(ui: &Ui, cx: &Cx<'_>, area: Rect, photo: PhotoKey) -> Self {
        let size = cx.state.pack().size(photo);
        Self::new(area, photo_paint::true_aspect(cx, photo), size, ui.ctx().pixels_per_point())
    }

    fn new(area: Rect, aspect: f32, size: Option<[u32; 2]>, pixels_per_point: f32) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
        let own = size.map(|[w, h]| vec2(w as f32, h as f32) / pixels_per_point);
        let width = area.width().min(area.height() * aspect).min(own.map_or(f32::MAX, |own| own.x * ENLARGED));
        // Whole pixels, so that a rendition made for this area is shown 1:1.
        let round = |v: f32| ((v * pixels_per_point).round() / pixels_per_point).max(1.0 / pixels_per_point);
        let fitted = vec2(round(width), round(width / aspect));
        let one_to_one = own.map_or(LEAST_MOST, |own| own.x / fitted.x);
        Self { area, fitted, most: one_to_one.clamp(LEAST_MOST, Zoom::MOST), size }
    }

    /// The long side of the whole picture, in screen pixels.
    pub fn pixels(&self, ui: &Ui) -> f32 {
        self.fitted.max_elem() * ui.ctx().pixels_per_point()
    }

    /// The area of the whole picture at a zoom, visible or not.
    pub fn at(&self, zoom: Zoom) -> Rect {
        let size = self.fitted * zoom.scale;
        let min = self.area.center() - size * Vec2::from(zoom.center);
        Rect::from_min_size(min, size)
    }

    /// A zoom within its bounds: a picture larger than its area covers it, a smaller one stands in its middle.
    pub fn bounded(&self, zoom: Zoom) -> Zoom {
        let zoom = Zoom { scale: zoom.scale.min(self.most), ..zoom }.bounded();
        let half = self.area.size() / (self.fitted * zoom.scale) / 2.0;
        let keep = |center: f32, half: f32| if half >= 0.5 { 0.5 } else { center.clamp(half, 1.0 - half) };
        Zoom { center: [keep(zoom.center[0], half.x), keep(zoom.center[1], half.y)], ..zoom }
    }

    /// A zoom that keeps the point under the pointer where it is.
    pub fn zoomed_at(&self, zoom: Zoom, at: Pos2, factor: f32) -> Zoom {
        let scale = (zoom.scale * factor).clamp(1.0, self.most);
        let before = self.at(zoom);
        let point = (at - before.min) / before.size();
        let min = at - point * self.fitted * scale;
        let center = (self.area.center() - min) / (self.fitted * scale);
        self.bounded(Zoom { scale, center: [center.x, center.y] })
    }

    /// A zoom moved along by so many points.
    pub fn moved(&self, zoom: Zoom, by: Vec2) -> Zoom {
        let by = by / (self.fitted * zoom.scale);
        self.bounded(Zoom { center: [zoom.center[0] - by.x, zoom.center[1] - by.y], ..zoom })
    }
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2, vec2};

    use super::{Placement, Zoom};

    fn placement(size: [u32; 2]) -> Placement {
        let area = Rect::from_min_size(pos2(40.0, 112.0), vec2(1200.0, 800.0));
        #[expect(clippy::cast_precision_loss, reason = "a test's picture")]
        Placement::new(area, size[0] as f32 / size[1] as f32, Some(size), 1.0)
    }

    #[test]
    fn the_point_under_the_pointer_stays() {
        let placement = placement([6000, 4000]);
        let at = pos2(540.0, 412.0);
        let point = |z: Zoom| ((at - placement.at(z).min) / placement.at(z).size()).x * 1000.0;
        let first = placement.zoomed_at(Zoom::WHOLE, at, 2.5);
        let second = placement.zoomed_at(first, at, 1.3);
        assert!((point(Zoom::WHOLE) - point(first)).abs() < 0.01);
        assert!((point(first) - point(second)).abs() < 0.01);
    }

    #[test]
    fn every_picture_reaches_its_own_pixels_and_four_times_its_whole_view() {
        assert!((placement([6000, 4000]).most - 5.0).abs() < 0.01, "24 megapixels one to one");
        assert!((placement([1200, 800]).most - 4.0).abs() < 0.01, "a small one four times");
        assert!(placement([25_000, 16_000]).most > 20.0);
        assert!(placement([1, 1]).fitted.x <= 4.0, "a single pixel does not fill the screen");
    }

    #[test]
    fn a_panorama_uses_the_whole_room_once_it_is_larger_than_it() {
        let placement = placement([8000, 400]);
        let whole = placement.at(placement.bounded(Zoom::WHOLE));
        assert!(whole.height() < 61.0 && (whole.center().y - placement.area.center().y).abs() < 0.5);
        let large = placement.bounded(Zoom { scale: 5.0, center: [0.0, 0.0] });
        let rect = placement.at(large);
        assert!((rect.left() - placement.area.left()).abs() < 0.5, "bound at its left end");
        assert!((rect.center().y - placement.area.center().y).abs() < 0.5, "still in the middle of the height");
    }
}
