//! The icon of the program: the mark that stands beside the title, on a card.

use egui::{CornerRadius, Painter, Rect};

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
pub fn draw(painter: &Painter, room: Rect) {
    let colors = theme::colors(Theme::Light);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a fifth of 512 points at most")]
    let corner = (room.width() * CORNER).round() as u8;
    painter.rect_filled(room, CornerRadius::same(corner), colors.side);
    let mark = Rect::from_center_size(room.center(), room.size() * MARK);
    widgets::mark(painter, mark, [colors.text, colors.accent, colors.gold]);
}
