//! Lenient JSON: one pass over the text, before any of it is stored, finds the first slip, the pieces that can be read
//! separately, and the position of each.
//!
//! `serde_json` reads the pieces. It does not go first, because its errors are in English and name only a column, and because
//! it builds a tree of whatever it gets.

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
