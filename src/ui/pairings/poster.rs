//! The diagram on paper: that of the last year, with nothing to touch, its year over it and its notes below it.

use egui::{Pos2, Rect, Ui, pos2, vec2};

use super::diagram::{natural_height, spoken};
use super::notes::Notes;
use super::{label_shown, year_shown};
use crate::export::drawing::PageTag;
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::Role;

/// Between the diagram and its notes.
const GAP: f32 = 16.0;

/// How high the diagram with its year and its notes is at a width.
pub fn diagram_height(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    year_ui(ui, cx, FlowMode::Measure, Pos2::ZERO, width) + drawn(ui, cx, width) + GAP + notes(cx, width).height(ui, cx)
}

/// Lays all of it out in an area.
pub fn diagram(ui: &Ui, cx: &Cx<'_>, way: FlowMode, area: Rect) {
    way.put(ui, cx, [PageTag::Paragraph]);
    let top = year_ui(ui, cx, way, area.min, area.width());
    let plot = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), drawn(ui, cx, area.width())));
    way.put(ui, cx, [PageTag::Figure(diagram_description(cx))]);
    super::diagram::collect(ui, cx, way, plot, year_shown(cx));
    way.put(ui, cx, [PageTag::Paragraph]);
    notes(cx, area.width()).draw(ui, cx, way, pos2(area.left(), plot.bottom() + GAP));
}

/// The diagram for those who hear it: every pairing of the year.
#[must_use]
pub fn diagram_description(cx: &Cx<'_>) -> String {
    let year = year_shown(cx);
    let x = cx.x();
    let paired = (0..x.provinces.len()).filter(|&i| x.pairings_of(&x.provinces[i].id).iter().any(|p| p.holds_in(year)));
    let resolved: Vec<String> = paired.map(|province| spoken(cx, province, year)).collect();
    resolved.join(text::semicolon(cx.lang()))
}

/// The year; gives its bottom with the gap below it.
fn year_ui(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at, width);
    if let Some(year) = label_shown(cx) {
        flow.text(&cx.say(Say::InYear(&year)), Role::Strong);
        flow.gap(8.0);
    }
    flow.pos.y
}

fn drawn(ui: &Ui, cx: &Cx<'_>, width: f32) -> f32 {
    natural_height(ui, cx, Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0)), year_shown(cx))
}

fn notes(cx: &Cx<'_>, width: f32) -> Notes {
    Notes::of(cx, year_shown(cx), width, true)
}
