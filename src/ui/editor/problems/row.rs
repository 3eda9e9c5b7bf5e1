//! A row of the list of problems.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{BUTTON_PAD, GAP, RING, mark_ui};
use crate::model::{FieldPath, Lang, Problem, Step, Trouble};
use crate::state::editing::{Edit, MendKind, ProblemRow, Table, mend, mend_all, target};
use crate::state::{EditCommand, Editing};
use crate::text::{self, Mend, Say};
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets::{self, Icon};

/// The left end of the words, the space above and below them, and the room for the arrow.
const WORDS_LEFT: f32 = 38.0;
const PAD: f32 = 11.0;
const ARROW: f32 = 44.0;
const MARK_MIDDLE: f32 = 10.0;
/// The least width of words beside a button; where there is less, it stands under them.
const LEAST_WORDS: f32 = 240.0;
/// The height of a button.
const BUTTON: f32 = 44.0;
/// The names of so many entries stand for those of like problems.
const NAMED: usize = 2;

/// What is wrong in a row, and where.
fn words(cx: &Cx<'_>, editing: &Editing, row: &ProblemRow) -> [String; 2] {
    let problems: Vec<&Problem> = editing.problems_of(row).collect();
    let Some(first) = problems.first() else { return <_>::default() };
    let what = text::headline(cx.lang(), &first.trouble);
    let path = |problem: &Problem| target(problem).or_else(|| problem.place.path.parse().ok()).unwrap_or_default();
    let place = |at: &FieldPath| text::place(cx.lang(), editing.tree(), at);
    if problems.len() == 1 {
        let at = path(first);
        return [what, if at.0.is_empty() { String::new() } else { place(&at) }];
    }
    let count = problems.len();
    let what = match &first.trouble {
        Trouble::MissingWords { lang } => {
            let field = field_of(&path(first));
            let name = text::field_name(cx.lang(), &field).unwrap_or_default();
            cx.say(Say::Mend(Mend::Missing(count, name, *lang)))
        }
        _ => cx.say(Say::Mend(Mend::Many(count, &what))),
    };
    let mut named: Vec<String> = Vec::new();
    for problem in problems.iter().take(NAMED) {
        let at = path(problem);
        let entry = at.0.get(..2).map(|steps| FieldPath(steps.to_vec())).unwrap_or_default();
        let whole = place(&entry);
        let name = match (named.is_empty(), whole.split_once(text::comma(cx.lang()))) {
            (false, Some((_, name))) => name.to_owned(),
            _ => whole,
        };
        named.push(name);
    }
    if count > NAMED {
        named.push(cx.say(Say::Mend(Mend::AndMore(count - NAMED))));
    }
    [what, named.join(text::comma(cx.lang()))]
}

/// The innermost field of a path that is not a language.
fn field_of(at: &FieldPath) -> String {
    let names = at.0.iter().rev().filter_map(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Index(_) => None,
    });
    let mut own = names.filter(|name| !Lang::ALL.iter().any(|lang| lang.code() == *name));
    own.next().unwrap_or_default().to_owned()
}

/// What a touch on a row does.
fn leads_to(problem: &Problem) -> Option<EditCommand> {
    match &problem.trouble {
        Trouble::NoPictures => Some(EditCommand::PickPhotos),
        Trouble::Unreviewed { .. } => Some(EditCommand::Table(Table::Captions)),
        _ => target(problem).map(EditCommand::GoTo),
    }
}

