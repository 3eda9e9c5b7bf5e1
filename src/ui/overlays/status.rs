//! The status report of the program, as a text to be copied for support.

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::{BUTTON_PAD, LIST_GAPS, ROUND};
use crate::state::{Action, Overlay, Scrollable};
use crate::text::{Machine, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::scrolling;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

/// The gap between two lines.
pub const LINE_GAP: f32 = 4.0;
/// The space above the first line.
const ABOVE: f32 = 8.0;

/// Draws the report, and over it the button that copies it.
pub fn status_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    let mut flow = Flow::new(ui, cx, FlowMode::Name, area.min, area.width());
    flow.dim(&cx.say(Say::Machine(Machine::StatusFor)), Role::Note);
    flow.gap(LIST_GAPS[0]);
    let top = flow.pos.y;
    let Some(status) = cx.state.status() else {
        flow.text(&cx.say(Say::Machine(Machine::StatusComes)), Role::Body);
        return;
    };
    let words = cx.say(Say::Machine(Machine::CopyStatus));
    let width = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD;
    let button = Rect::from_min_size(pos2(area.left(), top), vec2(width, measure::BUTTON));
    let id = Id::unique("copy status");
    if widgets::button(ui, button, id, (None, &words), &cx.style(Role::Label), &cx.colors, true).clicked() {
        cx.send(Action::Copy(status.to_string()));
    }
    let below =
        Rect::from_min_max(pos2(area.left(), button.bottom() + LIST_GAPS[1]), area.max + vec2(2.0 * ROUND, ROUND));
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("status").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Overlay(Overlay::Status), region, |ui| {
            let mut flow = Flow::new(ui, cx, FlowMode::Name, ui.max_rect().min + vec2(0.0, ABOVE), area.width());
            for line in status.lines() {
                flow.text(line, Role::Note);
                flow.gap(LINE_GAP);
            }
            let bottom = flow.pos.y;
            ui.set_min_height(bottom - ui.max_rect().top());
        });
    });
}
