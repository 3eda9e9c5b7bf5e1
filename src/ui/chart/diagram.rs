//! The diagram of two sides: provinces left, divisions right, a ribbon for each pairing.

use egui::{Align, Color32, Pos2, Rect, Ui, pos2, vec2};

use super::plan::{Plan, Ribbon, Row};
use super::ribbon::Course;
use crate::ui::Cx;
use crate::ui::marks::{Line, Mark, Shape, Text};
use crate::ui::theme::measure;
use crate::ui::typeset::Label;

/// The width of the lines along the chosen ribbon.
const CHOSEN_EDGE: f32 = 1.0;

/// A diagram: where its parts stand, and how large they are, in points.
#[derive(Clone)]
pub struct Diagram {
    /// Its rows, ends and ribbons.
    pub plan: Plan,
    /// The top of its rows.
    pub top: f32,
    /// The left ends of the provinces' names, of their bars and of the divisions' bars, and the right end of the divisions'
    /// names.
    pub columns: [f32; 4],
    /// The width of the upright bars at the ends of ribbons, and the gap from a bar to its name.
    pub node: [f32; 2],
    /// The widths of the lines between ribbons, and of the outline of a pairing that is over.
    pub lines: [f32; 2],
    /// Whether rows and ends without a ribbon in the year have a hollow bar.
    pub has_hollow: bool,
    /// Whether the names of provinces, and of divisions, are readable by screen readers.
    pub named: [bool; 2],
}

impl Diagram {
    /// The course of a ribbon.
    #[must_use]
    pub fn course(&self, ribbon: &Ribbon) -> Course {
        let [_, from, to, _] = self.columns;
        Course {
            from: pos2(from + self.node[0], self.top + ribbon.from),
            to: pos2(to, self.top + ribbon.to),
            thick: self.plan.pitch.ribbon,
        }
    }

    /// The ribbons, each in its colour, then the outlines of pairings that are over, then the ribbons of the chosen province.
    #[must_use]
    pub fn ribbons(&self, cx: &Cx<'_>, color: impl Fn(&Ribbon) -> Color32) -> Vec<Mark> {
        let colors = &cx.colors;
        let [between, outline] = self.lines;
        let (over, held): (Vec<&Ribbon>, Vec<&Ribbon>) = self.plan.ribbons.iter().partition(|ribbon| ribbon.over);
        let (chosen, held): (Vec<&Ribbon>, Vec<&Ribbon>) = held.into_iter().partition(|r| is_chosen(cx, r.province));
        let held = held.into_iter().flat_map(|r| self.course(r).fill(color(r), Line::new(between, colors.bg)));
        let toned = |ribbon: &Ribbon| cx.lit(is_lit(cx, ribbon)).colors;
        let over = over.into_iter().flat_map(|r| self.course(r).outline(Line::new(outline, toned(r).text)));
        let chosen = chosen.into_iter().map(|ribbon| (self.course(ribbon), toned(ribbon).accent));
        let chosen = chosen.flat_map(|(course, accent)| course.fill(accent, Line::new(CHOSEN_EDGE, accent)));
        held.chain(over).chain(chosen).map(Into::into).collect()
    }

    /// The bar of a province and its name, pale where it is not paired in the year shown, and the area of each.
    #[must_use]
    pub fn row(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        row: &Row,
        set: impl FnOnce(Color32, f32) -> Label<'static>,
    ) -> (Vec<Mark>, [Rect; 2]) {
        let is_lit = self.plan.ribbons.iter().any(|ribbon| ribbon.province == row.province && is_lit(cx, ribbon));
        let cx = &cx.lit(is_lit);
        let color = match (is_chosen(cx, row.province), row.paired) {
            (true, _) => cx.colors.accent,
            (false, true) => cx.colors.text,
            (false, false) => cx.colors.dim,
        };
        let [left, from, ..] = self.columns;
        let y = self.top + row.y;
        let bar = Rect::from_min_size(
            pos2(from, y - self.plan.pitch.ribbon / 2.0),
            vec2(self.node[0], self.plan.pitch.ribbon),
        );
        let right = from - self.node[1];
        let label = set(color, right - left).align(Align::Max);
        let words = name(ui, &label, pos2(right, y), self.named[0]);
        let areas = [bar, words.rect(ui.ctx())];
        (self.bar(cx, bar, color, row.paired).into_iter().chain([words.into()]).collect(), areas)
    }

