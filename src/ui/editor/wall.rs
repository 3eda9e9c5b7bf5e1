//! The order of the pictures on the wall that is edited.

use egui::{CornerRadius, Id, Pos2, Rect, Response, Ui, vec2};

use super::landing::{Dragged, Places, drag_ui, grasp, handle_in_hand, is_on_its_way, mark_ui, moved};
use super::send;
use crate::model::{FieldPath, List, PhotoKey};
use crate::state::{EditCommand, Editing, Landing};
use crate::ui::Cx;
use crate::ui::theme::measure;

/// How much a picture that is dragged away fades.
const FADED: f32 = 0.6;

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

fn handle(photo: PhotoKey) -> Id {
    Id::unique(("picture that is dragged", photo))
}

/// Lets a picture be dragged to another place, and fades it where it was.
pub fn picture_ui(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, response: &Response) {
    if !super::is_editing(cx) {
        return;
    }
    grasp(response, handle(photo));
    if is_on_its_way(ui.ctx(), handle(photo)) {
        let radius = CornerRadius::same(measure::RADIUS_PICTURE);
        ui.painter().rect_filled(response.rect, radius, cx.colors.bg.gamma_multiply(FADED));
    }
}

/// Follows a picture that is dragged, or files.
pub fn wall_ui(ui: &Ui, cx: &Cx<'_>, wall: &Wall<'_>) {
    let Some(editing) = cx.state.editing().filter(|editing| !editing.preview()) else { return };
    files_ui(ui, cx, editing, wall);
    let Some(in_hand) = handle_in_hand(ui.ctx()) else { return };
    let Some(own) = wall.photos.iter().position(|photo| handle(*photo) == in_hand) else { return };
    let areas = wall.places();
    let places = Places { areas: &areas, first: 0, across: true, gap: wall.gap };
    match drag_ui(ui, cx, in_hand, own, &places) {
        Some(Dragged::Held(by)) => ui.scroll_with_delta(vec2(0.0, by)),
        Some(Dragged::Dropped(before)) => {
            // The wall may show a part of the list.
            if let Some((from, before)) = wall.index(editing, own).zip(wall.index(editing, before)) {
                let at = FieldPath::entry(List::Photos.field(), from);
                send(cx, EditCommand::Edit(moved(at, from, before)));
            }
        }
        None => {}
    }
}

/// Shows where files that are dragged over the wall would land, and notes it for when they are dropped.
fn files_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, wall: &Wall<'_>) {
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
