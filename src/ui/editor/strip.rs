//! What can be added to the view that is edited.

use egui::{CornerRadius, Id, Rect, Sense, Ui, WidgetInfo, accesskit, pos2, vec2};

use super::send;
use crate::model::{Change, FieldPath, List};
use crate::state::editing::{Chosen, Edit, OrderCommand, new_entry, stop_now};
use crate::state::{EditCommand, Editing, Landing, PhotoCommand, View};
use crate::text::{Editor, Order, Say};
use crate::ui::Cx;
use crate::ui::marks::{Line, paint_shapes};
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};

/// The height of the strip, and of its buttons.
pub const HEIGHT: f32 = 62.0;
const BUTTON: f32 = 44.0;
/// What a button takes beside its words, with and without an icon, and the gap between two.
const PAD: f32 = 32.0;
const ICON: f32 = 34.0;
const GAP: f32 = 10.0;
/// The height of the place for photographs, its icon, and its dashes.
const DROP: f32 = 420.0;
const DROP_ICON: f32 = 40.0;
const DASH: [f32; 2] = [9.0, 6.0];

/// A button of the strip.
enum Button {
    Photographs,
    Several,
    Whole,
    Add(List),
    Stop,
}

/// Draws the strip.
pub fn strip_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let buttons: &[Button] = match cx.state.view() {
        View::Photos => &[Button::Photographs, Button::Several, Button::Whole],
        View::Personnel => &[Button::Add(List::Batches), Button::Add(List::Subtotals), Button::Add(List::Totals)],
        View::Pairings => &[
            Button::Add(List::Pairings),
            Button::Add(List::Provinces),
            Button::Add(List::Divisions),
            Button::Add(List::PairingSteps),
        ],
        View::Timeline => &[Button::Add(List::Milestones)],
        View::Sources => {
            &[Button::Add(List::Sources), Button::Add(List::Statements), Button::Add(List::Groups), Button::Whole]
        }
    };
    let stop = stop_now(cx.state);
    let style = cx.style(Role::Label);
    let mut left = area.left() + cx.layout.margin;
    for (at, button) in buttons.iter().chain(stop.is_some().then_some(&Button::Stop)).enumerate() {
        let words = match button {
            Button::Photographs => Say::Editor(Editor::AddPhotographs),
            Button::Several if editing.is_marking() => Say::Editor(Editor::ChooseOne),
            Button::Several => Say::Editor(Editor::ChooseSeveral),
            Button::Whole => Say::Editor(Editor::Whole),
            Button::Add(list) => Say::Editor(Editor::Add(*list)),
            Button::Stop => Say::Order(Order::AddAs(editing.next_stop() + 1)),
        };
        let icon = matches!(button, Button::Photographs | Button::Add(_) | Button::Stop).then_some(Icon::Plus);
        let words = cx.say(words);
        let width = cx.label(&words, Role::Label).size(ui.ctx()).x + PAD + if icon.is_some() { ICON } else { 0.0 };
        let top = area.center().y - BUTTON / 2.0;
        let place = Rect::from_min_size(pos2(left, top), vec2(width, BUTTON));
        if place.right() > area.right() {
            break;
        }
        left = place.right() + GAP;
        let id = Id::unique(("strip", cx.state.view(), at));
        if !widgets::button(ui, place, id, (icon, &words), &style, &cx.colors, true).clicked() {
            continue;
        }
        match button {
            Button::Photographs => send(cx, EditCommand::Photos(PhotoCommand::Pick(Landing::End))),
            Button::Several => send(cx, EditCommand::Marking(!editing.is_marking())),
            Button::Whole => send(cx, EditCommand::Choose(Some(Chosen::Whole))),
            Button::Add(list) => add(cx, editing, *list),
            Button::Stop => {
                let stop = stop.as_ref().map(|stop| Box::new(stop.clone()));
                send(cx, EditCommand::Order(OrderCommand::Add(stop)));
            }
        }
    }
}

/// Draws the place of an empty wall where photographs are dropped, or chosen with a touch.
pub fn drop_ui(ui: &Ui, cx: &Cx<'_>, area: Rect) {
    let place = area.with_max_y((area.top() + DROP).min(area.bottom() - GAP)).shrink2(vec2(0.0, GAP));
    let response = ui.interact(place, Id::unique("drop photographs"), Sense::click());
    let words = cx.say(Say::Editor(Editor::DropPhotographs));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, &words));
    let hovering = ui.input(|i| !i.raw.hovered_files.is_empty());
    let fill = if hovering { cx.colors.side } else { cx.touched(cx.colors.card, &response) };
    ui.painter().rect_filled(place, CornerRadius::same(measure::RADIUS_SHEET), fill);
    let line = Line::new(measure::AXIS, if hovering { cx.colors.accent } else { cx.colors.edge });
    paint_shapes(ui.painter(), [widgets::dashed_rect(place.shrink(1.0), DASH[0], DASH[1], line)]);
    widgets::icon(ui.painter(), Icon::Plus, place.center() - vec2(0.0, DROP_ICON), DROP_ICON, cx.colors.dim);
    let under = place.with_min_y(place.center().y + GAP).shrink2(vec2(PAD, 0.0));
    let label = cx.label(&words, Role::Body).width(under.width()).align(egui::Align::Center);
    label.paint_in(ui, under.with_max_y(under.top() + DROP_ICON));
    widgets::focus_ring(ui, &response, measure::RADIUS_SHEET, &cx.colors);
    if response.clicked() {
        send(cx, EditCommand::Photos(PhotoCommand::Pick(Landing::End)));
    }
}

/// Adds an entry at the end of a list, and goes to it.
pub fn add(cx: &Cx<'_>, editing: &Editing, list: List) {
    let at = FieldPath::entry(list.field(), editing.tree().len(list.field()));
    let entry = new_entry(editing.tree(), list);
    send(cx, EditCommand::Edit(Edit::step(vec![Change::insert(at.clone(), entry)])));
    send(cx, EditCommand::GoTo(at));
}
