//! The problems of the open exhibition, for its author: each with its place, and what to do.

use egui::accesskit::Role as Access;
use egui::{
    CornerRadius, Id, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{BUTTON_PAD, LIST_GAPS, ROUND};
use crate::model::{Problem, Weight};
use crate::state::{Action, Overlay, Scrollable};
use crate::text::{self, Ask, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::scrolling;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets;

/// How many are drawn; the copy has all of them.
const MOST: usize = 300;
/// Between two of them.
const GAP: f32 = 18.0;
/// The space around one, for its focus ring.
const RING: f32 = 8.0;

/// Draws the list, and over it how much is missing and the button that copies it.
pub fn problems_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let pack = cx.state.pack();
    let left_out = pack.left_out();
    let mut flow = Flow::new(ui, cx, FlowMode::Name, area.min, area.width());
    flow.text(&cx.say(Say::Ask(Ask::LeftOut(left_out, pack.problems.len() - left_out))), Role::Body);
    flow.gap(LIST_GAPS[0]);
    let top = flow.pos.y;
    let words = cx.say(Say::Ask(Ask::CopyProblems));
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(pos2(area.left(), top), vec2(width, measure::BUTTON));
    let id = Id::unique("copy problems");
    if widgets::button(ui, button, id, (None, &words), &cx.style(Role::Label), &cx.colors, true).clicked() {
        let all: Vec<String> = pack.problems.iter().map(|problem| text::problem(cx.lang(), problem)).collect();
        cx.send(Action::Copy(all.join("\n")));
    }
    let below = Rect::from_min_max(
        pos2(area.left() - RING, button.bottom() + LIST_GAPS[1]),
        area.max + vec2(2.0 * ROUND, ROUND),
    );
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("problems").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Overlay(Overlay::Problems), region, |ui| {
            let mut at = ui.max_rect().min + vec2(RING, RING);
            for (i, problem) in in_order(&pack.problems).into_iter().take(MOST).enumerate() {
                at.y = problem_ui(ui, cx, at, area.width(), (i, problem)) + GAP;
            }
            if pack.problems.len() > MOST {
                at.y = cx.dim("…", Role::Body).at(ui, at).bottom();
            }
            ui.set_min_height(at.y + RING - ui.max_rect().top());
        });
    });
}

/// Faults first, each in the order of the file.
fn in_order(problems: &[Problem]) -> Vec<&Problem> {
    let mut all: Vec<&Problem> = problems.iter().collect();
    all.sort_by_key(|problem| problem.weight() != Weight::Fault);
    all
}

/// One problem, focusable by keys and read as one by screen readers; gives its bottom.
fn problem_ui(ui: &Ui, cx: &Cx<'_>, at: Pos2, width: f32, (i, problem): (usize, &Problem)) -> f32 {
    let whole = text::problem(cx.lang(), problem);
    let mut lines = whole.lines().map(str::trim);
    let (what, hint) = (lines.next().unwrap_or_default(), lines.collect::<Vec<_>>().join("\n"));
    let words = |way: FlowMode| {
        let mut flow = Flow::new(ui, cx, way, at, width);
        flow.text(what, Role::Label);
        flow.dim(&hint, Role::Label);
        flow.pos.y
    };
    let area = Rect::from_min_max(at, pos2(at.x + width, words(FlowMode::Measure)));
    let response = ui.interact(area, Id::unique(("problem", i)), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("{what} {hint}")));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(area) {
        words(FlowMode::Paint);
    }
    if hand::has_ring(&response) {
        let stroke = Stroke::new(measure::STRONG, cx.colors.text);
        let radius = CornerRadius::same(measure::RADIUS_ROW);
        ui.painter().rect_stroke(area.expand(RING), radius, stroke, StrokeKind::Inside);
    }
    area.bottom()
}
