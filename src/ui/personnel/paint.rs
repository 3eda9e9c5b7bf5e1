//! What standing and lying bars have in common: their fill, their hatching, their words, the mark of other reports.

use egui::{Id, Pos2, Rect, Response, Sense, Ui, WidgetInfo, accesskit, vec2};

use super::places::{Chart, Look, Span};
use crate::model::axis;
use crate::state::{Action, Subject};
use crate::ui::marks::{self, BarMeasures, Mark, Shape, Text, Tone};
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
/// How far words on hatching are set off from it.
const HALO: f32 = 3.0;
/// How much of what lies above and below comes into view with what keys have reached.
const KEPT_IN_SIGHT: f32 = 56.0;

/// A place of the chart, or a bracket, as something to touch.
pub struct Touch {
    /// What the pointer, the finger or a key does with it.
    pub response: Response,
    /// Its sheet is open.
    pub chosen: bool,
}

/// Makes an area of the chart touchable; it stays highlighted beside its sheet. Where it opens nothing it still has a name.
pub fn touch(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, subject: Option<&Subject>, name: &str) -> Touch {
    if let Some(subject) = subject {
        sheet::keep_highlighted(ui, cx, subject, area);
    }
    opens(ui, cx, area, id, subject, name)
}

/// The same for what repeats a number of the chart elsewhere: it is not highlighted.
pub fn opens(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, subject: Option<&Subject>, name: &str) -> Touch {
    let (sense, role) = match subject {
        Some(_) => (Sense::click(), accesskit::Role::Button),
        None => (Sense::hover(), accesskit::Role::Label),
    };
    let response = ui.interact(area, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    if response.gained_focus() {
        // With a little more than itself: headers and the axis stay in sight over what scrolls.
        ui.scroll_to_rect(area.expand2(vec2(0.0, KEPT_IN_SIGHT)), None);
    }
    if let (true, Some(subject)) = (response.clicked(), subject) {
        cx.send(Action::Sheet(subject.clone()));
    }
    let chosen = subject.is_some() && cx.state.sheet().map(|sheet| &sheet.subject) == subject;
    Touch { response, chosen }
}

/// The ring of a place that keys have reached. It lies inside, so that it does not cover its neighbours.
pub fn ring(ui: &Ui, cx: &Cx<'_>, touch: &Touch) {
    let area = touch.response.rect.shrink(7.0);
    widgets::focus_ring(ui, &touch.response.clone().with_new_rect(area), measure::RADIUS_ROW, &cx.colors);
}

/// A part of a chart: what is drawn, and what touching it opens.
pub struct Item<'c> {
    /// What can be touched; `None` where there is nothing to open or to name.
    pub target: Option<Target<'c>>,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

/// Where a part of a chart is touched, and what it opens.
pub struct Target<'c> {
    /// Where it is touched.
    pub area: Rect,
    /// Its name among controls.
    pub id: Id,
    /// The sheet that it opens.
    pub subject: Option<&'c Subject>,
    /// What screen readers say.
    pub name: &'c str,
}

impl Item<'_> {
    /// What is drawn alone.
    #[must_use]
    pub fn still(marks: impl IntoIterator<Item = impl Into<Mark>>) -> Self {
        Self { target: None, marks: marks.into_iter().map(Into::into).collect() }
    }
}

/// Where a bracket and its words are touched.
#[must_use]
pub fn span_target(area: Rect, span: &Span) -> Target<'_> {
    Target { area, id: Id::unique(("span", &span.subject)), subject: Some(&span.subject), name: &span.name }
}

/// Draws the parts of a chart, each as its touch asks for.
pub fn items_ui(ui: &Ui, cx: &Cx<'_>, items: Vec<Item<'_>>) {
    for Item { target, marks } in items {
        let touch = target.map(|target| touch(ui, cx, target.area, target.id, target.subject, target.name));
        marks::paint(ui, cx, touch.as_ref().map(tone).unwrap_or_default(), marks);
        if let Some(touch) = touch {
            ring(ui, cx, &touch);
        }
    }
}

/// How something touched stands out.
#[must_use]
pub fn tone(touch: &Touch) -> Tone {
    let touched = if touch.response.sense.senses_click() { theme::touched(&touch.response) } else { 0.0 };
    Tone { chosen: touch.chosen, touched, faded: 0.0 }
}

/// A bar or slot, without its words.
#[must_use]
pub fn bar(cx: &Cx<'_>, area: Rect, look: Look) -> Vec<Mark> {
    marks::bar(area, look, &BarMeasures::of_view(&cx.colors)).into_iter().map(Into::into).collect()
}

/// Words on a halo in the ground's colour, so that hatching does not run through them.
#[must_use]
pub fn halo(cx: &Cx<'_>, label: &Label<'_>, pos: Pos2) -> Text {
    Text::new(label, pos).halo(HALO, cx.colors.bg)
}

/// A text that grid lines do not run through; gives the area it takes.
pub fn over_grid(marks: &mut Vec<Mark>, ui: &Ui, cx: &Cx<'_>, text: Text) -> Rect {
    let lines = text.label.lines(ui.ctx(), text.at);
    let ground = |line: Rect| line.expand2(vec2(3.0, -line.height() * 0.14));
    marks
        .extend(lines.into_iter().map(|line| Shape::Rect { rect: ground(line), radius: 0, fill: cx.colors.bg }.into()));
    let rect = text.label.rect(ui.ctx(), text.at);
    marks.push(text.into());
    rect
}

/// The mark of other reports: ≠ in a circle.
pub fn differs(cx: &Cx<'_>, center: Pos2) -> impl Iterator<Item = Mark> {
    let ground = Shape::Disc(center, MARK / 2.0, cx.colors.bg);
    let icon = widgets::shapes(Icon::Differs, center, MARK, cx.colors.text);
    std::iter::once(ground).chain(icon).map(Into::into)
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
