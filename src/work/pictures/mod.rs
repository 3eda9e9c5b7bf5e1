//! Pictures: reading, decoding and watching their files, within one budget of memory and time.
//!
//! The newest list of requests replaces the older one, so that a picture out of sight is never decoded. A panic in a decoder
//! becomes a picture that cannot be shown.

pub(super) mod budget;
pub(super) mod decoder;
mod guard;
mod known;
mod pool;
mod progress;
mod queue;
pub(super) mod survey;
mod watch;

pub use budget::Budget;
pub use decoder::{Decoder, PictureJob, fault, for_print, print_of};
pub(super) use pool::Pool;
pub use survey::fill_in as probe;
pub use watch::NamedFile;
