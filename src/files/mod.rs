//! The only code that touches the disk: packs, wherever they lie.

mod built_in;
mod open;
mod pack_source;
mod system_fonts;

pub use open::{OpenFailure, exhibition, open, place_of};
pub use pack_source::{PackSource, ReadError};
pub use system_fonts::system_font;
