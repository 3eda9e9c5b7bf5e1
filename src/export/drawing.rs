//! A page as marks: what is drawn where, without a word on how it came about.
//!
//! Points from the upper left corner, as on the screen; colours are straight sRGB. The forms of files ([`super::svg`],
//! [`super::pdf`]) read nothing else, so that they all look alike.

/// Marks of the screen name their pictures by it too, and know nothing else of the model.
pub use crate::model::PhotoKey;

/// Red, green, blue and opacity.
pub type Color = [u8; 4];

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Width and height, in points of the design.
    pub size: [f32; 2],
    /// The colour of the paper.
    pub ground: Color,
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
}

/// Something that is drawn, or what the next marks are.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A path that is filled, stroked, or both.
    Path(Path),
    /// Words in one line.
    Text(Text),
    /// A picture.
    Picture(Picture),
    /// From here on the marks are such a part of the page.
    PageTag(PageTag),
}

/// What marks are, for those who hear a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageTag {
    /// Ornament: not read.
    Ornament,
    /// The title of the whole.
    Title,
    /// A heading of a chapter.
    Heading,
    /// A heading below that.
    Subheading,
    /// A paragraph.
    Paragraph,
    /// A picture or chart, with the words that stand for it.
    Figure(String),
    /// A cell of a table; true in its head.
    Cell(Cell),
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The row, from 0; row 0 begins a table.
    pub row: usize,
    /// It names its column.
    pub is_header: bool,
}

/// A path.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its steps.
    pub steps: Vec<Step>,
    /// The colour inside.
    pub fill: Option<Color>,
    /// Width and colour of its line.
    pub stroke: Option<(f32, Color)>,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begins anew here.
    Move([f32; 2]),
    /// A straight line.
    Line([f32; 2]),
    /// A cubic Bézier curve: two control points, and where it goes.
    Curve([[f32; 2]; 3]),
    /// Back to where it began.
    Close,
}

/// Words in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words, as they are read and searched for.
    pub words: String,
    /// The family of fonts, by its name in [`super::Faces`].
    pub family: String,
    /// The size of the letters, in points.
    pub size: f32,
    /// Where the line begins, on its baseline.
    pub at: [f32; 2],
    /// The width of the line, in points.
    pub width: f32,
    /// The colour.
    pub color: Color,
    /// How far it is set off from what is behind it, and in which colour.
    pub halo: Option<(f32, Color)>,
}

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture {
    /// Which one.
    pub photo: PhotoKey,
    /// Its upper left corner.
    pub min: [f32; 2],
    /// Its lower right corner.
    pub max: [f32; 2],
}

/// How far the control points of a quarter circle are from its ends, for a radius of one.
const QUARTER: f32 = 0.552_285;

impl Path {
    /// A rectangle with round corners.
    #[must_use]
    pub fn rect([left, top]: [f32; 2], [right, bottom]: [f32; 2], radius: f32) -> Vec<Step> {
        let r = radius.min((right - left) / 2.0).min((bottom - top) / 2.0);
        if r <= 0.0 {
            let corners = [[right, top], [right, bottom], [left, bottom]].map(Step::Line);
            return [&[Step::Move([left, top])][..], &corners, &[Step::Close]].concat();
        }
        let c = r * (1.0 - QUARTER);
        vec![
            Step::Move([left + r, top]),
            Step::Line([right - r, top]),
            Step::Curve([[right - c, top], [right, top + c], [right, top + r]]),
            Step::Line([right, bottom - r]),
            Step::Curve([[right, bottom - c], [right - c, bottom], [right - r, bottom]]),
            Step::Line([left + r, bottom]),
            Step::Curve([[left + c, bottom], [left, bottom - c], [left, bottom - r]]),
            Step::Line([left, top + r]),
            Step::Curve([[left, top + c], [left + c, top], [left + r, top]]),
            Step::Close,
        ]
    }

    /// A circle.
    #[must_use]
    pub fn circle([x, y]: [f32; 2], radius: f32) -> Vec<Step> {
        Self::rect([x - radius, y - radius], [x + radius, y + radius], radius)
    }
}

impl Page {
    /// The words on the page, line by line in the order in which they are drawn.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text.words.as_str()) } else { None })
    }
}
