//! The axis in true scale: a dot for each milestone, a bar for each batch. It is touched and dragged to move along.

use std::ops::RangeInclusive;

use egui::accesskit::Role as Access;
use egui::{Align, CornerRadius, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, remap, vec2};

use crate::model::{Batch, Milestone};
use crate::state::{Action, Subject, View};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, measure};
use crate::ui::widgets;

use super::card::concerns_choice;

/// The room between the view's edges and the ends of the axis.
const INSET: f32 = 40.0;
/// The radius of a dot, and of the chosen one.
const DOT: [f32; 2] = [9.0, 14.0];
/// The height of the part that is touched.
const RAIL: f32 = 48.0;

/// The height of the axis; a thin one has no bars.
#[must_use]
pub fn height(cx: &Cx<'_>, thin: bool) -> f32 {
    let rail = cx.style(Role::Label).line + RAIL;
    if thin { rail } else { rail + bar_height(cx) + 14.0 + cx.style(Role::Note).line }
}

fn bar_height(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Note).line.max(30.0)
}

/// Places on the axis: years to points.
struct Scale {
    years: RangeInclusive<f32>,
    points: RangeInclusive<f32>,
}

impl Scale {
    fn of(cx: &Cx<'_>, room: Rect) -> Self {
        let x = cx.x();
        let ends = x.batches.iter().flat_map(|b| [Some(b.arrive.date), b.leave.as_ref().map(|w| w.date)]).flatten();
        let all = x.milestones.iter().map(|m| m.date).chain(ends).map(crate::model::Date::position);
        let (from, to) = all.fold((f32::MAX, f32::MIN), |(from, to), v| (from.min(v), to.max(v)));
        let to = if to - from < 1.0 { from + 1.0 } else { to };
        Self { years: from..=to, points: room.left() + INSET..=room.right() - INSET }
    }

    fn at(&self, year: f32) -> f32 {
        remap(year, self.years.clone(), self.points.clone())
    }
}

/// Draws the axis.
pub fn axis_ui(ui: &Ui, cx: &Cx<'_>, room: Rect, thin: bool) {
    let scale = Scale::of(cx, room);
    let labels = cx.style(Role::Label).line;
    let rail = Rect::from_min_size(room.min + vec2(0.0, labels), vec2(room.width(), RAIL));
    rail_ui(ui, cx, &scale, rail);
    labels_ui(ui, cx, &scale, Rect::from_min_size(room.min, vec2(room.width(), labels)));
    if !thin {
        let bars = Rect::from_min_size(rail.left_bottom(), vec2(room.width(), bar_height(cx)));
        for (i, batch) in cx.x().batches.iter().enumerate() {
            batch_ui(ui, cx, bar_room(cx, &scale, bars, (i, batch)), (i, batch));
        }
        if cx.x().batches.iter().any(Batch::has_inferred_years) {
            let note = cx.tell(&cx.x().notes.inferred);
            cx.dim(&note, Role::Note).width(room.width() - 2.0 * INSET).at(ui, bars.left_bottom() + vec2(INSET, 14.0));
        }
    }
}

/// The line with its dots; the milestone nearest to the pointer is chosen.
fn rail_ui(ui: &Ui, cx: &Cx<'_>, scale: &Scale, rail: Rect) {
    let milestones = &cx.x().milestones;
    let response = ui.interact(rail, Id::unique("timeline axis"), Sense::click_and_drag());
    let chosen = cx.state.milestone.as_ref().and_then(|id| milestones.iter().find(|m| m.id == *id));
    let mut name = cx.say(Say::View(View::Timeline));
    if let Some(chosen) = chosen {
        name = format!("{name}: {}, {}", chosen.date.year, cx.tell(&chosen.title));
    }
    response.widget_info(|| WidgetInfo::labeled(Access::Slider, true, &name));
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged()) {
        let distance = |m: &&Milestone| (scale.at(m.date.position()) - pointer.x).abs();
        let nearest = milestones.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(nearest) = nearest.filter(|m| chosen.is_none_or(|c| c.id != m.id)) {
            cx.send(Action::Milestone(nearest.id.clone()));
        }
    }
    let y = rail.center().y;
    widgets::rule(ui, *scale.points.start(), *scale.points.end(), y, Stroke::new(measure::STRONG, cx.colors.edge));
    let rest = milestones.iter().filter(|m| chosen.is_none_or(|c| c.id != m.id));
    for milestone in rest.chain(chosen) {
        dot_ui(ui, cx, milestone, pos2(scale.at(milestone.date.position()), y), &response);
    }
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
}

