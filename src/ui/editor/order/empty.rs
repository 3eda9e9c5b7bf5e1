//! An exhibition without a running order.

use egui::{Id, Rect, Ui, pos2, vec2};

use crate::model::List;
use crate::state::editing::{Edit, stop_now, stops_of_pictures};
use crate::state::{EditCommand, Editing, OrderCommand};
use crate::text::{Order, Say};
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::theme::Role;
use crate::ui::widgets;

/// The widest text, the height of buttons, what these take beside their words, and the gaps.
const WIDTH: f32 = 640.0;
const BUTTON: f32 = 46.0;
const BUTTON_PAD: f32 = 36.0;
const GAP: f32 = 16.0;
const MARGIN: f32 = 32.0;

/// Says what a talk does without one, and offers to make one.
pub fn empty_ui(ui: &Ui, cx: &Cx<'_>, editing: &Editing, area: Rect) {
    let inner = area.shrink(MARGIN);
    let width = inner.width().min(WIDTH);
    let heading = cx.say(Say::Order(Order::NoOrder));
    let mut top = cx.label(&heading, Role::Heading).width(width).at(ui, inner.min).bottom() + GAP;
    let is = cx.say(Say::Order(Order::NoOrderIs));
    top = cx.label(&is, Role::Body).width(width).at(ui, pos2(inner.left(), top)).bottom() + 2.0 * GAP;
    let pictures = editing.tree().len(List::Photos.field());
    let mut buttons = Vec::new();
    if pictures > 0 {
        let edit = Edit::step(stops_of_pictures(editing.tree()));
        buttons.push(("from pictures", Order::FromPictures(pictures), EditCommand::Edit(edit)));
    }
    if let Some(stop) = stop_now(cx.state) {
        buttons.push(("first seen", Order::AddSeen, EditCommand::Order(OrderCommand::Add(Some(Box::new(stop))))));
    }
    buttons.push(("first text", Order::AddText, EditCommand::Order(OrderCommand::Add(None))));
    for (id, words, command) in buttons {
        let words = cx.say(Say::Order(words));
        let wide = cx.label(&words, Role::Label).size(ui.ctx()).x + BUTTON_PAD;
        let button = Rect::from_min_size(pos2(inner.left(), top), vec2(wide.min(inner.width()), BUTTON));
        if widgets::button(ui, button, Id::unique(id), (None, &words), &cx.style(Role::Label), &cx.colors, true)
            .clicked()
        {
            send(cx, command);
        }
        top = button.bottom() + GAP;
    }
}
