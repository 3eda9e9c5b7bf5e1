//! The list of stops: chosen with a touch, moved by their grips.

use egui::accesskit::Role as Access;
use egui::{Align, CornerRadius, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::model::List;
use crate::state::editing::{Chosen, planned, span, stop_of, stop_path};
use crate::state::{Action, EditCommand, Editing, Overlay, Scrollable};
use crate::text::{self, Order, Say};
use crate::ui::editor::landing::{self, Places};
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
            let rows: Vec<Rect> = (0..count)
                .map(|index| {
                    #[expect(clippy::cast_precision_loss, reason = "a handful of stops")]
                    let top = index as f32 * ROW;
                    Rect::from_min_size(place.min + vec2(0.0, top), vec2(place.width(), ROW))
                })
                .collect();
            for (index, secs) in times.iter().enumerate() {
                row_ui(ui, cx, editing, rows[index], (index, *secs, index == chosen));
            }
            let in_hand = landing::handle_in_hand(ui.ctx());
            let own = (0..count).find(|index| in_hand.is_some() && grip_id(editing, *index) == in_hand);
            if let Some((handle, own)) = in_hand.zip(own) {
                let places = Places { areas: &rows, first: 0, across: false, gap: 0.0 };
                let edit = landing::order_ui(ui, cx, (handle, own), &places, stop_path);
                if let Some(edit) = edit {
                    send(cx, EditCommand::Edit(edit));
                }
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

fn grip_id(editing: &Editing, index: usize) -> Option<Id> {
    Some(Id::unique(("grip of stop", editing.tree().key(List::RunningOrder.field(), index)?)))
}

/// Draws a row.
fn row_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, row: Rect, (index, secs, is_chosen): (usize, u32, bool)) {
    let Some(key) = editing.tree().key(List::RunningOrder.field(), index) else { return };
    let Some(grip) = grip_id(editing, index) else { return };
    let is_dragged = ui.ctx().is_being_dragged(grip);
    if !ui.is_rect_visible(row) && !is_dragged {
        return;
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
    landing::grip_lines(ui, center, Stroke::new(measure::CONTROL, dim));
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
    let words = cx.say(Say::Order(Order::Grip(index + 1)));
    landing::grip_sense(ui, area.with_max_x(area.left() + GRIP_WIDTH), grip, &words);
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
