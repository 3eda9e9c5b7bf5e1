//! Leaves out lines of text that would be cut through where a scroll area ends.

use egui::epaint::ClippedShape;
use egui::layers::ShapeIdx;
use egui::{Rect, Shape, Ui, vec2};

/// How much of a line may be hidden before it is left out, in points: no letter reaches so far.
pub const HAIR: f32 = 1.0;
/// How much of a line's height at its top and bottom has no letters.
const BLANK: f32 = 0.15;
/// Lines under words are no higher than this, nor is the ground of a mark.
const UNDERLINE: f32 = 4.0;
const GROUND: f32 = 64.0;

/// Leaves out the lines of text of these shapes that would be seen in part only; words that are cut at a side too where the row of
/// them scrolls.
pub fn whole_lines(ui: &Ui, (begin, end): (ShapeIdx, ShapeIdx), seen: Rect, sides: bool) {
    ui.ctx().graphics_mut(|layers| {
        let list = layers.entry(ui.layer_id());
        let mut previous: Option<ShapeIdx> = None;
        for index in begin.0..end.0 {
            let mut cut = None;
            list.mutate_shape(ShapeIdx(index), |shape| cut = cut_at_lines(shape, seen, sides));
            // The line under words goes with them, and so does a mark's ground.
            if let (Some((cut, text)), Some(previous)) = (cut, previous) {
                list.mutate_shape(previous, |shape| {
                    let area = shape.shape.visual_bounding_rect();
                    let is_ground = !cut.is_positive() && area.contains_rect(text) && area.height() < GROUND;
                    if area.height() < UNDERLINE || is_ground {
                        shape.clip_rect = shape.clip_rect.intersect(cut);
                    }
                });
            }
            previous = Some(ShapeIdx(index));
        }
    });
}

/// Narrows what is seen of a text to whole lines, within `seen`; gives it, and the text's area, where that hides some.
fn cut_at_lines(shape: &mut ClippedShape, seen: Rect, sides: bool) -> Option<(Rect, Rect)> {
    let Shape::Text(text) = &shape.shape else { return None };
    let clip = shape.clip_rect.intersect(seen);
    let mut cut = clip;
    let mut whole = Rect::NOTHING;
    for row in &text.galley.rows {
        let offset = row.pos.to_vec2() + text.pos.to_vec2();
        let ink = row.visuals.mesh_bounds.translate(offset);
        if !ink.is_positive() {
            continue;
        }
        // Lines that stand side by side go together, whatever their letters.
        let line = row.rect_without_leading_space().translate(text.pos.to_vec2());
        let line = ink.union(line.shrink2(vec2(0.0, line.height() * BLANK)));
        whole = whole.union(ink);
        if !line.intersects(clip) {
            continue;
        }
        if line.top() < clip.top() - HAIR {
            cut.min.y = cut.min.y.max(line.bottom());
        }
        if line.bottom() > clip.bottom() + HAIR {
            cut.max.y = cut.max.y.min(line.top());
        }
        if sides && (line.left() < clip.left() - HAIR || line.right() > clip.right() + HAIR) {
            cut = Rect::NOTHING;
        }
    }
    if cut == shape.clip_rect {
        return None;
    }
    shape.clip_rect = cut;
    Some((cut, whole))
}
