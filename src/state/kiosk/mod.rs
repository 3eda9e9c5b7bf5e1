//! A kiosk: the show on a public screen, with nobody beside it who could help.

mod setup;

pub use setup::{Corner, Day, KioskSetup, Opening, TimeOfDay};
