//! A row of the list of problems.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{BUTTON_PAD, GAP, RING, mark_ui};
use crate::model::{FieldPath, Lang, Problem, Step, Trouble, Weight};
use crate::state::editing::{Edit, MendKind, ProblemRow, Remedy, Table, mend, mend_all, target};
use crate::state::{EditCommand, Editing, Landing, PhotoCommand, ProblemCommand};
use crate::text::{self, Mend, Say};
use crate::ui::Cx;
use crate::ui::editor::fields::remedy_words;
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
            cx.say(Say::Mend(Mend::Missing(count, &name, *lang)))
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
        Trouble::NoPictures => Some(EditCommand::Photos(PhotoCommand::Pick(Landing::End))),
        Trouble::Unreviewed { .. } => Some(EditCommand::Table(Table::Captions)),
        _ => target(problem).map(EditCommand::GoTo),
    }
}

/// What the button of a row does.
enum Helps {
    Mend(MendKind),
    File(Landing),
}

/// What helps with the problems of a row, and its words.
fn helps(cx: &Cx<'_>, editing: &Editing, row: &ProblemRow) -> Option<(Helps, String)> {
    let remedy = editing.remedy(editing.problems_of(row).next()?)?;
    match &remedy {
        Remedy::Mend(kind, _) => Some((Helps::Mend(*kind), mend_words(cx, *kind, row.problems.len()))),
        // Each picture has its own file.
        Remedy::File(landing, _) if row.problems.len() == 1 => Some((Helps::File(*landing), remedy_words(cx, &remedy))),
        Remedy::File(..) | Remedy::Source(_) => None,
    }
}

/// A row, laid out: its words, the button that mends it, and the heights of its parts.
struct Laid {
    what: String,
    place: String,
    helps: Option<Helps>,
    button: Option<String>,
    button_width: f32,
    /// Whether the button stands beside the words, else under them.
    is_beside: bool,
    /// The width of the words, and the heights of both texts.
    room: f32,
    heights: [f32; 2],
}

impl Laid {
    fn new(ui: &Ui, cx: &Cx<'_>, editing: &Editing, width: f32, row: &ProblemRow) -> Option<Self> {
        editing.problems_of(row).next()?;
        let [what, place] = words(cx, editing, row);
        let (helps, button) = helps(cx, editing, row).unzip();
        let button_width =
            button.as_ref().map_or(ARROW, |words| cx.label(words, Role::Label).size(ui.ctx()).x + BUTTON_PAD);
        let inner = width - 2.0 * RING;
        let is_beside = inner - WORDS_LEFT - button_width - GAP >= LEAST_WORDS || button.is_none();
        let room = inner - WORDS_LEFT - if is_beside { button_width + GAP } else { 0.0 };
        let what_height = cx.label(&what, Role::LabelStrong).width(room).size(ui.ctx()).y;
        let place_height = if place.is_empty() { 0.0 } else { cx.dim(&place, Role::Note).width(room).size(ui.ctx()).y };
        let heights = [what_height, place_height];
        Some(Self { what, place, helps, button, button_width, is_beside, room, heights })
    }

    /// What the button takes under the words.
    fn below(&self) -> f32 {
        if self.is_beside { 0.0 } else { BUTTON + PAD }
    }

    fn height(&self) -> f32 {
        let words = self.heights[0] + self.heights[1] + self.below();
        words.max(if self.button.is_some() { BUTTON } else { 0.0 }) + 2.0 * PAD
    }

    /// Paints the mark and the words.
    fn paint(&self, ui: &Ui, cx: &Cx<'_>, whole: Rect, weight: Weight) {
        let left = whole.left() + RING;
        let [what_height, place_height] = self.heights;
        let top = whole.top() + (whole.height() - self.below() - what_height - place_height) / 2.0;
        let what = cx.label(&self.what, Role::LabelStrong).width(self.room);
        mark_ui(ui, cx, pos2(left + MARK_MIDDLE, top + what.line() / 2.0), weight);
        what.paint(ui, pos2(left + WORDS_LEFT, top));
        if !self.place.is_empty() {
            let place = cx.dim(&self.place, Role::Note).width(self.room);
            place.paint(ui, pos2(left + WORDS_LEFT, top + what_height));
        }
    }

    /// Where the button stands.
    fn button_place(&self, whole: Rect) -> Rect {
        let (left, right) = (whole.left() + RING + WORDS_LEFT, whole.right() - RING);
        if self.is_beside {
            let corner = pos2(right - self.button_width, whole.center().y - BUTTON / 2.0);
            return Rect::from_min_size(corner, vec2(self.button_width, BUTTON));
        }
        let corner = pos2(left, whole.bottom() - PAD - BUTTON);
        Rect::from_min_size(corner, vec2(self.button_width.min(self.room), BUTTON))
    }
}

/// Draws a row in the flow of the list.
pub fn row_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, width: f32, (index, row): (usize, &ProblemRow)) {
    let Some(first) = editing.problems_of(row).next() else { return };
    let Some(laid) = Laid::new(ui, cx, editing, width, row) else { return };
    let (whole, _) = ui.allocate_exact_size(vec2(width, laid.height()), Sense::hover());
    let line = Stroke::new(measure::RULE, cx.colors.line);
    widgets::rule(ui, whole.left() + RING, whole.right() - RING, whole.top(), line);
    let command = leads_to(first);
    let response = touched_ui(ui, cx, editing, whole.shrink2(vec2(0.0, 1.0)), (index, &laid, command.is_some()));
    laid.paint(ui, cx, whole, row.weight);
    match (&laid.button, &laid.helps) {
        (Some(words), Some(helps)) => {
            let (place, id) = (laid.button_place(whole), Id::unique(("mend", index)));
            if widgets::button(ui, place, id, (None, words), &cx.style(Role::Label), &cx.colors, true).clicked() {
                match helps {
                    Helps::Mend(kind) => mend_row(cx, editing, row, *kind),
                    Helps::File(landing) => send(cx, EditCommand::Photos(PhotoCommand::Pick(*landing))),
                }
            }
        }
        _ if command.is_some() => {
            let center = pos2(whole.right() - RING - ARROW / 2.0, whole.center().y);
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

/// The row as something to be touched, with its name, its ground, and its focus.
fn touched_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    editing: &Editing,
    area: Rect,
    (index, laid, leads): (usize, &Laid, bool),
) -> Response {
    let sense = if leads { Sense::click() } else { Sense::focusable_noninteractive() };
    let response = ui.interact(area, Id::unique(("problem row", index)), sense);
    let place = &laid.place;
    let name = if place.is_empty() { laid.what.clone() } else { format!("{}: {place}", laid.what) };
    let role = if leads { Access::Button } else { Access::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if editing.row_to_focus() == Some(index) {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
        send(cx, EditCommand::Problem(ProblemCommand::RowPut));
    }
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    if leads && (hand::hovers(&response) || response.is_pointer_button_down_on()) {
        ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    }
    widgets::focus_ring(ui, &response.clone().with_new_rect(area.shrink(RING)), measure::RADIUS_ROW, &cx.colors);
    response
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
