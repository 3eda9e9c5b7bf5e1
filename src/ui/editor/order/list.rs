//! The list of stops: chosen with a touch, moved by their grips.

use egui::accesskit::Role as Access;
use egui::{
    Align, CornerRadius, CursorIcon, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::model::{Change, List};
use crate::state::editing::{Chosen, Edit, planned, span, stop_of, stop_path};
use crate::state::{Action, EditCommand, Editing, Overlay, Scrollable};
use crate::text::{self, Order, Say};
use crate::ui::editor::send;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, scrolling};

/// The height of a row, of the head over the rows, of the sum under them, and of the menu at the foot.
const ROW: f32 = 45.0;
const HEAD: f32 = 47.0;
const SUM: f32 = 45.0;
const MENU: f32 = 55.0;
/// The right margin, and how far a row's ground reaches beyond its words.
const RIGHT: f32 = 24.0;
const REACH: f32 = 10.0;
/// In a row: the middle and width of the grip, the number, the name.
const GRIP: f32 = 18.0;
const GRIP_WIDTH: f32 = 44.0;
const NUMBER: f32 = 38.0;
const NUMBER_WIDTH: f32 = 28.0;
const NAME: f32 = 68.0;
/// The gap between name and time.
const GAP: f32 = 12.0;
/// The line where a dragged stop would stand.
const TARGET_LINE: f32 = 4.0;
/// The menu's row: the middle of its icon, the left end of its words.
const MENU_ICON: f32 = 12.0;
const MENU_WORDS: f32 = 34.0;

/// Draws the list.
pub fn list_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, chosen: usize) {
    ui.painter().rect_filled(area, 0.0, cx.colors.side);
    let left = area.left() + cx.layout.margin;
    let inner = Rect::from_min_max(pos2(left, area.top()), pos2(area.right() - RIGHT, area.bottom()));
    let tree = editing.tree();
    let count = tree.len(List::RunningOrder.field());
    let head = inner.with_max_y(inner.top() + HEAD);
    let words = cx.say(Say::Order(Order::Stops(count)));
    let label = cx.label(&words, Role::Strong);
    let counted = label.at(ui, label.middle_of(ui.ctx(), head));
    let words = cx.say(Say::Order(Order::Planned));
    let planned_label = cx.dim(&words, Role::Note).align(Align::Max);
    if counted.right() + GAP + planned_label.size(ui.ctx()).x <= head.right() {
        planned_label.paint_in(ui, head);
    }
    // The top bar has the menu where there are no provinces.
    let foot = inner.with_min_y(inner.bottom() - if cx.is_bare() { 0.0 } else { MENU });
    if !cx.is_bare() {
        menu_ui(ui, cx, foot);
    }
    let sum = Rect::from_min_max(pos2(inner.left(), foot.top() - SUM), pos2(inner.right(), foot.top()));
    widgets::rule(ui, sum.left(), sum.right(), sum.top(), Stroke::new(measure::AXIS, cx.colors.text));
    let in_all = cx.say(Say::Talk(text::Talk::InAll));
    let label = cx.label(&in_all, Role::Strong);
    label.at(ui, label.middle_of(ui.ctx(), sum));
    let all = text::time(f64::from(span(tree, 0)[2]), false);
    let label = cx.label(&all, Role::Strong).align(Align::Max);
    label.at(ui, label.middle_of(ui.ctx(), sum));
    let rows = Rect::from_min_max(pos2(inner.left() - REACH, head.bottom()), pos2(inner.right() + REACH, sum.top()));
    let times = planned(tree);
    ui.scope_builder(UiBuilder::new().max_rect(rows.with_max_x(area.right())), |ui| {
        widgets::show_handle(ui, &cx.colors);
        let region = ScrollArea::vertical().id_salt("edited stops").auto_shrink(false);
        scrolling::show(ui, cx, Scrollable::EditedStops, region, |ui| {
            #[expect(clippy::cast_precision_loss, reason = "a handful of stops")]
            let size = vec2(rows.width(), count as f32 * ROW);
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            let mut target = None;
            for (index, secs) in times.iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "a handful of stops")]
                let row = Rect::from_min_size(place.min + vec2(0.0, index as f32 * ROW), vec2(place.width(), ROW));
                if let Some(to) = row_ui(ui, cx, editing, (row, place), (index, *secs, index == chosen)) {
                    target = Some(to);
                }
            }
            if let Some(to) = target {
                #[expect(clippy::cast_precision_loss, reason = "a handful of stops")]
                let y = place.top() + to as f32 * ROW;
                widgets::rule(ui, place.left(), place.right(), y, Stroke::new(TARGET_LINE, cx.colors.accent));
            }
        });
    });
}

/// The name of a stop, as its talk shows it.
pub fn name_of(cx: &Cx<'_>, editing: &Editing, index: usize) -> String {
    let name = match stop_of(editing.tree(), index) {
        Some(stop) => text::stop_title(cx.lang(), cx.x(), &stop),
        None => text::entry_label(cx.lang(), editing.tree(), List::RunningOrder, index),
    };
    if name.is_empty() { cx.say(Say::Order(Order::OwnText)) } else { name }
}

