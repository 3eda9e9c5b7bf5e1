//! The layout of charts: from figures to places and words, and from these to marks, for every output. A visitor's view, an
//! audience and paper give their own [`Measures`] and words; the places of bars, brackets, axes, ribbons and ends are decided
//! here. Nothing is drawn or made interactive here: a [`Target`] describes what can be touched.

pub mod bar;
pub mod diagram;
pub mod lying;
pub mod places;
pub mod plan;
pub mod ribbon;
pub mod scale;
pub mod standing;
pub mod totals;

use egui::{Id, Pos2, Rect, Ui, Vec2, vec2};

use super::marks::{Line, Mark, Paint, Shape, Text};
use super::theme::{Role, TextStyle, measure};
use super::typeset::Label;
use super::widgets::{self, Icon};
use super::{Cx, trace};
use crate::state::{Rests, Subject};
use bar::BarMeasures;
use places::{AxisSlot, Span};

/// The size of the mark ≠, in points.
pub const MARK: f32 = 24.0;
/// How far words on hatching are set off from it, in points.
const HALO: f32 = 3.0;
/// How far the ground behind words reaches at their sides, in points.
const GROUND: f32 = 3.0;
/// How far the line under a highlighted number stands over the foot of its line, in points.
const UNDERLINE_RISE: f32 = 2.0;
/// The sizes of [`Measures::of_view`]: grid, gap and bracket.
const GRID: [f32; 2] = [45.0, 10.0];
const GAP: f32 = 4.0;
const BRACKET: [f32; 4] = [24.0, 14.0, 12.0, 12.0];

/// The sizes of a chart's parts, in points.
#[derive(Clone, Debug)]
pub struct Measures {
    /// A bar's parts.
    pub bar: BarMeasures,
    /// The widths of grid lines, of the axis and of brackets.
    pub lines: [f32; 3],
    /// The approximate distance between grid lines, and from the axis to their numbers.
    pub grid: [f32; 2],
    /// The style of their numbers.
    pub numbers: TextStyle,
    /// Whether zero has a number too.
    pub has_zero: bool,
    /// Between a bar and its words.
    pub gap: f32,
    /// A bracket: from what it binds to its line, the length of its ends, from its line to its words, and the length of its tick.
    pub bracket: [f32; 4],
}

impl Measures {
    /// The sizes of standing bars on a visitor's screen and on paper.
    #[must_use]
    pub fn of_view(cx: &Cx<'_>) -> Self {
        Self {
            bar: BarMeasures::of_view(&cx.colors),
            lines: [measure::RULE, measure::AXIS, measure::AXIS],
            grid: GRID,
            numbers: cx.style(Role::Note),
            has_zero: false,
            gap: GAP,
            bracket: BRACKET,
        }
    }
}

/// A part of a chart: its marks, and the target that opens its sheet.
pub struct Item<'c> {
    /// Its target; `None` where there is nothing to open or to name.
    pub target: Option<Target<'c>>,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// The interactive area of a part of a chart, and the sheet it opens.
pub struct Target<'c> {
    /// The area that reacts.
    pub area: Rect,
    /// The id of its control.
    pub id: Id,
    /// The position of its place, or of the first of several.
    pub place: usize,
    /// The number of its batch, or of the last of several.
    pub last: Option<u32>,
    /// The sheet that it opens.
    pub subject: Option<&'c Subject>,
    /// Its name for screen readers.
    pub name: &'c str,
    /// Whether it is drawn in full colours, not dimmed.
    pub is_lit: bool,
}

impl Item<'_> {
    /// Marks without a target.
    #[must_use]
    pub fn still(marks: impl IntoIterator<Item = impl Into<Mark>>) -> Self {
        Self { target: None, marks: marks.into_iter().map(Into::into).collect() }
    }
}

impl<'c> Target<'c> {
    /// The target of a place.
    #[must_use]
    pub fn place(cx: &Cx<'_>, area: Rect, i: usize, place: &'c AxisSlot) -> Self {
        let id = Id::unique(("place", cx.state.chart(), i));
        let is_lit = place.is_lit(Rests::number);
        let (subject, last) = (place.subject.as_ref(), Some(place.batch));
        Self { area, id, place: i, last, subject, name: &place.name, is_lit }
    }

