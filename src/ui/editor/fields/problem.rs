//! Problems under the field that they are about, in plain words.

use egui::{Align, Color32, CornerRadius, Rect, Ui, pos2, vec2};

use crate::model::{FieldPath, Problem, Trouble};
use crate::text::Say;
use crate::ui::Cx;
use crate::ui::theme::{self, Role};
use crate::ui::typeset;

use super::{Form, RADIUS};

/// How much of the accent is in the ground of a problem.
const WASH: f32 = 0.15;
/// What a strip has around its words, the square before them, and the gaps.
const PAD: [f32; 2] = [12.0, 8.0];
const SQUARE: f32 = 20.0;
const SQUARE_GAP: f32 = 10.0;
const ABOVE: f32 = 6.0;
/// A narrower column has no room for one.
const LEAST: f32 = 185.0;

/// The ground of a problem.
#[must_use]
pub fn wash(cx: &Cx<'_>) -> Color32 {
    theme::mix(cx.colors.card, cx.colors.accent, WASH)
}

/// What the state of a text says already.
fn is_said_by_state(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::MissingWords { .. } | Trouble::Unreviewed { .. })
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
    let words = capital(&form.cx.say(Say::Trouble(&problem.trouble)));
    form.gap(ABOVE);
    let left = form.pos.x + PAD[0] + SQUARE + SQUARE_GAP;
    let label = form.cx.label(&words, Role::Note).width((form.pos.x + form.width - PAD[0] - left).max(1.0));
    let height = label.size(ui.ctx()).y.max(SQUARE) + 2.0 * PAD[1];
    let area = form.place(height);
    ui.painter().rect_filled(area, CornerRadius::same(RADIUS), wash(form.cx));
    let square = Rect::from_min_size(area.min + vec2(PAD[0], PAD[1] + 1.0), vec2(SQUARE, SQUARE));
    ui.painter().rect_filled(square, CornerRadius::same(4), form.cx.colors.text);
    form.cx.label("!", Role::NoteStrong).color(form.cx.colors.card).align(Align::Center).paint_in(ui, square);
    label.paint(ui, pos2(left, area.top() + PAD[1]));
    typeset::name(ui, area, &words);
}

/// A sentence begins with a capital letter, where the script has them.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
