//! Standing bars: one slot for each place, with words over and under its bar, and brackets over places with a figure together.

use egui::{Align, Pos2, Rect, Ui, pos2, vec2};

use super::places::{AxisSlot, Chart, Look, Span};
use super::scale::{self, Bars, per_person};
use super::{Item, MARK, Measures, Sketch, Target, bar::bar, differs, height};
use crate::text;
use crate::ui::Cx;
use crate::ui::marks::{Line, Paint, Shape, Text};
use crate::ui::typeset::Label;

/// How much higher than its own words a bar must be for them to stand in it, and from its top to them, in points.
const AROUND_WORDS: f32 = 12.0;
const OVER_WORDS: f32 = 10.0;
/// The gap under the mark of other reports, around it where it stands alone, after it, and before it beside a value, in points.
const UNDER_MARK: f32 = 2.0;
const AROUND_MARK: f32 = 4.0;
const AFTER_MARK: f32 = 6.0;
const BEFORE_MARK: f32 = 8.0;
/// How far the target of a bracket reaches over its words, in points.
const OVER_BRACKET: f32 = 6.0;

/// The words of a place, set, from its bar outwards.
#[derive(Default)]
pub struct Column<'c> {
    /// Words in the bar or slot, or over it where it is too low for them.
    pub inside: Option<Label<'c>>,
    /// Words over the bar, from below upwards.
    pub over: Vec<Label<'c>>,
    /// Other reports over all that.
    pub also: Also<'c>,
    /// Words under the axis, each with its distance from it, in points.
    pub under: Vec<(f32, Label<'c>)>,
    /// The height that the scale leaves free over the bar, in points; the height of the words where `None`.
    pub free: Option<f32>,
}

/// The mark of other reports over a bar.
#[derive(Default)]
pub enum Also<'c> {
    /// No mark: there are none, or only words.
    #[default]
    None,
    /// Before its words.
    Words(Label<'c>),
    /// Alone, beside the value of this width.
    Beside(f32),
    /// Alone, over the value.
    Over,
}

impl Column<'_> {
    /// The height left free over the bar, in points.
    #[must_use]
    pub fn height(&self, ui: &Ui, measures: &Measures) -> f32 {
        let also = match &self.also {
            Also::None | Also::Beside(_) => 0.0,
            Also::Words(label) => label.size(ui.ctx()).y.max(MARK) + UNDER_MARK,
            Also::Over => MARK + AROUND_MARK,
        };
        let words = height(ui, &self.over) + also;
        self.free.unwrap_or(if words > 0.0 { measures.gap + words } else { 0.0 })
    }
}

/// A chart of standing bars.
pub struct Standing<'c> {
    /// Its places and spans.
    pub chart: &'c Chart,
    /// The words of each place.
    pub columns: Vec<Column<'c>>,
    /// The words of each bracket, one below the other.
    pub spans: Vec<Vec<Label<'c>>>,
    /// Its sizes.
    pub measures: Measures,
    /// Where the bars stand. [`Self::items`] finds their scale, and the height of unpublished figures' slots where bars are low.
    pub bars: Bars,
    /// The width of such a slot, with its words in it.
    pub void: f32,
    /// The bottom of the targets, below the axis.
    pub bottom: f32,
}

