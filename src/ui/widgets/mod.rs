//! Controls with the program's own look, never egui's default. They know tokens and texts, not the exhibition or the state.

mod controls;
mod icons;
mod scroll;
mod strokes;

pub use controls::{
    button, chip, choice, filled_button, focus_ring, icon_button, link, named_link, row, rule, segment, target,
};
pub use icons::{Icon, icon, mark, shapes};
pub use scroll::show_handle;
pub use strokes::{dashed_line, dashed_rect, hatch};
