//! The editor: its bar, the pane beside the views, tables, and the running order.
//!
//! What is chosen lies in [`crate::state::Editing`]; a field shows what the document says and sends an edit for what is typed.

mod bar;
mod fields;
pub mod hear;
pub mod keys;
mod landing;
mod order;
mod pane;
mod preview;
mod problems;
pub mod strip;
mod tables;
pub mod wall;

use egui::{CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::model::{Lang, List, Photo, PhotoKey};
use crate::state::editing::{Chosen, Surface};
use crate::state::{Action, EditCommand, Editing, Subject};

pub use preview::{preview_ui, unscaled};
pub use tables::has_keys as table_has_keys;

use super::theme::{self, Role, measure};
use super::{Cx, Layout, typeset, widgets};

/// The height of the bar under the top bar.
const BAR: f32 = 60.0;
/// The width of the pane of a picture, of other entries, and of the problems.
const PHOTO_PANE: f32 = 860.0;
const PANE: f32 = 676.0;
const PROBLEMS_PANE: f32 = 560.0;
/// The widest pane in a window narrower than this.
const NARROW: f32 = 1500.0;
const NARROW_PANE: f32 = 620.0;
/// A view beside the pane that is narrower folds its sidebar.
const FOLDED: f32 = 960.0;
/// The ring around what is chosen in a view.
const CHOSEN: f32 = 4.0;
/// The line of a caption's states under a picture: its height, the side of a mark, and the gaps before and behind one.
const STATES: f32 = 26.0;
const MARK: f32 = 16.0;
const MARK_GAP: f32 = 5.0;
const STATE_GAP: f32 = 14.0;
/// A narrower window shows the pane alone.
const ALONE: f32 = 1200.0;

/// Draws the editor under the top bar; `view` draws the view that is edited.
pub fn editor_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, view: impl FnOnce(&mut Ui, &Cx<'_>, Rect)) {
    let Some(editing) = cx.state.editing() else { return };
    let bar = area.with_max_y(area.top() + bar::height(ui, cx, editing, area));
    bar::bar_ui(ui, cx, editing, bar);
    let rest = area.with_min_y(bar.bottom());
    let pane = pane_width(editing, rest.width());
    let (rest, pane) = if pane > 0.0 && rest.width() < ALONE {
        (rest.with_max_x(rest.left()), rest)
    } else {
        rest.split_left_right_at_x(rest.right() - pane)
    };
    if rest.width() > 0.0 {
        let layout = Layout { size: vec2(rest.width(), cx.layout.size.y), narrow: true, ..cx.layout };
        let layout = Layout { folded: layout.folded || rest.width() < FOLDED, ..layout };
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
        _ if !editing.marked().is_empty() => PANE,
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

/// Draws the ring around a picture of the wall that is being edited, over a gap in the ground's colour.
pub fn on_wall(ui: &Ui, cx: &Cx<'_>, photo: PhotoKey, area: Rect) {
    let Some(editing) = cx.state.editing().filter(|editing| !editing.preview()) else { return };
    let Some(entry) = editing.entry_of(photo) else { return };
    if editing.chosen() == Some(Chosen::Entry(List::Photos, entry)) || editing.marked().contains(&entry) {
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        let line = |color| Stroke::new(CHOSEN, color);
        ui.painter().rect_stroke(area.expand(1.0), radius, line(cx.colors.bg), StrokeKind::Outside);
        ui.painter().rect_stroke(area.expand(1.0 + CHOSEN / 2.0), radius, line(cx.colors.accent), StrokeKind::Outside);
    }
}

/// Whether what is touched in a view is edited.
#[must_use]
pub fn is_editing(cx: &Cx<'_>) -> bool {
    cx.state.editing().is_some_and(|editing| !editing.preview())
}

/// The height of the line under a picture's title that says how far its texts are; 0 outside the editor.
pub fn states_height(cx: &Cx<'_>) -> f32 {
    if is_editing(cx) { STATES } else { 0.0 }
}

/// Draws how far the caption of a picture is in each language, by the marks alone where there is no room for the names.
pub fn states_ui(ui: &Ui, cx: &Cx<'_>, photo: &Photo, (at, width): (Pos2, f32)) {
    let clip = ui.clip_rect();
    if states_height(cx) == 0.0 || at.y < clip.top() || at.y + STATES > clip.bottom() {
        return;
    }
    let names = Lang::ALL.map(|lang| {
        let style = theme::style(Role::Mark, lang);
        typeset::Label::new(lang.short_name(), style, cx.colors.dim)
    });
    let widths = names.each_ref().map(|name| name.size(ui.ctx()).x + MARK_GAP);
    let marks = 3.0 * MARK + 2.0 * STATE_GAP;
    let has_names = widths.iter().sum::<f32>() + marks <= width;
    let gap = if marks <= width { STATE_GAP } else { MARK_GAP };
    let mut left = at.x;
    for ((lang, name), name_width) in Lang::ALL.into_iter().zip(names).zip(widths) {
        let middle = at.y + STATES / 2.0;
        if has_names {
            name.at(ui, pos2(left, middle - name.size(ui.ctx()).y / 2.0));
            left += name_width;
        }
        let state = fields::state_of(&photo.caption, lang);
        fields::mark_ui(ui, cx, state, pos2(left + MARK / 2.0, middle), MARK);
        left += MARK + gap;
    }
}

/// The picture that was chosen since the last frame, which is to be brought into sight.
pub fn newly_chosen(cx: &Cx<'_>) -> Option<PhotoKey> {
    let chosen = cx.state.editing().and_then(Editing::chosen);
    if std::mem::replace(&mut cx.motion.borrow_mut().edited, chosen) == chosen {
        return None;
    }
    match chosen? {
        Chosen::Entry(List::Photos, entry) => cx.state.editing()?.photo_of(entry),
        Chosen::Entry(..) | Chosen::Whole => None,
    }
}

/// Draws the outline around what is being edited in a chart.
pub fn on_subject(ui: &Ui, cx: &Cx<'_>, subject: &Subject, area: Rect) {
    let Some(editing) = cx.state.editing().filter(|editing| !editing.preview()) else { return };
    if editing.chosen().is_some() && editing.entry_for(subject) == editing.chosen() {
        let radius = CornerRadius::same(measure::RADIUS_BUTTON);
        let line = Stroke::new(CHOSEN, cx.colors.accent);
        let area = area.expand(CHOSEN).intersect(ui.clip_rect().shrink(1.0));
        ui.painter().rect_stroke(area, radius, line, StrokeKind::Inside);
    }
}

/// The part of a view's area below what can be added to it, which is drawn.
pub fn under_strip(ui: &mut Ui, cx: &Cx<'_>, area: Rect) -> Rect {
    match cx.state.editing().filter(|editing| !editing.preview()) {
        Some(editing) => {
            let (strip, rest) = area.split_top_bottom_at_y(area.top() + strip::HEIGHT);
            strip::strip_ui(ui, cx, editing, strip);
            rest
        }
        None => area,
    }
}

/// Sends a command of the editor.
fn send(cx: &Cx<'_>, command: EditCommand) {
    cx.send(Action::Edit(command));
}

/// A thin line across an area's lower edge.
fn rule_under(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.bottom() - 0.5, Stroke::new(measure::RULE, cx.colors.line));
}
