//! The field that shows what is typed, with what empties it.

use egui::{
    Align, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit, pos2, vec2,
};

use super::style;
use crate::state::{Action, FinderCommand, searched_provinces};
use crate::text::{self, Find, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};

/// How what is typed is set, and by how much smaller in a low field.
const TYPED: [(f32, f32); 3] = [(36.0, 44.0), (34.0, 44.0), (36.0, 56.0)];
const TYPED_LOW: [(f32, f32); 3] = [(28.0, 36.0), (27.0, 36.0), (28.0, 46.0)];
/// A field lower than this is low.
const LOW: f32 = 64.0;
/// The middle of the icon and its size, the left of what is typed, and the space behind it.
const ICON_MIDDLE: f32 = 36.0;
const ICON: f32 = 30.0;
const LEFT: f32 = 68.0;
const RIGHT: f32 = 12.0;
/// The mark where the next letter comes: its gap, width and share of the field's height.
const CARET: [f32; 3] = [3.0, 3.0, 0.58];
/// How far the hint stands behind it.
const HINT: f32 = 14.0;
/// What empties the field: how far it lies inside, what it takes beside its words, its icon, and the gap behind that.
const CLEAR_INSET: f32 = 7.0;
const CLEAR_PAD: f32 = 36.0;
const CLEAR_ICON: f32 = 24.0;
const CLEAR_GAP: f32 = 10.0;

/// Draws it. Touching it brings the keyboard back.
pub fn field_ui(ui: &mut Ui, cx: &Cx<'_>, area: Rect, has_keys: bool) {
    let typed = cx.state.search();
    let radius = CornerRadius::same(measure::RADIUS_BUTTON);
    ui.painter().rect_filled(area, radius, cx.colors.card);
    let hint = cx.say(Say::SearchProvinces(searched_provinces(cx.x())));
    let clear = if typed.is_empty() { area.with_min_x(area.right()) } else { clear_ui(ui, cx, area) };
    let place = area.with_max_x(clear.left());
    let response = ui.interact(place, Id::unique("search field"), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, typed, typed, hint.clone());
        info.label = Some(hint.clone());
        info
    });
    let (width, color) = if has_keys { (measure::STRONG, cx.colors.text) } else { (measure::CONTROL, cx.colors.edge) };
    ui.painter().rect_stroke(area, radius, Stroke::new(width, color), StrokeKind::Inside);
    widgets::icon(ui.painter(), Icon::Search, pos2(area.left() + ICON_MIDDLE, area.center().y), ICON, cx.colors.text);
    let text = Rect::from_min_max(pos2(area.left() + LEFT, area.top()), pos2(clear.left() - RIGHT, area.bottom()));
    let mut caret = text.left();
    if typed.is_empty() {
        let beside = text.with_min_x(text.left() + HINT);
        cx.dim(&hint, Role::Body).width(beside.width()).one_line().paint_in(ui, beside);
    } else {
        ui.scope_builder(UiBuilder::new().max_rect(text), |ui| {
            ui.shrink_clip_rect(text);
            let sets = if area.height() < LOW { TYPED_LOW } else { TYPED };
            let label = Label::new(typed, style(cx, sets, false), cx.colors.text);
            let width = label.size(ui.ctx()).x;
            // Of what is longer than the field its end is seen.
            let over = (width + CARET[0] + CARET[1] - text.width()).max(0.0);
            label.paint_in(ui, text.translate(vec2(-over, 0.0)));
            caret = text.left() + width - over;
        });
    }
    if has_keys {
        let [gap, width, share] = CARET;
        let size = vec2(width, area.height() * share);
        let mark = Rect::from_center_size(pos2(caret + gap + width / 2.0, area.center().y), size);
        ui.painter().rect_filled(mark, 0.0, cx.colors.accent);
    }
    if response.clicked() {
        cx.send(Action::Finder(FinderCommand::Keys(true)));
    }
    widgets::focus_ring(ui, &response.with_new_rect(area), measure::RADIUS_BUTTON, &cx.colors);
}

/// Draws what empties the field, at its right end; gives where it stands.
fn clear_ui(ui: &Ui, cx: &Cx<'_>, field: Rect) -> Rect {
    let words = cx.say(Say::Find(Find::Clear));
    let has_words = text::key_rows(cx.lang()).has_words && !cx.layout.slim;
    let label = cx.label(&words, Role::Body);
    let width = if has_words { label.size(ui.ctx()).x + CLEAR_GAP } else { 0.0 };
    let whole = (width + CLEAR_ICON + CLEAR_PAD + CLEAR_INSET).max(field.height());
    let target = field.with_min_x(field.right() - whole);
    let area = target.shrink2(vec2(0.0, CLEAR_INSET)).with_max_x(target.right() - CLEAR_INSET);
    let response = ui.interact(target, Id::unique("clear the search"), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(
            accesskit::Role::Button,
            true,
            if has_words { words.clone() } else { cx.say(Say::ClearSearch) },
        )
    });
    let radius = CornerRadius::same(measure::RADIUS_ROW);
    ui.painter().rect_filled(area, radius, cx.touched(cx.colors.side, &response));
    let left = area.center().x - f32::midpoint(CLEAR_ICON, width);
    let middle = pos2(left + CLEAR_ICON / 2.0, area.center().y);
    widgets::icon(ui.painter(), Icon::Cross, middle, CLEAR_ICON, cx.colors.text);
    if has_words {
        label.align(Align::Min).paint_in(ui, area.with_min_x(left + CLEAR_ICON + CLEAR_GAP));
    }
    if response.clicked() {
        cx.send(Action::Search(String::new()));
    }
    widgets::focus_ring(ui, &response.with_new_rect(area), measure::RADIUS_ROW, &cx.colors);
    target
}
