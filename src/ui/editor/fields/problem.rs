//! Problems under the field that they are about, in plain words, with what helps at once.

use egui::accesskit::Role as Access;
use egui::{Align, Color32, CornerRadius, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::{FieldPath, Problem, Trouble};
use crate::state::EditCommand;
use crate::state::editing::{FileWanted, PhotoCommand, Remedy};
use crate::text::{self, Editor, Mend, Say};
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::theme::{self, Role};
use crate::ui::{typeset, widgets};

use super::{Form, RADIUS, toggle};

/// How much of the accent is in the ground of a problem.
const WASH: f32 = 0.15;
/// What a strip has around its words, the square before them, and the gaps.
const PAD: [f32; 2] = [12.0, 8.0];
const SQUARE: f32 = 20.0;
const SQUARE_GAP: f32 = 10.0;
const ABOVE: f32 = 6.0;
/// The gap before what helps, the least width of words beside it, and the least height of a strip that is touched.
const ACTION_GAP: f32 = 16.0;
const LEAST_WORDS: f32 = 120.0;
const TARGET: f32 = 44.0;
/// A narrower column has no room for one.
const LEAST: f32 = 185.0;

/// The ground of a problem.
#[must_use]
pub fn wash(cx: &Cx<'_>) -> Color32 {
    theme::mix(cx.colors.card, cx.colors.accent, WASH)
}

/// What the state of a text says already, or the glossary’s words that are offered under it.
fn is_said_by_state(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::MissingWords { .. }
            | Trouble::Unreviewed { .. }
            | Trouble::Outdated { .. }
            | Trouble::OtherTerm { .. }
    )
}

/// Draws the problems of a field, and of what lies in it.
pub fn problems_ui(form: &mut Form<'_>, ui: &Ui, at: &FieldPath) {
    if form.width < LEAST {
        form.late.push(at.clone());
        return;
    }
    for problem in form.editing.problems_at(at).filter(|problem| !is_said_by_state(&problem.trouble)) {
        problem_ui(form, ui, problem);
    }
}

/// Draws the problems of the fields of narrow columns, below these.
pub fn late_ui(form: &mut Form<'_>, ui: &Ui) {
    for at in std::mem::take(&mut form.late) {
        problems_ui(form, ui, &at);
    }
}

/// Draws the problems of a thing that has fields of its own: those of the fields stand under these.
pub fn problems_under(form: &mut Form<'_>, ui: &Ui, at: &FieldPath, with_state: bool) {
    let path = at.to_string();
    let own = |problem: &&Problem| problem.place.path == path && (with_state || !is_said_by_state(&problem.trouble));
    for problem in form.editing.problems_at(at).filter(own) {
        problem_ui(form, ui, problem);
    }
}

fn problem_ui(form: &mut Form<'_>, ui: &Ui, problem: &Problem) {
    let words = text::headline(form.cx.lang(), &problem.trouble);
    let Some(remedy) = form.editing.remedy(problem) else {
        strip_ui(form, ui, &words);
        return;
    };
    let action = remedy_words(form.cx, &remedy);
    let id = Id::unique(("helps", &problem.place.path, std::mem::discriminant(&problem.trouble)));
    if !action_ui(form, ui, id, (&words, &action)) {
        return;
    }
    match remedy {
        Remedy::Mend(_, changes) => form.change(changes),
        Remedy::File(landing, _) => send(form.cx, EditCommand::Photos(PhotoCommand::Pick(landing))),
        Remedy::Source(at) => toggle(form, ui, &at, None),
    }
}

/// What a remedy does.
#[must_use]
pub fn remedy_words(cx: &Cx<'_>, remedy: &Remedy) -> String {
    match remedy {
        Remedy::Mend(kind, _) => cx.say(Say::Mend(Mend::Do(*kind))),
        Remedy::File(_, FileWanted::Missing) => cx.say(Say::Mend(Mend::FindFile)),
        Remedy::File(_, FileWanted::Another) => cx.say(Say::Mend(Mend::OtherFile)),
        Remedy::Source(_) => cx.say(Say::Editor(Editor::Add(crate::model::List::Sources))),
    }
}

/// Draws a problem, as words alone.
pub fn strip_ui(form: &mut Form<'_>, ui: &Ui, words: &str) {
    form.gap(ABOVE);
    let left = form.pos.x + PAD[0] + SQUARE + SQUARE_GAP;
    let label = form.cx.label(words, Role::Note).width((form.pos.x + form.width - PAD[0] - left).max(1.0));
    let height = label.size(ui.ctx()).y.max(SQUARE) + 2.0 * PAD[1];
    let area = form.place(height);
    ground_ui(form.cx, ui, area, wash(form.cx));
    label.paint(ui, pos2(left, area.top() + PAD[1]));
    typeset::name(ui, area, words);
}

/// Draws a problem with what helps: at the right where the words have room beside it, else under them. The whole strip is touched;
/// gives whether it was.
pub fn action_ui(form: &mut Form<'_>, ui: &Ui, id: Id, (words, action): (&str, &str)) -> bool {
    form.gap(ABOVE);
    let left = form.pos.x + PAD[0] + SQUARE + SQUARE_GAP;
    let right = form.pos.x + form.width - PAD[0];
    let helps = form.cx.label(action, Role::NoteStrong).underline().width((right - left).max(1.0));
    let helps_size = helps.size(ui.ctx());
    let is_beside = right - left - helps_size.x - ACTION_GAP >= LEAST_WORDS;
    let room = if is_beside { right - left - helps_size.x - ACTION_GAP } else { right - left };
    let label = form.cx.label(words, Role::Note).width(room.max(1.0));
    let words_height = label.size(ui.ctx()).y.max(SQUARE);
    let inner = if is_beside { words_height.max(helps_size.y) } else { words_height + PAD[1] + helps_size.y };
    let area = form.place((inner + 2.0 * PAD[1]).max(TARGET));
    let response = ui.interact(area, id, Sense::click());
    let name = format!("{action}: {words}");
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    ground_ui(form.cx, ui, area, form.cx.touched(wash(form.cx), &response));
    label.paint(ui, pos2(left, area.top() + PAD[1]));
    let place = if is_beside {
        pos2(right - helps_size.x, area.center().y - helps_size.y / 2.0)
    } else {
        pos2(left, area.bottom() - PAD[1] - helps_size.y)
    };
    helps.paint(ui, place);
    widgets::focus_ring(ui, &response, RADIUS, &form.cx.colors);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// The ground of a strip, and its square.
fn ground_ui(cx: &Cx<'_>, ui: &Ui, area: Rect, fill: Color32) {
    ui.painter().rect_filled(area, CornerRadius::same(RADIUS), fill);
    let square = Rect::from_min_size(area.min + vec2(PAD[0], PAD[1] + 1.0), vec2(SQUARE, SQUARE));
    ui.painter().rect_filled(square, CornerRadius::same(4), cx.colors.text);
    cx.label("!", Role::NoteStrong).color(cx.colors.card).align(Align::Center).paint_in(ui, square);
}
