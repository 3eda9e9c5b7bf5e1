//! The only code that touches the disk: packs and photo folders, the thumbnail cache, settings and log.

mod added;
mod archive;
mod archive_writer;
mod beside;
mod built_in;
mod cache;
mod folder;
mod folder_writer;
pub mod journal;
pub mod kiosk_setup;
pub mod log;
mod look;
mod machine;
mod names;
mod natural;
mod open;
mod overwrite;
mod pack_source;
mod persisted;
pub mod photo_folder;
pub mod places;
mod regular;
mod renditions;
mod root;
pub mod settings;
mod slides;
mod stamp;
mod system_fonts;
mod write;

use crate::model::ReadError;

pub use added::Growing;
pub use archive_writer::{ARCHIVE_MARK, ArchiveWriter};
pub use beside::pack_beside;
pub use cache::{ContentKey, ThumbnailCache};
pub use folder_writer::FolderWriter;
pub use look::ReadSeek;
pub use machine::{free_mb, machine, memory, resident_kib};
pub use natural::natural;
pub use open::{ARCHIVES, EXHIBITION, exhibition, open, place_of};
pub use overwrite::{InTheWay, in_the_way};
pub use pack_source::PackSource;
pub use persisted::Persisted;
pub use regular::read_file;
pub use renditions::{RENDITIONS, rendition_name};
pub use stamp::Stamp;
pub use system_fonts::system_font;
pub use write::{abandon, is_stdout, is_stream, replace};

/// Removes what programs that were killed have left: half-written files wherever they are, and strays among the journals.
pub fn sweep() {
    write::sweep();
    if let Some(state) = places::StandardFolder::State.folder() {
        journal::sweep(&state);
    }
}
