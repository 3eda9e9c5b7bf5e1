//! The axis in true scale: a dot for each milestone, one mark for those whose dots would touch, a bar for each batch. It is
//! clicked and dragged to step through the milestones.

use std::ops::RangeInclusive;

use egui::accesskit::Role as Access;
use egui::{Align, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, remap, vec2};

use crate::model::{Batch, Milestone};
use crate::state::years::{has_arrived, has_come};
use crate::state::{Action, Rests, Subject, View};
use crate::text::{self, Say};
use crate::ui::Cx;
use crate::ui::theme::{Role, hand, measure};
use crate::ui::widgets;

use super::card::concerns_choice;

/// The space between the view's edges and the ends of the axis.
const INSET: f32 = 40.0;
/// The radius of a dot, and of the chosen one.
const DOT: [f32; 2] = [9.0, 14.0];
/// Half the height of a mark for several milestones, and of the chosen one.
const MARK: [f32; 2] = [11.5, 14.0];
/// Dots closer than this share one mark.
const TOUCHING: f32 = 23.5;
/// The height of the part that responds to touch.
const RAIL: f32 = 48.0;
/// The least height of a bar, its least width, the gap on each of its sides, its radius, and the space around its words together.
const BAR: f32 = 30.0;
const LEAST_BAR: f32 = 8.0;
const BAR_GAP: f32 = 2.0;
const BAR_RADIUS: u8 = 4;
const BAR_AIR: f32 = 8.0;
/// The gap between the bars and the note below them.
const NOTE_GAP: f32 = 14.0;
/// The least space beside a year.
const YEAR_AIR: f32 = 8.0;

/// The height of the axis; a thin one has no bars. While a year is looked at, the band at the foot has the axis of all views.
#[must_use]
pub fn height(cx: &Cx<'_>, thin: bool) -> f32 {
    if cx.year.is_some() {
        return 0.0;
    }
    let rail = cx.style(Role::Label).line + RAIL;
    if thin { rail } else { rail + bar_height(cx) + NOTE_GAP + cx.style(Role::Note).line }
}

fn bar_height(cx: &Cx<'_>) -> f32 {
    cx.style(Role::Note).line.max(BAR)
}

/// The scale of the axis: years to points.
struct Scale {
    years: RangeInclusive<f32>,
    points: RangeInclusive<f32>,
}

impl Scale {
    fn of(cx: &Cx<'_>, area: Rect) -> Self {
        let x = cx.x();
        let ends = x.batches.iter().flat_map(|b| [Some(b.arrive.date), b.leave.as_ref().map(|w| w.date)]).flatten();
        let all = x.milestones.iter().map(|m| m.date).chain(ends).map(crate::model::Date::position);
        let (from, to) = all.fold((f32::MAX, f32::MIN), |(from, to), v| (from.min(v), to.max(v)));
        let to = if to - from < 1.0 { from + 1.0 } else { to };
        Self { years: from..=to, points: area.left() + INSET..=area.right() - INSET }
    }

    fn at(&self, year: f32) -> f32 {
        remap(year, self.years.clone(), self.points.clone())
    }
}

/// Draws the axis.
pub fn axis_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, thin: bool) {
    if cx.year.is_some() {
        return;
    }
    let scale = Scale::of(cx, area);
    let labels = cx.style(Role::Label).line;
    let rail = Rect::from_min_size(area.min + vec2(0.0, labels), vec2(area.width(), RAIL));
    rail_ui(ui, cx, &scale, rail);
    labels_ui(ui, cx, &scale, Rect::from_min_size(area.min, vec2(area.width(), labels)));
    if !thin {
        let bars = Rect::from_min_size(rail.left_bottom(), vec2(area.width(), bar_height(cx)));
        for (i, batch) in cx.x().batches.iter().enumerate() {
            batch_ui(ui, cx, bar_area(cx, &scale, bars, (i, batch)), (i, batch));
        }
        if cx.x().batches.iter().any(Batch::has_inferred_years) {
            let note = cx.localized(&cx.x().notes.inferred);
            cx.dim(&note, Role::Note)
                .width(area.width() - 2.0 * INSET)
                .at(ui, bars.left_bottom() + vec2(INSET, NOTE_GAP));
        }
    }
}

