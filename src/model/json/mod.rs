//! JSON as people write it: one pass over the text, before anything of it is kept, finds the first slip of the pen, the pieces
//! that can be read one by one, and where in the file everything stands.
//!
//! `serde_json` reads the pieces. It is not asked first, because it says in English, and only by a column, what a curator
//! should mend, and because it makes a tree of whatever it gets.

#![expect(clippy::unnecessary_box_returns, reason = "a mistake is rare and large; what is right stays small")]

mod cursor;
mod guess;
mod lines;
mod slip;
mod survey;
mod token;

pub use lines::{Lines, line_of, locate};
pub use slip::{Mistake, Slip};
pub use survey::{Entries, Field, Piece, survey};
