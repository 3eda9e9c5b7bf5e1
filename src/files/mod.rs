//! The only code that touches the disk: packs and folders of pictures, wherever they lie, and the cache of thumbnails.

pub mod album;
mod archive_writer;
mod built_in;
mod cache;
mod kept;
mod natural;
mod open;
mod pack_source;
mod renditions;
mod system_fonts;
mod write;

pub use archive_writer::ArchiveWriter;
pub use cache::{ContentKey, ThumbnailCache};
pub use kept::Kept;
pub use natural::natural;
pub use open::{EXHIBITION, OpenFailure, exhibition, open, place_of};
pub use pack_source::{PackSource, ReadError};
pub use renditions::{RENDITIONS, rendition_name};
pub use system_fonts::system_font;
pub use write::replace;
