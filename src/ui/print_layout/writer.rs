//! What blocks of a page are set with: a column of texts, pictures, rules, and what they are for those who hear them. A block is
//! measured and laid out by the same lines, so that the two cannot disagree.

use egui::{Color32, Pos2, Rangef, Rect, Ui, pos2};

use crate::export::drawing::PageTag;
use crate::model::PhotoKey;
use crate::ui::Cx;
use crate::ui::flow::{Flow, FlowMode};
use crate::ui::marks::{Line, Mark, Shape};
use crate::ui::photo_paint;
use crate::ui::theme::Role;

/// Sets one block.
pub struct BlockWriter<'p> {
    /// Where it is measured.
    pub ui: &'p Ui,
    /// What is going on.
    pub cx: &'p Cx<'p>,
    /// The texts, one below the other.
    pub flow: Flow<'p>,
    left: f32,
    whole: f32,
    /// Where its marks go.
    pub way: FlowMode<'p>,
    window: Rangef,
}

impl<'p> BlockWriter<'p> {
    /// A pen at a place, for a column of a width.
    #[must_use]
    pub fn new(ui: &'p Ui, cx: &'p Cx<'p>, way: FlowMode<'p>, at: Pos2, width: f32) -> Self {
        Self {
            ui,
            cx,
            flow: Flow::new(ui, cx, way, at, width),
            left: at.x,
            whole: width,
            way,
            window: Rangef::EVERYTHING,
        }
    }

    /// Draws only what begins within these heights: a piece of a block.
    #[must_use]
    pub fn within(mut self, window: Rangef) -> Self {
        self.flow = self.flow.within(window);
        Self { window, ..self }
    }

    /// True where something is drawn, not only measured.
    #[must_use]
    pub fn draws(&self) -> bool {
        self.way != FlowMode::Measure
    }

    /// Adds marks.
    pub fn put(&self, marks: impl IntoIterator<Item = impl Into<Mark>>) {
        self.way.put(self.ui, self.cx, marks);
    }

    /// Says what is drawn from here on.
    pub fn part(&self, what: PageTag) {
        self.put([what]);
    }

    /// Goes on in a column that begins and is as wide as this, from the height `top` on.
    pub fn column(&mut self, from: f32, width: f32, top: f32) {
        self.flow.pos = pos2(self.left + from, top);
        self.flow.width = width;
    }

    /// Goes on over the whole width, from the height `top` on.
    pub fn across(&mut self, top: f32) {
        self.column(0.0, self.whole, top);
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, role: Role) {
        self.part(PageTag::Paragraph);
        self.flow.text(text, role);
    }

    /// A rule across the block.
    pub fn rule(&self, width: f32, color: Color32) {
        if self.window.contains(self.flow.pos.y) {
            let line = Line::new(width, color);
            self.put([Shape::rule(self.left, self.left + self.whole, self.flow.pos.y, line)]);
        }
    }

    /// A picture with its mark, where it is an illustration.
    pub fn picture(&self, photo: PhotoKey, area: Rect) {
        if !self.draws() || !self.window.contains(area.top()) {
            return;
        }
        let alt = self.cx.state.pack().alt(photo).map(|words| self.cx.localized(words)).unwrap_or_default();
        let title = self.cx.photo(photo).map(|photo| self.cx.localized(&photo.title)).unwrap_or_default();
        self.part(PageTag::Figure(if alt.is_empty() { title } else { alt }));
        self.put([Mark::Picture { photo, rect: area }]);
        self.part(PageTag::Paragraph);
        self.put(photo_paint::mark(self.ui, self.cx, photo, area));
    }
}
