//! The running order of a talk.

use egui::{Rect, Ui};

use crate::state::Editing;
use crate::ui::Cx;

/// Draws the stops, and the chosen one beside them.
pub fn order_ui(_ui: &mut Ui, _cx: &Cx<'_>, _editing: &Editing, _area: Rect) {}
