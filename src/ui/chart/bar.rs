//! The bar of a figure, by how the figure is known.

use egui::Rect;

use super::places::Look;
use crate::ui::marks::{Line, Mark, Paint, Shape};
use crate::ui::theme::{Colors, measure};
use crate::ui::widgets::{dashed_rect, hatch};

/// The sizes of a bar's parts, in points.
#[derive(Clone, Copy, Debug)]
pub struct BarMeasures {
    /// The radius of its corners.
    pub radius: u8,
    /// The outline of what is worked out.
    pub edge: f32,
    /// From the outline of what is not published to its hatching, the pitch of that, and the width of its lines.
    pub hatch: [f32; 3],
    /// A dash of that outline, a gap, and its width.
    pub dash: [f32; 3],
    /// How much of the outline's colour the hatching has.
    pub hatching: f32,
    /// Grid lines run neither through the hatching nor through words over bars.
    pub covers: bool,
}

impl BarMeasures {
    /// Those of the screen and of paper.
    #[must_use]
    pub fn of_view(colors: &Colors) -> Self {
        Self {
            radius: 3,
            edge: measure::STRONG,
            hatch: [2.0, 10.0, 2.0],
            dash: [7.0, 6.0, measure::AXIS],
            hatching: if colors.is_dark { 0.5 } else { 0.55 },
            covers: true,
        }
    }
}

/// A bar, or the slot of what is not published, without words.
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

/// The slot of what is not published: dashed outline and hatching, so that nobody reads a value from it.
fn void(rect: Rect, measures: &BarMeasures) -> Vec<Shape<Paint>> {
    let [inset, pitch, width] = measures.hatch;
    let ground = measures.covers.then_some(Shape::Rect { rect, radius: measures.radius, fill: Paint::Ground });
    let hatching = hatch(rect.shrink(inset), pitch, Line::new(width, Paint::Hatching(measures.hatching)));
    let [on, off, width] = measures.dash;
    let outline = dashed_rect(rect, on, off, Line::new(width, Paint::NotPublishedEdge));
    ground.into_iter().chain([hatching, outline]).collect()
}
