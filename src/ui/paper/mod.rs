//! Paper: the exhibition as it is printed. Drawn by the same code, fonts and line breaks as the screen, and nothing in it can be
//! touched.

mod figures;
mod handout;
mod lists;
mod pen;
mod pictures;
mod poster;
mod reports;

use std::sync::Arc;

use egui::{PaintCallback, Rect, Shape, Ui};

use crate::export::drawing::Part;

pub use crate::ui::pairings::print::{diagram_description, diagram_height, diagram_ui};
pub use handout::{Handout, PAGE};
pub use pictures::{HIGHEST, printed_width};
pub use poster::Poster;

/// Says what is drawn from here on, for those who hear it.
pub fn part(ui: &Ui, part: Part) {
    ui.painter().add(Shape::Callback(PaintCallback { rect: Rect::EVERYTHING, callback: Arc::new(part) }));
}
