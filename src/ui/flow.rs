//! Texts one below the other in a column: measured, painted inside a control that has a name, or painted and named.

use std::cell::RefCell;

use egui::{Align, Color32, Id, Pos2, Rangef, Rect, Ui, vec2};

use crate::model::{Lang, Words};

use super::Cx;
use super::marks::{self, Line, Mark, Shape, Text, Tone};
use super::theme::{self, Role, measure};
use super::typeset::Label;
use super::widgets;

/// The width of the accent rule under a heading, in points.
pub const ACCENT_RULE: f32 = 56.0;
/// The gap between the two texts of a pair, in points.
const PAIR_GAP: f32 = 10.0;

/// What a column does with its texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FlowMode<'w> {
    /// Only measures their height.
    Measure,
    /// Paints them; a control around them names them.
    Paint,
    /// Paints them, readable by screen readers.
    Name,
    /// Adds them to the marks of a page.
    Collect(&'w RefCell<Vec<Mark>>),
}

impl FlowMode<'_> {
    /// Draws marks, where anything is drawn.
    pub fn put(self, ui: &Ui, cx: &Cx<'_>, marks: impl IntoIterator<Item = impl Into<Mark>>) {
        self.put_as(ui, cx, Tone::default(), marks);
    }

    /// The same, highlighted by a touch; paper is not touched.
    pub fn put_as(self, ui: &Ui, cx: &Cx<'_>, tone: Tone, marks: impl IntoIterator<Item = impl Into<Mark>>) {
        let marks = marks.into_iter().map(Into::into);
        match self {
            Self::Measure => {}
            Self::Paint | Self::Name => marks::paint(ui, cx, tone, marks),
            Self::Collect(list) => list.borrow_mut().extend(marks),
        }
    }

    /// True on the screen, where something may be touched.
    #[must_use]
    pub fn is_on_screen(self) -> bool {
        match self {
            Self::Paint | Self::Name => true,
            Self::Measure | Self::Collect(_) => false,
        }
    }
}

/// A column of texts.
pub struct Flow<'f> {
    /// The UI it measures and paints with.
    pub ui: &'f Ui,
    /// The context it reads.
    pub cx: &'f Cx<'f>,
    /// What it does with its texts.
    pub way: FlowMode<'f>,
    /// Where the next text begins.
    pub pos: Pos2,
    /// The width at which lines break.
    pub width: f32,
    /// The left end and the width of all of it.
    whole: [f32; 2],
    window: Rangef,
}

impl<'f> Flow<'f> {
    /// A column that begins at `pos`.
    #[must_use]
    pub fn new(ui: &'f Ui, cx: &'f Cx<'f>, way: FlowMode<'f>, pos: Pos2, width: f32) -> Self {
        let width = width.max(1.0);
        Self { ui, cx, way, pos, width, whole: [pos.x, width], window: Rangef::EVERYTHING }
    }

    /// Collects only the lines that begin within these heights.
    #[must_use]
    pub fn within(self, window: Rangef) -> Self {
        Self { window, ..self }
    }

    /// Adds marks.
    pub fn put(&self, marks: impl IntoIterator<Item = impl Into<Mark>>) {
        self.way.put(self.ui, self.cx, marks);
    }

    /// True where a text that begins at a height is drawn, not only measured.
    #[must_use]
    pub fn draws_at(&self, y: f32) -> bool {
        self.way != FlowMode::Measure && self.window.contains(y)
    }

    /// Goes on in a column that begins and is as wide as this, from the height `top` on.
    pub fn column(&mut self, from: f32, width: f32, top: f32) {
        self.pos = Pos2::new(self.whole[0] + from, top);
        self.width = width;
    }

    /// Goes on over the whole width, from the height `top` on.
    pub fn across(&mut self, top: f32) {
        self.column(0.0, self.whole[1], top);
    }

    /// A rule across all of it.
    pub fn rule(&self, width: f32, color: Color32) {
        if self.draws_at(self.pos.y) {
            let [left, all] = self.whole;
            self.put([Shape::rule(left, left + all, self.pos.y, Line::new(width, color))]);
        }
    }

