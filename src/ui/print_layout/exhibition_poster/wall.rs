//! The pictures of the poster, whole, each drawn one with its mark.

use egui::{Rect, Ui, Vec2};

use super::rows::rows;
use crate::export::drawing::PageTag;
use crate::model::PhotoKey;
use crate::ui::Cx;
use crate::ui::flow::FlowMode;
use crate::ui::marks::Mark;
use crate::ui::photo_paint::{mark, true_aspect};

/// How many pictures a poster shows at most: more are too small to be looked at.
const MOST: usize = 60;

/// The pictures that are shown, in their order.
pub fn shown(cx: &Cx<'_>) -> Vec<PhotoKey> {
    let pack = cx.state.pack();
    let can_be = |photo: &PhotoKey| pack.has_file(*photo) && !cx.state.unavailable().contains_key(photo);
    pack.keys().iter().copied().filter(can_be).take(MOST).collect()
}

/// The height that they take of a size.
pub fn height(cx: &Cx<'_>, room: Vec2) -> f32 {
    rows(&aspects(cx, &shown(cx)), Vec2::new(room.x, room.y - super::GAP)).1 + super::GAP
}

/// Puts them into an area, each with its alternative text.
pub fn put(ui: &Ui, cx: &Cx<'_>, way: FlowMode, area: Rect) {
    let photos = shown(cx);
    let (areas, _) = rows(&aspects(cx, &photos), area.size());
    // Where all are drawn, the line under the title says so.
    let all_drawn = photos.iter().all(|photo| cx.state.pack().is_drawn(*photo));
    for (photo, rect) in photos.into_iter().zip(areas) {
        let rect = rect.translate(area.min.to_vec2());
        let alt = cx.photo(photo).map_or_else(String::new, |entry| cx.localized(&entry.title));
        way.put(ui, cx, [PageTag::Figure(alt)]);
        way.put(ui, cx, [Mark::Picture { photo, rect }]);
        if !all_drawn {
            way.put(ui, cx, mark(ui, cx, photo, rect));
        }
    }
}

/// How many of the exhibition's pictures are drawn.
pub fn drawn(cx: &Cx<'_>) -> usize {
    let pack = cx.state.pack();
    pack.keys().iter().filter(|photo| pack.is_drawn(**photo)).count()
}

fn aspects(cx: &Cx<'_>, photos: &[PhotoKey]) -> Vec<f32> {
    photos.iter().map(|photo| true_aspect(cx, *photo).clamp(0.2, 5.0)).collect()
}
