//! One-off jobs that take a while: opening, dialogs, saving, packing; and the system services of a talk.

mod awake;
mod captions;
mod editing;
mod handing_over;
pub(super) mod keeping;
pub(super) mod kiosk;
pub(super) mod open;
mod opening;
mod packing;
mod page;
mod pin;
mod portable_names;
pub(super) mod presenting;
mod reviewing;
pub(super) mod save;
pub(super) mod set_up;
mod sheets;

pub use awake::on_wayland;
pub(super) use editing::{ToEdit, begun};
pub use handing_over::{HandedOver, save_exhibition};
pub use kiosk::{Clocks, KioskFacts, kiosk_facts};
pub use open::{fill_in_all, open_pack, photos_of};
pub use opening::{Opened, Opening};
pub use packing::{Packed, Written, save_pack};
pub use page::{PageFace, page};
pub use pin::{check_pin, hash_pin};
pub use presenting::today;
pub use reviewing::review_file;
pub use save::Where;
pub use sheets::{Document, answers_of, is_spreadsheet, judged, sheet_of};
