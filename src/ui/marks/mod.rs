//! The marks of charts and pages, as plain data: laid out once, then painted on the screen ([`paint`]) or translated for paper
//! ([`page`]).
//!
//! Both match every kind of mark exhaustively, so that none is left out unnoticed.

mod page;
mod paint;

use egui::{Color32, Context, Pos2, Rangef, Rect};

use super::typeset::Label;
use crate::export::drawing::{PageTag, PhotoKey};

pub use page::page;
pub use paint::{Tone, paint, paint_shapes};

/// Something that is drawn, or a tag for the marks after it.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Lines and areas.
    Shape(Shape<Paint>),
    /// A text.
    Text(Text),
    /// A picture of the exhibition.
    Picture {
        /// Which one.
        photo: PhotoKey,
        /// Where it stands.
        rect: Rect,
    },
    /// The part of the page that the next marks belong to, for screen readers.
    PageTag(PageTag),
}

/// Lines and areas, in colours or paints.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape<I = Color32> {
    /// A filled rectangle with round corners.
    Rect {
        /// Its extent.
        rect: Rect,
        /// The radius of its corners.
        radius: u8,
        /// Its colour.
        fill: I,
    },
    /// The outline of a rectangle, inside its edge.
    Frame {
        /// Its extent.
        rect: Rect,
        /// The radius of its corners.
        radius: u8,
        /// Its line.
        line: Line<I>,
    },
    /// Straight lines that do not meet: rules, grid lines, hatching, dashes.
    Segments(Vec<[Pos2; 2]>, Line<I>),
    /// A line of many points: brackets, icons.
    Polyline(Vec<Pos2>, Line<I>),
    /// A filled convex polygon.
    Polygon(Vec<Pos2>, I),
    /// A filled circle.
    Disc(Pos2, f32, I),
    /// The outline of a circle.
    Ring(Pos2, f32, Line<I>),
    /// A filled area between an upper and a lower edge of as many points.
    Ribbon {
        /// The upper edge, from left to right.
        upper: Vec<Pos2>,
        /// The lower edge, from left to right.
        lower: Vec<Pos2>,
        /// Its colour.
        fill: I,
    },
}

/// Width and colour of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line<I = Color32> {
    /// In points.
    pub width: f32,
    /// Its colour.
    pub ink: I,
}

/// A colour, or a role whose colour depends on whether its thing is touched, chosen or faded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// A fixed colour, unless faded.
    Color(Color32),
    /// The bar of a reported figure.
    Reported,
    /// The bar of a worked-out figure.
    WorkedOut,
    /// Its outline.
    WorkedOutEdge,
    /// Words in a bar.
    OnBar,
    /// The ground behind hatching and words, which reacts to touch.
    Ground,
    /// The outline of a figure that is not published.
    NotPublishedEdge,
    /// The hatching, as a share of the outline's colour over what is behind it.
    Hatching(f32),
    /// A bracket and its words.
    Bracket,
}

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words and their style.
    pub label: Label<'static>,
    /// The top of its first line: its left end, middle or right end, by the label's alignment.
    pub at: Pos2,
    /// Its colour.
    pub ink: Paint,
    /// The reach and colour of its halo.
    pub halo: Option<(f32, Paint)>,
    /// Only the lines whose tops lie within these heights are drawn.
    pub within: Rangef,
    /// Whether screen readers find it by itself, where nothing around it names it.
    pub named: bool,
}

impl Text {
    /// A label with its top at a point.
    #[must_use]
    pub fn new(label: &Label<'_>, at: Pos2) -> Self {
        let ink = label.ink().into();
        Self { label: label.clone().into_owned(), at, ink, halo: None, within: Rangef::EVERYTHING, named: false }
    }

    /// The area it takes.
    #[must_use]
    pub fn rect(&self, ctx: &Context) -> Rect {
        self.label.rect(ctx, self.at)
    }

    /// In another colour.
    #[must_use]
    pub fn ink(self, ink: Paint) -> Self {
        Self { ink, ..self }
    }

    /// With a halo, which sets it off from hatching and lines behind it.
    #[must_use]
    pub fn halo(self, reach: f32, ground: Color32) -> Self {
        Self { halo: Some((reach, ground.into())), ..self }
    }

    /// Readable by screen readers.
    #[must_use]
    pub fn named(self) -> Self {
        Self { named: true, ..self }
    }
}

impl<I> Line<I> {
    /// A line of a width and colour.
    #[must_use]
    pub fn new(width: f32, ink: I) -> Self {
        Self { width, ink }
    }
}

impl<I> Shape<I> {
    /// A straight line.
    #[must_use]
    pub fn segment(from: Pos2, to: Pos2, line: Line<I>) -> Self {
        Self::Segments(vec![[from, to]], line)
    }

    /// A horizontal rule.
    #[must_use]
    pub fn rule(left: f32, right: f32, y: f32, line: Line<I>) -> Self {
        Self::segment(Pos2::new(left, y), Pos2::new(right, y), line)
    }

    /// The same in other colours.
    #[must_use]
    pub fn map<J>(self, ink: impl Fn(I) -> J) -> Shape<J> {
        let line = |line: Line<I>| Line { width: line.width, ink: ink(line.ink) };
        match self {
            Self::Rect { rect, radius, fill } => Shape::Rect { rect, radius, fill: ink(fill) },
            Self::Frame { rect, radius, line: edge } => Shape::Frame { rect, radius, line: line(edge) },
            Self::Segments(segments, stroke) => Shape::Segments(segments, line(stroke)),
            Self::Polyline(points, stroke) => Shape::Polyline(points, line(stroke)),
            Self::Polygon(points, fill) => Shape::Polygon(points, ink(fill)),
            Self::Disc(center, radius, fill) => Shape::Disc(center, radius, ink(fill)),
            Self::Ring(center, radius, stroke) => Shape::Ring(center, radius, line(stroke)),
            Self::Ribbon { upper, lower, fill } => Shape::Ribbon { upper, lower, fill: ink(fill) },
        }
    }
}

impl From<Color32> for Paint {
    fn from(color: Color32) -> Self {
        Self::Color(color)
    }
}

impl From<Shape<Paint>> for Mark {
    fn from(shape: Shape<Paint>) -> Self {
        Self::Shape(shape)
    }
}

impl From<Shape> for Mark {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape.map(Paint::Color))
    }
}

impl From<Text> for Mark {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<PageTag> for Mark {
    fn from(part: PageTag) -> Self {
        Self::PageTag(part)
    }
}
