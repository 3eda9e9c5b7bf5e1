//! Lying bars: one row for each place, with words before and after its bar. Figures for several places together stand beside a
//! bracket, or in a row of their own.

use egui::{Align, Pos2, Rect, Ui, pos2, vec2};

use super::places::{AxisSlot, Chart, Look, Span};
use super::scale::{self, Bars};
use super::{Item, MARK, Measures, Sketch, Target, bar::bar, differs, height};
use crate::state::Rests;
use crate::text;
use crate::ui::Cx;
use crate::ui::marks::{Line, Mark, Paint, Shape, Text};
use crate::ui::theme::Role;
use crate::ui::typeset::Label;

/// Between a value and the mark of other reports, in points.
pub const BEFORE_MARK: f32 = 10.0;
/// At the sides of a bar's own words in it, in points.
const AROUND_WORDS: f32 = 16.0;
/// Between two numbers of the axis, in points.
const BETWEEN_NUMBERS: f32 = 12.0;

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A place with its bar.
    AxisSlot(usize),
    /// A figure for several places together, where no bracket can stand beside them.
    Span(usize),
}

/// The words of a place, set.
pub struct Words<'c> {
    /// Its number and years, before the bars.
    pub names: [Label<'c>; 2],
    /// Words in the bar or slot, or after it where it is too short for them.
    pub inside: Option<Label<'c>>,
    /// Its value; `None` where there is nothing to print.
    pub value: Option<Label<'c>>,
    /// Whether the mark of other reports stands after the value.
    pub differs: bool,
    /// Further words after the bar.
    pub others: Vec<Label<'c>>,
}

/// A chart of lying bars.
pub struct Lying<'c, 's> {
    /// Its places and spans.
    pub chart: &'c Chart,
    /// The rows, from the top down.
    pub rows: &'s [Row],
    /// The positions of the spans that have a bracket.
    pub brackets: &'s [usize],
    /// How far the words of bracketed places reach, from the axis.
    pub reach: f32,
    /// Where the bars lie.
    pub bars: Bars,
    /// Where the words before them begin, and those after them end.
    pub sides: [f32; 2],
    /// Its sizes.
    pub measures: Measures,
    /// The gap from the years to the bar, in points, where all words stand in one line; stacked where `None`.
    pub in_line: Option<f32>,
    /// The words of a place.
    pub words: &'s dyn Fn(&'c AxisSlot) -> Words<'c>,
    /// The words of a bracket, or of the row of several places, for a width.
    pub together: &'s dyn Fn(&'c Span, f32) -> Vec<Label<'c>>,
    /// The visible area: rows outside it have no marks.
    pub seen: Rect,
}

