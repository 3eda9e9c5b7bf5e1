//! Shapes to draw: a triangle, two that form an axis-aligned rectangle, or a fan that forms a convex polygon.

use egui::Pos2;
use egui::epaint::Vertex;

/// A pixel area; `right` and `bottom` are exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The first column.
    pub left: i32,
    /// The first row.
    pub top: i32,
    /// The column after the last.
    pub right: i32,
    /// The row after the last.
    pub bottom: i32,
}

impl Bounds {
    /// Returns the intersection.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// Returns true if there is no pixel.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    /// Returns true if it contains all of another.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.and(other) == other
    }
}

/// The shape of a piece.
#[derive(Clone, Debug)]
pub enum PieceShape {
    /// An axis-aligned rectangle, by its first and last corner.
    Quad(Pos2, Pos2),
    /// A triangle.
    Triangle([Pos2; 3]),
    /// A convex polygon: its bounds, and the pixels of each row, end exclusive.
    Convex(Bounds, Vec<(i32, i32)>),
}

/// Returns the first pixel whose centre is at or after a coordinate.
#[inline]
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "far off is cut to the screen")]
fn first_after(coordinate: f32) -> i32 {
    let whole = (coordinate - 0.5) as i32;
    whole.saturating_add(i32::from(coordinate - 0.5 > whole as f32))
}

/// Orders an edge from top to bottom. Since both neighbours compute a shared edge from its upper end, they neither overlap
/// nor leave gaps.
#[inline]
fn side(a: Pos2, b: Pos2) -> (Pos2, Pos2) {
    if (a.y, a.x) <= (b.y, b.x) { (a, b) } else { (b, a) }
}

/// Returns where an edge crosses the centre of a row.
#[inline]
fn crossing((upper, lower): (Pos2, Pos2), middle: f32) -> f32 {
    upper.x + (middle - upper.y) * ((lower.x - upper.x) / (lower.y - upper.y))
}

#[expect(clippy::cast_precision_loss, reason = "pixel counts")]
fn middle(y: i32) -> f32 {
    y as f32 + 0.5
}

impl PieceShape {
    /// Returns a polygon with these corners, clipped to `frame`; `None` if it is not convex.
    #[must_use]
    pub fn convex(corners: &[Pos2], frame: Bounds) -> Option<Self> {
        let at = |i: usize| corners[i % corners.len()];
        let turns = (0..corners.len()).map(|i| (at(i + 1) - at(i)).rot90().dot(at(i + 2) - at(i + 1)));
        let (least, most) = turns.fold((0.0_f32, 0.0_f32), |(least, most), turn| (least.min(turn), most.max(turn)));
        if least < -0.01 && most > 0.01 {
            return None;
        }
        let min = corners.iter().copied().reduce(Pos2::min)?;
        let max = corners.iter().copied().reduce(Pos2::max)?;
        let bounds = Self::Quad(min, max).bounds().and(frame);
        if bounds.is_empty() {
            return Some(Self::Convex(bounds, Vec::new()));
        }
        let count = usize::try_from(bounds.bottom - bounds.top).unwrap_or(0);
        let mut rows = vec![(i32::MAX, i32::MIN); count];
        for i in 0..corners.len() {
            let side = side(at(i), at(i + 1));
            let first = first_after(side.0.y).max(bounds.top);
            for y in first..first_after(side.1.y).min(bounds.bottom) {
                let x = first_after(crossing(side, middle(y))).clamp(bounds.left, bounds.right);
                let row = &mut rows[usize::try_from(y - bounds.top).unwrap_or(0)];
                *row = (row.0.min(x), row.1.max(x));
            }
        }
        Some(Self::Convex(bounds, rows))
    }

    /// Returns the pixels that it may touch.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let (min, max) = match *self {
            Self::Quad(min, max) => (min, max),
            Self::Triangle([a, b, c]) => (a.min(b).min(c), a.max(b).max(c)),
            Self::Convex(bounds, _) => return bounds,
        };
        Bounds {
            left: first_after(min.x),
            top: first_after(min.y),
            right: first_after(max.x),
            bottom: first_after(max.y),
        }
    }

    /// Returns the pixels of a row, end exclusive.
    #[inline]
    #[must_use]
    pub fn row(&self, y: i32, bounds: Bounds) -> (i32, i32) {
        let corners = match self {
            Self::Quad(..) => return (bounds.left, bounds.right),
            Self::Convex(whole, rows) => {
                let row = usize::try_from(y - whole.top).ok().and_then(|y| rows.get(y));
                return row.map_or((0, 0), |(left, right)| (bounds.left.max(*left), bounds.right.min(*right)));
            }
            Self::Triangle(corners) => corners,
        };
        let middle = middle(y);
        let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
        for i in 0..3 {
            let side = side(corners[i], corners[(i + 1) % 3]);
            if side.0.y <= middle && middle < side.1.y {
                let x = crossing(side, middle);
                left = left.min(x);
                right = right.max(x);
            }
        }
        if left > right {
            return (0, 0);
        }
        (first_after(left).max(bounds.left), first_after(right).min(bounds.right))
    }

    /// Returns true if it covers every pixel of an area.
    #[must_use]
    pub fn covers(&self, frame: Bounds) -> bool {
        match self {
            Self::Triangle(_) => false,
            Self::Quad(..) => self.bounds().holds(frame),
            Self::Convex(bounds, _) => {
                // The sides of a convex polygon bulge outwards: the rows between two that are full are full.
                let is_full = |y: i32| self.row(y, frame) == (frame.left, frame.right);
                bounds.holds(frame) && is_full(frame.top) && is_full(frame.bottom - 1)
            }
        }
    }
}

