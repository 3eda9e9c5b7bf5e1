//! A picture opens from where it lies in a view, and goes back into it.

use egui::{Rect, Ui};

use crate::model::PhotoKey;
use crate::ui::Cx;
use crate::ui::photo_paint;
use crate::ui::theme::duration;
use crate::ui::whole::Look;

/// Where pictures lie, and the one that is on its way.
#[derive(Default)]
pub struct Travel {
    /// The pictures of the view that was drawn last, with their areas.
    places: Vec<(PhotoKey, Rect)>,
    /// The picture that was open in the last frame, with its area.
    open: Option<(PhotoKey, Rect)>,
    /// The picture that was closed with this frame.
    closed: Option<PhotoKey>,
    /// The picture on its way, where it comes from, and since when.
    way: Option<Way>,
}

#[derive(Clone, Copy)]
struct Way {
    photo: PhotoKey,
    from: Rect,
    since: f64,
}

/// Notes where a view shows a picture that can be opened.
pub fn lies_at(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) {
    if ui.is_rect_visible(area) {
        cx.motion.borrow_mut().travel.places.push((photo, area));
    }
}

/// The picture that was closed with this frame.
#[must_use]
pub fn closed(cx: &Cx<'_>) -> Option<PhotoKey> {
    cx.motion.borrow().travel.closed
}

/// Returns `true` while a picture is on its way back to its place in a view, which is empty until then.
pub fn is_away(cx: &Cx<'_>, photo: PhotoKey) -> bool {
    cx.motion.borrow().travel.way.is_some_and(|way| way.photo == photo)
}

/// Begins a frame in which a view is drawn: a picture that was open goes back.
pub fn begin_view(ui: &Ui, cx: &Cx<'_>) {
    let moves = cx.state.moves();
    let mut motion = cx.motion.borrow_mut();
    motion.viewer = None;
    // Whoever opens the whole again looks over it again.
    motion.look = Look::default();
    let travel = &mut motion.travel;
    travel.places.clear();
    travel.closed = travel.open.map(|(photo, _)| photo);
    if let Some((photo, from)) = travel.open.take() {
        let since = ui.input(|i| i.time);
        travel.way = moves.then_some(Way { photo, from, since });
    }
}

/// Ends it: draws the picture that goes back, over the view.
pub fn end_view(ui: &mut Ui, cx: &Cx<'_>, window: Rect) {
    let Some(way) = cx.motion.borrow().travel.way else { return };
    let place = cx.motion.borrow().travel.places.iter().find(|(photo, _)| *photo == way.photo).map(|(_, area)| *area);
    let (Some(place), Some(share)) = (place, share(ui, way)) else {
        cx.motion.borrow_mut().travel.way = None;
        // Its place is empty in this frame.
        ui.ctx().request_repaint();
        return;
    };
    let area = way.from.lerp_towards(&place, share);
    let mut over = ui.new_child(egui::UiBuilder::new().max_rect(window));
    over.set_clip_rect(window);
    photo_paint::paint_photo(&over, cx, way.photo, area);
    photo_paint::paint_mark(&over, cx, way.photo, area);
    ui.ctx().request_repaint();
}

/// The area of an open picture while it grows into `to`, where it is drawn over the whole window; `None` once it is there.
pub(super) fn growing(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, to: Rect, is_first: bool) -> Option<Rect> {
    let now = ui.input(|i| i.time);
    let moves = cx.state.moves();
    let mut motion = cx.motion.borrow_mut();
    let travel = &mut motion.travel;
    travel.open = Some((photo, to));
    if is_first {
        let place = travel.places.iter().find(|(other, _)| *other == photo);
        travel.way = place.filter(|_| moves).map(|(_, area)| Way { photo, from: *area, since: now });
    }
    let way = travel.way.filter(|way| way.photo == photo);
    let area = way.and_then(|way| Some(way.from.lerp_towards(&to, share(ui, way)?)));
    if area.is_none() {
        travel.way = None;
    } else {
        ui.ctx().request_repaint();
    }
    area
}

/// How far a picture is on its way, from 0 to 1: fast at first. `None` once it is there, or where frames are so slow that it would
/// only be a stutter.
fn share(ui: &Ui, way: Way) -> Option<f32> {
    let now = ui.input(|i| i.time);
    let is_slow = now > way.since && ui.input(|i| i.unstable_dt) > duration::SLOW_FRAME;
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let share = ((now - way.since) / f64::from(duration::TRAVEL)) as f32;
    (share < 1.0 && !is_slow).then(|| 1.0 - (1.0 - share.max(0.0)).powi(3))
}
