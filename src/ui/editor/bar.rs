//! The editor's bar: where it is edited, whether all is kept, undo and redo, problems, preview, save.

use egui::{CornerRadius, Id, Rect, Ui, pos2, vec2};

use super::{rule_under, send};
use crate::state::editing::{Kept, Surface};
use crate::state::{EditCommand, Editing};
use crate::text::{Editor, Say};
use crate::ui::theme::{self, Role, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, typeset};

/// The height of its controls.
const CONTROL: f32 = 46.0;
/// The padding of a control's words on both sides together.
const PAD: f32 = 36.0;
/// The padding inside the switch of surfaces.
const SWITCH_PAD: f32 = 3.0;
/// The gap between controls, and between groups of them.
const GAP: f32 = 12.0;
const GROUP: f32 = 24.0;

/// Draws the bar.
pub fn bar_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    rule_under(ui, cx, area);
    let inner = area.shrink2(vec2(cx.layout.margin, (area.height() - CONTROL) / 2.0));
    let style = theme::style(Role::Label, cx.lang());
    let say = |words| cx.say(Say::Editor(words));
    let width = |ui: &Ui, words: &str| typeset::Label::new(words, style.clone(), cx.colors.text).size(ui.ctx()).x + PAD;
    let left = surfaces_ui(ui, cx, editing, inner);
    // From the right end: save, preview, problems, redo and undo.
    let mut right = inner.right();
    let mut place = |wide: f32, gap: f32| {
        let area = Rect::from_min_max(pos2(right - wide, inner.top()), pos2(right, inner.bottom()));
        right = area.left() - gap;
        area
    };
    let is_tight = inner.width() < 1100.0;
    let save = say(Editor::Save);
    let area = place(width(ui, &save), GAP);
    if widgets::segment(ui, area, Id::unique("save edited"), &save, &style, &cx.colors, true).clicked() {
        send(cx, EditCommand::Save);
    }
    let preview = say(Editor::Preview);
    let area = place(width(ui, &preview), GAP);
    if widgets::button(ui, area, Id::unique("preview"), (None, &preview), &style, &cx.colors, true).clicked() {
        send(cx, EditCommand::Preview(true));
    }
    let problems = say(Editor::Problems(editing.faults()));
    let area = place(width(ui, &problems), GROUP);
    if problems_button(ui, cx, editing, area, &problems) {
        send(cx, EditCommand::Problems(!editing.shows_problems()));
    }
    let history = editing.history();
    for (words, command, count, id) in [
        (Editor::Redo, EditCommand::Redo, history.redoable(), "redo"),
        (Editor::Undo, EditCommand::Undo, history.undoable(), "undo"),
    ] {
        let words = say(words);
        let area = place(width(ui, &words), GAP);
        let pressed = widgets::button(ui, area, Id::unique(id), (None, &words), &style, &cx.colors, count > 0);
        if count > 0 && pressed.clicked() {
            send(cx, command);
        }
    }
    let room = Rect::from_min_max(pos2(left + GROUP, inner.top()), pos2(right, inner.bottom()));
    if room.width() > 40.0 && !(is_tight && room.width() < 120.0) {
        kept_ui(ui, cx, editing, room);
    }
}

/// The switch of surfaces; gives where it ends.
fn surfaces_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, inner: Rect) -> f32 {
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    let ground = ui.painter().add(egui::Shape::Noop);
    let mut left = inner.left() + SWITCH_PAD;
    for surface in Surface::ALL {
        let is_chosen = surface == editing.surface();
        let style = theme::style(if is_chosen { Role::LabelStrong } else { Role::Label }, cx.lang());
        let words = cx.say(Say::Editor(Editor::Surface(surface)));
        let width = typeset::Label::new(&words, style.clone(), cx.colors.text).size(ui.ctx()).x + PAD;
        let area =
            Rect::from_min_max(pos2(left, inner.top() + SWITCH_PAD), pos2(left + width, inner.bottom() - SWITCH_PAD));
        let id = Id::unique(("surface", surface as u8));
        if widgets::segment(ui, area, id, &words, &style, &cx.colors, is_chosen).clicked() {
            send(cx, EditCommand::Surface(surface));
        }
        left = area.right();
    }
    let whole = inner.with_max_x(left + SWITCH_PAD);
    ui.painter().set(ground, egui::Shape::rect_filled(whole, radius, cx.colors.card));
    let stroke = egui::Stroke::new(measure::CONTROL, cx.colors.edge);
    ui.painter().rect_stroke(whole, radius, stroke, egui::StrokeKind::Inside);
    whole.right()
}

/// The button of the problems; it is filled while their list is open.
fn problems_button(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, words: &str) -> bool {
    let style = theme::style(Role::Label, cx.lang());
    let id = Id::unique("problems");
    let response = widgets::button(ui, area, id, (None, words), &style, &cx.colors, true);
    if editing.shows_problems() {
        ui.painter().rect_filled(area, CornerRadius::same(measure::RADIUS_BUTTON), cx.colors.accent);
        let label = cx.label(words, Role::LabelStrong).color(cx.colors.on_accent);
        label.align(egui::Align::Center).paint_in(ui, area);
        widgets::focus_ring(ui, &response, measure::RADIUS_BUTTON, &cx.colors);
    }
    response.clicked()
}

/// The line that says whether what was written is safe.
fn kept_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds since then")]
    let words = match editing.kept() {
        Kept::Nothing => Editor::NothingKept,
        Kept::Soon => Editor::KeptSoon,
        Kept::Since(at) => Editor::KeptSince((cx.state.now() - at).max(0.0) as u64),
        Kept::Failed(why) => Editor::NotKept(why.kind, &why.word),
    };
    let words = cx.say(Say::Editor(words));
    let failed = matches!(editing.kept(), Kept::Failed(_));
    let text = if matches!(editing.kept(), Kept::Since(_)) {
        widgets::icon(ui.painter(), Icon::Tick, pos2(area.left() + 10.0, area.center().y), 20.0, cx.colors.dim);
        area.with_min_x(area.left() + 30.0)
    } else {
        area
    };
    let color = if failed { cx.colors.text } else { cx.colors.dim };
    cx.label(&words, Role::Label).color(color).width(text.width().max(1.0)).one_line().paint_in(ui, text);
}
