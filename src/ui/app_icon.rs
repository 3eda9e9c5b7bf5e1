//! The icon of the program: the mark that stands beside the title, on a card.

use egui::{Painter, Rect};

use super::marks::{Shape, paint_shapes};
use super::theme;
use super::widgets;
use crate::state::Theme;

/// The sides of the pictures of it, in pixels.
pub const SIDES: [u32; 7] = [16, 32, 48, 64, 128, 256, 512];
/// The corner's share of its side.
const CORNER: f32 = 0.2;
/// The mark's share of its side.
const MARK: f32 = 0.72;

/// Draws it into a square.
pub fn draw(painter: &Painter, area: Rect) {
    paint_shapes(painter, shapes(area));
}

/// What it is made of in a square.
#[must_use]
pub fn shapes(rect: Rect) -> Vec<Shape> {
    let colors = theme::colors(Theme::Light);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fifth of 512 points at most")]
    let corner = (rect.width() * CORNER).round() as u8;
    let mark = Rect::from_center_size(rect.center(), rect.size() * MARK);
    let card = Shape::Rect { rect, radius: corner, fill: colors.side };
    let mark = widgets::mark(mark, [colors.text, colors.accent, colors.gold]);
    std::iter::once(card).chain(mark).collect()
}
