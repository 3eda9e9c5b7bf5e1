//! The few icons, as strokes on a 24 × 24 grid.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

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
}

/// Draws an icon of a size in points around a centre.
pub fn icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    let unit = size / 24.0;
    let at = |x: f32, y: f32| center + vec2(x - 12.0, y - 12.0) * unit;
    let stroke = Stroke::new(2.0 * unit.max(0.8), color);
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
        Icon::Differs => &[&[(7.5, 10.0), (16.5, 10.0)], &[(7.5, 14.0), (16.5, 14.0)], &[(14.5, 6.8), (9.5, 17.2)]],
    };
    for line in lines {
        let points: Vec<Pos2> = line.iter().map(|&(x, y)| at(x, y)).collect();
        painter.add(Shape::line(points, stroke));
    }
    match icon {
        Icon::Search => {
            painter.circle_stroke(at(10.0, 10.0), 6.5 * unit, stroke);
        }
        Icon::Differs => {
            painter.circle_stroke(at(12.0, 12.0), 10.5 * unit, stroke);
        }
        Icon::Play => {
            let points = vec![at(8.0, 5.0), at(19.0, 12.0), at(8.0, 19.0)];
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        Icon::Pause => {
            for x in [6.5, 14.0] {
                painter.rect_filled(Rect::from_min_max(at(x, 5.0), at(x + 3.5, 19.0)), 0.0, color);
            }
        }
        _ => {}
    }
}

/// The mark beside the exhibition's title: two buildings under one roof.
pub fn mark(painter: &Painter, room: Rect, [first, second, lintel]: [Color32; 3]) {
    let unit = room.width() / 38.0;
    let at = |x: f32, y: f32| room.min + Vec2::new(x, y) * unit;
    let block = |x: f32, color: Color32| {
        let points = vec![at(x + 2.0, 8.0), at(x + 16.0, 8.0), at(x + 18.0, 32.0), at(x, 32.0)];
        painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
    };
    block(1.0, first);
    block(19.0, second);
    painter.rect_filled(Rect::from_min_max(at(2.0, 4.0), at(36.0, 8.0)), 0.0, lintel);
}
