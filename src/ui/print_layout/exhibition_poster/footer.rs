//! Who reported what, what the marks mean, and a code with the citation and the address of what the exhibition starts from.

use egui::{Pos2, Ui, pos2, vec2};

use crate::export::drawing::PageTag;
use crate::model::{Hosting, Source};
use crate::text::{self, Column, Say};
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Shape};
use crate::ui::personnel::Print;
use crate::ui::print_layout::chart_poster::reporters;
use crate::ui::sheet::code;
use crate::ui::theme::{Role, measure};

/// Under the rule, between two parts, and under a heading.
const UNDER_RULE: f32 = 16.0;
const GAP: f32 = 12.0;
const UNDER_HEADING: f32 = 4.0;
/// The side of the code, and the gap after it.
const CODE: f32 = 190.0;
const AFTER_CODE: f32 = 28.0;

/// The least width of a column of sources.
const COLUMN: f32 = 300.0;

/// Sets it; returns its height.
pub fn set(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, width: f32) -> f32 {
    let x = cx.x();
    if x.sources.is_empty() && remarks(cx).is_empty() {
        return 0.0;
    }
    way.put(ui, cx, [PageTag::Ornament]);
    way.put(ui, cx, [Shape::rule(at.x, at.x + width, at.y, Line::new(measure::RULE, cx.colors.line))]);
    let top = at.y + UNDER_RULE;
    let source = x.sources.iter().find(|source| source.hosting == Hosting::Article).or_else(|| x.sources.first());
    let coded = source.map_or(0.0, |source| coded(ui, cx, way, pos2(at.x, top), source));
    let indent = if coded > 0.0 { CODE + AFTER_CODE } else { 0.0 };
    let mut flow = Flow::new(ui, cx, way, pos2(at.x + indent, top), width - indent);
    if let Some(source) = source {
        if coded > 0.0 {
            let opens = text::carries_address(source);
            way.put(ui, cx, [PageTag::Subheading]);
            flow.text(&cx.say(if opens { Say::PhotographToOpen } else { Say::PhotographToKeep }), Role::LabelStrong);
        }
        way.put(ui, cx, [PageTag::Paragraph]);
        flow.dim(&text::citation(cx.lang(), source), Role::Note);
        flow.gap(GAP);
    }
    for remark in remarks(cx) {
        flow.dim(&remark, Role::Mark);
        flow.gap(UNDER_HEADING);
    }
    let top = flow.pos.y.max(top + coded) + GAP;
    let list = sources(cx);
    if list.is_empty() {
        return top - at.y;
    }
    let mut flow = Flow::new(ui, cx, way, pos2(at.x, top), width);
    way.put(ui, cx, [PageTag::Subheading]);
    flow.text(&cx.say(Say::Column(Column::Sources)), Role::NoteStrong);
    flow.gap(UNDER_HEADING);
    way.put(ui, cx, [PageTag::Paragraph]);
    let top = flow.pos.y;
    top + reporters(ui, cx, way, pos2(at.x, top), (width, COLUMN, &list)) - at.y
}

/// The code of a source, where it has one; returns its height.
fn coded(ui: &Ui, cx: &Cx<'_>, way: FlowMode, at: Pos2, source: &Source) -> f32 {
    let marks = code::marks(egui::Rect::from_min_size(at, vec2(CODE, CODE)), &text::carried(cx.lang(), source));
    let is_drawn = !marks.is_empty();
    way.put(ui, cx, [PageTag::Ornament]);
    way.put(ui, cx, marks);
    if is_drawn { CODE } else { 0.0 }
}

/// What must be said beside the marks: how many pictures are not there, what the numbers and lines do not mean, what is inferred.
fn remarks(cx: &Cx<'_>) -> Vec<String> {
    let x = cx.x();
    let (shown, all) = (super::wall::shown(cx).len(), x.photos.len());
    let mut remarks = Vec::new();
    if shown < all {
        remarks.push(cx.say(Say::Pictures { shown, all, drawn: super::wall::drawn(cx) }));
    }
    if !x.batches.is_empty() {
        remarks.push(cx.localized(&x.notes.personnel));
    }
    if !x.pairings.is_empty() {
        remarks.push(cx.localized(&x.notes.pairings));
    }
    if x.batches.iter().any(crate::model::Batch::has_inferred_years) || x.pairings.iter().any(|p| p.inferred) {
        remarks.push(format!("* {}", cx.say(Say::Inferred)));
    }
    remarks.retain(|remark| !remark.is_empty());
    remarks
}

/// Who reported the numbers, each with its batch, and the first of those who reported a pairing, with its province.
fn sources(cx: &Cx<'_>) -> Vec<(String, String)> {
    let mut list = Print::new(cx).map(|print| print.sources()).unwrap_or_default();
    for pairing in &cx.x().pairings {
        let province = cx.x().province(&pairing.province);
        let source = pairing.sources.iter().find_map(|id| cx.x().source(id));
        if let (Some(province), Some(source)) = (province, source) {
            list.push((province.listed(cx.lang()).text.to_owned(), text::byline(cx.lang(), source)));
        }
    }
    list
}
