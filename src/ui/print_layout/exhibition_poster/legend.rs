//! What the milestones were, by the numbers that stand on the axis.

use egui::{Pos2, Ui, vec2};

use crate::export::drawing::PageTag;
use crate::model::Milestone;
use crate::text;
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::print_layout::columns::columns;
use crate::ui::theme::Role;

use super::years::number_disc;

/// The least width of a column, and the gap between two.
const COLUMN: f32 = 330.0;
const GUTTER: f32 = 30.0;
/// The indent of the words after the number, and the gap under an entry.
const INDENT: f32 = 38.0;
const UNDER: f32 = 12.0;

/// The milestones by their dates, as they are numbered.
pub fn numbered<'x>(cx: &Cx<'x>) -> Vec<&'x Milestone> {
    let mut milestones: Vec<&Milestone> = cx.x().milestones.iter().collect();
    milestones.sort_by(|a, b| a.date.position().total_cmp(&b.date.position()));
    milestones
}

/// Sets them in columns; returns their height.
pub fn set(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32) -> f32 {
    let milestones = numbered(cx);
    if milestones.is_empty() {
        return 0.0;
    }
    let count = ((width + GUTTER) / (COLUMN + GUTTER)).floor().clamp(1.0, 6.0);
    let column = (width - GUTTER * (count - 1.0)) / count;
    let heights: Vec<f32> = milestones
        .iter()
        .map(|milestone| entry(ui, cx, FlowMode::Measure, Pos2::ZERO, (column, 1, milestone)))
        .collect();
    let (places, height) = columns(&heights, count, at, column + GUTTER);
    for (i, (milestone, place)) in milestones.into_iter().zip(places).enumerate() {
        entry(ui, cx, way, place, (column, i + 1, milestone));
    }
    height
}

/// One with its number, date, title, and who reported it; returns its height.
fn entry(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, (width, number, milestone): (f32, usize, &Milestone)) -> f32 {
    let mut flow = Flow::new(ui, cx, way, at + vec2(INDENT, 0.0), width - INDENT);
    way.put(ui, cx, [PageTag::Paragraph]);
    let line = cx.style(Role::NoteStrong).line;
    way.put(ui, cx, number_disc(ui, cx, at + vec2(12.0, line / 2.0), number));
    flow.dim(&text::date(cx.lang(), milestone.date), Role::Note);
    flow.words(&milestone.title, Role::NoteStrong);
    let source = milestone.sources.iter().find_map(|id| cx.x().source(id));
    let by = source.map_or_else(|| cx.say(text::Say::NoSourceGiven), |source| text::byline(cx.lang(), source));
    flow.dim(&by, Role::Mark);
    flow.pos.y + UNDER - at.y
}
