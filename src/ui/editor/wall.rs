//! The order of the pictures on the wall that is edited.

use egui::{CornerRadius, Id, Pos2, Rect, Response, Ui, vec2};

use super::landing::{Dragged, Places, drag_ui, grasp, handle_in_hand, is_on_its_way, mark_ui, moved, moved_together};
use super::send;
use crate::model::{EntryKey, FieldPath, List, PhotoKey};
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

/// The positions of all pictures that are chosen together with this one, ascending; `None` where it is not one of several.
fn marked_with(editing: &Editing, photo: PhotoKey) -> Option<Vec<usize>> {
    let marked = editing.marked();
    if marked.len() < 2 || !marked.contains(&editing.entry_of(photo)?) {
        return None;
    }
    let mut all: Vec<usize> =
        marked.iter().filter_map(|entry| editing.tree().position(List::Photos.field(), *entry)).collect();
    all.sort_unstable();
    Some(all)
}

/// Whether a picture is dragged, by itself or with others.
fn is_dragged(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey) -> bool {
    if is_on_its_way(ui.ctx(), handle(photo)) {
        return true;
    }
    let Some(editing) = cx.state.editing().filter(|editing| editing.marked().len() > 1) else { return false };
    let is_marked = |photo: PhotoKey| editing.entry_of(photo).is_some_and(|entry| editing.marked().contains(&entry));
    let on_its_way =
        |other: &EntryKey| editing.photo_of(*other).is_some_and(|other| is_on_its_way(ui.ctx(), handle(other)));
    handle_in_hand(ui.ctx()).is_some() && is_marked(photo) && editing.marked().iter().any(on_its_way)
}

/// Lets a picture be dragged to another place, with all that are chosen with it, and fades it where it was.
pub fn picture_ui(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, response: &Response) {
    if !super::is_editing(cx) {
        return;
    }
    grasp(response, handle(photo));
    if is_dragged(ui, cx, photo) {
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
                let edit = match marked_with(editing, wall.photos[own]) {
                    Some(all) => moved_together(List::Photos, &all, before),
                    None => moved(at, from, before),
                };
                send(cx, EditCommand::Edit(edit));
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
