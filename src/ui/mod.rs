//! What is seen: reads the state, sends actions. No files, no decoding, no threads here.

pub mod app_icon;
mod card;
mod cx;
mod drawers;
mod flow;
pub mod fonts;
mod frame;
mod gallery;
mod heading;
pub mod marks;
mod memo;
mod notice;
mod opener;
mod pairings;
pub mod paper;
mod personnel;
pub mod photo_textures;
mod picture;
pub mod presenter;
mod press;
mod save;
mod sheet;
pub mod shortcuts;
mod sidebar;
mod sources;
pub mod theme;
mod timeline;
pub mod typeset;
mod viewer;
pub mod widgets;

pub use cx::{Cx, Layout};
pub use frame::frame_ui;
pub use presenter::{Window, window_ui};
