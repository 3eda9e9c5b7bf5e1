//! The problems, worst first, each leading to its field; or what was seen in every view.

mod report;
mod row;

use egui::{Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::{rule_under, send};
use crate::model::Weight;
use crate::state::{EditCommand, Editing, ProblemCommand, Scrollable};
use crate::text::{Editor, Mend, Say};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, scrolling};

/// The head, the margin beside everything, and the foot.
const HEAD: f32 = 60.0;
const MARGIN: f32 = 28.0;
const FOOT: f32 = 92.0;
/// The side of the cross, and the height of buttons.
const CROSS: f32 = 44.0;
const BUTTON: f32 = 46.0;
const BUTTON_PAD: f32 = 36.0;
/// The gap between two texts on a line.
const GAP: f32 = 14.0;
/// Above the head of a group, between it and its rows, and after the last row.
const GROUP_ABOVE: f32 = 16.0;
const GROUP_BELOW: f32 = 8.0;
const GROUP_AFTER: f32 = 20.0;
/// How many rows are drawn.
const MOST: usize = 400;
/// The room for the focus ring beside rows.
const RING: f32 = 8.0;

/// Draws the list, or the report in its place.
pub fn problems_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let head = area.with_max_y(area.top() + HEAD);
    head_ui(ui, cx, editing, head);
    let foot = area.with_min_y(area.bottom() - FOOT).shrink2(vec2(MARGIN, 0.0));
    let list = Rect::from_min_max(pos2(area.left() + MARGIN - RING, head.bottom()), pos2(area.right(), foot.top()));
    ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("edited problems").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::EditedProblems, region, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let width = area.width() - 2.0 * MARGIN + 2.0 * RING;
            if editing.shows_report() {
                report::report_ui(ui, cx, editing, width);
            } else {
                groups_ui(ui, cx, editing, width);
            }
        });
    });
    foot_ui(ui, cx, editing, foot);
}

fn head_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    rule_under(ui, cx, area);
    let inner = area.shrink2(vec2(MARGIN, 0.0));
    let report = editing.shows_report();
    let heading = cx.say(if report { Say::Mend(Mend::CheckAll) } else { Say::Editor(Editor::ProblemsHeading) });
    let label = cx.label(&heading, Role::Title);
    let size = label.size(ui.ctx());
    let top = inner.center().y - size.y / 2.0;
    label.at(ui, pos2(inner.left(), top));
    let cross =
        Rect::from_center_size(pos2(inner.right() - CROSS / 2.0 + GAP / 2.0, inner.center().y), vec2(CROSS, CROSS));
    let words = cx.say(Say::Editor(Editor::AlwaysUpToDate));
    let dim = cx.dim(&words, Role::Note);
    let left = inner.left() + size.x + GAP;
    if left + dim.size(ui.ctx()).x < cross.left() {
        dim.paint_in(ui, inner.with_min_x(left));
    }
    let close = cx.say(Say::Editor(Editor::Close));
    if cross_ui(ui, cx, cross, Id::unique("close problems"), &close) {
        send(cx, EditCommand::Problem(ProblemCommand::Shown(false)));
    }
}

/// A cross without an outline; true where it was touched.
fn cross_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, name: &str) -> bool {
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.card, &response));
    widgets::icon(ui.painter(), Icon::Cross, area.center(), 24.0, cx.colors.text);
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    response.clicked()
}

/// The two groups; what must be mended comes first.
fn groups_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, width: f32) {
    let rows = editing.problem_rows();
    if rows.is_empty() {
        let words = cx.say(Say::Editor(Editor::NoProblems));
        let label = cx.label(&words, Role::Body).width(width - 2.0 * RING);
        let (area, _) = ui.allocate_exact_size(label.size(ui.ctx()) + vec2(0.0, 2.0 * GROUP_AFTER), Sense::hover());
        label.at(ui, area.min + vec2(RING, GROUP_AFTER));
        return;
    }
    let faults = editing.faults();
    let groups = [(Weight::Fault, faults), (Weight::Advice, editing.problems().len() - faults)];
    for (weight, count) in groups.into_iter().filter(|(_, count)| *count > 0) {
        let words = Say::Editor(if weight == Weight::Fault { Editor::Mend(count) } else { Editor::WorthALook(count) });
        let words = cx.say(words);
        let label = cx.label(&words, Role::NoteStrong);
        let height = GROUP_ABOVE + label.size(ui.ctx()).y + GROUP_BELOW;
        let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        label.at(ui, area.min + vec2(RING, GROUP_ABOVE));
        let mut drawn = 0;
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.weight == weight).take(MOST) {
            row::row_ui(ui, cx, editing, width, (index, row));
            drawn += 1;
        }
        if drawn == MOST {
            let (area, _) = ui.allocate_exact_size(vec2(width, BUTTON), Sense::hover());
            cx.dim("…", Role::Body).at(ui, area.min + vec2(RING, 0.0));
        }
        ui.add_space(GROUP_AFTER);
    }
}

/// The button that goes through every view, and what it does.
fn foot_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let report = editing.shows_report();
    let words = cx.say(Say::Mend(if report { Mend::ToProblems } else { Mend::CheckAll }));
    let style = cx.style(Role::Label);
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(pos2(area.left(), area.center().y - BUTTON / 2.0), vec2(width, BUTTON));
    if widgets::button(ui, button, Id::unique("check all"), (None, &words), &style, &cx.colors, true).clicked() {
        send(cx, EditCommand::Problem(ProblemCommand::Report(!report)));
    }
    if !report {
        let words = cx.say(Say::Mend(Mend::CheckAllIs));
        let text = area.with_min_x(button.right() + GAP);
        cx.dim(&words, Role::Note).width(text.width().max(1.0)).paint_in(ui, text);
    }
}

/// The mark of a problem: filled where it must be mended, an outline where it is worth a look.
pub(super) fn mark_ui(ui: &Ui, cx: &Cx<'_>, center: egui::Pos2, weight: Weight) {
    const SIDE: f32 = 19.0;
    let area = Rect::from_center_size(center, vec2(SIDE, SIDE));
    let radius = CornerRadius::same(4);
    let ink = if weight == Weight::Fault {
        ui.painter().rect_filled(area, radius, cx.colors.text);
        cx.colors.card
    } else {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::AXIS, cx.colors.text), StrokeKind::Inside);
        cx.colors.text
    };
    let style = crate::ui::theme::style(Role::MarkStrong, crate::model::Lang::En);
    crate::ui::typeset::Label::new("!", style, ink).align(Align::Center).paint_in(ui, area);
}
