//! The planned time of a stop: less, more, or typed.

use egui::{Align2, CornerRadius, Id, Margin, Pos2, Rect, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::model::Change;
use crate::state::editing::{Edit, planned, span, stop_path};
use crate::state::{EditCommand, Editing, OrderCommand};
use crate::text::{self, Order, Say};
use crate::ui::editor::send;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, typeset};

/// The side of the buttons, the width of the field, and the gaps.
const BUTTON: f32 = 46.0;
const FIELD: f32 = 96.0;
const GAP: f32 = 8.0;
/// By how much the buttons change it, and the least and longest time, in seconds.
const STEP: u32 = 5;
const BOUNDS: [u32; 2] = [5, 86_400];

/// Draws it from its top left corner on; gives its bottom.
pub fn time_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, (at, width): (Pos2, f32), index: usize) -> f32 {
    let secs = planned(editing.tree()).get(index).copied().unwrap_or_default();
    let heading = cx.say(Say::Order(Order::PlannedTime));
    let drawn = cx.label(&heading, Role::LabelStrong).at(ui, at);
    let top = drawn.bottom() + GAP;
    let less = Rect::from_min_size(pos2(at.x, top), vec2(BUTTON, BUTTON));
    let field = Rect::from_min_size(pos2(less.right() + GAP, top), vec2(FIELD, BUTTON));
    let more = Rect::from_min_size(pos2(field.right() + GAP, top), vec2(BUTTON, BUTTON));
    let set = |secs: u32| {
        let secs = secs.clamp(BOUNDS[0], BOUNDS[1]);
        let path = stop_path(index).field("secs");
        // Several presses in a row are one step.
        let edit = Edit { changes: vec![Change::set(path.clone(), secs)], run: Some(path) };
        send(cx, EditCommand::Edit(edit));
    };
    for (area, icon, words, secs, id) in [
        (less, Icon::Minus, Order::Less, secs.saturating_sub(STEP), "less time"),
        (more, Icon::Plus, Order::More, secs.saturating_add(STEP), "more time"),
    ] {
        let name = cx.say(Say::Order(words));
        if widgets::icon_button(ui, area, Id::unique(id), icon, &name, &cx.colors, true).clicked() {
            set(secs);
        }
    }
    field_ui(ui, cx, editing, field, &heading, secs);
    let [begin, end, all] = span(editing.tree(), index).map(|secs| text::time(f64::from(secs), false));
    let words = cx.say(Say::Order(Order::Span(&begin, &end, &all)));
    cx.dim(&words, Role::Note).width(width).at(ui, pos2(at.x, field.bottom() + GAP)).bottom()
}

fn field_ui(ui: &mut Ui, cx: &Cx<'_>, editing: &Editing, area: Rect, name: &str, secs: u32) {
    let shown = text::time(f64::from(secs), false);
    let mut typed = editing.typed_time().map_or_else(|| shown.clone(), str::to_owned);
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(area, radius, cx.colors.bg);
    ui.painter().rect_stroke(area, radius, Stroke::new(measure::CONTROL, cx.colors.edge), StrokeKind::Inside);
    let inner = area.shrink2(vec2(12.0, 2.0));
    let style = cx.style(Role::LabelStrong);
    let mut set = typeset::field(style.clone(), cx.colors.text);
    let edit = TextEdit::singleline(&mut typed)
        .id(Id::unique("planned time"))
        .font(style.font.clone())
        .layouter(&mut set)
        .frame(egui::Frame::NONE)
        .margin(Margin::ZERO)
        .text_color(cx.colors.text)
        .align(Align2::CENTER_CENTER)
        .desired_width(inner.width());
    let response = ui.put(inner, edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &shown, &typed, name);
        info.label = Some(name.to_owned());
        info
    });
    if response.has_focus() {
        let stroke = Stroke::new(measure::STRONG, cx.colors.text);
        let ring = CornerRadius::same(measure::RADIUS_ROW + 2);
        ui.painter().rect_stroke(area.expand(2.0), ring, stroke, StrokeKind::Outside);
    }
    if response.changed() {
        send(cx, EditCommand::Order(OrderCommand::TypeTime(Some(typed))));
    } else if response.lost_focus() && editing.typed_time().is_some() {
        send(cx, EditCommand::Order(OrderCommand::TypeTime(None)));
    }
}
