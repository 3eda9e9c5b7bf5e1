//! The tables.

use egui::{Rect, Ui};

use crate::state::Editing;
use crate::ui::Cx;

/// Draws the chosen table, beside the list of tables.
pub fn tables_ui(_ui: &mut Ui, _cx: &Cx<'_>, _editing: &Editing, _area: Rect) {}
