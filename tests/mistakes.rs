//! One mistake at a time in a small exhibition: each gives one message, at its place and line, that says what to do to somebody
//! who has never seen JSON. `VITRINE_TABLE=1 cargo test --test mistakes -- --nocapture` prints them all.

#[path = "mistakes/rows.rs"]
mod rows;
#[path = "mistakes/said.rs"]
mod said;
#[path = "mistakes/table.rs"]
mod table;
#[path = "mistakes/truth.rs"]
mod truth;
