//! What standing and lying bars have in common: their fill, their hatching, their words, the mark of other reports.

use egui::{
    Color32, CornerRadius, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, vec2,
};

use super::places::{Chart, Look};
use crate::model::axis;
use crate::state::{Action, Subject};
use crate::ui::theme::{self, measure};
use crate::ui::typeset::Label;
use crate::ui::widgets::{self, Icon};
use crate::ui::{Cx, sheet};

/// The share of its slot that a bar takes.
pub const BAR_SHARE: f32 = 0.62;
/// The least length of a bar, so that a true zero is seen.
pub const LEAST_BAR: f32 = 3.0;
/// How much of the shortest bar the slot of what is not published may take with its words in it.
const VOID_SHARE: f32 = 0.85;
/// Its length where it may not.
const VOID_SHORT: f32 = 16.0;
/// The size of the mark ≠.
pub const MARK: f32 = 24.0;
const CORNERS: u8 = 3;
/// How much of what lies above and below comes into view with what keys have reached.
const KEPT_IN_SIGHT: f32 = 56.0;

/// A place of the chart, or a bracket, as something to touch.
pub struct Touch {
    /// What the pointer, the finger or a key does with it.
    pub response: Response,
    /// Its sheet is open.
    pub chosen: bool,
}

/// Makes a room of the chart touchable; it stays lit beside its sheet. Where it opens nothing it still has a name.
pub fn touch(ui: &Ui, cx: &Cx<'_>, room: Rect, id: Id, subject: Option<&Subject>, name: &str) -> Touch {
    if let Some(subject) = subject {
        sheet::keep_lit(ui, cx, subject, room);
    }
    opens(ui, cx, room, id, subject, name)
}

/// The same for what repeats a number of the chart elsewhere: it is not lit.
pub fn opens(ui: &Ui, cx: &Cx<'_>, room: Rect, id: Id, subject: Option<&Subject>, name: &str) -> Touch {
    let (sense, role) = match subject {
        Some(_) => (Sense::click(), accesskit::Role::Button),
        None => (Sense::hover(), accesskit::Role::Label),
    };
    let response = ui.interact(room, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    if response.gained_focus() {
        // With a little more than itself: heads and the axis stay in sight over what scrolls.
        ui.scroll_to_rect(room.expand2(vec2(0.0, KEPT_IN_SIGHT)), None);
    }
    if let (true, Some(subject)) = (response.clicked(), subject) {
        cx.send(Action::Sheet(subject.clone()));
    }
    let chosen = subject.is_some() && cx.state.sheet().map(|sheet| &sheet.subject) == subject;
    Touch { response, chosen }
}

/// The ring of a place that keys have reached. It lies inside, so that it does not cover its neighbours.
pub fn ring(ui: &Ui, cx: &Cx<'_>, touch: &Touch) {
    let room = touch.response.rect.shrink(7.0);
    widgets::focus_ring(ui, &touch.response.clone().with_new_rect(room), measure::RADIUS_ROW, &cx.colors);
}

/// A bar or slot, without its words.
pub fn bar(ui: &Ui, cx: &Cx<'_>, room: Rect, look: Look, touch: &Touch) {
    let colors = &cx.colors;
    let painter = ui.painter();
    let fill =
        |base: Color32| if touch.response.sense.senses_click() { cx.touched(base, &touch.response) } else { base };
    match look {
        Look::Reported(_) => {
            let color = if touch.chosen { colors.accent } else { colors.bar };
            painter.rect_filled(room, CornerRadius::same(CORNERS), fill(color));
        }
        Look::WorkedOut(_) => {
            let (color, edge) =
                if touch.chosen { (colors.accent, colors.accent) } else { (colors.calc, colors.calc_edge) };
            painter.rect_filled(room, CornerRadius::same(CORNERS), fill(color));
            let stroke = Stroke::new(measure::STRONG, edge);
            painter.rect_stroke(room, CornerRadius::same(CORNERS), stroke, StrokeKind::Inside);
        }
        Look::NotPublished => {
            void(ui, cx, room, fill(colors.bg), if touch.chosen { colors.accent } else { colors.void });
        }
        Look::NotApplicable => {}
    }
}

/// The low slot of what is not published: dashed outline and hatching, so that nobody reads a value from it.
pub fn void(ui: &Ui, cx: &Cx<'_>, room: Rect, ground: Color32, color: Color32) {
    ui.painter().rect_filled(room, CornerRadius::same(CORNERS), ground);
    let pale = if cx.colors.is_dark { 0.5 } else { 0.55 };
    widgets::hatch(ui.painter(), room.shrink(2.0), 10.0, Stroke::new(2.0, theme::mix(ground, color, pale)));
    widgets::dashed_rect(ui.painter(), room, 7.0, 6.0, Stroke::new(measure::AXIS, color));
}

/// The colour of words inside a bar.
#[must_use]
pub fn on_bar(cx: &Cx<'_>, touch: &Touch) -> Color32 {
    if touch.chosen { cx.colors.on_accent } else { cx.colors.text }
}

/// Words on a halo in the ground's colour, so that hatching does not run through them.
pub fn halo(ui: &Ui, cx: &Cx<'_>, label: &Label<'_>, pos: Pos2) {
    let ground = label.clone().color(cx.colors.bg);
    for step in 0..16_u8 {
        let around = std::f32::consts::TAU * f32::from(step) / 16.0;
        ground.paint(ui, pos + 3.0 * vec2(around.cos(), around.sin()));
    }
    label.paint(ui, pos);
}

/// A text that grid lines do not run through; gives the room it takes.
pub fn over_grid(ui: &Ui, cx: &Cx<'_>, label: &Label<'_>, pos: Pos2) -> Rect {
    for room in label.lines(ui.ctx(), pos) {
        ui.painter().rect_filled(room.expand2(vec2(3.0, -room.height() * 0.14)), 0.0, cx.colors.bg);
    }
    label.paint(ui, pos)
}

/// The mark of other reports: ≠ in a circle.
pub fn differs(ui: &Ui, cx: &Cx<'_>, center: Pos2) {
    ui.painter().circle_filled(center, MARK / 2.0, cx.colors.bg);
    widgets::icon(ui.painter(), Icon::Differs, center, MARK, cx.colors.text);
}

/// A number of people as a length.
#[must_use]
pub fn length(value: f64, per_person: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
    let points = (value * per_person) as f32;
    points.max(LEAST_BAR)
}

/// The length of the slot of what is not published: `roomy`, in which its words stand, or short and fixed where bars are
/// not much longer than that and a value could be read from it.
#[must_use]
pub fn void_length(chart: &Chart, per_person: f64, roomy: f32) -> f32 {
    let values = chart.places.iter().filter_map(|place| place.look.value()).filter(|value| *value > 0.0);
    let shortest = values.map(|value| length(value, per_person)).fold(f32::INFINITY, f32::min);
    if roomy <= shortest * VOID_SHARE { roomy } else { VOID_SHORT.min(shortest / 3.0).max(2.0 * LEAST_BAR) }
}

/// A count of places as a number of points.
#[must_use]
pub fn count(places: usize) -> f32 {
    u16::try_from(places).map_or(f32::MAX, f32::from)
}

/// The values of the grid lines above zero, on an axis of a length on which they stand about `pitch` apart.
#[must_use]
pub fn grid(highest: f64, length: f32, pitch: f32) -> Vec<f64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 2 to 6")]
    let lines = (length / pitch).ceil().clamp(2.0, 6.0) as u32;
    let step = axis(highest, lines).step;
    (1..=20_u8).map(|i| f64::from(i) * step).take_while(|value| *value <= highest).collect()
}
