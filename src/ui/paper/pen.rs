//! What blocks of a page are set with: a column of texts, pictures, rules, and what they are for those who hear them. A block is
//! measured and drawn by the same lines, so that the two cannot disagree.

use egui::{Color32, Pos2, Rangef, Rect, Shape, Stroke, TextureId, Ui, epaint::RectShape, pos2};

use super::part;
use crate::export::drawing::Part;
use crate::ui::Cx;
use crate::ui::flow::{Flow, Way};
use crate::ui::picture::paint_mark;
use crate::ui::theme::Role;
use crate::ui::widgets;

/// Sets one block.
pub struct Pen<'p> {
    /// Where it is drawn.
    pub ui: &'p Ui,
    /// What is going on.
    pub cx: &'p Cx<'p>,
    /// The texts, one below the other.
    pub flow: Flow<'p>,
    left: f32,
    whole: f32,
    way: Way,
    window: Rangef,
}

impl<'p> Pen<'p> {
    /// A pen at a place, for a column of a width.
    #[must_use]
    pub fn new(ui: &'p Ui, cx: &'p Cx<'p>, way: Way, at: Pos2, width: f32) -> Self {
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
        self.way != Way::Measure
    }

    /// Says what is drawn from here on.
    pub fn part(&self, what: Part) {
        if self.draws() {
            part(self.ui, what);
        }
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
        self.part(Part::Paragraph);
        self.flow.text(text, role);
    }

    /// A rule across the block.
    pub fn rule(&self, width: f32, color: Color32) {
        if self.draws() && self.window.contains(self.flow.pos.y) {
            let stroke = Stroke::new(width, color);
            widgets::rule(self.ui, self.left, self.left + self.whole, self.flow.pos.y, stroke);
        }
    }

    /// A picture with its mark, where it is an illustration.
    pub fn picture(&self, photo: usize, room: Rect) {
        if !self.draws() || !self.window.contains(room.top()) {
            return;
        }
        let alt = self.cx.state.pack().alt(photo).map(|words| self.cx.tell(words)).unwrap_or_default();
        let title = self.cx.x().photos.get(photo).map(|photo| self.cx.tell(&photo.title)).unwrap_or_default();
        self.part(Part::Figure(if alt.is_empty() { title } else { alt }));
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        let shape = RectShape::filled(room, 0.0, Color32::WHITE).with_texture(TextureId::User(photo as u64), whole);
        self.ui.painter().add(Shape::from(shape));
        self.part(Part::Paragraph);
        paint_mark(self.ui, self.cx, photo, room);
    }
}