/// Draws a row; gives the gap between rows over which its stop is dragged.
fn row_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    editing: &Editing,
    (row, place): (Rect, Rect),
    (index, secs, is_chosen): (usize, u32, bool),
) -> Option<usize> {
    let key = editing.tree().key(List::RunningOrder.field(), index)?;
    let grip_id = Id::unique(("grip of stop", key));
    let is_dragged = ui.ctx().is_being_dragged(grip_id);
    if !ui.is_rect_visible(row) && !is_dragged {
        return None;
    }
    let name = name_of(cx, editing, index);
    let time = text::time(f64::from(secs), false);
    let area = row.shrink2(vec2(0.0, 0.5));
    let response = ui.interact(area, Id::unique(("edited stop", key)), Sense::click());
    let spoken = cx.say(Say::Order(Order::StopRow(index + 1, &name, &time)));
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, is_chosen, &spoken));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    let (ink, dim) = if is_chosen {
        ui.painter().rect_filled(area, radius, cx.touched(cx.colors.accent, &response));
        (cx.colors.on_accent, cx.colors.on_accent)
    } else {
        if hand::hovers(&response) || response.is_pointer_button_down_on() || is_dragged {
            ui.painter().rect_filled(area, radius, cx.touched(cx.colors.side, &response));
        }
        (cx.colors.text, cx.colors.dim)
    };
    let role = if is_chosen { Role::LabelStrong } else { Role::Label };
    let center = pos2(area.left() + GRIP, area.center().y);
    for dy in [-4.0, 0.0, 4.0] {
        ui.painter().hline(center.x - 8.0..=center.x + 8.0, center.y + dy, Stroke::new(measure::CONTROL, dim));
    }
    let number = (index + 1).to_string();
    let at = Rect::from_min_size(pos2(area.left() + NUMBER, area.top()), vec2(NUMBER_WIDTH, area.height()));
    cx.label(&number, Role::Note).color(dim).paint_in(ui, at);
    let inner = area.with_min_x(area.left() + NAME).with_max_x(area.right() - REACH);
    let drawn = cx.label(&time, role).color(ink).align(Align::Max).paint_in(ui, inner);
    let words = inner.with_max_x(drawn.left() - GAP);
    cx.label(&name, role).color(ink).width(words.width().max(1.0)).one_line().paint_in(ui, words);
    widgets::focus_ring(ui, &response.clone().with_new_rect(area.shrink(6.0)), measure::RADIUS_ROW, &cx.colors);
    if response.clicked() {
        send(cx, EditCommand::Choose(Some(Chosen::Entry(List::RunningOrder, key))));
    }
    grip_ui(ui, cx, editing, (area, place), (index, grip_id))
}

fn grip_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    editing: &Editing,
    (area, place): (Rect, Rect),
    (index, id): (usize, Id),
) -> Option<usize> {
    let count = editing.tree().len(List::RunningOrder.field());
    let response = ui.interact(area.with_max_x(area.left() + GRIP_WIDTH), id, Sense::DRAG);
    let words = cx.say(Say::Order(Order::Grip(index + 1)));
    response.widget_info(|| WidgetInfo::labeled(Access::Unknown, true, &words));
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
    let pointer = response.interact_pointer_pos().or_else(|| ui.input(|i| i.pointer.interact_pos()))?;
    if !response.dragged() && !response.drag_stopped() {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "kept within the list")]
    let gap = (((pointer.y - place.top()) / ROW).round().max(0.0) as usize).min(count);
    // A stop that is taken out leaves its place to those behind it.
    let to = if gap > index { gap - 1 } else { gap };
    if response.drag_stopped() {
        if to != index {
            send(cx, EditCommand::Edit(Edit::step(vec![Change::Move { at: stop_path(index), to }])));
        }
        return None;
    }
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    (to != index).then_some(gap)
}

fn menu_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    widgets::rule(ui, area.left(), area.right(), area.top(), Stroke::new(measure::RULE, cx.colors.line));
    let words = cx.say(Say::Menu);
    let row = Rect::from_min_max(
        pos2(area.left() - REACH, area.top() + 2.0),
        pos2(area.right() + REACH, area.bottom() - 2.0),
    );
    let response = ui.interact(row, Id::unique("menu"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &words));
    ui.painter().rect_filled(row, CornerRadius::same(measure::RADIUS_ROW), cx.touched(cx.colors.side, &response));
    widgets::icon(ui.painter(), Icon::Menu, pos2(area.left() + MENU_ICON, row.center().y), 22.0, cx.colors.text);
    cx.label(&words, Role::Label).paint_in(ui, row.with_min_x(area.left() + MENU_WORDS));
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
    if response.clicked() {
        cx.send(Action::Overlay(Some(Overlay::Menu)));
    }
}
