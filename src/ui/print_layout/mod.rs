//! The print layout: the exhibition on paper, laid out with the same code, fonts and line breaks as on the screen, as marks
//! without interaction.

mod chart_poster;
mod columns;
mod exhibition_poster;
mod figures;
mod handout;
mod lists;
mod pictures;
mod reports;
mod signoff;
mod venue;
mod writer;

pub use crate::ui::flow::FlowMode;
pub use crate::ui::pairings::poster::{diagram, diagram_description};
pub use chart_poster::ChartPoster;
pub use exhibition_poster::{ExhibitionPoster, Fitting};
pub use handout::{Handout, PAGE, Pages};
pub use pictures::{HIGHEST, printed_width};
pub use signoff::{
    SCREEN, SignoffFacts, SignoffFoot, SignoffScreen, SignoffText, contents, cover, page_marks, screen_pages,
};
pub use venue::{venue, venue_title};
