//! The problems, worst first, each leading to its field.

use egui::{Rect, Ui};

use crate::state::Editing;
use crate::ui::Cx;

/// Draws the list.
pub fn problems_ui(_ui: &mut Ui, _cx: &Cx<'_>, _editing: &Editing, _area: Rect) {}
