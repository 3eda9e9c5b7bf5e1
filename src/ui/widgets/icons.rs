//! The few icons, as strokes on a 24 × 24 grid.

use egui::{Color32, Painter, Pos2, Rect, Vec2, vec2};

use crate::ui::marks::{Line, Shape, paint_shapes};

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A magnifying glass.
    Search,
    /// A cross that closes or clears.
    Cross,
    /// Larger.
    Plus,
    /// Smaller.
    Minus,
    /// Previous, back.
    Left,
    /// Next, opens something.
    Right,
    /// The whole picture.
    Fit,
    /// The menu.
    Menu,
    /// Play.
    Play,
    /// Stop playing.
    Pause,
    /// Sorted upwards.
    Up,
    /// Sorted downwards.
    Down,
    /// Can be sorted by.
    Sort,
    /// Two reports that differ: ≠ in a circle.
    Differs,
    /// Takes the last letter back.
    Delete,
    /// Done.
    Tick,
}

/// Draws an icon of a size in points around a centre.
pub fn icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    paint_shapes(painter, shapes(icon, center, size, color));
}

/// The strokes of an icon of a size in points around a centre.
#[must_use]
pub fn shapes(icon: Icon, center: Pos2, size: f32, color: Color32) -> Vec<Shape> {
    let unit = size / 24.0;
    let at = |x: f32, y: f32| center + vec2(x - 12.0, y - 12.0) * unit;
    let line = Line::new(2.0 * unit.max(0.8), color);
    let lines: &[&[(f32, f32)]] = match icon {
        Icon::Search => &[&[(15.0, 15.0), (20.5, 20.5)]],
        Icon::Cross => &[&[(6.0, 6.0), (18.0, 18.0)], &[(18.0, 6.0), (6.0, 18.0)]],
        Icon::Plus => &[&[(12.0, 5.0), (12.0, 19.0)], &[(5.0, 12.0), (19.0, 12.0)]],
        Icon::Minus => &[&[(5.0, 12.0), (19.0, 12.0)]],
        Icon::Left => &[&[(15.0, 5.0), (8.0, 12.0), (15.0, 19.0)]],
        Icon::Right => &[&[(9.0, 5.0), (16.0, 12.0), (9.0, 19.0)]],
        Icon::Fit => &[
            &[(4.0, 9.0), (4.0, 4.0), (9.0, 4.0)],
            &[(20.0, 9.0), (20.0, 4.0), (15.0, 4.0)],
            &[(4.0, 15.0), (4.0, 20.0), (9.0, 20.0)],
            &[(20.0, 15.0), (20.0, 20.0), (15.0, 20.0)],
        ],
        Icon::Menu => &[&[(4.0, 7.0), (20.0, 7.0)], &[(4.0, 12.0), (20.0, 12.0)], &[(4.0, 17.0), (20.0, 17.0)]],
        Icon::Up => &[&[(6.0, 15.0), (12.0, 8.0), (18.0, 15.0)]],
        Icon::Down => &[&[(6.0, 9.0), (12.0, 16.0), (18.0, 9.0)]],
        Icon::Sort => &[&[(7.0, 9.5), (12.0, 4.5), (17.0, 9.5)], &[(7.0, 14.5), (12.0, 19.5), (17.0, 14.5)]],
        Icon::Play | Icon::Pause => &[],
        Icon::Delete => &[
            &[(8.5, 5.0), (21.5, 5.0), (21.5, 19.0), (8.5, 19.0), (2.5, 12.0), (8.5, 5.0)],
            &[(11.5, 9.0), (17.5, 15.0)],
            &[(17.5, 9.0), (11.5, 15.0)],
        ],
        Icon::Tick => &[&[(4.5, 12.5), (10.0, 18.0), (20.0, 6.5)]],
        Icon::Differs => &[&[(7.5, 10.0), (16.5, 10.0)], &[(7.5, 14.0), (16.5, 14.0)], &[(14.5, 6.8), (9.5, 17.2)]],
    };
    let strokes = lines.iter().map(|stroke| Shape::Polyline(stroke.iter().map(|&(x, y)| at(x, y)).collect(), line));
    let mut shapes: Vec<Shape> = strokes.collect();
    match icon {
        Icon::Search => shapes.push(Shape::Ring(at(10.0, 10.0), 6.5 * unit, line)),
        Icon::Differs => shapes.push(Shape::Ring(at(12.0, 12.0), 10.5 * unit, line)),
        Icon::Play => {
            shapes.push(Shape::Polygon(vec![at(8.0, 5.0), at(19.0, 12.0), at(8.0, 19.0)], color));
        }
        Icon::Pause => {
            let bars = [6.5, 14.0].map(|x| Rect::from_min_max(at(x, 5.0), at(x + 3.5, 19.0)));
            shapes.extend(bars.map(|rect| Shape::Rect { rect, radius: 0, fill: color }));
        }
        Icon::Cross
        | Icon::Plus
        | Icon::Minus
        | Icon::Left
        | Icon::Right
        | Icon::Fit
        | Icon::Menu
        | Icon::Up
        | Icon::Down
        | Icon::Sort
        | Icon::Delete
        | Icon::Tick => {}
    }
    shapes
}

/// The mark beside the exhibition's title: two buildings under one roof.
#[must_use]
pub fn mark(area: Rect, [first, second, lintel]: [Color32; 3]) -> [Shape; 3] {
    let unit = area.width() / 38.0;
    let at = |x: f32, y: f32| area.min + Vec2::new(x, y) * unit;
    let block = |x: f32, color: Color32| {
        Shape::Polygon(vec![at(x + 2.0, 8.0), at(x + 16.0, 8.0), at(x + 18.0, 32.0), at(x, 32.0)], color)
    };
    let rect = Rect::from_min_max(at(2.0, 4.0), at(36.0, 8.0));
    [block(1.0, first), block(19.0, second), Shape::Rect { rect, radius: 0, fill: lintel }]
}