    /// The target of a bracket and its words.
    #[must_use]
    pub fn span(area: Rect, span: &'c Span) -> Self {
        let id = Id::unique(("span", &span.subject));
        let subject = Some(&span.subject);
        let last = if let Subject::Subtotal(_, last) = span.subject { Some(last) } else { None };
        Self { area, id, place: span.first, last, subject, name: &span.name, is_lit: span.is_lit() }
    }
}

/// The mark of other reports: ≠ in a circle.
pub fn differs(cx: &Cx<'_>, center: Pos2) -> impl Iterator<Item = Mark> {
    let ground = Shape::Disc(center, MARK / 2.0, cx.colors.bg);
    let icon = widgets::shapes(Icon::Differs, center, MARK, cx.colors.text);
    std::iter::once(ground).chain(icon).map(Into::into)
}

/// Sets entries of these widths in lines; returns their places from the upper left corner, and the height of all lines. `gap` is
/// between two entries; no line is longer than `most` unless one entry is.
#[must_use]
pub fn in_lines(widths: impl IntoIterator<Item = f32>, gap: f32, (line, most): (f32, f32)) -> (Vec<Vec2>, f32) {
    let mut at = Vec2::ZERO;
    let place = |width: f32| {
        if at.x > 0.0 && at.x + width > most {
            at = vec2(0.0, at.y + line);
        }
        let place = at;
        at.x += width + gap;
        place
    };
    let places: Vec<Vec2> = widths.into_iter().map(place).collect();
    let height = places.last().map_or(0.0, |last| last.y + line);
    (places, height)
}

/// Collects the marks of a part of a chart, and measures its texts.
struct Sketch<'s> {
    ui: &'s Ui,
    cx: &'s Cx<'s>,
    marks: Vec<Mark>,
}

impl<'s> Sketch<'s> {
    fn new(ui: &'s Ui, cx: &'s Cx<'s>) -> Self {
        Self { ui, cx, marks: Vec::new() }
    }

    fn put(&mut self, mark: impl Into<Mark>) {
        self.marks.push(mark.into());
    }

    /// Adds a text that covers the grid lines; returns its bottom.
    fn over_grid(&mut self, text: Text) -> f32 {
        let ground = |line: Rect| line.expand2(vec2(GROUND, -line.height() * 0.14));
        for line in text.label.lines(self.ui.ctx(), text.at) {
            self.put(Shape::Rect { rect: ground(line), radius: 0, fill: self.cx.colors.bg });
        }
        let bottom = text.rect(self.ui.ctx()).bottom();
        self.put(text);
        bottom
    }

    /// Adds the line under words that rest on the source whose support is shown.
    fn underline(&mut self, rests: Option<Rests>, words: Rect) {
        let number = rests.filter(|rests| rests.number());
        let y = words.bottom() - UNDERLINE_RISE;
        self.marks.extend(trace::underline(self.cx, number, [words.left(), words.right()], y).map(Mark::from));
    }

    /// Adds words on a halo in the ground's colour, which keeps hatching off them.
    fn halo(&mut self, label: &Label<'_>, at: Pos2, ink: Paint) {
        self.put(Text::new(label, at).halo(HALO, self.cx.colors.bg).ink(ink));
    }

    /// Adds a bracket, its tick, and its words one below the other from a point on.
    fn bracket(&mut self, line: [Pos2; 4], tick: [Pos2; 2], width: f32, (labels, mut at): (&[Label<'_>], Pos2)) {
        let stroke = Line::new(width, Paint::Bracket);
        self.put(Shape::Polyline(line.into(), stroke));
        if tick[0] != tick[1] {
            self.put(Shape::segment(tick[0], tick[1], stroke));
        }
        for label in labels {
            self.halo(label, at, Paint::Bracket);
            at.y += label.size(self.ui.ctx()).y;
        }
    }
}

/// The height of labels set one below the other.
fn height(ui: &Ui, labels: &[Label<'_>]) -> f32 {
    labels.iter().map(|label| label.size(ui.ctx()).y).sum()
}
