//! The print layout: the exhibition on paper, laid out with the same code, fonts and line breaks as on the screen, as marks
//! without interaction.

mod figures;
mod handout;
mod lists;
mod pictures;
mod poster;
mod reports;
mod venue;
mod writer;

pub use crate::ui::flow::FlowMode;
pub use crate::ui::pairings::poster::{diagram, diagram_description};
pub use handout::{Handout, PAGE};
pub use pictures::{HIGHEST, printed_width};
pub use poster::Poster;
pub use venue::{venue, venue_title};
