//! The pane of the chosen entry.

use egui::{Rect, Ui};

use crate::state::Editing;
use crate::ui::Cx;

/// Draws the pane.
pub fn pane_ui(_ui: &mut Ui, _cx: &Cx<'_>, _editing: &Editing, _area: Rect) {}
