//! The order of the pictures on the wall that is edited.

use egui::{Pos2, Rect, Ui};

use super::landing::{Places, mark_ui};
use crate::model::{List, PhotoKey};
use crate::state::{Editing, Landing};
use crate::ui::Cx;

/// The wall as it is drawn.
pub struct Wall<'a> {
    /// Its pictures, as the filters leave them.
    pub photos: &'a [PhotoKey],
    /// Their areas from its corner on.
    pub areas: &'a [Rect],
    /// Its corner.
    pub corner: Pos2,
    /// What stands under each picture, in points.
    pub caption: f32,
    /// The gap between two pictures, in points.
    pub gap: f32,
}

impl Wall<'_> {
    /// The areas of the pictures with what stands under each, on the screen.
    fn places(&self) -> Vec<Rect> {
        let whole = |area: &Rect| area.with_max_y(area.bottom() + self.caption).translate(self.corner.to_vec2());
        self.areas.iter().map(whole).collect()
    }

    /// The place in the list of pictures before the one with this number on the wall, or after the last one.
    fn index(&self, editing: &Editing, number: usize) -> Option<usize> {
        let at = |photo: PhotoKey| editing.tree().position(List::Photos.field(), editing.entry_of(photo)?);
        match self.photos.get(number) {
            Some(photo) => at(*photo),
            None => Some(at(*self.photos.last()?)? + 1),
        }
    }
}

/// Shows where files that are dragged over the wall would land, and notes it for when they are dropped.
pub fn files_ui(ui: &Ui, cx: &Cx<'_>, wall: &Wall<'_>) {
    let Some(editing) = cx.state.editing().filter(|editing| !editing.preview()) else { return };
    let over = cx.motion.borrow().files_at.filter(|at| ui.clip_rect().contains(*at));
    let Some(at) = over else { return };
    let areas = wall.places();
    let places = Places { areas: &areas, first: 0, across: true, gap: wall.gap };
    let Some(gap) = places.gap_at(at) else { return };
    mark_ui(ui, cx, &gap);
    let Some(index) = wall.index(editing, gap.before) else { return };
    let next = editing.tree().key(List::Photos.field(), index);
    cx.motion.borrow_mut().landing = Some(next.map_or(Landing::End, Landing::Before));
}