impl<'c> Lying<'c, '_> {
    /// Lays it out, from the back to the front.
    #[must_use]
    pub fn items(&self, ui: &Ui, cx: &Cx<'_>) -> Vec<Item<'c>> {
        let plot = self.bars.plot;
        let upright = |x: f32| [pos2(x, plot.top()), pos2(x, plot.bottom())];
        let grid = self.grid().into_iter().map(|(x, _)| upright(x)).collect();
        let mut items = vec![Item::still([Shape::Segments(grid, Line::new(self.measures.lines[0], cx.colors.line))])];
        // A row out of sight has only a target, which keys can reach.
        let mut add = |target: Target<'c>, is_lit: bool, draw: &dyn Fn(&mut Sketch<'_>, Rect)| {
            let toned = cx.lit(is_lit);
            let mut sketch = Sketch::new(ui, &toned);
            if self.seen.intersects(target.area) {
                draw(&mut sketch, target.area);
            }
            items.push(Item { target: Some(target), marks: sketch.marks });
        };
        for (at, item) in self.rows.iter().enumerate() {
            let row = self.row(at).with_min_x(self.sides[0]);
            match *item {
                Row::AxisSlot(i) => {
                    let spans = self.brackets.iter().map(|&span| &self.chart.spans[span]);
                    for span in spans.clone().filter(|span| span.first == i) {
                        let target = Target::span(self.bracket_room(span), span);
                        add(target, span.is_lit(), &|sketch, area| self.bracket(sketch, span, area));
                    }
                    let is_bound = spans.into_iter().any(|span| span.covers(i));
                    let right = if is_bound { plot.left() + self.reach + self.measures.gap } else { self.sides[1] };
                    let place = &self.chart.places[i];
                    let target = Target::place(cx, row.with_max_x(right), i, place);
                    // The words come in their own tones; the mark of other reports is drawn here.
                    let is_lit = place.is_lit(|rests| rests.other_report);
                    add(target, is_lit, &|sketch, area| {
                        self.place(sketch, area.center().y, place, (self.words)(place));
                    });
                }
                Row::Span(i) => {
                    let span = &self.chart.spans[i];
                    add(Target::span(row, span), span.is_lit(), &|sketch, area| self.span(sketch, span, area));
                }
            }
        }
        let axis = Line::new(self.measures.lines[1], cx.colors.text);
        items.push(Item::still([Shape::Segments(vec![upright(plot.left())], axis)]));
        items
    }

    /// The numbers of the axis with their tops at `top`, as many as have room.
    #[must_use]
    pub fn numbers(&self, ui: &Ui, cx: &Cx<'_>, top: f32) -> Vec<Mark> {
        let [mut right, end] = self.sides;
        let mut marks = Vec::new();
        for (x, value) in self.grid() {
            let words = text::number(value);
            let label = Label::new(&words, self.measures.numbers.clone(), cx.colors.dim).align(Align::Center);
            let half = label.size(ui.ctx()).x / 2.0;
            if x - half >= right && x + half <= end {
                marks.push(Text::new(&label, pos2(x, top)).into());
                right = x + half + BETWEEN_NUMBERS;
            }
        }
        marks
    }

    /// The grid lines: where they stand, and for how many people.
    fn grid(&self) -> Vec<(f32, f64)> {
        let plot = self.bars.plot;
        let at = |value: f64| (plot.left() + scale::length(value, self.bars.per_person), value);
        scale::grid(self.chart.highest(), plot.width(), self.measures.grid[0]).into_iter().map(at).collect()
    }

    fn row(&self, at: usize) -> Rect {
        let plot = self.bars.plot;
        let top = plot.top() + scale::count(at) * self.bars.pitch;
        Rect::from_min_size(pos2(plot.left(), top), vec2(plot.width(), self.bars.pitch))
    }

    /// A bar around a middle, with the words before and after it.
    fn place(&self, sketch: &mut Sketch<'_>, middle: f32, place: &AxisSlot, words: Words<'_>) {
        let look = place.look;
        self.names(sketch, &words.names, middle);
        let (min, size) = self.bars.bar(middle, look);
        let area = Rect::from_min_size(min + vec2(self.chart.off_axis(look), 0.0), size);
        sketch.marks.extend(bar(area, look, &self.measures.bar));
        let after = words.inside.into_iter().filter(|label| !inside(sketch, label, look, area));
        let others: Vec<Label<'_>> = after.chain(words.others).collect();
        let from = pos2(area.right() + self.measures.gap, area.center().y);
        match self.in_line {
            None => stacked(sketch, (words.value.as_ref(), words.differs, place.rests), &others, from),
            Some(_) => self.one_line(sketch, words.value.iter().chain(&others), from),
        }
    }

    /// Number and years before the bars.
    fn names(&self, sketch: &mut Sketch<'_>, [number, years]: &[Label<'_>; 2], middle: f32) {
        let [high, low] = [number, years].map(|label| label.size(sketch.ui.ctx()).y);
        let (at, x, years_top) = match self.in_line {
            None => {
                let top = middle - 0.5 * (number.line() + low);
                (top, self.sides[0], top + number.line())
            }
            Some(before) => (middle - high / 2.0, self.bars.plot.left() - before, middle - low / 2.0),
        };
        sketch.put(Text::new(number, pos2(self.sides[0], at)));
        sketch.put(Text::new(years, pos2(x, years_top)));
    }

    /// Words after a bar, one beside the other.
    fn one_line<'w>(&self, sketch: &mut Sketch<'_>, labels: impl Iterator<Item = &'w Label<'w>>, from: Pos2) {
        let mut x = from.x;
        for label in labels {
            let size = label.size(sketch.ui.ctx());
            sketch.put(Text::new(label, pos2(x, from.y - size.y / 2.0)));
            x += size.x + self.measures.gap;
        }
    }

    /// The area beside the rows of a bracket.
    fn bracket_room(&self, span: &Span) -> Rect {
        let at = |place: usize| self.rows.iter().position(|row| *row == Row::AxisSlot(place)).unwrap_or_default();
        let [first, last] = [span.first, span.last].map(|place| self.row(at(place)));
        let left = self.bars.plot.left() + self.reach + self.measures.gap;
        Rect::from_min_max(pos2(left, first.top()), pos2(self.sides[1], last.bottom()))
    }

    /// The bracket beside several rows, with their figure. Its words stay within the visible part of its rows.
    fn bracket(&self, sketch: &mut Sketch<'_>, span: &'c Span, area: Rect) {
        let [to_line, end, to_words, tick] = self.measures.bracket;
        let x = self.bars.plot.left() + self.reach + to_line;
        let half = self.bars.pitch / 2.0;
        let bars = Bars { thick: self.bars.pitch * scale::BAR_SHARE, ..self.bars };
        let line = bars.bracket([area.top() + half, area.bottom() - half], x, end);
        let left = x + to_words;
        let labels = (self.together)(span, (area.right() - left).max(1.0));
        let reach = 0.5 * height(sketch.ui, &labels);
        let middle = self.seen.intersect(area).center().y;
        let middle = middle.clamp(area.top() + reach, (area.bottom() - reach).max(area.top() + reach));
        let tick = [pos2(x, middle), pos2(x + tick, middle)];
        sketch.bracket(line, tick, self.measures.lines[2], (&labels, pos2(left, middle - reach)));
        if let Some(value) = labels.first() {
            sketch.underline(span.rests, value.rect(sketch.ui.ctx(), pos2(left, middle - reach)));
        }
    }

    /// The figure of several places in a row of its own, without a bar.
    fn span(&self, sketch: &mut Sketch<'_>, span: &'c Span, area: Rect) {
        let batches = sketch.cx.label(&span.batches, Role::Strong);
        let top = area.center().y - batches.size(sketch.ui.ctx()).y / 2.0;
        sketch.put(Text::new(&batches, pos2(area.left(), top)).ink(Paint::Bracket));
        let left = self.bars.plot.left() + self.measures.gap;
        let labels = (self.together)(span, area.right() - left);
        let mut at = pos2(left, area.center().y - height(sketch.ui, &labels) / 2.0);
        for (i, label) in labels.iter().enumerate() {
            if i == 0 {
                sketch.underline(span.rests, label.rect(sketch.ui.ctx(), at));
            }
            at.y = sketch.over_grid(Text::new(label, at).ink(Paint::Bracket));
        }
    }
}

