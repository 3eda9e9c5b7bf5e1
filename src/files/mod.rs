//! The only code that touches the disk: packs and folders of pictures, wherever they lie, the cache of thumbnails, settings and log.

pub mod album;
mod archive_writer;
mod beside;
mod built_in;
mod cache;
mod kept;
pub mod log;
mod machine;
mod natural;
mod open;
mod overwrite;
mod pack_source;
pub mod places;
mod renditions;
pub mod settings;
mod system_fonts;
mod write;

pub use archive_writer::{ARCHIVE_MARK, ArchiveWriter};
pub use beside::pack_beside;
pub use cache::{ContentKey, ThumbnailCache};
pub use kept::Kept;
pub use machine::{machine, memory};
pub use natural::natural;
pub use open::{EXHIBITION, OpenFailure, exhibition, open, place_of};
pub use overwrite::{InTheWay, in_the_way};
pub use pack_source::{PackSource, ReadError};
pub use renditions::{RENDITIONS, rendition_name};
pub use system_fonts::system_font;
pub use write::{abandon, is_stdout, is_stream, replace, sweep};
