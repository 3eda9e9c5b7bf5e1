//! The only code that touches the disk: packs and folders of pictures, wherever they lie, the cache of thumbnails, settings and log.

pub mod album;
mod archive;
mod archive_writer;
mod beside;
mod built_in;
mod cache;
mod folder;
mod kept;
pub mod log;
mod machine;
mod names;
mod natural;
mod open;
mod pack_source;
pub mod places;
mod read_error;
mod regular;
mod renditions;
mod root;
pub mod settings;
mod stamp;
mod system_fonts;
mod write;

pub use archive_writer::ArchiveWriter;
pub use beside::pack_beside;
pub use cache::{ContentKey, ThumbnailCache};
pub use kept::Kept;
pub use machine::{machine, memory};
pub use natural::natural;
pub use open::{EXHIBITION, OpenFailure, exhibition, open, place_of};
pub use pack_source::PackSource;
pub use read_error::ReadError;
pub use renditions::{RENDITIONS, rendition_name};
pub use stamp::Stamp;
pub use system_fonts::system_font;
pub use write::replace;
