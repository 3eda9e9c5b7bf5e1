//! The point of interest of a picture: a touch on it, or the arrow keys.

use egui::accesskit::Role as Access;
use egui::{EventFilter, Key, Modifiers, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, vec2};
use serde_json::json;

use crate::model::{Change, EntryKey, FieldPath};
use crate::state::EditCommand;
use crate::state::editing::Edit;
use crate::state::editing::fields::Called;
use crate::text::Pane;
use crate::ui::Cx;
use crate::ui::editor::send;
use crate::ui::photo_paint;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

use super::{Form, describe, field_id, problems_ui};

/// The highest thumbnail.
const HIGHEST: f32 = 150.0;
/// The least width for its words beside it, and the gap before them.
const BESIDE: f32 = 170.0;
const BESIDE_GAP: f32 = 16.0;
/// The ring of the point: its radius, and the widths of its lines in two colours.
const RING: f32 = 15.0;
const LINES: [f32; 2] = [6.0, 2.5];
/// By how much an arrow key moves the point; with Shift.
const STEPS: [f32; 2] = [0.01, 0.05];

/// Draws the picture with its point of interest.
pub fn focus_ui(form: &mut Form<'_>, ui: &mut Ui, at: &FieldPath, called: Called, entry: EntryKey) {
    let Some(photo) = form.editing.photo_of(entry) else { return };
    let aspect = photo_paint::true_aspect(form.cx, photo).clamp(0.2, 6.0);
    let width = form.width.min(HIGHEST * aspect);
    let whole = form.place(width / aspect);
    let area = Rect::from_min_size(whole.min, vec2(width, whole.height()));
    let value: Option<[f32; 2]> =
        form.editing.tree().value(at).and_then(|value| serde_json::from_value(value.clone()).ok());
    let point = value.unwrap_or([0.5, 0.5]);
    let id = field_id(at);
    let response = ui.interact(area, id, Sense::click());
    // While its entry cannot be read, it has no picture.
    if form.cx.photo(photo).is_some() {
        photo_paint::paint_photo(ui, form.cx, photo, area);
    } else {
        ui.painter().rect_filled(area, egui::CornerRadius::same(measure::RADIUS_PICTURE), form.cx.colors.side);
    }
    let words = match value {
        Some(point) => {
            let [across, down] = point.map(hundredths);
            form.say(Pane::FocusAt(across, down))
        }
        None => form.say(Pane::NoFocus),
    };
    let name = form.say(Pane::Name(called));
    response.widget_info(|| WidgetInfo::labeled(Access::Slider, true, format!("{name}: {words}")));
    let help = form.say(Pane::Help(called));
    describe(ui, id, &help);
    ring_ui(ui, form.cx, area, point);
    widgets::focus_ring(ui, &response, measure::RADIUS_PICTURE, &form.cx.colors);
    if form.wants(at) {
        response.request_focus();
    }
    if let Some(to) = moved(ui, &response, point) {
        let to = to.map(|v| f64::from(hundredths(v)) / 100.0);
        let changes = vec![Change::set(at.clone(), json!(to))];
        send(form.cx, EditCommand::Edit(Edit { changes, run: Some(at.clone()) }));
    }
    if response.lost_focus() {
        send(form.cx, EditCommand::EndRun);
    }
    let room = form.width - width - BESIDE_GAP;
    if room >= BESIDE {
        let mut beside = form.column(width + BESIDE_GAP, room);
        beside.pos.y = area.top();
        words_ui(&mut beside, ui, &name, [&help, &words]);
        form.below(&beside);
    } else {
        form.gap(8.0);
        words_ui(form, ui, &name, [&help, &words]);
    }
    problems_ui(form, ui, at);
}

/// The ring of the point, in two colours, so that it is seen on any picture.
fn ring_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, [across, down]: [f32; 2]) {
    let center = Pos2::new(area.left() + across * area.width(), area.top() + down * area.height());
    let [outer, inner] = LINES;
    let [dark, light] = cx.colors.mark;
    for (width, color) in [(outer, dark), (inner, light)] {
        let stroke = Stroke::new(width, color);
        ui.painter().circle_stroke(center, RING, stroke);
        for reach in [vec2(RING * 0.5, 0.0), vec2(0.0, RING * 0.5)] {
            ui.painter().line_segment([center - reach, center + reach], stroke);
        }
    }
}

/// Where a touch or the keys of this frame move the point.
fn moved(ui: &Ui, response: &Response, point: [f32; 2]) -> Option<[f32; 2]> {
    if response.clicked()
        && let Some(pos) = response.interact_pointer_pos()
    {
        response.request_focus();
        let area = response.rect;
        return Some([(pos.x - area.left()) / area.width(), (pos.y - area.top()) / area.height()]);
    }
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, arrows));
    by_keys(ui, point)
}

/// The name of the point, how it is chosen, and where it lies.
fn words_ui(form: &mut Form<'_>, ui: &Ui, name: &str, [help, words]: [&str; 2]) {
    let line = form.cx.style(Role::Note).line;
    let text = form.place(line);
    let drawn = form.cx.label(name, Role::NoteStrong).paint_in(ui, text);
    let help = format!("{}{help}", crate::text::comma(form.cx.lang()));
    let beside = form.cx.dim(&help, Role::Note);
    let rest = text.with_min_x(drawn.right());
    if beside.size(ui.ctx()).x <= rest.width() {
        beside.paint_in(ui, rest);
    }
    let text = form.place(line);
    form.cx.dim(words, Role::Note).width(text.width()).one_line().paint_in(ui, text);
}

/// The point after the arrow keys of this frame.
fn by_keys(ui: &Ui, [across, down]: [f32; 2]) -> Option<[f32; 2]> {
    let arrows = [
        (Key::ArrowLeft, [-1.0, 0.0]),
        (Key::ArrowRight, [1.0, 0.0]),
        (Key::ArrowUp, [0.0, -1.0]),
        (Key::ArrowDown, [0.0, 1.0]),
    ];
    let mut found = None;
    for (modifiers, step) in [(Modifiers::SHIFT, STEPS[1]), (Modifiers::NONE, STEPS[0])] {
        for (key, [x, y]) in arrows {
            if ui.input_mut(|i| i.consume_key(modifiers, key)) {
                found = Some([across + x * step, down + y * step]);
            }
        }
    }
    found
}

fn hundredths(share: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
    let hundredths = (share.clamp(0.0, 1.0) * 100.0).round() as u8;
    hundredths
}