    /// Leaves a vertical gap.
    pub fn gap(&mut self, points: f32) {
        self.pos.y += points;
    }

    /// Sets a text in the text colour; an empty one takes no room.
    pub fn text(&mut self, text: &str, role: Role) -> Rect {
        self.colored(text, role, self.cx.colors.text)
    }

    /// Sets a text in the second text colour.
    pub fn dim(&mut self, text: &str, role: Role) -> Rect {
        self.colored(text, role, self.cx.colors.dim)
    }

    /// Sets a text in a colour.
    pub fn colored(&mut self, text: &str, role: Role, color: Color32) -> Rect {
        self.label(&self.cx.label(text, role).color(color), role)
    }

    /// Sets a text in the letters and line height of another language.
    pub fn text_in(&mut self, lang: Lang, text: &str, role: Role) -> Rect {
        self.label(&Label::new(text, theme::style(role, lang), self.cx.colors.text), role)
    }

    /// Sets words of the exhibition, in the letters of the language that they can be resolved in.
    pub fn words(&mut self, words: &Words, role: Role) -> Rect {
        let text = self.cx.localized(words);
        self.text_in(words.resolve(self.cx.lang()).lang, &text, role)
    }

    /// The same, in the second text colour.
    pub fn dim_words(&mut self, words: &Words, role: Role) -> Rect {
        let text = self.cx.localized(words);
        let style = theme::style(role, words.resolve(self.cx.lang()).lang);
        self.label(&Label::new(&text, style, self.cx.colors.dim), role)
    }

    /// Sets a text styled as a link; the control around it handles the click.
    pub fn looks_like_link(&mut self, text: &str, role: Role) -> Rect {
        self.label(&self.cx.label(text, role).color(self.cx.colors.accent).underline(), role)
    }

    /// Sets a link; true if it was opened.
    pub fn link(&mut self, id: Id, text: &str, role: Role) -> bool {
        if let FlowMode::Collect(_) = self.way {
            self.looks_like_link(text, role);
            return false;
        }
        let height = self.cx.label(text, role).width(self.width).size(self.ui.ctx()).y;
        let opened = self.way != FlowMode::Measure
            && widgets::link(self.ui, self.pos, id, text, &self.cx.style(role), &self.cx.colors, self.width).clicked();
        self.pos.y += height;
        opened
    }

    /// Sets a large text with a small one behind it on its baseline, or below it where the line is too short.
    pub fn pair(&mut self, (large, large_role): (&str, Role), (small, small_role): (&str, Role)) {
        let first = self.text(large, large_role);
        let label = self.cx.dim(small, small_role);
        let size = label.size(self.ui.ctx());
        if small.is_empty() {
            return;
        }
        if first.width() + PAIR_GAP + size.x > self.width {
            self.dim(small, small_role);
            return;
        }
        // Lines of different heights share a baseline where their bottoms differ by about a fifth of the difference.
        let drop = (first.height() - size.y) * 0.22;
        let pos = Pos2::new(first.right() + PAIR_GAP, first.bottom() - size.y - drop);
        self.draw(&label, pos);
    }

    /// The accent rule under a heading.
    pub fn accent_rule(&mut self) {
        let rect = Rect::from_min_size(self.pos, vec2(ACCENT_RULE, measure::UNDERLINE));
        self.put([Shape::Rect { rect, radius: 2, fill: self.cx.colors.accent }]);
        self.pos.y += measure::UNDERLINE;
    }

    fn label(&mut self, label: &Label<'_>, role: Role) -> Rect {
        if label.is_empty() {
            return Rect::from_min_size(self.pos, vec2(0.0, 0.0));
        }
        let label = label.clone().align(Align::Min);
        let label = if role.is_heading() { label.balanced(self.ui.ctx(), self.width) } else { label.width(self.width) };
        let area = Rect::from_min_size(self.pos, label.size(self.ui.ctx()));
        self.draw(&label, self.pos);
        self.pos.y = area.bottom();
        area
    }

    fn draw(&self, label: &Label<'_>, pos: Pos2) {
        if self.way != FlowMode::Measure {
            let named = self.way == FlowMode::Name;
            self.put([Text { within: self.window, named, ..Text::new(label, pos) }]);
        }
    }
}