/// The mark of one milestone or several on the axis.
struct Mark<'m> {
    milestones: Vec<&'m Milestone>,
    /// From the first to the last of them, in points.
    span: RangeInclusive<f32>,
}

impl<'m> Mark<'m> {
    /// All marks, from left to right.
    fn all(milestones: &'m [Milestone], scale: &Scale) -> Vec<Self> {
        let x = |milestone: &Milestone| scale.at(milestone.date.position());
        let mut sorted: Vec<&Milestone> = milestones.iter().collect();
        sorted.sort_by(|a, b| x(a).total_cmp(&x(b)));
        let together = sorted.chunk_by(|a, b| x(b) - x(a) < TOUCHING);
        let mark = |part: &[&'m Milestone]| {
            let (first, last) = (part.first()?, part.last()?);
            Some(Self { span: x(first)..=x(last), milestones: part.to_vec() })
        };
        together.filter_map(mark).collect()
    }

    fn place_of(&self, milestone: &Milestone) -> Option<usize> {
        self.milestones.iter().position(|m| m.id == milestone.id)
    }

    fn distance(&self, x: f32) -> f32 {
        (self.span.start() - x).max(x - self.span.end()).max(0.0)
    }

    /// The milestone that a click chooses: the first, or the one after the chosen one, then the first again.
    fn touched(&self, chosen: Option<&Milestone>) -> Option<&'m Milestone> {
        let next = chosen.and_then(|chosen| self.place_of(chosen)).map_or(0, |at| at + 1);
        self.milestones.get(next).or(self.milestones.first()).copied()
    }
}

/// The milestone that the pointer chooses: a drag the nearest milestone, a click the nearest mark's.
fn under_pointer<'m>(
    response: &egui::Response,
    scale: &Scale,
    marks: &[Mark<'m>],
    chosen: Option<&Milestone>,
) -> Option<&'m Milestone> {
    let x = response.interact_pointer_pos()?.x;
    if response.dragged() {
        let distance = |m: &&&Milestone| (scale.at(m.date.position()) - x).abs();
        let all = marks.iter().flat_map(|mark| &mark.milestones);
        return all.min_by(|a, b| distance(a).total_cmp(&distance(b))).copied();
    }
    let nearest = marks.iter().min_by(|a, b| a.distance(x).total_cmp(&b.distance(x)));
    nearest.filter(|_| response.clicked())?.touched(chosen)
}

/// The line with its marks.
fn rail_ui(ui: &Ui, cx: &Cx<'_>, scale: &Scale, rail: Rect) {
    let milestones = &cx.x().milestones;
    let response = ui.interact(rail, Id::unique("timeline axis"), Sense::click_and_drag());
    let chosen = cx.state.milestone().and_then(|id| milestones.iter().find(|m| m.id == *id));
    let mut name = cx.say(Say::View(View::Timeline));
    if let Some(chosen) = chosen {
        name = format!("{name}: {}, {}", chosen.date.year, cx.localized(&chosen.title));
    }
    response.widget_info(|| WidgetInfo::labeled(Access::Slider, true, &name));
    let marks = Mark::all(milestones, scale);
    let wanted = under_pointer(&response, scale, &marks, chosen);
    if let Some(wanted) = wanted.filter(|m| chosen.is_none_or(|c| c.id != m.id)) {
        cx.send(Action::Milestone(wanted.id.clone()));
    }
    let y = rail.center().y;
    widgets::rule(ui, *scale.points.start(), *scale.points.end(), y, Stroke::new(measure::STRONG, cx.colors.edge));
    for mark in &marks {
        match mark.milestones.as_slice() {
            [only] => dot_ui(ui, cx, only, pos2(*mark.span.start(), y), &response),
            _ => mark_ui(ui, cx, mark, chosen, y, &response),
        }
    }
    widgets::focus_ring(ui, &response, measure::RADIUS_ROW, &cx.colors);
}

fn is_lit(cx: &Cx<'_>, milestone: &Milestone) -> bool {
    let rests = cx.rests(&Subject::Milestone(milestone.id.clone()));
    rests.is_none_or(Rests::any) && has_come(milestone, cx.year)
}

