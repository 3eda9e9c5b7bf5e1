//! The diagram on paper: that of the last year, with the year over it and the notes below it.

use egui::{Pos2, Rect, Ui, pos2, vec2};

use super::diagram::{natural_height, spoken};
use super::notes::Notes;
use super::{label_shown, year_shown};
use crate::export::drawing::PageTag;
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::theme::Role;

/// Between the year and the diagram, and between the diagram and its notes.
const UNDER_YEAR: f32 = 8.0;
const GAP: f32 = 16.0;

/// Sets the diagram with its year and its notes from a point on, at a width; returns its height.
pub fn diagram(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32) -> f32 {
    let year = year_shown(cx);
    way.put(ui, cx, [PageTag::Paragraph]);
    let mut flow = Flow::new(ui, cx, way, at, width);
    if let Some(year) = label_shown(cx) {
        flow.text(&cx.say(Say::InYear(&year)), Role::Strong);
        flow.gap(UNDER_YEAR);
    }
    let height = natural_height(ui, cx, Rect::from_min_size(Pos2::ZERO, vec2(width, 0.0)), year);
    let plot = Rect::from_min_size(flow.pos, vec2(width, height));
    way.put(ui, cx, [PageTag::Figure(diagram_description(cx))]);
    super::diagram::collect(ui, cx, way, plot, year);
    way.put(ui, cx, [PageTag::Paragraph]);
    let top = plot.bottom() + GAP;
    top - at.y + Notes::of(cx, year, width, true).set(ui, cx, way, pos2(at.x, top))
}

/// The diagram for screen readers: every pairing of the year.
#[must_use]
pub fn diagram_description(cx: &Cx<'_>) -> String {
    let year = year_shown(cx);
    let x = cx.x();
    let paired = (0..x.provinces.len()).filter(|&i| x.pairings_of(&x.provinces[i].id).iter().any(|p| p.holds_in(year)));
    let resolved: Vec<String> = paired.map(|province| spoken(cx, province, year)).collect();
    resolved.join(text::semicolon(cx.lang()))
}
