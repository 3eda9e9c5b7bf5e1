//! Charts on the screen: what touching their parts opens, and how these stand out then.

use egui::{Id, Rect, Response, Sense, Ui, WidgetInfo, accesskit, vec2};

use crate::state::{Action, Subject};
use crate::ui::chart::Item;
use crate::ui::marks::{self, Tone};
use crate::ui::theme::{self, measure};
use crate::ui::{Cx, sheet, widgets};

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
