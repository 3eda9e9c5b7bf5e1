//! The bar of a figure, drawn by the figure's state.

use egui::Rect;

use super::places::Look;
use crate::ui::marks::{Line, Mark, Paint, Shape};
use crate::ui::theme::{Colors, measure};
use crate::ui::widgets::{dashed_rect, hatch};

/// The radius of a bar's corners.
const RADIUS: u8 = 3;
/// The inset, pitch and line width of the hatching.
const HATCH: [f32; 3] = [2.0, 10.0, 2.0];
/// A dash of the outline, and a gap.
const DASH: [f32; 2] = [7.0, 6.0];

/// The sizes of a bar's parts, in points.
#[derive(Clone, Copy, Debug)]
pub struct BarMeasures {
    /// The radius of its corners.
    pub radius: u8,
    /// The width of the outline of a worked-out figure.
    pub edge: f32,
    /// The hatching of a figure that is not published: its inset from the outline, its pitch, and the width of its lines.
    pub hatch: [f32; 3],
    /// The length of that outline's dashes and gaps, and its width.
    pub dash: [f32; 3],
    /// The share of the outline's colour in the hatching.
    pub hatching: f32,
    /// Whether hatching, and words over bars, cover the grid lines.
    pub covers: bool,
}

impl BarMeasures {
    /// The sizes on a visitor's screen and on paper.
    #[must_use]
    pub fn of_view(colors: &Colors) -> Self {
        Self {
            radius: RADIUS,
            edge: measure::STRONG,
            hatch: HATCH,
            dash: [DASH[0], DASH[1], measure::AXIS],
            hatching: if colors.is_dark { 0.5 } else { 0.55 },
            covers: true,
        }
    }
}

/// A bar, or the slot of a figure that is not published, without words.
#[must_use]
pub fn bar(rect: Rect, look: Look, measures: &BarMeasures) -> Vec<Mark> {
    let radius = measures.radius;
    let shapes = match look {
        Look::Reported(_) => vec![Shape::Rect { rect, radius, fill: Paint::Reported }],
        Look::WorkedOut(_) => vec![
            Shape::Rect { rect, radius, fill: Paint::WorkedOut },
            Shape::Frame { rect, radius, line: Line::new(measures.edge, Paint::WorkedOutEdge) },
        ],
        Look::NotPublished => void(rect, measures),
        Look::NotApplicable => Vec::new(),
    };
    shapes.into_iter().map(Into::into).collect()
}

/// The slot of a figure that is not published: dashed and hatched, so that no value is read from it.
fn void(rect: Rect, measures: &BarMeasures) -> Vec<Shape<Paint>> {
    let [inset, pitch, width] = measures.hatch;
    let ground = measures.covers.then_some(Shape::Rect { rect, radius: measures.radius, fill: Paint::Ground });
    let hatching = hatch(rect.shrink(inset), pitch, Line::new(width, Paint::Hatching(measures.hatching)));
    let [on, off, width] = measures.dash;
    let outline = dashed_rect(rect, on, off, Line::new(width, Paint::NotPublishedEdge));
    ground.into_iter().chain([hatching, outline]).collect()
}
