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
/// A sign is no larger than this.
const SIGN: f32 = 40.0;

/// Leaves out the lines of text of these shapes that would be seen in part only; words that are cut at a side too where the row of
/// them scrolls.
pub fn whole_lines(ui: &Ui, (begin, end): (ShapeIdx, ShapeIdx), seen: Rect, sides: bool) {
    ui.ctx().graphics_mut(|layers| {
        let list = layers.entry(ui.layer_id());
        let mut through = Through::default();
        for shape in list.all_entries().skip(begin.0).take(end.0.saturating_sub(begin.0)) {
            through.note(shape, seen);
        }
        // The two before a text: the fill of its ground, and the outline.
        let mut before: [Option<ShapeIdx>; 2] = [None; 2];
        for index in begin.0..end.0 {
            let mut cut = None;
            list.mutate_shape(ShapeIdx(index), |shape| {
                cut = cut_at_lines(shape, seen, sides, &through);
                if is_sign(&shape.shape) && through.goes_with(shape.shape.visual_bounding_rect()) {
                    shape.clip_rect = Rect::NOTHING;
                }
            });
            // The line under words goes with them, and so does a mark's ground, and a swatch before them.
            if let Some((cut, text)) = cut {
                let is_hidden = !cut.is_positive() || !cut.intersects(text.shrink(HAIR));
                if let Some(last) = before[1] {
                    list.mutate_shape(last, |shape| {
                        if shape.shape.visual_bounding_rect().height() < UNDERLINE {
                            shape.clip_rect = shape.clip_rect.intersect(cut);
                        } else if is_hidden && is_swatch(&shape.shape, text) {
                            shape.clip_rect = Rect::NOTHING;
                        }
                    });
                }
                for ground in before.into_iter().flatten().filter(|_| is_hidden) {
                    list.mutate_shape(ground, |shape| {
                        if is_ground(&shape.shape, text) {
                            shape.clip_rect = Rect::NOTHING;
                        }
                    });
                }
            }
            before = [before[1], Some(ShapeIdx(index))];
        }
    });
}

/// Whether a shape is the ground of a mark or button with this text.
fn is_ground(shape: &Shape, text: Rect) -> bool {
    let area = shape.visual_bounding_rect();
    area.expand(UNDERLINE).contains_rect(text) && area.height() < GROUND
}

/// Whether a shape is a small sign, as the one beside a number from which others differ.
fn is_sign(shape: &Shape) -> bool {
    let size = shape.visual_bounding_rect().size();
    matches!(shape, Shape::Circle(_) | Shape::Path(_) | Shape::LineSegment { .. } | Shape::Vec(_))
        && size.max_elem() < SIGN
}

/// Whether a shape is a swatch at the left of a text.
fn is_swatch(shape: &Shape, text: Rect) -> bool {
    let area = shape.visual_bounding_rect();
    let is_small = area.width() < GROUND && area.height() < GROUND;
    !matches!(shape, Shape::Text(_))
        && is_small
        && area.right() <= text.left()
        && area.y_range().contains(text.center().y)
}

/// The lines that the edges of what is seen go through.
#[derive(Default)]
struct Through {
    top: Vec<Rect>,
    bottom: Vec<Rect>,
}

impl Through {
    fn note(&mut self, shape: &ClippedShape, seen: Rect) {
        let clip = shape.clip_rect.intersect(seen);
        for (line, _) in lines(shape).filter(|(line, _)| line.intersects(clip)) {
            if line.top() < clip.top() - HAIR {
                self.top.push(line);
            }
            if line.bottom() > clip.bottom() + HAIR {
                self.bottom.push(line);
            }
        }
    }

    /// Whether something small stands beside one of these lines.
    fn goes_with(&self, area: Rect) -> bool {
        let middle = area.center().y;
        self.top.iter().chain(&self.bottom).any(|line| line.y_range().contains(middle))
    }

    /// Whether a line is one of these, or stands beside one, as a number beside a name: it goes with it, whatever its size.
    fn is_of(those: &[Rect], line: Rect) -> bool {
        let is_beside =
            |that: &Rect| (that.center().y - line.center().y).abs() < that.height().min(line.height()) / 2.0;
        those.iter().any(is_beside)
    }
}

