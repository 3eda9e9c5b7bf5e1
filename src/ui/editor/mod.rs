//! The editor: its bar, the pane beside the views, tables, and the running order.
//!
//! What is chosen lies in [`crate::state::Editing`]; a field shows what the document says and sends an edit for what is typed.

mod bar;
mod fields;
mod keys;
mod order;
mod pane;
mod problems;
mod tables;

use egui::{CornerRadius, Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::model::{EntryKey, List, PhotoKey};
use crate::state::editing::{Chosen, Surface};
use crate::state::{Action, EditCommand, Editing, Subject};

pub use keys::take as keys;

use super::theme::measure;
use super::{Cx, Layout, widgets};

/// The height of the bar under the top bar.
const BAR: f32 = 60.0;
/// The width of the pane of a picture, of other entries, and of the problems.
const PHOTO_PANE: f32 = 860.0;
const PANE: f32 = 676.0;
const PROBLEMS_PANE: f32 = 560.0;
/// The widest pane in a window narrower than this.
const NARROW: f32 = 1500.0;
const NARROW_PANE: f32 = 620.0;
/// Between a picture that is edited and its ring.
const RING_GAP: f32 = 2.0;
/// The width of the ring in a chart.
const SUBJECT_RING: f32 = 4.0;
/// Where less is left beside the pane, the list of provinces folds.
const LEAST_UNFOLDED: f32 = 760.0;
/// A narrower window shows the pane alone.
const ALONE: f32 = 1200.0;

/// Draws the editor under the top bar; `view` draws the view that is edited.
pub fn editor_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, view: impl FnOnce(&mut Ui, &Cx<'_>, Rect)) {
    let Some(editing) = cx.state.editing() else { return };
    let bar = area.with_max_y(area.top() + BAR);
    bar::bar_ui(ui, cx, editing, bar);
    let rest = area.with_min_y(bar.bottom());
    if editing.preview() {
        view(ui, cx, rest);
        return;
    }
    let pane = pane_width(editing, rest.width());
    let (rest, pane) = if pane > 0.0 && rest.width() < ALONE {
        (rest.with_max_x(rest.left()), rest)
    } else {
        rest.split_left_right_at_x(rest.right() - pane)
    };
    if rest.width() > 0.0 {
        let folded = cx.layout.folded || rest.width() < LEAST_UNFOLDED;
        let layout = Layout { size: vec2(rest.width(), cx.layout.size.y), narrow: true, folded, ..cx.layout };
        let beside = cx.laid_out(layout);
        match editing.surface() {
            Surface::Views => view(ui, &beside, rest),
            Surface::Tables => tables::tables_ui(ui, &beside, editing, rest),
            Surface::RunningOrder => order::order_ui(ui, &beside, editing, rest),
        }
    }
    if pane.width() > 0.0 {
        ui.painter().rect_filled(pane, 0.0, cx.colors.card);
        let edge = [pos2(pane.left(), pane.top()), pos2(pane.left(), pane.bottom())];
        ui.painter().line_segment(edge, Stroke::new(measure::RULE, cx.colors.line));
        if editing.shows_problems() {
            problems::problems_ui(ui, cx, editing, pane);
        } else {
            pane::pane_ui(ui, cx, editing, pane);
            if let Some(action) = keys::moves(ui.ctx(), cx.state) {
                cx.send(action);
            }
        }
    }
}

/// The width of what stands at the right; 0 if there is nothing.
fn pane_width(editing: &Editing, room: f32) -> f32 {
    let width = match editing.chosen() {
        _ if editing.shows_problems() => PROBLEMS_PANE,
        _ if !editing.marked().is_empty() && editing.surface() == Surface::Views => PANE,
        // The running order has its own place for a stop.
        Some(Chosen::Entry(List::RunningOrder, _)) if editing.surface() == Surface::RunningOrder => return 0.0,
        Some(_) if editing.surface() == Surface::Tables => return 0.0,
        Some(Chosen::Entry(List::Photos, _)) => PHOTO_PANE,
        Some(_) => PANE,
        None => return 0.0,
    };
    if room < ALONE {
        room
    } else if room < NARROW {
        width.min(NARROW_PANE)
    } else {
        width
    }
}

/// The ring around a picture of the wall that is edited, alone or with others.
pub fn ring_ui(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) {
    let Some(editing) = cx.state.editing().filter(|editing| !editing.preview()) else { return };
    let is_it = |entry: &EntryKey| editing.photo_of(*entry) == Some(photo);
    let alone = match editing.chosen() {
        Some(Chosen::Entry(List::Photos, entry)) if editing.marked().is_empty() => Some(entry),
        _ => None,
    };
    if alone.iter().chain(editing.marked()).any(is_it) {
        let radius = CornerRadius::same(measure::RADIUS_PICTURE + 3);
        let stroke = Stroke::new(measure::STRONG, cx.colors.accent);
        ui.painter().rect_stroke(area.expand(RING_GAP + measure::STRONG / 2.0), radius, stroke, StrokeKind::Middle);
    }
}

/// Whether what is touched in a view is edited.
#[must_use]
pub fn is_editing(cx: &Cx<'_>) -> bool {
    cx.state.editing().is_some_and(|editing| !editing.preview())
}

/// Whether what a sheet would be about is edited.
#[must_use]
pub fn is_edited(cx: &Cx<'_>, subject: &Subject) -> bool {
    is_editing(cx) && cx.state.editing().is_some_and(|editing| editing.is_chosen(subject))
}

/// The ring around what is edited in a chart, around its bar, so that its look stays readable.
pub fn ring_at(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    let stroke = Stroke::new(SUBJECT_RING, cx.colors.accent);
    // Wider than its place, so that it covers no words at its sides; as high, so that no edge of the chart cuts it.
    ui.painter().rect_stroke(area.expand2(vec2(SUBJECT_RING, 0.0)), radius, stroke, StrokeKind::Inside);
}

/// The picture that is edited, in the first frame in which it is: the wall brings it into sight.
#[must_use]
pub fn newly_chosen(ui: &Ui, cx: &Cx<'_>) -> Option<PhotoKey> {
    let chosen = match cx.state.editing().filter(|_| is_editing(cx)).and_then(Editing::chosen) {
        Some(Chosen::Entry(List::Photos, entry)) => cx.state.editing().and_then(|editing| editing.photo_of(entry)),
        _ => None,
    };
    // It only moves for a moment: forgetting it scrolls to where the picture is already.
    let before = ui.ctx().data_mut(|data| {
        let last = data.get_temp_mut_or_default::<Option<PhotoKey>>(Id::unique("picture that is edited"));
        std::mem::replace(last, chosen)
    });
    chosen.filter(|_| before != chosen)
}

/// Sends a command of the editor.
fn send(cx: &Cx<'_>, command: EditCommand) {
    cx.send(Action::Edit(command));
}

/// A thin line across an area's lower edge.
fn rule_under(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
}