    /// The bars of the divisions, and their names, set in their colours.
    #[must_use]
    pub fn ends(&self, ui: &Ui, cx: &Cx<'_>, set: impl Fn(&str, bool, f32) -> Label<'static>) -> Vec<Mark> {
        let mut marks = Vec::new();
        let [.., to, right] = self.columns;
        for end in &self.plan.ends {
            let Some(division) = cx.x().divisions.get(end.division) else { continue };
            let is_chosen = self.plan.ribbons.iter().any(|r| {
                let pairing = cx.x().pairings.get(r.pairing);
                !r.over && is_chosen(cx, r.province) && pairing.is_some_and(|p| p.division == division.id)
            });
            let y = self.top + end.y;
            let left = to + self.node[0] + self.node[1];
            let label = set(&cx.localized(&division.name), is_chosen, right - left);
            let is_lit = self.plan.ribbons.iter().any(|r| {
                let pairing = cx.x().pairings.get(r.pairing);
                pairing.is_some_and(|p| p.division == division.id) && is_lit(cx, r)
            });
            let label = if is_lit { label } else { label.color(cx.lit(false).colors.text) };
            let bar = Rect::from_min_size(pos2(to, y - end.height / 2.0), vec2(self.node[0], end.height));
            marks.extend(self.bar(cx, bar, label.ink(), end.paired));
            marks.push(name(ui, &label, pos2(left, y), self.named[1]).into());
        }
        marks
    }

    fn bar(&self, cx: &Cx<'_>, rect: Rect, fill: Color32, is_paired: bool) -> Option<Mark> {
        let hollow = Shape::Frame { rect, radius: 0, line: Line::new(measure::CONTROL, cx.colors.edge) };
        if is_paired {
            Some(Shape::Rect { rect, radius: 0, fill }.into())
        } else {
            self.has_hollow.then(|| hollow.into())
        }
    }
}

/// A name beside a bar, in the middle of its height.
fn name(ui: &Ui, label: &Label<'_>, middle: Pos2, named: bool) -> Text {
    let at = middle - vec2(0.0, label.size(ui.ctx()).y / 2.0);
    Text { named, ..Text::new(label, at) }
}

/// A province's name, with a star where the beginning of its pairing is inferred.
#[must_use]
pub fn province_name(cx: &Cx<'_>, province: usize, year: u16) -> String {
    let Some(found) = cx.x().provinces.get(province) else { return String::new() };
    let inferred = cx.x().pairings.iter().any(|p| p.province == found.id && p.inferred && p.holds_in(year));
    let name = cx.localized(&found.name);
    if inferred { format!("{name}*") } else { name }
}

/// The widths of the widest name of a province and of a division, as set by `set`, in points.
#[must_use]
pub fn widest(ui: &Ui, cx: &Cx<'_>, year: u16, set: [&dyn Fn(&str) -> Label<'static>; 2]) -> [f32; 2] {
    let [province, division] = set.map(|set| move |name: String| set(&name).size(ui.ctx()).x);
    let provinces = (0..cx.x().provinces.len()).map(|i| province_name(cx, i, year));
    let divisions = cx.x().divisions.iter().map(|d| cx.localized(&d.name));
    [provinces.map(province).fold(0.0, f32::max), divisions.map(division).fold(0.0, f32::max)]
}

/// True unless a ribbon is dimmed, as its pairing does not rest on the source whose support is shown.
#[must_use]
pub fn is_lit(cx: &Cx<'_>, ribbon: &Ribbon) -> bool {
    let pairing = cx.x().pairings.get(ribbon.pairing);
    cx.highlights().is_none_or(|trace| pairing.is_some_and(|pairing| trace.pairing(pairing).any()))
}

/// True when the province at a position is the chosen one.
#[must_use]
pub fn is_chosen(cx: &Cx<'_>, province: usize) -> bool {
    let id = cx.x().provinces.get(province).map(|p| &p.id);
    id.is_some() && id == cx.state.filter().province.as_ref()
}
