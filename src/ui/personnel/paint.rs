//! Charts on the screen: the sheets that their parts open, and how parts look when touched or chosen.

use egui::{Id, Rect, Response, Sense, Ui, WidgetInfo, accesskit, vec2};

use crate::state::years::has_arrived;
use crate::state::{Action, Subject};
use crate::ui::chart::{Item, Target};
use crate::ui::marks::{self, Tone};
use crate::ui::theme::{self, measure};
use crate::ui::{Cx, editor, sheet, widgets, years};

/// How much above and below a focused part is scrolled into view with it.
const KEPT_IN_SIGHT: f32 = 56.0;
/// How far a focus ring lies inside its part.
const RING_INSET: f32 = 7.0;

/// An interactive part of the chart: a place or a bracket.
pub struct Touch {
    /// Its response to pointer, finger and keys.
    pub response: Response,
    /// Whether its sheet is open.
    pub chosen: bool,
}

/// Makes an area of the chart interactive and keeps it highlighted beside its sheet. An area that opens nothing still has a name.
pub fn touch(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, subject: Option<&Subject>, name: &str) -> Touch {
    if let Some(subject) = subject {
        sheet::keep_highlighted(ui, cx, subject, area);
    }
    opens(ui, cx, area, id, subject, name)
}

/// The same for a number of the chart that is repeated elsewhere, which is not highlighted.
pub fn opens(ui: &Ui, cx: &Cx<'_>, area: Rect, id: Id, subject: Option<&Subject>, name: &str) -> Touch {
    let (sense, role) = match subject {
        Some(_) => (Sense::click(), accesskit::Role::Button),
        None => (Sense::hover(), accesskit::Role::Label),
    };
    let response = ui.interact(area, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, name));
    if response.gained_focus() {
        // With a margin, since headers and the axis cover the scrolled content.
        ui.scroll_to_rect(area.expand2(vec2(0.0, KEPT_IN_SIGHT)), None);
    }
    if let (true, Some(subject)) = (response.clicked(), subject) {
        cx.send(Action::Sheet(subject.clone()));
    }
    if let Some(subject) = subject {
        editor::on_subject(ui, cx, subject, area);
    }
    let chosen = subject.is_some() && cx.state.sheet().map(|sheet| &sheet.subject) == subject;
    Touch { response, chosen }
}

/// Draws the focus ring of a place, inside it, so that it does not cover neighbours.
pub fn ring(ui: &Ui, cx: &Cx<'_>, touch: &Touch) {
    let area = touch.response.rect.shrink(RING_INSET);
    widgets::focus_ring(ui, &touch.response.clone().with_new_rect(area), measure::RADIUS_ROW, &cx.colors);
}

/// How much of a part is seen, from 0 to 1: of a batch from the year on in which it arrives, of several together from that of the last.
fn arrived(ui: &Ui, cx: &Cx<'_>, target: &Target<'_>) -> f32 {
    let Some(last) = target.last.filter(|_| cx.year.is_some()) else { return 1.0 };
    years::seen(ui, cx, target.id.with("arrived"), has_arrived(cx.x(), last, cx.year))
}

/// Draws the parts of a chart, each in the tone of its response.
pub fn items_ui(ui: &Ui, cx: &Cx<'_>, items: Vec<Item<'_>>) {
    for Item { target, marks } in items {
        let seen = target.as_ref().map_or(1.0, |target| arrived(ui, cx, target));
        if seen <= 0.0 {
            continue;
        }
        let toned = cx.lit(target.as_ref().is_none_or(|target| target.is_lit));
        let touch = target.map(|target| touch(ui, cx, target.area, target.id, target.subject, target.name));
        let tone = touch.as_ref().map(tone).unwrap_or_default();
        marks::paint(ui, &toned, Tone { faded: 1.0 - seen, ..tone }, marks);
        if let Some(touch) = touch {
            ring(ui, cx, &touch);
        }
    }
}

/// The tone of a part by its response.
#[must_use]
pub fn tone(touch: &Touch) -> Tone {
    let touched = if touch.response.sense.senses_click() { theme::touched(&touch.response) } else { 0.0 };
    Tone { chosen: touch.chosen, touched, faded: 0.0 }
}
