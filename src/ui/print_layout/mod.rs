//! Paper: the exhibition as it is printed. Laid out by the same code, fonts and line breaks as the screen, as marks that nobody
//! can touch.

mod figures;
mod handout;
mod lists;
mod pictures;
mod poster;
mod reports;
mod writer;

pub use crate::ui::flow::FlowMode;
pub use crate::ui::pairings::poster::{diagram, diagram_description};
pub use handout::{Handout, PAGE};
pub use pictures::{HIGHEST, printed_width};
pub use poster::Poster;
