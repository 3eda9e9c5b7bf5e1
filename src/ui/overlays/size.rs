//! The size of everything: four viewing distances, and a bar to measure with a ruler.

use egui::accesskit::Role as Access;
use egui::{CornerRadius, CursorIcon, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::ROUND;
use crate::state::{Action, Distance, Overlay, Scrollable};
use crate::text::{Machine, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::scrolling;
use crate::ui::theme::{Role, distance, measure};
use crate::ui::widgets::{self, Icon};

/// The length of the bar, in millimetres.
const BAR_MM: f32 = 20.0;
/// The height of its ends, in points.
const END: f32 = 28.0;
/// The factor by which a touch makes the bar longer.
const STEP: f32 = 1.01;
/// The padding beside a row's words, above and below them, and the gap between two rows.
const PAD: f32 = 16.0;
const ROW_PAD: f32 = 12.0;
const ROW_GAP: f32 = 8.0;
/// The gaps above the remark, below it, and above the bar.
const GAPS: [f32; 3] = [4.0, 20.0, 12.0];
/// The height of all gaps below the distances, and more.
const SPARE: f32 = 72.0;
/// The gap between the buttons.
const BUTTON_GAP: f32 = 12.0;
/// How far beyond its end the bar can be grabbed, and its least length while dragged.
const REACH: f32 = 24.0;
const LEAST_BAR: f32 = 4.0;

/// The natural height of the content, in points.
pub fn height(cx: &Cx<'_>) -> f32 {
    let row = cx.style(Role::Strong).line + cx.style(Role::Note).line + 2.0 * ROW_PAD;
    4.0 * (row + ROW_GAP) + 6.0 * cx.style(Role::Note).line + measure::BUTTON + SPARE
}

/// Draws them.
pub fn size_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(area.expand2(vec2(2.0 * ROUND, ROUND))), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("sizes").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::Overlay(Overlay::Size), region, |ui| {
            let top = ui.max_rect().top() + ROUND;
            let column = Rect::from_x_y_ranges(area.x_range(), top..=top);
            let mut bottom = top;
            for distance in Distance::ALL {
                bottom = distance_ui(ui, cx, column.translate(vec2(0.0, bottom - top)), distance) + ROW_GAP;
            }
            let mut flow = Flow::new(ui, cx, FlowMode::Name, pos2(area.left(), bottom + GAPS[0]), area.width());
            flow.dim(&cx.say(Say::Machine(Machine::KeptPublic)), Role::Note);
            flow.gap(GAPS[1]);
            let measured = cx.state.settings().points_per_mm.is_some();
            let words = if measured { Machine::BarMeasured } else { Machine::BarUnknown };
            flow.text(&cx.say(Say::Machine(words)), Role::Note);
            flow.gap(GAPS[2]);
            let bottom = bar_ui(ui, cx, Rect::from_min_size(flow.pos, vec2(area.width(), measure::BUTTON)));
            ui.set_min_height(bottom + ROUND - ui.max_rect().top());
        });
    });
}

/// A distance, as wide as the area; gives its lower end.
fn distance_ui(ui: &Ui, cx: &Cx<'_>, top: Rect, distance: Distance) -> f32 {
    let name = cx.say(Say::Machine(Machine::Distance(distance)));
    let is = cx.say(Say::Machine(Machine::DistanceIs(distance)));
    let chosen = cx.state.distance() == distance;
    let draw = |way: FlowMode, colors: [egui::Color32; 2]| {
        let mut flow = Flow::new(ui, cx, way, top.min + vec2(PAD, ROW_PAD), top.width() - 2.0 * PAD);
        flow.colored(&name, Role::Strong, colors[0]);
        flow.colored(&is, Role::Note, colors[1]);
        flow.pos.y + ROW_PAD
    };
    let row = top.with_max_y(draw(FlowMode::Measure, [cx.colors.text; 2]));
    let response = ui.interact(row, Id::unique(("distance", distance)), Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, chosen, format!("{name}: {is}")));
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    let (ground, colors) = if chosen {
        (cx.colors.accent, [cx.colors.on_accent; 2])
    } else {
        (cx.colors.card, [cx.colors.text, cx.colors.dim])
    };
    ui.painter().rect_filled(row, radius, cx.touched(ground, &response));
    if !chosen {
        ui.painter().rect_stroke(row, radius, Stroke::new(measure::CONTROL, cx.colors.line), egui::StrokeKind::Inside);
    }
    draw(FlowMode::Paint, colors);
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.clicked() {
        cx.send(Action::Distance(distance));
    }
    row.bottom()
}

/// The bar, which can be dragged longer, and its buttons; gives its lower end.
fn bar_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) -> f32 {
    let zoom = distance::zoom_of(ui.ctx());
    let of = |points_per_mm: f32| BAR_MM * points_per_mm / zoom;
    let now = cx.state.points_per_mm();
    let mut x = area.right();
    for (id, glyph, words, points_per_mm) in
        [("longer", Icon::Plus, Machine::Longer, now * STEP), ("shorter", Icon::Minus, Machine::Shorter, now / STEP)]
    {
        x -= measure::BUTTON;
        let button = Rect::from_min_size(pos2(x, area.top()), vec2(measure::BUTTON, measure::BUTTON));
        x -= BUTTON_GAP;
        let name = cx.say(Say::Machine(words));
        if widgets::icon_button(ui, button, Id::unique(id), glyph, &name, &cx.colors, true).clicked() {
            cx.send(Action::Measured(points_per_mm));
        }
    }
    let most = x - area.left();
    let id = Id::unique("bar");
    let held = cx.motion.borrow().bar;
    let length = held.unwrap_or_else(|| of(now)).min(most);
    let touch = Rect::from_min_size(area.min, vec2((length + REACH).min(most), area.height()));
    let response = ui.interact(touch, id, Sense::DRAG).on_hover_cursor(CursorIcon::ResizeHorizontal);
    response.widget_info(|| WidgetInfo::labeled(Access::Image, true, cx.say(Say::Machine(Machine::Bar))));
    // The size changes on release: else the bar would move under the finger.
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        cx.motion.borrow_mut().bar = Some((pointer.x - area.left()).min(most).max(LEAST_BAR));
        ui.ctx().request_repaint();
    }
    if let Some(length) = held.filter(|_| response.drag_stopped()) {
        cx.motion.borrow_mut().bar = None;
        cx.send(Action::Measured(length * zoom / BAR_MM));
    }
    let (left, right, y) = (area.left(), area.left() + length, area.center().y);
    let stroke = Stroke::new(measure::AXIS, cx.colors.text);
    let ends = egui::Rangef::new(y - END / 2.0, y + END / 2.0);
    let half = measure::AXIS / 2.0;
    ui.painter().hline(left..=right, y, stroke);
    ui.painter().vline(left + half, ends, stroke);
    ui.painter().vline(right - half, ends, stroke);
    area.bottom()
}