/// A linear function of pixel coordinates: the value at the centre of pixel (0, 0), and its gradient.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plane {
    /// At the centre of the first pixel.
    pub at: f64,
    /// Per pixel to the right.
    pub across: f64,
    /// Per pixel down.
    pub down: f64,
}

impl Plane {
    /// Returns a constant function.
    #[must_use]
    pub fn level(at: f64) -> Self {
        Self { at, across: 0.0, down: 0.0 }
    }

    /// Interpolates three points.
    #[must_use]
    pub fn through([a, b, c]: &[Vertex; 3], value: impl Fn(&Vertex) -> f32) -> Self {
        let (va, vb, vc) = (f64::from(value(a)), f64::from(value(b)), f64::from(value(c)));
        let d = |p: Pos2, q: Pos2| (f64::from(p.x) - f64::from(q.x), f64::from(p.y) - f64::from(q.y));
        let ((bx, by), (cx, cy)) = (d(b.pos, a.pos), d(c.pos, a.pos));
        let area = bx * cy - cx * by;
        if area == 0.0 {
            return Self::level(va);
        }
        let across = ((vb - va) * cy - (vc - va) * by) / area;
        let down = ((vc - va) * bx - (vb - va) * cx) / area;
        let at = va + (0.5 - f64::from(a.pos.x)) * across + (0.5 - f64::from(a.pos.y)) * down;
        Self { at, across, down }
    }

    /// Returns the value at a pixel.
    #[inline]
    #[must_use]
    pub fn value(&self, x: i32, y: i32) -> f64 {
        self.at + self.across * f64::from(x) + self.down * f64::from(y)
    }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    /// Counts how often each pixel of a 24-pixel square is drawn.
    fn counts(forms: &[PieceShape]) -> Vec<u32> {
        let mut counts = vec![0; 24 * 24];
        for shape in forms {
            let bounds = shape.bounds().and(Bounds { left: 0, top: 0, right: 24, bottom: 24 });
            for y in bounds.top..bounds.bottom {
                let (from, to) = shape.row(y, bounds);
                for x in from..to {
                    counts[usize::try_from(y * 24 + x).expect("inside")] += 1;
                }
            }
        }
        counts
    }

    #[test]
    fn triangles_round_a_point_draw_each_pixel_once() {
        let around: Vec<Pos2> = (0..7_u8)
            .map(|i| {
                let angle = f32::from(i) / 7.0 * std::f32::consts::TAU;
                pos2(12.0 + 60.0 * angle.cos(), 12.0 + 60.0 * angle.sin())
            })
            .collect();
        for middle in [pos2(12.0, 12.0), pos2(11.5, 12.5), pos2(3.3, 17.9)] {
            let fan: Vec<PieceShape> =
                (0..7).map(|i| PieceShape::Triangle([middle, around[i], around[(i + 1) % 7]])).collect();
            assert!(counts(&fan).iter().all(|&count| count == 1), "{middle:?}");
        }
    }

    #[test]
    fn a_rectangle_is_the_two_triangles_it_is_made_of() {
        for (min, max) in [(pos2(2.0, 3.0), pos2(20.0, 9.0)), (pos2(2.5, 3.5), pos2(7.49, 9.51))] {
            let (b, c) = (pos2(max.x, min.y), pos2(min.x, max.y));
            let halves = [PieceShape::Triangle([min, b, c]), PieceShape::Triangle([c, b, max])];
            assert_eq!(counts(&[PieceShape::Quad(min, max)]), counts(&halves));
        }
    }

    #[test]
    fn a_convex_shape_is_the_triangles_it_is_made_of() {
        let frame = Bounds { left: 0, top: 0, right: 24, bottom: 24 };
        let around: Vec<Pos2> = (0..17_u8)
            .map(|i| {
                let angle = f32::from(i) / 17.0 * std::f32::consts::TAU;
                pos2(12.3 + 10.0 * angle.cos(), 11.1 + 15.0 * angle.sin())
            })
            .collect();
        let fan: Vec<PieceShape> =
            (2..17).map(|i| PieceShape::Triangle([around[i - 1], around[0], around[i]])).collect();
        let whole = PieceShape::convex(&around, frame).expect("an ellipse is convex");
        assert_eq!(counts(std::slice::from_ref(&whole)), counts(&fan));
        assert!(whole.covers(Bounds { left: 9, top: 6, right: 15, bottom: 16 }));
        assert!(!whole.covers(Bounds { left: 0, top: 6, right: 15, bottom: 16 }));
        let star = [pos2(0.0, 0.0), pos2(20.0, 0.0), pos2(8.0, 8.0), pos2(0.0, 20.0)];
        assert!(PieceShape::convex(&star, frame).is_none());
    }

    #[test]
    fn what_lies_beside_the_screen_draws_nothing() {
        let frame = Bounds { left: 0, top: 0, right: 24, bottom: 24 };
        for beside in [vec2(40.0, 4.0), vec2(-40.0, 4.0), vec2(4.0, 40.0), vec2(4.0, -40.0)] {
            let corners = [pos2(4.0, 0.0), pos2(8.0, 4.0), pos2(6.0, 8.0), pos2(2.0, 8.0), pos2(0.0, 4.0)];
            let shape = PieceShape::convex(&corners.map(|corner| corner + beside), frame).expect("convex");
            assert!(shape.bounds().is_empty(), "{beside:?}");
        }
    }
}