/// The lines of a text, each with the area of its letters.
fn lines(shape: &ClippedShape) -> impl Iterator<Item = (Rect, Rect)> {
    let text = if let Shape::Text(text) = &shape.shape { Some(text) } else { None };
    text.into_iter().flat_map(|text| {
        text.galley.rows.iter().filter_map(|row| {
            let ink = row.visuals.mesh_bounds.translate(row.pos.to_vec2() + text.pos.to_vec2());
            // Lines that stand side by side go together, whatever their letters.
            let line = row.rect_without_leading_space().translate(text.pos.to_vec2());
            let line = ink.union(line.shrink2(vec2(0.0, line.height() * BLANK)));
            ink.is_positive().then_some((line, ink))
        })
    })
}

/// Narrows what is seen of a text to whole lines, within `seen`; gives it, and the text's area, where some or all are hidden.
fn cut_at_lines(shape: &mut ClippedShape, seen: Rect, sides: bool, through: &Through) -> Option<(Rect, Rect)> {
    let clip = shape.clip_rect.intersect(seen);
    let mut cut = clip;
    let mut whole = Rect::NOTHING;
    for (line, ink) in lines(shape) {
        whole = whole.union(ink);
        if !line.intersects(clip) {
            continue;
        }
        if Through::is_of(&through.top, line) {
            cut.min.y = cut.min.y.max(line.bottom());
        }
        if Through::is_of(&through.bottom, line) {
            cut.max.y = cut.max.y.min(line.top());
        }
        if sides && (line.left() < clip.left() - HAIR || line.right() > clip.right() + HAIR) {
            cut = Rect::NOTHING;
        }
    }
    if !whole.is_positive() || (cut == shape.clip_rect && whole.intersects(clip)) {
        return None;
    }
    shape.clip_rect = cut;
    Some((cut, whole))
}

#[cfg(test)]
mod tests {
    use egui::{Color32, Context, FontId, RawInput, Rect, Shape, pos2, vec2};

    use super::whole_lines;

    #[test]
    fn a_number_goes_with_the_name_that_it_stands_beside() {
        let ctx = Context::default();
        let (mut some, mut none) = (0, 0);
        for height in 0..60_u8 {
            let seen = Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, f32::from(height)));
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                let painter = ui.painter().clone();
                let text = |x, words: &str, size| {
                    let galley = painter.layout_no_wrap(words.to_owned(), FontId::proportional(size), Color32::BLACK);
                    let at = pos2(x, 30.0 - galley.size().y / 2.0);
                    painter.add(Shape::galley(at, galley, Color32::BLACK))
                };
                let swatch = Rect::from_center_size(pos2(8.0, 30.0), vec2(16.0, 26.0));
                let first = painter.rect_filled(swatch, 0.0, Color32::BLACK);
                text(20.0, "Fujian", 28.0);
                let last = text(200.0, "1", 16.0);
                whole_lines(ui, (first, egui::layers::ShapeIdx(last.0 + 1)), seen, false);
            });
            output.textures_delta.clear();
            let has_swatch = output.shapes.iter().any(|shape| {
                matches!(&shape.shape, Shape::Rect(rect)
                    if rect.rect.intersect(shape.clip_rect).intersect(seen).height() > 4.0)
            });
            let is_seen = |words: &str| {
                output.shapes.iter().any(|shape| match &shape.shape {
                    Shape::Text(text) => {
                        text.galley.text() == words
                            && shape.clip_rect.intersects(Rect::from_center_size(pos2(150.0, 30.0), vec2(300.0, 1.0)))
                    }
                    _ => false,
                })
            };
            assert_eq!(is_seen("Fujian"), is_seen("1"), "{height}");
            assert!(is_seen("Fujian") || !has_swatch, "{height}: a swatch goes with its name");
            if is_seen("1") { some += 1 } else { none += 1 }
        }
        assert!(some > 5 && none > 5, "{some} {none}");
    }
}
