//! A page as marks: what is drawn where, independent of how it was made.
//!
//! In points from the upper left corner, as on the screen; colours are straight sRGB. The file formats ([`super::svg`],
//! [`super::pdf`]) read nothing else, so they all look alike.

/// Identifies the pictures of marks, on the screen too. All that marks know of the model.
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

/// Something drawn, or the tag of the marks that follow.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A path that is filled, stroked, or both.
    Path(Path),
    /// Words in one line.
    Text(Text),
    /// A picture.
    Picture(Picture),
    /// Tags the marks that follow.
    PageTag(PageTag),
}

/// The role of marks, for screen readers.
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
    /// A picture or chart, with its alternative text.
    Figure(String),
    /// A cell of a table.
    Cell(Cell),
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The row, from 0; row 0 begins a table.
    pub row: usize,
    /// Whether it is the header of its column.
    pub is_header: bool,
}

/// A path.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its segments.
    pub steps: Vec<Step>,
    /// The colour inside.
    pub fill: Option<Color>,
    /// The width and colour of its line.
    pub stroke: Option<(f32, Color)>,
}

/// A segment of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Starts a new subpath here.
    Move([f32; 2]),
    /// A straight line.
    Line([f32; 2]),
    /// A cubic Bézier curve: two control points and the end.
    Curve([[f32; 2]; 3]),
    /// Closes the subpath.
    Close,
}

/// Words in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The words, as read aloud and searched for.
    pub words: String,
    /// Which letters, by their byte, are moved away from the one before, in ems.
    pub kerns: Vec<(usize, f32)>,
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
    /// The width and colour of the halo that sets it off from the background.
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

/// The distance of the control points of a quarter circle from its ends, for a radius of one.
const QUARTER: f32 = 0.552_285;

impl Path {
    /// A rectangle with rounded corners.
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
    /// The words on the page, line by line in drawing order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text.words.as_str()) } else { None })
    }
}