impl<'c> Standing<'c> {
    /// Lays it out, from the back to the front.
    #[must_use]
    pub fn items(mut self, ui: &Ui, cx: &Cx<'_>) -> Vec<Item<'c>> {
        let is_void_low = self.find_scale(ui);
        let (chart, plot) = (self.chart, self.bars.plot);
        let mut items = vec![self.grid(ui, cx)];
        for (i, place) in chart.places.iter().enumerate() {
            let starting = chart.spans.iter().zip(&self.spans).filter(|(span, _)| span.first == i);
            items.extend(starting.map(|(span, labels)| self.bracket(ui, cx, span, labels)));
            let over = chart.spans.iter().find(|span| span.covers(i));
            let top = over.map_or(plot.top(), |span| self.bracket_line(ui, span));
            let (x, half) = (self.bars.middle(i), self.bars.pitch / 2.0);
            let area = Rect::from_min_max(pos2(x - half, top), pos2(x + half, self.bottom));
            // The words of other reports have their own tone; all others come in theirs.
            let toned = cx.lit(place.is_lit(|rests| rests.other_report));
            let mut sketch = Sketch::new(ui, &toned);
            self.column(&mut sketch, i, place, is_void_low);
            items.push(Item { target: Some(Target::place(cx, area, i, place)), marks: sketch.marks });
        }
        let axis = Line::new(self.measures.lines[1], cx.colors.text);
        items.push(Item::still([Shape::rule(plot.left(), plot.right(), plot.bottom(), axis)]));
        items
    }

    /// Finds the scale; true where the slots of unpublished figures are too low for their words, which then stand over them.
    fn find_scale(&mut self, ui: &Ui) -> bool {
        let (chart, measures) = (self.chart, &self.measures);
        self.bars.per_person = per_person(chart, |i, _| {
            let words = self.columns.get(i).map_or(0.0, |column| column.height(ui, measures));
            let over = chart.spans.iter().zip(&self.spans).find(|(span, _)| span.covers(i));
            let over = over.map_or(0.0, |(_, labels)| span_height(ui, measures, labels));
            (self.bars.plot.height() - words - over).max(1.0)
        });
        let roomy = self.bars.void;
        self.bars.void = scale::void_length(chart, self.bars.per_person, roomy);
        let is_low = self.bars.void < roomy;
        if is_low {
            self.void = self.bars.thick;
            for (column, place) in self.columns.iter_mut().zip(&chart.places) {
                let words = column.inside.as_ref().filter(|_| place.look == Look::NotPublished);
                column.free = words.map(|label| measures.gap + label.size(ui.ctx()).y).or(column.free);
            }
        }
        is_low
    }

    /// The area of a bar, or of the slot of a figure that is not published.
    fn bar(&self, i: usize, look: Look) -> Rect {
        let thick = if look == Look::NotPublished { self.void } else { self.bars.thick };
        let middle = self.bars.middle(i);
        let (min, _) = Bars { thick, ..self.bars }.bar(middle, look);
        let off = vec2(0.0, -self.chart.off_axis(look));
        Rect::from_min_max(min, pos2(middle + thick / 2.0, self.bars.plot.bottom())).translate(off)
    }

    /// The height of the line of a bracket over several places.
    fn bracket_line(&self, ui: &Ui, span: &Span) -> f32 {
        let places = self.chart.places.iter().zip(&self.columns).enumerate().filter(|(i, _)| span.covers(*i));
        let tops = places.map(|(i, (place, column))| self.bar(i, place.look).top() - column.height(ui, &self.measures));
        tops.fold(self.bars.plot.bottom(), f32::min) - self.measures.bracket[0]
    }

    /// The grid lines with their numbers.
    fn grid(&self, ui: &Ui, cx: &Cx<'_>) -> Item<'c> {
        let (plot, measures) = (self.bars.plot, &self.measures);
        let mut sketch = Sketch::new(ui, cx);
        let values = scale::grid(self.chart.highest(), plot.height(), measures.grid[0]);
        for value in values.into_iter().chain(measures.has_zero.then_some(0.0)) {
            let y = plot.bottom() - if value > 0.0 { scale::length(value, self.bars.per_person) } else { 0.0 };
            sketch.put(Shape::rule(plot.left(), plot.right(), y, Line::new(measures.lines[0], cx.colors.line)));
            let words = text::number(value);
            let label = Label::new(&words, measures.numbers.clone(), cx.colors.dim).align(Align::Max);
            let height = label.size(ui.ctx()).y;
            sketch.put(Text::new(&label, pos2(plot.left() - measures.grid[1], y - height / 2.0)));
        }
        Item { target: None, marks: sketch.marks }
    }

    /// A bar with its words in it, over it and under it. A worked-out figure must not look reported: where a bar is too low for
    /// its words, they stand over it.
    fn column(&self, sketch: &mut Sketch<'_>, i: usize, place: &AxisSlot, is_void_low: bool) {
        let area = self.bar(i, place.look);
        sketch.marks = bar(area, place.look, &self.measures.bar);
        let Some(column) = self.columns.get(i) else { return };
        let (x, is_void) = (area.center().x, place.look == Look::NotPublished);
        let mut top = area.top() - self.measures.gap;
        if let Some(label) = &column.inside {
            let height = label.size(sketch.ui.ctx()).y;
            if is_void && !is_void_low {
                sketch.halo(label, pos2(x, area.center().y - height / 2.0), label.ink().into());
            } else if !is_void && height + AROUND_WORDS <= area.height() {
                sketch.put(Text::new(label, pos2(x, area.top() + OVER_WORDS)).ink(Paint::OnBar));
            } else {
                top = self.over(sketch, label, pos2(x, top));
            }
        }
        for (at, label) in column.over.iter().enumerate() {
            let bottom = top;
            top = self.over(sketch, label, pos2(x, top));
            // The value stands first.
            if at == 0 {
                sketch.underline(place.rests, label.rect(sketch.ui.ctx(), pos2(x, top)).with_max_y(bottom));
            }
        }
        also(sketch, column, pos2(x, top));
        for (below, label) in &column.under {
            sketch.put(Text::new(label, pos2(x, self.bars.plot.bottom() + below)));
        }
    }

    /// Sets words with their bottom at a point; returns their top.
    fn over(&self, sketch: &mut Sketch<'_>, label: &Label<'_>, at: Pos2) -> f32 {
        let text = Text::new(label, at - vec2(0.0, label.size(sketch.ui.ctx()).y));
        let top = text.at.y;
        if self.measures.bar.covers {
            sketch.over_grid(text);
        } else {
            sketch.put(text);
        }
        top
    }

    /// The bracket over several places, with their figure.
    fn bracket(&self, ui: &Ui, cx: &Cx<'_>, span: &'c Span, labels: &[Label<'_>]) -> Item<'c> {
        let y = self.bracket_line(ui, span);
        let [_, end, to_words, tick] = self.measures.bracket;
        let line = self.bars.bracket([span.first, span.last].map(|place| self.bars.middle(place)), y, end);
        let top = y - to_words - height(ui, labels);
        let area = Rect::from_min_max(pos2(line[0].x, top - OVER_BRACKET), pos2(line[3].x, y));
        let x = area.center().x;
        let toned = cx.lit(span.is_lit());
        let mut sketch = Sketch::new(ui, &toned);
        sketch.bracket(line, [pos2(x, y), pos2(x, y - tick)], self.measures.lines[2], (labels, pos2(x, top)));
        if let Some(value) = labels.first() {
            sketch.underline(span.rests, value.rect(ui.ctx(), pos2(x, top)));
        }
        Item { target: Some(Target::span(area, span)), marks: sketch.marks }
    }
}

/// The height of a bracket with its words, in points.
#[must_use]
pub fn span_height(ui: &Ui, measures: &Measures, labels: &[Label<'_>]) -> f32 {
    let [to_line, _, to_words, _] = measures.bracket;
    to_line + to_words + height(ui, labels)
}

/// Other reports: the mark and their words over the value, or the mark alone over or beside it.
fn also(sketch: &mut Sketch<'_>, column: &Column<'_>, at: Pos2) {
    let half = MARK / 2.0;
    let (center, words) = match &column.also {
        Also::None => return,
        Also::Words(label) => {
            let size = label.size(sketch.ui.ctx());
            let left = at.x - (size.x + MARK + AFTER_MARK) / 2.0;
            let top = at.y - UNDER_MARK - size.y.max(MARK);
            let words = Text::new(label, pos2(left + MARK + AFTER_MARK, top));
            (pos2(left + half, top + label.line() / 2.0), Some(words))
        }
        Also::Beside(width) => {
            let line = column.over.last().map_or(0.0, Label::line);
            (pos2(at.x + width / 2.0 + BEFORE_MARK + half, at.y + line / 2.0), None)
        }
        Also::Over => (pos2(at.x, at.y - UNDER_MARK - half), None),
    };
    sketch.marks.extend(differs(sketch.cx, center));
    words.map(|words| sketch.over_grid(words));
}