/// Draws a row in the flow of the list.
pub fn row_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, width: f32, (index, row): (usize, &ProblemRow)) {
    let Some(first) = editing.problems_of(row).next() else { return };
    let [what, place] = words(cx, editing, row);
    let kind = mend(editing.tree(), first).map(|(kind, _)| kind);
    let button = kind.map(|kind| mend_words(cx, kind, row.problems.len()));
    let button_width =
        button.as_ref().map_or(ARROW, |words| cx.label(words, Role::Label).size(ui.ctx()).x + BUTTON_PAD);
    let inner = width - 2.0 * RING;
    let is_beside = inner - WORDS_LEFT - button_width - GAP >= LEAST_WORDS || button.is_none();
    let room = inner - WORDS_LEFT - if is_beside { button_width + GAP } else { 0.0 };
    let what_label = cx.label(&what, Role::LabelStrong).width(room);
    let place_label = cx.dim(&place, Role::Note).width(room);
    let what_height = what_label.size(ui.ctx()).y;
    let place_height = if place.is_empty() { 0.0 } else { place_label.size(ui.ctx()).y };
    let words_height = what_height + place_height;
    let below = if is_beside { 0.0 } else { BUTTON + PAD };
    let height = (words_height + below).max(if button.is_some() { BUTTON } else { 0.0 }) + 2.0 * PAD;
    let (whole, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let line = Stroke::new(measure::RULE, cx.colors.line);
    widgets::rule(ui, whole.left() + RING, whole.right() - RING, whole.top(), line);
    let command = leads_to(first);
    let sense = if command.is_some() { Sense::click() } else { Sense::focusable_noninteractive() };
    let area = whole.shrink2(vec2(0.0, 1.0));
    let response = ui.interact(area, Id::unique(("problem row", index)), sense);
    let name = if place.is_empty() { what.clone() } else { format!("{what}: {place}") };
    let role = if command.is_some() { Access::Button } else { Access::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if editing.row_to_focus() == Some(index) {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
        send(cx, EditCommand::RowPut);
    }
    if command.is_some() && (hand::hovers(&response) || response.is_pointer_button_down_on()) {
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    }
    let left = whole.left() + RING;
    let top = whole.top() + (height - below - words_height) / 2.0;
    mark_ui(ui, cx, pos2(left + MARK_MIDDLE, top + what_label.line() / 2.0), row.weight);
    what_label.paint(ui, pos2(left + WORDS_LEFT, top));
    if !place.is_empty() {
        place_label.paint(ui, pos2(left + WORDS_LEFT, top + what_height));
    }
    widgets::focus_ring(ui, &response.clone().with_new_rect(area.shrink(RING)), measure::RADIUS_ROW, &cx.colors);
    let right = whole.right() - RING;
    match (button, kind) {
        (Some(words), Some(kind)) => {
            let place = if is_beside {
                Rect::from_min_size(
                    pos2(right - button_width, whole.center().y - BUTTON / 2.0),
                    vec2(button_width, BUTTON),
                )
            } else {
                Rect::from_min_size(
                    pos2(left + WORDS_LEFT, whole.bottom() - PAD - BUTTON),
                    vec2(button_width.min(room), BUTTON),
                )
            };
            let id = Id::unique(("mend", index));
            if widgets::button(ui, place, id, (None, &words), &cx.style(Role::Label), &cx.colors, true).clicked() {
                mend_row(cx, editing, row, kind);
            }
        }
        _ if command.is_some() => {
            let center = pos2(right - ARROW / 2.0, whole.center().y);
            widgets::icon(ui.painter(), Icon::Right, center, 22.0, cx.colors.text);
        }
        _ => {}
    }
    if response.clicked()
        && let Some(command) = command
    {
        send(cx, command);
    }
}

fn mend_words(cx: &Cx<'_>, kind: MendKind, count: usize) -> String {
    cx.say(Say::Mend(if count == 1 { Mend::Do(kind) } else { Mend::DoAll(kind, count) }))
}

/// Mends all problems of a row as one step.
fn mend_row(cx: &Cx<'_>, editing: &Editing, row: &ProblemRow, kind: MendKind) {
    let alike = editing.problems_of(row).filter(|problem| {
        row.problems.len() == 1 || mend(editing.tree(), problem).is_some_and(|(other, _)| other == kind)
    });
    let changes = mend_all(editing.tree(), alike);
    if !changes.is_empty() {
        send(cx, EditCommand::Edit(Edit::step(changes)));
    }
}