fn dot_ui(ui: &Ui, cx: &Cx<'_>, milestone: &Milestone, center: egui::Pos2, rail: &egui::Response) {
    let cx = &cx.lit(is_lit(cx, milestone));
    let [small, large] = DOT;
    if cx.state.milestone() == Some(&milestone.id) {
        ui.painter().circle_filled(center, large, cx.colors.accent);
        return;
    }
    let color = if concerns_choice(cx, milestone) { cx.colors.accent } else { cx.colors.text };
    let near = rail.hover_pos().filter(|_| hand::hovers(rail)).is_some_and(|p| (p.x - center.x).abs() < small);
    let fill = if near { crate::ui::theme::mix(cx.colors.bg, cx.colors.text, 0.14) } else { cx.colors.bg };
    ui.painter().circle(center, small, fill, Stroke::new(measure::STRONG, color));
}

/// The mark of several milestones: as long as the time between them, with their number in it.
fn mark_ui(ui: &Ui, cx: &Cx<'_>, mark: &Mark<'_>, chosen: Option<&Milestone>, y: f32, rail: &egui::Response) {
    let cx = &cx.lit(mark.milestones.iter().any(|m| is_lit(cx, m)));
    let is_chosen = chosen.is_some_and(|chosen| mark.place_of(chosen).is_some());
    let [small, large] = MARK;
    let half = if is_chosen { large } else { small };
    let area = Rect::from_x_y_ranges(mark.span.start() - half..=mark.span.end() + half, y - half..=y + half);
    let concerned = mark.milestones.iter().any(|m| concerns_choice(cx, m));
    let color = if concerned { cx.colors.accent } else { cx.colors.text };
    let near = rail.hover_pos().filter(|_| hand::hovers(rail)).is_some_and(|p| mark.distance(p.x) < small);
    let (fill, ink) = match (is_chosen, near) {
        (true, _) => (cx.colors.accent, cx.colors.on_accent),
        (false, true) => (crate::ui::theme::mix(cx.colors.bg, cx.colors.text, 0.14), color),
        (false, false) => (cx.colors.bg, color),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    let radius = CornerRadius::same(half as u8);
    ui.painter().rect_filled(area, radius, fill);
    if !is_chosen {
        ui.painter().rect_stroke(area, radius, Stroke::new(measure::STRONG, color), StrokeKind::Middle);
    }
    let count = mark.milestones.len().to_string();
    cx.label(&count, Role::NoteStrong).color(ink).align(Align::Center).paint_in(ui, area);
}

/// A year over a dot.
struct YearLabel {
    year: String,
    x: f32,
    role: Role,
    color: egui::Color32,
}

/// The years over the dots: the chosen one, those of the chosen province, the first, the last, then as many others as fit.
fn labels_ui(ui: &Ui, cx: &Cx<'_>, scale: &Scale, area: Rect) {
    let milestones = &cx.x().milestones;
    let chosen = milestones.iter().filter(|m| cx.state.milestone() == Some(&m.id));
    let marked = milestones.iter().filter(|m| concerns_choice(cx, m));
    let order = chosen.chain(marked).chain(milestones.first()).chain(milestones.last()).chain(milestones);
    let mut taken: Vec<(u16, RangeInclusive<f32>)> = Vec::new();
    for milestone in order {
        let is_chosen = cx.state.milestone() == Some(&milestone.id);
        let accent = is_chosen || concerns_choice(cx, milestone);
        let colors = cx.lit(is_lit(cx, milestone)).colors;
        let label = YearLabel {
            year: milestone.date.year.to_string(),
            x: scale.at(milestone.date.position()),
            role: if is_chosen { Role::LabelStrong } else { Role::Label },
            color: if accent { colors.accent } else { colors.text },
        };
        let width = cx.label(&label.year, label.role).size(ui.ctx()).x;
        let left = (label.x - width / 2.0).clamp(area.left(), (area.right() - width).max(area.left()));
        let span = left - YEAR_AIR..=left + width + YEAR_AIR;
        let meets = |other: &RangeInclusive<f32>| span.start() < other.end() && other.start() < span.end();
        if taken.iter().any(|(year, other)| *year == milestone.date.year || meets(other)) {
            continue;
        }
        cx.label(&label.year, label.role).color(label.color).paint(ui, pos2(left, area.top()));
        taken.push((milestone.date.year, span));
    }
}

/// The area of a batch's bar. It ends where the next batch arrives, if that is in the year in which it left: the month of
/// leaving is often not printed, and a gap would claim that nobody was there.
fn bar_area(cx: &Cx<'_>, scale: &Scale, bars: Rect, (index, batch): (usize, &Batch)) -> Rect {
    let next = cx.x().batches.get(index + 1).map(|b| b.arrive.date);
    let left = batch.leave.as_ref().map(|w| w.date);
    let end = left.map(|left| next.filter(|next| next.year == left.year).unwrap_or(left));
    let from = scale.at(batch.arrive.date.position());
    let to = end.map_or(*scale.points.end(), |date| scale.at(date.position())).max(from + LEAST_BAR);
    Rect::from_min_max(pos2(from + BAR_GAP, bars.top()), pos2(to - BAR_GAP, bars.bottom()))
}

/// A batch's bar over its years; opens its sheet.
fn batch_ui(ui: &Ui, cx: &Cx<'_>, bar: Rect, (index, batch): (usize, &Batch)) {
    let rests = cx.rests(&Subject::Batch(batch.number));
    // It shows the years alone.
    let rests = rests.map(|rests| Rests { years: rests.years, ..Rests::default() });
    let cx = &cx.lit(rests.is_none_or(Rests::any) && has_arrived(cx.x(), batch.number, cx.year));
    let until = batch.leave.as_ref().map(|w| w.date);
    let target = Rect::from_center_size(bar.center(), vec2(bar.width(), bar.height().max(measure::TARGET)));
    let response = ui.interact(target, Id::unique(("timeline batch", batch.number)), Sense::click());
    let mark = if batch.has_inferred_years() { " *" } else { "" };
    let words = cx.say(Say::Batch(batch.number));
    let name = format!("{words}, {}{mark}", text::years(batch.arrive.date, until));
    let name = cx.spoken(name, rests);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    if response.clicked() {
        cx.send(Action::Sheet(Subject::Batch(batch.number)));
    }
    let radius = CornerRadius::same(BAR_RADIUS);
    ui.painter().rect_filled(bar, radius, cx.touched(cx.colors.calc, &response));
    let long = format!("{words}{mark}");
    let fits = cx.label(&long, Role::Note).size(ui.ctx()).x < bar.width() - BAR_AIR;
    let short = if index == 0 && fits { long } else { format!("{}{mark}", batch.number) };
    let label = cx.label(&short, Role::Note).align(Align::Center);
    if label.size(ui.ctx()).x < bar.width() {
        label.paint_in(ui, bar);
    }
    widgets::focus_ring(ui, &response.with_new_rect(bar), BAR_RADIUS, &cx.colors);
}

#[cfg(test)]
mod tests {
    use super::{Mark, Scale};
    use crate::model::{Date, Milestone, Rest, Words};

    fn milestone(id: &str, date: &str) -> Milestone {
        let date = Date::try_from(date.to_owned()).expect("a date");
        let words = Words::default;
        Milestone {
            id: id.into(),
            date,
            date_note: words(),
            title: words(),
            text: words(),
            certainty: words(),
            photo: None,
            provinces: Vec::new(),
            sources: Vec::new(),
            rest: Rest::new(),
        }
    }

    #[test]
    fn dots_that_would_touch_are_one_mark_that_reaches_each_of_them() {
        let all = ["1994", "2010-01", "2010-06", "2015"].map(|date| milestone(date, date));
        let scale = Scale { years: 1994.0..=2024.0, points: 0.0..=1200.0 };
        let marks = Mark::all(&all, &scale);
        assert_eq!(marks.iter().map(|mark| mark.milestones.len()).collect::<Vec<_>>(), [1, 2, 1]);
        let mut chosen = None;
        for wanted in ["2010-01", "2010-06", "2010-01"] {
            chosen = marks[1].touched(chosen);
            assert_eq!(chosen.map(|m| m.id.as_str()), Some(wanted));
        }
    }
}
