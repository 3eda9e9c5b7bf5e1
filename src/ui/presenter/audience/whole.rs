//! The whole exhibition at one look, with one slow look over it.

use super::Scene;
use crate::ui::whole;

pub(super) fn whole_ui(scene: &Scene<'_>) {
    let (pen, cx) = (&scene.pen, scene.pen.cx);
    let design = whole::designed(pen.ui, cx, "the whole at one look", pen.area.size());
    let Some(Some(design)) = design else { return };
    let (place, most, _) = whole::seen(pen.ui, cx, &design, pen.area, true);
    design.paint(pen.ui, cx, (place, pen.area), most);
    pen.name(pen.area, &whole::counted(cx));
}
