//! The head of the pane: what it is about, its neighbours, and what closes it.

use egui::{Id, Rect, Ui, pos2, vec2};

use crate::model::List;
use crate::state::editing::{Chosen, FormCommand};
use crate::state::{EditCommand, Editing};
use crate::text::{Editor, Pane, Say};
use crate::ui::Cx;
use crate::ui::editor::fields::{Form, beside, cross_ui, entry_name};
use crate::ui::editor::{rule_under, send};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};

/// The margin at the left and at the right, between the buttons, and before the second text.
const MARGIN: [f32; 2] = [28.0, 16.0];
const GAP: f32 = 12.0;

/// Draws the head over the fields of an entry, or of the whole.
pub fn head_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, chosen: Chosen) {
    let (title, second) = match chosen {
        Chosen::Whole => (cx.say(Say::Editor(Editor::Whole)), String::new()),
        Chosen::Entry(list, _) => {
            let Some(at) = editing.chosen_path() else { return };
            let index = at.list_entry().map_or(0, |(_, index)| index);
            let count = editing.tree().len(list.field());
            let title = cx.say(Say::Editor(Editor::Entry(list, index + 1, count)));
            (title, beside(cx, editing, list, &at))
        }
    };
    let right = close_ui(ui, cx, area, EditCommand::Choose(None));
    let right = match chosen {
        Chosen::Whole => right,
        Chosen::Entry(list, _) => neighbours_ui(ui, cx, editing, area.with_max_x(right - GAP), list),
    };
    words_ui(ui, cx, area.with_max_x(right - GAP), (&title, &second));
}

/// Draws the head over several pictures.
pub fn several_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let title = cx.say(Say::Editor(Editor::Several(editing.marked().len())));
    let right = close_ui(ui, cx, area, EditCommand::Unmark);
    words_ui(ui, cx, area.with_max_x(right - GAP), (&title, ""));
}

fn words_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, (title, second): (&str, &str)) {
    rule_under(ui, cx, area.with_max_x(ui.clip_rect().right()));
    let left = area.with_min_x(area.left() + MARGIN[0]);
    let whole = cx.label(title, Role::Title);
    let role = if whole.size(ui.ctx()).x > left.width() { Role::Strong } else { Role::Title };
    let label = cx.label(title, role).width(left.width().max(1.0)).one_line();
    let size = label.size(ui.ctx());
    let drawn = label.at(ui, pos2(left.left(), left.center().y - size.y / 2.0));
    let rest = left.with_min_x(drawn.right() + GAP);
    let second = cx.dim(second, Role::Note);
    if rest.width() > 60.0 && !second.is_empty() {
        let second = second.width(rest.width()).one_line();
        let size = second.size(ui.ctx());
        second.at(ui, pos2(rest.left(), rest.center().y - size.y / 2.0 + 2.0));
    }
}

fn square(area: Rect, right: f32) -> Rect {
    let size = vec2(measure::TARGET, measure::TARGET);
    Rect::from_center_size(pos2(right - measure::TARGET / 2.0, area.center().y), size)
}

fn close_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, command: EditCommand) -> f32 {
    let place = square(area, area.right() - MARGIN[1]);
    let words = cx.say(Say::Editor(Editor::Close));
    if cross_ui(ui, cx, place, Id::unique("close pane"), &words) {
        send(cx, command);
    }
    place.left()
}

#[expect(clippy::similar_names, reason = "a list and its last entry are called so")]
fn neighbours_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, list: List) -> f32 {
    let index = editing.chosen_path().and_then(|at| at.list_entry().map(|(_, index)| index)).unwrap_or_default();
    let last = editing.tree().len(list.field()).saturating_sub(1);
    let next = square(area, area.right());
    let previous = square(area, next.left() - 8.0);
    let all =
        [(previous, Icon::Left, Editor::Previous, -1, index > 0), (next, Icon::Right, Editor::Next, 1, index < last)];
    for (place, icon, words, by, can) in all {
        let name = cx.say(Say::Editor(words));
        let pressed = widgets::icon_button(ui, place, Id::unique(("beside", by)), icon, &name, &cx.colors, can);
        if can && pressed.clicked() {
            send(cx, EditCommand::Beside(by));
        }
    }
    previous.left()
}

/// The way back to the entry that this one was made for.
pub fn back_ui(form: &mut Form<'_>, ui: &Ui) {
    let Some(Chosen::Entry(list, key)) = form.editing.form().came_from() else { return };
    let Some(index) = form.editing.tree().position(list.field(), key) else { return };
    let count = form.editing.tree().len(list.field());
    let mut name = form.cx.say(Say::Editor(Editor::Entry(list, index + 1, count)));
    if list != List::Batches {
        let own = entry_name(form.cx, form.editing, list, index);
        name = format!("{name}{}{own}", crate::text::comma(form.cx.lang()));
    }
    let words = form.say(Pane::BackTo(&name));
    if form.button(ui, Id::unique("back to"), Some(Icon::Left), &words, true) {
        form.send(FormCommand::Back);
    }
    form.gap(16.0);
}