fn dot_ui(ui: &Ui, cx: &Cx<'_>, milestone: &Milestone, center: egui::Pos2, rail: &egui::Response) {
    let [small, large] = DOT;
    if cx.state.milestone.as_ref() == Some(&milestone.id) {
        ui.painter().circle_filled(center, large, cx.colors.accent);
        return;
    }
    let color = if concerns_choice(cx, milestone) { cx.colors.accent } else { cx.colors.text };
    let near = rail.hover_pos().is_some_and(|p| (p.x - center.x).abs() < small);
    let fill = if near { crate::ui::theme::mix(cx.colors.bg, cx.colors.text, 0.14) } else { cx.colors.bg };
    ui.painter().circle(center, small, fill, Stroke::new(measure::STRONG, color));
}

/// A year over a dot.
struct YearLabel {
    year: String,
    x: f32,
    role: Role,
    color: egui::Color32,
}

/// The years over the dots: the chosen one, the first, the last, then as many others as have room.
fn labels_ui(ui: &Ui, cx: &Cx<'_>, scale: &Scale, room: Rect) {
    let milestones = &cx.x().milestones;
    let chosen = milestones.iter().filter(|m| cx.state.milestone.as_ref() == Some(&m.id));
    let marked = milestones.iter().filter(|m| concerns_choice(cx, m));
    let order = chosen.chain(marked).chain(milestones.first()).chain(milestones.last()).chain(milestones);
    let mut taken: Vec<(u16, RangeInclusive<f32>)> = Vec::new();
    for milestone in order {
        let is_chosen = cx.state.milestone.as_ref() == Some(&milestone.id);
        let accent = is_chosen || concerns_choice(cx, milestone);
        let label = YearLabel {
            year: milestone.date.year.to_string(),
            x: scale.at(milestone.date.position()),
            role: if is_chosen { Role::LabelStrong } else { Role::Label },
            color: if accent { cx.colors.accent } else { cx.colors.text },
        };
        let width = cx.label(&label.year, label.role).size(ui.ctx()).x;
        let left = (label.x - width / 2.0).clamp(room.left(), (room.right() - width).max(room.left()));
        let span = left - 8.0..=left + width + 8.0;
        let meets = |other: &RangeInclusive<f32>| span.start() < other.end() && other.start() < span.end();
        if taken.iter().any(|(year, other)| *year == milestone.date.year || meets(other)) {
            continue;
        }
        cx.label(&label.year, label.role).color(label.color).paint(ui, pos2(left, room.top()));
        taken.push((milestone.date.year, span));
    }
}

/// The room of a batch's bar. It ends where the next batch arrives, if that is in the year in which it left: the month of
/// leaving is often not printed, and a gap would claim that nobody was there.
fn bar_room(cx: &Cx<'_>, scale: &Scale, bars: Rect, (index, batch): (usize, &Batch)) -> Rect {
    let next = cx.x().batches.get(index + 1).map(|b| b.arrive.date);
    let left = batch.leave.as_ref().map(|w| w.date);
    let end = left.map(|left| next.filter(|next| next.year == left.year).unwrap_or(left));
    let from = scale.at(batch.arrive.date.position());
    let to = end.map_or(*scale.points.end(), |date| scale.at(date.position())).max(from + 8.0);
    Rect::from_min_max(pos2(from + 2.0, bars.top()), pos2(to - 2.0, bars.bottom()))
}

/// A batch's bar over its years; opens its sheet.
fn batch_ui(ui: &Ui, cx: &Cx<'_>, bar: Rect, (index, batch): (usize, &Batch)) {
    let until = batch.leave.as_ref().map(|w| w.date);
    let target = Rect::from_center_size(bar.center(), vec2(bar.width(), bar.height().max(measure::TARGET)));
    let response = ui.interact(target, Id::unique(("timeline batch", batch.number)), Sense::click());
    let mark = if batch.has_inferred_years() { " *" } else { "" };
    let words = cx.say(Say::Batch(batch.number));
    let name = format!("{words}, {}{mark}", text::years(batch.arrive.date, until));
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    if response.clicked() {
        cx.send(Action::Sheet(Subject::Batch(batch.number)));
    }
    let radius = CornerRadius::same(4);
    ui.painter().rect_filled(bar, radius, cx.touched(cx.colors.calc, &response));
    let long = format!("{words}{mark}");
    let fits = cx.label(&long, Role::Note).size(ui.ctx()).x < bar.width() - 8.0;
    let short = if index == 0 && fits { long } else { format!("{}{mark}", batch.number) };
    let label = cx.label(&short, Role::Note).align(Align::Center);
    if label.size(ui.ctx()).x < bar.width() {
        label.paint_in(ui, bar);
    }
    widgets::focus_ring(ui, &response.with_new_rect(bar), 4, &cx.colors);
}