/// Words after a bar, one below the other: the value with the mark of other reports, then the others.
fn stacked(
    sketch: &mut Sketch<'_>,
    (value, has_mark, rests): (Option<&Label<'_>>, bool, Option<Rests>),
    others: &[Label<'_>],
    from: Pos2,
) {
    let size = value.map_or(vec2(0.0, 0.0), |label| label.size(sketch.ui.ctx()));
    let first = size.y.max(if has_mark { MARK } else { 0.0 });
    let mut at = pos2(from.x, from.y - 0.5 * (first + height(sketch.ui, others)));
    if let Some(label) = value {
        sketch.over_grid(Text::new(label, at));
        sketch.underline(rests, label.rect(sketch.ui.ctx(), at));
    }
    if has_mark {
        let gap = if value.is_some() { BEFORE_MARK } else { 0.0 };
        sketch.marks.extend(differs(sketch.cx, pos2(at.x + size.x + gap + MARK / 2.0, at.y + first / 2.0)));
    }
    at.y += first;
    for label in others {
        at.y = sketch.over_grid(Text::new(label, at));
    }
}

/// Sets a bar's own words in it; false where it is too short for them.
fn inside(sketch: &mut Sketch<'_>, label: &Label<'_>, look: Look, area: Rect) -> bool {
    let size = label.size(sketch.ui.ctx());
    let y = area.center().y - size.y / 2.0;
    if look == Look::NotPublished && size.x <= area.width() {
        sketch.halo(label, pos2(area.center().x - size.x / 2.0, y), label.ink().into());
        return true;
    }
    let fits = size.x + 2.0 * AROUND_WORDS <= area.width();
    if fits {
        sketch.put(Text::new(label, pos2(area.left() + AROUND_WORDS, y)).ink(Paint::OnBar));
    }
    fits
}
